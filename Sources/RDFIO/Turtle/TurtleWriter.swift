public import RDF

/// Our writer of Turtle: every term exactly as it is, blank nodes by their labels.
///
/// Subjects stand in order of first appearance, their predicates likewise.
///
/// - SeeAlso: RDF 1.1 Turtle, section 2.
public enum TurtleWriter {
  /// Serialises the triples of quads; graph names are left out.
  public static func write(
    _ quads: [Quad], of terms: borrowing TermTable,
    prefixes: [(name: String, namespace: String)]
  ) -> [UInt8] {
    var output: [UInt8] = []
    for prefix in prefixes {
      output.append(contentsOf: "@prefix \(prefix.name): <\(prefix.namespace)> .\n".utf8)
    }
    let spelled = prefixes.map { (name: $0.name, start: Array("<\($0.namespace)".utf8)) }
    var order: [TermID] = []
    var bySubject: [TermID: [Quad]] = [:]
    var seen = Set<[TermID]>()
    for quad in quads where seen.insert([quad.subject, quad.predicate, quad.object]).inserted {
      if bySubject[quad.subject] == nil { order.append(quad.subject) }
      bySubject[quad.subject, default: []].append(quad)
    }
    for subject in order {
      output.append(UInt8(ascii: "\n"))
      append(subject, terms, spelled, &output)
      var previous: TermID?
      for quad in Self.grouped(bySubject[subject] ?? []) {
        if quad.predicate == previous {
          output.append(contentsOf: " ,\n    ".utf8)
        } else {
          output.append(contentsOf: (previous == nil ? "\n  " : " ;\n  ").utf8)
          if quad.predicate == .rdfType {
            output.append(UInt8(ascii: "a"))
          } else {
            append(quad.predicate, terms, spelled, &output)
          }
          output.append(UInt8(ascii: " "))
        }
        append(quad.object, terms, spelled, &output)
        previous = quad.predicate
      }
      output.append(contentsOf: " .\n".utf8)
    }
    return output
  }

  /// The quads with those of one predicate side by side, in order of first appearance.
  private static func grouped(_ quads: [Quad]) -> [Quad] {
    var order: [TermID] = []
    var byPredicate: [TermID: [Quad]] = [:]
    for quad in quads {
      if byPredicate[quad.predicate] == nil { order.append(quad.predicate) }
      byPredicate[quad.predicate, default: []].append(quad)
    }
    return order.flatMap { byPredicate[$0] ?? [] }
  }

  private static func append(
    _ term: TermID, _ terms: borrowing TermTable, _ prefixes: [(name: String, start: [UInt8])],
    _ output: inout [UInt8]
  ) {
    let spelling = terms.bytes[terms.spelling(of: term)]
    if terms.kind(of: term) == .iri, let short = shortened(spelling, prefixes) {
      output.append(contentsOf: short)
    } else if let datatype = terms.datatype(of: term), datatype != .xsdString,
      datatype != .rdfLangString,
      let short = shortened(terms.bytes[terms.spelling(of: datatype)], prefixes)
    {
      let count = terms.spelling(of: datatype).count
      output.append(contentsOf: spelling.dropLast(count))
      output.append(contentsOf: short)
    } else {
      output.append(contentsOf: spelling)
    }
  }

  private static func shortened(
    _ spelling: ArraySlice<UInt8>, _ prefixes: [(name: String, start: [UInt8])]
  ) -> [UInt8]? {
    for prefix in prefixes where spelling.starts(with: prefix.start) {
      let local = spelling.dropFirst(prefix.start.count).dropLast()
      guard let first = local.first, isLetter(first),
        local.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x5F })
      else { continue }
      return Array(prefix.name.utf8) + [UInt8(ascii: ":")] + local
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
