/// A second reading of RFC 8259, written for being plain and not for speed.
///
/// It shares no code with the parser that it is held against: strings are gathered as units of
/// UTF-16 and checked by the standard library, keys are compared as whole arrays.
struct JSONReference {
  struct Refusal: Error {}

  /// What a walk over a document meets, keys among it.
  struct Value: Equatable {
    let kind: UInt8
    let offset: Int
    var count: Int
    var text: [UInt8] = []
  }

  private let bytes: [UInt8]
  private let depth: Int
  private var position = 0
  private var values: [Value] = []

  private init(_ bytes: [UInt8], depth: Int) {
    self.bytes = bytes
    self.depth = depth
  }

  /// The values of a text in their order, or nil where it is not to be accepted.
  static func read(_ bytes: [UInt8], depth: Int) -> [Value]? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var reference = JSONReference(bytes, depth: depth)
    do {
      try reference.value(nesting: 0)
      reference.space()
      return reference.position == bytes.count ? reference.values : nil
    } catch {
      return nil
    }
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func space() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func demand(_ text: String) throws {
    for scalar in text.unicodeScalars {
      guard take(scalar) else { throw Refusal() }
    }
  }

  private mutating func value(nesting: Int) throws {
    space()
    let first = position
    let index = values.count
    guard let byte = next else { throw Refusal() }
    switch Character(Unicode.Scalar(byte)) {
    case "n":
      try demand("null")
      values.append(Value(kind: 0, offset: first, count: 0))
    case "t":
      try demand("true")
      values.append(Value(kind: 1, offset: first, count: 0, text: Array("true".utf8)))
    case "f":
      try demand("false")
      values.append(Value(kind: 1, offset: first, count: 0, text: Array("false".utf8)))
    case "\"": try string()
    case "[":
      guard nesting < depth else { throw Refusal() }
      position += 1
      values.append(Value(kind: 4, offset: first, count: 0))
      space()
      if take("]") { return }
      repeat {
        try value(nesting: nesting + 1)
        values[index].count += 1
        space()
      } while take(",")
      try demand("]")
    case "{":
      guard nesting < depth else { throw Refusal() }
      position += 1
      values.append(Value(kind: 5, offset: first, count: 0))
      space()
      if take("}") { return }
      var keys: Set<[UInt8]> = []
      repeat {
        space()
        let key = values.count
        try string()
        guard keys.insert(values[key].text).inserted else { throw Refusal() }
        space()
        try demand(":")
        try value(nesting: nesting + 1)
        values[index].count += 1
        space()
      } while take(",")
      try demand("}")
    default: try number()
    }
  }

  private mutating func digits() throws {
    let first = position
    while let byte = next, byte >= 0x30, byte <= 0x39 { position += 1 }
    guard position > first else { throw Refusal() }
  }

  private mutating func number() throws {
    let first = position
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    values.append(
      Value(kind: 2, offset: first, count: 0, text: Array(bytes[first..<position])))
  }

  private mutating func string() throws {
    let first = position
    try demand("\"")
    var units: [UInt16] = []
    while true {
      let run = position
      while let byte = next, byte >= 0x20, byte != 0x22, byte != 0x5C { position += 1 }
      units += Array(String(decoding: bytes[run..<position], as: UTF8.self).utf16)
      if take("\"") { break }
      try demand("\\")
      units.append(try escape())
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw Refusal() }
    values.append(Value(kind: 3, offset: first, count: 0, text: Array(text.utf8)))
  }

  private mutating func escape() throws -> UInt16 {
    guard let letter = next else { throw Refusal() }
    position += 1
    switch Character(Unicode.Scalar(letter)) {
    case "\"", "\\", "/": return UInt16(letter)
    case "b": return 0x08
    case "t": return 0x09
    case "n": return 0x0A
    case "f": return 0x0C
    case "r": return 0x0D
    case "u":
      let digits = bytes[position...].prefix(4)
      // A sign, which UInt16 would take, is no digit.
      guard digits.count == 4, digits.allSatisfy({ $0 != 0x2B && $0 != 0x2D }),
        let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
      else { throw Refusal() }
      position += 4
      return unit
    default: throw Refusal()
    }
  }
}
