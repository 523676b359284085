extension XSD {
  /// Whether each value of a datatype is one of another, by XML Schema's own derivations.
  ///
  /// - SeeAlso: XML Schema 1.1 Part 2, section 3 (the built-in datatype hierarchy).
  public static func isDerived(_ datatype: String, from other: String) -> Bool {
    guard datatype.hasPrefix(Namespace.xsd), other.hasPrefix(Namespace.xsd) else { return false }
    let wanted = String(other.dropFirst(Namespace.xsd.utf8.count))
    var name = String(datatype.dropFirst(Namespace.xsd.utf8.count))
    while let parent = parents[name] {
      if parent == wanted { return true }
      name = parent
    }
    return false
  }

  private static let parents = [
    "integer": "decimal", "nonNegativeInteger": "integer", "nonPositiveInteger": "integer",
    "long": "integer", "int": "long", "short": "int", "byte": "short",
    "positiveInteger": "nonNegativeInteger", "unsignedLong": "nonNegativeInteger",
    "unsignedInt": "unsignedLong", "unsignedShort": "unsignedInt", "unsignedByte": "unsignedShort",
    "negativeInteger": "nonPositiveInteger", "dateTimeStamp": "dateTime",
    "normalizedString": "string", "token": "normalizedString", "language": "token",
    "dayTimeDuration": "duration", "yearMonthDuration": "duration",
  ]
}
