/// Counts what is sent and says it now and then.
final class LoadMeter {
  private let total: Int
  private let onProgress: (@Sendable (LoadProgress) -> Void)?
  private var sent = 0

  init(_ total: Int, _ onProgress: (@Sendable (LoadProgress) -> Void)?) {
    self.total = total
    self.onProgress = onProgress
  }

  func add(_ count: Int) {
    sent += count
    onProgress?(LoadProgress(sent: sent, total: total))
  }
}
