internal import Extraction
internal import Ontology
internal import RDF

extension RecordMapping {
  // MARK: The article

  mutating func mapSource(_ dataset: inout Dataset) throws(TermError) {
    let source = record.source
    func add(_ predicate: TermID, _ object: TermID, _ origin: SourceOffset) {
      dataset.insert(Quad(article, predicate, object, graph: article), origin: origin)
    }
    add(.rdfType, vocabulary[.article], source.id.offset)
    add(vocabulary[.identifier], try literal(source.id, &dataset), source.id.offset)
    if let title = source.title {
      let text = try literal(title, language: nil, &dataset)
      add(.rdfsLabel, text, title.offset)
      add(vocabulary[.title], text, title.offset)
    } else {
      add(.rdfsLabel, try literal(source.id, &dataset), source.id.offset)
    }
    add(vocabulary[.language], try literal(source.language, &dataset), source.language.offset)
    let body = Body(term: article, kind: "article")
    for (date, term) in [(source.published, RecordTerm.issued), (source.modified, .modified)] {
      guard let date else { continue }
      try insert(date, of: article, term, graph: article, bounds: false, &dataset)
      try annotate(
        date.evidence, body, motivation: .linking, supports: term, graph: article, &dataset)
    }
    if let url = source.url {
      add(
        vocabulary[.url], try dataset.terms.iri(record.strings.span.extracting(url.range)),
        url.offset)
    }
    if let text = source.publisher {
      add(vocabulary[.publisher], try literal(text, &dataset), text.offset)
    }
    for text in source.authors {
      add(vocabulary[.creator], try literal(text, &dataset), text.offset)
    }
    if let text = source.rights {
      add(vocabulary[.rights], try literal(text, &dataset), text.offset)
    }
    if let text = source.textFile {
      add(vocabulary[.textFile], try literal(text, &dataset), text.offset)
    }
    if let text = source.sha256 {
      add(
        vocabulary[.sha256], try literal(text, datatype: vocabulary[.hexBinary], &dataset),
        text.offset)
    }
    if let id = source.revisionOf {
      let former = Self.articleIRI(of: id, record, base: mapper.base)
      add(vocabulary[.wasRevisionOf], try dataset.terms.iri(former.span), id.offset)
    }
  }

  /// Who extracted and who exported, from what.
  ///
  /// - SeeAlso: PROV-O, section 3.1.
  mutating func mapProvenance(_ dataset: inout Dataset) throws(TermError) {
    let origin = record.source.id.offset
    func add(_ subject: TermID, _ predicate: TermID, _ object: TermID) {
      dataset.insert(Quad(subject, predicate, object, graph: provenanceGraph), origin: origin)
    }
    let hexBinary = vocabulary[.hexBinary]
    let griot = try dataset.terms.iri("https://w3id.org/griot")
    let export = try iri("/export", nil, &dataset)
    add(article, vocabulary[.wasGeneratedBy], export)
    add(export, .rdfType, vocabulary[.activity])
    add(export, vocabulary[.wasAssociatedWith], griot)
    add(griot, .rdfType, vocabulary[.softwareAgent])
    add(griot, .rdfsLabel, try dataset.terms.literal("griot"))
    add(griot, vocabulary[.version], try dataset.terms.literal(mapper.provenance.version))
    var hashes: [(StaticString, String)] = [
      ("/record", record.sha256), ("/ontology", mapper.provenance.ontologySHA256),
    ]
    if let text = record.source.sha256 { hashes.append(("/text", record.string(text))) }
    for (path, hash) in hashes {
      let used = try iri(path, nil, &dataset)
      add(export, vocabulary[.used], used)
      add(used, .rdfType, vocabulary[.entity])
      add(used, vocabulary[.sha256], try dataset.terms.literal(hash, datatype: hexBinary))
    }
    guard let extractor = record.extractor else { return }
    let extraction = try iri("/extraction", nil, &dataset)
    let agent = try iri("/extractor", nil, &dataset)
    let extracted = try iri("/record", nil, &dataset)
    add(extracted, vocabulary[.wasGeneratedBy], extraction)
    add(extraction, .rdfType, vocabulary[.activity])
    add(extraction, vocabulary[.wasAssociatedWith], agent)
    add(agent, .rdfType, vocabulary[.softwareAgent])
    add(agent, .rdfsLabel, try literal(extractor.name, &dataset))
    if let version = extractor.version {
      add(agent, vocabulary[.version], try literal(version, &dataset))
    }
    if let run = extractor.run {
      try insert(
        run, of: extraction, .termsDate, graph: provenanceGraph, bounds: false, &dataset)
    }
  }

  // MARK: Entities

  mutating func map(_ entity: RecordEntity, _ dataset: inout Dataset) throws(TermError) {
    guard let subject = try iri(of: entity.id, &dataset) else { return }
    try insertType(entity.type, of: subject, graph: article, &dataset)
    try insertLabels(of: entity, subject, &dataset)
    try insertLabels(entity.aliases, of: subject, vocabulary[.altLabel], graph: article, &dataset)
    if let named = entity.named {
      let value = try dataset.terms.literal(named ? "true" : "false", datatype: .xsdBoolean)
      dataset.insert(
        Quad(subject, vocabulary[.named], value, graph: article), origin: entity.offset)
    }
    for property in entity.properties {
      try map(property, of: subject, entity.id, isRole: false, graph: article, &dataset)
    }
    for (texts, term) in [(entity.same, RecordTerm.sameAs), (entity.pages, .subjectOf)] {
      for text in texts {
        let other = try dataset.terms.iri(record.strings.span.extracting(text.range))
        // That a node is itself says nothing.
        if term == .sameAs, other == subject { continue }
        dataset.insert(
          Quad(subject, vocabulary[term], other, graph: links), origin: text.offset)
      }
    }
    try annotate(
      entity.mentions, Body(term: subject, kind: "entity", id: entity.id), motivation: .identifying,
      graph: article, &dataset)
  }

  private mutating func insertType(
    _ type: RecordText, of subject: TermID, graph: TermID, _ dataset: inout Dataset
  ) throws(TermError) {
    let name = record.string(type)
    guard let index = mapper.ontology.indexOfClass(named: name) else {
      report(
        type.offset, "the ontology has no class \"\(name)\"\(mapper.ontology.classHint(name))")
      return
    }
    let term = try mapper.term(ofClass: index, &dataset.terms)
    dataset.insert(Quad(subject, .rdfType, term, graph: graph), origin: type.offset)
  }

  // MARK: Events

  mutating func map(_ event: RecordEvent, _ dataset: inout Dataset) throws(TermError) {
    guard let subject = try iri(of: event.id, &dataset) else { return }
    let graph = event.qualification.isBackground ? background : article
    try insertType(event.type, of: subject, graph: graph, &dataset)
    try insertLabels(event.labels, of: subject, .rdfsLabel, graph: graph, &dataset)
    try insert(
      event.qualification, of: subject, .ofEvent, graph: graph, origin: event.offset, &dataset)
    let body = Body(term: subject, kind: "event", id: event.id)
    try annotate(
      event.qualification.evidence, body, motivation: .linking, graph: graph, &dataset)
    if let interval = event.qualification.interval {
      try annotate(
        interval.evidence, body, motivation: .linking, supports: .interval, graph: graph, &dataset)
    }
    if let date = event.date {
      try insert(date, of: subject, .date, graph: graph, &dataset)
      try annotate(
        date.evidence, body, motivation: .linking, supports: .date, graph: graph, &dataset)
    }
    if let duration = event.duration, case .string(let text) = duration.content {
      try insertValue(
        duration, try literal(text, datatype: vocabulary[.xsdDuration], &dataset),
        of: subject, event.id, vocabulary[.duration], "duration", 1, graph: graph, &dataset)
    }
    for role in event.roles {
      try map(role, of: subject, event.id, isRole: true, graph: graph, &dataset)
    }
    for property in event.properties {
      try map(property, of: subject, event.id, isRole: false, graph: graph, &dataset)
    }
    for (index, whole) in event.wholes.enumerated() {
      guard case .reference(let id) = whole.content, let object = try iri(of: id, &dataset) else {
        continue
      }
      try insertValue(
        whole, object, of: subject, event.id, vocabulary[.partOf], "partOf", index + 1,
        graph: graph, &dataset)
    }
  }

  // MARK: Relations

  mutating func map(_ relation: RecordRelation, _ dataset: inout Dataset) throws(TermError) {
    guard let subject = try iri(of: relation.subject, &dataset),
      let claim = try iri(of: relation.id, &dataset)
    else { return }
    let name = record.string(relation.type)
    guard let index = mapper.ontology.indexOfProperty(named: name) else {
      report(
        relation.type.offset,
        "the ontology has no property \"\(name)\"\(mapper.ontology.propertyHint(name))")
      return
    }
    let property = mapper.ontology.properties[index]
    guard let object = try object(relation.object, property, &dataset) else { return }
    let graph = relation.qualification.isBackground ? background : article
    try insertClaim(
      claim, Body(term: claim, kind: "claim", id: relation.id), subject,
      try mapper.term(ofProperty: index, &dataset.terms),
      object, relation.object, graph: graph, &dataset)
  }
}
