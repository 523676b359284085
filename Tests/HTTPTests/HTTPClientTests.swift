internal import Foundation
internal import HTTP
internal import Testing

@Suite
struct HTTPClientTests {
  private let server: TestServer

  init() throws {
    server = try TestServer()
  }

  private func client(_ change: (inout HTTPSettings) -> Void = { _ in }) throws -> HTTPClient {
    var settings = HTTPSettings()
    settings.reach = .allHosts
    change(&settings)
    return try HTTPClient(settings)
  }

  private func text(_ response: HTTPResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  /// What an attempt to get an answer throws.
  private func fault(_ request: HTTPRequest, _ client: HTTPClient) -> HTTPError? {
    do throws(HTTPError) {
      let response = try client.send(request)
      Issue.record("answered \(response.status)")
      return nil
    } catch {
      return error
    }
  }

  // SHA-256 of nothing, of "abc", and of 300 times 1,000 bytes of "a".
  private static let ofNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
  private static let ofABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test(arguments: [HTTPRequest.Method.get, .put, .post, .delete])
  func sendsWhatItIsGiven(_ method: HTTPRequest.Method) throws {
    var request = HTTPRequest(method, server.url("echo?graph=a%20b"))
    request.headers = [("X-Test", "é"), ("Content-Type", "text/turtle")]
    let hasBody = method == .put || method == .post
    if hasBody { request.body = .bytes(Array("abc".utf8)) }
    let response = try client().send(request)
    #expect(response.status == 200)
    #expect(response.header("x-answer") == "yes")
    let lines = text(response).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == method.rawValue)
    #expect(lines[1] == "/echo?graph=a%20b")
    #expect(lines[2] == "text/turtle")
    #expect(lines[3] == "")
    #expect(lines.last == (hasBody ? Self.ofABC : Self.ofNothing)[...])
  }

  @Test func headHasNoContent() throws {
    let response = try client().send(HTTPRequest(.head, server.url("large/5")))
    #expect(response.status == 200)
    #expect(response.header("Content-Length") == "5")
    #expect(response.body.isEmpty)
  }

  @Test func sendsPartsAsTheyAreMade() throws {
    let client = try client()
    var request = HTTPRequest(.put, server.url("echo"))
    request.body = .parts {
      var parts: [[UInt8]] = [[0x61], [0x62], [0x63]]
      return { parts.isEmpty ? [] : parts.removeFirst() }
    }
    // The second time the connection is open already and the parts begin anew.
    for _ in 0..<2 {
      let lines = text(try client.send(request)).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines[3] == "chunked")
      #expect(lines.last == Self.ofABC[...])
    }
  }

  @Test func handsTheAnswerToASink() throws {
    var count = 0
    let response = try client().send(HTTPRequest(.get, server.url("large/3000000"))) {
      count += $0.count
    }
    #expect(count == 3_000_000)
    #expect(response.body.isEmpty)
    // What is no success is kept for the message.
    let missing = try client().send(HTTPRequest(.get, server.url("none"))) { _ in
      Issue.record("an error went to the sink")
    }
    #expect(missing.status == 404)
    #expect(text(missing) == "nothing at /none")
  }

  @Test func provesWhoAsks() throws {
    let basic = try client { $0.credentials = .basic(user: "ada", password: "s3cr3t") }
    #expect(try basic.send(HTTPRequest(.get, server.url("basic"))).status == 200)
    let bearer = try client { $0.credentials = .bearer("t0ken") }
    #expect(try bearer.send(HTTPRequest(.get, server.url("bearer"))).status == 200)
    let digest = try client { $0.credentials = .digest(user: "ada", password: "s3cr3t") }
    var request = HTTPRequest(.put, server.url("digest"))
    request.body = .parts {
      var parts = [[UInt8]](repeating: [UInt8](repeating: 1, count: 100_000), count: 30)
      return { parts.popLast() ?? [] }
    }
    for _ in 0..<2 { #expect(text(try digest.send(request)) == "PUT 3000000") }
    let wrong = try client { $0.credentials = .digest(user: "ada", password: "wrong") }
    #expect(try wrong.send(request).status == 401)
  }

  @Test func removesSecretsFromWhatServersSendBack() throws {
    let credentials = HTTPCredentials.basic(user: "ada", password: "wrong")
    let response = try client { $0.credentials = credentials }.send(
      HTTPRequest(.get, server.url("basic")))
    #expect(response.status == 401)
    // base64 of ada:wrong
    #expect(text(response) == "Basic YWRhOndyb25n")
    #expect(credentials.removed(from: text(response)) == "Basic •••")
    #expect(credentials.removed(from: "wrong!") == "•••!")
  }

  @Test func refusesSecretsInAddresses() throws {
    let error = fault(HTTPRequest(.get, "http://ada:s3cr3t@127.0.0.1/"), try client())
    guard case .badAddress = error else { throw error ?? HTTPError.timedOut }
    #expect(error?.description.contains("s3cr3t") == false)
    #expect(error?.description.contains("ada") == false)
  }

  @Test(arguments: [
    "ftp://example.org/", "file:///etc/passwd", "gopher://x/", "example", "", "http://a b/",
    "http://a/\r\nX: y",
  ])
  func refusesOtherAddresses(_ url: String) throws {
    guard case .badAddress = fault(HTTPRequest(.get, url), try client()) else {
      Issue.record("it was asked")
      return
    }
  }

  @Test func refusesLineEndsInFields() throws {
    var request = HTTPRequest(.get, server.url("echo"))
    request.headers = [("X-Test", "a\r\nX-Other: b")]
    #expect(fault(request, try client()) == .badHeader("X-Test"))
  }

  // MARK: Redirects

  @Test func followsRedirectsOfReading() throws {
    let response = try client().send(HTTPRequest(.get, server.url("redirect/302?/echo?a=b")))
    #expect(response.status == 200)
    #expect(response.url == server.url("echo?a=b"))
  }

  @Test func keepsMethodAndBodyWhereTheStatusSaysSo() throws {
    var request = HTTPRequest(.put, server.url("redirect/308?/echo"))
    request.body = .bytes(Array("abc".utf8))
    let lines = text(try client().send(request)).split(separator: "\n")
    #expect(lines.first == "PUT")
    #expect(lines.last == Self.ofABC[...])
    request.url = server.url("redirect/303?/echo")
    #expect(text(try client().send(request)).hasPrefix("GET\n"))
    request.url = server.url("redirect/301?/echo")
    guard case .refusedRedirect(to: server.url("echo"), _) = fault(request, try client()) else {
      Issue.record("a PUT followed a 301")
      return
    }
  }

  @Test func endsLoopsOfRedirects() throws {
    let request = HTTPRequest(.get, server.url("redirect/302?/redirect/302?"))
    var settings = HTTPSettings()
    settings.reach = .allHosts
    settings.redirectLimit = 0
    #expect(fault(request, try HTTPClient(settings)) == .tooManyRedirects(limit: 0))
  }

  @Test func tellsNoOtherServerWhoAsks() throws {
    let other = try TestServer()
    let client = try client { $0.credentials = .bearer("t0ken") }
    let same = try client.send(HTTPRequest(.get, server.url("redirect/302?/bearer")))
    #expect(same.status == 200)
    let response = try client.send(
      HTTPRequest(.get, server.url("redirect/302?\(other.url("bearer"))")))
    #expect(response.url == other.url("bearer"))
    #expect(response.status == 401)
    #expect(response.body.isEmpty)
  }

  @Test func followsNoRedirectToFiles() throws {
    let request = HTTPRequest(.get, server.url("redirect/302?file:///etc/passwd"))
    guard case .badAddress = fault(request, try client()) else {
      Issue.record("it was followed")
      return
    }
  }

  // MARK: Addresses

  @Test(arguments: ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "0x7f.1"])
  func refusesAddressesThatAreNotPublic(_ host: String) throws {
    let client = try client { $0.reach = .publicHosts }
    let error = fault(HTTPRequest(.get, server.url("echo", host: host)), client)
    guard case .refusedAddress(_, let address) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(address.kind != .public)
    #expect(error?.description.contains("--allow-private") == true)
  }

  // MARK: Trying again

  @Test func triesAgainWhatIsHarmless() throws {
    let client = try client()
    let response = try client.send(HTTPRequest(.put, server.url("flaky/503/2/a")))
    #expect(response.status == 200)
    #expect(text(response) == "3")
    let once = try client.send(HTTPRequest(.post, server.url("flaky/503/2/b")))
    #expect(once.status == 503)
    var request = HTTPRequest(.post, server.url("flaky/429/1/c"))
    request.repetition = .harmless
    #expect(try client.send(request).status == 200)
    // What is wrong with the request itself is not asked again.
    #expect(try client.send(HTTPRequest(.get, server.url("flaky/500/1/d"))).status == 500)
    let limited = try self.client { $0.retryLimit = 1 }
    #expect(try limited.send(HTTPRequest(.get, server.url("flaky/503/9/e"))).status == 503)
    let times = try limited.send(HTTPRequest(.get, server.url("times/flaky/503/9/e")))
    #expect(text(times) == "2")
  }

  @Test func waitsAsLongAsItIsAskedTo() throws {
    let clock = ContinuousClock()
    let begin = clock.now
    let response = try client().send(HTTPRequest(.get, server.url("flaky/429/1/f?1")))
    #expect(response.status == 200)
    #expect(clock.now - begin >= .seconds(1))
    let error = fault(HTTPRequest(.get, server.url("flaky/429/1/g?86400")), try client())
    #expect(error == .askedToWait(seconds: 86_400, status: 429))
  }

  @Test func triesAgainAfterACutConnection() throws {
    let client = try client { $0.retryLimit = 1 }
    for (method, count) in [(HTTPRequest.Method.get, "2"), (.post, "1")] {
      let error = fault(HTTPRequest(method, server.url("drop/\(method.rawValue)")), client)
      guard case .cut = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      let times = try client.send(
        HTTPRequest(.get, server.url("times/drop/\(method.rawValue)")))
      #expect(text(times) == count)
    }
  }

  // MARK: Limits

  @Test func takesNoLargerAnswer() throws {
    let client = try client { $0.responseLimit = 1000 }
    #expect(try client.send(HTTPRequest(.get, server.url("large/1000"))).body.count == 1000)
    let error = fault(HTTPRequest(.get, server.url("large/1001")), client)
    #expect(error == .tooLarge(limit: 1000))
  }

  @Test func waitsNoLonger() throws {
    let client = try client {
      $0.totalTime = 0.5
      $0.retryLimit = 0
    }
    #expect(fault(HTTPRequest(.get, server.url("slow")), client) == .timedOut)
  }

  @Test func tellsHalfAnAnswerFromAWholeOne() throws {
    let client = try client { $0.retryLimit = 0 }
    guard case .cut = fault(HTTPRequest(.get, server.url("cut")), client) else {
      Issue.record("half an answer was taken")
      return
    }
  }

  @Test func saysThatNobodyListens() throws {
    let client = try client { $0.retryLimit = 0 }
    let error = fault(HTTPRequest(.get, "http://127.0.0.1:1/"), client)
    guard case .unreachable = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    let unknown = fault(HTTPRequest(.get, "http://nowhere.invalid/"), client)
    #expect(unknown == .unknownHost("nowhere.invalid"))
  }
}
