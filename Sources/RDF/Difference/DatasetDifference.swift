/// What was removed from a dataset and added to it to make another, blank nodes and all.
///
/// Quads without blank nodes are compared as they are. Blank nodes that quads join are looked for
/// as a whole in the other dataset, whatever their labels; of those that changed as many as can be
/// are paired (see ``BlankNodeAlignment``), and the others are removed and added. Applied to the
/// old dataset it gives the new one; it is not always the shortest that does.
///
/// A blank node of the old dataset has its label of the old dataset's ``CanonicalForm``, so that
/// anyone who canonicalises that one can apply the difference; a new one is `new0`, `new1`…
public struct DatasetDifference: ~Copyable, Sendable {
  /// The terms of both datasets' differing quads, and maybe more.
  public private(set) var terms = TermTable()
  /// The quads that only the old dataset has, in the order of their lines.
  public private(set) var removed: [Quad] = []
  /// The quads that only the new dataset has, in the order of their lines.
  public private(set) var added: [Quad] = []
  /// An rdfs:label of either dataset for what differing quads name, the new one's before the old
  /// one's and of those the first by its bytes.
  public private(set) var labels: [TermID: TermID] = [:]

  /// Whether the two datasets are isomorphic.
  public var isEmpty: Bool { removed.isEmpty && added.isEmpty }

  /// Compares two datasets.
  ///
  /// - Throws: ``DifferenceError``.
  public init(
    from old: borrowing Dataset, to new: borrowing Dataset, canonicalizer: Canonicalizer
  ) throws(DifferenceError) {
    var left = TermMap(count: old.terms.count)
    var right = TermMap(count: new.terms.count)
    do throws(TermError) {
      let before = try Self.ground(old, &left, &terms)
      let after = try Self.ground(new, &right, &terms)
      removed = before.filter { !after.contains($0) }
      added = after.filter { !before.contains($0) }
    } catch {
      throw .term(error)
    }
    if try !Self.areEqual(old, new) {
      try compareBlankNodes(old, &left, new, &right, canonicalizer)
    }
    sort()
    do throws(TermError) {
      try addLabels(of: old, &left)
      try addLabels(of: new, &right)
    } catch {
      throw .term(error)
    }
  }

  /// Whether two datasets have the same quads, the labels of blank nodes among them: then nothing
  /// need be told apart.
  private static func areEqual(
    _ old: borrowing Dataset, _ new: borrowing Dataset
  ) throws(DifferenceError) -> Bool {
    guard old.quads.count == new.quads.count else { return false }
    var terms = TermTable()
    var left = TermMap(count: old.terms.count)
    var right = TermMap(count: new.terms.count)
    do throws(TermError) {
      var quads = Set<Quad>()
      for quad in old.quads {
        quads.insert(try left.quad(quad, of: old.terms, into: &terms))
      }
      for quad in new.quads {
        guard quads.contains(try right.quad(quad, of: new.terms, into: &terms)) else {
          return false
        }
      }
      return true
    } catch {
      throw .term(error)
    }
  }

  private mutating func compareBlankNodes(
    _ old: borrowing Dataset, _ left: inout TermMap, _ new: borrowing Dataset,
    _ right: inout TermMap, _ canonicalizer: Canonicalizer
  ) throws(DifferenceError) {
    let ours = try Self.components(of: old, .old, canonicalizer)
    let theirs = try Self.components(of: new, .new, canonicalizer)
    let lone = BlankNodeComponent.withoutShared(ours, theirs)
    if lone.left.isEmpty, lone.right.isEmpty { return }
    let form: CanonicalForm?
    do throws(CanonicalizationError) {
      form = lone.left.isEmpty ? nil : try canonicalizer.canonicalForm(of: old)
    } catch {
      throw .canonicalization(error, .old)
    }
    do throws(TermError) {
      try compare(lone.left, old, form, &left, with: lone.right, new, &right)
    } catch {
      throw .term(error)
    }
  }

  private static func components(
    of dataset: borrowing Dataset, _ side: DifferenceError.Side, _ canonicalizer: Canonicalizer
  ) throws(DifferenceError) -> [BlankNodeComponent] {
    do throws(CanonicalizationError) {
      return try BlankNodeComponent.all(of: dataset, canonicalizer)
    } catch {
      throw .canonicalization(error, side)
    }
  }

  /// The quads without blank nodes, in this difference's terms.
  private static func ground(
    _ dataset: borrowing Dataset, _ map: inout TermMap, _ terms: inout TermTable
  ) throws(TermError) -> Set<Quad> {
    var found = Set<Quad>()
    for quad in dataset.quads {
      let hasBlankNode = [quad.subject, quad.object, quad.graph].contains {
        $0 != .defaultGraph && dataset.terms.kind(of: $0) == .blankNode
      }
      if hasBlankNode { continue }
      found.insert(try map.quad(quad, of: dataset.terms, into: &terms))
    }
    return found
  }

  /// Compares the quads of components that only one dataset has as a whole.
  private mutating func compare(
    _ ours: [BlankNodeComponent], _ old: borrowing Dataset, _ form: CanonicalForm?,
    _ left: inout TermMap, with theirs: [BlankNodeComponent], _ new: borrowing Dataset,
    _ right: inout TermMap
  ) throws(TermError) {
    let (oldNodes, oldStatements) = try statements(ours, old, &left)
    let (newNodes, newStatements) = try statements(theirs, new, &right)
    let pairs = BlankNodeAlignment.pair(
      old: oldStatements, nodes: oldNodes.count, new: newStatements, nodes: newNodes.count)
    for node in oldNodes {
      let label = form?.label(of: node) ?? "old"
      left[node] = try terms.blankNode(Array(label.utf8).span)
    }
    var count = 0
    for (node, pair) in zip(newNodes, pairs) {
      if let pair {
        right[node] = left[oldNodes[pair]]
      } else {
        right[node] = try terms.blankNode(Array("new\(count)".utf8).span)
        count += 1
      }
    }
    var before = Set<Quad>()
    for quad in ours.flatMap(\.quads) {
      before.insert(try left.quad(quad, of: old.terms, into: &terms))
    }
    var after = Set<Quad>()
    for quad in theirs.flatMap(\.quads) {
      after.insert(try right.quad(quad, of: new.terms, into: &terms))
    }
    removed += before.subtracting(after)
    added += after.subtracting(before)
  }

  /// The blank nodes of components in their canonical order, and their quads for the alignment.
  private mutating func statements(
    _ components: [BlankNodeComponent], _ dataset: borrowing Dataset, _ map: inout TermMap
  ) throws(TermError) -> (nodes: [TermID], statements: [BlankNodeAlignment.Statement]) {
    let nodes = components.flatMap(\.form.blankNodes)
    var numbers: [TermID: Int] = [:]
    for (number, node) in nodes.enumerated() { numbers[node] = number }
    var statements: [BlankNodeAlignment.Statement] = []
    for quad in components.flatMap(\.quads) {
      var slots: [BlankNodeAlignment.Slot] = []
      for term in [quad.subject, quad.object, quad.graph] {
        if let number = numbers[term] {
          slots.append(.node(number))
        } else {
          slots.append(.term(try map.term(term, of: dataset.terms, into: &terms)))
        }
      }
      let predicate = try map.term(quad.predicate, of: dataset.terms, into: &terms)
      statements.append(
        BlankNodeAlignment.Statement(
          subject: slots[0], predicate: predicate, object: slots[1], graph: slots[2]))
    }
    return (nodes, statements)
  }

  /// Puts the quads in the order of their lines.
  private mutating func sort() {
    for isRemoved in [true, false] {
      var lines: [(line: [UInt8], quad: Quad)] = []
      for quad in isRemoved ? removed : added {
        var line: [UInt8] = []
        CanonicalLine.append(quad, of: terms, to: &line) { terms.appendText(of: $0, to: &$1) }
        lines.append((line, quad))
      }
      lines.sort { $0.line.lexicographicallyPrecedes($1.line) }
      if isRemoved { removed = lines.map(\.quad) } else { added = lines.map(\.quad) }
    }
  }

  /// Notes the labels that a dataset gives to what differing quads name.
  private mutating func addLabels(
    of dataset: borrowing Dataset, _ map: inout TermMap
  ) throws(TermError) {
    var named = Set<TermID>()
    for quad in removed + added {
      named.formUnion([quad.subject, quad.predicate, quad.object, quad.graph])
    }
    var found: [TermID: [UInt8]] = [:]
    for quad in dataset.quads where quad.predicate == .rdfsLabel {
      guard dataset.terms.kind(of: quad.object) == .literal, let subject = map[quad.subject],
        named.contains(subject)
      else { continue }
      let spelling = Array(dataset.terms.bytes[dataset.terms.spelling(of: quad.object)])
      if let other = found[subject], !spelling.lexicographicallyPrecedes(other) { continue }
      found[subject] = spelling
      labels[subject] = try map.term(quad.object, of: dataset.terms, into: &terms)
    }
  }
}
