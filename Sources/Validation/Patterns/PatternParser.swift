/// Reads a regular expression into a tree.
///
/// Reads by descent, one call a level of nesting. A rule of XML Schema 1.1 is followed where 1.0
/// differs, as on hyphens in classes.
///
/// - SeeAlso: XPath and XQuery Functions and Operators 3.1, section 5.6.1; XML Schema 1.1 Part 2,
///   appendix G.
struct PatternParser {
  /// How deep groups and subtracted classes may be nested.
  static let deepest = 250

  /// The modes that are on.
  let flags: PatternFlags
  /// The code points to read, without those that flag x removes.
  let scalars: [Unicode.Scalar]
  /// The place of the next code point among those to read.
  var index = 0
  /// How many groups and classes are open.
  var depth = 0
  /// The position in the pattern of each code point to read, and that of its end.
  private let positions: [Int]

  private init(_ source: String, flags: PatternFlags) {
    self.flags = flags
    var scalars: [Unicode.Scalar] = []
    var positions: [Int] = []
    var position = 1
    var openClasses = 0
    var isEscaped = false
    for scalar in source.unicodeScalars {
      defer { position += 1 }
      // Before escapes are read: in `hello\ sworld` the backslash belongs to the s. Section 5.6.2.
      if flags.contains(.ignoresSpace), openClasses == 0, Self.isSpace(scalar) { continue }
      scalars.append(scalar)
      positions.append(position)
      switch scalar {
      case "[" where !isEscaped: openClasses += 1
      case "]" where !isEscaped: openClasses = max(openClasses - 1, 0)
      default: break
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    self.scalars = scalars
    self.positions = positions + [position]
  }

  /// Reads a whole pattern.
  ///
  /// - Throws: ``PatternError/malformed(position:problem:expected:)`` or
  ///   ``PatternError/unsupported(position:feature:)``, for the first fault from the left.
  static func parse(_ source: String, flags: PatternFlags) throws(PatternError) -> PatternNode {
    guard !flags.contains(.isLiteral) else {
      return .inSequence(source.unicodeScalars.map { literal($0, flags: flags) })
    }
    var parser = PatternParser(source, flags: flags)
    let node = try parser.expression()
    guard parser.next == nil else {
      throw parser.malformed("\")\" closes no group", expected: "\"\\)\" for the character itself")
    }
    return node
  }

  // MARK: Reading on

  /// The code point to read next, or nil at the end.
  var next: Unicode.Scalar? { peek(0) }

  /// The position of what is read next.
  var position: Int { positions[index] }

  /// The code point that is some places further on.
  func peek(_ distance: Int) -> Unicode.Scalar? {
    index + distance < scalars.count ? scalars[index + distance] : nil
  }

  /// Reads a code point if it is next, and says whether it was.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  /// A fault of the pattern, where it is read now unless a position is given.
  func malformed(_ problem: String, expected: String, at position: Int? = nil) -> PatternError {
    .malformed(position: position ?? self.position, problem: problem, expected: expected)
  }

  /// Goes down by one level of nesting.
  mutating func descend() throws(PatternError) {
    guard depth < Self.deepest else {
      throw malformed(
        "groups and classes are nested too deep", expected: "at most \(Self.deepest) levels")
    }
    depth += 1
  }

  // MARK: Rules

  /// Alternatives, up to the end or the parenthesis that closes a group.
  private mutating func expression() throws(PatternError) -> PatternNode {
    var branches = [try branch()]
    while take("|") { branches.append(try branch()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func branch() throws(PatternError) -> PatternNode {
    var pieces: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      pieces.append(try quantified(try atom(scalar)))
    }
    return .inSequence(pieces)
  }

  private mutating func atom(_ scalar: Unicode.Scalar) throws(PatternError) -> PatternNode {
    switch scalar {
    case "(": return try group()
    case "[": return .scalar(try classExpression())
    case "\\":
      switch try escape(inClass: false) {
      case .character(let character): return Self.literal(character, flags: flags)
      case .several(let ranges, let categories):
        return .scalar(ScalarSet(ranges: ranges, categories: categories))
      }
    case "*", "+", "?", "{":
      throw malformed(
        "there is nothing that \"\(scalar)\" could repeat",
        expected: "a character, class or group before it, or \"\\\(scalar)\"")
    case "}", "]":
      throw malformed(
        "\"\(scalar)\" closes nothing", expected: "\"\\\(scalar)\" for the character itself")
    default: break
    }
    index += 1
    let isMultiLine = flags.contains(.multiLine)
    switch scalar {
    case "^": return .anchor(isMultiLine ? .lineStart : .textStart)
    case "$": return .anchor(isMultiLine ? .lineEnd : .textEnd)
    case ".":
      let lineEnds: [ClosedRange<UInt32>] = [0xA...0xA, 0xD...0xD]
      return .scalar(ScalarSet(ranges: flags.contains(.dotMatchesAll) ? [] : lineEnds).complement)
    default: return Self.literal(scalar, flags: flags)
    }
  }

  private mutating func group() throws(PatternError) -> PatternNode {
    let start = position
    try descend()
    index += 1
    if next == "?" {
      guard peek(1) == ":" else {
        throw malformed("\"(?\" begins no kind of group", expected: "\"(?:\" or \"(\"")
      }
      index += 2
    }
    let node = try expression()
    guard take(")") else {
      throw malformed("\"(\" is not closed", expected: "\")\" further on, or \"\\(\"", at: start)
    }
    depth -= 1
    return node
  }

  /// A node with the quantifier that follows it, if one does.
  ///
  /// Whether it is reluctant makes no difference to whether a text matches.
  private mutating func quantified(_ node: PatternNode) throws(PatternError) -> PatternNode {
    let bounds: (atLeast: Int, atMost: Int?)
    switch next {
    case "?": bounds = (0, 1)
    case "*": bounds = (0, nil)
    case "+": bounds = (1, nil)
    case "{": bounds = try quantity()
    default: return node
    }
    index += 1
    _ = take("?")
    return .repeated(node, atLeast: bounds.atLeast, atMost: bounds.atMost)
  }

  /// Counts in braces, up to the closing brace, which is left to read.
  private mutating func quantity() throws(PatternError) -> (atLeast: Int, atMost: Int?) {
    let start = position
    index += 1
    let atLeast = try number()
    var atMost: Int? = atLeast
    let isRange = take(",")
    if isRange { atMost = next == "}" ? nil : try number() }
    guard next == "}" else {
      throw badQuantity(expected: isRange ? "a number or \"}\"" : "\",\" or \"}\"")
    }
    if let atMost, atMost < atLeast {
      throw malformed(
        "the counts \(atLeast) and \(atMost) are in the wrong order",
        expected: "the lower one first", at: start)
    }
    return (atLeast, atMost)
  }

  /// Digits; what is too large for an integer is as good as the largest.
  private mutating func number() throws(PatternError) -> Int {
    let start = index
    var number = 0
    while let digit = next, ("0"..."9").contains(digit) {
      let (tens, hasOverflown) = number.multipliedReportingOverflow(by: 10)
      let (sum, isTooLarge) = tens.addingReportingOverflow(Int(digit.value - 0x30))
      number = hasOverflown || isTooLarge ? .max : sum
      index += 1
    }
    guard index > start else { throw badQuantity(expected: "a number") }
    return number
  }

  private func badQuantity(expected: String) -> PatternError {
    let found = next.map { "has \(PatternError.quoted(Character($0)))" } ?? "ends"
    return malformed("a count in braces \(found) where it cannot", expected: expected)
  }

  // MARK: Characters

  /// One character with, when case is ignored, its variants.
  private static func literal(_ scalar: Unicode.Scalar, flags: PatternFlags) -> PatternNode {
    let range = [scalar.value...scalar.value]
    let variants = flags.contains(.ignoresCase) ? CaseVariants.ranges(of: range) : []
    return .scalar(ScalarSet(ranges: range + variants))
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    [" ", "\t", "\n", "\r"].contains(scalar)
  }
}
