internal import RDF

/// What sh:lessThan and sh:lessThanOrEquals have in common: each value against each other one.
enum ValuePairs {
  static func validate(
    _ focus: FocusNode, _ predicate: TermID, _ evaluation: inout Evaluation,
    _ terms: borrowing TermTable, _ holds: (Int) -> Bool
  ) {
    let others = evaluation.graphs.objects(focus.node, predicate)
    for value in focus.values {
      let left = ValueLimit.value(value, terms)
      for other in others {
        let right = ValueLimit.value(other, terms)
        if let left, let right, let order = left.compared(to: right), holds(order) { continue }
        evaluation.report(focus, value: value, other: other)
      }
    }
  }

  static func sentence(
    _ finding: Finding, _ predicate: TermID, _ relation: String, _ words: Words,
    _ terms: borrowing TermTable
  ) -> String {
    let name = words.term(predicate, terms)
    guard let value = finding.value, let other = finding.other else {
      return "expected \(relation) \(name)"
    }
    return "is \(words.name(value, terms)); expected \(relation) \(name), "
      + "which is \(words.name(other, terms))"
  }
}
