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
    let parsed: Result<JSONDocument, JSONError> = unsafe bytes.withUnsafeBytes { whole in
      let text = unsafe UnsafeRawBufferPointer(rebasing: whole[range ?? 0..<bytes.count])
      var parser = unsafe JSONParser(text, depth: depth, firstLine: firstLine)
      do throws(JSONError) {
        try parser.parse()
      } catch {
        return .failure(error)
      }
      return .success(parser.document)
    }
    return try parsed.get()
  }
}

/// Reads a text to a tape in one pass.
@safe struct JSONParser: ~Copyable {
  private let text: UnsafeRawBufferPointer
  private let end: Int
  private let depth: Int
  private let firstLine: Int
  private var position = 0
  /// The strings of the tape, which without their escapes need no more room than the text.
  private let strings: UnsafeMutableRawPointer
  private var stringsCount = 0
  private var nodes: UnsafeMutablePointer<JSONDocument.Node>
  private var nodesCount = 0
  private var nodesCapacity: Int

  /// What is written of a string in one go, which may be more than is its own.
  private static let stride = 8

  /// The text must be there as long as the parser is.
  @unsafe init(_ text: UnsafeRawBufferPointer, depth: Int, firstLine: Int) {
    unsafe self.text = text
    end = text.count
    self.depth = depth
    self.firstLine = firstLine
    unsafe strings = UnsafeMutableRawPointer.allocate(
      byteCount: text.count + Self.stride, alignment: Self.stride)
    nodesCapacity = 16 + text.count / 12
    unsafe nodes = UnsafeMutablePointer<JSONDocument.Node>.allocate(capacity: nodesCapacity)
  }

  deinit {
    unsafe strings.deallocate()
    unsafe nodes.deallocate()
  }

  /// The tape of what was read.
  var document: JSONDocument {
    var document = JSONDocument()
    unsafe document.strings.append(
      contentsOf: UnsafeRawBufferPointer(start: strings, count: stringsCount))
    unsafe document.nodes.append(
      contentsOf: UnsafeBufferPointer(start: nodes, count: nodesCount))
    return document
  }

  mutating func parse() throws(JSONError) {
    guard end < Int(UInt32.max) else {
      throw error("one document is larger than 4 GB; split it")
    }
    try checkEncoding()
    skipSpace()
    guard position < end else { throw error("there is nothing; expected a JSON value") }
    try value(nesting: 0)
    skipSpace()
    guard position == end else {
      throw error("\(shown()) after the end of the JSON value; expected nothing more")
    }
  }

  private func checkEncoding() throws(JSONError) {
    guard end >= 2 else { return }
    switch (byte(0), byte(1)) {
    case (0xEF, 0xBB):
      throw error("the text begins with a byte order mark; expected UTF-8 without one")
    case (0xFE, 0xFF), (0xFF, 0xFE), (0, _), (_, 0):
      throw error("the text is UTF-16 or UTF-32; expected UTF-8")
    default: return
    }
  }

  /// The byte at a place, which must be below ``end``.
  @inline(__always)
  private func byte(_ place: Int) -> UInt8 {
    assert(place < end)
    return unsafe text[place]
  }

  @inline(__always)
  private func isByte(_ wanted: Unicode.Scalar) -> Bool {
    position < end && byte(position) == UInt8(ascii: wanted)
  }

  private func slice(_ range: Range<Int>) -> [UInt8] {
    unsafe Array(text[range])
  }

  private func error(_ message: String, at place: Int? = nil) -> JSONError {
    JSONError(offset: place ?? position, message: message)
  }

  /// The character at the position as a message shows it.
  private func shown() -> String {
    guard position < end else { return "the text ends" }
    let byte = byte(position)
    if byte < 0x20 || byte == 0x7F { return "a control character \(Self.name(UInt32(byte)))" }
    if byte < 0x80 { return "\"\(Unicode.Scalar(byte))\"" }
    var rest = slice(position..<min(position + 4, end)).makeIterator()
    var decoder = UTF8()
    if case .scalarValue(let scalar) = decoder.decode(&rest) { return "\"\(scalar)\"" }
    return "the byte 0x\(String(byte, radix: 16, uppercase: true))"
  }

  private static func name(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  @inline(__always)
  private mutating func skipSpace() {
    while position < end, byte(position) <= 0x20 {
      switch byte(position) {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  @inline(__always)
  private mutating func open(_ kind: JSONKind) -> Int {
    if nodesCount == nodesCapacity { growNodes() }
    let index = nodesCount
    unsafe (nodes + index).initialize(
      to: JSONDocument.Node(
        offset: UInt32(truncatingIfNeeded: position),
        start: UInt32(truncatingIfNeeded: stringsCount), count: 0,
        end: UInt32(truncatingIfNeeded: index + 1), kind: kind))
    nodesCount += 1
    return index
  }

  private mutating func growNodes() {
    nodesCapacity *= 2
    let larger = UnsafeMutablePointer<JSONDocument.Node>.allocate(capacity: nodesCapacity)
    unsafe larger.moveInitialize(from: nodes, count: nodesCount)
    unsafe nodes.deallocate()
    unsafe nodes = larger
  }

  @inline(__always)
  private mutating func close(_ index: Int, count: UInt32) {
    unsafe nodes[index].count = count
    unsafe nodes[index].end = UInt32(truncatingIfNeeded: nodesCount)
  }

  private mutating func value(nesting: Int) throws(JSONError) {
    guard position < end else { throw error("the text ends where a value was expected") }
    switch byte(position) {
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
    _ word: StaticString, _ kind: JSONKind, _ count: UInt32
  ) throws(JSONError) {
    let length = word.utf8CodeUnitCount
    guard end - position >= length,
      word.withUTF8Buffer({ unsafe text[position..<position + length].elementsEqual($0) })
    else { throw error("an unknown word; expected true, false, null or a string in quotes") }
    close(open(kind), count: count)
    position += length
  }

  private mutating func number() throws(JSONError) {
    let index = open(.number)
    let first = position
    if isByte("-") { position += 1 }
    let integer = position
    try digits("a digit")
    if position - integer > 1, byte(integer) == 0x30 {
      throw error("a number begins with 0; JSON has no leading zeros", at: integer)
    }
    if isByte(".") {
      position += 1
      try digits("a digit after the decimal point")
    }
    if isByte("e") || isByte("E") {
      position += 1
      if isByte("+") || isByte("-") { position += 1 }
      try digits("a digit in the exponent")
    }
    for place in first..<position { keep(byte(place)) }
    close(index, count: UInt32(truncatingIfNeeded: position - first))
  }

  private mutating func digits(_ expected: String) throws(JSONError) {
    let first = position
    while position < end, byte(position) &- 0x30 < 10 { position += 1 }
    guard position > first else { throw error("\(shown()) in a number; expected \(expected)") }
  }

  private mutating func array(nesting: Int) throws(JSONError) {
    guard nesting < depth else { throw error("arrays and objects nest deeper than \(depth)") }
    let index = open(.array)
    position += 1
    skipSpace()
    var count: UInt32 = 0
    if isByte("]") {
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
        if byte(position) == UInt8(ascii: "]") { break }
        guard byte(position) == UInt8(ascii: ",") else {
          throw error("\(shown()) in an array; expected \",\" or \"]\"")
        }
        position += 1
        skipSpace()
        if isByte("]") {
          throw error("a comma before \"]\"; expected a value")
        }
      }
      position += 1
    }
    close(index, count: count)
  }

  private mutating func object(nesting: Int) throws(JSONError) {
    guard nesting < depth else { throw error("arrays and objects nest deeper than \(depth)") }
    let index = open(.object)
    position += 1
    skipSpace()
    var count: UInt32 = 0
    if isByte("}") {
      position += 1
    } else {
      while true {
        skipSpace()
        guard position < end else {
          throw error("the text ends inside an object; expected a key or \"}\"")
        }
        guard byte(position) == UInt8(ascii: "\"") else {
          throw error("\(shown()) in an object; expected a key in double quotes")
        }
        try string()
        skipSpace()
        guard isByte(":") else {
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
        if byte(position) == UInt8(ascii: "}") { break }
        guard byte(position) == UInt8(ascii: ",") else {
          throw error("\(shown()) in an object; expected \",\" or \"}\"")
        }
        position += 1
        skipSpace()
        if isByte("}") {
          throw error("a comma before \"}\"; expected a key")
        }
      }
      position += 1
    }
    close(index, count: count)
    try checkKeys(of: index)
  }

  // MARK: Keys

  private func checkKeys(of index: Int) throws(JSONError) {
    let count = unsafe Int(nodes[index].count)
    guard count > 1 else { return }
    guard count <= 16 else { return try checkManyKeys(of: index) }
    var keys = InlineArray<16, Int>(repeating: 0)
    var key = index + 1
    for later in 0..<count {
      for earlier in 0..<later where areEqual(key, keys[earlier]) {
        throw duplicate(key, of: keys[earlier])
      }
      keys[later] = key
      key = unsafe Int(nodes[key + 1].end)
    }
  }

  private func characters(of key: Int) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(
      start: strings + Int(nodes[key].start), count: Int(nodes[key].count))
  }

  @inline(__always)
  private func areEqual(_ key: Int, _ other: Int) -> Bool {
    guard unsafe nodes[key].count == nodes[other].count else { return false }
    return unsafe characters(of: key).elementsEqual(characters(of: other))
  }

  private func checkManyKeys(of index: Int) throws(JSONError) {
    var seen: [[UInt8]: Int] = [:]
    var key = index + 1
    while unsafe key < Int(nodes[index].end) {
      if let first = seen.updateValue(key, forKey: unsafe Array(characters(of: key))) {
        throw duplicate(key, of: first)
      }
      key = unsafe Int(nodes[key + 1].end)
    }
  }

  private func shown(placeAt offset: Int) -> String {
    let place = LineMap(slice(0..<end)).position(of: offset)
    return "line \(place.line + firstLine - 1), column \(place.column)"
  }

  private func duplicate(_ key: Int, of first: Int) -> JSONError {
    let place = shown(placeAt: unsafe Int(nodes[first].offset))
    let name = unsafe String(decoding: characters(of: key), as: UTF8.self)
    return JSONError(
      offset: unsafe Int(nodes[key].offset),
      message: "the key \"\(name)\" stands twice in one object, first at \(place)")
  }

  // MARK: Strings

  private mutating func string() throws(JSONError) {
    let opened = position
    let index = open(.string)
    let begun = stringsCount
    position += 1
    while true {
      let run = position
      if !copyPlain() { try checkUTF8(run..<position) }
      guard position < end else {
        let place = shown(placeAt: opened)
        throw error("the text ends inside a string that opened at \(place)")
      }
      switch byte(position) {
      case UInt8(ascii: "\""):
        position += 1
        unsafe nodes[index].count = UInt32(truncatingIfNeeded: stringsCount - begun)
        return
      case UInt8(ascii: "\\"): try escape()
      default:
        throw error(
          "\(shown()) in a string; expected it as the escape \\u\(Self.name(UInt32(byte(position))).dropFirst(2).lowercased())"
        )
      }
    }
  }

  @inline(__always)
  private mutating func keep(_ byte: UInt8) {
    unsafe strings.storeBytes(of: byte, toByteOffset: stringsCount, as: UInt8.self)
    stringsCount += 1
  }

  /// Copies what stands before the next quote, backslash or control character, and says whether
  /// all of it is ASCII.
  @inline(__always)
  private mutating func copyPlain() -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = ones << 7
    var place = position
    var kept = stringsCount
    defer {
      position = place
      stringsCount = kept
    }
    var seen: UInt64 = 0
    while place + Self.stride <= end {
      let word = UInt64(
        littleEndian: unsafe text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      unsafe strings.storeBytes(of: word.littleEndian, toByteOffset: kept, as: UInt64.self)
      let quotes = word ^ ones &* UInt64(UInt8(ascii: "\""))
      let backslashes = word ^ ones &* UInt64(UInt8(ascii: "\\"))
      // The lowest high bit that is set is of the first byte that is 0, or less than a space.
      let stops =
        (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
        | (word &- ones &* 0x20) & ~word
      guard stops & highs == 0 else {
        let plain = (stops & highs).trailingZeroBitCount & ~7
        place += plain / 8
        kept += plain / 8
        return (seen | word & ((1 << plain) - 1)) & highs == 0
      }
      seen |= word
      place += Self.stride
      kept += Self.stride
    }
    while place < end {
      let byte = byte(place)
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      seen |= UInt64(byte)
      unsafe strings.storeBytes(of: byte, toByteOffset: kept, as: UInt8.self)
      place += 1
      kept += 1
    }
    return seen & highs == 0
  }

  private func checkUTF8(_ range: Range<Int>) throws(JSONError) {
    let run = unsafe UnsafeBufferPointer(
      start: (text.baseAddress.unsafelyUnwrapped + range.lowerBound)
        .assumingMemoryBound(to: UInt8.self), count: range.count)
    guard unsafe (try? UTF8Span(validating: run.span)) == nil else { return }
    var place = range.lowerBound
    while place < range.upperBound {
      var rest = slice(place..<min(place + 4, range.upperBound)).makeIterator()
      var decoder = UTF8()
      guard case .scalarValue(let scalar) = decoder.decode(&rest) else { break }
      place += UTF8.width(scalar)
    }
    throw error(
      "the byte 0x\(String(byte(min(place, end - 1)), radix: 16, uppercase: true)) is not UTF-8",
      at: place)
  }

  private mutating func escape() throws(JSONError) {
    let place = position
    guard position + 1 < end else {
      position = end
      throw error("the text ends inside an escape")
    }
    let letter = byte(position + 1)
    position += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      keep(letter)
    case UInt8(ascii: "b"): keep(0x08)
    case UInt8(ascii: "f"): keep(0x0C)
    case UInt8(ascii: "n"): keep(0x0A)
    case UInt8(ascii: "r"): keep(0x0D)
    case UInt8(ascii: "t"): keep(0x09)
    case UInt8(ascii: "u"):
      var scalar = try hexDigits(of: place)
      if (0xD800...0xDBFF).contains(scalar) {
        guard position + 1 < end, byte(position) == UInt8(ascii: "\\"),
          byte(position + 1) == UInt8(ascii: "u")
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
      for byte in UTF8.encode(valid) ?? UTF8.encodedReplacementCharacter { keep(byte) }
    default:
      position -= 1
      throw error(
        "\(shown()) after a backslash; expected one of \" \\ / b f n r t u")
    }
  }

  private mutating func hexDigits(of place: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < end, byte(position) < 0x80,
        let digit = Character(Unicode.Scalar(byte(position))).hexDigitValue
      else { throw error("\(shown()) in a \\u escape; expected four hexadecimal digits") }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
