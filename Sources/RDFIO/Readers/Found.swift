internal import RDF

/// Names what stands at a place, for messages.
enum Found {
  /// One ASCII byte.
  static func byte(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: " "): "a space"
    case 0x09: "a tab"
    case 0x0A, 0x0D: "a line end"
    case UInt8(ascii: "\""): "'\"'"
    case 0x21...0x7E: "\"\(Character(Unicode.Scalar(byte)))\""
    default: "U+00" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }

  /// The word or sign at an offset, at most 24 characters of it.
  static func token(_ input: Span<UInt8>, at offset: Int) -> String {
    guard offset < input.count else { return "the end of the document" }
    let first = input[offset]
    if first <= 0x20 || first == UInt8(ascii: "\"") || first == 0x7F { return byte(first) }
    var text: [UInt8] = []
    var end = offset
    while end < input.count, input[end] > 0x20, end - offset < 96 {
      let byte = input[end]
      let isWord =
        ByteSet.name.contains(byte) || byte == UInt8(ascii: ":") || byte >= 0x80
        || byte == UInt8(ascii: "@")
      if end > offset, !isWord { break }
      text.append(byte)
      end += 1
      if !isWord { break }
    }
    let word = String(decoding: text, as: UTF8.self)
    return word.unicodeScalars.count > 24 ? "\"\(word.prefix(24))…\"" : "\"\(word)\""
  }
}
