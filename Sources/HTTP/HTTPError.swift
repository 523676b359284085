/// Why there is no answer; none says a secret, and none the request's own address.
public enum HTTPError: Error, Hashable, Sendable {
  /// The address cannot be asked.
  case badAddress(String, reason: String)
  /// A header field would break the request.
  case badHeader(String)
  /// The host has an address that may not be asked.
  case refusedAddress(host: String, NetworkAddress)
  /// No one knows the host's name.
  case unknownHost(String)
  /// No connection comes about.
  case unreachable(host: String, reason: String)
  /// The server is not who it should be.
  case untrusted(host: String, reason: String)
  /// The certificates to trust cannot be read.
  case certificateFile(String)
  /// The connection ends before the answer does.
  case cut(reason: String)
  /// It takes too long.
  case timedOut
  /// The answer has more bytes than are allowed.
  case tooLarge(limit: Int)
  /// One redirect leads to another for too long.
  case tooManyRedirects(limit: Int)
  /// A redirect is not followed.
  case refusedRedirect(to: String, reason: String)
  /// The server asks for a wait that is too long.
  case askedToWait(seconds: Int, status: Int)
  /// The library cannot go on.
  case failed(reason: String)
}

extension HTTPError: CustomStringConvertible {
  /// What is wrong, in one line.
  public var description: String {
    switch self {
    case .badAddress(let text, let reason):
      "\"\(text)\" cannot be asked: \(reason)"
    case .badHeader(let name):
      "the field \(name) holds a line end or a NUL, which no request can"
    case .refusedAddress(let host, let address):
      "\(host) is \(host == "\(address)" || host == "[\(address)]" ? "" : "at \(address), ")a "
        + "\(address.kind.rawValue) address; --allow-private lets it be asked"
    case .unknownHost(let host):
      "the name \(host) is not known; is it spelt right?"
    case .unreachable(let host, let reason):
      "no connection to \(host): \(reason)"
    case .untrusted(let host, let reason):
      "\(host) does not prove who it is: \(reason); --ca-file names the certificates to trust"
    case .certificateFile(let file):
      "\(file) cannot be read as certificates to trust; expected a file in PEM"
    case .cut(let reason):
      "the connection was cut: \(reason)"
    case .timedOut:
      "no answer in time"
    case .tooLarge(let limit):
      "the answer has more than \(limit) bytes"
    case .tooManyRedirects(let limit):
      "more than \(limit) redirects, one after the other"
    case .refusedRedirect(let target, let reason):
      "the server points to \(target), which is not followed: \(reason)"
    case .askedToWait(let seconds, let status):
      "the server answers \(status) and asks to wait \(seconds) seconds; try again then"
    case .failed(let reason):
      "libcurl stops: \(reason)"
    }
  }

  /// Whether it may be gone when one tries again.
  var isPassing: Bool {
    switch self {
    case .unreachable, .cut, .timedOut: true
    default: false
    }
  }
}
