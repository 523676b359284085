import RDFIO

/// Reads a document as Turtle and as TriG in several ways, which have to agree; what is Turtle is
/// TriG of the same triples.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let turtle = RDFCheck(bytes: bytes, syntax: .turtle, base: "http://e/d/f").run()
  let trig = RDFCheck(bytes: bytes, syntax: .trig, base: "http://e/d/f").run()
  if turtle.fault == nil { expect(trig == turtle, "Turtle that is no TriG") }
  return 0
}
