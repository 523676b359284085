"""Writes spacy/: documents of blank pipelines with an entity ruler, written by Doc.to_json.

    pip install spacy==3.8.18
    python Tests/Extractors/write_spacy.py
"""

import json
import pathlib

import spacy
from spacy.tokens import Span

from articles import ENGLISH, FRENCH

FOLDER = pathlib.Path(__file__).parent / "spacy"
# A link is in a group of spans, for Doc.to_json writes none with the entities.
LINKS = {"Bamako": "Q3703", "UN": "Q1065", "ONU": "Q1065", "Guterres": "NIL"}


def document(language, text, labels):
    pipeline = spacy.blank(language)
    pipeline.add_pipe("sentencizer")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": words} for words, label in labels.items()])
    made = pipeline(text)
    made.spans["links"] = [
        Span(made, entity.start, entity.end, label=entity.label_, kb_id=LINKS[entity.text])
        for entity in made.ents if entity.text in LINKS]
    return made.to_json()


french = document("fr", FRENCH, {"Minusma": "ORG", "Kidal": "LOC", "Assimi Goïta": "PER",
                                 "Goïta": "PER", "Bamako": "LOC", "ONU": "ORG"})
english = document("en", ENGLISH, {"UN": "ORG", "Kidal": "GPE", "31 October": "DATE",
                                   "Guterres": "PERSON"})
(FOLDER / "french.json").write_text(json.dumps(french, ensure_ascii=False, indent=1) + "\n")
(FOLDER / "both.jsonl").write_text(
    "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in (french, english)))
