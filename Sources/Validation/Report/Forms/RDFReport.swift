internal import JSON
internal import RDF
internal import RDFIO

/// A report in the words of SHACL, and beside them where in the input each result comes from.
///
/// Its blank nodes are numbered in order of appearance, those of the data too: the same data give
/// the same bytes.
///
/// - SeeAlso: SHACL, section 3.6 (validation report).
struct RDFReport {
  /// The namespace of what SHACL has no words for.
  static let namespace = "https://w3id.org/griot/report#"

  private var lines = ""
  private var nodes: [String: String] = [:]
  private var nodeCount = 0

  static func write(_ report: Report, _ form: ReportForm) throws(RDFIOError) -> [UInt8] {
    var writer = RDFReport()
    writer.run(report)
    var dataset = Dataset()
    try RDFReader.read(
      Array(writer.lines.utf8), file: "report", syntax: .ntriples, blankNodes: "",
      into: &dataset)
    return switch form {
    case .nt: lineBytes(dataset, .ntriples)
    case .nq: lineBytes(dataset, .nquads)
    case .trig: try TurtleOutput.writeTriG(dataset.quads, of: dataset.terms, prefixes: prefixes)
    case .rdf: try RDFXMLOutput.write(dataset.quads, of: dataset.terms, prefixes: prefixes)
    case .rj: try RDFJSONOutput.write(dataset.quads, of: dataset.terms)
    case .jsonld:
      JSONLDWriter.compacted(
        dataset, context: try JSONLDContext(context, file: "report context"), nativeTypes: .off)
    default: try TurtleOutput.write(dataset.quads, of: dataset.terms, prefixes: prefixes).bytes
    }
  }

  private static func lineBytes(_ dataset: borrowing Dataset, _ syntax: RDFSyntax) -> [UInt8] {
    var bytes: [UInt8] = []
    LineWriter.append(dataset.quads, of: dataset.terms, syntax: syntax, to: &bytes)
    return bytes
  }

  private static let prefixes: [(name: String, namespace: String)] = [
    ("sh", SH.namespace), ("report", namespace), ("rdf", Namespace.rdf), ("xsd", Namespace.xsd),
  ]

  private static var context: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("@context")
    writer.beginObject()
    for (name, namespace) in prefixes {
      writer.key(name)
      writer.value(namespace)
    }
    writer.endObject()
    writer.endObject()
    return writer.bytes
  }

  // MARK: The report

  private mutating func run(_ report: Report) {
    let root = newNode()
    let scope = report.scope
    add(root, Self.type, Self.sh("ValidationReport"))
    add(root, Self.sh("conforms"), Self.literal(report.conforms))
    add(root, Self.own("entailment"), Self.literal(scope.entailment))
    if report.isTruncated { add(root, Self.own("truncated"), Self.literal(true)) }
    for (name, list) in [
      ("notEvaluated", report.faults), ("shapesWarning", report.shapesWarnings),
    ] {
      for one in list {
        let node = newNode()
        add(root, Self.own(name), node)
        add(node, Self.sh("resultMessage"), Self.literal(one.message, language: "en"))
        add(ReportPlace(file: one.file, number: 0, position: one.position), "source", of: node)
      }
    }
    for entry in report.entries {
      let node = newNode()
      if let result = entry.result {
        add(root, Self.sh("result"), node)
        add(result, node)
        add(node, Self.own("family"), Self.own(entry.rule.section.rawValue))
      } else {
        add(root, Self.own("inputFault"), node)
        add(node, Self.sh("resultSeverity"), Self.sh(entry.severity.rawValue))
        add(node, Self.sh("resultMessage"), Self.literal(entry.message, language: "en"))
      }
      if let suggestion = entry.suggestion {
        add(node, Self.own("suggestion"), Self.literal(suggestion, language: "en"))
      }
      add(entry.place, "source", of: node)
      add(node, Self.own("rule"), Self.literal(entry.rule.id))
      let shape = ReportPlace(file: entry.rule.file, number: 0, position: entry.rule.position)
      add(shape, "shapeSource", of: node)
    }
  }

  private mutating func add(_ result: ValidationResult, _ node: String) {
    add(node, Self.type, Self.sh("ValidationResult"))
    add(node, Self.sh("focusNode"), term(result.focusNode))
    if let path = result.pathStructure {
      let spelled = add(path)
      add(node, Self.sh("resultPath"), spelled)
    }
    if let value = result.value { add(node, Self.sh("value"), term(value)) }
    add(node, Self.sh("resultSeverity"), result.ownSeverity ?? Self.sh(result.severity.rawValue))
    add(node, Self.sh("sourceConstraintComponent"), "<\(result.component)>")
    if result.family == .shapes {
      add(node, Self.sh("sourceShape"), term(result.source))
    } else {
      add(node, Self.own("axiom"), Self.literal(result.source, language: "en"))
    }
    if result.shapeMessages.isEmpty {
      add(node, Self.sh("resultMessage"), Self.literal(result.message, language: "en"))
    }
    for message in result.shapeMessages { add(node, Self.sh("resultMessage"), message) }
    for detail in result.details {
      let inner = newNode()
      add(node, Self.sh("detail"), inner)
      add(detail, inner)
    }
  }

  private mutating func add(_ place: ReportPlace, _ name: String, of node: String) {
    guard place.file != nil || place.position != nil else { return }
    let source = newNode()
    add(node, Self.own(name), source)
    func text(_ name: String, _ value: String?) {
      if let value { add(source, Self.own(name), Self.literal(value)) }
    }
    func number(_ name: String, _ value: Int?) {
      if let value { add(source, Self.own(name), Self.literal(value)) }
    }
    text("file", place.file)
    number("line", place.position?.line)
    number("column", place.position?.column)
    text("article", place.article)
    text("recordPath", place.recordPath)
    if let graph = place.graph { add(source, Self.own("graph"), term(graph)) }
    for words in place.words {
      let inner = newNode()
      add(source, Self.own("words"), inner)
      add(inner, Self.own("start"), Self.literal(words.start))
      add(inner, Self.own("end"), Self.literal(words.end))
      if let text = words.text { add(inner, Self.own("exact"), Self.literal(text)) }
    }
  }

  /// Copies the triples of a path and gives its node.
  ///
  /// - SeeAlso: SHACL, section 2.3.1.
  private mutating func add(_ path: ResultPath) -> String {
    switch path {
    case .predicate(let iri): return iri
    case .sequence(let paths): return list(paths)
    case .alternative(let paths):
      let node = newNode()
      let members = list(paths)
      add(node, Self.sh("alternativePath"), members)
      return node
    case .inverse(let inner): return wrap("inversePath", inner)
    case .zeroOrMore(let inner): return wrap("zeroOrMorePath", inner)
    case .oneOrMore(let inner): return wrap("oneOrMorePath", inner)
    case .zeroOrOne(let inner): return wrap("zeroOrOnePath", inner)
    }
  }

  private mutating func wrap(_ name: String, _ inner: ResultPath) -> String {
    let node = newNode()
    let value = add(inner)
    add(node, Self.sh(name), value)
    return node
  }

  private mutating func list(_ paths: [ResultPath]) -> String {
    let cells = paths.map { _ in newNode() }
    for (number, path) in paths.enumerated() {
      let member = add(path)
      add(cells[number], "<\(Namespace.rdf)first>", member)
      let isLast = number + 1 == cells.count
      add(
        cells[number], "<\(Namespace.rdf)rest>",
        isLast ? "<\(Namespace.rdf)nil>" : cells[number + 1])
    }
    return cells.first ?? "<\(Namespace.rdf)nil>"
  }

  // MARK: Terms

  private static let type = "<\(Namespace.rdf)type>"
  private static func sh(_ name: String) -> String { "<\(SH.namespace)\(name)>" }
  private static func own(_ name: String) -> String { "<\(namespace)\(name)>" }

  private mutating func newNode() -> String {
    nodeCount += 1
    return "_:n\(nodeCount)"
  }

  /// A term of the data or the shapes; their blank nodes get numbers of the report.
  private mutating func term(_ spelled: String) -> String {
    guard spelled.hasPrefix("_:") else { return spelled }
    if let known = nodes[spelled] { return known }
    let made = newNode()
    nodes[spelled] = made
    return made
  }

  private mutating func add(_ subject: String, _ predicate: String, _ object: String) {
    lines += "\(subject) \(predicate) \(object) .\n"
  }

  private static func literal(_ flag: Bool) -> String { "\"\(flag)\"^^<\(Namespace.xsd)boolean>" }
  private static func literal(_ number: Int) -> String {
    "\"\(number)\"^^<\(Namespace.xsd)integer>"
  }

  private static func literal(_ text: String, language: String? = nil) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\"" + (language.map { "@\($0)" } ?? "")
  }
}
