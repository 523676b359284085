internal import Extraction
internal import Foundation
internal import Ontology
internal import RDF
internal import RDFIO
internal import Validation

extension Run {
  /// Holds records, each for itself, and files of RDF, all together, against shapes and the
  /// ontology, and writes a report.
  ///
  /// Of records the ontology and the shapes are griot's where none are named. Files of RDF are held
  /// against what is named alone, and against griot's where nothing is.
  ///
  /// - Throws: ``RunError`` when an input cannot be read or the report not be written.
  public static func validate(
    _ configuration: Configuration, _ settings: ReportSettings = ReportSettings()
  ) throws(RunError) -> RunSummary {
    var configuration = configuration
    configuration.gate = .validated
    var summary = RunSummary()
    var records: [(name: String, number: Int)] = []
    var files: [(name: String, syntax: RDFSyntax, number: Int)] = []
    let names = try InputFiles.expand(configuration.inputs, [.records, .rdf])
    for (number, name) in names.enumerated() {
      let syntax = configuration.inputSyntax ?? InputSyntax(fileName: name)
      if let rdf = syntax?.rdf {
        files.append((name, rdf, number))
      } else {
        records.append((name, number))
      }
    }
    var collector = ReportCollector(settings, inputs: names)
    collector.scope.entailment = configuration.entailment.rawValue
    collector.scope.closedWorld = configuration.closedWorld.rawValue
    if !records.isEmpty { try validate(records, configuration, &collector, &summary) }
    if !files.isEmpty { try validate(files, configuration, &collector, &summary) }
    let report = collector.report(limit: settings.maxResults)
    summary.report(report.faults + report.shapesWarnings)
    summary.validation?.isIncomplete = !report.faults.isEmpty
    summary.validation?.violations = report.count(.violation)
    summary.validation?.warnings = report.count(.warning)
    summary.validation?.infos = report.count(.info)
    summary.hasFailed = report.hasAny(from: settings.failOn.severity)
    try write(report, settings)
    return summary
  }

  private static func write(_ report: Report, _ settings: ReportSettings) throws(RunError) {
    let bytes: [UInt8]
    do throws(RDFIOError) {
      bytes = try settings.format.form.write(report, style: settings.style)
    } catch {
      throw RunError(.failedInputOutput, error.diagnostic(in: settings.output))
    }
    guard let name = settings.output else {
      try FileOutput.write(bytes, to: STDOUT_FILENO, name: "<stdout>")
      guard close(STDOUT_FILENO) == 0 else {
        throw FileOutput.failure("<stdout>", "cannot be closed")
      }
      return
    }
    let file = try StagedFile(name)
    try file.append(bytes)
    try file.finish()
    try TemporaryNames.shared.uninterrupted { (names) throws(RunError) in
      try file.place(&names)
    }
    try file.syncFolder()
  }

  // MARK: Records

  private static func validate(
    _ files: [(name: String, number: Int)], _ configuration: Configuration,
    _ collector: inout ReportCollector, _ summary: inout RunSummary
  ) throws(RunError) {
    var stage = try DocumentStage(configuration, &summary)
    collector.add(faults: stage.faults)
    if !configuration.shapesFiles.isEmpty { collector.add(shapesWarnings: stage.shapesWarnings) }
    collector.add(ofOntology: stage.ontologyResults, .records)
    var unmatched: Set<TargetPlace>?
    count(summary.validation, &collector.scope)
    for (name, number) in files {
      let file = try RecordFile(name, configuration)
      let texts = (configuration.texts ?? file.folder).map { TextFolder($0) }
      try results(of: file, configuration, &summary) { document, read, summary throws(RunError) in
        // Few records have anything wrong, so that few are read again for its place.
        lazy var tracer = RecordTracer(
          document.bytes, firstLine: document.firstLine, firstColumn: document.firstColumn,
          syntax: file.syntax, texts: texts)
        summary.report(read.diagnostics.filter { $0.severity == .note })
        collector.scope.records += 1
        var found = read.diagnostics
        defer {
          collector.add(found, rule: "record") { ReportPlace($0, number: number, tracer) }
        }
        guard let record = read.record else { return }
        let mapped = stage.map(record)
        found += mapped
        guard !mapped.contains(where: { $0.severity == .error }) else { return }
        summary.quads += stage.dataset.quads.count
        summary.claims += stage.dataset.quads.count { $0.predicate == .rdfPredicate }
        collector.scope.quads += stage.dataset.quads.count
        guard let report = stage.validate(&collector[.records]) else { return }
        summary.validation?.focusNodes += report.focusCount
        collector.scope.focusNodes += report.focusCount
        collector.add(faults: report.faults)
        if let exhaustion = report.exhaustion {
          collector.add(
            faults: [
              exhaustion.diagnostic(
                file: tracer.file(of: exhaustion.origin) ?? file.name,
                position: tracer.position(of: exhaustion.origin))
            ])
        }
        unmatched = unmatched?.intersection(report.unmatchedTargets) ?? Set(report.unmatchedTargets)
        for result in report.results {
          collector.add(
            result, .records,
            at: ReportPlace(
              result.origin, tracer.file(of: result.origin) ?? file.name, number: number, tracer)
          ) { _, origin in
            ReportPlace(
              file: tracer.file(of: origin) ?? file.name, number: number,
              position: tracer.position(of: origin))
          } shape: {
            stage.place(ofShape: $0)
          }
        }
      }
    }
    // griot's own shapes are for all that articles may have.
    guard !configuration.shapesFiles.isEmpty else { return }
    collector.add(shapesWarnings: stage.warnings(ofUnmatched: unmatched ?? []))
  }

  private static func count(_ validation: ValidationSummary?, _ scope: inout ReportScope) {
    scope.shapes += validation?.shapes ?? 0
    scope.constraints += validation?.constraints ?? 0
    scope.axioms += validation?.axioms ?? 0
  }

  // MARK: RDF

  private static func validate(
    _ files: [(name: String, syntax: RDFSyntax, number: Int)], _ configuration: Configuration,
    _ collector: inout ReportCollector, _ summary: inout RunSummary
  ) throws(RunError) {
    var dataset = Dataset(tracing: .on)
    let validator = try Validator.ofData(configuration, &dataset)
    collector.add(faults: validator.faults)
    if !configuration.shapesFiles.isEmpty { collector.add(shapesWarnings: validator.warnings) }
    collector.add(ofOntology: validator.ontologyResults, .rdf)
    let validation = ValidationSummary(
      shapes: validator.shapeCount, constraints: validator.constraintCount,
      axioms: validator.axiomCount, entailment: configuration.entailment,
      closedWorld: configuration.closedWorld)
    count(validation, &collector.scope)
    summary.validation = summary.validation ?? validation
    var data = RDFData(dataset, configuration)
    var hasFaults = false
    for (part, (name, syntax, number)) in files.enumerated() {
      let found = try data.read(name, syntax)
      guard !found.isEmpty else { continue }
      hasFaults = true
      let excerpts = try data.excerpts(at: found.compactMap(\.position), in: part)
      collector.add(found, rule: "syntax") { one in
        var place = ReportPlace(file: one.file, number: number, position: one.position)
        place.excerpt = one.position.flatMap { excerpts[$0] }
        return place
      }
    }
    summary.quads += data.dataset.quads.count
    collector.scope.quads += data.dataset.quads.count
    // What is but a part of the data would be found wrong for what it lacks.
    guard !hasFaults else { return }
    let report = validator.validate(data.dataset, &collector[.rdf])
    summary.validation?.focusNodes += report.focusCount
    collector.scope.focusNodes += report.focusCount
    collector.add(faults: report.faults)
    if let exhaustion = report.exhaustion {
      collector.add(faults: [try diagnostic(exhaustion, data)])
    }
    if !configuration.shapesFiles.isEmpty {
      collector.add(
        shapesWarnings: validator.warnings(
          ofUnmatched: Set(report.unmatchedTargets), data.dataset.terms))
    }
    try add(report.results, of: data, files.map(\.number), validator, &collector)
    try warnOfImports(data, &summary)
  }

  /// What cannot be held, at the triple that was taken last.
  private static func diagnostic(
    _ exhaustion: Exhaustion, _ data: borrowing RDFData
  ) throws(RunError) -> Diagnostic {
    guard let part = exhaustion.quad.flatMap({ data.part(ofQuad: $0) }) else {
      return exhaustion.diagnostic(file: nil, position: nil)
    }
    let place = try data.places(of: [exhaustion.origin], in: part).found[exhaustion.origin]
    return exhaustion.diagnostic(
      file: data.parts[part].shownName, position: place?.position)
  }

  /// Says which parts of the data are but named in them.
  private static func warnOfImports(
    _ data: borrowing RDFData, _ summary: inout RunSummary
  ) throws(RunError) {
    for quad in data.positions(ofPredicate: Namespace.owl + "imports") {
      guard let part = data.part(ofQuad: quad) else { continue }
      let origin = data.dataset.origin(of: quad)
      let place = try data.places(of: [origin], in: part).found[origin]
      let name = data.dataset.terms.spelled(data.dataset.quads[quad].object)
      summary.report([
        Diagnostic(
          .warning, file: data.parts[part].shownName, position: place?.position,
          "owl:imports of \(name) is not followed; expected its file as an input, if it is wanted")
      ])
    }
  }

  /// Adds results, each with the line of the triple that it is about.
  private static func add(
    _ results: [ValidationResult], of data: borrowing RDFData, _ numbers: [Int],
    _ validator: Validator, _ collector: inout ReportCollector
  ) throws(RunError) {
    var wanted: [Int: [SourceOffset]] = [:]
    func want(_ quad: Int?, _ origin: SourceOffset) {
      if let part = quad.flatMap({ data.part(ofQuad: $0) }) {
        wanted[part, default: []].append(origin)
      }
    }
    for result in results {
      want(result.quad, result.origin)
      for step in result.explanation {
        if case .data(let quad, let origin) = step.source { want(quad, origin) }
      }
    }
    var finders: [Int: PlaceFinder] = [:]
    for (part, offsets) in wanted.sorted(by: { $0.key < $1.key }) {
      finders[part] = try data.places(of: offsets, in: part)
    }
    func place(_ quad: Int?, _ origin: SourceOffset) -> ReportPlace {
      let part = quad.flatMap { data.part(ofQuad: $0) }
      let found = part.flatMap { finders[$0]?.found[origin] }
      var place = ReportPlace(
        file: part.map { data.parts[$0].shownName }, number: part.map { numbers[$0] } ?? .max,
        position: found?.position)
      place.excerpt = found?.excerpt
      if let quad, data.dataset.quads[quad].graph != .defaultGraph {
        place.graph = data.dataset.terms.spelled(data.dataset.quads[quad].graph)
      }
      return place
    }
    for result in results {
      collector.add(result, .rdf, at: place(result.quad, result.origin)) {
        place($0, $1)
      } shape: {
        validator.place(ofShape: $0)
      }
    }
  }
}

extension Validator {
  /// What files of RDF are held against: what is named, and griot's own where nothing is.
  ///
  /// - Throws: ``RunError`` when the ontology or the shapes cannot be used.
  static func ofData(
    _ configuration: Configuration, _ dataset: inout Dataset
  ) throws(RunError) -> Validator {
    let isOwn = !configuration.ontologyFiles.isEmpty || !configuration.shapesFiles.isEmpty
    var ontology: Ontology?
    if !isOwn || !configuration.ontologyFiles.isEmpty {
      let files = try ModelFiles.read(configuration.ontologyFiles)
      do throws(OntologyError) {
        ontology = try Ontology(files: files, scope: .ownFiles)
      } catch {
        throw RunError(.wrongUsage, error.diagnostic)
      }
    }
    var shapes = try ModelFiles.read(configuration.shapesFiles)
    if !isOwn { shapes = [Ontology.File(name: "shapes.ttl", bytes: ShippedFiles.shapes)] }
    do throws(RDFIOError) {
      return try Validator(
        ontology: ontology, shapes: shapes, entailment: configuration.entailment.level,
        closedWorld: configuration.closedWorld.policy, terms: &dataset.terms)
    } catch {
      throw RunError(.wrongUsage, error.diagnostic)
    }
  }
}
