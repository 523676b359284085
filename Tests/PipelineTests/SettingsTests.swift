import Foundation
import Pipeline
import Testing

/// Where settings come from, and which of them win.
@Suite struct SettingsTests {
  private func inFolder<Result>(_ file: String?, _ body: (String) throws -> Result) throws -> Result
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(
      atPath: folder + "/below/deep", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    if let file {
      try Data(file.utf8).write(to: URL(fileURLWithPath: folder + "/griot.yaml"))
    }
    return try body(folder)
  }

  @Test func fileIsFoundUpward() throws {
    try inFolder("base: https://d.example/\nformats: [nq, rdf]\nontology: own.ttl\n") { folder in
      let settings = try Settings.ofNearestFile(from: folder + "/below/deep")
      #expect(settings.base == "https://d.example/")
      #expect(settings.formats == [.nq, .rdf])
      #expect(settings.ontology?.first?.hasSuffix("/own.ttl") == true)
      #expect(settings.file?.hasSuffix("/griot.yaml") == true)
    }
  }

  @Test(arguments: [nil, "", "# nothing\n"])
  func nothingIsSaid(_ file: String?) throws {
    try inFolder(file) { folder in
      let settings = try Settings.ofNearestFile(from: folder)
      #expect(settings.base == nil)
      #expect(settings.configuration(["a"]).base == Configuration.placeholderBase)
    }
  }

  @Test func flagsWinOverEnvironmentOverFile() throws {
    var flags = Settings()
    flags.base = "https://flag.example/"
    let environment = try Settings.ofEnvironment([
      "GRIOT_BASE": "https://env.example/", "GRIOT_FORMATS": "ttl,nt",
      "GRIOT_SHAPES": "a.ttl:b.ttl", "GRIOT_COMPRESS": "zst", "GRIOT_UNPACKLIMIT": "64",
      "GRIOT_ENTAIL": "owl-rl", "GRIOT_CLOSEDWORLD": "off",
    ])
    var file = Settings()
    file.formats = [.graphml]
    file.texts = "texts"
    file.entail = Entailment.none
    file.closedWorld = .warn
    let merged = flags.over(environment).over(file)
    #expect(merged.base == "https://flag.example/")
    #expect(merged.formats == [.ttl, .nt])
    #expect(merged.shapes == ["a.ttl", "b.ttl"])
    #expect(merged.texts == "texts")
    #expect(merged.compress == .zst)
    #expect(merged.configuration([]).entailment == .owlRL)
    #expect(merged.configuration([]).closedWorld == .off)
    #expect(Settings().configuration([]).entailment == .rdfs)
    #expect(Settings().configuration([]).closedWorld == .error)
    #expect(merged.configuration([]).unpackLimit == 64)
  }

  @Test func graphsFollowTheSettings() {
    var settings = Settings()
    settings.lang = ["ar", "en"]
    settings.names = .curie
    settings.dialect = .gephi
    settings.collapseEvents = true
    settings.typeEdges = true
    settings.draw = [.denied]
    settings.report = "losses.json"
    var file = Settings()
    file.lang = ["fr"]
    file.collapseEvents = false
    let graph = settings.over(file).configuration([]).graph
    #expect(graph.languages == ["ar", "en"] && graph.names == .curie && graph.dialect == .gephi)
    #expect(graph.events == .collapsed && graph.types == .edges)
    #expect(graph.extras == [.denied] && graph.report == "losses.json")
    let usual = Settings().configuration([]).graph
    #expect(usual.languages == ["fr", "en"] && usual.names == .local && usual.dialect == .core)
    #expect(usual.events == .nodes && usual.types == .values && usual.extras.isEmpty)
    #expect(usual.report == nil)
  }

  @Test(arguments: [
    (
      "bse: x\n",
      #"1:1: error: unknown setting "bse"; expected one of base, ontology, shapes, texts, formats, output, serializer, context, compress, unpackLimit, draw, lang, names, dialect, collapseEvents, typeEdges, report, entail, closedWorld, validate, onError, threads, sameAs, mergeLinks, dataset; did you mean "base"?"#
    ),
    (
      "base: x\nformats: [nq, docx]\n",
      #"2:10: error: unknown word "docx"; expected some of nt, nq, ttl, trig, rdf, jsonld, rj, graphml, gexf, dot, svg, png, neo4j-csv, cypher, csv, geojson"#
    ),
    ("base: [a, b]\n", "1:8: error: base is an array; expected one value"),
    ("base: {a: b}\n", "1:7: error: base is an object; expected one value"),
    ("- base\n", "1:1: error: the settings are an array; expected a mapping"),
    ("unpackLimit: 0\n", #"1:14: error: unpackLimit is "0"; expected a number of megabytes"#),
    ("compress: bz2\n", #"1:11: error: unknown word "bz2"; expected some of gz, zst"#),
    (
      "entail: owl\n",
      #"1:9: error: unknown word "owl"; expected some of none, rdfs, owl-rl"#
    ),
    (
      "closedWorld: [off, warn]\n", "1:15: error: closedWorld is an array; expected one value"
    ),
    ("validate: maybe\n", #"1:11: error: validate is "maybe"; expected true or false"#),
    (
      "base: x\nbase: y\n",
      #"2:1: error: the key "base" stands twice in one mapping, first at line 1, column 1"#
    ),
  ])
  func refuses(_ file: String, _ message: String) throws {
    try inFolder(file) { folder in
      let error = #expect(throws: RunError.self) {
        try Settings.ofFile(folder + "/griot.yaml")
      }
      #expect(error?.message == folder + "/griot.yaml:" + message)
      #expect(error?.outcome == .wrongUsage)
    }
  }

  @Test func environmentNamesItsVariable() {
    let error = #expect(throws: RunError.self) {
      try Settings.ofEnvironment(["GRIOT_DRAW": "deneid"])
    }
    #expect(
      error?.message
        == #"GRIOT_DRAW: error: unknown word "deneid"; expected some of denied, background; did you mean "denied"?"#
    )
  }
}
