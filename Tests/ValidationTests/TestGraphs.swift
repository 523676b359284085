import RDF
import RDFIO

@testable import Validation

/// Validates graphs that are written in Turtle.
enum TestGraphs {
  static let prefixes = """
    @prefix : <http://e/> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix sh: <http://www.w3.org/ns/shacl#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

    """

  static func validate(
    _ data: String, shapes: String, language: String = "en"
  ) throws -> (report: ValidationReport, warnings: [String]) {
    var graph = Dataset()
    try read(shapes, "s", &graph)
    var dataset = Dataset()
    let empty = Dataset()
    var validator = try Validator(ontology: empty, shapes: graph, terms: &dataset.terms)
    validator.language = language
    try read(data, "d", &dataset)
    let report = validator.validate(dataset)
    let unmatched = validator.warnings(
      ofUnmatched: Set(report.unmatchedTargets), dataset.terms)
    return (report, (validator.warnings + unmatched).map(\.message))
  }

  private static func read(
    _ text: String, _ blankNodes: String, _ dataset: inout Dataset
  ) throws {
    try RDFReader.read(
      Array((prefixes + text).utf8), file: "\(blankNodes).ttl", syntax: .turtle,
      blankNodes: blankNodes, into: &dataset)
  }
}

extension ValidationReport {
  /// The results of shapes, without those of the ontology's axioms.
  var ofShapes: [ValidationResult] { results.filter { $0.component.hasPrefix(SH.namespace) } }

  /// Component and value of each result of a shape, in order of their text.
  var shapeResults: [String] {
    ofShapes.map { result in
      let component = String(result.component.dropFirst(SH.namespace.count).dropLast(19))
      return ([component] + [result.value].compactMap(\.self)).joined(separator: " ")
    }.sorted()
  }
}
