"""Checks the ontology itself, and first that each check catches the fault it is for.

Usage: ontology_report.py FOLDER, the one that holds griot.ttl, shapes.ttl and context.jsonld.
The checks are those that ROBOT's report calls errors (Tests/Peers/report/*.rq), that every term of
another vocabulary exists, and that the axioms of the vocabularies it aligns to contradict nothing.
"""
import itertools
import json
import pathlib
import sys

import rdflib
from rdflib.namespace import (
    DC, DCTERMS, FOAF, GEO, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, TIME, VANN, XSD)

REPORT = pathlib.Path(__file__).parent / "report"
QUERIES = """missing_label multiple_labels duplicate_label label_formatting label_whitespace
    missing_ontology_title missing_ontology_description missing_ontology_license duplicate_definition
    multiple_definitions multiple_equivalent_class_definitions deprecated_class_reference
    deprecated_property_reference deprecated_boolean_datatype illegal_use_of_built_in_vocabulary
    misused_obsolete_label misused_replaced_by""".split()
OWN = "https://w3id.org/griot/"
OBO = rdflib.Namespace("http://purl.obolibrary.org/obo/")
# What these point at is a document, not a term.
TO_DOCUMENTS = {DCTERMS.license, DCTERMS.source, OWL.versionIRI, OWL.imports, RDFS.seeAlso}
AXIOMS = rdflib.Graph().parse(REPORT / "aligned-axioms.ttl")


def vocabularies():
    """Namespace to what tells whether a term is in it."""
    known = {str(space._NS): space for space in (
        DC, DCTERMS, FOAF, GEO, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, TIME, VANN, XSD)}
    for name in ("oa", "sem", "edtf"):
        source, *terms = (REPORT / f"{name}.txt").read_text().splitlines()
        space = source.split()[1]
        known[space] = {rdflib.URIRef(space + term) for term in terms}
    return known


KNOWN = vocabularies()


def unknown(terms, declared):
    for term in sorted(set(map(rdflib.URIRef, terms))):
        if term.startswith(OWN):
            if term not in declared:
                yield f"{term} is not declared"
            continue
        spaces = [space for space in KNOWN if term.startswith(space)]
        if not spaces:
            yield f"{term} is of a vocabulary without a list"
        elif not any(term in KNOWN[space] for space in spaces):
            yield f"{term} does not exist"


def declared_in(*graphs):
    found = {subject for graph in graphs for subject in graph.subjects(RDF.type)}
    return found | {version for graph in graphs for version in graph.objects(None, OWL.versionIRI)}


def unknown_term(graph, *others):
    terms = {node for triple in graph if triple[1] not in TO_DOCUMENTS for node in triple}
    terms |= {property for property in graph.predicates()}
    terms |= {node.datatype for node in terms if isinstance(node, rdflib.Literal) and node.datatype}
    return list(unknown((term for term in terms if isinstance(term, rdflib.URIRef)),
                        declared_in(graph, *others)))


def unknown_context_term(context, ontology):
    """The IRIs that a JSON-LD context's terms and types stand for."""
    prefixes = {name: iri for name, iri in context.items() if isinstance(iri, str) and iri[-1] in "#/"}
    values = [value for name, value in context.items() if name not in prefixes and name[0] != "@"]
    values = itertools.chain.from_iterable(
        [value] if isinstance(value, str) else [value["@id"], value.get("@type", "@id")]
        for value in values)
    compact = [value for value in values if value[0] != "@"]
    strays = [value for value in compact if value.split(":")[0] not in prefixes]
    expanded = (prefixes[value.split(":")[0]] + value.split(":")[1]
                for value in compact if value not in strays)
    return [f"{value} has no prefix" for value in strays] + list(
        unknown(expanded, declared_in(ontology)))


def ancestors(graph, node, *properties):
    """The node and all above it; what is equivalent is above as well."""
    found, left = set(), [node]
    while left:
        current = left.pop()
        if current not in found:
            found.add(current)
            for property in properties:
                left += graph.objects(current, property)
            left += graph.objects(current, OWL.equivalentClass)
            left += graph.subjects(OWL.equivalentClass, current)
    return found


def clash(graph, classes):
    above = set().union(*(ancestors(graph, node, RDFS.subClassOf) for node in classes))
    for first, _, second in sorted(graph.triples((None, OWL.disjointWith, None))):
        if first in above and second in above:
            return f"{first} and {second} are disjoint"
    return None


def disjoint_ancestors(graph):
    whole = graph + AXIOMS
    clashes = {node: clash(whole, [node]) for node in graph.subjects(RDF.type, OWL.Class)}
    for thing in graph.subjects(RDF.type, OWL.NamedIndividual):
        clashes[thing] = clash(whole, graph.objects(thing, RDF.type))
    return [f"{node}: above it, {text}" for node, text in sorted(clashes.items()) if text]


def disjoint_domain_or_range(graph):
    whole = graph + AXIOMS
    found = []
    for kind, other in ((OWL.ObjectProperty, OWL.DatatypeProperty),
                        (OWL.DatatypeProperty, OWL.ObjectProperty)):
        for node in sorted(graph.subjects(RDF.type, kind)):
            above = ancestors(whole, node, RDFS.subPropertyOf)
            found += [f"{node}: {kind} under {up}, an {other}"
                      for up in sorted(above) if (up, RDF.type, other) in whole]
            for side in (RDFS.domain, RDFS.range):
                text = clash(whole, {end for up in above for end in whole.objects(up, side)})
                if text:
                    found.append(f"{node}: in its {side}, {text}")
    return found


def run_query(name):
    def check(graph):
        return ["; ".join(term.n3() for term in row if term is not None)
                for row in graph.query((REPORT / f"{name}.rq").read_text())]
    return check


CODED = (unknown_term, disjoint_ancestors, disjoint_domain_or_range)
folder = pathlib.Path(sys.argv[1])
ontology = rdflib.Graph().parse(folder / "griot.ttl")
failures = []

expected = set(QUERIES) | {check.__name__ for check in CODED}
for suffix, names in ((".rq", set(QUERIES)), (".bad.ttl", expected)):
    there = {file.name.removesuffix(suffix) for file in REPORT.glob("*" + suffix)}
    failures += [f"{name}{suffix} is missing" for name in sorted(names - there)]
    failures += [f"{name}{suffix} belongs to no check" for name in sorted(there - names)]
if failures:
    sys.exit("\n".join(failures))

checks = {name: run_query(name) for name in QUERIES} | {check.__name__: check for check in CODED}
for name in checks:
    bad = rdflib.Graph().parse(REPORT / f"{name}.bad.ttl")
    fired = [other for other, check in checks.items() if check(bad)]
    if fired != [name]:
        failures.append(f"{name}.bad.ttl sets off {', '.join(fired) or 'nothing'}, not {name} alone")
for name, check in checks.items():
    failures += [f"griot.ttl: {name}: {line}" for line in sorted(check(ontology))]
if len(set(ontology.subjects(RDF.type, OWL.Ontology))) != 1:
    failures.append("griot.ttl: it must declare one owl:Ontology")

shapes = rdflib.Graph().parse(folder / "shapes.ttl")
failures += [f"shapes.ttl: {line}" for line in unknown_term(shapes, ontology)]
context = json.loads((folder / "context.jsonld").read_text())["@context"]
failures += [f"context.jsonld: {line}" for line in unknown_context_term(context, ontology)]
failures += [f"aligned-axioms.ttl: {line}" for line in unknown_term(AXIOMS)]

if failures:
    sys.exit("\n".join(failures))
print(f"{len(checks)} checks, each shown to catch its fault, find nothing in {len(ontology)} triples")
