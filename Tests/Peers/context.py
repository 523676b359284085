"""Writes the JSON-LD context of griot's output from the ontology.

Usage: context.py ONTOLOGY CONTEXT writes it; context.py --check ONTOLOGY CONTEXT fails when the file
is not what would be written.
"""
import json
import pathlib
import sys

import rdflib
from rdflib.namespace import OWL, RDF, RDFS

PREFIXES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "griot": "https://w3id.org/griot/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# Properties of other vocabularies in the output: by kind of value, an IRI, a datatype or a language map.
OTHERS = {
    "@id": """oa:hasBody oa:hasSelector oa:hasSource oa:hasTarget oa:motivatedBy owl:sameAs
        prov:hadPrimarySource prov:used prov:wasAssociatedWith prov:wasAttributedTo prov:wasGeneratedBy
        rdf:predicate rdf:subject schema:subjectOf""",
    "edtf:EDTF": "dcterms:issued",
    "xsd:date": """sem:hasEarliestBeginTimeStamp sem:hasEarliestEndTimeStamp sem:hasLatestBeginTimeStamp
        sem:hasLatestEndTimeStamp""",
    "xsd:nonNegativeInteger": "oa:end oa:start",
    "xsd:string": "dc:publisher dcterms:identifier dcterms:language oa:exact",
    # rdf:object may be an IRI or any literal.
    None: "rdf:object",
    "@language": "dcterms:title rdfs:label skos:altLabel",
}


def compact(iri):
    for prefix, space in PREFIXES.items():
        if iri.startswith(space):
            return f"{prefix}:{iri[len(space):]}"
    sys.exit(f"context.py: no prefix for {iri}")


def definition(iri, kind):
    if kind == "@language":
        return {"@id": iri, "@container": "@language"}
    # A plain string needs no type, and naming it would not change the triple.
    return {"@id": iri, "@type": kind} if kind not in (None, "xsd:string") else iri


def context(ontology):
    terms = {}

    def add(iri, value):
        name = iri.split(":")[1]
        if name in terms or name in PREFIXES:
            sys.exit(f"context.py: {name} would stand for two things")
        terms[name] = value

    def own(kind):
        found = ontology.subjects(RDF.type, kind)
        return sorted(compact(iri) for iri in found if iri.startswith(PREFIXES["griot"]))

    for iri in own(OWL.Class):
        add(iri, iri)
    for iri in own(OWL.ObjectProperty):
        add(iri, definition(iri, "@id"))
    for iri in own(OWL.DatatypeProperty):
        node = rdflib.URIRef(PREFIXES["griot"] + iri.split(":")[1])
        kinds = sorted(compact(kind) for kind in ontology.objects(node, RDFS.range))
        if len(kinds) > 1:
            sys.exit(f"context.py: {iri} has several ranges")
        kind = kinds[0] if kinds else None
        add(iri, definition(iri, "@language" if kind == "rdf:langString" else kind))
    for kind, names in OTHERS.items():
        for iri in names.split():
            add(iri, definition(iri, kind))
    ordered = {name: terms[name] for name in sorted(terms)}
    return json.dumps({"@context": {"@version": 1.1} | PREFIXES | ordered}, indent=2, ensure_ascii=False) + "\n"


arguments = [argument for argument in sys.argv[1:] if argument != "--check"]
source, target = map(pathlib.Path, arguments)
text = context(rdflib.Graph().parse(source))
if "--check" in sys.argv[1:]:
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        sys.exit(f"{target} is not what {source} makes; run: Tests/Peers/context.py {source} {target}")
    print(f"{target} is what {source} makes")
else:
    target.write_text(text, encoding="utf-8")
