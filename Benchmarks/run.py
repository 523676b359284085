#!/usr/bin/env python3
"""Measures griot's export to N-Quads beside a bare Python script that makes the same quads.

    run.py GRIOT [--articles 10000] [--runs 3] [--out docs/benchmarks.md] [--work FOLDER]

Writes a Markdown table, at a tenth of the articles and at all of them.
"""
import argparse
import datetime
import hashlib
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = 200


def measure(command):
    """User and system seconds and peak memory in MB of a child, start to end.

    The kernel counts the parent's memory at the fork into a child's peak, so this program stays
    smaller than anything it measures and reads no output whole.
    """
    child = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{command[0]} ended with {child.returncode}: {said.decode(errors='replace')[:2000]}")
    return usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024


def archive(folder, articles):
    path = folder / f"archive-{articles}.jsonl"
    subprocess.run([sys.executable, HERE / "archive.py", path, "--articles", str(articles)], check=True)
    return path


def jobs(griot, records, folder):
    """Name, command and output of each way from the records to N-Quads."""
    def export(*more):
        return [griot, "export", records, "-o", folder, "--formats", "nq", *more]

    nquads = folder / f"{records.stem}.nq"
    script = folder / "script.nq"
    bare = [sys.executable, HERE / "bare_script.py", records, script, "--griot", output_of(griot, "--version")]
    return [("griot export --no-validate", export("--no-validate"), nquads),
            ("griot export", export(), nquads),
            ("bare_script.py", bare, script)]


def digest_of_lines(path):
    """Of the sorted lines; sorting in a child keeps this program small."""
    with subprocess.Popen(["sort", path], stdout=subprocess.PIPE, env=os.environ | {"LC_ALL": "C"}) as sort:
        hashed = hashlib.sha256()
        while block := sort.stdout.read(1 << 16):
            hashed.update(block)
    return hashed.hexdigest()


def line_count(path):
    with open(path, "rb", buffering=0) as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))


def compare(griot, folder):
    records, digests = archive(folder, SAMPLE), {}
    for name, command, output in jobs(griot, records, folder):
        measure(command)
        digests[name] = digest_of_lines(output)
        output.unlink()
    if len(set(digests.values())) > 1:
        sys.exit(f"the outputs of {SAMPLE} articles are not the same quads: {digests}")


def rows(griot, articles, runs, folder):
    records, found, counts = archive(folder, articles), {}, {}
    ways = jobs(griot, records, folder)
    for run in range(runs):
        # Each takes each place in the order, so that none always follows the same other.
        for name, command, output in ways[run % len(ways):] + ways[:run % len(ways)]:
            found.setdefault(name, []).append(measure(command))
            counts.setdefault(name, line_count(output))
            output.unlink()
            print(f"{articles} articles, {name}: {sum(found[name][-1][:2]):.2f} CPU s", file=sys.stderr)
    if len(set(counts.values())) > 1:
        sys.exit(f"the outputs of {articles} articles differ in their number of quads: {counts}")
    size = records.stat().st_size / 1e6
    records.unlink()
    cpu = {name: [user + system for user, system, _ in each] for name, each in found.items()}
    base = statistics.median(cpu["bare_script.py"])
    for name, _, _ in ways:
        middle, triples = statistics.median(cpu[name]), counts[name]
        system = statistics.median(each[1] for each in found[name])
        peak = max(each[2] for each in found[name])
        yield (f"| {articles:,} ({size:,.1f} MB) | `{name}` | {triples:,} "
               f"| {middle:.2f} ({min(cpu[name]):.2f}–{max(cpu[name]):.2f}) | {system:.2f} "
               f"| {triples / middle:,.0f} | {middle / base:.2f} | {peak:,.0f} MB |")


def output_of(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()


def commit():
    """Of the scripts: what commit a binary was built from, it does not say."""
    git = ["git", "-C", str(HERE), "--no-optional-locks"]
    changed = output_of(*git, "status", "--porcelain")
    return (output_of(*git, "rev-parse", "--short", "HEAD") or "unknown") + (" with local changes" if changed else "")


def processor():
    for line in open("/proc/cpuinfo", encoding="utf-8"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def report(griot, runs, table, load):
    with open(griot, "rb") as file:
        binary = hashlib.file_digest(file, "sha256").hexdigest()[:12]
    return f"""# Benchmarks

From extraction records in JSON Lines to N-Quads on disk, by griot and by a bare Python script
(`Benchmarks/bare_script.py`: standard library, f-strings, no RDF library) that writes the same quads.
Compared on {SAMPLE} articles by their sorted lines, and by their number at each size.

The work is not all the same: griot also checks each record (keys, references, dates, IRIs, the words of
each span against the text) and reads the ontology; without `--no-validate` it holds the data against
shapes and ontology too. The script checks nothing.

| articles | by | quads | CPU s: median (min–max) | of it system | quads per CPU s | CPU, script = 1 | peak memory |
|---|---|--:|--:|--:|--:|--:|--:|
{table}

CPU seconds are user and system time of the whole process, its start included; peak memory is the
largest resident set of all runs; {runs} runs each, in turns. `Benchmarks/archive.py` makes the
articles; they are made up.

{processor()}, {os.cpu_count()} cores, load {load[0]:.1f} at the start; {platform.system()} {platform.release()};
griot {output_of(griot, "--version")} (binary {binary}), scripts at commit {commit()};
Python {platform.python_version()}; {datetime.date.today()}. `Benchmarks/run.py` makes this page.
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("griot", type=pathlib.Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--out", type=pathlib.Path, default=HERE.parent / "docs" / "benchmarks.md")
    parser.add_argument("--work", help="where archives and outputs go; some 2 GB for 10,000 articles")
    given = parser.parse_args()
    griot, load = given.griot.resolve(), os.getloadavg()
    folder = pathlib.Path(tempfile.mkdtemp(dir=given.work))
    try:
        compare(griot, folder)
        table = [row for articles in (given.articles // 10, given.articles)
                 for row in rows(griot, articles, given.runs, folder)]
    finally:
        shutil.rmtree(folder)
    text = report(griot, given.runs, "\n".join(table), load)
    print(text)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
