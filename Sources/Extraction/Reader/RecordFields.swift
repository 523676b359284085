internal import JSON
internal import RDF

/// Reads values of one document and collects what is wrong with them.
struct RecordFields {
  let document: JSONDocument
  let file: String
  let place: DocumentPlace
  var diagnostics: [Diagnostic] = []

  mutating func report(
    _ value: JSONValue, _ message: String, severity: Diagnostic.Severity = .error
  ) {
    report(SourceOffset(document.offset(of: value)), message, severity: severity)
  }

  mutating func report(
    _ offset: SourceOffset, _ message: String, severity: Diagnostic.Severity = .error
  ) {
    diagnostics.append(
      Diagnostic(
        severity, file: place.file(of: offset) ?? file, position: place.position(of: offset),
        message))
  }

  func offset(_ value: JSONValue) -> SourceOffset { SourceOffset(document.offset(of: value)) }

  /// The members of an object by key; keys that are not allowed are reported, with the nearest.
  mutating func object(
    _ value: JSONValue, _ what: @autoclosure () -> String, _ keys: RecordKeys
  ) -> RecordMembers? {
    guard document.kind(of: value) == .object else {
      report(value, "\(what()) is \(document.kind(of: value).name); expected an object")
      return nil
    }
    var members = RecordMembers(of: document)
    for (name, member) in document.members(of: value) {
      if let key = keys.key(document.strings.span.extracting(document.range(of: name))) {
        members[key] = member
      } else {
        reportUnknown(name, what(), keys)
      }
    }
    for key in keys.required where members[key] == nil {
      report(value, "\(what()) has no \"\(key.name)\"")
    }
    return members
  }

  private mutating func reportUnknown(_ key: JSONValue, _ what: String, _ keys: RecordKeys) {
    let name = document.text(of: key)
    let allowed = keys.allowed.map(\.name)
    report(
      key,
      "unknown key \"\(name)\" in \(what)"
        + (NearestName.find(name, in: allowed).map { "; did you mean \"\($0)\"?" }
          ?? "; expected one of \(allowed.joined(separator: ", "))"))
  }

  mutating func text(
    _ value: JSONValue?, _ what: @autoclosure () -> String, mayBeEmpty: Bool = false
  ) -> RecordText? {
    guard let value else { return nil }
    guard document.kind(of: value) == .string else {
      report(value, "\(what()) is \(document.kind(of: value).name); expected a string")
      return nil
    }
    let range = document.range(of: value)
    guard mayBeEmpty || !range.isEmpty else {
      report(value, "\(what()) is empty; expected text")
      return nil
    }
    return recordText(value)
  }

  func recordText(_ value: JSONValue) -> RecordText {
    let range = document.range(of: value)
    return RecordText(
      start: UInt32(range.lowerBound), count: UInt32(range.count), offset: offset(value))
  }

  /// An array's elements, or a value alone as one.
  mutating func list(_ value: JSONValue?, _ what: String, orOne: Bool = false) -> JSONElements {
    guard let value else { return .none }
    if document.kind(of: value) == .array { return document.elements(of: value) }
    if orOne { return document.only(value) }
    report(value, "\(what) is \(document.kind(of: value).name); expected an array")
    return .none
  }

  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ value: JSONValue?, _ what: String, _ type: Word.Type
  ) -> Word? where Word.RawValue == String {
    guard let value, let text = text(value, what) else { return nil }
    let given = String(decoding: document.strings[text.range], as: UTF8.self)
    if let word = Word(rawValue: given) { return word }
    let words = Word.allCases.map(\.rawValue)
    report(
      value,
      "unknown \(what) \"\(given)\"; expected one of \(words.joined(separator: ", "))"
        + NearestName.hint(given, in: words))
    return nil
  }

  mutating func language(_ value: JSONValue?, _ what: @autoclosure () -> String) -> RecordText? {
    guard let value, let text = text(value, what()) else { return nil }
    // Nearly all tags are of two letters.
    let letters: ClosedRange<UInt8> = 0x61...0x7A
    if text.range.count == 2, letters.contains(document.strings[text.range.lowerBound]),
      letters.contains(document.strings[text.range.lowerBound + 1])
    {
      return text
    }
    let tag = String(decoding: document.strings[text.range], as: UTF8.self)
    if LanguageTag(tag) == nil {
      report(value, TermError.malformedLanguageTag(tag).description)
      return nil
    }
    return text
  }

  /// An absolute IRI.
  mutating func iri(_ value: JSONValue, _ what: String) -> RecordText? {
    guard let text = text(value, what) else { return nil }
    if let fault = fault(text) {
      report(value, "\(what) \"\(string(text))\" is not an absolute IRI: \(fault)")
      return nil
    }
    return text
  }

  /// An id: letters, digits and `-._~`, or an absolute IRI.
  mutating func id(_ value: JSONValue?, _ what: @autoclosure () -> String) -> RecordText? {
    guard let value, let text = text(value, what()) else { return nil }
    guard isID(text) else {
      report(
        value,
        "\(what()) \"\(string(text))\" cannot be part of an IRI; expected letters, digits, "
          + "\"-\", \".\", \"_\" or \"~\", or an absolute IRI")
      return nil
    }
    return text
  }

  private func fault(_ text: RecordText) -> IRISyntax.Fault? {
    IRISyntax.fault(in: document.strings.span.extracting(text.range))
  }

  private func isID(_ text: RecordText) -> Bool {
    let bytes = document.strings.span.extracting(text.range)
    if bytes.indices.allSatisfy({ IRISegment.isUnreserved(bytes[$0]) }) { return true }
    var segment: [UInt8] = []
    IRISegment.append(bytes, to: &segment)
    return segment.count == bytes.count || IRISyntax.fault(in: bytes) == nil
  }

  mutating func date(_ value: JSONValue?, _ what: String, spans: inout SpanReader) -> RecordDate? {
    guard let value else { return nil }
    if document.kind(of: value) == .string {
      guard let edtf = edtf(value, what) else { return nil }
      return RecordDate(value: edtf, part: nil, text: nil, evidence: [], offset: offset(value))
    }
    guard let members = object(value, what, .date) else { return nil }
    let part = word(members[.part], "part", RecordDatePart.self)
    let text = text(members[.text], "text")
    let evidence = spans.read(members[.evidence], "evidence", &self)
    guard let given = members[.edtf], let edtf = edtf(given, what) else { return nil }
    return RecordDate(
      value: edtf, part: part, text: text, evidence: evidence, offset: offset(given))
  }

  private mutating func edtf(_ value: JSONValue, _ what: String) -> EDTF? {
    guard let text = text(value, what) else { return nil }
    let given = String(decoding: document.strings[text.range], as: UTF8.self)
    do throws(EDTF.Fault) {
      return try EDTF(given)
    } catch {
      report(value, "\(what): \(error)")
      return nil
    }
  }

  /// A number from 0 to 1, as its text.
  mutating func confidence(_ value: JSONValue?) -> RecordText? {
    guard let value else { return nil }
    guard document.kind(of: value) == .number,
      let number = Double(document.text(of: value)), (0...1).contains(number)
    else {
      let kind = document.kind(of: value)
      let found = kind == .number ? document.text(of: value) : kind.name
      report(value, "confidence is \(found); expected a number from 0 to 1")
      return nil
    }
    return recordText(value)
  }

  /// A number of up to nine digits and nothing else, or nil of another value.
  func shortNumber(_ value: JSONValue) -> Int? {
    let range = document.range(of: value)
    guard document.kind(of: value) == .number, range.count < 10 else { return nil }
    var number = 0
    for position in range {
      let digit = document.strings[position]
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }

  /// A value as a message shows it: a number or string by its text, another by its kind.
  func shown(_ value: JSONValue) -> String {
    switch document.kind(of: value) {
    case .number: document.text(of: value)
    case .string: "\"\(document.text(of: value))\""
    case .null, .boolean, .array, .object: document.kind(of: value).name
    }
  }

  /// Whether a text has some words of ASCII in it.
  func contains(_ words: StaticString, _ text: RecordText) -> Bool {
    let bytes = document.strings.span.extracting(text.range)
    return words.withUTF8Buffer { wanted in
      for start in 0..<max(bytes.count - wanted.count + 1, 0) where unsafe bytes[start] == wanted[0]
      {
        if wanted.indices.allSatisfy({ unsafe bytes[start + $0] == wanted[$0] }) {
          return true
        }
      }
      return false
    }
  }

  func string(_ text: RecordText) -> String {
    String(decoding: document.strings[text.range], as: UTF8.self)
  }
}
