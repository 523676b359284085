/// The parts of a number: a sign, digits, a point, digits, an exponent.
///
/// - SeeAlso: XML Schema 1.1 Part 2, sections 3.3.3 (decimal) and 3.3.4 (float).
struct NumberForm {
  let isNegative: Bool
  /// Where the digits before the point stand, without zeros to spare.
  let whole: Range<Int>
  /// Where those after it stand, without zeros to spare.
  let fraction: Range<Int>
  /// Whether there is a point.
  let hasPoint: Bool
  /// Where the exponent stands, or nil without one.
  let exponent: Range<Int>?

  /// Reads a number, or gives nil of what is none.
  init?(_ text: Span<UInt8>) {
    var place = 0
    let isSigned = !text.isEmpty && (text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+"))
    isNegative = isSigned && text[0] == UInt8(ascii: "-")
    if isSigned { place = 1 }
    var start = place
    while place < text.count, XSD.isDigit(text[place]) { place += 1 }
    var digits = place - start
    while start < place, text[start] == 0x30 { start += 1 }
    whole = start..<place
    hasPoint = place < text.count && text[place] == UInt8(ascii: ".")
    if hasPoint { place += 1 }
    start = place
    if hasPoint { while place < text.count, XSD.isDigit(text[place]) { place += 1 } }
    digits += place - start
    var end = place
    while end > start, text[end - 1] == 0x30 { end -= 1 }
    fraction = start..<end
    guard digits > 0 else { return nil }
    guard place < text.count else {
      exponent = nil
      return
    }
    guard text[place] | 0x20 == UInt8(ascii: "e") else { return nil }
    place += 1
    start = place
    if place < text.count, text[place] == UInt8(ascii: "-") || text[place] == UInt8(ascii: "+") {
      place += 1
    }
    let first = place
    while place < text.count, XSD.isDigit(text[place]) { place += 1 }
    guard place == text.count, place > first else { return nil }
    exponent = start..<place
  }

  /// Whether it is an integer within bounds, which are written without zeros to spare.
  func isInteger(
    in bounds: (low: StaticString?, high: StaticString?)?, _ text: Span<UInt8>
  ) -> Bool {
    guard let bounds, exponent == nil, !hasPoint else { return false }
    if let low = bounds.low, order(text, to: low) < 0 { return false }
    if let high = bounds.high, order(text, to: high) > 0 { return false }
    return true
  }

  /// Compares an integer with one written without zeros to spare, by their digits.
  private func order(_ text: Span<UInt8>, to bound: StaticString) -> Int {
    var other: [UInt8] = []
    bound.withUTF8Buffer { unsafe other.append(contentsOf: $0) }
    let isOtherNegative = other.first == UInt8(ascii: "-")
    if isOtherNegative { other.removeFirst() }
    if other == [0x30] { other = [] }
    let isBelowZero = isNegative && !whole.isEmpty
    if isBelowZero != isOtherNegative { return isBelowZero ? -1 : 1 }
    let sign = isBelowZero ? -1 : 1
    if whole.count != other.count { return whole.count < other.count ? -sign : sign }
    for (place, digit) in zip(whole, other) where text[place] != digit {
      return text[place] < digit ? -sign : sign
    }
    return 0
  }
}
