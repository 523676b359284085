internal import Foundation
internal import Mapping
internal import Ontology
internal import RDF
internal import Validation

/// Finds what an article says of things that others may say something of too: those whose IRI is not
/// below the article's.
///
/// Of classes those count that share no member with some other, of properties those that have at most
/// one value.
struct FactCollector: Sendable {
  /// The properties that have at most one value.
  let properties: [SingleValuedProperty]
  private let ontology: Ontology
  /// By the numbers of terms: the class's number in the ontology plus 1, or 0.
  private let classes: [Int32]
  /// By the numbers of terms: which of ``properties`` a term is.
  private let predicates: [TermID: [Int]]
  /// By the numbers of terms: whether ``predicates`` has it.
  private let isSingle: [Bool]

  /// Classes whose members no second article names.
  private static let ofOneArticle: Set = [
    Ontology.namespace + "Article", Ontology.namespace + "Claim",
  ]

  /// How many bytes a value has at most that is compared.
  private static let longestValue = 1 << 10

  private static func isOfOneArticle(_ limit: SingleValue) -> Bool {
    ofOneArticle.contains(limit.owner) || limit.owner.hasPrefix("http://www.w3.org/ns/oa#")
      || limit.property == Ontology.namespace + "named"
  }

  /// Makes one for data of a table of terms, which holds the terms of the ontology.
  init(_ ontology: Ontology, _ validator: Validator, _ terms: borrowing TermTable) {
    self.ontology = ontology
    var numbers: [String: Int] = [:]
    for (number, one) in ontology.classes.enumerated() where !Self.ofOneArticle.contains(one.iri) {
      let isApart = ontology.ancestors(ofClass: one.iri).contains {
        ontology.classOf(iri: $0)?.disjointWith.isEmpty == false
      }
      if isApart { numbers[one.iri] = number }
    }
    var found: [SingleValuedProperty] = []
    for one in ontology.properties where one.isFunctional {
      found.append(SingleValuedProperty(iri: one.iri, name: one.localName, owner: nil))
    }
    for limit in validator.singleValues(terms) where !Self.isOfOneArticle(limit) {
      let name =
        ontology.propertyOf(iri: limit.property)?.localName
        ?? limit.property.split { $0 == "/" || $0 == "#" }.last.map(String.init) ?? limit.property
      let one = SingleValuedProperty(iri: limit.property, name: name, owner: limit.owner)
      let isSaid = found.contains { $0.iri == one.iri && $0.owner == nil }
      if !isSaid, !found.contains(one) { found.append(one) }
    }
    var byIRI: [String: [Int]] = [:]
    for (number, one) in found.enumerated() { byIRI[one.iri, default: []].append(number) }
    var classes = [Int32](repeating: 0, count: terms.count)
    var predicates: [TermID: [Int]] = [:]
    for raw in 1..<UInt32(terms.count) {
      let term = TermID(rawValue: raw)
      guard terms.kind(of: term) == .iri else { continue }
      let iri = terms.string(of: term)
      if let number = numbers[iri] { classes[Int(raw)] = Int32(number) + 1 }
      if let numbers = byIRI[iri] { predicates[term] = numbers }
    }
    var isSingle = [Bool](repeating: false, count: terms.count)
    for term in predicates.keys { isSingle[Int(term.rawValue)] = true }
    self.isSingle = isSingle
    properties = found
    self.classes = classes
    self.predicates = predicates
  }

  /// What a mapped record says of such things.
  ///
  /// - Parameters:
  ///   - dataset: the record's quads.
  ///   - article: the article's IRI.
  ///   - origin: where the record names itself.
  /// - Returns: the facts, the article among the things.
  func facts(
    of dataset: borrowing Dataset, article: [UInt8], origin: SourceOffset
  ) -> SharedFacts {
    var facts = SharedFacts()
    facts.names = article
    var own = SharedFacts.Thing(
      name: 0..<article.count, key: EntityKey(article.span))
    own.facts.append((.type(SharedFacts.article), origin))
    facts.things.append(own)
    var things: [TermID: Int?] = [:]
    let provenance = article + Array("/provenance".utf8)
    var graphs: [TermID: Bool] = [:]
    for (number, quad) in dataset.quads.enumerated() {
      let content: SharedFacts.Content
      if quad.predicate == .rdfType {
        let raw = Int(quad.object.rawValue)
        guard raw < classes.count, classes[raw] > 0 else { continue }
        content = .type(Int(classes[raw]) - 1)
      } else {
        let raw = Int(quad.predicate.rawValue)
        guard raw < isSingle.count, isSingle[raw], let found = predicates[quad.predicate],
          !isOwn(quad.subject, article, dataset.terms)
        else { continue }
        guard let property = found.first(where: { holds($0, quad.subject, dataset) }),
          !isOwn(quad.object, article, dataset.terms),
          dataset.terms.spelling(of: quad.object).count <= Self.longestValue
        else { continue }
        content = .value(property: property, FactValue(quad.object, of: dataset.terms))
      }
      let isSaid =
        graphs[quad.graph]
        ?? (dataset.terms.text(of: quad.graph) != provenance)
      graphs[quad.graph] = isSaid
      guard isSaid, let thing = thing(quad.subject, dataset, article, &things, &facts) else {
        continue
      }
      facts.things[thing].facts.append((content, dataset.origin(of: number)))
    }
    return facts
  }

  private func thing(
    _ subject: TermID, _ dataset: borrowing Dataset, _ article: [UInt8],
    _ things: inout [TermID: Int?], _ facts: inout SharedFacts
  ) -> Int? {
    if let known = things[subject] { return known }
    guard dataset.terms.kind(of: subject) == .iri, !isOwn(subject, article, dataset.terms) else {
      things[subject] = .some(nil)
      return nil
    }
    let start = facts.names.count
    dataset.terms.appendText(of: subject, to: &facts.names)
    let name = start..<facts.names.count
    things[subject] = facts.things.count
    facts.things.append(
      SharedFacts.Thing(name: name, key: EntityKey(facts.names.span.extracting(name))))
    return facts.things.count - 1
  }

  /// Whether a term is the article, or something that no other article names.
  private func isOwn(
    _ term: TermID, _ article: [UInt8], _ terms: borrowing TermTable
  ) -> Bool {
    let spelling = terms.spelling(of: term)
    guard spelling.count > article.count + 1, terms.bytes[spelling.lowerBound] == UInt8(ascii: "<")
    else { return false }
    for (offset, byte) in article.enumerated()
    where terms.bytes[spelling.lowerBound + 1 + offset] != byte {
      return false
    }
    let next = terms.bytes[spelling.lowerBound + 1 + article.count]
    return next == UInt8(ascii: "/") || next == UInt8(ascii: ">")
  }

  /// Whether a property has at most one value for a thing, by what the article says that it is.
  private func holds(_ property: Int, _ subject: TermID, _ dataset: borrowing Dataset) -> Bool {
    guard let owner = properties[property].owner else { return true }
    for quad in dataset.quads where quad.predicate == .rdfType && quad.subject == subject {
      let type = dataset.terms.string(of: quad.object)
      if ontology.ancestors(ofClass: type).contains(owner) { return true }
    }
    return false
  }
}
