internal import Foundation
internal import PropertyGraph

/// What waits until it can be written, in memory while it is little, then in a file without a name in
/// a folder; where the file system has no such files, in one that loses its name at once.
///
/// However the process ends, nothing is left of it.
package final class SpoolFile: ElementSpool {
  private let folder: String
  private var descriptor: Int32 = -1
  private var bytes: [UInt8] = []
  private var written = 0
  private var space = FileSpace()

  private static let memorySize = 4 << 20
  /// O_TMPFILE, which Swift does not import: `__O_TMPFILE | O_DIRECTORY`.
  private static let unnamed = 0o20_000_000 | O_DIRECTORY

  init(in folder: String) {
    self.folder = folder
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  package var count: Int { written + bytes.count }

  private var name: String { "\(folder)/(temporary file)" }

  package func append(_ bytes: [UInt8]) throws(RunError) {
    self.bytes += bytes
    guard self.bytes.count > Self.memorySize else { return }
    if descriptor < 0 { try open() }
    space.reserve(self.bytes.count, in: descriptor)
    try FileOutput.write(self.bytes, to: descriptor, name: name)
    written += self.bytes.count
    self.bytes.removeAll(keepingCapacity: true)
  }

  private func open() throws(RunError) {
    descriptor = unsafe Foundation.open(folder, Self.unnamed | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor < 0 else { return }
    var failure: Int32 = 0
    TemporaryNames.shared.uninterrupted { names in
      let temporary = TemporaryNames.shared.next(in: folder)
      names.insert(temporary)
      descriptor = unsafe Foundation.open(
        temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      failure = errno
      if descriptor >= 0 { _ = unsafe unlink(temporary) }
      names.remove(temporary)
    }
    guard descriptor >= 0 else { throw FileOutput.failure(name, "cannot be created", failure) }
  }

  package func read(_ count: Int, at offset: Int) throws(RunError) -> [UInt8] {
    var found: [UInt8] = []
    if offset < written {
      found = try FileInput.read(
        descriptor, min(count, written - offset), at: offset, name: name)
    }
    let begin = max(0, offset - written)
    let end = min(bytes.count, offset + count - written)
    if begin < end { found += bytes[begin..<end] }
    return found
  }
}
