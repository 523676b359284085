/// Pairs of a complete graph.
func clique(_ count: Int) -> String {
  (0..<count).flatMap { left in (left + 1..<count).map { "\(left)-\($0)" } }
    .joined(separator: " ")
}

/// Pairs of a circle.
func circle(_ count: Int) -> String {
  (0..<count).map { "\($0)-\(($0 + 1) % count)" }.joined(separator: " ")
}

/// Pairs of a cube of some dimensions.
func cube(_ dimensions: Int) -> String {
  (0..<1 << dimensions).flatMap { corner in
    (0..<dimensions).filter { corner >> $0 & 1 == 0 }.map { "\(corner)-\(corner | 1 << $0)" }
  }.joined(separator: " ")
}

/// A generalised Petersen graph.
func generalisedPetersen(_ count: Int, _ step: Int) -> String {
  (0..<count).flatMap { corner in
    [
      "\(corner)-\((corner + 1) % count)", "\(corner)-\(corner + count)",
      "\(corner + count)-\((corner + step) % count + count)",
    ]
  }.joined(separator: " ")
}
