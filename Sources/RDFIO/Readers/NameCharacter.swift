/// The characters that names of Turtle and N-Triples are made of.
///
/// - SeeAlso: RDF 1.1 Turtle, section 6.5 (PN_CHARS_BASE, PN_CHARS).
enum NameCharacter {
  /// Whether a scalar beyond ASCII may begin a name.
  static func isFirst(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
      0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF,
      0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  /// Whether a scalar beyond ASCII may stand inside a name.
  static func isInner(_ scalar: UInt32) -> Bool {
    scalar == 0xB7 || (0x300...0x36F).contains(scalar) || (0x203F...0x2040).contains(scalar)
      || isFirst(scalar)
  }
}
