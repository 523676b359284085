internal import Foundation

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
        let code = errno
        if code == EINTR { continue }
        if code == EPIPE { throw .brokenPipe }
        throw failure(name, "cannot be written", code)
      }
      position += written
    }
  }

  /// Writes all parts in one call, or what it leaves of them in further ones.
  ///
  /// - Throws: ``RunError`` with what the system says.
  static func write(
    _ parts: [[UInt8]], to descriptor: Int32, name: String
  ) throws(RunError) {
    var vectors: [iovec] = unsafe []
    var written = unsafe withVectors(parts[...], &vectors) { vectors in
      unsafe writev(descriptor, vectors, Int32(vectors.count))
    }
    if written < 0 {
      let code = errno
      if code == EPIPE { throw .brokenPipe }
      guard code == EINTR else { throw failure(name, "cannot be written", code) }
      written = 0
    }
    for part in parts {
      if written < part.count {
        try write(Array(part[max(written, 0)...]), to: descriptor, name: name)
      }
      written -= part.count
    }
  }

  /// The places of all parts, which hold while the body runs.
  private static func withVectors(
    _ parts: ArraySlice<[UInt8]>, _ vectors: inout [iovec], _ body: ([iovec]) -> Int
  ) -> Int {
    guard let part = parts.first else { return unsafe body(vectors) }
    return unsafe part.withUnsafeBytes { buffer in
      unsafe vectors.append(
        iovec(
          iov_base: UnsafeMutableRawPointer(mutating: buffer.baseAddress), iov_len: buffer.count))
      return unsafe withVectors(parts.dropFirst(), &vectors, body)
    }
  }

  /// What the system says about a file, as an error.
  static func failure(_ name: String, _ what: String, _ code: Int32 = errno) -> RunError {
    RunError(
      .failedInputOutput, file: name, "\(what): \(unsafe String(cString: strerror(code)))")
  }
}
