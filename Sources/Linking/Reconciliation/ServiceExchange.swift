internal import Foundation
public import HTTP
internal import JSON

/// Asks services over HTTP, and keeps their answers and their pace.
public final class ServiceExchange {
  /// How services are asked.
  public struct Settings: Sendable {
    /// How they are connected to.
    public var http = HTTPSettings()
    /// The file that keeps answers; nil for none.
    public var cache: String?
    /// Whether what the file has is asked for again.
    public var refreshes = false
    /// How many requests a second are sent at most.
    public var rate = 10.0

    /// Makes settings: no answer may take more than 30 seconds or 16 megabytes.
    public init() {
      http.totalTime = 30
      http.responseLimit = 16 << 20
    }
  }

  private let client: HTTPClient
  private let settings: Settings
  private let cache: ResponseCache?
  private var lastRequest: Double?

  /// Makes an exchange.
  ///
  /// - Throws: ``LinkingError``.
  public init(_ settings: Settings) throws(LinkingError) {
    self.settings = settings
    do throws(HTTPError) {
      client = try HTTPClient(settings.http)
    } catch {
      throw .service(name: "HTTP", query: nil, reason: error.description)
    }
    cache = try settings.cache.map { (file) throws(LinkingError) in try ResponseCache(file) }
  }

  /// What is sent along.
  enum Question {
    case nothing
    case form(String, [UInt8])
    case json([UInt8])

    var bytes: [UInt8] {
      switch self {
      case .nothing: []
      case .form(let name, let value): Array("\(name)=".utf8) + value
      case .json(let value): value
      }
    }
  }

  /// The answer to a question, which may be one that was kept, and whether it was.
  ///
  /// - Throws: ``ServiceFault`` where there is no answer of 2xx in JSON.
  func ask(
    _ address: String, _ question: Question
  ) throws -> JSONDocument {
    let bytes = question.bytes
    if !settings.refreshes, let kept = try cache?.answer(address, bytes) {
      return try Self.parse(kept)
    }
    wait()
    var request = HTTPRequest(.get, address)
    switch question {
    case .nothing: break
    case .form(let name, let value):
      request = HTTPRequest(.post, address)
      let text = PercentEncoding.form([(name, String(decoding: value, as: UTF8.self))])
      request.body = .bytes(Array(text.utf8))
      request.headers.append(("Content-Type", "application/x-www-form-urlencoded"))
    case .json(let value):
      request = HTTPRequest(.post, address, body: .bytes(value))
      request.headers.append(("Content-Type", "application/json"))
    }
    request.headers.append(("Accept", "application/json"))
    // A query changes nothing, so it may be asked twice.
    request.repetition = .harmless
    let response: HTTPResponse
    do throws(HTTPError) {
      response = try client.send(request)
    } catch {
      throw ServiceFault(reason: error.description)
    }
    guard response.isSuccess else {
      throw ServiceFault(reason: "it answers \(response.status)")
    }
    let document = try Self.parse(response.body)
    try cache?.keep(response.body, address, bytes)
    return document
  }

  private static func parse(_ bytes: [UInt8]) throws(ServiceFault) -> JSONDocument {
    do throws(JSONError) {
      return try JSONDocument.parse(bytes)
    } catch {
      throw ServiceFault(reason: "the answer is not JSON: \(error.message)")
    }
  }

  private func wait() {
    let now = Double(DispatchTime.now().uptimeNanoseconds) / 1e9
    if let lastRequest, settings.rate > 0 {
      let left = lastRequest + 1 / settings.rate - now
      if left > 0 { Thread.sleep(forTimeInterval: left) }
    }
    lastRequest = Double(DispatchTime.now().uptimeNanoseconds) / 1e9
  }
}
