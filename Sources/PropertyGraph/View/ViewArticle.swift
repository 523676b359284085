internal import JSON

/// An article of a page.
struct ViewArticle {
  /// Its IRI.
  let iri: String
  /// Its id in its record.
  let id: String?
  /// Its title.
  let title: String?
  /// Its language.
  let language: String?
  /// When it was published, in EDTF.
  let date: String?
  /// Who published it.
  let publisher: String?
  /// Who wrote it.
  let authors: [String]
  /// Its address.
  let url: String?
  /// Under what terms it may be used.
  let rights: String?
  /// Its text, where the page is to have it.
  let text: String?

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("iri", iri)
    writer.member("id", id)
    writer.member("title", title)
    writer.member("lang", language)
    writer.member("date", date)
    writer.member("publisher", publisher)
    writer.member("authors", authors)
    writer.member("url", url)
    writer.member("rights", rights)
    writer.member("text", text)
    writer.endObject()
  }
}
