/// The split of an IRI into a namespace and the local part of an XML name.
///
/// - SeeAlso: Namespaces in XML 1.0, section 4 (QName); XML 1.0, section 2.3 (Name).
enum QName {
  /// Where the longest local part of an IRI starts, or nil where it has none.
  static func localPart(of iri: String) -> Substring? {
    var start: String.UnicodeScalarView.Index?
    var index = iri.unicodeScalars.endIndex
    while index > iri.unicodeScalars.startIndex {
      let before = iri.unicodeScalars.index(before: index)
      let scalar = iri.unicodeScalars[before]
      guard isNameCharacter(scalar) else { break }
      if isNameStart(scalar) { start = before }
      index = before
    }
    guard let start, start > iri.unicodeScalars.startIndex else { return nil }
    return iri[start...]
  }

  private static let startRanges: [ClosedRange<UInt32>] = [
    0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D,
    0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
    0x10000...0xEFFFF,
  ]

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.properties.isAlphabetic || scalar == "_" }
    return startRanges.contains { $0.contains(scalar.value) }
  }

  private static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
    isNameStart(scalar) || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "."
      || scalar.value == 0xB7 || (0x300...0x36F).contains(scalar.value)
      || (0x203F...0x2040).contains(scalar.value)
  }
}
