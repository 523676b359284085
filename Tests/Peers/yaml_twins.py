"""Writes seeds and broken records in YAML, as PyYAML does: run it when one of them changes.

The seeds go to Tests/Records/yaml, the broken records stand beside their JSON. What is broken as
JSON text has a twin by hand, or none where YAML allows it.
"""
import json
import pathlib

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]


def records(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    return [json.loads(text)]


def write(path, found):
    with path.open("w", encoding="utf-8") as file:
        yaml.safe_dump_all(
            found, file, sort_keys=False, allow_unicode=True, width=100,
            explicit_start=len(found) > 1)


for seed in sorted((ROOT / "seeds").glob("*.json*")):
    write(ROOT / "Tests/Records/yaml" / f"{seed.stem}.yaml", records(seed))
for broken in sorted((ROOT / "Tests/Broken").glob("*.json*")):
    if broken.suffix in (".json", ".jsonl") and not broken.name.startswith("json-"):
        write(broken.with_suffix(".yaml"), records(broken))
