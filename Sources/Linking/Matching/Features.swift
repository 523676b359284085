/// What speaks for and against a candidate, each from what both sides say.
public struct Features: Hashable, Sendable {
  /// What a comparison of what both sides say gives.
  public enum Agreement: String, Sendable {
    /// Both say it, and the same.
    case agrees
    /// One side or none says it.
    case unknown
    /// Both say it, and not the same.
    case differs
  }

  /// How the class of an entity and the types of a candidate go together.
  public enum TypeAgreement: String, Sendable {
    /// The candidate is of the entity's class, or of one below.
    case same
    /// The candidate is of a class above the entity's.
    case broader
    /// The candidate's types are not given.
    case unknown
    /// None of the candidate's types is in the table of types.
    case unlisted
    /// The candidate is of other classes.
    case other
    /// No thing can be of the entity's class and of the candidate's.
    case disjoint
  }

  /// Which two names are most alike.
  public struct NamePair: Hashable, Sendable {
    /// The entity's.
    public let own: Name
    /// The candidate's.
    public let other: Name
    /// How alike they are, from 0 to 1.
    public let likeness: Double
  }

  /// The names that are most alike; nil where one side has none.
  public var names: NamePair?
  /// How many words that tell things apart stand in names that both sides have.
  public var sharedWords = 0
  /// How the types go together.
  public var type = TypeAgreement.unknown
  /// Whether the class that the types agree in has so few things that one word can tell them.
  public var isTypeTelling = false
  /// Whether the countries are the same.
  public var country = Agreement.unknown
  /// Whether the places are within 50 kilometres.
  public var coordinates = Agreement.unknown
  /// Whether begin and end can be the same.
  public var dates = Agreement.unknown
  /// Whether the record itself gives this candidate, or another of the authority.
  public var given = Agreement.unknown

  /// From 0 to 1: how alike the names are, times a factor below 1 for all that is unsure or differs.
  ///
  /// Names that are the same but for case, accents, articles and punctuation are 0.99 alike. 0.05
  /// is off for each side's name that is an alias, 0.08 for a hidden one, 0.03 where the languages
  /// are two, 0.2 for names of one or two letters; names that differ are 0.85 alike at most.
  public var score: Double {
    var score = names?.likeness ?? 0
    switch type {
    case .same: break
    case .broader: score *= 0.88
    case .unknown: score *= 0.75
    case .unlisted: score *= 0.6
    case .other: score *= 0.4
    case .disjoint: score = 0
    }
    for agreement in [country, coordinates, dates] where agreement == .differs { score *= 0.6 }
    return (score * 1000).rounded() / 1000
  }

  /// Whether more than one word and a class of many things speaks for the candidate.
  ///
  /// Such a name is unique only in an authority that lacks the others who have it.
  var isTelling: Bool {
    isTypeTelling || sharedWords > 1
      || [country, coordinates, dates, given].contains(.agrees)
  }

  /// What the score would be if all that is unknown spoke for the candidate.
  var bestCase: Double {
    var features = self
    if type == .unknown { features.type = .same }
    return features.score
  }

  /// What speaks for the candidate and against it, in a line.
  public var evidence: String {
    var parts: [String] = []
    if let names {
      let relation =
        names.own.text == names.other.text ? "=" : names.own.key == names.other.key ? "≈" : "~"
      parts.append("\(Self.shown(names.own)) \(relation) \(Self.shown(names.other))")
    }
    parts.append("type \(type.rawValue)")
    for (what, agreement) in [
      ("country", country), ("coordinates", coordinates), ("dates", dates), ("record", given),
    ] where agreement != .unknown {
      parts.append("\(what) \(agreement.rawValue)")
    }
    return parts.joined(separator: "; ")
  }

  private static func shown(_ name: Name) -> String {
    let rank =
      switch name.rank {
      case .label: "label"
      case .alias: "alias"
      case .hidden: "hidden label"
      }
    return "\(rank) \"\(name.text)\"" + (name.language.isEmpty ? "" : "@\(name.language)")
  }
}
