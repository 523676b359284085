/// Values of literals, without a string where most literals need none.
extension TermTable {
  /// Whether a literal's form is one of its datatype; nil of a datatype that is not known here, and
  /// of what is no literal.
  public func isWellFormed(_ term: TermID) -> Bool? {
    guard let datatype = datatype(of: term), datatype != .rdfLangString else { return nil }
    if datatype == .xsdString || plainValue(of: term, datatype) != nil { return true }
    return XSD.isValid(string(of: term), datatype: string(of: datatype))
  }

  /// The value of a literal; nil when it is not well formed, or its datatype has no order here.
  public func value(of term: TermID) -> LiteralValue? {
    guard let datatype = datatype(of: term) else { return nil }
    return plainValue(of: term, datatype)
      ?? LiteralValue(string(of: term), datatype: string(of: datatype))
  }

  /// The value of digits that do not begin with 0, or of `YYYY-MM-DD`; nil of all other forms.
  private func plainValue(of term: TermID, _ datatype: TermID) -> LiteralValue? {
    let entry = entries[Int(term.rawValue)]
    let lexical = entry.start + 1..<entry.start + Int(entry.lexicalEnd)
    switch datatype {
    case .xsdInteger, .xsdNonNegativeInteger:
      guard (1...15).contains(lexical.count), bytes[lexical.lowerBound] != UInt8(ascii: "0"),
        lexical.allSatisfy({ (0x30...0x39).contains(bytes[$0]) })
      else { return nil }
      return .decimal(
        isNegative: false, whole: String(decoding: bytes[lexical], as: UTF8.self), fraction: "")
    case .xsdDate:
      guard let day = CalendarDate(bytes.span.extracting(lexical)), day.year > 0 else {
        return nil
      }
      return .day(day)
    default: return nil
    }
  }
}
