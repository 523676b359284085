/// The characters that are the same as others but for letter case.
///
/// Two are variants when the lower-case mappings of both are equal, or the upper-case mappings.
/// So `ſ` is a variant of `S` and `s`; `ß` and `ẞ` of each other, and not of `ss`. The table is made
/// from the Swift library's mappings at the first use, which takes some hundredths of a second.
///
/// - SeeAlso: XPath and XQuery Functions and Operators 3.1, section 5.6.2 (flag i).
enum CaseVariants {
  private struct Table {
    /// The scalars that have variants, ascending.
    let scalars: [UInt32]
    /// Of each of them the variants, in the same order.
    let variants: [[UInt32]]
  }

  /// Unicode has no cased letters above its plane 1.
  private static let lastCased: UInt32 = 0x1_FFFF

  private static let table: Table = {
    // Keys are scalars, not strings: strings that are canonically equivalent are equal in Swift.
    var groups: [[Unicode.Scalar]: [UInt32]] = [:]
    var names: [(scalar: UInt32, lower: [Unicode.Scalar], upper: [Unicode.Scalar])] = []
    for value in 0...lastCased {
      guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenCaseMapped else {
        continue
      }
      // The two kinds of mapping are told apart by a letter in front.
      let lower = ["l"] + Array(scalar.properties.lowercaseMapping.unicodeScalars)
      let upper = ["u"] + Array(scalar.properties.uppercaseMapping.unicodeScalars)
      groups[lower, default: []].append(value)
      groups[upper, default: []].append(value)
      names.append((value, lower, upper))
    }
    var scalars: [UInt32] = []
    var variants: [[UInt32]] = []
    for (scalar, lower, upper) in names {
      let found = Set((groups[lower] ?? []) + (groups[upper] ?? [])).subtracting([scalar])
      guard !found.isEmpty else { continue }
      scalars.append(scalar)
      variants.append(found.sorted())
    }
    return Table(scalars: scalars, variants: variants)
  }()

  /// The variants of what lies in the ranges, some of which can lie there too.
  static func ranges(of ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    for range in ranges {
      var index = firstIndex(from: range.lowerBound)
      while index < table.scalars.count, table.scalars[index] <= range.upperBound {
        result += table.variants[index].map { $0...$0 }
        index += 1
      }
    }
    return result
  }

  private static func firstIndex(from value: UInt32) -> Int {
    var low = 0
    var high = table.scalars.count
    while low < high {
      let middle = (low + high) / 2
      if table.scalars[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
