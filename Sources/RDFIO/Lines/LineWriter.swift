public import RDF

/// Writes N-Triples and N-Quads in canonical form, by copying terms as they are kept.
///
/// It streams: memory is the buffer that the caller drains.
///
/// - SeeAlso: RDF 1.1 N-Triples, section 4; RDF 1.1 N-Quads, section 4.
public enum LineWriter {
  /// Appends the lines of quads in their order.
  ///
  /// - Parameters:
  ///   - quads: what is written.
  ///   - terms: the table that holds their terms.
  ///   - syntax: with ``RDFSyntax/nquads`` lines name their graph; else graph names are left out.
  ///   - output: what the lines are added to.
  public static func append(
    _ quads: some Sequence<Quad>, of terms: borrowing TermTable, syntax: RDFSyntax,
    to output: inout [UInt8]
  ) {
    for quad in quads {
      output.append(contentsOf: terms.bytes[terms.spelling(of: quad.subject)])
      output.append(UInt8(ascii: " "))
      output.append(contentsOf: terms.bytes[terms.spelling(of: quad.predicate)])
      output.append(UInt8(ascii: " "))
      output.append(contentsOf: terms.bytes[terms.spelling(of: quad.object)])
      if syntax == .nquads, quad.graph != .defaultGraph {
        output.append(UInt8(ascii: " "))
        output.append(contentsOf: terms.bytes[terms.spelling(of: quad.graph)])
      }
      output.append(UInt8(ascii: " "))
      output.append(UInt8(ascii: "."))
      output.append(UInt8(ascii: "\n"))
    }
  }
}
