"""Reads griot's validation reports, in each form, with what other people read them with.

Usage: reports.py GRIOT. A record with a wrong date deep in 5,000 lines has to be found at its line
and column, with the words of the article, the shape and a suggestion; a graph has to give the
results of pySHACL; SARIF has to be as its schema says, JUnit as junitparser reads it.
"""
import collections
import csv
import io
import json
import logging
import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile

import jsonschema
import junitparser
import pyshacl
import rdflib
from rdflib import RDF, Literal, URIRef
from rdflib.collection import Collection
from rdflib.compare import isomorphic

HERE = pathlib.Path(__file__).resolve().parent / "validation"
GRIOT = os.path.abspath(sys.argv[1])
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
REPORT = rdflib.Namespace("https://w3id.org/griot/report#")
RDF_FORMS = {"ttl": "turtle", "nt": "nt", "nq": "nquads", "trig": "trig", "rdf": "xml",
             "jsonld": "json-ld", "rj": None}
FORMS = ["people", "lines", *RDF_FORMS, "json", "csv", "sarif", "junit", "github"]
faults = []
logging.disable()  # rdflib tells of each ill-formed date


def expect(holds, what):
    if not holds:
        faults.append(what)


def griot(*arguments, status=None, stdin=None, environment=None):
    ended = subprocess.run([GRIOT, "validate", *map(str, arguments)], capture_output=True,
                           input=stdin, env={**os.environ, **(environment or {})}, timeout=120)
    if status is not None:
        expect(ended.returncode == status,
               f"exit {ended.returncode}, not {status}: {arguments}: {ended.stderr.decode()}")
    return ended.stdout.decode(), ended.stderr.decode()


# MARK: A wrong date among 5,000 records

WRONG = 4321
DATE = "2204-11-15"


def record(number, date):
    day = f"le {date}"
    text = f"Dépêche n° {number} : la mission quittera Gao {day}, dit-on à Bamako."
    start = text.index(day)
    return {
        "griot": 1,
        "source": {"id": f"wire-{number:04}", "language": "fr", "text": text},
        "entities": [{"id": "gao", "type": "City", "named": True, "label": "Gao"}],
        "events": [{"id": "first", "type": "Negotiation", "label": "pourparlers", "status": "asserted"},
                   {"id": "départ", "type": "Withdrawal", "label": "départ de Gao", "status": "planned",
                    "roles": {"place": ["gao"]}, "date": date,
                    "evidence": [{"start": start, "end": start + len(day), "text": day}]}]}


def write_records(path, wrong, before=0):
    lines = [json.dumps(record(number + 1, "2024-11-15"), ensure_ascii=False) for number in range(5000)]
    lines[WRONG - 1] = json.dumps(record(WRONG, wrong), ensure_ascii=False)
    path.write_text("\n".join([""] * before + lines) + "\n", encoding="utf-8")
    line = lines[WRONG - 1]
    column = line.index(f'"{wrong}"', line.index('"date"')) + 1
    return line, column


def check_fields(form, file, line, column, message, path, words, suggestion, shape, place):
    expected = ("records.jsonl", WRONG, place[1])
    expect((file, line, column) == expected, f"{form}: at {(file, line, column)}, not {expected}")
    expect("départ de Gao" in message and DATE in message, f"{form}: says {message}")
    expect("events[1].date" in path, f"{form}: its place in the record is {path}")
    expect(f"le {DATE}" in words, f"{form}: the words are {words}")
    expect("2026-12-31" in suggestion, f"{form}: suggests {suggestion}")
    expect("EventDateShape" in shape, f"{form}: its shape is {shape}")


def check_people(text, place):
    head = f"records.jsonl:{WRONG}:{place[1]}: error: "
    expect(head in text, f"people: no line begins {head}: {text}")
    lines = text.splitlines()
    at = next((number for number, line in enumerate(lines) if head in line), 0)
    shown, carets = lines[at + 1].split(" | ", 1)[1], lines[at + 2].split(" | ", 1)[1]
    start = carets.index("^")
    expect(shown[start:start + carets.count("^")] == f'"{DATE}"', f"people: the carets are under {shown}, {carets}")
    for part in ("EventDateShape", "shapes.ttl:", f"« le {DATE} »", "events[1].date", "wire-4321",
                 "help: expected at most", "2026-12-31", "1 violation", "entailment rdfs"):
        expect(part in text, f"people: no {part}: {text}")


def check_lines(text, place):
    at = r"records.jsonl:(\d+):(\d+): "
    found = re.fullmatch(
        at + r"error: (.*) \[EventDateShape-end: MaxInclusive\]\n" + at + r"note: the article, \d+-\d+: (.*)\n", text)
    expect(found, f"lines: {text}")
    if found:
        expect({found[1], found[4]} == {str(WRONG)} and {found[2], found[5]} == {str(place[1])}, f"lines: {text}")
        expect("départ de Gao" in found[3] and "2026-12-31" in found[3], f"lines: says {found[3]}")
        expect(found[6] == f"« le {DATE} »", f"lines: the words are {found[6]}")


def check_json(text, place):
    report = json.loads(text)
    expect(not report["conforms"] and report["failed"] and report["complete"] and not report["truncated"],
           f"json: {text[:300]}")
    expect([len(report[key]) for key in ("input", "inconsistencies", "shapes", "closedWorld")] == [0, 0, 1, 0],
           "json: the sections are not kept apart")
    found = report["shapes"][0]
    words = found["words"][0]
    text = record(WRONG, DATE)["source"]["text"]
    expect(text[words["start"]:words["end"]] == words["text"], "json: the span is not that of the words")
    expect(found["recordPointer"] == "/events/1/date", f"json: {found['recordPointer']}")
    expect(found["endColumn"] - found["column"] == len(DATE) + 2, "json: its end is wrong")
    check_fields("json", found["file"], found["line"], found["column"], found["message"],
                 found["recordPath"], words["text"], found["suggestion"], found["shape"], place)


def check_csv(text, place):
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    expect(len(rows) == 1, f"csv: {len(rows)} rows")
    expect("\x1b" not in text, "csv: it has colours")
    row = rows[0]
    check_fields("csv", row["file"], int(row["line"]), int(row["column"]), row["message"],
                 row["recordPath"], row["words"], row["suggestion"], row["shape"], place)


def check_sarif(text, place):
    log = json.loads(text)
    schema = json.loads((HERE / "sarif.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    for error in jsonschema.Draft202012Validator(schema).iter_errors(log):
        expect(False, f"sarif: {error.json_path}: {error.message[:200]}")
    run = log["runs"][0]
    found = run["results"][0]
    rule = run["tool"]["driver"]["rules"][found["ruleIndex"]]
    expect(rule["id"] == found["ruleId"], "sarif: the rule's number is wrong")
    place_found = found["locations"][0]
    region = place_found["physicalLocation"]["region"]
    expect(region["endColumn"] - region["startColumn"] == len(DATE) + 2, f"sarif: {region}")
    expect(found["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("shapes.ttl"),
           "sarif: the shape's file is not named")
    check_fields("sarif", place_found["physicalLocation"]["artifactLocation"]["uri"], region["startLine"],
                 region["startColumn"], found["message"]["text"], place_found["logicalLocations"][0]["name"],
                 found["message"]["text"], found["properties"]["suggestion"], rule["id"], place)
    return found["partialFingerprints"]


def check_junit(text, place):
    suites = junitparser.JUnitXml.fromstring(text.encode())
    expect((suites.tests, suites.failures, suites.errors) == (4, 1, 0), f"junit: {text[:300]}")
    failed = [case for suite in suites for case in suite if case.result]
    expect(len(failed) == 1, f"junit: {len(failed)} cases failed")
    said = failed[0].result[0]
    found = re.match(r"(.*?):(\d+):(\d+): error: (.*)", said.text)
    check_fields("junit", found[1], int(found[2]), int(found[3]), said.message, said.text, said.text,
                 said.message, failed[0].name, place)


def check_github(text, place):
    found = re.fullmatch(r"::error file=(.*?),line=(\d+),col=(\d+),endColumn=(\d+),title=(.*?)::(.*)\n", text)
    expect(found, f"github: {text}")
    if found:
        check_fields("github", found[1], int(found[2]), int(found[3]), found[6], found[6], found[6],
                     found[6], found[5], place)


def read_rdf_json(graph, text):
    """RDF/JSON, which rdflib has no reader for."""
    def name(text):
        return rdflib.BNode(text[2:]) if text.startswith("_:") else URIRef(text)

    for subject, properties in json.loads(text).items():
        for predicate, values in properties.items():
            for one in values:
                graph.add((name(subject), URIRef(predicate), name(one["value"]) if one["type"] != "literal" else Literal(
                    one["value"], lang=one.get("lang"), datatype=one.get("datatype") and URIRef(one["datatype"]))))


def check_rdf(form, text, place):
    graph = rdflib.Dataset() if form in ("nq", "trig") else rdflib.Graph()
    if form == "rj":
        read_rdf_json(graph, text)
    else:
        graph.parse(data=text, format=RDF_FORMS[form])
    node = graph.value(predicate=RDF.type, object=SH.ValidationReport)
    expect(graph.value(node, SH.conforms) == Literal(False), f"{form}: it conforms")
    expect(graph.value(node, REPORT.entailment) == Literal("rdfs"), f"{form}: no entailment")
    result = graph.value(node, SH.result)
    source = graph.value(result, REPORT.source)
    words = graph.value(source, REPORT.words)
    check_fields(form, str(graph.value(source, REPORT.file)), graph.value(source, REPORT.line).value,
                 graph.value(source, REPORT.column).value, str(graph.value(result, SH.resultMessage)),
                 str(graph.value(source, REPORT.recordPath)), str(graph.value(words, REPORT.exact)),
                 str(graph.value(result, REPORT.suggestion)), str(graph.value(result, SH.sourceShape)), place)
    plain = rdflib.Graph()
    for subject, predicate, value in graph.triples((None, None, None)):
        plain.add((subject, predicate, value))
    return plain


def check_records(folder):
    shapes = HERE / "shapes.ttl"
    path = folder / "records.jsonl"
    place = write_records(path, DATE)
    os.chdir(folder)
    graphs = {}
    prints = None
    for form in FORMS:
        text, talk = griot("records.jsonl", "--shapes", shapes, "--format", form, status=1)
        again, _ = griot("records.jsonl", "--shapes", shapes, "--format", form, status=1)
        expect(text == again, f"{form}: two runs differ")
        if form in RDF_FORMS:
            graphs[form] = check_rdf(form, text, place)
        elif form == "sarif":
            prints = check_sarif(text, place)
        else:
            {"people": check_people, "lines": check_lines, "json": check_json, "csv": check_csv, "junit": check_junit,
             "github": check_github}[form](text, place)
    for form, graph in graphs.items():
        expect(isomorphic(graph, graphs["nt"]), f"{form} and nt say something else")
    # A result is the same result when lines above it come and go.
    write_records(path, DATE, before=7)
    moved = json.loads(griot("records.jsonl", "--shapes", shapes, "--format", "sarif", status=1)[0])
    result = moved["runs"][0]["results"][0]
    expect(result["locations"][0]["physicalLocation"]["region"]["startLine"] == WRONG + 7, "it did not move")
    expect(result["partialFingerprints"] == prints, "sarif: the fingerprint moves with the lines")
    # A date that cannot be is wrong whatever the shapes.
    place = write_records(path, "2024-13-45")
    for form in FORMS:
        text, _ = griot("records.jsonl", "--shapes", shapes, "--format", form, status=1)
        for part in ("2024-13-45", str(WRONG)):
            expect(part in text, f"{form}: no {part} of an impossible date: {text[:300]}")
    found = json.loads(griot("records.jsonl", "--format", "json", status=1)[0])["input"]
    expect([(one["line"], one["column"], one["recordPath"]) for one in found]
           == [(WRONG, place[1], "events[1].date")], f"json: {found}")
    expect(found[0]["words"][0]["text"] == "le 2024-13-45", f"json: {found[0]['words']}")


# MARK: The same results as pySHACL

def path_of(graph, node):
    if isinstance(node, URIRef):
        return str(node)
    if graph.value(node, RDF.first) is not None:
        return "(" + " ".join(path_of(graph, one) for one in Collection(graph, node)) + ")"
    for name in ("inversePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath"):
        inner = graph.value(node, SH[name])
        if inner is not None:
            return f"{name} {path_of(graph, inner)}"
    members = graph.value(node, SH.alternativePath)
    return "none" if members is None else "|".join(path_of(graph, one) for one in Collection(graph, members))


def results_of(graph):
    def name(node):
        return "blank" if isinstance(node, rdflib.BNode) else node

    report = graph.value(predicate=RDF.type, object=SH.ValidationReport)
    found = collections.Counter()
    for result in graph.objects(report, SH.result):
        path = graph.value(result, SH.resultPath)
        found[name(graph.value(result, SH.focusNode)), path and path_of(graph, path),
              name(graph.value(result, SH.value)), graph.value(result, SH.resultSeverity),
              graph.value(result, SH.sourceConstraintComponent), name(graph.value(result, SH.sourceShape))] += 1
    return found


def check_graph():
    data, shapes = HERE / "graph.ttl", HERE / "graph-shapes.ttl"
    text, _ = griot(data, "--shapes", shapes, "--format", "ttl", status=1)
    graph = rdflib.Graph().parse(data=text, format="turtle")
    ours = results_of(graph)
    _, other, _ = pyshacl.validate(str(data), shacl_graph=str(shapes), data_graph_format="turtle",
                                   shacl_graph_format="turtle")
    theirs = results_of(other)
    expect(len(theirs) > 5 and ours == theirs, f"other results than pySHACL: {ours - theirs}, {theirs - ours}")
    expect(len(list(graph.objects(None, SH.detail))) > 0, "no sh:detail")
    messages = [value for value in graph.objects(None, SH.resultMessage) if "titres" in value or "titles" in value]
    expect({one.language for one in messages} == {"fr", "en"}, f"messages by language: {messages}")
    lines = data.read_text(encoding="utf-8").splitlines()
    found = json.loads(griot(data, "--shapes", shapes, "--format", "json", status=1)[0])["shapes"]
    for one in found:
        value = (one.get("value") or "").split("^^")[0].split("@")[0]
        if value.startswith('"') and value != '"0"':
            at = lines[one["line"] - 1][one["column"] - 1:one["endColumn"] - 1]
            expect(at.startswith(value), f"{one['line']}:{one['column']} is {at}, not {value}")
    bent = next((one for one in found if one.get("value", "").startswith('"0"')), {})
    expect(lines[bent.get("line", 1) - 1][bent.get("column", 1) - 1:].startswith("0 ]"),
           f"the value at the end of a path is at {bent.get('line')}:{bent.get('column')}")
    # The same triples in any syntax have the same results.
    graph = rdflib.Graph().parse(data, format="turtle")
    with tempfile.TemporaryDirectory() as folder:
        for ending, syntax in (("nt", "nt"), ("nq", "nquads"), ("trig", "trig"), ("rdf", "xml")):
            path = pathlib.Path(folder) / f"graph.{ending}"
            if syntax in ("nquads", "trig"):
                whole = rdflib.Dataset()
                for triple in graph:
                    whole.add((*triple, URIRef("https://example.org/g")))
                whole.serialize(path, format=syntax, encoding="utf-8")
            else:
                graph.serialize(path, format=syntax, encoding="utf-8")
            text, _ = griot(path, "--shapes", shapes, "--format", "nt", status=1)
            expect(results_of(rdflib.Graph().parse(data=text, format="nt")) == ours, f"{ending}: other results")
            text, _ = griot("-", "--from", ending, "--shapes", shapes, "--format", "nt", status=1,
                            stdin=path.read_bytes())
            expect(results_of(rdflib.Graph().parse(data=text, format="nt")) == ours, f"{ending} piped: other results")


# MARK: What a report is like

def check_limits():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "many.nt"
        path.write_text("".join(
            f'<http://e/{number}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://example.org/press#Article> .\n'
            for number in range(3000)))
        shapes = HERE / "graph-shapes.ttl"
        report = json.loads(griot(path, "--shapes", shapes, "--format", "json", status=1)[0])
        expect((len(report["shapes"]), report["counts"]["violations"], report["truncated"]) == (1000, 3000, True),
               "1,000 results of one constraint are not what is kept")
        report = json.loads(griot(path, "--shapes", shapes, "--format", "json", "--max-results", 5, status=1)[0])
        expect((len(report["shapes"]), report["counts"]["violations"], report["truncated"]) == (5, 3000, True),
               "--max-results is not kept")
        report = json.loads(griot(path, "--shapes", shapes, "--format", "json", "--max-per-constraint", 0,
                                  status=1)[0])
        expect((len(report["shapes"]), report["truncated"]) == (3000, False), "--max-per-constraint 0 is not all")
        for form in FORMS:
            text, _ = griot(path, "--shapes", shapes, "--format", form, "--max-results", 2, status=1)
            expect("truncated" in text or "more" in text, f"{form}: nothing says that it was cut")
        data, shapes = HERE / "graph.ttl", HERE / "graph-shapes.ttl"
        warned = pathlib.Path(folder) / "warned.ttl"
        warned.write_text(data.read_text().split("ex:a2")[0]
                          + 'ex:a2 a ex:Article ; ex:date "2024-11-15"^^xsd:date ; ex:title "A"@fr , "B"@fr .\n'
                          + 'ex:p1 ex:name "Awa" .\n')
        griot(warned, "--shapes", shapes, status=0)
        griot(warned, "--shapes", shapes, "--fail-on", "warning", status=1)
        griot(warned, "--shapes", shapes, "--fail-on", "info", status=1)


def on_terminal(*arguments, environment):
    controller, terminal = pty.openpty()
    process = subprocess.Popen([GRIOT, "validate", *map(str, arguments)], stdout=terminal, stderr=subprocess.DEVNULL,
                               env={**os.environ, "TERM": "xterm", **environment})
    os.close(terminal)
    output = b""
    try:
        while part := os.read(controller, 65536):
            output += part
    except OSError:  # the terminal was closed
        pass
    process.wait()
    os.close(controller)
    return output


def check_output(folder):
    data, shapes = HERE / "graph.ttl", HERE / "graph-shapes.ttl"
    expect(b"\x1b[1;31m" in on_terminal(data, "--shapes", shapes, environment={"NO_COLOR": ""}),
           "no colours on a terminal")
    expect(b"\x1b" not in on_terminal(data, "--shapes", shapes, environment={"NO_COLOR": "1"}),
           "colours in spite of NO_COLOR")
    expect(b"\x1b" not in on_terminal(data, "--shapes", shapes, "--format", "csv", environment={"NO_COLOR": ""}),
           "colours in CSV")
    piped, talk = griot(data, "--shapes", shapes, status=1)
    expect("\x1b" not in piped and talk == "", f"what is piped has colours, or there is talk: {talk}")
    path = folder / "report.csv"
    path.write_text("old")
    _, talk = griot(data, "--shapes", shapes, "--format", "csv", "-o", path, status=1)
    expect(path.read_text().startswith("severity,") and "6 violations, 1 warning" in talk, f"-o: {talk}")
    expect(os.listdir(folder).count("report.csv") == 1 and not [name for name in os.listdir(folder) if "griot" in name],
           "something was left beside the report")
    griot(data, "--shapes", shapes, "-o", folder / "none/report.txt", status=3)
    griot(data, "--shapes", shapes, "-o", folder, status=3)
    _, talk = griot(data, "--shapes", shapes, "--format", "csv", "-q", status=1)
    expect(talk == "", f"--quiet says {talk}")
    hostile = folder / "hostile.ttl"
    hostile.write_text('<http://e/a> a <https://example.org/press#Article> ; '
                       '<https://example.org/press#date> "\x1b[31m\u202e,\\"\\n::error::" .\n')
    for form in FORMS:
        # XML 1.0 has no way to write an escape character.
        text, _ = griot(hostile, "--shapes", shapes, "--format", form, status=3 if form == "rdf" else 1)
        if form not in RDF_FORMS:
            expect("\x1b" not in text, f"{form}: the input steers the terminal")
        if form == "github":
            expect(len([line for line in text.splitlines() if line.startswith("::error")]) == 1
                   and text.count("\n") == 1, f"github: the input makes a command: {text}")
        if form == "junit":
            junitparser.JUnitXml.fromstring(text.encode())
        if form == "csv":
            expect(len(list(csv.reader(io.StringIO(text, newline="")))) == 2, "csv: the input makes a row")


with tempfile.TemporaryDirectory() as place:
    for one in (check_graph, check_limits):
        one()
    check_output(pathlib.Path(place))
    check_records(pathlib.Path(place))
print(f"{len(FORMS)} forms, {len(faults)} faults")
sys.exit("\n".join(faults) or 0)
