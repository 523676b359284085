internal import Foundation

/// What a program that runs griot's stages does about signals.
public enum Interruption {
  /// Makes an interruption leave nothing behind, and a reader that goes away an error like others.
  ///
  /// SIGINT, SIGTERM and SIGHUP remove the temporary files and then end the process as they would
  /// have; one that comes while files get their names waits until they have them. SIGPIPE and
  /// SIGXFSZ are ignored, so that writing fails with a reason. To be called before other threads
  /// start, once.
  public static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    var awaited = sigset_t()
    unsafe sigemptyset(&awaited)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      unsafe sigaddset(&awaited, number)
    }
    unsafe pthread_sigmask(SIG_BLOCK, &awaited, nil)
    let set = awaited
    Thread.detachNewThread {
      var set = set
      var number: Int32 = 0
      guard unsafe sigwait(&set, &number) == 0 else { return }
      TemporaryNames.shared.removeAllAndEnd { end(by: number) }
    }
  }

  /// Whether whoever started the process wants it to go on, as nohup does.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    unsafe sigaction(number, nil, &action)
    return unsafe action.__sigaction_handler.sa_handler.map { handler in
      unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    } ?? false
  }

  /// Ends the process by a signal, so that whoever started it sees which.
  private static func end(by number: Int32) -> Never {
    signal(number, SIG_DFL)
    var set = sigset_t()
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, number)
    unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(number)
    _exit(128 + number)
  }
}
