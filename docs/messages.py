"""Writes docs/messages.md: every message of griot with an input that makes it.

Usage: messages.py GRIOT [--check | --accept]. Runs Tests/Broken and the cases of Tests/Messages and
compares what griot says with what is expected; --check compares docs/messages.md as well instead of
writing it, --accept writes what griot says as what is expected.

Tests/Messages/templates.txt has a regular expression for each message; each line that griot says
matches one of them, so that a new message without an example is noticed, and each of them matches
a line. The cases, in the other files: `== name`, lines of bash after `$ `, files after `-- name`,
and after `-- expected STATUS` all that stands on standard error, or is in a file that follows the
status; before it the results of `griot validate`, as lines. Files before the first case are there for
all. A case runs in a folder of its own beside copies of what is in Tests/Shipping; `/here` stands for
that folder.
"""
import argparse
import concurrent.futures
import dataclasses
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
MESSAGES = ROOT / "Tests/Messages"
SHIPPING = ROOT / "Tests/Shipping"
TABLE = ROOT / "docs/messages.md"
LINE = re.compile(r"(?:(?P<file>.*?)(?::(?P<line>\d+)(?::(?P<column>\d+))?)?: )?"
                  r"(?P<severity>error|warning|note): (?P<said>.*)")
WIDTH = 90


@dataclasses.dataclass
class Case:
    name: str
    command: str
    status: int
    expected: str
    said_file: pathlib.Path | None  # what is expected stands there, not in the file of cases
    files: dict = dataclasses.field(default_factory=dict)
    own: list = dataclasses.field(default_factory=list)  # the names of files that are no others'


def broken():
    folder = ROOT / "Tests/Broken"
    for record in sorted(folder.glob("*.*"), key=lambda path: (path.suffix, path.name)):
        said = folder / (record.name + ".txt")
        if record.suffix in (".json", ".jsonl", ".yaml"):
            files = {path.name: path.read_bytes() for path in [record, *folder.glob(record.stem + ".latin1")]}
            yield Case(record.name, f"griot export {record.name} -o out", 1,
                       said.read_text() if said.exists() else "", said, files, [record.name])


def cases(path):
    shared, *rest = re.split(r"^== (.+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    shared = {name: text.encode() for name, text in sections(shared)[1:]}
    for name, text in zip(rest[::2], rest[1::2]):
        (_, head), *files, (ending, said) = sections(text)
        command = "\n".join(line[2:] for line in head.splitlines() if line.startswith("$ "))
        _, status, *kept = ending.split()
        kept = SHIPPING / kept[0] if kept else None
        own = {name: text.encode() for name, text in files}
        yield Case(name, command, int(status), kept.read_text() if kept else said.rstrip("\n") + "\n", kept, shared | own, [*own])


def sections(text):
    parts = ["", *re.split(r"^-- (.+)\n", text, flags=re.MULTILINE)]
    return list(zip(parts[::2], parts[1::2]))


def run(case, griot):
    with tempfile.TemporaryDirectory() as place:
        here = pathlib.Path(place).resolve() / "here"
        shutil.copytree(SHIPPING, here)
        for name, content in case.files.items():
            (here / name).parent.mkdir(parents=True, exist_ok=True)
            (here / name).write_bytes(content)
        (here.parent / "bin").mkdir()
        (here.parent / "bin/griot").symlink_to(griot)
        ended = subprocess.run(
            ["bash", "-c", re.sub("griot validate (?!.*--(format|help))", "griot validate --format lines ",
                                  case.command)], cwd=here, capture_output=True, timeout=60, stdin=subprocess.DEVNULL,
            env={"PATH": f"{here.parent}/bin:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "HOME": str(here),
                 "TESTS": str(ROOT / "Tests")})
        said = ended.stderr.decode()
        if "griot validate" in case.command:
            said = ended.stdout.decode() + said
        return ended.returncode, said.replace(str(here), "/here")


def templates():
    """Groups of a name and of (regular expression, hint) or, where nothing makes it, (None, text, reason)."""
    groups = []
    for line in (MESSAGES / "templates.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            groups.append((line[3:], []))
        elif line.startswith("- "):
            text, reason = line[2:].split("\t")
            groups[-1][1].append((None, text, reason))
        elif line and not line.startswith("# "):
            pattern, _, hint = line.partition("\t")
            groups[-1][1].append((re.compile(pattern), hint))
    return groups


def accept(path, all_cases):
    """Writes what was said, in the order of the cases."""
    text = path.read_text(encoding="utf-8")
    for case, status, said in all_cases:
        begin = text.index(f"== {case.name}\n")
        begin = text.index("\n-- expected", begin) + 1
        end = text.find("\n== ", begin)
        kept = f" {case.said_file.name}\n" if case.said_file else "\n" + said
        text = text[:begin] + f"-- expected {status}{kept}" + ("" if end < 0 else "\n" + text[end + 1:])
    path.write_text(text, encoding="utf-8")


# MARK: The table

def code(text):
    text = text.replace("|", "\\|")
    ticks = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{space}{text}{space}{ticks}"


def shortened(text, column=1, width=WIDTH):
    """The part of a line around a column."""
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    text = re.sub(r"(.)\1{30,}", r"\1\1\1…", text)
    start = max(0, min(column - 1 - width // 2, len(text) - width))
    end = start + width
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")


def example(case, line):
    """What is at fault in the input, or the command where no file is."""
    found = LINE.fullmatch(line)
    files = {path.name: path.read_bytes() for path in SHIPPING.iterdir()} | case.files
    shown = []
    if found and found["line"] and found["file"] in files:
        text = files[found["file"]].decode("utf-8", "replace").split("\n")
        number, column = int(found["line"]) - 1, int(found["column"] or 1)
        if number < len(text):
            if not text[number][:column - 1].strip() and number:  # what came before may be at fault
                shown.append(shortened(text[number - 1], len(text[number - 1])))
            shown.append(shortened(text[number], column))
    for name in case.own:  # an ontology or shapes, of which all may be at fault
        if name.endswith((".ttl", ".rdf", ".owl")) and not (found and found["line"] and found["file"] == name):
            kept = [one.strip() for one in case.files[name].decode().splitlines() if not one.startswith("@prefix")]
            shown.append(shortened(" ".join(kept), width=240))
    shown = [one for one in shown if one] or [shortened(one, width=140) for one in case.command.splitlines()]
    name = "" if (ROOT / "Tests/Broken" / case.name).exists() else f"*{case.name}*: "
    return name + "<br>".join(map(code, shown))


def table(groups, lines):
    text = ["# Messages", "",
            "Every message of griot, with an input that makes it: a record of `Tests/Broken`, which its",
            "place names, or a case of `Tests/Messages`, whose name stands before it. `docs/messages.py` runs",
            "them and writes this. A `…` stands for what was left out.",
            "The status is the program's exit status; notes and warnings alone leave it at 0.", ""]
    for name, entries in groups:
        text += [f"## {name}", "", "| message | status | example | what to do |", "|---|:-:|---|---|"]
        for pattern, *rest in entries:
            if pattern is None:
                text.append(f"| {code(rest[0])} | | none: {rest[1]} | |")
                continue
            case, line = next((case, line) for case, line, said in lines if pattern.fullmatch(said))
            found = LINE.fullmatch(line)
            status = case.status if not found or found["severity"] == "error" else 0
            text.append(f"| {code(shortened(line, width=330))} | {status} | {example(case, line)} | {rest[0]} |")
        text.append("")
    return "\n".join(text)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("griot", type=lambda name: pathlib.Path(name).resolve())
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--accept", action="store_true")
    arguments = parser.parse_args()
    paths = [path for path in sorted(MESSAGES.glob("*.txt")) if path.name != "templates.txt"]
    by_path = {path: list(cases(path)) for path in paths}
    everything = list(broken()) + [case for some in by_path.values() for case in some]
    faults = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        ended = dict(zip(map(id, everything), pool.map(lambda case: run(case, arguments.griot), everything)))
    for case in everything:
        status, said = ended[id(case)]
        if (status, said) == (case.status, case.expected):
            continue
        if not arguments.accept:
            faults.append(f"{case.name}: expected {case.status}\n{case.expected}but it is {status}\n{said}")
        elif case.said_file:
            case.said_file.write_text(said, encoding="utf-8")
        case.status, case.expected = status, said
    if arguments.accept:
        for path, some in by_path.items():
            accept(path, [(case, case.status, case.expected) for case in some])

    groups = templates()
    patterns = [entry[0] for _, entries in groups for entry in entries if entry[0]]
    lines = []
    for case in everything:
        for line in filter(None, case.expected.splitlines()):
            found = LINE.fullmatch(line)
            said = found["said"] if found else line
            lines.append((case, line, said))
            fitting = [pattern.pattern for pattern in patterns if pattern.fullmatch(said)]
            if len(fitting) != 1:
                faults.append(f"{case.name}: of {'no template' if not fitting else ' and '.join(fitting)}: {line}")
    unused = [pattern for pattern in patterns if not any(pattern.fullmatch(said) for _, _, said in lines)]
    faults += [f"templates.txt: no case says {pattern.pattern}" for pattern in unused]
    if not unused:
        made = table(groups, lines)
        if not arguments.check:
            TABLE.write_text(made, encoding="utf-8")
        elif not TABLE.exists() or TABLE.read_text(encoding="utf-8") != made:
            faults.append("docs/messages.md is not what the cases make; run docs/messages.py")
    print(f"{len(patterns)} messages, {len(everything)} cases")
    sys.exit("\n".join(faults) or 0)


main()
