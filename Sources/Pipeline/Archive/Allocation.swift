internal import CSystem

/// How memory that is given back is kept for what asks next.
enum Allocation {
  /// Has the allocator keep what documents give back, which the next ones ask for.
  ///
  /// Else it hands parts of 1 MB to the system and takes them from it again, a page at a time: a
  /// fifth of the page faults were left with it, and 4 % of the time was saved. It is the process's
  /// own setting, so it is made where a process exports an archive and does little else.
  static func keepFreed() {
    griot_keep_freed()
  }
}
