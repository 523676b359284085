/// Traps with a message, which `precondition` in a release build does not say.
func expect(_ holds: Bool, _ message: String) {
  guard holds else { fatalError(message) }
}
