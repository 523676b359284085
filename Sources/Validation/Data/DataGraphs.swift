internal import RDF

/// What shapes are evaluated over: the data, and the ontology beside it.
struct DataGraphs: Sendable {
  /// The data, with what was concluded of them.
  let data: QuadIndex
  /// What the data say, and no more.
  let said: QuadIndex
  /// The ontology's triples, in the same numbers.
  let ontology: QuadIndex
  let classes: ClassHierarchy

  /// The values of a property, each once, those of the data first.
  func objects(_ subject: TermID, _ predicate: TermID) -> [TermID] {
    var found: [TermID] = []
    for entry in data.entries(subject: subject, predicate: predicate)
    where found.last != entry.quad.object {
      found.append(entry.quad.object)
    }
    // Terms of the data alone are numbered above all of the ontology's.
    guard let last = ontology.all.last?.quad.subject, subject <= last else { return found }
    for entry in ontology.entries(subject: subject, predicate: predicate)
    where !found.contains(entry.quad.object) {
      found.append(entry.quad.object)
    }
    return found
  }

  /// The subjects that have a value, each once, those of the data first.
  func subjects(_ predicate: TermID, _ object: TermID) -> [TermID] {
    var found: [TermID] = []
    for entry in data.entries(predicate: predicate, object: object)
    where found.last != entry.quad.subject {
      found.append(entry.quad.subject)
    }
    let others = ontology.entries(predicate: predicate, object: object)
    guard !others.isEmpty else { return found }
    var seen = Set(found)
    for entry in others where seen.insert(entry.quad.subject).inserted {
      found.append(entry.quad.subject)
    }
    return found
  }

  /// The classes that a node is said to be of.
  func types(_ node: TermID) -> [TermID] { objects(node, .rdfType) }

  /// Whether a node is a SHACL instance of a class.
  ///
  /// - SeeAlso: SHACL, section 1.1 (SHACL instance).
  func isInstance(_ node: TermID, of type: TermID) -> Bool {
    types(node).contains { classes.isBelow($0, type) }
  }
}
