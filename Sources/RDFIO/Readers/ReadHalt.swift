internal import RDF

/// Why a parser stops before the end of what it was given.
enum ReadHalt: Error {
  /// The token that begins at the parser's place goes on in the next chunk.
  case incomplete
  /// The bytes at an offset are not of the syntax.
  case fault(offset: Int, message: String)
  /// A term at an offset cannot be.
  case term(TermError, offset: Int)

  /// Where the fault is; 0 without one.
  var offset: Int {
    switch self {
    case .incomplete: 0
    case .fault(let offset, _), .term(_, let offset): offset
    }
  }
}
