internal import JSON
internal import Ontology
internal import RDF

/// The classes, properties and words of the ontology that a page names, each once.
struct ViewTerms {
  private struct Entry {
    let iri: String
    let name: String
    let labels: [ViewLabel]
  }

  private let ontology: Ontology
  /// The labels of what is neither class nor property: the words of the record.
  private let words: [String: [ViewLabel]]
  private var entries: [Entry] = []
  private var places: [[UInt8]: Int] = [:]

  init(_ ontology: Ontology) {
    self.ontology = ontology
    var words: [String: [ViewLabel]] = [:]
    for quad in ontology.dataset.quads where quad.predicate == .rdfsLabel {
      let label = ViewTerm(quad.object, of: ontology.dataset.terms)
      let language = label.language ?? ""
      let iri = ontology.dataset.terms.string(of: quad.subject)
      if words[iri]?.contains(where: { $0.language == language }) != true {
        words[iri, default: []].append(ViewLabel(language: language, text: label.text))
      }
    }
    self.words = words
  }

  /// The number of a term.
  mutating func index(of term: ViewTerm) -> Int {
    let key = Array(term.text.utf8)
    if let place = places[key] { return place }
    places[key] = entries.count
    entries.append(
      Entry(iri: term.text, name: term.localName, labels: words[term.text] ?? []))
    return entries.count - 1
  }

  func write(to writer: inout JSONWriter) {
    writer.beginArray()
    for entry in entries {
      writer.beginObject()
      writer.member("iri", entry.iri)
      writer.member("name", entry.name)
      writer.member("label", entry.labels)
      writer.endObject()
    }
    writer.endArray()
  }
}
