"""Checks that hostile records are the same in all formats of a graph.

Usage: graph_attacks.py GRIOT SHARED. Each record of SHARED/attacks that GraphML takes is written in all
formats and read by graph_formats.py; one that GraphML refuses is refused.
"""
import csv
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

GRIOT, SHARED = map(os.path.abspath, sys.argv[1:])
PARTS = ["gexf", "dot", "neo4j", "cypher", "tables", "geojson"]
FORMATS = "graphml,gexf,dot,svg,png,neo4j-csv,cypher,csv,geojson"


def check(name):
    """Whether the record was written, and what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        command = [GRIOT, "export", f"{SHARED}/attacks/{name}", "--ontology", f"{SHARED}/attacks/attacks-ontology.ttl",
                   "-q", "-o", f"{folder}/out", "--no-validate", "--formats"]
        first, second = (subprocess.run(command + [formats], capture_output=True, text=True, timeout=60)
                         for formats in ("graphml", FORMATS))
        if first.returncode != second.returncode:
            return False, [f"{name}: GraphML ends with {first.returncode}, all with {second.returncode}: {second.stderr[-300:]}"]
        if first.returncode:
            return False, []
        out = pathlib.Path(folder, "out")
        (gexf,) = out.glob("*.gexf")
        if "<node " not in gexf.read_text(encoding="utf-8"):
            return False, []
        faults = []
        for part in PARTS:
            ended = subprocess.run([sys.executable, pathlib.Path(__file__).with_name("graph_formats.py"), out, gexf.stem, part],
                                   capture_output=True, text=True)
            if ended.returncode:
                faults.append(f"{name}: {part}: {ended.stderr.strip().splitlines()[-1][:300]}")
        return True, faults


with open(f"{SHARED}/attacks/manifest.tsv", newline="") as file:
    rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
names = sorted({row["file"] for row in rows if row["how"] == "stored" and re.search("map|graphml", row["command"])})
with ThreadPoolExecutor(2) as threads:
    results = list(threads.map(check, names))
faults = [fault for _, some in results for fault in some]
written = sum(is_written for is_written, _ in results)
print(f"{len(names)} records, {written} written and read in all formats")
sys.exit("\n".join(faults) or (written < 30 and "too few were written"))
