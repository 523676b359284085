#!/usr/bin/env python3
"""Takes from an archive the part that RML can say, as records and as tables with the same content.

    part.py ARCHIVE.jsonl FOLDER [--griot VERSION]

Left out are events and what refers to them, values of properties that are claims, relations with an
interval, a degree, a basis or a literal value, and ids that articles share: dates with bounds ask for a
calendar, which RML has not. The tables are what mapping engines read best, and have the digests and the
words of a condition ready: an engine has nothing to compute or to parse but the columns.
"""
import argparse
import csv
import hashlib
import json
import pathlib

ONTOLOGY = pathlib.Path(__file__).parents[2] / "ontology/griot.ttl"
LEFT_OUT = {"interval", "degree", "basis", "value"}
COLUMNS = {
    "articles": "article title language published url publisher author text_hash text_used record_hash "
                "ontology_hash griot extractor extractor_version run",
    "entities": "article entity type label_fr label_en alias_fr named inception same page",
    "mentions": "article entity start end words quote",
    "relations": "article relation type subj obj status plain speaker confidence start end words quote",
}


def reduced(record):
    """The part of a record."""
    entities = []
    for entity in record["entities"]:
        plain = {name: value for name, value in entity.get("properties", {}).items() if not isinstance(value, dict)}
        kept = {key: value for key, value in entity.items() if key != "properties"}
        entities.append(kept | {"properties": plain} if plain else kept)
    known = {entity["id"] for entity in entities}
    relations = [relation for relation in record["relations"]
                 if not LEFT_OUT & relation.keys() and {relation["subject"], relation["object"]} <= known]
    kept = {key: value for key, value in record.items() if key != "ids"}
    return kept | {"entities": entities, "relations": relations, "events": []}


def one(values):
    """The value of what may be absent and is at most one here; a table has no place for a second."""
    first, = values or [""]
    return first


def words(span):
    return [span["start"], span["end"], span.get("text", ""), "quote" if "text" in span else ""]


def write(record, line, version, ontology, tables):
    source, extractor = record["source"], record["extractor"]
    article = source["id"]
    tables["articles"].writerow([
        article, source["title"], source["language"], source["published"], source["url"], source["publisher"],
        one(source["authors"]), source.get("sha256", ""), "text" if "sha256" in source else "",
        hashlib.sha256(line).hexdigest(), ontology, version,
        extractor["name"], extractor["version"], extractor["run"]])
    for entity in record["entities"]:
        tables["entities"].writerow([
            article, entity["id"], entity["type"], entity["label"]["fr"], entity["label"].get("en", ""),
            one(entity.get("alias", {}).get("fr")), "true" if entity["named"] else "false",
            entity.get("properties", {}).get("inception", ""), one(entity.get("same")), one(entity.get("pages"))])
        for span in entity["mentions"]:
            tables["mentions"].writerow([article, entity["id"], *words(span)])
    for relation in record["relations"]:
        is_plain = relation["status"] == "asserted" and "attributedTo" not in relation
        tables["relations"].writerow([
            article, relation["id"], relation["type"], relation["subject"], relation["object"], relation["status"],
            relation["type"] if is_plain else "", relation.get("attributedTo", ""), relation.get("confidence", ""),
            *words(one(relation["evidence"]))])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("archive", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--griot", default="0.1.0", help="the version that provenance names")
    given = parser.parse_args()
    ontology = hashlib.sha256(ONTOLOGY.read_bytes()).hexdigest()
    given.folder.mkdir(parents=True, exist_ok=True)
    files, tables = [], {}
    for name, columns in COLUMNS.items():
        files.append(open(given.folder / f"{name}.csv", "w", encoding="utf-8", newline=""))
        tables[name] = csv.writer(files[-1], lineterminator="\n")
        tables[name].writerow(columns.split())
    with open(given.archive, encoding="utf-8") as archive, open(given.folder / "records.jsonl", "wb") as records:
        for line in archive:
            record = reduced(json.loads(line))
            line = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
            records.write(line + b"\n")
            write(record, line, given.griot, ontology, tables)
    for file in files:
        file.close()


if __name__ == "__main__":
    main()
