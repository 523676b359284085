internal import RDF

/// The number of a triple that was said or concluded.
///
/// The ontology's triples come first, then what was concluded of them, then those of the data by
/// their position, then what was concluded of these.
struct FactID: Hashable, Comparable, Sendable {
  let rawValue: UInt32

  init(_ rawValue: Int) { self.rawValue = UInt32(rawValue) }

  var index: Int { Int(rawValue) }

  static func < (left: FactID, right: FactID) -> Bool { left.rawValue < right.rawValue }
}

/// A triple and its number.
struct Fact {
  let id: FactID
  let subject: TermID
  let predicate: TermID
  let object: TermID
}

/// The other end of a triple of which two terms are known, and the triple's number.
struct Link {
  let term: TermID
  let fact: FactID
}
