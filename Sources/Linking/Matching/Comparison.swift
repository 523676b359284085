internal import RDF

/// Compares an entity with what authorities know.
struct Comparison: Sendable {
  let types: TypeTable

  /// Within how many kilometres two places are the same.
  private static let nearby = 50.0

  func features(of subject: LinkSubject, and item: AuthorityItem, namespace: String) -> Features {
    var features = Features()
    features.names = Self.bestPair(subject.names, item.names)
    features.sharedWords = Self.sharedWords(subject.names, item.names, features.names)
    features.type = types.agreement(subject.classes, item.kinds)
    features.isTypeTelling = item.isConcept || types.isTelling(subject.classes, item.kinds)
    if item.isConcept != isConcept(subject) {
      features.type = Self.worse(features.type)
    } else if item.isConcept, features.type == .unknown {
      features.type = .same
    }
    features.country = Self.agreement(subject.countries, item.countries)
    if let own = subject.place, let other = item.place {
      features.coordinates = own.distance(to: other) <= Self.nearby ? .agrees : .differs
    }
    features.dates = Self.agreement(
      [Self.agreement(subject.begin, item.begin), Self.agreement(subject.end, item.end)])
    let given = subject.given.filter { !namespace.isEmpty && $0.hasPrefix(namespace) }
    if !given.isEmpty { features.given = given.contains(item.iri) ? .agrees : .differs }
    return features
  }

  /// Whether an entity is itself a concept of a thesaurus.
  func isConcept(_ subject: LinkSubject) -> Bool {
    subject.classes.contains { types.isConcept($0) }
  }

  /// A concept is not the thing that it is about.
  private static func worse(_ type: Features.TypeAgreement) -> Features.TypeAgreement {
    type == .disjoint ? .disjoint : .other
  }

  private static func agreement(
    _ first: Set<String>, _ second: Set<String>
  ) -> Features.Agreement {
    guard !first.isEmpty, !second.isEmpty else { return .unknown }
    return first.isDisjoint(with: second) ? .differs : .agrees
  }

  /// Whether two dates can be one: their spans of days overlap.
  private static func agreement(_ first: EDTF?, _ second: EDTF?) -> Features.Agreement {
    guard let first, let second, let start = first.earliestBegin, let end = first.latestEnd,
      let otherStart = second.earliestBegin, let otherEnd = second.latestEnd
    else { return .unknown }
    return start <= otherEnd && otherStart <= end ? .agrees : .differs
  }

  private static func agreement(_ parts: [Features.Agreement]) -> Features.Agreement {
    if parts.contains(.differs) { return .differs }
    return parts.contains(.agrees) ? .agrees : .unknown
  }

  // MARK: Names

  /// The two names that are most alike; ties go to the first in order.
  static func bestPair(_ own: [Name], _ other: [Name]) -> Features.NamePair? {
    var best: Features.NamePair?
    for one in own {
      for another in other {
        let likeness = likeness(one, another)
        if likeness > best?.likeness ?? -1 {
          best = Features.NamePair(own: one, other: another, likeness: likeness)
        }
      }
    }
    return best
  }

  /// How many words that tell things apart stand in names of both, and in both of the most alike.
  private static func sharedWords(
    _ own: [Name], _ other: [Name], _ best: Features.NamePair?
  ) -> Int {
    let shared = Set(own.map(\.key)).intersection(other.map(\.key))
    var words = shared.reduce(into: Set<Substring>()) { $0.formUnion($1.tellingWords) }
    if let best {
      words.formUnion(best.own.key.tellingWords.intersection(best.other.key.tellingWords))
    }
    return words.count
  }

  static func likeness(_ own: Name, _ other: Name) -> Double {
    var likeness: Double
    if own.text == other.text {
      likeness = 1
    } else if own.key == other.key, !own.key.text.isEmpty {
      likeness = 0.99
    } else {
      likeness = 0.85 * NameLikeness.of(own.key, other.key)
    }
    for name in [own, other] {
      switch name.rank {
      case .label: break
      case .alias: likeness -= 0.05
      case .hidden: likeness -= 0.08
      }
    }
    if !own.language.isEmpty, !other.language.isEmpty,
      own.primaryLanguage != other.primaryLanguage
    {
      likeness -= 0.03
    }
    if own.key.text.utf8.count <= 2 { likeness -= 0.2 }
    return max(0, likeness)
  }
}
