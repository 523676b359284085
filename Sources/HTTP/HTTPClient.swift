internal import CCurl
internal import Foundation

/// Asks servers, one request after the other, over connections that stay open.
///
/// Certificates are verified, proxies of the environment are not used, and the address of every
/// connection is held against ``HTTPSettings/reach``, after redirects too. Used by one thread at a
/// time.
///
/// - SeeAlso: RFC 9110, sections 9 (methods) and 15 (status codes).
public final class HTTPClient {
  private let settings: HTTPSettings
  private let handle: CurlHandle

  /// Makes a client.
  ///
  /// - Throws: ``HTTPError/failed(reason:)``.
  public init(_ settings: HTTPSettings) throws(HTTPError) {
    self.settings = settings
    handle = try CurlHandle()
  }

  /// Looks whether an address can be asked, without asking.
  ///
  /// - Throws: ``HTTPError/badAddress(_:reason:)``, which tells no user or password in it.
  public static func check(_ url: String) throws(HTTPError) {
    _ = try HTTPAddress(url)
  }

  /// Sends a request and reads the answer.
  ///
  /// Passing faults, and the answers 408, 429, 502, 503 and 504, are tried again after a while
  /// where that is harmless; the last such answer is returned. Redirects are followed, but not from
  /// https to http, and of requests other than GET and HEAD only those that keep the method; 303
  /// becomes a GET. Another origin is not told the credentials.
  ///
  /// - Parameters:
  ///   - request: what is asked.
  ///   - sink: what gets the content of an answer of 2xx part by part, instead of the answer.
  /// - Returns: the answer, whatever its status.
  /// - Throws: ``HTTPError`` when there is none.
  public func send(
    _ request: HTTPRequest, to sink: (([UInt8]) -> Void)? = nil
  ) throws(HTTPError) -> HTTPResponse {
    var attempt = 0
    while true {
      let isLast = request.repetition == .never || attempt >= settings.retryLimit
      var asked: Double?
      var hasDelivered = false
      do throws(HTTPError) {
        let response = try follow(request, sink, &hasDelivered)
        guard !isLast, [408, 429, 502, 503, 504].contains(response.status) else {
          return response
        }
        asked = Self.retryAfter(response)
        if let asked, asked > settings.longestWait {
          throw .askedToWait(seconds: Int(asked.rounded(.up)), status: response.status)
        }
      } catch {
        guard !isLast, error.isPassing, !hasDelivered else { throw error }
      }
      attempt += 1
      // Clients that were cut off together do not come back together.
      let backOff = 0.25 * Double(1 << min(attempt, 8)) * Double.random(in: 1...1.5)
      Thread.sleep(forTimeInterval: min(max(asked ?? 0, backOff), settings.longestWait))
    }
  }

  /// How many seconds the server asks to wait, or nil.
  ///
  /// - SeeAlso: RFC 9110, section 10.2.3.
  private static func retryAfter(_ response: HTTPResponse) -> Double? {
    guard let text = response.header("Retry-After") else { return nil }
    if let seconds = Int(text), seconds >= 0 { return Double(seconds) }
    let date = unsafe curl_getdate(text, nil)
    return date < 0 ? nil : max(0, Double(date) - Date().timeIntervalSince1970)
  }

  private func follow(
    _ request: HTTPRequest, _ sink: (([UInt8]) -> Void)?, _ hasDelivered: inout Bool
  ) throws(HTTPError) -> HTTPResponse {
    var request = request
    var address = try HTTPAddress(request.url)
    let origin = address.origin
    for _ in 0...settings.redirectLimit {
      let (response, target) = try exchange(
        request, address, address.origin == origin ? settings.credentials : .none, sink,
        &hasDelivered)
      guard let target else { return response }
      let next = try HTTPAddress(target)
      if address.scheme == "https", next.scheme == "http" {
        throw .refusedRedirect(to: target, reason: "it is no longer https")
      }
      switch (response.status, request.method) {
      case (_, .get), (_, .head), (307, _), (308, _): break
      case (303, _):
        request.method = .get
        request.body = nil
        request.headers.removeAll { $0.name.lowercased() == "content-type" }
      case (_, let method):
        throw .refusedRedirect(
          to: target, reason: "a \(method.rawValue) may not be meant for it; ask it there")
      }
      address = next
    }
    throw .tooManyRedirects(limit: settings.redirectLimit)
  }

  /// One request and its answer, and where that redirects to.
  private func exchange(
    _ request: HTTPRequest, _ address: HTTPAddress, _ credentials: HTTPCredentials,
    _ sink: (([UInt8]) -> Void)?, _ hasDelivered: inout Bool
  ) throws(HTTPError) -> (HTTPResponse, redirect: String?) {
    let transfer = HTTPTransfer(request, settings, sink)
    handle.reset()
    transfer.attach(to: handle)
    prepare(address)
    prepare(request)
    prepare(credentials)
    let fields = try HeaderList(request.headers)
    _ = unsafe griot_curl_set_list(handle.curl, CURLOPT_HTTPHEADER, fields.list)
    let code = withExtendedLifetime(transfer) { unsafe curl_easy_perform(handle.curl) }
    hasDelivered = hasDelivered || transfer.hasDelivered
    guard code == CURLE_OK else { throw fault(code, transfer, address) }
    let status = handle.number(CURLINFO_RESPONSE_CODE)
    let redirect = 300..<400 ~= status ? handle.text(CURLINFO_REDIRECT_URL) : nil
    return (
      HTTPResponse(
        status: status, headers: transfer.headers, body: transfer.received, url: address.text),
      redirect
    )
  }

  // MARK: Options

  private func prepare(_ address: HTTPAddress) {
    handle.set(CURLOPT_URL, address.text)
    handle.set(CURLOPT_PROTOCOLS_STR, "http,https")
    handle.set(CURLOPT_PROXY, "")
    handle.set(CURLOPT_NOSIGNAL, 1)
    handle.set(CURLOPT_USERAGENT, settings.agent)
    handle.set(CURLOPT_SSL_VERIFYPEER, 1)
    handle.set(CURLOPT_SSL_VERIFYHOST, 2)
    handle.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    if let file = settings.certificateFile {
      handle.set(CURLOPT_CAINFO, file)
      // Else the system's certificates would be trusted too.
      _ = unsafe griot_curl_set_string(handle.curl, CURLOPT_CAPATH, nil)
    }
    handle.set(CURLOPT_CONNECTTIMEOUT_MS, Int(settings.connectTime * 1000))
    handle.set(CURLOPT_LOW_SPEED_LIMIT, 1)
    handle.set(CURLOPT_LOW_SPEED_TIME, settings.stallTime)
    if let total = settings.totalTime { handle.set(CURLOPT_TIMEOUT_MS, Int(total * 1000)) }
    handle.set(CURLOPT_BUFFERSIZE, 1 << 18)
    handle.set(CURLOPT_UPLOAD_BUFFERSIZE, 1 << 19)
  }

  private func prepare(_ request: HTTPRequest) {
    // libcurl sends a request again by itself when a connection that it kept turns out to be dead.
    if request.repetition == .never { handle.set(CURLOPT_FRESH_CONNECT, 1) }
    switch (request.method, request.body) {
    case (.head, _): handle.set(CURLOPT_NOBODY, 1)
    case (_, nil):
      handle.set(CURLOPT_HTTPGET, 1)
      handle.set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    case (_, let body?):
      handle.set(CURLOPT_UPLOAD, 1)
      handle.set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
      let size = if case .bytes(let bytes) = body { bytes.count } else { -1 }
      _ = unsafe griot_curl_set_size(
        handle.curl, CURLOPT_INFILESIZE_LARGE, curl_off_t(size))
    }
  }

  private func prepare(_ credentials: HTTPCredentials) {
    switch credentials {
    case .none: break
    case .basic(let user, let password):
      handle.set(CURLOPT_HTTPAUTH, Self.basic)
      handle.set(CURLOPT_USERNAME, user)
      handle.set(CURLOPT_PASSWORD, password)
    case .digest(let user, let password):
      handle.set(CURLOPT_HTTPAUTH, Self.digest)
      handle.set(CURLOPT_USERNAME, user)
      handle.set(CURLOPT_PASSWORD, password)
    case .bearer(let token):
      handle.set(CURLOPT_HTTPAUTH, Self.bearer)
      handle.set(CURLOPT_XOAUTH2_BEARER, token)
    }
  }

  // CURLAUTH_… are macros with a cast.
  private static let basic = 1 << 0
  private static let digest = 1 << 1
  private static let bearer = 1 << 6

  // MARK: Faults

  private func fault(
    _ code: CURLcode, _ transfer: HTTPTransfer, _ address: HTTPAddress
  ) -> HTTPError {
    if transfer.isTooLarge { return .tooLarge(limit: settings.responseLimit) }
    let reason = settings.credentials.removed(from: handle.reason(code))
    switch code {
    case CURLE_COULDNT_CONNECT:
      if let refused = transfer.refused {
        return .refusedAddress(host: address.host, refused)
      }
      return .unreachable(host: address.host, reason: reason)
    case CURLE_COULDNT_RESOLVE_HOST: return .unknownHost(address.host)
    case CURLE_OPERATION_TIMEDOUT: return .timedOut
    case CURLE_PEER_FAILED_VERIFICATION:
      return .untrusted(host: address.host, reason: certificateFault() ?? reason)
    case CURLE_SSL_CACERT_BADFILE:
      return .certificateFile(settings.certificateFile ?? "the system's file")
    case CURLE_SSL_CONNECT_ERROR: return .unreachable(host: address.host, reason: reason)
    case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE,
      CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_SEND_FAIL_REWIND:
      return .cut(reason: reason)
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL:
      return .badAddress(address.text, reason: reason)
    default: return .failed(reason: reason)
    }
  }

  /// What GnuTLS found wrong with a certificate, of which libcurl says no more than that it is.
  private func certificateFault() -> String? {
    let found = handle.number(CURLINFO_SSL_VERIFYRESULT)
    let faults = [
      (1 << 10, "its certificate has expired"), (1 << 9, "its certificate is not valid yet"),
      (1 << 5, "its certificate was revoked"),
      (1 << 6, "no one trusted has signed its certificate"),
      (1 << 8, "its certificate is signed in a way that is no longer safe"),
    ]
    return faults.first { found & $0.0 != 0 }?.1
  }
}
