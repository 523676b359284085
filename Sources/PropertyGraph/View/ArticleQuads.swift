internal import Ontology
internal import RDF

/// The quads of one article by subject, in the graphs that a page shows.
struct ArticleQuads {
  struct Statement {
    let predicate: ViewTerm
    let object: ViewTerm
    /// Whether it is of the article's background: known, but not from its text.
    let isBackground: Bool
  }

  /// The article.
  let article: ViewTerm
  /// The subjects in order of first appearance.
  private(set) var subjects: [ViewTerm] = []
  private var statements: [TermID: [Statement]] = [:]
  private var links: [TermID: [Statement]] = [:]

  /// Takes an article's quads; nil where none names an article in a graph of its name.
  init?(_ dataset: borrowing Dataset) {
    var known: [TermID: ViewTerm] = [:]
    func term(_ id: TermID, _ terms: borrowing TermTable) -> ViewTerm {
      if let found = known[id] { return found }
      let made = ViewTerm(id, of: terms)
      known[id] = made
      return made
    }
    var found: ViewTerm?
    for quad in dataset.quads where quad.predicate == .rdfType && quad.subject == quad.graph {
      if dataset.terms.string(of: quad.object) == Ontology.namespace + "Article" {
        found = term(quad.subject, dataset.terms)
        break
      }
    }
    guard let article = found else { return nil }
    self.article = article
    var suffixes: [TermID: String] = [article.id: ""]
    let start = Array(article.text.utf8)
    for quad in dataset.quads {
      if suffixes[quad.graph] == nil {
        let name = quad.graph == .defaultGraph ? [] : dataset.terms.text(of: quad.graph)
        suffixes[quad.graph] =
          name.starts(with: start) ? String(decoding: name[start.count...], as: UTF8.self) : "other"
      }
      let suffix = suffixes[quad.graph]
      guard suffix == "" || suffix == "/background" || suffix == "/links" else { continue }
      let statement = Statement(
        predicate: term(quad.predicate, dataset.terms), object: term(quad.object, dataset.terms),
        isBackground: suffix == "/background")
      if suffix == "/links" {
        links[quad.subject, default: []].append(statement)
      } else {
        if statements[quad.subject] == nil { subjects.append(term(quad.subject, dataset.terms)) }
        statements[quad.subject, default: []].append(statement)
      }
    }
  }

  /// What is stated of a subject.
  func statements(of subject: TermID) -> [Statement] { statements[subject] ?? [] }

  /// What else a subject is, by others' names.
  func links(of subject: TermID) -> [Statement] { links[subject] ?? [] }

  /// The values of a subject's property in order, each once.
  func values(_ subject: TermID, _ predicate: String) -> [ViewTerm] {
    var seen = Set<TermID>()
    return (statements[subject] ?? []).compactMap { one in
      one.predicate.text == predicate && seen.insert(one.object.id).inserted ? one.object : nil
    }
  }

  /// The first value of a subject's property.
  func value(_ subject: TermID, _ predicate: String) -> ViewTerm? {
    statements[subject]?.first { $0.predicate.text == predicate }?.object
  }

  /// A subject's texts by language, the first of each.
  func labels(_ subject: TermID, _ predicate: String) -> [ViewLabel] {
    values(subject, predicate).reduce(into: []) { labels, term in
      let language = term.language ?? ""
      if !labels.contains(where: { $0.language == language }) {
        labels.append(ViewLabel(language: language, text: term.text))
      }
    }
  }
}
