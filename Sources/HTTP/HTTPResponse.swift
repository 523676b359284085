/// What a server answers.
///
/// - SeeAlso: RFC 9110, sections 15 (status codes) and 6.3 (header fields).
public struct HTTPResponse: Sendable {
  /// The status code; any, for only the caller knows which are errors.
  public let status: Int
  /// The header fields, in their order.
  public let headers: [(name: String, value: String)]
  /// The content, empty where it went to a sink.
  public let body: [UInt8]
  /// The address that answered, after redirects.
  public let url: String

  /// Whether the request was received, understood and accepted.
  public var isSuccess: Bool { 200..<300 ~= status }

  /// The value of the first field of a name in whatever case, or nil.
  public func header(_ name: String) -> String? {
    let wanted = name.lowercased()
    return headers.first { $0.name.lowercased() == wanted }?.value
  }
}
