internal import Foundation
internal import RDF

/// What an object says, in whatever form.
enum ObjectForm {
  /// What two objects of one value share.
  enum Key: Hashable {
    /// Some literal with a datatype of its own.
    case typed
    case term(TermID)
    case number(String)
    case value(LiteralValue)
  }

  /// How far apart values are kept.
  enum Precision {
    case values
    /// A store with few types of its own may take any two typed literals for one.
    case strings
  }

  static func key(
    _ term: TermID, _ terms: borrowing TermTable, _ precision: Precision = .values
  ) -> Key {
    if precision == .strings, let datatype = terms.datatype(of: term) {
      return datatype == .xsdString || datatype == .rdfLangString ? .term(term) : .typed
    }
    guard terms.kind(of: term) == .literal, let value = terms.value(of: term) else {
      return .term(term)
    }
    switch value {
    case .decimal(let number): return .number(number.lexical)
    case .string: return .term(term)
    case .float, .double, .moment, .timespan, .boolean: return .value(value)
    }
  }

  /// Whether two objects are one value.
  static func isSame(_ left: TermID, _ right: TermID, _ terms: borrowing TermTable) -> Bool {
    key(left, terms) == key(right, terms)
  }

  /// Whether two objects are as near as the 32 bits of a coordinate, or the 15 digits of a number
  /// as it is printed, make them.
  static func isNear(_ left: TermID, _ right: TermID, _ terms: borrowing TermTable) -> Bool {
    if isGeometry(left, terms), isGeometry(right, terms) {
      return isNear(tokens(terms.string(of: left)), tokens(terms.string(of: right)))
    }
    guard case .double(let one) = terms.value(of: left),
      case .double(let other) = terms.value(of: right)
    else { return false }
    return abs(one - other) <= 1e-14 * max(abs(one), abs(other))
  }

  /// An object's value in one form of several; nil where it has but one, or is no number.
  static func canonical(
    _ term: TermID, _ terms: borrowing TermTable
  ) -> (lexical: String, datatype: String)? {
    guard terms.kind(of: term) == .literal, let value = terms.value(of: term) else { return nil }
    switch value {
    case .decimal(let number): return (number.lexical, Namespace.xsd + "decimal")
    case .double(let number): return ("\(number)", Namespace.xsd + "double")
    case .float(let number): return ("\(number)", Namespace.xsd + "float")
    case .boolean(let isTrue): return ("\(isTrue)", Namespace.xsd + "boolean")
    case .string, .moment, .timespan: return nil
    }
  }

  // MARK: Geometries

  private static let geometries = [
    "http://www.opengis.net/ont/geosparql#wktLiteral",
    "http://www.openlinksw.com/schemas/virtrdf#Geometry",
  ]

  private static func isGeometry(_ term: TermID, _ terms: borrowing TermTable) -> Bool {
    guard let datatype = terms.datatype(of: term) else { return false }
    return geometries.contains(terms.string(of: datatype))
  }

  /// The words, numbers and marks of a geometry.
  private static func tokens(_ text: String) -> [String] {
    var found: [String] = []
    var word = ""
    for character in text.uppercased() {
      if character.isWhitespace || "(),".contains(character) {
        if !word.isEmpty { found.append(word) }
        word = ""
        if !character.isWhitespace { found.append(String(character)) }
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? found : found + [word]
  }

  private static func isNear(_ left: [String], _ right: [String]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).allSatisfy { one, other in
      if one == other { return true }
      guard let one = Double(one), let other = Double(other) else { return false }
      return abs(one - other) <= 1e-6 * max(1, abs(one))
    }
  }
}
