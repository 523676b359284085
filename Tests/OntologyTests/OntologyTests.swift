import Ontology
import RDF
import Testing

@Suite struct OntologyTests {
  private let namespace = "https://w3id.org/griot/ontology#"

  @Test func looksUpNames() throws {
    let ontology = try Ontology()
    let coup = try #require(ontology.classNamed("CoupDEtat"))
    #expect(ontology.classNamed("coup d’État") == coup)
    #expect(ontology.classNamed(namespace + "CoupDEtat") == coup)
    #expect(ontology.ancestors(ofClass: coup.iri).contains(namespace + "Event"))
    #expect(ontology.classHint("Withdrawel") == "; did you mean \"Withdrawal\"?")
    #expect(ontology.propertyHint("partyto") == "; did you mean \"partyTo\"?")
    #expect(ontology.propertyNamed("strength")?.kind == .datatype)
  }

  @Test func disjointnessIsInherited() throws {
    let ontology = try Ontology()
    #expect(ontology.areDisjoint(namespace + "Withdrawal", namespace + "Person"))
    #expect(!ontology.areDisjoint(namespace + "Country", namespace + "Place"))
  }

  /// What ROBOT's report calls errors: labels and definitions, each once a language.
  @Test func everyTermIsLabelledAndDefined() throws {
    let ontology = try Ontology()
    let definition = "http://www.w3.org/2004/02/skos/core#definition"
    var definitions: [String: Set<String>] = [:]
    for quad in ontology.dataset.quads
    where ontology.dataset.terms.string(of: quad.predicate) == definition {
      let subject = ontology.dataset.terms.string(of: quad.subject)
      let language = ontology.dataset.terms.language(of: quad.object) ?? ""
      #expect(definitions[subject, default: []].insert(language).inserted, "\(subject)")
    }
    let own = ontology.classes.map(\.iri) + ontology.properties.map(\.iri)
    for iri in own where iri.hasPrefix(namespace) {
      #expect(definitions[iri] == ["en", "fr"], "\(iri)")
    }
    #expect(ontology.classes.count > 90)
    var labels = Set<OntologyLabel>()
    for one in ontology.classes {
      for label in one.labels { #expect(labels.insert(label).inserted, "\(label)") }
    }
  }

  @Test func refusesWhatIsNoOntology() {
    #expect(throws: OntologyError.self) {
      try Ontology(files: [Ontology.File(name: "x.ttl", bytes: Array("<a:b> <a:c> <a:d> .".utf8))])
    }
  }
}
