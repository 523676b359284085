internal import CZstd

/// The one owner of a ZSTD_DCtx.
@safe struct ZstdInflater: ~Copyable {
  private let context: OpaquePointer

  /// How many bytes of a frame it would like first.
  static let headWanted = 5

  init() throws(CompressionError) {
    guard let context = unsafe ZSTD_createDCtx() else {
      throw .failed(.zstd, reason: "libzstd does not start")
    }
    unsafe self.context = unsafe context
  }

  deinit {
    unsafe ZSTD_freeDCtx(context)
  }

  /// Unpacks bytes, at most a block when the caller gives as many as were wanted.
  func step(
    _ source: UnsafeBufferPointer<UInt8>, _ target: UnsafeMutableBufferPointer<UInt8>,
    _ count: inout Int
  ) -> Decompressor.Step {
    var input = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
    var output = unsafe ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
    let status = unsafe ZSTD_decompressStream(context, &output, &input)
    count = unsafe output.pos
    var step = Decompressor.Step(consumed: unsafe input.pos, isAtEnd: status == 0)
    if ZSTD_isError(status) != 0 {
      step.fault = unsafe String(cString: ZSTD_getErrorName(status))
    } else {
      step.wanted = status == 0 ? Self.headWanted : status
    }
    return step
  }
}
