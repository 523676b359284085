public import Ontology

/// Draws a property graph in DOT, to look at: shapes and colours by kind, lines by how things are
/// put, and a legend.
///
/// Texts longer than fits a box are cut, so the drawing holds less than the graph. Graphs up to
/// ``layeredLimit`` nodes are laid out in layers (graphviz's dot), larger ones by forces (sfdp).
///
/// - SeeAlso: The DOT Language, section "Lexical and Semantic Notes".
public struct DOTWriter {
  /// The most nodes that a layered drawing stays legible with.
  public static let layeredLimit = 150

  private let graph: PropertyGraph
  private let ontology: Ontology
  private let languages: [String]
  private let words: DrawingWords
  private let kinds: [ViewKind]

  private static let labelLimit = 90
  private static let tipLimit = 400
  private static let width = 18

  private init(_ graph: PropertyGraph, _ ontology: Ontology, _ languages: [String]) {
    self.graph = graph
    self.ontology = ontology
    self.languages = languages
    words = DrawingWords(graph, languages)
    let kinds = NodeKinds(ontology: ontology)
    self.kinds = graph.nodes.map { kinds.kind(of: $0) }
  }

  /// Draws a graph.
  ///
  /// - Parameters:
  ///   - graph: the graph.
  ///   - ontology: what tells the kinds of nodes and the names of edges.
  ///   - languages: the languages of names, the preferred one first.
  /// - Returns: the drawing in UTF-8; the same for the same graph.
  public static func write(
    _ graph: PropertyGraph, ontology: Ontology, languages: [String] = ["fr", "en"]
  ) -> [UInt8] {
    Array(DOTWriter(graph, ontology, languages).text.utf8)
  }

  private var text: String {
    var lines = ["digraph griot {"]
    let layout =
      graph.nodes.count <= Self.layeredLimit
      ? "layout=dot rankdir=LR ranksep=0.6 nodesep=0.2"
      : "layout=sfdp K=1.5 start=1 overlap=prism sep=\"+8\" splines=line outputorder=edgesfirst"
    lines += [
      "  graph [\(layout) charset=\"UTF-8\" bgcolor=white fontname=\"Arial\" fontsize=14 labelloc=b",
      "    label=\(legend)]",
      "  node [fontname=\"Arial\" fontsize=14 margin=\"0.1,0.05\" penwidth=1.5]",
      "  edge [fontname=\"Arial\" fontsize=12 arrowsize=0.8]",
    ]
    lines += graph.nodes.indices.map { node($0) }
    lines += graph.edges.enumerated().map { edge($1, $0) }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private static func shape(of kind: ViewKind) -> String {
    switch kind {
    case .event: "shape=box"
    case .place: "shape=octagon"
    case .person: "shape=ellipse"
    case .organisation: "shape=box"
    case .group: "shape=hexagon margin=0"
    case .document: "shape=note"
    case .thing: "shape=box"
    case .claim: "shape=tab"
    }
  }

  private func node(_ index: Int) -> String {
    let node = graph.nodes[index]
    let kind = kinds[index]
    let status = GraphStatus(node.values)
    var style = "filled"
    if kind == .organisation { style += ",rounded" }
    if kind == .thing { style += ",diagonals" }
    if status.line != .solid { style += ",\(status.line)" }
    let line = status == .asserted ? kind.colour : status.colour
    let name = DOTText.shortened(node.values.text("label") ?? node.iri, Self.labelLimit)
    var rows = DOTText.wrapped(name, Self.width).map { "<B>\(DOTText.escaped($0))</B>" }
    for small in details(of: node, status) {
      rows += DOTText.wrapped(DOTText.shortened(small, Self.labelLimit), Self.width + 6).map {
        "<FONT POINT-SIZE=\"11\">\(DOTText.escaped($0))</FONT>"
      }
    }
    // A label without text would be an error of syntax.
    let label = rows.isEmpty ? "\"\"" : "<\(rows.joined(separator: "<BR/>"))>"
    let fill = kind == .event ? "#ffffff" : kind.colour.tint.hexadecimal
    return
      "  n\(index) [id=n\(index) \(Self.shape(of: kind)) style=\"\(style)\" fillcolor=\"\(fill)\" "
      + "color=\"\(line.hexadecimal)\"\(status.line == .solid ? "" : " penwidth=2.2") "
      + "tooltip=\(tip(of: node)) label=\(label)]"
  }

  /// The small lines: when and how it is, who says so, and what the text bounds.
  private func details(of node: GraphNode, _ status: GraphStatus) -> [String] {
    var lines: [String] = []
    let isEntity = node.values.value("status") == nil
    let date = (node.values.value("date") ?? node.values.value("interval"))?.texts
    let put = isEntity || status == .asserted ? [] : [words.name(of: status)]
    let when = put + (date ?? []).map { words.date($0) }
    if !when.isEmpty { lines.append(when.joined(separator: " ")) }
    lines += (node.values.value("duration")?.texts ?? []).map { words.duration($0) }
    for value in node.values where value.key.hasSuffix(".text") {
      let property = String(value.key.dropLast(".text".count))
      lines.append("\(self.name(of: property)) \(value.texts.joined(separator: ", "))")
    }
    if let source = node.values.value("attributedTo") {
      lines.append(words.source(source.texts.joined(separator: ", "), status))
    }
    return lines
  }

  private func tip(of node: GraphNode) -> String {
    let type = node.values.text("labelV") ?? ""
    let quotes = node.values.value("evidence")?.texts ?? []
    return DOTText.quoted(
      DOTText.shortened(([type] + quotes).joined(separator: " · "), Self.tipLimit))
  }

  private func edge(_ edge: GraphEdge, _ index: Int) -> String {
    let status = GraphStatus(edge.values)
    let property = edge.values.text("labelE") ?? ""
    let label = edge.values.text("label") ?? property
    // How a claim is put stands before its name: it is kept, in the drawing's language.
    var name = self.name(of: property)
    if label.hasSuffix(": " + property) {
      let prefix = String(label.dropLast(property.count + 2))
      name = words.prefixed(name, by: prefix)
    }
    let quotes = edge.values.value("evidence")?.texts ?? []
    let tip = DOTText.shortened(quotes.joined(separator: " · "), Self.tipLimit)
    let colour = status.colour.hexadecimal
    return "  n\(edge.source) -> n\(edge.target) [id=e\(index) style=\(status.line) "
      + "penwidth=\(status.line == .solid ? "1.3" : "1.8") color=\"\(colour)\" "
      + "fontcolor=\"\(colour)\" tooltip=\(DOTText.quoted(tip)) "
      + "label=\(DOTText.quoted(DOTText.shortened(name, Self.labelLimit)))]"
  }

  /// What a property or word is called in the drawing's language, else its words apart.
  private func name(of local: String) -> String {
    let plain = local.hasPrefix("p.") ? String(local.dropFirst(2)) : local
    let labels = ontology.propertyNamed(plain)?.labels ?? []
    for language in [words.tag] + languages {
      if let label = labels.first(where: { $0.language == language }) { return label.text }
    }
    return Self.words(plain)
  }

  /// `locatedIn` as `located in`.
  private static func words(_ camel: String) -> String {
    var result = ""
    var wasLower = false
    for character in camel {
      if wasLower, character.isUppercase {
        result += " " + character.lowercased()
      } else {
        result.append(character)
      }
      wasLower = character.isLowercase
    }
    return result
  }

  private var legend: String {
    let shown = Set(kinds)
    let drawn = Set((graph.nodes.map(\.values) + graph.edges.map(\.values)).map { GraphStatus($0) })
    let order: [ViewKind] = [
      .event, .place, .person, .organisation, .group, .document, .thing, .claim,
    ]
    var cells: [String] = []
    for kind in order where shown.contains(kind) {
      let fill = kind == .event ? "#ffffff" : kind.colour.tint.hexadecimal
      cells.append(
        "<TD STYLE=\"rounded\" BGCOLOR=\"\(fill)\" COLOR=\"\(kind.colour.hexadecimal)\">"
          + "\(DOTText.escaped(words.name(of: kind)))</TD>")
    }
    for status in GraphStatus.allCases where drawn.contains(status) {
      let colour = status.colour.hexadecimal
      let line = status.line == .solid ? "" : "STYLE=\"\(status.line)\" "
      cells.append(
        "<TD \(line)COLOR=\"\(colour)\"><FONT COLOR=\"\(colour)\">"
          + "\(DOTText.escaped(words.name(of: status)))</FONT></TD>")
    }
    guard !cells.isEmpty else { return "\"\"" }
    return "<<TABLE BORDER=\"0\" CELLBORDER=\"2\" CELLSPACING=\"8\" CELLPADDING=\"5\"><TR>"
      + cells.joined() + "</TR></TABLE>>"
  }
}
