extension ViewKind {
  /// Its number in a spool.
  var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  init(number: Int) {
    self = Self.allCases.indices.contains(number) ? Self.allCases[number] : .thing
  }
}
