/// The words that a drawing has beside those of its graph.
enum DrawingWords {
  case french, english

  /// The words in the preferred language that labels of a graph are in; English without one.
  init(_ graph: PropertyGraph, _ languages: [String]) {
    let used = Set(graph.nodeKeys.map(\.name))
    let found = languages.first { used.contains("label.\($0)") }
    self = found == "fr" ? .french : .english
  }

  /// The language tag.
  var tag: String {
    switch self {
    case .french: "fr"
    case .english: "en"
    }
  }

  func name(of kind: ViewKind) -> String {
    switch (self, kind) {
    case (.french, .event): "événement"
    case (.french, .place): "lieu"
    case (.french, .person): "personne"
    case (.french, .organisation): "organisation"
    case (.french, .group): "groupe, acteur"
    case (.french, .document): "accord, document"
    case (.french, .thing): "autre chose"
    case (.french, .claim): "affirmation"
    case (.english, .event): "event"
    case (.english, .place): "place"
    case (.english, .person): "person"
    case (.english, .organisation): "organisation"
    case (.english, .group): "group, actor"
    case (.english, .document): "agreement, document"
    case (.english, .thing): "other thing"
    case (.english, .claim): "claim"
    }
  }

  func name(of status: GraphStatus) -> String {
    switch (self, status) {
    case (.french, .asserted): "énoncé comme un fait"
    case (.french, .attributed): "attribué"
    case (.french, .reported): "rapporté"
    case (.french, .planned): "prévu"
    case (.french, .possible): "possible"
    case (.french, .denied): "démenti"
    case (.english, .asserted): "stated as a fact"
    case (.english, .attributed): "attributed"
    case (.english, .reported): "reported"
    case (.english, .planned): "planned"
    case (.english, .possible): "possible"
    case (.english, .denied): "denied"
    }
  }

  /// Who says a thing, or denies it.
  func source(_ name: String, _ status: GraphStatus) -> String {
    switch (self, status) {
    case (.french, .denied): "par \(name)"
    case (.french, _): "selon \(name)"
    case (.english, .denied): "by \(name)"
    case (.english, _): "according to \(name)"
    }
  }

  /// A name with how it is put before it.
  func prefixed(_ name: String, by prefix: String) -> String {
    let known = GraphStatus(rawValue: prefix).map { self.name(of: $0) }
    switch self {
    case .english: return "\(known ?? prefix): \(name)"
    case .french:
      let words = ["mainly": "surtout", "partly": "en partie", "background": "contexte"]
      return "\(known ?? words[prefix] ?? prefix) : \(name)"
    }
  }

  /// A date for people: `[2024-10-30,2024-11-06] (evening)` as `2024-10-30 or 2024-11-06 (evening)`,
  /// `2013/..` as `2013 – …`.
  func date(_ text: String) -> String {
    var parts = text.split(separator: " (", maxSplits: 1).map(String.init)
    guard var date = parts.first else { return text }
    if date.hasPrefix("["), date.hasSuffix("]") {
      date = date.dropFirst().dropLast().split(separator: ",")
        .joined(separator: self == .french ? " ou " : " or ")
    } else if date.contains("/") {
      date = date.split(separator: "/", omittingEmptySubsequences: false)
        .map { $0.isEmpty || $0 == ".." ? "…" : String($0) }.joined(separator: " – ")
    }
    parts[0] = date
    guard self == .french, parts.count > 1 else { return parts.joined(separator: " (") }
    let names = ["early": "début", "mid": "milieu", "end": "fin", "evening": "soir"]
    let named = parts[1].dropLast().split(separator: ", ").map { names[String($0)] ?? String($0) }
    return "\(date) (\(named.joined(separator: ", ")))"
  }

  /// A duration for people: `> P1M` as `> 1 month`; what has several parts is kept.
  func duration(_ text: String) -> String {
    guard let start = text.firstIndex(of: "P"), let unit = text.last else { return text }
    let number = text[text.index(after: start)...].dropLast()
    guard let count = Int(number) else { return text }
    let names: [Character: (one: String, several: String)] =
      switch self {
      case .english:
        [
          "Y": ("year", "years"), "M": ("month", "months"), "W": ("week", "weeks"),
          "D": ("day", "days"),
        ]
      case .french:
        [
          "Y": ("an", "ans"), "M": ("mois", "mois"), "W": ("semaine", "semaines"),
          "D": ("jour", "jours"),
        ]
      }
    guard let name = names[unit] else { return text }
    return "\(text[..<start])\(count) \(count == 1 ? name.one : name.several)"
  }
}
