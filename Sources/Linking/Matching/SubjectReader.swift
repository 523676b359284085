internal import Ontology
public import RDF

/// Finds the entities of a dataset that authorities can know.
///
/// They are the IRIs with a name and a class that the table of types maps; an entity that several
/// articles describe is found once in each.
public struct SubjectReader: Sendable {
  private let types: TypeTable

  /// Makes a reader that goes by a table of types.
  public init(_ types: TypeTable) {
    self.types = types
  }

  private static let skos = "http://www.w3.org/2004/02/skos/core#"
  private static let named = Ontology.namespace + "named"
  /// What griot puts links and background into.
  private static let sideGraphs = ["/links", "/background", "/provenance"]

  /// The entities in order of appearance.
  public func subjects(of dataset: borrowing Dataset) -> [LinkSubject] {
    var terms = Terms(types)
    var found: [Key: Int] = [:]
    var subjects: [LinkSubject] = []
    for (number, quad) in dataset.quads.enumerated()
    where quad.predicate == .rdfType && dataset.terms.kind(of: quad.subject) == .iri {
      let classIRI = dataset.terms.string(of: quad.object)
      guard types.isMapped(classIRI), types.ontology.classOf(iri: classIRI) != nil else { continue }
      let key = Key(subject: quad.subject, graph: quad.graph)
      let index = found[key] ?? subjects.count
      if found.updateValue(index, forKey: key) == nil {
        var subject = LinkSubject(
          iri: dataset.terms.string(of: quad.subject),
          graph: quad.graph == .defaultGraph ? "" : dataset.terms.string(of: quad.graph))
        subject.origin = dataset.origin(of: number)
        subjects.append(subject)
      }
      subjects[index].classes.append(classIRI)
    }
    let articles = Self.articles(of: dataset)
    var nations: [(subject: Key, country: Key)] = []
    for quad in dataset.quads {
      let graph = articles[quad.graph] ?? quad.graph
      let key = Key(subject: quad.subject, graph: graph)
      guard let index = found[key], let meaning = terms.meaning(of: quad.predicate, dataset.terms)
      else { continue }
      let text = dataset.terms.string(of: quad.object)
      switch meaning {
      case .name(let rank):
        subjects[index].names.append(
          Name(text, language: dataset.terms.language(of: quad.object) ?? "", rank: rank))
      case .named: subjects[index].isNamed = text == "true" || text == "1"
      case .given: subjects[index].given.insert(text)
      case .role(.country): nations.append((key, Key(subject: quad.object, graph: graph)))
      case .role(.coordinates): subjects[index].place = Coordinates(wellKnownText: text)
      case .role(.begin): subjects[index].begin = try? EDTF(text)
      case .role(.end): subjects[index].end = try? EDTF(text)
      }
    }
    for (key, country) in nations {
      guard let index = found[key], let other = found[country],
        subjects[other].classes.contains(where: { types.isNation($0) })
      else { continue }
      subjects[index].countries.formUnion(
        subjects[other].names.map(\.key.text) + Array(subjects[other].given))
    }
    return subjects.filter { !$0.names.isEmpty }
  }

  private struct Key: Hashable {
    let subject: TermID
    let graph: TermID
  }

  /// The graphs of articles by the side graphs that belong to them.
  private static func articles(of dataset: borrowing Dataset) -> [TermID: TermID] {
    var names: [String: TermID] = [:]
    for graph in Set(dataset.quads.map(\.graph)) where graph != .defaultGraph {
      names[dataset.terms.string(of: graph)] = graph
    }
    var articles: [TermID: TermID] = [:]
    for (name, graph) in names {
      for side in sideGraphs where name.hasSuffix(side) {
        articles[graph] = names[String(name.dropLast(side.utf8.count))]
      }
    }
    return articles
  }

  /// What the properties of one dataset say of entities; each is looked at once.
  private struct Terms {
    enum Meaning {
      case name(Name.Rank)
      case named
      case given
      case role(TypeTable.Role)
    }

    private let types: TypeTable
    private var known: [TermID: Meaning?] = [:]

    init(_ types: TypeTable) {
      self.types = types
    }

    mutating func meaning(of predicate: TermID, _ table: borrowing TermTable) -> Meaning? {
      if let found = known[predicate] { return found }
      let meaning: Meaning?
      switch table.string(of: predicate) {
      case Namespace.rdfs + "label", skos + "prefLabel": meaning = .name(.label)
      case skos + "altLabel": meaning = .name(.alias)
      case skos + "hiddenLabel": meaning = .name(.hidden)
      case SubjectReader.named: meaning = .named
      case Namespace.owl + "sameAs": meaning = .given
      case let iri: meaning = types.roles[iri].map { .role($0) }
      }
      known.updateValue(meaning, forKey: predicate)
      return meaning
    }
  }
}
