/// A point of time, or of a time line that parts of a date are put on.
///
/// - SeeAlso: XML Schema 1.1 Part 2, appendix E.3.4 (timeOnTimeline).
public struct Moment: Hashable, Sendable {
  /// The primitive datatype; two of different ones have no order.
  let datatype: XSDDatatype
  /// Seconds from 1 March of the year 0, as the clock there shows.
  let seconds: Int
  /// The fraction of a second in units of its eighteenth decimal place.
  let fraction: UInt64
  /// The minutes that its zone is ahead, or nil without one.
  let zone: Int?

  init(_ datatype: XSDDatatype, seconds: Int, fraction: UInt64 = 0, zone: Int?) {
    self.datatype = datatype
    self.seconds = seconds
    self.fraction = fraction
    self.zone = zone
  }

  /// What a form says, or nil where its year cannot be reckoned with.
  init?(_ form: TimeForm, _ datatype: XSDDatatype) {
    guard !form.isFarOff else { return nil }
    let year = form.year ?? 1972
    let month = form.month ?? 12
    let day = form.day ?? (datatype == .time ? 31 : 1)
    let clock = form.hour * 3_600 + form.minute * 60 + form.second
    self.init(
      datatype == .dateTimeStamp ? .dateTime : datatype,
      seconds: Self.days(year, month, day) * 86_400 + clock, fraction: form.fraction,
      zone: form.zone)
  }

  /// Days from 1 March of the year 0.
  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  /// The order of two moments; nil of two datatypes, and of one with a zone and one without that
  /// are at most 14 hours apart.
  ///
  /// - SeeAlso: XML Schema 1.1 Part 2, section 3.3.7.2 (order of dateTime values).
  func compared(to other: Moment) -> Int? {
    guard datatype == other.datatype else { return nil }
    let first = seconds - (zone ?? 0) * 60
    let second = other.seconds - (other.zone ?? 0) * 60
    if (zone == nil) != (other.zone == nil) {
      let apart = abs(first - second)
      let isEnough = apart > 14 * 3_600 || apart == 14 * 3_600 && isPast(other, first > second)
      guard isEnough else { return nil }
    }
    if first != second { return first < second ? -1 : 1 }
    return fraction == other.fraction ? 0 : fraction < other.fraction ? -1 : 1
  }

  /// Whether the fractions put two moments further apart than their seconds.
  private func isPast(_ other: Moment, _ isLater: Bool) -> Bool {
    isLater ? fraction > other.fraction : fraction < other.fraction
  }
}
