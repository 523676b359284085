import Foundation
import Testing

/// Things that several articles name: which are one node, which may be, and what of them cannot be.
@Suite struct IdentityTests {
  private static let wikidata = "http://www.wikidata.org/entity/"

  /// A record whose ids are its own, as those of mentions that a linker has looked up.
  private static func record(
    _ id: String, _ entities: String..., shared: Bool = false, language: String = "fr"
  ) -> String {
    let ids = shared ? #""ids":"shared","# : ""
    return #"{"griot":1,\#(ids)"source":{"id":"\#(id)","language":"\#(language)","text":"-"},"#
      + #""entities":[\#(entities.joined(separator: ","))]}"# + "\n"
  }

  private static func entity(
    _ id: String, _ type: String, _ label: String, _ same: [String] = [], birth: String? = nil
  ) -> String {
    let links = same.map { "\"\($0)\"" }.joined(separator: ",")
    let properties = birth.map { #","properties":{"birthDate":"\#($0)"}"# } ?? ""
    return
      #"{"id":"\#(id)","type":"\#(type)","label":"\#(label)","same":[\#(links)]\#(properties)}"#
  }

  /// The subjects of a class in N-Quads, each once.
  private static func subjects(_ lines: [String], _ type: String) -> Set<String> {
    Set(
      lines.filter {
        $0.contains("22-rdf-syntax-ns#type> <https://w3id.org/griot/ontology#\(type)> ")
      }.compactMap { $0.split(separator: " ").first.map(String.init) })
  }

  /// Two newspapers of HIPE-2022 (NewsEye) name the same country; each has it as its own mention.
  private static let newspapers =
    record(
      "test_fr_1", entity("m1", "Person", "M. Chéron", [wikidata + "Q3132698"]),
      entity("m2", "Country", "France", [wikidata + "Q142"]),
      entity("m3", "Country", "la France", [wikidata + "Q142"]))
    + record("test_fr_2", entity("m1", "Country", "FRANCE", [wikidata + "Q142"]))

  @Test func entitiesWithOneLinkAreOneNode() throws {
    let folder = try GriotFolder()
    try folder.write(Self.newspapers, to: "a.jsonl")
    let apart = try folder.griot("export", "a.jsonl", "-o", "apart", "--formats", "nq")
    #expect(apart.status == 0, "\(apart.talk)")
    #expect(Self.subjects(try folder.lines("apart/a.nq"), "Country").count == 3)

    let merged = try folder.griot(
      "export", "a.jsonl", "-o", "out", "--formats", "nq", "--merge-links")
    #expect(merged.status == 0, "\(merged.talk)")
    let lines = try folder.lines("out/a.nq")
    let node = "<https://example.org/same/www.wikidata.org/entity/Q142>"
    #expect(Self.subjects(lines, "Country") == [node])
    #expect(
      Self.subjects(lines, "Person")
        == ["<https://example.org/same/www.wikidata.org/entity/Q3132698>"])
    // The first name in an article is its label, each further one a name too; none is lost.
    func names(_ predicate: String) -> [String] {
      lines.filter { $0.hasPrefix("\(node) ") && $0.contains("#\(predicate)> ") }
        .compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) }
    }
    #expect(names("label") == ["France", "FRANCE"])
    #expect(names("altLabel") == ["la France"])
    let link = "\(node) <http://www.w3.org/2002/07/owl#sameAs> <\(Self.wikidata)Q142>"
    #expect(lines.count { $0.hasPrefix(link) } == 2)
  }

  @Test func outputIsTheSameWithAnyNumberOfThreads() throws {
    let folder = try GriotFolder()
    var records = ""
    for number in 0..<600 {
      records += Self.record(
        "a\(number)",
        Self.entity(
          "x", "City", "Ville \(number % 50)",
          number % 3 == 0
            ? ["\(Self.wikidata)Q\(number % 50)"]
            : ["\(Self.wikidata)Q\(number % 50)", "https://sws.geonames.org/\(number % 25)/"]))
    }
    try folder.write(records, to: "a.jsonl")
    var found: Set<String> = []
    for threads in ["1", "2", "7"] {
      let (status, talk) = try folder.griot(
        "export", "a.jsonl", "-o", "out", "--formats", "nq", "--merge-links", "--duplicates",
        "may.tsv", "--threads", threads)
      #expect(status == 0, "\(talk)")
      found.insert(talk + (try folder.text("out/a.nq")) + (try folder.text("may.tsv")))
    }
    #expect(found.count == 1)
    // Of Q0 to Q49 each two share a link to GeoNames, and so are one.
    #expect(Self.subjects(try folder.lines("out/a.nq"), "City").count == 25)
  }

  /// What one record links to two things joins those of others, before it and after it.
  @Test func linksJoinAcrossRecords() throws {
    let folder = try GriotFolder()
    let geonames = "https://sws.geonames.org/2988507/"
    try folder.write(
      Self.record("a1", Self.entity("x", "City", "Paris", [Self.wikidata + "Q90"]))
        + Self.record("a2", Self.entity("y", "City", "Paname", [geonames]))
        + Self.record("a3", Self.entity("z", "City", "Paris", [geonames, Self.wikidata + "Q90"]))
        + Self.record("a4", Self.entity("paris", "City", "Paris", [geonames]), shared: true)
        + Self.record("a5", Self.entity("paris", "City", "Paris"), shared: true), to: "a.jsonl")
    _ = try folder.griot("export", "a.jsonl", "-o", "out", "--formats", "nq", "--merge-links")
    #expect(
      Self.subjects(try folder.lines("out/a.nq"), "City") == ["<https://example.org/entity/paris>"])
    // Standard input is read once, and says what that means.
    let piped = try folder.griot(
      "export", "-", "-o", "-", "--formats", "nq", "--merge-links",
      input: try folder.text("a.jsonl"))
    #expect(piped.status == 0)
    #expect(piped.talk.contains("<stdin>: note: is read once: an entity with several links"))
    #expect(
      Self.subjects(try folder.lines("standard-output"), "City") == [
        "<https://example.org/same/www.wikidata.org/entity/Q90>",
        "<https://example.org/same/https%3A//sws.geonames.org/2988507/>",
        "<https://example.org/entity/paris>",
      ])
  }

  @Test(arguments: ["same.tsv", "same.csv"])
  func tablesSayWhatIsTheSame(_ table: String) throws {
    let folder = try GriotFolder()
    try folder.write(
      Self.record("a1", Self.entity("T1", "City", "Paris"), Self.entity("T2", "City", "Lyon"))
        + Self.record("a2", Self.entity("T1", "City", "Lutèce"))
        + Self.record("a3", Self.entity("paris", "City", "Paris"), shared: true), to: "a.jsonl")
    let rows = [
      ["entity", "iri", "why"],
      ["https://example.org/article/a1/entity/T1", "http://e/paris", "a, b"],
      ["https://example.org/article/a2/entity/T1", "http://e/lutece", ""],
      ["http://e/lutece", "http://e/paris", ""], ["paris", "http://e/paris", ""],
      // An id of one article is none of all: T2 is not meant, nor is what has no IRI yet.
      ["T2", "http://e/lyon", ""], ["https://example.org/article/a1/entity/T2", "", ""],
    ]
    let separator = table.hasSuffix(".csv") ? "," : "\t"
    let text = rows.map { row in
      row.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: separator) + "\n"
    }
    try folder.write(text.joined(), to: table)
    let (status, talk) = try folder.griot(
      "export", "a.jsonl", "-o", "out", "--formats", "nq", "--same-as", table)
    #expect(status == 0, "\(talk)")
    #expect(
      Self.subjects(try folder.lines("out/a.nq"), "City") == [
        "<http://e/paris>", "<https://example.org/article/a1/entity/T2>",
      ])
  }

  /// Contradictions are told with both places, in all formats alike, and end nothing.
  @Test(arguments: ["nq", "graphml"])
  func contradictionsHaveBothPlaces(_ format: String) throws {
    let folder = try GriotFolder()
    try folder.write(
      Self.record("a1", Self.entity("hugo", "Person", "Hugo", birth: "1802"), shared: true)
        + Self.record(
          "a2", Self.entity("hugo", "Person", "Hugo", birth: "1802-02-26"), shared: true)
        + Self.record("a3", Self.entity("mali", "Country", "Mali"), shared: true), to: "a.jsonl")
    try folder.write(
      Self.record("b1", Self.entity("hugo", "Person", "Hugo", birth: "1803"), shared: true)
        + Self.record("b2", Self.entity("mali", "Person", "Mali"), shared: true)
        + Self.record("b3", Self.entity("hugo", "Person", "Hugo", birth: "1803"), shared: true)
        + Self.record("a3", Self.entity("x", "City", "Gao")), to: "b.jsonl")
    let (status, talk) = try folder.griot(
      "export", "a.jsonl", "b.jsonl", "-o", "out", "--formats", format)
    #expect(status == 0, "\(talk)")
    let warnings = talk.split(separator: "\n").filter { !$0.contains(" bytes") }
    let birth = "\"birthDate\" of https://example.org/entity/hugo is 1803 here and"
    #expect(
      warnings.prefix(6).map(String.init) == [
        "b.jsonl:1:167: warning: \(birth) 1802 in another article; expected at most one",
        "a.jsonl:1: note: there it is 1802",
        "b.jsonl:2:107: warning: https://example.org/entity/mali is \"Person\" here and \"Country\" in "
          + "another article, which share no member",
        "a.jsonl:3: note: there it is \"Country\"",
        "b.jsonl:4:27: warning: the article https://example.org/article/a3 is here once more, and its "
          + "graphs hold both; expected a source id of its own for each",
        "a.jsonl:3: note: it was read here before",
      ], "\(talk)")
    #expect(
      talk.contains(
        "2 contradictions, 1 article read again; all else is checked article by article"),
      "\(talk)")
  }

  @Test func whatMayBeTheSameIsToldAndNotMerged() throws {
    let folder = try GriotFolder()
    try folder.write(
      Self.record(
        "a1", Self.entity("x", "City", "Orléans"), Self.entity("y", "Person", "Orléans"),
        Self.entity("z", "City", "Saint-Denis", [Self.wikidata + "Q47045"]))
        + Self.record(
          "a2", Self.entity("x", "City", "ORLEANS"), Self.entity("v", "City", "Gao"),
          Self.entity("z", "City", "Saint-Denis", [Self.wikidata + "Q208895"]))
        + Self.record("a3", Self.entity("x", "Place", "l’Orléans")), to: "a.jsonl")
    let plain = try folder.griot("export", "a.jsonl", "-o", "plain", "--formats", "nq")
    let (status, talk) = try folder.griot(
      "export", "a.jsonl", "-o", "out", "--formats", "nq", "--duplicates", "may.tsv")
    #expect(plain.status == 0 && status == 0)
    #expect(talk.contains("3 entities in 1 group may be the same; none was merged"), "\(talk)")
    #expect(try folder.text("out/a.nq") == folder.text("plain/a.nq"))
    let rows = try folder.lines("may.tsv").map { $0.components(separatedBy: "\t") }
    #expect(rows[0] == ["group", "entity", "iri", "label", "class", "same", "file", "line"])
    #expect(rows.dropFirst().map { $0[3] } == ["Orléans", "ORLEANS", "l’Orléans"])
    #expect(rows.dropFirst().map { $0[7] } == ["1", "2", "3"])
    // What a person fills in is a table of what is the same.
    let filled = rows.map { row in
      (row[0] == "1" && row[7] != "3" ? [row[0], row[1], "http://e/orleans"] + row[3...] : row)
        .joined(separator: "\t") + "\n"
    }
    try folder.write(filled.joined(), to: "same.tsv")
    _ = try folder.griot(
      "export", "a.jsonl", "-o", "merged", "--formats", "nq", "--same-as", "same.tsv")
    let cities = Self.subjects(try folder.lines("merged/a.nq"), "City")
    #expect(cities.contains("<http://e/orleans>") && cities.count == 4)
  }

  /// Functional properties and the shapes of a user's own ontology count too.
  @Test func ownOntologiesAreHeldAcrossArticles() throws {
    let folder = try GriotFolder()
    try folder.write(
      """
      @prefix : <https://example.org/shipping#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      :Vessel a owl:Class . :Port a owl:Class .
      :draught a owl:DatatypeProperty , owl:FunctionalProperty ; rdfs:range xsd:decimal .
      :flag a owl:DatatypeProperty ; rdfs:range xsd:string .
      """, to: "own.ttl")
    try folder.write(
      """
      @prefix : <https://example.org/shipping#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
      :VesselShape a sh:NodeShape ; sh:targetClass :Vessel ; sh:property [ sh:path :flag ; sh:maxCount 1 ] .
      """, to: "shapes.ttl")
    func ship(_ article: String, _ type: String, _ draught: String, _ flag: String) -> String {
      Self.record(
        article,
        #"{"id":"s","type":"\#(type)","label":"Étoile","properties":{"draught":\#(draught),"flag":"\#(flag)"}}"#,
        shared: true)
    }
    try folder.write(
      ship("a1", "Vessel", "8.50", "FR") + ship("a2", "Vessel", "8.5", "ML")
        + ship("a3", "Vessel", "9", "FR"), to: "a.jsonl")
    let (status, talk) = try folder.griot(
      "export", "a.jsonl", "-o", "out", "--formats", "nq", "--ontology", "own.ttl", "--shapes",
      "shapes.ttl")
    #expect(status == 0, "\(talk)")
    #expect(talk.contains("\"flag\" of https://example.org/entity/s is ML here and FR"), "\(talk)")
    #expect(
      talk.contains("\"draught\" of https://example.org/entity/s is 9 here and 8.5"), "\(talk)")
    #expect(talk.contains("2 contradictions"), "\(talk)")
  }

  /// French newspapers of HIPE-2022, whose mentions a linker has looked up in Wikidata.
  @Test(.enabled(if: ExtractorCorpora.isAtHand, "the corpora are not there"))
  func newspapersShareTheThingsOfWikidata() throws {
    let folder = try GriotFolder()
    let file = ExtractorCorpora.folder + "hipe2022-newseye-fr/HIPE-2022-v2.1-newseye-dev2-fr.tsv"
    try FileManager.default.copyItem(atPath: file, toPath: folder.url.appending(path: "n.tsv").path)
    func linked(_ output: String) throws -> (nodes: Set<Substring>, links: Set<Substring>) {
      let links = try folder.lines("\(output)/n.nq").map { $0.split(separator: " ") }
        .filter { $0[1] == "<http://www.w3.org/2002/07/owl#sameAs>" }
      return (Set(links.map { $0[0] }), Set(links.map { $0[2] }))
    }
    _ = try folder.griot("export", "n.tsv", "-o", "apart", "--formats", "nq")
    let (status, talk) = try folder.griot(
      "export", "n.tsv", "-o", "out", "--formats", "nq", "--merge-links")
    #expect(status == 0, "\(talk)")
    let (apart, merged) = (try linked("apart"), try linked("out"))
    #expect(apart.links == merged.links)
    #expect(apart.nodes.count > merged.nodes.count)
    #expect(merged.nodes.count == merged.links.count)
    // One newspaper has as a person what another has as a place.
    let node = "https://example.org/same/www.wikidata.org/entity/Q872222"
    #expect(
      talk.contains(
        "n.tsv:6096:8: warning: \(node) is \"Person\" here and \"Place\" in another article"),
      "\(talk)")
    #expect(talk.contains("n.tsv:2138: note: there it is \"Place\""), "\(talk)")
  }
}
