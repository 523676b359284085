/// Packs bytes as gzip or Zstandard, part by part; the same bytes in give the same bytes out.
///
/// Neither a name nor a time is written. Zstandard data end in a checksum.
///
/// - SeeAlso: RFC 1952, section 2; RFC 8878, section 3.
public final class Compressor {
  private enum Owner: ~Copyable {
    case gzip(GzipDeflater)
    case zstd(ZstdDeflater)
  }

  /// Whether more bytes will come.
  enum Ending {
    case open, last
  }

  private let format: CompressionFormat
  private let owner: Owner

  private static let partSize = 1 << 16

  /// Makes a writer of one text, at the level that the format's own tool takes.
  ///
  /// - Throws: ``CompressionError/failed(_:reason:)``.
  public init(_ format: CompressionFormat) throws(CompressionError) {
    self.format = format
    switch format {
    case .gzip: owner = .gzip(try GzipDeflater())
    case .zstd: owner = .zstd(try ZstdDeflater())
    }
  }

  /// Packs bytes and adds to an array what is ready.
  ///
  /// - Throws: ``CompressionError/failed(_:reason:)``.
  public func compress(
    _ bytes: [UInt8], into output: inout [UInt8]
  ) throws(CompressionError) {
    guard !bytes.isEmpty else { return }
    try run(bytes, .open, &output)
  }

  /// Adds to an array what is left; nothing may be packed after.
  ///
  /// - Throws: ``CompressionError/failed(_:reason:)``.
  public func finish(into output: inout [UInt8]) throws(CompressionError) {
    try run([], .last, &output)
  }

  private func run(
    _ bytes: [UInt8], _ ending: Ending, _ output: inout [UInt8]
  ) throws(CompressionError) {
    var position = 0
    while true {
      var consumed = 0
      var isDone = false
      var fault: String?
      let part = unsafe [UInt8](unsafeUninitializedCapacity: Self.partSize) { buffer, count in
        let rest = bytes.span.extracting(position..<bytes.count)
        unsafe rest.withUnsafeBufferPointer { source in
          switch owner {
          case .gzip(let deflater):
            unsafe fault = deflater.step(source, ending, buffer, &consumed, &count, &isDone)
          case .zstd(let deflater):
            unsafe fault = deflater.step(source, ending, buffer, &consumed, &count, &isDone)
          }
        }
      }
      if let fault { throw .failed(format, reason: fault) }
      output += part
      position += consumed
      if isDone { return }
    }
  }
}
