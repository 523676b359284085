#!/usr/bin/env python3
"""Measures griot's GraphML beside igraph's and networkx's writers on a made-up graph.

    graphs.py GRAPHWRITING [--elements 1000000] [--runs 3] [--out docs/benchmarks-graph.md] [--check]

GRAPHWRITING is what `swift build -c release --product GraphWriting` makes. Writes a Markdown table.
--check ends with 1 where griot is slower than it was or takes more memory than it may. To be run
with a Python that has igraph and networkx.
"""
import argparse
import datetime
import importlib.metadata
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile

from run import HERE, commit, processor

AIM = 20  # times igraph's elements per CPU second
HELD = 3  # what a change may not fall below, in writing alone
MEMORY = 200  # MB
ALONE, MAKING, COPYING = ", writing alone", "making the values", "copying griot's file"
NAMES = ["griot", "igraph", "networkx", "griot" + ALONE, "igraph" + ALONE, "networkx" + ALONE, MAKING, COPYING]
SMALL = 100_000  # elements for networkx, which holds the document as a tree
# The same values as Benchmarks/GraphWriting makes, in the reader's own graph; only the writing counts.
MADE = """
import resource, sys, time
nodes, edges, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
def node(i):
    return {"iri": f"https://example.org/article/a{i // 50}/entity/e{i}", "label": f"Organisation nº {i} & filles",
            "labelV": "Organisation" if i % 3 else "Person", "strength": i * 7, "confidence": i % 100 / 100,
            "named": i % 2 == 0}
def edge(i):
    return {"iri": f"https://example.org/article/a{i // 50}/claim/r{i}", "label": "reported: operatesIn",
            "labelE": "operatesIn", "status": "reported" if i % 2 else "asserted", "confidence": i % 100 / 100,
            "weight": 1.0}
def ends(i):
    return i % nodes, (i * 7919 + 13) % nodes
"""
IGRAPH = MADE + """
import igraph
of_nodes, of_edges, places = [node(i) for i in range(nodes)], [edge(i) for i in range(edges)], [ends(i) for i in range(edges)]
made = time.process_time()
graph = igraph.Graph(directed=True)
graph.add_vertices(nodes)
for key in of_nodes[0]: graph.vs[key] = [values[key] for values in of_nodes]
graph.add_edges(places)
for key in of_edges[0]: graph.es[key] = [values[key] for values in of_edges]
begun = time.process_time()
graph.write_graphml(path)
"""
NETWORKX = MADE + """
import networkx
made = time.process_time()
graph = networkx.MultiDiGraph()
graph.add_nodes_from((i, node(i)) for i in range(nodes))
graph.add_edges_from((*ends(i), edge(i)) for i in range(edges))
begun = time.process_time()
networkx.write_graphml_xml(graph, path)
"""
TOLD = "\nended = time.process_time()\nprint(ended - made, ended - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)\n"


def measure(*command):
    """CPU seconds and peak memory in MB of a whole process, and what it says."""
    child = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, text=True)
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if status:
        sys.exit(f"{command[0]} ended with {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said


def griot(making, *command):
    """CPU seconds without those of making the values, those of writing alone, and peak memory in MB."""
    cpu, peak, said = measure(*command)
    return cpu - making, float(said.split()[-1]), peak


def copy(source, target):
    return measure("cp", source, target)[:2]


def peer(program, elements, path):
    ended = subprocess.run([sys.executable, "-c", program + TOLD, str(elements // 2), str(elements // 2), path],
                           capture_output=True, text=True, check=True)
    return tuple(map(float, ended.stdout.split()))


def shape(path):
    """Nodes, edges and values of a GraphML file."""
    counts = [0, 0, 0]
    with open(path, "rb") as file:
        for line in file:
            for place, tag in enumerate((b"<node ", b"<edge ", b"<data ")):
                counts[place] += tag in line
    return counts


def both(found, place, run):
    """The rows of a graph that is collected and written, and of its writing alone, which one run tells."""
    whole, alone, peak = run()
    found.setdefault(place, []).append((whole, peak))
    found.setdefault(place + ALONE, []).append((alone, peak))


def rows(writing, elements, runs, folder):
    half, small = elements // 2, min(elements, SMALL)
    counts = {name: small if name.startswith("networkx") else elements for name in NAMES}
    files = {"griot": "griot.graphml", "igraph": "igraph.graphml", "networkx": "nx.graphml"}
    found = {}
    for _ in range(runs):
        making = measure(writing, folder, half, half, "nothing")
        both(found, "griot", lambda: griot(making[0], writing, folder, half, half))
        both(found, "igraph", lambda: peer(IGRAPH, elements, folder / files["igraph"]))
        both(found, "networkx", lambda: peer(NETWORKX, small, folder / files["networkx"]))
        found.setdefault(MAKING, []).append(making[:2])
        found.setdefault(COPYING, []).append(copy(folder / files["griot"], folder / "copy"))
    shapes = {name: shape(folder / file) for name, file in files.items()}
    if shapes["griot"] != shapes["igraph"]:
        sys.exit(f"not the same graph: {shapes}")
    for name in NAMES:
        seconds = [one[0] for one in found[name]]
        file = files.get(name.removesuffix(ALONE))
        size = (folder / file).stat().st_size / 1e6 if file else 0
        yield (name, counts[name], statistics.median(seconds), min(seconds), max(seconds),
               max(one[1] for one in found[name]), size)


def page(table, runs, load, said):
    lines = [f"| {name} | {count:,} | {median:.2f} ({low:.2f}–{high:.2f}) | {count / median:,.0f} | {memory:,.0f} MB "
             f"| {f'{size:,.0f} MB' if size else ''} |"
             for name, count, median, low, high, memory, size in table]
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("igraph", "networkx"))
    return f"""# Benchmarks of GraphML

As many nodes as edges, six values each (IRI, label with an entity, type, numbers, a truth value, status).
`Benchmarks/GraphWriting` collects them in spools and writes them as an export does; igraph and networkx
are given the same values, make their graph of them in memory and write it. What making the values costs is
left out. *Writing alone* is what comes once all are collected: the rest of griot's work, until the file is
on the disk, and the call that writes.

| writer | elements | CPU s: median (min–max) | elements per CPU s | peak memory | file |
|---|--:|--:|--:|--:|--:|
{chr(10).join(lines)}

{said}

CPU seconds are user and system time; peak memory is the largest resident set of all runs, {runs} runs each, in
turns. {versions}. {processor()}, {os.cpu_count()} cores, load {load[0]:.1f} at the start;
{platform.system()} {platform.release()}; scripts at commit {commit()}; Python {platform.python_version()};
{datetime.date.today()}. `Benchmarks/graphs.py` makes this page.
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("writing", type=pathlib.Path)
    parser.add_argument("--elements", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    load = os.getloadavg()
    folder = pathlib.Path(tempfile.mkdtemp())
    try:
        table = list(rows(given.writing.resolve(), given.elements, given.runs, folder))
    finally:
        shutil.rmtree(folder)
    speed = {name: count / median for name, count, median, *_ in table}
    peak = table[0][5]
    ratio, alone = (speed["griot" + part] / speed["igraph" + part] for part in ("", ALONE))
    said = (f"griot collects and writes {ratio:.1f} times igraph's elements per CPU second and "
            f"{speed['griot'] / speed['networkx']:.0f} times networkx's, in {peak:.0f} MB; it writes alone {alone:.1f} times "
            f"igraph's and {speed['griot' + ALONE] / speed['networkx' + ALONE]:.0f} times networkx's.")
    aim = (f" The aim of {AIM} times igraph's is missed: in writing alone it would be "
           f"{AIM * speed['igraph' + ALONE] / 1e6:.1f} million elements a CPU second, and copying the finished file does "
           f"{speed[COPYING] / 1e6:.1f}." if max(ratio, alone) < AIM else "")
    text = page(table, given.runs, load, said + aim)
    print(text)
    out = given.out or (None if given.check else HERE.parent / "docs/benchmarks-graph.md")
    if out:
        out.write_text(text, encoding="utf-8")
    if given.check and (alone < HELD or peak >= MEMORY):
        sys.exit(f"slower or larger than it was: {said}")
    print(said)


if __name__ == "__main__":
    main()
