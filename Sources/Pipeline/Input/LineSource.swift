/// The lines of an input, of which only one part is held at a time.
struct LineSource {
  private let input: FileInput
  private var buffer: [UInt8] = []
  private var position = 0
  private var scanned = 0
  private var line = 1
  /// How many bytes were read before the buffer's first.
  private var offset = 0
  private var isAtEnd = false

  init(_ input: FileInput) {
    self.input = input
  }

  /// How many bytes of the input, packed as it is, were read.
  var bytesRead: Int { input.bytesRead }

  /// The next line without its end, or nil at the end of the input.
  mutating func next() throws(RunError) -> RecordFile.Document? {
    while true {
      if let end = buffer[scanned...].firstIndex(of: 0x0A) {
        defer {
          position = end + 1
          scanned = position
          line += 1
        }
        return RecordFile.Document(
          bytes: Array(buffer[position..<end]), firstLine: line, offset: offset + position,
          isLine: true)
      }
      scanned = buffer.count
      if isAtEnd {
        guard position < buffer.count else { return nil }
        defer { position = buffer.count }
        return RecordFile.Document(
          bytes: Array(buffer[position...]), firstLine: line, offset: offset + position,
          isLine: true)
      }
      if position > 0 {
        buffer.removeSubrange(..<position)
        offset += position
        scanned -= position
        position = 0
      }
      let part = try input.next()
      isAtEnd = part.isEmpty
      buffer += part
    }
  }

  /// The first line that is not blank, which is not taken; nil where there is none.
  mutating func firstLine() throws(RunError) -> [UInt8]? {
    var start = 0
    var scanned = 0
    while true {
      if let end = buffer[scanned...].firstIndex(of: 0x0A) {
        let line = Array(buffer[start..<end])
        if !RecordFile.isBlank(line) { return line }
        start = end + 1
        scanned = start
        continue
      }
      scanned = buffer.count
      let part = try input.next()
      if part.isEmpty {
        isAtEnd = true
        let line = Array(buffer[start...])
        return RecordFile.isBlank(line) ? nil : line
      }
      buffer += part
    }
  }

  /// All bytes that are left.
  mutating func rest() throws(RunError) -> [UInt8] {
    defer {
      buffer = []
      position = 0
      scanned = 0
      isAtEnd = true
    }
    return isAtEnd ? Array(buffer[position...]) : Array(buffer[position...]) + (try input.rest())
  }
}
