internal import RDF

/// Says in one line what of a thing cannot be.
struct InconsistencyWords {
  let words: AxiomWords

  /// The sentence that follows the name of the thing and of the property, if it has one.
  func sentence(_ found: Contradiction, _ terms: borrowing TermTable) -> String {
    let value = found.value.map { words.words.name($0, terms) } ?? ""
    let other = found.other.map { words.words.name($0, terms) } ?? ""
    switch found.rule {
    case .caxDw, .caxAdc:
      return "is both \(pair(found, terms)), which share no member"
    case .clsCom:
      return "is both \(pair(found, terms)), of which one is what the other is not"
    case .clsNothing2: return "is of a class that has no members"
    case .emptyThing: return "is a class without members, though there are things"
    case .prpIrp: return "leads back to the thing itself; expected another"
    case .prpAsyp: return "leads to \(value) and back; expected one way only"
    case .prpPdw, .prpAdp:
      let property = found.other.map { words.words.term($0, terms) } ?? ""
      return "and \(property) are both \(value); expected one of them at most"
    case .prpNpa1, .prpNpa2: return "is \(value), which is said not to be"
    case .clsMaxc1, .clsMaxqc1, .clsMaxqc2: return "is \(value); expected none"
    case .maximum:
      return "has more than \(found.limit ?? 0) different values; expected at most "
        + "\(found.limit ?? 0)"
    case .dtNotType:
      let datatype = found.other.map { terms.localName(of: $0) } ?? ""
      let own = found.value.flatMap { terms.datatype(of: $0) }
      return own == found.other
        ? "is \(value), which is no well-formed \(datatype)"
        : "is \(value), which is no value of datatype \(datatype)"
    case .dtDiff:
      return found.path == words.names.sameAs
        ? "is \(value), which is another literal"
        : "is both \(other) and \(value); expected at most one value"
    case .eqDiff1, .eqDiff2, .eqDiff3:
      if found.path == words.names.differentFrom { return "is said to be another than itself" }
      return found.path == words.names.sameAs
        ? found.focus == found.value
          ? "is there twice among things that are all different"
          : "is the same as \(value) and is not"
        : "is both \(other) and \(value), which are not the same; expected at most one value"
    case .someNothing: return "cannot have a value, and a class of the thing needs one"
    case .bottomProperty: return "has a value, though it is the property of nothing"
    default: return "cannot hold"
    }
  }

  /// Whether the sentence is about the thing and not about a property of it.
  static func isOfThing(_ found: Contradiction) -> Bool {
    switch found.rule {
    case .caxDw, .caxAdc, .clsCom, .clsNothing2, .emptyThing: true
    case .eqDiff1, .eqDiff2, .eqDiff3, .dtDiff: found.path.map { _ in found.other == nil } ?? true
    default: found.path == nil
    }
  }

  private func pair(_ found: Contradiction, _ terms: borrowing TermTable) -> String {
    let classes = [found.other, found.value].compactMap(\.self)
    var names: [String] = []
    for one in classes { names.append(words.type(one, terms)) }
    return names.joined(separator: " and ")
  }
}
