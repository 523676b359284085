internal import XML

/// GraphML for yEd: shapes and colours by kind, labels, and places in rows.
///
/// The keys of its graphics have a name and a type, without which other readers refuse them. What is
/// not put as a fact is dashed.
struct YEdMarkup: GraphMLDialectMarkup {
  var isMore: Bool { true }

  var namespaces: [(prefix: String, namespace: String)] {
    [("y", "http://www.yworks.com/xml/graphml")]
  }

  var declarations: [GraphMLDeclaration] {
    [
      GraphMLDeclaration(
        id: "node-graphics", scope: "node", name: "nodegraphics", type: "string",
        graphics: "nodegraphics"),
      GraphMLDeclaration(
        id: "edge-graphics", scope: "edge", name: "edgegraphics", type: "string",
        graphics: "edgegraphics"),
    ]
  }

  func appendData(
    _ element: borrowing GraphMLContext, to markup: inout XMLMarkup
  ) throws(XMLError) {
    let label = element.element.text(.label)
    let line = element.isFact ? "line" : "dashed"
    markup.newLine()
    if element.isEdge {
      try markup.open("data", [("key", "edge-graphics")])
      try markup.open("y:PolyLineEdge", [])
      try markup.empty(
        "y:LineStyle", [("color", "#444444"), ("type", line), ("width", "1.0")])
      try markup.empty("y:Arrows", [("source", "none"), ("target", "standard")])
      try markup.open("y:EdgeLabel", [])
      try markup.text(label)
      markup.close("y:EdgeLabel")
      markup.close("y:PolyLineEdge")
    } else {
      let kind = element.kind
      let width = min(320, max(80, 24 + 7 * label.unicodeScalars.count))
      let place = GraphGrid(element.nodeCount, width: 360, height: 120).place(
        of: element.element.first)
      try markup.open("data", [("key", "node-graphics")])
      try markup.open("y:ShapeNode", [])
      try markup.empty(
        "y:Geometry",
        [
          ("height", "40.0"), ("width", "\(width).0"), ("x", "\(place.x).0"),
          ("y", "\(place.y).0"),
        ])
      try markup.empty("y:Fill", [("color", kind.fill), ("transparent", "false")])
      try markup.empty(
        "y:BorderStyle", [("color", kind.border), ("type", line), ("width", "1.0")])
      try markup.open("y:NodeLabel", [])
      try markup.text(label)
      markup.close("y:NodeLabel")
      try markup.empty("y:Shape", [("type", kind.shape)])
      markup.close("y:ShapeNode")
    }
    markup.close("data")
  }
}
