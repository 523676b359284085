import Foundation
import Ontology
import RDF
import RDFIO
import Testing

@testable import PropertyGraph

@Suite struct EventTablesTests {
  private static let prefixes = """
    @prefix : <http://b/article/a/> .
    @prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
    @prefix geosparql: <http://www.opengis.net/ont/geosparql#> .
    @prefix griot: <https://w3id.org/griot/ontology#> .
    @prefix oa: <http://www.w3.org/ns/oa#> .
    @prefix prov: <http://www.w3.org/ns/prov#> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix schema: <https://schema.org/> .
    @prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

    """
  private static let article = """
    <http://b/article/a> a griot:Article ; <http://purl.org/dc/terms/title> "Nouvelles"@fr .
    :x a griot:Organisation ; rdfs:label "l’Union"@fr .
    :y a griot:Country ; rdfs:label "Soréa"@fr , "Sorea"@en .
    :v a griot:Withdrawal , griot:Event ; rdfs:label "retrait"@fr ; griot:status griot:planned ;
      griot:date "2024-11" ; griot:agent :x ; griot:place :y ; griot:attributedTo :x ;
      sem:hasEarliestBeginTimeStamp "2024-11-01"^^xsd:date ;
      sem:hasLatestEndTimeStamp "2024-11-30"^^xsd:date .

    """

  private func tables(
    _ rest: String, background: String = "", extras: Set<Projection.Extra> = []
  ) throws -> EventTables {
    var dataset = Dataset()
    for (text, name) in [(Self.article + rest, ""), (background, "/background")] {
      let graph = try dataset.terms.iri("http://b/article/a" + name)
      try RDFReader.read(
        Array((Self.prefixes + text).utf8), file: "a.ttl", syntax: .turtle, graph: graph,
        into: &dataset)
    }
    var tables = EventTables(
      ontology: try Ontology(), options: Projection.Options(extras: extras))
    tables.add(dataset)
    return tables
  }

  /// The rows of a table whose cells have no line breaks, as dictionaries.
  private func rows(_ bytes: [UInt8]) throws -> [[String: String]] {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map { line in
      var cells = [""]
      var isQuoted = false
      for letter in line {
        if letter == "\"" {
          isQuoted.toggle()
        } else if letter == ",", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(letter)
        }
      }
      return cells
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  @Test func anEventIsARow() throws {
    let found = try rows(
      try tables(
        """
        :n a oa:Annotation ; oa:motivatedBy oa:linking ; oa:hasBody :v ; oa:hasTarget :s .
        :s oa:hasSelector :q . :q oa:exact "se retirera" .
        :z a griot:Claim ; rdf:subject :v ; rdf:predicate griot:deathToll ; rdf:object 180 ;
          griot:status griot:reported ; griot:bound griot:moreThan ; griot:unit "persons" .
        """
      ).eventTable)
    let row = try #require(found.first)
    #expect(found.count == 1)
    let expected = [
      "iri": "http://b/article/a/v", "type": "Withdrawal", "label": "retrait", "date": "2024-11",
      "earliest": "2024-11-01", "latest": "2024-11-30", "status": "planned",
      "attributedTo": "l’Union", "place": "Soréa", "agent": "l’Union", "quotes": "se retirera",
      "deathToll": "reported: > 180 persons", "article": "http://b/article/a",
      "articleTitle": "Nouvelles", "via": "", "interval": "", "confidence": "",
    ]
    for (column, text) in expected { #expect(row[column] == text, "\(column)") }
  }

  private static let role =
    ":c a griot:Claim ; rdf:subject :v ; rdf:predicate griot:target ; rdf:object :y ; "

  @Test func rolesSayHowTheyArePut() throws {
    let reported = Self.role + "griot:status griot:reported ."
    #expect(try rows(try tables(reported).eventTable)[0]["target"] == "reported: Soréa")
    let denied = Self.role + "griot:status griot:denied ."
    #expect(try rows(try tables(denied).eventTable)[0]["target"] == nil)
    #expect(
      try rows(try tables(denied, extras: [.denied]).eventTable)[0]["target"] == "denied: Soréa")
    // The table of claims has it all the same.
    let claim = try rows(try tables(denied).claimTable)[0]
    #expect(claim["status"] == "denied" && claim["object"] == "Soréa")
    #expect(claim["subject"] == "retrait" && claim["predicate"] == "target")
  }

  @Test func backgroundIsShownOnRequest() throws {
    let known = ":v griot:recipient :y ."
    #expect(try rows(try tables("", background: known).eventTable)[0]["recipient"] == nil)
    #expect(
      try rows(try tables("", background: known, extras: [.background]).eventTable)[0]["recipient"]
        == "Soréa")
  }

  // MARK: Cells

  /// What a spreadsheet would compute gets an apostrophe, and each text can be had back.
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@A1", "'@A1"), ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""), ("\nx", "\"'\nx\""), ("＝1", "'＝1"), ("'=1", "''=1"), ("''+", "'''+"),
    ("'x", "'x"), ("a=1", "a=1"), ("", "\"\""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
    (" a", "\" a\""), ("2024-11", "2024-11"), ("é", "é"),
  ])
  func cellsAreSafe(_ text: String, _ cell: String) {
    var writer = CSVWriter(.spreadsheet)
    writer.append([text, nil])
    #expect(writer.bytes == Array("\(cell),\r\n".utf8))
    var exact = CSVWriter(.exact)
    exact.append([text])
    #expect(
      !CSVWriter.isComputed(text) == writer.bytes.dropLast(3).elementsEqual(exact.bytes.dropLast(2))
    )
  }

  // MARK: The map

  private struct Collection: Decodable {
    struct Feature: Decodable {
      struct Geometry: Decodable {
        let type: String
        let coordinates: [Double]
      }
      let id: String
      let geometry: Geometry
      let properties: [String: String?]
    }
    let type: String
    let features: [Feature]
  }

  @Test(arguments: [
    ":y geo:lat \"12.5\" ; geo:long \"-8\" .",
    ":y schema:latitude 12.5 ; schema:longitude -8.0e0 .",
    ":y geosparql:asWKT \"POINT(-8 12.5)\"^^geosparql:wktLiteral .",
    ":y geosparql:hasGeometry :g . :g geosparql:asWKT \"point z ( -8  12.5 300 )\" .",
    """
    :y geosparql:asWKT
      "<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(12.5 -8)"^^geosparql:wktLiteral .
    """,
    """
    :y geosparql:asWKT
      "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(-8 12.5)"^^geosparql:wktLiteral .
    """,
  ])
  func placesHavePoints(_ coordinates: String) throws {
    let map = try tables(coordinates).map
    #expect(map.eventCount == 1 && map.unplacedCount == 0 && map.unusableCount == 0)
    let found = try JSONDecoder().decode(Collection.self, from: Data(map.bytes))
    let feature = try #require(found.features.first)
    #expect(found.type == "FeatureCollection" && found.features.count == 1)
    #expect(feature.geometry.type == "Point" && feature.geometry.coordinates == [-8, 12.5])
    #expect(feature.id == "http://b/article/a/v")
    #expect(feature.properties["date"] == "2024-11" && feature.properties["place"] == "Soréa")
    #expect(feature.properties.keys.contains("via") && feature.properties["via"] == .some(nil))
  }

  @Test(arguments: [
    ("", 0), (":y geo:lat \"91\" ; geo:long \"0\" .", 1),
    (":y geo:lat \"NaN\" ; geo:long \"0\" .", 1),
    (":y geo:lat \"1\" .", 1), (":y geo:lat \"1\" , \"2\" ; geo:long \"0\" .", 1),
    (":y geosparql:asWKT \"POLYGON((0 0,1 1,1 0,0 0))\" .", 1),
    (":y geosparql:asWKT \"POINT EMPTY\" .", 1), (":y geosparql:asWKT \"POINT(1)\" .", 1),
    (":y geosparql:asWKT \"POINT(1 2) POINT(3 4)\" .", 1),
    (
      ":y geosparql:asWKT \"<http://www.opengis.net/def/crs/EPSG/0/3857> POINT(1 2)\" .", 1
    ),
  ])
  func unplacedEventsAreCounted(_ coordinates: String, _ unusable: Int) throws {
    let map = try tables(coordinates).map
    #expect(map.unplacedCount == 1 && map.unusableCount == unusable)
    let found = try JSONDecoder().decode(Collection.self, from: Data(map.bytes))
    #expect(found.features.isEmpty)
  }

  /// The place of one event and not of the other, and coordinates known from elsewhere.
  @Test func onlyItsOwnPlaceIsAnEvents() throws {
    let map = try tables(
      ":w a griot:Event ; griot:status griot:asserted ; griot:origin :y .",
      background: ":y geo:lat \"12.5\" ; geo:long \"-8\" ."
    ).map
    #expect(map.eventCount == 2 && map.unplacedCount == 1)
  }
}
