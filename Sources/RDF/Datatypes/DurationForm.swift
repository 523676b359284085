/// The parts of a duration, as months and seconds.
///
/// - SeeAlso: XML Schema 1.1 Part 2, sections 3.3.6, 3.4.26 and 3.4.27.
struct DurationForm {
  let isNegative: Bool
  /// The months, or nil where they are too many to be reckoned with.
  private(set) var months: Int? = 0
  /// The whole seconds, or nil where they are too many to be reckoned with.
  private(set) var seconds: Int? = 0
  /// The fraction of the seconds in units of its eighteenth decimal place; what follows is cut.
  private(set) var fraction: UInt64 = 0

  /// Reads a form, or gives nil of what is none of the datatype.
  init?(_ text: Span<UInt8>, _ datatype: XSDDatatype) {
    var place = 0
    isNegative = !text.isEmpty && text[0] == UInt8(ascii: "-")
    if isNegative { place = 1 }
    guard place < text.count, text[place] == UInt8(ascii: "P") else { return nil }
    place += 1
    var isClock = false
    /// The last unit read, by its place in the order of units.
    var last = 0
    var hasAny = false
    while place < text.count {
      if text[place] == UInt8(ascii: "T") {
        guard !isClock, place + 1 < text.count else { return nil }
        isClock = true
        last = max(last, 3)
        place += 1
      }
      let start = place
      var number: Int? = 0
      while place < text.count, XSD.isDigit(text[place]) {
        number = Self.sum(Self.product(number, 10), Int(text[place] - 0x30))
        place += 1
      }
      guard place > start, place < text.count else { return nil }
      var hasFraction = false
      if text[place] == UInt8(ascii: "."), isClock {
        hasFraction = true
        place += 1
        let first = place
        var unit: UInt64 = 100_000_000_000_000_000
        while place < text.count, XSD.isDigit(text[place]) {
          fraction += UInt64(text[place] - 0x30) * unit
          unit /= 10
          place += 1
        }
        guard place > first, place < text.count else { return nil }
      }
      guard let unit = Self.units.firstIndex(of: text[place]), unit != 1 || !isClock else {
        // Minutes have the letter of months.
        guard text[place] == UInt8(ascii: "M"), isClock, last < 5, !hasFraction else { return nil }
        last = 5
        seconds = Self.sum(seconds, Self.product(number, 60))
        hasAny = true
        place += 1
        continue
      }
      let order = unit < 3 ? unit + 1 : unit == 3 ? 4 : 6
      guard order > last, isClock == (order > 3), !hasFraction || order == 6 else { return nil }
      last = order
      switch order {
      case 1: months = Self.sum(months, Self.product(number, 12))
      case 2: months = Self.sum(months, number)
      case 3: seconds = Self.sum(seconds, Self.product(number, 86_400))
      case 4: seconds = Self.sum(seconds, Self.product(number, 3_600))
      default: seconds = Self.sum(seconds, number)
      }
      switch datatype {
      case .yearMonthDuration where order > 2, .dayTimeDuration where order < 3: return nil
      default: break
      }
      hasAny = true
      place += 1
    }
    guard hasAny else { return nil }
    if datatype == .yearMonthDuration, isClock { return nil }
  }

  private static let units = Array("YMDHS".utf8)

  private static func sum(_ left: Int?, _ right: Int?) -> Int? {
    guard let left, let right else { return nil }
    let (sum, isTooLarge) = left.addingReportingOverflow(right)
    return isTooLarge ? nil : sum
  }

  private static func product(_ left: Int?, _ right: Int) -> Int? {
    guard let left else { return nil }
    let (product, isTooLarge) = left.multipliedReportingOverflow(by: right)
    return isTooLarge ? nil : product
  }
}
