/// The GraphML that all readers take alike: nothing beside the graph's own keys.
struct CoreMarkup: GraphMLDialectMarkup {}
