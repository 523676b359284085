#!/usr/bin/env python3
"""Measures griot's export beside mapping engines and scripts that make the same quads.

    mapping.py GRIOT [--articles 10000] [--runs 3] [--out docs/benchmarks-mapping.md] [--check]

The part of the model that RML can say (Mapping/part.py), at a tenth of the articles, at all of them and,
once each, at ten times as many. All outputs of 200 articles are compared line by line, and their number at
each size. --check fails when a goal is missed, and writes no page unless --out is given. morph-kgc, maplib
and what draws the plot beside the page get environments of their own in .build.
"""
import argparse
import datetime
import filecmp
import hashlib
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

from run import HERE, commit, output_of, processor

SAMPLE = 200
ENGINES = ("morph-kgc", "maplib")
GRIOT, VALIDATED = "griot export --no-validate", "griot export"
SCRIPT, PYOXIGRAPH, RDFLIB = "bare_script.py", "pyoxigraph, a script", "rdflib, a script"
# What is left out at the size itself, and at ten times the size, where maplib would take 17 GB.
SLOW, LARGE = (RDFLIB,), (RDFLIB, "maplib")
# What griot is held against, without validation and with; the last is what is hoped for.
GOALS = [(GRIOT, "best engine", 10), (VALIDATED, "best engine", 3), (GRIOT, SCRIPT, 2.5), (GRIOT, PYOXIGRAPH, 2.5)]
# The agent griot has a type, a label and a version in every article's graph of provenance.
REPEATED = 3
CONFIGURATION = """[CONFIGURATION]
output_file={out}
output_format=N-QUADS
number_of_processes=1
logging_level=WARNING
na_values=
[part]
mappings={mapping}
"""
# Quads to triples, for the one that knows no graph.
WITHOUT_GRAPH = "s/ <[^<>]*> \\.$/ ./"


class Run(NamedTuple):
    cpu: float
    system: float
    wall: float
    peak: float


class Way(NamedTuple):
    name: str
    command: list
    output: pathlib.Path


def measure(command, folder):
    """A child's seconds of processor and of the clock and its peak memory in MB, start to end.

    The kernel counts the parent's memory at the fork into a child's peak: this program stays small.
    """
    begun = time.monotonic()
    child = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                             cwd=folder)
    said = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - begun
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{command[0]} ended with {child.returncode}: {said.decode(errors='replace')[-2000:]}")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_stime, wall, usage.ru_maxrss / 1024)


def environment(engine):
    """The Python of an engine's own environment, made where it is not there."""
    folder, wanted = HERE.parent / ".build" / engine, HERE / f"Mapping/{engine}.txt"
    made = folder / "requirements.txt"
    if not (made.exists() and filecmp.cmp(made, wanted, shallow=False)):
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([folder / "bin/pip", "install", "-q", "--disable-pip-version-check", "-r", wanted], check=True)
        shutil.copy(wanted, made)
    return folder / "bin/python"


def make_part(griot, articles, folder):
    archive, part = folder / f"archive-{articles}.jsonl", folder / f"part-{articles}"
    subprocess.run([sys.executable, HERE / "archive.py", archive, "--articles", str(articles)], check=True)
    subprocess.run([sys.executable, HERE / "Mapping/part.py", archive, part, "--griot", version(griot)], check=True)
    archive.unlink()
    return part


def version(griot):
    return output_of(griot, "--version")


def griot_command(griot, part, *more):
    return [griot, "export", part / "records.jsonl", "-o", part, "--formats", "nq", *more]


def ways(griot, part, pythons):
    """Each way from the part to its quads."""
    records, nquads = part / "records.jsonl", part / "records.nq"
    configuration = part / "morph.ini"
    configuration.write_text(CONFIGURATION.format(out=part / "morph.nq", mapping=HERE / "Mapping/part.rml.ttl"))
    script = HERE / "Mapping/library_script.py"
    return [
        Way(GRIOT, griot_command(griot, part, "--no-validate"), nquads),
        Way(VALIDATED, griot_command(griot, part), nquads),
        Way(SCRIPT, [sys.executable, HERE / "bare_script.py", records, part / "bare.nq", "--griot", version(griot)],
            part / "bare.nq"),
        Way(PYOXIGRAPH, [sys.executable, script, "pyoxigraph", records, part / "pyoxigraph.nq", version(griot)],
            part / "pyoxigraph.nq"),
        Way(RDFLIB, [sys.executable, script, "rdflib", records, part / "rdflib.nq", version(griot)],
            part / "rdflib.nq"),
        Way("morph-kgc", [pythons["morph-kgc"], "-m", "morph_kgc", configuration], part / "morph.nq"),
        Way("maplib", [pythons["maplib"], HERE / "Mapping/maplib_templates.py", part, part / "maplib.nt"],
            part / "maplib.nt"),
    ]


def shell(script, *arguments):
    """What a pipe of commands says: reading outputs here would make this program large."""
    ended = subprocess.run(["bash", "-euo", "pipefail", "-c", script, "bash", *arguments], capture_output=True,
                           text=True, env=os.environ | {"LC_ALL": "C"})
    if ended.returncode:
        sys.exit(f"{script} ended with {ended.returncode}: {ended.stderr[-2000:]}")
    return ended.stdout.split()[0]


def statements(path):
    """How many lines have a quad or a triple."""
    return int(shell('grep -c . "$1"', path))


def compare(griot, folder, pythons):
    """Ends the program where the outputs are not the same statements."""
    part, quads, triples = make_part(griot, SAMPLE, folder), {}, {}
    for way in ways(griot, part, pythons):
        measure(way.command, part)
        if way.output.suffix == ".nq":
            quads[way.name] = statements(way.output), shell('grep . "$1" | sort | sha256sum', way.output)
            triples[way.name] = shell('grep . "$1" | sed -E "$2" | sort -u | sha256sum', way.output, WITHOUT_GRAPH)
        else:
            triples[way.name] = shell('sort "$1" | sha256sum', way.output)
        way.output.unlink()
    if len(set(quads.values())) > 1 or len(set(triples.values())) > 1:
        sys.exit(f"the outputs of {SAMPLE} articles are not the same: {quads}, as triples {triples}")
    print(f"{SAMPLE} articles: {quads[GRIOT][0]} quads, the same from {', '.join(triples)}", file=sys.stderr)


def in_turns(chosen, runs, measured):
    """Runs each so often, each in each place of the order, so that none always follows the same other."""
    for number in range(runs):
        shift = number % len(chosen)
        for way in chosen[shift:] + chosen[:shift]:
            measured(way)


def measure_all(griot, articles, without, runs, folder, pythons):
    """The runs of each way, the number of its statements, and the part's folder."""
    part, found, counts = make_part(griot, articles, folder), {}, {}

    def one(way):
        found.setdefault(way.name, []).append(measure(way.command, part))
        if way.name not in counts:
            counts[way.name] = statements(way.output)
        way.output.unlink()
        print(f"{articles} articles, {way.name}: {found[way.name][-1].cpu:.2f} CPU s", file=sys.stderr)

    in_turns([way for way in ways(griot, part, pythons) if way.name not in without], runs, one)
    quads = counts[GRIOT]
    expected = {name: quads - (REPEATED * (articles - 1) if name == "maplib" else 0) for name in counts}
    if counts != expected:
        sys.exit(f"the outputs of {articles} articles differ in their number: {counts}, expected {expected}")
    return found, counts, part


def rates(found, counts):
    return {name: counts[name] / statistics.median(run.cpu for run in runs) for name, runs in found.items()}


def figures(articles, found, counts):
    """What the plot shows."""
    rate = rates(found, counts)
    return [{"by": name, "articles": articles, "rate": rate[name], "peak": max(run.peak for run in runs)}
            for name, runs in found.items()]


def draw(shown, path):
    subprocess.run([environment("plot"), HERE / "Mapping/plot.py", path], input=json.dumps(shown), text=True, check=True)


def table(articles, found, counts):
    rate = rates(found, counts)
    for name, runs in found.items():
        cpu = [run.cpu for run in runs]
        yield (f"| {articles:,} | {'`' + name + '`' if name.startswith('griot') else name} | {counts[name]:,} "
               f"| {statistics.median(cpu):.2f} ({min(cpu):.2f}–{max(cpu):.2f}) "
               f"| {statistics.median(run.system for run in runs):.2f} | {rate[name]:,.0f} "
               f"| {rate[GRIOT] / rate[name]:.2f} | {max(run.peak for run in runs):,.0f} MB |")


def both_cores(griot, part, runs):
    """A row for one thread and two, without validation and with; and the gains."""
    chosen = [Way((more, threads), griot_command(griot, part, "--threads", threads, *more), part / "records.nq")
              for more in (("--no-validate",), ()) for threads in ("1", "2")]
    found, loads = {}, {}

    def one(way):
        loads.setdefault(way.name, []).append(os.getloadavg()[0])
        found.setdefault(way.name, []).append(measure(way.command, part))
        way.output.unlink()

    in_turns(chosen, max(runs, 4), one)
    rows, gains = [], {}
    for more, threads in found:
        each, load = found[more, threads], loads[more, threads]
        wall = statistics.median(run.wall for run in each)
        gain = statistics.median(run.wall for run in found[more, "1"]) / wall
        gains[" ".join(("griot export", *more))] = gain
        rows.append(f"| `{' '.join(('griot export', *more))} --threads {threads}` | {wall:.2f} "
                    f"({min(run.wall for run in each):.2f}–{max(run.wall for run in each):.2f}) | {gain:.2f} "
                    f"| {statistics.median(run.cpu for run in each):.2f} "
                    f"| {statistics.median(run.cpu / run.wall for run in each):.2f} "
                    f"| {min(load):.1f}–{max(load):.1f} |")
    return rows, gains


def user_time(runs):
    return statistics.median(run.cpu - run.system for run in runs)


def judged(rate):
    """A row for each goal, and the names of those that are missed."""
    best = max(ENGINES, key=rate.get)
    rows, missed = [], []
    for name, other, goal in GOALS:
        other = best if other == "best engine" else other
        ratio = rate[name] / rate[other]
        rows.append(f"| `{name}` | {other} | {ratio:.2f} | {goal} | {'reached' if ratio >= goal else '**missed**'} |")
        if ratio < goal:
            missed.append(f"{name} is {ratio:.2f} times {other}, not {goal}")
    return rows, missed


def page(griot, given, load, tables, goals, user, cores):
    with open(griot, "rb") as file:
        binary = hashlib.file_digest(file, "sha256").hexdigest()[:12]
    versions = ", ".join(
        [(HERE / f"Mapping/{engine}.txt").read_text().strip().replace("==", " ") for engine in ENGINES]
        + [f"{name} {output_of(sys.executable, '-c', f'import {name}; print({name}.__version__)')}"
           for name in ("pyoxigraph", "rdflib")])
    lines = "\n".join
    profile = (HERE / "Mapping/profile.md").read_text(encoding="utf-8")
    return f"""# Benchmarks of mapping

From extracted records to N-Quads on disk, by griot, by mapping engines and by scripts, all of them making
the same quads. The part of the model that RML can say (`Benchmarks/Mapping/part.py`): articles with title,
dates, publisher and provenance; entities with type, labels, aliases, a plain property, links and pages;
mentions and evidence with their spans; relations as claims with status, confidence and speaker, and as
plain triples where these hold. Left out: events, dates with bounds, claims about values, ids that articles
share.

Of {SAMPLE} articles the outputs were compared line by line, of each size by their number. maplib takes one
graph a call, so it writes triples; they were compared as such, and the three about griot itself, which
stand in every article's graph, are there once.

The work is not all the same, and is never less for griot. It reads records in JSON Lines and checks keys,
references, dates, IRIs and the words of each span against the text; without `--no-validate` it holds the
data against shapes and ontology as well; and it waits until its files are on the disk. The scripts read
the same records and check nothing. The engines read tables (CSV) in which all this is done: one a kind of
thing, with the digests that provenance needs (`part.rml.ttl`, `maplib_templates.py`). `bare_script.py`
knows no RDF: it fills in blocks of lines.

| articles | by | statements | CPU s: median (min–max) | of it system | statements per CPU s | griot without validation is faster by | peak memory |
|--:|---|--:|--:|--:|--:|--:|--:|
{lines(tables)}

![Statements per CPU second and peak memory by the number of articles](benchmarks-mapping.svg)

System time is nearly all for writing into the page cache. On this kind of machine it is not steady: a virtual
machine hands free pages to its host, and a write that gets them back takes ten times as long.

## Goals
Statements per CPU second, at {given.articles:,} articles; beside the script also by user time alone: {user:.2f} times.

| | beside | times | goal | |
|---|---|--:|--:|---|
{lines(goals)}

{profile}
## Both processors
{given.articles:,} articles, {max(given.runs, 4)} runs each, in turns. Where CPU by clock is below the number of threads, other
programs had the processors or the disk was waited for: the gain is what a busy machine gave.

| | clock s: median (min–max) | gain | CPU s | CPU by clock | load before each |
|---|--:|--:|--:|--:|--:|
{lines(cores)}

CPU seconds are user and system time of the whole process and its threads, its start included; peak memory
is the largest resident set of all runs; {given.runs} runs each, in turns, of {10 * given.articles:,} articles one.
`Benchmarks/archive.py` makes the articles; they are made up. rdflib, which is slow, has the smallest size only,
maplib, which holds all in memory, not the largest.

{processor()}, {os.cpu_count()} cores, load {load[0]:.1f} at the start; {platform.system()} {platform.release()};
griot {version(griot)} (binary {binary}), scripts at commit {commit()}; {versions};
Python {platform.python_version()}; {datetime.date.today()}. `Benchmarks/mapping.py` makes this page.
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("griot", type=pathlib.Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--work", help="where archives and outputs go; some 14 GB for 10,000 articles")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    griot, load = given.griot.resolve(), os.getloadavg()
    pythons = {engine: environment(engine) for engine in ENGINES}
    folder = pathlib.Path(tempfile.mkdtemp(dir=given.work))
    try:
        compare(griot, folder, pythons)
        tables, shown = [], []
        for articles, without, runs in ((given.articles // 10, (), given.runs), (given.articles, SLOW, given.runs),
                                        (given.articles * 10, LARGE, 1)):
            found, counts, part = measure_all(griot, articles, without, runs, folder, pythons)
            tables += table(articles, found, counts)
            shown += figures(articles, found, counts)
            if articles == given.articles:
                rows, missed = judged(rates(found, counts))
                user = user_time(found[SCRIPT]) / user_time(found[GRIOT])
                cores, gains = both_cores(griot, part, given.runs)
            shutil.rmtree(part)
    finally:
        shutil.rmtree(folder)
    text = page(griot, given, load, tables, rows, user, cores)
    print(text)
    out = given.out or (None if given.check else HERE.parent / "docs/benchmarks-mapping.md")
    if out:
        out.write_text(text, encoding="utf-8")
        draw(shown, out.with_suffix(".svg"))
    said = ", ".join(f"{name} {gain:.2f} times by the clock with two threads" for name, gain in gains.items())
    if given.check and missed:
        sys.exit(f"missed: {'; '.join(missed)}; {said}")
    print(f"{'; '.join(missed) or 'all goals reached'}; {said}")


if __name__ == "__main__":
    main()
