"""Checks that other readers find in each format of a graph what its GraphML has.

Usage: graph_formats.py FOLDER STEM PART, with PART one of gexf, dot, neo4j, cypher, tables, geojson.
FOLDER has what griot exported of one record in that format, and in GraphML (read by networkx).
"""
import csv
import io
import json
import re
import struct
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import networkx

FOLDER, STEM, PART = sys.argv[1:]
FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def path(ending):
    return f"{FOLDER}/{STEM}.{ending}"


def read(ending):
    with open(path(ending), "rb") as file:
        return file.read()


def graphml():
    graph = networkx.read_graphml(path("graphml"), force_multigraph=True)
    return graph, {data["id"] if "id" in data else key: (source, target, data)
                   for source, target, key, data in graph.edges(keys=True, data=True)}


def split(text):
    """The values that a text joins: `;` stands between them, `\\;` and `\\\\` inside one."""
    values, escaped = [""], False
    for letter in text:
        if escaped or letter not in "\\;":
            values[-1] += letter
            escaped = False
        elif letter == "\\":
            escaped = True
        else:
            values.append("")
    return values


def several(value):
    """Both readings of a text, for only several values are escaped."""
    return ([value], split(value))


def cells(ending):
    """The rows of a CSV file, strictly by RFC 4180; no quote is in a cell without quotes."""
    text = read(ending).decode("utf-8")
    assert not text.startswith("\ufeff") and text.endswith("\r\n"), ending
    for cell in re.findall(r'(?:^|,|\r\n)("(?:[^"]|"")*"|[^",\r\n]*)', text):
        assert cell.count('"') % 2 == 0, cell
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}, f"{ending}: rows of different lengths"
    assert len(set(rows[0])) == len(rows[0]), f"{ending}: a column is there twice"
    return rows[0], rows[1:]


def gexf():
    first, first_edges = graphml()
    second = networkx.read_gexf(path("gexf"))
    assert set(first) == set(second) and len(first) > 0, "other nodes"
    names = "{http://gexf.net/1.3}"
    root = ElementTree.fromstring(read("gexf"))
    assert root.tag == names + "gexf", "another namespace"
    lists = {(scope.get("class"), column.get("title")) for scope in root.iter(names + "attributes")
             for column in scope if column.get("type") == "liststring"}

    def same(ours, theirs, scope, skipped):
        keys = set(ours) - skipped
        assert keys <= set(theirs), f"{keys - set(theirs)} lost"
        for key in keys:
            if (scope, key) in lists:
                # A JSON reader that is not strict takes line breaks in strings, which Gephi needs.
                assert json.loads(theirs[key], strict=False) in several(ours[key]), (key, ours[key], theirs[key])
            else:
                assert ours[key] == theirs[key] or str(ours[key]) == str(theirs[key]), (key, ours[key], theirs[key])

    spells = 0
    for node, data in first.nodes(data=True):
        same(data, second.nodes[node], "node", {"name"})
        bounds = (data.get("earliest", ""), data.get("latest", ""))
        found = second.nodes[node].get("spells", [])
        if bounds != ("", ""):
            spells += 1
            # networkx makes the text None of an end that is not there.
            found = [tuple("" if bound in (None, "None") else bound for bound in spell) for spell in found]
            assert found == [bounds], (node, found, bounds)
        elif found:
            assert data.get("interval"), f"{node} has a time that nothing says"
        colour = second.nodes[node].get("viz", {}).get("color")
        assert colour is None or set("rgb") <= set(colour), "a colour without a part"
    second_edges = {data["id"]: (source, target, data) for source, target, data in second.edges(data=True)}
    assert set(second_edges) == set(first_edges), "other edges"
    for key, (source, target, data) in first_edges.items():
        assert (source, target) == second_edges[key][:2], f"{key} leads elsewhere"
        same(data, second_edges[key][2], "edge", {"name", "interaction", "id"})
    kinds = [(e.get("source"), e.get("target"), e.get("kind")) for e in root.iter(names + "edge")]
    assert len(set(kinds)) == len(kinds), "parallel edges of one kind, which Gephi would merge"
    edge_spells = [e.find(f"{names}spells/{names}spell").attrib for e in root.iter(names + "edge") if e.find(names + "spells")]
    assert all(spell and set(spell) <= {"start", "end"} for spell in edge_spells)
    graph = root.find(names + "graph")
    dynamic = ("dynamic", "date", "interval") if spells or edge_spells else ("static", None, None)
    assert (graph.get("mode"), graph.get("timeformat"), graph.get("timerepresentation")) == dynamic
    return f"{len(first)} nodes, {len(first_edges)} edges, {spells} and {len(edge_spells)} with a time"


def dot():
    graph, edges = graphml()
    canon = subprocess.run(["dot", "-Tcanon", path("dot")], capture_output=True, check=True, text=True)
    assert not canon.stderr, canon.stderr
    drawn = json.loads(subprocess.run(["dot", "-Tdot_json", path("dot")], capture_output=True, check=True).stdout)
    drawn.setdefault("edges", [])
    assert len(drawn["objects"]) == len(graph) and len(drawn["edges"]) == len(edges), "other numbers"
    lines = {"asserted": "solid", "possible": "dotted"}
    hedged = 0
    for node in drawn["objects"]:
        data = graph.nodes[node["name"]]
        status = data.get("status", "asserted")
        said = status == "asserted" and "attributedTo" in data
        line = "dashed" if said else lines.get(status, "dashed")
        assert (line in node["style"]) == (line != "solid"), (node, status)
        assert len(node["label"]) < 2_000, "a label that no box can hold"
    names = {node["_gvid"]: node["name"] for node in drawn["objects"]}
    assert {edge["id"] for edge in drawn["edges"]} == set(edges), "other edges"
    for edge in drawn["edges"]:
        source, target, data = edges[edge["id"]]
        assert (names[edge["tail"]], names[edge["head"]]) == (source, target), "an edge leads elsewhere"
        said = data["status"] == "asserted" and "attributedTo" in data
        line = "dashed" if said else lines.get(data["status"], "dashed")
        hedged += line != "solid"
        assert edge["style"] == line and edge["label"], (edge, data["status"])
    svg = ElementTree.fromstring(read("svg"))
    classes = [group.get("class") for group in svg.iter("{http://www.w3.org/2000/svg}g")]
    assert (classes.count("node"), classes.count("edge")) == (len(graph), len(edges)), "not all is drawn"
    assert not list(svg.iter("{http://www.w3.org/2000/svg}script")), "a script in the drawing"
    for group in svg.iter("{http://www.w3.org/2000/svg}g"):
        if group.get("class") == "node":
            shown = "".join(text.text or "" for text in group.iter("{http://www.w3.org/2000/svg}text"))
            label = "".join(graph.nodes[group.get("id")]["label"].split())
            shown = "".join(shown.replace("\u2060", "").split())
            assert shown.startswith(label[:60]), (label, shown)
    png = read("png")
    assert png[:8] == b"\x89PNG\r\n\x1a\n" and min(struct.unpack(">II", png[16:24])) > 50
    return f"{len(graph)} nodes and {len(edges)} edges drawn, {hedged} edges not as facts"


# Neo4j Operations Manual, "CSV file header format": name:type, in which the name cannot have a colon.
PROPERTY = re.compile(r"[^:]+:(?:int|long|float|double|boolean|byte|short|char|string|point|date|localtime|"
                      r"time|localdatetime|datetime|duration)(?:\[\])?")
CASTS = {"long": int, "double": float, "boolean": {"true": True, "false": False}.__getitem__, "string": str}


def neo4j():
    graph, edges = graphml()

    def properties(header, row, first):
        found = {}
        for column, cell in zip(header[first:], row[first:]):
            name, kind = column.split(":")
            if cell == "":
                continue
            array = kind.endswith("[]")
            found[name] = [CASTS[kind[:-2]](item) for item in cell.split(";")] if array else CASTS[kind](cell)
        return found

    def same(ours, theirs, skipped):
        for key in set(ours) - skipped:
            if ours[key] == "":
                continue
            there = theirs[key.replace(":", "_")]
            assert there == ours[key] or there in several(ours[key]) if isinstance(there, list) else there == ours[key], key

    header, rows = cells("nodes.csv")
    assert header[:2] == ["iri:ID", ":LABEL"], header
    for column in header[2:]:
        assert PROPERTY.fullmatch(column), column
    assert len({row[0] for row in rows}) == len(rows) == len(graph), "ids are not the nodes'"
    iris = []
    for row, (_, data) in zip(rows, graph.nodes(data=True)):
        iris.append(row[0])
        assert row[0] == data["iri"] and row[1].split(";")[0] == data["labelV"], row
        same(data, properties(header, row, 2), {"iri", "types"})
    header, rows = cells("relationships.csv")
    assert header[:3] == [":START_ID", ":END_ID", ":TYPE"], header
    for column in header[3:]:
        assert PROPERTY.fullmatch(column), column
    assert len(rows) == len(edges), "other relationships"
    for number, row in enumerate(rows):
        source, target, data = edges[f"e{number}"]
        assert row[:3] == [graph.nodes[source]["iri"], graph.nodes[target]["iri"], data["labelE"]], row
        same(data, properties(header, row, 3), {"labelE", "id"})
    return f"{len(iris)} nodes, {len(rows)} relationships"


def cypher():
    from antlr4 import CommonTokenStream, InputStream
    from antlr4.error.ErrorListener import ErrorListener
    from antlr4_cypher import CypherLexer, CypherParser

    class Faults(ErrorListener):
        found = []

        def syntaxError(self, recognizer, symbol, line, column, message, error):
            self.found.append((column, message))

    graph, edges = graphml()
    text = read("cypher").decode("utf-8")
    assert "\r" not in text and text.count(";\n") >= text.count("\n") > 0
    constraint, *statements = text.split(";\n")[:-1]
    # openCypher has no constraints.
    assert constraint == "CREATE CONSTRAINT griot_resource IF NOT EXISTS FOR (n:Resource) REQUIRE n.iri IS UNIQUE"
    keys = []
    for statement in statements:
        faults = Faults()
        lexer = CypherLexer(InputStream(statement))
        parser = CypherParser(CommonTokenStream(lexer))
        for each in (lexer, parser):
            each.removeErrorListeners()
            each.addErrorListener(faults)
        parser.script()
        assert not Faults.found, (statement, Faults.found)
        keys.append(re.match(r"(?:MERGE \(n|MATCH .* MERGE \(a\)-\[r:`[^`]*` )(.*?}) *[)\]]", statement)[0])
    merged = [statement.startswith("MERGE (n:Resource {iri: ") for statement in statements]
    assert merged == [True] * len(graph) + [False] * len(edges), "other statements"
    assert len(set(keys)) == len(keys), "two statements merge the same"
    # Escapes are read as a database reads them, \uXXXX first of all in one way and in its turn in the other.
    for node, statement in zip(graph.nodes.values(), statements):
        label = re.search(r"SET n \+= {`label`: ((?:'(?:[^'\\]|\\.)*'(?: \+ )?)+)", statement)[1]
        for unescape in (lambda text: text, lambda text: re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)):
            parts = re.findall(r"'((?:[^'\\]|\\.)*)'", unescape(label))
            named = {"n": "\n", "r": "\r", "t": "\t"}
            plain = "".join(re.sub(r"\\(.)", lambda code: named.get(code[1], code[1]), part) for part in parts)
            assert plain == node.get("label", ""), (label, plain)
    return f"{len(statements)} statements parsed"


def restored(cell):
    """A cell as it was before it was made safe for spreadsheets."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def tables():
    graph, _ = graphml()
    header, rows = cells("events.csv")
    fixed = ["iri", "type", "label", "date", "datePart", "interval", "earliest", "latest", "status", "attributedTo", "via", "place"]
    assert header[:len(fixed)] == fixed and header[-4:] == ["quotes", "confidence", "article", "articleTitle"], header
    nodes = {data["iri"]: data for _, data in graph.nodes(data=True)}
    events = {iri for iri, data in nodes.items() if "status" in data and data["labelV"] != "Claim"}
    assert {row[0] for row in rows} == events and len(rows) == len(events), "other events"
    for row in rows:
        event = dict(zip(header, row))
        data = nodes[event["iri"]]
        for column, key in [("label", "label"), ("type", "labelV"), ("status", "status"), ("earliest", "earliest"),
                            ("latest", "latest"), ("attributedTo", "attributedTo"), ("quotes", "evidence")]:
            assert restored(event[column]) == data.get(key, ""), (column, event[column], data.get(key))
        part = f" ({', '.join(split(event['datePart']))})" if event["datePart"] else ""
        assert event["date"] + part == data.get("date", ""), event
    claims_header, claims = cells("claims.csv")
    assert claims_header[:4] == ["iri", "subject", "predicate", "object"], claims_header
    assert len({row[0] for row in claims}) == len(claims)
    for row in claims:
        claim = dict(zip(claims_header, row))
        assert claim["status"] and claim["predicate"] and claim["subjectIri"] and claim["article"], claim
        assert claim["objectIri"] or claim["object"] or claim["datatype"] == "", claim
    for row in rows + claims:
        for cell in row:
            assert not re.match("[=+\\-@\t\r\n＝＋－＠]", cell), f"a spreadsheet computes {cell!r}"
    return f"{len(rows)} events, {len(claims)} claims"


def geojson():
    header, rows = cells("events.csv")
    collection = json.loads(read("geojson"))
    assert set(collection) == {"type", "features"} and collection["type"] == "FeatureCollection"
    events = {row[0]: dict(zip(header, map(restored, row))) for row in rows}
    for feature in collection["features"]:
        assert feature["type"] == "Feature" and feature["id"] == feature["properties"]["iri"]
        geometry = feature["geometry"]
        points = [geometry["coordinates"]] if geometry["type"] == "Point" else geometry["coordinates"]
        assert geometry["type"] == "Point" or geometry["type"] == "MultiPoint" and len(points) > 1, geometry
        for longitude, latitude in points:
            assert -180 <= longitude <= 180 and -90 <= latitude <= 90, geometry
        assert {key: value or "" for key, value in feature["properties"].items()} == events[feature["id"]]
    ids = [feature["id"] for feature in collection["features"]]
    assert len(set(ids)) == len(ids)
    return f"{len(ids)} of {len(rows)} events on the map"


parts = {"gexf": gexf, "dot": dot, "neo4j": neo4j, "cypher": cypher, "tables": tables, "geojson": geojson}
print(f"{PART}: {parts[PART]()}")
