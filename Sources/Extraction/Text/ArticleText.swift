internal import Crypto

/// An article's text with the places of its code points.
public struct ArticleText: Sendable {
  let bytes: [UInt8]
  /// The byte at which each code point begins, and the end.
  private let starts: [UInt32]
  private let unit: OffsetUnit
  /// For units other than code points, the code point that begins at an offset; -1 inside one.
  private let codePoints: [Int]

  /// Prepares a text for offsets of a unit; nil where the bytes are not UTF-8, or 4 GB and more.
  public init?(_ bytes: [UInt8], unit: OffsetUnit) {
    guard bytes.count < Int(UInt32.max), (try? UTF8Span(validating: bytes.span)) != nil else {
      return nil
    }
    self.bytes = bytes
    self.unit = unit
    starts = Self.starts(in: bytes)
    codePoints = unit == .codepoint ? [] : Self.codePoints(in: bytes, unit)
  }

  private static func starts(in bytes: [UInt8]) -> [UInt32] {
    [UInt32](capacity: bytes.count + 1) { starts in
      unsafe starts.withUnsafeMutableBufferPointer { starts, count in
        for position in bytes.indices {
          // Written of every byte and passed over only after a first one: no branch to guess.
          unsafe starts[count] = UInt32(truncatingIfNeeded: position)
          count += bytes[position] & 0xC0 != 0x80 ? 1 : 0
        }
        unsafe starts[count] = UInt32(truncatingIfNeeded: bytes.count)
        count += 1
      }
    }
  }

  private static func codePoints(in bytes: [UInt8], _ unit: OffsetUnit) -> [Int] {
    var codePoints: [Int] = []
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 {
      let width = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let units = unit == .utf8 ? width : width == 4 ? 2 : 1
      codePoints.append(count)
      codePoints.append(contentsOf: repeatElement(-1, count: units - 1))
      count += 1
    }
    codePoints.append(count)
    return codePoints
  }

  /// The text's SHA-256 in hexadecimal.
  public var sha256: String { Hash.sha256(bytes) }

  /// How many units the text has.
  public var count: Int { unit == .codepoint ? starts.count - 1 : codePoints.count - 1 }

  /// The code point that begins at an offset; nil inside one or beyond the end.
  public func codePoint(at offset: Int) -> Int? {
    guard offset >= 0, offset <= count else { return nil }
    guard unit != .codepoint else { return offset }
    return codePoints[offset] < 0 ? nil : codePoints[offset]
  }

  /// The text between two code points.
  public func text(_ range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[Int(starts[range.lowerBound])..<Int(starts[range.upperBound])]
  }

  /// The words between two offsets of the text's unit; nil where these are no places of it.
  func words(from start: Int, to end: Int) -> String? {
    guard start <= end, let first = codePoint(at: start), let last = codePoint(at: end) else {
      return nil
    }
    return String(decoding: text(first..<last), as: UTF8.self)
  }

  /// Where words stand, in the text's unit: the place nearest to one given, or nil.
  public func place(of words: ArraySlice<UInt8>, near start: Int) -> Range<Int>? {
    guard let first = words.first, words.count <= bytes.count else { return nil }
    var best: Int?
    let wanted = codePoint(at: min(max(start, 0), count)) ?? 0
    for index in starts.indices.dropLast() where bytes[Int(starts[index])] == first {
      let range = Int(starts[index])..<Int(starts[index]) + words.count
      guard range.upperBound <= bytes.count, bytes[range].elementsEqual(words) else { continue }
      if best.map({ abs($0 - wanted) > abs(index - wanted) }) ?? true { best = index }
    }
    guard let best else { return nil }
    let length = words.count { $0 & 0xC0 != 0x80 }
    return offset(of: best)..<offset(of: best + length)
  }

  private func offset(of codePoint: Int) -> Int {
    switch unit {
    case .codepoint: codePoint
    case .utf8: Int(starts[codePoint])
    case .utf16: codePoints.firstIndex(of: codePoint) ?? codePoint
    }
  }
}

/// Digests of bytes.
public enum Hash {
  /// The SHA-256 of bytes in lower-case hexadecimal.
  ///
  /// - SeeAlso: FIPS 180-4, section 6.2.
  public static func sha256(_ bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    unsafe Array(bytes).withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    let digits = Array("0123456789abcdef".utf8)
    var output: [UInt8] = []
    for byte in hash.finalize() {
      output.append(digits[Int(byte >> 4)])
      output.append(digits[Int(byte & 15)])
    }
    return String(decoding: output, as: UTF8.self)
  }
}
