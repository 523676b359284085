internal import Foundation

/// An old file while the run that replaced it can still fail.
///
/// It is kept open, so that a process that is killed leaves nothing of it; where it cannot be
/// opened, or too many are, it is kept under a second name.
@safe struct ReplacedFile {
  private enum Way {
    case open(Int32)
    case named(String)
  }

  private let way: Way
  private let target: String

  /// Keeps a file.
  ///
  /// - Returns: nil where there is none.
  /// - Throws: ``RunError`` with what the system says.
  static func keep(
    _ target: String, opens: Bool, _ names: inout Set<String>
  ) throws(RunError) -> ReplacedFile? {
    if opens {
      let descriptor = unsafe open(target, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      if descriptor >= 0 { return ReplacedFile(way: .open(descriptor), target: target) }
    }
    let kept = TemporaryNames.shared.next(in: PathName(target).folder)
    names.insert(kept)
    if unsafe link(target, kept) == 0 { return ReplacedFile(way: .named(kept), target: target) }
    let code = errno
    names.remove(kept)
    guard code == ENOENT else { throw FileOutput.failure(target, "cannot be kept aside", code) }
    return nil
  }

  /// Puts the file back as it was.
  ///
  /// - Throws: ``RunError`` with what the system says; the new file then stands there.
  func putBack(_ names: inout Set<String>) throws(RunError) {
    switch way {
    case .open(let descriptor):
      defer { close(descriptor) }
      try writeAnew(from: descriptor, &names)
    case .named(let name):
      guard unsafe rename(name, target) == 0 else {
        throw FileOutput.failure(target, "cannot be put back")
      }
      names.remove(name)
    }
  }

  private func writeAnew(
    from old: Int32, _ names: inout Set<String>
  ) throws(RunError) {
    let folder = PathName(target).folder
    let copy = unsafe open(folder, StagedFile.unnamed | O_RDWR | O_CLOEXEC, 0o600)
    guard copy >= 0 else { throw FileOutput.failure(target, "cannot be put back") }
    defer { close(copy) }
    while case let bytes = try FileInput.read(old, upTo: 1 << 20, name: target), !bytes.isEmpty {
      try FileOutput.write(bytes, to: copy, name: target)
    }
    var status = stat()
    let kept = TemporaryNames.shared.next(in: folder)
    names.insert(kept)
    defer { names.remove(kept) }
    guard unsafe fstat(old, &status) == 0, fchmod(copy, status.st_mode & 0o7777) == 0,
      fsync(copy) == 0,
      unsafe linkat(
        AT_FDCWD, "/proc/self/fd/\(copy)", AT_FDCWD, kept, AT_SYMLINK_FOLLOW) == 0
    else { throw FileOutput.failure(target, "cannot be put back") }
    guard unsafe rename(kept, target) == 0 else {
      let error = FileOutput.failure(target, "cannot be put back")
      _ = unsafe unlink(kept)
      throw error
    }
  }

  /// Gives the file up.
  func discard(_ names: inout Set<String>) {
    switch way {
    case .open(let descriptor): close(descriptor)
    case .named(let name):
      _ = unsafe unlink(name)
      names.remove(name)
    }
  }
}
