public import RDF

/// What was extracted from one article: its entities, relations and events, with their evidence.
public struct ExtractionRecord: Sendable {
  /// What an id stands for.
  public enum Item: Sendable {
    /// An entity, by its position.
    case entity(Int)
    /// A relation, by its position.
    case relation(Int)
    /// An event, by its position.
    case event(Int)
  }

  /// The file it was read from, as the user named it.
  public let file: String
  /// The texts of the record, one after the other.
  public let strings: [UInt8]
  /// Whether ids mean the same in all records that say so.
  public let hasSharedIDs: Bool
  /// The article.
  public let source: RecordSource
  /// What made the record.
  public let extractor: RecordExtractor?
  /// The entities in order.
  public let entities: [RecordEntity]
  /// The relations in order.
  public let relations: [RecordRelation]
  /// The events in order.
  public let events: [RecordEvent]
  /// The SHA-256 of the record's bytes, in hexadecimal.
  public let sha256: String
  /// The article's text in UTF-8, where it was at hand; it is the one that evidence was held against.
  public let text: [UInt8]?
  let items: RecordItemTable
  let place: DocumentPlace

  /// A text as a string.
  public func string(_ text: RecordText) -> String {
    String(decoding: strings[text.range], as: UTF8.self)
  }

  /// The item that an id stands for, or nil of an unknown one.
  public func item(_ id: RecordText) -> Item? { items.item(id, in: strings) }

  /// The file of a place of the record, which may be in several.
  public func file(of offset: SourceOffset) -> String {
    offset == .unknown ? file : place.file(of: offset) ?? file
  }

  /// The line and column of a place of the record in its file.
  public func position(of offset: SourceOffset) -> SourcePosition? {
    offset == .unknown ? nil : place.position(of: offset)
  }
}
