import RDF
import RDFIO

/// Reads a document as N-Triples and as N-Quads in several ways, which have to agree, also with
/// ``NQuadsReference``; what is N-Triples is N-Quads and Turtle of the same triples.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let triples = RDFCheck(bytes: bytes, syntax: .ntriples).run()
  let quads = RDFCheck(bytes: bytes, syntax: .nquads).run()
  compare(triples, NQuadsReference.read(bytes, takesGraphs: false))
  compare(quads, NQuadsReference.read(bytes, takesGraphs: true))
  if triples.fault == nil {
    expect(quads == triples, "N-Triples that are no N-Quads")
    let turtle = RDFReading.quads(bytes, .turtle, base: nil, .whole)
    expect(turtle == triples, "N-Triples that are no Turtle")
  }
  return 0
}

private func compare(_ reading: RDFReading, _ expected: [UInt8]?) {
  guard let fault = reading.fault else {
    guard let expected else { fatalError("accepted, and it must not be") }
    expect(reading.lines == expected, "the quads are others than the reference's")
    return
  }
  guard expected != nil else { return }
  // What the reference does not look at.
  let isOfTerms = [
    "is not an absolute IRI", "is not a language tag", "rdf:langString", "rdf:dirLangString",
  ].contains { fault.message.contains($0) }
  expect(isOfTerms, "refused, and it must be accepted: \(fault)")
}
