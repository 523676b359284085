public import HTTP
public import RDF
internal import RDFIO

/// A store that graphs are put into and read from, one request after the other.
///
/// - SeeAlso: SPARQL 1.1 Graph Store HTTP Protocol, section 5; SPARQL 1.1 Protocol, section 2.
public final class GraphStore {
  /// Where it is.
  public let address: StoreAddress
  private let client: HTTPClient
  private let credentials: HTTPCredentials

  /// Makes a store of an address and a client with the same credentials.
  public init(_ address: StoreAddress, _ client: HTTPClient, _ credentials: HTTPCredentials) {
    self.address = address
    self.client = client
    self.credentials = credentials
  }

  /// The kind that the server at an address says it is; nil where it says nothing that is known.
  ///
  /// - Throws: ``PublishingError/noAnswer(_:url:)``.
  public static func kind(
    at url: String, _ client: HTTPClient
  ) throws(PublishingError) -> StoreKind? {
    do throws(HTTPError) {
      let response = try client.send(HTTPRequest(.get, url))
      return response.header("Server").flatMap { StoreKind.said(by: $0) }
        ?? (response.header("Fuseki-Request-Id") == nil ? nil : .fuseki)
    } catch {
      throw .noAnswer(error, url: url)
    }
  }

  // MARK: Graphs

  /// What becomes of what a graph held.
  enum Deed {
    case replace, add
  }

  /// Sends statements to a graph; all of them go in one request.
  func send(
    _ quads: ArraySlice<Quad>, of terms: borrowing TermTable, to graph: GraphName, _ deed: Deed
  ) throws(PublishingError) {
    var bytes: [UInt8] = []
    var hasBlankNodes = false
    for quad in quads {
      hasBlankNodes =
        hasBlankNodes || terms.kind(of: quad.subject) == .blankNode
        || terms.kind(of: quad.object) == .blankNode
    }
    LineWriter.append(quads, of: terms, syntax: .ntriples, to: &bytes)
    var request = HTTPRequest(deed == .replace ? .put : .post, url(of: graph), body: .bytes(bytes))
    request.headers = [("Content-Type", "application/n-triples")]
    // Statements without blank nodes are the same when they come twice.
    if !hasBlankNodes { request.repetition = .harmless }
    let words = deed == .replace ? "replace" : "add to"
    _ = try answer(request, "\(words) \(graph)")
  }

  /// Removes a graph; one that is not there is no fault.
  ///
  /// - Throws: ``PublishingError``.
  public func remove(_ graph: GraphName) throws(PublishingError) {
    _ = try answer(HTTPRequest(.delete, url(of: graph)), "remove \(graph)", allowing: [404])
  }

  /// Reads a graph; one that is not there is empty.
  ///
  /// - Throws: ``PublishingError``.
  public func read(_ graph: GraphName) throws(PublishingError) -> Dataset {
    var request = HTTPRequest(.get, url(of: graph))
    request.headers = [("Accept", "application/n-triples")]
    // A sink cannot hold what cannot be copied, so that the answer comes whole.
    let response = try answer(request, "give \(graph)", allowing: [404])
    var dataset = Dataset()
    guard response.status != 404 else { return dataset }
    do throws(RDFIOError) {
      try RDFReader.read(
        response.body, file: request.url, syntax: .ntriples, base: nil, into: &dataset)
    } catch {
      throw .unreadableGraph(error)
    }
    return dataset
  }

  // MARK: Queries and updates

  /// How many statements a graph has.
  func count(_ graph: GraphName) throws(PublishingError) -> Int {
    let pattern =
      switch graph {
      case .unnamed: "?s ?p ?o"
      case .named(let iri): "GRAPH <\(iri)> { ?s ?p ?o }"
      }
    let deed = "count \(graph)"
    let lines = try rows("SELECT (COUNT(*) AS ?n) WHERE { \(pattern) }", deed)
    guard lines.count == 1, let number = Int(lines[0]) else {
      throw .unreadable(
        url: address.query ?? "", deed: deed, said: lines.prefix(3).joined(separator: " "))
    }
    return number
  }

  /// The IRIs of the store's graphs that begin with a text, in order.
  ///
  /// - Throws: ``PublishingError``.
  public func graphs(beginningWith prefix: String) throws(PublishingError) -> [String] {
    var found: [String] = []
    // Stores cut long answers off, so that they are asked for in parts.
    let partSize = 5000
    while true {
      let after = found.last.map { " && STR(?g) > \(Self.quoted($0))" } ?? ""
      let lines = try rows(
        "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } "
          + "FILTER(STRSTARTS(STR(?g), \(Self.quoted(prefix)))\(after)) } "
          + "ORDER BY STR(?g) LIMIT \(partSize)",
        "list its graphs")
      found += lines
      if lines.isEmpty { return found }
    }
  }

  /// Moves a graph to the place of another; must be asked once only, for some stores empty that
  /// place when there is nothing to move.
  func move(_ source: GraphName, to target: GraphName) throws(PublishingError) {
    _ = try ask(
      address.update, "update", "MOVE \(source.inUpdate) TO \(target.inUpdate)",
      "move what was put beside to \(target)", .never)
  }

  /// The values of a query with one variable.
  private func rows(_ query: String, _ deed: String) throws(PublishingError) -> [String] {
    let response = try ask(address.query, "query", query, deed, .harmless)
    // The one value of a line is an IRI or a number, neither of which has quotes or line ends.
    let lines = String(decoding: response.body, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.dropFirst().map { line in line.filter { $0 != "\"" } }
  }

  private func ask(
    _ url: String?, _ kind: String, _ text: String, _ deed: String,
    _ repetition: HTTPRequest.Repetition
  ) throws(PublishingError) -> HTTPResponse {
    guard let url else {
      throw .noEndpoint(
        flag: "--\(kind)-url", reason: "to \(deed) takes a SPARQL \(kind)")
    }
    var request = HTTPRequest(
      .post, url, body: .bytes(Array(PercentEncoding.form([(kind, text)]).utf8)))
    request.headers = [
      ("Content-Type", "application/x-www-form-urlencoded"), ("Accept", "text/csv"),
    ]
    request.repetition = repetition
    return try answer(request, deed)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text.unicodeScalars {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
  }

  // MARK: Requests

  private func url(of graph: GraphName) -> String {
    let mark = address.graphs.contains("?") ? "&" : "?"
    switch graph {
    case .unnamed: return "\(address.graphs)\(mark)default"
    case .named(let iri):
      return "\(address.graphs)\(mark)graph=\(PercentEncoding.encoded(iri))"
    }
  }

  /// The answer to a request, which is of success or of a status that is allowed.
  private func answer(
    _ request: HTTPRequest, _ deed: String, allowing statuses: Set<Int> = []
  ) throws(PublishingError) -> HTTPResponse {
    let url = String(request.url.prefix { $0 != "?" })
    let response: HTTPResponse
    do throws(HTTPError) {
      response = try client.send(request)
    } catch {
      throw .noAnswer(error, url: url)
    }
    if response.isSuccess || statuses.contains(response.status) { return response }
    if response.status == 401 || response.status == 403 {
      let isNamed = if case .none = credentials { false } else { true }
      throw .notAllowed(status: response.status, url: url, isNamed: isNamed)
    }
    throw .refused(
      status: response.status, url: url, deed: deed,
      said: credentials.removed(from: Self.firstWords(of: response)))
  }

  /// The beginning of what a server says, without the tags of a page.
  private static func firstWords(of response: HTTPResponse) -> String {
    let isPage = response.header("Content-Type")?.contains("html") ?? false
    var text = ""
    var isInTag = false
    for character in String(decoding: response.body.prefix(4096), as: UTF8.self) {
      if isPage, character == "<" || isInTag {
        isInTag = character != ">"
        text += " "
      } else {
        text.append(character.isWhitespace ? " " : character)
      }
    }
    let words = text.split(separator: " ").joined(separator: " ")
    return words.count > 200 ? "\(words.prefix(200))…" : words
  }
}
