internal import RDF

/// What the names of an extractor's format mean in the ontology.
///
/// A name that stands for nothing is left out and counted; one that the profile has no line for is
/// an error, unless ``other`` says what class such things are of.
public struct ExtractionProfile: Hashable, Sendable {
  /// What a name stands for.
  enum Target: Hashable, Sendable {
    /// A class or property of the ontology.
    case name(String)
    /// Nothing.
    case leftOut
  }

  /// A relation's property, and which members of it are its ends.
  struct Relation: Hashable, Sendable {
    var property: String
    var subject: String?
    var object: String?
  }

  /// How it is called in messages.
  let name: String
  /// How relations and events are put where the format does not say.
  var status = RecordStatus.asserted
  /// The language of texts where neither the format nor the user says.
  var language: String?
  /// Whether ids mean the same in all files.
  var hasSharedIDs = false
  /// The class of things whose type has no line.
  var other: String?
  /// The classes of entities, by the format's types.
  var types: [String: Target] = [:]
  /// The classes of types that are events.
  var events: [String: Target] = [:]
  /// The properties of the format's properties, whose values are literals.
  var properties: [String: Target] = [:]
  /// The properties of the format's relations; nil of what is left out.
  var relations: [String: Relation?] = [:]
  /// How something is put that has one of the format's attributes; nil of those that say nothing
  /// of it.
  var attributes: [String: RecordStatus?] = [:]
  /// The roles of events.
  var roles: [String: Target] = [:]
  /// The IRIs that the prefixes of ids stand for.
  var prefixes: [String: String] = [:]

  init(name: String) {
    self.name = name
  }

  /// What to do about a name without a line.
  func lacks(_ kind: String, _ name: String, in section: String, _ known: [String]) -> String {
    let spelled = name.contains(where: { ":#'\"".contains($0) }) ? "'\(name)'" : name
    return "the profile \(self.name) says nothing of the \(kind) \"\(name)\"; expected a line "
      + "\"\(spelled): …\" under \(section) in a file that --profile names"
      + NearestName.hint(name, in: known.sorted())
  }

  /// This profile with another's lines over it.
  func extended(by own: Self) -> Self {
    var merged = own
    merged.language = own.language ?? language
    merged.other = own.other ?? other
    merged.types = types.merging(own.types) { $1 }
    merged.events = events.merging(own.events) { $1 }
    merged.properties = properties.merging(own.properties) { $1 }
    merged.relations = relations.merging(own.relations) { $1 }
    merged.attributes = attributes.merging(own.attributes) { $1 }
    merged.roles = roles.merging(own.roles) { $1 }
    merged.prefixes = prefixes.merging(own.prefixes) { $1 }
    // A type that is an event here is no entity, whatever it is below, and the other way round.
    for type in own.types.keys { merged.events[type] = nil }
    for type in own.events.keys { merged.types[type] = nil }
    return merged
  }
}
