/// What a class lists before it is negated.
struct ClassMembers {
  /// Characters and ranges, which have case variants.
  var characters: [ClosedRange<UInt32>] = []
  /// Ranges of escapes, which have none.
  var escaped: [ClosedRange<UInt32>] = []
  /// Categories of escapes.
  var categories: CategorySet = []

  /// Whether nothing was listed yet; what an escape stands for is never empty.
  var isEmpty: Bool { characters.isEmpty && escaped.isEmpty && categories.isEmpty }

  /// All of them as a set.
  func set(ignoringCase: Bool) -> ScalarSet {
    let characters = ScalarSet.merged(characters)
    let variants = ignoringCase ? CaseVariants.ranges(of: characters) : []
    return ScalarSet(ranges: characters + variants + escaped, categories: categories)
  }
}
