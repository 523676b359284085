/// A set of Unicode general categories, one bit each.
///
/// Surrogates have no bit, for no scalar is one.
///
/// - SeeAlso: XML Schema 1.1 Part 2, section G.4.2.2 (category escapes).
struct CategorySet: OptionSet, Hashable, Sendable {
  /// Every category.
  static let all = CategorySet(rawValue: 1 << 29 - 1)
  /// What `\d` matches.
  static let digits = CategorySet(.decimalNumber)
  /// What `\w` does not match: punctuation, separators and others.
  static let notWord = CategorySet(named: "P").union(CategorySet(named: "Z"))
    .union(CategorySet(named: "C"))
  /// What leaves no mark of its own on a screen: marks, separators and others.
  static let unseen = CategorySet(named: "M").union(CategorySet(named: "Z"))
    .union(CategorySet(named: "C"))

  /// The short names in the order of the bits.
  private static let names = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "Zs", "Zl", "Zp", "Sm", "Sc", "Sk", "So", "Cc", "Cf", "Co", "Cn",
  ]

  /// One bit a category.
  let rawValue: UInt32

  /// Categories from their bits.
  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The categories of a name of one letter or two; empty when there is none of that name.
  init(named name: String) {
    var bits: UInt32 = 0
    for (bit, candidate) in Self.names.enumerated()
    where candidate == name || name.utf8.count == 1 && candidate.hasPrefix(name) {
      bits |= 1 << UInt32(bit)
    }
    rawValue = bits
  }

  /// One category as a set.
  init(_ category: Unicode.GeneralCategory) {
    let bit: UInt32? =
      switch category {
      case .uppercaseLetter: 0
      case .lowercaseLetter: 1
      case .titlecaseLetter: 2
      case .modifierLetter: 3
      case .otherLetter: 4
      case .nonspacingMark: 5
      case .spacingMark: 6
      case .enclosingMark: 7
      case .decimalNumber: 8
      case .letterNumber: 9
      case .otherNumber: 10
      case .connectorPunctuation: 11
      case .dashPunctuation: 12
      case .openPunctuation: 13
      case .closePunctuation: 14
      case .initialPunctuation: 15
      case .finalPunctuation: 16
      case .otherPunctuation: 17
      case .spaceSeparator: 18
      case .lineSeparator: 19
      case .paragraphSeparator: 20
      case .mathSymbol: 21
      case .currencySymbol: 22
      case .modifierSymbol: 23
      case .otherSymbol: 24
      case .control: 25
      case .format: 26
      case .privateUse: 27
      case .unassigned: 28
      case .surrogate: nil
      @unknown default: nil
      }
    rawValue = bit.map { 1 << $0 } ?? 0
  }
}
