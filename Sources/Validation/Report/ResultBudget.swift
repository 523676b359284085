/// How many results are made, and how many there were beside them.
///
/// All data are evaluated, for what decides about them may come last; of what is beyond the limits
/// nothing but the count is made.
public struct ResultBudget: Sendable {
  /// How many results of one constraint are made; nil for all.
  public let perConstraint: Int?
  /// How many results of one severity are made; nil for all.
  public let perSeverity: Int?
  /// How many results of each severity were not made.
  public private(set) var left: [Severity: Int] = [:]
  private var numbers: [Key: Int] = [:]
  private var counts: [Int] = []
  private var leftOf: [Int] = []
  private var made: [Severity: Int] = [:]

  /// A constraint of a shape, one of the checks of axioms, or a kind of message about the input.
  enum Key: Hashable {
    case constraint(ConstraintPlace)
    case axiom(String)
    case input(String)
  }

  /// Makes a budget of which nothing is spent.
  public init(perConstraint: Int? = nil, perSeverity: Int? = nil) {
    self.perConstraint = perConstraint
    self.perSeverity = perSeverity
  }

  /// How many results of a constraint, by ``ValidationResult/constraint``, were not made.
  public func left(of constraint: Int) -> Int {
    leftOf.indices.contains(constraint) ? leftOf[constraint] : 0
  }

  /// Counts a message about an input in itself, and gives the number of its kind when it is to be
  /// kept.
  public mutating func take(inputKind: String, _ severity: Severity) -> Int? {
    take(.input(inputKind), severity)
  }

  /// Counts a result, and gives the number of its constraint when it is to be made.
  mutating func take(_ key: Key, _ severity: Severity) -> Int? {
    let number: Int
    if let known = numbers[key] {
      number = known
    } else {
      number = counts.count
      numbers[key] = number
      counts.append(0)
      leftOf.append(0)
    }
    let total = made[severity, default: 0]
    guard counts[number] < perConstraint ?? .max, total < perSeverity ?? .max else {
      left[severity, default: 0] += 1
      leftOf[number] += 1
      return nil
    }
    counts[number] += 1
    made[severity] = total + 1
    return number
  }
}
