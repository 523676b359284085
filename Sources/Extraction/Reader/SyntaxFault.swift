/// Why a text cannot be read, and at which of its bytes.
struct SyntaxFault: Error {
  let offset: Int
  /// What is wrong and what was expected, in one line without a place.
  let message: String
}
