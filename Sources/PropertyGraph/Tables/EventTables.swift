internal import JSON
public import Ontology
public import RDF

/// The events and claims of articles as tables, and the events on a map.
///
/// Several values in a cell are joined by `;`, and one inside a value is then written `\;`. Rows are
/// held until all articles are there, for the columns are those that any of them fills.
///
/// - SeeAlso: RFC 4180, section 2; RFC 7946, section 3 (GeoJSON object).
public struct EventTables {
  private let ontology: Ontology
  private let options: Projection.Options
  private var events: [EventRow] = []
  private var claims: [ClaimRow] = []

  private static let head = [
    "iri", "type", "label", "date", "datePart", "interval", "earliest", "latest", "status",
    "attributedTo", "via", "place",
  ]
  private static let tail = ["quotes", "confidence", "article", "articleTitle"]

  /// Begins tables.
  public init(ontology: Ontology, options: Projection.Options = Projection.Options()) {
    self.ontology = ontology
    self.options = options
  }

  /// Adds the quads of one article; those of none add nothing.
  public mutating func add(_ dataset: borrowing Dataset) {
    guard let quads = ArticleQuads(dataset) else { return }
    let article = ArticleTables(quads, ontology, options)
    events += article.events()
    claims += article.claimRows()
  }

  /// The column of a property: its name, with `p.` before one that a fixed column has.
  static func columnName(_ name: String) -> String {
    name != "place" && (head + tail).contains(name) ? "p." + name : name
  }

  /// The columns of events: the fixed ones, and between them those of the properties that events
  /// have, in the ontology's order.
  private var columns: [String] {
    var used = Set(events.flatMap { $0.values.keys })
    used.remove("place")
    var names: [String] = []
    for property in ontology.properties {
      let name = Self.columnName(property.localName)
      if used.remove(name) != nil { names.append(name) }
    }
    return Self.head + names + used.sorted() + Self.tail
  }

  private func cells(_ event: EventRow) -> [String: [String]] {
    var cells = event.values
    let own = [
      "iri": [event.iri], "type": [event.type], "label": [event.label], "date": event.time.date,
      "datePart": event.time.parts, "interval": event.time.interval,
      "earliest": event.time.earliest, "latest": event.time.latest, "status": event.put.status,
      "attributedTo": event.put.agents, "via": event.put.sources, "quotes": event.quotes,
      "confidence": event.put.confidence, "article": [event.article.iri],
      "articleTitle": event.article.title.map { [$0] } ?? [],
    ]
    for (name, texts) in own { cells[name] = texts }
    return cells
  }

  private static func text(_ texts: [String]?) -> String? {
    guard let texts, !texts.isEmpty else { return nil }
    return GraphValue.joined(texts)
  }

  /// The events, a row each.
  public var eventTable: [UInt8] {
    let columns = columns
    var writer = CSVWriter(.spreadsheet)
    writer.append(columns)
    for event in events {
      let cells = cells(event)
      writer.append(columns.map { Self.text(cells[$0]) })
    }
    return writer.bytes
  }

  /// The claims, a row each; the denied ones too, as their status says.
  public var claimTable: [UInt8] {
    var writer = CSVWriter(.spreadsheet)
    writer.append([
      "iri", "subject", "predicate", "object", "bound", "unit", "degree", "date", "datePart",
      "interval", "earliest", "latest", "status", "attributedTo", "via", "basis", "quotes",
      "confidence", "article", "articleTitle", "subjectIri", "objectIri", "datatype",
    ])
    for claim in claims {
      writer.append(
        [claim.iri, claim.subject.label, claim.predicate, claim.object]
          + [
            claim.bound, claim.unit, claim.degree, claim.time.date, claim.time.parts,
            claim.time.interval, claim.time.earliest, claim.time.latest, claim.put.status,
            claim.put.agents, claim.put.sources, claim.basis, claim.quotes, claim.put.confidence,
          ].map { Self.text($0) }
          + [
            claim.article.iri, claim.article.title, claim.subject.iri, claim.objectIRI,
            claim.datatype,
          ])
    }
    return writer.bytes
  }

  /// Events on a map.
  public struct Map: Sendable {
    /// The map as GeoJSON.
    public let bytes: [UInt8]
    /// How many events there are, on the map or not.
    public let eventCount: Int
    /// How many events are not on it, for no place of theirs has coordinates.
    public let unplacedCount: Int
    /// How many of those have places whose coordinates cannot be used.
    public let unusableCount: Int
  }

  /// The events that have a place with coordinates, with the texts of their row.
  public var map: Map {
    let columns = columns
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("type", "FeatureCollection")
    writer.key("features")
    writer.beginArray()
    for event in events where !event.points.isEmpty {
      writer.breakLine()
      writer.beginObject()
      writer.member("type", "Feature")
      writer.member("id", event.iri)
      writer.key("geometry")
      Self.write(event.points, to: &writer)
      writer.key("properties")
      writer.beginObject()
      let cells = cells(event)
      for column in columns {
        writer.key(column)
        if let text = Self.text(cells[column]) { writer.value(text) } else { writer.null() }
      }
      writer.endObject()
      writer.endObject()
    }
    writer.breakLine()
    writer.endArray()
    writer.endObject()
    let unplaced = events.filter(\.points.isEmpty)
    return Map(
      bytes: writer.bytes + [0x0A], eventCount: events.count, unplacedCount: unplaced.count,
      unusableCount: unplaced.count(where: \.hasUnusablePoint))
  }

  private static func write(_ points: [GeoPoint], to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("type", points.count == 1 ? "Point" : "MultiPoint")
    writer.key("coordinates")
    if points.count > 1 { writer.beginArray() }
    for point in points {
      writer.beginArray()
      writer.number("\(point.longitude)")
      writer.number("\(point.latitude)")
      writer.endArray()
    }
    if points.count > 1 { writer.endArray() }
    writer.endObject()
  }
}
