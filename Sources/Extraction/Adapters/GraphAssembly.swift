internal import RDF

/// The nodes and edges of a graph that an extractor wrote, on their way to a record.
///
/// Formats that are graphs differ in how they spell nodes and edges; what becomes of them is the
/// same, and is here.
struct GraphAssembly {
  /// How a profile's lines are found.
  enum Matching {
    /// By the name as it is.
    case exact
    /// Else without regard to case, spaces and signs: language models vary these.
    case folded
  }

  /// The places of a record that a profile's properties may name beside those of the ontology.
  enum Slot: String {
    /// A name of the thing, the first of which is its label.
    case label
    /// Another name of the thing.
    case alias
    /// The thing elsewhere, by an IRI or by an id whose prefix the profile knows.
    case same
    /// A page about the thing.
    case page
    /// When a relation or an event began.
    case start
    /// When it ended.
    case end
    /// When it held or happened.
    case date
    /// How sure the extractor was of a relation.
    case confidence
  }

  /// A property of a node or an edge.
  struct Property: Hashable {
    var name: RecordDraft.Placed
    var value: RecordDraft.Value

    static func == (one: Self, other: Self) -> Bool {
      one.name.text == other.name.text && one.value.placed.text == other.value.placed.text
        && one.value.kind == other.value.kind
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(name.text)
      hasher.combine(value.placed.text)
    }
  }

  /// A node.
  struct Node {
    /// What tells it from all others.
    var key: String
    var id: RecordDraft.Placed
    var types: [RecordDraft.Placed]
    var properties: [Property] = []
  }

  /// One of the two nodes of an edge.
  struct End {
    var key: String
    /// How it is called in messages.
    var id: RecordDraft.Placed
  }

  /// An edge.
  struct Edge {
    var id: RecordDraft.Placed?
    var type: RecordDraft.Placed
    var subject: End
    var object: End
    /// What the format calls its ends, where those are not the graph's.
    var ends: (subject: String, object: String)?
    var status: RecordStatus?
    var properties: [Property] = []
  }

  /// What the format calls the ends of an edge, as profiles name them.
  let ends: (subject: String, object: String)
  let matching: Matching
  /// The type that says nothing of a node, beside which another is taken.
  var generalType: String?
  /// Whether a node's id is its name where it has no other.
  var isNamedByID = false
  /// Whether ids are a prefix and a name within what that stands for.
  var hasPrefixedIDs = false
  /// Where the nodes of an edge that are missing should have been, for messages.
  var nodesPlace = "the file"

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  private var positions: [String: Int] = [:]
  /// What nodes say that were given more than once.
  private var said: [Int: (types: Set<String>, properties: Set<Property>)] = [:]

  init(ends: (subject: String, object: String), matching: Matching) {
    self.ends = ends
    self.matching = matching
  }

  /// Adds a node, or what is new of one that is there already.
  mutating func add(_ node: Node) {
    guard let index = positions[node.key] else {
      positions[node.key] = nodes.count
      nodes.append(node)
      return
    }
    // Taken out, so that it is changed where it is.
    var known =
      said.removeValue(forKey: index)
      ?? (Set(nodes[index].types.map(\.text)), Set(nodes[index].properties))
    for type in node.types where known.types.insert(type.text).inserted {
      nodes[index].types.append(type)
    }
    for property in node.properties where known.properties.insert(property).inserted {
      nodes[index].properties.append(property)
    }
    said[index] = known
  }

  /// Adds an edge; its nodes may come later.
  mutating func add(_ edge: Edge) {
    edges.append(edge)
  }

  /// The position of the node of a key, or nil of one that was not added.
  func position(of key: String) -> Int? { positions[key] }
}
