/// What rules look for in the triples of a property.
struct PropertyInterest: OptionSet, Sendable {
  let rawValue: UInt32

  static let superproperty = PropertyInterest(rawValue: 1)
  static let domain = PropertyInterest(rawValue: 1 << 1)
  static let range = PropertyInterest(rawValue: 1 << 2)
  static let functional = PropertyInterest(rawValue: 1 << 3)
  static let inverseFunctional = PropertyInterest(rawValue: 1 << 4)
  static let irreflexive = PropertyInterest(rawValue: 1 << 5)
  static let symmetric = PropertyInterest(rawValue: 1 << 6)
  static let asymmetric = PropertyInterest(rawValue: 1 << 7)
  static let transitive = PropertyInterest(rawValue: 1 << 8)
  static let chain = PropertyInterest(rawValue: 1 << 9)
  static let disjoint = PropertyInterest(rawValue: 1 << 10)
  static let allDisjoint = PropertyInterest(rawValue: 1 << 11)
  static let inverse = PropertyInterest(rawValue: 1 << 12)
  static let key = PropertyInterest(rawValue: 1 << 13)
  static let denied = PropertyInterest(rawValue: 1 << 14)
  static let restriction = PropertyInterest(rawValue: 1 << 15)
  static let maximum = PropertyInterest(rawValue: 1 << 16)
  static let bottom = PropertyInterest(rawValue: 1 << 17)
  /// It is one of the properties that axioms are made of.
  static let axiom = PropertyInterest(rawValue: 1 << 18)
  static let equality = PropertyInterest(rawValue: 1 << 19)

  /// What can end in an inconsistency without more triples.
  static let checked: PropertyInterest = [
    .functional, .irreflexive, .asymmetric, .disjoint, .allDisjoint, .denied, .maximum, .bottom,
    .axiom, .equality,
  ]
}
