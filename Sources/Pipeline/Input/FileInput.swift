internal import Compression
internal import Foundation
internal import RDF

/// Reads from descriptors, and unpacks what is gzip or Zstandard: a file by its name's ending,
/// standard input by its first bytes.
@safe final class FileInput {
  private let name: String
  private let descriptor: Int32
  private let limits: DecompressionLimits
  private var decompressor: Decompressor?
  /// How far the unpacked text was read.
  private var place = TextPlace()
  /// What was read to see what standard input is.
  private var beginning: [UInt8] = []
  private var isBegun: Bool
  /// How many bytes were read, packed as they are.
  private(set) var bytesRead = 0

  /// Opens a file; `-` is standard input.
  ///
  /// - Throws: ``RunError`` with what the system says.
  init(
    _ name: String, limits: DecompressionLimits = DecompressionLimits()
  ) throws(RunError) {
    self.name = name == "-" ? "<stdin>" : name
    self.limits = limits
    isBegun = name != "-"
    descriptor = name == "-" ? STDIN_FILENO : try Self.open(name)
    if name != "-", let format = CompressionFormat(fileName: name) { try unpack(format) }
  }

  deinit {
    if descriptor > STDERR_FILENO { close(descriptor) }
  }

  /// Opens a file to read.
  ///
  /// - Throws: ``RunError`` with what the system says.
  static func open(_ name: String) throws(RunError) -> Int32 {
    let descriptor = unsafe Foundation.open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileOutput.failure(name, "cannot be read") }
    return descriptor
  }

  /// The next bytes, none at the end.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func next() throws(RunError) -> [UInt8] {
    if !isBegun { try begin() }
    guard decompressor != nil else { return try nextPart() }
    while true {
      let bytes = try unpacked()
      if !bytes.isEmpty {
        place.move(over: bytes)
        return bytes
      }
      let part = try nextPart()
      if part.isEmpty {
        try endUnpacking()
        return []
      }
      decompressor?.feed(part)
    }
  }

  /// Finds out whether standard input is packed.
  private func begin() throws(RunError) {
    isBegun = true
    while beginning.count < CompressionFormat.beginningSize {
      let part = try Self.read(descriptor, upTo: 1 << 20, name: name)
      if part.isEmpty { break }
      bytesRead += part.count
      beginning += part
    }
    if let format = CompressionFormat(beginning: beginning) { try unpack(format) }
  }

  private func nextPart() throws(RunError) -> [UInt8] {
    guard beginning.isEmpty else {
      defer { beginning = [] }
      return beginning
    }
    let part = try Self.read(descriptor, upTo: 1 << 20, name: name)
    bytesRead += part.count
    return part
  }

  private func unpack(_ format: CompressionFormat) throws(RunError) {
    do throws(CompressionError) {
      decompressor = try Decompressor(format, limits: limits)
    } catch {
      throw failure(error)
    }
  }

  private func unpacked() throws(RunError) -> [UInt8] {
    do throws(CompressionError) {
      return try decompressor?.next() ?? []
    } catch {
      throw failure(error)
    }
  }

  private func endUnpacking() throws(RunError) {
    do throws(CompressionError) {
      try decompressor?.end()
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ error: CompressionError) -> RunError {
    let isBeyond =
      switch error {
      case .tooDense, .tooLarge: true
      case .truncated, .corrupt, .failed: false
      }
    let hint = isBeyond ? "; --unpack-limit lets through what you trust" : ""
    return RunError(
      .failedInputOutput,
      Diagnostic(.error, file: name, position: place.position, "\(error)\(hint)"))
  }

  /// All bytes that are left.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func rest() throws(RunError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let part = try next()
      if part.isEmpty { return bytes }
      bytes += part
    }
  }

  /// Reads a part of a file, which is that long.
  ///
  /// - Throws: ``RunError`` with what the system says.
  static func read(
    _ descriptor: Int32, _ count: Int, at offset: Int, name: String
  ) throws(RunError) -> [UInt8] {
    var position = 0
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while position < count {
        let found = unsafe pread(
          descriptor, buffer.baseAddress?.advanced(by: position), count - position,
          off_t(offset + position))
        code = errno
        if found < 0, code == EINTR { continue }
        guard found > 0 else { break }
        position += found
      }
      filled = position
    }
    guard position == count else { throw FileOutput.failure(name, "cannot be read", code) }
    return bytes
  }

  static func read(
    _ descriptor: Int32, upTo count: Int, name: String
  ) throws(RunError) -> [UInt8] {
    var found = 0
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat {
        found = unsafe Foundation.read(descriptor, buffer.baseAddress, count)
        code = errno
      } while found < 0 && code == EINTR
      filled = max(found, 0)
    }
    guard found >= 0 else { throw FileOutput.failure(name, "cannot be read", code) }
    return bytes
  }
}
