internal import Ontology
internal import RDF

/// What is known of a property, a class or an individual of a vocabulary, whatever the article.
struct TermFacts {
  let iri: String
  let localName: String
  /// What becomes of quads whose predicate it is.
  let use: PredicateUse
  let property: GraphTerm?
  /// How many classes are above it, with itself.
  let depth: Int
  /// The kinds of what is of this class.
  let kinds: ViewKind.Choice
  let isClaimClass: Bool
  let isArticleClass: Bool
  /// Whether it is of the Web Annotation vocabulary.
  let isOfAnnotations: Bool
  let isLinking: Bool
  /// What it is called as a class, once that was asked for.
  var typeName: String?
  var curie: String?
  fileprivate let spelling: [UInt8]
  /// The last article in which its number was seen to be its.
  fileprivate var article = 0

  fileprivate init(_ spelling: [UInt8], _ iri: String, _ ontology: Ontology) {
    self.spelling = spelling
    self.iri = iri
    localName = GraphNames.local(iri)
    use = PredicateUse(iri)
    property = GraphTerm.byIRI[iri]
    let ancestors = ontology.ancestors(ofClass: iri)
    depth = ancestors.count
    kinds = ViewKind.Choice(ancestors)
    isClaimClass = iri == Ontology.namespace + "Claim"
    isArticleClass = iri == Ontology.namespace + "Article"
    isOfAnnotations = iri.hasPrefix(GraphTerm.oa)
    isLinking = iri == GraphTerm.oa + "linking"
  }
}

/// The facts of vocabularies' terms by their numbers.
///
/// Articles share the numbers of most; where a number is another term's in the next article, its
/// spelling tells.
struct TermFactTable {
  private var facts: [TermFacts] = []
  /// By a term's number the place of its facts and 1, or 0.
  private var places: [Int32] = []
  private var article = 0

  /// Begins an article, whose terms may have other numbers than those before.
  mutating func beginArticle() { article += 1 }

  private func storedPlace(of term: TermID) -> Int? {
    let number = Int(term.rawValue)
    return number < places.count && places[number] > 0 ? Int(places[number]) - 1 : nil
  }

  private func place(of term: TermID) -> Int? {
    guard let place = storedPlace(of: term), facts[place].article == article else { return nil }
    return place
  }

  /// The facts of a term that ``know(_:in:_:)`` was called for in this article.
  subscript(term: TermID) -> TermFacts? { place(of: term).map { facts[$0] } }

  /// What becomes of quads of a predicate.
  func use(of predicate: TermID) -> PredicateUse {
    place(of: predicate).map { facts[$0].use } ?? .property
  }

  /// The property that a term is, where a projection looks for it.
  func property(_ term: TermID) -> GraphTerm? { place(of: term).flatMap { facts[$0].property } }

  /// Sees to it that a term's facts are there.
  mutating func know(_ term: TermID, in terms: borrowing TermTable, _ ontology: Ontology) {
    let number = Int(term.rawValue)
    let spelling = terms.spelling(of: term)
    let known = storedPlace(of: term)
    if let known, facts[known].article == article { return }
    if let known, terms.isSpelled(term, facts[known].spelling) {
      facts[known].article = article
      return
    }
    if number >= places.count {
      places.append(contentsOf: repeatElement(0, count: number + 1 - places.count))
    }
    var made = TermFacts(Array(terms.bytes[spelling]), terms.string(of: term), ontology)
    made.article = article
    if let known {
      facts[known] = made
    } else {
      facts.append(made)
      places[number] = Int32(facts.count)
    }
  }

  /// What a class is called.
  mutating func typeName(of term: TermID, _ names: inout GraphNames) -> String {
    guard let place = place(of: term) else { return "" }
    if let name = facts[place].typeName { return name }
    let name = names.type(facts[place].iri)
    facts[place].typeName = name
    return name
  }

  /// A class as a CURIE.
  mutating func curie(of term: TermID, _ names: GraphNames) -> String {
    guard let place = place(of: term) else { return "" }
    if let curie = facts[place].curie { return curie }
    let curie = names.curie(facts[place].iri)
    facts[place].curie = curie
    return curie
  }
}
