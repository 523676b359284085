"""Breaks what griot writes to, and looks at what is left.

Usage: faults.py GRIOT [--kills N] [PART...]; without parts all are run. The parts are the functions
below that have no underscore before their name. Needs a C compiler for the injected faults.
"""
import argparse
import errno
import itertools
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
RECORD = ROOT / "seeds/minusma.json"
FORMATS = ["nt", "nq", "ttl", "trig", "rdf", "rj", "jsonld", "graphml", "gexf", "cypher"]
parser = argparse.ArgumentParser()
parser.add_argument("griot")
parser.add_argument("--kills", type=int, default=10)
parser.add_argument("parts", nargs="*")
arguments = parser.parse_intermixed_args()
GRIOT = os.path.abspath(arguments.griot)
failures = []


def _check(holds, what):
    if not holds:
        failures.append(what)
        print(f"  FAILED {what}")


def _export(folder, fmt, record=RECORD, base="https://example.org/", **options):
    command = [GRIOT, "export", str(record), "-o", str(folder), "--formats", fmt, "--base", base]
    return subprocess.run(command, capture_output=True, text=options.pop("text", True), **options)


def _content(folder):
    return {path.name: path.read_bytes() for path in sorted(pathlib.Path(folder).iterdir())}


class _Folder:
    """A folder that holds the export of another base, the old files, and is removed at the end."""

    def __init__(self, fmt=None):
        self.fmt = fmt

    def __enter__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="griot-faults-"))
        if self.fmt:
            assert _export(self.path, self.fmt, base="https://old.example/").returncode == 0
        self.old = _content(self.path)
        return self

    def __exit__(self, *rest):
        shutil.rmtree(self.path)


def full():
    """Standard output is a full device, or a file that may not grow."""
    for fmt in FORMATS:
        with open("/dev/full", "w") as sink:
            ended = subprocess.run([GRIOT, "export", str(RECORD), "-o", "-", "--formats", fmt],
                                   stdout=sink, stderr=subprocess.PIPE, text=True)
        _check(ended.returncode == 3, f"{fmt} to /dev/full: exit {ended.returncode}")
        _check("<stdout>: error: cannot be written: No space left on device" in ended.stderr,
               f"{fmt} to /dev/full: {ended.stderr[-200:]}")

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
        with _Folder(fmt) as folder:
            ended = _export(folder.path, fmt, preexec_fn=limit)
            _check(ended.returncode == 3, f"{fmt} over the size limit: exit {ended.returncode}")
            _check("cannot be written: File too large" in ended.stderr,
                   f"{fmt} over the size limit: {ended.stderr[-200:]}")
            _check(_content(folder.path) == folder.old, f"{fmt} over the size limit: something changed")


def tmpfs():
    """A file system of 64 kB, where one can be mounted."""
    if os.geteuid() != 0:
        return print("  not root: no file system can be mounted; the size limit stands for it")
    for fmt in FORMATS:
        with _Folder() as folder:
            mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.path],
                                     capture_output=True)
            if mounted.returncode:
                return print("  no file system can be mounted here; the size limit stands for it")
            try:
                ended = _export(folder.path, fmt)
                _check(ended.returncode == 3, f"{fmt} on 64 kB: exit {ended.returncode}")
                _check("cannot be written: No space left on device" in ended.stderr,
                       f"{fmt} on 64 kB: {ended.stderr[-200:]}")
                _check(_content(folder.path) == {}, f"{fmt} on 64 kB: left {list(_content(folder.path))}")
            finally:
                subprocess.run(["umount", folder.path], check=True)


def calls():
    """Each call that writes fails once, the first, the second and so on until none is left."""
    with tempfile.TemporaryDirectory() as built:
        library = f"{built}/inject.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library,
                        str(ROOT / "Tests/Faults/inject.c"), "-ldl"], check=True)
        kinds = {"write": errno.ENOSPC, "fsync": errno.EIO, "close": errno.EIO,
                 "rename": errno.EACCES, "linkat": errno.ENOSPC}
        for fmt in FORMATS:
            for kind, code in kinds.items():
                for number in range(1, 1000):
                    with _Folder(fmt) as folder:
                        ended = _export(folder.path, fmt, env={
                            **os.environ, "LD_PRELOAD": library, "GRIOT_FAIL": f"{kind}:{number}:{code}"})
                        if "injected" not in ended.stderr:
                            break
                        place = f"{fmt}, {kind} {number}"
                        _check(ended.returncode == 3, f"{place}: exit {ended.returncode}")
                        _check(os.strerror(code) in ended.stderr, f"{place}: {ended.stderr[-200:]}")
                        _check(_content(folder.path) == folder.old, f"{place}: the old files changed")
                    with _Folder() as folder:
                        _export(folder.path / "new", fmt, env={
                            **os.environ, "LD_PRELOAD": library, "GRIOT_FAIL": f"{kind}:{number}:{code}"})
                        _check(not any(folder.path.iterdir()), f"{place}: something is left where nothing was")
                _check(number > 1, f"{fmt}: no {kind} was seen")
                print(f"  {fmt}: {number - 1} calls of {kind}")


def kills():
    """A kill at a random moment leaves the old file or the new one."""
    for fmt in ["nq", "ttl", "graphml"]:
        left = 0
        kept = {"old": 0, "new": 0}
        with _Folder(fmt) as new, _Folder(fmt) as folder:
            started = time.monotonic()
            assert _export(new.path, fmt).returncode == 0
            duration = time.monotonic() - started
            wanted = _content(new.path)
            chance = random.Random(fmt)
            for _ in range(arguments.kills):
                shutil.rmtree(folder.path)
                folder.path.mkdir()
                for name, content in folder.old.items():
                    (folder.path / name).write_bytes(content)
                process = subprocess.Popen(
                    [GRIOT, "export", str(RECORD), "-o", str(folder.path), "--formats", fmt],
                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(chance.uniform(0, duration * 1.1))
                process.kill()
                process.wait()
                found = _content(folder.path)
                for name, content in folder.old.items():
                    state = "old" if found.get(name) == content else "new"
                    _check(found.get(name) in (content, wanted[name]), f"{fmt}: half of {name}")
                    kept[state] += 1
                strays = set(found) - set(folder.old)
                left = max(left, len(strays))
                _check(len(strays) <= 1, f"{fmt}: {len(strays)} strays: {sorted(strays)}")
            # What a killed run left, the next one removes.
            assert _export(folder.path, fmt).returncode == 0
            _check(_content(folder.path) == wanted, f"{fmt}: a stray outlives the next run")
        print(f"  {fmt}: {arguments.kills} kills in {duration * 1000:.0f} ms, files {kept}, at most {left} strays")


def _many(folder):
    """A file of 1,200 articles, so that a run does not end before it is interrupted."""
    record = RECORD.read_bytes().replace(b"\n", b"")
    lines = folder / "many.jsonl"
    lines.write_bytes(b"".join(
        record.replace(b'"2024-11-minusma"', b'"a%d"' % number) + b"\n" for number in range(1200)))
    return lines


def spools():
    """A file that may not grow where a graph's nodes and edges wait."""
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
    with _Folder() as source, _Folder() as place:
        lines = _many(source.path)
        ended = subprocess.run([GRIOT, "export", str(lines), "-o", str(place.path / "new"), "--formats", "graphml"],
                               stderr=subprocess.PIPE, text=True, preexec_fn=limit)
        _check(ended.returncode == 3, f"a spool over the size limit: exit {ended.returncode}")
        _check("(temporary file): error: cannot be written: File too large" in ended.stderr,
               f"a spool over the size limit: {ended.stderr[-200:]}")
        _check(not any(place.path.iterdir()), "a spool over the size limit: something is left")


def signals():
    """An interruption removes what was begun, and ends as one."""
    with _Folder() as source, _Folder() as place:
        lines = _many(source.path)
        for number, fmt in itertools.product([signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ["nq", "graphml"]):
            folder = place.path / "made/for/this"
            process = subprocess.Popen(
                [GRIOT, "export", str(lines), "-o", str(folder), "--formats", fmt],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while process.poll() is None and not folder.exists():
                time.sleep(0.005)
            time.sleep(0.05)
            process.send_signal(number)
            process.wait()
            _check(process.returncode == -number, f"{number.name}: {fmt}: exit {process.returncode}")
            _check(not any(place.path.iterdir()),
                   f"{number.name}: {fmt}: left {[str(p) for p in place.path.rglob('*')]}")


def resume():
    """An export in shards that is killed at a random moment and resumed ends as one that was not."""
    chance = random.Random(0)
    with _Folder() as source, _Folder() as whole, _Folder() as place:
        record = RECORD.read_bytes().replace(b"\n", b"")
        lines = source.path / "many.jsonl"
        with lines.open("wb") as file:
            for number in range(300):
                file.write(record.replace(b'"2024-11-minusma"', b'"a%d"' % number) + b"\n")
                if number % 50 == 20:
                    file.write(b'{"griot": 1}\n')
        command = [GRIOT, "export", str(lines), "--formats", "nq,nt", "--shards", "9", "--on-error", "skip", "-o"]

        def export(folder, *flags):
            return subprocess.Popen([*command, str(folder), *flags], stdout=subprocess.DEVNULL,
                                    stderr=subprocess.PIPE, text=True)
        begun = time.monotonic()
        process = export(whole.path, "--threads", "1")
        said = process.communicate()[1]
        duration = time.monotonic() - begun
        _check(process.returncode == 1 and "6 records of 306 left out" in said, f"shards: {said[-300:]}")
        wanted = _content(whole.path)
        _check(len(wanted) > 20 and "manifest.json" in wanted, f"shards: {sorted(wanted)}")
        kills = went_on = 0
        while kills < 10:
            shutil.rmtree(place.path)
            place.path.mkdir()
            process = export(place.path, "--threads", chance.choice("127"))
            time.sleep(chance.uniform(0, duration))
            process.kill()
            if process.wait() != -signal.SIGKILL:
                continue
            kills += 1
            process = export(place.path, "--resume", "--threads", chance.choice("127"))
            said = process.communicate()[1]
            went_on += "there already" in said
            _check(process.returncode == 1, f"resumed: exit {process.returncode}: {said[-300:]}")
            found = {path.name: path.read_bytes() for path in place.path.iterdir() if path.is_file()}
            _check(sorted(path.name for path in place.path.iterdir()) == sorted(wanted), "resumed: other files")
            _check(found == wanted, "resumed: other bytes")
        _check(went_on > 2, f"only {went_on} of 10 runs went on with something")
        print(f"  10 kills in {duration:.1f} s, {went_on} runs went on with shards")


def pipe():
    """A reader that goes away is met with silence."""
    ended = subprocess.run(
        ["bash", "-c", f"'{GRIOT}' export '{RECORD}' -o - --formats nq | head -c 10 >/dev/null; "
         "echo ${PIPESTATUS[0]}"], capture_output=True, text=True)
    _check(ended.stdout.strip() in ("0", "3"), f"a closed pipe: exit {ended.stdout}")
    _check("error" not in ended.stderr, f"a closed pipe: {ended.stderr[-200:]}")


def targets():
    """A target that is a folder, a link, a pipe; a place that cannot be written."""
    name = "minusma.nq"
    with _Folder() as folder:
        (folder.path / name).mkdir()
        ended = _export(folder.path, "nq")
        _check(ended.returncode == 3 and "is a folder; expected to write a file there" in ended.stderr,
               f"a folder: {ended.stderr[-200:]}")
    with _Folder() as folder, _Folder() as other:
        (other.path / "kept.nq").write_text("old")
        (other.path / "kept.nq").chmod(0o600)
        (folder.path / name).symlink_to(other.path / "kept.nq")
        ended = _export(folder.path, "nq")
        _check(ended.returncode == 0 and (folder.path / name).is_symlink(), "a link is not kept")
        _check((other.path / "kept.nq").stat().st_size > 1000, "what a link leads to is not written")
        _check((other.path / "kept.nq").stat().st_mode & 0o777 == 0o600, "permissions are not kept")
        (folder.path / name).unlink()
        (folder.path / name).symlink_to(other.path / "nowhere")
        ended = _export(folder.path, "nq")
        _check(ended.returncode == 3 and "is a link that leads nowhere" in ended.stderr,
               f"a link to nothing: {ended.stderr[-200:]}")
    with _Folder() as folder:
        os.mkfifo(folder.path / name)
        ended = _export(folder.path, "nq", timeout=10)
        _check(ended.returncode == 3 and "is a device or pipe" in ended.stderr, "a pipe is written to")
    with _Folder() as folder:
        (folder.path / "file").write_text("x")
        ended = _export(folder.path / "file", "nq")
        _check(ended.returncode == 3 and "is not a folder" in ended.stderr, f"a file: {ended.stderr[-200:]}")
        ended = _export(folder.path / "file/below", "nq")
        _check(ended.returncode == 3 and "Not a directory" in ended.stderr, f"below a file: {ended.stderr[-200:]}")
    ended = _export("/proc/griot", "nq")
    _check(ended.returncode == 3 and "cannot be made a folder" in ended.stderr, f"/proc: {ended.stderr[-200:]}")
    if os.geteuid() != 0:
        with _Folder("nq") as folder:
            folder.path.chmod(0o555)
            ended = _export(folder.path, "nq")
            _check(ended.returncode == 3 and "Permission denied" in ended.stderr, "a read-only folder")
            folder.path.chmod(0o755)
            _check(_content(folder.path) == folder.old, "a read-only folder: something changed")


def writers():
    """Two at once: the last whole file wins."""
    with _Folder() as folder, _Folder() as one, _Folder() as other:
        bases = ["https://one.example/", "https://two.example/"]
        for place, base in zip([one, other], bases):
            assert _export(place.path, "nq", base=base).returncode == 0
        for _ in range(5):
            running = [subprocess.Popen(
                [GRIOT, "export", str(RECORD), "-o", str(folder.path), "--formats", "nq", "--base", base],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for base in bases]
            _check([process.wait() for process in running] == [0, 0], "two writers: one fails")
            _check(_content(folder.path) in (_content(one.path), _content(other.path)), "two writers: a mixture")


def same():
    """Ten runs, two locales, two time zones: the same bytes."""
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.lower().split()
    _check("fr_fr.utf8" in known, "the locale fr_FR.UTF-8 is not there; localedef makes it")
    seen = set()
    for locale in ["C", "fr_FR.UTF-8"]:
        for zone in ["UTC", "Asia/Tokyo"]:
            for _ in range(10):
                with _Folder() as folder:
                    ended = _export(folder.path, ",".join(FORMATS), env={
                        "PATH": os.environ["PATH"], "LC_ALL": locale, "TZ": zone})
                    _check(ended.returncode == 0, f"{locale}, {zone}: {ended.stderr[-200:]}")
                    seen.add(tuple(_content(folder.path).items()))
    _check(len(seen) == 1, f"{len(seen)} different outputs")


PARTS = {name: part for name, part in list(globals().items())
         if callable(part) and getattr(part, "__module__", "") == "__main__" and not name.startswith("_")}
for name in arguments.parts or PARTS:
    if name not in PARTS:
        sys.exit(f"there is no part {name}; expected some of {', '.join(PARTS)}")
    print(name)
    PARTS[name]()
sys.exit(f"{len(failures)} failures" if failures else 0)
