internal import Ontology
internal import RDF

/// The results that contradictions are, each with the chain that leads to it.
struct Inconsistencies {
  let closure: Closure
  let places: AxiomPlaces
  private let words: AxiomWords
  private let sentences: InconsistencyWords

  /// No explanation is longer.
  static let stepLimit = 200

  init(_ closure: Closure, _ words: Words, _ places: AxiomPlaces) {
    self.closure = closure
    self.places = places
    self.words = AxiomWords(words: words, facts: closure.facts, names: closure.names)
    sentences = InconsistencyWords(words: self.words)
  }

  /// Makes as many results as a budget allows, where each quad of the data came from an origin.
  func results(
    of terms: borrowing TermTable, _ budget: inout ResultBudget, origin: (Int) -> SourceOffset
  ) -> [ValidationResult] {
    var results: [ValidationResult] = []
    for one in closure.contradictions {
      guard let constraint = budget.take(.axiom(one.rule.rawValue), .violation) else { continue }
      var made = result(one, terms, origin)
      made.constraint = constraint
      results.append(made)
    }
    return results
  }

  private func result(
    _ found: Contradiction, _ terms: borrowing TermTable,
    _ origin: (Int) -> SourceOffset
  ) -> ValidationResult {
    let focus = words.words.name(found.focus, terms)
    let sentence = sentences.sentence(found, terms)
    let property =
      InconsistencyWords.isOfThing(found)
      ? nil : found.path.map { words.words.term($0, terms) }
    let steps = explanation(found, terms, origin)
    let quad = quad(of: found)
    var result = ValidationResult(
      severity: .violation,
      focusNode: terms.spelled(found.focus),
      focusLabel: words.words.label(found.focus, terms),
      path: found.path.map { terms.spelled($0) },
      pathStructure: found.path.map { .predicate(terms.spelled($0)) },
      value: found.value.map { terms.spelled($0) },
      component: Ontology.namespace + found.rule.rawValue,
      source: found.facts.last.map { words.sentence(closure.facts.fact($0), terms) } ?? "",
      sourceName: "inconsistency",
      message: property.map { "\(focus): \($0) \(sentence)" } ?? "\(focus) \(sentence)",
      origin: quad.map { origin($0) } ?? .unknown)
    result.quad = quad
    result.family = .inconsistency
    result.explanation = steps
    return result
  }

  /// The last quad of the data that the premises of the property at fault rest on, or else any.
  private func quad(of found: Contradiction) -> Int? {
    var last: Int?
    let own = found.facts.filter { closure.facts.fact($0).predicate == found.path }
    for premise in own.contains(where: { closure.firstQuad($0) != nil }) ? own : found.facts {
      guard let own = closure.firstQuad(premise) else { continue }
      last = max(last ?? 0, own)
    }
    return last
  }

  private func explanation(
    _ found: Contradiction, _ terms: borrowing TermTable,
    _ origin: (Int) -> SourceOffset
  ) -> [ExplanationStep] {
    var order: [FactID] = []
    var positions: [FactID: Int] = [:]
    // Premises before what follows from them.
    var open: [(id: FactID, isReady: Bool)] = found.facts.reversed().map { ($0, false) }
    while let (id, isReady) = open.popLast(), order.count < Self.stepLimit {
      guard positions[id] == nil else { continue }
      guard !isReady, let derivation = closure.facts.derivation(id) else {
        positions[id] = order.count
        order.append(id)
        continue
      }
      open.append((id, true))
      for premise in derivation.premises.reversed() where positions[premise] == nil {
        open.append((premise, false))
      }
    }
    var steps: [ExplanationStep] = []
    for id in order {
      let fact = closure.facts.fact(id)
      let source: ExplanationStep.Source
      if let derivation = closure.facts.derivation(id) {
        source = .concluded(
          rule: derivation.rule.rawValue,
          premises: derivation.premises.compactMap { positions[$0] })
      } else if let quad = closure.quad(of: id) {
        source = .data(quad: quad, origin: origin(quad))
      } else {
        let place = places.place(ofQuad: id.index)
        source = .ontology(file: place.file, position: place.position)
      }
      steps.append(
        ExplanationStep(
          text: words.sentence(fact, terms),
          subject: terms.spelled(fact.subject),
          predicate: terms.spelled(fact.predicate),
          object: terms.spelled(fact.object), source: source))
    }
    return steps
  }
}
