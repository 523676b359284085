import RDF
import Testing

@Suite struct TermTests {
  @Test(arguments: [
    "http://example.org/", "urn:x:y", "http://exämple.org/é", "javascript:alert(1)",
    "http://h:80/a?b#c", "http://[::1]:80/", "http://e/%C3%A9", "http://u:p@h/",
  ])
  func acceptsIRI(_ text: String) {
    #expect(IRISyntax.fault(in: text) == nil)
  }

  @Test(arguments: [
    ("", "it is empty"), ("foo", "it does not begin with a scheme such as \"https:\""),
    ("//h/x", "it does not begin with a scheme such as \"https:\""),
    ("http://e/a b", "a space after 10 bytes is not allowed; write it percent-encoded"),
    ("http://e/<", "\"<\" after 9 bytes is not allowed; write it percent-encoded"),
    ("http://e/%ZZ", "the \"%\" after 9 bytes is not followed by two hexadecimal digits"),
    ("http://h:9x/", "the port is not a number"),
    ("http://e/\u{0}", "U+0000 after 9 bytes is not allowed; write it percent-encoded"),
    ("http://e/\u{FFFE}", "U+FFFE after 9 bytes is not allowed; write it percent-encoded"),
  ])
  func refusesIRI(_ text: String, _ reason: String) {
    #expect(IRISyntax.fault(in: text)?.description == reason)
  }

  @Test func languageTags() {
    #expect(LanguageTag("fr-ML")?.text == "fr-ml")
    for text in ["", "fr FR", "fr_FR", "abcdefghi", "12", "fr-", "fr\n"] {
      #expect(LanguageTag(text) == nil, "\(text)")
    }
  }

  @Test func spellsCanonically() throws {
    var terms = TermTable()
    let controls = try terms.literal("a\"\\\n\r\t\u{8}\u{C}\u{1}\u{7F}é")
    let spelled = terms.spelled(controls)
    let text = terms.string(of: controls)
    let isOutsideXML = terms.isOutsideXML(controls)
    #expect(spelled == #""a\"\\\n\r\t\b\f\u0001\u007Fé""#)
    #expect(text == "a\"\\\n\r\t\u{8}\u{C}\u{1}\u{7F}é")
    #expect(isOutsideXML)
    let date = try terms.literal("2024-11-15", datatype: .xsdDate)
    let spelledDate = terms.spelled(date)
    #expect(spelledDate == #""2024-11-15"^^<http://www.w3.org/2001/XMLSchema#date>"#)
    let label = try terms.literal("Mali", language: "FR")
    let spelledLabel = terms.spelled(label)
    let again = try terms.literal("Mali", language: "fr")
    let composed = try terms.literal("\u{E9}")
    let decomposed = try terms.literal("e\u{301}")
    #expect(spelledLabel == #""Mali"@fr"#)
    #expect(again == label)
    #expect(composed != decomposed)
  }

  @Test func refusesTerms() {
    var terms = TermTable()
    let before = (terms.count, terms.bytes.count)
    var errors: [TermError] = []
    func attempt(_ make: (inout TermTable) throws(TermError) -> TermID) {
      do throws(TermError) { _ = try make(&terms) } catch { errors.append(error) }
    }
    attempt { (terms: inout TermTable) throws(TermError) in try terms.literal("x", language: "fr>")
    }
    attempt { (terms: inout TermTable) throws(TermError) in try terms.iri("http://e/ ") }
    attempt { (terms: inout TermTable) throws(TermError) in
      try terms.blankNode(Array("a b".utf8).span)
    }
    attempt { (terms: inout TermTable) throws(TermError) in
      let bytes: [UInt8] = [0x41, 0xFF]
      return try terms.literal(bytes.span)
    }
    #expect(
      errors == [
        .malformedLanguageTag("fr>"),
        .malformedIRI("http://e/ ", reason: .character(0x20, offset: 9)),
        .malformedBlankNodeLabel("a b"), .invalidUTF8("A\u{FFFD}"),
      ])
    let after = (terms.count, terms.bytes.count)
    #expect(before == after)
  }

  @Test func forgetsAndKeepsNumbers() throws {
    var terms = TermTable()
    let kept = try terms.iri("http://example.org/kept")
    let count = terms.count
    for round in 0..<3 {
      for number in 0..<500 { _ = try terms.iri("http://example.org/\(round)/\(number)") }
      let full = terms.count
      terms.removeTerms(from: count)
      let left = terms.count
      let again = try terms.iri("http://example.org/kept")
      let gone = terms.existingIRI("http://example.org/\(round)/7")
      #expect(full == count + 500)
      #expect(left == count)
      #expect(again == kept)
      #expect(gone == nil)
    }
    let first = terms.existingIRI(Namespace.rdf + "type")
    let last = terms.existingIRI(Namespace.rdf + "object")
    #expect(first == .rdfType)
    #expect(last == .rdfObject)
  }

  @Test func datasetIsASet() throws {
    var dataset = Dataset(tracing: .on)
    let subject = try dataset.terms.iri("http://example.org/s")
    let quad = Quad(subject, .rdfType, subject)
    let isNew = dataset.insert(quad, origin: SourceOffset(3))
    let isNewAgain = dataset.insert(quad, origin: SourceOffset(9))
    #expect(isNew)
    #expect(!isNewAgain)
    let count = dataset.quads.count
    let origin = dataset.origin(of: quad)
    #expect(count == 1)
    #expect(origin == SourceOffset(3))
    let index = QuadIndex(dataset)
    #expect(index.entries(predicate: .rdfType, object: subject).count == 1)
    #expect(index.entries(subject: .rdfType).isEmpty)
  }

  @Test func segmentsKeepLetters() {
    var bytes: [UInt8] = []
    IRISegment.append(Array("a/b é%\u{301}".utf8).span, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "a%2Fb%20é%25\u{301}")
  }

  @Test func nearestNames() {
    #expect(NearestName.find("Organization", in: ["Person", "Organisation"]) == "Organisation")
    #expect(NearestName.find("minusam", in: ["mali", "minusma"]) == "minusma")
    #expect(NearestName.find("xyz", in: ["Organisation"]) == nil)
  }
}
