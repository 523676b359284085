public import Publishing
internal import RDF

/// What a user says of a run, in one place of several: nil is what is not said there.
public struct Settings: Sendable {
  /// The IRI that articles and entities get theirs below.
  public var base: String?
  /// The user's ontology files.
  public var ontology: [String]?
  /// The user's files of shapes.
  public var shapes: [String]?
  /// The folder of texts.
  public var texts: String?
  /// The formats to write.
  public var formats: [ExportFormat]?
  /// The folder to write to; `-` is standard output.
  public var output: String?
  /// Who writes N-Triples and N-Quads.
  public var serializer: LineSerializer?
  /// The IRI that JSON-LD names its context by.
  public var context: String?
  /// How files are packed.
  public var compress: ExportCompression?
  /// How many megabytes a packed input may unpack to.
  public var unpackLimit: Int?
  /// What graphs show beside what they always do.
  public var draw: [GraphExtra]?
  /// The languages of labels in graphs, the preferred one first.
  public var lang: [String]?
  /// How properties and classes are named in graphs.
  public var names: GraphNaming?
  /// What GraphML is written for.
  public var dialect: GraphDialect?
  /// Whether events that can be are edges in graphs.
  public var collapseEvents: Bool?
  /// Whether types are edges in graphs.
  public var typeEdges: Bool?
  /// The file that tells what graphs do not hold.
  public var report: String?
  /// How much is concluded before data are checked.
  public var entail: Entailment?
  /// What becomes of data that do not say what the ontology lets one expect.
  public var closedWorld: ClosedWorld?
  /// Whether only valid data are written.
  public var validate: Bool?
  /// What becomes of an export when a record has errors.
  public var onError: ErrorPolicy?
  /// How many threads export records.
  public var threads: Int?
  /// What is said of the dataset that exports are.
  public var dataset: DatasetDetails?
  /// The user's tables of what is the same.
  public var sameAs: [String]?
  /// Whether entities with the same link are one node.
  public var mergeLinks: Bool?
  /// The file they were read from.
  public var file: String?

  /// Makes settings that say nothing.
  public init() {}

  /// These settings, and those of another place where these say nothing.
  public func over(_ other: Settings) -> Settings {
    var merged = self
    merged.base = base ?? other.base
    merged.ontology = ontology ?? other.ontology
    merged.shapes = shapes ?? other.shapes
    merged.texts = texts ?? other.texts
    merged.formats = formats ?? other.formats
    merged.output = output ?? other.output
    merged.serializer = serializer ?? other.serializer
    merged.context = context ?? other.context
    merged.compress = compress ?? other.compress
    merged.unpackLimit = unpackLimit ?? other.unpackLimit
    merged.draw = draw ?? other.draw
    merged.lang = lang ?? other.lang
    merged.names = names ?? other.names
    merged.dialect = dialect ?? other.dialect
    merged.collapseEvents = collapseEvents ?? other.collapseEvents
    merged.typeEdges = typeEdges ?? other.typeEdges
    merged.report = report ?? other.report
    merged.entail = entail ?? other.entail
    merged.closedWorld = closedWorld ?? other.closedWorld
    merged.validate = validate ?? other.validate
    merged.onError = onError ?? other.onError
    merged.threads = threads ?? other.threads
    merged.dataset = dataset ?? other.dataset
    merged.sameAs = sameAs ?? other.sameAs
    merged.mergeLinks = mergeLinks ?? other.mergeLinks
    merged.file = file ?? other.file
    return merged
  }

  /// The formats that are written when nothing says which.
  public static let usualFormats: [ExportFormat] = [.nt, .nq, .ttl, .graphml]

  /// The configuration of a run over some inputs.
  public func configuration(_ inputs: [String]) -> Configuration {
    var configuration = Configuration(inputs: inputs)
    configuration.base = base ?? Configuration.placeholderBase
    configuration.ontologyFiles = ontology ?? []
    configuration.shapesFiles = shapes ?? []
    configuration.texts = texts
    configuration.formats = formats ?? Self.usualFormats
    if let output, output != "-" { configuration.target = .folder(output) }
    configuration.lineSerializer = serializer ?? .griot
    configuration.contextIRI = context
    configuration.compression = compress
    configuration.unpackLimit = unpackLimit
    configuration.graph.extras = draw ?? []
    configuration.graph.languages = lang ?? configuration.graph.languages
    configuration.graph.names = names ?? .local
    configuration.graph.dialect = dialect ?? .core
    configuration.graph.events = collapseEvents == true ? .collapsed : .nodes
    configuration.graph.types = typeEdges == true ? .edges : .values
    configuration.graph.report = report
    configuration.entailment = entail ?? .rdfs
    configuration.closedWorld = closedWorld ?? .error
    configuration.gate = validate == false ? .open : .validated
    configuration.onError = onError ?? .stop
    if let threads { configuration.threads = threads }
    configuration.dataset = dataset
    configuration.sameAsFiles = sameAs ?? []
    configuration.linkMerging = mergeLinks == true ? .merged : .apart
    return configuration
  }

  // MARK: Values

  /// Sets one setting by its name.
  ///
  /// - Returns: what is wrong with the values, or nil.
  mutating func set(_ name: SettingName, _ values: [String]) -> String? {
    switch name {
    case .base: base = values.last
    case .context: context = values.last
    case .ontology: ontology = values
    case .shapes: shapes = values
    case .texts: texts = values.last
    case .output: output = values.last
    case .formats: return Self.read(values, into: &formats)
    case .draw: return Self.read(values, into: &draw)
    case .lang:
      var read: [String]?
      if let fault = Self.read(values, into: &read) { return fault }
      lang = read
    case .names:
      var read: [GraphNaming]?
      if let fault = Self.read(values, into: &read) { return fault }
      names = read?.last
    case .dialect:
      var read: [GraphDialect]?
      if let fault = Self.read(values, into: &read) { return fault }
      dialect = read?.last
    case .report: report = values.last
    case .collapseEvents: return Self.read(name, values, into: &collapseEvents)
    case .typeEdges: return Self.read(name, values, into: &typeEdges)
    case .serializer:
      var read: [LineSerializer]?
      if let fault = Self.read(values, into: &read) { return fault }
      serializer = read?.last
    case .compress:
      var read: [ExportCompression]?
      if let fault = Self.read(values, into: &read) { return fault }
      compress = read?.last
    case .entail:
      var read: [Entailment]?
      if let fault = Self.read(values, into: &read) { return fault }
      entail = read?.last
    case .closedWorld:
      var read: [ClosedWorld]?
      if let fault = Self.read(values, into: &read) { return fault }
      closedWorld = read?.last
    case .unpackLimit:
      guard let number = values.last.flatMap({ Int($0) }), number > 0 else {
        return "unpackLimit is \"\(values.last ?? "")\"; expected a number of megabytes"
      }
      unpackLimit = number
    case .threads:
      guard let number = values.last.flatMap({ Int($0) }), Self.threadCounts.contains(number) else {
        return "threads is \"\(values.last ?? "")\"; expected a number from 1 to 256"
      }
      threads = number
    case .onError:
      var read: [ErrorPolicy]?
      if let fault = Self.read(values, into: &read) { return fault }
      onError = read?.last
    case .validate: return Self.read(name, values, into: &validate)
    case .sameAs: sameAs = values
    case .mergeLinks: return Self.read(name, values, into: &mergeLinks)
    }
    return nil
  }

  private static func read(
    _ name: SettingName, _ values: [String], into flag: inout Bool?
  ) -> String? {
    guard let value = values.last, value == "true" || value == "false" else {
      return "\(name.rawValue) is \"\(values.last ?? "")\"; expected true or false"
    }
    flag = value == "true"
    return nil
  }

  /// Reads a dialect of GraphML.
  ///
  /// - Throws: ``RunError`` that names the nearest that there is.
  public static func dialect(_ name: String) throws(RunError) -> GraphDialect {
    var dialects: [GraphDialect]?
    if let fault = read([name], into: &dialects) {
      throw RunError(.wrongUsage, file: nil, fault)
    }
    return dialects?.first ?? .core
  }

  /// Reads language tags with commas between.
  ///
  /// - Throws: ``RunError`` that names what is none.
  public static func languages(_ list: String) throws(RunError) -> [String] {
    var languages: [String]?
    let tags = list.split(separator: ",").map { String($0.filter { $0 != " " }) }
    if let fault = read(tags, into: &languages) { throw RunError(.wrongUsage, file: nil, fault) }
    return languages ?? []
  }

  private static func read(_ tags: [String], into languages: inout [String]?) -> String? {
    var read: [String] = []
    for tag in tags {
      guard let language = LanguageTag(tag) else {
        return "\"\(tag)\" is no language tag; expected some such as fr or en-gb"
      }
      read.append(language.text)
    }
    guard !read.isEmpty else { return "no language is named; expected some such as fr,en" }
    languages = read
    return nil
  }

  /// Reads formats with commas between.
  ///
  /// - Throws: ``RunError`` that names the unknown one, and the nearest that there is.
  public static func formats(_ list: String) throws(RunError) -> [ExportFormat] {
    var formats: [ExportFormat]?
    let names = list.split(separator: ",").map { String($0.filter { $0 != " " }) }
    if let fault = read(names, into: &formats) { throw RunError(.wrongUsage, file: nil, fault) }
    return formats ?? []
  }

  /// How many threads there can be.
  public static let threadCounts = 1...256

  /// Reads words of a fixed list, each once.
  static func read<Word: RawRepresentable<String> & CaseIterable & Equatable>(
    _ values: [String], into words: inout [Word]?
  ) -> String? {
    var read: [Word] = []
    for value in values {
      guard let word = Word(rawValue: value) else {
        let known = Word.allCases.map(\.rawValue)
        return "unknown word \"\(value)\"; expected some of \(known.joined(separator: ", "))"
          + NearestName.hint(value, in: known)
      }
      if !read.contains(word) { read.append(word) }
    }
    guard !read.isEmpty else {
      return
        "nothing is named; expected some of \(Word.allCases.map(\.rawValue).joined(separator: ", "))"
    }
    words = read
    return nil
  }
}

/// The names of settings, as griot.yaml has them.
enum SettingName: String, CaseIterable {
  case base, ontology, shapes, texts, formats, output, serializer, context, compress, unpackLimit,
    draw, lang, names, dialect, collapseEvents, typeEdges, report, entail, closedWorld, validate,
    onError, threads, sameAs, mergeLinks

  /// Whether its value is a number.
  var isNumber: Bool { self == .unpackLimit || self == .threads }

  /// Whether its values are paths, which are relative to the file that names them.
  var isPath: Bool {
    switch self {
    case .ontology, .shapes, .texts, .output, .report, .sameAs: true
    case .base, .formats, .serializer, .context, .compress, .unpackLimit, .draw, .lang, .names,
      .dialect, .collapseEvents, .typeEdges, .entail, .closedWorld, .validate, .onError, .threads,
      .mergeLinks:
      false
    }
  }

  /// Whether it takes one value only.
  var isSingle: Bool {
    switch self {
    case .base, .texts, .output, .serializer, .context, .compress, .unpackLimit, .names, .dialect,
      .collapseEvents, .typeEdges, .report, .entail, .closedWorld, .validate, .onError, .threads,
      .mergeLinks:
      true
    case .ontology, .shapes, .formats, .draw, .lang, .sameAs: false
    }
  }
}
