/// One request of HTTP.
///
/// - SeeAlso: RFC 9110, sections 9 (methods) and 6.4 (content).
public struct HTTPRequest {
  /// What is to be done.
  public enum Method: String, Sendable {
    /// Read.
    case get = "GET"
    /// Ask whether it is there.
    case head = "HEAD"
    /// Hand over.
    case post = "POST"
    /// Put in place of what is there.
    case put = "PUT"
    /// Remove.
    case delete = "DELETE"
  }

  /// Whether doing it twice is the same as doing it once, so that it may be tried again.
  public enum Repetition: Sendable {
    /// It is, as of GET, PUT and DELETE.
    case harmless
    /// It is not: what may have been done is not done again.
    case never
  }

  /// What is to be done.
  public var method: Method
  /// The absolute address, `http` or `https`, without a user or password.
  public var url: String
  /// Fields beside those that the client sets.
  public var headers: [(name: String, value: String)] = []
  /// What is sent along.
  public var body: HTTPBody?
  /// Whether it may be tried again; by default as its method is.
  public var repetition: Repetition

  /// Makes a request; a POST is not tried again unless ``repetition`` is set so.
  public init(_ method: Method, _ url: String, body: HTTPBody? = nil) {
    self.method = method
    self.url = url
    self.body = body
    repetition = method == .post ? .never : .harmless
  }
}

/// What a request sends along.
public enum HTTPBody {
  /// Bytes, whose number is said beforehand.
  case bytes([UInt8])
  /// Parts, made while they are sent: each call gives a function whose calls give the parts, an
  /// empty one at the end. There is a call for each attempt.
  case parts(() -> () -> [UInt8])
}
