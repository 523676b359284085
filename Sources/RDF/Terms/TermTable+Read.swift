extension TermTable {
  /// The kind of a term.
  @inlinable public func kind(of term: TermID) -> TermKind {
    entries[Int(term.rawValue)].kind
  }

  /// Where a term's N-Triples spelling stands in ``bytes``.
  @inlinable public func spelling(of term: TermID) -> Range<Int> {
    let entry = entries[Int(term.rawValue)]
    return entry.start..<entry.start + Int(entry.count)
  }

  /// Where a literal's lexical form, escaped and without its quotes, stands in ``bytes``; empty of
  /// another term.
  @inlinable public func lexicalSpelling(of term: TermID) -> Range<Int> {
    let entry = entries[Int(term.rawValue)]
    guard entry.kind == .literal else { return entry.start..<entry.start }
    return entry.start + 1..<entry.start + Int(entry.lexicalEnd)
  }

  /// The datatype of a literal, or nil of another term.
  @inlinable public func datatype(of term: TermID) -> TermID? {
    let entry = entries[Int(term.rawValue)]
    return entry.kind == .literal ? entry.datatype : nil
  }

  /// The language tag of a literal, in lower case, or nil without one.
  public func language(of term: TermID) -> String? {
    languageRange(of: term).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Where a literal's language tag stands in ``bytes``, or nil without one.
  public func languageRange(of term: TermID) -> Range<Int>? {
    let entry = entries[Int(term.rawValue)]
    guard entry.kind == .literal, entry.datatype == .rdfLangString else { return nil }
    return entry.start + Int(entry.lexicalEnd) + 2..<entry.start + Int(entry.count)
  }

  /// Whether a text of a term holds a character that XML 1.0 cannot.
  ///
  /// - SeeAlso: XML 1.0, section 2.2 (Char).
  public func isOutsideXML(_ term: TermID) -> Bool {
    entries[Int(term.rawValue)].features.contains(.outsideXML)
  }

  /// Appends a term's text: the IRI, the lexical form, or the blank node's label.
  public func appendText(of term: TermID, to output: inout [UInt8]) {
    let entry = entries[Int(term.rawValue)]
    let inner =
      switch entry.kind {
      case .iri: entry.start + 1..<max(entry.start + Int(entry.count) - 1, entry.start + 1)
      case .blankNode: entry.start + 2..<entry.start + Int(entry.count)
      case .literal: entry.start + 1..<entry.start + Int(entry.lexicalEnd)
      }
    guard entry.features.contains(.escaped) else {
      output.append(contentsOf: bytes[inner])
      return
    }
    var position = inner.lowerBound
    while position < inner.upperBound {
      let byte = bytes[position]
      position += 1
      guard byte == UInt8(ascii: "\\"), position < inner.upperBound else {
        output.append(byte)
        continue
      }
      let escape = bytes[position]
      position += 1
      switch escape {
      case UInt8(ascii: "b"): output.append(0x08)
      case UInt8(ascii: "t"): output.append(0x09)
      case UInt8(ascii: "n"): output.append(0x0A)
      case UInt8(ascii: "f"): output.append(0x0C)
      case UInt8(ascii: "r"): output.append(0x0D)
      case UInt8(ascii: "u"):
        // Above U+00FF only U+FFFE and U+FFFF are escaped.
        if bytes[position] == UInt8(ascii: "F") { output.append(contentsOf: [0xEF, 0xBF]) }
        var value: UInt8 = 0
        for digit in bytes[position + 2..<position + 4] {
          value = value << 4 | (digit <= 0x39 ? digit - 0x30 : digit - 0x41 + 10)
        }
        output.append(bytes[position] == UInt8(ascii: "F") ? value - 0x40 : value)
        position += 4
      default: output.append(escape)
      }
    }
  }

  /// A term's text as bytes: the IRI, the lexical form, or the blank node's label.
  public func text(of term: TermID) -> [UInt8] {
    var output: [UInt8] = []
    appendText(of: term, to: &output)
    return output
  }

  /// A term's text as a string: the IRI, the lexical form, or the blank node's label.
  public func string(of term: TermID) -> String {
    String(decoding: text(of: term), as: UTF8.self)
  }

  /// Whether a term's N-Triples spelling is some bytes.
  public func isSpelled(_ term: TermID, _ spelling: [UInt8]) -> Bool {
    let range = self.spelling(of: term)
    guard range.count == spelling.count else { return false }
    return unsafe bytes.withUnsafeBytes { whole in
      unsafe spelling.withUnsafeBytes { other in
        unsafe HashSlots.areEqual(UnsafeRawBufferPointer(rebasing: whole[range]), other)
      }
    }
  }

  /// A term's N-Triples spelling as a string, for messages.
  public func spelled(_ term: TermID) -> String {
    String(decoding: bytes[spelling(of: term)], as: UTF8.self)
  }

  /// What follows the last `#`, `/` or `:` of an IRI, or the whole where nothing does.
  public func localName(of term: TermID) -> String {
    let text = string(of: term)
    guard
      let cut = text.utf8.lastIndex(where: {
        $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":")
      })
    else { return text }
    let name = text[text.utf8.index(after: cut)...]
    return name.isEmpty ? text : String(name)
  }
}
