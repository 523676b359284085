internal import RDF

/// Terms of the RDF vocabulary that a document has without naming them.
enum ImpliedTerm: Int, CaseIterable {
  case type, first, rest, `nil`, integer, decimal, double, boolean

  /// Its number in every table.
  var term: TermID {
    switch self {
    case .type: .rdfType
    case .first: .rdfFirst
    case .rest: .rdfRest
    case .nil: .rdfNil
    case .integer: .xsdInteger
    case .decimal: .xsdDecimal
    case .double: .xsdDouble
    case .boolean: .xsdBoolean
    }
  }
}

/// A datatype that a literal has by its language tag alone.
enum LanguageDatatype {
  case langString, dirLangString

  /// Why it cannot be written as a datatype.
  func refusal(at offset: Int) -> ReadHalt {
    switch self {
    case .langString:
      .fault(
        offset: offset,
        message: "a literal of datatype rdf:langString needs a language tag: write \"@\" and the "
          + "tag in place of the datatype")
    case .dirLangString:
      .fault(
        offset: offset, message: "rdf:dirLangString is a datatype of RDF 1.2; only RDF 1.1 is read")
    }
  }
}

/// What a parser gives its terms and quads to.
protocol TermSink: ~Copyable {
  associatedtype Term
  /// How many bytes of the document came before the input that offsets are of.
  var base: Int { get set }
  /// The first quad whose graph has a name where none can be kept.
  var refused: RefusedGraph? { get }
  /// The room that terms take until it is given back.
  var mark: Int { get }

  /// Gives back the room of all terms that were made after a mark.
  mutating func release(to mark: Int)
  /// Makes an IRI of two parts; `isChecked` says that it is surely well formed.
  mutating func iri(
    _ first: Span<UInt8>, _ second: Span<UInt8>, isChecked: Bool
  ) throws(TermError) -> Term
  func implied(_ term: ImpliedTerm) -> Term
  /// Which of the datatypes a term is that no literal has without a language tag, or nil.
  func languageDatatype(_ term: Term) -> LanguageDatatype?
  mutating func blankNode(_ label: Span<UInt8>) throws(TermError) -> Term
  mutating func newBlankNode() throws(TermError) -> Term
  /// Makes a literal; `isPlain` says that the lexical form needs no escapes in N-Triples.
  mutating func literal(
    _ lexical: Span<UInt8>, isPlain: Bool, datatype: Term?
  ) throws(TermError) -> Term
  mutating func literal(
    _ lexical: Span<UInt8>, isPlain: Bool, language: Span<UInt8>
  ) throws(TermError) -> Term
  /// Takes a quad whose object begins at an offset.
  mutating func add(
    _ subject: Term, _ predicate: Term, _ object: Term, graph: Term?, at offset: Int
  )
  /// Takes the quad of one line.
  mutating func add(_ quad: ScannedQuad, of input: Span<UInt8>) throws(ReadHalt)
}
