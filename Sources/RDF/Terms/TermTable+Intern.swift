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
    begin()
    spelling.append(UInt8(ascii: "<"))
    spelling.append(first)
    spelling.append(second)
    spelling.append(UInt8(ascii: ">"))
    return try endIRI { text in IRISyntax.fault(in: text) }
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
      whole.append(path)
      return try iri(whole.span)
    }
    begin()
    spelling.append(above, of: bytes)
    spelling.append(path)
    spelling.append(UInt8(ascii: ">"))
    return try endIRI { text in
      IRISyntax.fault(in: text, afterAuthorityFrom: above.count - 1)
    }
  }

  /// Interns the IRI that an IRI of the table is with a path after it, which begins with `/`.
  ///
  /// Nothing is checked, for what a path is put together of here needs it not.
  ///
  /// - Parameters:
  ///   - parent: an IRI.
  ///   - path: what puts the path together.
  /// - Returns: its number.
  /// - Throws: ``TermError/tableFull``.
  public mutating func iri(
    _ parent: TermID, path: (inout TermSpelling) -> Void
  ) throws(TermError) -> TermID {
    begin()
    spelling.append(spelling(of: parent).dropLast(), of: bytes)
    path(&spelling)
    spelling.append(UInt8(ascii: ">"))
    return try endIRI { text in
      assert(IRISyntax.fault(in: text) == nil)
      return nil
    }
  }

  private mutating func endIRI(
    _ fault: (Span<UInt8>) -> IRISyntax.Fault?
  ) throws(TermError) -> TermID {
    let (term, hash) = existing()
    if let term { return term }
    if let fault = spelling.withInner(fault) {
      throw .malformedIRI(spelling.withInner(Self.string), reason: fault)
    }
    try checkRoom()
    return insert(
      hash: hash, kind: .iri, lexicalEnd: 0, datatype: .defaultGraph, features: [])
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
    begin()
    spelling.append(UInt8(ascii: "_"))
    spelling.append(UInt8(ascii: ":"))
    spelling.append(label)
    let (term, hash) = existing()
    if let term { return term }
    try checkRoom()
    return insert(
      hash: hash, kind: .blankNode, lexicalEnd: 0, datatype: .defaultGraph, features: [])
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
    begin()
    let features = spelling.append(quoted: lexical)
    return try endLiteral(lexical, datatype, features)
  }

  /// Interns a number that is not negative as an xsd:nonNegativeInteger.
  ///
  /// - Throws: ``TermError/tableFull``.
  public mutating func literal(_ number: Int) throws(TermError) -> TermID {
    begin()
    spelling.append("\"")
    spelling.append(number)
    spelling.append("\"")
    return try endLiteral(Span(), .xsdNonNegativeInteger, [])
  }

  /// Interns a string in a language; the tag is put in lower case.
  ///
  /// - Throws: ``TermError/malformedLanguageTag(_:)``, ``TermError/invalidUTF8(_:)``,
  ///   ``TermError/tableFull``.
  public mutating func literal(
    _ lexical: Span<UInt8>, language: Span<UInt8>
  ) throws(TermError) -> TermID {
    begin()
    let features = spelling.append(quoted: lexical)
    let lexicalEnd = spelling.count - 1
    guard spelling.append(language: language) else {
      throw .malformedLanguageTag(Self.string(language))
    }
    return try endLiteral(lexical, lexicalEnd, .rdfLangString, features)
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
    begin()
    spelling.append(entry.start..<entry.start + Int(entry.count), of: other.bytes)
    let (found, hash) = existing()
    if let found { return found }
    var datatype = TermID.defaultGraph
    if entry.kind == .literal {
      datatype = try intern(entry.datatype, of: other)
      begin()
      spelling.append(entry.start..<entry.start + Int(entry.count), of: other.bytes)
    }
    try checkRoom()
    return insert(
      hash: hash, kind: entry.kind, lexicalEnd: Int(entry.lexicalEnd), datatype: datatype,
      features: entry.features)
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
    begin()
    spelling.append(UInt8(ascii: "<"))
    spelling.append(Array(text.utf8).span)
    spelling.append(UInt8(ascii: ">"))
    return existing().term
  }

  private mutating func endLiteral(
    _ lexical: Span<UInt8>, _ datatype: TermID, _ features: Features
  ) throws(TermError) -> TermID {
    let lexicalEnd = spelling.count - 1
    if datatype != .xsdString {
      spelling.append(UInt8(ascii: "^"))
      spelling.append(UInt8(ascii: "^"))
      spelling.append(spelling(of: datatype), of: bytes)
    }
    return try endLiteral(lexical, lexicalEnd, datatype, features)
  }

  private mutating func endLiteral(
    _ lexical: Span<UInt8>, _ lexicalEnd: Int, _ datatype: TermID, _ features: Features
  ) throws(TermError) -> TermID {
    let (term, hash) = existing()
    if let term { return term }
    if features.contains(.beyondASCII), (try? UTF8Span(validating: lexical)) == nil {
      throw .invalidUTF8(Self.string(lexical))
    }
    try checkRoom()
    return insert(
      hash: hash, kind: .literal, lexicalEnd: lexicalEnd, datatype: datatype, features: features)
  }

  private func checkRoom() throws(TermError) {
    guard entries.count >= Int(UInt32.max) - 1 || spelling.count > Int(UInt32.max) else { return }
    throw .tableFull
  }

  private static func string(_ text: Span<UInt8>) -> String {
    var copy: [UInt8] = []
    copy.append(text)
    return String(decoding: copy, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Makes room in steps that double, so that many small requests cost little.
  mutating func reserveRoom(for extra: Int) {
    if count + extra > capacity { reserveCapacity(Swift.max(capacity * 2, count + extra)) }
  }
}
