internal import CCurl

/// The one owner of an easy handle of libcurl, of its buffer for messages, and of its open
/// connections.
@safe struct CurlHandle: ~Copyable {
  let curl: UnsafeMutableRawPointer
  private let message: UnsafeMutablePointer<CChar>

  /// raptor leaves this to whoever else uses libcurl.
  private static let isStarted = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// - Throws: ``HTTPError/failed(reason:)``.
  init() throws(HTTPError) {
    guard Self.isStarted, let curl = unsafe curl_easy_init() else {
      throw .failed(reason: "it does not start")
    }
    unsafe self.curl = unsafe curl
    let message = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    unsafe message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    unsafe self.message = unsafe message
  }

  deinit {
    unsafe curl_easy_cleanup(curl)
    unsafe message.deallocate()
  }

  /// Forgets all options; connections stay open.
  func reset() {
    unsafe curl_easy_reset(curl)
    unsafe message[0] = 0
    _ = unsafe griot_curl_set_pointer(curl, CURLOPT_ERRORBUFFER, message)
  }

  /// What the library says of the last fault.
  func reason(_ code: CURLcode) -> String {
    let text = unsafe String(cString: message)
    return text.isEmpty ? unsafe String(cString: curl_easy_strerror(code)) : text
  }

  func set(_ option: CURLoption, _ value: Int) {
    _ = unsafe griot_curl_set_long(curl, option, value)
  }

  /// - Returns: whether the option is known and the text could be kept.
  @discardableResult
  func set(_ option: CURLoption, _ value: String) -> Bool {
    unsafe griot_curl_set_string(curl, option, value) == CURLE_OK
  }

  func number(_ info: CURLINFO) -> Int {
    var value = 0
    _ = unsafe griot_curl_get_long(curl, info, &value)
    return value
  }

  func text(_ info: CURLINFO) -> String? {
    var value: UnsafeMutablePointer<CChar>?
    guard unsafe griot_curl_get_string(curl, info, &value) == CURLE_OK else { return nil }
    return unsafe value.map { unsafe String(cString: $0) }
  }
}
