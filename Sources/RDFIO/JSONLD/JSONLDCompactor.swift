internal import JSON
internal import RDF

/// Spells nodes and values with the words of a context, or in full without one.
struct JSONLDCompactor {
  var writer = JSONWriter()
  private let context: JSONLDContext?
  private let nativeTypes: JSONLDWriter.NativeTypes
  private var identifiers: [TermID: String] = [:]
  private var words: [TermID: String] = [:]
  private var choices: [Choice: JSONLDContext.Definition?] = [:]

  /// What decides which term a value that is no list goes under.
  private struct Choice: Hashable {
    let property: TermID
    /// The datatype of a literal; nil for an IRI or blank node.
    let datatype: TermID?
    let language: String?
  }

  /// What one key of a node holds.
  private struct Entry {
    let definition: JSONLDContext.Definition?
    var values: [JSONLDGraph.Value]
  }

  init(_ context: JSONLDContext?, _ nativeTypes: JSONLDWriter.NativeTypes) {
    self.context = context
    self.nativeTypes = nativeTypes
  }

  // MARK: Nodes

  /// Writes an array of nodes, each on a line.
  mutating func writeNodes(_ nodes: [JSONLDGraph.Node], _ terms: borrowing TermTable) {
    writer.beginArray()
    for node in nodes {
      writer.breakLine()
      write(node, terms)
    }
    writer.breakLine()
    writer.endArray()
  }

  private mutating func write(_ node: JSONLDGraph.Node, _ terms: borrowing TermTable) {
    writer.beginObject()
    writer.key("@id")
    writer.value(identifier(node.id, terms))
    if !node.types.isEmpty {
      writer.key("@type")
      var types: [ExactText] = []
      for type in node.types { types.append(ExactText(word(type, terms))) }
      types.sort()
      let isSingle = types.count == 1 && context != nil
      if !isSingle { writer.beginArray() }
      for type in types { writer.value(type.string) }
      if !isSingle { writer.endArray() }
    }
    let entries = entries(of: node, terms)
    for (key, entry) in entries.sorted(by: { $0.key < $1.key }) {
      writer.key(key.string)
      write(entry, terms)
    }
    if let graph = node.graph {
      writer.key("@graph")
      writeNodes(graph, terms)
    }
    writer.endObject()
  }

  private mutating func entries(
    of node: JSONLDGraph.Node, _ terms: borrowing TermTable
  ) -> [ExactText: Entry] {
    var entries: [ExactText: Entry] = [:]
    for (property, values) in node.properties {
      for value in Self.sorted(values, terms) {
        let definition = definition(for: property, value, terms) { found in
          // A list container holds one list.
          found.container != .list || entries[ExactText(found.name)] == nil
        }
        let key = definition.map { ExactText($0.name) } ?? ExactText(key(of: property, terms))
        entries[key, default: Entry(definition: definition, values: [])].values.append(value)
      }
    }
    return entries
  }

  /// The values by their spelling, lists after the others.
  private static func sorted(
    _ values: [JSONLDGraph.Value], _ terms: borrowing TermTable
  ) -> [JSONLDGraph.Value] {
    guard values.count > 1 else { return values }
    var single: [(spelling: ArraySlice<UInt8>, value: JSONLDGraph.Value)] = []
    var lists: [JSONLDGraph.Value] = []
    for value in values {
      switch value {
      case .term(let term): single.append((terms.bytes[terms.spelling(of: term)], value))
      case .list: lists.append(value)
      }
    }
    single.sort { $0.spelling.lexicographicallyPrecedes($1.spelling) }
    return single.map(\.value) + lists
  }

  // MARK: Values

  private mutating func write(_ entry: Entry, _ terms: borrowing TermTable) {
    switch entry.definition?.container {
    case .language: writeLanguages(entry.values, terms)
    case .list:
      if case .list(let items)? = entry.values.first {
        writer.beginArray()
        for item in items { write(item, entry.definition, terms) }
        writer.endArray()
      }
    case .set, .none?, nil:
      let isSingle =
        entry.values.count == 1 && context != nil && entry.definition?.container != .set
      if !isSingle { writer.beginArray() }
      for value in entry.values { write(value, entry.definition, terms) }
      if !isSingle { writer.endArray() }
    }
  }

  private mutating func writeLanguages(
    _ values: [JSONLDGraph.Value], _ terms: borrowing TermTable
  ) {
    var texts: [String: [String]] = [:]
    for case .term(let term) in values {
      texts[terms.language(of: term) ?? "", default: []].append(terms.string(of: term))
    }
    writer.beginObject()
    for (language, texts) in texts.sorted(by: { $0.key < $1.key }) {
      writer.key(language)
      if texts.count > 1 { writer.beginArray() }
      for text in texts { writer.value(text) }
      if texts.count > 1 { writer.endArray() }
    }
    writer.endObject()
  }

  private mutating func write(
    _ value: JSONLDGraph.Value, _ definition: JSONLDContext.Definition?,
    _ terms: borrowing TermTable
  ) {
    switch value {
    case .list(let items):
      writer.beginObject()
      writer.key("@list")
      writer.beginArray()
      for item in items { write(item, definition, terms) }
      writer.endArray()
      writer.endObject()
    case .term(let term):
      if isPlain(term, definition, terms) {
        writePlain(term, definition, terms)
      } else {
        writeObject(term, terms)
      }
    }
  }

  private mutating func writePlain(
    _ term: TermID, _ definition: JSONLDContext.Definition?, _ terms: borrowing TermTable
  ) {
    guard let datatype = terms.datatype(of: term) else {
      let isWord = definition?.coercion == .vocabulary
      writer.value(isWord ? word(term, terms) : identifier(term, terms))
      return
    }
    let text = terms.string(of: term)
    if nativeTypes == .ofContext, JSONLDNumber.isWhole(text, datatype, terms) {
      writer.number(text)
    } else if nativeTypes == .ofContext, datatype == .xsdBoolean, text == "true" || text == "false"
    {
      writer.value(text == "true")
    } else {
      writer.value(text)
    }
  }

  private mutating func writeObject(_ term: TermID, _ terms: borrowing TermTable) {
    writer.beginObject()
    if let datatype = terms.datatype(of: term) {
      writer.key("@value")
      writer.value(terms.string(of: term))
      if let language = terms.language(of: term) {
        writer.key("@language")
        writer.value(language)
      } else if datatype != .xsdString {
        writer.key("@type")
        writer.value(word(datatype, terms))
      }
    } else {
      writer.key("@id")
      writer.value(identifier(term, terms))
    }
    writer.endObject()
  }

  /// Whether a reader takes a bare string under a term as this very value.
  private func isPlain(
    _ term: TermID, _ definition: JSONLDContext.Definition?, _ terms: borrowing TermTable
  ) -> Bool {
    guard let context else { return false }
    let coercion = definition?.coercion ?? .none
    guard let datatype = terms.datatype(of: term) else {
      return coercion == .identifier || coercion == .vocabulary
    }
    let language = definition.map(\.language) ?? context.language
    if datatype == .rdfLangString {
      return coercion == .none && language == terms.language(of: term)
    }
    if datatype == .xsdString, coercion == .none { return language == nil }
    return coercion == .datatype(ExactText(terms.string(of: datatype)))
  }

  // MARK: Terms

  /// The term that says a value in the fewest words, or nil where none can hold it.
  private mutating func definition(
    for property: TermID, _ value: JSONLDGraph.Value, _ terms: borrowing TermTable,
    _ isFree: (JSONLDContext.Definition) -> Bool
  ) -> JSONLDContext.Definition? {
    guard let context, let known = context.byIRI[ExactText(terms.string(of: property))] else {
      return nil
    }
    guard case .term(let term) = value else {
      return best(known.filter(isFree), value, terms)
    }
    let choice = Choice(
      property: property, datatype: terms.datatype(of: term), language: terms.language(of: term))
    if let made = choices[choice] { return made }
    let found = best(known, value, terms)
    choices[choice] = .some(found)
    return found
  }

  private func best(
    _ definitions: [JSONLDContext.Definition], _ value: JSONLDGraph.Value,
    _ terms: borrowing TermTable
  ) -> JSONLDContext.Definition? {
    var best: (definition: JSONLDContext.Definition, cost: Int)?
    for definition in definitions where definition.isUsable {
      guard let cost = cost(of: value, definition, terms) else { continue }
      if cost < best?.cost ?? .max { best = (definition, cost) }
    }
    return best?.definition
  }

  /// How many words beyond the bare one a value takes under a term, or nil where it cannot be held.
  private func cost(
    of value: JSONLDGraph.Value, _ definition: JSONLDContext.Definition,
    _ terms: borrowing TermTable
  ) -> Int? {
    // Of two that need an object, the one that says least about its values.
    let isNeutral = definition.coercion == .none && definition.language == nil
    let object = isNeutral ? 1 : 2
    switch (value, definition.container) {
    case (.term(let term), .language):
      return terms.datatype(of: term) == .rdfLangString ? 0 : nil
    case (.list, .language), (.term, .list): return nil
    case (.term(let term), .none), (.term(let term), .set):
      return isPlain(term, definition, terms) ? 0 : object
    case (.list(let items), let container):
      var cost = container == .list ? 0 : 1
      for item in items {
        switch item {
        case .term(let term): cost += isPlain(term, definition, terms) ? 0 : object
        case .list: cost += object
        }
      }
      return cost
    }
  }

  /// The key of a property that no term can hold a value of.
  private mutating func key(of property: TermID, _ terms: borrowing TermTable) -> String {
    identifier(property, terms)
  }

  /// A node's or graph's name: a compact IRI, an IRI or a blank node.
  private mutating func identifier(_ term: TermID, _ terms: borrowing TermTable) -> String {
    if let known = identifiers[term] { return known }
    let text = terms.string(of: term)
    let made = terms.kind(of: term) == .blankNode ? "_:\(text)" : compactIRI(text) ?? text
    identifiers[term] = made
    return made
  }

  /// A class or datatype: a term where there is one.
  private mutating func word(_ term: TermID, _ terms: borrowing TermTable) -> String {
    if let known = words[term] { return known }
    let made = Self.word(terms.string(of: term), term, terms, context) ?? identifier(term, terms)
    words[term] = made
    return made
  }

  private static func word(
    _ iri: String, _ term: TermID, _ terms: borrowing TermTable, _ context: JSONLDContext?
  ) -> String? {
    guard let context, terms.kind(of: term) == .iri else { return nil }
    if let known = context.byIRI[ExactText(iri)]?.first(where: \.isUsableForValues) {
      return known.name
    }
    guard let vocabulary = context.vocabulary, let rest = rest(of: iri, after: vocabulary) else {
      return nil
    }
    let isSafe =
      !rest.hasPrefix("@") && !rest.hasPrefix("_") && !ExactText(rest).hasColon
      && !context.names.contains(ExactText(rest))
    return isSafe ? rest : nil
  }

  /// The shortest compact IRI that is read as this IRI, or nil where there is none.
  private func compactIRI(_ iri: String) -> String? {
    guard let context else { return nil }
    var best: ExactText?
    for (name, namespace) in context.prefixes where name != "_" {
      guard let rest = Self.rest(of: iri, after: namespace), !rest.hasPrefix("//") else { continue }
      let made = ExactText("\(name):\(rest)")
      guard !context.names.contains(made) else { continue }
      guard let known = best else {
        best = made
        continue
      }
      if (made.string.utf8.count, made) < (known.string.utf8.count, known) { best = made }
    }
    return best?.string
  }

  /// What follows a beginning, by bytes; nil where it does not begin so or nothing follows.
  private static func rest(of iri: String, after beginning: String) -> String? {
    guard iri.utf8.count > beginning.utf8.count, iri.utf8.starts(with: beginning.utf8) else {
      return nil
    }
    return String(decoding: iri.utf8.dropFirst(beginning.utf8.count), as: UTF8.self)
  }
}

/// Which literals JSON's own numbers hold without loss.
enum JSONLDNumber {
  private static let integers: Set<String> = [
    "integer", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger", "negativeInteger",
    "long", "int", "short", "byte", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte",
  ]

  /// Whether a lexical form is a whole number as JSON-LD's readers spell it again.
  ///
  /// - SeeAlso: JSON-LD 1.1 Processing Algorithms and API, section 8.2 (Object to RDF Conversion).
  static func isWhole(_ text: String, _ datatype: TermID, _ terms: borrowing TermTable) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard let first = digits.first, digits.count <= 15,
      digits.allSatisfy({ (0x30...0x39).contains($0) }), first != 0x30 || text == "0"
    else { return false }
    let iri = terms.string(of: datatype)
    return iri.hasPrefix(Namespace.xsd)
      && integers.contains(String(iri.dropFirst(Namespace.xsd.utf8.count)))
  }
}
