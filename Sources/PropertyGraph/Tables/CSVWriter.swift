/// Writes comma-separated values: lines end in CR LF, cells with a comma, a quote, a line break or a
/// space at an end are quoted.
///
/// - SeeAlso: RFC 4180, section 2.
struct CSVWriter {
  /// For whom cells are written.
  enum Cells {
    /// Each cell is its text.
    case exact
    /// A cell that a spreadsheet would compute gets an apostrophe before it, and so does one that
    /// begins with apostrophes before such a text; so the texts can be had back.
    case spreadsheet
  }

  private(set) var bytes: [UInt8] = []
  private let cells: Cells

  init(_ cells: Cells) { self.cells = cells }

  /// Adds a row; nil is an empty cell, and an empty text a quoted one.
  mutating func append(_ row: [String?]) {
    for (place, cell) in row.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      guard let cell else { continue }
      append(cells == .spreadsheet && Self.isComputed(cell) ? "'" + cell : cell)
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  /// Whether a spreadsheet may take a text for a formula, once its leading apostrophes are gone.
  static func isComputed(_ text: String) -> Bool {
    let first = text.unicodeScalars.first { $0 != "'" }
    switch first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
    default: return false
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private mutating func append(_ cell: String) {
    let isQuoted =
      cell.isEmpty || cell.utf8.contains(where: Self.isSpecial)
      || cell.utf8.first.map(Self.isBlank) == true || cell.utf8.last.map(Self.isBlank) == true
    guard isQuoted else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
