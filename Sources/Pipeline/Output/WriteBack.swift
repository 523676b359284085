internal import CSystem
internal import Foundation

/// How a very large file goes to its device while it is written, so that the page cache holds but its
/// begin and a window of the rest.
///
/// Else the cache would be filled with what nobody asks for again, and new pages cost: for 15 GB on a
/// virtual machine that hands free pages to its host, ext4 (Linux 6.18) took 28 s of system time and the
/// export 30 s; with a window 5 s and 12 s. Up to 1 GB the cache serves who reads the file next, and
/// waiting for the device would cost more. Where the file system has no such call, nothing is done.
struct WriteBack {
  /// How far writing has been begun, and how far it is done.
  private var begun = 0
  private var done = 0
  private var isRefused = false

  /// Up to there a file stays in the cache.
  private let least: Int
  private let step: Int

  init(least: Int = 1 << 30, step: Int = 4 << 20) {
    self.least = least
    self.step = step
  }

  /// Goes on to where a file was written.
  ///
  /// - Throws: ``RunError`` with what the system says where the device took it not.
  mutating func advance(to count: Int, of descriptor: Int32, name: String) throws(RunError) {
    if begun == 0, count >= least { (begun, done) = (count, count) }
    guard begun > 0, !isRefused, count - begun >= step else { return }
    try write(begun..<count, of: descriptor, waits: false, name)
    // What was begun a step ago has had its time.
    if done < begun {
      try write(done..<begun, of: descriptor, waits: true, name)
      _ = posix_fadvise(descriptor, done, begun - done, POSIX_FADV_DONTNEED)
    }
    (done, begun) = (begun, count)
  }

  private mutating func write(
    _ range: Range<Int>, of descriptor: Int32, waits: Bool, _ name: String
  ) throws(RunError) {
    guard griot_write_back(descriptor, range.lowerBound, range.count, waits ? 1 : 0) != 0 else {
      return
    }
    let code = errno
    switch code {
    case EINVAL, ESPIPE, ENOSYS, EOPNOTSUPP: isRefused = true
    // What it tells of the device, no later call does.
    default: throw FileOutput.failure(name, "cannot be written", code)
    }
  }
}
