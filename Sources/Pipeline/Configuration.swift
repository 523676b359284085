internal import Compression
internal import Foundation
public import Publishing
internal import Validation

/// A format that an export writes.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// N-Triples.
  case nt
  /// N-Quads.
  case nq
  /// Turtle.
  case ttl
  /// TriG.
  case trig
  /// RDF/XML.
  case rdf
  /// JSON-LD.
  case jsonld
  /// RDF/JSON.
  case rj
  /// GraphML.
  case graphml
  /// GEXF.
  case gexf
  /// A drawing in DOT.
  case dot
  /// A drawing in SVG.
  case svg
  /// A drawing in PNG.
  case png
  /// The files of Neo4j's bulk import.
  case neo4j = "neo4j-csv"
  /// Cypher.
  case cypher
  /// Tables of events and of claims.
  case csv
  /// A map of events.
  case geojson

  /// Whether a record's part of it is written when the record was mapped; else the whole is one
  /// document, which is written when the input's file has ended.
  var goesOutByRecord: Bool {
    switch self {
    case .nt, .nq, .ttl, .trig: true
    case .rdf, .jsonld, .rj, .graphml, .gexf, .dot, .svg, .png, .neo4j, .cypher, .csv, .geojson:
      false
    }
  }

  /// What it is and what it holds, in a line.
  public var summary: String {
    switch self {
    case .nt: "N-Triples: the article's own graph; background, links and provenance beside it"
    case .nq: "N-Quads: all graphs of all articles in one file"
    case .trig: "TriG: all graphs of all articles in one file, for people"
    case .graphml: "GraphML: entities and events as nodes, statements as edges with their status"
    case .gexf:
      "GEXF 1.3: as GraphML, with time as days, lists and colours; values have no language or datatype"
    case .dot: "DOT: a drawing; long texts are cut, and of values only dates and bounds are shown"
    case .svg: "SVG: the same drawing, by graphviz; up to \(GraphFiles.drawingLimit) nodes"
    case .png: "PNG: the same drawing, by graphviz; up to \(GraphFiles.drawingLimit) nodes"
    case .neo4j:
      "Neo4j bulk import: nodes and relationships with typed columns, in two files for neo4j-admin"
    case .cypher:
      "Cypher: as neo4j-csv, as a script that can be run again; up to \(GraphFiles.scriptLimit) "
        + "nodes and edges"
    case .csv:
      "Tables: events and claims, a row each, in two files, safe to open in a spreadsheet"
    case .geojson:
      "GeoJSON: the events whose place has coordinates, as points with the columns of the table"
    case .jsonld:
      "JSON-LD: all graphs with the context's words, one document a file, held in memory"
    case .rj: "RDF/JSON: as Turtle, one document a file, held in memory"
    case .rdf: "RDF/XML: as Turtle, for tools that read nothing else"
    case .ttl: "Turtle: the article's own graph; background, links and provenance beside it"
    }
  }

  /// The media type it is served under.
  public var mediaType: String {
    switch self {
    case .nt: "application/n-triples"
    case .nq: "application/n-quads"
    case .graphml: "application/graphml+xml"
    case .gexf: "application/gexf+xml"
    case .dot: "text/vnd.graphviz"
    case .svg: "image/svg+xml"
    case .png: "image/png"
    case .neo4j, .csv: "text/csv"
    case .cypher: "application/x-cypher-query"
    case .geojson: "application/geo+json"
    case .ttl: "text/turtle"
    case .trig: "application/trig"
    case .rdf: "application/rdf+xml"
    case .jsonld: "application/ld+json"
    case .rj: "application/rdf+json"
    }
  }
}

extension ExportFormat {
  /// Whether it is written from a graph of nodes and edges.
  var isGraph: Bool {
    switch self {
    case .graphml, .gexf, .dot, .svg, .png, .neo4j, .cypher: true
    case .nt, .nq, .ttl, .trig, .rdf, .jsonld, .rj, .csv, .geojson: false
    }
  }

  /// Whether it is written from a graph that is held in memory.
  var isHeldGraph: Bool { isGraph && self != .graphml }

  /// Whether graphviz draws it.
  var isDrawn: Bool { self == .svg || self == .png }

  /// Whether it is written from tables.
  var isTable: Bool { self == .csv || self == .geojson }

  /// The name of a format that is XML, for messages.
  var nameOfXML: String? {
    switch self {
    case .rdf: "RDF/XML"
    case .graphml: "GraphML"
    case .gexf: "GEXF"
    default: nil
    }
  }

  /// Whether it is several files whatever is in them.
  public var isSeveralFiles: Bool { self == .csv || self == .neo4j }
}

/// Whether GEXF has colours, which its schema has no place for.
public enum GraphColours: Sendable {
  /// Nodes and edges have colours.
  case written
  /// There are none, so that the file is valid.
  case leftOut
}

/// Where an export goes.
public enum ExportTarget: Hashable, Sendable {
  /// Files in a folder, which is made when it is not there.
  case folder(String)
  /// Standard output, in one format.
  case standardOutput
}

/// Who writes N-Triples and N-Quads.
public enum LineSerializer: String, CaseIterable, Sendable {
  /// griot's own writer, in canonical form.
  case griot
  /// libraptor: the same quads, some ten times slower, with accents as `\u` escapes.
  case raptor
}

/// What becomes of an export when a record has errors.
public enum ErrorPolicy: String, CaseIterable, Sendable {
  /// All records are read, their errors are told, and nothing is written.
  case stop
  /// The record is left out and kept in `rejected.jsonl`; all others are written.
  case skip
}

/// How an export's files are packed.
public enum ExportCompression: String, CaseIterable, Sendable {
  /// gzip.
  case gz
  /// Zstandard.
  case zst

  var format: CompressionFormat {
    switch self {
    case .gz: .gzip
    case .zst: .zstd
    }
  }
}

/// Whether an export holds its data against the shapes and the ontology before it writes.
public enum ExportGate: Sendable {
  /// Invalid data are not written.
  case validated
  /// All data are written.
  case open
}

/// How much is concluded from data and ontology before they are checked.
///
/// - SeeAlso: OWL 2 Profiles, section 4.3; RDF 1.1 Semantics, section 9.
public enum Entailment: String, CaseIterable, Sendable {
  /// Nothing.
  case none
  /// Subclasses, subproperties and equivalences, and the types that domains and ranges give.
  case rdfs
  /// All rules of OWL 2 RL.
  case owlRL = "owl-rl"

  var level: EntailmentLevel {
    switch self {
    case .none: .none
    case .rdfs: .rdfs
    case .owlRL: .owlRL
    }
  }
}

/// What becomes of data that do not say what the ontology lets one expect.
public enum ClosedWorld: String, CaseIterable, Sendable {
  /// They are not looked for.
  case off
  /// They are warnings.
  case warn
  /// They are errors.
  case error

  var policy: ClosedWorldPolicy {
    switch self {
    case .off: .off
    case .warn: .warn
    case .error: .error
    }
  }
}

/// What becomes of entities that records link to the same IRI of an authority.
public enum LinkMerging: Sendable {
  /// Each is a node of its own, with owl:sameAs to that IRI.
  case apart
  /// They are one node.
  case merged
}

/// What a run is told.
public struct Configuration: Sendable {
  /// Files, folders, glob patterns, or `-` for standard input.
  public var inputs: [String]
  /// Where the result goes.
  public var target: ExportTarget
  /// The formats to write.
  public var formats: [ExportFormat]
  /// The IRI that articles and entities get theirs below.
  public var base: String
  /// The user's ontology files; none for the shipped one.
  public var ontologyFiles: [String]
  /// The user's files of shapes; none for the shipped ones.
  public var shapesFiles: [String]
  /// Whether only valid data are written.
  public var gate: ExportGate
  /// How much is concluded before data are checked.
  public var entailment = Entailment.rdfs
  /// What becomes of data that do not say what the ontology lets one expect.
  public var closedWorld = ClosedWorld.error
  /// What is called after each article with how many there were so far.
  public var onArticle: (@Sendable (Int) -> Void)?
  /// What is called with how far an export is, whenever it has got further.
  public var onProgress: (@Sendable (ExportProgress) -> Void)?
  /// Who writes N-Triples and N-Quads.
  public var lineSerializer = LineSerializer.griot
  /// The IRI that JSON-LD names its context by; nil for the context itself in the document.
  public var contextIRI: String?
  /// How graphs are drawn.
  public var graph = GraphSettings()
  /// Whether GEXF has colours.
  public var graphColours = GraphColours.written
  /// How files are packed, which their names then end in; nil for not at all.
  public var compression: ExportCompression?
  /// How many megabytes a packed input may unpack to, however small it is; nil for 16 GB, and for
  /// 200 times as much as it is beyond 16 MB.
  public var unpackLimit: Int?
  /// The folder of texts; nil for the record's own.
  public var texts: String?
  /// The user's tables of what is the same; what they give an entity is its node's IRI.
  public var sameAsFiles: [String] = []
  /// What becomes of entities with the same link.
  public var linkMerging = LinkMerging.apart
  /// The file that tells which entities may be the same; nil for none.
  public var duplicates: String?
  /// The manifest of the export that this one goes on from; nil for none.
  public var since: String?
  /// What becomes of the run when a record has errors.
  public var onError = ErrorPolicy.stop
  /// How many shards there can be.
  public static let shardCounts = 1...100_000
  /// How many shards the output has; nil for files that are named as the input's are.
  public var shards: Int?
  /// The store that shards are laid out for; nil for none.
  public private(set) var layout: BulkLayout?
  /// Whether shards that an interrupted run has done are kept.
  public var resumes = false
  /// How many threads export records to the formats that go out record by record.
  public var threads = ProcessInfo.processInfo.activeProcessorCount
  /// What all inputs are written in; nil for what their names and beginnings say.
  public var inputSyntax: InputSyntax?
  /// What is said of inputs in extractors' formats.
  public var extractors = ExtractorSettings()

  /// The base that stands in where the user names none.
  public static let placeholderBase = "https://example.org/"

  /// Makes a configuration.
  public init(
    inputs: [String], target: ExportTarget = .standardOutput,
    formats: [ExportFormat] = Settings.usualFormats, base: String = Configuration.placeholderBase,
    ontologyFiles: [String] = [], shapesFiles: [String] = [], gate: ExportGate = .validated,
    texts: String? = nil
  ) {
    self.inputs = inputs
    self.target = target
    self.formats = formats
    self.base = base
    self.ontologyFiles = ontologyFiles
    self.shapesFiles = shapesFiles
    self.gate = gate
    self.texts = texts
  }

  /// Whether a description of what is written is written beside it.
  public enum Description: Sendable {
    /// There is none.
    case none
    /// It is in ``Run/descriptionName``.
    case written
  }

  /// Whether a description is written beside an export.
  public var description = Description.none
  /// What is said of the dataset that exports are; nil for nothing.
  public var dataset: DatasetDetails?
  /// When the export is, as xsd:dateTime; nil where nobody asked.
  public var moment: String?

  /// Lays the output out for a store's bulk loader: N-Quads, packed by gzip, in shards.
  public mutating func lay(out layout: BulkLayout) {
    self.layout = layout
    formats = [.nq]
    compression = .gz
    shards = shards ?? BulkLayout.usualPartCount
  }

  /// Whether anything is written by a run that has come to an outcome.
  func keeps(_ outcome: Outcome) -> Bool {
    outcome == .done || onError == .skip && outcome == .invalidData
  }

  /// Refuses inputs in RDF, where records are read.
  ///
  /// - Throws: ``RunError`` that says what reads RDF.
  func checkInputSyntax() throws(RunError) {
    guard let inputSyntax, inputSyntax.rdf != nil else { return }
    throw RunError(
      .wrongUsage, file: nil,
      "--from \(inputSyntax.rawValue) is RDF, which griot convert and validate read; expected a "
        + "syntax of records")
  }

  var unpackLimits: DecompressionLimits {
    guard let unpackLimit else { return DecompressionLimits() }
    let size = unpackLimit.multipliedReportingOverflow(by: 1 << 20)
    return DecompressionLimits(ratio: nil, size: size.overflow ? .max : size.partialValue)
  }
}
