import RDF
import Testing

/// Examples of the Recommendation and of its test suite (rdf-canon, RDFC-1.0), graphs made to take
/// time, and what the canonical form promises.
@Suite struct CanonicalizerTests {
  /// A limit that the tests' own slow build reaches within the second as well.
  private static let limit = 20_000

  private func canonical(
    _ lines: [String], _ digest: DigestAlgorithm = .sha256
  ) throws -> [String] {
    let dataset = try Dataset(lines: lines)
    let canonicalizer = Canonicalizer(digest: digest, limit: Self.limit)
    let form = try canonicalizer.canonicalForm(of: dataset)
    return String(decoding: form.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Lines as the canonical form has them: labels get their beginning, and lines are sorted.
  private func canonicalLines(_ lines: [String]) -> [String] {
    lines.map { $0.replacing("_:", with: "_:c14n") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  @Test(arguments: [
    // Sections 4.4.2 and A: unique hashes, shared hashes, duplicate paths, a named graph.
    ("p q e0,p r e1,e0 s u,e1 t u", "p q 0,p r 1,0 s u,1 t u"),
    ("p q e0,p q e1,e0 p e2,e1 p e3,e2 r e3", "p q 2,p q 3,0 r 1,2 p 1,3 p 0"),
    ("e0 p1 e1,e1 p2 \"Foo\",e2 p1 e3,e3 p2 \"Foo\"", "0 p1 1,1 p2 \"Foo\",2 p1 3,3 p2 \"Foo\""),
    (
      "e0 p1 e1,e1 p2 \"Foo\",e1 p3 g0,e0 p1 e1 g0,e1 p2 \"Bar\" g0",
      "0 p1 1,0 p1 1 2,1 p2 \"Bar\" 2,1 p2 \"Foo\",1 p3 2"
    ),
  ])
  func recommendation(_ given: String, _ wanted: String) throws {
    let vocabulary = "http://example.com/#"
    let made = try canonical(lines(given, vocabulary: vocabulary))
    #expect(made == canonicalLines(lines(wanted, vocabulary: vocabulary)))
  }

  @Test(arguments: [
    // test018, test019: self links.
    ("e0 self e0", "0 self 0"), ("e0 self e0,e1 self e1", "0 self 0,1 self 1"),
    // test020: diamond.
    ("test A e0,test B e1,e0 next e2,e1 next e2", "test A 2,test B 0,0 next 1,2 next 1"),
    // test021, test022: circle and double circle of 2.
    ("e0 next e1,e1 next e0", "0 next 1,1 next 0"),
    ("e0 next e1,e0 prev e1,e1 next e0,e1 prev e0", "0 next 1,0 prev 1,1 next 0,1 prev 0"),
    // test023: circle of 3.
    ("e0 next e1,e1 next e2,e2 next e0", "0 next 1,1 next 2,2 next 0"),
    // test024, test028: double circle of 3, in two orders.
    (
      "e0 next e1,e0 prev e2,e1 next e2,e1 prev e0,e2 next e0,e2 prev e1",
      "0 next 2,0 prev 1,1 next 0,1 prev 2,2 next 1,2 prev 0"
    ),
    (
      "e2 next e0,e2 prev e1,e1 next e2,e1 prev e0,e0 next e1,e0 prev e2",
      "0 next 2,0 prev 1,1 next 0,1 prev 2,2 next 1,2 prev 0"
    ),
    // test030: point at circle of 3.
    (
      "test A e0,test B e1,test C e2,e0 next e1,e1 next e2,e2 next e0",
      "test A 0,test B 1,test C 2,0 next 1,1 next 2,2 next 0"
    ),
    // test033, test034: disjoint identical subgraphs.
    ("e0 prop e1,e2 prop e3", "0 prop 1,2 prop 3"),
    ("e2 prop e3,e0 prop e1", "0 prop 1,2 prop 3"),
    // test035, test036: reordered, with strings.
    ("e0 p1 e2,e1 p1 e3,e2 p2 \"Foo\",e3 p2 \"Foo\"", "0 p1 1,1 p2 \"Foo\",2 p1 3,3 p2 \"Foo\""),
    ("e0 p1 e3,e1 p1 e2,e2 p2 \"Foo\",e3 p2 \"Foo\"", "0 p1 1,1 p2 \"Foo\",2 p1 3,3 p2 \"Foo\""),
    // test038, test039: reordered 4 blank nodes.
    ("e0 p1 e1,e0 p1 e2,e1 p1 e3", "0 p1 2,1 p1 0,1 p1 3"),
    ("e0 p1 e1,e0 p1 e2,e2 p1 e3", "0 p1 2,1 p1 0,1 p1 3"),
    // test040: reordered 6 blank nodes.
    ("e0 p1 e1,e1 p1 e2,e3 p1 e4,e4 p1 e5", "0 p1 1,1 p1 2,3 p1 4,4 p1 5"),
  ])
  func suite(_ given: String, _ wanted: String) throws {
    #expect(try canonical(lines(given)) == canonicalLines(lines(wanted)))
  }

  /// test044 to test046 (SHA-256) and test075 (SHA-384): a prism and a complete bipartite graph.
  @Test(arguments: [
    "0-1 0-2 0-3 1-3 1-4 2-4 2-5 3-5 4-5 6-7 6-8 6-9 7-10 7-11 8-10 8-11 9-10 9-11",
    "0-1 0-2 0-3 1-4 1-5 2-4 2-5 3-4 3-5 6-7 6-8 6-9 7-9 7-10 8-10 8-11 9-11 10-11",
    "0-1 0-2 0-3 1-9 1-8 2-3 2-8 3-9 8-9 4-5 4-6 4-7 5-10 5-11 6-11 6-10 7-10 7-11",
  ])
  func evil(_ pairs: String) throws {
    let wanted = "0-1 0-2 0-3 1-4 1-5 2-3 2-5 3-4 4-5 6-7 6-8 6-9 7-10 7-11 8-10 8-11 9-10 9-11"
    #expect(try canonical(bothWays(pairs)) == canonicalLines(bothWays(wanted)))
    let longer = "0-1 0-2 0-3 1-4 1-5 2-4 2-5 3-4 3-5 6-7 6-8 6-9 7-10 7-11 8-10 8-9 9-11 10-11"
    #expect(try canonical(bothWays(pairs), .sha384) == canonicalLines(bothWays(longer)))
  }

  @Test func issuedIdentifiers() throws {
    let dataset = try Dataset(lines: lines("p q e0,p q e1,e0 p e2,e1 p e3,e2 r e3"))
    let form = try Canonicalizer(digest: .sha256).canonicalForm(of: dataset)
    var labels: [String: String] = [:]
    for node in form.blankNodes { labels[dataset.terms.string(of: node)] = form.label(of: node) }
    #expect(labels.count == 4)
    #expect(Set(labels.values) == ["c14n0", "c14n1", "c14n2", "c14n3"])
    #expect(form.label(of: .rdfType) == nil)
  }

  /// What the Recommendation has as escapes and the table of terms has not.
  @Test func escapesWhatXMLHasNot() throws {
    var dataset = Dataset()
    let subject = try dataset.terms.iri("http://example.org/s")
    let text = try dataset.terms.literal("a\u{FFFE}\u{FFFF}\u{FFFD}\u{1}\u{7F}\té\u{10FFFF}")
    dataset.insert(Quad(subject, .rdfsLabel, text))
    let form = try Canonicalizer(digest: .sha256).canonicalForm(of: dataset)
    #expect(
      String(decoding: form.bytes, as: UTF8.self)
        == #"<http://example.org/s> <http://www.w3.org/2000/01/rdf-schema#label> "#
        + #""a\uFFFE\uFFFF\#u{FFFD}\u0001\u007F\té\#u{10FFFF}" ."# + "\n")
  }

  @Test func nothingIsCanonical() throws {
    #expect(try canonical([]).isEmpty)
  }

  // MARK: Poison

  /// Graphs whose nodes are all alike.
  enum Poison: String, CaseIterable {
    case clique10, clique20, clique40, cube4, petersen, desargues, nauru, circle1000

    var pairs: String {
      switch self {
      case .clique10: clique(10)
      case .clique20: clique(20)
      case .clique40: clique(40)
      case .cube4: cube(4)
      case .petersen: generalisedPetersen(5, 2)
      case .desargues: generalisedPetersen(10, 3)
      case .nauru: generalisedPetersen(12, 5)
      case .circle1000: circle(1000)
      }
    }
  }

  /// Each is an error, and soon.
  @Test(arguments: Poison.allCases)
  func poison(_ poison: Poison) throws {
    let dataset = try Dataset(lines: bothWays(poison.pairs))
    let limit = Self.limit / 4
    var found: CanonicalizationError?
    do throws(CanonicalizationError) {
      _ = try Canonicalizer(digest: .sha256, limit: limit).canonicalForm(of: dataset)
    } catch {
      found = error
    }
    let nodes = Set(dataset.quads.map(\.subject)).count
    #expect(found == .tooMuchWork(blankNodes: nodes, limit: limit))
  }

  /// A path that is too long for the stack of a thread ends before it.
  @Test func depth() throws {
    let dataset = try Dataset(lines: bothWays(circle(1000)))
    #expect(throws: CanonicalizationError.self) {
      _ = try Canonicalizer(digest: .sha256, limit: .max / 2).canonicalForm(of: dataset)
    }
  }

  /// Many blank nodes that are alike in pairs are no poison.
  @Test func manyPairs() throws {
    let pairs = (0..<500).map { "e\($0) p g\($0)" }.joined(separator: ",")
    #expect(try canonical(lines(pairs)).count == 500)
  }

  // MARK: Promises

  /// Random datasets, with and without named graphs, under other labels and in another order.
  @Test(arguments: 0..<8)
  func labelsAndOrderDoNotMatter(_ seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    for _ in 0..<40 {
      let count = Int.random(in: 2...7, using: &generator)
      let graphs = [[""], ["", " G"], (0..<count).map { " e\($0)" } + [""]]
      let names = graphs.randomElement(using: &generator) ?? []
      var quads = Set<String>()
      for _ in 0..<Int.random(in: count / 2...count * 2, using: &generator) {
        let ends = (0..<2).map { _ in Int.random(in: 0..<count, using: &generator) }
        let predicate = Bool.random(using: &generator) ? "p" : "q"
        let graph = names.randomElement(using: &generator) ?? ""
        quads.insert("e\(ends[0]) \(predicate) e\(ends[1])\(graph)")
      }
      let first = quads.sorted()
      let relabelled = (0..<count).shuffled(using: &generator)
      let second = first.shuffled(using: &generator).map { quad in
        quad.split(separator: " ").map { word in
          word.first == "e"
            ? Int(word.dropFirst()).map { "g\(relabelled[$0])" } ?? "" : String(word)
        }.joined(separator: " ")
      }
      let given = lines(first.joined(separator: ","))
      let other = lines(second.joined(separator: ","))
      let made = try canonical(given)
      #expect(try canonical(other) == made, "\(given)")
      #expect(try canonical(made) == made, "\(given)")
      let left = try Dataset(lines: given)
      let right = try Dataset(lines: other)
      let areSame = try Canonicalizer(digest: .sha384).areIsomorphic(left, right)
      #expect(areSame)
    }
  }

  /// Nodes that the hashes do not tell apart and that are not alike: only graph names tell them.
  @Test func tiesAreBrokenByGraphs() throws {
    let first = lines("e5 p e0 e1,e3 q e2,e3 p e1 e0")
    let second = lines("e5 p e1 e0,e3 q e2,e3 p e0 e1")
    #expect(try canonical(first) == canonical(second))
  }

  @Test func isomorphism() throws {
    let canonicalizer = Canonicalizer(digest: .sha256)
    let circle = try Dataset(lines: lines("e0 p e1,e1 p e2,e2 p e3,e3 p e4,e4 p e5,e5 p e0"))
    let circles = try Dataset(lines: lines("e0 p e1,e1 p e2,e2 p e0,e3 p e4,e4 p e5,e5 p e3"))
    let fewer = try Dataset(lines: lines("e0 p e1"))
    let isSame = try canonicalizer.areIsomorphic(circle, circles)
    let isSameAsFewer = try canonicalizer.areIsomorphic(circle, fewer)
    #expect(!isSame)
    #expect(!isSameAsFewer)
  }

  @Test func permutationsAreAllAndDistinct() throws {
    // Three nodes hang on one in the same way, one of them by two graphs: orders of a list with
    // a node in it twice.
    let given = lines("e0 p e1,e0 p e1 G,e0 p e2,e0 p e3,e4 p e1")
    #expect(try canonical(given) == canonical(given.reversed()))
  }
}
