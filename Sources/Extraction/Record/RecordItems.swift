public import RDF

/// A value of a property, or the filler of a role.
public struct RecordValue: Sendable {
  /// What the value is.
  public enum Content: Sendable {
    /// A string.
    case string(RecordText)
    /// A number, as its text.
    case number(RecordText)
    /// A boolean.
    case boolean(Bool)
    /// The id of an item.
    case reference(RecordText)
  }

  /// What it is.
  public let content: Content
  /// The datatype it names, as a prefixed name or an IRI.
  public let datatype: RecordText?
  /// The language of its text.
  public let language: RecordText?
  /// The words for it, as a duration has them.
  public let words: RecordText?
  /// What is said of it.
  public let qualification: Qualification
  /// Where it stands in the document.
  public let offset: SourceOffset
}

/// A property or role with its values.
public struct RecordProperty: Sendable {
  /// Its name in the ontology.
  public let name: RecordText
  /// Its values in order.
  public let values: [RecordValue]
}

/// A thing the article is about.
public struct RecordEntity: Sendable {
  /// Its id.
  public let id: RecordText
  /// Its class.
  public let type: RecordText
  /// Whether it has a name of its own; nil where the record does not say.
  public let named: Bool?
  /// Its names.
  public let labels: [RecordLabel]
  /// Its other names.
  public let aliases: [RecordLabel]
  /// Its properties.
  public let properties: [RecordProperty]
  /// The IRIs that others know it by.
  public let same: [RecordText]
  /// The IRIs of web pages about it.
  public let pages: [RecordText]
  /// Where the article names it.
  public let mentions: [RecordSpan]
  /// Where it stands in the document.
  public let offset: SourceOffset
}

/// A statement about two items, or an item and a value.
public struct RecordRelation: Sendable {
  /// Its id.
  public let id: RecordText
  /// Its property.
  public let type: RecordText
  /// The id of what it is about.
  public let subject: RecordText
  /// What it says: a reference for an object, else a literal.
  public let object: RecordValue
  /// What is said of it.
  public var qualification: Qualification { object.qualification }
  /// Where it stands in the document.
  public let offset: SourceOffset
}

/// Something that happens, happened, or may.
public struct RecordEvent: Sendable {
  /// Its id.
  public let id: RecordText
  /// Its class.
  public let type: RecordText
  /// Its names.
  public let labels: [RecordLabel]
  /// When it happens.
  public let date: RecordDate?
  /// How long it lasts.
  public let duration: RecordValue?
  /// The items that take part, by role.
  public let roles: [RecordProperty]
  /// Its properties.
  public let properties: [RecordProperty]
  /// The wholes that it is part of, each an id with what is said of it.
  public let wholes: [RecordValue]
  /// What is said of it; its interval is the event's whole extent.
  public let qualification: Qualification
  /// Where it stands in the document.
  public let offset: SourceOffset
}

/// The article that a record is of.
public struct RecordSource: Sendable {
  /// Its id.
  public let id: RecordText
  /// Its language.
  public let language: RecordText
  /// Its title.
  public let title: RecordText?
  /// When it was published.
  public let published: RecordDate?
  /// When it was last changed.
  public let modified: RecordDate?
  /// Its address.
  public let url: RecordText?
  /// Who published it.
  public let publisher: RecordText?
  /// Who wrote it.
  public let authors: [RecordText]
  /// Under what terms it may be used.
  public let rights: RecordText?
  /// The id of the article it replaces.
  public let revisionOf: RecordText?
  /// The file of its text.
  public let textFile: RecordText?
  /// The SHA-256 of its text, in hexadecimal.
  public let sha256: RecordText?
}

/// What made a record.
public struct RecordExtractor: Sendable {
  /// Its name.
  public let name: RecordText
  /// Its version.
  public let version: RecordText?
  /// When it ran.
  public let run: RecordDate?
}
