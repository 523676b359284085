internal import Foundation
internal import Synchronization

/// The temporary files that stand in folders now, so that an interruption can remove them.
///
/// A name tells the machine and the process, so that a later run can tell what a killed one left.
final class TemporaryNames: Sendable {
  static let shared = TemporaryNames()

  private let names = Mutex<Set<String>>([])
  private let count = Atomic<Int>(0)

  /// A name in a folder that nothing has.
  func next(in folder: String) -> String {
    let number = count.wrappingAdd(1, ordering: .relaxed).newValue
    return "\(folder)/\(Self.prefix)\(Self.host)-\(getpid())-\(number).tmp"
  }

  func add(_ name: String) { names.withLock { _ = $0.insert(name) } }

  func remove(_ name: String) { names.withLock { _ = $0.remove(name) } }

  /// Does what must not be cut short by an interruption.
  func uninterrupted<Failure: Error>(
    _ body: (inout Set<String>) throws(Failure) -> Void
  ) throws(Failure) {
    try names.withLock { (held) throws(Failure) in
      var copy = held
      defer { held = copy }
      try body(&copy)
    }
  }

  /// Removes all temporary files of this process, and the folders it made for them, which end in
  /// `/` here; others wait until it ends.
  func removeAllAndEnd(_ body: () -> Never) -> Never {
    names.withLock { held in
      for name in held where !name.hasSuffix("/") { _ = unsafe unlink(name) }
      for folder in held.sorted().reversed() where folder.hasSuffix("/") {
        _ = unsafe rmdir(folder)
      }
      body()
    }
  }

  /// Removes from a folder what processes of this machine left that are no more.
  static func removeStale(in folder: String) {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in found where name.hasPrefix(prefix + host + "-") && name.hasSuffix(".tmp") {
      let fields = name.dropFirst(prefix.count + host.count + 1).split(separator: "-")
      guard let process = fields.first.flatMap({ Int32($0) }), process != getpid() else { continue }
      if kill(process, 0) != 0, errno == ESRCH { _ = unsafe unlink(folder + "/" + name) }
    }
  }

  private static let prefix = ".griot-"

  /// The machine's name, as far as it can stand in a file's name.
  private static let host: String = {
    let name = ProcessInfo.processInfo.hostName.prefix(64)
    return String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }()
}
