/// A decimal number of any length.
public struct DecimalNumber: Hashable, Sendable {
  /// Its digits without a point, where they fit.
  private let digits: Int64
  /// How many of them come after the point.
  private let scale: UInt8
  /// The digits before and after the point, where they do not fit.
  private let long: Long?

  private struct Long: Hashable {
    let isNegative: Bool
    let whole: [UInt8]
    let fraction: [UInt8]
  }

  /// What a form says that has no exponent.
  init(_ form: NumberForm, _ text: Span<UInt8>) {
    guard form.whole.count + form.fraction.count > 18 else {
      var number: Int64 = 0
      for place in form.whole { number = number * 10 + Int64(text[place] - 0x30) }
      for place in form.fraction { number = number * 10 + Int64(text[place] - 0x30) }
      digits = form.isNegative ? -number : number
      scale = UInt8(form.fraction.count)
      long = nil
      return
    }
    digits = 0
    scale = 0
    long = Long(
      isNegative: form.isNegative, whole: form.whole.map { text[$0] },
      fraction: form.fraction.map { text[$0] })
  }

  /// Below 0, 0 or above 0 as this number is less than, equal to or greater than another.
  func compared(to other: DecimalNumber) -> Int {
    if long == nil, other.long == nil {
      if scale == other.scale { return digits == other.digits ? 0 : digits < other.digits ? -1 : 1 }
      // Each is below 10 to the 18th, so that both fit when brought to one scale.
      let left = Int128(digits) * Self.power(max(other.scale, scale) - scale)
      let right = Int128(other.digits) * Self.power(max(other.scale, scale) - other.scale)
      return left == right ? 0 : left < right ? -1 : 1
    }
    let (left, right) = (written, other.written)
    if left.isNegative != right.isNegative { return left.isNegative ? -1 : 1 }
    var order = 0
    if left.whole.count != right.whole.count {
      order = left.whole.count < right.whole.count ? -1 : 1
    } else if left.whole != right.whole {
      order = left.whole.lexicographicallyPrecedes(right.whole) ? -1 : 1
    } else if left.fraction != right.fraction {
      order = left.fraction.lexicographicallyPrecedes(right.fraction) ? -1 : 1
    }
    return left.isNegative ? -order : order
  }

  private static func power(_ exponent: UInt8) -> Int128 {
    var product: Int128 = 1
    for _ in 0..<exponent { product *= 10 }
    return product
  }

  private var written: Long {
    if let long { return long }
    var text = Array(String(digits.magnitude).utf8)
    if digits == 0 { text = [] }
    let missing = Int(scale) - text.count
    if missing > 0 { text.insert(contentsOf: repeatElement(0x30, count: missing), at: 0) }
    return Long(
      isNegative: digits < 0, whole: Array(text.dropLast(Int(scale))),
      fraction: Array(text.suffix(Int(scale))))
  }

  /// The number as it is written, without zeros to spare.
  public var lexical: String {
    let parts = written
    let whole = parts.whole.isEmpty ? [0x30] : parts.whole
    let text = (parts.isNegative ? [UInt8(ascii: "-")] : []) + whole
    return String(
      decoding: parts.fraction.isEmpty ? text : text + [UInt8(ascii: ".")] + parts.fraction,
      as: UTF8.self)
  }
}
