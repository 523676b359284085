#!/usr/bin/env python3
"""Maps part.py's records by a script over an RDF library, to N-Quads.

    library_script.py pyoxigraph|rdflib RECORDS.jsonl OUT.nq VERSION

One pass, an article at a time: what such a script would be, with the terms that return made once.
"""
import hashlib
import json
import pathlib
import sys

ONTOLOGY = pathlib.Path(__file__).parents[2] / "ontology/griot.ttl"
BASE, GRIOT, XSD = "https://example.org/", "https://w3id.org/griot/ontology#", "http://www.w3.org/2001/XMLSchema#"
OA, PROV = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/prov#"
RDF, RDFS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#"
DCTERMS, DC = "http://purl.org/dc/terms/", "http://purl.org/dc/elements/1.1/"


class Mapping:
    """The quads of records.

    - iri, plain, tagged, typed: make a term.
    - put: takes a quad's four terms.
    """

    def __init__(self, iri, plain, tagged, typed, put, version):
        self.iri, self.plain, self.tagged, self.typed, self.put, self.version = iri, plain, tagged, typed, put, version
        self.ontology, self.words = hashlib.sha256(ONTOLOGY.read_bytes()).hexdigest(), {}
        self.type, self.label = iri(RDF + "type"), iri(RDFS + "label")
        self.statement, self.subject, self.predicate, self.object = (
            iri(RDF + name) for name in ("Statement", "subject", "predicate", "object"))
        self.hex, self.edtf, self.count, self.boolean, self.decimal = (iri(name) for name in (
            XSD + "hexBinary", "http://id.loc.gov/datatypes/edtf/EDTF", XSD + "nonNegativeInteger", XSD + "boolean",
            XSD + "decimal"))
        self.same, self.page = iri("http://www.w3.org/2002/07/owl#sameAs"), iri("https://schema.org/subjectOf")
        self.alias, self.tool = iri("http://www.w3.org/2004/02/skos/core#altLabel"), iri("https://w3id.org/griot")
        (self.annotation, self.body, self.target, self.motive, self.identifying, self.linking, self.resource,
         self.source_of, self.selector, self.place, self.start, self.end, self.quote, self.exact) = (
            iri(OA + name) for name in
            "Annotation hasBody hasTarget motivatedBy identifying linking SpecificResource hasSource hasSelector "
            "TextPositionSelector start end TextQuoteSelector exact".split())

    def word(self, name):
        """A term of the ontology by its name."""
        found = self.words.get(name)
        if found is None:
            found = self.words[name] = self.iri(GRIOT + name)
        return found

    def record(self, line):
        record = json.loads(line)
        source = record["source"]
        self.path = f"{BASE}article/{source['id']}"
        self.article, self.language, self.seen = self.iri(self.path), source["language"], set()
        self.things = {entity["id"]: self.iri(f"{self.path}/entity/{entity['id']}") for entity in record["entities"]}
        self.source(source)
        self.provenance(record, line)
        for entity in record["entities"]:
            self.entity(entity)
        for relation in record["relations"]:
            self.relation(relation)

    def source(self, source):
        put, iri, plain, s = self.put, self.iri, self.plain, self.article
        title = self.tagged(source["title"], self.language)
        put(s, self.type, self.word("Article"), s)
        put(s, iri(DCTERMS + "identifier"), plain(source["id"]), s)
        put(s, self.label, title, s)
        put(s, iri(DCTERMS + "title"), title, s)
        put(s, iri(DCTERMS + "language"), plain(source["language"]), s)
        put(s, iri(DCTERMS + "issued"), self.typed(source["published"], self.edtf), s)
        put(s, iri("https://schema.org/url"), iri(source["url"]), s)
        put(s, iri(DC + "publisher"), plain(source["publisher"]), s)
        for author in source["authors"]:
            put(s, iri(DC + "creator"), plain(author), s)
        if "sha256" in source:
            put(s, self.word("sha256"), self.typed(source["sha256"], self.hex), s)

    def provenance(self, record, line):
        put, iri, plain, path, extractor = self.put, self.iri, self.plain, self.path, record["extractor"]
        g, generated, by = iri(f"{path}/provenance"), iri(PROV + "wasGeneratedBy"), iri(PROV + "wasAssociatedWith")
        activity, agent_type = iri(PROV + "Activity"), iri(PROV + "SoftwareAgent")
        export, extraction, agent = (iri(f"{path}/{name}") for name in ("export", "extraction", "extractor"))
        put(self.article, generated, export, g)
        put(export, self.type, activity, g)
        put(export, by, self.tool, g)
        put(self.tool, self.type, agent_type, g)
        put(self.tool, self.label, plain("griot"), g)
        put(self.tool, self.word("version"), plain(self.version), g)
        used = {"record": hashlib.sha256(line).hexdigest(), "ontology": self.ontology}
        if "sha256" in record["source"]:
            used["text"] = record["source"]["sha256"]
        for name, digest in used.items():
            s = iri(f"{path}/{name}")
            put(export, iri(PROV + "used"), s, g)
            put(s, self.type, iri(PROV + "Entity"), g)
            put(s, self.word("sha256"), self.typed(digest, self.hex), g)
        put(iri(f"{path}/record"), generated, extraction, g)
        put(extraction, self.type, activity, g)
        put(extraction, by, agent, g)
        put(extraction, iri(DCTERMS + "date"), self.typed(extractor["run"], self.edtf), g)
        put(agent, self.type, agent_type, g)
        put(agent, self.label, plain(extractor["name"]), g)
        put(agent, self.word("version"), plain(extractor["version"]), g)

    def entity(self, entity):
        put, g, s = self.put, self.article, self.things[entity["id"]]
        put(s, self.type, self.word(entity["type"]), g)
        for language, text in entity["label"].items():
            put(s, self.label, self.tagged(text, language), g)
        for language, texts in entity.get("alias", {}).items():
            for text in texts:
                put(s, self.alias, self.tagged(text, language), g)
        put(s, self.word("named"), self.typed("true" if entity["named"] else "false", self.boolean), g)
        for name, value in entity.get("properties", {}).items():
            put(s, self.word(name), self.typed(value, self.edtf), g)
        if "same" in entity or "pages" in entity:
            links = self.iri(f"{self.path}/links")
            for other in entity.get("same", ()):
                put(s, self.same, self.iri(other), links)
            for page in entity.get("pages", ()):
                put(s, self.page, self.iri(page), links)
        self.annotate(entity["mentions"], s, f"entity/{entity['id']}", self.identifying)

    def annotate(self, spans, body, path, motive):
        put, g, iri = self.put, self.article, self.iri
        for span in spans:
            start, end = span["start"], span["end"]
            annotation = iri(f"{self.path}/annotation/{start}-{end}/{path}")
            s = iri(f"{self.path}/span/{start}-{end}")
            put(annotation, self.type, self.annotation, g)
            put(annotation, self.body, body, g)
            put(annotation, self.motive, motive, g)
            put(annotation, self.target, s, g)
            # A span that comes again is the same quads.
            key = start, end, "text" in span
            if key in self.seen:
                continue
            self.seen.add(key)
            if (start, end, not key[2]) not in self.seen:
                position = iri(f"{self.path}/span/{start}-{end}/position")
                put(s, self.type, self.resource, g)
                put(s, self.source_of, g, g)
                put(s, self.selector, position, g)
                put(position, self.type, self.place, g)
                put(position, self.start, self.typed(str(start), self.count), g)
                put(position, self.end, self.typed(str(end), self.count), g)
            if key[2]:
                quote = iri(f"{self.path}/span/{start}-{end}/quote")
                put(s, self.selector, quote, g)
                put(quote, self.type, self.quote, g)
                put(quote, self.exact, self.plain(span["text"]), g)

    def relation(self, relation):
        put, g, things = self.put, self.article, self.things
        s, p, o = things[relation["subject"]], self.word(relation["type"]), things[relation["object"]]
        claim = self.iri(f"{self.path}/claim/{relation['id']}")
        if relation["status"] == "asserted" and "attributedTo" not in relation:
            key = relation["subject"], relation["type"], relation["object"]
            if key not in self.seen:
                self.seen.add(key)
                put(s, p, o, g)
        put(claim, self.type, self.word("Claim"), g)
        put(claim, self.type, self.statement, g)
        put(claim, self.subject, s, g)
        put(claim, self.predicate, p, g)
        put(claim, self.object, o, g)
        put(claim, self.word("status"), self.word(relation["status"]), g)
        if "attributedTo" in relation:
            put(claim, self.iri(PROV + "wasAttributedTo"), things[relation["attributedTo"]], g)
        if "confidence" in relation:
            put(claim, self.word("confidence"), self.typed(str(relation["confidence"]), self.decimal), g)
        self.annotate(relation["evidence"], claim, f"claim/{relation['id']}", self.linking)


def pyoxigraph_quads(records, out, version):
    import pyoxigraph as o

    quads = []
    mapping = Mapping(o.NamedNode, o.Literal, lambda text, tag: o.Literal(text, language=tag),
                      lambda text, datatype: o.Literal(text, datatype=datatype),
                      lambda s, p, object, g: quads.append(o.Quad(s, p, object, g)), version)

    def each():
        for line in records:
            mapping.record(line.rstrip(b"\n"))
            yield from quads
            quads.clear()

    o.serialize(each(), out, format=o.RdfFormat.N_QUADS)


def rdflib_quads(records, out, version):
    import rdflib

    # Else a lexical form is changed to that of the value it stands for.
    rdflib.NORMALIZE_LITERALS = False
    with open(out, "wb") as file:
        dataset = None

        def put(s, p, o, g):
            dataset.add((s, p, o, g))

        mapping = Mapping(rdflib.URIRef, rdflib.Literal, lambda text, tag: rdflib.Literal(text, lang=tag),
                          lambda text, datatype: rdflib.Literal(text, datatype=datatype), put, version)
        for line in records:
            # One dataset of all would take a gigabyte for a million quads.
            dataset = rdflib.Dataset()
            mapping.record(line.rstrip(b"\n"))
            dataset.serialize(file, format="nquads")


def main():
    library, source, out, version = sys.argv[1:]
    with open(source, "rb") as records:
        {"pyoxigraph": pyoxigraph_quads, "rdflib": rdflib_quads}[library](records, out, version)


if __name__ == "__main__":
    main()
