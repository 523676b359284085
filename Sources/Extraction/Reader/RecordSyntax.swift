/// What a record is read from.
public enum RecordSyntax: Hashable, Sendable {
  /// JSON, as of RFC 8259.
  case json
  /// YAML 1.2 with its core schema: one document, without anchors, aliases and tags of its own.
  case yaml
  /// An extractor's own format.
  case adapted(AdapterSettings)

  /// The syntax of a file by its ending: YAML of `.yaml` and `.yml`, else JSON.
  public init(fileName: String) {
    self = fileName.hasSuffix(".yaml") || fileName.hasSuffix(".yml") ? .yaml : .json
  }

  /// The syntax of a text without a name: JSON when it begins as a JSON value that holds others
  /// does, or is empty, else YAML.
  public init(textBeginning bytes: some Collection<UInt8>) {
    let text = bytes.dropFirst(bytes.starts(with: YAMLCharacters.byteOrderMark) ? 3 : 0)
    let first = text.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    self = first.map { "{[\"".utf8.contains($0) } ?? true ? .json : .yaml
  }
}
