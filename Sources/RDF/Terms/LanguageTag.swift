/// A well-formed language tag, kept in lower case.
///
/// RDF compares tags without regard to case, so `fr-ML` and `fr-ml` are one term here. Only the
/// shape is checked, not the registry: `xx-zz` is accepted.
///
/// - SeeAlso: RDF 1.1 Concepts, section 3.3; BCP 47, section 2.1.
public struct LanguageTag: Hashable, Sendable {
  /// The tag in lower case.
  public let text: String

  /// Makes a tag, or nil when the text has not the shape of one.
  public init?(_ text: String) {
    var bytes: [UInt8] = []
    guard Self.appendLowercased(Array(text.utf8).span, to: &bytes) else { return nil }
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a tag in lower case and says whether it was well formed; on false nothing was added.
  package static func appendLowercased(_ tag: Span<UInt8>, to output: inout [UInt8]) -> Bool {
    let start = output.count
    var length = 0
    var isFirst = true
    for position in 0..<tag.count {
      let byte = tag[position]
      switch byte {
      case 0x61...0x7A: output.append(byte)
      case 0x41...0x5A: output.append(byte | 0x20)
      case 0x30...0x39 where !isFirst: output.append(byte)
      case UInt8(ascii: "-") where length > 0:
        output.append(byte)
        length = 0
        isFirst = false
        continue
      default:
        output.removeSubrange(start...)
        return false
      }
      length += 1
      if length > 8 {
        output.removeSubrange(start...)
        return false
      }
    }
    guard length == 0 else { return true }
    output.removeSubrange(start...)
    return false
  }
}

extension LanguageTag: CustomStringConvertible {
  /// The tag itself.
  public var description: String { text }
}
