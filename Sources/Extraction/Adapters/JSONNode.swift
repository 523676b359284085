internal import JSON

/// A value of a JSON document, with what it holds and its place in the input.
struct JSONNode {
  private let document: JSONDocument
  private let value: JSONValue
  /// Where the document begins in the input.
  private let base: Int

  /// The root of a document that begins at a byte of the input.
  init(_ document: JSONDocument, at base: Int = 0) {
    self.init(document, document.root, base)
  }

  private init(_ document: JSONDocument, _ value: JSONValue, _ base: Int) {
    self.document = document
    self.value = value
    self.base = base
  }

  /// Reads a part of a text.
  ///
  /// - Throws: ``SyntaxFault`` when it is not JSON.
  static func parse(_ bytes: [UInt8], _ range: Range<Int>) throws(SyntaxFault) -> JSONNode {
    do throws(JSONError) {
      return JSONNode(try JSONDocument.parse(bytes, range: range), at: range.lowerBound)
    } catch {
      throw SyntaxFault(offset: range.lowerBound + error.offset, message: error.message)
    }
  }

  var kind: JSONKind { document.kind(of: value) }
  var offset: Int { base + Int(document.offset(of: value)) }
  /// The text of a string, number or boolean.
  var text: String { document.text(of: value) }
  /// The text of a string that is not empty, else nil.
  var string: String? {
    guard kind == .string else { return nil }
    let text = text
    return text.isEmpty ? nil : text
  }
  /// A whole number, else nil.
  var integer: Int? { kind == .number ? Int(text) : nil }
  /// The text with its place.
  var placed: RecordDraft.Placed { RecordDraft.Placed(text, offset) }

  /// The elements of an array.
  var elements: [JSONNode] {
    document.elements(of: value).map { JSONNode(document, $0, base) }
  }

  /// The members of an object.
  var members: [(key: JSONNode, value: JSONNode)] {
    document.members(of: value).map {
      (JSONNode(document, $0.key, base), JSONNode(document, $0.value, base))
    }
  }

  /// How many elements or members there are.
  var count: Int { document.count(of: value) }

  /// The member of a name, or nil.
  subscript(name: String) -> JSONNode? {
    guard kind == .object else { return nil }
    for (key, member) in document.members(of: value)
    where document.strings[document.range(of: key)].elementsEqual(name.utf8) {
      return JSONNode(document, member, base)
    }
    return nil
  }
}
