/// How often something is lost, with the first examples.
public struct LossTally: Sendable {
  /// Where something was lost.
  public struct Example: Hashable, Sendable {
    /// The IRI of the thing or the statement.
    public let element: String
    /// The key or the property.
    public let key: String
    /// The value, or its beginning.
    public let value: String
  }

  /// How often.
  public private(set) var count = 0
  /// The first ones.
  public private(set) var examples: [Example] = []

  static let exampleLimit = 3
  private static let valueLimit = 100

  /// Whether more examples are wanted.
  var takesExamples: Bool { examples.count < Self.exampleLimit }

  mutating func add(_ many: Int) { count += many }

  mutating func add(_ example: @autoclosure () -> Example) {
    count += 1
    guard takesExamples else { return }
    let made = example()
    if !examples.contains(made) { examples.append(made) }
  }

  mutating func add(_ many: Int, _ example: @autoclosure () -> Example) {
    guard many > 0 else { return }
    add(example())
    count += many - 1
  }

  mutating func add(_ other: LossTally) {
    count += other.count
    for example in other.examples
    where examples.count < Self.exampleLimit && !examples.contains(example) {
      examples.append(example)
    }
  }

  static func example(_ element: String, _ key: String, _ value: String) -> Example {
    let isLong = value.unicodeScalars.count > valueLimit
    return Example(
      element: element, key: key,
      value: isLong ? "\(String(value.unicodeScalars.prefix(valueLimit)))…" : value)
  }
}
