internal import Foundation

/// A temporary file without a name, which is gone with the last handle on it.
final class UnnamedFile {
  /// The handle, for another program.
  let handle: FileHandle

  /// Makes an empty file.
  ///
  /// - Throws: ``RunError`` with what the system says.
  init() throws(RunError) {
    let folder = NSTemporaryDirectory()
    var template = Array((folder + "griot-XXXXXX").utf8CString)
    let descriptor = unsafe template.withUnsafeMutableBufferPointer { pointer in
      unsafe pointer.baseAddress.map { unsafe mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else { throw FileOutput.failure(folder, "cannot be written into") }
    _ = unsafe template.withUnsafeBufferPointer { pointer in
      unsafe pointer.baseAddress.map { unsafe unlink($0) } ?? -1
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Writes all bytes, and goes back to the first.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func write(_ bytes: [UInt8]) throws(RunError) {
    do {
      try handle.write(contentsOf: bytes)
      try handle.seek(toOffset: 0)
    } catch {
      throw FileOutput.failure(NSTemporaryDirectory(), "cannot be written into")
    }
  }

  /// All bytes that were written, by whomever.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func bytes() throws(RunError) -> [UInt8] {
    do {
      try handle.seek(toOffset: 0)
      return Array(try handle.readToEnd() ?? Data())
    } catch {
      throw FileOutput.failure(NSTemporaryDirectory(), "cannot be read")
    }
  }
}
