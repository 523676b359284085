internal import Extraction
internal import RDF

/// Evidence and mentions as annotations of the article's text.
///
/// - SeeAlso: Web Annotation Data Model, sections 3.3.6 and 4.2.
extension RecordMapping {
  /// What an annotation's body is, and its path in an annotation's IRI.
  struct Body {
    let term: TermID
    /// Its kind as a segment of the path.
    let kind: StaticString
    /// The id that makes the next segment, which of an article has none.
    var id: RecordText?
    /// What ends that segment.
    var ending: [UInt8] = []
  }

  /// Annotates each span with a body; words may support but one property of it.
  func annotate(
    _ spans: [RecordSpan], _ body: Body, motivation: RecordTerm, supports: RecordTerm? = nil,
    graph: TermID, _ dataset: inout Dataset
  ) throws(TermError) {
    guard !spans.isEmpty else { return }
    let vocabulary = vocabulary
    for span in spans {
      let origin = span.offset
      func add(_ subject: TermID, _ predicate: TermID, _ object: TermID) {
        dataset.insert(Quad(subject, predicate, object, graph: graph), origin: origin)
      }
      let place = Place(span)
      let resource = try dataset.terms.iri(article) { path in
        path.append("/span/")
        place.append(to: &path)
      }
      let annotation = try dataset.terms.iri(article) { path in
        path.append("/annotation/")
        place.append(to: &path)
        path.append("/")
        path.append(body.kind)
        if let id = body.id {
          path.append("/")
          path.append(segment: record.strings.span.extracting(id.range))
          path.append(known: body.ending.span)
        }
        if let supports {
          path.append("/")
          path.append(known: Array(supports.name.utf8).span)
        }
      }
      add(annotation, .rdfType, vocabulary[.annotation])
      add(annotation, vocabulary[.hasBody], body.term)
      add(annotation, vocabulary[.motivatedBy], vocabulary[motivation])
      add(annotation, vocabulary[.hasTarget], resource)
      if let supports { add(annotation, vocabulary[.supports], vocabulary[supports]) }
      add(resource, .rdfType, vocabulary[.specificResource])
      add(resource, vocabulary[.hasSource], article)
      if !place.isGiven {
        let position = try dataset.terms.iri(resource) { $0.append("/position") }
        add(resource, vocabulary[.hasSelector], position)
        add(position, .rdfType, vocabulary[.textPositionSelector])
        add(position, vocabulary[.start], try dataset.terms.literal(place.start))
        add(position, vocabulary[.end], try dataset.terms.literal(place.end))
      }
      if let words = span.text {
        let quote = try dataset.terms.iri(resource) { $0.append("/quote") }
        add(resource, vocabulary[.hasSelector], quote)
        add(quote, .rdfType, vocabulary[.textQuoteSelector])
        add(quote, vocabulary[.exact], try literal(words, &dataset))
      }
    }
  }

  /// Where a span stands: in code points of the text, or in the numbers that were given.
  private struct Place {
    let start: Int
    let end: Int
    let isGiven: Bool

    init(_ span: RecordSpan) {
      if let start = span.start, let end = span.end {
        (self.start, self.end, isGiven) = (start, end, false)
      } else {
        (start, end, isGiven) = (span.givenStart, span.givenEnd, true)
      }
    }

    func append(to path: inout TermSpelling) {
      if isGiven { path.append("given-") }
      path.append(start)
      path.append("-")
      path.append(end)
    }
  }
}
