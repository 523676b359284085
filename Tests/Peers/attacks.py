"""Runs griot on the attack inputs and checks what it says, takes, leaves and writes.

Usage: attacks.py GRIOT SHARED [--large DIR] [--class map,graphml] [--only PART] [--strace] [--all]
SHARED/attacks holds the inputs and their README. Mappings and CSV wait for the mapping languages:
until then an error that names its place is enough for them. RDF is validated against itself as
shapes, and given as the shapes of a harmless record; what a validation finds is on standard output,
which is read as the messages are. RDF that is to be converted is, to each of three syntaxes.
--large DIR also writes the generated inputs there and runs them. --strace looks at what is opened
in place of time and memory. --all also prints the rows that pass, with time and memory.
"""
import argparse
import contextlib
import csv
import gzip
import json
import multiprocessing
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

SECONDS = 10
MEMORY = 256 << 20
MEMORY_TIMES = 20
# Beyond this a run would take the machine with it.
ADDRESS_SPACE = 12 << 30
RDF_TARGETS = ["nq", "ttl", "rdf"]
PLACE = re.compile(r"(?:(.*?)(?::(\d+))?(?::(\d+))?: )?error: ")
OPENED = re.compile(r'open(?:at2?)?\((?:[^<"]*<([^>]*)>, )?"([^"]*)".*\) = \d')
SYSTEM = ("/lib", "/usr/", "/opt/swift/", "/etc/ld.so", "/proc/", "/sys/", "/dev/null",
          "/dev/urandom", "/etc/localtime", "/etc/nsswitch.conf")


def is_record(name):
    return name.endswith((".json", ".jsonl"))


def read_back(*arguments):
    import attack_values
    return attack_values.lost(*arguments)


def read_rdf_back(*arguments):
    import rdf_values
    return rdf_values.lost(*arguments)


def run(command, folder, environment, talk, limit):
    """(status, seconds, peak bytes); a status below 0 is a signal."""
    start = time.monotonic()
    with open(talk, "wb") as errors:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
            stdout=errors if command[1] == "validate" else subprocess.DEVNULL, stderr=errors,
            start_new_session=True)
    with contextlib.suppress(ProcessLookupError):  # it may have ended
        resource.prlimit(process.pid, resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    timer = threading.Timer(limit, os.killpg, (process.pid, signal.SIGKILL))
    timer.start()
    # The zombie keeps its number until wait4, so that the timer cannot hit a stranger.
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    timer.cancel()
    timer.join()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, time.monotonic() - start, usage.ru_maxrss << 10


def message_faults(talk, row, path):
    name = row["file"]
    try:
        with open(talk, encoding="utf-8", newline="") as file:
            text = file.read()
    except UnicodeDecodeError:
        return ["its messages are not UTF-8"]
    faults = []
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text):
        faults.append("a message holds a raw control character")
    # A report for people has its results indented, and below them their reasons.
    lines = [line.strip() for line in text.split("\n") if not line.strip().startswith(("=", "…"))]
    errors = [found for line in lines if (found := PLACE.match(line))]
    if not errors:
        faults.append(f"no error: {text!r:.200}")
    # Places in a packed file are those of the text in it.
    with gzip.open(path) if name.endswith(".gz") else open(path, "rb") as file:
        lines = file.read().replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    for found in errors:
        file, line, column = found.groups()
        said = f"{found.string!r:.200}"
        if not file or os.path.basename(file) != name:
            faults.append(f"an error does not name the file: {said}")
        elif not line or not column:
            faults.append(f"an error without {'a column' if line else 'line and column'}: {said}")
        elif not (0 < int(line) <= len(lines) and 0 < int(column) <= len(lines[int(line) - 1]) + 1):
            faults.append(f"an error beyond the file's end: {said}")
    due = re.search(r"\(line (\d+)\)", row["expected"])
    if due and is_record(name) and due[1] not in [found[2] for found in errors]:
        faults.append(f"no error at line {due[1]}")
    return faults


def trace_faults(path, folder, allowed):
    with open(path, errors="replace") as file:
        for line in file:
            if opened := OPENED.search(line):
                asked = os.path.normpath(os.path.join(opened[1] or folder, opened[2]))
                if not (asked.startswith(SYSTEM) or os.path.realpath(asked).startswith(allowed)):
                    yield f"opens {asked}"
            if "connect(" in line or "sendto(" in line:
                yield f"connects: {line.strip():.120}"


def check(options, row, folder, kind, readers):
    """(name of the run, its numbers, what is wrong)"""
    name = row["file"]
    path = f"{folder}/{name}"
    size = os.path.getsize(path)
    allowed = set(map(int, row["exits"].split("|")))
    converted = kind[3:] if kind.startswith("to ") else None
    if not is_record(name) and kind not in ("validate", "shapes") and converted in (None, "rdf"):
        allowed |= {1}
    if converted and re.search(r"RDF/XML\b.*\bskips", row["what"]):
        # It is of one target that the row speaks; the others can hold what it has.
        allowed = allowed if converted == "rdf" else {0}
    if kind == "shapes" and "violation" in row["expected"]:
        allowed |= {0}  # it is in the row's own data
    # Some rows ask for less than all do.
    due = {unit: int(found[1]) for unit in ("s", "x")
           if (found := re.search(rf"<=? (\d+) ?{unit}\b", row["expected"]))}
    limit, times = due.get("s", SECONDS), due.get("x", MEMORY_TIMES)
    with tempfile.TemporaryDirectory() as scratch:
        out, temporary, talk = f"{scratch}/out", f"{scratch}/tmp", f"{scratch}/talk"
        os.mkdir(out)
        os.mkdir(temporary)
        if kind == "validate":
            rest = ["--ontology", options.ontology] if is_record(name) else ["--shapes", name]
            command = [options.griot, "validate", name, *rest]
        elif kind == "shapes":
            command = [options.griot, "validate", options.record, "--ontology", options.ontology,
                       "--shapes", name]
        elif converted:
            command = [options.griot, "convert", name, "-o", f"{out}/out.{converted}"]
        else:
            command = [options.griot, "export", name, "--ontology", options.ontology,
                       "-o", out, "--formats", kind]
        trace = f"{scratch}/trace"
        if options.strace:
            command = ["strace", "-f", "-qq", "-y", "-e", "trace=open,openat,openat2,%network",
                       "-o", trace, *command]
        status, seconds, peak = run(
            command, folder, {**os.environ, "TMPDIR": temporary}, talk,
            SECONDS * 10 if options.strace else SECONDS)
        faults = []
        if status < 0:
            faults.append(f"signal {-status}")
        elif status not in allowed:
            with open(talk, errors="replace") as file:
                faults.append(f"exit {status}, not {row['exits']}: {file.read(200)!r}")
        if options.strace:
            faults += trace_faults(trace, folder, tuple(map(
                os.path.realpath,
                (options.griot, options.ontology, options.record, folder, scratch))))
        else:
            if seconds > limit:
                faults.append(f"more than {limit} s")
            if peak > max(MEMORY, times * size):
                faults.append(f"{peak >> 20} MB of memory for {size >> 10} KB")
        left = os.listdir(temporary)
        if status == 0:
            left += [file for file in os.listdir(out) if file.startswith(".")]
            if converted:
                faults += readers.submit(read_rdf_back, path, f"{out}/out.{converted}").result()
            elif is_record(name) and kind not in ("validate", "shapes"):
                faults += readers.submit(read_back, path, out, kind).result()
        else:
            left += os.listdir(out)
            if status > 0:
                faults += readers.submit(message_faults, talk, row, path).result()
        if left:
            faults.append(f"left behind: {', '.join(left)}")
    return f"{name} {kind}", f"exit {status}, {seconds:.2f} s, {peak >> 20} MB", faults


def runs(options, formats):
    """The runs that the manifest asks for, each (row, folder, kind)."""
    kinds = {"map": ["nq"], "graphml": ["graphml"], "validate": ["validate"],
             "convert": [kind for kind in ("nq", "ttl", "rdf") if kind in formats]}
    with open(f"{options.shared}/attacks/manifest.tsv", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = {}
    for row in rows:
        name = row["file"]
        folder = options.large if row["how"] == "generated" else f"{options.shared}/attacks"
        if folder is None or options.only and options.only not in name:
            continue
        for command in row["command"].split(";"):
            if command not in options.commands:
                continue
            is_rdf = command == "convert" and not is_record(name)
            # Raptor's RDF/XML takes longer than 10 s for what is large, as the documentation says.
            targets = [one for one in RDF_TARGETS
                       if one != "rdf" or row["how"] == "stored" or name.endswith(".rdf")]
            for kind in (f"to {one}" for one in targets) if is_rdf else kinds[command]:
                found[name, kind] = row, folder, kind
            if command == "validate" and not is_record(name):
                found[name, "shapes"] = row, folder, "shapes"
    return list(found.values())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("griot", type=os.path.abspath)
    parser.add_argument("shared", type=os.path.abspath)
    parser.add_argument("--large", type=os.path.abspath)
    parser.add_argument("--class", dest="commands", default="map,graphml,validate,convert")
    parser.add_argument("--only", metavar="PART", help="rows whose file has this in its name")
    parser.add_argument("--strace", action="store_true")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    options.commands = options.commands.split(",")
    options.ontology = f"{options.shared}/attacks/attacks-ontology.ttl"
    options.record = f"{options.shared}/attacks/j-pair.json"
    if options.strace and not shutil.which("strace"):
        sys.exit("strace is not installed")
    if options.large:
        subprocess.run([sys.executable, f"{options.shared}/attacks/gen_attacks.py", "--large",
                        options.large], check=True)
    listed = subprocess.run(
        [options.griot, "formats", "--json"], capture_output=True, text=True, check=True)
    jobs = runs(options, [one["name"] for one in json.loads(listed.stdout)["export"]])
    before = sorted(os.listdir(f"{options.shared}/attacks"))
    failed = 0
    # Another process reads back: a child's peak memory counts that of the process it was made from.
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as readers, \
            ThreadPoolExecutor(2) as threads:
        for name, numbers, faults in threads.map(lambda job: check(options, *job, readers), jobs):
            failed += bool(faults)
            if faults:
                more = f" (and {len(faults) - 3} more)" if len(faults) > 3 else ""
                print(f"{name}: {numbers}: {'; '.join(faults[:3])}{more}", flush=True)
            elif options.all:
                print(f"{name}: {numbers}", flush=True)
    if sorted(os.listdir(f"{options.shared}/attacks")) != before:
        failed += 1
        print("something was left beside the inputs")
    print(f"{len(jobs)} runs, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
