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
    _ quads: [Quad], of terms: borrowing TermTable, syntax: RDFSyntax,
    to output: inout [UInt8]
  ) {
    append(quads[...], of: terms, syntax: syntax, to: &output)
  }

  /// Appends the lines of a part of quads in their order, as of an array of them.
  public static func append(
    _ quads: ArraySlice<Quad>, of terms: borrowing TermTable, syntax: RDFSyntax,
    to output: inout [UInt8]
  ) {
    let hasGraphs = syntax == .nquads
    var count = 0
    for quad in quads {
      count += terms.spelling(of: quad.subject).count + terms.spelling(of: quad.predicate).count
      count += terms.spelling(of: quad.object).count + 5
      if hasGraphs, quad.graph != .defaultGraph {
        count += terms.spelling(of: quad.graph).count + 1
      }
    }
    unsafe terms.bytes.withUnsafeBytes { spelled in
      // Room for all lines at once: terms are then copied without a check for each.
      output.append(addingCapacity: count) { added in
        unsafe added.withUnsafeMutableBufferPointer { buffer, position in
          let line = UnsafeMutableRawBufferPointer(buffer)
          func copy(_ term: TermID) {
            let range = terms.spelling(of: term)
            unsafe UnsafeMutableRawBufferPointer(rebasing: line[position...])
              .copyMemory(from: UnsafeRawBufferPointer(rebasing: spelled[range]))
            position += range.count
            unsafe line[position] = UInt8(ascii: " ")
            position += 1
          }
          for quad in quads {
            copy(quad.subject)
            copy(quad.predicate)
            copy(quad.object)
            if hasGraphs, quad.graph != .defaultGraph { copy(quad.graph) }
            unsafe line[position] = UInt8(ascii: ".")
            unsafe line[position + 1] = UInt8(ascii: "\n")
            position += 2
          }
        }
      }
    }
  }
}
