/// Who asks; the secrets in it are in no message of this module.
///
/// - SeeAlso: RFC 7617, section 2 (basic); RFC 7616, section 3 (digest); RFC 6750, section 2.1 (bearer).
public enum HTTPCredentials: Sendable {
  /// No one in particular.
  case none
  /// A user with a password, which the server can read.
  case basic(user: String, password: String)
  /// A user with a password, which is proved and not sent.
  case digest(user: String, password: String)
  /// A token.
  case bearer(String)

  /// What must not be shown.
  var secrets: [String] {
    switch self {
    case .none: []
    case .basic(let user, let password), .digest(let user, let password):
      [password, Base64.encoded(Array("\(user):\(password)".utf8))]
    case .bearer(let token): [token]
    }
  }

  /// A text without the secrets, as a server may send them back.
  public func removed(from text: String) -> String {
    secrets.filter { !$0.isEmpty }.reduce(text) { text, secret in
      text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "•••")
    }
  }
}
