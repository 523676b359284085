internal import XML

extension XMLMarkup {
  /// Appends a data element on a line of its own.
  mutating func data(_ key: String, _ text: String) throws(XMLError) {
    newLine()
    try open("data", [("key", key)])
    try self.text(text)
    close("data")
  }
}
