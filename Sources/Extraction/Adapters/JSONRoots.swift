internal import JSON

/// The JSON values of a text: one a line, or one alone over several lines.
enum JSONRoots {
  /// Reads the values in their order, of which only one is held at a time.
  ///
  /// - Throws: ``SyntaxFault`` at what is no JSON, and what the body throws.
  static func forEach(
    _ bytes: [UInt8], in range: Range<Int>? = nil,
    _ body: (_ root: JSONNode) throws(SyntaxFault) -> Void
  ) throws(SyntaxFault) {
    let range = range ?? 0..<bytes.count
    var isFirst = true
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      let line = start..<end
      start = end + 1
      guard bytes[line].contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else {
        continue
      }
      if isFirst {
        isFirst = false
        guard let root = try? JSONNode.parse(bytes, line) else {
          // A value that goes over lines is alone; what is wrong in it is said of the whole.
          if isOpen(bytes[line]) {
            return try body(JSONNode.parse(bytes, line.lowerBound..<range.upperBound))
          }
          _ = try JSONNode.parse(bytes, line)
          return
        }
        try body(root)
      } else {
        try body(JSONNode.parse(bytes, line))
      }
    }
  }

  /// Whether more brackets are opened than closed.
  private static func isOpen(_ line: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    var isText = false
    var isEscaped = false
    for byte in line {
      if isEscaped {
        isEscaped = false
      } else if isText {
        if byte == UInt8(ascii: "\\") { isEscaped = true }
        if byte == UInt8(ascii: "\"") { isText = false }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isText = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
      }
    }
    return depth > 0
  }
}
