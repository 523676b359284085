internal import Extraction
internal import Ontology
internal import RDF

/// The mapping of one record: its IRIs, its graphs, and what was wrong.
struct RecordMapping {
  let mapper: Mapper
  let record: ExtractionRecord
  let article: TermID
  let background: TermID
  let links: TermID
  let provenanceGraph: TermID
  var diagnostics: [Diagnostic] = []
  /// The terms of the record's items once they are known: entities, events, relations.
  private var itemTerms: [TermID?]
  /// The languages of the labels so far, of nodes that several entities of the record may be.
  var labelled: [TermID: Set<String>] = [:]

  init(mapper: Mapper, record: ExtractionRecord, dataset: inout Dataset) throws(TermError) {
    self.mapper = mapper
    self.record = record
    itemTerms = Array(
      repeating: nil, count: record.entities.count + record.events.count + record.relations.count)
    let iri = Self.articleIRI(of: record.source.id, record, base: mapper.base)
    let text = String(decoding: iri, as: UTF8.self)
    article = try dataset.terms.iri(text)
    background = try dataset.terms.iri(text + "/background")
    links = try dataset.terms.iri(text + "/links")
    provenanceGraph = try dataset.terms.iri(text + "/provenance")
  }

  var vocabulary: RecordVocabulary { mapper.vocabulary }

  static func articleIRI(
    of id: RecordText, _ record: ExtractionRecord, base: [UInt8]
  ) -> [UInt8] {
    let text = record.strings.span.extracting(id.range)
    if IRISyntax.fault(in: text) == nil { return Array(record.strings[id.range]) }
    var bytes = base
    bytes.append(contentsOf: "article/".utf8)
    IRISegment.append(text, to: &bytes)
    return bytes
  }

  mutating func run(_ dataset: inout Dataset) {
    attempt(record.source.id.offset) { mapping throws(TermError) in
      try mapping.mapSource(&dataset)
      try mapping.mapProvenance(&dataset)
    }
    // Through spans, for an item taken out of its array is a copy of all it holds.
    let (entities, events, relations) = (record.entities, record.events, record.relations)
    for index in entities.indices {
      attempt(entities.span[index].offset) { mapping throws(TermError) in
        try mapping.map(entities.span[index], &dataset)
      }
    }
    for index in events.indices {
      attempt(events.span[index].offset) { mapping throws(TermError) in
        try mapping.map(events.span[index], &dataset)
      }
    }
    for index in relations.indices {
      attempt(relations.span[index].offset) { mapping throws(TermError) in
        try mapping.map(relations.span[index], &dataset)
      }
    }
  }

  private mutating func attempt(
    _ offset: SourceOffset, _ body: (inout Self) throws(TermError) -> Void
  ) {
    do throws(TermError) {
      try body(&self)
    } catch {
      report(offset, error.description)
    }
  }

  mutating func report(_ offset: SourceOffset, _ message: String) {
    diagnostics.append(
      Diagnostic(
        .error, file: record.file(of: offset), position: record.position(of: offset), message))
  }

  // MARK: IRIs

  /// An IRI below the article's: a path as it is written, then an id as a segment.
  func iri(
    _ path: StaticString, _ id: RecordText?, _ dataset: inout Dataset
  ) throws(TermError) -> TermID {
    try dataset.terms.iri(article) {
      $0.append(path)
      if let id { $0.append(segment: record.strings.span.extracting(id.range)) }
    }
  }

  /// The IRI of the item that an id stands for, or nil of an unknown one.
  mutating func iri(of id: RecordText, _ dataset: inout Dataset) throws(TermError) -> TermID? {
    guard let item = record.item(id) else { return nil }
    let number =
      switch item {
      case .entity(let index): index
      case .event(let index): record.entities.count + index
      case .relation(let index): record.entities.count + record.events.count + index
      }
    if let known = itemTerms[number] { return known }
    let term = try iri(of: item, id, &dataset)
    itemTerms[number] = term
    return term
  }

  private func iri(
    of item: ExtractionRecord.Item, _ id: RecordText, _ dataset: inout Dataset
  ) throws(TermError) -> TermID {
    let text = record.strings.span.extracting(id.range)
    if case .entity(let index) = item,
      let node = mapper.node(of: record.entities[index], in: record)
    {
      return try dataset.terms.iri(node)
    }
    if IRISyntax.fault(in: text) == nil { return try dataset.terms.iri(text) }
    switch item {
    case .event: return try iri("/event/", id, &dataset)
    case .relation: return try iri("/claim/", id, &dataset)
    case .entity(let index):
      guard record.hasSharedIDs, record.entities[index].named != false else {
        return try iri("/entity/", id, &dataset)
      }
      var bytes = mapper.base
      bytes.append(contentsOf: "entity/".utf8)
      IRISegment.append(text, to: &bytes)
      return try dataset.terms.iri(bytes.span)
    }
  }

  /// An individual of griot's namespace, by the word that records use for it.
  func individual(_ word: String, _ dataset: inout Dataset) throws(TermError) -> TermID {
    if let known = vocabulary[word] { return known }
    return try dataset.terms.iri(Ontology.namespace + word)
  }

  // MARK: Literals

  func literal(
    _ text: RecordText, datatype: TermID = .xsdString, _ dataset: inout Dataset
  ) throws(TermError) -> TermID {
    try dataset.terms.literal(
      record.strings.span.extracting(text.range), datatype: datatype)
  }

  func literal(
    _ text: RecordText, language: RecordText?, _ dataset: inout Dataset
  ) throws(TermError) -> TermID {
    try dataset.terms.literal(
      record.strings.span.extracting(text.range),
      language: record.strings.span.extracting((language ?? record.source.language).range))
  }

  // MARK: What items have in common

  func insertLabels(
    _ labels: [RecordLabel], of subject: TermID, _ predicate: TermID, graph: TermID,
    _ dataset: inout Dataset
  ) throws(TermError) {
    for label in labels {
      dataset.insert(
        Quad(
          subject, predicate, try literal(label.text, language: label.language, &dataset),
          graph: graph), origin: label.text.offset)
    }
  }

  /// The labels of an entity; of several that are one node, the first in a language is the label
  /// and others are further names.
  mutating func insertLabels(
    of entity: RecordEntity, _ subject: TermID, _ dataset: inout Dataset
  ) throws(TermError) {
    guard !mapper.identity.isTrivial else {
      return try insertLabels(entity.labels, of: subject, .rdfsLabel, graph: article, &dataset)
    }
    let before = labelled[subject] ?? []
    for label in entity.labels {
      let language = record.string(label.language ?? record.source.language).lowercased()
      let text = try literal(label.text, language: label.language, &dataset)
      guard !dataset.contains(Quad(subject, .rdfsLabel, text, graph: article)) else { continue }
      let predicate = before.contains(language) ? vocabulary[.altLabel] : .rdfsLabel
      try insertLabels([label], of: subject, predicate, graph: article, &dataset)
      labelled[subject, default: []].insert(language)
    }
  }

  /// The date or interval of a subject, with its bounds as days.
  func insert(
    _ date: RecordDate, of subject: TermID, _ term: RecordTerm, graph: TermID,
    bounds: Bool = true, _ dataset: inout Dataset
  ) throws(TermError) {
    func add(_ predicate: RecordTerm, _ object: TermID) {
      dataset.insert(
        Quad(subject, vocabulary[predicate], object, graph: graph), origin: date.offset)
    }
    add(term, try dataset.terms.literal(date.value.text, datatype: .edtf))
    if let part = date.part { add(.datePart, try individual(part.rawValue, &dataset)) }
    if let text = date.text {
      dataset.insert(
        Quad(
          subject, vocabulary[.dateText], try literal(text, language: nil, &dataset), graph: graph),
        origin: text.offset)
    }
    guard bounds else { return }
    for qualifier in date.value.qualifiers {
      add(.dateQualifier, try individual(qualifier.rawValue, &dataset))
    }
    let days: [(RecordTerm, CalendarDate?)] = [
      (.earliestBegin, date.value.earliestBegin), (.latestBegin, date.value.latestBegin),
      (.earliestEnd, date.value.earliestEnd), (.latestEnd, date.value.latestEnd),
    ]
    var lexical: [UInt8] = []
    for (predicate, day) in days {
      guard let day else { continue }
      lexical.removeAll(keepingCapacity: true)
      day.appendLexical(to: &lexical)
      add(predicate, try dataset.terms.literal(lexical.span, datatype: .xsdDate))
    }
  }

  /// The properties for who says something, and in what.
  ///
  /// An event is no prov:Entity, which PROV-O would infer from properties of its own.
  enum Saying {
    case ofClaim, ofEvent

    var by: RecordTerm { self == .ofClaim ? .wasAttributedTo : .attributedTo }
    var via: RecordTerm { self == .ofClaim ? .hadPrimarySource : .via }
  }

  /// All that is said of a statement or an event but its evidence and bound.
  mutating func insert(
    _ qualification: Qualification, of subject: TermID, _ saying: Saying, graph: TermID,
    origin: SourceOffset, _ dataset: inout Dataset
  ) throws(TermError) {
    let status = qualification.status ?? .asserted
    dataset.insert(
      Quad(
        subject, vocabulary[.status], try individual(status.rawValue, &dataset), graph: graph),
      origin: origin)
    for id in qualification.attributedTo {
      guard let agent = try iri(of: id, &dataset) else { continue }
      dataset.insert(
        Quad(subject, vocabulary[saying.by], agent, graph: graph), origin: id.offset)
    }
    if let id = qualification.via, let document = try iri(of: id, &dataset) {
      dataset.insert(
        Quad(subject, vocabulary[saying.via], document, graph: graph), origin: id.offset)
    }
    if let confidence = qualification.confidence {
      let isDecimal = !record.strings[confidence.range].contains { $0 | 0x20 == 0x65 }
      dataset.insert(
        Quad(
          subject, vocabulary[.confidence],
          try literal(confidence, datatype: isDecimal ? .xsdDecimal : .xsdDouble, &dataset),
          graph: graph), origin: confidence.offset)
    }
    if qualification.isBackground {
      dataset.insert(
        Quad(subject, vocabulary[.basis], vocabulary[.background], graph: graph), origin: origin)
    }
    if let degree = qualification.degree {
      dataset.insert(
        Quad(subject, vocabulary[.degree], try individual(degree.rawValue, &dataset), graph: graph),
        origin: origin)
    }
    if let interval = qualification.interval {
      try insert(interval, of: subject, .interval, graph: graph, &dataset)
    }
    if let id = qualification.alternativeOf, let whole = try iri(of: id, &dataset) {
      dataset.insert(
        Quad(subject, vocabulary[.alternativeOf], whole, graph: graph), origin: id.offset)
    }
  }
}
