"""Exports archives that are far larger than memory may be, and looks at the bytes.

Usage: archive.py GRIOT [--articles 100000] [--megabytes 1000] PART...

threads    the same bytes with 1, 2 and 7 threads, and validated, below 256 MB
resume     an export in shards that is killed ten times and resumed each time: the same bytes
bad-record a large file with one bad record at its end: left out with skip, nothing written with stop
"""
import argparse
import hashlib
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
MEMORY = 256  # MB
KILLS = 10
GENERATOR = ROOT / "Benchmarks/archive.py"


class Run:
    """An export that has ended: its status, messages, CPU seconds, peak memory in MB."""

    def __init__(self, *arguments):
        errors = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen([GRIOT, "export", *map(str, arguments)], stdout=subprocess.PIPE, stderr=errors)
        self.errors = errors

    def hash(self):
        digest, lines = hashlib.sha256(), 0
        while block := self.process.stdout.read(1 << 20):
            digest.update(block)
            lines += block.count(b"\n")
        self.end()
        return digest.hexdigest(), lines

    def end(self):
        _, status, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        self.status, self.cpu, self.memory = self.process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
        self.errors.seek(0)
        self.said = self.errors.read()
        return self


def expect(holds, what):
    if not holds:
        sys.exit(f"FAILED {what}")


def generate(path, articles):
    subprocess.run([sys.executable, GENERATOR, path, "--articles", str(articles)], check=True)


def entities(path):
    """How many nodes of entities there are: shared ones once, others once an article."""
    shared, own = set(), 0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            for entity in record["entities"]:
                if record.get("ids") == "shared" and entity.get("named", True):
                    shared.add(entity["id"])
                else:
                    own += 1
    return len(shared) + own


def threads(folder):
    path = folder / "archive.jsonl"
    generate(path, given.articles)
    nodes = entities(path)
    wanted = None
    for flags in (["--threads", 1, "--no-validate"], ["--threads", 2, "--no-validate"],
                  ["--threads", 7, "--no-validate"], ["--threads", 2]):
        run = Run(path, "-o", "-", "--formats", "nq", *flags)
        found = run.hash()
        expect(run.status == 0, f"{flags}: exit {run.status}: {run.said[-300:]}")
        print(f"  {flags}: {found[1]:,} quads, {run.cpu:.0f} CPU s, {run.memory:.0f} MB", flush=True)
        expect(found == (wanted or found), f"{flags}: other bytes")
        expect(run.memory < MEMORY, f"{flags}: {run.memory:.0f} MB")
        wanted = found
    print(f"{given.articles:,} articles, {path.stat().st_size / 1e6:,.0f} MB, {nodes:,} nodes of entities: "
          f"{wanted[1]:,} quads, the same bytes with 1, 2 and 7 threads, each below {MEMORY} MB")


def content(folder):
    found = {}
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            found[path.name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def resume(folder):
    path, whole, place = folder / "archive.jsonl", folder / "whole", folder / "place"
    generate(path, given.articles)
    command = [path, "--formats", "nq", "--compress", "zst", "--shards", 40, "--no-validate", "-o"]
    begun = time.monotonic()
    run = Run(*command, whole).end()
    duration = time.monotonic() - begun
    expect(run.status == 0, f"in one go: exit {run.status}: {run.said[-300:]}")
    chance = random.Random(0)
    kills, went_on = 0, 0
    run = Run(*command, place)
    while True:
        time.sleep(chance.uniform(0.1, duration / 14))
        os.kill(run.process.pid, signal.SIGKILL)
        run.end()
        if run.status != -signal.SIGKILL:
            break
        kills += 1
        if kills == KILLS:
            break
        run = Run(*command, place, "--resume", "--threads", chance.choice([1, 2, 7]))
    if kills == KILLS:
        run = Run(*command, place, "--resume").end()
    went_on = "there already" in run.said
    expect(kills == KILLS, f"it ended after {kills} kills")
    expect(run.status == 0 and went_on, f"resumed: exit {run.status}: {run.said[-300:]}")
    expect(content(place) == content(whole), "resumed: other files or bytes")
    expect(run.memory < MEMORY, f"resumed: {run.memory:.0f} MB")
    print(f"{given.articles:,} articles in 40 shards, {kills} kills within a run of {duration:.0f} s: the same files")


def bad_record(folder):
    good, path = folder / "good.jsonl", folder / "archive.jsonl"
    generate(good, 100)
    articles = int(given.megabytes * 1e6 / (good.stat().st_size / 100)) + 1
    generate(good, articles)
    shutil.copyfile(good, path)
    with path.open("a", encoding="utf-8") as file:
        file.write('{"griot":1,"source":{"id":"bad","language":"fr"},"events":[{"id":"v","type":"Meeting",'
                   '"status":"asserted","date":"2023-02-29"}]}\n')
    size = path.stat().st_size / 1e6
    expect(size > given.megabytes * 0.99, f"the file has only {size:.0f} MB")
    command = ["--formats", "nq", "--compress", "zst", "--no-validate"]
    place = re.escape(str(path)) + f":{articles + 1}:[0-9]+: error: "

    def one_error(run, what):
        errors = [line for line in run.said.splitlines() if ": error: " in line]
        expect(run.status == 1, f"{what}: exit {run.status}: {run.said[-300:]}")
        expect(len(errors) == 1 and re.match(place, errors[0]), f"{what}: {errors[:3]}")
        expect(run.memory < MEMORY, f"{what}: {run.memory:.0f} MB")
        return errors[0]
    run = Run(path, *command, "-o", folder / "stop").end()
    error = one_error(run, "stop")
    left = [file.name for file in (folder / "stop").iterdir()] if (folder / "stop").exists() else []
    expect(not left, f"stop: {left}")
    one_error(Run(path, *command, "--on-error", "skip", "-o", folder / "skip").end(), "skip")
    expect(Run(good, *command, "-o", folder / "good").end().status == 0, "the good records")
    expect((folder / "skip/rejected.jsonl").read_bytes().count(b"\n") == 1, "rejected.jsonl")
    (folder / "skip/rejected.jsonl").unlink()
    expect([*content(folder / "skip").values()] == [*content(folder / "good").values()], "skip: other bytes")
    print(f"  {error.removeprefix(str(folder) + '/')}")
    print(f"{size:,.0f} MB, {articles:,} good records and a bad one: left out with skip, nothing written with stop")


parser = argparse.ArgumentParser()
parser.add_argument("griot")
parser.add_argument("--articles", type=int, default=100_000)
parser.add_argument("--megabytes", type=float, default=1000)
PARTS = {"threads": threads, "resume": resume, "bad-record": bad_record}
parser.add_argument("parts", nargs="+", choices=PARTS)
given = parser.parse_args()
GRIOT = os.path.abspath(given.griot)
for part in given.parts:
    with tempfile.TemporaryDirectory(prefix="griot-archive-", dir="/var/tmp") as made:
        PARTS[part](pathlib.Path(made))
