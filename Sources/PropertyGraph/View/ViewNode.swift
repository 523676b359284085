internal import JSON

/// A node of a page: an entity, an event, or a claim that others are about.
struct ViewNode {
  /// A literal value that is no claim.
  struct Value {
    let term: Int
    let value: ViewTerm
  }

  /// Its IRI.
  let iri: String
  /// What it is drawn as.
  let kind: ViewKind
  /// Its most specific class.
  let type: Int?
  /// The claim that it stands for.
  let claim: Int?
  /// Its labels, the first of each language.
  var labels: [ViewLabel]
  /// Its other names.
  var aliases: [ViewTerm] = []
  /// The articles that it is in.
  var articles: [Int]
  /// How it is put, if it is an event.
  var qualification: ViewQualification?
  /// What is said of it in literals.
  var values: [Value] = []
  /// The IRIs of the same thing elsewhere.
  var same: [String] = []
  /// The web pages on it.
  var pages: [String] = []

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("iri", iri)
    writer.member("kind", kind.rawValue)
    writer.member("type", type)
    writer.member("claim", claim)
    writer.member("label", labels)
    if !aliases.isEmpty {
      writer.key("alt")
      writer.beginArray()
      for alias in aliases {
        writer.beginArray()
        writer.value(alias.text)
        writer.value(alias.language ?? "")
        writer.endArray()
      }
      writer.endArray()
    }
    writer.member("articles", articles)
    qualification?.write(to: &writer)
    if !values.isEmpty {
      writer.key("values")
      writer.beginArray()
      for one in values {
        writer.beginObject()
        writer.member("term", one.term)
        writer.member("text", one.value.text)
        writer.member("language", one.value.language)
        writer.member("datatype", one.value.datatype)
        writer.endObject()
      }
      writer.endArray()
    }
    writer.member("same", same)
    writer.member("pages", pages)
    writer.endObject()
  }
}
