internal import RDF

/// Members of a class that have too few or too many values of a property.
///
/// Values with different names count as different, and values that are not there as missing.
///
/// - SeeAlso: OWL 2 Web Ontology Language, sections 8.3 and 8.5 (read with a closed world).
enum CardinalityCheck: AxiomCheck {
  static let component = "Cardinality"

  static func run(
    _ statements: Statements, _ axioms: Axioms, _ words: Words, _ terms: borrowing TermTable
  ) -> [AxiomFinding] {
    var findings: [AxiomFinding] = []
    for type in axioms.limits.keys.sorted() {
      var seen = Set<TermID>()
      for below in statements.graphs.classes.descendants(type) {
        for entry in statements.graphs.said.entries(predicate: .rdfType, object: below)
        where seen.insert(entry.quad.subject).inserted {
          for limit in axioms.limits[type] ?? [] {
            findings += check(entry, type, limit, statements, axioms, words, terms)
          }
        }
      }
    }
    return findings
  }

  private static func check(
    _ entry: QuadIndex.Entry, _ type: TermID, _ limit: ValueCountLimit, _ statements: Statements,
    _ axioms: Axioms, _ words: Words, _ terms: borrowing TermTable
  ) -> [AxiomFinding] {
    let member = entry.quad.subject
    var values: [TermID] = []
    var position = entry.position
    for property in axioms.subproperties.descendants(limit.property) {
      for value in statements.graphs.said.entries(subject: member, predicate: property)
      where !values.contains(value.quad.object)
        && counts(value.quad.object, limit.filler, statements, terms)
      {
        values.append(value.quad.object)
        position = value.position
      }
    }
    let owner = words.term(type, terms)
    let kind =
      switch limit.filler {
      case .type(let type): " of class \(type.text(words, terms))"
      case .datatype(let datatype): " of datatype \(terms.localName(of: datatype))"
      case nil: ""
      }
    let list = values.isEmpty ? "" : ": \(words.list(values, terms))"
    let count = "has \(values.count) value\(values.count == 1 ? "" : "s")\(kind)\(list)"
    var findings: [AxiomFinding] = []
    func add(_ word: String, _ number: Int) {
      let expected = "at \(word) \(number)"
      findings.append(
        AxiomFinding(
          focus: member, path: limit.property, value: word == "most" ? values.last : nil,
          axiom: "each \(owner) has \(expected) \(words.term(limit.property, terms))\(kind)",
          sentence: "\(count); expected \(expected), for this is \(owner)", position: position))
    }
    if values.count < limit.least { add("least", limit.least) }
    let place = Statements.Subject(thing: member, property: limit.property)
    if let most = limit.most, values.count > most, statements.contradicted[place] == nil {
      add("most", most)
    }
    return findings
  }

  private static func counts(
    _ value: TermID, _ filler: ValueCountLimit.Filler?, _ statements: Statements,
    _ terms: borrowing TermTable
  ) -> Bool {
    switch filler {
    case nil: return true
    case .type(let type):
      return terms.kind(of: value) != .literal
        && type.contains(statements.graphs.types(value), statements.graphs.classes)
    case .datatype(let datatype): return RangeCheck.holds(value, datatype, terms)
    }
  }
}
