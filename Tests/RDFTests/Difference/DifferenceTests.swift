import RDF
import Testing

/// What a difference holds, and that it leads from the old dataset to the new one.
@Suite struct DifferenceTests {
  private let canonicalizer = Canonicalizer(digest: .sha256, limit: 20_000)

  private func spelled(_ quads: [Quad], _ difference: borrowing DatasetDifference) -> [String] {
    var lines: [String] = []
    for quad in quads {
      let words = [quad.subject, quad.predicate, quad.object, quad.graph]
        .filter { $0 != .defaultGraph }.map { difference.terms.spelled($0) }
      lines.append(words.joined(separator: " ") + " .")
    }
    return lines
  }

  private func difference(
    _ old: [String], _ new: [String]
  ) throws -> (removed: [String], added: [String]) {
    let difference = try DatasetDifference(
      from: Dataset(lines: old), to: Dataset(lines: new), canonicalizer: canonicalizer)
    return (spelled(difference.removed, difference), spelled(difference.added, difference))
  }

  private func expect(
    _ old: String, _ new: String, removed: String, added: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try difference(lines(old), lines(new))
    let wanted = [removed, added].map { text in
      text.isEmpty
        ? []
        : lines(text.replacing("new", with: "g99")).map {
          $0.replacing("_:g99", with: "_:new").replacing("_:g", with: "_:c14n")
        }
    }
    #expect(found.removed == wanted[0], sourceLocation: sourceLocation)
    #expect(found.added == wanted[1], sourceLocation: sourceLocation)
  }

  @Test func quadsWithoutBlankNodes() throws {
    try expect("a p b,a q c", "a q c,a p d G", removed: "a p b", added: "a p d G")
    try expect("a p b G", "a p b", removed: "a p b G", added: "a p b")
    try expect("a p \"x\"@fr", "a p \"x\"@en", removed: "a p \"x\"@fr", added: "a p \"x\"@en")
    try expect("a p b", "a p b", removed: "", added: "")
  }

  @Test func labelsDoNotMatter() throws {
    try expect("a p e0,e0 q e1,e1 r b", "a p g7,g7 q e0,e0 r b", removed: "", added: "")
  }

  /// A value of a blank node that changed is one line less and one more.
  @Test func changedValue() throws {
    try expect(
      "a address e0,e0 street \"X\",e0 town \"Y\"", "a address e5,e5 street \"Z\",e5 town \"Y\"",
      removed: "g0 street \"X\"", added: "g0 street \"Z\"")
  }

  /// Along a way of blank nodes, of which the last changed.
  @Test func changedDeepDown() throws {
    let old = "a p e0,e0 p e1,e1 p e2,e2 p b"
    let found = try difference(lines(old), lines("a p e9,e9 p e8,e8 p e7,e7 p c"))
    #expect(found.removed.count == 1)
    #expect(found.added.count == 1)
    #expect(found.removed.first?.hasSuffix("#b> .") == true)
    #expect(found.added.first?.hasSuffix("#c> .") == true)
  }

  /// Alike in nothing but their class: not the same thing.
  @Test func othersOfTheClass() throws {
    let type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/C> ."
    let found = try difference(
      ["_:a \(type)"] + lines("e1 p \"x\"").map { $0.replacing("_:e1", with: "_:a") },
      ["_:b \(type)"] + lines("e1 p \"y\"").map { $0.replacing("_:e1", with: "_:b") })
    #expect(found.removed.count == 2)
    #expect(found.added.count == 2)
    #expect(found.added.allSatisfy { $0.hasPrefix("_:new0 ") })
  }

  /// One of several nodes of which the same is said: so many go as there are too many.
  @Test func fewerOfTheSame() throws {
    let found = try difference(lines("a p e0,a p e1,a p e2"), lines("a p e5"))
    #expect(found.removed.count == 2)
    #expect(found.added.isEmpty)
  }

  @Test func blankGraphNames() throws {
    try expect("a p b e0,e0 q c", "a p d e9,e9 q c", removed: "a p b g0", added: "a p d g0")
  }

  @Test func labelsOfEitherSide() throws {
    let label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    let old = try Dataset(
      lines: lines("a p b") + ["<http://example.org/vocab#b> \(label) \"old\" ."])
    let new = try Dataset(
      lines: lines("a p c") + [
        "<http://example.org/vocab#a> \(label) \"z\"@en .",
        "<http://example.org/vocab#a> \(label) \"nom\"@fr .",
      ])
    let difference = try DatasetDifference(from: old, to: new, canonicalizer: canonicalizer)
    var found: [String: String] = [:]
    for (term, label) in difference.labels {
      found[difference.terms.localName(of: term)] = difference.terms.string(of: label)
    }
    #expect(found == ["a": "nom", "b": "old"])
  }

  @Test func poisonSaysWhichSide() throws {
    let poison = bothWays(clique(10))
    #expect(
      throws: DifferenceError.canonicalization(.tooMuchWork(blankNodes: 10, limit: 20_000), .new)
    ) {
      _ = try self.difference([], poison)
    }
    // With the labels it has it needs no telling apart.
    let same = try difference(poison, poison.reversed())
    #expect(same.removed.isEmpty && same.added.isEmpty)
  }

  /// Many parts that each take long to tell apart: their steps are counted together.
  @Test func poisonInParts() throws {
    let parts = (0..<200).flatMap { part in
      bothWays(clique(4)).map { $0.replacing("_:", with: "_:part\(part)n") }
    }
    #expect(throws: DifferenceError.self) { _ = try self.difference([], parts) }
  }

  /// Random changes of random datasets: the difference, applied to the canonical form of the old
  /// one, gives the new one.
  @Test(arguments: 0..<8)
  func applied(_ seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed) + 100)
    for _ in 0..<40 {
      let names = ["e0", "e1", "e2", "e3", "e4", "a", "b"]
      let graphs = [[""], ["", " G"], ["", " e0", " e1"]].randomElement(using: &generator) ?? []
      func quad() -> String {
        let ends = (0..<2).map { _ in names.randomElement(using: &generator) ?? "a" }
        let predicate = Bool.random(using: &generator) ? "p" : "q"
        return "\(ends[0]) \(predicate) \(ends[1])\(graphs.randomElement(using: &generator) ?? "")"
      }
      let old = Set((0..<Int.random(in: 1...9, using: &generator)).map { _ in quad() })
      var new = old
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        if Bool.random(using: &generator) { new.insert(quad()) } else { _ = new.popFirst() }
      }
      let oldLines = lines(old.sorted().joined(separator: ","))
      let newLines = lines(new.sorted().joined(separator: ",")).map {
        $0.replacing("_:e", with: "_:other").replacing(" .", with: " .")
      }
      let (removed, added) = try difference(oldLines, newLines)
      let form = try canonicalizer.canonicalForm(of: Dataset(lines: oldLines))
      let before = Set(
        String(decoding: form.bytes, as: UTF8.self).split(separator: "\n").map(String.init))
      #expect(Set(removed).isSubset(of: before))
      #expect(before.isDisjoint(with: added))
      let applied = try Dataset(lines: Array(before.subtracting(removed).union(added)))
      let wanted = try Dataset(lines: newLines)
      let isSame = try canonicalizer.areIsomorphic(applied, wanted)
      #expect(isSame, "\(oldLines) \(newLines) \(removed) \(added)")
      // No worse than to take all away and bring all anew.
      #expect(removed.count <= old.count && added.count <= new.count)
      if old == new { #expect(removed.isEmpty && added.isEmpty) }
    }
  }
}
