/// Whether lexical forms belong to the datatypes of XML Schema that RDF uses.
///
/// White space around a form is passed over, as XML Schema does before it looks at one, but for
/// strings and the types derived from them.
///
/// - SeeAlso: XML Schema 1.1 Part 2, section 3; RDF 1.1 Concepts, section 5.1.
public enum XSD {
  /// Whether a lexical form is one of a datatype, or nil of a datatype that is not known here.
  public static func isValid(_ lexical: String, datatype: String) -> Bool? {
    form(lexical, datatype: datatype).map { $0 != .invalid }
  }

  /// What a lexical form is to a datatype, or nil of a datatype that is not known here.
  public static func form(_ lexical: String, datatype: String) -> LexicalForm? {
    if let known = XSDDatatype(iri: datatype) { return form(Array(lexical.utf8).span, known) }
    switch datatype {
    case Namespace.edtf + "EDTF": return (try? EDTF(lexical)) != nil ? .valid : .invalid
    case Namespace.rdf + "HTML", Namespace.rdf + "XMLLiteral": return .valid
    default: return nil
    }
  }

  /// What a lexical form is to a datatype.
  public static func form(_ lexical: Span<UInt8>, _ datatype: XSDDatatype) -> LexicalForm {
    let text = lexical.extracting(collapsed(lexical))
    let isValid =
      switch datatype {
      case .string: true
      case .normalizedString: TextForm.isNormalized(lexical)
      case .token: TextForm.isToken(lexical)
      case .language: TextForm.isLanguage(lexical)
      case .name: TextForm.isName(lexical, .name)
      case .ncName: TextForm.isName(lexical, .ncName)
      case .nmtoken: TextForm.isName(lexical, .nmtoken)
      case .boolean: TextForm.isOne(of: ["true", "false", "1", "0"], text)
      case .decimal: NumberForm(text).map { $0.exponent == nil } == true
      case .double, .float:
        NumberForm(text) != nil || TextForm.isOne(of: ["INF", "+INF", "-INF", "NaN"], text)
      case .date, .time, .dateTime, .dateTimeStamp, .gYear, .gMonth, .gDay, .gYearMonth,
        .gMonthDay:
        TimeForm(text, datatype) != nil
      case .duration, .yearMonthDuration, .dayTimeDuration:
        DurationForm(text, datatype) != nil
      case .hexBinary: TextForm.isHexadecimal(text)
      case .base64Binary: TextForm.isBase64(text)
      case .anyURI: true
      case .integer, .byte, .short, .int, .long, .unsignedByte, .unsignedShort, .unsignedInt,
        .unsignedLong, .positiveInteger, .nonNegativeInteger, .negativeInteger,
        .nonPositiveInteger:
        NumberForm(text)?.isInteger(in: datatype.integerBounds, text) == true
      }
    if datatype == .anyURI, !TextForm.isReference(text) { return .doubtful }
    return isValid ? .valid : .invalid
  }

  /// Where a form stands without the white space around it.
  static func collapsed(_ text: Span<UInt8>) -> Range<Int> {
    var start = 0
    var end = text.count
    while start < end, isSpace(text[start]) { start += 1 }
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    return start..<end
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
