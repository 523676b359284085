/// The shape of a JSON value as far as it tells formats apart: how many arrays are around its first
/// object, and that object's keys.
///
/// Nothing is checked: a text that is not JSON has the outline of what of it is.
struct JSONOutline {
  /// How many arrays are around the first object.
  private(set) var arrayDepth = 0
  /// The keys of the first object, each with the byte that its value begins with.
  private(set) var keys: [String: UInt8] = [:]

  /// Reads the outline of a text's first value, up to a key that ends the search.
  init(_ bytes: [UInt8], until last: String = "griot") {
    var scanner = JSONScanner(bytes)
    scanner.skipSpace()
    while scanner.take(UInt8(ascii: "[")) {
      arrayDepth += 1
      scanner.skipSpace()
    }
    guard scanner.take(UInt8(ascii: "{")) else { return }
    repeat {
      scanner.skipSpace()
      guard let key = scanner.skipString() else { return }
      let name = String(decoding: bytes[key.dropFirst().dropLast()], as: UTF8.self)
      scanner.skipSpace()
      guard scanner.take(UInt8(ascii: ":")) else { return }
      scanner.skipSpace()
      keys[name] = scanner.byte
      guard name != last, scanner.skipValue() != nil else { return }
      scanner.skipSpace()
    } while scanner.take(UInt8(ascii: ","))
  }

  /// Whether there is a key.
  func has(_ key: String) -> Bool { keys[key] != nil }

  /// Whether a key's value is an array.
  func hasArray(_ key: String) -> Bool { keys[key] == UInt8(ascii: "[") }

  /// Whether a key's value is an object.
  func hasObject(_ key: String) -> Bool { keys[key] == UInt8(ascii: "{") }
}
