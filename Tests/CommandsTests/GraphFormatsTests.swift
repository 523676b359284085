import Foundation
import Testing

/// The graph formats and tables of `griot export`, by the release binary and by what reads them.
@Suite struct GraphFormatsTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  private static let traps = "Tests/Graphs/traps.json --ontology Tests/Graphs/traps.ttl"
  private static let inputs = [
    "minusma": "seeds/minusma.json", "ceasefire": "seeds/ceasefire.json",
    "wire": "seeds/wire.jsonl", "traps": traps,
  ]

  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    .path

  /// Runs a line of bash in the root; `griot` is the binary, `$folder` a folder of the test's own.
  private func bash(_ line: String) throws -> (status: Int32, output: String) {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let name = URL(fileURLWithPath: folder + "/said.txt")
    try Data().write(to: name)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c", "griot() { .build/release/griot \"$@\"; }; exec 2>&1; set -eo pipefail; " + line,
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: Self.root)
    process.environment = ProcessInfo.processInfo.environment.merging(["folder": folder]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: name)
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: name), as: UTF8.self))
  }

  private func clean() { try? FileManager.default.removeItem(atPath: folder) }

  /// networkx, graphviz, a CSV reader, a Cypher parser and a JSON reader find what GraphML has.
  @Test(
    arguments: ["minusma", "ceasefire", "wire", "traps"],
    [
      ("gexf", "gexf"), ("dot", "dot,svg,png"), ("neo4j", "neo4j-csv"), ("cypher", "cypher"),
      ("tables", "csv"), ("geojson", "csv,geojson"),
    ])
  func peersReadTheSame(_ stem: String, _ part: (name: String, formats: String)) throws {
    defer { clean() }
    let input = try #require(Self.inputs[stem])
    let ending = try bash(
      "griot export \(input) -q -o $folder --formats graphml,\(part.formats) && "
        + ".venv/bin/python Tests/Peers/graph_formats.py $folder \(stem) \(part.name)")
    #expect(ending.status == 0, "\(ending.output)")
    #expect(ending.output.hasPrefix(part.name + ":"), "\(ending.output)")
  }

  /// Of the traps five events are on the map, and two edges and five nodes have a time.
  @Test func trapsHaveTimeAndPoints() throws {
    defer { clean() }
    let ending = try bash(
      "griot export \(Self.traps) -o $folder --formats graphml,gexf,csv,geojson; for part in gexf "
        + "geojson; do .venv/bin/python Tests/Peers/graph_formats.py $folder traps $part; done")
    #expect(ending.output.contains("17 edges, 5 and 2 with a time"), "\(ending.output)")
    #expect(ending.output.contains("geojson: 5 of 9 events on the map"))
    #expect(ending.output.contains("GeoJSON leaves out 4 of 9 events"))
  }

  /// Hostile records are the same in all formats, or refused by all.
  @Test func attacksAreReadAlike() throws {
    defer { clean() }
    let shared = ProcessInfo.processInfo.environment["GRIOT_SHARED"] ?? Self.root + "/../shared"
    guard FileManager.default.fileExists(atPath: shared + "/attacks/manifest.tsv") else {
      print("skipped: the bad inputs are not there (GRIOT_SHARED)")
      return
    }
    let ending = try bash(
      ".venv/bin/python Tests/Peers/graph_attacks.py .build/release/griot \(shared)")
    #expect(ending.status == 0, "\(ending.output)")
  }

  @Test(arguments: ["minusma", "ceasefire", "wire", "traps"])
  func gexfWithoutColoursIsValid(_ stem: String) throws {
    defer { clean() }
    let shared = ProcessInfo.processInfo.environment["GRIOT_SHARED"] ?? Self.root + "/../shared"
    let schema = shared + "/schemas/gexf-1.3/gexf.xsd"
    guard FileManager.default.fileExists(atPath: schema) else {
      print("skipped: GEXF's schema is not there (GRIOT_SHARED)")
      return
    }
    let input = try #require(Self.inputs[stem])
    let check = "xmllint --noout --nonet --schema \(schema) $folder/\(stem).gexf"
    let ending = try bash("griot export \(input) -q -o $folder --formats gexf --no-viz && \(check)")
    #expect(ending.status == 0, "\(ending.output)")
    let coloured = try bash("griot export \(input) -q -o $folder --formats gexf && \(check)")
    #expect(coloured.status != 0, "with colours the check says something")
  }

  /// Bytes do not depend on the run, the language, the time zone or the folder.
  @Test func bytesAreTheSame() throws {
    defer { clean() }
    let formats = "gexf,dot,svg,png,neo4j-csv,cypher,csv,geojson"
    let ending = try bash(
      "input=$PWD/seeds/ceasefire.json; griot=$PWD/.build/release/griot; "
        + "$griot export $input -q -o $folder/one --formats \(formats); cd $folder; "
        + "LC_ALL=fr_FR.UTF-8 TZ=Asia/Kolkata $griot export $input -q -o two --formats \(formats); "
        + "diff -r one two && ls one | wc -l")
    #expect(ending.status == 0 && ending.output == "10\n", "\(ending.output)")
  }

  @Test func eachIsListedWithWhatItHolds() throws {
    defer { clean() }
    let ending = try bash("griot formats")
    for name in ["gexf", "dot", "svg", "png", "neo4j-csv", "cypher", "csv", "geojson"] {
      #expect(ending.output.contains("\n  \(name) "), "\(name)")
    }
    let json = try bash(
      "griot formats --json | .venv/bin/python -c 'import json, sys; "
        + "print(len([one for one in json.load(sys.stdin)[\"export\"] if one[\"summary\"]]))'")
    #expect(json.output == "16\n", "\(json.output)")
  }

  /// What is drawn goes to standard output as to a file; two files do not.
  @Test func standardOutputTakesOneFile() throws {
    defer { clean() }
    let ending = try bash(
      "griot export seeds/wire.jsonl -q -o $folder --formats svg,gexf; for format in svg gexf; do "
        + "griot export seeds/wire.jsonl -q -o - --formats $format "
        + "| cmp - $folder/wire.$format; done")
    #expect(ending.status == 0 && ending.output.isEmpty, "\(ending.output)")
    for format in ["csv", "neo4j-csv"] {
      let several = try bash("griot export seeds/wire.jsonl -q -o - --formats \(format)")
      #expect(several.status == 2 && several.output.contains("is several files"))
    }
  }

  /// A program beside the data is not run in place of graphviz, and no temporary file is left.
  @Test func relativeFoldersOfPathAreNotSearched() throws {
    defer { clean() }
    let ending = try bash(
      "griot=$PWD/.build/release/griot; input=$PWD/seeds/wire.jsonl; cd $folder; mkdir tmp; "
        + "printf '#!/bin/sh\\ntouch ran; exit 1\\n' > dot; chmod +x dot; "
        + "PATH=.:$PATH TMPDIR=$PWD/tmp $griot export $input -q -o out --formats svg; "
        + "test ! -e ran; ls tmp | wc -l")
    #expect(ending.status == 0 && ending.output == "0\n", "\(ending.output)")
  }
}
