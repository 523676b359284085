internal import Ontology
internal import RDF

/// The keys of a graph: the fixed ones, those of the ontology's properties, and what else data have.
struct GraphKeys {
  private(set) var names: [String] = []
  private(set) var kinds: [GraphKey.Kind] = []
  /// How many nodes and how many edges have a value under each.
  private(set) var nodeUses: [Int] = []
  private(set) var edgeUses: [Int] = []
  private var byName: [String: Int] = [:]
  /// For each key of numbers that of the texts which are none.
  private var texts: [Int: Int] = [:]
  private var ontologyRange = 0..<0

  /// Declares the fixed keys and two for each datatype property, one for what is not of its type.
  init(_ ontology: Ontology, _ names: inout GraphNames) {
    for fixed in GraphKeyNumber.Fixed.allCases { _ = declare(fixed.name, fixed.kind) }
    let start = self.names.count
    for property in ontology.properties where property.kind == .datatype {
      let name = names.attribute(property.iri)
      guard byName[name] == nil else { continue }
      _ = declare(name, Self.kind(property))
      _ = declare(name + ".text", .string)
    }
    ontologyRange = start..<self.names.count
  }

  /// The type that a property's ranges give its values.
  private static func kind(_ property: OntologyProperty) -> GraphKey.Kind {
    for range in property.ranges where range.hasPrefix(Namespace.xsd) {
      switch range.dropFirst(Namespace.xsd.count) {
      case "integer", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
        "negativeInteger", "long", "int", "short", "byte", "unsignedLong", "unsignedInt",
        "unsignedShort", "unsignedByte":
        return .long
      case "decimal", "double", "float": return .double
      case "boolean": return .boolean
      default: continue
      }
    }
    return .string
  }

  /// The number of a key, which is declared as text where it is new.
  mutating func number(_ name: String, _ kind: GraphKey.Kind = .string) -> GraphKeyNumber {
    GraphKeyNumber(rawValue: byName[name] ?? declare(name, kind))
  }

  /// The key of texts beside one of numbers; a key of texts itself.
  mutating func text(beside key: GraphKeyNumber) -> GraphKeyNumber {
    guard kinds[key.rawValue] != .string else { return key }
    if let known = texts[key.rawValue] { return GraphKeyNumber(rawValue: known) }
    let made = number(names[key.rawValue] + ".text")
    texts[key.rawValue] = made.rawValue
    return made
  }

  /// Counts the values of a node.
  mutating func countNode(_ values: [Int]) {
    var last = -1
    for key in values {
      nodeUses[key] += 1
      if key == last, kinds[key] != .string {
        nodeUses[text(beside: GraphKeyNumber(rawValue: key)).rawValue] += 1
      }
      last = key
    }
  }

  /// Counts the values of an edge.
  mutating func countEdge(_ values: [Int]) {
    var last = -1
    for key in values {
      edgeUses[key] += 1
      if key == last, kinds[key] != .string {
        edgeUses[text(beside: GraphKeyNumber(rawValue: key)).rawValue] += 1
      }
      last = key
    }
  }

  private mutating func declare(_ name: String, _ kind: GraphKey.Kind) -> Int {
    if let known = byName[name] { return known }
    byName[name] = names.count
    names.append(name)
    kinds.append(kind)
    nodeUses.append(0)
    edgeUses.append(0)
    return names.count - 1
  }

  /// The numbers of the keys that are used: the fixed ones in their order, the ontology's in its,
  /// the rest by name.
  func used(_ uses: [Int], first: [GraphKeyNumber.Fixed]) -> [Int] {
    var found: [Int] = first.map(\.rawValue).filter { uses[$0] > 0 }
    found += ontologyRange.filter { uses[$0] > 0 }
    let known = Set(found)
    found += names.indices.filter { uses[$0] > 0 && !known.contains($0) }.sorted {
      names[$0] < names[$1]
    }
    return found
  }

  /// The used keys of nodes.
  var ofNodes: [Int] { used(nodeUses, first: GraphKeyNumber.Fixed.ofNodes) }
  /// The used keys of edges, which all have a weight.
  var ofEdges: [Int] {
    guard edgeUses.contains(where: { $0 > 0 }) else { return [] }
    var uses = edgeUses
    uses[GraphKeyNumber.Fixed.weight.rawValue] = 1
    return used(uses, first: GraphKeyNumber.Fixed.ofEdges)
  }

  func key(_ number: Int) -> GraphKey { GraphKey(name: names[number], kind: kinds[number]) }
}
