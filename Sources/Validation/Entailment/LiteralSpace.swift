internal import RDF

/// What is known of the values of literals without asking which of them are equal by more than
/// their datatypes say.
///
/// - SeeAlso: OWL 2 Web Ontology Language, section 4; XML Schema 1.1 Part 2, section 2.4.
enum LiteralSpace {
  /// The datatype of which a datatype's values are a part, such that no two of these share one;
  /// nil of a datatype that is not known here.
  private static func primitive(_ datatype: String) -> String? {
    if datatype == Namespace.rdf + "langString" { return "langString" }
    guard datatype.hasPrefix(Namespace.xsd) else { return nil }
    let name = String(datatype.dropFirst(Namespace.xsd.utf8.count))
    if primitives.contains(name) { return name }
    for one in ["decimal", "string", "duration", "dateTime"]
    where XSD.isDerived(datatype, from: Namespace.xsd + one) {
      return one
    }
    return nil
  }

  private static let primitives: Set = [
    "string", "boolean", "decimal", "float", "double", "duration", "dateTime", "time", "date",
    "gYearMonth", "gYear", "gMonthDay", "gDay", "gMonth", "hexBinary", "base64Binary", "anyURI",
  ]

  /// Whether a literal's value is one of a datatype; nil when that is not known.
  static func contains(
    _ datatype: TermID, _ literal: TermID, _ names: OWLTerms, _ terms: borrowing TermTable
  ) -> Bool? {
    guard let own = terms.datatype(of: literal) else { return nil }
    if own == datatype { return terms.isWellFormed(literal) ?? true }
    let isWellFormed = terms.isWellFormed(literal)
    if isWellFormed == false { return false }
    if datatype == names.literal { return true }
    let (name, ownName) = (terms.string(of: datatype), terms.string(of: own))
    guard let wanted = primitive(name), let given = primitive(ownName) else { return nil }
    guard wanted == given else { return false }
    if name == Namespace.xsd + wanted || XSD.isDerived(ownName, from: name) { return true }
    guard wanted == "decimal", case .decimal(let number)? = terms.value(of: literal) else {
      return nil
    }
    let lexical = number.lexical
    return lexical.contains(".") ? false : XSD.isValid(lexical, datatype: name)
  }

  /// Whether two literals have different values; nil when that is not known.
  static func differ(
    _ left: TermID, _ right: TermID, _ terms: borrowing TermTable
  ) -> Bool? {
    if left == right { return false }
    guard let first = terms.datatype(of: left), let second = terms.datatype(of: right),
      terms.isWellFormed(left) != false, terms.isWellFormed(right) != false,
      let one = primitive(terms.string(of: first)), let other = primitive(terms.string(of: second))
    else { return nil }
    guard one == other else { return true }
    switch one {
    case "string":
      return terms.string(of: left) != terms.string(of: right)
    case "langString":
      return terms.language(of: left) != terms.language(of: right)
        || terms.string(of: left) != terms.string(of: right)
    default:
      guard let value = terms.value(of: left), let another = terms.value(of: right) else {
        return nil
      }
      return value.compared(to: another).map { $0 != 0 }
    }
  }
}
