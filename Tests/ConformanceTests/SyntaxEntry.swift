import Foundation
import RDF
import RDFIO
import Testing

/// One row of the manifest of the W3C's RDF syntax tests.
struct SyntaxEntry: Sendable, CustomTestStringConvertible {
  /// What a test shows.
  enum Kind: Sendable {
    case positive, negative, evaluation, canonical
  }

  let suite: String
  let name: String
  let kind: Kind
  let syntax: RDFSyntax
  let action: String
  let result: String?
  let base: String?

  var testDescription: String { "\(suite)/\(name)" }

  /// Why the manifest cannot be used.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  static let folder =
    (ProcessInfo.processInfo.environment["GRIOT_SHARED"]
      ?? FileManager.default.currentDirectoryPath + "/../shared") + "/conformance/rdf"

  static let isAtHand: Bool = {
    if FileManager.default.fileExists(atPath: folder + "/manifest.tsv") { return true }
    let line = "skipped: the W3C's RDF syntax tests are not at \(folder); set GRIOT_SHARED\n"
    FileHandle.standardError.write(Data(line.utf8))
    return false
  }()

  /// The rows of a version of RDF whose kind is one of some; with none of them it throws.
  ///
  /// RDF/XML, which raptor reads, is left out.
  static func read(_ version: String, _ kinds: Kind...) throws -> [SyntaxEntry] {
    try read(version, kinds) { $0 != .rdfxml }
  }

  /// The same of RDF/XML.
  static func readXML(_ version: String, _ kinds: Kind...) throws -> [SyntaxEntry] {
    try read(version, kinds) { $0 == .rdfxml }
  }

  private static func read(
    _ version: String, _ kinds: [Kind], where isWanted: (RDFSyntax) -> Bool
  ) throws -> [SyntaxEntry] {
    guard isAtHand else { return [] }
    let text = try String(contentsOfFile: folder + "/manifest.tsv", encoding: .utf8)
    let entries = try text.split(separator: "\n").dropFirst().map { line in
      try SyntaxEntry(
        line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
    }
    let wanted = entries.filter {
      $0.suite.hasPrefix(version + "/") && kinds.contains($0.kind) && isWanted($0.syntax)
    }
    guard !wanted.isEmpty else {
      throw Malformed(description: "the manifest has no entry of \(version) for \(kinds)")
    }
    return wanted
  }

  /// Reads a row.
  private init(_ fields: [String]) throws {
    guard fields.count == 7 else {
      throw Malformed(description: "a row of \(fields.count) fields, expected 7: \(fields)")
    }
    var type = fields[2][...]
    guard type.hasPrefix("Test") else { throw Malformed(description: "unknown kind \(fields[2])") }
    type = type.dropFirst(4)
    let syntaxes: [(String, RDFSyntax)] = [
      ("NTriples", .ntriples), ("NQuads", .nquads), ("Turtle", .turtle), ("Trig", .trig),
      ("XML", .rdfxml),
    ]
    guard let (prefix, syntax) = syntaxes.first(where: { type.hasPrefix($0.0) }) else {
      throw Malformed(description: "unknown syntax in \(fields[2])")
    }
    switch type.dropFirst(prefix.count) {
    case "PositiveSyntax": kind = .positive
    case "NegativeSyntax", "NegativeEval": kind = .negative
    case "Eval": kind = .evaluation
    case "PositiveC14N": kind = .canonical
    default: throw Malformed(description: "unknown kind \(fields[2])")
    }
    suite = fields[0]
    name = fields[1]
    self.syntax = syntax
    action = fields[3]
    result = fields[4] == "-" ? nil : fields[4]
    base = fields[6] == "-" ? nil : fields[6]
  }

  /// The IRI of the document as the suite has it.
  var documentBase: String? {
    base.map { $0 + action.dropFirst(suite.count + 1) }
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path)))
  }

  /// Reads the document whole.
  func read(mode: ReadingMode = .strict) throws -> Dataset {
    var dataset = Dataset(tracing: .on)
    try RDFReader.read(
      Self.bytes(action), file: action, syntax: syntax,
      base: documentBase ?? "https://example.org/", mode: mode, into: &dataset)
    return dataset
  }

  /// Turns the document into N-Quads from chunks of a size.
  func lines(chunks size: Int) throws -> [UInt8] {
    let bytes = try Self.bytes(action)
    var converter = try LineConverter(syntax, to: .nquads, file: action, base: documentBase)
    var output: [UInt8] = []
    var start = 0
    while start < bytes.count {
      let end = min(start + size, bytes.count)
      try converter.convert(bytes.span.extracting(start..<end), to: &output)
      start = end
    }
    try converter.finish(to: &output)
    return output
  }

  static func quads(_ dataset: borrowing Dataset) -> Set<[String]> {
    var quads = Set<[String]>()
    for quad in dataset.quads {
      var terms = [quad.subject, quad.predicate, quad.object].map { dataset.terms.spelled($0) }
      if quad.graph != .defaultGraph { terms.append(dataset.terms.spelled(quad.graph)) }
      quads.insert(terms)
    }
    return quads
  }

  static func quads(_ lines: [UInt8], blankNodes: String = "b") throws -> Set<[String]> {
    var dataset = Dataset()
    try RDFReader.read(
      lines, file: "lines", syntax: .nquads, blankNodes: blankNodes, into: &dataset)
    return quads(dataset)
  }
}
