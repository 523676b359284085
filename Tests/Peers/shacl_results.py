"""SHACL reports as multisets that can be compared.

A result is its focus node, path, value, severity, constraint component and source shape; blank nodes
are alike, but for the shape, which is then told by the constraint it has.
"""
import collections

import rdflib
from rdflib import RDF, SH
from rdflib.collection import Collection

PATHS = {SH.inversePath: "^{}", SH.zeroOrMorePath: "{}*", SH.oneOrMorePath: "{}+", SH.zeroOrOnePath: "{}?"}


def path(graph, node):
    """A path as text, from its own triples; a path whose triples are not there is no text."""
    if not isinstance(node, rdflib.BNode):
        return node.n3()
    if (node, RDF.first, None) in graph:
        return "(" + "/".join(path(graph, one) for one in Collection(graph, node)) + ")"
    for predicate, form in PATHS.items():
        inner = graph.value(node, predicate)
        if inner is not None:
            return form.format(path(graph, inner))
    either = graph.value(node, SH.alternativePath)
    return "(" + "|".join(path(graph, one) for one in Collection(graph, either)) + ")"


def term(node):
    if node is None or isinstance(node, rdflib.BNode):
        return "" if node is None else "_:"
    if isinstance(node, rdflib.Literal):
        suffix = f"@{node.language.lower()}" if node.language else f"^^{node.datatype}"
        return f'"{node}"{suffix}'
    return node.n3()


def result(graph, node):
    where = graph.value(node, SH.resultPath)
    return (term(graph.value(node, SH.focusNode)), "" if where is None else path(graph, where),
            term(graph.value(node, SH.value)), term(graph.value(node, SH.resultSeverity)),
            term(graph.value(node, SH.sourceConstraintComponent)), term(graph.value(node, SH.sourceShape)))


def results(graph):
    """The multiset of the results of a report, without those that are details of others.

    What griot finds by the axioms of OWL or finds doubtful is no result of a SHACL component.
    """
    report = graph.value(None, RDF.type, SH.ValidationReport)
    return collections.Counter(
        result(graph, node) for node in graph.objects(report, SH.result)
        if str(graph.value(node, SH.sourceConstraintComponent)).startswith(str(SH)))


def difference(ours, theirs):
    """What one multiset has more than the other, each as lines."""
    return [f"only griot: {one}" for one in sorted((ours - theirs).elements())] + \
        [f"only the peer: {one}" for one in sorted((theirs - ours).elements())]
