extension TermTable {
  /// Interns an IRI.
  ///
  /// - Throws: ``TermError/malformedIRI(_:reason:)``, ``TermError/tableFull``.
  public mutating func iri(_ text: Span<UInt8>) throws(TermError) -> TermID {
    try iri(text, Span())
  }

  /// Interns an IRI that is given in two parts.
  ///
  /// - Throws: ``TermError/malformedIRI(_:reason:)``, ``TermError/tableFull``.
  package mutating func iri(
    _ first: Span<UInt8>, _ second: Span<UInt8>
  ) throws(TermError) -> TermID {
    let start = bytes.count
    bytes.append(UInt8(ascii: "<"))
    append(first)
    append(second)
    bytes.append(UInt8(ascii: ">"))
    let (term, hash) = existing(from: start)
    if let term {
      bytes.removeSubrange(start...)
      return term
    }
    let fault = IRISyntax.fault(in: bytes.span.extracting(start + 1..<bytes.count - 1))
    if let fault {
      let shown = String(decoding: bytes[start + 1..<bytes.count - 1], as: UTF8.self)
      bytes.removeSubrange(start...)
      throw .malformedIRI(shown, reason: fault)
    }
    try checkRoom(start)
    return insertNew(
      from: start, hash: hash, kind: .iri, lexicalEnd: 0, datatype: .defaultGraph, features: [])
  }

  /// Interns the IRI that an IRI of the table is with a path after it, which begins with `/`.
  ///
  /// Of a new IRI only the path is checked.
  ///
  /// - Throws: ``TermError/malformedIRI(_:reason:)``, ``TermError/tableFull``.
  public mutating func iri(_ parent: TermID, path: Span<UInt8>) throws(TermError) -> TermID {
    let above = spelling(of: parent).dropLast()
    guard kind(of: parent) == .iri, !above.isEmpty, !path.isEmpty, path[0] == UInt8(ascii: "/")
    else {
      var whole = text(of: parent)
      for position in path.indices { whole.append(path[position]) }
      return try iri(whole.span)
    }
    let start = bytes.count
    bytes.reserveRoom(for: above.count + path.count + 1)
    append(spelled: above)
    append(path)
    bytes.append(UInt8(ascii: ">"))
    let (term, hash) = existing(from: start)
    if let term {
      bytes.removeSubrange(start...)
      return term
    }
    let text = start + 1..<bytes.count - 1
    let fault = IRISyntax.fault(
      in: bytes.span.extracting(text), afterAuthorityFrom: above.count - 1)
    if let fault {
      let malformed = String(decoding: bytes[text], as: UTF8.self)
      bytes.removeSubrange(start...)
      throw .malformedIRI(malformed, reason: fault)
    }
    try checkRoom(start)
    return insertNew(
      from: start, hash: hash, kind: .iri, lexicalEnd: 0, datatype: .defaultGraph, features: [])
  }

  /// Interns an IRI.
  ///
  /// - Throws: ``TermError/malformedIRI(_:reason:)``, ``TermError/tableFull``.
  public mutating func iri(_ text: String) throws(TermError) -> TermID {
    try iri(Array(text.utf8).span)
  }

  /// Interns a blank node by its label, which has no `_:` before it.
  ///
  /// Labels are of ASCII letters, digits, `_`, `-` and `.`, the latter two not first and the last
  /// not last: every reader takes these.
  ///
  /// - Throws: ``TermError/malformedBlankNodeLabel(_:)``, ``TermError/tableFull``.
  public mutating func blankNode(_ label: Span<UInt8>) throws(TermError) -> TermID {
    for position in 0..<label.count {
      let byte = label[position]
      let isInner = byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      guard IRISegment.isUnreserved(byte), byte != UInt8(ascii: "~"), !isInner || position > 0
      else {
        throw .malformedBlankNodeLabel(Self.string(label))
      }
    }
    guard !label.isEmpty, label[label.count - 1] != UInt8(ascii: ".") else {
      throw .malformedBlankNodeLabel(Self.string(label))
    }
    let start = bytes.count
    bytes.append(UInt8(ascii: "_"))
    bytes.append(UInt8(ascii: ":"))
    append(label)
    let (term, hash) = existing(from: start)
    if let term {
      bytes.removeSubrange(start...)
      return term
    }
    try checkRoom(start)
    return insertNew(
      from: start, hash: hash, kind: .blankNode, lexicalEnd: 0, datatype: .defaultGraph,
      features: [])
  }

  /// Interns a literal of a datatype; the lexical form is kept as it is, valid or not.
  ///
  /// - Throws: ``TermError/invalidUTF8(_:)``, ``TermError/datatypeIsNoIRI``,
  ///   ``TermError/tableFull``.
  public mutating func literal(
    _ lexical: Span<UInt8>, datatype: TermID = .xsdString
  ) throws(TermError) -> TermID {
    guard contains(datatype), entries[Int(datatype.rawValue)].kind == .iri else {
      throw .datatypeIsNoIRI
    }
    let start = bytes.count
    let features = appendQuoted(lexical)
    let lexicalEnd = bytes.count - 1 - start
    if datatype != .xsdString {
      bytes.append(UInt8(ascii: "^"))
      bytes.append(UInt8(ascii: "^"))
      append(spelled: spelling(of: datatype))
    }
    return try endLiteral(
      lexical, start: start, lexicalEnd: lexicalEnd, datatype: datatype, features: features)
  }

  /// Interns a string in a language; the tag is put in lower case.
  ///
  /// - Throws: ``TermError/malformedLanguageTag(_:)``, ``TermError/invalidUTF8(_:)``,
  ///   ``TermError/tableFull``.
  public mutating func literal(
    _ lexical: Span<UInt8>, language: Span<UInt8>
  ) throws(TermError) -> TermID {
    let start = bytes.count
    let features = appendQuoted(lexical)
    let lexicalEnd = bytes.count - 1 - start
    bytes.append(UInt8(ascii: "@"))
    guard LanguageTag.appendLowercased(language, to: &bytes) else {
      bytes.removeSubrange(start...)
      throw .malformedLanguageTag(Self.string(language))
    }
    return try endLiteral(
      lexical, start: start, lexicalEnd: lexicalEnd, datatype: .rdfLangString, features: features)
  }

  /// Interns a literal of a datatype.
  ///
  /// - Throws: ``TermError``.
  public mutating func literal(
    _ lexical: String, datatype: TermID = .xsdString
  ) throws(TermError) -> TermID {
    try literal(Array(lexical.utf8).span, datatype: datatype)
  }

  /// Interns a string in a language.
  ///
  /// - Throws: ``TermError``.
  public mutating func literal(
    _ lexical: String, language: String
  ) throws(TermError) -> TermID {
    try literal(Array(lexical.utf8).span, language: Array(language.utf8).span)
  }

  /// Interns the term of another table and returns its number in this one.
  ///
  /// - Throws: ``TermError/tableFull``.
  public mutating func intern(
    _ term: TermID, of other: borrowing TermTable
  ) throws(TermError) -> TermID {
    guard other.contains(term) else { return .defaultGraph }
    let entry = other.entries[Int(term.rawValue)]
    let start = bytes.count
    bytes.append(contentsOf: other.bytes[entry.start..<entry.start + Int(entry.count)])
    let (found, hash) = existing(from: start)
    if let found {
      bytes.removeSubrange(start...)
      return found
    }
    bytes.removeSubrange(start...)
    let datatype =
      entry.kind == .literal ? try intern(entry.datatype, of: other) : TermID.defaultGraph
    let copied = bytes.count
    bytes.append(contentsOf: other.bytes[entry.start..<entry.start + Int(entry.count)])
    try checkRoom(copied)
    return insertNew(
      from: copied, hash: hash, kind: entry.kind, lexicalEnd: Int(entry.lexicalEnd),
      datatype: datatype, features: entry.features)
  }

  /// Interns the terms of another table's quad and returns the quad in this one's numbers.
  ///
  /// - Throws: ``TermError/tableFull``.
  public mutating func intern(
    _ quad: Quad, of other: borrowing TermTable
  ) throws(TermError) -> Quad {
    Quad(
      try intern(quad.subject, of: other), try intern(quad.predicate, of: other),
      try intern(quad.object, of: other), graph: try intern(quad.graph, of: other))
  }

  /// The number of an IRI that is in the table already, or nil.
  public mutating func existingIRI(_ text: String) -> TermID? {
    let start = bytes.count
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: ">"))
    defer { bytes.removeSubrange(start...) }
    return existing(from: start).term
  }

  private mutating func endLiteral(
    _ lexical: Span<UInt8>, start: Int, lexicalEnd: Int, datatype: TermID, features: Features
  ) throws(TermError) -> TermID {
    let (term, hash) = existing(from: start)
    if let term {
      bytes.removeSubrange(start...)
      return term
    }
    if features.contains(.beyondASCII), (try? UTF8Span(validating: lexical)) == nil {
      bytes.removeSubrange(start...)
      throw .invalidUTF8(Self.string(lexical))
    }
    try checkRoom(start)
    return insertNew(
      from: start, hash: hash, kind: .literal, lexicalEnd: lexicalEnd, datatype: datatype,
      features: features)
  }

  private mutating func checkRoom(_ start: Int) throws(TermError) {
    guard entries.count >= Int(UInt32.max) - 1 || bytes.count - start > Int(UInt32.max) else {
      return
    }
    bytes.removeSubrange(start...)
    throw .tableFull
  }

  private mutating func append(_ text: Span<UInt8>) {
    bytes.reserveRoom(for: text.count)
    unsafe text.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends bytes of the table itself, which a slice of it would copy as a whole.
  private mutating func append(spelled range: Range<Int>) {
    bytes.reserveRoom(for: range.count)
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: range.count))
    unsafe bytes.withUnsafeMutableBytes { buffer in
      let source = unsafe UnsafeRawBufferPointer(rebasing: buffer[range])
      unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[start...]).copyMemory(from: source)
    }
  }

  /// Appends a lexical form between quotes, in the canonical form of N-Triples.
  private mutating func appendQuoted(_ lexical: Span<UInt8>) -> Features {
    var features: Features = []
    bytes.reserveRoom(for: lexical.count + 64)
    bytes.append(UInt8(ascii: "\""))
    var copied = 0
    var position = 0
    var high: UInt64 = 0
    while true {
      position = Self.plainEnd(lexical, position, &high)
      guard position < lexical.count else { break }
      let byte = lexical[position]
      defer { position += 1 }
      if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte != 0x7F {
        // U+FFFE and U+FFFF: EF BF BE, EF BF BF.
        if byte == 0xEF, position + 2 < lexical.count, lexical[position + 1] == 0xBF,
          lexical[position + 2] >= 0xBE
        {
          features.formUnion([.outsideXML, .escaped])
          append(lexical.extracting(copied..<position))
          copied = position + 3
          Self.appendEscape(ofNonCharacter: lexical[position + 2], to: &bytes)
        }
        continue
      }
      features.insert(.escaped)
      append(lexical.extracting(copied..<position))
      copied = position + 1
      Self.appendEscape(of: byte, to: &bytes)
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { features.insert(.outsideXML) }
    }
    append(lexical.extracting(copied..<lexical.count))
    bytes.append(UInt8(ascii: "\""))
    if high & 0x8080_8080_8080_8080 != 0 { features.insert(.beyondASCII) }
    return features
  }

  /// Where the first byte stands that may not be copied as it is, eight bytes looked at in one go.
  ///
  /// Bytes that were looked at are added to the bits of `seen`.
  private static func plainEnd(_ text: Span<UInt8>, _ start: Int, _ seen: inout UInt64) -> Int {
    unsafe text.withUnsafeBytes { buffer in
      func every(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
      func zero(_ word: UInt64) -> UInt64 { (word &- every(0x01)) & ~word & every(0x80) }
      var position = start
      while position + 8 <= buffer.count {
        let word = UInt64(
          littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        seen |= word
        let found =
          (word &- every(0x20)) & ~word & every(0x80) | zero(word ^ every(0x22))
          | zero(word ^ every(0x5C)) | zero(word ^ every(0x7F)) | zero(word ^ every(0xEF))
        if found != 0 { return position + found.trailingZeroBitCount / 8 }
        position += 8
      }
      while position < buffer.count {
        let byte = unsafe buffer[position]
        seen |= UInt64(byte)
        if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xEF { break }
        position += 1
      }
      return position
    }
  }

  /// The escapes that canonical N-Triples has for a byte, the shortest there is.
  ///
  /// - SeeAlso: RDF 1.2 N-Triples, section 4 (canonical form).
  package static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    default:
      bytes.append(contentsOf: [UInt8(ascii: "u"), 0x30, 0x30])
      for digit in [byte >> 4, byte & 15] {
        bytes.append(digit < 10 ? 0x30 + digit : 0x41 + digit - 10)
      }
    }
  }

  /// The escape of U+FFFE or U+FFFF, whose last byte is given.
  package static func appendEscape(ofNonCharacter last: UInt8, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: (last == 0xBE ? "\\uFFFE" : "\\uFFFF").utf8)
  }

  private static func string(_ text: Span<UInt8>) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(text.count)
    for position in text.indices { copy.append(text[position]) }
    return String(decoding: copy, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Makes room in steps that double, so that many small requests cost little.
  mutating func reserveRoom(for extra: Int) {
    if count + extra > capacity { reserveCapacity(Swift.max(capacity * 2, count + extra)) }
  }
}
