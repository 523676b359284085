internal import JSON

/// A statement with how it is put.
struct ViewClaim {
  /// What a claim says of its subject.
  enum Object {
    case node(Int)
    case literal(ViewTerm)
  }

  /// Its IRI.
  let iri: String
  /// The article that it is of.
  let article: Int
  /// The node it is about.
  let subject: Int
  /// The property.
  let predicate: Int
  /// The value.
  let object: Object
  /// How it is put.
  let qualification: ViewQualification
  /// To what degree it holds.
  let degree: Int?
  /// On which side of the number the true one lies.
  let bound: Int?
  /// Where it is known from, if not from the text.
  let basis: Int?
  /// What a number counts.
  let unit: String?
  /// The words that a number stands for.
  let words: String?

  /// Whether it says no more than its plain triple, which then is its edge.
  var isPlain: Bool {
    qualification.status == "asserted" && qualification.agents.isEmpty && qualification.time == nil
      && degree == nil && bound == nil
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("iri", iri)
    writer.member("article", article)
    writer.member("subject", subject)
    writer.member("predicate", predicate)
    switch object {
    case .node(let node): writer.member("object", node)
    case .literal(let term):
      writer.member("value", term.text)
      writer.member("language", term.language)
      writer.member("datatype", term.datatype)
    }
    qualification.write(to: &writer)
    writer.member("degree", degree)
    writer.member("bound", bound)
    writer.member("basis", basis)
    writer.member("unit", unit)
    writer.member("words", words)
    writer.endObject()
  }
}
