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

  private static let reasons = [
    "entailed new-feature-reflexiveproperty-001":
      "no rule of OWL 2 RL is about reflexive properties",
    "entailed webont-i4-6-003":
      "that a class is below itself (scm-cls) is not made a triple, so that nothing replaces it",
    "entailed webont-i5-26-010": "a restriction that the premise does not name is no triple",
    "entailed webont-i5-5-005": "a union that the premise does not name is no triple",
    "entailed webont-i5-8-006": "the order of datatypes is not made triples",
    "entailed webont-i5-8-009": "what two datatypes have in common is not found",
    "entailed webont-i5-8-011": "that datatypes are datatypes (dt-type1) is not made triples",
    "entailed webont-imports-011": "owl:imports is not followed",
  ]

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
    for denial in try denials(&pattern, &dataset.terms) {
      var denied = Dataset()
      for quad in dataset.quads { denied.insert(try denied.terms.intern(quad, of: dataset.terms)) }
      denied.insert(try denied.terms.intern(denial, of: dataset.terms))
      guard try !Self.close(&denied, .owlRL).contradictions.isEmpty else { return false }
    }
    let closure = try Self.close(&dataset, .owlRL)
    return Pattern(closure.facts, dataset.terms).matches(pattern, [:], dataset.terms)
  }

  /// Takes out of a conclusion that things differ and that one is not of a class.
  ///
  /// Each of these follows when the contrary is inconsistent with the premise.
  ///
  /// - Returns: the contraries.
  private func denials(
    _ pattern: inout [Quad], _ terms: inout TermTable
  ) throws -> [Quad] {
    let names = try OWLTerms(&terms)
    let classes = [try terms.iri(Namespace.owl + "Class"), names.allDifferent]
    var denials: [Quad] = []
    var gone = Set<Quad>()
    func objects(_ subject: TermID, _ predicate: TermID) -> [Quad] {
      pattern.filter { $0.subject == subject && $0.predicate == predicate }
    }
    for quad in pattern {
      if quad.predicate == names.differentFrom {
        denials.append(Quad(quad.subject, names.sameAs, quad.object))
        gone.insert(quad)
      } else if quad.predicate == names.complementOf, terms.kind(of: quad.subject) == .blankNode {
        for member in pattern where member.object == quad.subject {
          denials.append(Quad(member.subject, .rdfType, quad.object))
          gone.formUnion([quad, member])
        }
        gone.formUnion(objects(quad.subject, .rdfType).filter { classes.contains($0.object) })
      } else if quad.predicate == names.members {
        var members: [TermID] = []
        var node = quad.object
        while let first = objects(node, .rdfFirst).first, let rest = objects(node, .rdfRest).first {
          members.append(first.object)
          gone.formUnion([first, rest])
          node = rest.object
        }
        for (position, one) in members.enumerated() {
          for other in members[(position + 1)...] {
            denials.append(Quad(one, names.sameAs, other))
          }
        }
        gone.insert(quad)
        gone.formUnion(objects(quad.subject, .rdfType).filter { classes.contains($0.object) })
      }
    }
    pattern.removeAll { gone.contains($0) }
    return denials
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
