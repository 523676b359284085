internal import RDF

/// One kind of check of what data say against what the axioms of an ontology let one expect.
protocol AxiomCheck: Sendable {
  /// Its name, which results carry as their constraint component.
  static var component: String { get }

  static func run(
    _ statements: Statements, _ axioms: Axioms, _ words: Words, _ terms: borrowing TermTable
  ) -> [AxiomFinding]
}

/// What a check found.
struct AxiomFinding {
  let focus: TermID
  var path: TermID?
  var value: TermID?
  var severity: Severity = .violation
  /// The axiom that does not hold, as a triple in plain words.
  let axiom: String
  let sentence: String
  /// The quad of the data that it is about, by its position.
  var position: UInt32?
}

/// The statements of a dataset: its triples, and what its claims state.
///
/// A claim states its triple in some way; whatever that way, the triple has to make sense.
struct Statements {
  struct Statement {
    let subject: TermID
    let predicate: TermID
    let object: TermID
    let position: UInt32
  }

  let graphs: DataGraphs
  /// The values that the data contradict themselves by, by thing and property.
  let contradicted: [Subject: Set<TermID>]
  let plain: [Statement]
  let claimed: [Statement]

  /// A thing and one of its properties.
  struct Subject: Hashable {
    let thing: TermID
    let property: TermID
  }

  /// Takes the data's statements; what the contradictions say need not be said twice.
  init(_ graphs: DataGraphs, but contradictions: [Contradiction] = []) {
    var contradicted: [Subject: Set<TermID>] = [:]
    for one in contradictions {
      guard let path = one.path, let value = one.value else { continue }
      contradicted[Subject(thing: one.focus, property: path), default: []].insert(value)
    }
    self.contradicted = contradicted
    var plain: [Statement] = []
    var last: Quad?
    for entry in graphs.data.all {
      let quad = entry.quad
      if let last, last.subject == quad.subject, last.predicate == quad.predicate,
        last.object == quad.object
      {
        continue
      }
      last = quad
      plain.append(
        Statement(
          subject: quad.subject, predicate: quad.predicate, object: quad.object,
          position: entry.position))
    }
    var claimed: [Statement] = []
    for entry in graphs.data.entries(predicate: .rdfPredicate) {
      let claim = entry.quad.subject
      guard let subject = graphs.data.entries(subject: claim, predicate: .rdfSubject).first,
        let object = graphs.data.entries(subject: claim, predicate: .rdfObject).first
      else { continue }
      let values = graphs.data.entries(
        subject: subject.quad.object, predicate: entry.quad.object)
      guard !values.contains(where: { $0.quad.object == object.quad.object }) else { continue }
      claimed.append(
        Statement(
          subject: subject.quad.object, predicate: entry.quad.object, object: object.quad.object,
          position: object.position))
    }
    self.graphs = graphs
    self.plain = plain
    self.claimed = claimed.sorted { $0.position < $1.position }
  }

  /// All statements, those of claims last.
  var all: [Statement] { plain + claimed }
}

/// The checks that are run, in order.
enum AxiomCheckList {
  static let all: [any AxiomCheck.Type] = [
    UnknownTermCheck.self, DeprecatedTermCheck.self, DomainCheck.self, RangeCheck.self,
    FunctionalPropertyCheck.self, CardinalityCheck.self,
  ]
}
