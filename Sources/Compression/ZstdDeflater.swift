internal import CZstd

/// The one owner of a ZSTD_CCtx.
@safe struct ZstdDeflater: ~Copyable {
  private let context: OpaquePointer

  init() throws(CompressionError) {
    guard let context = unsafe ZSTD_createCCtx() else {
      throw .failed(.zstd, reason: "libzstd does not start")
    }
    unsafe self.context = unsafe context
    unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
  }

  deinit {
    unsafe ZSTD_freeCCtx(context)
  }

  /// Packs bytes and returns what is wrong, if anything.
  func step(
    _ source: UnsafeBufferPointer<UInt8>, _ ending: Compressor.Ending,
    _ target: UnsafeMutableBufferPointer<UInt8>, _ consumed: inout Int, _ count: inout Int,
    _ isDone: inout Bool
  ) -> String? {
    var input = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
    var output = unsafe ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
    let status = unsafe ZSTD_compressStream2(
      context, &output, &input, ending == .last ? ZSTD_e_end : ZSTD_e_continue)
    consumed = unsafe input.pos
    count = unsafe output.pos
    isDone = unsafe ending == .last ? status == 0 : input.pos == input.size
    return ZSTD_isError(status) == 0 ? nil : unsafe String(cString: ZSTD_getErrorName(status))
  }
}
