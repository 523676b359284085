internal import RDF

/// The text of a Turtle or TriG document, as far as it was not handed out.
struct TurtleDocument {
  /// What is open, so that nesting needs no recursion.
  private enum Frame {
    /// Triples of one subject from the next one on; the brackets are a nested node's.
    case properties(Range<Int>, last: TermID, indent: Int, isNested: Bool)
    /// The cells of a list from the next one on.
    case list(TermID, indent: Int)
  }

  var bytes: [UInt8]

  private static let partSize = 1 << 20

  init(head: [UInt8]) {
    bytes = head
    bytes.reserveCapacity(Self.partSize + 1 << 16)
  }

  /// Appends the triples of one graph, which stand in a range of sorted quads.
  mutating func append<Failure: Error>(
    _ quads: [Quad], _ tree: TurtleTree, indent: Int, _ terms: borrowing TermTable,
    _ spelling: inout TurtleSpelling,
    _ receive: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let range = tree.range
    var start = range.lowerBound
    while start < range.upperBound {
      let subject = quads[start].subject
      var end = start + 1
      while end < range.upperBound, quads[end].subject == subject { end += 1 }
      let run = start..<end
      start = end
      let isBlank = terms.kind(of: subject) == .blankNode
      if isBlank, tree.isNested(subject) { continue }
      breakLine(indent)
      if isBlank, tree.isUnused(subject) {
        bytes.append(contentsOf: "[]".utf8)
      } else {
        spelling.append(subject, terms, &bytes)
      }
      let frame = Frame.properties(
        run, last: .defaultGraph, indent: indent + 2, isNested: false)
      try append(frame, quads, tree, terms, &spelling, receive)
      bytes.append(contentsOf: " .\n".utf8)
    }
  }

  private mutating func append<Failure: Error>(
    _ frame: Frame, _ quads: [Quad], _ tree: TurtleTree, _ terms: borrowing TermTable,
    _ spelling: inout TurtleSpelling, _ receive: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var open = [frame]
    while let frame = open.popLast() {
      if bytes.count >= Self.partSize {
        try receive(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
      switch frame {
      case .properties(let range, var last, let indent, let isNested):
        var inner: Frame?
        var next = range.lowerBound
        while next < range.upperBound, inner == nil {
          let quad = quads[next]
          next += 1
          begin(quad.predicate, after: last, indent, terms, &spelling)
          last = quad.predicate
          inner = append(quad.object, indent, tree, terms, &spelling)
        }
        if let inner {
          open.append(
            .properties(next..<range.upperBound, last: last, indent: indent, isNested: isNested))
          open.append(inner)
        } else if isNested {
          breakLine(indent - 2)
          bytes.append(UInt8(ascii: "]"))
        }
      case .list(let node, let indent):
        guard let cell = tree.cell(node) else {
          bytes.append(contentsOf: " )".utf8)
          continue
        }
        bytes.append(UInt8(ascii: " "))
        open.append(.list(cell.rest, indent: indent))
        if let inner = append(cell.first, indent + 2, tree, terms, &spelling) {
          open.append(inner)
        }
      }
    }
  }

  /// Appends what stands before an object: a comma, or a semicolon and the predicate.
  private mutating func begin(
    _ predicate: TermID, after last: TermID, _ indent: Int, _ terms: borrowing TermTable,
    _ spelling: inout TurtleSpelling
  ) {
    if predicate == last {
      bytes.append(contentsOf: " ,".utf8)
      breakLine(indent + 2)
      return
    }
    if last != .defaultGraph { bytes.append(contentsOf: " ;".utf8) }
    breakLine(indent)
    if predicate == .rdfType {
      bytes.append(UInt8(ascii: "a"))
    } else {
      spelling.append(predicate, terms, &bytes)
    }
    bytes.append(UInt8(ascii: " "))
  }

  /// Appends an object, or its opening bracket; what is then open is the result.
  private mutating func append(
    _ object: TermID, _ indent: Int, _ tree: TurtleTree, _ terms: borrowing TermTable,
    _ spelling: inout TurtleSpelling
  ) -> Frame? {
    if object == .rdfNil {
      bytes.append(contentsOf: "()".utf8)
      return nil
    }
    guard terms.kind(of: object) == .blankNode, tree.isNested(object) else {
      spelling.append(object, terms, &bytes)
      return nil
    }
    if tree.isList(object) {
      bytes.append(UInt8(ascii: "("))
      return .list(object, indent: indent)
    }
    bytes.append(UInt8(ascii: "["))
    let run = tree.run(of: object)
    guard !run.isEmpty else {
      bytes.append(UInt8(ascii: "]"))
      return nil
    }
    return .properties(run, last: .defaultGraph, indent: indent + 2, isNested: true)
  }

  private mutating func breakLine(_ indent: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }
}
