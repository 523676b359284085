/// A text in a language.
struct ViewLabel {
  /// The language tag in lower case; empty without one.
  let language: String
  /// The text.
  let text: String
}
