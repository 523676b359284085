/// How blank nodes are labelled when a document is read.
///
/// A document's own label comes after the beginning; what is not an ASCII letter, digit, `_` or
/// `-` becomes `.` and two hexadecimal digits for each byte, as does a digit that comes first.
/// Nodes without a label are numbered after the beginning. So no two nodes of one document share
/// a label, and those of documents with different beginnings do not either when neither begins
/// as the other does.
struct BlankNodeLabels {
  let beginning: [UInt8]
  private var count = 0

  init(_ beginning: String) {
    self.beginning = Array(beginning.utf8)
  }

  func append(_ label: Span<UInt8>, to output: inout [UInt8]) {
    output.append(contentsOf: beginning)
    for position in label.indices {
      let byte = label[position]
      if ByteSet.name.contains(byte), position > 0 || !ByteSet.isDigit(byte) {
        output.append(byte)
      } else {
        output.append(UInt8(ascii: "."))
        for digit in [byte >> 4, byte & 15] {
          output.append(digit < 10 ? 0x30 + digit : 0x41 + digit - 10)
        }
      }
    }
  }

  mutating func nextNumber() -> Int {
    count += 1
    return count
  }
}
