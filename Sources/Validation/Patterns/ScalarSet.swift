/// A set of Unicode scalars, given by ranges and by general categories together.
///
/// It is kept as segments of the code space, each with the categories that are in the set there;
/// so that unions, complements and differences need no table of every scalar of a category.
struct ScalarSet: Hashable, Sendable {
  /// From its first code point to the next segment's, the scalars of these categories are in.
  private struct Segment: Hashable {
    let first: UInt32
    let categories: CategorySet
  }

  /// Ascending, the first from 0.
  private let segments: [Segment]
  /// The answers for the code points below 64 and below 128.
  private let ascii: (low: UInt64, high: UInt64)

  /// The scalars of the ranges, in whatever order, and those of the categories.
  init(ranges: [ClosedRange<UInt32>] = [], categories: CategorySet = []) {
    var segments = [Segment(first: 0, categories: categories)]
    for range in Self.merged(ranges) {
      if range.lowerBound == 0 { segments.removeAll() }
      segments.append(Segment(first: range.lowerBound, categories: .all))
      if range.upperBound < 0x10_FFFF {
        segments.append(Segment(first: range.upperBound + 1, categories: categories))
      }
    }
    self.init(segments)
  }

  private init(_ segments: [Segment]) {
    self.segments = segments
    var low: UInt64 = 0
    var high: UInt64 = 0
    for byte in UInt8(0)..<128 where Self.contains(Unicode.Scalar(byte), in: segments) {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
    ascii = (low, high)
  }

  /// Every scalar that is not in this set.
  var complement: ScalarSet {
    ScalarSet(
      segments.map { segment in
        Segment(first: segment.first, categories: .all.subtracting(segment.categories))
      })
  }

  /// The scalars that are in this set and not in another.
  func subtracting(_ other: ScalarSet) -> ScalarSet {
    var result: [Segment] = []
    var mine = 0
    var theirs = 0
    while mine < segments.count || theirs < other.segments.count {
      let left = mine < segments.count ? segments[mine].first : .max
      let right = theirs < other.segments.count ? other.segments[theirs].first : .max
      if left <= right { mine += 1 }
      if right <= left { theirs += 1 }
      // Both begin at 0, so that there is one before each from the first round on.
      let categories = segments[mine - 1].categories
        .subtracting(other.segments[theirs - 1].categories)
      if result.last?.categories != categories {
        result.append(Segment(first: min(left, right), categories: categories))
      }
    }
    return ScalarSet(result)
  }

  /// Whether a scalar is in the set.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<64: ascii.low >> UInt64(scalar.value) & 1 == 1
    case ..<128: ascii.high >> UInt64(scalar.value - 64) & 1 == 1
    default: Self.contains(scalar, in: segments)
    }
  }

  /// Whether both have the same segments.
  static func == (left: ScalarSet, right: ScalarSet) -> Bool { left.segments == right.segments }

  /// Hashes the segments.
  func hash(into hasher: inout Hasher) { hasher.combine(segments) }

  /// The same code points as ascending ranges that do not touch.
  static func merged(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard let last = result.last, range.lowerBound <= last.upperBound + 1 else {
        result.append(range)
        continue
      }
      result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
    }
    return result
  }

  /// The code points that are in none of the ranges.
  static func inverted(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    var first: UInt32 = 0
    for range in merged(ranges) {
      if first < range.lowerBound { result.append(first...range.lowerBound - 1) }
      first = range.upperBound + 1
    }
    if first <= 0x10_FFFF { result.append(first...0x10_FFFF) }
    return result
  }

  private static func contains(_ scalar: Unicode.Scalar, in segments: [Segment]) -> Bool {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].first <= scalar.value { low = middle } else { high = middle }
    }
    let categories = segments[low].categories
    return categories == .all
      || !categories.isEmpty
        && categories.contains(CategorySet(scalar.properties.generalCategory))
  }
}
