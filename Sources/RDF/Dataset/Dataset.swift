/// An RDF dataset: a set of quads over one table of terms, in order of insertion.
///
/// With ``Tracing/on`` each quad also keeps where in its source it came from.
///
/// - SeeAlso: RDF 1.1 Concepts, section 4.
public struct Dataset: ~Copyable, Sendable {
  /// Whether quads remember where they came from.
  public enum Tracing: Sendable {
    /// Quads have no origin.
    case off
    /// Each quad keeps the origin it was first inserted with: 4 bytes a quad.
    case on
  }

  /// The terms of all quads, and maybe more.
  public var terms = TermTable()
  /// The quads, each once, in order of insertion.
  public private(set) var quads: [Quad] = []
  private var origins: [SourceOffset] = []
  private var slots = HashSlots(capacity: 64)
  private let tracing: Tracing

  /// Makes an empty dataset.
  public init(tracing: Tracing = .off) {
    self.tracing = tracing
  }

  /// Adds a quad and says whether it is new; an old one keeps its first origin.
  @discardableResult
  public mutating func insert(_ quad: Quad, origin: SourceOffset = .unknown) -> Bool {
    guard slots.insert(quad, hash: Self.hash(of: quad), after: quads) else { return false }
    quads.append(quad)
    if tracing == .on { origins.append(origin) }
    return true
  }

  /// Whether a quad is in the dataset.
  public func contains(_ quad: Quad) -> Bool {
    slots.find(hash: Self.hash(of: quad), matches: { quads[Int($0)] == quad }) != nil
  }

  /// Where the quad at a position of ``quads`` came from; unknown without tracing.
  public func origin(of position: Int) -> SourceOffset {
    tracing == .on ? origins[position] : .unknown
  }

  /// Where an equal quad came from; unknown without tracing or when there is none.
  public func origin(of quad: Quad) -> SourceOffset {
    guard let position = slots.find(hash: Self.hash(of: quad), matches: { quads[Int($0)] == quad })
    else { return .unknown }
    return origin(of: Int(position))
  }

  /// Empties the dataset for the next document; terms numbered below a former count stay.
  public mutating func removeQuads(andTermsFrom count: Int) {
    removeQuads()
    terms.removeTerms(from: count)
  }

  /// Empties the dataset; all terms stay.
  public mutating func removeQuads() {
    quads.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    slots.removeAll()
  }

  private static func hash(of quad: Quad) -> UInt64 {
    let left = UInt64(quad.subject.rawValue) << 32 | UInt64(quad.predicate.rawValue)
    let right = UInt64(quad.object.rawValue) << 32 | UInt64(quad.graph.rawValue)
    let first = (left ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    let second = (first.high ^ first.low ^ right).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return second.high ^ second.low
  }
}
