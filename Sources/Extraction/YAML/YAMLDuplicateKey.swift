internal import Yams

/// A key that stands twice in one mapping, of which Yams says where it first stands.
///
/// The first is renamed, in its place, until Yams reads the document: then the other can be looked
/// for. Yams compares keys as Swift does: those that differ in their Unicode normal form alone are
/// one.
struct YAMLDuplicateKey {
  let text: YAMLText
  let name: String
  let first: Mark

  private struct Place: Hashable {
    let line: Int
    let column: Int

    init(_ mark: Mark) {
      line = mark.line
      column = mark.column
    }
  }

  /// As many duplicates are renamed before the search is given up.
  private static let limit: UInt32 = 256

  func fault() -> SyntaxFault {
    SyntaxFault(
      offset: text.offset(of: second ?? first),
      message: "the key \"\(name)\" stands twice in one mapping, first at \(text.name(of: first))")
  }

  private var second: Mark? {
    var bytes = text.bytes
    var renamed: [Place: String] = [:]
    var next = (name: name, mark: first)
    for number in 0..<Self.limit {
      guard rename(next.mark, in: &bytes, number) else { return nil }
      renamed[Place(next.mark)] = next.name
      switch YAMLTree.parse(bytes) {
      case .tree(let tree): return second(in: tree.root, renamed)
      case .failure(YamlError.duplicatedKeysInMapping(let names, let context)):
        guard let name = names.first, renamed[Place(context.mark)] == nil else { return nil }
        next = (name, context.mark)
      case .failure, .empty: return nil
      }
    }
    return nil
  }

  /// Gives a key's first character another in its place; false where that is not a plain one.
  private func rename(_ mark: Mark, in bytes: inout [UInt8], _ number: UInt32) -> Bool {
    var offset = YAMLText(bytes: bytes, firstLine: 1).offset(of: mark)
    guard offset + 1 < bytes.count else { return false }
    let quote = bytes[offset]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") { offset += 1 }
    guard !"\"'\\!&|>".utf8.contains(bytes[offset]),
      let other = Unicode.Scalar(0xF000 + number), let spelling = UTF8.encode(other)
    else { return false }
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    bytes.replaceSubrange(offset..<end, with: spelling)
    return true
  }

  private func second(in node: Node, _ renamed: [Place: String]) -> Mark? {
    switch node {
    case .scalar, .alias: return nil
    case .sequence(let sequence):
      for element in sequence { if let found = second(in: element, renamed) { return found } }
    case .mapping(let mapping):
      var isAfterFirst = false
      for (key, value) in mapping {
        guard let mark = key.mark else { continue }
        let original = renamed[Place(mark)] ?? key.scalar?.string
        if isAfterFirst, original == name { return mark }
        if Place(mark) == Place(first) { isAfterFirst = true }
        if let found = second(in: key, renamed) ?? second(in: value, renamed) { return found }
      }
    }
    return nil
  }
}
