internal import CRaptor
public import RDF

/// Reads RDF documents with libraptor, for files that the user names.
///
/// Blank nodes get labels of their own, such as `b1`, `b2`… in order of appearance; documents read
/// into one dataset need beginnings of their own, else their blank nodes would be one. Origins are not kept:
/// raptor's lines run ahead of its statements.
public enum RaptorReader {
  /// Reads a document and adds its triples to a dataset.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - file: its name, for messages.
  ///   - syntax: its syntax.
  ///   - base: the IRI that relative ones are resolved against; without one they are errors.
  ///   - graph: the graph the triples are put in; N-Quads name their own.
  ///   - blankNodes: what the labels of blank nodes begin with.
  ///   - dataset: what the triples are added to.
  /// - Throws: ``RDFIOError/syntax(file:position:message:)`` and ``RDFIOError/term(_:file:position:)``.
  public static func read(
    _ bytes: [UInt8], file: String, syntax: RDFSyntax, base: String? = "https://example.org/",
    graph: TermID = .defaultGraph, blankNodes: String = "b", into dataset: inout Dataset
  ) throws(RDFIOError) {
    if syntax == .rdfxml, let fault = XMLGuard.fault(in: bytes) {
      let lines = bytes[..<fault.offset].split(
        separator: 0x0A, omittingEmptySubsequences: false)
      let column = lines.last.map { String(decoding: $0, as: UTF8.self).unicodeScalars.count } ?? 0
      throw .syntax(
        file: file, position: SourcePosition(line: lines.count, column: column + 1),
        message: fault.message)
    }
    let world = try RaptorWorld()
    guard let parser = unsafe raptor_new_parser(world.handle, syntax.rawValue) else {
      throw .unknownSyntax(syntax.rawValue)
    }
    let state = RaptorReadState(
      file: file, graph: graph, labels: blankNodes,
      leastGrave: syntax == .rdfxml ? RAPTOR_LOG_LEVEL_WARN : RAPTOR_LOG_LEVEL_ERROR)
    defer {
      unsafe raptor_free_parser(parser)
      unsafe raptor_world_set_log_handler(world.handle, nil, nil)
      withExtendedLifetime(state) {}
    }
    swap(&state.dataset, &dataset)
    defer { swap(&state.dataset, &dataset) }
    let context = unsafe Unmanaged.passUnretained(state).toOpaque()
    unsafe raptor_world_set_log_handler(world.handle, context) { context, message in
      guard let context = unsafe context, let message = unsafe message else { return }
      unsafe Unmanaged<RaptorReadState>.fromOpaque(context).takeUnretainedValue().log(message)
    }
    unsafe raptor_parser_set_statement_handler(parser, context) { context, statement in
      guard let context = unsafe context, let statement = unsafe statement else { return }
      unsafe Unmanaged<RaptorReadState>.fromOpaque(context).takeUnretainedValue().add(statement)
    }
    unsafe raptor_parser_set_option(parser, RAPTOR_OPTION_NO_NET, nil, 1)
    unsafe raptor_parser_set_option(parser, RAPTOR_OPTION_NO_FILE, nil, 1)
    state.hasBase = base != nil
    let baseURI = unsafe raptor_new_uri(world.handle, base ?? RaptorReadState.noBase)
    defer { unsafe raptor_free_uri(baseURI) }
    var status = unsafe raptor_parser_parse_start(parser, baseURI)
    // libxml2 gives up on a part of more than 10 MB.
    var start = 0
    while status == 0, state.failure == nil {
      let end = min(start + 1 << 16, bytes.count)
      status = unsafe bytes.withUnsafeBufferPointer { buffer in
        let part = unsafe UnsafeBufferPointer(rebasing: buffer[start..<end])
        return unsafe raptor_parser_parse_chunk(
          parser, part.baseAddress, part.count, end == bytes.count ? 1 : 0)
      }
      start = end
      if end == bytes.count { break }
    }
    if let failure = state.failure { throw failure }
    guard status == 0 else {
      throw .syntax(file: file, position: nil, message: "this is not \(syntax.rawValue)")
    }
  }
}

/// What the callbacks of one reading record.
@safe final class RaptorReadState {
  var dataset = Dataset()
  var failure: RDFIOError?
  private let file: String
  private let graph: TermID
  private let labels: String
  private var blankNodes: [String: TermID] = [:]
  var hasBase = true

  /// What relative IRIs are resolved against to tell them from others, for raptor needs something.
  static let noBase = "griot-without-base:///"

  /// The level of message from which on reading has failed: what is dropped from RDF/XML is but
  /// warned of.
  private let leastGrave: raptor_log_level

  init(file: String, graph: TermID, labels: String, leastGrave: raptor_log_level) {
    self.labels = labels
    self.leastGrave = leastGrave
    self.file = file
    self.graph = graph
  }

  func log(_ message: UnsafeMutablePointer<raptor_log_message>) {
    guard failure == nil, unsafe message.pointee.level.rawValue >= leastGrave.rawValue
    else { return }
    let text = unsafe message.pointee.text.map { unsafe String(cString: $0) } ?? "not well formed"
    guard !Self.isAboutName(text) else { return }
    failure = .syntax(file: file, position: unsafe position(message.pointee.locator), message: text)
  }

  /// Whether raptor only warns of a name that the RDF namespace has not; nothing is dropped then.
  ///
  /// - SeeAlso: RDF 1.1 XML Syntax, section 5.1 (the RDF namespace).
  private static func isAboutName(_ text: String) -> Bool {
    text.hasSuffix(" is an unknown RDF namespaced element.")
      || text.hasPrefix("Unknown RDF namespace property attribute ")
  }

  private func position(_ locator: UnsafeMutablePointer<raptor_locator>?) -> SourcePosition? {
    guard let locator = unsafe locator, unsafe locator.pointee.line > 0 else { return nil }
    let column = unsafe Int(locator.pointee.column)
    return SourcePosition(
      line: unsafe Int(locator.pointee.line), column: column > 0 ? column : nil)
  }

  func add(_ statement: UnsafeMutablePointer<raptor_statement>) {
    guard failure == nil else { return }
    do throws(TermError) {
      guard let subject = try unsafe term(statement.pointee.subject),
        let predicate = try unsafe term(statement.pointee.predicate),
        let object = try unsafe term(statement.pointee.object)
      else { return }
      let named = unsafe statement.pointee.graph == nil ? nil : try term(statement.pointee.graph)
      dataset.insert(Quad(subject, predicate, object, graph: named ?? graph))
    } catch {
      failure = .term(error, file: file, position: nil)
    }
  }

  private func term(_ pointer: UnsafeMutablePointer<raptor_term>?) throws(TermError) -> TermID? {
    guard let term = unsafe pointer?.pointee else { return nil }
    switch unsafe term.type {
    case RAPTOR_TERM_TYPE_URI:
      let text = unsafe Self.text(of: term.value.uri)
      if !hasBase, text.hasPrefix(Self.noBase.dropLast(3)) {
        let isPath = text.hasPrefix(Self.noBase)
        let relative = text.dropFirst(Self.noBase.count - (isPath ? 0 : 3))
        failure = .syntax(
          file: file, position: nil,
          message: "<\(relative)> is relative and the document has no base; write the whole IRI, "
            + "or xml:base around it")
        return nil
      }
      return try dataset.terms.iri(text)
    case RAPTOR_TERM_TYPE_BLANK:
      let label = unsafe String(cString: term.value.blank.string)
      if let known = blankNodes[label] { return known }
      let made = try dataset.terms.blankNode(Array("\(labels)\(blankNodes.count + 1)".utf8).span)
      blankNodes[label] = made
      return made
    case RAPTOR_TERM_TYPE_LITERAL:
      let literal = unsafe term.value.literal
      let lexical = unsafe Array(
        UnsafeBufferPointer(start: literal.string, count: Int(literal.string_len)))
      if let language = unsafe literal.language, unsafe literal.language_len > 0 {
        let tag = unsafe Array(
          UnsafeBufferPointer(start: language, count: Int(literal.language_len)))
        return try dataset.terms.literal(lexical.span, language: tag.span)
      }
      guard let uri = unsafe literal.datatype else {
        return try dataset.terms.literal(lexical.span)
      }
      let datatype = try unsafe dataset.terms.iri(Self.text(of: uri))
      return try dataset.terms.literal(lexical.span, datatype: datatype)
    default:
      return nil
    }
  }

  private static func text(of uri: OpaquePointer?) -> String {
    guard let uri = unsafe uri, let bytes = unsafe raptor_uri_as_string(uri) else { return "" }
    return unsafe String(cString: bytes)
  }
}
