/// What linking found for an entity in one authority.
public struct Finding: Sendable {
  /// Why nothing is proposed.
  public enum Reason: Hashable, Sendable {
    /// The entity has no name of its own.
    case unnamed
    /// The authority knows nothing like it.
    case noCandidate
    /// The best candidate's score is below the threshold.
    case belowThreshold
    /// Several candidates are about as good.
    case ambiguous(Int)
    /// The best candidate's types are not known, or not the entity's.
    case type(Features.TypeAgreement)
    /// What both sides say of this differs.
    case differs(String)
    /// This must be known on both sides for things of the entity's class, and is not.
    case missing(String)
    /// A name of one word and a class of many things are all that agrees.
    case oneWord
    /// A person decided that the authority has it not.
    case decided

    /// The reason in words.
    public var words: String {
      switch self {
      case .unnamed: "has no name of its own"
      case .noCandidate: "nothing with such a name"
      case .belowThreshold: "below the threshold"
      case .ambiguous(let count): "\(count) candidates are about as good"
      case .type(.unknown): "the candidate's type is not known"
      case .type(.unlisted): "the candidate's type is not in the table of types"
      case .type: "the candidate is of another type"
      case .differs(let what): "\(what) differs"
      case .missing(let what): "\(what) is not known on both sides"
      case .oneWord: "a name of one word, and nothing else agrees that tells"
      case .decided: "decided: not in this authority"
      }
    }
  }

  /// What an entity is linked to and why.
  public enum Verdict: Sendable {
    /// Linked, with all that stands behind the link.
    case linked(Link)
    /// Not linked.
    case open(Reason)
  }

  /// The entity.
  public let subject: LinkSubject
  /// The authority: its name.
  public let authority: String
  /// What the IRIs of its things begin with.
  public let namespace: String
  /// The candidates, best first.
  public let candidates: [Candidate]
  /// Whether there is a link.
  public let verdict: Verdict

  /// The link, if there is one.
  public var link: Link? {
    if case .linked(let link) = verdict { link } else { nil }
  }
}
