public import RDF

/// Writes a difference as lines of RDF Patch: `D` and a quad that goes, `A` and one that comes.
///
/// Blank nodes of the old dataset are called by its canonical labels: a patch that has such is
/// meant for the canonical form of that dataset. There are no headers and no transactions.
///
/// - SeeAlso: RDF Patch, section "Format" (Apache Jena, RDF Delta).
public enum DifferencePatch {
  /// Appends the lines of a difference, those that go before those that come.
  public static func append(_ difference: borrowing DatasetDifference, to output: inout [UInt8]) {
    append("D ", difference.removed, of: difference.terms, to: &output)
    append("A ", difference.added, of: difference.terms, to: &output)
  }

  private static func append(
    _ mark: String, _ quads: [Quad], of terms: borrowing TermTable, to output: inout [UInt8]
  ) {
    for quad in quads {
      output.append(contentsOf: mark.utf8)
      LineWriter.append([quad], of: terms, syntax: .nquads, to: &output)
    }
  }
}
