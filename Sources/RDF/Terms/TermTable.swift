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
  private var slots = HashSlots(capacity: 256)
  /// The terms that stay when all others are forgotten: their number, and the index of them, which
  /// ``slots`` then has not.
  private var keptCount = 0
  private var keptSlots = HashSlots(capacity: 0)
  var spelling = TermSpelling()

  /// Makes a table that holds the well-known terms.
  public init() {
    entries.append(
      Entry(
        start: 0, count: 0, lexicalEnd: 0, datatype: .defaultGraph, kind: .iri, features: []))
    for text in TermID.wellKnown {
      begin()
      spelling.append(UInt8(ascii: "<"))
      spelling.append(Array(text.utf8).span)
      spelling.append(UInt8(ascii: ">"))
      insert(
        hash: spelling.hash, kind: .iri, lexicalEnd: 0, datatype: .defaultGraph, features: [])
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
    bytes.removeLast(bytes.count - entries[count].start)
    entries.removeLast(entries.count - count)
    slots.removeAll()
    guard count != keptCount else { return }
    keptCount = count
    keptSlots = HashSlots(capacity: count)
    for number in 1..<count {
      let entry = entries[number]
      keptSlots.insert(
        UInt32(number),
        hash: HashSlots.hash(of: bytes, in: entry.start..<entry.start + Int(entry.count)))
    }
  }

  /// Begins the spelling of a term.
  mutating func begin() {
    spelling.removeAll()
  }

  /// Ends the spelling of a term: an equal one's number, or nil and the hash.
  func existing() -> (term: TermID?, hash: UInt64) {
    let hash = spelling.hash
    let count = UInt32(truncatingIfNeeded: spelling.count)
    func isEqual(_ candidate: UInt32) -> Bool {
      let entry = entries[Int(candidate)]
      return entry.count == count
        && spelling.isEqual(to: entry.start..<entry.start + Int(count), of: bytes)
    }
    let found =
      slots.find(hash: hash, matches: isEqual)
      ?? (keptCount > 0 ? keptSlots.find(hash: hash, matches: isEqual) : nil)
    return (found.map { TermID(rawValue: $0) }, hash)
  }

  /// Adds the term that was spelled.
  @discardableResult
  mutating func insert(
    hash: UInt64, kind: TermKind, lexicalEnd: Int, datatype: TermID, features: Features
  ) -> TermID {
    let term = TermID(rawValue: UInt32(entries.count))
    entries.append(
      Entry(
        start: bytes.count, count: UInt32(spelling.count), lexicalEnd: UInt32(lexicalEnd),
        datatype: datatype, kind: kind, features: features))
    spelling.append(to: &bytes)
    slots.insert(term.rawValue, hash: hash)
    return term
  }
}
