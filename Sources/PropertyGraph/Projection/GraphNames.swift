internal import Ontology
internal import RDF

/// The names that properties and classes have in a graph.
///
/// A local name belongs to the user's ontology first, then to griot's, then to others'; where two
/// of one rank share it, and for those of lower rank, the name is a CURIE.
struct GraphNames {
  private let style: Projection.Names
  private var prefixes: [(name: String, namespace: String)]
  private var byIRI: [String: String] = [:]
  private var attributes: [String: String] = [:]
  /// Which IRI has a local name.
  private var properties: [String: String?] = [:]
  private var classes: [String: String?] = [:]
  /// How far below the top of the ontology a class of some name is.
  private(set) var depths: [String: Int] = [:]

  init(_ ontology: Ontology, _ options: Projection.Options) {
    style = options.names
    prefixes = options.prefixes
    let known = Set(Projection.Options.usualPrefixes.map(\.namespace))
    func rank(_ iri: String, _ localName: String) -> Int {
      let namespace = String(iri.dropLast(localName.count))
      return namespace == Ontology.namespace ? 1 : known.contains(namespace) ? 2 : 0
    }
    func owners(_ terms: [(iri: String, localName: String)]) -> [String: String?] {
      var best: [String: (rank: Int, iri: String?)] = [:]
      for term in terms {
        let rank = rank(term.iri, term.localName)
        guard let found = best[term.localName], found.rank <= rank else {
          best[term.localName] = (rank, term.iri)
          continue
        }
        if found.rank == rank, found.iri != term.iri { best[term.localName] = (rank, nil) }
      }
      return best.mapValues(\.iri)
    }
    properties = owners(ontology.properties.map { ($0.iri, $0.localName) })
    classes = owners(ontology.classes.map { ($0.iri, $0.localName) })
    var number = 0
    for term in ontology.properties.map({ ($0.iri, $0.localName) })
      + ontology.classes.map({ ($0.iri, $0.localName) })
    {
      let namespace = String(term.0.dropLast(term.1.count))
      guard !namespace.isEmpty, !prefixes.contains(where: { $0.namespace == namespace }) else {
        continue
      }
      number += 1
      prefixes.append(("ns\(number)", namespace))
    }
    for one in ontology.classes {
      depths[type(one.iri)] = ontology.ancestors(ofClass: one.iri).count
    }
  }

  /// What follows the last `#`, `/` or `:` of an IRI; all of it where that is nothing.
  static func local(_ iri: String) -> String {
    guard let cut = iri.utf8.lastIndex(where: { $0 == 0x23 || $0 == 0x2F || $0 == 0x3A }) else {
      return iri
    }
    let name = iri[iri.utf8.index(after: cut)...]
    return name.isEmpty ? iri : String(name)
  }

  /// An IRI with a prefix; the whole of it where none fits.
  func curie(_ iri: String) -> String {
    var best: (name: String, namespace: String)?
    for prefix in prefixes
    where iri.utf8.count > prefix.namespace.utf8.count && iri.hasPrefix(prefix.namespace)
      && prefix.namespace.utf8.count > best?.namespace.utf8.count ?? 0
    {
      best = prefix
    }
    return best.map { "\($0.name):\(iri.dropFirst($0.namespace.count))" } ?? iri
  }

  private static func name(
    _ iri: String, _ owners: inout [String: String?], _ curie: (String) -> String
  ) -> String {
    let local = local(iri)
    if owners[local] == nil { owners[local] = .some(iri) }
    return owners[local] == .some(.some(iri)) ? local : curie(iri)
  }

  /// What a property is called where it labels an edge.
  mutating func property(_ iri: String) -> String {
    if let known = byIRI[iri] { return known }
    let made = style == .curie ? curie(iri) : Self.name(iri, &properties, curie)
    byIRI[iri] = made
    return made
  }

  /// What a class is called.
  mutating func type(_ iri: String) -> String {
    style == .curie ? curie(iri) : Self.name(iri, &classes, curie)
  }

  /// The key of a property's values: its name, with `p.` before it where graph tools or griot give
  /// that name a meaning of their own.
  mutating func attribute(_ iri: String) -> String {
    if let known = attributes[iri] { return known }
    let name = property(iri)
    let isReserved =
      Self.reserved.contains(name.lowercased()) || name.hasPrefix("label.")
      || name.hasSuffix(".text")
    let made = isReserved ? "p." + name : name
    attributes[iri] = made
    return made
  }

  /// Whether a key has another name than its property's own.
  mutating func isRenamed(_ iri: String) -> Bool {
    style == .local && attribute(iri) != Self.local(iri)
  }

  private static let reserved: Set<String> = Set(
    GraphKeyNumber.Fixed.allCases.filter { $0 != .duration }.map { $0.name.lowercased() }
  ).union([
    "id", "x", "y", "z", "r", "g", "b", "size", "width", "height", "color", "start", "end", "kind",
    "d3", "d7",
    "labels", "type", "source", "target", "graphics", "suid", "selected", "shared name",
    "shared interaction",
  ])
}
