internal import CRaptor
public import RDF

/// Writes triples with one of libraptor's serialisers.
///
/// Raptor reports no failure by its results, so what it logs is an error here, and what it wrote
/// in a document syntax is read back by ``TurtleOutput`` before it is used.
public enum RaptorWriter {
  /// Serialises quads; their graph names are left out but in N-Quads.
  ///
  /// - Parameters:
  ///   - quads: what is written, in this order where the syntax keeps one.
  ///   - terms: the table that holds their terms.
  ///   - syntax: the syntax.
  ///   - prefixes: prefix names with their namespaces, for Turtle.
  /// - Returns: the document as UTF-8.
  /// - Throws: ``RDFIOError``.
  public static func write(
    _ quads: some Sequence<Quad>, of terms: borrowing TermTable, syntax: RDFSyntax,
    prefixes: [(name: String, namespace: String)] = []
  ) throws(RDFIOError) -> [UInt8] {
    try write(quads, of: terms, syntax: syntax, prefixes: prefixes, standIn: nil)
  }

  static func write(
    _ quads: some Sequence<Quad>, of terms: borrowing TermTable, syntax: RDFSyntax,
    prefixes: [(name: String, namespace: String)], standIn: RaptorStandIn?
  ) throws(RDFIOError) -> [UInt8] {
    let world = try RaptorWorld()
    let sink = UnsafeMutablePointer<RaptorSink>.allocate(capacity: 1)
    unsafe sink.initialize(to: RaptorSink())
    defer {
      unsafe sink.deinitialize(count: 1)
      unsafe sink.deallocate()
    }
    let name = Self.serializer(for: quads, of: terms, syntax)
    guard let serializer = unsafe raptor_new_serializer(world.handle, name) else {
      throw .unknownSyntax(name)
    }
    // What is freed first may still log to what the handler points at.
    defer {
      unsafe raptor_free_serializer(serializer)
      unsafe raptor_world_set_log_handler(world.handle, nil, nil)
    }
    unsafe raptor_world_set_log_handler(world.handle, sink) { context, message in
      guard let context = unsafe context?.assumingMemoryBound(to: RaptorSink.self),
        let message = unsafe message,
        unsafe message.pointee.level.rawValue >= RAPTOR_LOG_LEVEL_WARN.rawValue,
        unsafe context.pointee.message == nil
      else { return }
      unsafe context.pointee.message = unsafe String(cString: message.pointee.text)
    }
    for prefix in prefixes {
      let uri = unsafe raptor_new_uri(world.handle, prefix.namespace)
      unsafe raptor_serializer_set_namespace(serializer, uri, prefix.name)
      unsafe raptor_free_uri(uri)
    }
    // The stream keeps the pointer for as long as it lives.
    let handler = UnsafeMutablePointer<raptor_iostream_handler>.allocate(capacity: 1)
    unsafe handler.initialize(to: RaptorSink.handler)
    defer { unsafe handler.deallocate() }
    guard let stream = unsafe raptor_new_iostream_from_handler(world.handle, sink, handler) else {
      throw .raptorUnavailable
    }
    defer { unsafe raptor_free_iostream(stream) }
    var made = unsafe RaptorTerms(world: world.handle, syntax, standIn: standIn)
    defer { made.free() }
    var status = unsafe raptor_serializer_start_to_iostream(serializer, nil, stream)
    for quad in quads where status == 0 {
      var statement = unsafe raptor_statement()
      unsafe statement.world = world.handle
      // Not raptor's to keep: a serialiser that does so copies it.
      unsafe statement.usage = -1
      unsafe statement.subject = made.term(quad.subject, of: terms)
      unsafe statement.predicate = made.term(quad.predicate, of: terms)
      unsafe statement.object = made.term(quad.object, of: terms)
      if syntax == .nquads, quad.graph != .defaultGraph {
        unsafe statement.graph = made.term(quad.graph, of: terms)
      }
      status = unsafe raptor_serializer_serialize_statement(serializer, &statement)
    }
    let ended = unsafe raptor_serializer_serialize_end(serializer)
    guard status == 0, ended == 0, unsafe sink.pointee.message == nil else {
      throw .unwritable(
        term: "these triples", syntax: syntax.rawValue,
        reason: unsafe sink.pointee.message ?? "libraptor2 says no more")
    }
    let bytes = unsafe sink.pointee.bytes
    return standIn?.restored(bytes) ?? bytes
  }

  /// Raptor's name of the serialiser.
  ///
  /// The abbreviated RDF/XML groups what is said of a subject; it loses cycles of blank nodes, and
  /// names an element by the type of its node, which has to be a name that raptor can split off
  /// and none of the syntax's own.
  private static func serializer(
    for quads: some Sequence<Quad>, of terms: borrowing TermTable, _ syntax: RDFSyntax
  ) -> String {
    guard syntax == .rdfxml else { return syntax.rawValue }
    for quad in quads
    where terms.kind(of: quad.subject) == .blankNode || terms.kind(of: quad.object) == .blankNode {
      return "rdfxml"
    }
    for quad in quads where quad.predicate == .rdfType {
      let type = terms.string(of: quad.object)
      guard let name = QName.localPart(of: type), RaptorName.ends(name),
        !RDFXMLOutput.isForbidden(type), !ReadBack.isResolvedByRaptor(type)
      else { return "rdfxml" }
    }
    return "rdfxml-abbrev"
  }
}

/// What raptor's stream of output writes to.
private struct RaptorSink {
  var bytes: [UInt8] = []
  var message: String?

  static var handler: raptor_iostream_handler {
    var handler = raptor_iostream_handler()
    handler.version = 2
    unsafe handler.write_byte = { context, byte in
      guard let sink = unsafe context?.assumingMemoryBound(to: RaptorSink.self) else { return 1 }
      unsafe sink.pointee.bytes.append(UInt8(truncatingIfNeeded: byte))
      return 0
    }
    unsafe handler.write_bytes = { context, pointer, size, count in
      guard let sink = unsafe context?.assumingMemoryBound(to: RaptorSink.self),
        let pointer = unsafe pointer
      else { return 0 }
      let buffer = unsafe UnsafeRawBufferPointer(start: pointer, count: size * count)
      unsafe sink.pointee.bytes.append(contentsOf: buffer)
      return Int32(truncatingIfNeeded: count)
    }
    return handler
  }
}

/// The raptor_terms made for the terms of a table, each once.
@safe private struct RaptorTerms {
  private let world: OpaquePointer
  private var made: [TermID: UnsafeMutablePointer<raptor_term>] = unsafe [:]

  private let isXML: Bool
  private let standIn: RaptorStandIn?

  init(world: OpaquePointer, _ syntax: RDFSyntax, standIn: RaptorStandIn?) {
    unsafe self.world = world
    isXML = syntax == .rdfxml
    self.standIn = standIn
  }

  mutating func term(
    _ term: TermID, of terms: borrowing TermTable
  ) -> UnsafeMutablePointer<raptor_term>? {
    if let known = unsafe made[term] { return unsafe known }
    var text = terms.text(of: term)
    if isXML, terms.kind(of: term) == .blankNode, !ByteSet.isLetter(text[0]) {
      // No name of XML begins with a digit; of two labels one may have the underscore already.
      text.insert(UInt8(ascii: "_"), at: 0)
    }
    if let standIn { text = standIn.put(into: text) }
    let count = text.count
    let pointer: UnsafeMutablePointer<raptor_term>?
    switch terms.kind(of: term) {
    case .iri:
      unsafe pointer = raptor_new_term_from_counted_uri_string(world, text, count)
    case .blankNode:
      unsafe pointer = raptor_new_term_from_counted_blank(world, text, count)
    case .literal:
      if let range = terms.languageRange(of: term) {
        let tag = Array(terms.bytes[range]) + [0]
        unsafe pointer = raptor_new_term_from_counted_literal(
          world, text, count, nil, tag, UInt8(truncatingIfNeeded: tag.count - 1))
      } else {
        let datatype = terms.datatype(of: term) ?? .xsdString
        let name = datatype == .xsdString ? nil : terms.string(of: datatype)
        let uri = unsafe name.flatMap { unsafe raptor_new_uri(world, $0) }
        unsafe pointer = raptor_new_term_from_counted_literal(world, text, count, uri, nil, 0)
        if let uri = unsafe uri { unsafe raptor_free_uri(uri) }
      }
    }
    unsafe made[term] = pointer
    return unsafe pointer
  }

  mutating func free() {
    while let pointer = unsafe made.popFirst()?.value { unsafe raptor_free_term(pointer) }
  }
}
