public import RDF

/// What is said of the files of shapes.
extension Validator {
  /// Says which targets match nothing.
  ///
  /// - Parameters:
  ///   - targets: those that ``ValidationReport/unmatchedTargets`` of all that was validated have
  ///     in common.
  ///   - terms: the table of what was validated.
  /// - Returns: a warning for each, at its place.
  public func warnings(
    ofUnmatched targets: Set<TargetPlace>, _ terms: borrowing TermTable
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for place in targets.sorted(by: { ($0.shape, $0.target) < ($1.shape, $1.target) }) {
      let shape = shapes[place.shape]
      let (parameter, target) = shape.targets[place.target].parameter(of: shape.node)
      let warning = ShapesWarning.unmatched(shape: shape.node, parameter: parameter, target: target)
      found.append(Self.diagnostic(warning, vocabulary, places, shapes, terms))
    }
    return found
  }

  /// The one of a shape's messages to show: in the language asked for, in one that it is part of
  /// or has as a part, in English, in none, or whichever comes first.
  func message(of shape: Shape, _ terms: borrowing TermTable) -> TermID? {
    var best: (message: TermID, rank: Int)?
    let wanted = language.lowercased()
    for message in shape.messages {
      let tag = terms.language(of: message) ?? ""
      let rank =
        switch tag {
        case wanted: 0
        case _ where !tag.isEmpty && (wanted.hasPrefix(tag + "-") || tag.hasPrefix(wanted + "-")): 1
        case "en": 2
        case "": 3
        default: 4
        }
      if best.map({ rank < $0.rank }) ?? true { best = (message, rank) }
    }
    return best?.message
  }

  static func diagnostic(
    _ fault: ShapesFault, _ vocabulary: ShapesVocabulary, _ places: ShapePlaces, _ shapes: [Shape],
    _ terms: borrowing TermTable
  ) -> Diagnostic {
    let parameter: TermID? =
      switch fault {
      case .unsupported(_, let parameter), .ownComponent(_, _, let parameter): parameter
      case .illFormed(_, let parameter, _): vocabulary[parameter]
      case .entailment: vocabulary[.entailment]
      case .tooManySteps: vocabulary[.pattern]
      case .recursion: nil
      }
    let place = places.place(of: fault.shape, parameter)
    return Diagnostic(
      .error, file: place.file, position: place.position, sentence(fault, shapes, terms))
  }

  static func diagnostic(
    _ warning: ShapesWarning, _ vocabulary: ShapesVocabulary, _ places: ShapePlaces,
    _ shapes: [Shape], _ terms: borrowing TermTable
  ) -> Diagnostic {
    let (subject, term) = warning.place(vocabulary)
    let place = places.place(of: subject, saying: term)
    return Diagnostic(
      .warning, file: place.file, position: place.position, sentence(warning, shapes, terms))
  }

  private static func name(
    _ node: TermID, _ shapes: [Shape], _ terms: borrowing TermTable
  ) -> String {
    let named = shapes.first { $0.node == node }?.named ?? node
    if terms.kind(of: named) == .blankNode { return "a shape without a name" }
    return (named == node ? "shape " : "a shape of ") + terms.spelled(named)
  }

  /// A shape on the way round a cycle: its IRI, or its path.
  private static func step(
    _ node: TermID, _ shapes: [Shape], _ terms: borrowing TermTable
  ) -> String {
    if terms.kind(of: node) == .iri { return terms.spelled(node) }
    guard let path = shapes.first(where: { $0.node == node })?.path else { return "[ ]" }
    return "[ sh:path \(text(path, terms)) ]"
  }

  /// A path as SPARQL writes it.
  static func text(_ path: PropertyPath, _ terms: borrowing TermTable) -> String {
    var names: [TermID: String] = [:]
    for predicate in path.predicates { names[predicate] = terms.spelled(predicate) }
    return path.text { names[$0] ?? "" }
  }

  private static func sentence(
    _ fault: ShapesFault, _ shapes: [Shape], _ terms: borrowing TermTable
  ) -> String {
    switch fault {
    case .unsupported(let shape, let parameter):
      let local = terms.localName(of: parameter)
      let hint =
        SHACLNames.all.contains(local)
        ? "" : NearestName.hint(local, in: SH.allCases.map(\.rawValue))
      return "\(name(shape, shapes, terms)) has sh:\(local), which cannot be evaluated\(hint)"
    case .ownComponent(let shape, let component, let parameter):
      return "\(name(shape, shapes, terms)) has \(terms.spelled(parameter)) of the constraint "
        + "component \(terms.spelled(component)), which cannot be evaluated"
    case .entailment(let graph, let regime):
      return "the shapes of \(terms.spelled(graph)) ask for the entailment regime "
        + "\(terms.spelled(regime)), which cannot be carried out; remove sh:entailment to go without"
    case .illFormed(let shape, let parameter, let expected):
      return "\(name(shape, shapes, terms)) has an ill-formed sh:\(parameter.rawValue); expected "
        + expected
    case .recursion(let cycle):
      var steps: [String] = []
      for node in cycle.prefix(12) { steps.append(step(node, shapes, terms)) }
      if cycle.count > 12 { steps.append("…") }
      return
        "\(name(fault.shape, shapes, terms)) refers to itself, and SHACL leaves open what that "
        + "means: \(steps.joined(separator: " → "))"
    case .tooManySteps(let shape, let value):
      let text = terms.string(of: value)
      return "\(name(shape, shapes, terms)) has a sh:pattern that takes too long over a "
        + "text of \(text.unicodeScalars.count) characters; expected a smaller pattern"
    }
  }

  private static func sentence(
    _ warning: ShapesWarning, _ shapes: [Shape], _ terms: borrowing TermTable
  ) -> String {
    switch warning {
    case .unknownTerm(_, let term):
      let iri = terms.string(of: term)
      guard iri.hasPrefix(SH.namespace) else {
        return "\(terms.spelled(term)) is not in SHACL's namespace; did you mean "
          + "\"\(SH.namespace)\"?"
      }
      let local = String(iri.dropFirst(SH.namespace.count))
      return "SHACL has no term sh:\(local)"
        + NearestName.hint(local, in: SH.allCases.map(\.rawValue) + SHACLNames.all.sorted())
    case .unused(let shape):
      return
        "\(name(shape, shapes, terms)) is never used: it has no target, and no shape refers to it"
    case .idle(let shape, let parameter, let others):
      return
        "\(name(shape, shapes, terms)) has sh:\(parameter.rawValue), which says nothing without "
        + others
    case .unmatched(let shape, let parameter, let target):
      let word = parameter.map { "sh:\($0.rawValue) " } ?? "class "
      return "\(name(shape, shapes, terms)) is held against nothing by \(word)"
        + "\(terms.spelled(target)), for the data have no such "
        + (parameter == .targetNode
          ? "node"
          : parameter == nil || parameter == .targetClass
            ? "instance" : "statement")
    case .noShapes:
      return "there is no shape in the files of shapes"
    }
  }
}
