/// How a text becomes one segment of an IRI's path.
///
/// - SeeAlso: RFC 3987, sections 2.2 (iunreserved) and 3.1.
public enum IRISegment {
  /// Appends a text as one segment: what is not unreserved is percent-encoded, byte by byte.
  ///
  /// Letters beyond ASCII stay as they are, so an IRI reads as its label does. The text must be
  /// UTF-8. Different texts give different segments.
  public static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
    var position = 0
    while position < text.count, isUnreserved(text[position]) { position += 1 }
    unsafe text.extracting(0..<position).withUnsafeBytes { unsafe output.append(contentsOf: $0) }
    while position < text.count {
      let byte = text[position]
      if isUnreserved(byte) {
        output.append(byte)
        position += 1
      } else if byte >= 0x80, let (scalar, length) = IRISyntax.decode(text, at: position),
        IRISyntax.isAllowed(scalar), !isPrivate(scalar)
      {
        for offset in 0..<length { output.append(text[position + offset]) }
        position += length
      } else {
        output.append(UInt8(ascii: "%"))
        for digit in [byte >> 4, byte & 15] {
          output.append(digit < 10 ? 0x30 + digit : 0x41 + digit - 10)
        }
        position += 1
      }
    }
  }

  private static func isPrivate(_ scalar: UInt32) -> Bool {
    (0xE000...0xF8FF).contains(scalar) || scalar >= 0xE0000
  }

  /// Whether a byte stands for itself in a segment.
  public static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
