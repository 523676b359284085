internal import Foundation
internal import Ontology
internal import Pipeline
internal import PropertyGraph

/// Writes a made-up graph as GraphML, as an export does, for `Benchmarks/graphs.py`.
///
/// Usage: `GraphWriting FOLDER NODES EDGES [DIALECT | nothing]`; with `nothing` the values are made and
/// go nowhere, which tells what making them costs. The last line has the seconds of processor time from
/// when all elements were collected until their file was on the disk.
@main
enum GraphWriting {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 3, let nodes = Int(arguments[2]), let edges = Int(arguments[3]) else {
      print("usage: GraphWriting FOLDER NODES EDGES [DIALECT | nothing]")
      return
    }
    let dialect = arguments.count > 4 ? arguments[4] : "core"
    if dialect == "nothing" {
      var count = 0
      for number in 0..<nodes { count += node(number) { _, text in text.utf8.count } }
      for number in 0..<edges { count += edge(number) { _, text in text.utf8.count } }
      print("\(count) bytes of values")
      return
    }
    let output = OutputSet(.folder(arguments[1]))
    var stream = GraphMLStream(
      ontology: try Ontology(), options: Projection.Options(),
      dialect: GraphMLDialect(rawValue: dialect) ?? .core, nodes: try output.spool(),
      edges: try output.spool())
    let keys = Keys(&stream)
    for number in 0..<nodes {
      _ = try stream.addNode("https://example.org/article/a\(number / 50)/entity/e\(number)") {
        values in
        _ = node(number) { key, text in
          values.add(keys.ofNodes[key], text)
          return 0
        }
      }
    }
    for number in 0..<edges {
      try stream.addEdge(from: number % nodes, to: (number * 7919 + 13) % nodes) { values in
        _ = edge(number) { key, text in
          values.add(keys.ofEdges[key], text)
          return 0
        }
      }
    }
    let collected = processorTime
    let report = try stream.finish { bytes throws(RunError) in
      try output.append(bytes, to: "griot.graphml")
    }
    let files = try output.commit()
    print("\(report.nodes) nodes, \(report.edges) edges, \(files.first?.bytes ?? 0) bytes")
    print(processorTime - collected)
  }

  /// The process's user and system time in seconds.
  private static var processorTime: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

  /// The keys that the values stand under.
  private struct Keys {
    let ofNodes: [GraphKeyNumber]
    let ofEdges: [GraphKeyNumber]

    init(_ stream: inout GraphMLStream<SpoolFile>) {
      ofNodes = [
        stream.key("label"), stream.key("labelV"), stream.key("strength", kind: .long),
        stream.key("confidence", kind: .double), stream.key("named", kind: .boolean),
      ]
      ofEdges = [
        stream.key("iri"), stream.key("label"), stream.key("labelE"), stream.key("status"),
        stream.key("confidence", kind: .double),
      ]
    }
  }

  /// The values of a node beside its IRI.
  @inline(__always)
  private static func node(_ number: Int, _ take: (Int, String) -> Int) -> Int {
    take(0, "Organisation nº \(number) & filles")
      + take(1, number % 3 == 0 ? "Person" : "Organisation")
      + take(2, String(number * 7)) + take(3, hundredths(number))
      + take(4, number % 2 == 0 ? "true" : "false")
  }

  /// The values of an edge beside its weight.
  @inline(__always)
  private static func edge(_ number: Int, _ take: (Int, String) -> Int) -> Int {
    take(0, "https://example.org/article/a\(number / 50)/claim/r\(number)")
      + take(1, "reported: operatesIn") + take(2, "operatesIn")
      + take(3, number % 2 == 0 ? "asserted" : "reported") + take(4, hundredths(number))
  }

  private static func hundredths(_ number: Int) -> String {
    number % 100 < 10 ? "0.0\(number % 100)" : "0.\(number % 100)"
  }
}
