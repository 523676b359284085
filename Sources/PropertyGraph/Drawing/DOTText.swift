/// Text as DOT and its HTML-like labels take it.
enum DOTText {
  /// A quoted string, in which no escape sequence of DOT stands for anything.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(printable(scalar))
      }
    }
    return result + "\""
  }

  /// Text inside an HTML-like label.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // \N and the like stand for names even here, however the backslash is written, unless a word
      // joiner, which is not seen, comes between.
      case "\\": result += "\\\u{2060}"
      default: result.unicodeScalars.append(printable(scalar))
      }
    }
    return result
  }

  /// What no drawing can show, and XML cannot hold, becomes the replacement character.
  private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20, 0xFFFE, 0xFFFF: scalar.properties.isWhitespace ? " " : "\u{FFFD}"
    default: scalar
    }
  }

  /// A text cut to some characters, with an ellipsis where something was cut.
  static func shortened(_ text: String, _ limit: Int) -> String {
    // A prefix, for counting all characters of a long text takes long.
    let start = text.prefix(limit)
    return start.endIndex == text.endIndex ? text : start + "…"
  }

  /// A text in lines of about so many characters, broken at spaces.
  static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if line.isEmpty {
        line = String(word)
      } else if line.count + 1 + word.count <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = String(word)
      }
      while line.count > 2 * width {
        lines.append(String(line.prefix(width)))
        line = String(line.dropFirst(width))
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
