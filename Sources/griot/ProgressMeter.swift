internal import Synchronization

/// Says when a line of progress is due: some times a second, and not at once.
final class ProgressMeter: Sendable {
  private let begin = ContinuousClock().now
  private let last = Mutex<ContinuousClock.Instant?>(nil)

  private static let interval = Duration.milliseconds(200)

  /// How many seconds the work has taken, or nil where it is too early for a line.
  func isDue() -> Double? {
    let now = ContinuousClock().now
    let isDue = last.withLock { last in
      guard now - (last ?? begin) > Self.interval else { return false }
      last = now
      return true
    }
    return isDue ? (now - begin) / .seconds(1) : nil
  }
}
