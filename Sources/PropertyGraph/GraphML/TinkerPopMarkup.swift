/// GraphML for TinkerPop's reader, which takes a vertex's label from the key with the id `labelV` and
/// an edge's from `labelE`, and knows the six types of GraphML alone.
///
/// All nodes and edges have theirs already, and the keys are of these types; the dialect says that
/// it stays so.
struct TinkerPopMarkup: GraphMLDialectMarkup {}
