import Foundation
import Testing

/// Graphs that extractors' own tools wrote, exported by the release binary.
@Suite struct ExtractedGraphTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  private static let extractors = root + "/Tests/Extractors/"
  private static let corpus =
    (ProcessInfo.processInfo.environment["GRIOT_SHARED"] ?? root + "/../shared") + "/corpora/kgx/"
  private static var isCorpusAtHand: Bool { FileManager.default.fileExists(atPath: corpus) }

  private struct Outcome {
    var status: Int32
    var talk: String
    var quads: [[String]] = []

    /// The objects of a subject and a predicate.
    func objects(_ subject: String, _ predicate: String) -> [String] {
      quads.filter { $0[0] == subject && $0[1].hasSuffix("\(predicate)>") }.map { $0[2] }
    }

    func count(_ predicate: String) -> Int { quads.count { $0[1].hasSuffix("\(predicate)>") } }
  }

  private func export(_ arguments: [String]) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.root + "/.build/release/griot")
    process.arguments =
      ["export"] + arguments + ["-o", folder, "--formats", "nq", "--base", "http://e/"]
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let talk = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    var outcome = Outcome(status: process.terminationStatus, talk: talk)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
        // An object may have spaces in it; the graph and the dot are the last two words.
        let words = parts[2].split(separator: " ", omittingEmptySubsequences: false)
        outcome.quads.append([parts[0], parts[1], words.dropLast(2).joined(separator: " ")])
      }
    }
    return outcome
  }

  // MARK: KGX

  /// The statements of claims: the local names of their predicates and the labels of their ends.
  private func statements(_ outcome: Outcome) -> [String] {
    var found: [String: [String: String]] = [:]
    for quad in outcome.quads {
      guard let name = quad[1].split(whereSeparator: { "#/".contains($0) }).last else { continue }
      found[quad[0], default: [:]][String(name.dropLast())] = quad[2]
    }
    return found.values.compactMap { node -> String? in
      guard let subject = node["subject"], let predicate = node["predicate"],
        let object = node["object"]
      else { return nil }
      return [subject, predicate, object].map {
        String($0.split(separator: "/").last?.dropLast() ?? "")
      }.joined(separator: " ")
    }.sorted()
  }

  private func biology() -> [String] {
    [
      "--ontology", Self.extractors + "biolink.ttl", "--profile", Self.extractors + "biolink.yaml",
    ]
  }

  private func wanted(_ subject: String, _ predicate: String, _ object: String) -> String {
    let ends = [subject, object].map { $0.replacing(":", with: "-") }
    return "\(ends[0]) \(predicate.dropFirst("biolink:".count)) \(ends[1])"
  }

  @Test(
    .enabled(
      if: isCorpusAtHand, "the corpus of KGX is not at hand: set GRIOT_SHARED to run it"))
  func allNodesAndEdgesOfColumns() throws {
    var edges: [String] = []
    let text = try String(contentsOfFile: Self.corpus + "graph_edges.tsv", encoding: .utf8)
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      edges.append(wanted(cells[0], cells[2], cells[1]))
    }
    #expect(edges.count == 539)
    // The two files are one article, whichever of them is named.
    for names in [["graph_nodes.tsv", "graph_edges.tsv"], ["graph_edges.tsv"]] {
      let outcome = try export(names.map { Self.corpus + $0 } + biology())
      #expect(outcome.status == 0, "\(outcome.talk)")
      #expect(outcome.talk.contains("1 article: 512 entities, 0 events, 539 relations"))
      #expect(statements(outcome) == edges.sorted())
      // Each of the 22 ids whose prefix the Biolink Model has no IRI for is without a link.
      #expect(outcome.count("sameAs") == 490)
      #expect(outcome.talk.contains("what the prefix \"REACT\" of ids stands for (22)"))
    }
  }

  @Test(
    .enabled(
      if: isCorpusAtHand, "the corpus of KGX is not at hand: set GRIOT_SHARED to run it"))
  func allNodesAndEdgesOfJSON() throws {
    struct Graph: Decodable {
      struct Edge: Decodable {
        let subject: String
        let predicate: String
        let object: String
      }
      struct Node: Decodable {
        let id: String
        let name: String
      }
      let nodes: [Node]
      let edges: [Edge]
    }
    let file = Self.corpus + "graph.json"
    let graph = try JSONDecoder().decode(
      Graph.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    let outcome = try export([file] + biology())
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(graph.edges.count == 532)
    #expect(
      statements(outcome)
        == graph.edges.map { wanted($0.subject, $0.predicate, $0.object) }.sorted())
    for node in graph.nodes {
      let subject = "<http://e/article/graph/entity/\(node.id.replacing(":", with: "-"))>"
      let names = outcome.objects(subject, "label")
      #expect(names == ["\"\(node.name)\"@en"], "\(node.id)")
    }
  }

  @Test(
    .enabled(
      if: isCorpusAtHand, "the corpus of KGX is not at hand: set GRIOT_SHARED to run it"))
  func edgesWithoutTheirNodes() throws {
    let outcome = try export([Self.corpus + "monarch-tiny_edges.tsv"])
    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("monarch-tiny_edges.tsv:2:207: error: the nodes of the edges"))
  }

  // MARK: All formats

  /// Each text of an input is in the output, or its name is among what is left out.
  @Test(
    arguments: [
      "followthemoney/entities.ftm.json", "followthemoney/targets.nested.json",
      "followthemoney/experts.ftm.json", "kgx/small.json", "kgx/small_nodes.jsonl",
      "langchain/graph-documents.json", "langchain/graph-documents.jsonl",
      "llamaindex/property_graph_store.json",
    ])
  func nothingIsLost(_ name: String) throws {
    let profile = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try "relations: {LED: leads}".write(toFile: profile, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: profile) }
    let isFree = name.hasPrefix("lang") || name.hasPrefix("llama")
    let outcome = try export(
      [Self.extractors + name] + (isFree ? ["--profile", profile, "--language", "fr"] : []))
    #expect(outcome.status == 0, "\(outcome.talk)")
    var texts = Set<String>()
    for quad in outcome.quads {
      for term in quad {
        texts.insert(term)
        // The text of a literal, and the last segment of an IRI.
        if let end = term.lastIndex(of: "\""), term.hasPrefix("\"") {
          let text = String(term[term.index(after: term.startIndex)..<end])
          texts.insert(text.replacing("\\\"", with: "\""))
          for part in text.split(separator: "/") { texts.insert(String(part)) }
        } else {
          for part in term.dropFirst().dropLast().split(separator: "/") {
            texts.insert(String(part))
          }
          texts.insert(String(term.dropFirst().dropLast()))
        }
      }
    }
    var count = 0
    let whole = try String(contentsOfFile: Self.extractors + name, encoding: .utf8)
    let roots =
      name.hasSuffix("ftm.json") || name.hasSuffix("l")
      ? whole.split(separator: "\n").map(String.init) : [whole]
    for root in roots {
      let value = try JSONSerialization.jsonObject(with: Data(root.utf8))
      Self.forEachText(of: value, []) { keys, text in
        count += 1
        let plain = String(
          String.UnicodeScalarView(
            text.unicodeScalars.map {
              $0.properties.isAlphabetic || "-._~0123456789".unicodeScalars.contains($0) ? $0 : "-"
            }))
        let isThere =
          texts.contains(text) || texts.contains(plain) || Self.isWord(text, keys)
          || Self.ofRelationsLeftOut.contains(text)
          // An id whose prefix stands for an IRI.
          || texts.contains(text.split(separator: ":").last.map(String.init) ?? "")
          || keys.contains {
            outcome.talk.contains("\"\($0)\" (") || outcome.talk.contains("\($0) (")
          }
          || outcome.talk.contains("\"\(text)\" (")
        #expect(isThere, "\(keys.joined(separator: ".")): \(text)")
      }
    }
    #expect(count > 25)
  }

  /// What relations say that are counted as left out, as wholes.
  private static let ofRelationsLeftOut = ["own-3", "fam-1", "sœur", "e4"]

  /// Whether a text is the name of a type, a label or a key that a profile has its own word for.
  private static func isWord(_ text: String, _ keys: [String]) -> Bool {
    let last = keys.last ?? ""
    return ["schema", "category", "predicate", "type", "label", "triplets"].contains(last)
      // Chunks are counted, and their texts are the article's own.
      || ["page_content", "text", "id_", "language"].contains(last)
      // What they say is the status of their edge.
      || last == "knowledge_level"
  }

  private static func forEachText(
    of value: Any, _ keys: [String], _ body: ([String], String) -> Void
  ) {
    switch value {
    case let object as [String: Any]:
      for (key, member) in object { forEachText(of: member, keys + [key], body) }
    case let array as [Any]:
      for element in array { forEachText(of: element, keys, body) }
    case let text as String: if !text.isEmpty { body(keys, text) }
    default: break
    }
  }
}
