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
HELD = 1.5  # what a change may not fall below
MEMORY = 200  # MB
WRITING, COPYING = "griot, writing alone", "copying griot's file"
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
graph = igraph.Graph(directed=True)
graph.add_vertices(nodes)
for key in node(0): graph.vs[key] = [node(i)[key] for i in range(nodes)]
graph.add_edges([ends(i) for i in range(edges)])
for key in edge(0): graph.es[key] = [edge(i)[key] for i in range(edges)]
begun = time.process_time()
graph.write_graphml(path)
"""
NETWORKX = MADE + """
import networkx
graph = networkx.MultiDiGraph()
graph.add_nodes_from((i, node(i)) for i in range(nodes))
graph.add_edges_from((*ends(i), edge(i)) for i in range(edges))
begun = time.process_time()
networkx.write_graphml_xml(graph, path)
"""
TOLD = "\nprint(time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)\n"


def measure(*command, part=None):
    """CPU seconds and peak memory in MB of a whole process; what its last line says goes into a part."""
    child = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, text=True)
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{command[0]} ended with {status}")
    if part is not None:
        part.append((float(said.split()[-1]), usage.ru_maxrss / 1024))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


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


def rows(writing, elements, runs, folder):
    half, alone = elements // 2, []
    tools = {
        "griot": (elements, lambda: measure(writing, folder, half, half, part=alone), "griot.graphml"),
        WRITING: (elements, lambda: alone[-1], "griot.graphml"),
        "igraph": (elements, lambda: peer(IGRAPH, elements, folder / "igraph.graphml"), "igraph.graphml"),
        "networkx": (min(elements, SMALL), lambda: peer(NETWORKX, min(elements, SMALL), folder / "nx.graphml"),
                     "nx.graphml"),
        "making the values": (elements, lambda: measure(writing, folder, half, half, "nothing"), None),
        COPYING: (elements, lambda: measure("cp", folder / "griot.graphml", folder / "copy"), "copy"),
    }
    found = {name: [] for name in tools}
    for _ in range(runs):
        for name, (_, run, _) in tools.items():
            found[name].append(run())
    shapes = {name: shape(folder / file) for name, (_, _, file) in tools.items() if file}
    if shapes["griot"] != shapes["igraph"]:
        sys.exit(f"not the same graph: {shapes}")
    for name, (count, _, file) in tools.items():
        seconds = [one[0] for one in found[name]]
        size = (folder / file).stat().st_size / 1e6 if file else 0
        yield name, count, statistics.median(seconds), min(seconds), max(seconds), max(one[1] for one in found[name]), size


def page(table, runs, load, said):
    lines = [f"| {name} | {count:,} | {median:.2f} ({low:.2f}–{high:.2f}) | {count / median:,.0f} | {memory:,.0f} MB "
             f"| {f'{size:,.0f} MB' if size else ''} |"
             for name, count, median, low, high, memory, size in table]
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("igraph", "networkx"))
    return f"""# Benchmarks of GraphML

As many nodes as edges, six values each (IRI, label with an entity, type, numbers, a truth value, status):
`Benchmarks/GraphWriting` writes them as an export does, through spools, and igraph and networkx write
the same graph from their own memory. Of griot the whole process counts, with making the values and
spooling them, and beside it what comes after all are spooled, until the file is on the disk; of the
others the call that writes, for which the graph stands in memory.

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
    ratio = speed["griot"] / speed["igraph"]
    said = (f"griot writes {ratio:.1f} times igraph's elements per CPU second, {speed['griot'] / speed['networkx']:.0f} "
            f"times networkx's, in {peak:.0f} MB; once they are spooled {speed[WRITING] / speed['igraph']:.1f} times and "
            f"{speed[WRITING] / speed['networkx']:.0f} times.")
    aim = (f" The aim of {AIM} times igraph's is missed: it would be {AIM * speed['igraph'] / 1e6:.1f} million elements "
           f"a CPU second, and copying the finished file alone does {speed[COPYING] / 1e6:.1f}." if ratio < AIM else "")
    text = page(table, given.runs, load, said + aim)
    print(text)
    out = given.out or (None if given.check else HERE.parent / "docs/benchmarks-graph.md")
    if out:
        out.write_text(text, encoding="utf-8")
    if given.check and (ratio < HELD or peak >= MEMORY):
        sys.exit(f"slower or larger than it was: {said}")
    print(said)


if __name__ == "__main__":
    main()
