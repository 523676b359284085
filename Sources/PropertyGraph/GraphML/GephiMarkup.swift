internal import XML

/// GraphML for Gephi: a colour by kind, a size by the number of edges, and a place, which it reads
/// from keys of these names; `kind` keeps parallel edges apart.
struct GephiMarkup: GraphMLDialectMarkup {
  var isMore: Bool { true }

  var declarations: [GraphMLDeclaration] {
    [
      GraphMLDeclaration(id: "node-color", scope: "node", name: "color", type: "string"),
      GraphMLDeclaration(id: "node-size", scope: "node", name: "size", type: "double"),
      GraphMLDeclaration(id: "node-x", scope: "node", name: "x", type: "double"),
      GraphMLDeclaration(id: "node-y", scope: "node", name: "y", type: "double"),
      GraphMLDeclaration(id: "edge-color", scope: "edge", name: "color", type: "string"),
    ]
  }

  func appendData(
    _ element: borrowing GraphMLContext, to markup: inout XMLMarkup
  ) throws(XMLError) {
    if element.isEdge {
      try markup.data("edge-color", element.isFact ? "#444444" : "#B04A00")
      return
    }
    let place = GraphGrid(element.nodeCount, width: 60, height: 60).place(of: element.element.first)
    // A place is twice the root of its neighbours wide, as its area should grow with them.
    var root = 1
    while root * root < element.degree { root += 1 }
    try markup.data("node-color", element.kind.border)
    try markup.data("node-size", "\(8 + 2 * root).0")
    try markup.data("node-x", "\(place.x).0")
    try markup.data("node-y", "\(-place.y).0")
  }
}
