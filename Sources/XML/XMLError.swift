/// Why XML cannot be written.
public enum XMLError: Error, Hashable, Sendable {
  /// A text holds a character that XML 1.0 cannot, even escaped.
  case character(UInt32, in: String)
  /// libxml2 refused; the number is its error code, or -1.
  case writer(Int32)
}

extension XMLError: CustomStringConvertible {
  /// What is wrong, in one line.
  public var description: String {
    switch self {
    case .character(let scalar, let text):
      "XML cannot hold the character U+\(String(scalar, radix: 16, uppercase: true)) "
        + "in \"\(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value < 0xFFFE }.reduce(into: "") { $0.unicodeScalars.append($1) })\""
    case .writer(let code): "libxml2 cannot write (code \(code))"
    }
  }
}
