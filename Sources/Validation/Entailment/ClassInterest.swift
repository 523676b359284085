/// What rules look for in the members of a class.
struct ClassInterest: OptionSet, Sendable {
  let rawValue: UInt32

  static let superclass = ClassInterest(rawValue: 1)
  static let disjoint = ClassInterest(rawValue: 1 << 1)
  static let complement = ClassInterest(rawValue: 1 << 2)
  static let allDisjoint = ClassInterest(rawValue: 1 << 3)
  static let nothing = ClassInterest(rawValue: 1 << 4)
  static let intersectionPart = ClassInterest(rawValue: 1 << 5)
  static let intersection = ClassInterest(rawValue: 1 << 6)
  static let unionPart = ClassInterest(rawValue: 1 << 7)
  static let someFiller = ClassInterest(rawValue: 1 << 8)
  static let some = ClassInterest(rawValue: 1 << 9)
  static let allValues = ClassInterest(rawValue: 1 << 10)
  static let hasValue = ClassInterest(rawValue: 1 << 11)
  static let maximum = ClassInterest(rawValue: 1 << 12)
  static let qualifiedFiller = ClassInterest(rawValue: 1 << 13)
  static let key = ClassInterest(rawValue: 1 << 14)
  /// It is one of the classes of properties with a characteristic.
  static let characteristic = ClassInterest(rawValue: 1 << 15)

  /// What two classes of one thing can contradict each other by.
  static let exclusive: ClassInterest = [.disjoint, .complement, .allDisjoint, .nothing]
  /// What can end in an inconsistency without more triples than types and a property's.
  static let checked: ClassInterest = [
    .disjoint, .complement, .allDisjoint, .nothing, .some, .maximum, .qualifiedFiller,
    .characteristic,
  ]
}
