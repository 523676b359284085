internal import Foundation
internal import JSON
internal import Linking
internal import RDF

/// Which graphs are to be removed after an export, found from its documents and from those of the
/// export before it.
struct GraphChanges {
  /// The name of the list of documents.
  static let documentsName = "documents.jsonl"
  /// The name of the list of graphs.
  static let deletedName = "deleted-graphs.tsv"

  private let since: SinceIndex?
  /// The articles that are replaced, each with what replaces it.
  private var replaced: [EntityKey: String] = [:]
  private var replacers: [EntityKey: EntityKey] = [:]
  private var isReplacementNew: Set<EntityKey> = []
  /// The articles of this export, with the graphs beside their own.
  private var present: [EntityKey: UInt8] = [:]
  /// Whether any article is replaced.
  var replacesAny: Bool { !replaced.isEmpty }
  /// Whether a record could not be read, so that its article may only seem to be gone.
  private(set) var hasUnknown = false
  /// The graphs, in order.
  private(set) var changes: [GraphChange] = []
  /// How many articles are gone.
  private(set) var goneArticles = 0

  init(_ since: SinceIndex?) { self.since = since }

  private static func key(_ article: String) -> EntityKey { EntityKey(Array(article.utf8).span) }

  /// Looks at a document, before ``finish(_:)`` is asked for any.
  mutating func add(_ row: DocumentRow) {
    guard let article = row.article else {
      hasUnknown = true
      return
    }
    let key = Self.key(article)
    present[key, default: 0] |= row.sideBits
    guard let former = row.replaces, row.digest != nil else { return }
    let formerKey = Self.key(former)
    // Two that replace each other say nothing.
    guard replacers[key] != formerKey else {
      replaced[key] = nil
      return
    }
    replaced[formerKey] = article
    replacers[formerKey] = key
    if !row.isUnchanged { isReplacementNew.insert(formerKey) }
  }

  /// What is written of a document: also whether it is replaced.
  mutating func finished(_ row: DocumentRow) -> DocumentRow {
    guard let article = row.article else { return row }
    let key = Self.key(article)
    var row = row
    row.replacedBy = nil
    if let other = replaced[key] {
      if !row.isUnchanged || isReplacementNew.contains(key) {
        for graph in row.graphs {
          changes.append(GraphChange(graph: graph, reason: .replaced, article: article))
        }
      }
      row.replacedBy = other
    }
    return row
  }

  /// Compares with the export before.
  ///
  /// - Throws: ``RunError`` when its list cannot be read.
  mutating func compare() throws(RunError) {
    guard let since else { return }
    var changes = changes
    var goneArticles = 0
    try since.forEachRow { row throws(RunError) in
      guard let article = row.article, row.digest != nil, row.replacedBy == nil else { return }
      let key = Self.key(article)
      if let sides = present[key] {
        guard replaced[key] == nil else { return }
        for (bit, side) in DocumentRow.sides.enumerated()
        where row.sides.contains(side) && sides & (1 << UInt8(bit)) == 0 {
          changes.append(
            GraphChange(graph: "\(article)/\(side)", reason: .changed, article: article))
        }
        return
      }
      let isReplaced = replaced[key] != nil
      guard isReplaced || !hasUnknown else { return }
      goneArticles += isReplaced ? 0 : 1
      for graph in row.graphs {
        changes.append(
          GraphChange(graph: graph, reason: isReplaced ? .replaced : .gone, article: article))
      }
    }
    self.changes = changes
    self.goneArticles = goneArticles
  }

  /// The list of graphs as a table with tabs.
  var table: [UInt8] {
    var bytes: [UInt8] = []
    TabTable.append(["graph", "why", "article"], to: &bytes)
    for change in changes {
      TabTable.append([change.graph, change.reason.rawValue, change.article], to: &bytes)
    }
    return bytes
  }
}
