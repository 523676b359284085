internal import JSON
internal import RDF

/// Reads the definitions of a context.
///
/// - SeeAlso: JSON-LD 1.1 Processing Algorithms and API, sections 4.1 (Context Processing), 4.2
///   (Create Term Definition) and 5.2 (IRI Expansion).
struct JSONLDContextReader {
  let document: JSONDocument
  let body: JSONValue
  private(set) var vocabulary: String?
  private(set) var language: String?
  /// The terms by name; nil for one that means nothing.
  private(set) var definitions: [ExactText: JSONLDContext.Definition?] = [:]
  /// Names that stand for a keyword.
  private(set) var reserved = Set<ExactText>()
  private(set) var prefixes = Set<ExactText>()
  private var members: [ExactText: JSONValue] = [:]
  private var open = Set<ExactText>()

  init(_ bytes: [UInt8]) throws(JSONError) {
    document = try JSONDocument.parse(bytes)
    var found = document.root
    for (key, value) in document.members(of: found) where document.text(of: key) == "@context" {
      found = value
    }
    body = found
    guard document.kind(of: found) == .object else {
      throw fault(
        found, "the context is \(document.kind(of: found).name); expected an object of terms")
    }
  }

  mutating func read() throws(JSONError) {
    var names: [ExactText] = []
    var globals: [String: JSONValue] = [:]
    var iterator = document.members(of: body)
    while let (key, value) = iterator.next() {
      let name = ExactText(document.text(of: key))
      switch name.string {
      case "@version", "@vocab", "@language": globals[name.string] = value
      // How documents should write it, which changes nothing in what they say.
      case "@type": continue
      case "@base", "@direction", "@import", "@propagate", "@protected":
        throw fault(key, "a context with \(name) is not supported")
      default:
        // A name that looks like a keyword means nothing.
        if Self.isLikeKeyword(name.string) { continue }
        if name.string.isEmpty { throw fault(key, "a term with an empty name") }
        members[name] = value
        names.append(name)
      }
    }
    try readGlobals(globals)
    for name in names { try define(name) }
  }

  private mutating func readGlobals(_ globals: [String: JSONValue]) throws(JSONError) {
    if let value = globals["@version"] {
      guard document.kind(of: value) == .number, Double(document.text(of: value)) == 1.1 else {
        throw fault(value, "@version has to be 1.1")
      }
    }
    if let value = globals["@language"] {
      language = try languageTag(value)
    }
    if let value = globals["@vocab"] {
      switch document.kind(of: value) {
      case .null: vocabulary = nil
      case .string:
        let text = document.text(of: value)
        guard let iri = try expanded(ExactText(text)), IRISyntax.fault(in: iri) == nil else {
          throw fault(value, "@vocab is \"\(text)\"; expected an absolute IRI")
        }
        vocabulary = iri
      default: throw fault(value, "@vocab is no string")
      }
    }
  }

  // MARK: Terms

  private mutating func define(_ name: ExactText) throws(JSONError) {
    guard let value = members[name], definitions[name] == nil, !reserved.contains(name) else {
      return
    }
    guard open.insert(name).inserted else {
      throw fault(value, "the term \"\(name.string)\" is defined by itself")
    }
    defer { open.remove(name) }
    switch document.kind(of: value) {
    case .null: definitions[name] = .some(nil)
    case .string: try define(name, as: value, isSimple: true)
    case .object: try define(name, by: value)
    default:
      throw fault(value, "the term \"\(name.string)\" is \(document.kind(of: value).name)")
    }
  }

  /// Defines a term that stands for what a string says; nil for its own name.
  private mutating func define(
    _ name: ExactText, as value: JSONValue?, isSimple: Bool
  ) throws(JSONError) {
    let place = value ?? members[name] ?? body
    let text = value.map { ExactText(document.text(of: $0)) } ?? name
    if Self.isLikeKeyword(text.string) {
      reserved.insert(name)
      return
    }
    let iri =
      text == name
      ? try expandedName(name) ?? vocabulary.map { $0 + name.string } : try expanded(text)
    guard let iri, IRISyntax.fault(in: iri) == nil else {
      throw fault(place, "the term \"\(name.string)\" stands for no absolute IRI")
    }
    if let read = try expandedName(name), ExactText(read) != ExactText(iri) {
      throw fault(place, "the term \"\(name.string)\" reads as another IRI than <\(iri)>")
    }
    definitions[name] = JSONLDContext.Definition(
      name: name.string, iri: iri, language: language)
    let ends: Set<Unicode.Scalar> = [":", "/", "?", "#", "[", "]", "@"]
    if isSimple, let last = iri.unicodeScalars.last, ends.contains(last), !name.hasColon {
      prefixes.insert(name)
    }
  }

  private mutating func define(_ name: ExactText, by value: JSONValue) throws(JSONError) {
    var parts: [String: JSONValue] = [:]
    for (key, part) in document.members(of: value) { parts[document.text(of: key)] = part }
    let identifier = parts.removeValue(forKey: "@id")
    if let identifier, document.kind(of: identifier) == .null {
      definitions[name] = .some(nil)
      return
    }
    if parts["@reverse"] != nil {
      reserved.insert(name)
      return
    }
    try define(name, as: identifier, isSimple: false)
    guard var definition = definitions[name] ?? nil else { return }
    for (key, part) in parts.sorted(by: { $0.key < $1.key }) {
      switch key {
      case "@type": definition.coercion = try coercion(part, &definition)
      case "@container": definition.container = container(part, &definition)
      case "@language": definition.language = try languageTag(part)
      case "@prefix":
        if document.boolean(of: part), !name.hasColon { prefixes.insert(name) }
      case "@protected": throw fault(part, "a term with @protected is not supported")
      case "@context":
        definition.isUsable = false
        definition.isUsableForValues = false
      default: definition.isUsable = false
      }
    }
    definitions[name] = definition
  }

  private mutating func coercion(
    _ value: JSONValue, _ definition: inout JSONLDContext.Definition
  ) throws(JSONError) -> JSONLDContext.Definition.Coercion {
    let text = document.text(of: value)
    switch text {
    case "@id": return .identifier
    case "@vocab": return .vocabulary
    case "@none": return .objectsOnly
    case "@json":
      definition.isUsable = false
      return .none
    default:
      guard let iri = try expanded(ExactText(text)), IRISyntax.fault(in: iri) == nil else {
        throw fault(value, "the type \"\(text)\" is no absolute IRI")
      }
      return .datatype(ExactText(iri))
    }
  }

  private func container(
    _ value: JSONValue, _ definition: inout JSONLDContext.Definition
  ) -> JSONLDContext.Definition.Container {
    var words: Set<String> = []
    if document.kind(of: value) == .array {
      for element in document.elements(of: value) { words.insert(document.text(of: element)) }
    } else if document.kind(of: value) == .string {
      words = [document.text(of: value)]
    }
    let isSet = words.remove("@set") != nil
    switch words {
    case []: return isSet ? .set : .none
    case ["@list"] where !isSet: return .list
    case ["@language"]: return .language
    default:
      definition.isUsable = false
      return .none
    }
  }

  private func languageTag(_ value: JSONValue) throws(JSONError) -> String? {
    if document.kind(of: value) == .null { return nil }
    guard document.kind(of: value) == .string, let tag = LanguageTag(document.text(of: value))
    else { throw fault(value, "this is no language tag") }
    return tag.text
  }

  // MARK: IRIs

  /// What a text stands for where terms count, or nil where that is nothing.
  private mutating func expanded(_ text: ExactText) throws(JSONError) -> String? {
    if members[text] != nil {
      try define(text)
      return (definitions[text] ?? nil)?.iri
    }
    return try expandedName(text) ?? vocabulary.map { $0 + text.string }
  }

  /// What a name with a colon stands for; nil for one without.
  private mutating func expandedName(_ name: ExactText) throws(JSONError) -> String? {
    guard let prefix = name.beforeColon else { return nil }
    let suffix = String(
      decoding: name.string.utf8.dropFirst(prefix.string.utf8.count + 1), as: UTF8.self)
    guard prefix.string != "_", !suffix.hasPrefix("//"), members[prefix] != nil else {
      return name.string
    }
    try define(prefix)
    return (definitions[prefix] ?? nil).map { $0.iri + suffix } ?? name.string
  }

  private static func isLikeKeyword(_ text: String) -> Bool {
    text.hasPrefix("@") && text.utf8.count > 1
      && text.utf8.dropFirst().allSatisfy {
        (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
      }
  }

  private func fault(_ value: JSONValue, _ message: String) -> JSONError {
    JSONError(offset: Int(document.offset(of: value)), message: message)
  }
}
