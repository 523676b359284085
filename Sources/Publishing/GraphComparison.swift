public import RDF

/// What became of a graph in a store, by value.
///
/// Statements that come back as they went are no part of it. Of the others each is paired with one
/// of the same subject and predicate whose object says the same in another form, nearly the same, or
/// something else of its datatype; what is left was lost or added. Language tags are compared without regard to case.
///
/// - SeeAlso: XML Schema 1.1 Part 2, section 2.3 (values and lexical forms); RDF 1.1 Concepts,
///   section 3.3.
public struct GraphComparison: Sendable {
  /// How far what came back is from what was sent.
  public enum Distance: Sendable {
    /// It is the same value in another form.
    case sameValue
    /// It is as near as the digits of a store allow.
    case nearValue
    /// It is something else of the same datatype.
    case otherValue
  }

  /// An object that a store keeps otherwise.
  public struct Change: Hashable, Sendable {
    /// How it was sent, as N-Triples spell it.
    public let sent: String
    /// How it came back.
    public let found: String
    /// How far it is from what was sent.
    public let distance: Distance
  }

  /// How many statements came back, in whatever form.
  public private(set) var kept = 0
  /// The statements that did not come back.
  public private(set) var lost: [String] = []
  /// The statements that came back and were not sent.
  public private(set) var added: [String] = []
  /// The objects that came back otherwise.
  public private(set) var changes: [Change] = []

  /// Whether all came back, and nothing else.
  public var isWhole: Bool {
    lost.isEmpty && added.isEmpty && !changes.contains { $0.distance == .otherValue }
  }

  /// Compares statements with what came back.
  ///
  /// - Parameters:
  ///   - quads: what was sent; the graphs that they name do not matter.
  ///   - terms: the terms of these.
  ///   - found: what came back.
  ///   - graph: where it came from, for messages.
  ///   - canonicalizer: tells blank nodes apart.
  /// - Throws: ``PublishingError/undecided(_:reason:)``, ``PublishingError/term(_:)``.
  public init(
    _ quads: [Quad], of terms: borrowing TermTable, with found: borrowing Dataset,
    in graph: GraphName, canonicalizer: Canonicalizer
  ) throws(PublishingError) {
    var table = TermTable()
    var sent = Set<Quad>()
    var back = Set<Quad>()
    var lines: [Quad] = []
    var others: [Quad] = []
    do throws(TermError) {
      for quad in quads {
        let quad = try table.intern(quad, of: terms)
        let bare = Quad(quad.subject, quad.predicate, quad.object)
        if sent.insert(bare).inserted { lines.append(bare) }
      }
      for quad in found.quads {
        let quad = try table.intern(quad, of: found.terms)
        if back.insert(quad).inserted { others.append(quad) }
      }
    } catch {
      throw .term(error)
    }
    var hasBlankNodes = false
    for quad in lines { hasBlankNodes = hasBlankNodes || Self.hasBlankNode(quad, table) }
    guard !hasBlankNodes else {
      try compareWithBlankNodes(lines, others, table, graph, canonicalizer)
      return
    }
    let missing = lines.filter { !back.contains($0) }
    let extra = others.filter { !sent.contains($0) }
    kept = lines.count - missing.count
    pair(missing, extra, others.filter { sent.contains($0) }, table)
  }

  /// Finds for each statement that did not come back the nearest that did.
  ///
  /// - Parameters:
  ///   - missing: those that did not come back.
  ///   - extra: those that came back and were not sent.
  ///   - same: those that came back as they were sent, which may stand for others of their value.
  ///   - table: the terms.
  private mutating func pair(
    _ missing: [Quad], _ extra: [Quad], _ same: [Quad], _ table: borrowing TermTable
  ) {
    var candidates: [Key: [TermID]] = [:]
    for quad in extra + same { candidates[Key(quad), default: []].append(quad.object) }
    var used = Set(same)
    var left = missing
    for distance in [Distance.sameValue, .nearValue, .otherValue] {
      var unpaired: [Quad] = []
      for quad in left {
        var found: TermID?
        for object in candidates[Key(quad)] ?? [] where found == nil {
          let isUsed = used.contains(Quad(quad.subject, quad.predicate, object))
          // A store may take two values for one, and then gives it back once.
          guard !isUsed || distance == .sameValue else { continue }
          if Self.are(quad.object, object, distance, table) { found = object }
        }
        guard let found else {
          unpaired.append(quad)
          continue
        }
        if distance != .otherValue { kept += 1 }
        used.insert(Quad(quad.subject, quad.predicate, found))
        changes.append(
          Change(
            sent: table.spelled(quad.object), found: table.spelled(found), distance: distance))
      }
      left = unpaired
    }
    for quad in left { lost.append(Self.spelled(quad, table)) }
    for quad in extra where !used.contains(quad) { added.append(Self.spelled(quad, table)) }
  }

  private static func are(
    _ left: TermID, _ right: TermID, _ distance: Distance, _ table: borrowing TermTable
  ) -> Bool {
    switch distance {
    case .sameValue: return ObjectForm.isSame(left, right, table)
    case .nearValue: return ObjectForm.isNear(left, right, table)
    case .otherValue:
      guard let datatype = table.datatype(of: left) else { return false }
      return datatype == table.datatype(of: right) && datatype != .xsdString
        && datatype != .rdfLangString
    }
  }

  /// Blank nodes have other labels in each answer, so that both sides are brought to one form of
  /// values and then compared as graphs.
  private mutating func compareWithBlankNodes(
    _ quads: [Quad], _ others: [Quad], _ table: borrowing TermTable, _ graph: GraphName,
    _ canonicalizer: Canonicalizer
  ) throws(PublishingError) {
    let before = try Self.normalized(quads, table)
    let after = try Self.normalized(others, table)
    do throws(DifferenceError) {
      let difference = try DatasetDifference(
        from: before, to: after, canonicalizer: canonicalizer)
      kept = before.quads.count - difference.removed.count
      pair(difference.removed, difference.added, [], difference.terms)
    } catch {
      throw .undecided(graph, reason: error.description)
    }
  }

  private static func normalized(
    _ quads: [Quad], _ table: borrowing TermTable
  ) throws(PublishingError) -> Dataset {
    var dataset = Dataset()
    for quad in quads {
      do throws(TermError) {
        var copy = try dataset.terms.intern(quad, of: table)
        if let form = ObjectForm.canonical(quad.object, table) {
          let datatype = try dataset.terms.iri(form.datatype)
          let object = try dataset.terms.literal(form.lexical, datatype: datatype)
          copy = Quad(copy.subject, copy.predicate, object)
        }
        dataset.insert(copy)
      } catch {
        throw .term(error)
      }
    }
    return dataset
  }

  /// How many statements are left when those of one value are one.
  static func countByValue(
    _ quads: [Quad], _ terms: borrowing TermTable, _ precision: ObjectForm.Precision
  ) -> Int {
    var seen = Set<[ObjectForm.Key]>()
    for quad in quads {
      seen.insert([
        .term(quad.subject), .term(quad.predicate), ObjectForm.key(quad.object, terms, precision),
      ])
    }
    return seen.count
  }

  private struct Key: Hashable {
    let subject: TermID
    let predicate: TermID

    init(_ quad: Quad) {
      subject = quad.subject
      predicate = quad.predicate
    }
  }

  private static func hasBlankNode(_ quad: Quad, _ terms: borrowing TermTable) -> Bool {
    terms.kind(of: quad.subject) == .blankNode || terms.kind(of: quad.object) == .blankNode
  }

  private static func spelled(_ quad: Quad, _ terms: borrowing TermTable) -> String {
    "\(terms.spelled(quad.subject)) \(terms.spelled(quad.predicate)) \(terms.spelled(quad.object))"
  }
}
