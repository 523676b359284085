/// Gives the blank nodes of a dataset labels that depend on nothing but the dataset (RDFC-1.0).
///
/// Graphs can be made whose blank nodes take a time beyond all measure to tell apart: work is
/// counted, and beyond ``limit`` steps is an error. The same input ends the same way on every
/// machine, for it is steps that are counted and not time. Language tags are in lower case already,
/// as ``TermTable`` keeps them; other implementations may keep `fr-ML`.
///
/// - SeeAlso: RDF Dataset Canonicalization, sections 4 and 7.1 (dataset poisoning).
public struct Canonicalizer: Sendable {
  /// The hash function; the Recommendation's own is SHA-256, and SHA-384 may be chosen.
  public let digest: DigestAlgorithm
  /// How many steps telling blank nodes apart may take, beside some for each of them.
  ///
  /// A step is one related node looked at, about a microsecond.
  public let limit: Int

  /// The limit where none is said: some tenths of a second.
  public static let defaultLimit = 250_000
  /// The steps each blank node adds to the limit, so that many simple ones are no poison.
  static let stepsPerBlankNode = 16

  /// Makes a canonicaliser.
  public init(digest: DigestAlgorithm, limit: Int = defaultLimit) {
    self.digest = digest
    self.limit = limit
  }

  /// The canonical form of a dataset.
  ///
  /// - Throws: ``CanonicalizationError/tooMuchWork(blankNodes:limit:)``.
  public func canonicalForm(
    of dataset: borrowing Dataset
  ) throws(CanonicalizationError) -> CanonicalForm {
    try canonicalForm(of: dataset.quads, terms: dataset.terms)
  }

  /// The canonical form of the dataset that some quads make, each of which is given once.
  ///
  /// - Throws: ``CanonicalizationError/tooMuchWork(blankNodes:limit:)``.
  public func canonicalForm(
    of quads: [Quad], terms: borrowing TermTable
  ) throws(CanonicalizationError) -> CanonicalForm {
    var left = limit
    return try canonicalForm(of: quads, terms: terms, left: &left)
  }

  /// The canonical form of one of several parts of a dataset, which share the steps that are left.
  func canonicalForm(
    of quads: [Quad], terms: borrowing TermTable, left: inout Int
  ) throws(CanonicalizationError) -> CanonicalForm {
    var state = CanonicalizationState(quads, terms, digest: digest, limit: limit, left: left)
    state.hashFirstDegree(terms)
    try state.issueCanonical(terms)
    left = min(left, state.left)
    let blankNodes = state.canonical.issued.map { state.nodes[$0] }
    var lines: [[UInt8]] = []
    lines.reserveCapacity(quads.count)
    for quad in quads {
      var line: [UInt8] = []
      CanonicalLine.append(quad, of: terms, to: &line) { node, line in
        guard let number = state.canonicalNumber(of: node) else { return }
        line.append(contentsOf: "c14n\(number)".utf8)
      }
      lines.append(line)
    }
    return CanonicalForm(bytes: CanonicalLine.joined(lines), blankNodes: blankNodes)
  }

  /// Whether two datasets are the same but for the labels of their blank nodes.
  ///
  /// - Throws: ``CanonicalizationError/tooMuchWork(blankNodes:limit:)``.
  /// - SeeAlso: RDF 1.1 Concepts, section 4.1 (dataset isomorphism).
  public func areIsomorphic(
    _ left: borrowing Dataset, _ right: borrowing Dataset
  ) throws(CanonicalizationError) -> Bool {
    guard left.quads.count == right.quads.count else { return false }
    return try canonicalForm(of: left) == canonicalForm(of: right)
  }
}
