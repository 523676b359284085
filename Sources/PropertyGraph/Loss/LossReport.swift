public import JSON

/// What one file of a graph does not hold, and what its readers will lose.
public struct LossReport: Sendable {
  /// The format.
  public private(set) var format: String
  /// The format's dialect.
  public let dialect: String
  /// How many nodes the file has.
  public internal(set) var nodes = 0
  /// How many edges the file has.
  public internal(set) var edges = 0
  /// What is lost, by kind.
  public internal(set) var losses: [GraphLoss: LossTally] = [:]
  /// What readers lose, by kind.
  public internal(set) var readers: [ReaderLoss: LossTally] = [:]

  /// Begins a report on a format's dialect.
  public init(format: String, dialect: String) {
    self.format = format
    self.dialect = dialect
  }

  /// The same of the same graph in another format.
  ///
  /// - Parameter format: the format's name.
  /// - Returns: the report; of formats that have lists, without what others join.
  public func of(format: String) -> LossReport {
    var report = self
    report.format = format
    if Self.withLists.contains(format) { report.losses[.joined] = nil }
    return report
  }

  private static let withLists: Set = ["gexf", "neo4j-csv", "cypher"]

  mutating func add(_ losses: [GraphLoss: LossTally]) {
    for (kind, tally) in losses { self.losses[kind, default: LossTally()].add(tally) }
  }

  /// How many quads or values are lost, in all.
  public var count: Int { losses.values.reduce(0) { $0 + $1.count } }

  /// Writes the report as an object of JSON.
  ///
  /// - Parameters:
  ///   - file: the name of the file that it is about.
  ///   - writer: what is written to.
  public func write(file: String, to writer: inout JSONWriter) {
    writer.breakLine()
    writer.beginObject()
    for (name, text) in [("file", file), ("format", format), ("dialect", dialect)] {
      writer.key(name)
      writer.value(text)
    }
    for (name, number) in [("nodes", nodes), ("edges", edges)] {
      writer.key(name)
      writer.value(number)
    }
    writer.key("losses")
    writer.beginArray()
    for kind in GraphLoss.allCases {
      guard let tally = losses[kind] else { continue }
      Self.write(kind.rawValue, kind.summary, tally, reader: nil, to: &writer)
    }
    writer.endArray()
    writer.key("readers")
    writer.beginArray()
    for kind in ReaderLoss.allCases {
      guard let tally = readers[kind] else { continue }
      Self.write(kind.rawValue, kind.summary, tally, reader: kind.reader, to: &writer)
    }
    writer.endArray()
    writer.endObject()
  }

  private static func write(
    _ kind: String, _ summary: String, _ tally: LossTally, reader: String?,
    to writer: inout JSONWriter
  ) {
    writer.breakLine()
    writer.beginObject()
    if let reader {
      writer.key("reader")
      writer.value(reader)
    }
    writer.key("kind")
    writer.value(kind)
    writer.key("count")
    writer.value(tally.count)
    writer.key("what")
    writer.value(summary)
    writer.key("examples")
    writer.beginArray()
    for example in tally.examples {
      writer.beginObject()
      for (name, text) in [
        ("of", example.element), ("key", example.key), ("value", example.value),
      ] {
        writer.key(name)
        writer.value(text)
      }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }
}
