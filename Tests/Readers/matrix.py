"""Reads what griot writes as GraphML with six graph libraries and writes docs/graph-readers.md.

Usage: matrix.py GRIOT [--check] [--schema GRAPHML.XSD]. Exports the seeds and records that have what
graph tools are known to lose (traps.py), in each dialect. An own reader (graphml.py) compares each
file with what its record has to become; then each library, in a process of its own, has to read the
same nodes, edges and values as that reader did. Where a library is at fault, faults.py has what it
reads instead: any other difference fails, and so does a fault that is gone. --check compares
docs/graph-readers.md instead of writing it; --schema runs xmllint over each file and no libraries.
"""
import argparse
import collections
import concurrent.futures
import dataclasses
import json
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import faults
import graphml
import seeds
import traps

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TABLE = ROOT / "docs/graph-readers.md"
SEEDS = ["minusma.json", "ceasefire.json", "wire.jsonl"]
DIALECTS = ["core", "yed", "cytoscape", "gephi", "neo4j", "tinkerpop"]
# The keys that a dialect has at every node and every edge beside the graph's own.
EXTRA = {"yed": {"node": {"nodegraphics"}, "edge": {"edgegraphics"}},
         "gephi": {"node": {"color", "size", "x", "y"}, "edge": {"color"}}}
EVERYWHERE = {name for scopes in EXTRA.values() for names in scopes.values() for name in names}
# Dialects that have elements or attributes of their own which GraphML's schema has not.
BESIDE_SCHEMA = {"yed", "neo4j"}
# What a dialect writes in place of a text, and what the report of losses calls it.
WRITTEN = {"cytoscape": ("lineEnd", lambda text: re.sub("\r\n?", "\n", text))}
READERS = ["networkx", "igraph", "rustworkx", "networkit", "tulip", "graph-tool"]
TIMEOUT = 120


@dataclasses.dataclass
class Dataset:
    name: str
    what: str
    record: pathlib.Path
    options: tuple
    losses: dict | None  # how often the report has to say a loss; None where the record alone does not tell
    check: object  # takes a graph and what is written in place of a text, says what differs from the record


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


def compare_trap(trap, graph, written):
    said = []
    texts = {iri: {name: written(value) if isinstance(value, str) else value for name, value in values.items()}
             for iri, values in trap.nodes.items()}
    found = {node.values.get("iri"): node.values for node in graph.nodes}
    if len(found) != len(graph.nodes) or found.keys() != trap.nodes.keys():
        said.append(f"the nodes are {brief(sorted(map(str, found)))}")
    for iri, values in texts.items():
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


def without_extra(graph, dialect):
    """The graph without what the dialect adds, which has to be there."""
    def bare(items, scope):
        extra = EXTRA.get(dialect, {}).get(scope, set())
        for item in items:
            assert extra <= item.values.keys(), f"{item.id} lacks {extra - item.values.keys()}"
            yield dataclasses.replace(item, values={name: value for name, value in item.values.items() if name not in extra})

    return graphml.Graph(list(bare(graph.nodes, "node")), list(bare(graph.edges, "edge")), graph.keys)


def datasets(folder):
    for name in SEEDS:
        path = ROOT / "seeds" / name
        yield Dataset(path.stem, f"`seeds/{name}`", path, (), None, lambda graph, _, path=path: compare_seed(path, graph))
    for trap in traps.made():
        path = folder / f"{trap.name}.json"
        path.write_text(json.dumps(trap.record, ensure_ascii=False), encoding="utf-8")
        yield Dataset(trap.name, trap.what, path, ("--ontology", HERE / "traps.ttl", "--no-validate"), trap.losses,
                      lambda graph, written, trap=trap: compare_trap(trap, graph, written))


def export(griot, all_datasets, dialect, folder, failures):
    """The files that griot writes, by dataset, each with its part of the report of losses."""
    paths = {}
    for options in {dataset.options: None for dataset in all_datasets}:
        chosen = [dataset for dataset in all_datasets if dataset.options == options]
        report = folder / "loss.json"
        ended = subprocess.run([griot, "export", *(dataset.record for dataset in chosen), "-o", folder, "--formats", "graphml",
                                "--dialect", dialect, "--report", report, *options],
                               capture_output=True, text=True, cwd=ROOT, timeout=TIMEOUT)
        if ended.returncode:
            failures.append(f"{dialect}: griot ended with {ended.returncode}: {ended.stderr}")
            continue
        losses = {pathlib.Path(one["file"]).name: one for one in json.loads(report.read_text(encoding="utf-8"))["graphs"]}
        for dataset in chosen:
            path = folder / f"{dataset.record.stem}.graphml"
            paths[dataset.name] = (path, losses[path.name])
    return paths


# MARK: The schema

def unreported_losses(dataset, kind, report):
    """What the report should say that the file itself does not hold, where the record alone tells it."""
    if dataset.losses is None:
        return []
    losses = {one["kind"]: one["count"] for one in report["losses"] if one["kind"] not in ("provenance", "article")}
    expected = {name: count for name, count in dataset.losses.items() if count and name in (kind, *traps.LOSSES)}
    return [] if losses == expected else [f"the report says {losses}, not {expected}"]


def invalid(paths, schema):
    """What xmllint finds in some files, by file."""
    ended = subprocess.run(["xmllint", "--noout", "--nonet", "--huge", "--schema", schema, *paths], capture_output=True, text=True,
                           timeout=TIMEOUT)
    said = {str(path): [] for path in paths}
    for line in ended.stderr.splitlines():
        path = next((path for path in said if line.startswith(path)), None)
        if path is None:
            raise AssertionError(line)
        if line != f"{path} validates":
            said[path].append(line)
    for path, lines in said.items():
        if not lines and f"{path} validates" not in ended.stderr.splitlines():
            lines.append(f"{path} was not looked at")
    return said


def plain(path):
    """A file without what yEd and Neo4j have beside GraphML's schema."""
    xml.etree.ElementTree.register_namespace("", graphml.NAMESPACE.strip("{}"))
    tree = xml.etree.ElementTree.parse(path)
    graphics = set()
    for element in tree.iter():
        if element.attrib.pop("yfiles.type", None):
            graphics.add(element.get("id"))
        for name in ("labels", "label"):
            element.attrib.pop(name, None)
        for data in list(element):
            if data.get("key") in graphics:
                element.remove(data)
    made = path.with_suffix(".plain.graphml")
    tree.write(made, encoding="utf-8", xml_declaration=True)
    return made


def validate(paths, schema, failures):
    """Holds each dialect's files against the schema; those beside it are valid but for their own part."""
    for dialect in DIALECTS:
        files = [path for (one, _), (path, _) in paths.items() if one == dialect]
        if dialect in BESIDE_SCHEMA:
            failures += [f"{path}: valid, which {dialect} is not meant to be" for path, lines in invalid(files, schema).items()
                         if not lines]
            files = [plain(path) for path in files]
        failures += [line for lines in invalid(files, schema).values() for line in lines[:3]]
        print(f"{dialect}: {len(files)} files are valid" + (" without its own part" if dialect in BESIDE_SCHEMA else ""))


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
    """How often each fault is met, and what differs beside them."""
    if "error" in result:
        return collections.Counter(), [result["error"]]
    met, said = collections.Counter(), []
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


def unreported(reader, met, graph, report):
    """What the report of losses does not say of a reader, or says and is not met."""
    counts = {one["kind"]: one["count"] for one in report["readers"]}
    said = []
    if reader in faults.ABSENT_KINDS:
        absent = sum(name not in item.values for scope, items in (("node", graph.nodes), ("edge", graph.edges))
                     for name, kind in graph.keys[scope].items() if kind != "string" and name not in EVERYWHERE for item in items)
        told = counts.get(faults.ABSENT_KINDS[reader], 0)
        if told != absent:
            said.append(f"{absent} numbers are not there, and the report says {told}")
    for fault in faults.FAULTS:
        if fault.reader != reader:
            continue
        count, told = met[fault.name], counts.get(fault.kind, 0)
        if told != count:
            said.append(f"{fault.name} is met {count} times, and the report says {told} of {fault.kind}")
    return said


def compare_values(reader, graph, scope, item, values, met, said):
    known = graph.keys[scope].keys() | (graph.keys["node"].keys() | graph.keys["edge"].keys() if reader in faults.SHARED else set())
    if graph.graphics:
        known |= faults.GRAPHICS.get((reader, scope), set())
    if not values.keys() <= known:
        said.append(f"{item.id} has {sorted(values.keys() - known)}")
    absent = object()
    for name, kind in graph.keys[scope].items():
        if name in graph.graphics:
            continue  # what a library makes of yEd's shapes is no value of the graph
        value = item.values.get(name, faults.ABSENT[reader].get(kind, absent))
        here = []
        if name in item.values:
            for fault in faults.FAULTS:
                if fault.reader != reader:
                    continue
                instead = fault.read(kind, item.values[name], *item.pieces[name])
                if not equal(reader, instead, item.values[name]):
                    here.append(fault.name)
                    value = instead
        got = values.get(name, absent)
        if value is absent and got is absent or equal(reader, value, got):
            met.update(here)
        else:
            said.append(f"{name} of {item.id} is {'not there' if got is absent else brief(got)}, "
                        f"not {'absent' if value is absent else brief(value)}")


def equal(reader, one, other):
    if reader in faults.FLOATS and {type(one), type(other)} == {int, float}:
        return one == other  # exact in Python, however great
    return same(one, other)


# MARK: The page

def cell(cells, name, reader):
    """What a library loses in all dialects, and what in some."""
    found = collections.defaultdict(list)
    for dialect in DIALECTS:
        for fault in cells[dialect, name, reader]:
            found[fault].append(dialect)
    return ", ".join(fault if dialects == DIALECTS else f"{fault} ({', '.join(dialects)})"
                     for fault, dialects in sorted(found.items())) or "same"


def page(all_datasets, versions, cells):
    text = ["# GraphML in graph libraries", "",
            "What six libraries read of the GraphML that griot writes, beside what each record has to become.",
            "`Tests/Readers/matrix.py` exports the records in each dialect, reads each file with all of them and",
            "writes this; `make test` fails when it is stale, when anything differs that is not listed here, and when",
            "something that is listed no longer does. **same**: the same nodes, edges, types and values, in the",
            f"dialects {', '.join(DIALECTS[:-1])} and {DIALECTS[-1]}.", "",
            "Read by " + ", ".join(f"{reader} {versions[reader]}" for reader in READERS) + ".",
            "networkit takes nodes, edges and weights and has no attributes. igraph's whole numbers are doubles.",
            "Where an element has no value, networkx has none, rustworkx None, igraph an empty text, NaN or false,",
            "tulip and graph-tool an empty text, 0 or false.", "",
            "| data | what is in it | " + " | ".join(READERS) + " |", "|---|---|" + "---|" * len(READERS)]
    for dataset in all_datasets:
        row = [cell(cells, dataset.name, reader) for reader in READERS]
        text.append(f"| {dataset.name} | {dataset.what} | " + " | ".join(row) + " |")
    text += ["", "What they lose, which `griot export --report` counts for each file as well:", ""]
    for fault in faults.FAULTS:
        if any(fault.name in met for (_, _, reader), met in cells.items() if reader == fault.reader):
            text.append(f"- **{fault.name}** (`{fault.kind}`): {fault.reader} {fault.what}.")
    text += ["", "What they would lose, and griot keeps from them:", "",
             "- igraph refuses a file with a number too small for a normal double, and gives NaN for one that is not",
             "  there; tulip reads NaN and INF as 0 and has no minus zero. Such numbers are text, under a key that ends",
             "  in `.text`.",
             "- tulip keeps of a text in which one of its reads of 64 KB ends what comes after: line feeds stand before",
             "  such a value, so that it begins with the next read.",
             "- tulip refuses a file whose nodes and edges have a key of one name and two types, or texts under keys",
             "  called width, height or b; igraph keeps an entity in a key's name. Such names begin with `p.`, and what is",
             "  no NMTOKEN in a name is its code point in hexadecimal between `_`.",
             "- `>` is written as it is, which tulip then does not cut; `]]>` is not."]
    return "\n".join(text) + "\n"


def read_all(griot, folder, failures):
    """The graphs by dialect and dataset, as the own reader has them, and the files and reports."""
    graphs, paths = {}, {}
    all_datasets = list(datasets(folder))
    for dialect in DIALECTS:
        for name, path in export(griot, all_datasets, dialect, folder / dialect, failures).items():
            paths[dialect, name] = path
            dataset = next(one for one in all_datasets if one.name == name)
            try:
                graph = graphml.read(path[0])
                kind, written = WRITTEN.get(dialect, (None, lambda text: text))
                failures += [f"{dialect} {name}: {one}" for one in dataset.check(without_extra(graph, dialect), written)]
                failures += [f"{dialect} {name}: {one}" for one in unreported_losses(dataset, kind, path[1])]
            except (AssertionError, ValueError, KeyError) as error:
                failures.append(f"{dialect} {name}: {type(error).__name__}: {error}")
                continue
            graphs[dialect, name] = graph
    return all_datasets, graphs, paths


def read_libraries(all_datasets, graphs, paths, failures):
    versions, cells = {}, {}
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = list(pool.map(lambda reader: run(reader, [paths[key][0] for key in graphs]), READERS))
    for reader, (version, results) in zip(READERS, runs):
        if version is None:
            failures.append(f"{reader} does not run: {results}")
            continue
        versions[reader] = version
        for (dialect, name), graph in graphs.items():
            met, said = compare(reader, graph, results[str(paths[dialect, name][0])])
            said += unreported(reader, met, without_extra(graph, dialect), paths[dialect, name][1])
            listed = faults.LOSSY.get((reader, name), set()) | faults.LOSSY_IN.get((dialect, reader, name), set())
            said += [f"{one} is a fault that is not listed" for one in met.keys() - listed]
            said += [f"{one} is listed and does not occur" for one in listed - met.keys() if len(said) == 0]
            failures += [f"{dialect} {name} in {reader}: {one}" for one in said[:5]]
            cells[dialect, name, reader] = met.keys()
    names = {dataset.name for dataset in all_datasets}
    failures += [f"faults.py lists {key[-1]}, which is no data" for key in [*faults.LOSSY, *faults.LOSSY_IN]
                 if key[-1] not in names]
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
            validate(paths, arguments.schema, failures)
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
