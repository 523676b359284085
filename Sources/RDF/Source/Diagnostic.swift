/// One message about an input: where, how grave, what is wrong and what to do.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How grave a message is.
  public enum Severity: String, Sendable {
    /// The input cannot be used as it is.
    case error
    /// The input is used, and something in it is likely not meant.
    case warning
    /// Something worth knowing.
    case note
  }

  /// How grave it is.
  public let severity: Severity
  /// The file as the user named it, or nil where the message is about none.
  public let file: String?
  /// The place in the file, where there is one.
  public let position: SourcePosition?
  /// What is wrong, what was expected, and the nearest valid word: one line, no place in it.
  public let message: String

  /// What programs read of it beside the message, by name.
  public var details: [Detail] = []

  /// Notes that belong to the message and follow it, such as what it rests on.
  public var related: [Diagnostic] = []

  /// One thing that programs read of a message.
  public struct Detail: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its text.
    public let value: String

    /// Makes a detail.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Makes a message.
  public init(
    _ severity: Severity, file: String?, position: SourcePosition? = nil, _ message: String
  ) {
    self.severity = severity
    self.file = file
    self.position = position
    self.message = message
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The message as compilers print it: `file:line:column: error: what is wrong`.
  public var description: String {
    let parts = [file, position.map { "\($0.line)" }, position?.column.map { "\($0)" }]
    let place = parts.compactMap(\.self).joined(separator: ":")
    let line = (place.isEmpty ? "" : "\(place): ") + "\(severity.rawValue): \(message)"
    guard line.unicodeScalars.contains(where: Self.isUnsafe) else { return line }
    return line.unicodeScalars.map { scalar in
      Self.isUnsafe(scalar) ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }.joined()
  }

  /// Whether a character could end the line, steer a terminal or turn the direction of the text.
  public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      true
    default: false
    }
  }
}

extension [Diagnostic] {
  /// Puts messages in order of place, those without one first; messages of one place keep their
  /// order.
  public mutating func sortByPlace() {
    let start = SourcePosition(line: 0, column: nil)
    sort { ($0.position ?? start) < ($1.position ?? start) }
  }
}
