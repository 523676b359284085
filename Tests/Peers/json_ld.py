"""Checks that JSON-LD and RDF/JSON read back as the quads they were made from.

Usage: json_ld.py FOLDER CONTEXT. Of each NAME.nq in the folder every NAME.*jsonld has to hold the same
dataset for pyoxigraph and rdflib, up to the labels of blank nodes; NAME*.rj beside NAME*.nt the same
triples for the json module of Python. A document that names its context by an IRI is given CONTEXT.
"""
import json
import logging
import pathlib
import sys
import warnings

import pyoxigraph as ox
import rdflib

folder, context = map(pathlib.Path, sys.argv[1:])
with open(context, encoding="utf-8") as file:
    CONTEXT = json.load(file)["@context"]


def canonical(quads):
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return {str(quad) for quad in dataset}


def with_context(text):
    document = json.loads(text, object_pairs_hook=once)
    if isinstance(document, dict):
        found = document["@context"]
        if isinstance(found, str):
            document["@context"] = CONTEXT
        elif isinstance(found, list) and isinstance(found[0], str):
            document["@context"] = [CONTEXT] + found[1:]
    return json.dumps(document)


def once(pairs):
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), f"a key stands twice: {keys}"
    return dict(pairs)


def oxigraph(text):
    return ox.parse(text.encode(), format=ox.RdfFormat.JSON_LD)


def rdflib_quads(text):
    dataset = rdflib.Dataset()
    dataset.parse(data=text, format="json-ld")
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
            failed.append("\n  ".join(
                [f"{name}: {reader} reads another dataset", *sorted(f"- {q}" for q in wanted - found)[:5],
                 *sorted(f"+ {q}" for q in found - wanted)[:5]]))

    for source in sorted(folder.glob("*.nq")):
        wanted = canonical(ox.parse(path=source))
        for path in sorted(folder.glob(f"{source.stem}.*jsonld")):
            text = with_context(path.read_text(encoding="utf-8"))
            compare(path.name, "pyoxigraph", wanted, lambda: oxigraph(text))
            compare(path.name, "rdflib", wanted, lambda: rdflib_quads(text))
    for path in sorted(folder.glob("*.rj")):
        wanted = canonical(ox.parse(path=path.with_suffix(".nt")))
        text = path.read_text(encoding="utf-8")
        compare(path.name, "json", wanted, lambda: rdf_json(text))
    for line in failed:
        print(line)
    print(f"{checked} readings, {len(failed)} of them wrong")
    sys.exit(bool(failed) or checked == 0)


main()
