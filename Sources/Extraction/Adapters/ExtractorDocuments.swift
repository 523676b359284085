/// The documents of an extractor's format in a text: its JSON values one after the other, or the
/// elements of arrays of them.
///
/// Where the text is not JSON, the rest of it is one document, whose reader says what is wrong.
public struct ExtractorDocuments {
  /// Where they stand, in order.
  public let ranges: [Range<Int>]

  /// Finds the documents of a text.
  public init(_ bytes: [UInt8], _ format: ExtractorFormat) {
    var ranges: [Range<Int>] = []
    var scanner = JSONScanner(bytes)
    scanner.skipSpace()
    while scanner.position < bytes.count {
      let start = scanner.position
      guard let value = scanner.skipValue() else {
        ranges.append(start..<bytes.count)
        break
      }
      ranges += Self.elements(of: value, bytes, format)
      scanner.skipSpace()
    }
    self.ranges = ranges
  }

  /// The elements of a value that is an array of documents; else the value itself.
  private static func elements(
    of value: Range<Int>, _ bytes: [UInt8], _ format: ExtractorFormat
  ) -> [Range<Int>] {
    var scanner = JSONScanner(bytes, from: value.lowerBound)
    guard scanner.take(UInt8(ascii: "[")) else { return [value] }
    scanner.skipSpace()
    // A document that is an array itself begins with one more.
    if format.adapter.isArray, scanner.byte != UInt8(ascii: "[") { return [value] }
    var found: [Range<Int>] = []
    repeat {
      scanner.skipSpace()
      guard let element = scanner.skipValue() else { return [value] }
      found.append(element)
      scanner.skipSpace()
    } while scanner.take(UInt8(ascii: ","))
    guard scanner.take(UInt8(ascii: "]")), scanner.position == value.upperBound else {
      return [value]
    }
    return found
  }
}
