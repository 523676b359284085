"""Measures how fast griot load is into stores that run here, and writes the table in docs/load.md.

Usage: stores.py GRIOT [--out FILE]. By the Graph Store Protocol 100,000 statements in one graph, 100,000
in 400 graphs of 250, and an archive of articles; the archive by the store's own loader too, once griot
has laid it out. Each once, into an empty store on this machine's disk.
"""
import argparse
import os
import pathlib
import platform
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "Tests/Stores"))
import servers  # noqa: E402

parser = argparse.ArgumentParser()
parser.add_argument("griot")
parser.add_argument("--out")
arguments = parser.parse_args()
griot = os.path.abspath(arguments.griot)
COUNT = 100_000


def write(path, graphs):
    with open(path, "w") as out:
        for i in range(COUNT):
            out.write(f'<https://example.org/entity/{i // 5}> <https://example.org/p{i % 5}> '
                      f'"une phrase d’exemple numéro {i}"@fr <https://example.org/g{i * graphs // COUNT}> .\n')
    return path


def load(store, file, *options):
    begin = time.monotonic()
    subprocess.run([griot, "load", str(file), "--store", store.url, "--allow-private", "-q", *options, *store.options],
                   check=True, env={**os.environ, **store.environment})
    return time.monotonic() - begin


def archive(kind, name, folder):
    """The same articles by both ways."""
    file = folder / "archive.jsonl"
    if not file.exists():
        subprocess.run([sys.executable, ROOT / "Benchmarks/archive.py", file, "--articles", "400"], check=True, stdout=subprocess.DEVNULL)
    with kind() as store:
        seconds = load(store, file)
        graphs = store.graphs("https://example.org/")
        count = int(store.select("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), 'https://example.org/')) }")[0])
    yield f"| {name} | {len(graphs):,} graphs of 400 articles, from records | protocol | {count:,} | {seconds:.1f} s | {count / seconds:,.0f} |"
    with kind() as store:
        place = store.folder / "bulk"
        begin = time.monotonic()
        subprocess.run([griot, "export", file, "-o", place, "--layout", store.name, "-q"], check=True)
        laid_out = time.monotonic() - begin
        begin = time.monotonic()
        arguments = [store.folder / "loaded"] if store.name == "oxigraph" else []
        ended = store.bulk(place, *arguments)
        seconds = time.monotonic() - begin
        assert ended.returncode == 0, ended.stderr
        if arguments:
            store.serve(arguments[0])
        assert store.graphs("https://example.org/") == graphs
    yield f"| {name} | the same, `export --layout` before ({laid_out:.1f} s) | bulk | {count:,} | {seconds:.1f} s | {count / seconds:,.0f} |"


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    one, many = write(folder / "one.nq", 1), write(folder / "many.nq", 400)
    cases = [("one graph, one request", one, []), ("one graph, parts of 20,000", one, ["--chunk", "20000"]),
             ("400 graphs", many, [])]
    rows = []
    for kind, name in [(servers.Oxigraph, "Oxigraph 0.5.13"), (servers.Virtuoso, "Virtuoso 7.2.5")]:
        for what, file, options in cases:
            with kind() as store:
                seconds = load(store, file, *options)
                assert sum(store.count(graph) for graph in store.graphs("https://example.org/g")) == COUNT
            rows.append(f"| {name} | {what} | protocol | {COUNT:,} | {seconds:.1f} s | {COUNT / seconds:,.0f} |")
        rows += archive(kind, name, folder)
load_average = os.getloadavg()[0]
table = "\n".join([
    f"One run of `make bench-stores`, {os.cpu_count()} processors of {platform.machine()}, load average {load_average:.1f} at its end:",
    "", "| store | what | way | statements | time | statements a second |", "|---|---|---|--:|--:|--:|", *rows, ""])
print(table)
if arguments.out:
    path = pathlib.Path(arguments.out)
    text = path.read_text(encoding="utf-8")
    text, count = re.subn(r"(<!-- rates -->\n).*?(?=<!-- /rates -->)", lambda found: found[1] + table, text, flags=re.DOTALL)
    assert count == 1
    path.write_text(text, encoding="utf-8")
