internal import RDF

/// Names terms as a reader of a report knows them.
struct Words {
  let graphs: DataGraphs

  /// A thing by its label in quotes, a literal as it is written, another IRI by its last part.
  func name(_ term: TermID, _ terms: borrowing TermTable) -> String {
    switch terms.kind(of: term) {
    case .literal:
      let text = "\"\(terms.string(of: term))\""
      if let language = terms.language(of: term) { return "\(text) (\(language))" }
      guard let datatype = terms.datatype(of: term), datatype != .xsdString else { return text }
      return "\(text) (\(terms.localName(of: datatype)))"
    case .blankNode: return terms.spelled(term)
    case .iri: return label(term, terms).map { "\"\($0)\"" } ?? plain(term, terms)
    }
  }

  /// A property or class by its label, else by its last part.
  func term(_ term: TermID, _ terms: borrowing TermTable) -> String {
    "\"\(label(term, terms) ?? plain(term, terms))\""
  }

  /// A shape by its name; one without stands where it is used.
  func shape(_ node: TermID, _ terms: borrowing TermTable) -> String {
    terms.kind(of: node) == .blankNode ? "the shape there" : term(node, terms)
  }

  /// A path in the names of its properties.
  func path(_ path: PropertyPath, _ terms: borrowing TermTable) -> String {
    if case .predicate(let predicate) = path { return term(predicate, terms) }
    var names: [TermID: String] = [:]
    for predicate in path.predicates {
      names[predicate] = label(predicate, terms) ?? plain(predicate, terms)
    }
    return "\"\(path.text { names[$0] ?? "" })\""
  }

  /// Several terms, the first ten of them.
  func list(_ list: [TermID], _ terms: borrowing TermTable) -> String {
    var names: [String] = []
    for one in list.prefix(10) { names.append(name(one, terms)) }
    return names.joined(separator: ", ") + (list.count > 10 ? " and \(list.count - 10) more" : "")
  }

  /// The label of a term: the first that the data give, else the ontology's in English.
  func label(_ term: TermID, _ terms: borrowing TermTable) -> String? {
    if let entry = graphs.data.entries(subject: term, predicate: .rdfsLabel).first {
      return terms.string(of: entry.quad.object)
    }
    var first: TermID?
    for entry in graphs.ontology.entries(subject: term, predicate: .rdfsLabel) {
      if terms.language(of: entry.quad.object) == "en" {
        return terms.string(of: entry.quad.object)
      }
      first = first ?? entry.quad.object
    }
    return first.map { terms.string(of: $0) }
  }

  /// An IRI's last part where that says enough, else the whole.
  private func plain(_ term: TermID, _ terms: borrowing TermTable) -> String {
    terms.kind(of: term) == .iri ? terms.localName(of: term) : terms.spelled(term)
  }
}
