internal import Dispatch
internal import Foundation
internal import Synchronization

/// Threads that export batches of documents; their results are taken by the batches' numbers.
final class DocumentPool: Sendable {
  private struct State {
    /// The batches that nobody has begun, the oldest first.
    var waiting: [(number: Int, units: [DocumentUnit])] = []
    var done: [Int: [DocumentResult]] = [:]
    var isEnded = false
    var threads = 0
  }

  private let state = Mutex(State())
  private let work = DispatchSemaphore(value: 0)
  private let results = DispatchSemaphore(value: 0)
  /// As deep as the main thread's, for records are read recursively.
  private static let stackSize = 8 << 20

  /// Starts threads, each of which has stages of its own.
  func start(
    _ threads: Int, _ configuration: Configuration, _ files: ModelFiles, _ since: SinceIndex?
  ) {
    state.withLock { $0.threads += threads }
    for _ in 0..<threads {
      let thread = Thread { [self] in
        do throws(RunError) {
          run(try DocumentExporter(configuration, files, since))
        } catch {
          // Another of the same input was made: the batches are left to the others.
          return
        }
      }
      thread.stackSize = Self.stackSize
      thread.start()
    }
  }

  private func run(_ exporter: DocumentExporter) {
    while true {
      work.wait()
      if state.withLock({ $0.isEnded }) { return }
      if let batch = claim() { finish(batch.number, Self.results(of: batch.units, by: exporter)) }
    }
  }

  /// What each unit of a batch becomes.
  static func results(
    of units: [DocumentUnit], by exporter: DocumentExporter
  ) -> [DocumentResult] {
    units.map { unit in
      switch unit {
      case .document(let document, let source): exporter.result(of: document, of: source)
      case .end: DocumentResult(summary: RunSummary())
      }
    }
  }

  /// Hands a batch to whoever is free.
  func submit(_ units: [DocumentUnit], _ number: Int) {
    state.withLock { $0.waiting.append((number, units)) }
    work.signal()
  }

  /// Takes the oldest batch that nobody has begun.
  func claim() -> (number: Int, units: [DocumentUnit])? {
    state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
  }

  /// Hands in a batch's results.
  func finish(_ number: Int, _ found: [DocumentResult]) {
    state.withLock { $0.done[number] = found }
    results.signal()
  }

  /// Takes a batch's results, or nil while they are not there.
  func take(_ number: Int) -> [DocumentResult]? {
    state.withLock { $0.done.removeValue(forKey: number) }
  }

  /// Waits until a batch is done that was not waited for.
  func wait() { results.wait() }

  /// Ends the threads once they have done what they have begun.
  func end() {
    let threads = state.withLock { state in
      state.isEnded = true
      state.waiting = []
      return state.threads
    }
    for _ in 0..<threads { work.signal() }
  }
}
