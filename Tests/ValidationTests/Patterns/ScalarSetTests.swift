import Testing

@testable import Validation

/// Sets of scalars, against their definitions.
struct ScalarSetTests {
  /// Some of each plane, and all of the first few thousand.
  static let sample = (Array(UInt32(0)...0x2FFF) + stride(from: 0x3000, through: 0x10_FFFF, by: 97))
    .compactMap(Unicode.Scalar.init)

  @Test func complement() {
    for set in [
      ScalarSet(), ScalarSet(categories: .all), ScalarSet(categories: CategorySet(named: "L")),
      ScalarSet(ranges: [0...0x10_FFFF]), ScalarSet(ranges: [0...0x40, 0x100...0x10_FFFF]),
      ScalarSet(ranges: [0x60...0x70], categories: CategorySet(named: "Nd")),
    ] {
      let complement = set.complement
      for scalar in Self.sample { #expect(set.contains(scalar) != complement.contains(scalar)) }
      #expect(complement.complement == set)
    }
  }

  @Test func difference() {
    let sets = [
      ScalarSet(), ScalarSet(categories: CategorySet(named: "L")),
      ScalarSet(ranges: [0x20...0x60, 0x3000...0x10_FFFF]),
      ScalarSet(ranges: [0x40...0x50, 0x60...0x1000], categories: CategorySet(named: "Ll")),
    ]
    for one in sets {
      for other in sets {
        let difference = one.subtracting(other)
        for scalar in Self.sample {
          let isExpected = one.contains(scalar) && !other.contains(scalar)
          #expect(difference.contains(scalar) == isExpected)
        }
      }
    }
  }

  @Test func ranges() {
    #expect(ScalarSet.merged([5...9, 0...3, 4...4, 20...30, 22...25]) == [0...9, 20...30])
    #expect(ScalarSet.inverted([]) == [0...0x10_FFFF])
    #expect(ScalarSet.inverted([0...4, 8...0x10_FFFF]) == [5...7])
    #expect(ScalarSet.inverted([0...0x10_FFFF]).isEmpty)
  }

  @Test func categories() {
    let names = [
      "L": "Lu Ll Lt Lm Lo", "M": "Mn Mc Me", "N": "Nd Nl No", "P": "Pc Pd Ps Pe Pi Pf Po",
      "Z": "Zs Zl Zp", "S": "Sm Sc Sk So", "C": "Cc Cf Co Cn",
    ]
    var all: CategorySet = []
    for (name, parts) in names {
      var union: CategorySet = []
      for part in parts.split(separator: " ") {
        let one = CategorySet(named: String(part))
        #expect(one.rawValue.nonzeroBitCount == 1)
        #expect(union.isDisjoint(with: one))
        union.formUnion(one)
      }
      #expect(CategorySet(named: name) == union)
      all.formUnion(union)
    }
    #expect(all == .all)
    #expect(CategorySet(named: "").isEmpty)
    #expect(CategorySet(.surrogate).isEmpty)
    for (character, name) in [
      ("A", "Lu"), ("a", "Ll"), ("ǅ", "Lt"), ("ʰ", "Lm"), ("中", "Lo"), ("\u{301}", "Mn"),
      ("\u{903}", "Mc"), ("\u{20DD}", "Me"), ("1", "Nd"), ("Ⅷ", "Nl"), ("½", "No"), ("_", "Pc"),
      ("-", "Pd"), ("(", "Ps"), (")", "Pe"), ("«", "Pi"), ("»", "Pf"), ("!", "Po"), (" ", "Zs"),
      ("\u{2028}", "Zl"), ("\u{2029}", "Zp"), ("+", "Sm"), ("$", "Sc"), ("^", "Sk"), ("©", "So"),
      ("\u{0}", "Cc"), ("\u{AD}", "Cf"), ("\u{E000}", "Co"), ("\u{378}", "Cn"),
    ] as [(Unicode.Scalar, String)] {
      #expect(CategorySet(character.properties.generalCategory) == CategorySet(named: name))
    }
  }

  /// The table leaves out planes without letters, and what maps to itself: neither may matter.
  @Test func caseVariants() {
    var byLower: [[Unicode.Scalar]: Set<UInt32>] = [:]
    var byUpper: [[Unicode.Scalar]: Set<UInt32>] = [:]
    func mappings(_ scalar: Unicode.Scalar) -> (lower: [Unicode.Scalar], upper: [Unicode.Scalar]) {
      (
        Array(scalar.properties.lowercaseMapping.unicodeScalars),
        Array(scalar.properties.uppercaseMapping.unicodeScalars)
      )
    }
    func add(_ scalar: Unicode.Scalar) {
      let (lower, upper) = mappings(scalar)
      byLower[lower, default: []].insert(scalar.value)
      byUpper[upper, default: []].insert(scalar.value)
    }
    var changed: [Unicode.Scalar] = []
    for scalar in (UInt32(0)...0x10_FFFF).compactMap(Unicode.Scalar.init) {
      let (lower, upper) = mappings(scalar)
      guard lower != [scalar] || upper != [scalar] else { continue }
      changed.append(scalar)
      add(scalar)
      for target in [lower, upper] where target.count == 1 { add(target[0]) }
    }
    #expect(changed.count > 2_500)
    for scalar in changed {
      let (lower, upper) = mappings(scalar)
      let expected = (byLower[lower] ?? []).union(byUpper[upper] ?? []).subtracting([scalar.value])
      let found = CaseVariants.ranges(of: [scalar.value...scalar.value]).map(\.lowerBound)
      #expect(Set(found) == expected, "U+\(String(scalar.value, radix: 16))")
    }
  }
}
