public import RDF

/// Our writer of Turtle and TriG: every term exactly as it is.
///
/// The order does not depend on that of the quads: rdf:type and rdfs:label first, other predicates
/// and subjects by their IRIs, so that two versions of a file differ where they say something else.
/// Blank nodes that form trees are nested, lists stand in parentheses; all others keep their
/// labels. The document is held in memory.
///
/// - SeeAlso: RDF 1.1 Turtle, section 2; RDF 1.1 TriG, section 2.
public enum TurtleWriter {
  /// Serialises the triples of quads; graph names are left out.
  public static func write(
    _ quads: [Quad], of terms: borrowing TermTable,
    prefixes: [(name: String, namespace: String)]
  ) -> [UInt8] {
    var seen = Set<[TermID]>()
    let triples = quads.filter { seen.insert([$0.subject, $0.predicate, $0.object]).inserted }
    let spelling = TurtleSpelling(prefixes)
    var output = spelling.head
    append(TurtleTree(triples, terms, apart: []), indent: "", terms, spelling, &output)
    return output
  }

  /// Serialises a dataset as TriG: the default graph, then the others by name.
  public static func writeTriG(
    _ quads: [Quad], of terms: borrowing TermTable,
    prefixes: [(name: String, namespace: String)]
  ) -> [UInt8] {
    let spelling = TurtleSpelling(prefixes)
    var output = spelling.head
    var byGraph: [TermID: [Quad]] = [:]
    for quad in Set(quads) { byGraph[quad.graph, default: []].append(quad) }
    let apart = sharedNodes(byGraph, terms)
    var graphs = Array(byGraph.keys)
    TurtleTree.sort(&graphs, terms)
    for graph in graphs {
      let tree = TurtleTree(byGraph[graph] ?? [], terms, apart: apart)
      if graph == .defaultGraph {
        append(tree, indent: "", terms, spelling, &output)
        continue
      }
      output.append(UInt8(ascii: "\n"))
      spelling.append(graph, terms, &output)
      output.append(contentsOf: " {".utf8)
      append(tree, indent: "  ", terms, spelling, &output)
      output.append(contentsOf: "}\n".utf8)
    }
    return output
  }

  /// The blank nodes that name a graph or stand in several: these need their labels.
  private static func sharedNodes(
    _ byGraph: [TermID: [Quad]], _ terms: borrowing TermTable
  ) -> Set<TermID> {
    var graphOf: [TermID: TermID] = [:]
    var shared = Set<TermID>()
    for (graph, quads) in byGraph {
      if graph != .defaultGraph, terms.kind(of: graph) == .blankNode { shared.insert(graph) }
      for quad in quads {
        for term in [quad.subject, quad.object] where terms.kind(of: term) == .blankNode {
          if let other = graphOf.updateValue(graph, forKey: term), other != graph {
            shared.insert(term)
          }
        }
      }
    }
    return shared
  }

  // MARK: Statements

  /// What is still to be written, so that nesting needs no recursion.
  private enum Step {
    case text(String)
    case object(TermID, indent: String)
    case properties([Quad], indent: String)
  }

  private static func append(
    _ tree: TurtleTree, indent: String, _ terms: borrowing TermTable, _ spelling: TurtleSpelling,
    _ output: inout [UInt8]
  ) {
    for root in tree.roots {
      output.append(contentsOf: "\n\(indent)".utf8)
      let quads = tree.quads(of: root)
      if terms.kind(of: root) == .blankNode, tree.isUnused(root) {
        output.append(contentsOf: "[]".utf8)
      } else {
        spelling.append(root, terms, &output)
      }
      var open: [Step] = [.text(" .\n"), .properties(quads, indent: indent + "  ")]
      while let step = open.popLast() {
        switch step {
        case .text(let text): output.append(contentsOf: text.utf8)
        case .properties(let quads, let indent):
          open += properties(quads, indent, terms, spelling).reversed()
        case .object(let object, let indent):
          open += self.object(object, indent, tree, terms, spelling, &output).reversed()
        }
      }
    }
  }

  private static func properties(
    _ quads: [Quad], _ indent: String, _ terms: borrowing TermTable, _ spelling: TurtleSpelling
  ) -> [Step] {
    var steps: [Step] = []
    var previous: TermID?
    for quad in quads {
      if quad.predicate == previous {
        steps.append(.text(" ,\n\(indent)  "))
      } else {
        var text = Array((previous == nil ? "\n\(indent)" : " ;\n\(indent)").utf8)
        if quad.predicate == .rdfType {
          text.append(UInt8(ascii: "a"))
        } else {
          spelling.append(quad.predicate, terms, &text)
        }
        steps.append(.text(String(decoding: text, as: UTF8.self) + " "))
      }
      steps.append(.object(quad.object, indent: indent))
      previous = quad.predicate
    }
    return steps
  }

  private static func object(
    _ object: TermID, _ indent: String, _ tree: TurtleTree, _ terms: borrowing TermTable,
    _ spelling: TurtleSpelling, _ output: inout [UInt8]
  ) -> [Step] {
    if let members = tree.list(object) {
      var steps: [Step] = [.text("(")]
      for member in members {
        steps.append(.text(" "))
        steps.append(.object(member, indent: indent + "  "))
      }
      return steps + [.text(members.isEmpty ? ")" : " )")]
    }
    guard tree.isNested(object) else {
      spelling.append(object, terms, &output)
      return []
    }
    let quads = tree.quads(of: object)
    guard !quads.isEmpty else { return [.text("[]")] }
    return [.text("["), .properties(quads, indent: indent + "  "), .text("\n\(indent)]")]
  }
}
