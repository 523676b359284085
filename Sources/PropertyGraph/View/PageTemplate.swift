internal import CView

/// The page's markup, style and script as they are in the program, and how they are put together.
enum PageTemplate {
  private static var markup: [UInt8] {
    unsafe Array(
      UnsafeBufferPointer(
        start: griot_view_template_bytes(), count: griot_view_template_size()))
  }

  private static var style: [UInt8] {
    unsafe Array(
      UnsafeBufferPointer(start: griot_view_style_bytes(), count: griot_view_style_size()))
  }

  private static var script: [UInt8] {
    unsafe Array(
      UnsafeBufferPointer(start: griot_view_script_bytes(), count: griot_view_script_size()))
  }

  /// Puts a page together: the markup's marks, such as `@TITLE@`, give way to what they stand for.
  static func page(
    title: String, language: String, generator: String, payload: [UInt8],
    sha256: ([UInt8]) -> [UInt8]
  ) -> [UInt8] {
    let policy =
      "default-src 'none'; script-src '\(source(script, sha256))'; "
      + "style-src '\(source(style, sha256))'; base-uri 'none'; form-action 'none'"
    // Only what stands in the markup is a mark; what takes a mark's place is not searched.
    let parts: [(mark: String, bytes: [UInt8])] = [
      ("LANG", Array(language.utf8)), ("POLICY", Array(policy.utf8)),
      ("GENERATOR", escapedForMarkup(generator)), ("TITLE", escapedForMarkup(title)),
      ("STYLE", style), ("DATA", payload), ("SCRIPT", script),
    ]
    var output: [UInt8] = []
    output.reserveCapacity(payload.count + script.count + style.count + 16_384)
    let pieces = markup.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    for (number, piece) in pieces.enumerated() {
      let part = parts.first { number % 2 == 1 && piece.elementsEqual($0.mark.utf8) }
      output += part?.bytes ?? Array(piece)
    }
    return output
  }

  /// How a policy names a script or a style.
  private static func source(_ bytes: [UInt8], _ sha256: ([UInt8]) -> [UInt8]) -> String {
    "sha256-" + base64(sha256(bytes))
  }

  /// Bytes in Base64.
  ///
  /// - SeeAlso: RFC 4648, section 4.
  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var output: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var value = 0
      for byte in group { value = value << 8 | Int(byte) }
      value <<= 8 * (3 - group.count)
      for place in 0..<4 {
        output.append(
          place > group.count ? UInt8(ascii: "=") : digits[value >> (18 - 6 * place) & 63])
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// JSON that may stand inside a script element: what could end it, or begin a comment or a tag, is
  /// spelled by its number, which in JSON stands for the same.
  ///
  /// - SeeAlso: HTML Living Standard, section 4.12.1.3 (restrictions for contents of script elements).
  static func escapedForScript(_ json: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(json.count + json.count / 16)
    for (position, byte) in json.enumerated() {
      switch byte {
      case UInt8(ascii: "<"): output += "\\u003C".utf8
      case UInt8(ascii: ">"): output += "\\u003E".utf8
      case UInt8(ascii: "&"): output += "\\u0026".utf8
      // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
      case 0xA8, 0xA9:
        if position >= 2, json[position - 2] == 0xE2, json[position - 1] == 0x80 {
          output.removeLast(2)
          output += (byte == 0xA8 ? "\\u2028" : "\\u2029").utf8
        } else {
          output.append(byte)
        }
      default: output.append(byte)
      }
    }
    return output
  }

  /// Text that may stand in markup and in attributes.
  private static func escapedForMarkup(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "\""): output += "&quot;".utf8
      case UInt8(ascii: "'"): output += "&#39;".utf8
      // HTML takes these for errors and changes them; a title can do without.
      case 0..<0x20, 0x7F: output.append(0x20)
      default: output.append(byte)
      }
    }
    return output
  }
}
