public import RDF
internal import RDFIO

/// The classes and properties that data may use, read from Turtle at run time.
///
/// The ontology that comes with griot is always part of ``dataset``, for the record's own model is
/// made of its terms. Names are looked up in the user's ontology where there is one, else in it.
///
/// - SeeAlso: OWL 2 RDF-Based Semantics, section 5 (semantic conditions).
public final class Ontology: Sendable {
  /// The namespace of griot's own terms.
  public static let namespace = "https://w3id.org/griot/ontology#"

  /// A file of an ontology.
  public struct File: Sendable {
    /// The name the user gave it, for messages.
    public let name: String
    /// Its bytes.
    public let bytes: [UInt8]

    /// Names the bytes of a file.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// All triples of all files, with a table of terms of its own.
  public let dataset: Dataset
  /// The classes of all files, in order of appearance.
  public let classes: [OntologyClass]
  /// The properties of all files, in order of appearance.
  public let properties: [OntologyProperty]

  /// For each file how many quads the ones before it gave.
  private let starts: [(quad: Int, file: File)]
  private let classesByIRI: [String: Int]
  private let propertiesByIRI: [String: Int]
  private let classesByName: [String: Int]
  private let propertiesByName: [String: Int]
  private let ancestors: [String: Set<String>]

  /// Whether the ontology that comes with griot is part of one.
  public enum Scope: Sendable {
    /// It is, for records are mapped to its terms.
    case records
    /// It is not where the user names one: the data are not of records.
    case ownFiles
  }

  /// Reads the ontology that comes with griot and the user's, if any.
  ///
  /// - Parameters:
  ///   - files: the user's own; with none, names are those of the shipped one.
  ///   - scope: whether the shipped one is there beside the user's.
  /// - Throws: ``OntologyError``.
  public init(files: [File] = [], scope: Scope = .records) throws(OntologyError) {
    var dataset = Dataset(tracing: .on)
    var starts: [(quad: Int, file: File)] = []
    do throws(RDFIOError) {
      for (number, file) in files.enumerated() {
        starts.append((dataset.quads.count, file))
        try RDFReader.read(
          file.bytes, file: file.name, syntax: RDFSyntax(fileName: file.name) ?? .turtle,
          blankNodes: "o\(number + 1)-", into: &dataset)
      }
    } catch {
      throw .unreadable(error)
    }
    let named = OntologyReader(dataset)
    let nameable = files.isEmpty ? nil : (named.classes.map(\.iri), named.properties.map(\.iri))
    if let file = files.first, named.classes.isEmpty, named.properties.isEmpty {
      throw .empty(file: file.name)
    }
    do throws(RDFIOError) {
      if files.isEmpty || scope == .records {
        starts.append(
          (dataset.quads.count, File(name: "griot.ttl", bytes: ShippedFiles.ontology)))
        try RDFReader.read(
          ShippedFiles.ontology, file: "griot.ttl", syntax: .turtle, into: &dataset)
      }
    } catch {
      throw .unreadable(error)
    }
    let all = OntologyReader(dataset)
    classes = all.classes
    properties = all.properties
    classesByIRI = Self.index(all.classes.map(\.iri))
    propertiesByIRI = Self.index(all.properties.map(\.iri))
    // Terms of other vocabularies are declared for what is written, not for records to name.
    let isOwn: (String) -> Bool = { $0.hasPrefix(Self.namespace) }
    let classNames = Set(nameable?.0 ?? all.classes.map(\.iri).filter(isOwn))
    let propertyNames = Set(nameable?.1 ?? all.properties.map(\.iri).filter(isOwn))
    classesByName = Self.names(
      all.classes.enumerated().filter { classNames.contains($0.element.iri) }
        .map { ($0.offset, $0.element.localName, $0.element.labels) })
    propertiesByName = Self.names(
      all.properties.enumerated().filter { propertyNames.contains($0.element.iri) }
        .map { ($0.offset, $0.element.localName, $0.element.labels) })
    ancestors = Self.closure(all.classes)
    self.starts = starts
    self.dataset = dataset
  }

  /// The file that a quad of ``dataset`` stands in, and where; nil where there is no such quad.
  public func place(ofQuad number: Int) -> (file: String, position: SourcePosition?)? {
    guard dataset.quads.indices.contains(number),
      let part = starts.last(where: { $0.quad <= number })
    else { return nil }
    let origin = dataset.origin(of: number)
    return (part.file.name, SourcePosition(of: origin, in: part.file.bytes))
  }

  private static func index(_ iris: [String]) -> [String: Int] {
    Dictionary(zip(iris, iris.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Local names before labels, earlier terms before later ones.
  private static func names(_ terms: [(Int, String, [OntologyLabel])]) -> [String: Int] {
    var names: [String: Int] = [:]
    for (index, localName, _) in terms where names[localName] == nil { names[localName] = index }
    for (index, _, labels) in terms {
      for label in labels where names[label.text] == nil { names[label.text] = index }
    }
    return names
  }

  private static func closure(_ classes: [OntologyClass]) -> [String: Set<String>] {
    let direct = Dictionary(
      classes.map { ($0.iri, $0.superclasses) }, uniquingKeysWith: { first, _ in first })
    var closure: [String: Set<String>] = [:]
    for one in classes {
      var found: Set<String> = [one.iri]
      var open = [one.iri]
      while let next = open.popLast() {
        for above in direct[next] ?? [] where found.insert(above).inserted { open.append(above) }
      }
      closure[one.iri] = found
    }
    return closure
  }

  /// The class that a record names by local name, label or IRI.
  public func classNamed(_ name: String) -> OntologyClass? {
    indexOfClass(named: name).map { classes[$0] }
  }

  /// Where in ``classes`` the class is that a record names by local name, label or IRI.
  public func indexOfClass(named name: String) -> Int? {
    classesByName[name] ?? classesByIRI[name]
  }

  /// The property that a record names by local name, label or IRI.
  public func propertyNamed(_ name: String) -> OntologyProperty? {
    indexOfProperty(named: name).map { properties[$0] }
  }

  /// Where in ``properties`` the property is that a record names by local name, label or IRI.
  public func indexOfProperty(named name: String) -> Int? {
    propertiesByName[name] ?? propertiesByIRI[name]
  }

  /// The class of an IRI.
  public func classOf(iri: String) -> OntologyClass? { classesByIRI[iri].map { classes[$0] } }

  /// The property of an IRI.
  public func propertyOf(iri: String) -> OntologyProperty? {
    propertiesByIRI[iri].map { properties[$0] }
  }

  /// A hint at the class that a name was likely meant to be: `; did you mean "…"?`, or nothing.
  public func classHint(_ name: String) -> String {
    NearestName.hint(name, in: Self.ordered(classesByName))
  }

  /// A hint at the property that a name was likely meant to be.
  public func propertyHint(_ name: String) -> String {
    NearestName.hint(name, in: Self.ordered(propertiesByName))
  }

  private static func ordered(_ names: [String: Int]) -> [String] {
    names.keys.sorted { (names[$0] ?? 0, $0) < (names[$1] ?? 0, $1) }
  }

  /// The IRIs of a class and of all classes above it.
  public func ancestors(ofClass iri: String) -> Set<String> { ancestors[iri] ?? [iri] }

  /// Whether no thing can be of both classes, by what their superclasses say.
  public func areDisjoint(_ first: String, _ second: String) -> Bool {
    let others = ancestors(ofClass: second)
    for above in ancestors(ofClass: first) {
      for disjoint in classOf(iri: above)?.disjointWith ?? [] where others.contains(disjoint) {
        return true
      }
    }
    return false
  }
}
