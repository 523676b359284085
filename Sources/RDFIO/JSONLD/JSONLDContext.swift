internal import JSON
internal import RDF

/// A JSON-LD context that documents are compacted with.
///
/// Read are `@version`, `@vocab`, `@language`, prefixes and terms with `@id`, `@type`, `@language`,
/// `@prefix` and the containers `@list`, `@set` and `@language`. A term with anything else is not
/// used, its name is kept free, and its IRI is written in another way. A context that changes what
/// such names mean (`@import`, `@propagate`, `@base`, `@direction`, `@protected`) is refused, as is
/// one that names another by its IRI.
///
/// - SeeAlso: JSON-LD 1.1, sections 4.1 (Advanced Context Usage) and 9.15 (Context Definitions).
public struct JSONLDContext: Sendable {
  /// How a term's values are read.
  struct Definition: Sendable {
    enum Container: Sendable {
      case none, set, list, language
    }

    enum Coercion: Hashable, Sendable {
      case none, identifier, vocabulary
      /// Bare strings are not used: readers do not agree on `"@type": "@none"`.
      case objectsOnly
      case datatype(ExactText)
    }

    let name: String
    let iri: String
    var coercion = Coercion.none
    var container = Container.none
    /// The language of plain strings, or nil where they have none.
    var language: String?
    /// Whether it may be used for a property.
    var isUsable = true
    /// Whether it may be used for a class or another value.
    var isUsableForValues = true
  }

  /// How a document gives its context.
  public enum Placement: Hashable, Sendable {
    /// In full, so that the document needs nothing else.
    case inline
    /// By its IRI, which readers must then fetch.
    case reference(String)
  }

  /// Terms by the IRI that they stand for, those with shorter names first.
  private(set) var byIRI: [ExactText: [Definition]] = [:]
  /// Names with namespaces that compact IRIs are made with.
  private(set) var prefixes: [(name: String, namespace: String)] = []
  /// All names that mean something.
  private(set) var names = Set<ExactText>()
  /// What a name without a colon is appended to.
  private(set) var vocabulary: String?
  /// The language of plain strings that no term says one for.
  private(set) var language: String?
  let document: JSONDocument
  let body: JSONValue

  /// Reads a context: an object, or one whose member `@context` is that object.
  ///
  /// - Parameters:
  ///   - bytes: the JSON text.
  ///   - file: its name, for messages.
  /// - Throws: ``RDFIOError/syntax(file:position:message:)`` with the line of what cannot be used.
  public init(_ bytes: [UInt8], file: String) throws(RDFIOError) {
    do throws(JSONError) {
      var reader = try JSONLDContextReader(bytes)
      try reader.read()
      document = reader.document
      body = reader.body
      vocabulary = reader.vocabulary
      language = reader.language
      names = Set(reader.definitions.keys).union(reader.reserved)
      let ordered = reader.definitions.values.compactMap(\.self).sorted {
        ($0.name.utf8.count, ExactText($0.name)) < ($1.name.utf8.count, ExactText($1.name))
      }
      for definition in ordered {
        byIRI[ExactText(definition.iri), default: []].append(definition)
      }
      prefixes = ordered.filter { reader.prefixes.contains(ExactText($0.name)) }.map {
        ($0.name, $0.iri)
      }
    } catch {
      let place = LineMap(bytes).position(of: error.offset)
      throw .syntax(
        file: file, position: SourcePosition(line: place.line, column: place.column),
        message: error.message)
    }
  }

  /// Takes out what would make a reader understand an IRI as something else.
  ///
  /// - Returns: the names that the document has to give a new meaning: none, or the IRI itself.
  mutating func giveWay(to iris: some Sequence<ExactText>) -> [(name: String, iri: String?)] {
    var changed: [ExactText: String?] = [:]
    for iri in iris {
      if names.contains(iri) { changed[iri] = .some(iri.string) }
      if let scheme = iri.beforeColon, names.contains(scheme) { changed[scheme] = .some(nil) }
    }
    guard !changed.isEmpty else { return [] }
    for iri in Array(byIRI.keys) {
      byIRI[iri]?.removeAll { changed[ExactText($0.name)] != nil }
    }
    prefixes.removeAll { changed[ExactText($0.name)] != nil }
    return changed.sorted { $0.key < $1.key }.map { ($0.key.string, $0.value) }
  }
}
