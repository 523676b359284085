internal import Extraction
internal import RDF

/// Evidence and mentions as annotations of the article's text.
///
/// - SeeAlso: Web Annotation Data Model, sections 3.3.6 and 4.2.
extension RecordMapping {
  /// What an annotation's body is, for its IRI.
  struct Body {
    let term: TermID
    /// Its kind and id as path segments.
    let path: String
  }

  func body(_ term: TermID, _ kind: String, _ id: RecordText) -> Body {
    var segment: [UInt8] = []
    IRISegment.append(record.strings.span.extracting(id.range), to: &segment)
    return Body(term: term, path: "\(kind)/\(String(decoding: segment, as: UTF8.self))")
  }

  /// Annotates each span with a body; words may support but one property of it.
  func annotate(
    _ spans: [RecordSpan], _ body: Body, motivation: RecordTerm, supports: RecordTerm? = nil,
    graph: TermID, _ dataset: inout Dataset
  ) throws(TermError) {
    for span in spans {
      let place = Self.place(of: span)
      let resource = try iri("/span/\(place)", nil, "", &dataset)
      let suffix = supports.map { "/\($0)" } ?? ""
      let annotation = try iri("/annotation/\(place)/\(body.path)\(suffix)", nil, "", &dataset)
      func add(_ subject: TermID, _ predicate: TermID, _ object: TermID) {
        dataset.insert(Quad(subject, predicate, object, graph: graph), origin: span.offset)
      }
      add(annotation, .rdfType, vocabulary[.annotation])
      add(annotation, vocabulary[.hasBody], body.term)
      add(annotation, vocabulary[.motivatedBy], vocabulary[motivation])
      add(annotation, vocabulary[.hasTarget], resource)
      if let supports { add(annotation, vocabulary[.supports], vocabulary[supports]) }
      add(resource, .rdfType, vocabulary[.specificResource])
      add(resource, vocabulary[.hasSource], article)
      if let start = span.start, let end = span.end {
        let position = try iri("/span/\(place)/position", nil, "", &dataset)
        add(resource, vocabulary[.hasSelector], position)
        add(position, .rdfType, vocabulary[.textPositionSelector])
        add(
          position, vocabulary[.start],
          try dataset.terms.literal(String(start), datatype: .xsdNonNegativeInteger))
        add(
          position, vocabulary[.end],
          try dataset.terms.literal(String(end), datatype: .xsdNonNegativeInteger))
      }
      if let words = span.text {
        let quote = try iri("/span/\(place)/quote", nil, "", &dataset)
        add(resource, vocabulary[.hasSelector], quote)
        add(quote, .rdfType, vocabulary[.textQuoteSelector])
        add(quote, vocabulary[.exact], try literal(words, &dataset))
      }
    }
  }

  private static func place(of span: RecordSpan) -> String {
    guard let start = span.start, let end = span.end else {
      return "given-\(span.givenStart)-\(span.givenEnd)"
    }
    return "\(start)-\(end)"
  }
}
