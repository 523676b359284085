internal import XML

/// GraphML for Neo4j's APOC: labels in the attribute `labels` of a node, the type in the attribute
/// `label` of an edge, both outside GraphML's schema.
///
/// What is not put as a fact has how it is put in its type, so that no query takes it for one.
struct Neo4jMarkup: GraphMLDialectMarkup {
  var isMore: Bool { true }

  func appendAttributes(
    _ element: borrowing GraphMLContext, to markup: inout XMLMarkup
  ) throws(XMLError) {
    if element.isEdge {
      let type = element.element.text(.labelE)
      let label = element.element.text(.label)
      let status = element.element.text(.status)
      var put = ""
      if label.hasSuffix(": " + type) {
        put = "_\(label.dropLast(type.count + 2))"
      } else if !status.isEmpty, status != "asserted" {
        put = "_\(status)"
      }
      try markup.attribute("label", type + put)
      return
    }
    // A colon divides labels.
    var labels = [element.element.text(.labelV)]
    for type in element.element.text(.types).split(separator: ";") {
      let name = GraphNames.local(String(type))
      if !labels.contains(name) { labels.append(name) }
    }
    try markup.attribute(
      "labels", labels.map { ":" + $0.replacing(":", with: "_") }.joined())
  }
}
