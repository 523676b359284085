import Foundation
import Ontology
import PropertyGraph
import RDF
import RDFIO
import Testing

@Suite struct ViewPageTests {
  /// What the tests look at of a payload.
  private struct Payload: Decodable {
    struct Article: Decodable {
      let iri: String
      let title: String?
      let authors: [String]?
      let text: String?
    }
    struct Term: Decodable {
      let name: String
      let label: [String: String]
    }
    struct Time: Decodable {
      let edtf: String?
      let parts: [Int]?
      let text: String?
      let qualifiers: [Int]?
      let bounds: [String?]
    }
    struct Value: Decodable {
      let text: String
    }
    struct Node: Decodable {
      let iri: String
      let kind: String
      let type: Int?
      let label: [String: String]
      let articles: [Int]
      let status: String?
      let by: [Int]?
      let via: [Int]?
      let confidence: String?
      let time: Time?
      let values: [Value]?
      let same: [String]?
    }
    struct Edge: Decodable {
      let from: Int
      let to: Int
      let term: Int
      let claims: [Int]?
      let background: Bool?
    }
    struct Claim: Decodable {
      let subject: Int
      let object: Int?
      let value: String?
      let status: String?
      let by: [Int]?
      let bound: Int?
      let unit: String?
    }
    struct Evidence: Decodable {
      let start: Int?
      let end: Int?
      let words: String?
      let how: String
      let supports: Int?
      let node: Int?
      let claim: Int?
    }
    let title: String?
    let lang: String?
    let articles: [Article]
    let terms: [Term]
    let nodes: [Node]
    let edges: [Edge]
    let claims: [Claim]
    let evidence: [Evidence]
  }

  private static let prefixes = """
    @prefix : <http://b/article/a/> .
    @prefix dc: <http://purl.org/dc/elements/1.1/> .
    @prefix dcterms: <http://purl.org/dc/terms/> .
    @prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
    @prefix griot: <https://w3id.org/griot/ontology#> .
    @prefix oa: <http://www.w3.org/ns/oa#> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix prov: <http://www.w3.org/ns/prov#> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

    """
  private static let things = """
    :x a griot:Organisation ; rdfs:label "l’Union"@fr , "the Union"@en .
    :y a griot:Country ; rdfs:label "Soréa"@fr .
    :d a griot:Document ; rdfs:label "communiqué"@fr .
    :v a griot:Withdrawal ; rdfs:label "retrait"@fr ; griot:status griot:planned ; griot:agent :x ;
      griot:attributedTo :y ; griot:via :d ; griot:confidence 0.7 .

    """

  /// The quads of an article whose graphs have the texts given by the ends of their names.
  private func dataset(
    _ graphs: [String: String], article: String = "http://b/article/a"
  ) throws -> Dataset {
    var dataset = Dataset()
    for (suffix, text) in graphs.sorted(by: { $0.key < $1.key }) {
      let graph = try dataset.terms.iri(article + suffix)
      let own = suffix.isEmpty ? "<\(article)> a griot:Article .\n" : ""
      try RDFReader.read(
        Array((Self.prefixes + own + text).utf8), file: "a.ttl", syntax: .turtle, graph: graph,
        into: &dataset)
    }
    return dataset
  }

  private func payload(
    _ rest: String, background: String? = nil, links: String? = nil, text: String? = nil
  ) throws -> Payload {
    var graphs = ["": Self.things + rest]
    graphs["/background"] = background
    graphs["/links"] = links
    var page = try page()
    page.add(try dataset(graphs), text: text.map { Array($0.utf8) })
    return try decoded(page)
  }

  private func page(title: String? = nil) throws -> ViewPage {
    ViewPage(
      ontology: try Ontology(), options: ViewPage.Options(generator: "griot test", title: title))
  }

  private func decoded(_ page: ViewPage) throws -> Payload {
    try JSONDecoder().decode(Payload.self, from: Data(page.payload))
  }

  private func node(_ payload: Payload, _ name: String) throws -> Int {
    try #require(payload.nodes.firstIndex { $0.iri.hasSuffix("/" + name) })
  }

  @Test func eventsSayHowTheyArePutAndByWhom() throws {
    let payload = try payload("")
    let event = payload.nodes[try node(payload, "v")]
    #expect(event.kind == "event")
    #expect(event.status == "planned")
    #expect(event.by == [try node(payload, "y")])
    #expect(event.via == [try node(payload, "d")])
    #expect(event.confidence == "0.7")
    #expect(payload.nodes.map(\.kind) == ["organisation", "place", "document", "event"])
    #expect(payload.nodes[0].label == ["fr": "l’Union", "en": "the Union"])
    let type = try #require(event.type)
    #expect(payload.terms[type].name == "Withdrawal")
    #expect(payload.terms[type].label.keys.sorted() == ["en", "fr"])
    #expect(payload.edges.map { [$0.from, $0.to] } == [[3, 0]])
  }

  private func claim(_ name: String, _ rest: String) -> String {
    """
    :\(name) a griot:Claim ; rdf:subject :x ; rdf:predicate griot:operatesIn ; rdf:object :y ; \(rest) .

    """
  }

  /// A claim that says no more than a plain triple is its edge; every other one has its own.
  @Test func claimsStayApart() throws {
    let payload = try payload(
      ":x griot:operatesIn :y . " + claim("c1", "griot:status griot:asserted")
        + claim("c2", "griot:status griot:reported")
        + claim("c3", "griot:status griot:asserted ; prov:wasAttributedTo :d")
        + claim("c4", "griot:status griot:denied"))
    let lines = payload.edges.filter { $0.from == 0 }
    #expect(lines.map(\.claims) == [[0], [1], [2], [3]])
    #expect(lines.allSatisfy { $0.to == 1 })
    #expect(payload.claims.map(\.status) == ["asserted", "reported", "asserted", "denied"])
    #expect(payload.claims[2].by == [try node(payload, "d")])
  }

  @Test func numbersKeepTheirBounds() throws {
    let payload = try payload(
      """
      :c a griot:Claim ; rdf:subject :v ; rdf:predicate griot:deathToll ; rdf:object 180 ;
        griot:status griot:asserted ; griot:bound griot:moreThan ; griot:unit "persons" .
      """)
    let claim = try #require(payload.claims.first)
    #expect(claim.value == "180" && claim.object == nil && claim.unit == "persons")
    let bound = try #require(claim.bound)
    #expect(payload.terms[bound].name == "moreThan")
    #expect(payload.nodes[claim.subject].values == nil)
  }

  /// A claim that another is about is a node, and so is its line's middle.
  @Test func claimsThatOthersAreAboutAreNodes() throws {
    let payload = try payload(
      claim("c1", "griot:status griot:reported")
        + """
        :c2 a griot:Claim ; rdf:subject :c1 ; rdf:predicate griot:assessment ; rdf:object "sure"@en ;
          griot:status griot:asserted .
        """)
    let about = try node(payload, "c1")
    #expect(payload.nodes[about].kind == "claim")
    #expect(payload.claims[1].subject == about && payload.claims[1].value == "sure")
    #expect(payload.edges.count { $0.claims == [0] } == 1)
  }

  @Test func backgroundIsMarked() throws {
    let payload = try payload(
      "", background: ":x griot:operatesIn :y ; a griot:Organisation .",
      links: ":y owl:sameAs <http://www.wikidata.org/entity/Q1> .")
    let known = payload.edges.filter { $0.background == true }
    #expect(known.map { [$0.from, $0.to] } == [[0, 1]])
    #expect(payload.nodes[1].same == ["http://www.wikidata.org/entity/Q1"])
    #expect(payload.nodes[1].articles == [0])
  }

  @Test(arguments: [
    (
      "griot:date \"2024-11\"^^edtf:EDTF ; griot:datePart griot:end ; griot:dateText \"fin novembre\"@fr",
      ["2024-11-01", "2024-11-30", "2024-11-01", "2024-11-30"], "2024-11"
    ),
    ("griot:interval \"2029~/..\"^^edtf:EDTF", ["2029-01-01", "2029-12-31", nil, nil], "2029~/.."),
    (
      "griot:date \"../2031-11-29\"^^edtf:EDTF", [nil, nil, "2031-11-29", "2031-11-29"],
      "../2031-11-29"
    ),
  ])
  func timesKeepTheirBounds(_ put: String, _ bounds: [String?], _ edtf: String) throws {
    let sides = ["EarliestBegin", "LatestBegin", "EarliestEnd", "LatestEnd"]
    let stamps = zip(sides, bounds).compactMap { side, bound in
      bound.map { "; sem:has\(side)TimeStamp \"\($0)\"^^xsd:date" }
    }.joined(separator: " ")
    let payload = try payload(
      ":w a griot:Ceasefire ; griot:status griot:possible ; \(put) \(stamps) .")
    let time = try #require(payload.nodes[try node(payload, "w")].time)
    #expect(time.bounds == bounds)
    #expect(time.edtf == edtf)
    if put.contains("datePart") {
      #expect(time.parts.map { $0.map { payload.terms[$0].name } } == ["end"])
      #expect(time.text == "fin novembre")
    }
    #expect(payload.nodes[try node(payload, "v")].time == nil)
  }

  private func note(_ body: String, _ start: Int, _ end: Int, _ words: String, _ rest: String = "")
    -> String
  {
    """
    :n\(start)\(body) a oa:Annotation ; oa:hasBody :\(body) ; oa:hasTarget :s\(start) ; oa:motivatedBy oa:linking \(rest) .
    :s\(start) oa:hasSelector :p\(start) , :q\(start) .
    :p\(start) a oa:TextPositionSelector ; oa:start \(start) ; oa:end \(end) .
    :q\(start) a oa:TextQuoteSelector ; oa:exact "\(words)" .

    """
  }

  /// Places count code points: a dove and a letter with its accent apart are two each.
  @Test func wordsStandWhereTheyStand() throws {
    let text = "🕊\u{FE0F} Ade\u{301}la said that the Union leaves Soréa."
    let scalars = Array(text.unicodeScalars)
    let payload = try payload(
      claim("c1", "griot:status griot:reported") + note("v", 24, 40, "the Union leaves")
        + note("c1", 34, 46, "leaves Soréa")
        + note("x", 24, 33, "the Union").replacing("oa:linking", with: "oa:identifying")
        + note("v", 0, 2, "🕊\u{FE0F}", "; griot:supports griot:date"), text: text)
    #expect(payload.articles[0].text?.unicodeScalars.elementsEqual(scalars) == true)
    #expect(payload.evidence.count == 4)
    for one in payload.evidence {
      let start = try #require(one.start)
      let end = try #require(one.end)
      let found = String(String.UnicodeScalarView(scalars[start..<end]))
      #expect(Array(found.utf8) == one.words.map { Array($0.utf8) })
    }
    #expect(payload.evidence.map(\.how) == ["evidence", "evidence", "mention", "evidence"])
    #expect(payload.evidence[0].node == 3 && payload.evidence[1].claim == 0)
    #expect(payload.evidence[2].node == 0)
    #expect(payload.evidence[3].supports.map { payload.terms[$0].name } == "date")
  }

  /// Nothing in a text can end the script that it stands in, and all of it comes back.
  @Test func dataStayData() throws {
    let hostile = "</script><!-- <script> & ]]> \u{2028}\u{2029} \u{7} \u{1F54A} é\u{A8}\u{A9}"
    var page = try page(title: "@DATA@ <b> \"'&")
    page.add(
      try dataset(["": ":x a griot:Person ; rdfs:label \"Ada\"@en ."]), text: Array(hostile.utf8))
    let bytes = page.payload
    #expect(!bytes.contains(UInt8(ascii: "<")) && !bytes.contains(UInt8(ascii: ">")))
    #expect(!bytes.contains(UInt8(ascii: "&")))
    #expect(!String(decoding: bytes, as: UTF8.self).unicodeScalars.contains("\u{2028}"))
    let text = try #require(try decoded(page).articles[0].text)
    #expect(Array(text.utf8) == Array(hostile.utf8))

    var digested: [[UInt8]] = []
    let html = String(
      decoding: page.finish { bytes in
        digested.append(bytes)
        return Array(0..<32)
      }, as: UTF8.self)
    #expect(html.contains("<title>@DATA@ &lt;b&gt; &quot;&#39;&amp;</title>"))
    #expect(html.contains("'sha256-AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8='"))
    #expect(digested.count == 2)
    for part in digested {
      #expect(part.count > 1_000 && html.contains(String(decoding: part, as: UTF8.self)))
    }
    #expect(html.components(separatedBy: "</script>").count == 3)
  }

  /// A shared thing is one node of both articles; each has the text that it was given.
  @Test func articlesShareTheirThings() throws {
    var page = try page()
    let shared = "<http://b/entity/x> a griot:City ; rdfs:label "
    page.add(
      try dataset(["": shared + "\"Rive\"@fr . <http://b/article/a> dc:creator \"A\" , \"B\" ."]),
      text: Array("Rive.".utf8))
    page.add(
      try dataset(["": shared + "\"Shore\"@en ."], article: "http://b/article/links"))
    let payload = try decoded(page)
    #expect(payload.articles.map(\.iri) == ["http://b/article/a", "http://b/article/links"])
    #expect(payload.articles.map(\.text) == ["Rive.", nil])
    #expect(payload.articles[0].authors == ["A", "B"])
    #expect(payload.nodes.count == 1)
    #expect(payload.nodes[0].label == ["fr": "Rive", "en": "Shore"])
    #expect(payload.nodes[0].articles == [0, 1])
    #expect(page.nodeCount == 1 && page.edgeCount == 0)
  }
}
