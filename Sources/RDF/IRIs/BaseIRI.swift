/// An absolute IRI that relative references are resolved against.
///
/// Nothing is normalised but dot segments of what is resolved: case, percent-encoding and ports
/// stay as they are. A reference that has a scheme is the result as it is, dots and all, for
/// Turtle's IRIs are not rewritten.
///
/// - SeeAlso: RFC 3986, sections 5.2 (resolution) and 5.3 (recomposition).
public struct BaseIRI: Sendable {
  /// The IRI's bytes.
  public let bytes: [UInt8]
  private let parts: Parts

  /// Makes a base of an absolute IRI, or nil where the text is none.
  public init?(_ text: Span<UInt8>) {
    guard IRISyntax.fault(in: text) == nil else { return nil }
    var bytes: [UInt8] = []
    bytes.append(text)
    self.bytes = bytes
    parts = Parts(text)
  }

  /// Makes a base of an absolute IRI, or nil where the text is none.
  public init?(_ text: String) {
    self.init(Array(text.utf8).span)
  }

  /// Appends what a reference means to an output; its characters are not checked.
  public func resolve(_ reference: Span<UInt8>, to output: inout [UInt8]) {
    let wanted = Parts(reference)
    if wanted.scheme != nil {
      output.append(reference)
      return
    }
    if let scheme = parts.scheme {
      output.append(contentsOf: bytes[scheme])
      output.append(UInt8(ascii: ":"))
    }
    var query = wanted.query
    var isQueryOfBase = false
    if let authority = wanted.authority {
      Self.append(authority, of: reference, after: "//", to: &output)
      let start = output.count
      output.append(reference.extracting(wanted.path))
      Self.removeDotSegments(of: &output, from: start)
    } else {
      if let authority = parts.authority {
        Self.append(authority, of: bytes.span, after: "//", to: &output)
      }
      let start = output.count
      if wanted.path.isEmpty {
        output.append(contentsOf: bytes[parts.path])
        if query == nil {
          query = parts.query
          isQueryOfBase = true
        }
      } else {
        if reference[wanted.path.lowerBound] != UInt8(ascii: "/") {
          appendFolder(to: &output)
        }
        output.append(reference.extracting(wanted.path))
        Self.removeDotSegments(of: &output, from: start)
      }
    }
    if let query {
      if isQueryOfBase {
        Self.append(query, of: bytes.span, after: "?", to: &output)
      } else {
        Self.append(query, of: reference, after: "?", to: &output)
      }
    }
    if let fragment = wanted.fragment {
      Self.append(fragment, of: reference, after: "#", to: &output)
    }
  }

  /// What a reference means, as a string.
  public func resolve(_ reference: String) -> String {
    var output: [UInt8] = []
    resolve(Array(reference.utf8).span, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the base's path up to its last slash.
  ///
  /// - SeeAlso: RFC 3986, section 5.2.3 (merge paths).
  private func appendFolder(to output: inout [UInt8]) {
    if parts.authority != nil, parts.path.isEmpty {
      output.append(UInt8(ascii: "/"))
    } else if let slash = bytes[parts.path].lastIndex(of: UInt8(ascii: "/")) {
      output.append(contentsOf: bytes[parts.path.lowerBound...slash])
    }
  }

  private static func append(
    _ range: Range<Int>, of text: Span<UInt8>, after mark: StaticString, to output: inout [UInt8]
  ) {
    output.append(contentsOf: mark.description.utf8)
    output.append(text.extracting(range))
  }

  /// Takes `.` and `..` out of the path that stands at the end of an output.
  ///
  /// - SeeAlso: RFC 3986, section 5.2.4.
  private static func removeDotSegments(of output: inout [UInt8], from start: Int) {
    let slash = UInt8(ascii: "/")
    let dot = UInt8(ascii: ".")
    var read = start
    var write = start
    let end = output.count
    func byte(_ position: Int) -> UInt8? { position < end ? output[position] : nil }
    func isEnd(_ position: Int) -> Bool { byte(position) == nil || byte(position) == slash }
    while read < end {
      if byte(read) == dot, read == start || write == start {
        // A leading "." or "..", which only a path without a first slash has.
        if isEnd(read + 1) {
          read += 2
          continue
        }
        if byte(read + 1) == dot, isEnd(read + 2) {
          read += 3
          continue
        }
      }
      if byte(read) == slash, byte(read + 1) == dot {
        if isEnd(read + 2) {
          if read + 2 >= end {
            output[write] = slash
            write += 1
          }
          read += 2
          continue
        }
        if byte(read + 2) == dot, isEnd(read + 3) {
          while write > start {
            write -= 1
            if output[write] == slash { break }
          }
          if read + 3 >= end {
            output[write] = slash
            write += 1
          }
          read += 3
          continue
        }
      }
      repeat {
        output[write] = output[read]
        write += 1
        read += 1
      } while read < end && output[read] != slash
    }
    output.removeSubrange(min(write, end)...)
  }

  /// Where the parts of a reference stand.
  ///
  /// - SeeAlso: RFC 3986, appendix B.
  private struct Parts {
    var scheme: Range<Int>?
    var authority: Range<Int>?
    var path: Range<Int>
    var query: Range<Int>?
    var fragment: Range<Int>?

    init(_ text: Span<UInt8>) {
      var position = 0
      if let colon = IRISyntax.schemeEnd(of: text) {
        scheme = 0..<colon
        position = colon + 1
      }
      func end(from start: Int, _ isEnd: (UInt8) -> Bool) -> Int {
        var place = start
        while place < text.count, !isEnd(text[place]) { place += 1 }
        return place
      }
      let (slash, question, hash) = (UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"))
      if position + 1 < text.count, text[position] == slash, text[position + 1] == slash {
        let stop = end(from: position + 2) { $0 == slash || $0 == question || $0 == hash }
        authority = position + 2..<stop
        position = stop
      }
      let pathEnd = end(from: position) { $0 == question || $0 == hash }
      path = position..<pathEnd
      position = pathEnd
      if position < text.count, text[position] == question {
        let stop = end(from: position + 1) { $0 == hash }
        query = position + 1..<stop
        position = stop
      }
      if position < text.count { fragment = position + 1..<text.count }
    }
  }
}
