extension JSONDocument {
  /// Reads one JSON text, strictly: UTF-8 without a byte order mark, no duplicate keys.
  ///
  /// - Parameters:
  ///   - bytes: what holds the text.
  ///   - range: the part of it that is the text; all without one.
  ///   - depth: how deep arrays and objects may nest.
  ///   - firstLine: the line of its file that the text begins in, for messages that name another
  ///     place than their own.
  /// - Returns: the text as a tape.
  /// - Throws: ``JSONError``; its offset counts from the start of the range.
  public static func parse(
    _ bytes: [UInt8], range: Range<Int>? = nil, depth: Int = 512, firstLine: Int = 1
  ) throws(JSONError) -> JSONDocument {
    var parser = JSONParser(
      bytes: bytes, range: range ?? 0..<bytes.count, depth: depth, firstLine: firstLine)
    try parser.parse()
    return parser.document
  }
}

/// Reads a text to a tape in one pass.
struct JSONParser {
  private let bytes: [UInt8]
  private let start: Int
  private let end: Int
  private let depth: Int
  private let firstLine: Int
  private var position: Int
  var document = JSONDocument()

  init(bytes: [UInt8], range: Range<Int>, depth: Int, firstLine: Int) {
    self.firstLine = firstLine
    self.bytes = bytes
    start = range.lowerBound
    end = range.upperBound
    position = range.lowerBound
    self.depth = depth
  }

  mutating func parse() throws(JSONError) {
    guard end - start < Int(UInt32.max) else {
      throw error("one document is larger than 4 GB; split it")
    }
    try checkEncoding()
    document.strings.reserveCapacity((end - start) / 2)
    document.nodes.reserveCapacity((end - start) / 12)
    skipSpace()
    guard position < end else { throw error("there is nothing; expected a JSON value") }
    try value(nesting: 0)
    skipSpace()
    guard position == end else {
      throw error("\(shown()) after the end of the JSON value; expected nothing more")
    }
  }

  private func checkEncoding() throws(JSONError) {
    guard end - start >= 2 else { return }
    switch (bytes[start], bytes[start + 1]) {
    case (0xEF, 0xBB):
      throw error("the text begins with a byte order mark; expected UTF-8 without one")
    case (0xFE, 0xFF), (0xFF, 0xFE), (0, _), (_, 0):
      throw error("the text is UTF-16 or UTF-32; expected UTF-8")
    default: return
    }
  }

  private func error(_ message: String, at place: Int? = nil) -> JSONError {
    JSONError(offset: (place ?? position) - start, message: message)
  }

  /// The character at the position as a message shows it.
  private func shown() -> String {
    guard position < end else { return "the text ends" }
    let byte = bytes[position]
    if byte < 0x20 || byte == 0x7F { return "a control character \(Self.name(UInt32(byte)))" }
    if byte < 0x80 { return "\"\(Unicode.Scalar(byte))\"" }
    var rest = bytes[position..<min(position + 4, end)].makeIterator()
    var decoder = UTF8()
    if case .scalarValue(let scalar) = decoder.decode(&rest) { return "\"\(scalar)\"" }
    return "the byte 0x\(String(byte, radix: 16, uppercase: true))"
  }

  private static func name(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private mutating func skipSpace() {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private mutating func open(_ kind: JSONKind) -> Int {
    let index = document.nodes.count
    document.nodes.append(
      JSONDocument.Node(
        offset: UInt32(position - start), start: UInt32(document.strings.count), count: 0,
        end: UInt32(index + 1), kind: kind))
    return index
  }

  private mutating func value(nesting: Int) throws(JSONError) {
    guard position < end else { throw error("the text ends where a value was expected") }
    switch bytes[position] {
    case UInt8(ascii: "{"): try object(nesting: nesting)
    case UInt8(ascii: "["): try array(nesting: nesting)
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "-"), 0x30...0x39: try number()
    case UInt8(ascii: "t"): try word("true", .boolean, 1)
    case UInt8(ascii: "f"): try word("false", .boolean, 0)
    case UInt8(ascii: "n"): try word("null", .null, 0)
    default: throw error("\(shown()) where a value was expected")
    }
  }

  private mutating func word(
    _ text: StaticString, _ kind: JSONKind, _ count: UInt32
  ) throws(JSONError) {
    let wanted = Array(text.description.utf8)
    guard end - position >= wanted.count,
      bytes[position..<position + wanted.count].elementsEqual(wanted)
    else { throw error("an unknown word; expected true, false, null or a string in quotes") }
    let index = open(kind)
    document.nodes[index].count = count
    position += wanted.count
  }

  private mutating func number() throws(JSONError) {
    let index = open(.number)
    let first = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let integer = position
    try digits("a digit")
    if position - integer > 1, bytes[integer] == 0x30 {
      throw error("a number begins with 0; JSON has no leading zeros", at: integer)
    }
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try digits("a digit after the decimal point")
    }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < end, bytes[position] == 0x2B || bytes[position] == 0x2D { position += 1 }
      try digits("a digit in the exponent")
    }
    keep(first..<position)
    document.nodes[index].count = UInt32(position - first)
  }

  private mutating func digits(_ expected: String) throws(JSONError) {
    let first = position
    while position < end, (0x30...0x39).contains(bytes[position]) { position += 1 }
    guard position > first else { throw error("\(shown()) in a number; expected \(expected)") }
  }

  private mutating func array(nesting: Int) throws(JSONError) {
    guard nesting < depth else { throw error("arrays and objects nest deeper than \(depth)") }
    let index = open(.array)
    position += 1
    skipSpace()
    var count: UInt32 = 0
    if position < end, bytes[position] == UInt8(ascii: "]") {
      position += 1
    } else {
      while true {
        skipSpace()
        try value(nesting: nesting + 1)
        count += 1
        skipSpace()
        guard position < end else {
          throw error("the text ends inside an array; expected \",\" or \"]\"")
        }
        if bytes[position] == UInt8(ascii: "]") { break }
        guard bytes[position] == UInt8(ascii: ",") else {
          throw error("\(shown()) in an array; expected \",\" or \"]\"")
        }
        position += 1
        skipSpace()
        if position < end, bytes[position] == UInt8(ascii: "]") {
          throw error("a comma before \"]\"; expected a value")
        }
      }
      position += 1
    }
    document.nodes[index].count = count
    document.nodes[index].end = UInt32(document.nodes.count)
  }

  private mutating func object(nesting: Int) throws(JSONError) {
    guard nesting < depth else { throw error("arrays and objects nest deeper than \(depth)") }
    let index = open(.object)
    position += 1
    skipSpace()
    var count: UInt32 = 0
    if position < end, bytes[position] == UInt8(ascii: "}") {
      position += 1
    } else {
      while true {
        skipSpace()
        guard position < end else {
          throw error("the text ends inside an object; expected a key or \"}\"")
        }
        guard bytes[position] == UInt8(ascii: "\"") else {
          throw error("\(shown()) in an object; expected a key in double quotes")
        }
        try string()
        skipSpace()
        guard position < end, bytes[position] == UInt8(ascii: ":") else {
          throw error("\(shown()) after a key; expected \":\"")
        }
        position += 1
        skipSpace()
        try value(nesting: nesting + 1)
        count += 1
        skipSpace()
        guard position < end else {
          throw error("the text ends inside an object; expected \",\" or \"}\"")
        }
        if bytes[position] == UInt8(ascii: "}") { break }
        guard bytes[position] == UInt8(ascii: ",") else {
          throw error("\(shown()) in an object; expected \",\" or \"}\"")
        }
        position += 1
        skipSpace()
        if position < end, bytes[position] == UInt8(ascii: "}") {
          throw error("a comma before \"}\"; expected a key")
        }
      }
      position += 1
    }
    document.nodes[index].count = count
    document.nodes[index].end = UInt32(document.nodes.count)
    try checkKeys(of: index)
  }

  private func checkKeys(of index: Int) throws(JSONError) {
    let count = Int(document.nodes[index].count)
    guard count > 1 else { return }
    guard count <= 16 else { return try checkManyKeys(of: index) }
    var keys = InlineArray<16, JSONValue>(repeating: document.root)
    var position = index + 1
    for later in 0..<count {
      let key = JSONValue(index: position)
      for earlier in 0..<later where areEqual(key, keys[earlier]) {
        throw duplicate(key, of: keys[earlier])
      }
      keys[later] = key
      position = document.end(of: position + 1)
    }
  }

  private func areEqual(_ key: JSONValue, _ other: JSONValue) -> Bool {
    let range = document.range(of: key)
    let start = document.range(of: other).lowerBound
    guard document.range(of: other).count == range.count else { return false }
    for offset in 0..<range.count
    where document.strings[range.lowerBound + offset] != document.strings[start + offset] {
      return false
    }
    return true
  }

  private func checkManyKeys(of index: Int) throws(JSONError) {
    var seen: [ArraySlice<UInt8>: JSONValue] = [:]
    var position = index + 1
    while position < Int(document.nodes[index].end) {
      let key = JSONValue(index: position)
      if let first = seen.updateValue(key, forKey: document.strings[document.range(of: key)]) {
        throw duplicate(key, of: first)
      }
      position = document.end(of: position + 1)
    }
  }

  private func shown(placeAt offset: Int) -> String {
    let place = LineMap(Array(bytes[start..<end])).position(of: offset)
    return "line \(place.line + firstLine - 1), column \(place.column)"
  }

  private func duplicate(_ key: JSONValue, of first: JSONValue) -> JSONError {
    let place = shown(placeAt: Int(document.offset(of: first)))
    return JSONError(
      offset: Int(document.offset(of: key)),
      message: "the key \"\(document.text(of: key))\" stands twice in one object, first at "
        + place)
  }

  private mutating func string() throws(JSONError) {
    let opened = position
    let index = open(.string)
    position += 1
    while true {
      let run = position
      let isASCII = skipPlain()
      if position > run {
        if !isASCII { try checkUTF8(run..<position) }
        keep(run..<position)
      }
      guard position < end else {
        let place = shown(placeAt: opened - start)
        throw error("the text ends inside a string that opened at \(place)")
      }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        document.nodes[index].count =
          UInt32(document.strings.count) - document.nodes[index].start
        return
      case UInt8(ascii: "\\"): try escape()
      default:
        throw error(
          "\(shown()) in a string; expected it as the escape \\u\(Self.name(UInt32(bytes[position])).dropFirst(2).lowercased())"
        )
      }
    }
  }

  /// Adds bytes of the text to the strings.
  private mutating func keep(_ range: Range<Int>) {
    unsafe bytes.withUnsafeBytes { buffer in
      unsafe document.strings.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[range]))
    }
  }

  /// Moves to the next quote, backslash or control character and says whether all before it is
  /// ASCII.
  private mutating func skipPlain() -> Bool {
    let (found, isASCII) = unsafe bytes.withUnsafeBytes { buffer in
      let ones: UInt64 = 0x0101_0101_0101_0101
      let highs = ones << 7
      var place = position
      var seen: UInt64 = 0
      while place + 8 <= end {
        let word = UInt64(
          littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        let quotes = word ^ ones &* UInt64(UInt8(ascii: "\""))
        let backslashes = word ^ ones &* UInt64(UInt8(ascii: "\\"))
        // The lowest high bit that is set is of the first byte that is 0, or less than a space.
        let stops =
          (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
          | (word &- ones &* 0x20) & ~word
        guard stops & highs == 0 else {
          let plain = (stops & highs).trailingZeroBitCount & ~7
          return (place + plain / 8, (seen | word & ((1 << plain) - 1)) & highs == 0)
        }
        seen |= word
        place += 8
      }
      while place < end {
        let byte = unsafe buffer[place]
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
        seen |= UInt64(byte)
        place += 1
      }
      return (place, seen & highs == 0)
    }
    position = found
    return isASCII
  }

  private func checkUTF8(_ range: Range<Int>) throws(JSONError) {
    guard (try? UTF8Span(validating: bytes.span.extracting(range))) == nil else { return }
    var place = range.lowerBound
    while place < range.upperBound {
      var rest = bytes[place..<range.upperBound].makeIterator()
      var decoder = UTF8()
      guard case .scalarValue(let scalar) = decoder.decode(&rest) else { break }
      place += UTF8.width(scalar)
    }
    throw error(
      "the byte 0x\(String(bytes[min(place, end - 1)], radix: 16, uppercase: true)) is not UTF-8",
      at: place)
  }

  private mutating func escape() throws(JSONError) {
    let place = position
    guard position + 1 < end else {
      position = end
      throw error("the text ends inside an escape")
    }
    let letter = bytes[position + 1]
    position += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      document.strings.append(letter)
    case UInt8(ascii: "b"): document.strings.append(0x08)
    case UInt8(ascii: "f"): document.strings.append(0x0C)
    case UInt8(ascii: "n"): document.strings.append(0x0A)
    case UInt8(ascii: "r"): document.strings.append(0x0D)
    case UInt8(ascii: "t"): document.strings.append(0x09)
    case UInt8(ascii: "u"):
      var scalar = try hexDigits(of: place)
      if (0xD800...0xDBFF).contains(scalar) {
        guard position + 1 < end, bytes[position] == UInt8(ascii: "\\"),
          bytes[position + 1] == UInt8(ascii: "u")
        else {
          throw error("a high surrogate without the low one that must follow it", at: place)
        }
        position += 2
        let low = try hexDigits(of: position - 2)
        guard (0xDC00...0xDFFF).contains(low) else {
          throw error("a high surrogate without the low one that must follow it", at: place)
        }
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let valid = Unicode.Scalar(scalar) else {
        throw error("a low surrogate without the high one that must precede it", at: place)
      }
      document.strings.append(contentsOf: UTF8.encode(valid) ?? UTF8.encodedReplacementCharacter)
    default:
      position -= 1
      throw error(
        "\(shown()) after a backslash; expected one of \" \\ / b f n r t u")
    }
  }

  private mutating func hexDigits(of place: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < end, let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue,
        bytes[position] < 0x80
      else { throw error("\(shown()) in a \\u escape; expected four hexadecimal digits") }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
