"""Reads GraphML files with one graph library and says what it holds, a line of JSON a file.

Usage: read.py READER FILE... A line has the file's name and either `nodes` (each an id or null, and
its attributes) and `edges` (each an id or null, the numbers of its ends and its attributes), or
`error`. It needs nothing but the library, so that Debian's own Python can run it.
"""
import json
import os
import sys


def networkx(path):
    import networkx as library
    graph = library.read_graphml(path)
    assert graph.is_directed(), "the graph is not directed"
    numbers = {node: number for number, node in enumerate(graph)}
    if graph.is_multigraph():
        edges = [[key, numbers[source], numbers[target], data]
                 for source, target, key, data in graph.edges(keys=True, data=True)]
    else:
        edges = [[data.pop("id"), numbers[source], numbers[target], data]
                 for source, target, data in graph.edges(data=True)]
    return [[node, data] for node, data in graph.nodes(data=True)], edges


def igraph(path):
    import igraph as library
    graph = library.Graph.Read_GraphML(path)
    assert graph.is_directed(), "the graph is not directed"
    nodes = [one.attributes() for one in graph.vs]
    edges = [[None, *one.tuple, one.attributes()] for one in graph.es]
    for _, _, _, data in edges:
        data.pop("id", None)  # igraph 1.0 gives the id of a node
    return [[data.pop("id"), data] for data in nodes], edges


def rustworkx(path):
    import rustworkx as library
    [graph] = library.read_graphml(path)
    assert isinstance(graph, library.PyDiGraph), "the graph is not directed"
    nodes = [dict(one) for one in graph.nodes()]
    edges = [[source, target, dict(data)] for source, target, data in graph.weighted_edge_list()]
    return [[data.pop("id"), data] for data in nodes], [[data.pop("id"), source, target, data] for source, target, data in edges]


def networkit(path):
    import networkit as library
    graph = library.readGraph(path, library.Format.GraphML)
    assert graph.isDirected(), "the graph is not directed"
    return ([[None, {}] for _ in range(graph.numberOfNodes())],
            [[None, source, target, {"weight": weight}] for source, target, weight in graph.iterEdgesWeights()])


def tulip(path):
    from tulip import tlp
    graph = tlp.importGraph("GraphML", {"file::filename": path})
    assert graph is not None, "the graph is not read"
    properties = [graph[name] for name in graph.getProperties() if not name.startswith("view")]
    numbers = {node: number for number, node in enumerate(graph.getNodes())}
    nodes = [[None, {one.getName(): one[node] for one in properties}] for node in graph.getNodes()]
    edges = [[None, numbers[graph.source(edge)], numbers[graph.target(edge)], {one.getName(): one[edge] for one in properties}]
             for edge in graph.getEdges()]
    return nodes, edges


def graph_tool(path):
    import graph_tool as library
    graph = library.load_graph(path)
    assert graph.is_directed(), "the graph is not directed"
    cast = {"string": str, "bool": bool, "int64_t": int, "long double": float, "double": float}

    def held(properties, item):
        values = {name: cast[one.value_type()](one[item]) for name, one in properties.items()}
        ids = [values.pop(name) for name in list(values) if name.startswith("_graphml_")]
        return ids[0] if ids else None, values

    nodes = [list(held(graph.vp, node)) for node in graph.vertices()]
    edges = []
    for edge in graph.edges():
        name, values = held(graph.ep, edge)
        edges.append([name, int(edge.source()), int(edge.target()), values])
    return nodes, edges


VERSIONS = {
    "networkx": "networkx", "igraph": "igraph", "rustworkx": "rustworkx", "networkit": "networkit",
    "tulip": "tulip-python",
}
READERS = {"networkx": networkx, "igraph": igraph, "rustworkx": rustworkx, "networkit": networkit, "tulip": tulip,
           "graph-tool": graph_tool}


def version(reader):
    if reader == "graph-tool":
        import graph_tool
        return graph_tool.__version__.split()[0]
    import importlib.metadata
    return importlib.metadata.version(VERSIONS[reader])


def main():
    reader, *paths = sys.argv[1:]
    said = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # networkit talks to standard output
    print(json.dumps({"version": version(reader)}), file=said, flush=True)
    for path in paths:
        try:
            nodes, edges = READERS[reader](path)
            line = {"file": path, "nodes": nodes, "edges": edges}
        except Exception as error:
            line = {"file": path, "error": f"{type(error).__name__}: {error}"}
        print(json.dumps(line), file=said, flush=True)


main()
