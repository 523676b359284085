public import RDF

/// Writes a difference for people: grouped by subject, with labels, `-` what goes and `+` what comes.
public enum DifferenceText {
  /// Appends a difference.
  ///
  /// - Parameters:
  ///   - difference: what is written.
  ///   - prefixes: what IRIs are shortened by, for reading alone: no prefix is declared.
  ///   - output: what the text is added to.
  public static func append(
    _ difference: borrowing DatasetDifference,
    prefixes: [(name: String, namespace: String)], to output: inout [UInt8]
  ) {
    let named = prefixes.map { prefix in
      (name: Array("\(prefix.name):".utf8), start: Array("<\(prefix.namespace)".utf8))
    }
    var groups: [TermID: [Change]] = [:]
    for quad in difference.removed {
      groups[quad.subject, default: []].append(change("-", quad, difference, named))
    }
    for quad in difference.added {
      groups[quad.subject, default: []].append(change("+", quad, difference, named))
    }
    var titled: [(title: [UInt8], changes: [Change])] = []
    for (subject, changes) in groups {
      titled.append((name(of: subject, difference, named), changes))
    }
    titled.sort { $0.title.lexicographicallyPrecedes($1.title) }
    for (title, changes) in titled {
      output += title
      output.append(UInt8(ascii: "\n"))
      for change in changes.sorted() { output += change.line }
    }
  }

  /// A line of text and what it is sorted by: the property, then going before coming, then the rest.
  private struct Change: Comparable {
    let property: [UInt8]
    let isComing: Bool
    let line: [UInt8]

    static func < (left: Change, right: Change) -> Bool {
      if left.property != right.property {
        return left.property.lexicographicallyPrecedes(right.property)
      }
      if left.isComing != right.isComing { return right.isComing }
      return left.line.lexicographicallyPrecedes(right.line)
    }
  }

  private typealias Prefix = (name: [UInt8], start: [UInt8])

  private static func change(
    _ mark: String, _ quad: Quad, _ difference: borrowing DatasetDifference, _ prefixes: [Prefix]
  ) -> Change {
    let property = short(quad.predicate, difference.terms, prefixes)
    var line = Array("  \(mark) ".utf8)
    line += property
    line.append(UInt8(ascii: " "))
    line += name(of: quad.object, difference, prefixes)
    if quad.graph != .defaultGraph {
      line.append(contentsOf: " in ".utf8)
      line += short(quad.graph, difference.terms, prefixes)
    }
    line.append(UInt8(ascii: "\n"))
    return Change(property: property, isComing: mark == "+", line: line)
  }

  /// A term with its label behind it, where it has one.
  private static func name(
    of term: TermID, _ difference: borrowing DatasetDifference, _ prefixes: [Prefix]
  ) -> [UInt8] {
    var output = short(term, difference.terms, prefixes)
    if let label = difference.labels[term] {
      output.append(contentsOf: " (".utf8)
      // As it is spelled, without its quotes: a line stays a line.
      output += difference.terms.bytes[difference.terms.lexicalSpelling(of: label)]
      output.append(UInt8(ascii: ")"))
    }
    return output
  }

  /// A term as Turtle could have it: with a prefix, where what is left of it needs no escapes.
  private static func short(
    _ term: TermID, _ terms: borrowing TermTable, _ prefixes: [Prefix]
  ) -> [UInt8] {
    let spelling = terms.bytes[terms.spelling(of: term)]
    switch terms.kind(of: term) {
    case .blankNode: return Array(spelling)
    case .iri:
      for prefix in prefixes where spelling.starts(with: prefix.start) {
        let local = spelling.dropFirst(prefix.start.count).dropLast()
        let isPlain = local.allSatisfy {
          IRISegment.isUnreserved($0) && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "~")
        }
        if isPlain { return prefix.name + local }
      }
      return Array(spelling)
    case .literal:
      guard let datatype = terms.datatype(of: term), datatype != .xsdString,
        datatype != .rdfLangString
      else { return Array(spelling) }
      let bare = spelling.dropLast(terms.spelling(of: datatype).count)
      return bare + short(datatype, terms, prefixes)
    }
  }
}
