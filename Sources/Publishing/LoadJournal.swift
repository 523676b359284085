internal import Foundation

/// What was loaded into a store, in a file that a load which was cut off goes on from.
///
/// Each line is on the disk before the step that it is about is taken for done. A last line that
/// is cut short counts for nothing.
public final class LoadJournal {
  /// How far a graph is.
  enum Step: String {
    /// Parts of it are in the graph beside.
    case staging
    /// All of it is in the graph beside, which is being moved.
    case moving
    /// It is in its place.
    case done
  }

  private struct Entry {
    let step: Step
    let digest: String
  }

  private let file: String
  private let handle: FileHandle
  private var entries: [String: Entry] = [:]

  private static let head = "griot load 1 "

  /// Opens a file, which is made where there is none.
  ///
  /// - Parameters:
  ///   - file: its name.
  ///   - store: the address that it is about.
  /// - Throws: ``PublishingError/journal(file:reason:)`` where it cannot be used, or is about
  ///   another store.
  public init(_ file: String, store: String) throws(PublishingError) {
    self.file = file
    let descriptor = unsafe open(file, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw .journal(
        file: file, reason: "cannot be written: \(unsafe String(cString: strerror(errno)))")
    }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let text = String(decoding: (try? handle.readToEnd()) ?? Data(), as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rest = lines.popLast() ?? ""
    guard let first = lines.first else {
      guard rest.isEmpty else {
        throw .journal(file: file, reason: "holds something else than what was loaded")
      }
      try write("\(Self.head)\(store)")
      return
    }
    guard first.hasPrefix(Self.head) else {
      throw .journal(file: file, reason: "holds something else than what was loaded")
    }
    guard first == Self.head + store else {
      throw .journal(
        file: file,
        reason: "is about \(first.dropFirst(Self.head.count)); expected a file of its own for "
          + "each store")
    }
    for line in lines.dropFirst() {
      let fields = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3, let step = Step(rawValue: String(fields[0])) else { continue }
      entries[String(fields[2])] = Entry(step: step, digest: String(fields[1]))
    }
    // What follows a line that was cut short has to be a line of its own.
    if !rest.isEmpty { try write("") }
  }

  /// How far a graph is with what has a digest; nil of another one.
  func step(of graph: GraphName, _ digest: String) -> Step? {
    entries["\(graph)"].flatMap { $0.digest == digest ? $0.step : nil }
  }

  func note(_ step: Step, of graph: GraphName, _ digest: String) throws(PublishingError) {
    entries["\(graph)"] = Entry(step: step, digest: digest)
    try write("\(step.rawValue) \(digest) \(graph)")
  }

  private func write(_ line: String) throws(PublishingError) {
    do {
      try handle.write(contentsOf: Data("\(line)\n".utf8))
      try handle.synchronize()
    } catch {
      throw .journal(file: file, reason: "cannot be written: \(error)")
    }
  }
}
