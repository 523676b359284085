internal import Foundation
internal import Publishing
internal import RDF

/// What a store keeps otherwise than it was sent, by datatype.
struct LoadChanges {
  private struct Kind: Hashable {
    let datatype: String
    let distance: GraphComparison.Distance
  }

  private var kinds: [(kind: Kind, first: GraphComparison.Change, count: Int)] = []
  private var positions: [Kind: Int] = [:]

  mutating func add(_ changes: [GraphComparison.Change]) {
    for change in changes {
      let kind = Kind(datatype: Self.datatype(of: change.sent), distance: change.distance)
      if let position = positions[kind] {
        kinds[position].count += 1
      } else {
        positions[kind] = kinds.count
        kinds.append((kind, change, 1))
      }
    }
  }

  /// A note for each datatype whose values were written otherwise, a warning or an error where they
  /// changed.
  func diagnostics(in store: String) -> [Diagnostic] {
    kinds.map { kind, first, count in
      let what = "\(count) \(count == 1 ? "value" : "values") of \(kind.datatype)"
      let example = "\(first.sent) came back as \(first.found)"
      switch kind.distance {
      case .sameValue:
        return Diagnostic(.note, file: store, "the store writes \(what) otherwise: \(example)")
      case .nearValue:
        return Diagnostic(.warning, file: store, "the store changed \(what) a little: \(example)")
      case .otherValue:
        return Diagnostic(.error, file: store, "the store does not keep \(what): \(example)")
      }
    }
  }

  private static func datatype(of term: String) -> String {
    guard let mark = term.range(of: "\"^^<") else { return "a string" }
    return String(term[mark.upperBound...].dropLast())
  }
}
