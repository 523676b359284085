import Crypto
import RDF

extension DigestAlgorithm {
  static let sha256 = DigestAlgorithm(name: "SHA-256") { Array(SHA256.hash(data: $0)) }
  static let sha384 = DigestAlgorithm(name: "SHA-384") { Array(SHA384.hash(data: $0)) }
}

extension Dataset {
  /// A dataset of lines of N-Quads, whose literals have no spaces and no escapes.
  init(lines: [String]) throws {
    self.init()
    for line in lines {
      var found: [TermID] = []
      for word in line.split(separator: " ") where word != "." { found.append(try term(word)) }
      insert(Quad(found[0], found[1], found[2], graph: found.count > 3 ? found[3] : .defaultGraph))
    }
  }

  private mutating func term(_ word: Substring) throws -> TermID {
    if word.hasPrefix("_:") { return try terms.blankNode(Array(word.utf8.dropFirst(2)).span) }
    if word.hasPrefix("<") { return try terms.iri(String(word.dropFirst().dropLast())) }
    let parts = word.dropFirst().split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count > 1, parts[1].hasPrefix("@") else {
      return try terms.literal(String(parts[0]))
    }
    return try terms.literal(String(parts[0]), language: String(parts[1].dropFirst()))
  }
}

/// Lines of quads from shorthand such as `e0 next e1,e1 next e0`.
///
/// What begins with `e` or `g` and a digit, or with a digit, is a blank node, what begins with a
/// quote is a literal, and all else is a name of the vocabulary.
func lines(_ text: String, vocabulary: String = "http://example.org/vocab#") -> [String] {
  text.split(separator: ",").map { line in
    let words = line.split(separator: " ").map { word in
      let rest = word.first == "e" || word.first == "g" ? word.dropFirst() : word
      if rest.first?.isNumber == true { return "_:\(word)" }
      return word.hasPrefix("\"") ? String(word) : "<\(vocabulary)\(word)>"
    }
    return words.joined(separator: " ") + " ."
  }
}

/// Lines of quads that join blank nodes both ways, from pairs such as `0-1 1-2`.
func bothWays(_ pairs: String) -> [String] {
  pairs.split(separator: " ").flatMap { pair in
    let ends = pair.split(separator: "-")
    return lines("\(ends[0]) p \(ends[1]),\(ends[1]) p \(ends[0])")
  }
}

/// A generator of numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
