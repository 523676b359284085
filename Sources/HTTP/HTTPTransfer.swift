internal import CCurl

/// What one exchange sends and receives; libcurl's callbacks write down here what they see.
@safe final class HTTPTransfer {
  private let body: HTTPBody?
  private let reach: HTTPSettings.Reach
  private let limit: Int
  private let sink: (([UInt8]) -> Void)?
  private var nextPart: (() -> [UInt8])?
  private var part: [UInt8] = []
  private var position = 0

  private(set) var headers: [(name: String, value: String)] = []
  private(set) var received: [UInt8] = []
  private var count = 0
  private var status = 0
  /// Whether the sink has got bytes.
  private(set) var hasDelivered = false
  private(set) var isTooLarge = false
  private(set) var refused: NetworkAddress?

  init(_ request: HTTPRequest, _ settings: HTTPSettings, _ sink: (([UInt8]) -> Void)?) {
    body = request.body
    reach = settings.reach
    limit = settings.responseLimit
    self.sink = sink
    rewind()
  }

  /// Begins the body anew.
  private func rewind() {
    position = 0
    switch body {
    case nil:
      nextPart = nil
      part = []
    case .bytes(let bytes):
      nextPart = nil
      part = bytes
    case .parts(let make):
      nextPart = make()
      part = []
    }
  }

  private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    if position == part.count, let nextPart {
      part = nextPart()
      position = 0
      if part.isEmpty { self.nextPart = nil }
    }
    let size = min(buffer.count, part.count - position)
    unsafe buffer.copyBytes(from: part[position..<position + size])
    position += size
    return size
  }

  private func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    count += bytes.count
    guard count <= limit else {
      isTooLarge = true
      return false
    }
    if let sink, 200..<300 ~= status {
      hasDelivered = true
      unsafe sink(Array(bytes))
    } else {
      unsafe received.append(contentsOf: bytes)
    }
    return true
  }

  private func take(headerLine bytes: UnsafeRawBufferPointer) {
    let line = unsafe String(decoding: bytes, as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      // Interim answers and challenges come before the one that counts.
      headers = []
      received = []
      count = 0
      status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
      return
    }
    guard let colon = line.firstIndex(of: ":") else { return }
    headers.append(
      (
        String(line[..<colon]),
        String(
          line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }.prefix {
            !$0.isNewline
          })
      ))
  }

  private func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    var bytes = [UInt8](repeating: 0, count: 16)
    let size = unsafe griot_curl_address(address, &bytes)
    guard let found = NetworkAddress(Array(bytes.prefix(Int(size)))) else {
      return griot_curl_no_socket()
    }
    guard reach == .allHosts || found.kind == .public else {
      refused = found
      return griot_curl_no_socket()
    }
    return unsafe griot_curl_open(address)
  }

  // MARK: What libcurl calls

  private static func of(_ context: UnsafeMutableRawPointer?) -> HTTPTransfer? {
    unsafe context.map { unsafe Unmanaged<HTTPTransfer>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Lets a handle call back to it, which lives as long as the caller holds it.
  func attach(to handle: borrowing CurlHandle) {
    let curl = unsafe handle.curl
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    for option in [
      CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_READDATA, CURLOPT_SEEKDATA,
      CURLOPT_OPENSOCKETDATA,
    ] {
      _ = unsafe griot_curl_set_pointer(curl, option, context)
    }
    _ = unsafe griot_curl_set_writer(curl) { bytes, size, count, context in
      guard let transfer = unsafe HTTPTransfer.of(context) else { return 0 }
      let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
      return unsafe transfer.take(buffer) ? size * count : 0
    }
    _ = unsafe griot_curl_set_header_reader(curl) { bytes, size, count, context in
      guard let transfer = unsafe HTTPTransfer.of(context) else { return 0 }
      unsafe transfer.take(
        headerLine: UnsafeRawBufferPointer(start: bytes, count: size * count))
      return size * count
    }
    _ = unsafe griot_curl_set_reader(curl) { bytes, size, count, context in
      guard let transfer = unsafe HTTPTransfer.of(context) else {
        return Int(CURL_READFUNC_ABORT)
      }
      return unsafe transfer.fill(
        UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
    }
    _ = unsafe griot_curl_set_seeker(curl) { context, offset, origin in
      guard let transfer = unsafe HTTPTransfer.of(context), offset == 0, origin == 0 else {
        return CURL_SEEKFUNC_CANTSEEK
      }
      transfer.rewind()
      return CURL_SEEKFUNC_OK
    }
    _ = unsafe griot_curl_set_opener(curl) { context, _, address in
      guard let transfer = unsafe HTTPTransfer.of(context), let address = unsafe address else {
        return griot_curl_no_socket()
      }
      return unsafe transfer.open(address)
    }
  }
}
