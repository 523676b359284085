public import Ontology
public import RDF

/// Turns the datasets of articles into one property graph.
///
/// Entities and events become nodes, statements between them edges. A claim gives its data to the
/// edge of its plain triple; without one it is an edge whose label shows how it is put. A bounded
/// number is text. The article's own graph is drawn, with others' names for its entities, and its
/// background when that is asked for.
public struct Projection {
  /// What is drawn only when it is asked for.
  public enum Extra: Hashable, Sendable {
    /// Claims that the article denies.
    case denied
    /// What the article does not say and the record knows from elsewhere.
    case background
  }

  /// What the caller chooses.
  public struct Options: Sendable {
    /// The languages of labels, the preferred one first.
    public var languages: [String]
    /// What is drawn beside what always is.
    public var extras: Set<Extra>

    /// Makes options.
    public init(languages: [String] = ["fr", "en"], extras: Set<Extra> = []) {
      self.languages = languages
      self.extras = extras
    }
  }

  let ontology: Ontology
  let options: Options
  private var graph = PropertyGraph()
  /// The nodes by the bytes of their IRIs.
  private var places: [[UInt8]: Int] = [:]

  /// Begins a projection.
  public init(ontology: Ontology, options: Options = Options()) {
    self.ontology = ontology
    self.options = options
  }

  /// Adds the quads of one article.
  public mutating func add(_ dataset: borrowing Dataset) {
    var article = ArticleProjection(dataset, ontology, options)
    for subject in article.nodes {
      let values = article.nodeValues(subject, dataset)
      let iri = dataset.terms.text(of: subject)
      if let place = places[iri] {
        let known = Set(graph.nodes[place].values.map(\.key))
        graph.nodes[place].values += values.filter { !known.contains($0.key) }
      } else {
        places[iri] = graph.nodes.count
        graph.nodes.append(GraphNode(iri: dataset.terms.string(of: subject), values: values))
      }
    }
    for edge in article.edges(dataset) {
      guard let source = places[dataset.terms.text(of: edge.subject)],
        let target = places[dataset.terms.text(of: edge.object)]
      else { continue }
      graph.edges.append(GraphEdge(source: source, target: target, values: edge.values))
    }
  }

  /// The graph with its keys: the fixed ones, then the ontology's in its order.
  public consuming func finish() -> PropertyGraph {
    var result = graph
    result.nodeKeys = Self.keys(result.nodes.map(\.values), Self.nodeKeys, ontology)
    result.edgeKeys = Self.keys(result.edges.map(\.values), Self.edgeKeys, ontology)
    return result
  }

  static let nodeKeys = [
    "iri", "label", "name", "labelV", "types", "status", "attributedTo", "via", "basis", "date",
    "earliest", "latest", "interval", "duration", "confidence", "named", "evidence", "source",
  ]
  static let edgeKeys = [
    "iri", "label", "name", "labelE", "interaction", "status", "attributedTo", "via", "degree",
    "basis", "interval", "confidence", "evidence", "source", "weight",
  ]

  private static func keys(
    _ values: [[GraphValue]], _ fixed: [String], _ ontology: Ontology
  ) -> [GraphKey] {
    let used = Set(values.joined().map(\.key))
    var names = fixed.filter(used.contains)
    for property in ontology.properties where property.kind == .datatype {
      for name in [attributeName(property.localName), attributeName(property.localName) + ".text"]
      where used.contains(name) && !names.contains(name) {
        names.append(name)
      }
    }
    names += used.subtracting(names).sorted()
    return names.map { GraphKey(name: $0, kind: kind($0, ontology)) }
  }

  private static func kind(_ name: String, _ ontology: Ontology) -> GraphKey.Kind {
    switch name {
    case "confidence", "weight": return .double
    case "named": return .boolean
    default: break
    }
    let local = name.hasPrefix("p.") ? String(name.dropFirst(2)) : name
    guard !nodeKeys.contains(name), let property = ontology.propertyNamed(local) else {
      return .string
    }
    return isWhole(property) ? .long : .string
  }

  /// Whether a property's values are whole numbers, which are written as such when they fit.
  static func isWhole(_ property: OntologyProperty) -> Bool {
    property.ranges.contains {
      $0 == Namespace.xsd + "integer" || $0 == Namespace.xsd + "nonNegativeInteger"
        || $0 == Namespace.xsd + "long" || $0 == Namespace.xsd + "int"
    }
  }

  /// Names that graph tools give a meaning of their own get a prefix.
  static func attributeName(_ name: String) -> String {
    let reserved: Set = [
      "id", "label", "name", "x", "y", "z", "r", "g", "b", "size", "color", "weight", "start",
      "end", "kind", "d3", "d7",
    ]
    return reserved.contains(name) || nodeKeys.contains(name) && name != "duration"
      ? "p." + name : name
  }
}
