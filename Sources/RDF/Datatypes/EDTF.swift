/// A date or interval of the Extended Date/Time Format: levels 0 and 1, and sets of level 2.
///
/// What it can mean is kept as bounds in days; a bound that is open or unknown is nil.
///
/// - SeeAlso: EDTF, sections "Level 0", "Level 1" and "Set representation".
public struct EDTF: Hashable, Sendable {
  /// How sure a date is.
  public enum Qualifier: String, CaseIterable, Sendable {
    /// `~` or `%`: the date is near this.
    case approximate
    /// `?` or `%`: the date may be another.
    case uncertain
  }

  /// The string as it was given.
  public let text: String
  /// The first day on which it can begin.
  public let earliestBegin: CalendarDate?
  /// The last day on which it can begin.
  public let latestBegin: CalendarDate?
  /// The first day on which it can end.
  public let earliestEnd: CalendarDate?
  /// The last day on which it can end.
  public let latestEnd: CalendarDate?
  /// How sure it is; empty when it is plain.
  public let qualifiers: [Qualifier]
  /// Whether it has a begin and an end of its own, written with a slash.
  public let isInterval: Bool

  /// Why a string is no EDTF date.
  public enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// It has not the form of one.
    case form(String)
    /// It has the form, and the calendar has no such day or month.
    case impossible(String)
    /// The interval ends before it begins.
    case reversed(String)

    /// The fault in plain words.
    public var description: String {
      switch self {
      case .form(let text):
        "\"\(text)\" is not a date; expected EDTF such as 2024-11-15, 2024-11, 2024, 2023~, "
          + "2013/2024-11-15, 2013/.. or [2024-10-30,2024-11-06]"
      case .impossible(let text): "there is no such date as \(text)"
      case .reversed(let text): "the interval \(text) ends before it begins"
      }
    }
  }

  /// Reads a string.
  ///
  /// - Throws: ``Fault``.
  public init(_ text: String) throws(Fault) {
    self.text = text
    // Most dates are a plain day.
    if let day = CalendarDate(Array(text.utf8).span) {
      earliestBegin = day
      latestBegin = day
      earliestEnd = day
      latestEnd = day
      qualifiers = []
      isInterval = false
      return
    }
    if let (first, last) = Self.monthOrYear(text) {
      earliestBegin = first
      latestBegin = last
      earliestEnd = first
      latestEnd = last
      qualifiers = []
      isInterval = false
      return
    }
    if let inner = Self.inner(of: text) {
      guard text.hasPrefix("[") || text.hasPrefix("{") else { throw .form(text) }
      var begins: [CalendarDate?] = []
      var ends: [CalendarDate?] = []
      var qualifiers: [Qualifier] = []
      for part in inner.split(separator: ",", omittingEmptySubsequences: false) {
        let (first, last, found) = try Self.element(String(part), in: text)
        begins.append(first)
        ends.append(last)
        qualifiers += found.filter { !qualifiers.contains($0) }
      }
      let isOne = text.hasPrefix("[")
      let firsts = begins.compactMap(\.self)
      let lasts = ends.compactMap(\.self)
      earliestBegin = begins.contains(nil) ? nil : firsts.min()
      latestEnd = ends.contains(nil) ? nil : lasts.max()
      latestBegin = isOne ? (ends.contains(nil) ? nil : lasts.max()) : firsts.min()
      earliestEnd = isOne ? (begins.contains(nil) ? nil : firsts.min()) : lasts.max()
      self.qualifiers = qualifiers
      isInterval = false
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      guard parts.count == 1 else { throw .form(text) }
      let date = try Self.date(text, in: text)
      earliestBegin = date.first
      latestBegin = date.last
      earliestEnd = date.first
      latestEnd = date.last
      qualifiers = date.qualifiers
      isInterval = false
      return
    }
    let isOpen = parts.map { $0.isEmpty || $0 == ".." }
    guard isOpen != [true, true] else { throw .form(text) }
    let begin = isOpen[0] ? nil : try Self.date(parts[0], in: text)
    let end = isOpen[1] ? nil : try Self.date(parts[1], in: text)
    if let begin, let end, end.last < begin.first { throw .reversed(text) }
    earliestBegin = begin?.first
    latestBegin = begin?.last
    earliestEnd = end?.first
    latestEnd = end?.last
    let found = (begin?.qualifiers ?? []) + (end?.qualifiers ?? [])
    qualifiers = Qualifier.allCases.filter { found.contains($0) }
    isInterval = true
  }

  /// The days of `YYYY` or `YYYY-MM`; nil of all else, wrong months among it.
  private static func monthOrYear(_ text: String) -> (first: CalendarDate, last: CalendarDate)? {
    guard text.utf8.count == 4 || text.utf8.count == 7 else { return nil }
    var numbers = (year: 0, month: 0)
    for (position, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39 where position < 4: numbers.year = numbers.year * 10 + Int(byte - 0x30)
      case 0x30...0x39 where position > 4: numbers.month = numbers.month * 10 + Int(byte - 0x30)
      case UInt8(ascii: "-") where position == 4: continue
      default: return nil
      }
    }
    let months = text.utf8.count == 4 ? 1...12 : numbers.month...numbers.month
    guard let first = CalendarDate(year: numbers.year, month: months.lowerBound, day: 1),
      let last = CalendarDate(
        year: numbers.year, month: months.upperBound,
        day: CalendarDate.days(inMonth: months.upperBound, year: numbers.year))
    else { return nil }
    return (first, last)
  }

  private static func inner(of text: String) -> Substring? {
    let isSet =
      text.hasPrefix("[") && text.hasSuffix("]") || text.hasPrefix("{") && text.hasSuffix("}")
    return isSet ? text.dropFirst().dropLast() : nil
  }

  private typealias Bounds = (first: CalendarDate, last: CalendarDate, qualifiers: [Qualifier])

  private static func element(
    _ part: String, in whole: String
  ) throws(Fault) -> (CalendarDate?, CalendarDate?, [Qualifier]) {
    if part.hasPrefix("..") {
      let date = try date(String(part.dropFirst(2)), in: whole)
      return (nil, date.last, date.qualifiers)
    }
    if part.hasSuffix("..") {
      let date = try date(String(part.dropLast(2)), in: whole)
      return (date.first, nil, date.qualifiers)
    }
    guard let dots = part.utf8.firstRange(ofDots: ()) else {
      let date = try date(part, in: whole)
      return (date.first, date.last, date.qualifiers)
    }
    let begin = try date(String(part[..<dots]), in: whole)
    let end = try date(String(part[part.index(dots, offsetBy: 2)...]), in: whole)
    guard begin.first <= end.last else { throw .reversed(whole) }
    return (begin.first, end.last, begin.qualifiers + end.qualifiers)
  }

  /// One date: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, seasons, `X` for digits not known, a qualifier.
  private static func date(_ given: String, in whole: String) throws(Fault) -> Bounds {
    var text = given
    var qualifiers: [Qualifier] = []
    switch text.last {
    case "~": qualifiers = [.approximate]
    case "?": qualifiers = [.uncertain]
    case "%": qualifiers = [.approximate, .uncertain]
    default: break
    }
    if !qualifiers.isEmpty { text.removeLast() }
    if let clock = text.firstIndex(of: "T") {
      guard isTime(text[text.index(after: clock)...]), text[..<clock].utf8.count >= 10 else {
        throw .form(whole)
      }
      text = String(text[..<clock])
    }
    let isLong = text.hasPrefix("Y")
    let isNegative = text.hasPrefix(isLong ? "Y-" : "-")
    let body = text.dropFirst((isLong ? 1 : 0) + (isNegative ? 1 : 0))
    let parts = body.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let digits = parts.first, parts.count <= 3,
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      isLong ? digits.count > 4 && digits.count < 10 && parts.count == 1 : digits.count == 4
    else { throw .form(whole) }
    guard let years = range(digits), !isNegative || years.lowerBound == years.upperBound else {
      throw .form(whole)
    }
    let low = isNegative ? -years.lowerBound : years.lowerBound
    let high = isNegative ? -years.lowerBound : years.upperBound
    let months = try parts.count > 1 ? part(parts[1], whole) : 1...12
    let days = try parts.count > 2 ? part(parts[2], whole) : 1...31
    if parts.count == 2, let season = season(months, year: low), low == high {
      return (season.0, season.1, qualifiers)
    }
    let firstMonth = max(months.lowerBound, 1)
    let lastMonth = min(months.upperBound, 12)
    guard firstMonth <= lastMonth else { throw .impossible(whole) }
    let firstDay = max(days.lowerBound, 1)
    let lastDay = min(days.upperBound, CalendarDate.days(inMonth: lastMonth, year: high))
    guard let first = CalendarDate(year: low, month: firstMonth, day: firstDay),
      let last = CalendarDate(year: high, month: lastMonth, day: lastDay), first <= last
    else { throw .impossible(whole) }
    return (first, last, qualifiers)
  }

  /// The numbers that digits with `X` for the last ones can mean.
  private static func range(_ digits: String) -> ClosedRange<Int>? {
    var low = 0
    var high = 0
    var isUnknown = false
    for digit in digits.utf8 {
      switch digit {
      case 0x30...0x39 where !isUnknown:
        low = low * 10 + Int(digit - 0x30)
        high = high * 10 + Int(digit - 0x30)
      case UInt8(ascii: "X"):
        isUnknown = true
        low *= 10
        high = high * 10 + 9
      default: return nil
      }
    }
    return low...high
  }

  private static func part(_ digits: String, _ whole: String) throws(Fault) -> ClosedRange<Int> {
    guard let range = range(digits) else { throw .form(whole) }
    return range
  }

  /// The months of a season 21 to 24 (spring, summer, autumn, winter), in the northern sense.
  private static func season(
    _ months: ClosedRange<Int>, year: Int
  ) -> (CalendarDate, CalendarDate)? {
    guard months.count == 1, (21...24).contains(months.lowerBound) else { return nil }
    // A season names no hemisphere, so all that is certain is the year, and winter may cross it.
    let end = months.lowerBound == 24 ? year + 1 : year
    guard let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: end, month: 12, day: 31)
    else { return nil }
    return (first, last)
  }

  private static func isTime(_ text: Substring) -> Bool {
    let clock = text.prefix(8)
    let numbers = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard clock.utf8.count == 8, numbers.count == 3,
      let hour = Int(numbers[0]), let minute = Int(numbers[1]), let second = Int(numbers[2]),
      numbers.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
      ),
      minute < 60, second < 60, hour < 24 || hour == 24 && minute == 0 && second == 0
    else { return false }
    let zone = text.dropFirst(8)
    guard !zone.isEmpty, zone != "Z" else { return true }
    let fields = zone.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard zone.first == "+" || zone.first == "-", (1...2).contains(fields.count),
      fields.allSatisfy({ $0.utf8.count == 2 }), let hours = Int(fields[0]), hours <= 14
    else { return false }
    return fields.count == 1 || (Int(fields[1]).map { $0 < 60 } ?? false)
  }
}

extension String.UTF8View {
  /// Where two dots in a row begin, or nil.
  fileprivate func firstRange(ofDots: Void) -> String.Index? {
    indices.first { index in
      let next = self.index(after: index)
      return self[index] == 0x2E && next != endIndex && self[next] == 0x2E
    }
  }
}
