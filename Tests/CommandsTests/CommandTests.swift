import Foundation
import Testing

/// Runs the release binary and the peers that read what it wrote.
@Suite struct CommandTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private struct Ending {
    let status: Int32
    let output: Data
    let talk: String
  }

  private func run(
    _ program: String, _ arguments: [String], input: Data = Data()
  ) throws -> Ending {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: Self.root)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = ["in", "out", "err"].map { folder.appending(path: $0) }
    for (name, content) in zip(names, [input, Data(), Data()]) { try content.write(to: name) }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    return Ending(
      status: process.terminationStatus, output: try Data(contentsOf: names[1]),
      talk: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
  }

  private func griot(_ arguments: String..., input: Data = Data()) throws -> Ending {
    try run(Self.root + "/.build/release/griot", arguments, input: input)
  }

  private func temporaryFolder() -> String {
    FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
  }

  private static let seeds = ["minusma.json", "ceasefire.json", "wire.jsonl"]

  @Test(arguments: seeds)
  func exportsAreWhatTheCodeMakesNow(_ seed: String) throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let ending = try griot(
      "export", "seeds/\(seed)", "-o", folder, "--formats",
      "nt,nq,ttl,rdf,graphml,gexf,dot,svg,csv")
    #expect(ending.status == 0, "\(ending.talk)")
    let stem = seed.split(separator: ".")[0] + "."
    // The seed article's text is not ours to spread.
    let texts = ["minusma.json": ["--no-text"], "ceasefire.json": []]
    if let options = texts[seed] {
      let page = try run(
        Self.root + "/.build/release/griot",
        ["view", "seeds/\(seed)", "-o", "\(folder)/\(stem)html"] + options)
      #expect(page.status == 0, "\(page.talk)")
    }
    let made = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let kept = try FileManager.default.contentsOfDirectory(atPath: Self.root + "/exports")
      .filter { $0.hasPrefix(stem) }.sorted()
    #expect(made == kept)
    // What graphviz draws of a .dot depends on the fonts that are there.
    for name in made where !name.hasSuffix(".svg") {
      let isSame = FileManager.default.contentsEqual(
        atPath: folder + "/" + name, andPath: Self.root + "/exports/" + name)
      #expect(isSame, "\(name)")
    }
  }

  /// A record in YAML gives the bytes of its JSON, but for the hash of the record itself.
  @Test(arguments: seeds)
  func bytesAreTheSameFromYAML(_ seed: String) throws {
    let stem = try #require(seed.split(separator: ".").first)
    let yaml = "Tests/Records/yaml/\(stem).yaml"
    let formats = ["nt", "nq", "ttl", "graphml"]
    for format in formats {
      let made = try griot(
        "export", yaml, "-o", "-", "--formats", format, "--texts", "seeds")
      #expect(made.status == 0, "\(made.talk)")
      let kept = try Data(
        contentsOf: URL(fileURLWithPath: Self.root + "/exports/\(stem).\(format)"))
      #expect(withoutRecordHash(made.output) == withoutRecordHash(kept), "\(format)")
    }
    let piped = try griot(
      "export", "-", "-o", "-", "--formats", "nq", "--texts", "seeds",
      input: try Data(contentsOf: URL(fileURLWithPath: Self.root + "/" + yaml)))
    let named = try griot("export", yaml, "-o", "-", "--formats", "nq", "--texts", "seeds")
    #expect(piped.output == named.output)
  }

  private func withoutRecordHash(_ bytes: Data) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { !$0.contains("/record> <https://w3id.org/griot/ontology#sha256>") }
  }

  @Test func aFolderIsSearchedForYAML() throws {
    let ending = try griot("check", "Tests/Records/yaml", "--texts", "seeds")
    #expect(ending.status == 0, "\(ending.talk)")
    #expect(ending.talk.contains("4 articles"), "\(ending.talk)")
  }

  @Test func bytesAreTheSameWithTheText() throws {
    let bare = temporaryFolder()
    let texts = temporaryFolder()
    defer {
      try? FileManager.default.removeItem(atPath: bare)
      try? FileManager.default.removeItem(atPath: texts)
    }
    let shared = ProcessInfo.processInfo.environment["GRIOT_SHARED"] ?? Self.root + "/../shared"
    guard FileManager.default.fileExists(atPath: shared + "/article/minusma.txt") else {
      print("skipped: the seed article's text is not there (GRIOT_SHARED)")
      return
    }
    let without = try griot("export", "seeds/minusma.json", "-o", "-", "--formats", "nq")
    let with = try griot(
      "export", "seeds/minusma.json", "-o", "-", "--formats", "nq", "--texts", shared + "/article")
    #expect(without.talk.contains("evidence not checked"))
    #expect(!with.talk.contains("evidence not checked"))
    #expect(with.status == 0)
    #expect(with.output == without.output)
    #expect(!with.output.isEmpty)
  }

  @Test(arguments: [
    ("minusma", "https://example.org/article/2024-11-minusma"),
    ("ceasefire", "https://example.org/article/2031-05-ceasefire"),
  ])
  func peersReadTheSameGraph(_ stem: String, _ article: String) throws {
    let ending = try run(
      Self.root + "/.venv/bin/python",
      ["Tests/Peers/same_graph.py", Self.root + "/exports", stem, article])
    #expect(ending.status == 0, "\(ending.talk)")
  }

  /// Faults of writing; the kills and the injected faults are many and have a run of their own.
  @Test(arguments: ["full", "tmpfs", "pipe", "targets", "writers", "signals", "spools", "same"])
  func faults(_ part: String) throws {
    let ending = try run(
      Self.root + "/.venv/bin/python", ["Tests/Faults/faults.py", ".build/release/griot", part])
    let said = String(decoding: ending.output, as: UTF8.self)
    #expect(ending.status == 0, "\(said)\(ending.talk)")
  }

  /// Loads into stores that run here, and what can break on the way.
  @Test(arguments: [
    "oxigraph", "virtuoso", "bulk", "bulk_kills", "refusals", "cuts", "kills", "resuming",
    "secrets",
    "names", "reach",
  ])
  func stores(_ part: String) throws {
    let ending = try run(
      Self.root + "/.venv/bin/python", ["Tests/Stores/stores.py", ".build/release/griot", part])
    let said = String(decoding: ending.output, as: UTF8.self)
    for line in said.split(separator: "\n") where line.hasPrefix("skipped:") { print(line) }
    #expect(ending.status == 0, "\(said)\(ending.talk)")
  }

  /// What a dataset's description says is so, in words that its vocabularies have.
  @Test func description() throws {
    let ending = try run(
      Self.root + "/.venv/bin/python", ["Tests/Peers/description.py", ".build/release/griot"])
    let said = String(decoding: ending.output, as: UTF8.self)
    #expect(ending.status == 0, "\(said)\(ending.talk)")
  }

  /// Bad and hostile inputs: no signal, no hang, no word of the record lost, errors with a place.
  @Test func attacks() throws {
    let shared = ProcessInfo.processInfo.environment["GRIOT_SHARED"] ?? Self.root + "/../shared"
    guard FileManager.default.fileExists(atPath: shared + "/attacks/manifest.tsv") else {
      print("skipped: the bad inputs are not there (GRIOT_SHARED)")
      return
    }
    let ending = try run(
      Self.root + "/.venv/bin/python",
      [
        "Tests/Peers/attacks.py", ".build/release/griot", shared, "--class",
        "map,graphml,convert,validate",
      ])
    let said = String(decoding: ending.output, as: UTF8.self)
    #expect(ending.status == 0, "\(said)\(ending.talk)")
  }

  /// libraptor's N-Quads are the same quads as our own.
  @Test(arguments: seeds)
  func raptorWritesTheSameQuads(_ seed: String) throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let ending = try griot(
      "export", "seeds/\(seed)", "-o", folder, "--formats", "nq", "--serializer", "raptor")
    #expect(ending.status == 0, "\(ending.talk)")
    let stem = String(seed.split(separator: ".")[0])
    let program = """
      import sys, pyoxigraph
      ours, theirs = (set(pyoxigraph.parse(path=name)) for name in sys.argv[1:])
      sys.exit(ours != theirs or len(ours) < 10)
      """
    let compared = try run(
      Self.root + "/.venv/bin/python",
      ["-c", program, "exports/\(stem).nq", "\(folder)/\(stem).nq"])
    #expect(compared.status == 0, "\(compared.talk)")
  }

  /// JSON-LD and RDF/JSON read back as the quads of N-Quads and the triples of N-Triples.
  @Test(arguments: [[], ["--context", "https://example.org/context.jsonld"]])
  func peersReadTheSameFromJSON(_ options: [String]) throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let ending = try run(
      Self.root + "/.build/release/griot",
      ["export"] + Self.seeds.map { "seeds/\($0)" }
        + ["-o", folder, "--formats", "nq,nt,jsonld,rj"] + options)
    #expect(ending.status == 0, "\(ending.talk)")
    let compared = try run(
      Self.root + "/.venv/bin/python",
      ["Tests/Peers/round_trips.py", folder, "ontology/context.jsonld"])
    let said = String(decoding: compared.output, as: UTF8.self)
    #expect(compared.status == 0, "\(said)\(compared.talk)")
    #expect(said.hasPrefix("36 readings"), "\(said)")
  }

  /// Each dialect is read as the core is, is valid where it is meant to be, and is told in the report.
  @Test(arguments: ["core", "yed", "cytoscape", "gephi", "neo4j", "tinkerpop"])
  func dialectsAreReadAlike(_ dialect: String) throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let losses = folder + "/losses.json"
    let ending = try griot(
      "export", "seeds/minusma.json", "-o", folder, "--formats", "graphml", "--dialect", dialect,
      "--report", losses)
    #expect(ending.status == 0 && ending.talk.contains("\(losses) says which"), "\(ending.talk)")
    let read = try run(
      Self.root + "/.venv/bin/python",
      ["Tests/Peers/graphml_readers.py", folder + "/minusma.graphml", "exports/minusma.graphml"])
    #expect(read.status == 0, "\(read.talk)")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: losses)))
        as? [String: [[String: Any]]])
    let graph = try #require(report["graphs"]?.first)
    #expect(graph["dialect"] as? String == dialect && graph["nodes"] as? Int == 58)
    let kinds = (graph["losses"] as? [[String: Any]])?.compactMap { $0["kind"] as? String }
    #expect(kinds?.contains("joined") == true && kinds?.contains("provenance") == true)
    let shared = ProcessInfo.processInfo.environment["GRIOT_SHARED"] ?? Self.root + "/../shared"
    let schema = shared + "/schemas/graphml-1.0/graphml.xsd"
    guard FileManager.default.fileExists(atPath: schema) else {
      print("skipped: GraphML's schema is not there (GRIOT_SHARED)")
      return
    }
    let checked = try run(
      "/usr/bin/xmllint",
      ["--noout", "--nonet", "--schema", schema, folder + "/minusma.graphml"])
    let isMeantToBeValid = dialect != "yed" && dialect != "neo4j"
    #expect((checked.status == 0) == isMeantToBeValid, "\(checked.talk.prefix(500))")
  }

  /// An article's id can be the name of a graph beside an article's own.
  @Test(arguments: ["links", "background", "provenance"])
  func articlesCanHaveTheNamesOfGraphs(_ id: String) throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let record = """
      {"griot": 1, "source": {"id": "\(id)", "language": "fr"}, "entities": [
        {"id": "x", "type": "Country", "named": true, "label": "Mali",
         "same": ["http://www.wikidata.org/entity/Q912"]}]}
      """
    let ending = try griot(
      "export", "-", "-o", folder, "--formats", "nt,graphml", input: Data(record.utf8))
    #expect(ending.status == 0, "\(ending.talk)")
    let own = try String(contentsOfFile: folder + "/stdin.nt", encoding: .utf8)
    #expect(own.contains("\"Mali\"@fr") && !own.contains("sameAs"))
    let links = try String(contentsOfFile: folder + "/stdin.links.nt", encoding: .utf8)
    #expect(links.contains("sameAs") && !links.contains("Mali"))
    let graph = try String(contentsOfFile: folder + "/stdin.graphml", encoding: .utf8)
    #expect(graph.contains("\"node-wikidata\">http://www.wikidata.org/entity/Q912<"))
  }

  @Test func graphMLRefusesWhatXMLCannotHold() throws {
    let folder = temporaryFolder()
    let record =
      #"{"griot": 1, "source": {"id": "a", "language": "fr"}, "entities": [{"id": "x", "type": "Person", "label": "A\u0001B"}]}"#
    let ending = try griot(
      "export", "-", "-o", folder, "--formats", "graphml", input: Data(record.utf8))
    #expect(ending.status == 1)
    #expect(
      ending.talk.contains(
        #"<stdin>:1:107: error: GraphML cannot hold "A\u0001B"@fr: XML has no way to write one of its characters"#
      ))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  /// Scripts that ask the exports and the ontology; each says what it found and fails by itself.
  @Test(arguments: [
    ["questions.py", "exports/minusma.ttl"],
    ["queries.py", "exports/minusma.ttl", "exports/ceasefire.ttl"],
    ["ontology_report.py", "ontology"],
    ["reports.py", ".build/release/griot"],
    ["shacl_random.py", ".build/release/griot", "--rounds", "60"],
    ["context.py", "--check", "ontology/griot.ttl", "ontology/context.jsonld"],
  ])
  func peersAgree(_ script: [String]) throws {
    let ending = try run(
      Self.root + "/.venv/bin/python", ["Tests/Peers/" + script[0]] + script.dropFirst())
    #expect(ending.status == 0, "\(ending.talk)")
    #expect(!ending.output.isEmpty)
  }

  /// The pages are opened in a browser without a screen, and used.
  @Test(arguments: [
    "words", "filters", "timeline", "keyboard", "languages", "alone", "articles", "large", "data",
    "contrast",
  ])
  func pageIsUsable(_ part: String) throws {
    let ending = try run(
      Self.root + "/.venv/bin/python",
      ["Tests/Peers/view_page.py", Self.root + "/.build/release/griot", "exports", part])
    #expect(ending.status == 0, "\(ending.talk)")
    #expect(String(decoding: ending.output, as: UTF8.self).hasPrefix(part + ":"))
  }

  @Test func pageNeedsAPlace() throws {
    #expect(try griot("view", "seeds/wire.jsonl").status == 2)
    #expect(try griot("view", "seeds/wire.jsonl", "-o", "-", "--lang", "de").status == 2)
    let broken = try griot("view", "Tests/Broken/range.json", "-o", "-")
    #expect(broken.status == 1 && broken.output.isEmpty)
    let piped = try griot("view", "seeds/ceasefire.json", "-o", "-")
    let kept = try Data(contentsOf: URL(fileURLWithPath: Self.root + "/exports/ceasefire.html"))
    #expect(piped.output == kept)
  }

  @Test func pictureIsOfTheGraph() throws {
    let ending = try run("/usr/bin/python3", ["docs/picture.py", "exports/minusma.graphml", "-"])
    #expect(ending.status == 0, "\(ending.talk)")
    #expect(String(decoding: ending.output, as: UTF8.self).contains(">UN Security<"))
  }

  @Test(arguments: ["seeds/minusma.json", "seeds/ceasefire.json"])
  func schemaAcceptsTheSeeds(_ seed: String) throws {
    let schema = try griot("schema")
    let program = """
      import json, sys, jsonschema
      schema = json.load(sys.stdin)
      jsonschema.Draft202012Validator.check_schema(schema)
      jsonschema.Draft202012Validator(schema).validate(json.load(open(sys.argv[1])))
      """
    let ending = try run(
      Self.root + "/.venv/bin/python", ["-c", program, seed], input: schema.output)
    #expect(ending.status == 0, "\(ending.talk)")
  }

  @Test func brokenRecordWritesNothing() throws {
    let folder = temporaryFolder()
    let record =
      #"{"griot": 1, "source": {"id": "a", "language": "fr"}, "entities": [{"id": "x", "type": "Persn"}]}"#
    let misspelt = try griot(
      "export", "-", "-o", folder,
      input: Data(record.utf8))
    #expect(misspelt.status == 1)
    #expect(
      misspelt.talk.contains(
        #"<stdin>:1:88: error: the ontology has no class "Persn"; did you mean "Person"?"#))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  /// Messages for programs are JSON, a line each, and carry what a result is about.
  @Test func messagesForPrograms() throws {
    let folder = temporaryFolder()
    let ending = try griot(
      "export", "Tests/Broken/range.json", "-o", folder, "--message-format", "json")
    #expect(!FileManager.default.fileExists(atPath: folder))
    let objects = try ending.talk.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    try #require(objects.count == 4)
    let error = objects[1]
    #expect(error["severity"] as? String == "error")
    #expect(error["file"] as? String == "Tests/Broken/range.json")
    #expect(error["line"] as? Int == 9)
    #expect(error["column"] as? Int == 15)
    #expect(error["path"] as? String == "<https://w3id.org/griot/ontology#agent>")
    let related = try #require(objects[2]["related"] as? [[String: Any]])
    #expect(
      related.contains {
        $0["line"] as? Int == 4 && $0["file"] as? String == error["file"] as? String
      })
    let summary = try #require(objects[3]["summary"] as? [String: Any])
    #expect(summary["outcome"] as? Int == 1)
    #expect((summary["validation"] as? [String: Any])?["violations"] as? Int == 2)
  }

  /// JSON Lines, one JSON text and YAML are told apart on standard input.
  @Test(arguments: [
    (#"{"griot": 1, "source": {"id": "a", "language": "fr"}}"#, 1),
    ("{\"griot\": 1,\n \"source\": {\"id\": \"a\", \"language\": \"fr\"}}\n", 1),
    (
      #"{"griot": 1, "source": {"id": "a", "language": "fr"}}"# + "\n\n"
        + #"{"griot": 1, "source": {"id": "b", "language": "fr"}}"#, 2
    ),
    ("griot: 1\nsource: {id: a, language: fr}\n---\ngriot: 1\nsource: {id: b, language: fr}\n", 2),
  ])
  func standardInput(_ text: String, _ count: Int) throws {
    let ending = try griot("check", "-", input: Data(text.utf8))
    #expect(ending.status == 0, "\(ending.talk)")
    #expect(ending.talk.contains("\(count) article"), "\(ending.talk)")
  }

  /// Packed records give the bytes that they give unpacked, by name and on standard input; packed
  /// output unpacks to what is written else.
  @Test(arguments: ["gz", "zst"])
  func packedInAndOut(_ ending: String) throws {
    let folder = temporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder + "/in", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let tool = ending == "gz" ? "/usr/bin/gzip" : "/usr/bin/zstd"
    let records = try Data(contentsOf: URL(fileURLWithPath: Self.root + "/seeds/wire.jsonl"))
    let packed = try run(tool, ["-c"], input: records).output
    let name = "\(folder)/in/wire.jsonl.\(ending)"
    try packed.write(to: URL(fileURLWithPath: name))
    let kept = try Data(contentsOf: URL(fileURLWithPath: Self.root + "/exports/wire.nq"))

    let made = try griot("export", folder + "/in", "-o", folder, "--formats", "nq,rdf")
    #expect(made.status == 0, "\(made.talk)")
    let lines = try Data(contentsOf: URL(fileURLWithPath: folder + "/wire.nq"))
    #expect(lines == kept)
    let piped = try griot("export", "-", "-o", "-", "--formats", "nq", input: packed)
    #expect(piped.output == kept, "\(piped.talk)")

    let written = try griot(
      "export", name, "-o", folder, "--formats", "nq,ttl", "--compress", ending)
    #expect(written.status == 0, "\(written.talk)")
    let file = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/wire.nq.\(ending)"))
    #expect(try run(tool, ["-dc"], input: file).output == kept)
    #expect(written.talk.contains("wire.nq.\(ending)  \(file.count) bytes"), "\(written.talk)")
    #expect(FileManager.default.fileExists(atPath: "\(folder)/wire.ttl.\(ending)"))
    let streamed = try griot(
      "export", name, "-o", "-", "--formats", "nq", "--compress", ending)
    #expect(try run(tool, ["-dc"], input: streamed.output).output == kept)
    #expect(streamed.output == file)
  }

  /// What is cut short, damaged or a bomb is told with the byte, and nothing is written.
  @Test func packedAndBroken() throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let packed = try run("/usr/bin/gzip", ["-c"], input: Data(repeating: 0x20, count: 3000)).output
    let cut = try griot("check", "-", input: packed.dropLast(4))
    #expect(cut.status == 3)
    #expect(
      cut.talk
        == "<stdin>:1:3001: error: the gzip data end too early, after \(packed.count - 4) bytes; "
        + "is the file whole?\n")
    let bomb = try run(
      "/usr/bin/gzip", ["-c"], input: Data(repeating: 0x20, count: 32 << 20)
    ).output
    let stopped = try griot("export", "-", "-o", folder, input: bomb)
    #expect(stopped.status == 3)
    #expect(
      stopped.talk.contains("unpack to more than 200 times as many; --unpack-limit"),
      "\(stopped.talk)")
    #expect(!FileManager.default.fileExists(atPath: folder))
    #expect(try griot("check", "-", "--unpack-limit", "16", input: bomb).status == 3)
    #expect(try griot("check", "-", "--unpack-limit", "64", input: bomb).status == 1)
  }

  @Test func exitStatuses() throws {
    #expect(try griot("check", "no-such-file.json").status == 3)
    #expect(try griot("export", "seeds", "-o", "/tmp", "--formats", "docx").status == 2)
    #expect(try griot("export", "seeds/wire.jsonl", "-o", "-", "--base", "x").status == 2)
    let context = try griot(
      "export", "seeds/wire.jsonl", "-o", "-", "--formats", "jsonld", "--context", "a b")
    #expect(context.status == 2)
    #expect(context.talk.contains("the context \"a b\" is not an absolute IRI"))
    #expect(try griot("--version").status == 0)
    #expect(try griot("check", "seeds/wire.jsonl").status == 0)
    #expect(try griot("formats").output.isEmpty == false)
  }
}
