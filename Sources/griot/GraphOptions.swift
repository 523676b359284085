internal import ArgumentParser
internal import Pipeline

/// How graphs are drawn.
struct GraphOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What GraphML is written for: core, which all readers take alike, yed, cytoscape, gephi, "
        + "neo4j (with APOC) or tinkerpop (default: core).", valueName: "name"),
    transform: Self.dialect)
  var dialect: GraphDialect?

  @Option(
    help: ArgumentHelp(
      "The languages of labels, the preferred one first, with commas between (default: fr,en).",
      valueName: "list"),
    transform: Self.languages)
  var lang: [String]?

  @Option(
    help: ArgumentHelp(
      "How properties and classes are named: local, or curie such as griot:partOf "
        + "(default: local; curie where two share a name).", valueName: "how"))
  var names: GraphNaming?

  @Flag(help: "Draw claims that the article denies.")
  var denied = false

  @Flag(help: "Draw what the article does not say and the record knows from elsewhere.")
  var background = false

  @Option(
    help: ArgumentHelp(
      "Draw in graphs what is else left out: denied claims, background.", valueName: "what"))
  var draw: [GraphExtra] = []

  @Flag(
    inversion: .prefixedNo,
    help: "Make asserted events of an agent and of a place or target an edge between the two.")
  var collapseEvents: Bool?

  @Flag(inversion: .prefixedNo, help: "Draw types as edges to a node for each class.")
  var typeEdges: Bool?

  @Option(
    help: ArgumentHelp(
      "A JSON file for what graphs do not hold and what their readers will lose, counted and with "
        + "examples.", valueName: "file"))
  var report: String?

  /// Says what the flags say.
  func set(_ settings: inout Settings) {
    var extras = draw
    if denied { extras.append(.denied) }
    if background { extras.append(.background) }
    if !extras.isEmpty { settings.draw = extras }
    settings.lang = lang
    settings.names = names
    settings.dialect = dialect
    settings.collapseEvents = collapseEvents
    settings.typeEdges = typeEdges
    settings.report = report
  }

  private static func dialect(_ name: String) throws -> GraphDialect {
    do throws(RunError) {
      return try Settings.dialect(name)
    } catch {
      throw ValidationError(error.reason)
    }
  }

  private static func languages(_ list: String) throws -> [String] {
    do throws(RunError) {
      return try Settings.languages(list)
    } catch {
      throw ValidationError(error.reason)
    }
  }
}
