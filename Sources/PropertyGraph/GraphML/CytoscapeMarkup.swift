/// GraphML for Cytoscape, which keeps of a text the last of the pieces that entities make, shows
/// `name` and `interaction`, and has columns of its own whose names a table cannot take again.
struct CytoscapeMarkup: GraphMLDialectMarkup {
  var text: GraphMLText { .cdata }
}
