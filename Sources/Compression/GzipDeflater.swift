internal import CZlib

/// The one owner of a z_stream that packs gzip.
@safe struct GzipDeflater: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>

  init() throws(CompressionError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe griot_deflate_init(stream, 6) == Z_OK else {
      unsafe stream.deallocate()
      throw .failed(.gzip, reason: "zlib does not start")
    }
    unsafe self.stream = unsafe stream
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Packs bytes and returns what is wrong, if anything.
  func step(
    _ source: UnsafeBufferPointer<UInt8>, _ ending: Compressor.Ending,
    _ target: UnsafeMutableBufferPointer<UInt8>, _ consumed: inout Int, _ count: inout Int,
    _ isDone: inout Bool
  ) -> String? {
    let size = min(source.count, 1 << 30)
    unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(mutating: source.baseAddress)
    unsafe stream.pointee.avail_in = UInt32(size)
    unsafe stream.pointee.next_out = target.baseAddress
    unsafe stream.pointee.avail_out = UInt32(clamping: target.count)
    let status = unsafe deflate(stream, ending == .last ? Z_FINISH : Z_NO_FLUSH)
    consumed = unsafe size - Int(stream.pointee.avail_in)
    count = unsafe target.count - Int(stream.pointee.avail_out)
    isDone =
      ending == .last
      ? status == Z_STREAM_END
      : unsafe consumed == source.count && stream.pointee.avail_out > 0
    return status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR ? nil : "zlib stops"
  }
}
