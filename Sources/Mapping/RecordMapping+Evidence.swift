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
    let path: [UInt8]
  }

  func body(_ term: TermID, _ kind: String, _ id: RecordText) -> Body {
    var path = Array(kind.utf8)
    path.append(UInt8(ascii: "/"))
    IRISegment.append(record.strings.span.extracting(id.range), to: &path)
    return Body(term: term, path: path)
  }

  /// Annotates each span with a body; words may support but one property of it.
  func annotate(
    _ spans: [RecordSpan], _ body: Body, motivation: RecordTerm, supports: RecordTerm? = nil,
    graph: TermID, _ dataset: inout Dataset
  ) throws(TermError) {
    guard !spans.isEmpty else { return }
    let vocabulary = vocabulary
    var place: [UInt8] = []
    var path: [UInt8] = []
    for span in spans {
      let (start, end) = Self.write(span, to: &place)
      func add(_ subject: TermID, _ predicate: TermID, _ object: TermID) {
        dataset.insert(Quad(subject, predicate, object, graph: graph), origin: span.offset)
      }
      func number(_ digits: Range<Int>) throws(TermError) -> TermID {
        try dataset.terms.literal(
          place.span.extracting(digits), datatype: .xsdNonNegativeInteger)
      }
      let resource = try dataset.terms.iri(article, path: place.span)
      path.replaceSubrange(path.indices, with: Self.annotation)
      path.append(contentsOf: place[Self.span.count...])
      path.append(UInt8(ascii: "/"))
      path.append(contentsOf: body.path)
      if let supports {
        path.append(UInt8(ascii: "/"))
        path.append(contentsOf: supports.name.utf8)
      }
      let annotation = try dataset.terms.iri(article, path: path.span)
      add(annotation, .rdfType, vocabulary[.annotation])
      add(annotation, vocabulary[.hasBody], body.term)
      add(annotation, vocabulary[.motivatedBy], vocabulary[motivation])
      add(annotation, vocabulary[.hasTarget], resource)
      if let supports { add(annotation, vocabulary[.supports], vocabulary[supports]) }
      add(resource, .rdfType, vocabulary[.specificResource])
      add(resource, vocabulary[.hasSource], article)
      if span.start != nil, span.end != nil {
        let position = try dataset.terms.iri(resource, path: Self.position.span)
        add(resource, vocabulary[.hasSelector], position)
        add(position, .rdfType, vocabulary[.textPositionSelector])
        add(position, vocabulary[.start], try number(start))
        add(position, vocabulary[.end], try number(end))
      }
      if let words = span.text {
        let quote = try dataset.terms.iri(resource, path: Self.quote.span)
        add(resource, vocabulary[.hasSelector], quote)
        add(quote, .rdfType, vocabulary[.textQuoteSelector])
        add(quote, vocabulary[.exact], try literal(words, &dataset))
      }
    }
  }

  private static let span = Array("/span/".utf8)
  private static let annotation = Array("/annotation/".utf8)
  private static let position = Array("/position".utf8)
  private static let quote = Array("/quote".utf8)

  /// Writes a span's path below its article and says where its numbers stand in it.
  private static func write(
    _ words: RecordSpan, to place: inout [UInt8]
  ) -> (start: Range<Int>, end: Range<Int>) {
    place.replaceSubrange(place.indices, with: span)
    let isGiven = words.start == nil || words.end == nil
    if isGiven { place.append(contentsOf: "given-".utf8) }
    let first = place.count
    append(isGiven ? words.givenStart : words.start ?? 0, to: &place)
    let middle = place.count
    place.append(UInt8(ascii: "-"))
    append(isGiven ? words.givenEnd : words.end ?? 0, to: &place)
    return (first..<middle, middle + 1..<place.count)
  }

  /// Appends a number that is not negative.
  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    guard number >= 10 else { return bytes.append(0x30 + UInt8(truncatingIfNeeded: number)) }
    append(number / 10, to: &bytes)
    bytes.append(0x30 + UInt8(truncatingIfNeeded: number % 10))
  }
}
