internal import Ontology
internal import RDF

/// The events and claims of one article as rows.
struct ArticleTables {
  private let quads: ArticleQuads
  private let ontology: Ontology
  private let options: Projection.Options
  private let article: TableArticle
  private var quotes: [TermID: [String]] = [:]
  private var claims: [ViewTerm] = []
  private var isClaim = Set<TermID>()
  private var isNode = Set<TermID>()

  private static let griot = Ontology.namespace
  private static let oa = "http://www.w3.org/ns/oa#"
  private static let prov = "http://www.w3.org/ns/prov#"
  private static let sem = "http://semanticweb.cs.vu.nl/2009/11/sem/"
  private static let geo = "http://www.w3.org/2003/01/geo/wgs84_pos#"
  private static let geosparql = "http://www.opengis.net/ont/geosparql#"
  private static let schema = "https://schema.org/"
  private static let altLabel = "http://www.w3.org/2004/02/skos/core#altLabel"

  /// What tables have columns of their own for, or what is no matter of the article.
  private static let ownWords: Set<String> = [
    "status", "named", "date", "datePart", "dateText", "dateQualifier", "interval", "confidence",
    "basis", "degree", "bound", "unit", "quantityText", "supports", "attributedTo", "via",
  ]

  init(_ quads: ArticleQuads, _ ontology: Ontology, _ options: Projection.Options) {
    self.quads = quads
    self.ontology = ontology
    self.options = options
    article = TableArticle(
      iri: quads.article.text,
      title: quads.value(quads.article.id, "http://purl.org/dc/terms/title")?.text)
    for subject in quads.subjects {
      let types = self.types(subject.id)
      if types.contains(Self.griot + "Claim") {
        claims.append(subject)
        isClaim.insert(subject.id)
      } else if types.contains(where: { !$0.hasPrefix(Self.oa) }) {
        isNode.insert(subject.id)
      }
      collectQuotes(subject.id)
    }
  }

  private func types(_ subject: TermID) -> [String] {
    quads.values(subject, Namespace.rdf + "type").map(\.text)
  }

  private mutating func collectQuotes(_ annotation: TermID) {
    guard quads.value(annotation, Self.oa + "motivatedBy")?.text == Self.oa + "linking" else {
      return
    }
    var words: [String] = []
    for target in quads.values(annotation, Self.oa + "hasTarget") {
      for selector in quads.values(target.id, Self.oa + "hasSelector") {
        words += quads.values(selector.id, Self.oa + "exact").map(\.text)
      }
    }
    for body in quads.values(annotation, Self.oa + "hasBody") {
      for word in words { Self.append(word, to: &quotes[body.id, default: []]) }
    }
  }

  /// Adds a text that is not there yet; to Swift, composed and decomposed letters are equal.
  private static func append(_ text: String, to list: inout [String]) {
    if !list.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { list.append(text) }
  }

  private func locals(_ subject: TermID, _ name: String) -> [String] {
    quads.values(subject, Self.griot + name).map(\.localName)
  }

  private func texts(_ subject: TermID, _ predicate: String) -> [String] {
    quads.values(subject, predicate).map(\.text)
  }

  /// A thing's label in the preferred language, else any, else the last part of its IRI.
  private func label(_ term: ViewTerm) -> String {
    if isClaim.contains(term.id) { return claimText(term) }
    let labels = quads.labels(term.id, Namespace.rdfs + "label")
    for language in options.languages {
      if let label = labels.first(where: { $0.language == language }) { return label.text }
    }
    return labels.first?.text ?? term.localName
  }

  private func claimText(_ claim: ViewTerm) -> String {
    let parts = ["subject", "object"].map { part in
      quads.value(claim.id, Namespace.rdf + part).map { term in
        // A claim about a claim is named, not spelt out, for they can go round in a ring.
        term.kind == .literal ? term.text : isClaim.contains(term.id) ? term.localName : label(term)
      } ?? ""
    }
    let predicate = quads.value(claim.id, Namespace.rdf + "predicate")?.localName ?? ""
    return prefix(claim.id) + parts.joined(separator: " \(predicate) ")
  }

  private func qualification(_ subject: TermID) -> TableQualification {
    func labels(_ predicates: [String]) -> [String] {
      predicates.flatMap { quads.values(subject, $0) }.map { label($0) }
    }
    return TableQualification(
      status: locals(subject, "status"),
      agents: labels([Self.prov + "wasAttributedTo", Self.griot + "attributedTo"]),
      sources: labels([Self.prov + "hadPrimarySource", Self.griot + "via"]),
      confidence: texts(subject, Self.griot + "confidence"))
  }

  private func time(_ subject: TermID) -> TableTime {
    var earliest = texts(subject, Self.sem + "hasEarliestBeginTimeStamp")
    var latest = texts(subject, Self.sem + "hasLatestEndTimeStamp")
    let date = texts(subject, Self.griot + "date")
    let interval = texts(subject, Self.griot + "interval")
    if earliest.isEmpty, latest.isEmpty, let text = (date + interval).first,
      let bounds = try? EDTF(text)
    {
      earliest = bounds.earliestBegin.map { [$0.lexical] } ?? []
      latest = bounds.latestEnd.map { [$0.lexical] } ?? []
    }
    return TableTime(
      date: date, parts: locals(subject, "datePart"), interval: interval, earliest: earliest,
      latest: latest)
  }

  /// How a claim is put, where that is not as a fact of the article: `reported: `.
  private func prefix(_ claim: TermID) -> String {
    let status = locals(claim, "status").first ?? "asserted"
    if status != "asserted" { return status + ": " }
    if quads.value(claim, Self.prov + "wasAttributedTo") != nil { return "attributed: " }
    if let degree = locals(claim, "degree").first { return degree + ": " }
    if quads.value(claim, Self.griot + "basis") != nil { return "background: " }
    return ""
  }

  /// A literal with its bound and unit: `> 180 persons`.
  private func bounded(_ claim: TermID, _ text: String) -> String {
    let signs = [
      "approximately": "≈ ", "atLeast": "≥ ", "atMost": "≤ ", "moreThan": "> ", "lessThan": "< ",
    ]
    guard let sign = locals(claim, "bound").first.flatMap({ signs[$0] }) else { return text }
    let unit = quads.value(claim, Self.griot + "unit").map { " " + $0.text } ?? ""
    return sign + text + unit
  }

  // MARK: Events

  func events() -> [EventRow] {
    var claimed: [TermID: [ViewTerm]] = [:]
    for claim in claims {
      guard let subject = quads.value(claim.id, Namespace.rdf + "subject") else { continue }
      claimed[subject.id, default: []].append(claim)
    }
    return quads.subjects.filter { isNode.contains($0.id) }.compactMap { subject in
      let types = self.types(subject.id)
      let kind = ViewKind(
        types: types, hasStatus: quads.value(subject.id, Self.griot + "status") != nil,
        ontology: ontology)
      guard kind == .event, subject.id != quads.article.id else { return nil }
      return event(subject, types, claimed[subject.id] ?? [])
    }
  }

  private func event(
    _ subject: ViewTerm, _ types: [String], _ claims: [ViewTerm]
  ) -> EventRow {
    let (points, hasUnusable) = points(of: subject.id, claims)
    var row = EventRow(
      iri: subject.text, type: specific(types), label: label(subject), time: time(subject.id),
      put: qualification(subject.id), quotes: quotes[subject.id] ?? [], article: article,
      points: points, hasUnusablePoint: hasUnusable)
    for one in quads.statements(of: subject.id) {
      guard isShown(one.predicate), !one.isBackground || options.extras.contains(.background)
      else { continue }
      let text = one.object.kind == .literal ? one.object.text : label(one.object)
      add(text, one.predicate, to: &row)
    }
    for claim in claims {
      guard let predicate = quads.value(claim.id, Namespace.rdf + "predicate"),
        let object = quads.value(claim.id, Namespace.rdf + "object")
      else { continue }
      let put = prefix(claim.id)
      guard put != "denied: " || options.extras.contains(.denied),
        quads.value(claim.id, Self.griot + "basis") == nil || options.extras.contains(.background)
      else { continue }
      let text = object.kind == .literal ? bounded(claim.id, object.text) : label(object)
      add(put + text, predicate, to: &row)
    }
    return row
  }

  /// Adds a value to its property's column; a place is one whatever its property is called.
  private func add(_ text: String, _ predicate: ViewTerm, to row: inout EventRow) {
    let column = EventTables.columnName(predicate.localName)
    Self.append(text, to: &row.values[column, default: []])
    if column != "place", isPlace(predicate.text) {
      Self.append(text, to: &row.values["place", default: []])
    }
  }

  private func isShown(_ predicate: ViewTerm) -> Bool {
    let hidden = [Namespace.rdf + "type", Namespace.rdfs + "label", Self.altLabel]
    let isOwn =
      predicate.text.hasPrefix(Self.griot) && Self.ownWords.contains(predicate.localName)
    return !isOwn && !hidden.contains(predicate.text) && !predicate.text.hasPrefix(Self.sem)
      && !predicate.text.hasPrefix(Self.prov)
  }

  /// The class with the most classes above it; the first where several have.
  private func specific(_ types: [String]) -> String {
    var best: (iri: String, depth: Int)?
    for type in types {
      let depth = ontology.ancestors(ofClass: type).count
      if best.map({ depth > $0.depth }) ?? true { best = (type, depth) }
    }
    let iri = best?.iri ?? ""
    return iri.lastIndex { $0 == "#" || $0 == "/" }.map { String(iri[iri.index(after: $0)...]) }
      ?? iri
  }

  // MARK: Places

  /// Where an event is: the points of its places, as far as it is not denied that it is there.
  private func points(
    of event: TermID, _ claims: [ViewTerm]
  ) -> (points: [GeoPoint], hasUnusable: Bool) {
    var places = quads.statements(of: event).filter { isPlace($0.predicate.text) }.map(\.object)
    for claim in claims {
      guard let predicate = quads.value(claim.id, Namespace.rdf + "predicate"),
        isPlace(predicate.text), let place = quads.value(claim.id, Namespace.rdf + "object"),
        prefix(claim.id) != "denied: " || options.extras.contains(.denied)
      else { continue }
      places.append(place)
    }
    var points: [GeoPoint] = []
    var hasUnusable = false
    for place in places where place.kind != .literal {
      for point in self.points(of: place.id) {
        guard let point else {
          hasUnusable = true
          continue
        }
        if !points.contains(point) { points.append(point) }
      }
    }
    return (points, hasUnusable)
  }

  /// Whether a property says where an event is; not whence or whither.
  private func isPlace(_ property: String) -> Bool {
    let names = [Self.griot + "place", Self.sem + "hasPlace", Self.schema + "location"]
    var open = [property]
    var seen = Set(open)
    while let next = open.popLast() {
      if names.contains(next) { return true }
      for above in ontology.propertyOf(iri: next)?.superproperties ?? []
      where seen.insert(above).inserted { open.append(above) }
    }
    return false
  }

  /// The points of a place, by whatever of the usual vocabularies; nil for one that is none.
  private func points(of place: TermID) -> [GeoPoint?] {
    var found: [GeoPoint?] = []
    var geometries = [place]
    for property in ["hasGeometry", "hasDefaultGeometry"] {
      geometries += quads.values(place, Self.geosparql + property).map(\.id)
    }
    geometries += quads.values(place, Self.schema + "geo").map(\.id)
    let pairs = [
      (Self.geo + "long", Self.geo + "lat"), (Self.schema + "longitude", Self.schema + "latitude"),
    ]
    for geometry in geometries {
      for text in texts(geometry, Self.geosparql + "asWKT") { found.append(GeoPoint(wkt: text)) }
      for (longitude, latitude) in pairs {
        let values = (texts(geometry, longitude), texts(geometry, latitude))
        guard !values.0.isEmpty || !values.1.isEmpty else { continue }
        // Of several numbers nobody can say which belong together.
        guard values.0.count == 1, values.1.count == 1 else {
          found.append(nil)
          continue
        }
        found.append(GeoPoint(longitude: values.0[0], latitude: values.1[0]))
      }
    }
    return found
  }

  // MARK: Claims

  func claimRows() -> [ClaimRow] {
    claims.compactMap { claim in
      guard let subject = quads.value(claim.id, Namespace.rdf + "subject"),
        let predicate = quads.value(claim.id, Namespace.rdf + "predicate"),
        let object = quads.value(claim.id, Namespace.rdf + "object")
      else { return nil }
      let isLiteral = object.kind == .literal
      return ClaimRow(
        iri: claim.text, subject: (label(subject), subject.text), predicate: predicate.localName,
        object: isLiteral ? object.text : label(object), objectIRI: isLiteral ? nil : object.text,
        datatype: object.datatype, bound: locals(claim.id, "bound"),
        unit: texts(claim.id, Self.griot + "unit"), degree: locals(claim.id, "degree"),
        basis: locals(claim.id, "basis"), time: time(claim.id), put: qualification(claim.id),
        quotes: quotes[claim.id] ?? [], article: article)
    }
  }
}
