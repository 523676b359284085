/// The number of a key while a graph is being built; nodes and edges share them.
public struct GraphKeyNumber: Hashable, Sendable {
  let rawValue: Int
}

extension GraphKeyNumber {
  /// The keys that every graph knows, whatever its ontology.
  enum Fixed: Int, CaseIterable {
    case iri, label, name, labelV, types, status, attributedTo, via, basis, date, earliest, latest
    case interval, duration, confidence, named, evidence, source
    case labelE, interaction, degree, weight, sourceGraph
    case altLabel, wikidata, geonames, dbpedia, eu, sameAs, pages

    /// The key's name.
    var name: String { self == .sourceGraph ? "source.graph" : "\(self)" }

    var kind: GraphKey.Kind {
      switch self {
      case .confidence, .weight: .double
      case .named: .boolean
      default: .string
      }
    }

    /// Those of nodes that come first, in order.
    static let ofNodes: [Fixed] = [
      .iri, .label, .name, .labelV, .types, .status, .attributedTo, .via, .basis, .date, .earliest,
      .latest, .interval, .duration, .confidence, .named, .evidence, .source,
    ]
    /// Those of edges that come first, in order.
    static let ofEdges: [Fixed] = [
      .iri, .label, .name, .labelE, .interaction, .status, .attributedTo, .via, .degree, .basis,
      .interval, .confidence, .evidence, .source, .sourceGraph, .weight,
    ]
  }

  init(_ fixed: Fixed) { rawValue = fixed.rawValue }
}
