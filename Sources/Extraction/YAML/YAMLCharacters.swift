/// The characters that a YAML text may hold as themselves.
///
/// - SeeAlso: YAML 1.2.2, sections 5.1 and 5.4.
enum YAMLCharacters {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Refuses what is not UTF-8, what YAML lets stand only as an escape, and the three line breaks
  /// that YAML 1.1 has and YAML 1.2 has not: libyaml follows 1.1 and would change them.
  static func check(_ bytes: [UInt8]) throws(SyntaxFault) {
    if bytes.count >= 2 {
      switch (bytes[0], bytes[1]) {
      case (0xFE, 0xFF), (0xFF, 0xFE), (0, _), (_, 0):
        throw SyntaxFault(offset: 0, message: "the text is UTF-16 or UTF-32; expected UTF-8")
      default: break
      }
    }
    try TextEncoding.check(bytes)
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case 0x20..<0x7F, 0x09, 0x0A, 0x0D: continue
      case 0..<0x20, 0x7F: throw fault(UInt32(byte), at: offset)
      case 0xC2 where bytes[offset + 1] < 0xA0: throw fault(UInt32(bytes[offset + 1]), at: offset)
      case 0xE2 where bytes[offset + 1] == 0x80 && bytes[offset + 2] | 1 == 0xA9:
        throw fault(0x2000 + UInt32(bytes[offset + 2] & 0x3F), at: offset)
      case 0xEF where bytes[offset + 1] == 0xBB && bytes[offset + 2] == 0xBF:
        throw fault(0xFEFF, at: offset)
      case 0xEF where bytes[offset + 1] == 0xBF && bytes[offset + 2] | 1 == 0xBF:
        throw fault(0xFFC0 + UInt32(bytes[offset + 2] & 0x3F), at: offset)
      default: continue
      }
    }
  }

  private static func fault(_ scalar: UInt32, at offset: Int) -> SyntaxFault {
    let digits = String(scalar, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: 4 - min(4, digits.count)) + digits
    let escape = scalar < 0x100 ? "\\x\(padded.suffix(2))" : "\\u\(padded)"
    return SyntaxFault(
      offset: offset,
      message: "the character U+\(padded) cannot stand here as itself; "
        + "expected the escape \(escape) in a text in double quotes")
  }
}
