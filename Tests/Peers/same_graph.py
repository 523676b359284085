"""Checks that every reader at hand reads the same graph from an export's files.

Usage: same_graph.py FOLDER STEM BASE. The files hold no blank nodes, so graphs compare as sets.
"""
import subprocess
import sys

import pyoxigraph
import rdflib

folder, stem, article = sys.argv[1:]
PATH = f"{folder}/{stem}"


def lines(quads):
    return {" ".join(str(term) for term in quad) for quad in quads}


def oxigraph(path, fmt, article_only):
    with open(path, "rb") as file:
        quads = list(pyoxigraph.parse(file, format=fmt))
    if article_only:
        quads = [q for q in quads if str(q.graph_name) == f"<{article}>"]
    return lines((q.subject, q.predicate, q.object) for q in quads)


def tool(*command):
    text = subprocess.run(command, capture_output=True, check=True).stdout
    return lines((q.subject, q.predicate, q.object)
                 for q in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_QUADS))


def rdflib_lines(path, fmt, article_only=False):
    dataset = rdflib.Dataset()
    dataset.parse(path, format=fmt)
    graph = dataset.graph(rdflib.URIRef(article)) if article_only else dataset
    text = b"".join(
        (" ".join(term.n3() for term in quad[:3]) + " .\n").encode() for quad in graph)
    # An independent reader spells the terms, so that both sides are spelled alike.
    return lines((q.subject, q.predicate, q.object)
                 for q in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE))


want = oxigraph(PATH + ".nt", pyoxigraph.RdfFormat.N_TRIPLES, False)
assert want, "the graph is empty"
found = {
    "oxigraph ttl": oxigraph(PATH + ".ttl", pyoxigraph.RdfFormat.TURTLE, False),
    "oxigraph nq": oxigraph(PATH + ".nq", pyoxigraph.RdfFormat.N_QUADS, True),
    "rdflib nt": rdflib_lines(PATH + ".nt", "nt"),
    "rdflib ttl": rdflib_lines(PATH + ".ttl", "turtle"),
    "oxigraph rdf": oxigraph(PATH + ".rdf", pyoxigraph.RdfFormat.RDF_XML, False),
    "rdflib rdf": rdflib_lines(PATH + ".rdf", "xml"),
    "rapper rdf": tool("rapper", "-q", "-i", "rdfxml", "-o", "ntriples", PATH + ".rdf"),
    "rdflib nq": rdflib_lines(PATH + ".nq", "nquads", True),
    "rapper nt": tool("rapper", "-q", "-i", "ntriples", "-o", "ntriples", PATH + ".nt"),
    "rapper ttl": tool("rapper", "-q", "-i", "turtle", "-o", "ntriples", PATH + ".ttl"),
    "serdi nt": tool("serdi", "-i", "ntriples", "-o", "ntriples", PATH + ".nt"),
    "serdi ttl": tool("serdi", "-i", "turtle", "-o", "ntriples", PATH + ".ttl"),
}
whole = oxigraph(PATH + ".nq", pyoxigraph.RdfFormat.N_QUADS, False)
for name, command in {
    "rapper": ("rapper", "-q", "-i", "nquads", "-o", "nquads", PATH + ".nq"),
    "serdi": ("serdi", "-i", "nquads", "-o", "nquads", PATH + ".nq"),
}.items():
    assert tool(*command) == whole, f"{name} reads another dataset from nq"
failed = [name for name, graph in found.items() if graph != want]
if failed:
    sys.exit(f"these read another graph than oxigraph from nt: {', '.join(failed)}")
print(f"{len(want)} triples read alike by {len(found)} readings")
