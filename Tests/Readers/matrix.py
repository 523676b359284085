"""Reads what griot writes as GraphML with six graph libraries and writes docs/graph-readers.md.

Usage: matrix.py GRIOT [--check] [--schema GRAPHML.XSD]. Exports the seeds and records that have what
graph tools are known to lose (traps.py), in each dialect. An own reader (graphml.py) compares each
file with what its record has to become; then each library, in a process of its own, has to read the
same nodes, edges and values as that reader did. Where a library is at fault, faults.py has what it
reads instead: any other difference fails, and so does a fault that is gone. --check compares
docs/graph-readers.md instead of writing it; --schema runs xmllint over each file and no libraries.
"""
import argparse
import dataclasses
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile

import faults
import graphml
import seeds
import traps

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TABLE = ROOT / "docs/graph-readers.md"
SEEDS = ["minusma.json", "ceasefire.json", "wire.jsonl"]
DIALECTS = ["core"]
READERS = ["networkx", "igraph", "rustworkx", "networkit", "tulip", "graph-tool"]
TIMEOUT = 120


@dataclasses.dataclass
class Dataset:
    name: str
    what: str
    record: pathlib.Path
    options: list
    check: object  # takes a graph, says what differs from the record


# MARK: What the records have to become

def same(one, other):
    """Equal as values of one type; NaN is itself, and minus zero is not zero."""
    if type(one) is not type(other):
        return False
    if isinstance(one, float):
        return math.isnan(one) and math.isnan(other) or one == other and math.copysign(1, one) == math.copysign(1, other)
    return one == other


def same_values(one, other):
    return one.keys() == other.keys() and all(same(value, other[name]) for name, value in one.items())


def brief(value):
    text = repr(value)
    return text if len(text) < 300 else f"{text[:300]}… ({len(text)})"


def compare_trap(trap, graph):
    said = []
    found = {node.values.get("iri"): node.values for node in graph.nodes}
    if len(found) != len(graph.nodes) or found.keys() != trap.nodes.keys():
        said.append(f"the nodes are {brief(sorted(map(str, found)))}")
    for iri, values in trap.nodes.items():
        if iri in found and not same_values(values, found[iri]):
            said.append(f"{iri} is {brief(different(found[iri], values))}, not {brief(different(values, found[iri]))}")
    left = list(trap.edges)
    for edge in graph.edges:
        source, target = (graph.nodes[end].values.get("iri") for end in edge.ends)
        match = next((one for one in left if one[:2] == (source, target) and same_values(one[2], edge.values)), None)
        if match:
            left.remove(match)
        else:
            said.append(f"an edge that should not be: {source} {target} {brief(edge.values)}")
    return said + [f"an edge is not there: {brief(edge)}" for edge in left]


def different(one, other):
    return {name: value for name, value in one.items() if name not in other or not same(value, other[name])}


def compare_seed(path, graph):
    nodes, edges = seeds.expected(path)
    said = []
    found = {node.values.get("iri"): node.values for node in graph.nodes}
    if len(found) != len(graph.nodes) or found.keys() != nodes.keys():
        said.append(f"the nodes differ: {found.keys() ^ nodes.keys()}")
    for iri, values in nodes.items():
        differing = different(values, found.get(iri, {}))
        if differing:
            said.append(f"{iri} lacks {differing}")
        languages = {name for name in found.get(iri, {}) if name.startswith("label.")}
        if values["labelV"] != "Claim" and not languages <= values.keys():
            said.append(f"{iri} has labels that its record has not")
    for edge in graph.edges:
        ends = [graph.nodes[end].values["iri"] for end in edge.ends]
        edges[(*ends, edge.values.get("label"), edge.values.get("labelE"), edge.values.get("status"))] -= 1
        if edge.values.get("name") != edge.values.get("label") or edge.values.get("interaction") != edge.values.get("label"):
            said.append(f"the label of {edge.id} is not its name")
    return said + [f"{'lacks' if count > 0 else 'has too much'}: {edge}" for edge, count in edges.items() if count]


def datasets(folder):
    for name in SEEDS:
        path = ROOT / "seeds" / name
        yield Dataset(path.stem, f"`seeds/{name}`", path, [], lambda graph, path=path: compare_seed(path, graph))
    for trap in traps.made():
        path = folder / f"{trap.name}.json"
        path.write_text(json.dumps(trap.record, ensure_ascii=False), encoding="utf-8")
        yield Dataset(trap.name, trap.what, path, ["--ontology", HERE / "traps.ttl", "--no-validate"],
                      lambda graph, trap=trap: compare_trap(trap, graph))


def export(griot, dataset, dialect, folder):
    """The file that griot writes; a text where it writes none."""
    options = [] if dialect == "core" else ["--dialect", dialect]
    ended = subprocess.run([griot, "export", dataset.record, "-o", folder, "--formats", "graphml", *options, *dataset.options],
                           capture_output=True, text=True, cwd=ROOT, timeout=TIMEOUT)
    path = folder / f"{dataset.record.stem}.graphml"
    return path if ended.returncode == 0 and path.exists() else f"status {ended.returncode}: {ended.stderr}"


def invalid(path, schema):
    """What xmllint finds."""
    ended = subprocess.run(["xmllint", "--noout", "--nonet", "--huge", "--schema", schema, path], capture_output=True, text=True,
                           timeout=TIMEOUT)
    return [] if ended.returncode == 0 else ended.stderr.strip().splitlines()[:3] or [f"xmllint ended with {ended.returncode}"]


# MARK: What the libraries read

def python(reader):
    return "/usr/bin/python3" if reader == "graph-tool" else sys.executable


def run(reader, paths):
    """The version of a library and what it made of each file; a crash or a hang is an error of its file."""
    version, results, left = None, {}, [str(path) for path in paths]
    while left or version is None:
        try:
            ended = subprocess.run([python(reader), HERE / "read.py", reader, *left], capture_output=True, timeout=TIMEOUT)
            output, fault = ended.stdout, f"ended by signal {-ended.returncode}" if ended.returncode < 0 else \
                f"status {ended.returncode}: {ended.stderr.decode(errors='replace').strip().splitlines()[-1:]}"
        except subprocess.TimeoutExpired as error:
            output, fault = error.stdout or b"", f"not done in {TIMEOUT} s"
        lines = [json.loads(line) for line in output.decode().splitlines()]
        if not lines:
            return None, fault
        version = lines[0]["version"]
        for line in lines[1:]:
            results[line["file"]] = line
            left.remove(line["file"])
        if left:
            results[left[0]] = {"error": fault}
            left = left[1:]
    return version, results


def compare(reader, graph, result):
    """The names of the faults met and what differs beside them."""
    if "error" in result:
        return set(), [result["error"]]
    met, said = set(), []
    nodes, edges = result["nodes"], result["edges"]
    if (len(nodes), len(edges)) != (len(graph.nodes), len(graph.edges)):
        return met, [f"{len(nodes)} nodes and {len(edges)} edges, not {len(graph.nodes)} and {len(graph.edges)}"]
    if reader in faults.BARE:
        expected = sorted((*edge.ends, edge.values.get("weight", 1.0)) for edge in graph.edges)
        found = sorted((source, target, values["weight"]) for _, source, target, values in edges)
        return met, said if found == expected else [f"the edges are {brief(found)}, not {brief(expected)}"]
    if all(edge[0] is not None for edge in edges):
        places = {edge.id: place for place, edge in enumerate(graph.edges)}
        edges = sorted(edges, key=lambda edge: places.get(edge[0], -1))
    for item, (identity, values) in zip(graph.nodes, nodes):
        if identity not in (None, item.id):
            said.append(f"{item.id} is {identity}")
        compare_values(reader, graph, "node", item, values, met, said)
    for item, (identity, source, target, values) in zip(graph.edges, edges):
        if identity not in (None, item.id) or (source, target) != item.ends:
            said.append(f"{item.id} from {item.ends} is {identity} from {source} to {target}")
        compare_values(reader, graph, "edge", item, values, met, said)
    return met, said


def compare_values(reader, graph, scope, item, values, met, said):
    known = graph.keys[scope].keys() | (graph.keys["node"].keys() | graph.keys["edge"].keys() if reader in faults.SHARED else set())
    if not values.keys() <= known:
        said.append(f"{item.id} has {sorted(values.keys() - known)}")
    absent = object()
    for name, kind in graph.keys[scope].items():
        value = item.values.get(name, faults.ABSENT[reader].get(kind, absent))
        here = set()
        if name in item.values:
            for fault in faults.FAULTS:
                if fault.reader != reader:
                    continue
                instead = fault.read(kind, item.values[name], item.pieces[name])
                if not equal(reader, instead, item.values[name]):
                    here.add(fault.name)
                    value = instead
        got = values.get(name, absent)
        if value is absent and got is absent or equal(reader, value, got):
            met |= here
        else:
            said.append(f"{name} of {item.id} is {'not there' if got is absent else brief(got)}, "
                        f"not {'absent' if value is absent else brief(value)}")


def equal(reader, one, other):
    if reader in faults.FLOATS and {type(one), type(other)} == {int, float}:
        return one == other  # exact in Python, however great
    return same(one, other)


# MARK: The page

def page(all_datasets, versions, cells):
    text = ["# GraphML in graph libraries", "",
            "What six libraries read of the GraphML that griot writes, beside what each record has to become.",
            "`Tests/Readers/matrix.py` exports the records, reads each file with all of them and writes this;",
            "`make test` fails when it is stale, when a value differs that is not listed here, and when one that",
            "is listed no longer does. **same**: the same nodes, edges, types and values.", "",
            "Read by " + ", ".join(f"{reader} {versions[reader]}" for reader in READERS) + ".",
            "networkit takes nodes, edges and weights and has no attributes. igraph's whole numbers are doubles.",
            "Where an element has no value, networkx has none, rustworkx None, igraph an empty text, NaN or false,",
            "tulip and graph-tool an empty text, 0 or false.", ""]
    for dialect in DIALECTS:
        text += [f"## {dialect}", "", "| data | what is in it | " + " | ".join(READERS) + " |",
                 "|---|---|" + "---|" * len(READERS)]
        for dataset in all_datasets:
            row = [cells[dialect, dataset.name, reader] for reader in READERS]
            text.append(f"| {dataset.name} | {dataset.what} | " + " | ".join(row) + " |")
        text.append("")
    text += ["## What they lose", ""]
    for fault in faults.FAULTS:
        if any(fault.name in cell for (_, _, reader), cell in cells.items() if reader == fault.reader):
            text.append(f"- **{fault.name}**: {fault.reader} {fault.what}.")
    return "\n".join(text) + "\n"


def read_all(griot, folder, failures):
    """The graphs by dialect and dataset, as the own reader has them, and their files."""
    graphs, paths = {}, {}
    all_datasets = list(datasets(folder))
    for dialect in DIALECTS:
        for dataset in all_datasets:
            path = export(griot, dataset, dialect, folder / dialect)
            if isinstance(path, str):
                failures.append(f"{dialect} {dataset.name}: not written: {path}")
                continue
            paths[dialect, dataset.name] = path
            try:
                graph = graphml.read(path)
            except (AssertionError, ValueError, KeyError) as error:
                failures.append(f"{dialect} {dataset.name}: {type(error).__name__}: {error}")
                continue
            failures += [f"{dialect} {dataset.name}: {one}" for one in dataset.check(graph)]
            graphs[dialect, dataset.name] = graph
    return all_datasets, graphs, paths


def read_libraries(all_datasets, graphs, paths, failures):
    versions, cells = {}, {}
    for reader in READERS:
        version, results = run(reader, [paths[key] for key in graphs])
        if version is None:
            failures.append(f"{reader} does not run: {results}")
            continue
        versions[reader] = version
        for (dialect, name), graph in graphs.items():
            met, said = compare(reader, graph, results[str(paths[dialect, name])])
            expected = faults.LOSSY.get((reader, name), set())
            failures += [f"{dialect} {name} in {reader}: {one}" for one in said[:5]]
            failures += [f"{dialect} {name} in {reader}: {one} is a fault that is not listed"
                         for one in met - expected - {"last block"}]
            if not said:
                failures += [f"{dialect} {name} in {reader}: {one} is listed and does not occur" for one in expected - met]
            cells[dialect, name, reader] = "FAILS" if said else ", ".join(sorted(met)) or "same"
    names = {dataset.name for dataset in all_datasets}
    failures += [f"faults.py lists {name}, which is no data" for _, name in faults.LOSSY if name not in names]
    return versions, cells


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("griot", type=lambda name: pathlib.Path(name).resolve())
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--schema", type=pathlib.Path)
    arguments = parser.parse_args()
    failures = []
    with tempfile.TemporaryDirectory() as place:
        all_datasets, graphs, paths = read_all(arguments.griot, pathlib.Path(place), failures)
        if arguments.schema:
            failures += [f"{dialect} {name}: {one}" for (dialect, name), path in paths.items() for one in invalid(path, arguments.schema)]
        else:
            versions, cells = read_libraries(all_datasets, graphs, paths, failures)
    if not arguments.schema and not failures:
        made = page(all_datasets, versions, cells)
        if not arguments.check:
            TABLE.write_text(made, encoding="utf-8")
        elif not TABLE.exists() or TABLE.read_text(encoding="utf-8") != made:
            failures.append("docs/graph-readers.md is not what the libraries read; run Tests/Readers/matrix.py")
    print(f"{len(graphs)} files")
    sys.exit("\n".join(failures) or 0)


main()
