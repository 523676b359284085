internal import CRaptor
internal import Synchronization

/// A raptor_world lent by a pool for the use of one thread at a time.
///
/// A world is never freed: freeing one tears down libxml2, libxslt and libcurl for the whole
/// process, whatever other threads do with them. It goes back to the pool when this value ends.
@safe struct RaptorWorld: ~Copyable {
  let handle: OpaquePointer

  /// Borrows a world, opening a new one where none is free.
  ///
  /// - Throws: ``RDFIOError/raptorUnavailable``.
  init() throws(RDFIOError) {
    if let free = unsafe RaptorWorldPool.shared.take() {
      unsafe handle = free
      return
    }
    guard let opened = unsafe griot_raptor_new_world() else { throw .raptorUnavailable }
    // Terms are interned already; raptor's own tree of URIs costs seven times their making.
    unsafe raptor_world_set_flag(opened, RAPTOR_WORLD_FLAG_URI_INTERNING, 0)
    unsafe raptor_world_set_flag(opened, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1)
    guard unsafe raptor_world_open(opened) == 0 else { throw .raptorUnavailable }
    unsafe handle = opened
  }

  deinit {
    unsafe raptor_world_set_log_handler(handle, nil, nil)
    unsafe RaptorWorldPool.shared.giveBack(handle)
  }
}

/// The worlds that no one uses now.
private final class RaptorWorldPool: Sendable {
  static let shared = RaptorWorldPool()

  private let free = Mutex<[UInt]>([])

  func take() -> OpaquePointer? {
    let address = free.withLock { $0.popLast() }
    return unsafe address.flatMap { unsafe OpaquePointer(bitPattern: $0) }
  }

  func giveBack(_ world: OpaquePointer) {
    let address = UInt(bitPattern: world)
    free.withLock { $0.append(address) }
  }
}
