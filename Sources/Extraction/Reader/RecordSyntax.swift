/// The syntaxes that a record is read from; both give the same record.
public enum RecordSyntax: Hashable, Sendable {
  /// JSON, as of RFC 8259.
  case json
  /// YAML 1.2 with its core schema: one document, without anchors, aliases and tags of its own.
  case yaml
}
