/// Every distinct term of a dataset, once, under a number.
///
/// A term is kept as its canonical N-Triples spelling in one array of bytes, so that a line of
/// N-Triples is copied, not made, and two terms are equal exactly when their bytes are. Each
/// distinct term is checked once, when it is first interned: IRIs for their syntax, language tags
/// for their shape, all text for being UTF-8.
///
/// - SeeAlso: RDF 1.1 N-Triples, section 4 (canonical form); RDF 1.1 Concepts, section 3.
public struct TermTable: ~Copyable, Sendable {
  @usableFromInline struct Entry: Sendable {
    @usableFromInline var start: Int
    @usableFromInline var count: UInt32
    /// For literals the offset of the closing quote in the spelling.
    @usableFromInline var lexicalEnd: UInt32
    /// For literals the datatype.
    @usableFromInline var datatype: TermID
    @usableFromInline var kind: TermKind
    var features: Features
  }

  /// What a reader of a term needs to know before it looks at its bytes.
  struct Features: OptionSet, Sendable {
    let rawValue: UInt8
    static let escaped = Features(rawValue: 1)
    static let outsideXML = Features(rawValue: 2)
    static let beyondASCII = Features(rawValue: 4)
  }

  /// The spellings of all terms, one after the other.
  public internal(set) var bytes: [UInt8] = []
  @usableFromInline var entries: [Entry] = []
  var slots: HashSlots

  /// Makes a table that holds the well-known terms.
  public init() {
    slots = HashSlots(capacity: 256)
    entries.append(
      Entry(
        start: 0, count: 0, lexicalEnd: 0, datatype: .defaultGraph, kind: .iri, features: []))
    for text in TermID.wellKnown {
      bytes.append(UInt8(ascii: "<"))
      bytes.append(contentsOf: text.utf8)
      bytes.append(UInt8(ascii: ">"))
      _ = insertNew(
        from: entries.last.map { $0.start + Int($0.count) } ?? 0, hash: nil, kind: .iri,
        lexicalEnd: 0, datatype: .defaultGraph, features: [])
    }
  }

  /// How many terms there are, the nameless default graph among them; numbers are below it.
  public var count: Int { entries.count }

  /// Whether a number is of a term of this table.
  public func contains(_ term: TermID) -> Bool {
    term != .defaultGraph && Int(term.rawValue) < entries.count
  }

  /// Forgets all terms whose number is not below a former ``count``.
  ///
  /// The terms of one document go this way while those that all documents share keep their numbers.
  public mutating func removeTerms(from count: Int) {
    guard count < entries.count, count > TermID.wellKnown.count else { return }
    for index in stride(from: entries.count - 1, through: count, by: -1) {
      slots.removeLast(UInt32(index))
    }
    bytes.removeSubrange(entries[count].start...)
    entries.removeSubrange(count...)
  }

  /// Ends the interning of the bytes from `start`: an equal term's number, or nil and their hash.
  func existing(from start: Int) -> (term: TermID?, hash: UInt64) {
    let count = bytes.count - start
    let hash = HashSlots.hash(of: bytes, in: start..<bytes.count)
    let found = slots.find(hash: hash) { candidate in
      let entry = entries[Int(candidate)]
      guard Int(entry.count) == count else { return false }
      return HashSlots.areEqual(bytes, entry.start..<entry.start + count, start..<bytes.count)
    }
    return (found.map { TermID(rawValue: $0) }, hash)
  }

  mutating func insertNew(
    from start: Int, hash: UInt64?, kind: TermKind, lexicalEnd: Int, datatype: TermID,
    features: Features
  ) -> TermID {
    let count = bytes.count - start
    let term = TermID(rawValue: UInt32(entries.count))
    entries.append(
      Entry(
        start: start, count: UInt32(count), lexicalEnd: UInt32(lexicalEnd), datatype: datatype,
        kind: kind, features: features))
    slots.insert(
      term.rawValue, hash: hash ?? HashSlots.hash(of: bytes, in: start..<bytes.count))
    return term
  }
}
