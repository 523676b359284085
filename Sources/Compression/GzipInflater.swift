internal import CZlib

/// The one owner of a z_stream that unpacks gzip.
///
/// The stream knows its own address, so it has a place of its own on the heap.
@safe struct GzipInflater: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>

  init() throws(CompressionError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe griot_inflate_init(stream) == Z_OK else {
      unsafe stream.deallocate()
      throw .failed(.gzip, reason: "zlib does not start")
    }
    unsafe self.stream = unsafe stream
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Unpacks bytes up to the end of a member.
  func step(
    _ source: UnsafeBufferPointer<UInt8>, _ target: UnsafeMutableBufferPointer<UInt8>,
    _ count: inout Int
  ) -> Decompressor.Step {
    let size = min(source.count, 1 << 30)
    unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(mutating: source.baseAddress)
    unsafe stream.pointee.avail_in = UInt32(size)
    unsafe stream.pointee.next_out = target.baseAddress
    unsafe stream.pointee.avail_out = UInt32(clamping: target.count)
    let status = unsafe inflate(stream, Z_NO_FLUSH)
    count = unsafe target.count - Int(stream.pointee.avail_out)
    var step = Decompressor.Step(
      consumed: unsafe size - Int(stream.pointee.avail_in), isAtEnd: false)
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END:
      step.isAtEnd = true
      unsafe inflateReset(stream)
    default:
      step.fault = unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "zlib stops"
    }
    return step
  }
}
