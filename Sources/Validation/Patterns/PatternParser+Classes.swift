/// Escapes, and classes in brackets.
///
/// - SeeAlso: XML Schema 1.1 Part 2, sections G.4.1 and G.4.2.
extension PatternParser {
  /// What an escape stands for.
  enum Escape {
    /// One character, which can be the end of a range.
    case character(Unicode.Scalar)
    /// Every character of some ranges and categories.
    case several([ClosedRange<UInt32>], CategorySet)
  }

  private static let spaces: [ClosedRange<UInt32>] = [0x9...0xA, 0xD...0xD, 0x20...0x20]

  /// NameStartChar of XML 1.0, fifth edition.
  private static let nameStarts: [ClosedRange<UInt32>] = [
    0x3A...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF,
    0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF,
    0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x1_0000...0xE_FFFF,
  ]

  /// NameChar of XML 1.0, fifth edition.
  private static let nameCharacters: [ClosedRange<UInt32>] =
    nameStarts + [0x2D...0x2E, 0x30...0x39, 0xB7...0xB7, 0x300...0x36F, 0x203F...0x2040]

  // MARK: Escapes

  /// Reads an escape from its backslash on.
  ///
  /// - Parameter inClass: Whether it is in brackets, where there are no back-references.
  /// - Returns: What it stands for.
  /// - Throws: ``PatternError``, at the backslash or in the braces of a property.
  mutating func escape(inClass: Bool) throws(PatternError) -> Escape {
    let start = position
    index += 1
    guard let letter = next else {
      throw malformed(
        "the pattern ends after a backslash", expected: #""\\" for the character itself"#,
        at: start)
    }
    index += 1
    switch letter {
    case "n": return .character("\n")
    case "r": return .character("\r")
    case "t": return .character("\t")
    // F&O 3.1, section 5.6.1, adds the dollar sign to the list of XML Schema.
    case "\\", "|", ".", "?", "*", "+", "(", ")", "{", "}", "-", "[", "]", "^", "$":
      return .character(letter)
    case "s": return .several(Self.spaces, [])
    case "S": return .several(ScalarSet.inverted(Self.spaces), [])
    case "i": return .several(Self.nameStarts, [])
    case "I": return .several(ScalarSet.inverted(Self.nameStarts), [])
    case "c": return .several(Self.nameCharacters, [])
    case "C": return .several(ScalarSet.inverted(Self.nameCharacters), [])
    case "d": return .several([], .digits)
    case "D": return .several([], .all.subtracting(.digits))
    case "w": return .several([], .all.subtracting(.notWord))
    case "W": return .several([], .notWord)
    case "p": return try property(isNegated: false)
    case "P": return try property(isNegated: true)
    case "1"..."9" where !inClass:
      throw .unsupported(
        position: start,
        feature: "a back-reference, which cannot be matched in time linear in the text,")
    default:
      throw malformed(
        "there is no escape of \(PatternError.quoted(Character(letter)))",
        expected: #"one of \n \r \t \s \S \i \I \c \C \d \D \w \W \p{…} \P{…}, or a backslash "#
          + #"before one of \|.?*+(){}-[]^$"#,
        at: start)
    }
  }

  /// A category or a block in braces.
  private mutating func property(isNegated: Bool) throws(PatternError) -> Escape {
    let start = position
    guard take("{") else {
      throw malformed(
        "\\p and \\P need a name in braces",
        expected: "a category such as {Lu} or a block such as {IsBasicLatin}")
    }
    var name = ""
    while let scalar = next, Self.isInName(scalar) {
      name.unicodeScalars.append(scalar)
      index += 1
    }
    guard take("}") else {
      throw malformed(
        "the name of a property is not closed", expected: "letters, digits, hyphens and a \"}\"")
    }
    if name.hasPrefix("Is") {
      guard let ranges = ScalarBlock.ranges(named: String(name.dropFirst(2))) else {
        throw malformed(
          "there is no Unicode block \"\(name.dropFirst(2))\"",
          expected: "a name such as IsBasicLatin or IsLatin-1Supplement", at: start)
      }
      return .several(isNegated ? ScalarSet.inverted(ranges) : ranges, [])
    }
    let categories = CategorySet(named: name)
    guard !categories.isEmpty else {
      throw malformed(
        "there is no general category \"\(name)\"",
        expected: "one such as L, Lu or Nd, or Is and a block", at: start)
    }
    return .several([], isNegated ? .all.subtracting(categories) : categories)
  }

  private static func isInName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-": true
    default: false
    }
  }

  // MARK: Classes

  /// A class from its opening bracket to its closing one.
  ///
  /// What is subtracted is taken off after the negation: `[^a-z-[0-9]]` has no letter and no digit.
  mutating func classExpression() throws(PatternError) -> ScalarSet {
    let start = position
    try descend()
    index += 1
    let isNegated = take("^")
    var members = ClassMembers()
    while next != "]", !(next == "-" && peek(1) == "[" && !members.isEmpty) {
      guard let scalar = next else {
        throw malformed("\"[\" is not closed", expected: "\"]\" further on, or \"\\[\"", at: start)
      }
      try classPart(scalar, of: start, to: &members)
    }
    guard !members.isEmpty else {
      throw malformed("the class is empty", expected: "a character, a range or an escape in it")
    }
    var set = members.set(ignoringCase: flags.contains(.ignoresCase))
    if isNegated { set = set.complement }
    if take("-") {
      set = set.subtracting(try classExpression())
      guard next == "]" || next == nil else {
        throw malformed(
          "a class goes on after what is subtracted from it", expected: "\"]\" to close it")
      }
    }
    guard take("]") else {
      throw malformed("\"[\" is not closed", expected: "\"]\" further on, or \"\\[\"", at: start)
    }
    depth -= 1
    return set
  }

  /// A character, a range or an escape in a class.
  private mutating func classPart(
    _ scalar: Unicode.Scalar, of start: Int, to members: inout ClassMembers
  ) throws(PatternError) {
    let first = position
    guard let lower = try classCharacter(scalar, to: &members) else { return }
    members.characters.append(lower.value...lower.value)
    // The four rules on a hyphen after a character, XML Schema 1.1 Part 2, section G.4.1.1.
    guard next == "-", let after = peek(1), after != "[" else { return }
    guard after != "]", !(after == "-" && peek(2) == "[") else {
      index += 1
      members.characters.append(0x2D...0x2D)
      return
    }
    index += 1
    guard scalar != "-", after != "-" else {
      throw malformed(
        "a range begins or ends with a hyphen", expected: "\"\\-\" for the character itself",
        at: scalar == "-" ? first : position)
    }
    let second = position
    var ignored = ClassMembers()
    guard let upper = try classCharacter(after, to: &ignored) else {
      throw malformed(
        "a range ends with an escape for many characters", expected: "one character", at: second)
    }
    guard lower.value <= upper.value else {
      throw malformed(
        "a range ends before it begins", expected: "the lower code point first", at: first)
    }
    members.characters.append(lower.value...upper.value)
  }

  /// A single character of a class; nil when it was an escape for many, which are added.
  private mutating func classCharacter(
    _ scalar: Unicode.Scalar, to members: inout ClassMembers
  ) throws(PatternError) -> Unicode.Scalar? {
    switch scalar {
    case "[":
      throw malformed(
        "\"[\" is in a class", expected: "\"\\[\" for the character itself, or \"-[\" to subtract")
    case "\\":
      switch try escape(inClass: true) {
      case .character(let character): return character
      case .several(let ranges, let categories):
        members.escaped += ranges
        members.categories.formUnion(categories)
        return nil
      }
    default:
      index += 1
      return scalar
    }
  }
}
