/// Refuses text that is not UTF-8.
enum TextEncoding {
  /// Checks that bytes are UTF-8.
  ///
  /// - Throws: ``SyntaxFault`` with the first byte that is not.
  static func check(_ bytes: [UInt8]) throws(SyntaxFault) {
    guard (try? UTF8Span(validating: bytes.span)) == nil else { return }
    try refuseFirstByte(of: bytes)
  }

  private static func refuseFirstByte(of bytes: [UInt8]) throws(SyntaxFault) {
    var place = 0
    while place < bytes.count {
      var rest = bytes[place..<min(place + 4, bytes.count)].makeIterator()
      var decoder = UTF8()
      guard case .scalarValue(let scalar) = decoder.decode(&rest) else { break }
      place += UTF8.width(scalar)
    }
    let byte = String(bytes[min(place, bytes.count - 1)], radix: 16, uppercase: true)
    throw SyntaxFault(offset: place, message: "the byte 0x\(byte) is not UTF-8")
  }
}
