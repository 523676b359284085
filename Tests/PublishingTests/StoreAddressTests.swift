internal import Publishing
internal import Testing

@Suite
struct StoreAddressTests {
  @Test(arguments: [
    (
      "http://h:8890", StoreKind.virtuoso, "http://h:8890/sparql-graph-crud-auth",
      "http://h:8890/sparql-auth", "http://h:8890/sparql-auth"
    ),
    ("http://h/", .oxigraph, "http://h/store", "http://h/query", "http://h/update"),
    ("http://h/store/", .oxigraph, "http://h/store", "http://h/query", "http://h/update"),
    ("http://h/ds", .fuseki, "http://h/ds/data", "http://h/ds/query", "http://h/ds/update"),
    (
      "http://h/repositories/r", .graphdb, "http://h/repositories/r/rdf-graphs/service",
      "http://h/repositories/r", "http://h/repositories/r/statements"
    ),
  ])
  func isMadeOfTheStores(
    _ url: String, _ kind: StoreKind, _ graphs: String, _ query: String, _ update: String
  ) {
    let address = StoreAddress(url, kind: kind)
    #expect(address.graphs == graphs)
    #expect(address.query == query)
    #expect(address.update == update)
    let given = StoreAddress(url, kind: kind, query: "http://q", update: "http://u")
    #expect(given.query == "http://q")
    #expect(given.update == "http://u")
  }

  @Test func ofAnyOtherItIsAllThatIsKnown() {
    let address = StoreAddress("http://h/rdf/", kind: .generic)
    #expect(address.graphs == "http://h/rdf/")
    #expect(address.query == nil)
    #expect(address.update == nil)
  }

  @Test func aGraphBesideHasANameOfItsOwn() {
    let names = [GraphName.unnamed, .named("http://e/a"), .named("http://e/b")].map {
      GraphLoader.staging(for: $0)
    }
    #expect(Set(names).count == 3)
    #expect(names.allSatisfy { "\($0)".hasPrefix("<urn:griot:staging:") })
  }
}
