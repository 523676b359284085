internal import Foundation
internal import RDF

/// What a report says about mending a fault.
enum Suggestion {
  private static let beginnings = ["; did you mean ", "; expected "]

  /// Parts a message at what was expected, or likely meant.
  static func split(_ message: String) -> (finding: String, suggestion: String?) {
    var cut: Range<String.Index>?
    for beginning in beginnings {
      guard let found = message.firstRange(of: beginning) else { continue }
      if cut.map({ found.lowerBound < $0.lowerBound }) ?? true { cut = found }
    }
    guard let cut else { return (message, nil) }
    let suggestion = message[message.index(cut.lowerBound, offsetBy: 2)...]
    return (String(message[..<cut.lowerBound]), String(suggestion))
  }

  /// Parts the message of a result, and adds how an ill-formed literal may have been meant.
  static func split(_ result: ValidationResult) -> (finding: String, suggestion: String?) {
    let parts = split(result.message)
    guard let value = result.value, let literal = Literal(value) else { return parts }
    guard let better = LiteralRepair.repaired(literal.text, datatype: literal.datatype) else {
      guard parts.suggestion == nil, result.component.hasSuffix("#DatatypeConstraintComponent"),
        let example = LiteralRepair.example(of: literal.datatype)
      else { return parts }
      return (parts.finding, "expected \(example)")
    }
    let hint = "did you mean \"\(better)\"?"
    return (parts.finding, parts.suggestion.map { "\($0); \(hint)" } ?? hint)
  }

  /// A literal as N-Triples writes it, without a language.
  private struct Literal {
    let text: String
    let datatype: String

    init?(_ spelled: String) {
      guard spelled.hasPrefix("\""), spelled.hasSuffix(">"),
        let mark = spelled.range(of: "\"^^<", options: .backwards)
      else { return nil }
      text = String(spelled[spelled.index(after: spelled.startIndex)..<mark.lowerBound])
      datatype = String(spelled[mark.upperBound...].dropLast())
    }
  }
}
