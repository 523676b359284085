#!/usr/bin/env python3
"""Measures griot convert beside rapper, serdi and pyoxigraph on made-up press data.

    rdf.py GRIOT [--triples 1000000] [--runs 3] [--out docs/benchmarks-rdf.md] [--work FOLDER] [--check]

Writes a Markdown table. --check ends with 1 where a ratio or the memory is not what it is to be. To
be run with a Python that has pyoxigraph.
"""
import argparse
import datetime
import importlib.metadata
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from run import HERE, commit, line_count, output_of, processor

NAMES = {"nt": "N-Triples", "nq": "N-Quads", "ttl": "Turtle"}
OTHERS = {"nt": "ntriples", "nq": "nquads", "ttl": "turtle"}
WAYS = [("nt", "nq"), ("nt", "nt"), ("ttl", "nt"), ("nq", "ttl"), ("nt", "ttl")]
OXIGRAPH = """
import sys, pyoxigraph as o
formats = {"nt": o.RdfFormat.N_TRIPLES, "nq": o.RdfFormat.N_QUADS, "ttl": o.RdfFormat.TURTLE}
source, target, old, new = sys.argv[1:]
quads = o.parse(path=source, format=formats[old])
if old == "nq" and new != "nq":
    quads = (quad.triple for quad in quads)
o.serialize(quads, target, format=formats[new])
"""
# How many times griot's CPU seconds another is to take at least.
DUE = {("nt", "nq", "pyoxigraph"): 2, ("nt", "nq", "rapper"): 5, ("ttl", "nt", "pyoxigraph"): 1.5,
       ("nt", "ttl", "rapper"): 4}
MEMORY_DUE = 64  # MB, of what goes statement by statement to lines


def commands(griot, folder, old, new):
    """Name and command of each tool; what it writes goes to standard output or to the file out."""
    source, out = folder / f"press.{old}", folder / "out"
    drop = ["--drop-graphs"] if old == "nq" else []
    yield "griot", [griot, "convert", source, "--to", new, "--quiet", *drop], out
    yield "rapper", ["rapper", "-q", "-i", OTHERS[old], "-o", OTHERS[new], source], out
    if old != "nq":  # serdi writes no Turtle of N-Quads
        if new != "nq":
            yield "serdi", ["serdi", "-i", OTHERS[old], "-o", OTHERS[new], source], out
    yield "pyoxigraph", [sys.executable, "-c", OXIGRAPH, source, out, old, new], None


def measure(command, target):
    """CPU seconds, wall seconds and peak memory in MB; this program stays small, for its memory at the
    fork counts as the child's."""
    with open(target or os.devnull, "wb") as output:
        start = time.monotonic()
        child = subprocess.Popen([str(part) for part in command], stdout=output, stderr=subprocess.PIPE)
        said = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{command[0]} ended with {child.returncode}: {said.decode(errors='replace')[:2000]}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024


def said_alike(griot, folder):
    """That all outputs have the same number of statements, by griot's count."""
    counts = {}
    for old, new in WAYS:
        for name, command, target in commands(griot, folder, old, new):
            measure(command, target)
            counted = output_of(griot, "convert", "--count", folder / "out", "--from", new)
            counts.setdefault((old, new), {})[name] = int(counted)
    wrong = {way: each for way, each in counts.items() if len(set(each.values())) > 1}
    if wrong:
        sys.exit(f"the outputs differ in their number of statements: {wrong}")


def rows(griot, folder, runs, missed):
    for old, new in WAYS:
        tools, found = list(commands(griot, folder, old, new)), {}
        for run in range(runs):
            # Each takes each place in the order, so that none always follows the same other.
            for name, command, target in tools[run % len(tools):] + tools[:run % len(tools)]:
                found.setdefault(name, []).append(measure(command, target))
                print(f"{old} to {new}, {name}: {found[name][-1][0]:.2f} CPU s", file=sys.stderr)
        base = statistics.median(one[0] for one in found["griot"])
        peak = max(one[2] for one in found["griot"])
        if new != "ttl" and peak >= MEMORY_DUE:
            missed.append(f"{old} to {new}: {peak:.0f} MB, to be under {MEMORY_DUE}")
        for name, _, _ in tools:
            cpu = [one[0] for one in found[name]]
            ratio = statistics.median(cpu) / base
            due = DUE.get((old, new, name))
            if due and ratio < due:
                missed.append(f"{old} to {new}: {name} takes {ratio:.2f} times as long, to be {due}")
            yield (f"| {NAMES[old]} → {NAMES[new]} | {name} | {statistics.median(cpu):.2f} "
                   f"({min(cpu):.2f}–{max(cpu):.2f}) | {statistics.median(one[1] for one in found[name]):.2f} "
                   f"| {ratio:.1f} | {f'≥ {due}' if due else ''} | {max(one[2] for one in found[name]):,.0f} MB |")


def report(griot, statements, sizes, runs, table, load):
    return f"""# Benchmarks of convert

From one RDF syntax to another, by `griot convert`, rapper, serdi and pyoxigraph, side by side in one
run: {statements:,} statements of made-up press data (`Benchmarks/press_rdf.py`: French text, language tags,
dates, numbers, terms that come again; {sizes}). The outputs have the same number of statements.

The work is not all the same. griot and rapper sort Turtle by subject and hold it in memory, serdi and
pyoxigraph write it as it comes. pyoxigraph is called from Python, its parser handing each statement to its
serializer through Python's iterator, and its start is counted; so is that of the others.

| from → to | by | CPU s: median (min–max) | wall s | CPU, griot = 1 | to be | peak memory |
|---|---|--:|--:|--:|--:|--:|
{table}

CPU seconds are user and system time of the whole process; wall time is that of a machine with other work;
peak memory is the largest resident set of all runs, and no less than the 23 MB of the program that measures;
{runs} runs each, in turns, all written to a file.

{processor()}, {os.cpu_count()} cores, load {load[0]:.1f} at the start; griot {output_of(griot, "--version")}, scripts at commit {commit()};
rapper {output_of("rapper", "--version")}, {output_of("serdi", "-v").splitlines()[0]}, pyoxigraph {importlib.metadata.version("pyoxigraph")},
Python {sys.version.split()[0]}; {datetime.date.today()}. `Benchmarks/rdf.py` makes this page.
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("griot", type=pathlib.Path)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--out", type=pathlib.Path, default=HERE.parent / "docs" / "benchmarks-rdf.md")
    parser.add_argument("--work", help="where the data go; some 600 MB")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    griot, load = given.griot.resolve(), os.getloadavg()
    folder = pathlib.Path(tempfile.mkdtemp(dir=given.work))
    missed = []
    try:
        subprocess.run([sys.executable, HERE / "press_rdf.py", folder, "--triples", str(given.triples)], check=True)
        sizes = ", ".join(f"{name} {(folder / f'press.{ending}').stat().st_size / 1e6:.0f} MB"
                          for ending, name in NAMES.items())
        statements = line_count(folder / "press.nt")
        said_alike(griot, folder)
        table = "\n".join(rows(griot, folder, given.runs, missed))
    finally:
        shutil.rmtree(folder)
    text = report(griot, statements, sizes, given.runs, table, load)
    print(text)
    given.out.write_text(text, encoding="utf-8")
    if missed:
        print("missed: " + "; ".join(missed))
        sys.exit(1 if given.check else 0)
    print("all ratios and the memory are as they are to be")


if __name__ == "__main__":
    main()
