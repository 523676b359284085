#!/usr/bin/env python3
"""Measures griot validate beside SHACL engines of PyPI, on generated press graphs.

    validation.py GRIOT [--articles 15600] [--runs 3] [--out docs/benchmarks-validation.md] [--check]

N-Triples in, a report out: at a tenth of the articles with all engines, at all of them with griot,
pyshifty and pyrudof. The results of griot and pySHACL are compared one by one. --check fails when they
differ, when griot is less than 9 times faster than pyshifty in CPU time or takes 500 MB at all
articles, and writes no page unless --out is given.
"""
import argparse
import datetime
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile

from run import HERE, commit, output_of, processor

SHAPES = HERE / "press-shapes.ttl"
PEERS = ("pyshifty", "pyrudof", "pyshacl")
GOAL, MEMORY = 9, 500
COMPARE = """
import sys
sys.path[:0] = [sys.argv[1], sys.argv[2]]
import rdflib
import shacl_results
from pyshacl import validate
rdflib.NORMALIZE_LITERALS = False
ours = shacl_results.results(rdflib.Graph().parse(sys.argv[4], format="nt"))
_, report, _ = validate(rdflib.Graph().parse(sys.argv[3], format="nt"),
                        shacl_graph=rdflib.Graph().parse(sys.argv[5], format="turtle"))
theirs = shacl_results.results(report)
found = shacl_results.difference(ours, theirs)
print("\\n".join(found[:20]) or f"the same {sum(ours.values())} results")
sys.exit(1 if found or not ours else 0)
"""


def measure(command, statuses=(0,)):
    """CPU seconds, peak memory in MB, and what a child printed, start to end."""
    child = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    said = child.stdout.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in statuses:
        sys.exit(f"{' '.join(str(part) for part in command)} ended with {child.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said


def griot_run(griot, data, report):
    cpu, peak, _ = measure([griot, "validate", data, "--shapes", SHAPES, "--format", "nt", "-o", report,
                            "--max-results", "0", "--max-per-constraint", "0"], (1,))
    with open(report, encoding="utf-8") as lines:
        # What contradicts the axioms of OWL is told as well; no peer looks for that.
        count = sum(("shacl#result> " in line) - ("Component> <https://w3id.org/griot/" in line) for line in lines)
    return cpu, peak, count


def peer_run(name, data):
    cpu, peak, said = measure([sys.executable, HERE / "shacl_peer.py", name, data, SHAPES])
    return cpu, peak, int(said.split()[-1])


def rows(griot, articles, peers, runs, folder):
    """A row for each engine, griot first; pySHACL, which is slow, is run once."""
    data, report = folder / f"press-{articles}.nt", folder / "report.nt"
    triples = int(output_of(sys.executable, HERE / "press_graph.py", data, "--articles", str(articles)))
    found = {}
    for run in range(runs):
        names = ["griot", *(name for name in peers if run == 0 or name != "pyshacl")]
        for name in names[run % len(names):] + names[:run % len(names)]:
            one = griot_run(griot, data, report) if name == "griot" else peer_run(name, data)
            found.setdefault(name, []).append(one)
            print(f"{triples:,} triples, {name}: {one[0]:.2f} CPU s, {one[1]:.0f} MB, {one[2]} results", file=sys.stderr)
    base = statistics.median(one[0] for one in found["griot"])
    for name in ("griot", *peers):
        cpu = [one[0] for one in found[name]]
        middle = statistics.median(cpu)
        yield (name, triples, middle, min(cpu), max(cpu), triples / middle, middle / base,
               max(one[1] for one in found[name]), found[name][-1][2])


def compared(griot, data, folder):
    griot_run(griot, data, folder / "report.nt")
    ending = subprocess.run(
        [sys.executable, "-c", COMPARE, HERE, HERE.parent / "Tests/Peers", data, folder / "report.nt", SHAPES],
        capture_output=True, text=True)
    if not ending.stdout:
        sys.exit(ending.stderr[-2000:])
    return ending.returncode == 0, ending.stdout.strip()


def page(griot, runs, table, comparison, load):
    lines = [f"| {triples:,} | {name} | {cpu:.2f} ({least:.2f}–{most:.2f}) | {rate:,.0f} | {ratio:.1f} "
             f"| {peak:,.0f} MB | {count} |"
             for name, triples, cpu, least, most, rate, ratio, peak, count in table]
    versions = output_of(sys.executable, "-m", "pip", "freeze").splitlines()
    engines = ", ".join(line for line in versions if line.lower().startswith(("pyshacl", "pyshifty", "pyrudof")))
    return f"""# Benchmarks of validation

N-Triples in, a SHACL report out: a generated press graph (`Benchmarks/press_graph.py`: articles,
mentions, entities, events, publishers; French labels; about 0.1 % errors) against the seven shapes of
`Benchmarks/press-shapes.ttl`: sh:class, datatype, counts, pattern, in, nodeKind, lessThan, or, closed,
languageIn, uniqueLang, inverse and sequence paths. griot also finds the line and column of each result.

| triples | engine | CPU s: median (min–max) | triples per CPU s | CPU, griot = 1 | peak memory | results |
|--:|---|--:|--:|--:|--:|--:|
{chr(10).join(lines)}

At the smaller size griot and pySHACL have, compared one by one, {comparison}. What pyrudof
does not find was not looked into one by one.

CPU seconds are user and system time of the whole process; peak memory is the largest resident set of
all runs; {runs} runs each, in turns, of pySHACL one. {engines}.
{processor()}, {os.cpu_count()} cores, load {load[0]:.1f} at the start; {platform.system()} {platform.release()};
griot {output_of(griot, "--version")}, scripts at commit {commit()}; Python {platform.python_version()};
{datetime.date.today()}. `Benchmarks/validation.py` makes this page.
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("griot", type=pathlib.Path)
    parser.add_argument("--articles", type=int, default=15_600)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    griot, load = given.griot.resolve(), os.getloadavg()
    folder = pathlib.Path(tempfile.mkdtemp())
    try:
        small = list(rows(griot, given.articles // 10, PEERS, given.runs, folder))
        is_same, comparison = compared(griot, folder / f"press-{given.articles // 10}.nt", folder)
        large = list(rows(griot, given.articles, PEERS[:2], given.runs, folder))
    finally:
        shutil.rmtree(folder)
    text = page(griot, given.runs, small + large, comparison, load)
    out = given.out or (None if given.check else HERE.parent / "docs/benchmarks-validation.md")
    print(text)
    if out:
        out.write_text(text, encoding="utf-8")
    ratio = next(row[6] for row in large if row[0] == "pyshifty")
    peak = next(row[7] for row in large if row[0] == "griot")
    said = f"{ratio:.1f} times pyshifty's speed, {peak:.0f} MB, results of pySHACL: {comparison.splitlines()[0]}"
    if given.check and not (is_same and ratio >= GOAL and peak < MEMORY):
        sys.exit(f"missed: {said}")
    print(said)


if __name__ == "__main__":
    main()
