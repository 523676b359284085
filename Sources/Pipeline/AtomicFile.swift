internal import Foundation
internal import Synchronization

/// A file that appears under its name whole or not at all.
///
/// It is written under another name beside it; ``commit()`` makes it durable and gives it its name.
/// Without that, nothing is left when the value ends.
@safe struct AtomicFile: ~Copyable {
  private let name: String
  private let temporaryName: String
  private let descriptor: Int32
  private var isCommitted = false

  /// Creates the temporary file.
  ///
  /// - Throws: ``RunError`` with what the system says.
  init(_ name: String) throws(RunError) {
    self.name = name
    let folder = (name as NSString).deletingLastPathComponent
    let file = (name as NSString).lastPathComponent
    let number = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
    let hidden = ".\(file).\(getpid()).\(number).tmp"
    temporaryName = folder.isEmpty ? hidden : folder + "/" + hidden
    descriptor = unsafe open(temporaryName, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.failure(name, "cannot be created") }
  }

  private static let count = Atomic<Int>(0)

  private static func failure(_ name: String, _ what: String) -> RunError {
    let reason = unsafe String(cString: strerror(errno))
    return RunError(.failedInputOutput, file: name, "\(what): \(reason)")
  }

  /// Writes all of the bytes.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func write(_ bytes: [UInt8]) throws(RunError) {
    try FileOutput.write(bytes, to: descriptor, name: name)
  }

  /// Makes the content durable and gives the file its name, replacing one that is there.
  ///
  /// - Throws: ``RunError`` with what the system says.
  mutating func commit() throws(RunError) {
    guard fsync(descriptor) == 0 else { throw Self.failure(name, "cannot be written") }
    guard unsafe rename(temporaryName, name) == 0 else {
      throw Self.failure(name, "cannot get its name")
    }
    isCommitted = true
    let folder = (name as NSString).deletingLastPathComponent
    let handle = unsafe open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    _ = fsync(handle)
    close(handle)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if !isCommitted, descriptor >= 0 { _ = unsafe unlink(temporaryName) }
  }
}

/// Writes to descriptors.
enum FileOutput {
  /// Writes all of the bytes, going on after interruptions.
  ///
  /// - Throws: ``RunError`` with what the system says.
  static func write(_ bytes: [UInt8], to descriptor: Int32, name: String) throws(RunError) {
    var position = 0
    while position < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Foundation.write(
          descriptor, buffer.baseAddress?.advanced(by: position), bytes.count - position)
      }
      if written < 0 {
        if errno == EINTR { continue }
        let reason = unsafe String(cString: strerror(errno))
        throw RunError(.failedInputOutput, file: name, "cannot be written: \(reason)")
      }
      position += written
    }
  }
}
