"""Checks that networkx and igraph read the same graph from a GraphML file.

Usage: graphml_readers.py FILE [CORE]. Every node has a label and a type, every edge a label. With CORE,
what the core dialect has under each of its keys the file has as well, for each reader.
"""
import sys

import igraph
import networkx


def check(path):
    first = networkx.read_graphml(path, force_multigraph=True)
    second = igraph.Graph.Read_GraphML(path)
    counts = (len(first), first.number_of_edges())
    assert counts == (second.vcount(), second.ecount()), "the numbers of nodes and edges differ"
    assert min(counts) > 0, "the graph is empty"
    for node, data in first.nodes(data=True):
        assert data.get("label") and data.get("labelV"), f"{node} lacks a label or a type"
    for source, target, data in first.edges(data=True):
        missing = [key for key in ("label", "labelE", "interaction") if not data.get(key)]
        assert not missing, f"{source} to {target} lacks {missing}"
    return first, second


def values(graph):
    """The values of networkx's nodes and edges, in order."""
    return [data for _, data in graph.nodes(data=True)] + [data for _, _, data in graph.edges(data=True)]


def attributes(elements):
    """igraph's values, in order; what is not there is NaN, which equals nothing."""
    return [{key: value for key, value in one.attributes().items() if value == value} for one in elements]


first, second = check(sys.argv[1])
if len(sys.argv) > 2:
    core, other = check(sys.argv[2])
    pairs = [*zip(values(core), values(first), strict=True),
             *zip(attributes(other.vs), attributes(second.vs), strict=True),
             *zip(attributes(other.es), attributes(second.es), strict=True)]
    for number, (expected, found) in enumerate(pairs):
        lacking = {key: found.get(key) for key, value in expected.items() if found.get(key) != value}
        assert not lacking, f"{number}: {lacking}; expected {expected}"
print(f"{len(first)} nodes and {first.number_of_edges()} edges read alike")
