"""Loads into real stores, breaks what can break, and looks at what the store has then.

Usage: stores.py GRIOT [--kills N] [PART...]; without parts all are run. The parts are the functions
below that have no underscore before their name.
"""
import argparse
import gzip
import hashlib
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import pyoxigraph

import public
import servers

ROOT = pathlib.Path(__file__).resolve().parents[2]
parser = argparse.ArgumentParser()
parser.add_argument("griot")
parser.add_argument("--kills", type=int, default=4)
parser.add_argument("parts", nargs="*")
arguments = parser.parse_intermixed_args()
GRIOT = os.path.abspath(arguments.griot)
ARTICLE = "https://example.org/article/2024-11-minusma"
ARTICLE_GRAPHS = [ARTICLE, f"{ARTICLE}/background", f"{ARTICLE}/links", f"{ARTICLE}/provenance"]
failures = []


def _check(holds, what):
    if not holds:
        failures.append(what)
        print(f"  FAILED {what}")


def _griot(*command, environment={}, private=True):
    command = [GRIOT, "load", *map(str, command)] + ["--allow-private"] * private
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, stdin=subprocess.DEVNULL,
                          timeout=300, env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", **environment})


def _load(store, *command, url=None):
    return _griot(*command, "--store", url or store.url, "--store-kind", store.name, *store.options,
                  environment=store.environment)


def _says(ended, status, *words):
    said = ended.stdout + ended.stderr
    _check(ended.returncode == status, f"status {ended.returncode}, not {status}: {said}")
    for word in words:
        _check(word in said, f"{word!r} is not in: {said}")
    return said


def _numbers(file, graph, count, word):
    with open(file, "w") as out:
        for i in range(count):
            out.write(f'<http://e/{word}/{i // 5}> <http://e/p{i % 5}> "{word} {i}" <{graph}> .\n')
    return file


class _Folder(tempfile.TemporaryDirectory):
    def __enter__(self):
        return pathlib.Path(super().__enter__())


# What is loaded is what is there

def _seeds(store):
    quads = set(pyoxigraph.parse(path=str(ROOT / "exports/minusma.nq")))
    _check(len(quads) > 2000, "the seed is small")
    ended = _load(store, "exports/minusma.nq", "--verify")
    yield ended
    _check(store.graphs("https://example.org/article/") == ARTICLE_GRAPHS, "the graphs are others")
    for graph in ARTICLE_GRAPHS:
        wanted = sum(quad.graph_name.value == graph for quad in quads)
        _check(store.count(graph) == wanted, f"{store.count(graph)} of {wanted} in {graph}")
    # Records give the same; a part that is small makes each graph go by way of another.
    ended = _load(store, "seeds/minusma.json", "seeds/ceasefire.json", "--chunk", 300, "--verify")
    yield ended
    for graph in ARTICLE_GRAPHS:
        wanted = sum(quad.graph_name.value == graph for quad in quads)
        _check(store.count(graph) == wanted, f"{store.count(graph)} of {wanted} in {graph} from records")
    _check(store.graphs("urn:griot:staging:") == [], "a graph was left beside")


def _replacing(store):
    with _Folder() as folder:
        graph = "http://e/g"
        small = folder / "small.nt"
        small.write_text('<http://e/a> <http://e/p> "1" .\n<http://e/a> <http://e/p> "2" .\n')
        other = folder / "other.nt"
        other.write_text('<http://e/b> <http://e/p> "3" .\n')
        _says(_load(store, small, "--graph", graph), 0, "2 statements in 1 graph loaded")
        _says(_load(store, other, "--graph", graph, "--verify"), 0, "1 statement read back")
        _check(store.select(f"SELECT ?s {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}") == ["http://e/b"],
               "the graph was not replaced")
        _says(_load(store, small, "--graph", graph, "--append", "--verify"), 0)
        _check(store.count(graph) == 3, "nothing was added")
        # What the inputs lack goes, where its name begins as is said, and nothing else.
        for name in ("http://e/x/1", "http://e/x/2", "http://e/y"):
            _says(_load(store, small, "--graph", name), 0)
        _says(_load(store, other, "--graph", "http://e/x/1", "--delete-missing", "http://e/x/", "--dry-run"),
              0, "would replace <http://e/x/1> with 1 statement", "would remove <http://e/x/2>", "nothing was")
        _check(store.graphs("http://e/x/") == ["http://e/x/1", "http://e/x/2"], "a dry run removed a graph")
        _check(store.count("http://e/x/1") == 2, "a dry run changed a graph")
        _says(_load(store, other, "--graph", "http://e/x/1", "--delete-missing", "http://e/x/"), 0, "1 graph removed")
        _check(store.graphs("http://e/x/") == ["http://e/x/1"], "the missing graph was not removed")
        _check(store.count("http://e/y") == 2, "another graph was removed")
        # What a table lists goes, is not sent, and may not be there.
        gone = folder / "gone.tsv"
        gone.write_text("graph\twhy\nhttp://e/x/1\tgone\nhttp://e/none\tgone\nhttp://e/y\tgone\n")
        _says(_load(store, other, "--graph", "http://e/x/1", "--delete-graphs", gone, "--dry-run"), 0,
              "would remove <http://e/y>", "0 statements in 0 graphs would be sent")
        _check(store.count("http://e/y") == 2, "a dry run removed a graph")
        _says(_load(store, other, "--graph", "http://e/x/1", "--delete-graphs", gone, "--verify"), 0, "3 graphs removed")
        _check(store.graphs("http://e/x/") + store.graphs("http://e/y") == [], "listed graphs were not removed")
        _says(_load(store, small, "--graph", "http://e/y"), 0)
        _says(_load(store, "/dev/null", "--from", "nq", "--delete-graphs", gone), 0, "3 graphs removed")
        _check(store.graphs("http://e/y") == [], "a listed graph was not removed without inputs")
        # Nothing is sent when anything is wrong.
        wrong = folder / "wrong.nt"
        wrong.write_text('<http://e/a> <http://e/p> "1" .\n<http://e/a> <http://e/p> 2 .\n')
        _says(_load(store, other, wrong, "--graph", graph), 1, f"{wrong}:2:", "nothing was sent")
        _check(store.count(graph) == 3, "something was sent")
        blank = folder / "blank.ttl"
        blank.write_text("<http://e/a> <http://e/p> [ <http://e/q> [ <http://e/r> 1.0 ] ] .\n")
        _says(_load(store, blank, "--graph", graph, "--chunk", 1, "--verify"), 0, "3 statements read back")
        _check(store.count(graph) == 3, "blank nodes were taken apart")


def oxigraph():
    with servers.Oxigraph() as store:
        for ended in _seeds(store):
            said = _says(ended, 0, "read back", "nonNegativeInteger otherwise")
            _check("error" not in said and "warning" not in said, said)
        _replacing(store)
        with _Folder() as folder:
            # The graph without a name, in one request and by way of another graph.
            for chunk in (100, 2):
                _says(_load(store, "exports/minusma.nt", "--chunk", 100_000 if chunk == 100 else 500, "--verify"), 0)
            wanted = len(set(pyoxigraph.parse(path=str(ROOT / "exports/minusma.nt"))))
            _check(store.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == [str(wanted)], "the unnamed graph")
            # Who the store is it says itself.
            file = _numbers(folder / "n.nq", "http://e/n", 10, "n")
            _says(_griot(file, "--store", store.url), 0, "(oxigraph)")
            _says(_griot(file, "--store", f"{store.url}/store"), 0, "(oxigraph)")


def virtuoso():
    with servers.Virtuoso() as store:
        for ended in _seeds(store):
            # The seed's one duration is what Virtuoso does not keep.
            _says(ended, 1, 'does not keep 1 value of http://www.w3.org/2001/XMLSchema#duration: "P1M"')
            _check(ended.stderr.count("error:") == 1, ended.stderr)
        _replacing(store)
        with _Folder() as folder:
            file = folder / "values.nt"
            xsd = "http://www.w3.org/2001/XMLSchema#"
            values = [f'"1.50"^^<{xsd}decimal>', f'"007"^^<{xsd}integer>', '"x"@fr-ML', '"é\\n\\"q\\""',
                      '"POINT(12.65 -8.00)"^^<http://www.opengis.net/ont/geosparql#wktLiteral>',
                      f'"2024-11-15"^^<{xsd}date>', '"2024-11~"^^<http://id.loc.gov/datatypes/edtf/EDTF>']
            file.write_text("".join(f"<http://e/a> <http://e/p{i}> {value} .\n" for i, value in enumerate(values)))
            said = _says(_load(store, file, "--graph", "http://e/v", "--verify"), 0,
                         'otherwise: "1.50"', 'otherwise: "007"', "wktLiteral a little", "7 statements read back")
            _check("error" not in said, said)
            _says(_load(store, file), 2, "no graph without a name", "--graph")
            _says(_griot(file, "--graph", "http://e/v", "--store", store.url, *store.options,
                         environment=store.environment), 0, "(virtuoso)")


# By the stores' own loaders

def _laid_out(kind, folder, *inputs, parts=3):
    """What griot has laid out, where the store may read it, and its parts."""
    place = folder / f"bulk for {kind.name}"
    command = [GRIOT, "export", *map(str, inputs), "-o", str(place), "--layout", kind.name, "--shards", str(parts), "--quiet"]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=300)
    _says(ended, 0)
    return place, sorted(place.glob("part-*.nq.gz"))


def _quads(parts):
    return set().union(*(pyoxigraph.parse(gzip.open(part), format=pyoxigraph.RdfFormat.N_QUADS) for part in parts))


def _has(store, quads):
    """Whether a store has as many statements in each graph as there are, and griot finds their values."""
    names = {quad.graph_name.value for quad in quads}
    _check(set(store.graphs("https://example.org/")) == names, f"{store.name}: the graphs are others")
    for name in names:
        wanted = sum(quad.graph_name.value == name for quad in quads)
        _check(store.count(name) == wanted, f"{store.name}: {store.count(name)} of {wanted} in {name}")


def _found_by_value(store, parts):
    """Holds what the store has against the parts."""
    return _load(store, *parts, "--verify-only")


SEEDS = ["seeds/minusma.json", "seeds/ceasefire.json", "seeds/wire.jsonl"]


def bulk():
    """The seeds by each store's own loader; parts, places and passwords that are wrong."""
    with servers.Oxigraph() as store:
        place, parts = _laid_out(store, store.folder, *SEEDS)
        _check(len(parts) > 1, f"{len(parts)} parts")
        quads = _quads(parts)
        _check(len(quads) > 3000, f"{len(quads)} quads")
        target = store.folder / "loaded here"
        _says(store.bulk(place, target), 0)
        store.serve(target)
        _has(store, quads)
        said = _says(_found_by_value(store, parts), 0, f"{len(quads)} statements read back")
        _check("loaded into" not in said, said)
        # What is there stays as it is, and so does what a load has half-way.
        _says(store.bulk(place, target), 2, "is there; expected a folder to make")
        _says(store.bulk(place), 2, "expected: sh load.sh LOCATION")
        _says(store.bulk(place, store.folder / "none/there"), 3, "not all could be loaded")
        _says(store.bulk(place, store.folder / "other", environment={"PATH": "/usr/bin:/bin"}), 3, "oxigraph is not in PATH")
        # griot says when one value is not there, and when there is one too many.
        extra = _numbers(store.folder / "extra.nq", ARTICLE, 1, "extra")
        _says(_load(store, extra, "--append"), 0)
        _says(_found_by_value(store, parts), 1, "in <", "and not in what was sent", "extra 0")
        _says(_load(store, extra, "--verify-only", "--append"), 0, "1 statement read back")
        _says(_load(store, _numbers(store.folder / "none.nq", ARTICLE, 1, "none"), "--verify-only"), 1, "lost from", "none 0")
        _bad_parts(store, place, parts, store.folder / "bad")
        _check(not (store.folder / "bad").exists(), "a store was made of bad parts")
    with servers.Virtuoso() as store:
        place, parts = _laid_out(store, store.folder, *SEEDS)
        # Nothing is loaded by a stranger, of a folder that the server may not read, or by no server.
        said = _says(store.bulk(place, environment={"GRIOT_STORE_PASSWORD": "wr0ng pass"}), 3, "does not let dba in")
        _check("wr0ng" not in said, said)
        with tempfile.TemporaryDirectory(dir="/var/tmp") as elsewhere:
            elsewhere = pathlib.Path(elsewhere) / "bulk"
            shutil.copytree(place, elsewhere)
            _says(store.bulk(elsewhere), 3, "access control")
        _says(store.bulk(place, f"127.0.0.1:{servers.free_port()}", "dba"), 3, "no Virtuoso answers at 127.0.0.1")
        _bad_parts(store, place, parts)
        _check(store.graphs("https://example.org/") == [], "something was loaded")
        for _ in range(2):  # the second time nothing is new
            _says(store.bulk(place), 0)
            _has(store, _quads(parts))
        # Durations are what Virtuoso does not keep, by this way as by the other.
        _says(_found_by_value(store, parts), 1, "the store does not keep 1 value", "duration")
        # A part that is cut short, though its sum be right.
        bad = parts[1].read_bytes()[:2000]
        parts[1].write_bytes(bad)
        sums = (place / "SHA256SUMS").read_text().splitlines()
        sums[1] = f"{hashlib.sha256(bad).hexdigest()}  {parts[1].name}"
        (place / "SHA256SUMS").write_text("\n".join(sums) + "\n")
        _says(store.bulk(place), 3, "Virtuoso does not load the parts", "was not loaded")
    # Another layout of the same folder leaves nothing of the old one.
    with _Folder() as folder:
        for layout, own in [("virtuoso", "load.sql"), ("qlever", "Qleverfile"), ("tdb2", None), ("graphdb", None)]:
            ended = subprocess.run([GRIOT, "export", *SEEDS, "-o", str(folder / "bulk"), "--layout", layout, "--quiet"], cwd=ROOT,
                                   capture_output=True, text=True)
            _says(ended, 0)
            names = sorted(path.name for path in (folder / "bulk").iterdir())
            parts = [name for name in names if name.startswith("part-")]
            _check(names == sorted(["README.md", "SHA256SUMS", "documents.jsonl.gz", "load.sh", "manifest.json", *parts] + [own] * (own is not None)), names)
            checked = subprocess.run(["sh", "-n", str(folder / "bulk/load.sh")], capture_output=True, text=True)
            _says(checked, 0)
            _check(("not tried" in (folder / "bulk/README.md").read_text()) == (layout != "virtuoso"), layout)


def archive():
    """An archive of 100,000 statements by the Graph Store Protocol and by bulk, each read back by value."""
    with _Folder() as folder:
        file = folder / "archive.jsonl"
        subprocess.run([sys.executable, "Benchmarks/archive.py", file, "--articles", "140"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        for kind in (servers.Oxigraph, servers.Virtuoso):
            with kind() as store:
                place, parts = _laid_out(store, store.folder, file, parts=16)
                quads = _quads(parts)
                _check(len(quads) > 100_000, f"{len(quads)} statements")
                by_protocol = _load(store, file, "--verify")
                _kept(store, by_protocol, len(quads))
                graphs = len({quad.graph_name for quad in quads})
                _check(len(store.graphs("https://example.org/")) == graphs, "the graphs are others")
            with kind() as store:
                place, parts = _laid_out(store, store.folder, file, parts=16)
                if kind is servers.Oxigraph:
                    _says(store.bulk(place, store.folder / "loaded"), 0)
                    store.serve(store.folder / "loaded")
                else:
                    _says(store.bulk(place), 0)
                _check(len(store.graphs("https://example.org/")) == graphs, "the graphs are others")
                by_bulk = _found_by_value(store, parts)
                _kept(store, by_bulk, len(quads))
                told = [sorted(line.split(": ", 1)[1] for line in ended.stderr.splitlines() if ": error: " in line)
                        for ended in (by_protocol, by_bulk)]
                _check(len(told[0]) == len(told[1]), f"the two ways lose other things: {told}")
                print(f"  {store.name}: {len(quads)} statements in {graphs} graphs by each way")


def _kept(store, ended, count):
    """All statements came back, but the durations that Virtuoso does not keep."""
    if store.name == "oxigraph":
        _says(ended, 0, f"{count} statements read back")
        return
    errors = [line for line in ended.stderr.splitlines() if ": error: " in line]
    said = _says(ended, 1 if errors else 0)
    for error in errors:
        _check("the store does not keep" in error and "XMLSchema#duration" in error, f"{error}; {said[-300:]}")


def _bad_parts(store, place, parts, *arguments):
    """Parts that are cut short, missing or too many load nothing."""
    kept = parts[0].read_bytes()
    for change in (lambda: parts[0].write_bytes(kept[:-9]), parts[0].unlink, lambda: (place / "part-9999.nq.gz").write_bytes(kept)):
        change()
        _says(store.bulk(place, *arguments), 1, "nothing was loaded")
        parts[0].write_bytes(kept)
    (place / "part-9999.nq.gz").unlink()


def bulk_kills():
    """Servers and loaders that are killed within a bulk load: what was there before, or all."""
    with _Folder() as folder:
        archive = folder / "archive.jsonl"
        subprocess.run([sys.executable, "Benchmarks/archive.py", archive, "--articles", "130"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        with servers.Virtuoso() as store:
            place, parts = _laid_out(store, store.folder, archive, parts=8)
            quads = _quads(parts)
            wanted = len(quads)
            _says(_load(store, _numbers(folder / "old.nq", "https://example.org/old", 1000, "old"), "--chunk", 100), 0)
            everything = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), 'https://example.org/')) }"
            begin, cut = time.monotonic(), 0
            _says(store.bulk(place), 0)
            whole = time.monotonic() - begin
            _check(int(store.select(everything)[0]) == wanted + 1000, "not all is there")
        for number in range(arguments.kills):
            with servers.Virtuoso() as store:
                place, parts = _laid_out(store, store.folder, archive, parts=8)
                _says(_load(store, folder / "old.nq", "--chunk", 100), 0)
                timer = threading.Timer(whole * (number + random.random()) / arguments.kills, store.kill)
                timer.start()
                ended = store.bulk(place)
                timer.join()
                store.start()
                found = int(store.select(everything)[0])
                _check(found in (1000, wanted + 1000), f"virtuoso: {found} of {wanted + 1000} statements after a kill")
                if ended.returncode:
                    cut += 1
                    # Before the load began there is no one to load, and after it nothing else is there.
                    said = _says(ended, 3)
                    _check("Virtuoso does not load the parts" in said
                           or "nothing was loaded" in said and found == 1000, f"virtuoso: {said}")
                _says(store.bulk(place), 0)
                _check(int(store.select(everything)[0]) == wanted + 1000, "virtuoso: the next load is not whole")
        # Who asks may go: the server goes on to the end.
        with servers.Virtuoso() as store:
            place, parts = _laid_out(store, store.folder, archive, parts=8)
            process = subprocess.Popen(["sh", str(place / "load.sh"), *store.bulk_arguments], start_new_session=True,
                                       env={"PATH": os.environ["PATH"], **store.environment})
            time.sleep(whole / 2)
            _check(process.poll() is None, "virtuoso: the load was done before the connection was cut")
            os.killpg(process.pid, 9)
            process.wait()
            end = time.monotonic() + 60
            while int(store.select(everything)[0]) != wanted and time.monotonic() < end:
                time.sleep(0.2)
            _check(int(store.select(everything)[0]) == wanted, "virtuoso: a cut connection left a part")
        _check(cut > 0, "virtuoso: no load was cut off by a kill")
        print(f"  virtuoso: {cut} of {arguments.kills} loads of {wanted} statements cut off")
        with servers.Oxigraph() as store:
            place, parts = _laid_out(store, store.folder, archive, parts=8)
            begin, cut = time.monotonic(), 0
            _says(store.bulk(place, store.folder / "whole"), 0)
            whole = time.monotonic() - begin
            for number in range(arguments.kills):
                target = store.folder / f"target{number}"
                process = subprocess.Popen(["sh", str(place / "load.sh"), str(target)], stderr=subprocess.DEVNULL, start_new_session=True,
                                           env={"PATH": f"{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}"})
                time.sleep(whole * (number + random.random()) / arguments.kills)
                try:
                    os.killpg(process.pid, 9)
                except ProcessLookupError:
                    pass
                process.wait()
                if target.exists():
                    _check(process.returncode in (0, -9), f"the script ended with {process.returncode}")
                else:
                    cut += 1
                    _says(store.bulk(place, target), 0)
                _check(not (store.folder / f"target{number}.unfinished").exists(), "something was left")
                store.serve(target)
                _check(int(store.select(everything)[0]) == wanted, f"oxigraph: not {wanted} statements")
            _check(cut > 0, "oxigraph: no load was cut off by a kill")
            print(f"  oxigraph: {cut} of {arguments.kills} loads of {wanted} statements cut off")


# What breaks

def refusals():
    """Wrong secrets, refused formats and servers that are not there."""
    with servers.Virtuoso() as store, _Folder() as folder:
        file = _numbers(folder / "n.nq", "http://e/n", 10, "n")
        _says(_load(store, file), 0)
        wrong = {"GRIOT_STORE_PASSWORD": "wrong"}
        _says(_griot(file, "--store", store.url, "--user", "dba", environment=wrong), 3, "(401)", "right")
        _says(_griot(file, "--store", store.url), 3, "(401)", "--user")
        _check(store.count("http://e/n") == 10, "a refused load changed the graph")
    _says(_griot(file, "--store", store.url), 3)
    with _Folder() as folder:
        file = _numbers(folder / "n.nq", "http://e/n", 10, "n")
        said = _says(_griot(file, "--store", f"http://127.0.0.1:{servers.free_port()}", "--retries", 0,
                            "--store-kind", "oxigraph"), 3, "no connection to 127.0.0.1", "nothing was sent")
        for status, body, words in [
            (415, b"N-Triples? No.", ["(415)", "N-Triples? No."]), (500, b"<html><b>Bad</b> day</html>", ["(500)", "Bad day"]),
            (400, b"line 3 column 4", ["(400): line 3 column 4"]), (403, b"", ["(403)"]),
        ]:
            page = [("Content-Type", "text/html")] if body.startswith(b"<") else []
            with servers.Fake(lambda *_: (status, body, *page)) as fake:
                _says(_griot(file, "--store", fake.url, "--store-kind", "generic"), 3, *words, "nothing was sent")
        # What may pass is tried again.
        answers = iter([503, 429, 201])
        with servers.Fake(lambda *_: (next(answers), b"", ("Retry-After", "0"))) as fake:
            _says(_griot(file, "--store", fake.url, "--store-kind", "generic"), 0)
            _check(len(fake.seen) == 3, f"{len(fake.seen)} requests")
        # More than one request takes queries and updates.
        with servers.Fake(lambda *_: (201, b"")) as fake:
            _says(_griot(file, "--store", fake.url, "--store-kind", "generic", "--chunk", 5), 2, "--update-url")
            _check(fake.seen == [], "something was sent")


def cuts():
    """Connections that are cut half-way: the old graph or the new one, and the next load is whole."""
    for kind in (servers.Oxigraph, servers.Virtuoso):
        with kind() as store, _Folder() as folder:
            old = _numbers(folder / "old.nq", "http://e/g", 3_000, "old")
            new = _numbers(folder / "new.nq", "http://e/g", 20_000, "new")
            _says(_load(store, old), 0)
            for chunk, after in [(100_000, 400_000), (4_000, 400_000), (4_000, 900_000)]:
                with servers.Between(store.port, after) as relay:
                    ended = _load(store, new, "--chunk", chunk, "--retries", 0, url=relay.url)
                _says(ended, 3, "the connection was cut", "nothing was sent")
                found = store.select("SELECT ?s { GRAPH <http://e/g> { ?s ?p ?o } } LIMIT 1")
                _check(store.count("http://e/g") == 3_000 and "/old/" in found[0],
                       f"{kind.name}: {store.count('http://e/g')} statements after a cut at {after}")
            # One cut is gone over, where nothing is done twice by it.
            cut = []
            with servers.Between(store.port, 400_000) as relay:
                relay.then = lambda: (cut.append(1), setattr(relay, "after", 1 << 60))
                _says(_load(store, new, "--chunk", 4_000, url=relay.url), 0)
            _check(len(cut) == 1 and store.count("http://e/g") == 20_000, f"{kind.name}: a cut was not gone over")


def kills():
    """Servers that are killed at any moment: the old graph or the new one, and --resume goes on."""
    for kind in (servers.Oxigraph, servers.Virtuoso):
        with kind() as store, _Folder() as folder:
            old = _numbers(folder / "old.nq", "http://e/g", 5_000, "old")
            new = _numbers(folder / "new.nq", "http://e/g", 20_000, "new")
            _says(_load(store, old), 0)
            begin = time.monotonic()
            _says(_load(store, new, "--chunk", 5_000), 0)
            whole = time.monotonic() - begin
            cut = 0
            for number in range(arguments.kills):
                _says(_load(store, old), 0)
                journal = folder / f"journal{number}"
                timer = threading.Timer(whole * (number + random.random()) / arguments.kills, store.kill)
                timer.start()
                ended = _load(store, new, "--chunk", 5_000, "--resume", journal, "--retries", 0)
                timer.join()
                store.start()
                found = store.count("http://e/g")
                _check(found in (5_000, 20_000), f"{kind.name}: {found} statements after a kill")
                if ended.returncode:
                    cut += 1
                    _says(ended, 3)
                _says(_load(store, new, "--chunk", 5_000, "--resume", journal, "--verify"), 0, "20000 statements read back")
                _check(store.graphs("urn:griot:staging:") == [], f"{kind.name}: a graph was left beside")
            _check(cut > 0, f"{kind.name}: no load was cut off by a kill")
            print(f"  {kind.name}: {cut} of {arguments.kills} loads cut off")


def resuming():
    """A load of many graphs that is cut off goes on where it was, and griot itself may be killed."""
    with servers.Oxigraph() as store, _Folder() as folder:
        file = folder / "many.nq"
        with open(file, "w") as out:
            for graph in range(40):
                for i in range(100):
                    out.write(f'<http://e/{graph}/{i}> <http://e/p> "{i}" <http://e/g{graph:02}> .\n')
        journal = folder / "journal"
        with servers.Between(store.port, 150_000) as relay:
            _says(_load(store, file, "--resume", journal, "--retries", 0, url=relay.url), 3, "of 40 graphs were loaded before")
            there = len(store.graphs("http://e/g"))
            _check(0 < there < 40, f"{there} graphs")
        # The journal is about an address, which the relay had another of.
        _says(_load(store, file, "--resume", journal), 2, "a file of its own for each store")
        text = journal.read_text().replace(relay.url, store.url)
        journal.write_text(text + "done 1234")
        _says(_load(store, file, "--resume", journal, "--verify"), 0, f"{there} graphs loaded before", "4000 statements read back")
        _says(_load(store, file, "--resume", journal), 0, "40 graphs loaded before")
        # Another content is another load.
        file.write_text(file.read_text().replace('"7" <http://e/g03>', '"seven" <http://e/g03>'))
        _says(_load(store, file, "--resume", journal, "--verify"), 0, "39 graphs loaded before", "100 statements in 1 graph loaded")
        process = subprocess.Popen([GRIOT, "load", str(_numbers(folder / "b.nq", "http://e/b", 30_000, "b")), "--store", store.url,
                                    "--allow-private", "--chunk", "1000"], stderr=subprocess.PIPE)
        time.sleep(0.6)
        process.send_signal(2)
        process.wait(5)
        _check(process.returncode in (-2, 0), f"SIGINT ended with {process.returncode}")
        _check(store.count("http://e/b") in (0, 30_000), "half a graph after SIGINT")


# Secrets and addresses

def secrets():
    """A secret is in no argument, message, output, file or header that it is not meant for."""
    secret = "Zq7-secret-x9"
    with _Folder() as folder:
        file = _numbers(folder / "n.nq", "http://e/n", 10, "n")
        kept = folder / "secret"
        kept.write_text(secret + "\n")

        def refuses(method, path, headers):
            # A server that says back all that it was told.
            return 401, "\n".join(f"{name}: {value}" for name, value in headers.items()).encode()

        def fails(method, path, headers):
            return 500, f"{secret} {headers.get('Authorization')}".encode()

        for answer in (refuses, fails, lambda *_: (201, b"")):
            for options, environment in [
                (["--user", "ada"], {"GRIOT_STORE_PASSWORD": secret}), (["--user", "ada", "--password-file", kept], {}),
                ([], {"GRIOT_STORE_TOKEN": secret}), (["--token-file", kept], {}),
                (["--user", "ada", "--auth", "digest"], {"GRIOT_STORE_PASSWORD": secret}),
            ]:
                for more in ([], ["--message-format", "json"], ["--verify", "--resume", folder / "journal"]):
                    with servers.Fake(answer) as fake:
                        command = [GRIOT, "load", str(file), "--store", fake.url, "--store-kind", "generic",
                                   "--allow-private", *map(str, options + more)]
                        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
                        shown = pathlib.Path(f"/proc/{process.pid}/cmdline").read_bytes()
                        said = b"".join(process.communicate(timeout=60))
                        _check(len(fake.seen) > 0, "nothing was asked")
                        told = [headers.get("Authorization", "") for *_, headers in fake.seen]
                        if "digest" not in options:
                            _check(any(told), f"no one was told who asks: {options}")
                    for text in (said, shown, *(path.read_bytes() for path in folder.iterdir() if path not in (kept, file))):
                        _check(secret.encode() not in text, f"the secret is in: {text}")
                        _check(b"YWRhOlpxNy1zZWNyZXQteDk" not in text, f"the secret is in base 64 in: {text}")
                    (folder / "journal").unlink(missing_ok=True)
        # Another server is told nothing, and neither is one that only is asked what it is.
        with servers.Fake(lambda *_: (200, b"")) as other:
            with servers.Fake(lambda method, *_: (200, b"") if method == "GET" else (307, b"", ("Location", other.url + "/"))) as fake:
                _says(_griot(file, "--store", fake.url, environment={"GRIOT_STORE_TOKEN": secret}), 0)
                _check([method for method, *_ in fake.seen] == ["GET", "PUT"], fake.seen)
                _check("Authorization" not in fake.seen[0][2] and "Authorization" in fake.seen[1][2], fake.seen)
                _check(len(other.seen) == 1 and "Authorization" not in other.seen[0][2], other.seen)
        said = _says(_griot(file, "--store", f"http://ada:{secret}@127.0.0.1:1/"), 2, "user or password")
        _check(secret not in said, said)
        _says(_griot(file, "--store", "http://127.0.0.1:1/", "--user", "ada"), 2, "GRIOT_STORE_PASSWORD")
        # The script of a layout tells it no one but the store.
        with servers.Virtuoso() as store:
            place, _ = _laid_out(store, store.folder, *SEEDS)
            subprocess.run(["isql-vt", *store.bulk_arguments, "dba", f"exec=user_set_password('dba', '{secret}');"], check=True,
                           stdout=subprocess.DEVNULL)
            shown = set()
            looking = threading.Event()

            def look():
                while not looking.is_set():
                    for path in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
                        try:
                            shown.add(path.read_bytes())
                        except OSError:
                            pass

            thread = threading.Thread(target=look)
            thread.start()
            ended = store.bulk(place, environment={"GRIOT_STORE_PASSWORD": secret})
            wrong = store.bulk(place, environment={"GRIOT_STORE_PASSWORD": f"not {secret}"})
            looking.set()
            thread.join()
            _says(ended, 0)
            said = _says(wrong, 3, "does not let dba in") + ended.stdout + ended.stderr
            _check(any(b"isql-vt" in words for words in shown), "isql-vt was not seen")
            _check(not any(secret.encode() in words for words in shown), "the secret was an argument")
            _check(secret not in said, f"the secret is in: {said}")
        help_text = subprocess.run([GRIOT, "load", "--help"], capture_output=True, text=True).stdout
        _check("--password " not in help_text and "--token " not in help_text, "a secret may stand on the command line")


def names():
    """Private addresses behind names of /etc/hosts and behind redirects of hosts that anyone can reach."""
    with _Folder() as folder:
        ended = public.namespace(GRIOT, _numbers(folder / "n.nq", "http://e/n", 10, "n"))
    if ended is None:
        print("  not run: no namespaces of its own can be had here (unshare)")
    else:
        _says(ended, 0)


def reach():
    """Addresses that are not public, also behind names and redirects, and certificates."""
    with _Folder() as folder, servers.Fake(lambda *_: (200, b"")) as inner:
        file = _numbers(folder / "n.nq", "http://e/n", 10, "n")
        for host in ("127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "[::ffff:127.0.0.1]"):
            _says(_griot(file, "--store", f"http://{host}:{inner.port}", "--store-kind", "generic", "--retries", 0,
                         private=False), 3, "--allow-private", "nothing was sent")
        _check(inner.seen == [], "a private address was asked")
        _says(_griot(file, "--store", "ftp://example.org/", "--store-kind", "generic"), 2, "neither http nor https")
        for location, words in [("file:///etc/passwd", "neither http nor https"), ("http://x:1@127.0.0.1/", "user or password")]:
            with servers.Fake(lambda *_: (307, b"", ("Location", location))) as fake:
                _says(_griot(file, "--store", fake.url, "--store-kind", "generic"), 2, words)
        with servers.Fake(lambda *_: (302, b"", ("Location", inner.url))) as fake:
            _says(_griot(file, "--store", fake.url, "--store-kind", "generic"), 3, "not followed")

        def openssl(*command):
            subprocess.run(["openssl", *command], cwd=folder, check=True, capture_output=True)

        key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        openssl("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=CA", "-days", "9",
                "-addext", "keyUsage=critical,keyCertSign")
        for name, host, days in [("good", "localhost", "9"), ("old", "localhost", "-1"), ("other", "other.example", "9")]:
            openssl("req", *key, "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={host}")
            (folder / "ext").write_text(f"subjectAltName=DNS:{host}\n")
            openssl("x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
                    "-days", days, "-extfile", "ext", "-out", f"{name}.pem")
        openssl("req", "-x509", *key, "-keyout", "own.key", "-out", "own.pem", "-subj", "/CN=localhost", "-days", "9",
                "-addext", "subjectAltName=DNS:localhost")
        for name, trusted, status, words in [
            ("own", None, 3, "no one trusted has signed"), ("own", "ca.pem", 3, "no one trusted has signed"),
            ("good", "ca.pem", 0, "10 statements"), ("good", None, 3, "no one trusted has signed"),
            ("old", "ca.pem", 3, "has expired"), ("other", "ca.pem", 3, "does not match"), ("good", "none.pem", 2, "in PEM"),
        ]:
            with servers.Fake(lambda *_: (201, b""), (folder / f"{name}.pem", folder / f"{name}.key")) as fake:
                options = ["--ca-file", folder / trusted] if trusted else []
                _says(_griot(file, "--store", f"https://localhost:{fake.port}", "--store-kind", "generic", "--retries", 0,
                             *options), status, words)
                _check(len(fake.seen) == (status == 0), f"{name}: {fake.seen}")


parts = {name: part for name, part in list(globals().items())
         if callable(part) and getattr(part, "__module__", "") == "__main__" and not name.startswith("_")}
wanted = arguments.parts or list(parts)
assert wanted and set(wanted) <= set(parts), f"the parts are {', '.join(parts)}"
for name in wanted:
    print(name, flush=True)
    begin = time.monotonic()
    parts[name]()
    print(f"  {time.monotonic() - begin:.1f} s", flush=True)
sys.exit(1 if failures else 0)
