internal import RDF

/// Finds the ends of the tokens that N-Triples, N-Quads, Turtle and TriG share.
///
/// - SeeAlso: RDF 1.1 Turtle, section 6.5 (terminals); RDF 1.1 N-Triples, section 7.
enum Scan {
  /// What one scan of an IRI or a string tells.
  struct Text {
    /// The offset of what closes it.
    var end: Int
    /// Whether it holds escapes.
    var hasEscapes = false
    /// Whether it needs no closer look.
    ///
    /// An IRI is then ASCII without percent signs and brackets, a string its own canonical
    /// spelling.
    var isPlain = true
  }

  /// Throws that a token does not end in the input.
  static func unfinished(
    _ isLast: Bool, at offset: Int, _ message: @autoclosure () -> String
  ) -> ReadHalt {
    isLast ? .fault(offset: offset, message: message()) : .incomplete
  }

  /// Decodes the scalar beyond ASCII at an offset.
  static func scalar(
    _ input: Span<UInt8>, at offset: Int, isLast: Bool
  ) throws(ReadHalt) -> (scalar: UInt32, length: Int) {
    if let found = IRISyntax.decode(input, at: offset) { return found }
    if !isLast, offset + 4 > input.count { throw .incomplete }
    throw .fault(
      offset: offset, message: "the bytes here are not UTF-8; save the file in UTF-8")
  }

  // MARK: Eight bytes at a time

  /// A byte in each of the eight of a word.
  private static func spread(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Has the high bit of each byte set that is equal to one, as far as all are ASCII and none
  /// before it is.
  @inline(__always)
  private static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    (word ^ spread(byte)) &- spread(1)
  }

  /// The offset from which on a string may not be plain.
  @inline(__always)
  private static func plainEnd(_ input: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    let bytes = unsafe input.bytes
    while offset + 8 <= input.count {
      let word = unsafe UInt64(
        littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let found =
        (word | (word &- spread(0x20)) | equal(word, 0x22) | equal(word, 0x27)
          | equal(word, 0x5C)
          | equal(word, 0x7F)) & spread(0x80)
      if found != 0 { return offset + found.trailingZeroBitCount / 8 }
      offset += 8
    }
    return offset
  }

  /// The offset from which on an IRI may not be plain: before `_` too, as it happens.
  @inline(__always)
  private static func plainIRIEnd(_ input: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    let bytes = unsafe input.bytes
    while offset + 8 <= input.count {
      let word = unsafe UInt64(
        littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
      // With the bit that tells [ \ ] ^ _ from { | } ~ and DEL.
      let lower = word | spread(0x20)
      let found =
        (word | (word &- spread(0x21)) | equal(word, 0x22) | equal(word, 0x25)
          | equal(word | spread(0x02), 0x3E) | equal(word, 0x60) | (lower &+ spread(0x05)))
        & spread(0x80)
      if found != 0 { return offset + found.trailingZeroBitCount / 8 }
      offset += 8
    }
    return offset
  }

  // MARK: Tokens

  /// Scans the inside of an IRI in angle brackets from the offset after the first.
  static func iri(
    _ input: Span<UInt8>, from start: Int, isLast: Bool
  ) throws(ReadHalt) -> Text {
    var text = Text(end: start)
    var offset = start
    while true {
      offset = plainIRIEnd(input, from: offset)
      guard offset < input.count else { break }
      let byte = input[offset]
      if ByteSet.iri.contains(byte) {
        offset += 1
        continue
      }
      switch byte {
      case UInt8(ascii: ">"):
        text.end = offset
        return text
      case UInt8(ascii: "%"), UInt8(ascii: "["), UInt8(ascii: "]"):
        text.isPlain = false
        offset += 1
      case UInt8(ascii: "\\"):
        text.isPlain = false
        text.hasEscapes = true
        offset = try numericEscape(input, at: offset, isLast: isLast, in: "an IRI").end
      case 0x80...:
        text.isPlain = false
        offset += try scalar(input, at: offset, isLast: isLast).length
      default:
        let shown = Found.byte(byte)
        throw .fault(
          offset: offset,
          message: byte == 0x0A || byte == 0x0D
            ? "the IRI is not closed on its line; expected \">\""
            : "\(shown) is not allowed in an IRI; write it percent-encoded, or close the IRI "
              + "with \">\"")
      }
    }
    throw unfinished(isLast, at: start - 1, "the IRI that begins here is not closed by \">\"")
  }

  /// Whether a plain IRI is surely absolute and well formed, so that no closer look is needed.
  static func isSurelyValid(_ input: Span<UInt8>, _ range: Range<Int>) -> Bool {
    // "http://" or "https://", then a host of letters, digits, "." and "-".
    let start = range.lowerBound
    guard range.count > 8, input[start] == UInt8(ascii: "h"),
      input[start + 1] == UInt8(ascii: "t"), input[start + 2] == UInt8(ascii: "t"),
      input[start + 3] == UInt8(ascii: "p")
    else { return false }
    var offset = start + 4
    if input[offset] == UInt8(ascii: "s") { offset += 1 }
    guard input[offset] == UInt8(ascii: ":"), input[offset + 1] == UInt8(ascii: "/"),
      input[offset + 2] == UInt8(ascii: "/")
    else { return false }
    offset += 3
    while offset < range.upperBound {
      let byte = input[offset]
      if ByteSet.isLetter(byte) || ByteSet.isDigit(byte) || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "-")
      {
        offset += 1
        continue
      }
      return byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#")
    }
    return false
  }

  /// Scans the inside of a string of one line from the offset after its quote.
  static func string(
    _ input: Span<UInt8>, from start: Int, quote: UInt8, isLast: Bool
  ) throws(ReadHalt) -> Text {
    var text = Text(end: start)
    var offset = start
    while true {
      offset = plainEnd(input, from: offset)
      guard offset < input.count else { break }
      let byte = input[offset]
      if ByteSet.string.contains(byte) {
        offset += 1
        continue
      }
      if byte == quote {
        text.end = offset
        return text
      }
      if byte == 0x0A || byte == 0x0D {
        throw .fault(
          offset: offset,
          message: "the string is not closed on its line; expected \(Found.byte(quote)), or "
            + "\\n for a line end")
      }
      offset = try other(byte, &text, input, at: offset, isLast: isLast)
    }
    throw unfinished(
      isLast, at: start - 1, "the string that begins here is not closed by \(Found.byte(quote))")
  }

  /// Scans the inside of a string of many lines from the offset after its three quotes.
  static func longString(
    _ input: Span<UInt8>, from start: Int, quote: UInt8, isLast: Bool
  ) throws(ReadHalt) -> Text {
    var text = Text(end: start)
    var offset = start
    while offset < input.count {
      let byte = input[offset]
      if ByteSet.string.contains(byte) {
        offset += 1
      } else if byte == quote {
        guard offset + 2 < input.count else { break }
        if input[offset + 1] == quote, input[offset + 2] == quote {
          text.end = offset
          return text
        }
        if quote == UInt8(ascii: "\"") { text.isPlain = false }
        offset += 1
      } else {
        offset = try other(byte, &text, input, at: offset, isLast: isLast)
      }
    }
    let quotes = String(repeating: Character(Unicode.Scalar(quote)), count: 3)
    throw unfinished(
      isLast, at: start - 3, "the string that begins here is not closed by \(quotes)")
  }

  /// Goes past one character of a string that is not plain text.
  private static func other(
    _ byte: UInt8, _ text: inout Text, _ input: Span<UInt8>, at offset: Int, isLast: Bool
  ) throws(ReadHalt) -> Int {
    switch byte {
    case UInt8(ascii: "\\"):
      text.isPlain = false
      text.hasEscapes = true
      return try stringEscape(input, at: offset, isLast: isLast).end
    case 0x80...:
      let (scalar, length) = try scalar(input, at: offset, isLast: isLast)
      if scalar | 1 == 0xFFFF { text.isPlain = false }
      return offset + length
    case UInt8(ascii: "'"):
      return offset + 1
    default:
      text.isPlain = false
      return offset + 1
    }
  }

  /// Reads an escape of a string: `\n` and the like, or `\u` and `\U`.
  static func stringEscape(
    _ input: Span<UInt8>, at offset: Int, isLast: Bool
  ) throws(ReadHalt) -> (scalar: UInt32, end: Int) {
    guard offset + 1 < input.count else {
      throw unfinished(isLast, at: offset, "the escape is cut short")
    }
    switch input[offset + 1] {
    case UInt8(ascii: "t"): return (0x09, offset + 2)
    case UInt8(ascii: "b"): return (0x08, offset + 2)
    case UInt8(ascii: "n"): return (0x0A, offset + 2)
    case UInt8(ascii: "r"): return (0x0D, offset + 2)
    case UInt8(ascii: "f"): return (0x0C, offset + 2)
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"):
      return (UInt32(input[offset + 1]), offset + 2)
    default:
      return try numericEscape(input, at: offset, isLast: isLast, in: "a string")
    }
  }

  /// Reads `\u` with four hexadecimal digits or `\U` with eight.
  static func numericEscape(
    _ input: Span<UInt8>, at offset: Int, isLast: Bool, in place: String
  ) throws(ReadHalt) -> (scalar: UInt32, end: Int) {
    guard offset + 1 < input.count else {
      throw unfinished(isLast, at: offset, "the escape is cut short")
    }
    let letter = input[offset + 1]
    guard letter == UInt8(ascii: "u") || letter == UInt8(ascii: "U") else {
      let others = place == "an IRI" ? "" : "\\t, \\b, \\n, \\r, \\f, \\\", \\', \\\\, "
      throw .fault(
        offset: offset,
        message: "\"\\\" and \(Found.byte(letter)) are no escape of \(place); expected "
          + "\(others)\\u with 4 or \\U with 8 hexadecimal digits")
    }
    let end = offset + (letter == UInt8(ascii: "u") ? 6 : 10)
    var value: UInt32 = 0
    var digit = offset + 2
    while digit < end {
      guard digit < input.count else {
        throw unfinished(isLast, at: offset, "the escape is cut short")
      }
      guard let figure = ByteSet.hexValue(input[digit]) else {
        throw .fault(
          offset: offset,
          message: "\\\(Character(Unicode.Scalar(letter))) needs \(end - offset - 2) hexadecimal "
            + "digits after it")
      }
      value = value &<< 4 | figure
      digit += 1
    }
    guard Unicode.Scalar(value) != nil else {
      let name = String(value, radix: 16, uppercase: true)
      throw .fault(
        offset: offset,
        message: (0xD800...0xDFFF).contains(value)
          ? "U+\(name) is half of a surrogate pair, which is no character; write the character "
            + "itself or \\U with 8 digits"
          : "U+\(name) is no character; the last one is U+10FFFF")
    }
    return (value, end)
  }

  /// Appends the text of a range with its escapes undone; the range has been scanned.
  static func appendUnescaped(
    _ input: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]
  ) throws(ReadHalt) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = input[offset]
      guard byte == UInt8(ascii: "\\") else {
        output.append(byte)
        offset += 1
        continue
      }
      let (scalar, end) = try stringEscape(input, at: offset, isLast: true)
      append(scalar, to: &output)
      offset = end
    }
  }

  private static func append(_ value: UInt32, to output: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return }
    for unit in scalar.utf8 { output.append(unit) }
  }

  /// The end of a language tag whose first letter stands at an offset.
  static func language(
    _ input: Span<UInt8>, from start: Int, isLast: Bool
  ) throws(ReadHalt) -> Int {
    var offset = start
    var length = 0
    var isFirst = true
    while offset < input.count {
      let byte = input[offset]
      if ByteSet.isLetter(byte) || ByteSet.isDigit(byte) && !isFirst {
        length += 1
      } else if byte == UInt8(ascii: "-"), length > 0 {
        if offset + 1 < input.count, input[offset + 1] == UInt8(ascii: "-") {
          throw .fault(
            offset: offset,
            message: "a direction such as \"--ltr\" after a language tag is RDF 1.2; only RDF 1.1 "
              + "is read")
        }
        length = 0
        isFirst = false
      } else {
        break
      }
      offset += 1
    }
    if offset == input.count, !isLast { throw .incomplete }
    guard length > 0 else {
      throw .fault(
        offset: start - 1,
        message: "\"@\" needs a language tag after it, such as \"fr\" or \"fr-ML\"")
    }
    return offset
  }

  /// The end of a blank node label whose first character stands at an offset.
  static func label(
    _ input: Span<UInt8>, from start: Int, isLast: Bool
  ) throws(ReadHalt) -> Int {
    var offset = start
    var end = start
    while offset < input.count {
      let byte = input[offset]
      if ByteSet.name.contains(byte) {
        if offset == start, byte == UInt8(ascii: "-") { break }
        offset += 1
        end = offset
      } else if byte == UInt8(ascii: "."), offset > start {
        offset += 1
      } else if byte >= 0x80 {
        let (scalar, length) = try self.scalar(input, at: offset, isLast: isLast)
        guard NameCharacter.isInner(scalar), offset > start || NameCharacter.isFirst(scalar)
        else { break }
        offset += length
        end = offset
      } else {
        break
      }
    }
    if offset == input.count, !isLast { throw .incomplete }
    guard end > start else {
      throw .fault(
        offset: start - 2,
        message: "\"_:\" needs the label of a blank node after it: a letter, a digit or \"_\" first"
      )
    }
    return end
  }
}
