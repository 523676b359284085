internal import JSON

/// Members that are left out where there is nothing to say.
extension JSONWriter {
  mutating func member(_ name: String, _ text: String?) {
    guard let text else { return }
    key(name)
    value(text)
  }

  mutating func member(_ name: String, _ number: Int?) {
    guard let number else { return }
    key(name)
    value(number)
  }

  mutating func member(_ name: String, _ numbers: [Int]) {
    guard !numbers.isEmpty else { return }
    key(name)
    beginArray()
    for number in numbers { value(number) }
    endArray()
  }

  mutating func member(_ name: String, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    key(name)
    beginArray()
    for text in texts { value(text) }
    endArray()
  }

  mutating func member(_ name: String, when isSaid: Bool) {
    guard isSaid else { return }
    key(name)
    value(true)
  }

  /// An object of texts by language.
  mutating func member(_ name: String, _ labels: [ViewLabel]) {
    key(name)
    beginObject()
    for label in labels {
      key(label.language)
      value(label.text)
    }
    endObject()
  }
}
