internal import RDF

/// A table with a head, a line a row and tabs between cells, or commas.
///
/// A cell in quotes, as spreadsheets write one, is taken out of them; it holds no line end. Lines that
/// are empty or begin with `#` before the head are passed over.
public struct TabTable: Sendable {
  /// A row and where it stands.
  public struct Row: Sendable {
    /// The line of the file.
    public let line: Int
    let cells: [String]
    let columns: [String: Int]

    /// The text of a cell, without spaces around it; empty where the table has no such column.
    public subscript(column: String) -> String {
      guard let index = columns[column], index < cells.count else { return "" }
      return cells[index]
    }
  }

  /// The names of the columns in order.
  public let columns: [String]
  /// The rows in order.
  public let rows: [Row]
  private let file: String

  /// What stands between cells.
  public enum Separator: Sendable {
    /// A tab.
    case tab
    /// A comma, which may stand within a cell in quotes.
    case comma
  }

  /// Reads a table.
  ///
  /// - Throws: ``LinkingError/malformed(_:)`` where it has no head, or a row more cells than that.
  public init(
    _ bytes: [UInt8], file: String, separator: Separator = .tab
  ) throws(LinkingError) {
    self.file = file
    var head: [String]?
    var index: [String: Int] = [:]
    var rows: [Row] = []
    var line = 0
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      var text = part
      if line == 1, text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
      if text.last == 0x0D { text = text.dropLast() }
      if text.isEmpty || head == nil && text.first == UInt8(ascii: "#") { continue }
      let cells = Self.parts(text, separator).map { Self.cell($0) }
      guard let columns = head else {
        head = cells
        for (number, name) in cells.enumerated() where index[name] == nil { index[name] = number }
        continue
      }
      guard cells.count <= columns.count else {
        throw .malformed(
          Diagnostic(
            .error, file: file, position: SourcePosition(line: line, column: nil),
            "this line has \(cells.count) cells; expected \(columns.count), as the first line has"))
      }
      rows.append(Row(line: line, cells: cells, columns: index))
    }
    guard let head else {
      throw .malformed(
        Diagnostic(.error, file: file, "the table is empty; expected a line of names"))
    }
    columns = head
    self.rows = rows
  }

  /// Makes sure that a column is there.
  ///
  /// - Throws: ``LinkingError/malformed(_:)`` that names what is there.
  public func require(_ names: String...) throws(LinkingError) {
    for name in names where !columns.contains(name) {
      throw .malformed(
        Diagnostic(
          .error, file: file,
          "the table has no column \"\(name)\"; expected it among \(columns.joined(separator: ", "))"
        ))
    }
  }

  /// An error about a row.
  func error(_ row: Row, _ message: String) -> LinkingError {
    .malformed(
      Diagnostic(
        .error, file: file, position: SourcePosition(line: row.line, column: nil), message))
  }

  private static func parts(
    _ line: ArraySlice<UInt8>, _ separator: Separator
  ) -> [ArraySlice<UInt8>] {
    switch separator {
    case .tab: return line.split(separator: 0x09, omittingEmptySubsequences: false)
    case .comma:
      var parts: [ArraySlice<UInt8>] = []
      var start = line.startIndex
      var isQuoted = false
      for position in line.indices {
        if line[position] == UInt8(ascii: "\"") { isQuoted.toggle() }
        guard line[position] == UInt8(ascii: ","), !isQuoted else { continue }
        parts.append(line[start..<position])
        start = position + 1
      }
      parts.append(line[start...])
      return parts
    }
  }

  private static func cell(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    if text.utf8.count > 1, text.utf8.first == UInt8(ascii: "\""),
      text.utf8.last == UInt8(ascii: "\"")
    {
      text = String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"")
    }
    guard text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
    return String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// Appends a row, with spaces in place of what would end a cell.
  public static func append(_ cells: [String], to output: inout [UInt8]) {
    for (number, cell) in cells.enumerated() {
      if number > 0 { output.append(0x09) }
      output.append(
        contentsOf: cell.utf8.map { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
    }
    output.append(0x0A)
  }
}
