internal import Yams

/// What libyaml says of a text that it cannot read, in plain words.
struct YAMLProblem {
  let text: YAMLText
  /// What was being read, and where it began.
  let context: YamlError.Context?
  let mark: Mark

  func fault(_ problem: String) -> SyntaxFault {
    let place = text.offset(of: mark)
    let began = context.map { text.offset(of: $0.mark) } ?? place
    switch problem {
    case "could not find expected ':'":
      return SyntaxFault(
        offset: began,
        message: "a line of a mapping without \":\"; expected a key, \":\" and its value")
    case "did not find expected alphabetic or numeric character":
      return SyntaxFault(offset: began, message: quotesMessage(text.shown(at: began)))
    case "did not find expected <document start>" where place == text.bytes.count:
      return SyntaxFault(offset: 0, message: YAMLReader.emptyMessage)
    case "did not find expected key" where !isFirstInLine(place),
      "did not find expected '-' indicator" where !isFirstInLine(place):
      return SyntaxFault(
        offset: place,
        message: "\(text.shown(at: place)) after the end of a value; expected a new line")
    default: return SyntaxFault(offset: place, message: words(problem, text.shown(at: place)))
    }
  }

  private func isFirstInLine(_ offset: Int) -> Bool {
    let before = text.bytes[..<offset].last { $0 != 0x20 }
    return before.map { $0 == 0x0A || $0 == 0x0D } ?? true
  }

  private func quotesMessage(_ shown: String) -> String {
    "\(shown) cannot begin a text without quotes; expected quotes around it"
  }

  private var opened: String { context.map { " that began at \(text.name(of: $0.mark))" } ?? "" }

  private func words(_ problem: String, _ shown: String) -> String {
    collectionWords(problem, shown) ?? scalarWords(problem, shown) ?? nodeWords(problem, shown)
      ?? "YAML cannot be read here: \(problem)"
  }

  private func collectionWords(_ problem: String, _ shown: String) -> String? {
    switch problem {
    case "did not find expected key":
      "\(shown) in the mapping\(opened); expected a key in the same column as its first"
    case "did not find expected '-' indicator":
      "\(shown) in the list\(opened); expected \"- \" in the same column as its first"
    case "did not find expected ',' or ']'":
      "\(shown) in the list\(opened); expected \",\" or \"]\""
    case "did not find expected ',' or '}'":
      "\(shown) in the mapping\(opened); expected \",\" or \"}\""
    case "mapping values are not allowed in this context":
      "\":\" where no key can be; expected quotes around a text that holds \": \", "
        + "or the key on a line of its own"
    case "mapping keys are not allowed in this context":
      "\"?\" where no key can be; expected quotes if it is text"
    case "block sequence entries are not allowed in this context":
      "\"-\" where no list can begin; expected a line of its own, or quotes if it is text"
    case "did not find expected <document start>":
      "\(shown) after the end of the record; expected nothing more, "
        + "or \"---\" on a line of its own before the next record"
    case _ where problem.hasPrefix("Maximum nesting level"): YAMLReader.nestingMessage
    default: nil
    }
  }

  private func scalarWords(_ problem: String, _ shown: String) -> String? {
    switch problem {
    case "found character that cannot start any token":
      shown == "a tab" ? "a tab in the indentation; expected spaces" : quotesMessage(shown)
    case "found unexpected end of stream", "found unexpected document indicator":
      "the document ends inside a text in quotes\(opened)"
    case "found unknown escape character":
      "an unknown escape in the text in double quotes\(opened); expected one of YAML's, "
        + "such as \\\" \\\\ \\n \\t \\u00E9, or single quotes, in which \\ is itself"
    case "did not find expected hexdecimal number":
      "\(shown) in an escape of a character; expected hexadecimal digits: "
        + "two after \\x, four after \\u, eight after \\U"
    case "found invalid Unicode character escape code":
      "an escape of half a character or of none; expected the character itself, "
        + "or one escape with all its digits, such as \\U0001F54A"
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      "a tab in the indentation; expected spaces"
    case "found unexpected ':'":
      "\":\" in a text without quotes, inside brackets; expected quotes around the text"
    case "found an indentation indicator equal to 0":
      "the digit 0 after \"|\" or \">\"; expected 1 to 9, or nothing"
    case "did not find expected comment or line break":
      "\(shown) at the end of a line that opens a block; expected nothing more in this line"
    default: nil
    }
  }

  private func nodeWords(_ problem: String, _ shown: String) -> String? {
    switch problem {
    case "did not find expected node content": "\(shown) where a value was expected"
    case "found undefined alias": YAMLTree.aliasMessage
    case "found undefined tag handle": "a tag of an unknown kind; \(YAMLReader.tagHint)"
    case _ where context?.text.hasSuffix("tag") ?? false:
      "\"!\" begins a tag, and \(shown) cannot be in one; expected quotes if it is text"
    case "found incompatible YAML document":
      "the text says that it is of another YAML than 1.2; \(YAMLReader.versionHint)"
    case _ where context?.text.hasSuffix("directive") ?? false:
      "a line that begins with \"%\" and is no directive; expected %YAML 1.2, or no such line"
    default: nil
    }
  }
}
