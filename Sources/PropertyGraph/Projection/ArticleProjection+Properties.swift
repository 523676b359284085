internal import Ontology
internal import RDF

/// The values of properties, plain or claimed.
extension ArticleProjection {
  /// Values by key, in order of first appearance.
  private struct Values {
    var keys: [GraphKeyNumber] = []
    var texts: [GraphKeyNumber: [String]] = [:]

    mutating func put(_ key: GraphKeyNumber, _ text: String) {
      if texts[key] == nil { keys.append(key) }
      if !ArticleProjection.holds(texts[key] ?? [], text) { texts[key, default: []].append(text) }
    }

    mutating func move(_ key: GraphKeyNumber, to place: GraphKeyNumber) {
      let moved = texts.removeValue(forKey: key) ?? []
      if texts[place] == nil {
        keys = keys.map { $0 == key ? place : $0 }
      } else {
        keys.removeAll { $0 == key }
      }
      texts[place, default: []] += moved.filter {
        !ArticleProjection.holds(texts[place] ?? [], $0)
      }
    }
  }

  /// Adds what a thing's properties say that is no edge; a number that is bounded or not asserted
  /// is text.
  mutating func addProperties(
    of subject: TermID, to found: inout GraphValues, _ dataset: borrowing Dataset
  ) {
    var values = Values()
    for quad in bySubject[subject] {
      switch use(of: quad.predicate) {
      case .property where !isNode.contains(quad.object):
        if isInlined.contains(quad.object) {
          inline(quad, into: &values, dataset)
        } else {
          put(quad, quad.object, nil, into: &values, dataset)
        }
      case .detail, .annotation, .words: note(.detail, quad, dataset)
      default: continue
      }
    }
    for claim in claimsBySubject[subject] ?? [] {
      guard let triple = triple(of: claim), !isNode.contains(triple.object) else { continue }
      let quad = triple.quad
      guard options.extras.contains(.denied) || prefix(claim, dataset) != "denied: " else {
        note(.denied, quad, dataset)
        continue
      }
      put(quad, triple.object, claim, into: &values, dataset)
    }
    for key in values.keys {
      // A number's key takes one number; several stand as text.
      let several = values.texts[key] ?? []
      let place = several.count > 1 ? words.keys.text(beside: key) : key
      guard place != key else { continue }
      values.move(key, to: place)
    }
    for key in values.keys { found.add(key, values.texts[key] ?? []) }
  }

  /// Puts a value under its property's key, or under the one for what is not of its type.
  private mutating func put(
    _ quad: Quad, _ object: TermID, _ claim: TermID?, into values: inout Values,
    _ dataset: borrowing Dataset
  ) {
    let iri = dataset.terms.string(of: quad.predicate)
    let key = words.key(iri)
    if words.names.isRenamed(iri) {
      note(.renamed, dataset.terms.string(of: quad.subject), iri, words.keys.names[key.rawValue])
    }
    guard dataset.terms.kind(of: object) == .literal else {
      let text = prefixed(claim, words.names.curie(dataset.terms.string(of: object)), dataset)
      values.put(words.keys.text(beside: key), text)
      return
    }
    let plain = dataset.terms.string(of: object)
    let shown = claim.map { bounded($0, plain, dataset) } ?? plain
    guard shown.utf8.elementsEqual(plain.utf8) else {
      let place = words.keys.text(beside: key)
      if place != key { note(.notOfType, quad, dataset) }
      noteForm(object, quad, dataset)
      values.put(place, shown)
      return
    }
    guard words.keys.kinds[key.rawValue] != .string else {
      noteForm(object, quad, dataset)
      values.put(key, plain)
      return
    }
    if let text = typed(plain, words.keys.kinds[key.rawValue]) {
      if words.keys.kinds[key.rawValue] == .double, Self.digits(plain) > 15 {
        note(.longNumber, quad, dataset)
      }
      values.put(key, text)
    } else {
      let isInteger =
        words.keys.kinds[key.rawValue] == .long && !plain.isEmpty
        && plain.drop { $0 == "-" || $0 == "+" }.allSatisfy(\.isNumber)
      note(isInteger ? .largeInteger : .notOfType, quad, dataset)
      values.put(words.keys.text(beside: key), plain)
    }
  }

  /// A value as its type's readers all read it; nil where it is none of the type.
  private func typed(_ text: String, _ kind: GraphKey.Kind) -> String? {
    let parts = text.unicodeScalars.split { " \t\r\n".unicodeScalars.contains($0) }
    guard kind == .string || parts.count == 1 else { return nil }
    let trimmed = parts.first.map { String($0) } ?? ""
    switch kind {
    case .string: return text
    case .long: return Int64(trimmed).map(String.init)
    case .double:
      // Some readers know no infinity, to some what is not there is NaN, and igraph refuses a file
      // with a number that is nearer to zero than a normal one.
      guard let number = Double(trimmed), number.isFinite,
        number.isNormal || Self.digits(trimmed) == 0, !trimmed.lowercased().contains("x")
      else { return nil }
      // Nor has Tulip a minus zero.
      return number.isZero && number.sign == .minus ? nil : trimmed
    case .boolean:
      switch trimmed {
      case "true", "1": return "true"
      case "false", "0": return "false"
      default: return nil
      }
    }
  }

  /// How many digits of a number count.
  private static func digits(_ text: String) -> Int {
    let mantissa = text.prefix { $0 != "e" && $0 != "E" }.filter { $0.isNumber }
    return mantissa.drop { $0 == "0" }.count
  }

  /// Notes what text does not hold of a literal.
  private mutating func noteForm(_ term: TermID, _ quad: Quad, _ dataset: borrowing Dataset) {
    switch dataset.terms.datatype(of: term) {
    case .some(.rdfLangString): note(.languageTag, quad, dataset)
    case .some(.xsdString), .none: break
    case .some: note(.datatype, quad, dataset)
    }
  }

  /// Puts the values of a blank node under keys below that of what refers to it.
  private mutating func inline(
    _ quad: Quad, into values: inout Values, _ dataset: borrowing Dataset
  ) {
    let above = words.names.attribute(dataset.terms.string(of: quad.predicate))
    note(.blankNode, quad, dataset)
    for one in bySubject[quad.object] {
      let name = words.names.attribute(dataset.terms.string(of: one.predicate))
      let isLiteral = dataset.terms.kind(of: one.object) == .literal
      let text = dataset.terms.string(of: one.object)
      if isLiteral { noteForm(one.object, one, dataset) }
      values.put(
        words.keys.number("\(above).\(name)"), isLiteral ? text : words.names.curie(text))
    }
  }

  /// A value with its bound, unit and status: `> 180 persons`.
  private func bounded(_ claim: TermID, _ text: String, _ dataset: borrowing Dataset) -> String {
    let bound = local(claim, .bound, dataset).flatMap { Self.signs[$0] }
    let unit = strings(claim, .unit, dataset).first
    let number = bound.map { sign in sign + text + (unit.map { " " + $0 } ?? "") } ?? text
    return prefix(claim, dataset) + number
  }

  private static let signs = [
    "approximately": "≈ ", "atLeast": "≥ ", "atMost": "≤ ", "moreThan": "> ", "lessThan": "< ",
  ]

  private func prefixed(
    _ claim: TermID?, _ text: String, _ dataset: borrowing Dataset
  ) -> String {
    claim.map { prefix($0, dataset) + text } ?? text
  }

  /// Notes what of a claim has no key.
  mutating func noteClaimDetails(_ quads: ArraySlice<Quad>, _ dataset: borrowing Dataset) {
    let isBounded = quads.first.map { has($0.subject, .bound) } ?? false
    for quad in quads {
      switch words.facts.property(quad.predicate) {
      case .type, .subject, .predicate, .object, .status, .degree, .basis, .interval, .confidence,
        .bound, .alternativeOf, .wasAttributedTo, .hadPrimarySource:
        continue
      case .unit where isBounded: continue
      default: note(.detail, quad, dataset)
      }
    }
  }
}
