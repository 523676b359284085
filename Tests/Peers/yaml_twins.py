"""Writes the seeds in YAML, as PyYAML does, to Tests/Records/yaml: run it when a seed changes."""

import json
import pathlib

import yaml

root = pathlib.Path(__file__).resolve().parents[2]
for seed in sorted((root / "seeds").glob("*.json*")):
    text = seed.read_text(encoding="utf-8")
    records = (
        [json.loads(line) for line in text.splitlines() if line.strip()]
        if seed.suffix == ".jsonl"
        else [json.loads(text)]
    )
    twin = root / "Tests" / "Records" / "yaml" / f"{seed.stem}.yaml"
    with twin.open("w", encoding="utf-8") as file:
        yaml.safe_dump_all(
            records,
            file,
            sort_keys=False,
            allow_unicode=True,
            width=100,
            explicit_start=len(records) > 1,
        )
