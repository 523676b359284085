internal import RDF

/// The part of a source's line around a place, as a reader of a report sees it.
public struct SourceExcerpt: Hashable, Sendable {
  /// The text: of the line all that is near the place, and nothing that could steer a terminal.
  public let text: String
  /// How many characters stand before the place.
  public let start: Int
  /// How many characters the value at the place has, of those that are shown; at least one.
  public let count: Int
  /// How many code points the value has in the source, up to the line's end.
  public let valueLength: Int

  private static let before = 48
  private static let width = 96

  /// Cuts a line out of bytes that hold some of what stands before and after the place.
  ///
  /// - Parameters:
  ///   - bytes: of a document; in UTF-8, of which the first may be cut.
  ///   - offset: where in them the place is.
  public init(of bytes: borrowing Span<UInt8>, at offset: Int) {
    let offset = min(max(offset, 0), bytes.count)
    var start = offset
    var shown = 0
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D, shown < Self.before {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { shown += 1 }
    }
    while start < offset, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var end = offset
    shown = 0
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
      if bytes[end] & 0xC0 != 0x80 {
        if shown == Self.width - Self.before { break }
        shown += 1
      }
      end += 1
    }
    let isCut = start > 0 && bytes[start - 1] != 0x0A && bytes[start - 1] != 0x0D
    let goesOn = end < bytes.count && bytes[end] != 0x0A && bytes[end] != 0x0D
    let head = Self.text(bytes, start..<offset)
    let tail = Self.text(bytes, offset..<end)
    text = (isCut ? "…" : "") + head + tail + (goesOn ? "…" : "")
    self.start = head.unicodeScalars.count + (isCut ? 1 : 0)
    let last = Self.valueEnd(bytes, from: offset)
    var length = 0
    for place in offset..<last where bytes[place] & 0xC0 != 0x80 { length += 1 }
    valueLength = max(length, 1)
    count = max(min(length, tail.unicodeScalars.count), 1)
  }

  /// How many columns of a terminal stand before the place.
  var columnsBefore: Int {
    text.unicodeScalars.prefix(start).reduce(0) { $0 + Self.columns($1) }
  }

  /// How many columns of a terminal the value takes.
  var columnsOfValue: Int {
    max(1, text.unicodeScalars.dropFirst(start).prefix(count).reduce(0) { $0 + Self.columns($1) })
  }

  /// How many columns a character takes: two of East Asian scripts and of pictures, none of marks.
  ///
  /// - SeeAlso: Unicode Standard Annex 11, section 5 (wide characters).
  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// A text in which each character takes one place of a line.
  private static func text(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> String {
    var copy: [UInt8] = []
    for place in range { copy.append(bytes[place]) }
    var output = ""
    for scalar in String(decoding: copy, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x09: output += " "
      case _ where Diagnostic.isUnsafe(scalar): output += "\u{FFFD}"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// Where a JSON value or an RDF term ends that begins at an offset: that of an array, an object
  /// or a bracket after its first byte, and any other at its line's end at the latest.
  private static func valueEnd(_ bytes: borrowing Span<UInt8>, from offset: Int) -> Int {
    guard offset < bytes.count else { return offset }
    let first = bytes[offset]
    var place = offset
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("): return offset + 1
    case UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      let closing = first == UInt8(ascii: "<") ? UInt8(ascii: ">") : first
      place += 1
      while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D {
        if bytes[place] == UInt8(ascii: "\\") {
          place += 1
        } else if bytes[place] == closing {
          place += 1
          break
        }
        place += 1
      }
      // A datatype or a language belongs to the literal.
      guard place < bytes.count, [UInt8(ascii: "@"), UInt8(ascii: "^")].contains(bytes[place])
      else { return min(place, bytes.count) }
    default: break
    }
    while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
    if place > offset + 1, bytes[place - 1] == UInt8(ascii: ".") { place -= 1 }
    return place
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "]"), UInt8(ascii: ")"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }
}
