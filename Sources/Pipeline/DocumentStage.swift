internal import Extraction
internal import Mapping
internal import Ontology
internal import RDF
internal import RDFIO
internal import Validation

/// Maps and validates one record after the other over one table of terms.
struct DocumentStage: ~Copyable {
  let ontology: Ontology
  /// The quads of the record that was loaded last.
  private(set) var dataset: Dataset
  let mapper: Mapper
  /// What finds what articles say of things that others may name; nil where nothing is validated.
  let collector: FactCollector?
  private let validator: Validator?
  /// How many terms all records share.
  private let sharedTerms: Int

  /// Reads the ontology and the shapes.
  ///
  /// - Throws: ``RunError`` when one of them or the base cannot be used.
  init(_ configuration: Configuration, _ summary: inout RunSummary) throws(RunError) {
    self = try Self(configuration, ModelFiles(configuration), &summary)
  }

  /// Understands the ontology and the shapes.
  ///
  /// - Throws: ``RunError`` when one of them or the base cannot be used.
  init(
    _ configuration: Configuration, _ files: ModelFiles, _ summary: inout RunSummary
  ) throws(RunError) {
    let ontologyFiles = files.ontology
    let ontology: Ontology
    do throws(OntologyError) {
      ontology = try Ontology(files: ontologyFiles)
    } catch {
      throw RunError(.wrongUsage, error.diagnostic)
    }
    guard configuration.base.hasSuffix("/") || configuration.base.hasSuffix("#") else {
      throw RunError(
        .wrongUsage, file: nil, "the base \"\(configuration.base)\" must end in \"/\" or \"#\"")
    }
    let hashed = ontologyFiles.isEmpty ? ShippedFiles.ontology : ontologyFiles.flatMap(\.bytes)
    var dataset = Dataset(tracing: .on)
    let mapper: Mapper
    do throws(TermError) {
      mapper = try Mapper(
        ontology: ontology, base: configuration.base,
        provenance: Mapper.Provenance(
          version: Run.version, ontologySHA256: Hash.sha256(hashed)),
        identity: files.identity, terms: &dataset.terms)
    } catch {
      throw RunError(.wrongUsage, file: nil, "the base cannot be used: \(error)")
    }
    let validator: Validator?
    switch configuration.gate {
    case .open: validator = nil
    case .validated:
      validator = try Self.validator(configuration, files.shapes, ontology, &dataset)
    }
    if let validator {
      summary.validation = ValidationSummary(
        shapes: validator.shapeCount, constraints: validator.constraintCount,
        axioms: validator.axiomCount, entailment: configuration.entailment,
        closedWorld: configuration.closedWorld)
    }
    self.ontology = ontology
    self.mapper = mapper
    self.validator = validator
    collector = validator.map { FactCollector(ontology, $0, dataset.terms) }
    sharedTerms = dataset.terms.count
    self.dataset = dataset
  }

  private static func validator(
    _ configuration: Configuration, _ shapes: [Ontology.File], _ ontology: Ontology,
    _ dataset: inout Dataset
  ) throws(RunError) -> Validator {
    let files =
      shapes.isEmpty
      ? [Ontology.File(name: "shapes.ttl", bytes: ShippedFiles.shapes)] : shapes
    do throws(RDFIOError) {
      return try Validator(
        ontology: ontology, shapes: files, entailment: configuration.entailment.level,
        closedWorld: configuration.closedWorld.policy, terms: &dataset.terms)
    } catch {
      throw RunError(.wrongUsage, error.diagnostic)
    }
  }

  /// Says what the shapes ask for that cannot be evaluated, and what the ontology contradicts in
  /// itself.
  func reportFaults(_ summary: inout RunSummary) {
    Self.report(faults, &summary)
    for result in ontologyResults {
      let reasons = Self.reasons(result) { _, _ in (nil, nil) }
      let place = reasons.last
      var found = Self.diagnostic(result, file: place?.file, position: place?.position)
      found.related = reasons
      summary.validation?.violations += 1
      summary.report([found])
    }
  }

  private static func report(_ faults: [Diagnostic], _ summary: inout RunSummary) {
    guard !faults.isEmpty else { return }
    summary.validation?.isIncomplete = true
    summary.report(faults)
  }

  /// What the shapes ask for that cannot be evaluated, whatever the data.
  var faults: [Diagnostic] { validator?.faults ?? [] }

  /// What is likely not meant in the shapes, whatever the data.
  var shapesWarnings: [Diagnostic] { validator?.warnings ?? [] }

  /// What the ontology contradicts in itself.
  var ontologyResults: [ValidationResult] { validator?.ontologyResults ?? [] }

  /// Says which targets of shapes matched nothing.
  func warnings(ofUnmatched targets: Set<TargetPlace>) -> [Diagnostic] {
    validator?.warnings(ofUnmatched: targets, dataset.terms) ?? []
  }

  /// Maps a record in place of the last one.
  ///
  /// - Returns: what is wrong with it in the ontology's eyes; with an error among it the dataset
  ///   holds but part of the record.
  mutating func map(_ record: ExtractionRecord) -> [Diagnostic] {
    dataset.removeQuads(andTermsFrom: sharedTerms)
    // Relations are mapped after events, wherever they stand.
    var found = mapper.map(record, into: &dataset)
    found.sortByPlace()
    return found
  }

  /// Validates the record that was mapped last; nil where nothing is to be validated.
  func validate(_ budget: inout ResultBudget) -> ValidationReport? {
    validator?.validate(dataset, &budget)
  }

  /// Where a shape stands in the files of shapes.
  func place(ofShape shape: TermID) -> (file: String?, position: SourcePosition?) {
    validator?.place(ofShape: shape) ?? (nil, nil)
  }

  /// What the record that was loaded last says of things that others may name.
  func facts(of record: ExtractionRecord) -> SharedFacts? {
    collector?.facts(
      of: dataset, article: mapper.articleIRI(of: record), origin: record.source.id.offset)
  }

  /// Maps a record in place of the last one and validates it, and says whether all is well.
  mutating func load(_ record: ExtractionRecord, _ summary: inout RunSummary) -> Bool {
    let found = map(record)
    summary.report(found)
    guard !found.contains(where: { $0.severity == .error }) else { return false }
    summary.quads += dataset.quads.count
    summary.claims += dataset.quads.count { $0.predicate == .rdfPredicate }
    var budget = ResultBudget()
    guard let report = validate(&budget) else { return true }
    summary.validation?.focusNodes += report.focusCount
    Self.report(report.faults.filter { !faults.contains($0) }, &summary)
    if let exhaustion = report.exhaustion {
      Self.report(
        [
          exhaustion.diagnostic(
            file: record.file(of: exhaustion.origin),
            position: record.position(of: exhaustion.origin))
        ], &summary)
    }
    for result in report.results {
      var found = Self.diagnostic(
        result, file: record.file(of: result.origin), position: record.position(of: result.origin))
      found.related = Self.reasons(result) { _, origin in
        (record.file(of: origin), record.position(of: origin))
      }
      switch found.severity {
      case .error: summary.validation?.violations += 1
      case .warning: summary.validation?.warnings += 1
      case .note: break
      }
      summary.report([found])
    }
    return !report.results.contains { $0.severity == .violation }
  }

  /// What an inconsistency rests on, as notes: each triple that stands somewhere.
  ///
  /// - Parameters:
  ///   - result: the inconsistency.
  ///   - place: the place of a quad of the data.
  /// - Returns: the notes; none of what is no inconsistency.
  private static func reasons(
    _ result: ValidationResult,
    place: (_ quad: Int, _ origin: SourceOffset) -> (file: String?, position: SourcePosition?)
  ) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    for step in result.explanation {
      let note: Diagnostic
      switch step.source {
      case .data(let quad, let origin):
        let (file, position) = place(quad, origin)
        note = Diagnostic(.note, file: file, position: position, "because \(step.text)")
      case .ontology(let file, let position):
        note = Diagnostic(.note, file: file, position: position, "because \(step.text)")
      case .concluded: continue
      }
      // The parts of one class expression say the same.
      if !notes.contains(where: { $0.message == note.message && $0.file == note.file }) {
        notes.append(note)
      }
    }
    return notes
  }

  /// A result as a message at its place.
  private static func diagnostic(
    _ result: ValidationResult, file: String?, position: SourcePosition?
  ) -> Diagnostic {
    let severity: Diagnostic.Severity =
      switch result.severity {
      case .violation: .error
      case .warning: .warning
      case .info: .note
      }
    let name = result.component.split(separator: "#").last.map(String.init) ?? ""
    let ending = "ConstraintComponent"
    let component = name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : name
    var found = Diagnostic(
      severity, file: file, position: position,
      "\(result.message) [\(result.sourceName): \(component)]")
    let details = [
      ("focusNode", result.focusNode), ("path", result.path), ("value", result.value),
      ("component", result.component), ("source", result.source),
    ]
    found.details = details.compactMap { name, value in
      value.map { Diagnostic.Detail(name, $0) }
    }
    return found
  }
}
