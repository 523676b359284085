"""Writes langextract/: annotated documents that LangExtract's aligner placed and its writer wrote.

What a model would have extracted is given here.

    pip install langextract==1.7.1
    python Tests/Extractors/write_langextract.py
"""

import pathlib

from langextract import io
from langextract.core import data
from langextract.resolver import Resolver

from articles import ENGLISH, FRENCH

FOLDER = pathlib.Path(__file__).parent / "langextract"


def document(name, text, extractions):
    made = [
        data.Extraction(extraction_class=kind, extraction_text=words, attributes=attributes,
                        extraction_index=number, group_index=number - 1)
        for number, (kind, words, attributes) in enumerate(extractions, 1)]
    aligned = Resolver().align(made, text, token_offset=0, char_offset=0)
    return data.AnnotatedDocument(document_id=name, text=text, extractions=list(aligned))


io.save_annotated_documents(
    iter([
        document("doc_mali", FRENCH, [
            ("organization", "Minusma", {"role": "mission"}), ("location", "Kidal", None),
            ("person", "Assimi Goïta", {"titles": ["président", "colonel"]}),
            ("person", "assimi goïta", None), ("location", "Ménaka", None)]),
        document("doc_un", ENGLISH, [
            ("organization", "UN", None), ("person", "António Guterres said", None)]),
    ]), output_dir=FOLDER, output_name="articles.jsonl", show_progress=False)
