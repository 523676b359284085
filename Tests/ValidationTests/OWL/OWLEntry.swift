import Foundation
import RDF
import RDFIO

@testable import Validation

/// One row of the manifest of the OWL 2 tests.
struct OWLEntry: Sendable, CustomStringConvertible {
  enum Expected: String {
    case consistent, inconsistent, entailed
    case notEntailed = "not-entailed"
  }

  struct Malformed: Error {}

  let name: String
  let expected: Expected
  let premise: String
  let conclusion: String

  var description: String { name }

  /// Why the test is known to fail; nil where it passes.
  var reason: String? { Self.reasons["\(expected.rawValue) \(name)"] }

  private static let reasons: [String: String] = [:]

  /// Closes a file's triples, as data without an ontology.
  func close(_ file: String, _ level: EntailmentLevel) throws -> Closure {
    var dataset = Dataset()
    try read(file, into: &dataset)
    return try Self.close(&dataset, level)
  }

  private func read(_ file: String, into dataset: inout Dataset, blankNodes: String = "b") throws {
    let path = Self.folder + "/" + file
    try RDFReader.read(
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), file: path, syntax: .rdfxml,
      blankNodes: blankNodes, into: &dataset)
  }

  private static func close(
    _ dataset: inout Dataset, _ level: EntailmentLevel
  ) throws -> Closure {
    let names = try OWLTerms(&dataset.terms)
    var ontology = Closure(
      level, names, visible: [], ontology: FactLayer([], QuadIndex([]), start: 0),
      budget: Closure.Budget())
    ontology.run(dataset.terms)
    var closure = Closure(
      FactLayer(dataset.quads, QuadIndex(dataset), start: ontology.facts.layer.end),
      over: ontology)
    closure.run(dataset.terms)
    return closure
  }

  /// Whether what the premise leads to has the conclusion in it, whatever its blank nodes stand for.
  func isConclusionEntailed() throws -> Bool {
    var dataset = Dataset()
    try read(premise, into: &dataset)
    var wanted = Dataset()
    try read(conclusion, into: &wanted, blankNodes: "c")
    var pattern: [Quad] = []
    for quad in wanted.quads { pattern.append(try dataset.terms.intern(quad, of: wanted.terms)) }
    let closure = try Self.close(&dataset, .owlRL)
    if !closure.contradictions.isEmpty { return true }
    let header = try dataset.terms.iri(Namespace.owl + "Ontology")
    pattern.removeAll { $0.predicate == .rdfType && $0.object == header }
    return Pattern(closure.facts, dataset.terms).matches(pattern, [:], dataset.terms)
  }

  /// The triples that are there, for graphs whose blank nodes stand for any term.
  private struct Pattern {
    let facts: FactBase
    private let ends: Int

    init(_ facts: FactBase, _ terms: borrowing TermTable) {
      self.facts = facts
      ends = terms.count
    }

    func matches(
      _ rest: [Quad], _ found: [TermID: TermID], _ terms: borrowing TermTable
    ) -> Bool {
      // The triple with the fewest open blank nodes comes first.
      var best: Int?
      var bestCount = 3
      for (position, quad) in rest.enumerated() {
        let count =
          (isOpen(quad.subject, found, terms) ? 1 : 0) + (isOpen(quad.object, found, terms) ? 1 : 0)
        if count < bestCount { (best, bestCount) = (position, count) }
      }
      guard let best else { return rest.isEmpty }
      var others = rest
      let quad = others.remove(at: best)
      let subject = found[quad.subject] ?? quad.subject
      let object = found[quad.object] ?? quad.object
      let isSubjectOpen = isOpen(quad.subject, found, terms)
      let isObjectOpen = isOpen(quad.object, found, terms)
      switch (isSubjectOpen, isObjectOpen) {
      case (false, false):
        return facts.contains(subject, quad.predicate, object) && matches(others, found, terms)
      case (false, true):
        return facts.objects(subject, quad.predicate).contains { link in
          matches(others, found.merging([quad.object: link.term]) { first, _ in first }, terms)
        }
      case (true, false):
        return facts.subjects(quad.predicate, object).contains { link in
          matches(others, found.merging([quad.subject: link.term]) { first, _ in first }, terms)
        }
      case (true, true):
        return facts.facts(quad.predicate).contains { fact in
          guard quad.subject != quad.object || fact.subject == fact.object else { return false }
          let both = [quad.subject: fact.subject, quad.object: fact.object]
          return matches(others, found.merging(both) { first, _ in first }, terms)
        }
      }
    }

    /// Blank nodes of the conclusion have labels that begin with c.
    private func isOpen(
      _ term: TermID, _ found: [TermID: TermID], _ terms: borrowing TermTable
    ) -> Bool {
      found[term] == nil && terms.kind(of: term) == .blankNode
        && terms.string(of: term).hasPrefix("c")
    }
  }

  // MARK: The manifest

  static let folder =
    (ProcessInfo.processInfo.environment["GRIOT_SHARED"]
      ?? FileManager.default.currentDirectoryPath + "/../shared") + "/conformance/rdf/owl2"

  static var isAtHand: Bool { FileManager.default.fileExists(atPath: folder + "/manifest.tsv") }

  static func all(_ expected: Expected) -> [OWLEntry] { all.filter { $0.expected == expected } }

  static let all: [OWLEntry] = (try? read()) ?? []

  private static func read() throws -> [OWLEntry] {
    let text = try String(contentsOfFile: folder + "/manifest.tsv", encoding: .utf8)
    return try text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 4, let expected = Expected(rawValue: fields[1]) else {
        throw Malformed()
      }
      return OWLEntry(
        name: fields[0], expected: expected, premise: fields[2], conclusion: fields[3])
    }
  }
}
