"""Runs what is too long for make test, in parts, and writes docs/checks.md.

Usage: check_all.py [--list] [PART...]. A part that has passed for the commit at hand is not run
again; what one run leaves undone the next one takes up.
"""
import argparse
import datetime
import json
import pathlib
import platform
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
DONE = ROOT / ".build/checks"
GRIOT = ".build/release/griot"
PYTHON = ".venv/bin/python"
SHARED = "${GRIOT_SHARED:-../shared}"
# Each is under 30 minutes on two cores.
PARTS = {
    "kills": ("SIGKILL at 100 random moments in each of three formats",
              f"{PYTHON} Tests/Faults/faults.py {GRIOT} --kills 100 kills"),
    "calls": ("each write, fsync, close, rename and linkat fails once, in every format of triples, quads and GraphML",
              f"{PYTHON} Tests/Faults/faults.py {GRIOT} calls"),
    "resume": ("an export in shards killed at ten random moments and resumed: the same bytes",
               f"{PYTHON} Tests/Faults/faults.py {GRIOT} resume"),
    "archive": ("100,000 articles: the same bytes with 1, 2 and 7 threads, validated or not, below 256 MB",
                f"{PYTHON} Tests/Archive/archive.py {GRIOT} threads"),
    "archive-resume": ("100,000 articles in shards, killed ten times and resumed each time: the same bytes",
                       f"{PYTHON} Tests/Archive/archive.py {GRIOT} resume"),
    "archive-bad": ("1 GB of records with a bad one at the end, left out or nothing written",
                    f"{PYTHON} Tests/Archive/archive.py {GRIOT} bad-record"),
    "spark": ("10,000 articles in 4 partitions of a Spark cluster, one killed: what one griot writes",
              "test -x .build/spark/bin/python || { python3 -m venv .build/spark && "
              ".build/spark/bin/pip install -q pyspark==3.5.3; }; "
              f".build/spark/bin/python Tests/Cluster/spark.py {GRIOT}"),
    "attacks": ("all stored bad inputs",
                f"{PYTHON} Tests/Peers/attacks.py {GRIOT} {SHARED} --class map,graphml,convert,validate"),
    "attacks-large": ("the generated bad inputs",
                      'folder=$(mktemp -d); trap \'rm -rf "$folder"\' EXIT; '
                      f'{PYTHON} Tests/Peers/attacks.py {GRIOT} {SHARED} --class map,graphml,convert,validate --large "$folder"'),
    "stores": ("stores killed at 40 random moments within a load, each",
               f"{PYTHON} Tests/Stores/stores.py {GRIOT} --kills 40 kills"),
    "stores-bulk": ("stores and loaders killed at 20 random moments within a bulk load, each",
                    f"{PYTHON} Tests/Stores/stores.py {GRIOT} --kills 20 bulk_kills"),
    "stores-archive": ("an archive of 100,000 statements into two stores, by protocol and by bulk, read back by value",
                       f"{PYTHON} Tests/Stores/stores.py {GRIOT} archive"),
    "leaks": ("an owner of a C handle whose deinit is emptied fails the tests",
              f"{PYTHON} Tests/Faults/leaks.py"),
    "valgrind": ("the ways in and out of the C libraries under memcheck", "make -s valgrind"),
    "fuzz-1": ("15 CPU minutes of each fuzzer of records",
               "make -s fuzz FUZZ_SECONDS=900 FUZZERS='JSONFuzzer RecordFuzzer'"),
    "fuzz-2": ("15 more, from what the first found",
               "make -s fuzz FUZZ_SECONDS=900 FUZZERS='JSONFuzzer RecordFuzzer'"),
    "fuzz-rdf-1": ("15 CPU minutes of each fuzzer of RDF",
                   "make -s fuzz FUZZ_SECONDS=900 FUZZERS='TurtleFuzzer NQuadsFuzzer'"),
    "fuzz-rdf-2": ("15 more, from what the first found",
                   "make -s fuzz FUZZ_SECONDS=900 FUZZERS='TurtleFuzzer NQuadsFuzzer'"),
    "owl": ("the W3C's OWL 2 graphs beside owlrl",
            f"{PYTHON} Tests/Peers/owl_consistency.py {GRIOT} {SHARED}"),
    "round-trips": ("4,000 random datasets in every syntax, read back by three programs",
                    "GRIOT_ROUND_TRIPS=4000 LSAN_OPTIONS=suppressions=$PWD/Tests/lsan.supp:print_suppressions=0 "
                    "swift test --disable-xctest --sanitize=address --scratch-path .build-asan "
                    "--explicit-target-dependency-import-check error --filter RoundTripTests"),
    "shapes-random": ("random shapes and graphs, griot beside pySHACL",
                      f"{PYTHON} Tests/Peers/shacl_random.py {GRIOT} --rounds 500 --seed 2"),
    "bench-validation": ("1 M triples 9 times faster than pyshifty, below 500 MB; 100 k as pySHACL",
                         f"{PYTHON} Benchmarks/validation.py {GRIOT} --runs 3 --check --out docs/benchmarks-validation.md"),
    "bench-graphs": ("1 M elements to GraphML beside igraph and networkx, below 200 MB",
                     "swift build -c release --product GraphWriting >/dev/null; "
                     f"{PYTHON} Benchmarks/graphs.py .build/release/GraphWriting --check --out docs/benchmarks-graph.md"),
    "bench-convert": ("ratios of convert to rapper and pyoxigraph, 1 M triples, and its memory",
                      f"{PYTHON} Benchmarks/rdf.py {GRIOT} --check"),
    "link-large": ("an authority of 1,000,000 labels below 2 minutes, 10,000 entities linked below 30 seconds",
                   f"{PYTHON} Tests/Peers/link_large.py {GRIOT} {SHARED} --check"),
    "bench-mapping": ("triples per CPU second: 10 times morph-kgc and maplib, 3 times with validation, 2.5 times scripts",
                      f"{PYTHON} Benchmarks/mapping.py {GRIOT} --check --out docs/benchmarks-mapping.md"),
    "bench": ("griot beside a bare script, 1 k and 10 k articles", f"python3 Benchmarks/run.py {GRIOT}"),
}


def output(*command):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def run(name, commit):
    what, command = PARTS[name]
    print(f"{name}: {what}", flush=True)
    begun = time.monotonic()
    ended = subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=ROOT,
                           stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    lines = [line for line in ended.stdout.splitlines() if line.strip()]
    (DONE / f"{name}.log").write_text(ended.stdout)
    result = {"commit": commit, "passed": ended.returncode == 0,
              "date": datetime.date.today().isoformat(), "minutes": (time.monotonic() - begun) / 60,
              "said": lines[-1].strip() if lines else ""}
    (DONE / f"{name}.json").write_text(json.dumps(result))
    print(f"  {'passed' if result['passed'] else 'FAILED'} in {result['minutes']:.1f} min: {result['said'][:200]}")
    if not result["passed"]:
        print("\n".join(lines[-20:]))


def write():
    lines = ["# Checks that are too long for `make test`", "",
             f"Written by `make check-all`; {platform.machine()}, {platform.system()}.", "",
             "| part | what | result | last line | minutes | date | commit |",
             "|---|---|---|---|--:|---|---|"]
    for name, (what, _) in PARTS.items():
        path = DONE / f"{name}.json"
        if not path.exists():
            lines.append(f"| {name} | {what} | not run | | | | |")
            continue
        result = json.loads(path.read_text())
        said = result["said"].replace("|", "\\|").replace(str(ROOT), ".")[:160]
        lines.append(f"| {name} | {what} | {'passed' if result['passed'] else 'FAILED'} | {said} "
                     f"| {result['minutes']:.1f} | {result['date']} | {result['commit']} |")
    (ROOT / "docs/checks.md").write_text("\n".join(lines) + "\n")


parser = argparse.ArgumentParser()
parser.add_argument("--list", action="store_true")
parser.add_argument("parts", nargs="*")
arguments = parser.parse_args()
if arguments.list:
    sys.exit("\n".join(f"{name}: {what}" for name, (what, _) in PARTS.items()))
unknown = [name for name in arguments.parts if name not in PARTS]
if unknown:
    sys.exit(f"there is no part {unknown[0]}; expected some of {', '.join(PARTS)}")
DONE.mkdir(parents=True, exist_ok=True)
commit = output("git", "rev-parse", "--short", "HEAD")
for name in arguments.parts or PARTS:
    path = DONE / f"{name}.json"
    old = json.loads(path.read_text()) if path.exists() else {}
    if old.get("passed") and old.get("commit") == commit:
        print(f"{name}: passed for {commit} already")
        continue
    run(name, commit)
    write()
write()
failed = [name for name in PARTS if (DONE / f"{name}.json").exists()
          and not json.loads((DONE / f"{name}.json").read_text())["passed"]]
sys.exit(f"failed: {', '.join(failed)}" if failed else 0)
