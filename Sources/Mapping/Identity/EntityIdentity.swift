public import Extraction
internal import RDF

/// Which entities are one node, though records give them different ids.
///
/// The node of an entity is a function of its own record and of this alone, so that records can be
/// mapped one by one, in any order and on any machine.
public struct EntityIdentity: Sendable {
  /// What becomes of entities with an authority's link that ``nodes`` says nothing of.
  public enum LinkRule: Sendable {
    /// Each keeps its own node.
    case apart
    /// Those whose ids belong to their article have a node by the least of their links.
    case merged
  }

  /// What becomes of entities with a link.
  public let links: LinkRule
  /// The node of an entity's IRI, or of one that it is linked to; IRIs without an entry stand for
  /// themselves.
  public let nodes: [String: String]

  /// No two entities are one but by their shared ids.
  public static let none = EntityIdentity()

  /// Says which entities are one.
  public init(nodes: [String: String] = [:], links: LinkRule = .apart) {
    self.nodes = nodes
    self.links = links
  }

  /// Whether each entity has the node that its id says.
  public var isTrivial: Bool { nodes.isEmpty && links == .apart }

  /// The node of an entity, or nil where that is its own.
  ///
  /// - Parameters:
  ///   - entity: the entity's IRI.
  ///   - isShared: whether others may name it by that IRI too.
  ///   - same: the IRIs it is linked to.
  ///   - base: what griot's own IRIs begin with.
  /// - Returns: the node's IRI.
  public func node(
    of entity: String, isShared: Bool, same: [String], base: String
  ) -> String? {
    if let node = nodes[entity] { return node }
    guard !same.isEmpty else { return nil }
    let ordered = same.count == 1 ? same : same.sorted { Self.isBefore($0, $1) }
    for link in ordered {
      if let node = nodes[link] { return node }
    }
    guard links == .merged, !isShared else { return nil }
    return Self.node(ofLink: ordered[0], base: base)
  }

  /// The node of all that is linked to an IRI: below `{base}same/`, the IRI without `http://`.
  ///
  /// Different IRIs give different nodes.
  public static func node(ofLink link: String, base: String) -> String {
    let scheme = "http://"
    var bytes = Array(base.utf8) + Array("same".utf8)
    let rest = link.hasPrefix(scheme) ? Substring(link.dropFirst(scheme.utf8.count)) : link[...]
    for segment in rest.split(separator: "/", omittingEmptySubsequences: false) {
      bytes.append(UInt8(ascii: "/"))
      // A segment of dots alone would be taken for a step up.
      if segment == "." || segment == ".." {
        for _ in segment { bytes.append(contentsOf: "%2E".utf8) }
      } else {
        IRISegment.append(Array(segment.utf8).span, to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What tells it from others: the SHA-256 of its entries.
  public var digest: String {
    var lines = nodes.map { "\($0.key) \($0.value)" }.sorted { Self.isBefore($0, $1) }
    lines.append("\(links)")
    return Hash.sha256(Array(lines.joined(separator: "\n").utf8))
  }

  /// The order of IRIs that decides between several: that of their bytes.
  public static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}

/// An entity of a record, as others may know it.
public struct IdentifiedEntity: Sendable {
  /// Its IRI, when nothing is known but its id.
  public let iri: String
  /// Whether other records may name it by that IRI too.
  public let isShared: Bool
  /// The IRIs it is linked to.
  public let same: [String]

  /// Names an entity of a record; nil of one that is its article's alone.
  ///
  /// - Parameters:
  ///   - entity: the entity.
  ///   - record: the record it is of.
  ///   - base: what articles and entities get their IRIs below.
  public init?(_ entity: RecordEntity, of record: ExtractionRecord, base: String) {
    guard entity.named != false else { return nil }
    let id = record.string(entity.id)
    isShared = record.hasSharedIDs || IRISyntax.fault(in: id) == nil
    same = entity.same.map { record.string($0) }
    guard IRISyntax.fault(in: id) != nil else {
      iri = id
      return
    }
    var bytes: [UInt8]
    if record.hasSharedIDs {
      bytes = Array(base.utf8) + Array("entity/".utf8)
    } else {
      bytes = RecordMapping.articleIRI(of: record.source.id, record, base: Array(base.utf8))
      bytes += Array("/entity/".utf8)
    }
    IRISegment.append(Array(id.utf8).span, to: &bytes)
    iri = String(decoding: bytes, as: UTF8.self)
  }

  /// The IRI of the entity that records with shared ids give an id.
  public static func iri(ofShared id: String, base: String) -> String {
    guard IRISyntax.fault(in: id) != nil else { return id }
    var bytes = Array(base.utf8) + Array("entity/".utf8)
    IRISegment.append(Array(id.utf8).span, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
