/// A dataset's canonical form: two datasets are isomorphic exactly when their ``bytes`` are equal.
///
/// - SeeAlso: RDF Dataset Canonicalization, sections 3 and 5 (canonical form, serialization).
public struct CanonicalForm: Equatable, Sendable {
  /// The canonical N-Quads, their lines sorted by bytes.
  public let bytes: [UInt8]
  /// The blank nodes of the dataset; the number of a canonical label is a position here.
  public let blankNodes: [TermID]
  private let numbers: [TermID: Int]

  init(bytes: [UInt8], blankNodes: [TermID]) {
    self.bytes = bytes
    self.blankNodes = blankNodes
    var numbers: [TermID: Int] = [:]
    for (number, node) in blankNodes.enumerated() { numbers[node] = number }
    self.numbers = numbers
  }

  /// The canonical label of a blank node, such as `c14n0`, or nil of another term.
  public func label(of node: TermID) -> String? {
    numbers[node].map { "c14n\($0)" }
  }

  /// Compares the canonical N-Quads, not the numbers that terms have in their tables.
  public static func == (left: CanonicalForm, right: CanonicalForm) -> Bool {
    left.bytes == right.bytes
  }
}
