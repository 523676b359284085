import RDF
import RDFIO

/// Reads a document as N-Triples and as N-Quads in several ways, which have to agree; what is
/// N-Triples is N-Quads and Turtle of the same triples.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let triples = RDFCheck(bytes: bytes, syntax: .ntriples).run()
  let quads = RDFCheck(bytes: bytes, syntax: .nquads).run()
  if triples.fault == nil {
    expect(quads == triples, "N-Triples that are no N-Quads")
    let turtle = RDFReading.quads(bytes, .turtle, base: nil, .whole)
    expect(turtle == triples, "N-Triples that are no Turtle")
  }
  return 0
}
