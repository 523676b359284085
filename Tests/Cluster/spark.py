"""Runs cluster/griot_spark.py on worker processes of a local Spark cluster, and loses one of them.

Usage: spark.py GRIOT [--articles 10000] [--partitions 4]; run with a Python that has pyspark, and Java. The parts one
after the other have to be, byte for byte, what one griot writes, and the manifest has to say what is in them.
"""
import argparse
import hashlib
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
parser = argparse.ArgumentParser()
parser.add_argument("griot")
parser.add_argument("--articles", type=int, default=10000)
parser.add_argument("--partitions", type=int, default=4)
arguments = parser.parse_args()
GRIOT = os.path.abspath(arguments.griot)
failures = []


def check(holds, what):
    if not holds:
        failures.append(what)
        print(f"FAILED {what}")


def spark(records, output, *flags):
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1",
                   "PYSPARK_SUBMIT_ARGS": "--master local-cluster[2,1,1024] --conf spark.ui.enabled=false "
                                          "--conf spark.executor.memory=512m pyspark-shell"}
    return subprocess.Popen(
        [sys.executable, str(ROOT / "cluster/griot_spark.py"), f"file:{records}", str(output),
         "--partitions", str(arguments.partitions), "--griot", GRIOT, "--", *flags],
        cwd=records.parent, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def exporting():
    """The processes of griot that a worker's pipe has begun."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0") if entry.name.isdigit() else []
        except OSError:
            continue
        if words[:2] == [GRIOT.encode(), b"export"]:
            found.append(int(entry.name))
    return found


def same(output, whole, records, rejected):
    manifest = json.loads((output / "manifest.json").read_text())
    names = sorted(path.name for path in output.iterdir())
    files = [file for shard in manifest["shards"] for file in shard["files"]]
    check(names == ["manifest.json", *(file["name"] for file in files)], f"there are {names}")
    check(len(files) == arguments.partitions, f"{len(files)} parts")
    digest, quads = hashlib.sha256(), 0
    for file in files:
        content = (output / file["name"]).read_bytes()
        check(hashlib.sha256(content).hexdigest() == file["sha256"], f"{file['name']}: its digest")
        check(len(content) == file["bytes"], f"{file['name']}: its size")
        digest.update(content)
        quads += content.count(b"\n")
    check(digest.hexdigest() == hashlib.sha256(whole.read_bytes()).hexdigest(), "the parts are not what one griot writes")
    check((manifest["articles"], manifest["rejected"], manifest["quads"]) == (records, rejected, quads),
          f"the manifest: {[manifest[key] for key in ('articles', 'rejected', 'quads')]}")
    return quads


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        records = folder / "archive.jsonl"
        subprocess.run([sys.executable, str(ROOT / "Benchmarks/archive.py"), str(records),
                        "--articles", str(arguments.articles)], check=True)
        subprocess.run([GRIOT, "export", str(records), "-o", str(folder / "one"), "--formats", "nq", "-q"], check=True)
        process = spark(records, folder / "parts")
        chance, lost = random.Random(1), None
        while process.poll() is None and lost is None:
            running = exporting()
            if running and any((folder / "parts").glob(".part-*")):
                lost = chance.choice(running)
                os.kill(lost, signal.SIGKILL)
            time.sleep(0.02)
        said, log = process.communicate()
        check(lost is not None, "no partition was at work to be killed")
        check("Lost task" in log, "Spark does not say that a task was lost")
        check(process.returncode == 0, f"exit {process.returncode}: {log[-2000:]}")
        quads = same(folder / "parts", folder / "one/archive.nq", arguments.articles, 0)
        print(f"{said.strip()}; one partition was killed and done again")

        # A record with an error ends the job, or is left out.
        lines = records.read_bytes().split(b"\n")[:200]
        few = folder / "few.jsonl"
        few.write_bytes(b"\n".join([*lines[:150], b'{"griot": 1}', *lines[150:], b""]))
        process = spark(few, folder / "stopped")
        process.communicate()
        check(process.returncode == 1 and not (folder / "stopped/manifest.json").exists(), "a record's error does not end the job")
        subprocess.run([GRIOT, "export", str(few), "-o", str(folder / "few"), "--formats", "nq", "-q", "--on-error", "skip"],
                       stderr=subprocess.DEVNULL)
        process = spark(few, folder / "skipped", "--on-error", "skip")
        said, log = process.communicate()
        check(process.returncode == 1, f"skip: exit {process.returncode}: {log[-2000:]}")
        same(folder / "skipped", folder / "few/few.nq", 201, 1)
        print(f"{quads} quads of {arguments.articles} records in {arguments.partitions} partitions, "
              f"as one griot writes them; {len(failures)} failures")


main()
sys.exit(1 if failures else 0)
