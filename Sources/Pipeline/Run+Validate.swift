internal import Ontology
internal import RDF
internal import RDFIO
internal import Validation

extension Run {
  /// Holds records, each for itself, and files of RDF, all together, against shapes and the
  /// ontology; nothing is written but what is wrong.
  ///
  /// Of records the ontology and the shapes are griot's where none are named. Files of RDF are held
  /// against what is named alone, and against griot's where nothing is.
  ///
  /// - Throws: ``RunError`` when an input cannot be read.
  public static func validate(_ configuration: Configuration) throws(RunError) -> RunSummary {
    var configuration = configuration
    configuration.gate = .validated
    var summary = RunSummary()
    var records: [String] = []
    var files: [(name: String, syntax: RDFSyntax)] = []
    for name in try InputFiles.expand(configuration.inputs, [.records, .rdf]) {
      let syntax = configuration.inputSyntax ?? InputSyntax(fileName: name)
      if let rdf = syntax?.rdf { files.append((name, rdf)) } else { records.append(name) }
    }
    if !records.isEmpty {
      var stage = try DocumentStage(configuration, &summary)
      for name in records {
        let file = try RecordFile(
          name, syntax: configuration.inputSyntax, limits: configuration.unpackLimits)
        try self.records(of: file, configuration, &summary) { record, summary throws(RunError) in
          _ = stage.load(record, &summary)
        }
      }
    }
    if !files.isEmpty { try validate(files, configuration, &summary) }
    return summary
  }

  private static func validate(
    _ files: [(name: String, syntax: RDFSyntax)], _ configuration: Configuration,
    _ summary: inout RunSummary
  ) throws(RunError) {
    var dataset = Dataset(tracing: .on)
    let validator = try Validator.ofData(configuration, &dataset)
    summary.validation = ValidationSummary(
      shapes: validator.shapeCount, constraints: validator.constraintCount,
      axioms: validator.axiomCount, entailment: configuration.entailment,
      closedWorld: configuration.closedWorld)
    DocumentStage.report(ofOntology: validator, &summary)
    var data = RDFData(dataset, configuration)
    for (name, syntax) in files { summary.report(try data.read(name, syntax)) }
    guard summary.errorCount == validator.ontologyResults.count else { return }
    summary.quads += data.dataset.quads.count
    let report = validator.validate(data.dataset)
    summary.validation?.focusNodes += report.focusCount
    if !report.faults.isEmpty { summary.validation?.isIncomplete = true }
    summary.report(report.faults)
    var wanted: [Int: [SourceOffset]] = [:]
    for result in report.results {
      guard let quad = result.quad, let part = data.part(ofQuad: quad) else { continue }
      wanted[part, default: []].append(result.origin)
    }
    for step in report.results.lazy.flatMap(\.explanation) {
      guard case .data(let quad, let origin) = step.source, let part = data.part(ofQuad: quad)
      else { continue }
      wanted[part, default: []].append(origin)
    }
    var places: [Int: PlaceFinder] = [:]
    for (part, offsets) in wanted.sorted(by: { $0.key < $1.key }) {
      places[part] = try data.places(of: offsets, in: part)
    }
    for result in report.results {
      let part = result.quad.flatMap { data.part(ofQuad: $0) }
      let place = part.flatMap { places[$0]?.found[result.origin] }
      var found = DocumentStage.diagnostic(
        result, file: part.map { data.parts[$0].shownName }, position: place?.position)
      let (shown, parts) = (data.parts, places)
      found.related = DocumentStage.reasons(result) { quad, origin in
        let part = shown.lastIndex { $0.start <= quad }
        return (
          part.map { shown[$0].shownName }, part.flatMap { parts[$0]?.found[origin]?.position }
        )
      }
      switch found.severity {
      case .error: summary.validation?.violations += 1
      case .warning: summary.validation?.warnings += 1
      case .note: break
      }
      summary.report([found])
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
      let files = try DocumentStage.read(configuration.ontologyFiles)
      do throws(OntologyError) {
        ontology = try Ontology(files: files, scope: .ownFiles)
      } catch {
        throw RunError(.wrongUsage, error.diagnostic)
      }
    }
    var shapes = try DocumentStage.read(configuration.shapesFiles)
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
