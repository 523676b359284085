/// Literals in the canonical form of N-Triples.
extension TermSpelling {
  /// Appends a lexical form between quotes.
  mutating func append(quoted lexical: Span<UInt8>) -> TermTable.Features {
    var features: TermTable.Features = []
    reserve(lexical.count + 64)
    append(UInt8(ascii: "\""))
    var copied = 0
    var high: UInt64 = 0
    var position = Self.plainEnd(lexical, 0, &high)
    while position < lexical.count {
      let byte = lexical[position]
      if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte != 0x7F {
        // U+FFFE and U+FFFF: EF BF BE, EF BF BF.
        if byte == 0xEF, position + 2 < lexical.count, lexical[position + 1] == 0xBF,
          lexical[position + 2] >= 0xBE
        {
          features.formUnion([.outsideXML, .escaped])
          append(lexical.extracting(copied..<position))
          copied = position + 3
          escape { Self.appendEscape(ofNonCharacter: lexical[position + 2], to: &$0) }
        }
      } else {
        features.insert(.escaped)
        append(lexical.extracting(copied..<position))
        copied = position + 1
        escape { Self.appendEscape(of: byte, to: &$0) }
        if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { features.insert(.outsideXML) }
      }
      position = Self.plainEnd(lexical, position + 1, &high)
    }
    append(lexical.extracting(copied..<lexical.count))
    append(UInt8(ascii: "\""))
    if high & 0x8080_8080_8080_8080 != 0 { features.insert(.beyondASCII) }
    return features
  }

  /// Appends `@` and a language tag in lower case, and says whether it was well formed.
  mutating func append(language tag: Span<UInt8>) -> Bool {
    append(UInt8(ascii: "@"))
    if tag.count == 2, (0x61...0x7A).contains(tag[0]), (0x61...0x7A).contains(tag[1]) {
      append(tag)
      return true
    }
    var lowercased: [UInt8] = []
    guard LanguageTag.appendLowercased(tag, to: &lowercased) else { return false }
    append(lowercased.span)
    return true
  }

  private mutating func escape(_ write: (inout [UInt8]) -> Void) {
    var escape: [UInt8] = []
    write(&escape)
    append(escape.span)
  }

  /// Where the first byte stands that may not be copied as it is, eight bytes looked at in one go.
  ///
  /// Bytes that were looked at are added to the bits of `seen`.
  private static func plainEnd(_ text: Span<UInt8>, _ start: Int, _ seen: inout UInt64) -> Int {
    unsafe text.withUnsafeBytes { buffer in
      func every(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
      func zero(_ word: UInt64) -> UInt64 { (word &- every(0x01)) & ~word & every(0x80) }
      var position = start
      while position + 8 <= buffer.count {
        let word = UInt64(
          littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        seen |= word
        let found =
          (word &- every(0x20)) & ~word & every(0x80) | zero(word ^ every(0x22))
          | zero(word ^ every(0x5C)) | zero(word ^ every(0x7F)) | zero(word ^ every(0xEF))
        if found != 0 { return position + found.trailingZeroBitCount / 8 }
        position += 8
      }
      while position < buffer.count {
        let byte = unsafe buffer[position]
        seen |= UInt64(byte)
        if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xEF { break }
        position += 1
      }
      return position
    }
  }
  /// The escapes that canonical N-Triples has for a byte, the shortest there is.
  ///
  /// - SeeAlso: RDF 1.2 N-Triples, section 4 (canonical form).
  package static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    default:
      bytes.append(contentsOf: [UInt8(ascii: "u"), 0x30, 0x30])
      for digit in [byte >> 4, byte & 15] {
        bytes.append(digit < 10 ? 0x30 + digit : 0x41 + digit - 10)
      }
    }
  }

  /// The escape of U+FFFE or U+FFFF, whose last byte is given.
  package static func appendEscape(ofNonCharacter last: UInt8, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: (last == 0xBE ? "\\uFFFE" : "\\uFFFF").utf8)
  }
}
