internal import CCurl

/// An address that may be asked, with the parts that are compared.
struct HTTPAddress {
  let text: String
  let scheme: String
  let host: String
  /// Scheme, host and port: who is meant.
  let origin: String

  /// - Throws: ``HTTPError/badAddress(_:reason:)``.
  init(_ text: String) throws(HTTPError) {
    guard !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else {
      throw .badAddress(text, reason: "it holds a blank or a control character")
    }
    guard let parts = unsafe curl_url() else { throw .failed(reason: "no memory") }
    defer { unsafe curl_url_cleanup(parts) }
    guard unsafe curl_url_set(parts, CURLUPART_URL, text, 0) == CURLUE_OK else {
      throw .badAddress(
        text, reason: "it is not an absolute address; expected one that begins with https://")
    }
    if unsafe Self.part(CURLUPART_USER, of: parts) != nil {
      // The address as given is a secret.
      throw .badAddress(
        "…@\(unsafe Self.part(CURLUPART_HOST, of: parts) ?? "")",
        reason: "it holds a user or password, which others could read; give them apart")
    }
    let scheme = unsafe Self.part(CURLUPART_SCHEME, of: parts) ?? ""
    guard scheme == "http" || scheme == "https" else {
      throw .badAddress(text, reason: "it is neither http nor https")
    }
    self.text = text
    self.scheme = scheme
    host = unsafe Self.part(CURLUPART_HOST, of: parts) ?? ""
    origin = "\(scheme)://\(host):\(unsafe Self.part(CURLUPART_PORT, of: parts) ?? "")"
  }

  private static func part(_ part: CURLUPart, of parts: OpaquePointer) -> String? {
    var found: UnsafeMutablePointer<CChar>?
    let status = unsafe curl_url_get(parts, part, &found, UInt32(CURLU_DEFAULT_PORT))
    guard status == CURLUE_OK, let text = unsafe found else { return nil }
    defer { unsafe curl_free(text) }
    return unsafe String(cString: text)
  }
}
