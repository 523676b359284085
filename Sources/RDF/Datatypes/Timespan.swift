/// The value of a duration: months, which have no fixed length, and seconds.
///
/// - SeeAlso: XML Schema 1.1 Part 2, section 3.3.6.1.
public struct Timespan: Hashable, Sendable {
  let months: Int
  /// Seconds, without their fraction; both have the duration's sign.
  let seconds: Int
  /// The fraction in units of its eighteenth decimal place, with the sign.
  let fraction: Int64

  /// What a form says, or nil where it is too long to be reckoned with.
  init?(_ form: DurationForm) {
    guard let months = form.months, let seconds = form.seconds, months < 1 << 40,
      seconds < 1 << 50
    else { return nil }
    let sign = form.isNegative ? -1 : 1
    self.months = sign * months
    self.seconds = sign * seconds
    fraction = Int64(sign) * Int64(form.fraction)
  }

  /// The order of two durations; nil where it depends on the months that they begin in.
  ///
  /// - SeeAlso: XML Schema 1.1 Part 2, section 3.3.6.2 (order: four moments decide).
  func compared(to other: Timespan) -> Int? {
    var order: Int?
    for (year, month) in [(1696, 9), (1697, 2), (1903, 3), (1903, 7)] {
      let left = end(from: year, month)
      let right = other.end(from: year, month)
      let one = left == right ? 0 : left < right ? -1 : 1
      if order != nil, order != one { return nil }
      order = one
    }
    return order
  }

  /// Where the duration ends that begins with a month.
  private func end(from year: Int, _ month: Int) -> (Int, Int64) {
    let index = year * 12 + month - 1 + months
    let endYear = index >= 0 ? index / 12 : (index - 11) / 12
    return (Moment.days(endYear, index - endYear * 12 + 1, 1) * 86_400 + seconds, fraction)
  }
}
