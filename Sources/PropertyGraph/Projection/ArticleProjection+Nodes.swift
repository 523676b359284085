internal import Ontology
internal import RDF

/// The values of nodes.
extension ArticleProjection {
  /// A thing's label in the preferred language, else any, else the last part of its IRI.
  func label(_ term: TermID, _ dataset: borrowing Dataset) -> String {
    let labels = values(term, .label)
    for language in options.languages {
      for one in labels where dataset.terms.language(of: one) == language {
        return dataset.terms.string(of: one)
      }
    }
    return labels.first.map { dataset.terms.string(of: $0) }
      ?? (dataset.terms.kind(of: term) == .iri
        ? dataset.terms.localName(of: term) : dataset.terms.string(of: term))
  }

  mutating func nodeValues(_ subject: TermID, _ dataset: borrowing Dataset) -> GraphValues {
    var found = GraphValues()
    let isClaim = isClaim.contains(subject)
    let text = isClaim ? claimText(subject, dataset) : label(subject, dataset)
    found.add(.iri, [iri(of: subject, dataset)])
    found.add(.label, [text])
    addLabels(of: subject, to: &found, dataset)
    found.add(.name, [text])
    let types = values(subject, .type)
    found.add(.labelV, [isClaim ? "Claim" : specific(types)])
    for type in types { found.add(.types, [words.curie(ofClass: type)]) }
    addData(of: subject, to: &found, dataset)
    let graph = bySubject[subject].first?.graph ?? links[subject].first?.graph
    found.add(.source, sources(graph.map { [$0] } ?? [], dataset).articles)
    if dataset.terms.kind(of: subject) == .blankNode {
      note(.blankNode, iri(of: subject, dataset), "iri", text)
    }
    return found
  }

  /// All that a thing has but its names, types and source.
  mutating func addData(
    of subject: TermID, to found: inout GraphValues, _ dataset: borrowing Dataset
  ) {
    addQualification(of: subject, to: &found, dataset)
    addDates(of: subject, to: &found, dataset)
    found.add(
      .named, strings(subject, .named, dataset).map { $0 == "1" ? "true" : $0 })
    for term in values(subject, .altLabel) {
      found.add(.altLabel, [dataset.terms.string(of: term)])
      if dataset.terms.language(of: term) != nil {
        let name = dataset.terms.string(of: subject)
        note(.languageTag, name, "altLabel", dataset.terms.spelled(term))
      }
    }
    addLinks(of: subject, to: &found, dataset)
    if !isClaim.contains(subject) { addProperties(of: subject, to: &found, dataset) }
    found.add(.evidence, evidence[subject] ?? [])
  }

  mutating func addLabels(
    of subject: TermID, to found: inout GraphValues, _ dataset: borrowing Dataset
  ) {
    var byLanguage: [(language: String, texts: [String])] = []
    for one in values(subject, .label) {
      let text = dataset.terms.string(of: one)
      guard let language = dataset.terms.language(of: one) else {
        if text != label(subject, dataset) {
          note(.detail, dataset.terms.string(of: subject), "label", text)
        }
        continue
      }
      if let place = byLanguage.firstIndex(where: { $0.language == language }) {
        byLanguage[place].texts.append(text)
      } else {
        byLanguage.append((language, [text]))
      }
    }
    for (language, texts) in byLanguage {
      found.add(words.keys.number("label.\(language)"), texts)
    }
  }

  /// The class with the most classes above it; the first where several have.
  private mutating func specific(_ types: [TermID]) -> String {
    var best: (type: TermID?, depth: Int) = (nil, -1)
    for type in types {
      let depth = words.facts[type]?.depth ?? 1
      if depth > best.depth { best = (type, depth) }
    }
    return best.type.map { words.typeName(of: $0) } ?? "Resource"
  }

  func addQualification(
    of subject: TermID, to found: inout GraphValues, _ dataset: borrowing Dataset
  ) {
    found.add(.status, locals(subject, .status, dataset))
    for agent in values(subject, .wasAttributedTo)
      + values(subject, .attributedTo)
    {
      found.add(.attributedTo, [label(agent, dataset)])
    }
    for source in values(subject, .hadPrimarySource)
      + values(subject, .via)
    {
      found.add(.via, [label(source, dataset)])
    }
    found.add(.degree, locals(subject, .degree, dataset))
    found.add(.basis, locals(subject, .basis, dataset))
    found.add(.interval, strings(subject, .interval, dataset))
    found.add(.confidence, strings(subject, .confidence, dataset))
  }

  private func addDates(
    of subject: TermID, to found: inout GraphValues, _ dataset: borrowing Dataset
  ) {
    let parts = locals(subject, .datePart, dataset)
    let dates = strings(subject, .date, dataset)
    found.add(
      .date, dates.map { parts.isEmpty ? $0 : "\($0) (\(parts.joined(separator: ", ")))" })
    found.add(.earliest, strings(subject, .earliestBegin, dataset))
    found.add(.latest, strings(subject, .latestEnd, dataset))
  }

  private static let hosts: [(host: String, key: GraphKeyNumber.Fixed)] = [
    ("wikidata.org", .wikidata), ("geonames.org", .geonames), ("dbpedia.org", .dbpedia),
    ("publications.europa.eu", .eu),
  ]

  private func addLinks(
    of subject: TermID, to found: inout GraphValues, _ dataset: borrowing Dataset
  ) {
    var keys: [GraphKeyNumber.Fixed] = []
    var byKey: [GraphKeyNumber.Fixed: [String]] = [:]
    for link in links[subject] {
      let iri = dataset.terms.string(of: link.object)
      let isSame =
        link.predicate == property(.sameAs) || link.predicate == property(.exactMatch)
      let host =
        iri.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
        .dropFirst().first ?? ""
      let key =
        Self.hosts.first { host == $0.host || host.hasSuffix("." + $0.host) }?.key ?? .sameAs
      let place = isSame ? key : .pages
      if byKey[place] == nil { keys.append(place) }
      byKey[place, default: []].append(iri)
    }
    for key in keys { found.add(key, byKey[key] ?? []) }
  }
}
