internal import RDF

/// What can be said of a shapes graph before there are data.
extension ShapesReader {
  /// Finds what is likely not meant.
  func warnings(_ terms: borrowing TermTable) -> [ShapesWarning] {
    var found = unknownTerms(terms)
    var referred = Set<TermID>()
    for parameter in [SH.property, .node, .not, .qualifiedValueShape, .parameter] {
      for entry in graph.entries(predicate: vocabulary[parameter]) {
        referred.insert(entry.quad.object)
      }
    }
    for entry in graph.entries(predicate: .rdfFirst) { referred.insert(entry.quad.object) }
    let faulty = Set(faults.map(\.shape))
    for shape in shapes
    where shape.targets.isEmpty && !shape.isDeactivated && !faulty.contains(shape.node) {
      guard !referred.contains(shape.node), !hasOtherTargets(shape.node) else { continue }
      found.append(.unused(shape: shape.node))
    }
    for shape in shapes where !shape.isDeactivated {
      for (parameter, others) in Self.companions where !objects(shape.node, parameter).isEmpty {
        guard others.allSatisfy({ objects(shape.node, $0).isEmpty }) else { continue }
        let names = others.map { "sh:\($0.rawValue)" }.joined(separator: " or ")
        found.append(.idle(shape: shape.node, parameter: parameter, without: names))
      }
    }
    if shapes.isEmpty { found.append(.noShapes) }
    return found
  }

  private static let companions: [(SH, [SH])] = [
    (.flags, [.pattern]), (.ignoredProperties, [.closed]),
    (.qualifiedValueShape, [.qualifiedMinCount, .qualifiedMaxCount]),
    (.qualifiedMinCount, [.qualifiedValueShape]), (.qualifiedMaxCount, [.qualifiedValueShape]),
    (.qualifiedValueShapesDisjoint, [.qualifiedValueShape]),
  ]

  /// Whether a shape has targets of a kind that is not evaluated, which is said elsewhere.
  private func hasOtherTargets(_ node: TermID) -> Bool {
    graph.entries(subject: node).contains { vocabulary.isUnevaluated($0.quad.predicate) }
  }

  /// The terms that look like SHACL's and are none, where a shape's own predicates are not: those
  /// are faults, for they may be constraints.
  private func unknownTerms(_ terms: borrowing TermTable) -> [ShapesWarning] {
    var known: [TermID: Bool] = [:]
    var found: [ShapesWarning] = []
    for entry in graph.all {
      let quad = entry.quad
      for term in [quad.predicate, quad.object] where terms.kind(of: term) == .iri {
        let isUnknown: Bool
        if let before = known[term] {
          isUnknown = before
        } else {
          isUnknown = Self.isUnknown(terms.string(of: term))
          known[term] = isUnknown
        }
        let isFault =
          term == quad.predicate && isShape(quad.subject)
          && terms.string(of: term).hasPrefix(SH.namespace)
        let warning = ShapesWarning.unknownTerm(subject: quad.subject, term: term)
        if isUnknown, !isFault, found.last != warning { found.append(warning) }
      }
    }
    return found
  }

  private static func isUnknown(_ iri: String) -> Bool {
    if iri.hasPrefix(SH.namespace) {
      return !SHACLNames.all.contains(String(iri.dropFirst(SH.namespace.count)))
    }
    let plain = iri.lowercased()
    return ["http://www.w3.org/ns/shacl", "https://www.w3.org/ns/shacl", "http://w3.org/ns/shacl"]
      .contains {
        plain.hasPrefix($0) && plain.dropFirst($0.count).first.map { "#/".contains($0) } == true
      }
  }
}
