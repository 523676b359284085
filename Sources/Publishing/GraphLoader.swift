internal import Crypto
internal import Foundation
internal import HTTP
public import RDF
internal import RDFIO

/// Puts graphs into a store so that at each moment it has the old graph or the new one.
///
/// What goes into one request is put in place by it, where the store does that in one step. Else it
/// is put into a graph beside, part by part, counted there, and moved.
///
/// - SeeAlso: SPARQL 1.1 Graph Store HTTP Protocol, sections 5.3 (PUT) and 5.5 (POST); SPARQL 1.1
///   Update, section 3.2.5 (MOVE).
public struct GraphLoader {
  /// What becomes of what a graph held.
  public enum Deed: String, Sendable {
    /// It goes.
    case replace
    /// It stays.
    case add
  }

  /// What was done with a graph.
  public enum Outcome: Sendable {
    /// It was put into the store.
    case loaded
    /// The journal says that it is there.
    case wasThere
  }

  private let store: GraphStore
  private let deed: Deed
  private let journal: LoadJournal?
  private let partSize: Int
  private let onStatements: (Int) -> Void

  /// Makes a loader.
  ///
  /// - Parameters:
  ///   - store: where graphs go.
  ///   - deed: what becomes of what they held.
  ///   - journal: what was loaded before, and will have been.
  ///   - partSize: how many statements go into one request.
  ///   - onStatements: what is called after each request with how many statements it had.
  public init(
    _ store: GraphStore, _ deed: Deed, journal: LoadJournal? = nil, partSize: Int = 100_000,
    onStatements: @escaping (Int) -> Void = { _ in }
  ) {
    self.store = store
    self.deed = deed
    self.journal = journal
    self.partSize = partSize
    self.onStatements = onStatements
  }

  /// The graph that one is put beside in, while it is loaded.
  public static func staging(for graph: GraphName) -> GraphName {
    .named("urn:griot:staging:\(hex(SHA256.hash(data: Data("\(graph)".utf8))).prefix(32))")
  }

  /// Puts statements into a graph.
  ///
  /// - Parameters:
  ///   - quads: the statements, each once; the graphs that they name do not matter.
  ///   - terms: their terms.
  ///   - graph: where they go.
  /// - Returns: whether that was to be done.
  /// - Throws: ``PublishingError``; where statements were to be replaced, the graph then has all of
  ///   the old or all of the new ones.
  public func load(
    _ quads: [Quad], of terms: borrowing TermTable, to graph: GraphName
  ) throws(PublishingError) -> Outcome {
    if graph == .unnamed, !store.address.kind.hasDefaultGraph {
      throw .noUnnamedGraph(store.address.kind)
    }
    let digest = journal == nil ? "" : digest(of: quads, terms)
    let step = journal?.step(of: graph, digest)
    if step == .done {
      onStatements(quads.count)
      return .wasThere
    }
    let parts = parts(of: quads, terms)
    switch deed {
    case .add:
      for part in parts {
        try store.send(quads[part], of: terms, to: graph, .add)
        onStatements(part.count)
      }
    case .replace where quads.isEmpty: try store.remove(graph)
    case .replace where parts.count == 1 && store.address.kind.replacesAtOnce:
      try store.send(quads[...], of: terms, to: graph, .replace)
      onStatements(quads.count)
    case .replace: try stage(quads, terms, parts, graph, step, digest)
    }
    try journal?.note(.done, of: graph, digest)
    return .loaded
  }

  // MARK: By a graph beside

  private func stage(
    _ quads: [Quad], _ terms: borrowing TermTable, _ parts: [Range<Int>], _ graph: GraphName,
    _ step: LoadJournal.Step?, _ digest: String
  ) throws(PublishingError) {
    guard store.address.update != nil, store.address.query != nil else {
      throw .noEndpoint(
        flag: store.address.update == nil ? "--update-url" : "--query-url",
        reason: "\(graph) has \(quads.count) statements, more than go into one request, and to put "
          + "them beside and then in place takes SPARQL queries and updates")
    }
    let staging = Self.staging(for: graph)
    var isMoved = false
    var first = 0
    if let step {
      let staged = try store.count(staging)
      first = parts.lastIndex { $0.lowerBound <= staged } ?? 0
      // The first graph is emptied only when the second one is whole.
      if step == .moving, staged < quads.count {
        let placed = try store.count(graph)
        isMoved = isWhole(placed, quads, terms)
      }
      for part in parts[..<first] { onStatements(part.count) }
    }
    if !isMoved {
      try journal?.note(.staging, of: graph, digest)
      for number in first..<parts.count {
        try store.send(
          quads[parts[number]], of: terms, to: staging, number == 0 ? .replace : .add)
        onStatements(parts[number].count)
      }
      let counted = try store.count(staging)
      guard isWhole(counted, quads, terms) else {
        try? store.remove(staging)
        throw .miscounted(
          graph, url: store.address.graphs, sent: quads.count, counted: counted)
      }
      try journal?.note(.moving, of: graph, digest)
      try move(staging, to: graph, counted)
    }
    // Of a move that was cut off something may be left.
    if step != nil { try store.remove(staging) }
  }

  private func move(
    _ staging: GraphName, to graph: GraphName, _ count: Int
  ) throws(PublishingError) {
    do throws(PublishingError) {
      return try store.move(staging, to: graph)
    } catch {
      // Whether it was done before the answer was lost is for the store to say.
      guard case .noAnswer = error else { throw error }
      let staged = try store.count(staging)
      if staged == count {
        try store.move(staging, to: graph)
      } else if staged > 0 {
        throw error
      } else if try store.count(graph) != count {
        throw error
      }
    }
  }

  /// Whether a count is that of the statements, of which a store may take some for the same.
  private func isWhole(_ count: Int, _ quads: [Quad], _ terms: borrowing TermTable) -> Bool {
    guard count < quads.count else { return count == quads.count }
    return count >= GraphComparison.countByValue(quads, terms, store.address.kind.precision)
  }

  // MARK: Parts

  /// Statements in parts for a request each; one part where blank nodes join them.
  private func parts(of quads: [Quad], _ terms: borrowing TermTable) -> [Range<Int>] {
    var hasBlankNodes = false
    for quad in quads {
      hasBlankNodes =
        hasBlankNodes || terms.kind(of: quad.subject) == .blankNode
        || terms.kind(of: quad.object) == .blankNode
    }
    guard !hasBlankNodes else { return [0..<quads.count] }
    return stride(from: 0, to: quads.count, by: partSize).map {
      $0..<min($0 + partSize, quads.count)
    }
  }

  private func digest(of quads: [Quad], _ terms: borrowing TermTable) -> String {
    var hash = SHA256()
    hash.update(data: Data("\(deed.rawValue) \(partSize)\n".utf8))
    var start = 0
    while start < quads.count {
      let end = min(start + 8192, quads.count)
      var bytes: [UInt8] = []
      LineWriter.append(quads[start..<end], of: terms, syntax: .ntriples, to: &bytes)
      hash.update(data: bytes)
      start = end
    }
    return Self.hex(hash.finalize())
  }

  private static func hex(_ digest: some Sequence<UInt8>) -> String {
    digest.map { byte in
      let text = String(byte, radix: 16)
      return text.count < 2 ? "0\(text)" : text
    }.joined()
  }
}
