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
}
