"""Checks that documents read back as the quads they were made from.

Usage: round_trips.py FOLDER CONTEXT. Of each NAME.nq in the folder NAME.trig and every NAME.*jsonld has to
hold the same dataset, of each NAME.nt also NAME.ttl, NAME.rdf and NAME.rj the same triples, up to the labels of
blank nodes: for pyoxigraph and rdflib, and RDF/JSON for the json module of Python. A document that names its context
by an IRI is given CONTEXT. What rdflib changes of its own is in as_rdflib_reads; pyoxigraph has no exception.
"""
import json
import logging
import pathlib
import re
import sys
import warnings

import pyoxigraph as ox
import rdflib

folder, context = map(pathlib.Path, sys.argv[1:])
with open(context, encoding="utf-8") as file:
    CONTEXT = json.load(file)["@context"]


FORMATS = {
    ".nq": {
        ".nq": (ox.RdfFormat.N_QUADS, "nquads"),
        ".trig": (ox.RdfFormat.TRIG, "trig"),
        ".jsonld": (ox.RdfFormat.JSON_LD, "json-ld"),
    },
    ".nt": {
        ".nt": (ox.RdfFormat.N_TRIPLES, "nt"),
        ".ttl": (ox.RdfFormat.TURTLE, "turtle"),
        ".rdf": (ox.RdfFormat.RDF_XML, "xml"),
        ".rj": (None, None),
    },
}


def canonical(quads):
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return {str(quad) for quad in dataset}


def as_rdflib_reads(quads):
    """rdflib tidies the white space of two datatypes even where it is told to leave literals alone.

    RDF 1.1 Concepts, section 3.3: a literal's lexical form is a string as it is.
    """
    for quad in quads:
        value = quad.object
        if isinstance(value, ox.Literal) and value.datatype.value in TIDIED:
            text = TIDIED[value.datatype.value](value.value)
            quad = ox.Quad(quad.subject, quad.predicate, ox.Literal(text, datatype=value.datatype), quad.graph_name)
        yield quad


XSD = "http://www.w3.org/2001/XMLSchema#"
TIDIED = {
    XSD + "normalizedString": lambda text: re.sub(r"[\t\n\r]", " ", text),
    XSD + "token": lambda text: re.sub(r" +", " ", re.sub(r"[\t\n\r]", " ", text)).strip(),
}


def with_context(text):
    document = json.loads(text, object_pairs_hook=once)
    if isinstance(document, dict):
        found = document["@context"]
        if isinstance(found, str):
            document["@context"] = CONTEXT
        elif isinstance(found, list) and isinstance(found[0], str):
            document["@context"] = [CONTEXT] + found[1:]
    return json.dumps(document).encode()


def once(pairs):
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), f"a key stands twice: {keys}"
    return dict(pairs)


def rdflib_quads(text, form):
    dataset = rdflib.Dataset()
    dataset.parse(data=text, format=form)
    for s, p, o, g in dataset.quads():
        name = ox.DefaultGraph() if g is None or g == rdflib.graph.DATASET_DEFAULT_GRAPH_ID else term(g)
        yield ox.Quad(term(s), term(p), term(o), name)


def term(node):
    if isinstance(node, rdflib.URIRef):
        return ox.NamedNode(str(node))
    if isinstance(node, rdflib.BNode):
        return ox.BlankNode(str(node))
    if node.language:
        return ox.Literal(str(node), language=node.language)
    return ox.Literal(str(node), datatype=ox.NamedNode(str(node.datatype)) if node.datatype else None)


def rdf_json(text):
    def value(item):
        if item["type"] == "uri":
            return ox.NamedNode(item["value"])
        if item["type"] == "bnode":
            return ox.BlankNode(item["value"][2:])
        if "lang" in item:
            return ox.Literal(item["value"], language=item["lang"])
        kind = item.get("datatype")
        return ox.Literal(item["value"], datatype=ox.NamedNode(kind) if kind else None)

    for subject, properties in json.loads(text, object_pairs_hook=once).items():
        node = ox.BlankNode(subject[2:]) if subject.startswith("_:") else ox.NamedNode(subject)
        for name, values in properties.items():
            for item in values:
                yield ox.Quad(node, ox.NamedNode(name), value(item), ox.DefaultGraph())


def main():
    # rdflib says of every literal what it has no value for.
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    rdflib.NORMALIZE_LITERALS = False
    failed, checked = [], 0

    def compare(name, reader, wanted, read):
        nonlocal checked
        checked += 1
        try:
            found = canonical(read())
        except Exception as error:
            failed.append(f"{name}: {reader} does not read it: {error!r}")
            return
        if found != wanted:
            # Canonical labels differ where anything does.
            lost, added = ({re.sub("_:[a-z0-9]+", "_:", quad) for quad in quads}
                           for quads in (wanted, found))
            failed.append("\n  ".join(
                [f"{name}: {reader} reads another dataset; blank nodes aside",
                 *sorted(f"- {q}" for q in lost - added)[:5], *sorted(f"+ {q}" for q in added - lost)[:5]]))

    for source in sorted(folder.glob("*.n[qt]")):
        quads = list(ox.parse(path=source))
        wanted, tidied = canonical(quads), canonical(as_rdflib_reads(quads))
        for path in sorted(folder.glob(f"{source.stem}.*")):
            # NAME.links.nt is a source of its own, NAME.expanded.jsonld is not.
            if path.suffix not in FORMATS[source.suffix] or path.suffix != ".jsonld" and path.stem != source.stem:
                continue
            text = path.read_bytes()
            form, name = FORMATS[source.suffix][path.suffix]
            if path.suffix == ".jsonld":
                text = with_context(text)
            if path.suffix == ".rj":
                compare(path.name, "json", wanted, lambda: rdf_json(text))
                continue
            compare(path.name, "pyoxigraph", wanted, lambda: ox.parse(text, format=form))
            compare(path.name, "rdflib", tidied, lambda: rdflib_quads(text, name))
    for line in failed:
        print(line)
    print(f"{checked} readings, {len(failed)} of them wrong")
    sys.exit(bool(failed) or checked == 0)


main()
