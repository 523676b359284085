"""Writes cas/: a CAS with INCEpTION's layers, written by dkpro-cassis, which counts UTF-16.

    pip install dkpro-cassis==0.12.0
    python Tests/Extractors/write_cas.py
"""

import pathlib

from cassis import Cas, TypeSystem

from articles import FRENCH, span

FOLDER = pathlib.Path(__file__).parent / "cas"

types = TypeSystem()
annotation = types.get_type("uima.tcas.Annotation").name
Entity = types.create_type("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity", annotation)
types.create_feature(Entity, "value", "uima.cas.String")
types.create_feature(Entity, "identifier", "uima.cas.String")
Token = types.create_type("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", annotation)
Relation = types.create_type("webanno.custom.Relation", annotation)
types.create_feature(Relation, "Governor", Entity)
types.create_feature(Relation, "Dependent", Entity)
types.create_feature(Relation, "label", "uima.cas.String")
Metadata = types.create_type(
    "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData",
    "uima.tcas.DocumentAnnotation")
types.create_feature(Metadata, "documentTitle", "uima.cas.String")
types.create_feature(Metadata, "documentId", "uima.cas.String")

cas = Cas(types)
cas.sofa_string = FRENCH
cas.sofa_mime = "text/plain"
cas.add(Metadata(begin=0, end=len(FRENCH), language="fr", documentTitle="kidal.txt",
                 documentId="kidal"))
made = {}
for words, value, link in [
    ("Minusma", "ORG", None), ("Kidal", "LOC", None), ("Assimi Goïta", "PER", None),
    ("Bamako", "LOC", "http://www.wikidata.org/entity/Q3703"),
    ("ONU", "ORG", "https://www.wikidata.org/wiki/Q1065"),
]:
    start, end = span(words)
    made[words] = Entity(begin=start, end=end, value=value, identifier=link)
    cas.add(made[words])
    cas.add(Token(begin=start, end=end))
start, end = span("Minusma")
cas.add(Relation(begin=start, end=end, Governor=made["Minusma"], Dependent=made["Kidal"],
                 label="operates in"))
cas.to_json(FOLDER / "kidal.json", pretty_print=True)
