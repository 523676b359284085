"""Compares which of the W3C's OWL 2 graphs griot and PyPI's owlrl find inconsistent.

Usage: owl_consistency.py GRIOT SHARED, where SHARED has conformance/rdf/owl2. Fails when griot finds
fewer of the inconsistent graphs than owlrl, or any of the consistent ones.
"""
import concurrent.futures
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import owlrl
import rdflib

ERROR = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")


def by_owlrl(path):
    graph = rdflib.Graph().parse(path, format="xml")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return any(True for _ in graph.objects(None, ERROR))


def by_griot(griot, path, level, shapes):
    ended = subprocess.run(
        [griot, "validate", path, "--shapes", shapes, "--entail", level, "--format", "json"],
        capture_output=True, text=True, timeout=60)
    if ended.returncode not in (0, 1):
        sys.exit(f"{path}: exit status {ended.returncode}\n{ended.stderr}")
    report = json.loads(ended.stdout)
    rules = [one["component"].partition("#")[2] for one in report["inconsistencies"]]
    others = report["input"] + report["shapes"] + report["closedWorld"]
    if others or report["failed"] != bool(rules) or report["entailment"] != level:
        sys.exit(f"{path}: unexpected in {report}")
    return rules


def main():
    griot, shared = sys.argv[1:]
    folder = pathlib.Path(shared) / "conformance/rdf/owl2"
    with open(folder / "manifest.tsv", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t")
                if row["expected"] in ("consistent", "inconsistent")]
    if not rows:
        sys.exit("the manifest is empty")
    paths = [folder / row["premise"] for row in rows]
    with tempfile.NamedTemporaryFile(suffix=".ttl") as shapes:
        with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
            theirs = list(pool.map(by_owlrl, paths))
        levels = ("none", "rdfs", "owl-rl")
        ours = {level: [by_griot(griot, path, level, shapes.name) for path in paths]
                for level in levels}
    bad = [number for number, row in enumerate(rows) if row["expected"] == "inconsistent"]
    good = [number for number, row in enumerate(rows) if row["expected"] == "consistent"]
    print(f"{len(bad)} inconsistent graphs, {len(good)} consistent ones")
    print(f"owlrl {owlrl.__version__ if hasattr(owlrl, '__version__') else ''}: "
          f"{sum(theirs[n] for n in bad)} found, {sum(theirs[n] for n in good)} false alarms; misses "
          + ", ".join(rows[n]["name"] for n in bad if not theirs[n]))
    for level in levels:
        print(f"griot {level}: {sum(bool(ours[level][n]) for n in bad)} found, "
              f"{sum(bool(ours[level][n]) for n in good)} false alarms")
    for n in bad:
        if not ours["owl-rl"][n]:
            print(f"griot misses {rows[n]['name']}")
    alarms = [rows[n]["name"] for level in levels for n in good if ours[level][n]]
    if alarms or sum(bool(ours["owl-rl"][n]) for n in bad) < sum(theirs[n] for n in bad):
        sys.exit(f"false alarms: {alarms}; or fewer than owlrl")


if __name__ == "__main__":
    main()
