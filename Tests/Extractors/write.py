"""Writes the files of this folder, each by the tool whose format it is in.

Usage: write.py FOLDER. Needs spacy 3.8.18, dkpro-cassis 0.12.0, langextract 1.7.1 and
label-studio-sdk 2.1.2, which are some 800 MB in all: they are not installed for the tests, which
read the files that are here. No model is needed: spaCy's pipeline is blank, with an entity ruler and
a table of links; LangExtract's aligner places extractions that a model would have made.
"""
import json
import pathlib
import sys

# An emoji is one code point and two units of UTF-16.
TEXT = ("😀 La Minusma quitte Kidal, dit Assimi Goïta. À Bamako, le président de la Transition a reçu "
        "l’ONU ; Goïta parle de souveraineté.")
SECOND = "The UN left Kidal on 31 October, Guterres said."


def span(words, text=TEXT, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def utf16(offset, text=TEXT):
    return len(text[:offset].encode("utf-16-le")) // 2


def spacy(folder):
    import spacy as tool
    from spacy.tokens import Span
    documents = []
    for language, text, patterns in [
        ("fr", TEXT, {"Minusma": "ORG", "Kidal": "LOC", "Assimi Goïta": "PER", "Goïta": "PER",
                      "Bamako": "LOC", "ONU": "ORG"}),
        ("en", SECOND, {"UN": "ORG", "Kidal": "GPE", "31 October": "DATE", "Guterres": "PERSON"}),
    ]:
        pipeline = tool.blank(language)
        pipeline.add_pipe("sentencizer")
        ruler = pipeline.add_pipe("entity_ruler")
        ruler.add_patterns([{"label": label, "pattern": words} for words, label in patterns.items()])
        document = pipeline(text)
        links = {"Kidal": "Q1010356", "Bamako": "Q3703", "Assimi Goïta": "Q98381722", "Goïta": "Q98381722",
                 "Guterres": "NIL"}
        document.spans["links"] = [
            Span(document, entity.start, entity.end, label=entity.label_, kb_id=links[entity.text])
            for entity in document.ents if entity.text in links]
        documents.append(document.to_json())
    (folder / "spacy.json").write_text(json.dumps(documents[0], ensure_ascii=False, indent=1) + "\n")
    (folder / "spacy.jsonl").write_text(
        "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in documents))


def cassis(folder):
    from cassis import Cas, TypeSystem
    types = TypeSystem()
    annotation = types.get_type("uima.tcas.Annotation")
    entity = types.create_type("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity", annotation.name)
    types.create_feature(entity, "value", "uima.cas.String")
    types.create_feature(entity, "identifier", "uima.cas.String")
    token = types.create_type(
        "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", annotation.name)
    relation = types.create_type("webanno.custom.Relation", annotation.name)
    types.create_feature(relation, "Governor", entity)
    types.create_feature(relation, "Dependent", entity)
    types.create_feature(relation, "label", "uima.cas.String")
    cas = Cas(types)
    cas.sofa_string = TEXT
    cas.sofa_mime = "text/plain"
    cas.document_language = "fr"
    made = {}
    for words, value, link in [
        ("Minusma", "ORG", None), ("Kidal", "LOC", "http://www.wikidata.org/entity/Q1010356"),
        ("Assimi Goïta", "PER", "https://www.wikidata.org/wiki/Q98381722"), ("Bamako", "LOC", None),
        ("ONU", "ORG", None),
    ]:
        start, end = span(words)
        made[words] = entity(begin=start, end=end, value=value, identifier=link)
        cas.add(made[words])
        cas.add(token(begin=start, end=end))
    start, end = span("Minusma")
    cas.add(relation(begin=start, end=end, Governor=made["Minusma"], Dependent=made["Kidal"],
                     label="operates in"))
    cas.to_json(folder / "cas.json", pretty_print=True)


def langextract(folder):
    from langextract import io
    from langextract.core import data
    from langextract.core import tokenizer
    from langextract.resolver import Resolver
    documents = []
    for name, text, extractions in [
        ("doc_mali", TEXT, [
            ("organization", "Minusma", {"role": "mission"}), ("location", "Kidal", None),
            ("person", "Assimi Goïta", {"titles": ["président", "colonel"]}),
            ("person", "assimi goïta", None), ("location", "Ménaka", None)]),
        ("doc_un", SECOND, [
            ("organization", "UN", None), ("person", "António Guterres said", None)]),
    ]:
        made = [
            data.Extraction(extraction_class=kind, extraction_text=words, attributes=attributes,
                            extraction_index=index + 1, group_index=index)
            for index, (kind, words, attributes) in enumerate(extractions)]
        aligned = list(Resolver().align(made, text, token_offset=0, char_offset=0))
        documents.append(
            data.AnnotatedDocument(document_id=name, text=text, extractions=aligned))
    io.save_annotated_documents(
        iter(documents), output_dir=folder, output_name="langextract.jsonl", show_progress=False)


CONFIG = """<View><Labels name="ner" toName="text"><Label value="Person"/><Label value="Location"/>
<Label value="Organization"/></Labels><Text name="text" value="$text"/></View>"""


def labelstudio(folder):
    from label_studio_sdk.converter import Converter
    from label_studio_sdk.label_interface import LabelInterface
    from label_studio_sdk.label_interface.objects import AnnotationValue, PredictionValue
    interface = LabelInterface(CONFIG)
    ner = interface.get_control("ner")

    def region(words, label, number):
        start, end = span(words)
        made = ner.create_label if hasattr(ner, "create_label") else None
        value = ner.label(label=label, start=start, end=end, text=words)
        one = value.model_dump() if hasattr(value, "model_dump") else value
        one["id"] = number
        return one

    regions = [region("Minusma", "Organization", "r-a"), region("Kidal", "Location", "r-b"),
               region("Assimi Goïta", "Person", "r-c"), region("Bamako", "Location", "r-d")]
    print(regions[0], file=sys.stderr)


if __name__ == "__main__":
    target = pathlib.Path(sys.argv[1])
    for write in (spacy, cassis, langextract, labelstudio):
        write(target)
