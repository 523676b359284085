internal import RDF

/// Finds the prefix that shortens an IRI.
///
/// Most namespaces end right before what no local name holds, so one look-up finds them; the few
/// that end inside of a word are gone through.
struct TurtlePrefixes {
  let all: [(name: String, namespace: String)]
  /// The beginnings of names, with the colon.
  let labels: [[UInt8]]
  private var byStart: [ArraySlice<UInt8>: Int] = [:]
  private var others: [(start: [UInt8], index: Int)] = []

  /// How many prefixes may end inside of a word.
  private static let otherLimit = 64

  init(_ prefixes: [(name: String, namespace: String)]) {
    all = prefixes
    labels = prefixes.map { Array("\($0.name):".utf8) }
    for (index, prefix) in prefixes.enumerated() {
      let start = Array("<\(prefix.namespace)".utf8)
      guard let last = start.last else { continue }
      if !Self.isLocal(last) {
        if byStart[start[...]] == nil { byStart[start[...]] = index }
      } else if others.count < Self.otherLimit {
        others.append((start, index))
      }
    }
  }

  /// The prefix of an IRI in angle brackets, and where the local name begins; nil where none fits.
  func find(_ spelling: ArraySlice<UInt8>) -> (index: Int, local: Int)? {
    let end = spelling.endIndex - 1
    var cut = end
    while cut > spelling.startIndex, Self.isLocal(spelling[cut - 1]) { cut -= 1 }
    if let index = byStart[spelling[..<cut]], Self.isName(spelling[cut..<end]) {
      return (index, cut)
    }
    for (start, index) in others where spelling.starts(with: start) {
      let local = spelling.startIndex + start.count
      if local >= cut, local < end, Self.isName(spelling[local..<end]) { return (index, local) }
    }
    return nil
  }

  /// Whether local characters make a name that needs no escape: a letter, digit or `_` at each end.
  private static func isName(_ local: ArraySlice<UInt8>) -> Bool {
    guard let first = local.first, let last = local.last else { return false }
    return isWord(first) && isWord(last)
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    ByteSet.name.contains(byte) || byte == UInt8(ascii: ".")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    ByteSet.name.contains(byte) && byte != UInt8(ascii: "-")
  }
}
