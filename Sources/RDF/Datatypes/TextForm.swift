/// The forms of datatypes that are texts, names or bytes.
enum TextForm {
  static func isOne(of words: [StaticString], _ text: Span<UInt8>) -> Bool {
    words.contains { word in
      guard word.utf8CodeUnitCount == text.count else { return false }
      for place in text.indices {
        guard unsafe word.utf8Start[place] == text[place] else { return false }
      }
      return true
    }
  }

  /// - SeeAlso: XML Schema 1.1 Part 2, section 3.4.1.
  static func isNormalized(_ text: Span<UInt8>) -> Bool {
    for place in text.indices {
      switch text[place] {
      case 0x09, 0x0A, 0x0D: return false
      default: continue
      }
    }
    return true
  }

  /// - SeeAlso: XML Schema 1.1 Part 2, section 3.4.2.
  static func isToken(_ text: Span<UInt8>) -> Bool {
    guard isNormalized(text) else { return false }
    var isAfterSpace = true
    for place in text.indices {
      let isSpace = text[place] == 0x20
      if isSpace, isAfterSpace { return false }
      isAfterSpace = isSpace
    }
    return text.isEmpty || !isAfterSpace
  }

  /// - SeeAlso: XML Schema 1.1 Part 2, section 3.4.3.
  static func isLanguage(_ text: Span<UInt8>) -> Bool {
    var length = 0
    var isFirst = true
    for place in text.indices {
      let byte = text[place]
      if byte == UInt8(ascii: "-") {
        guard length > 0 else { return false }
        length = 0
        isFirst = false
        continue
      }
      let isLetter = (byte | 0x20) &- 0x61 < 26
      guard isLetter || !isFirst && XSD.isDigit(byte), length < 8 else { return false }
      length += 1
    }
    return length > 0
  }

  enum Name { case name, ncName, nmtoken }

  /// - SeeAlso: XML 1.0, section 2.3; Namespaces in XML 1.0, section 3.
  static func isName(_ text: Span<UInt8>, _ kind: Name) -> Bool {
    guard let scalars = try? UTF8Span(validating: text), !text.isEmpty else { return false }
    var iterator = scalars.makeUnicodeScalarIterator()
    var isFirst = kind != .nmtoken
    while let scalar = iterator.next() {
      if scalar == ":", kind == .ncName { return false }
      guard isFirst ? startsName(scalar.value) : isInName(scalar.value) else { return false }
      isFirst = false
    }
    return true
  }

  private static func startsName(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF,
      0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF,
      0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  private static func isInName(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: startsName(scalar)
    }
  }

  /// - SeeAlso: XML Schema 1.1 Part 2, section 3.3.15.
  static func isHexadecimal(_ text: Span<UInt8>) -> Bool {
    for place in text.indices {
      guard XSD.isDigit(text[place]) || (text[place] | 0x20) &- 0x61 < 6 else { return false }
    }
    return text.count % 2 == 0
  }

  /// Groups of four characters, a space at most after each, and what pads the last one.
  ///
  /// - SeeAlso: XML Schema 1.1 Part 2, section 3.3.16.
  static func isBase64(_ text: Span<UInt8>) -> Bool {
    var count = 0
    var padding = 0
    var last: UInt8 = 0
    for place in text.indices {
      let byte = text[place]
      if byte == 0x20 {
        guard place > 0, text[place - 1] != 0x20 else { return false }
        continue
      }
      count += 1
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let value = base64Value(byte) else { return false }
      last = value
    }
    guard count % 4 == 0, padding <= 2 else { return false }
    // The bits that the padding leaves over are zero.
    return padding == 0 || padding == 1 && last & 3 == 0 || padding == 2 && last & 15 == 0
  }

  private static func base64Value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  /// Whether a text can be an IRI or a reference to one: no space, no control, none of `<>"{}|\^` and
  /// the grave accent, and `%` before two hexadecimal digits only.
  ///
  /// - SeeAlso: RFC 3987, section 2.2.
  static func isReference(_ text: Span<UInt8>) -> Bool {
    for place in text.indices {
      switch text[place] {
      case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "\\"),
        UInt8(ascii: "^"), UInt8(ascii: "`"):
        return false
      case UInt8(ascii: "%"):
        guard place + 2 < text.count, isHexadecimal(text.extracting(place + 1..<place + 3)) else {
          return false
        }
      default: continue
      }
    }
    return true
  }
}
