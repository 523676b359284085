/// How terms stand in lines of canonical N-Quads.
enum CanonicalLine {
  /// Appends a term that is no blank node.
  ///
  /// U+FFFE and U+FFFF, which are no characters of XML 1.1, are escaped in the canonical form and
  /// kept as they are in a table of terms.
  ///
  /// - SeeAlso: RDF Dataset Canonicalization, section 5; RDF 1.2 N-Quads, section 4.
  static func append(_ term: TermID, of terms: borrowing TermTable, to line: inout [UInt8]) {
    let range = terms.spelling(of: term)
    guard terms.isOutsideXML(term) else {
      line.append(contentsOf: terms.bytes[range])
      return
    }
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = terms.bytes[position]
      if byte == 0xEF, position + 2 < range.upperBound, terms.bytes[position + 1] == 0xBF,
        terms.bytes[position + 2] >= 0xBE
      {
        line.append(
          contentsOf: terms.bytes[position + 2] == 0xBE ? #"\uFFFE"#.utf8 : #"\uFFFF"#.utf8)
        position += 3
      } else {
        line.append(byte)
        position += 1
      }
    }
  }

  /// Appends a quad as a line, its blank nodes by labels that are given.
  static func append(
    _ quad: Quad, of terms: borrowing TermTable, to line: inout [UInt8],
    label: (TermID, inout [UInt8]) -> Void
  ) {
    for term in [quad.subject, quad.predicate, quad.object, quad.graph] {
      if term == .defaultGraph { continue }
      if terms.kind(of: term) == .blankNode {
        line.append(contentsOf: "_:".utf8)
        label(term, &line)
      } else {
        append(term, of: terms, to: &line)
      }
      line.append(UInt8(ascii: " "))
    }
    line.append(UInt8(ascii: "."))
    line.append(UInt8(ascii: "\n"))
  }

  /// Sorts lines by their bytes, which for UTF-8 is by code points, and joins them.
  static func joined(_ lines: [[UInt8]]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(lines.reduce(0) { $0 + $1.count })
    for line in lines.sorted(by: { $0.lexicographicallyPrecedes($1) }) { output += line }
    return output
  }
}
