/// The parts of a date, a time, or a part of a date.
///
/// - SeeAlso: XML Schema 1.1 Part 2, sections 3.3.7 and D.2 (date
///   and time values).
struct TimeForm {
  /// The year, or nil where there is none, or one of more than eleven digits.
  private(set) var year: Int?
  private(set) var month: Int?
  private(set) var day: Int?
  private(set) var hour = 0
  private(set) var minute = 0
  private(set) var second = 0
  /// The fraction of the second in units of its eighteenth decimal place; what follows is cut.
  private(set) var fraction: UInt64 = 0
  /// The minutes that its zone is ahead, or nil without one.
  private(set) var zone: Int?
  /// Whether the year has more digits than can be reckoned with.
  private(set) var isFarOff = false

  /// Reads a form, or gives nil of what is none of the datatype.
  init?(_ text: Span<UInt8>, _ datatype: XSDDatatype) {
    var place = 0
    let isRead: Bool
    switch datatype {
    case .date: isRead = readYear(text, &place) && readMonth(text, &place) && readDay(text, &place)
    case .dateTime, .dateTimeStamp:
      isRead =
        readYear(text, &place) && readMonth(text, &place) && readDay(text, &place)
        && Self.skip(UInt8(ascii: "T"), text, &place) && readClock(text, &place)
    case .time: isRead = readClock(text, &place)
    case .gYear: isRead = readYear(text, &place)
    case .gYearMonth: isRead = readYear(text, &place) && readMonth(text, &place)
    case .gMonth: isRead = Self.skipDash(text, &place) && readMonth(text, &place)
    case .gMonthDay:
      isRead = Self.skipDash(text, &place) && readMonth(text, &place) && readDay(text, &place)
    case .gDay:
      isRead =
        Self.skipDash(text, &place) && Self.skipDash(text, &place) && readDay(text, &place)
    default: return nil
    }
    guard isRead, readZone(text, &place), place == text.count, isInCalendar else { return nil }
    if datatype == .dateTimeStamp, zone == nil { return nil }
  }

  /// Whether the month has the day; the year is nil of any year, which may be a leap year.
  private var isInCalendar: Bool {
    guard let day else { return true }
    return day <= CalendarDate.days(inMonth: month ?? 1, year: year ?? 2000)
  }

  private mutating func readYear(_ text: Span<UInt8>, _ place: inout Int) -> Bool {
    let isNegative = place < text.count && text[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    let start = place
    var number = 0
    while place < text.count, XSD.isDigit(text[place]) {
      // Leap years repeat every 400 years, so of a year that is too long that much is kept.
      number = number * 10 + Int(text[place] - 0x30)
      if place - start >= 11 {
        isFarOff = true
        number = number % 400 + 400
      }
      place += 1
    }
    let count = place - start
    year = isNegative ? -number : number
    return count == 4 || count > 4 && text[start] != 0x30
  }

  private mutating func readMonth(_ text: Span<UInt8>, _ place: inout Int) -> Bool {
    guard Self.skipDash(text, &place), let number = Self.twoDigits(text, &place) else {
      return false
    }
    month = number
    return (1...12).contains(number)
  }

  private mutating func readDay(_ text: Span<UInt8>, _ place: inout Int) -> Bool {
    guard Self.skipDash(text, &place), let number = Self.twoDigits(text, &place) else {
      return false
    }
    day = number
    return (1...31).contains(number)
  }

  private mutating func readClock(_ text: Span<UInt8>, _ place: inout Int) -> Bool {
    let colon = UInt8(ascii: ":")
    guard let hour = Self.twoDigits(text, &place), Self.skip(colon, text, &place),
      let minute = Self.twoDigits(text, &place), Self.skip(colon, text, &place),
      let second = Self.twoDigits(text, &place), hour <= 24, minute < 60, second < 60
    else { return false }
    self.hour = hour
    self.minute = minute
    self.second = second
    var hasFraction = false
    if place < text.count, text[place] == UInt8(ascii: ".") {
      place += 1
      let start = place
      var unit: UInt64 = 100_000_000_000_000_000
      while place < text.count, XSD.isDigit(text[place]) {
        fraction += UInt64(text[place] - 0x30) * unit
        if text[place] != 0x30 { hasFraction = true }
        unit /= 10
        place += 1
      }
      guard place > start else { return false }
    }
    return hour < 24 || minute == 0 && second == 0 && !hasFraction
  }

  /// Reads a zone where there is one.
  private mutating func readZone(_ text: Span<UInt8>, _ place: inout Int) -> Bool {
    guard place < text.count else { return true }
    let sign = text[place]
    place += 1
    if sign == UInt8(ascii: "Z") {
      zone = 0
      return true
    }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let hours = Self.twoDigits(text, &place), Self.skip(UInt8(ascii: ":"), text, &place),
      let minutes = Self.twoDigits(text, &place),
      hours < 14 && minutes < 60 || hours == 14 && minutes == 0
    else { return false }
    zone = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
    return true
  }

  private static func skipDash(_ text: Span<UInt8>, _ place: inout Int) -> Bool {
    skip(UInt8(ascii: "-"), text, &place)
  }

  private static func skip(_ byte: UInt8, _ text: Span<UInt8>, _ place: inout Int) -> Bool {
    guard place < text.count, text[place] == byte else { return false }
    place += 1
    return true
  }

  private static func twoDigits(_ text: Span<UInt8>, _ place: inout Int) -> Int? {
    guard place + 1 < text.count, XSD.isDigit(text[place]), XSD.isDigit(text[place + 1]) else {
      return nil
    }
    defer { place += 2 }
    return Int(text[place] - 0x30) * 10 + Int(text[place + 1] - 0x30)
  }
}
