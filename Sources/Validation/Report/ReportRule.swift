public import RDF

/// What a result was found against: a constraint of a shape, an axiom, a rule of the input.
public struct ReportRule: Hashable, Sendable {
  /// The part of the report that it belongs to.
  public let section: ReportSection
  /// The name of the shape with an IRI that the rule is or belongs to; of others what they are of.
  public let name: String
  /// The kind of constraint or check: `Datatype`, `DisjointClasses`.
  public let component: String
  /// The IRI of that kind; nil of a rule of the input.
  public let componentIRI: String?
  /// The shape as N-Triples writes it, or the axiom in words.
  public let source: String?
  /// The path that it holds of, as SPARQL writes it.
  public let path: String?
  /// The file that the shape stands in.
  public let file: String?
  /// Where in that file.
  public let position: SourcePosition?

  /// The rule of a result.
  ///
  /// - Parameters:
  ///   - result: the result.
  ///   - file: the file of the shape.
  ///   - position: where in it the shape stands.
  public init(_ result: ValidationResult, file: String? = nil, position: SourcePosition? = nil) {
    section = ReportSection(result.family)
    name = result.sourceName
    let last = result.component.split(separator: "#").last.map(String.init) ?? result.component
    let ending = "ConstraintComponent"
    component = last.hasSuffix(ending) ? String(last.dropLast(ending.count)) : last
    componentIRI = result.component
    // Axioms are many: what is alike in them is the check.
    source = result.family == .shapes ? result.source : nil
    path = result.path
    self.file = file
    self.position = position
  }

  /// A rule of the input in itself.
  init(ofInput name: String, kind: String) {
    section = .input
    self.name = name
    component = kind
    componentIRI = nil
    source = nil
    path = nil
    file = nil
    position = nil
  }

  /// Its name for programs: `ArticleShape/Datatype`.
  var id: String {
    section == .input ? name : "\(name.replacing(" ", with: "-"))/\(component)"
  }

  /// The path with but the last parts of its IRIs.
  var shortPath: String? {
    guard let path else { return nil }
    var output = ""
    var rest = Substring(path)
    while let open = rest.firstIndex(of: "<"),
      let close = rest[open...].firstIndex(of: ">")
    {
      output += rest[..<open]
      let iri = rest[rest.index(after: open)..<close]
      let name = iri.lastIndex { $0 == "#" || $0 == "/" || $0 == ":" }
        .map { iri[iri.index(after: $0)...] }
      output += name.flatMap { $0.isEmpty ? nil : $0 } ?? iri
      rest = rest[rest.index(after: close)...]
    }
    return output + rest
  }
}
