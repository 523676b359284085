internal import Extraction
internal import Foundation
internal import HTTP
internal import JSON
internal import Linking
internal import Ontology
internal import RDF
internal import RDFIO

extension Run {
  /// Looks up the entities of records, or of RDF, in authorities, and writes links with what stands
  /// behind them.
  ///
  /// Records are linked one by one. Files of RDF are held in memory, each for itself.
  ///
  /// - Throws: ``RunError`` when an input or an authority cannot be read, or the output not be
  ///   written.
  public static func link(
    _ configuration: Configuration, _ settings: LinkSettings
  ) throws(RunError) -> LinkSummary {
    var configuration = configuration
    configuration.gate = .open
    var settings = settings
    var run = RunSummary()
    var stage = try DocumentStage(configuration, &run)
    var (ledger, isLedgerChanged) = try readLedger(&settings)
    let identifiers = try settings.identifiers.map { (name) throws(RunError) in
      let bytes = try InputFiles.bytes(name)
      return try linking { () throws(LinkingError) in try IdentifierTable(bytes, file: name) }
    }
    guard
      !settings.authorities.isEmpty || !settings.services.isEmpty || identifiers != nil
        || !ledger.decisions.isEmpty
    else {
      throw RunError(
        .wrongUsage, file: nil,
        "nothing says what to link to; expected --authority, --service, --identifiers or "
          + "--decisions")
    }
    let typesFile = settings.types ?? "authorities.tsv"
    let typesBytes = try settings.types.map { (name) throws(RunError) in
      try InputFiles.bytes(name)
    }
    let ontology = stage.ontology
    let types = try linking { () throws(LinkingError) in
      try TypeTable(typesBytes ?? ShippedFiles.authorities, file: typesFile, ontology: ontology)
    }
    let reader = SubjectReader(types)
    var authorities: [any Authority] = []
    for name in settings.authorities {
      authorities.append(try linking { () throws(LinkingError) in try LocalAuthority(name) })
    }
    authorities += try services(settings)
    var policy = Linker.Policy()
    if let threshold = settings.threshold { policy.threshold = threshold }
    var linker = Linker(authorities, types: types, policy: policy, decisions: ledger)
    var summary = LinkSummary()
    var output = LinkOutput(configuration, settings)
    func link(_ subjects: [LinkSubject]) throws(RunError) {
      summary.articles += 1
      configuration.onArticle?(summary.articles)
      if let identifiers {
        // What a person decided on the same two stays.
        for subject in subjects {
          let made = Set(ledger.decisions(on: subject.iri).map(\.target))
          for decision in identifiers.decisions(on: subject)
          where !made.contains(decision.target) {
            linker.decisions.add(decision)
          }
        }
      }
      let found = try linking { () throws(LinkingError) in try linker.findings(for: subjects) }
      for finding in found.findings { summary.count(finding) }
      summary.diagnostics += found.messages
      try output.add(found.findings)
    }
    for name in try InputFiles.expand(configuration.inputs, [.records, .rdf]) {
      if let syntax = (configuration.inputSyntax ?? InputSyntax(fileName: name))?.rdf {
        var dataset = Dataset(tracing: .off)
        do throws(RDFIOError) {
          try RDFReader.read(
            try bytes(name, configuration), file: name, syntax: syntax, into: &dataset)
        } catch {
          throw RunError(.invalidData, error.diagnostic(in: name))
        }
        try link(reader.subjects(of: dataset))
        continue
      }
      let file = try RecordFile(name, configuration)
      try results(of: file, configuration, &run) { _, result, _ throws(RunError) in
        summary.diagnostics += result.diagnostics.filter { $0.severity != .note }
        guard let record = result.record else { return }
        let mapped = stage.map(record)
        summary.diagnostics += mapped
        guard !mapped.contains(where: { $0.severity == .error }) else { return }
        try link(reader.subjects(of: stage.dataset))
      }
    }
    guard summary.outcome == .done else { return summary }
    isLedgerChanged = isLedgerChanged && settings.ledger != nil
    summary.files = try output.finish(isLedgerChanged ? ledger.yaml() : nil)
    return summary
  }

  /// The services that are named, each asked for its manifest.
  private static func services(
    _ settings: LinkSettings
  ) throws(RunError) -> [ReconciliationService] {
    guard !settings.services.isEmpty else { return [] }
    var properties = ServiceProperties()
    for given in settings.exchange.properties {
      let parts = given.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let meaning = ServiceProperties.Meaning(rawValue: parts[0]) else {
        let known = ServiceProperties.Meaning.allCases.map(\.rawValue)
        throw RunError(
          .wrongUsage, file: nil,
          "--extend is \"\(given)\"; expected one of \(known.joined(separator: ", ")), \"=\" and a "
            + "property of the service, such as type=P31")
      }
      properties.add(parts[1], meaning)
    }
    var exchange = ServiceExchange.Settings()
    exchange.http.reach = settings.exchange.reach == .allHosts ? .allHosts : .publicHosts
    exchange.http.certificateFile = settings.exchange.certificateFile
    exchange.http.totalTime = settings.exchange.timeout
    exchange.http.connectTime = min(exchange.http.connectTime, settings.exchange.timeout)
    exchange.cache = settings.exchange.cache
    exchange.refreshes = settings.exchange.refreshes
    exchange.rate = settings.exchange.rate
    let asked = exchange
    let wanted = properties
    return try linking { () throws(LinkingError) in
      let shared = try ServiceExchange(asked)
      var services: [ReconciliationService] = []
      for address in settings.services {
        services.append(try ReconciliationService(address, over: shared, properties: wanted))
      }
      return services
    }
  }

  /// The decisions that are kept, and those of a filled table; and whether there are new ones.
  private static func readLedger(
    _ settings: inout LinkSettings
  ) throws(RunError) -> (DecisionLedger, isChanged: Bool) {
    var ledger = DecisionLedger()
    let name = settings.ledger ?? LinkSettings.usualLedger
    let isThere = FileManager.default.fileExists(atPath: name)
    if settings.ledger != nil, !isThere, settings.decisions == nil {
      throw RunError(.failedInputOutput, file: name, "there is no such file or folder")
    }
    if isThere {
      let bytes = try InputFiles.bytes(name)
      let document: JSONDocument?
      do throws(JSONError) {
        document = try YAMLSettings.read(bytes)
      } catch {
        let place = LineMap(bytes).position(of: error.offset)
        throw RunError(
          .invalidData,
          Diagnostic(
            .error, file: name,
            position: SourcePosition(line: place.line, column: place.column), error.message))
      }
      if let document {
        ledger = try linking { () throws(LinkingError) in
          try DecisionLedger(document, bytes, file: name)
        }
      }
    }
    guard let filled = settings.decisions else { return (ledger, false) }
    let bytes = try InputFiles.bytes(filled)
    let (author, timestamp) = (settings.author, settings.timestamp)
    let decisions = try linking { () throws(LinkingError) in
      try ReviewTable.decisions(bytes, file: filled, author: author, date: timestamp)
    }
    for decision in decisions { ledger.add(decision) }
    settings.ledger = name
    return (ledger, true)
  }

  /// All bytes of a file, unpacked within the run's limits.
  private static func bytes(
    _ name: String, _ configuration: Configuration
  ) throws(RDFIOError) -> [UInt8] {
    do throws(RunError) {
      return try FileInput(name, limits: configuration.unpackLimits).rest()
    } catch {
      throw .syntax(
        file: name, position: error.diagnostic.position, message: error.diagnostic.message)
    }
  }

  static func linking<Result>(
    _ body: () throws(LinkingError) -> Result
  ) throws(RunError) -> Result {
    do throws(LinkingError) {
      return try body()
    } catch {
      throw RunError(error)
    }
  }
}
