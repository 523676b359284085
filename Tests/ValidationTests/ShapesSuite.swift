import Foundation
import Ontology
import RDF
import RDFIO
import Testing

@testable import Validation

/// The W3C suite of SHACL Core, where it is at hand.
@Suite struct ShapesSuite {
  @Test(
    .enabled(
      if: SuiteEntry.isAtHand,
      "the W3C suite of SHACL is not at hand: set GRIOT_SHARED to run it"),
    arguments: SuiteEntry.all("core/"))
  func agrees(_ entry: SuiteEntry) throws {
    let manifest = try entry.read(entry.path)
    let expected = try ExpectedReport(manifest)
    let graph = try entry.read(expected.shapesGraph)
    var data = Dataset()
    let empty = Dataset()
    let validator = try Validator(ontology: empty, shapes: graph, terms: &data.terms)
    try entry.read(expected.dataGraph, into: &data)
    let report = validator.validate(data)
    #expect(report.faults == [])
    let found = report.results.filter { $0.component.hasPrefix(SH.namespace) }.map { result in
      ExpectedReport.Result(
        focus: result.focusNode, path: result.path, value: result.value,
        severity: SH.namespace + result.severity.rawValue, component: result.component,
        shape: result.source)
    }
    #expect(found.isEmpty == expected.conforms)
    let missing = ExpectedReport.difference(expected.results, found)
    let extra = ExpectedReport.difference(found, expected.results)
    #expect(missing == [], "expected and not found")
    #expect(extra == [], "found and not expected")
  }

  /// What is not evaluated is named, each shape of it, and nothing then conforms.
  @Test(
    .enabled(
      if: SuiteEntry.isAtHand,
      "the W3C suite of SHACL is not at hand: set GRIOT_SHARED to run it"),
    arguments: SuiteEntry.all("sparql/"))
  func refuses(_ entry: SuiteEntry) throws {
    let expected = try ExpectedReport(try entry.read(entry.path))
    let graph = try entry.read(expected.shapesGraph)
    var data = Dataset()
    let empty = Dataset()
    let validator = try Validator(ontology: empty, shapes: graph, terms: &data.terms)
    try entry.read(expected.dataGraph, into: &data)
    let report = validator.validate(data)
    #expect(!report.conforms)
    for shape in expected.shapes {
      #expect(report.faults.contains { $0.message.contains(shape) }, "\(shape): \(report.faults)")
    }
    #expect(!report.faults.isEmpty)
  }

  /// The folder holds 73 and 13 tests; fewer would be a suite that does not run.
  @Test(.enabled(if: SuiteEntry.isAtHand, "the W3C suite of SHACL is not at hand"))
  func isWhole() {
    #expect(SuiteEntry.all("core/").count == 73)
    #expect(SuiteEntry.all("sparql/").count == 13)
  }
}

/// One row of the suite's manifest.
struct SuiteEntry: Sendable, CustomStringConvertible {
  let file: String

  var description: String { file }
  var path: String { Self.folder + "/" + file }

  /// Reads a file of the suite; its base is its own place.
  func read(_ path: String) throws -> Dataset {
    var dataset = Dataset()
    try read(path, into: &dataset)
    return dataset
  }

  func read(_ path: String, into dataset: inout Dataset) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    try RDFReader.read(
      bytes, file: path, syntax: .turtle, base: "file://" + path, into: &dataset)
  }

  static let folder =
    (ProcessInfo.processInfo.environment["GRIOT_SHARED"]
      ?? FileManager.default.currentDirectoryPath + "/../shared") + "/conformance/shacl"

  static var isAtHand: Bool {
    FileManager.default.fileExists(atPath: folder + "/manifest.tsv")
  }

  static func all(_ part: String) -> [SuiteEntry] {
    guard let text = try? String(contentsOfFile: folder + "/manifest.tsv", encoding: .utf8) else {
      return []
    }
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count >= 2, fields[0].hasPrefix(part) else { return nil }
      return SuiteEntry(file: fields[1])
    }
  }
}

/// The report that a test file says is right.
struct ExpectedReport {
  struct Result: Hashable {
    let focus: String
    let path: String?
    let value: String?
    let severity: String
    let component: String
    let shape: String
  }

  let dataGraph: String
  let shapesGraph: String
  let conforms: Bool
  let results: [Result]
  /// The source shapes of the results, or none where the validation is to fail.
  var shapes: Set<String> { Set(results.map(\.shape).filter { $0.hasPrefix("<") }) }

  struct Malformed: Error {}

  init(_ data: borrowing Dataset) throws {
    var ids: [String: TermID] = [:]
    for index in 1..<data.terms.count {
      let term = TermID(rawValue: UInt32(index))
      if data.terms.kind(of: term) == .iri { ids[data.terms.string(of: term)] = term }
    }
    let graph = QuadIndex(data)
    func objects(_ node: TermID, _ name: String, _ namespace: String = SH.namespace) -> [TermID] {
      guard let predicate = ids[namespace + name] else { return [] }
      return graph.entries(subject: node, predicate: predicate).map(\.quad.object)
    }
    let suite = "http://www.w3.org/ns/shacl-test#"
    guard let validate = ids[suite + "Validate"],
      let test = graph.entries(predicate: .rdfType, object: validate).first?.quad.subject,
      let action = objects(test, "action", Self.manifest).first,
      let report = objects(test, "result", Self.manifest).first,
      let dataGraph = objects(action, "dataGraph", suite).first,
      let shapesGraph = objects(action, "shapesGraph", suite).first
    else { throw Malformed() }
    self.dataGraph = String(data.terms.string(of: dataGraph).dropFirst("file://".count))
    self.shapesGraph = String(data.terms.string(of: shapesGraph).dropFirst("file://".count))
    // A validation that is to fail has no report.
    let flag = objects(report, "conforms").first
    conforms = flag.map { data.terms.string(of: $0) == "true" } ?? false
    guard flag != nil || data.terms.localName(of: report) == "Failure" else { throw Malformed() }
    var copy = TermTable()
    for index in 1..<data.terms.count {
      _ = try copy.intern(TermID(rawValue: UInt32(index)), of: data.terms)
    }
    let reader = ShapesReader(data.quads, try ShapesVocabulary(&copy))
    var results: [Result] = []
    for node in objects(report, "result") {
      guard let focus = objects(node, "focusNode").first,
        let shape = objects(node, "sourceShape").first,
        let component = objects(node, "sourceConstraintComponent").first,
        let severity = objects(node, "resultSeverity").first
      else { throw Malformed() }
      var path: String?
      if let node = objects(node, "resultPath").first {
        let read = try reader.path(node, of: shape, data.terms)
        var names: [TermID: String] = [:]
        for predicate in read.predicates { names[predicate] = data.terms.spelled(predicate) }
        path = read.text { names[$0] ?? "" }
      }
      results.append(
        Result(
          focus: data.terms.spelled(focus), path: path,
          value: objects(node, "value").first.map { data.terms.spelled($0) },
          severity: data.terms.string(of: severity), component: data.terms.string(of: component),
          shape: data.terms.spelled(shape)))
    }
    self.results = results
  }

  private static let manifest = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"

  /// What one multiset has more than another.
  static func difference(_ left: [Result], _ right: [Result]) -> [Result] {
    var counts: [Result: Int] = [:]
    for one in right { counts[one, default: 0] += 1 }
    return left.filter { one in
      counts[one, default: 0] -= 1
      return (counts[one] ?? 0) < 0
    }
  }
}
