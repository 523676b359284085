internal import Yams

/// One YAML document as Yams's tree.
///
/// Records have no anchors and aliases: Yams gives an alias as the node that it stands for, and
/// compares keys with all that is in them, so that a few hundred bytes could cost hours. A document
/// with more than a few is therefore first read with its anchors turned to tags, so that each alias
/// leads to nothing. Anchors that are left are refused by ``YAMLReader``.
struct YAMLTree {
  let root: Node
  /// Yams holds a node's anchor weakly; its parser keeps it.
  let parser: Parser

  /// As many aliases cannot make the keys of a document more than 20 times as large.
  private static let fewAliases = 8

  /// Reads a document; nil of one without content.
  static func read(_ text: YAMLText) throws(SyntaxFault) -> YAMLTree? {
    try YAMLCharacters.check(text.bytes)
    try refuseAliases(of: text)
    switch parse(text.bytes) {
    case .tree(let tree): return tree
    case .empty: return nil
    case .failure(let error): throw fault(error, in: text)
    }
  }

  enum Outcome {
    case tree(YAMLTree)
    case empty
    case failure(any Error)
  }

  static func parse(_ bytes: [UInt8]) -> Outcome {
    do {
      let yaml = String(decoding: bytes, as: UTF8.self)
      let parser = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8)
      guard let root = try parser.nextRoot() else { return .empty }
      _ = try parser.nextRoot()  // refuses what follows the document
      return .tree(YAMLTree(root: root, parser: parser))
    } catch {
      return .failure(error)
    }
  }

  private static func refuseAliases(of text: YAMLText) throws(SyntaxFault) {
    let anchors = names(after: UInt8(ascii: "&"), in: text.bytes)
    guard !anchors.isEmpty else { return }
    let known = Set(anchors.map(\.name))
    let aliases = names(after: UInt8(ascii: "*"), in: text.bytes).filter { known.contains($0.name) }
    guard aliases.count > fewAliases else { return }
    var bytes = text.bytes
    for anchor in anchors { bytes[anchor.offset] = UInt8(ascii: "!") }
    guard case .failure(let error) = parse(bytes) else { return }
    let found = fault(error, in: text)
    // A tag that was an anchor may stand where no tag can.
    let line = text.bytes[..<found.offset].lastIndex { $0 == 0x0A || $0 == 0x0D } ?? 0
    guard found.message != aliasMessage,
      let anchor = anchors.last(where: { (line...found.offset).contains($0.offset) })
    else { throw found }
    throw SyntaxFault(offset: anchor.offset, message: aliasMessage)
  }

  /// All that could be an anchor or alias, in texts and comments too.
  private static func names(
    after sign: UInt8, in bytes: [UInt8]
  ) -> [(offset: Int, name: ArraySlice<UInt8>)] {
    var found: [(offset: Int, name: ArraySlice<UInt8>)] = []
    var position = 0
    while let offset = bytes[position...].firstIndex(of: sign) {
      let name = bytes[(offset + 1)...].prefix { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
      if !name.isEmpty { found.append((offset, name)) }
      position = name.endIndex
    }
    return found
  }

  private static func fault(_ error: any Error, in text: YAMLText) -> SyntaxFault {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      YAMLProblem(text: text, context: context, mark: mark).fault(problem)
    case .duplicatedKeysInMapping(let names, let context):
      YAMLDuplicateKey(text: text, name: names.first ?? "", first: context.mark).fault()
    default:
      SyntaxFault(offset: 0, message: "the text cannot be read as YAML")
    }
  }

  static let aliasMessage =
    "a record has no anchors and aliases (\"&\" and \"*\" before a name); "
    + "expected the value itself in each place, or quotes if it is text"
}
