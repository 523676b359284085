/// A day of the proleptic Gregorian calendar, with a year 0 before the year 1.
///
/// - SeeAlso: XML Schema 1.1 Part 2, section 3.3.9.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Year, month and day in one number, which orders days; dates are many, and copied often.
  private let packed: Int64

  private static let yearLimit = 1 << 50

  /// The year; 0 is 1 BCE.
  public var year: Int { Int(packed >> 9) }
  /// The month, 1 to 12.
  public var month: Int { Int(packed >> 5 & 15) }
  /// The day of the month, from 1.
  public var day: Int { Int(packed & 31) }

  /// Makes a day, or nil when the calendar has none such, or its year is beyond 2^50.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, year: year),
      year.magnitude < Self.yearLimit
    else { return nil }
    packed = Int64(year) << 9 | Int64(month) << 5 | Int64(day)
  }

  /// Reads `YYYY-MM-DD`; nil of any other form, and of a day that the calendar has not.
  init?(_ text: Span<UInt8>) {
    guard text.count == 10 else { return nil }
    var number = 0
    for position in text.indices {
      let byte = text[position]
      if position == 4 || position == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// How many days a month has.
  public static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Orders days by the calendar.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.packed < right.packed
  }

  /// The day as xsd:date writes it, without a time zone.
  public var lexical: String {
    var bytes: [UInt8] = []
    appendLexical(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the day as xsd:date writes it, without a time zone.
  public func appendLexical(to output: inout [UInt8]) {
    func append(_ number: Int, _ least: Int) {
      var power = least
      while number / power >= 10 { power *= 10 }
      while power > 0 {
        output.append(0x30 + UInt8(number / power % 10))
        power /= 10
      }
    }
    if year < 0 { output.append(UInt8(ascii: "-")) }
    append(abs(year), 1000)
    output.append(UInt8(ascii: "-"))
    append(month, 10)
    output.append(UInt8(ascii: "-"))
    append(day, 10)
  }
}
