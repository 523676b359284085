internal import Extraction
internal import Ontology
internal import RDF

/// Property values and role fillers: literals by the property's range, claims where something is
/// said of them.
extension RecordMapping {
  mutating func map(
    _ property: RecordProperty, of subject: TermID, _ owner: RecordText, isRole: Bool,
    graph: TermID, _ dataset: inout Dataset
  ) throws(TermError) {
    let name = record.string(property.name)
    guard let index = mapper.ontology.indexOfProperty(named: name) else {
      let what = isRole ? "role" : "property"
      report(
        property.name.offset,
        "the ontology has no \(what) \"\(name)\"\(mapper.ontology.propertyHint(name))")
      return
    }
    let found = mapper.ontology.properties[index]
    let predicate = try mapper.term(ofProperty: index, &dataset.terms)
    for (number, value) in property.values.enumerated() {
      guard let object = try object(value, found, &dataset) else { continue }
      try insertValue(
        value, object, of: subject, owner, predicate, found.localName, number + 1,
        graph: value.qualification.isBackground ? background : graph, &dataset)
    }
  }

  /// A value as a plain triple, or as a claim where anything is said of it.
  mutating func insertValue(
    _ value: RecordValue, _ object: TermID, of subject: TermID, _ owner: RecordText,
    _ predicate: TermID, _ name: String, _ number: Int, graph: TermID, _ dataset: inout Dataset
  ) throws(TermError) {
    guard !value.qualification.isEmpty || value.words != nil else {
      dataset.insert(Quad(subject, predicate, object, graph: graph), origin: value.offset)
      return
    }
    var path = Array("/claim/".utf8)
    IRISegment.append(record.strings.span.extracting(owner.range), to: &path)
    let ending = Array(".\(name).\(number)".utf8)
    path.append(contentsOf: ending)
    let claim = try dataset.terms.iri(article, path: path.span)
    let body = Body(term: claim, kind: "claim", id: owner, ending: ending)
    try insertClaim(claim, body, subject, predicate, object, value, graph: graph, &dataset)
  }

  /// A claim, and beside it the plain triple when the article says just that.
  ///
  /// - SeeAlso: RDF Schema 1.1, section 5.3 (reification vocabulary).
  mutating func insertClaim(
    _ claim: TermID, _ body: Body, _ subject: TermID, _ predicate: TermID, _ object: TermID,
    _ value: RecordValue, graph: TermID, _ dataset: inout Dataset
  ) throws(TermError) {
    func add(_ predicate: TermID, _ object: TermID, _ origin: SourceOffset? = nil) {
      dataset.insert(Quad(claim, predicate, object, graph: graph), origin: origin ?? value.offset)
    }
    if value.qualification.isPlain {
      dataset.insert(Quad(subject, predicate, object, graph: graph), origin: value.offset)
    }
    add(.rdfType, vocabulary[.claim])
    add(.rdfType, .rdfStatement)
    add(.rdfSubject, subject)
    add(.rdfPredicate, predicate)
    add(.rdfObject, object)
    try insert(
      value.qualification, of: claim, .ofClaim, graph: graph, origin: value.offset, &dataset)
    if let bound = value.qualification.bound {
      add(vocabulary[.bound], try individual(bound.rawValue, &dataset))
    }
    if let unit = value.qualification.unit {
      add(vocabulary[.unit], try literal(unit, &dataset), unit.offset)
    }
    if let words = value.words {
      add(
        vocabulary[.quantityText], try literal(words, language: value.language, &dataset),
        words.offset)
    }
    try annotate(
      value.qualification.evidence, body, motivation: .linking, graph: graph, &dataset)
    if let interval = value.qualification.interval {
      try annotate(
        interval.evidence, body, motivation: .linking, supports: .interval, graph: graph, &dataset)
    }
  }

  /// The term of a value under a property, or nil after a report.
  mutating func object(
    _ value: RecordValue, _ property: OntologyProperty, _ dataset: inout Dataset
  ) throws(TermError) -> TermID? {
    if case .reference(let id) = value.content {
      guard property.kind != .datatype else {
        report(
          value.offset,
          "\"\(property.localName)\" takes a value, not an id; expected "
            + "{\"value\": …}")
        return nil
      }
      return try iri(of: id, &dataset)
    }
    guard property.kind != .object else {
      report(
        value.offset,
        "\"\(property.localName)\" relates to an item; expected its id as "
          + "{\"id\": …}")
      return nil
    }
    return try literal(value, property, &dataset)
  }

  private mutating func literal(
    _ value: RecordValue, _ property: OntologyProperty, _ dataset: inout Dataset
  ) throws(TermError) -> TermID? {
    let lexical: RecordText?
    switch value.content {
    case .string(let text), .number(let text): lexical = text
    case .boolean, .reference: lexical = nil
    }
    let text = lexical.map { record.string($0) } ?? ""
    if let language = value.language, let lexical {
      return try literal(lexical, language: language, &dataset)
    }
    let ranges = property.ranges
    if value.datatype == nil, case .string = value.content, let lexical,
      ranges.contains(Namespace.rdf + "langString")
    {
      return try literal(lexical, language: nil, &dataset)
    }
    guard let datatype = datatype(of: value, text, ranges) else { return nil }
    if case .boolean(let flag) = value.content {
      guard datatype == Namespace.xsd + "boolean" else {
        report(
          value.offset, "\"\(property.localName)\" takes \(Self.shortened(datatype)), not \(flag)")
        return nil
      }
      return try dataset.terms.literal(flag ? "true" : "false", datatype: .xsdBoolean)
    }
    // What is doubtful is refused too: here a better text can still be given.
    if let form = XSD.form(text, datatype: datatype), form != .valid {
      report(
        value.offset,
        "\"\(text)\" is no \(Self.shortened(datatype)), "
          + (value.datatype == nil ? "which \"\(property.localName)\" takes" : "the datatype given")
          + Self.example(of: datatype))
      return nil
    }
    guard let lexical else { return nil }
    return try literal(lexical, datatype: try dataset.terms.iri(datatype), &dataset)
  }

  /// The datatype that a value names, else the range's, else what its JSON kind says.
  private mutating func datatype(
    of value: RecordValue, _ text: String, _ ranges: [String]
  ) -> String? {
    if let given = value.datatype {
      let name = record.string(given)
      if let expanded = Self.expanded(name) { return expanded }
      report(
        given.offset,
        "unknown datatype \"\(name)\"; expected one such as xsd:date, edtf:EDTF or "
          + "an absolute IRI")
      return nil
    }
    let general: Set = [Namespace.rdfs + "Literal", Namespace.rdf + "langString"]
    if let range = ranges.first(where: { !general.contains($0) }) { return range }
    switch value.content {
    case .boolean: return Namespace.xsd + "boolean"
    case .number:
      if text.contains("e") || text.contains("E") { return Namespace.xsd + "double" }
      return Namespace.xsd + (text.contains(".") ? "decimal" : "integer")
    case .string, .reference: return Namespace.xsd + "string"
    }
  }

  private static let prefixes = [
    ("xsd:", Namespace.xsd), ("edtf:", Namespace.edtf), ("rdf:", Namespace.rdf),
    ("geo:", "http://www.opengis.net/ont/geosparql#"),
  ]

  private static func expanded(_ name: String) -> String? {
    for (prefix, namespace) in prefixes where name.hasPrefix(prefix) {
      let iri = namespace + name.dropFirst(prefix.utf8.count)
      let isKnown = namespace != Namespace.xsd || XSD.isValid("", datatype: iri) != nil
      return isKnown && IRISyntax.fault(in: iri) == nil ? iri : nil
    }
    return IRISyntax.fault(in: name) == nil ? name : nil
  }

  private static func shortened(_ datatype: String) -> String {
    for (prefix, namespace) in prefixes where datatype.hasPrefix(namespace) {
      return prefix + datatype.dropFirst(namespace.utf8.count)
    }
    return "<\(datatype)>"
  }

  private static func example(of datatype: String) -> String {
    switch datatype {
    case Namespace.xsd + "date": "; expected a day such as 2024-11-15"
    case Namespace.edtf + "EDTF": "; expected a date such as 2024-11-15, 2024-11, 2023~ or 2013/.."
    case Namespace.xsd + "integer", Namespace.xsd + "nonNegativeInteger":
      "; expected a whole number such as 180"
    case Namespace.xsd + "decimal": "; expected a number such as 0.5"
    case Namespace.xsd + "duration": "; expected one such as P1M or P3DT12H"
    default: ""
    }
  }
}
