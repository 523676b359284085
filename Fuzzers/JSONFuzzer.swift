import JSON

/// Holds the parser against ``JSONReference``: the same texts accepted, the same values at the
/// same bytes; and a text read as a part of a larger one against the text alone.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let depth = 512
  let expected = JSONReference.read(bytes, depth: depth)
  do throws(JSONError) {
    let document = try JSONDocument.parse(bytes, depth: depth)
    guard let expected else { fatalError("accepted, and it must not be") }
    check(document, expected, bytes)
  } catch {
    guard expected == nil else { fatalError("refused, and it must be accepted: \(error)") }
    check(error, bytes)
  }
  checkPart(bytes, depth: depth)
  checkLines(bytes)
  return 0
}

private func check(
  _ document: JSONDocument, _ expected: [JSONReference.Value], _ bytes: [UInt8]
) {
  let found = values(document)
  expect(found == expected, "the values are others than the reference's")
  for value in found {
    expect(value.offset < bytes.count, "a value begins beyond the end")
  }
  var used = 0
  walk(document) { value in
    let range = document.range(of: value)
    guard !range.isEmpty else { return }
    expect(range.lowerBound == used, "two texts overlap or leave a gap")
    expect(range.upperBound <= document.strings.count, "a text ends beyond the strings")
    used = range.upperBound
  }
  expect(used == document.strings.count, "bytes that are no value's text")
}

private func check(_ error: JSONError, _ bytes: [UInt8]) {
  expect((0...bytes.count).contains(error.offset), "an error beyond the text")
  expect(!error.message.isEmpty, "an error without a message")
  let map = LineMap(bytes)
  let place = map.position(of: error.offset)
  expect(place.line >= 1 && place.column >= 1, "a place before the first")
  expect(place.column <= error.offset + 1, "a column beyond its line")
  _ = map.text(ofLine: place.line)
}

/// Calls with each value in order of the tape, keys among them.
private func walk(_ document: JSONDocument, _ visit: (JSONValue) -> Void) {
  func enter(_ value: JSONValue) {
    visit(value)
    var count = 0
    for element in document.elements(of: value) {
      enter(element)
      count += 1
    }
    for (key, member) in document.members(of: value) {
      expect(document.kind(of: key) == .string, "a key that is no string")
      visit(key)
      enter(member)
      count += 1
    }
    expect(count == document.count(of: value), "a count that is not what a walk finds")
  }
  enter(document.root)
}

private func values(_ document: JSONDocument) -> [JSONReference.Value] {
  var found: [JSONReference.Value] = []
  walk(document) { value in
    let text = Array(document.text(of: value).utf8)
    if document.kind(of: value) != .boolean {
      expect(
        document.strings[document.range(of: value)].elementsEqual(text),
        "a text that is not UTF-8")
    }
    found.append(
      JSONReference.Value(
        kind: document.kind(of: value).rawValue, offset: Int(document.offset(of: value)),
        count: document.count(of: value), text: text))
  }
  return found
}

/// What is around a part of a text must not change how the part is read.
private func checkPart(_ bytes: [UInt8], depth: Int) {
  let before = Array("[\"\r\\".utf8)
  let whole = before + bytes + Array("0\"]}".utf8)
  let range = before.count..<before.count + bytes.count
  let alone = Result { () throws(JSONError) in try JSONDocument.parse(bytes, depth: depth) }
  let part = Result { () throws(JSONError) in
    try JSONDocument.parse(whole, range: range, depth: depth)
  }
  switch (alone, part) {
  case (.success(let one), .success(let other)):
    expect(values(one) == values(other), "a part reads as other values")
  case (.failure(let one), .failure(let other)):
    expect(one == other, "a part is refused for another reason")
  default: fatalError("a part is accepted and the text alone is not, or the other way")
  }
}

private func checkLines(_ bytes: [UInt8]) {
  var end = 0
  for line in JSONLines(bytes) {
    expect(line.lowerBound >= end && line.upperBound <= bytes.count, "a line out of place")
    expect(!line.isEmpty && !bytes[line].contains(0x0A), "a line that is none")
    expect(
      bytes[end..<line.lowerBound].allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) },
      "a line that was left out")
    end = line.upperBound
  }
  expect(
    bytes[end...].allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) },
    "a last line that was left out")
}
