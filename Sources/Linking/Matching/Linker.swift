public import RDF

/// Finds what entities are to authorities, and proposes only what is unique, of a fitting type and
/// above a threshold; decisions of people come before all.
public struct Linker {
  /// How sure a match must be.
  public struct Policy: Sendable {
    /// The least score of a match.
    public var threshold: Double
    /// By how much a match must be better than what else is likely.
    public var margin: Double

    /// The threshold and margin that griot proposes matches by; docs/link.md says how they were
    /// chosen and measured.
    public init(threshold: Double = 0.85, margin: Double = 0.1) {
      self.threshold = threshold
      self.margin = margin
    }
  }

  private let authorities: [any Authority]
  private let comparison: Comparison
  private let policy: Policy
  /// The decisions of people, which come before all.
  public var decisions: DecisionLedger

  /// Makes a linker.
  public init(
    _ authorities: [any Authority], types: TypeTable, policy: Policy = Policy(),
    decisions: DecisionLedger = DecisionLedger()
  ) {
    self.authorities = authorities
    comparison = Comparison(types: types)
    self.policy = policy
    self.decisions = decisions
  }

  /// What the authorities know of some entities: for each one a finding per namespace, in order of
  /// the entities and then of the authorities.
  ///
  /// - Throws: ``LinkingError``.
  public func findings(
    for subjects: [LinkSubject]
  ) throws(LinkingError) -> (findings: [Finding], messages: [Diagnostic]) {
    let asked = subjects.filter { $0.isNamed != false }
    var groups: [(namespace: String, name: String, sources: [String], items: [[AuthorityItem]])] =
      []
    for authority in authorities {
      let found = try authority.candidates(for: asked)
      if let index = groups.firstIndex(where: { $0.namespace == authority.namespace }) {
        groups[index].sources.append(authority.name)
        for (number, items) in found.enumerated() {
          groups[index].items[number] = Self.merged(groups[index].items[number], items)
        }
      } else {
        groups.append((authority.namespace, authority.name, [authority.name], found))
      }
    }
    var number = -1
    var findings: [Finding] = []
    var refused: [Diagnostic] = []
    for subject in subjects {
      let isAsked = subject.isNamed != false
      if isAsked { number += 1 }
      for group in groups {
        let items = isAsked ? group.items[number] : []
        if let note = Self.disagreement(subject, items, group.sources) { refused.append(note) }
        findings.append(
          try finding(subject, items, group.name, group.namespace, &refused))
      }
      try addDecided(subject, groups.map(\.namespace), &findings, &refused)
    }
    return (findings, refused)
  }

  /// A note where one service says that a thing is the entity and another does not.
  private static func disagreement(
    _ subject: LinkSubject, _ items: [AuthorityItem], _ sources: [String]
  ) -> Diagnostic? {
    var matches: [(source: String, iris: [String])] = []
    for source in sources {
      let given = items.filter { item in item.verdicts.contains { $0.source == source } }
      let judged = given.flatMap(\.verdicts).contains { $0.source == source && $0.isMatch != nil }
      let isSilent = given.isEmpty && items.contains { $0.verdicts.contains { $0.isMatch != nil } }
      guard judged || isSilent else { continue }
      let iris = given.filter { item in
        item.verdicts.contains { $0.source == source && $0.isMatch == true }
      }.map(\.iri)
      matches.append((source, iris.sorted()))
    }
    guard let first = matches.first, matches.contains(where: { $0.iris != first.iris }) else {
      return nil
    }
    let words = matches.map { source, iris in
      "\(source) matches \(iris.isEmpty ? "nothing" : iris.joined(separator: ", "))"
    }
    return Diagnostic(
      .note, file: nil,
      "services disagree on \"\(subject.title)\": "
        + words.joined(separator: "; "))
  }

  /// One item per IRI, with what all sources know of it.
  private static func merged(
    _ first: [AuthorityItem], _ second: [AuthorityItem]
  ) -> [AuthorityItem] {
    var all = first
    for item in second {
      if let index = all.firstIndex(where: { $0.iri == item.iri }) {
        all[index].add(item)
      } else {
        all.append(item)
      }
    }
    return all
  }

  /// How alike names must be for a thing to be a candidate at all.
  private static let leastLikeness = 0.5

  private func finding(
    _ subject: LinkSubject, _ items: [AuthorityItem], _ authority: String, _ namespace: String,
    _ refused: inout [Diagnostic]
  ) throws(LinkingError) -> Finding {
    let candidates = items.map { item in
      Candidate(
        item: item,
        features: comparison.features(of: subject, and: item, namespace: namespace))
    }.filter { $0.features.names?.likeness ?? 0 >= Self.leastLikeness }
      .sorted { ($1.score, $0.item.iri) < ($0.score, $1.item.iri) }
    func ending(_ verdict: Finding.Verdict) -> Finding {
      Finding(
        subject: subject, authority: authority, namespace: namespace, candidates: candidates,
        verdict: verdict)
    }
    let made = decisions.decisions(on: subject.iri).filter {
      $0.target.hasPrefix(namespace) && !namespace.isEmpty || $0.target == namespace
    }
    if let chosen = made.last(where: { $0.isLink }) {
      guard let link = try link(subject, chosen, &refused) else { return ending(.open(.decided)) }
      return ending(.linked(link))
    }
    guard subject.isNamed != false else { return ending(.open(.unnamed)) }
    if made.contains(where: { $0.verdict == .none }) { return ending(.open(.decided)) }
    let rejected = Set(made.filter { $0.verdict == .different }.map(\.target))
    return ending(verdict(subject, candidates.filter { !rejected.contains($0.item.iri) }))
  }

  /// Whether the best candidate is a match.
  private func verdict(_ subject: LinkSubject, _ candidates: [Candidate]) -> Finding.Verdict {
    guard let best = candidates.first else { return .open(.noCandidate) }
    let features = best.features
    guard features.type == .same || features.type == .broader else {
      return .open(.type(features.type))
    }
    for (what, agreement) in [
      ("country", features.country), ("coordinates", features.coordinates),
      ("dates", features.dates), ("record", features.given),
    ] where agreement == .differs {
      return .open(.differs(what == "record" ? "what the record gives" : what))
    }
    guard best.score >= policy.threshold else { return .open(.belowThreshold) }
    for role in comparison.types.needs(of: subject.classes) where role == .country {
      guard features.country == .agrees else { return .open(.missing(role.rawValue)) }
    }
    let rivals = candidates.dropFirst().count {
      $0.features.bestCase > best.score - policy.margin
    }
    guard rivals == 0 else { return .open(.ambiguous(rivals + 1)) }
    guard features.isTelling else { return .open(.oneWord) }
    var link = Link(
      target: best.item.iri, label: best.label(subject.names.first?.primaryLanguage ?? ""),
      relation: comparison.isConcept(subject) ? .exactMatch : .sameAs, justification: .lexical,
      confidence: best.score, evidence: features.evidence)
    link.matched = features.names?.own.text ?? ""
    return .linked(link)
  }

  /// The link of a decision; nil after a report where it cannot be.
  private func link(
    _ subject: LinkSubject, _ decision: Decision, _ refused: inout [Diagnostic]
  ) throws(LinkingError) -> Link? {
    var item: AuthorityItem?
    for authority in authorities where decision.target.hasPrefix(authority.namespace) {
      guard let found = try authority.item(decision.target) else { continue }
      if item == nil { item = found } else { item?.add(found) }
    }
    let isConcept = comparison.isConcept(subject)
    if let item {
      if comparison.types.agreement(subject.classes, item.kinds) == .disjoint {
        refused.append(
          decision.refusal("\(item.iri) is of a type that no \(subject.title) can be"))
        return nil
      }
      if decision.relation == .sameAs, item.isConcept != isConcept {
        refused.append(
          decision.refusal("\(item.iri) is a concept of a thesaurus and \(subject.title) is not"))
        return nil
      }
    }
    guard decision.relation == .sameAs || isConcept else {
      refused.append(
        decision.refusal(
          "\(subject.title) is no concept of a thesaurus, so it has no \(decision.relation.rawValue)"
        ))
      return nil
    }
    let label = item.map { item in
      Candidate(item: item, features: Features()).label(subject.names.first?.primaryLanguage ?? "")
    }
    var link = Link(
      target: decision.target, label: label ?? "", relation: decision.relation,
      justification: .curated, confidence: 1, evidence: decision.evidence)
    link.author = decision.author
    link.date = decision.date
    return link
  }

  /// Adds findings for decisions on things of authorities that were not asked.
  private func addDecided(
    _ subject: LinkSubject, _ namespaces: [String], _ findings: inout [Finding],
    _ refused: inout [Diagnostic]
  ) throws(LinkingError) {
    for decision in decisions.decisions(on: subject.iri)
    where decision.isLink
      && !namespaces.contains(where: { !$0.isEmpty && decision.target.hasPrefix($0) })
    {
      guard let link = try link(subject, decision, &refused) else { continue }
      let cut = decision.target.lastIndex { $0 == "/" || $0 == "#" }
      let namespace = cut.map { String(decision.target[...$0]) } ?? decision.target
      findings.append(
        Finding(
          subject: subject, authority: decision.authority.isEmpty ? namespace : decision.authority,
          namespace: namespace, candidates: [], verdict: .linked(link)))
    }
  }
}
