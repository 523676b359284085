internal import JSON
public import RDF

/// Writes a dataset as JSON-LD 1.1, with all its graphs, in expanded or compacted form.
///
/// It holds the whole document in memory. Nothing is lost: what a context has no word for is
/// written in full. Nodes stand in order of first appearance, a line each; keys and values are
/// sorted by their bytes, so the same dataset gives the same bytes. It goes its own way where the
/// specification's would change a term: the texts of rdf:JSON literals stay texts, and a list whose
/// cells have a type or are mentioned elsewhere stays blank nodes.
///
/// - SeeAlso: JSON-LD 1.1, section 9 (grammar); JSON-LD 1.1 Processing Algorithms and API,
///   sections 6 (compaction) and 8.4 (Serialize RDF as JSON-LD).
public enum JSONLDWriter {
  /// How numbers and booleans are written.
  public enum NativeTypes: Sendable {
    /// As texts with their datatype.
    case off
    /// As JSON's own where the context says the datatype and nothing is lost: whole numbers of at
    /// most 15 digits and booleans, in canonical form.
    case ofContext
  }

  /// Writes the expanded form: an array of nodes with full IRIs.
  public static func expanded(_ dataset: borrowing Dataset) -> [UInt8] {
    var compactor = JSONLDCompactor(nil, .off)
    let graph = JSONLDGraph(dataset)
    compactor.writeNodes(graph.nodes, dataset.terms)
    return compactor.writer.bytes + [0x0A]
  }

  /// Writes the compacted form: an object with `@context`, and with the nodes in `@graph`.
  ///
  /// A name of the context that would make readers misunderstand an IRI of the dataset, such as
  /// the prefix `dc` the IRI `dc:x`, is taken back by a second context in the document.
  ///
  /// - Parameters:
  ///   - dataset: what is written.
  ///   - context: the context.
  ///   - placement: whether the document holds the context or names it.
  ///   - nativeTypes: how numbers and booleans are written.
  /// - Returns: the document as UTF-8.
  public static func compacted(
    _ dataset: borrowing Dataset, context: JSONLDContext,
    placement: JSONLDContext.Placement = .inline, nativeTypes: NativeTypes = .ofContext
  ) -> [UInt8] {
    var context = context
    let changes = context.giveWay(to: iris(dataset))
    var compactor = JSONLDCompactor(context, nativeTypes)
    compactor.writer.beginObject()
    compactor.writer.key("@context")
    if !changes.isEmpty { compactor.writer.beginArray() }
    switch placement {
    case .inline: compactor.writer.value(context.body, of: context.document)
    case .reference(let iri): compactor.writer.value(iri)
    }
    if !changes.isEmpty {
      compactor.writer.beginObject()
      for (name, iri) in changes {
        compactor.writer.key(name)
        if let iri { compactor.writer.value(iri) } else { compactor.writer.null() }
      }
      compactor.writer.endObject()
      compactor.writer.endArray()
    }
    compactor.writer.breakLine()
    compactor.writer.key("@graph")
    compactor.writeNodes(JSONLDGraph(dataset).nodes, dataset.terms)
    compactor.writer.endObject()
    return compactor.writer.bytes + [0x0A]
  }

  /// All IRIs of a dataset.
  private static func iris(_ dataset: borrowing Dataset) -> Set<ExactText> {
    var seen = Set<TermID>()
    var found = Set<ExactText>()
    for quad in dataset.quads {
      for term in [quad.subject, quad.predicate, quad.object, quad.graph] {
        guard term != .defaultGraph, seen.insert(term).inserted else { continue }
        let named = dataset.terms.datatype(of: term) ?? term
        if dataset.terms.kind(of: named) == .iri {
          found.insert(ExactText(dataset.terms.string(of: named)))
        }
      }
    }
    return found
  }
}
