/// Unpacks gzip or Zstandard data part by part; members and frames may follow one another.
///
/// Bytes are given with ``feed(_:)`` and taken with ``next()`` until that has none; at the end of
/// the data ``end()`` says whether they were whole. Memory is a part that was given, a part of at
/// most 256 KB that is taken, and the library's window: 32 KB of gzip, at most 128 MB of zstd.
///
/// - SeeAlso: RFC 1952, section 2.2 (members); RFC 8878, section 3 (frames).
public final class Decompressor {
  private enum Owner: ~Copyable {
    case gzip(GzipInflater)
    case zstd(ZstdInflater)
  }

  /// What one call of a library did.
  struct Step {
    var consumed: Int
    /// Whether a member or frame ended here.
    var isAtEnd: Bool
    /// What the library says is wrong; the bytes consumed are those before.
    var fault: String?
    /// How many bytes the library would like next; 0 is any number.
    var wanted = 0
  }

  private let format: CompressionFormat
  private let limits: DecompressionLimits
  private let owner: Owner
  private var input: [UInt8] = []
  private var position = 0
  private var consumed = 0
  private var produced = 0
  /// Whether the data may end here.
  private var isWhole = false
  /// Whether the library may hold more than it could put out.
  private var isFull = false
  private var wanted = 0

  private static let partSize = 1 << 18

  /// Makes a reader of one text.
  ///
  /// - Throws: ``CompressionError/failed(_:reason:)``.
  public init(
    _ format: CompressionFormat, limits: DecompressionLimits = DecompressionLimits()
  ) throws(CompressionError) {
    self.format = format
    self.limits = limits
    switch format {
    case .gzip: owner = .gzip(try GzipInflater())
    case .zstd:
      owner = .zstd(try ZstdInflater())
      wanted = ZstdInflater.headWanted
    }
  }

  /// Gives it the next packed bytes, once ``next()`` has no more.
  public func feed(_ bytes: [UInt8]) {
    input = position < input.count ? Array(input[position...]) + bytes : bytes
    position = 0
  }

  /// The next unpacked bytes, or none when it needs more packed ones.
  ///
  /// - Throws: ``CompressionError`` for what is damaged or beyond the limits.
  public func next() throws(CompressionError) -> [UInt8] {
    while position < input.count || isFull {
      var step = Step(consumed: 0, isAtEnd: false)
      let end = wanted == 0 ? input.count : min(input.count, position + wanted)
      let output = unsafe [UInt8](unsafeUninitializedCapacity: Self.partSize) { buffer, count in
        unsafe input.withUnsafeBufferPointer { whole in
          let source = unsafe UnsafeBufferPointer(rebasing: whole[position..<end])
          switch owner {
          case .gzip(let inflater): unsafe step = inflater.step(source, buffer, &count)
          case .zstd(let inflater): unsafe step = inflater.step(source, buffer, &count)
          }
        }
      }
      position += step.consumed
      consumed += step.consumed
      produced += output.count
      if let fault = step.fault { throw .corrupt(format, offset: consumed, reason: fault) }
      if step.consumed > 0 || !output.isEmpty { isWhole = step.isAtEnd }
      isFull = output.count == Self.partSize
      wanted = step.wanted
      try checkLimits()
      if !output.isEmpty { return output }
      // Neither took nor gave: it needs bytes that are not there.
      if step.consumed == 0 { break }
    }
    return []
  }

  /// Says that there are no more packed bytes.
  ///
  /// - Throws: ``CompressionError/truncated(_:offset:)`` where there should be.
  public func end() throws(CompressionError) {
    guard isWhole, position == input.count else {
      throw .truncated(format, offset: consumed + input.count - position)
    }
  }

  private func checkLimits() throws(CompressionError) {
    if produced > limits.size {
      throw .tooLarge(format, offset: consumed, limit: limits.size)
    }
    if let ratio = limits.ratio, produced > limits.ratioFreeBytes, produced / ratio > consumed {
      throw .tooDense(format, offset: consumed, ratio: ratio)
    }
  }
}
