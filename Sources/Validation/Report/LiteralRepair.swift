internal import RDF

/// Finds how an ill-formed literal was likely meant.
enum LiteralRepair {
  /// A well-formed text for an ill-formed one, or nil where none suggests itself.
  static func repaired(_ text: String, datatype: String) -> String? {
    guard datatype.hasPrefix(Namespace.xsd), XSD.isValid(text, datatype: datatype) == false
    else { return nil }
    for candidate in candidates(text, String(datatype.dropFirst(Namespace.xsd.count)))
    where XSD.isValid(candidate, datatype: datatype) == true {
      return candidate
    }
    return nil
  }

  private static func candidates(_ text: String, _ name: String) -> [String] {
    switch name {
    case "date": dates(text)
    case "dateTime", "dateTimeStamp": dateTimes(text)
    case "boolean": booleans[text.lowercased()].map { [$0] } ?? []
    case "decimal", "double", "float", "integer", "nonNegativeInteger", "positiveInteger", "int",
      "long", "short", "byte", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte":
      numbers(text)
    case "language": [text.replacing("_", with: "-")]
    case "gYear", "gYearMonth": dates(text).map { String($0.prefix(name == "gYear" ? 4 : 7)) }
    default: []
    }
  }

  /// An example of a datatype, in words.
  static func example(of datatype: String) -> String? {
    guard datatype.hasPrefix(Namespace.xsd) else {
      return datatype == Namespace.edtf + "EDTF"
        ? "a date such as 2024-11-15, 2024-11, 2023~ or 2013/.." : nil
    }
    return switch datatype.dropFirst(Namespace.xsd.count) {
    case "date": "a day that there is, such as 2024-11-15"
    case "dateTime", "dateTimeStamp": "a moment such as 2024-11-15T18:30:00Z"
    case "time": "a time such as 18:30:00"
    case "gYear": "a year such as 2024"
    case "gYearMonth": "a month such as 2024-11"
    case "boolean": "true or false"
    case "decimal": "a number such as 0.5"
    case "double", "float": "a number such as 1.5E3"
    case "integer": "a whole number such as 180"
    case "nonNegativeInteger": "a whole number from 0 on"
    case "positiveInteger": "a whole number from 1 on"
    case "byte": "a whole number from -128 to 127"
    case "duration": "a duration such as P1M or P3DT12H"
    case "language": "a language tag such as fr or fr-ML"
    case "anyURI": "an IRI such as https://example.org/"
    case "hexBinary": "pairs of hexadecimal digits"
    default: nil
    }
  }

  private static let booleans = [
    "yes": "true", "oui": "true", "vrai": "true", "on": "true", "no": "false", "non": "false",
    "faux": "false", "off": "false", "true": "true", "false": "false",
  ]

  private static let months = [
    ["janvier", "january", "jan"], ["février", "fevrier", "february", "feb"],
    ["mars", "march", "mar"], ["avril", "april", "apr"], ["mai", "may"], ["juin", "june", "jun"],
    ["juillet", "july", "jul"], ["août", "aout", "august", "aug"],
    ["septembre", "september", "sep"], ["octobre", "october", "oct"],
    ["novembre", "november", "nov"], ["décembre", "decembre", "december", "dec"],
  ]

  /// Days in other orders and words: 15/11/2024, 2024/11/15, 15 novembre 2024, 2024-15-11.
  private static func dates(_ text: String) -> [String] {
    let parts = text.lowercased().split { "/.-, ".contains($0) }.map { part in
      months.firstIndex { $0.contains(String(part)) }.map { "\($0 + 1)" }
        ?? (part == "1er" ? "1" : String(part))
    }
    if parts.count == 1, let all = parts.first, all.count == 8, all.allSatisfy(\.isASCIIDigit) {
      return [day(String(all.prefix(4)), String(all.dropFirst(4).prefix(2)), String(all.suffix(2)))]
    }
    guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else { return [] }
    if parts[0].count == 4 {
      return [day(parts[0], parts[1], parts[2]), day(parts[0], parts[2], parts[1])]
    }
    // Day before month, as French and most others have it.
    return parts[2].count == 4
      ? [day(parts[2], parts[1], parts[0]), day(parts[2], parts[0], parts[1])] : []
  }

  private static func day(_ year: String, _ month: String, _ day: String) -> String {
    func two(_ number: String) -> String { number.count == 1 ? "0\(number)" : number }
    return "\(year)-\(two(month))-\(two(day))"
  }

  private static func dateTimes(_ text: String) -> [String] {
    [
      text.replacing(" ", with: "T"), text.replacing(" ", with: "T") + ":00", text + "T00:00:00",
    ]
  }

  private static func numbers(_ text: String) -> [String] {
    let plain = text.filter { !$0.isWhitespace && $0 != "'" && $0 != "_" }
    return [plain, plain.replacing(",", with: "."), plain.replacing(",", with: "")]
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
