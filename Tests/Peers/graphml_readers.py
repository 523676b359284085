"""Checks that networkx and igraph read the same graph from a GraphML file.

Usage: graphml_readers.py FILE. Every node has a label and a type, every edge a label.
"""
import sys

import igraph
import networkx

first = networkx.read_graphml(sys.argv[1], force_multigraph=True)
second = igraph.Graph.Read_GraphML(sys.argv[1])
counts = (len(first), first.number_of_edges())
assert counts == (second.vcount(), second.ecount()), "the numbers of nodes and edges differ"
assert min(counts) > 0, "the graph is empty"
for node, data in first.nodes(data=True):
    assert data.get("label") and data.get("labelV"), f"{node} lacks a label or a type"
for source, target, data in first.edges(data=True):
    missing = [key for key in ("label", "labelE", "interaction") if not data.get(key)]
    assert not missing, f"{source} to {target} lacks {missing}"
print(f"{counts[0]} nodes and {counts[1]} edges read alike")
