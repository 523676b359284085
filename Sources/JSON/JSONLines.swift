/// The records of a JSON Lines text: its lines that are not blank.
public struct JSONLines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0

  /// Splits a text at its line feeds.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The range of bytes of the next line that is not blank, or nil at the end.
  public mutating func next() -> Range<Int>? {
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
      let line = position..<end
      position = end + 1
      if bytes[line].contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) { return line }
    }
    return nil
  }
}
