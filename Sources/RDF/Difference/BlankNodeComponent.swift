/// Blank nodes that quads join, with all quads they are in; what one dataset has of it can be
/// looked for in another as a whole.
struct BlankNodeComponent {
  let quads: [Quad]
  let form: CanonicalForm

  /// The components of a dataset, in the order of their canonical forms.
  ///
  /// - Throws: ``CanonicalizationError/tooMuchWork(blankNodes:limit:)``.
  static func all(
    of dataset: borrowing Dataset, _ canonicalizer: Canonicalizer
  ) throws(CanonicalizationError) -> [BlankNodeComponent] {
    var roots = DisjointNodes()
    var firsts: [(quad: Quad, node: TermID)] = []
    for quad in dataset.quads {
      var first: TermID?
      for term in [quad.subject, quad.object, quad.graph]
      where term != .defaultGraph && dataset.terms.kind(of: term) == .blankNode {
        if let first { roots.join(first, term) } else { first = term }
      }
      if let first { firsts.append((quad, first)) }
    }
    // In order of appearance, so that the same input ends in the same way.
    var members: [[Quad]] = []
    var positions: [TermID: Int] = [:]
    for (quad, node) in firsts {
      let root = roots.root(of: node)
      let position = positions[root] ?? members.count
      if position == members.count {
        positions[root] = position
        members.append([])
      }
      members[position].append(quad)
    }
    var components: [BlankNodeComponent] = []
    components.reserveCapacity(members.count)
    var left = canonicalizer.limit
    for quads in members {
      let form = try canonicalizer.canonicalForm(of: quads, terms: dataset.terms, left: &left)
      components.append(BlankNodeComponent(quads: quads, form: form))
    }
    return components.sorted { $0.form.bytes.lexicographicallyPrecedes($1.form.bytes) }
  }

  /// What is left of two sorted lists of components without those that both have.
  static func withoutShared(
    _ left: [BlankNodeComponent], _ right: [BlankNodeComponent]
  ) -> (left: [BlankNodeComponent], right: [BlankNodeComponent]) {
    var lone: (left: [BlankNodeComponent], right: [BlankNodeComponent]) = ([], [])
    var (first, second) = (0, 0)
    while first < left.count, second < right.count {
      if left[first].form == right[second].form {
        first += 1
        second += 1
      } else if left[first].form.bytes.lexicographicallyPrecedes(right[second].form.bytes) {
        lone.left.append(left[first])
        first += 1
      } else {
        lone.right.append(right[second])
        second += 1
      }
    }
    lone.left += left[first...]
    lone.right += right[second...]
    return lone
  }
}

/// Sets of nodes that only ever grow together.
private struct DisjointNodes {
  private var parents: [TermID: TermID] = [:]

  mutating func root(of node: TermID) -> TermID {
    var root = node
    while let parent = parents[root] { root = parent }
    var step = node
    while step != root {
      let next = parents[step] ?? root
      parents[step] = root
      step = next
    }
    return root
  }

  mutating func join(_ left: TermID, _ right: TermID) {
    let (first, second) = (root(of: left), root(of: right))
    if first != second { parents[max(first, second)] = min(first, second) }
  }
}
