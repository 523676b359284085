/// A colour of what is drawn.
struct GraphColour: Hashable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  /// Takes a colour as `0xRRGGBB`.
  init(_ number: UInt32) {
    red = UInt8(truncatingIfNeeded: number >> 16)
    green = UInt8(truncatingIfNeeded: number >> 8)
    blue = UInt8(truncatingIfNeeded: number)
  }

  private init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The colour as `#rrggbb`.
  var hexadecimal: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(part, radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// The colour with four parts of white to one of its own, to lie under black text.
  var tint: GraphColour {
    func light(_ part: UInt8) -> UInt8 { UInt8((Int(part) + 4 * 255) / 5) }
    return GraphColour(red: light(red), green: light(green), blue: light(blue))
  }
}

extension ViewKind {
  /// The colour of a kind, as the page to look at has it on white: of Okabe and Ito's set, some
  /// darker, so that they stay apart for those who see fewer colours.
  var colour: GraphColour {
    switch self {
    case .event: GraphColour(0xB34700)
    case .place: GraphColour(0x00705A)
    case .person: GraphColour(0x8A3B74)
    case .organisation: GraphColour(0x0061A1)
    case .group: GraphColour(0x56B4E9)
    case .document: GraphColour(0xE6CF3C)
    case .thing: GraphColour(0x646C79)
    case .claim: GraphColour(0x16191F)
    }
  }
}
