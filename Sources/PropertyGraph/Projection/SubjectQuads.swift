internal import RDF

/// Quads by their subject, those of one in their order.
struct SubjectQuads {
  private var starts: [UInt32]
  private var quads: [Quad]

  /// Groups quads whose terms' numbers are below a count.
  init(_ given: [Quad], termCount: Int) {
    starts = Array(repeating: 0, count: given.isEmpty ? 0 : termCount + 1)
    for quad in given { starts[Int(quad.subject.rawValue) + 1] += 1 }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    quads = given
    var next = starts
    for quad in given {
      quads[Int(next[Int(quad.subject.rawValue)])] = quad
      next[Int(quad.subject.rawValue)] += 1
    }
  }

  /// The quads of a subject.
  subscript(subject: TermID) -> ArraySlice<Quad> { quads[range(of: subject)] }

  /// Whether a subject has any.
  func contains(_ subject: TermID) -> Bool { !range(of: subject).isEmpty }

  /// The objects of a subject's quads with a predicate.
  func objects(_ subject: TermID, _ predicate: TermID) -> [TermID] {
    var found: [TermID] = []
    for place in range(of: subject) where quads[place].predicate == predicate {
      found.append(quads[place].object)
    }
    return found
  }

  private func range(of subject: TermID) -> Range<Int> {
    let place = Int(subject.rawValue)
    guard place + 1 < starts.count else { return 0..<0 }
    return Int(starts[place])..<Int(starts[place + 1])
  }
}
