/// What graph tools draw things with: Okabe and Ito's colours, which the colour-blind tell apart, made
/// lighter under text, and shapes that tell kinds apart without them.
extension ViewKind {
  /// The colour that fills it.
  var fill: String {
    switch self {
    case .event: "#FFFFFF"
    case .place: "#CBEBDF"
    case .person, .group: "#FBE3B8"
    case .organisation: "#CFE6F7"
    case .document: "#F1DAE8"
    case .thing: "#E8E8E8"
    case .claim: "#FFF6B0"
    }
  }

  /// The colour of its border.
  var border: String {
    switch self {
    case .event: "#222222"
    case .place: "#007A59"
    case .person, .group: "#B87900"
    case .organisation: "#0072B2"
    case .document: "#A34D80"
    case .thing: "#666666"
    case .claim: "#8A7A00"
    }
  }

  /// yEd's name for its shape.
  var shape: String {
    switch self {
    case .event: "rectangle"
    case .place: "octagon"
    case .person, .group: "ellipse"
    case .organisation: "roundrectangle"
    case .document: "parallelogram"
    case .thing: "hexagon"
    case .claim: "diamond"
    }
  }
}

/// Where nodes stand before a tool lays them out: in rows, by their numbers.
struct GraphGrid {
  private let columns: Int
  private let width: Int
  private let height: Int

  init(_ nodeCount: Int, width: Int, height: Int) {
    var columns = 1
    while columns * columns < nodeCount { columns += 1 }
    self.columns = columns
    self.width = width
    self.height = height
  }

  /// The place of a node; odd rows stand half a column aside, so that edges do not hide in rows.
  func place(of number: Int) -> (x: Int, y: Int) {
    let row = number / columns
    return (number % columns * width + row % 2 * width / 2, row * height)
  }
}
