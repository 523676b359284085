"""Holds descriptions of datasets against what others count, their vocabularies, and shapes after DCAT-AP.

Usage: description.py GRIOT. Terms of VoID, DCAT, Dublin Core, PROV and FOAF are those that rdflib's closed
namespaces know; those of SPDX and SPARQL's service description stand below with their source.
"""
import gzip
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile

import pyoxigraph
import pyshacl
import rdflib
from rdflib.namespace import DCAT, DCTERMS, FOAF, OWL, PROV, RDF, RDFS, SKOS, VOID, XSD

ROOT = pathlib.Path(__file__).resolve().parents[2]
GRIOT = os.path.abspath(sys.argv[1])
# https://www.w3.org/TR/sparql11-service-description/ (section 3)
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
SD_TERMS = {"GraphCollection", "NamedGraph", "Graph", "namedGraph", "name", "graph"}
# https://spdx.org/rdf/terms, as DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/#Class:Checksum) uses it
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
SPDX_TERMS = {"Checksum", "checksum", "algorithm", "checksumValue", "checksumAlgorithm_sha256"}
GRIOT_NS = rdflib.Namespace("https://w3id.org/griot/ontology#")
CLOSED = [VOID, DCAT, DCTERMS, PROV, FOAF, RDF, RDFS]
DETAILS = """
base: https://data.example.org/
dataset:
  title: {fr: "Articles de presse", en: Press articles}
  description: {en: "Press articles as a graph"}
  publisher: The Example Press
  publisherIRI: https://press.example.org/
  licence: https://creativecommons.org/licenses/by/4.0/
  accessURL: https://data.example.org/files/
"""
# After DCAT-AP 3.0.0, https://semiceu.github.io/DCAT-AP/releases/3.0.0/: what is mandatory of a dataset, a
# distribution, an agent and a checksum, and the ranges of what griot writes beside it.
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix spdx: <http://spdx.org/rdf/terms#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
[] a sh:NodeShape ; sh:targetClass dcat:Dataset ;
   sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:nodeKind sh:Literal ; sh:uniqueLang true ] ;
   sh:property [ sh:path dct:description ; sh:minCount 1 ; sh:nodeKind sh:Literal ; sh:uniqueLang true ] ;
   sh:property [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ] ;
   sh:property [ sh:path dct:license ; sh:minCount 1 ; sh:class dct:LicenseDocument ] ;
   sh:property [ sh:path dct:modified ; sh:maxCount 1 ; sh:datatype xsd:dateTime ] ;
   sh:property [ sh:path dcat:distribution ; sh:minCount 1 ; sh:class dcat:Distribution ] ;
   sh:property [ sh:path prov:wasGeneratedBy ; sh:minCount 1 ; sh:class prov:Activity ] .
[] a sh:NodeShape ; sh:targetClass dcat:Distribution ;
   sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
   sh:property [ sh:path dcat:downloadURL ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
   sh:property [ sh:path dcat:byteSize ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ] ;
   sh:property [ sh:path dcat:mediaType ; sh:maxCount 1 ; sh:class dct:MediaType ] ;
   sh:property [ sh:path dcat:compressFormat ; sh:maxCount 1 ; sh:class dct:MediaType ] ;
   sh:property [ sh:path dct:format ; sh:maxCount 1 ; sh:class dct:MediaTypeOrExtent ] ;
   sh:property [ sh:path dct:license ; sh:minCount 1 ; sh:maxCount 1 ; sh:class dct:LicenseDocument ] ;
   sh:property [ sh:path spdx:checksum ; sh:minCount 1 ; sh:maxCount 1 ; sh:class spdx:Checksum ] .
[] a sh:NodeShape ; sh:targetClass spdx:Checksum ;
   sh:property [ sh:path spdx:algorithm ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
   sh:property [ sh:path spdx:checksumValue ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:hexBinary ] .
[] a sh:NodeShape ; sh:targetClass foaf:Agent ; sh:property [ sh:path foaf:name ; sh:minCount 1 ; sh:nodeKind sh:Literal ] .
[] a sh:NodeShape ; sh:targetClass void:Linkset ;
   sh:property [ sh:path void:linkPredicate ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
   sh:property [ sh:path void:subjectsTarget ; sh:minCount 1 ; sh:maxCount 1 ; sh:class void:Dataset ] ;
   sh:property [ sh:path void:objectsTarget ; sh:minCount 1 ; sh:maxCount 1 ; sh:class void:Dataset ] ;
   sh:property [ sh:path void:triples ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:integer ] .
"""
LINKS = {OWL.sameAs, SKOS.exactMatch, SKOS.closeMatch, rdflib.URIRef("https://schema.org/sameAs")}


def expect(holds, what):
    if not holds:
        sys.exit(f"FAILED {what}")


def griot(*arguments, folder=ROOT, status=0, environment={}):
    ended = subprocess.run([GRIOT, *map(str, arguments)], cwd=folder, capture_output=True, timeout=120,
                           env={"PATH": os.environ["PATH"], **environment})
    expect(ended.returncode == status, f"{arguments}: status {ended.returncode}: {ended.stderr.decode()}")
    return ended.stdout, ended.stderr.decode()


def read(text):
    graph = rdflib.Graph()
    graph.parse(data=text, format="turtle")
    for triple in graph:
        expect(not any(isinstance(term, rdflib.BNode) for term in triple), f"a blank node: {triple}")
    return graph


def terms_exist(graph, instances):
    """Every predicate and every class that is no part of what is described is a term of its vocabulary."""
    used = set(graph.predicates()) | {thing for thing in graph.objects(None, RDF.type)} | set(graph.objects(None, SPDX.algorithm))
    expect(len(used) > instances, f"{len(used)} terms")
    for term in used:
        known = any(str(term).startswith(str(space)) and term in space for space in CLOSED) \
            or term.startswith(SD) and term[len(SD):] in SD_TERMS or term.startswith(SPDX) and term[len(SPDX):] in SPDX_TERMS \
            or term == GRIOT_NS.version
        expect(known, f"{term} is no term of a vocabulary")


def namespace(iri):
    return iri[:iri.rfind("#") + 1] or iri[:iri.rstrip("/").rfind("/") + 1]


def counts(graph, dataset, quads, base):
    """The numbers are those that pyoxigraph's quads give."""
    def number(subject, predicate):
        found = list(graph.objects(subject, predicate))
        expect(len(found) == 1, f"{subject} {predicate}: {found}")
        return int(found[0])

    expect(number(dataset, VOID.triples) == len(quads), "void:triples")
    expect(number(dataset, VOID.distinctSubjects) == len({quad.subject for quad in quads}), "void:distinctSubjects")
    expect(number(dataset, VOID.distinctObjects) == len({quad.object for quad in quads}), "void:distinctObjects")
    types = {(quad.subject, quad.object.value) for quad in quads if quad.predicate.value == str(RDF.type)}
    for partition, key, count, wanted in [
        (VOID.classPartition, VOID["class"], VOID.entities, [name for _, name in types]),
        (VOID.propertyPartition, VOID.property, VOID.triples, [quad.predicate.value for quad in quads]),
    ]:
        parts = list(graph.objects(dataset, partition))
        told = {str(graph.value(part, key)): number(part, count) for part in parts}
        expect(len(told) == len(parts) and told == {name: wanted.count(name) for name in set(wanted)}, str(partition))
    expect(number(dataset, VOID.classes) == len({name for _, name in types}), "void:classes")
    expect(number(dataset, VOID.properties) == len({quad.predicate for quad in quads}), "void:properties")
    told = {str(graph.value(part, SD.name)): number(graph.value(part, SD.graph), VOID.triples)
            for part in graph.objects(dataset, SD.namedGraph)}
    names = [quad.graph_name.value for quad in quads if isinstance(quad.graph_name, pyoxigraph.NamedNode)]
    expect(told == {name: names.count(name) for name in set(names)}, "the graphs")
    links = [(quad.predicate.value, namespace(quad.object.value)) for quad in quads
             if rdflib.URIRef(quad.predicate.value) in LINKS and isinstance(quad.object, pyoxigraph.NamedNode)
             and not quad.object.value.startswith(base)]
    told = {(str(graph.value(part, VOID.linkPredicate)), str(graph.value(graph.value(part, VOID.objectsTarget), VOID.uriSpace))):
            number(part, VOID.triples) for part in graph.objects(dataset, VOID.subset)}
    expect(told == {link: links.count(link) for link in set(links)}, f"the sets of links: {told}")
    expect({str(one) for one in graph.objects(dataset, VOID.vocabulary)}
           == {namespace(name) for name in {quad.predicate.value for quad in quads} | {name for _, name in types}}, "void:vocabulary")
    return len(told)


def quads(*paths):
    found = set()
    for path in paths:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        found |= set(pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.N_QUADS))
    return found


def of_exports():
    """VoID alone, and the same bytes as in exports/."""
    names = sorted((ROOT / "exports").glob("*.nq"))
    expect(len(names) == 3, names)
    first, said = griot("describe", *names)
    expect("VoID alone" in said and "lacks title, description, publisher, licence, accessURL" in said, said)
    expect(griot("describe", *reversed(names))[0] == first, "another order, other bytes")
    expect(first == (ROOT / "exports/void.ttl").read_bytes(), "exports/void.ttl is another; make export writes it")
    graph = read(first)
    terms_exist(graph, 25)
    expect(not list(graph.subjects(RDF.type, DCAT.Dataset)), "DCAT without details")
    expect(not list(graph.objects(None, PROV.endedAtTime)), "a time that nobody asked for")
    dataset = rdflib.URIRef("https://example.org/dataset")
    expect(counts(graph, dataset, quads(*names), "https://example.org/") > 2, "few links")


def of_catalogue(folder):
    """DCAT with all details, written by an export and by itself."""
    (folder / "griot.yaml").write_text(DETAILS)
    seeds = [ROOT / "seeds/minusma.json", ROOT / "seeds/ceasefire.json"]
    _, said = griot("export", *seeds, "-o", "out", "--formats", "nq,ttl,graphml,csv", "--compress", "gz", folder=folder)
    expect("void.ttl" in said, said)
    written = (folder / "out/void.ttl").read_bytes()
    griot("describe", "out", "-o", "other.ttl", folder=folder)
    expect((folder / "other.ttl").read_bytes() == written, "describe and export --describe give other bytes")
    griot("describe", "out", "-o", "out/void.ttl", folder=folder)
    expect((folder / "out/void.ttl").read_bytes() == written, "a description described itself")
    graph = read(written)
    terms_exist(graph, 40)
    dataset = rdflib.URIRef("https://data.example.org/dataset")
    counts(graph, dataset, quads(*(folder / "out").glob("*.nq.gz")), "https://data.example.org/")
    conforms, _, text = pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(data=SHAPES, format="turtle"))
    expect(conforms, text)
    files = {path.name: path for path in (folder / "out").iterdir() if path.name != "void.ttl"}
    parts = list(graph.objects(dataset, DCAT.distribution))
    expect({str(graph.value(part, DCTERMS.title)) for part in parts} == set(files) and len(parts) == len(files), "the files")
    for part in parts:
        path = files[str(graph.value(part, DCTERMS.title))]
        data = path.read_bytes()
        expect(int(graph.value(part, DCAT.byteSize)) == len(data), f"the size of {path.name}")
        expect(str(graph.value(graph.value(part, SPDX.checksum), SPDX.checksumValue)) == hashlib.sha256(data).hexdigest(), "a sum")
        expect(str(graph.value(part, DCAT.downloadURL)) == f"https://data.example.org/files/{path.name}", "an address")
        expect(str(graph.value(part, DCAT.compressFormat)).endswith("/application/gzip"), "the packing")
        kind = {".nq": "n-quads", ".ttl": "turtle", ".csv": "csv"}.get(pathlib.Path(path.stem).suffix)
        if kind:
            expect(str(graph.value(part, DCAT.mediaType)).split("/")[-1] == kind, f"the media type of {path.name}")
        else:
            expect(str(graph.value(graph.value(part, DCTERMS.format), RDFS.label)) == "application/graphml+xml", path.name)
    expect({str(one) for one in graph.objects(dataset, VOID.dataDump)}
           == {f"https://data.example.org/files/{name}" for name in files if ".nq" in name or ".ttl" in name}, "void:dataDump")
    expect({(str(one), one.language) for one in graph.objects(dataset, DCTERMS.title)}
           == {("Articles de presse", "fr"), ("Press articles", "en")}, "the titles")
    # A shape that nothing can break would say nothing: without its name the publisher is none.
    graph.remove((rdflib.URIRef("https://press.example.org/"), FOAF.name, None))
    expect(not pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(data=SHAPES, format="turtle"))[0], "the shapes hold of anything")
    # A time only where it is asked for.
    for options, environment in [(["--timestamp", "2024-11-15T12:00:00Z"], {}), ([], {"SOURCE_DATE_EPOCH": "1731672000"})]:
        timed = read(griot("describe", "out", *options, folder=folder, environment=environment)[0])
        expect(str(timed.value(dataset, DCTERMS.modified)).startswith("2024-11-15T12:00:00"), "the time")
        expect(timed.value(dataset, DCTERMS.modified).datatype == XSD.dateTime, "the time's datatype")
    # Where details are missing there is VoID alone, and it is said which.
    (folder / "griot.yaml").write_text(DETAILS.replace("  publisher: The Example Press\n", "").replace("  licence:", "  # licence:"))
    text, said = griot("describe", "out", folder=folder)
    expect("lacks publisher, licence" in said and "title" not in said, said)
    expect(not list(read(text).subjects(RDF.type, DCAT.Dataset)), "DCAT without a licence")
    # A layout of shards is described too, and an export to standard output is not.
    (folder / "griot.yaml").write_text(DETAILS)
    griot("export", *seeds, "-o", "bulk", "--layout", "oxigraph", folder=folder)
    graph = read((folder / "bulk/void.ttl").read_bytes())
    expect(len(list(graph.objects(dataset, DCAT.distribution))) == len(list((folder / "bulk").glob("part-*"))), "the parts")
    expect(len(griot("export", *seeds, "-o", "-", "--formats", "nq", folder=folder)[0]) > 1000, "standard output")


of_exports()
with tempfile.TemporaryDirectory() as place:
    of_catalogue(pathlib.Path(place))
print("descriptions are what they should be")
