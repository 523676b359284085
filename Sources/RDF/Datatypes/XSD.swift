/// Whether lexical forms belong to the datatypes of XML Schema that RDF uses.
///
/// - SeeAlso: XML Schema 1.1 Part 2, section 3; RDF 1.1 Concepts, section 5.1.
public enum XSD {
  /// Whether a lexical form is one of a datatype, or nil of a datatype that is not known here.
  public static func isValid(_ lexical: String, datatype: String) -> Bool? {
    guard datatype.hasPrefix(Namespace.xsd) else {
      return datatype == Namespace.edtf + "EDTF" ? (try? EDTF(lexical)) != nil : nil
    }
    let name = String(datatype.dropFirst(Namespace.xsd.utf8.count))
    let text = collapsed(lexical)
    switch name {
    case "string", "normalizedString", "token": return true
    case "boolean": return ["true", "false", "1", "0"].contains(text)
    case "decimal": return isDecimal(text)
    case "double", "float": return isFloat(text)
    case "date": return isDate(text)
    case "dateTime", "dateTimeStamp":
      return isDateTime(text) && (name == "dateTime" || hasZone(text))
    case "gYear": return isYear(text[...])
    case "gYearMonth":
      let cut = text.utf8.count - 3
      guard cut > 0, text.utf8.dropFirst(cut).first == UInt8(ascii: "-") else { return false }
      let month = Int(text.suffix(2)) ?? 0
      return isYear(text.dropLast(3)) && (1...12).contains(month)
    case "duration": return isDuration(text)
    case "hexBinary":
      return text.utf8.count % 2 == 0 && text.allSatisfy { $0.isASCII && $0.isHexDigit }
    case "anyURI": return !text.contains(where: { $0 == " " || $0 == "<" || $0 == ">" })
    case "language": return LanguageTag(text) != nil
    default: return integerRange(name).map { isInteger(text, in: $0) }
    }
  }

  /// The bounds of a datatype derived from xsd:integer; nil on a side is none.
  private static func integerRange(_ name: String) -> (low: String?, high: String?)? {
    switch name {
    case "integer": (nil, nil)
    case "nonNegativeInteger": ("0", nil)
    case "positiveInteger": ("1", nil)
    case "nonPositiveInteger": (nil, "0")
    case "negativeInteger": (nil, "-1")
    case "long": ("-9223372036854775808", "9223372036854775807")
    case "int": ("-2147483648", "2147483647")
    case "short": ("-32768", "32767")
    case "byte": ("-128", "127")
    case "unsignedLong": ("0", "18446744073709551615")
    case "unsignedInt": ("0", "4294967295")
    case "unsignedShort": ("0", "65535")
    case "unsignedByte": ("0", "255")
    default: nil
    }
  }

  static func collapsed(_ text: String) -> String {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard text.utf8.first.map(isSpace) == true || text.utf8.last.map(isSpace) == true else {
      return text
    }
    let body = text.utf8.drop(while: isSpace)
    let trailing = body.reversed().prefix(while: isSpace).count
    return String(Substring(body.dropLast(trailing)))
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func withoutSign(_ text: String) -> Substring {
    text.hasPrefix("+") || text.hasPrefix("-") ? text.dropFirst() : text[...]
  }

  private static func isInteger(_ text: String, in range: (low: String?, high: String?)) -> Bool {
    guard isDigits(withoutSign(text)) else { return false }
    if let low = range.low, compare(text, low) < 0 { return false }
    if let high = range.high, compare(text, high) > 0 { return false }
    return true
  }

  /// Compares two integers of any length by their digits.
  private static func compare(_ left: String, _ right: String) -> Int {
    func parts(_ text: String) -> (isNegative: Bool, digits: String) {
      let digits = String(withoutSign(text).drop { $0 == "0" })
      return (text.hasPrefix("-") && !digits.isEmpty, digits)
    }
    let (first, second) = (parts(left), parts(right))
    if first.isNegative != second.isNegative { return first.isNegative ? -1 : 1 }
    let sign = first.isNegative ? -1 : 1
    if first.digits.utf8.count != second.digits.utf8.count {
      return first.digits.utf8.count < second.digits.utf8.count ? -sign : sign
    }
    return first.digits == second.digits ? 0 : first.digits < second.digits ? -sign : sign
  }

  private static func isDecimal(_ text: String) -> Bool {
    let parts = withoutSign(text).split(separator: ".", omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return isDigits(parts[0])
    case 2:
      return (isDigits(parts[0]) || parts[0].isEmpty) && (isDigits(parts[1]) || parts[1].isEmpty)
        && !(parts[0].isEmpty && parts[1].isEmpty)
    default: return false
    }
  }

  private static func isFloat(_ text: String) -> Bool {
    if ["INF", "+INF", "-INF", "NaN"].contains(text) { return true }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard parts.count <= 2, isDecimal(String(parts[0])) else { return false }
    return parts.count == 1 || isDigits(withoutSign(String(parts[1])))
  }

  /// The year's digits: at least four, and no leading zero beyond four.
  private static func isYear(_ text: Substring) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text
    return isDigits(digits) && digits.utf8.count >= 4
      && (digits.utf8.count == 4 || digits.first != "0")
  }

  private static func splitZone(_ text: String) -> (body: Substring, isValid: Bool) {
    if text.hasSuffix("Z") { return (text.dropLast(), true) }
    let zone = text.suffix(6)
    guard zone.utf8.count == 6, zone.hasPrefix("+") || zone.hasPrefix("-"),
      zone.dropFirst(3).first == ":"
    else { return (text[...], true) }
    let hours = Int(zone.dropFirst().prefix(2)) ?? 99
    let minutes = Int(zone.suffix(2)) ?? 99
    return (text.dropLast(6), hours < 14 && minutes < 60 || hours == 14 && minutes == 0)
  }

  private static func hasZone(_ text: String) -> Bool {
    splitZone(text).body.utf8.count < text.utf8.count
  }

  private static func isDate(_ text: String) -> Bool {
    let (body, isZoneValid) = splitZone(text)
    return isZoneValid && isDay(body)
  }

  private static func isDay(_ body: Substring) -> Bool {
    let fields = body.suffix(6)
    let year = body.dropLast(6)
    guard isYear(year), fields.utf8.count == 6, fields.first == "-",
      fields.dropFirst(3).first == "-", isDigits(fields.dropFirst().prefix(2)),
      isDigits(fields.suffix(2)), let month = Int(fields.dropFirst().prefix(2)),
      let day = Int(fields.suffix(2))
    else { return false }
    // Leap years repeat every 400 years, so the last digits decide.
    let number = Int(year.suffix(4)) ?? 0
    let century = (Int(year.dropLast(4).suffix(4).filter(\.isNumber)) ?? 0) * 10_000
    return CalendarDate(year: century + number, month: month, day: day) != nil
  }

  private static func isDateTime(_ text: String) -> Bool {
    let (body, isZoneValid) = splitZone(text)
    let parts = body.split(separator: "T", omittingEmptySubsequences: false)
    guard isZoneValid, parts.count == 2, isDay(parts[0]) else { return false }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 3, clock[0].utf8.count == 2, clock[1].utf8.count == 2,
      isDigits(clock[0]), isDigits(clock[1]), let hour = Int(clock[0]), let minute = Int(clock[1])
    else { return false }
    let seconds = clock[2].split(separator: ".", omittingEmptySubsequences: false)
    guard seconds.count <= 2, seconds[0].utf8.count == 2, seconds.allSatisfy(isDigits),
      let second = Int(seconds[0]), second < 60, minute < 60
    else { return false }
    let isRound = minute == 0 && clock[2].allSatisfy { $0 == "0" || $0 == "." }
    return hour < 24 || hour == 24 && isRound
  }

  private static func isDuration(_ text: String) -> Bool {
    var rest = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard rest.hasPrefix("P"), rest.count > 1 else { return false }
    rest = rest.dropFirst()
    let halves = rest.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard fields(halves[0], units: "YMD", allowsFraction: false) else { return false }
    return halves.count == 1
      || !halves[1].isEmpty && fields(halves[1], units: "HMS", allowsFraction: true)
  }

  private static func fields(_ text: Substring, units: String, allowsFraction: Bool) -> Bool {
    var units = units[...]
    var number = ""
    for character in text {
      if character.isASCII, character.isNumber || character == "." {
        number.append(character)
        continue
      }
      guard let place = units.firstIndex(of: character) else { return false }
      units = units[units.index(after: place)...]
      let isWhole = isDigits(number[...])
      guard isWhole || allowsFraction && character == "S" && isDecimal(number) else { return false }
      number = ""
    }
    return number.isEmpty
  }
}
