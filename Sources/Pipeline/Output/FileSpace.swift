internal import CSystem
internal import Foundation

/// Room that a large file is given before its bytes come.
///
/// For 1.6 GB in parts of 160 kB, ext4 (Linux 6.18) took 0.49 s of system time without and 0.36 s
/// with it; in parts of 1 MB 3.2 s and 0.24 s. Where the file system has no such call, or no room, the
/// file grows as it is written.
struct FileSpace {
  /// How many bytes the file has.
  private(set) var count = 0
  /// Up to where it has room; beyond what it has after a step.
  private var reserved = 0
  private var isRefused = false

  private static let step = 64 << 20
  /// What a file has before it counts as large.
  private static let least = 4 << 20

  /// Makes room for some bytes more.
  mutating func reserve(_ bytes: Int, in descriptor: Int32) {
    count += bytes
    guard count > Self.least, count > reserved, !isRefused else { return }
    let room = max(count - reserved, Self.step)
    // The file's size stays what was written.
    isRefused = griot_allocate(descriptor, reserved, room) != 0
    if !isRefused { reserved += room }
  }

  /// Gives back the room that was not needed.
  ///
  /// - Returns: whether the system did.
  func trim(_ descriptor: Int32) -> Bool {
    reserved <= count || ftruncate(descriptor, count) == 0
  }
}
