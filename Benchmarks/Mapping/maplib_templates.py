#!/usr/bin/env python3
"""Maps part.py's tables by maplib: OTTR templates over data frames, to N-Triples.

    maplib_templates.py FOLDER OUT.nt

maplib takes one named graph a call, not one a row, so all goes to the default graph.
"""
import pathlib
import sys

import polars
from maplib import IRI, Model, RDFType, SolutionMappings

BASE, GRIOT, XSD = "https://example.org/", "https://w3id.org/griot/ontology#", "http://www.w3.org/2001/XMLSchema#"
LANGUAGE_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
TYPES = {name: RDFType.Literal(IRI(iri)) for name, iri in {
    "string": XSD + "string", "boolean": XSD + "boolean", "decimal": XSD + "decimal", "hex": XSD + "hexBinary",
    "count": XSD + "nonNegativeInteger", "edtf": "http://id.loc.gov/datatypes/edtf/EDTF",
    "words": LANGUAGE_STRING}.items()} | {"iri": RDFType.IRI}
TEMPLATES = """
@prefix t: <https://example.org/template#> .
@prefix ottr: <http://ns.ottr.xyz/0.4/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> .
@prefix dc: <http://purl.org/dc/elements/1.1/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
@prefix griot: <https://w3id.org/griot/ontology#> .

t:Article [ ottr:IRI ?a, xsd:string ?article, rdf:langString ?title, xsd:string ?language, edtf:EDTF ?published,
  ottr:IRI ?url, xsd:string ?publisher, ? xsd:string ?author, ? xsd:hexBinary ?text_hash, xsd:hexBinary ?record_hash,
  xsd:hexBinary ?ontology_hash, xsd:string ?griot, xsd:string ?extractor, xsd:string ?extractor_version,
  edtf:EDTF ?run, ottr:IRI ?export, ottr:IRI ?record, ottr:IRI ?ontology, ? ottr:IRI ?text, ottr:IRI ?extraction,
  ottr:IRI ?agent ] :: {
  ottr:Triple(?a, rdf:type, griot:Article), ottr:Triple(?a, dcterms:identifier, ?article),
  ottr:Triple(?a, rdfs:label, ?title), ottr:Triple(?a, dcterms:title, ?title),
  ottr:Triple(?a, dcterms:language, ?language), ottr:Triple(?a, dcterms:issued, ?published),
  ottr:Triple(?a, schema:url, ?url), ottr:Triple(?a, dc:publisher, ?publisher), ottr:Triple(?a, dc:creator, ?author),
  ottr:Triple(?a, griot:sha256, ?text_hash), ottr:Triple(?a, prov:wasGeneratedBy, ?export),
  ottr:Triple(?export, rdf:type, prov:Activity), ottr:Triple(?export, prov:wasAssociatedWith, <https://w3id.org/griot>),
  ottr:Triple(?export, prov:used, ?record), ottr:Triple(?export, prov:used, ?ontology),
  ottr:Triple(?export, prov:used, ?text),
  ottr:Triple(<https://w3id.org/griot>, rdf:type, prov:SoftwareAgent),
  ottr:Triple(<https://w3id.org/griot>, rdfs:label, "griot"), ottr:Triple(<https://w3id.org/griot>, griot:version, ?griot),
  ottr:Triple(?record, rdf:type, prov:Entity), ottr:Triple(?record, griot:sha256, ?record_hash),
  ottr:Triple(?record, prov:wasGeneratedBy, ?extraction),
  ottr:Triple(?ontology, rdf:type, prov:Entity), ottr:Triple(?ontology, griot:sha256, ?ontology_hash),
  ottr:Triple(?text, rdf:type, prov:Entity), ottr:Triple(?text, griot:sha256, ?text_hash),
  ottr:Triple(?extraction, rdf:type, prov:Activity), ottr:Triple(?extraction, prov:wasAssociatedWith, ?agent),
  ottr:Triple(?extraction, dcterms:date, ?run), ottr:Triple(?agent, rdf:type, prov:SoftwareAgent),
  ottr:Triple(?agent, rdfs:label, ?extractor), ottr:Triple(?agent, griot:version, ?extractor_version) } .

t:Entity [ ottr:IRI ?e, ottr:IRI ?type, rdf:langString ?label_fr, ? rdf:langString ?label_en, ? rdf:langString ?alias_fr,
  xsd:boolean ?named, ? edtf:EDTF ?inception, ? ottr:IRI ?same, ? ottr:IRI ?page ] :: {
  ottr:Triple(?e, rdf:type, ?type), ottr:Triple(?e, rdfs:label, ?label_fr), ottr:Triple(?e, rdfs:label, ?label_en),
  ottr:Triple(?e, skos:altLabel, ?alias_fr), ottr:Triple(?e, griot:named, ?named),
  ottr:Triple(?e, griot:inception, ?inception), ottr:Triple(?e, owl:sameAs, ?same),
  ottr:Triple(?e, schema:subjectOf, ?page) } .

t:Span [ ottr:IRI ?annotation, ottr:IRI ?body, ottr:IRI ?motive, ottr:IRI ?a, ottr:IRI ?span, ottr:IRI ?position,
  ? ottr:IRI ?quote, xsd:nonNegativeInteger ?start, xsd:nonNegativeInteger ?end, ? xsd:string ?words ] :: {
  ottr:Triple(?annotation, rdf:type, oa:Annotation), ottr:Triple(?annotation, oa:hasBody, ?body),
  ottr:Triple(?annotation, oa:motivatedBy, ?motive), ottr:Triple(?annotation, oa:hasTarget, ?span),
  ottr:Triple(?span, rdf:type, oa:SpecificResource), ottr:Triple(?span, oa:hasSource, ?a),
  ottr:Triple(?span, oa:hasSelector, ?position), ottr:Triple(?position, rdf:type, oa:TextPositionSelector),
  ottr:Triple(?position, oa:start, ?start), ottr:Triple(?position, oa:end, ?end),
  ottr:Triple(?span, oa:hasSelector, ?quote), ottr:Triple(?quote, rdf:type, oa:TextQuoteSelector),
  ottr:Triple(?quote, oa:exact, ?words) } .

t:Claim [ ottr:IRI ?claim, ottr:IRI ?subject, ottr:IRI ?predicate, ottr:IRI ?object, ottr:IRI ?status,
  ? ottr:IRI ?speaker, ? xsd:decimal ?confidence ] :: {
  ottr:Triple(?claim, rdf:type, griot:Claim), ottr:Triple(?claim, rdf:type, rdf:Statement),
  ottr:Triple(?claim, rdf:subject, ?subject), ottr:Triple(?claim, rdf:predicate, ?predicate),
  ottr:Triple(?claim, rdf:object, ?object), ottr:Triple(?claim, griot:status, ?status),
  ottr:Triple(?claim, prov:wasAttributedTo, ?speaker), ottr:Triple(?claim, griot:confidence, ?confidence) } .
"""

column = polars.col
ARTICLE = BASE + "article/"


def iri(*parts):
    """An IRI of constant text and columns; absent where one of its columns is."""
    return polars.concat_str([column(part[1:]) if part.startswith("?") else polars.lit(part) for part in parts])


def tagged(name, language):
    """A column of text in a language, as maplib holds it."""
    text = polars.struct(column(name).alias(f"<{LANGUAGE_STRING}>"), polars.lit(language).alias("l"))
    return polars.when(column(name).is_not_null()).then(text)


class Mapping:
    def __init__(self, folder):
        self.folder, self.model = folder, Model()
        self.model.add_template(TEMPLATES)

    def table(self, name):
        return polars.read_csv(self.folder / f"{name}.csv", infer_schema=False)

    def map(self, template, frame, **columns):
        """Maps a frame; each column is a kind and an expression."""
        chosen = frame.select(**{name: expression for name, (_, expression) in columns.items()})
        types = {name: TYPES[kind] for name, (kind, _) in columns.items()}
        self.model.map(f"https://example.org/template#{template}", SolutionMappings(chosen, types))

    def articles(self):
        def below(name):
            return "iri", iri(ARTICLE, "?article", name)

        def same(kind, *names):
            return {name: (kind, column(name)) for name in names}

        self.map("Article", self.table("articles"), a=below(""), title=("words", tagged("title", "fr")),
                 **same("string", "article", "language", "publisher", "author", "griot", "extractor",
                        "extractor_version"),
                 **same("edtf", "published", "run"), **same("iri", "url"),
                 **same("hex", "text_hash", "record_hash", "ontology_hash"),
                 export=below("/export"), record=below("/record"), ontology=below("/ontology"),
                 text=("iri", iri(ARTICLE, "?article", "/", "?text_used")),
                 extraction=below("/extraction"), agent=below("/extractor"))

    def entities(self):
        self.map("Entity", self.table("entities"), e=("iri", iri(ARTICLE, "?article", "/entity/", "?entity")),
                 type=("iri", iri(GRIOT, "?type")), label_fr=("words", tagged("label_fr", "fr")),
                 label_en=("words", tagged("label_en", "en")), alias_fr=("words", tagged("alias_fr", "fr")),
                 named=("boolean", column("named") == "true"), inception=("edtf", column("inception")),
                 same=("iri", column("same")), page=("iri", column("page")))

    def spans(self, frame, motive, *body):
        span = (ARTICLE, "?article", "/span/", "?start", "-", "?end")
        self.map("Span", frame, annotation=("iri", iri(ARTICLE, "?article", "/annotation/", "?start", "-", "?end", *body)),
                 body=("iri", iri(ARTICLE, "?article", *body)),
                 motive=("iri", polars.lit(f"http://www.w3.org/ns/oa#{motive}")), a=("iri", iri(ARTICLE, "?article")),
                 span=("iri", iri(*span)), position=("iri", iri(*span, "/position")),
                 quote=("iri", iri(*span, "/", "?quote")), start=("count", column("start")),
                 end=("count", column("end")), words=("string", column("words")))

    def relations(self):
        frame = self.table("relations")
        subject, object = (iri(ARTICLE, "?article", "/entity/", name) for name in ("?subj", "?obj"))
        self.map("Claim", frame, claim=("iri", iri(ARTICLE, "?article", "/claim/", "?relation")),
                 subject=("iri", subject), predicate=("iri", iri(GRIOT, "?type")), object=("iri", object),
                 status=("iri", iri(GRIOT, "?status")),
                 speaker=("iri", iri(ARTICLE, "?article", "/entity/", "?speaker")),
                 # maplib reads a decimal of any scale as one of twelve places.
                 confidence=("decimal", column("confidence").cast(polars.Decimal(38, 12))))
        plain = frame.filter(column("plain").is_not_null()).select(
            subject=subject, predicate=iri(GRIOT, "?plain"), object=object)
        self.model.map_triples(SolutionMappings(plain, dict.fromkeys(plain.columns, RDFType.IRI)))
        self.spans(frame, "linking", "/claim/", "?relation")


def main():
    folder, out = sys.argv[1:]
    mapping = Mapping(pathlib.Path(folder))
    mapping.articles()
    mapping.entities()
    mapping.spans(mapping.table("mentions"), "identifying", "/entity/", "?entity")
    mapping.relations()
    mapping.model.write(out, format="ntriples")


if __name__ == "__main__":
    main()
