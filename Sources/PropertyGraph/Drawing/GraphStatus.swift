/// How a node or an edge is put, as drawings tell it.
enum GraphStatus: String, CaseIterable {
  case asserted, attributed, reported, planned, possible, denied

  /// How a line is drawn.
  enum Line: String {
    case solid, dashed, dotted
  }

  /// How some values are put; what someone else says is attributed, even as a fact.
  ///
  /// What has no status, an entity, is drawn as a fact.
  init(_ values: [GraphValue]) {
    let status = values.text("status").flatMap { Self(rawValue: $0) } ?? .asserted
    self = status == .asserted && values.value("attributedTo") != nil ? .attributed : status
  }

  var line: Line {
    switch self {
    case .asserted: .solid
    case .attributed, .reported, .planned, .denied: .dashed
    case .possible: .dotted
    }
  }

  /// The colour, as the page to look at has it on white.
  var colour: GraphColour {
    switch self {
    case .asserted: GraphColour(0x4A5260)
    case .attributed: GraphColour(0x0B6A8F)
    case .reported: GraphColour(0xA34100)
    case .planned: GraphColour(0x1A56C4)
    case .possible: GraphColour(0x8A3B74)
    case .denied: GraphColour(0xA1171F)
    }
  }
}
