internal import CCurl

/// The one owner of a list of header fields.
@safe struct HeaderList: ~Copyable {
  let list: UnsafeMutablePointer<curl_slist>?

  /// - Throws: ``HTTPError/badHeader(_:)``.
  init(_ fields: [(name: String, value: String)]) throws(HTTPError) {
    // A server that does not answer "Expect" would cost a second a request.
    var list = unsafe curl_slist_append(nil, "Expect:")
    for (name, value) in fields {
      let line = "\(name): \(value)"
      let isBad = line.utf8.contains { $0 == 0x0A || $0 == 0x0D || $0 == 0 }
      if isBad {
        unsafe curl_slist_free_all(list)
        throw .badHeader(name)
      }
      if let longer = unsafe curl_slist_append(list, line) { unsafe list = longer }
    }
    unsafe self.list = unsafe list
  }

  deinit { unsafe curl_slist_free_all(list) }
}
