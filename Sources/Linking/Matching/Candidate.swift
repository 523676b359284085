/// A thing that an entity may be, and what speaks for and against it.
public struct Candidate: Sendable {
  /// The thing.
  public let item: AuthorityItem
  /// What the names of the authorities are that know it.
  public var sources: [String] { item.verdicts.map(\.source) }
  /// What speaks for and against it.
  public let features: Features
  /// From 0 to 1, by griot's own measure.
  public var score: Double { features.score }

  /// Its label in a language, else any.
  public func label(_ language: Substring) -> String {
    let labels = item.names.filter { $0.rank == .label }
    return
      (labels.first { $0.primaryLanguage == language } ?? labels.first ?? item.names.first)?.text
      ?? ""
  }

  /// Its types by name, else by what follows the last slash.
  public var kinds: String {
    let names = item.kinds.map { kind in
      if !kind.name.isEmpty { return kind.name }
      let cut = kind.id.lastIndex { $0 == "/" || $0 == "#" }
      return cut.map { String(kind.id[kind.id.index(after: $0)...]) } ?? kind.id
    }
    return Set(names).sorted().joined(separator: ", ")
  }
}
