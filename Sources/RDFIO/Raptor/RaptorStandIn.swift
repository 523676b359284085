/// A character that is written in place of another one, which raptor leaves out of what it writes.
struct RaptorStandIn {
  /// The character, which is ASCII.
  let character: UInt8
  /// What stands for it, as UTF-8; nothing else of the document holds this.
  let written: [UInt8]

  /// A text with what stands for the character.
  func put(into text: [UInt8]) -> [UInt8] {
    guard text.contains(character) else { return text }
    return text.flatMap { $0 == character ? written : [$0] }
  }

  /// A document with the character itself.
  func restored(_ document: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(document.count)
    var position = 0
    while position < document.count {
      if document[position] == written[0], document[position...].starts(with: written) {
        output.append(character)
        position += written.count
      } else {
        output.append(document[position])
        position += 1
      }
    }
    return output
  }
}
