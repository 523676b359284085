internal import Compression
internal import Foundation

/// A file that is written in full before it gets its name.
///
/// Where the file system can, it has no name at all until then, so a process that is killed leaves
/// nothing; else it stands under a temporary name in the same folder. An existing file keeps its
/// permissions and is replaced by one rename; a link is followed, and what it leads to replaced.
@safe final class StagedFile {
  /// The name as the user knows it.
  let name: String
  /// How many bytes it has.
  private(set) var count = 0
  /// The file that is replaced, where a link leads.
  private let target: String
  private let folder: String
  private var descriptor: Int32
  private var temporaryName: String?
  /// Large parts that wait to be written together, in front of the buffer.
  private var parts: [[UInt8]] = []
  private var waiting = 0
  private var buffer: [UInt8] = []
  private var space = FileSpace()
  private var writeBack = WriteBack()
  private var compressor: Compressor?
  /// The old file while others can still fail.
  private var old: ReplacedFile?
  private var isPlaced = false
  /// Whether the folder's file system has files without names.
  private let isUnnamed: Bool

  private static let bufferSize = 1 << 20
  /// From here on a part is written from where it is, for a copy would cost more.
  private static let partSize = 1 << 14
  /// O_TMPFILE, which Swift does not import: `__O_TMPFILE | O_DIRECTORY`.
  static let unnamed = 0o20_000_000 | O_DIRECTORY

  /// Opens a file without a name beside its target.
  ///
  /// - Throws: ``RunError`` when the target cannot be a file, and with what the system says.
  init(_ name: String, _ compression: ExportCompression? = nil) throws(RunError) {
    self.name = name
    target = try Self.target(of: name)
    folder = PathName(target).folder
    descriptor = unsafe open(folder, Self.unnamed | O_RDWR | O_CLOEXEC, 0o666)
    isUnnamed = descriptor >= 0
    if descriptor < 0 {
      let temporaryName = TemporaryNames.shared.next(in: folder)
      TemporaryNames.shared.add(temporaryName)
      self.temporaryName = temporaryName
      descriptor = unsafe open(temporaryName, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else {
        let code = errno
        TemporaryNames.shared.remove(temporaryName)
        self.temporaryName = nil
        throw FileOutput.failure(name, "cannot be created", code)
      }
    }
    guard let compression else { return }
    do throws(CompressionError) {
      compressor = try Compressor(compression.format)
    } catch {
      throw RunError(.failedInputOutput, file: name, "\(error)")
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if !isPlaced { removeTemporary() }
  }

  private func removeTemporary() {
    guard let temporaryName else { return }
    _ = unsafe unlink(temporaryName)
    TemporaryNames.shared.remove(temporaryName)
    self.temporaryName = nil
  }

  /// Where a name leads, which has to be a file or nothing.
  private static func target(of name: String) throws(RunError) -> String {
    var status = stat()
    guard unsafe lstat(name, &status) == 0 else { return name }
    guard status.st_mode & S_IFMT == S_IFLNK else {
      try checkKind(status, name)
      return name
    }
    guard let resolved = unsafe realpath(name, nil) else {
      throw FileOutput.failure(name, "is a link that leads nowhere")
    }
    defer { unsafe free(resolved) }
    let target = unsafe String(cString: resolved)
    if unsafe stat(target, &status) == 0 { try checkKind(status, name) }
    return target
  }

  private static func checkKind(_ status: stat, _ name: String) throws(RunError) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR:
      throw RunError(
        .failedInputOutput, file: name, "is a folder; expected to write a file there")
    default:
      throw RunError(
        .failedInputOutput, file: name, "is a device or pipe; expected to write a file there")
    }
  }

  /// Adds bytes.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func append(_ bytes: [UInt8]) throws(RunError) {
    if compressor == nil, bytes.count >= Self.partSize {
      hold(buffer)
      buffer = []
      hold(bytes)
      count += bytes.count
      if waiting >= Self.bufferSize { try flush() }
      return
    }
    let before = buffer.count
    if compressor == nil {
      buffer += bytes
    } else {
      do throws(CompressionError) {
        try compressor?.compress(bytes, into: &buffer)
      } catch {
        throw RunError(.failedInputOutput, file: name, "\(error)")
      }
    }
    count += buffer.count - before
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Packs what is left.
  private func endPacking() throws(RunError) {
    guard compressor != nil else { return }
    let before = buffer.count
    do throws(CompressionError) {
      try compressor?.finish(into: &buffer)
    } catch {
      throw RunError(.failedInputOutput, file: name, "\(error)")
    }
    compressor = nil
    count += buffer.count - before
  }

  private func hold(_ part: [UInt8]) {
    guard !part.isEmpty else { return }
    parts.append(part)
    waiting += part.count
  }

  private func flush() throws(RunError) {
    space.reserve(waiting + buffer.count, in: descriptor)
    if parts.isEmpty {
      try FileOutput.write(buffer, to: descriptor, name: name)
    } else {
      hold(buffer)
      try FileOutput.write(parts, to: descriptor, name: name)
    }
    try writeBack.advance(to: space.count, of: descriptor, name: name)
    parts.removeAll(keepingCapacity: true)
    waiting = 0
    buffer.removeAll(keepingCapacity: true)
  }

  /// Ends the writing: all bytes are on the disk.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func finish() throws(RunError) {
    try endPacking()
    try flush()
    buffer = []
    var status = stat()
    if unsafe stat(target, &status) == 0 { _ = fchmod(descriptor, status.st_mode & 0o7777) }
    guard space.trim(descriptor), fsync(descriptor) == 0 else {
      throw FileOutput.failure(name, "cannot be written")
    }
  }

  /// Writes what it holds to a descriptor.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func copy(to output: Int32, name: String) throws(RunError) {
    try endPacking()
    try flush()
    guard lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw FileOutput.failure(self.name, "cannot be read")
    }
    while true {
      let bytes = try FileInput.read(descriptor, upTo: Self.bufferSize, name: self.name)
      if bytes.isEmpty { return }
      try FileOutput.write(bytes, to: output, name: name)
    }
  }

  /// Gives up the descriptor, for a process may hold but some; the file then has a temporary name.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func seal() throws(RunError) {
    try TemporaryNames.shared.uninterrupted { (names) throws(RunError) in try seal(&names) }
  }

  private func seal(_ names: inout Set<String>) throws(RunError) {
    guard descriptor >= 0 else { return }
    if temporaryName == nil {
      let temporaryName = TemporaryNames.shared.next(in: folder)
      let linked = unsafe linkat(
        AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, temporaryName, AT_SYMLINK_FOLLOW)
      guard linked == 0 else { throw FileOutput.failure(name, "cannot get a name") }
      names.insert(temporaryName)
      self.temporaryName = temporaryName
    }
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 else { throw FileOutput.failure(name, "cannot be closed") }
  }

  /// Gives the file its name.
  ///
  /// - Throws: ``RunError`` with what the system says; the old file is then as it was.
  func place(_ names: inout Set<String>) throws(RunError) {
    try seal(&names)
    guard let temporaryName else { return }
    guard unsafe rename(temporaryName, target) == 0 else {
      throw FileOutput.failure(name, "cannot get its name")
    }
    names.remove(temporaryName)
    self.temporaryName = nil
    isPlaced = true
  }

  /// Gives the file its name and keeps the old one for ``takeBack(_:)``.
  ///
  /// - Throws: ``RunError`` with what the system says; the old file is then as it was.
  func replace(opens: Bool, _ names: inout Set<String>) throws(RunError) {
    let old = try ReplacedFile.keep(target, opens: opens && isUnnamed, &names)
    do throws(RunError) {
      try place(&names)
    } catch {
      old?.discard(&names)
      throw error
    }
    self.old = old
  }

  /// Puts the old file back, or removes the new one where there was none.
  ///
  /// - Throws: ``RunError`` with what the system says; the new file then stands there.
  func takeBack(_ names: inout Set<String>) throws(RunError) {
    guard isPlaced else { return }
    guard let old else {
      _ = unsafe unlink(target)
      return
    }
    self.old = nil
    try old.putBack(&names)
  }

  /// Gives the old file up.
  func discardOld(_ names: inout Set<String>) {
    old?.discard(&names)
    old = nil
  }

  /// Makes the names in its folder durable.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func syncFolder() throws(RunError) {
    let handle = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw FileOutput.failure(folder, "cannot be opened") }
    let synced = fsync(handle)
    let code = errno
    close(handle)
    // Some file systems have no fsync for folders and say so.
    guard synced == 0 || code == EINVAL || code == ENOTSUP else {
      throw FileOutput.failure(folder, "cannot be written", code)
    }
  }
}
