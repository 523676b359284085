internal import RDF

/// How terms are spelled in Turtle: prefixed names and bare numbers where these are exact.
///
/// - SeeAlso: RDF 1.1 Turtle, sections 2.4, 2.5 and 6.4 (IRIs).
struct TurtleSpelling {
  /// The lines that declare the prefixes.
  let head: [UInt8]
  private let prefixes: [(name: String, start: [UInt8])]

  init(_ prefixes: [(name: String, namespace: String)]) {
    var head: [UInt8] = []
    for prefix in prefixes {
      head.append(contentsOf: "@prefix \(prefix.name): <\(prefix.namespace)> .\n".utf8)
    }
    self.head = head
    self.prefixes = prefixes.map { (name: $0.name, start: Array("<\($0.namespace)".utf8)) }
  }

  func append(_ term: TermID, _ terms: borrowing TermTable, _ output: inout [UInt8]) {
    let spelling = terms.bytes[terms.spelling(of: term)]
    guard let datatype = terms.datatype(of: term) else {
      output.append(contentsOf: shortened(spelling) ?? Array(spelling))
      return
    }
    if Self.isBare(terms.text(of: term), datatype) {
      terms.appendText(of: term, to: &output)
    } else if datatype != .xsdString, datatype != .rdfLangString,
      let short = shortened(terms.bytes[terms.spelling(of: datatype)])
    {
      output.append(contentsOf: spelling.dropLast(terms.spelling(of: datatype).count))
      output.append(contentsOf: short)
    } else {
      output.append(contentsOf: spelling)
    }
  }

  /// Whether a literal without quotes is read back as just this one, by readers too that tidy
  /// numbers: no plus sign, no zeros to spare, no decimal that is written with an exponent when it
  /// is very small.
  static func isBare(_ text: [UInt8], _ datatype: TermID) -> Bool {
    if datatype == .xsdBoolean { return text == Array("true".utf8) || text == Array("false".utf8) }
    guard datatype == .xsdInteger || datatype == .xsdDecimal || datatype == .xsdDouble else {
      return false
    }
    var rest = text[...]
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = rest.prefix(while: isDigit).count
    let hasSpareZero = rest.first == UInt8(ascii: "0") && (whole > 1 || rest.count < text.count)
    guard whole > 0, !hasSpareZero else { return false }
    rest.removeFirst(whole)
    if datatype == .xsdInteger { return whole > 0 && rest.isEmpty }
    var fraction = 0
    let hasPoint = rest.first == UInt8(ascii: ".")
    if hasPoint {
      rest.removeFirst()
      fraction = rest.prefix(while: isDigit).count
      rest.removeFirst(fraction)
    }
    if datatype == .xsdDecimal {
      let isTiny = text.drop { $0 == UInt8(ascii: "-") }.starts(with: "0.000000".utf8)
      return hasPoint && fraction > 0 && rest.isEmpty && !isTiny
    }
    guard whole + fraction > 0, rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") else {
      return false
    }
    rest.removeFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }

  private func shortened(_ spelling: ArraySlice<UInt8>) -> [UInt8]? {
    guard spelling.first == UInt8(ascii: "<") else { return nil }
    for prefix in prefixes where spelling.starts(with: prefix.start) {
      let local = spelling.dropFirst(prefix.start.count).dropLast()
      guard let first = local.first, let last = local.last, Self.isWord(first), Self.isWord(last),
        local.allSatisfy({ Self.isWord($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") })
      else { continue }
      return Array(prefix.name.utf8) + [UInt8(ascii: ":")] + local
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Letters, digits and `_`, which may stand anywhere in a local name.
  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_")
  }
}
