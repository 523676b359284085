internal import Foundation

/// What takes the bytes of files as they come.
protocol PartSink: AnyObject {
  /// Adds bytes to a file.
  ///
  /// - Throws: ``RunError`` when they cannot be written.
  func append(_ bytes: [UInt8], to name: String) throws(RunError)

  /// What waits on its way to a file.
  ///
  /// - Throws: ``RunError`` when it cannot be made.
  func spool() throws(RunError) -> SpoolFile
}

extension OutputSet: PartSink {}

/// The bytes of files, kept until it is known where they go.
final class CollectedParts: PartSink {
  /// What was added, in order.
  private(set) var parts: [(name: String, bytes: [UInt8])] = []

  func append(_ bytes: [UInt8], to name: String) {
    if parts.last?.name == name {
      parts[parts.count - 1].bytes += bytes
    } else {
      parts.append((name, bytes))
    }
  }

  func spool() -> SpoolFile { SpoolFile(in: NSTemporaryDirectory()) }
}
