internal import Foundation
internal import Pipeline

extension Talk {
  /// Shows how much was read of a large input, where a person is looking.
  var byteProgress: (@Sendable (Int) -> Void)? {
    guard isShowingProgress else { return nil }
    return { count in
      // Parts are of a megabyte at most; small inputs are done before anyone could read it.
      guard count >> 20 >= 32, count >> 20 & 15 == 0 else { return }
      FileHandle.standardError.write(Data("\r\(count >> 20) MB read…".utf8))
    }
  }

  /// Says what was found and what was done.
  func say(_ summary: ConversionSummary, _ deed: Conversion.Deed) {
    guard format == .text else {
      Self.lines { line in summary.forEachJSONMessage(line) }
      Self.line(summary.json)
      return
    }
    Self.lines { line in summary.forEachMessage(line) }
    if summary.skipped > 0 { Self.line("\(Self.count(summary.skipped, "statement")) skipped") }
    guard !isQuiet, deed != .count else { return }
    Self.line("\(Self.count(summary.quads, "statement")) converted")
    for file in summary.files { Self.line("  \(file.name)  \(Self.count(file.bytes, "byte"))") }
  }
}
