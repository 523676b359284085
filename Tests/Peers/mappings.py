"""Holds a table of mappings against the classes that the SSSOM project generates from its schema.

    mappings.py LINKS.sssom.tsv

Each metadata line is a slot of a mapping set, each column one of a mapping, each value one that the
slot takes, and each prefix one that is declared.
"""
import csv
import dataclasses
import sys

import yaml
from sssom_schema import Mapping, MappingSet

head, rows = [], []
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for line in file:
        (head if line.startswith("#") else rows).append(line)
told = yaml.safe_load("".join(line[1:] for line in head))
prefixes = told["curie_map"]
table = list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))
slots = {field.name for field in dataclasses.fields(Mapping)}
unknown = set(table[0]) - slots
if unknown:
    sys.exit(f"no slots of a mapping: {sorted(unknown)}")
unknown = set(told) - {field.name for field in dataclasses.fields(MappingSet)}
if unknown:
    sys.exit(f"no slots of a mapping set: {sorted(unknown)}")
for row in table:
    for slot in ("subject_id", "predicate_id", "object_id", "mapping_justification"):
        if row[slot].split(":")[0] not in prefixes:
            sys.exit(f"{slot} {row[slot]} has a prefix that is not declared")
mappings = [Mapping(**{name: value for name, value in row.items() if value}) for row in table]
told.pop("curie_map")
MappingSet(**told, mappings=mappings)
print(f"{len(mappings)} mappings")
