public import Ontology
internal import RDF

/// How the classes and properties of an ontology meet those of authorities, read from a table.
///
/// Its columns are `says`, `term`, `is` and `name`; ontology/authorities.tsv says what they hold.
public struct TypeTable: Sendable {
  /// What a property of an entity is to be compared with.
  enum Role: String {
    case country, coordinates, begin, end
  }

  let ontology: Ontology
  private var classesByType: [String: [String]] = [:]
  /// Types whose IRI may end in anything, longest first.
  private var openTypes: [(prefix: String, classIRI: String)] = []
  private var classesByName: [NameKey: [String]] = [:]
  private(set) var roles: [String: Role] = [:]
  private var needs: [String: Role] = [:]
  private var nations: [String] = []
  /// The classes of so many things that one word tells none of them, and those above.
  private var crowded: Set<String> = []
  /// The classes that have a type of an authority.
  private var mapped: Set<String> = []

  /// Reads a table.
  ///
  /// - Throws: ``LinkingError/malformed(_:)`` where a line is not as expected, or names a class or
  ///   property that the ontology has not.
  public init(_ bytes: [UInt8], file: String, ontology: Ontology) throws(LinkingError) {
    self.ontology = ontology
    let table = try TabTable(bytes, file: file)
    try table.require("says", "term", "is")
    for row in table.rows {
      let term = row["term"]
      switch row["says"] {
      case "class":
        let iri = try Self.classIRI(term, ontology, table, row)
        mapped.insert(iri)
        let type = row["is"]
        if type.hasSuffix("*") {
          openTypes.append((String(type.dropLast()), iri))
        } else {
          classesByType[type, default: []].append(iri)
        }
        if !row["name"].isEmpty { classesByName[NameKey(row["name"]), default: []].append(iri) }
      case "requires":
        needs[try Self.classIRI(term, ontology, table, row)] = try Self.role(table, row)
      case "property":
        let role = try Self.role(table, row)
        // What the ontology does not name may still be in the data, by its IRI.
        if let property = ontology.propertyNamed(term) {
          roles[property.iri] = role
        } else if IRISyntax.fault(in: term) == nil {
          roles[term] = role
        } else {
          throw table.error(
            row, "the ontology has no property \"\(term)\"\(ontology.propertyHint(term))")
        }
      case "many":
        let iri = try Self.classIRI(term, ontology, table, row)
        crowded.formUnion(ontology.ancestors(ofClass: iri))
      case "nation": nations.append(try Self.classIRI(term, ontology, table, row))
      case let other:
        throw table.error(
          row, "unknown word \"\(other)\"; expected one of class, requires, many, property, nation")
      }
    }
    openTypes.sort { $0.prefix.utf8.count > $1.prefix.utf8.count }
  }

  private static func classIRI(
    _ name: String, _ ontology: Ontology, _ table: TabTable, _ row: TabTable.Row
  ) throws(LinkingError) -> String {
    if let found = ontology.classNamed(name) ?? ontology.classOf(iri: Ontology.namespace + name) {
      return found.iri
    }
    throw table.error(row, "the ontology has no class \"\(name)\"\(ontology.classHint(name))")
  }

  private static func role(
    _ table: TabTable, _ row: TabTable.Row
  ) throws(LinkingError) -> Role {
    guard let role = Role(rawValue: row["is"]) else {
      throw table.error(
        row, "unknown word \"\(row["is"])\"; expected one of country, coordinates, begin, end")
    }
    return role
  }

  /// Whether things of a class can be looked up: it or a class above has a type of an authority, or
  /// is that of concepts.
  func isMapped(_ classIRI: String) -> Bool {
    !ontology.ancestors(ofClass: classIRI).isDisjoint(with: mapped) || isConcept(classIRI)
  }

  /// Whether things of a class are concepts of a thesaurus.
  func isConcept(_ classIRI: String) -> Bool {
    ontology.ancestors(ofClass: classIRI).contains(AuthorityTerms.concept)
  }

  /// Whether things of a class are countries.
  func isNation(_ classIRI: String) -> Bool {
    !ontology.ancestors(ofClass: classIRI).isDisjoint(with: nations)
  }

  /// What must be known and agree before a thing of these classes is matched.
  func needs(of classes: [String]) -> Set<Role> {
    var found: Set<Role> = []
    for one in classes {
      for above in ontology.ancestors(ofClass: one) {
        if let role = needs[above] { found.insert(role) }
      }
    }
    return found
  }

  /// The classes that a type of an authority stands for.
  func classes(of kind: AuthorityItem.Kind) -> [String] {
    if let exact = classesByType[kind.id] { return exact }
    if let open = openTypes.first(where: { kind.id.hasPrefix($0.prefix) }) {
      return [open.classIRI]
    }
    return classesByName[NameKey(kind.name.isEmpty ? kind.id : kind.name)] ?? []
  }

  /// How an entity's classes and a candidate's types go together; the best of all pairs holds, but
  /// for disjoint ones, of which one is enough.
  func agreement(_ classes: [String], _ kinds: [AuthorityItem.Kind]) -> Features.TypeAgreement {
    var best: Features.TypeAgreement?
    var isDisjoint = false
    for candidate in Set(kinds.flatMap { self.classes(of: $0) }) {
      for own in classes {
        if ontology.areDisjoint(own, candidate) { isDisjoint = true }
        let found: Features.TypeAgreement =
          ontology.ancestors(ofClass: candidate).contains(own)
          ? .same : ontology.ancestors(ofClass: own).contains(candidate) ? .broader : .other
        best = Self.better(best, found)
      }
    }
    // A country is an actor too: what agrees in one type is not refused for another.
    if isDisjoint, best == .other { return .disjoint }
    return best ?? (kinds.isEmpty ? .unknown : .unlisted)
  }

  /// Whether an entity's classes and a candidate's types agree in a class of few things: the more
  /// general one of a pair is what they agree in.
  func isTelling(_ classes: [String], _ kinds: [AuthorityItem.Kind]) -> Bool {
    for candidate in Set(kinds.flatMap { self.classes(of: $0) }) {
      for own in classes {
        if ontology.ancestors(ofClass: candidate).contains(own) {
          if !crowded.contains(own) { return true }
        } else if ontology.ancestors(ofClass: own).contains(candidate) {
          if !crowded.contains(candidate) { return true }
        }
      }
    }
    return false
  }

  private static func better(
    _ first: Features.TypeAgreement?, _ second: Features.TypeAgreement
  ) -> Features.TypeAgreement {
    let order: [Features.TypeAgreement] = [.same, .broader, .other]
    guard let first else { return second }
    return order.first { $0 == first || $0 == second } ?? second
  }
}
