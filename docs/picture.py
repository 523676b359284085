"""Draws a GraphML file that griot wrote.

Usage: picture.py FILE.graphml OUT      writes OUT.svg and OUT.png
       picture.py FILE.graphml -        prints the DOT text

Needs Graphviz. English labels are taken where there are some.
"""
import os
import re
import subprocess
import sys
import textwrap
import xml.etree.ElementTree as ElementTree
from html import escape

ONTOLOGY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../ontology/griot.ttl")
NS = "{http://graphml.graphdrawing.org/xmlns}"
PIXELS = 1800
SEED = 53  # of the first 60, gives minusma.graphml few crossings and large text

# Okabe and Ito's colours, made lighter under the text; shapes tell the kinds apart without them.
KINDS = {
    "Organisation": ("organisation", 'shape=box style="filled,rounded"', "#CFE6F7", "#0072B2"),
    "Group": ("people", "shape=ellipse style=filled margin=0.02", "#FBE3B8", "#B87900"),
    "Person": ("people", "shape=ellipse style=filled margin=0.02", "#FBE3B8", "#B87900"),
    "Place": ("place", "shape=octagon style=filled margin=0.03", "#CBEBDF", "#007A59"),
    "Document": ("agreement, document", "shape=note style=filled", "#F1DAE8", "#A34D80"),
    "Event": ("event", "shape=box", "#FFFFFF", "#222222"),
    None: ("other", "shape=box style=filled", "#E8E8E8", "#666666"),
}
# How an article puts a thing: line style, colour.
STATUS = {
    "asserted": ("solid", "#444444"),
    "planned": ("dashed", "#0050A0"),
    "possible": ("dotted", "#6A3D9A"),
    "reported": ("dashed", "#B04A00"),
    "attributed": ("dashed", "#B04A00"),
    "denied": ("dashed", "#C00000"),
}
# Edges to the country where nearly all happens would hide the others.
FOLDED = {"place": "in", "origin": "from", "destination": "to"}


def read(path):
    root = ElementTree.parse(path).getroot()
    names = {key.get("id"): key.get("attr.name") for key in root.iter(NS + "key")}

    def data(element):
        return {names[d.get("key")]: d.text or "" for d in element.findall(NS + "data")}

    nodes = {node.get("id"): data(node) for node in root.iter(NS + "node")}
    edges = [(e.get("source"), e.get("target"), data(e)) for e in root.iter(NS + "edge")]
    return nodes, edges


def superclasses():
    with open(ONTOLOGY, encoding="utf-8") as file:
        text = file.read()
    found = re.findall(r"^griot:(\w+) a owl:Class ;\n +rdfs:subClassOf ([^;.]+)", text, re.M)
    return {name: re.findall(r"griot:(\w+)", parents) for name, parents in found}


def kind(cls, parents):
    queue = [cls]
    for each in queue:
        if each in KINDS:
            return each
        queue += parents.get(each, [])
    return None


def name(node):
    return node.get("label.en") or node.get("label", "")


def words(camel):
    return re.sub(r"(?<=[a-z])([A-Z])", lambda match: " " + match[1].lower(), camel)


def date(text):
    one_of = re.fullmatch(r"\[(.*)\](.*)", text)
    return f"one of {one_of[1].replace(',', ', ')}{one_of[2]}" if one_of else text


def duration(text):
    def unit(match):
        many = "" if match[1] == "1" else "s"
        return match[1] + {"Y": " year", "M": " month", "W": " week", "D": " day"}[match[2]] + many
    return re.sub(r"P(\d+)([YMWD])$", unit, text)


def status(data):
    prefix = data.get("label", "").split(": ")[0]
    return prefix if prefix in STATUS else data.get("status") or None


def html(lines, width):
    """HTML-like label: the first line bold, the others small."""
    rows = []
    for number, line in enumerate(lines):
        for part in textwrap.wrap(line, width if number == 0 else width + 6, break_on_hyphens=False):
            part = escape(part)
            rows.append(f"<B>{part}</B>" if number == 0 else f'<FONT POINT-SIZE="16">{part}</FONT>')
    return "<" + "<BR/>".join(rows) + ">"


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def legend(kinds, hedged, note):
    cells = [f'<TD STYLE="rounded" BGCOLOR="{fill}" COLOR="{line}">{label}</TD>'
             for label, _, fill, line in dict.fromkeys(KINDS[k] for k in KINDS if k in kinds)]
    cells += [f'<TD STYLE="{STATUS[s][0]}" COLOR="{STATUS[s][1]}"><FONT COLOR="{STATUS[s][1]}">{s}</FONT></TD>'
              for s in hedged]
    row = f'<TABLE BORDER="0" CELLBORDER="2" CELLSPACING="8" CELLPADDING="6"><TR>{"".join(cells)}</TR></TABLE>'
    lines = "<BR/>".join(escape(line) for line in textwrap.wrap(note, 160))
    return f'<<TABLE BORDER="0"><TR><TD>{row}</TD></TR><TR><TD>{lines}</TD></TR></TABLE>>'


def dot(nodes, edges):
    parents = superclasses()
    kinds = {id: kind(node["labelV"], parents) for id, node in nodes.items()}
    where = {id: [] for id in nodes}
    kept = []
    for edge in edges:
        source, target, data = edge
        if kinds[target] == "Place" and data["label"] in FOLDED and kinds[source] == "Event":
            where[source].append(f"{FOLDED[data['label']]} {name(nodes[target])}")
        else:
            kept.append(edge)
    used = {end for edge in kept for end in edge[:2]}
    left_out = [id for id in nodes if id not in used and not where[id]]

    english = {node["label"]: name(node) for node in nodes.values()}
    lines = []
    statuses = set()
    for id, node in nodes.items():
        if id in left_out:
            continue
        _, shape, fill, line = KINDS[kinds[id]]
        text = [name(node)]
        if kinds[id] == "Event":
            how = status(node) or "asserted"
            statuses.add(how)
            pen, line = STATUS[how]
            shape += f' style="{pen}" penwidth=2.5'
            when = date(node.get("date") or node.get("interval", ""))
            text += [(how + " " if how != "asserted" else "") + when]
            if node.get("duration"):
                text += ["lasting " + duration(node["duration"])]
        text += [", ".join(where[id])]
        text += [f"{words(k[:-5])} {v}" for k, v in node.items() if k.endswith(".text")]
        if node.get("attributedTo"):
            # Of a denial, the data name who denies.
            by = "by " if status(node) == "denied" else "according to "
            text += [by + english.get(node["attributedTo"], node["attributedTo"])]
        tip = quoted(node.get("evidence") or node["labelV"])
        lines.append(f'{id} [{shape} fillcolor="{fill}" color="{line}" tooltip={tip} '
                     f"label={html([t for t in text if t.strip()], 15)}]")
    for number, (source, target, data) in enumerate(kept):
        # A role is put as its event is.
        how = status(data) or (kinds[source] == "Event" and status(nodes[source])) or "asserted"
        statuses.add(how)
        pen, colour = STATUS[how]
        prefix = "" if data["label"] == data["labelE"] else data["label"].split(": ")[0] + ": "
        tip = quoted(data.get("evidence", ""))
        # Layouts that place nodes freely ignore edge labels: as a node, a label gets room of its own.
        lines.append(f'e{number} [shape=plain style=filled fillcolor=white fontsize=16 fontcolor="{colour}" '
                     f'tooltip={tip} label={quoted(prefix + words(data["labelE"]))}]')
        style = f'style={pen} penwidth={1.6 if pen == "solid" else 2.2} color="{colour}" tooltip={tip}'
        lines.append(f"{source} -> e{number} [{style} arrowhead=none]")
        lines.append(f"e{number} -> {target} [{style}]")
    hedged = [each for each in STATUS if each in statuses and each != "asserted"]
    notes = ["Solid: the article states it as a fact."]
    if hedged:
        notes += ["Dashed or dotted: " + " or ".join(hedged) + ", as the colour says."]
    if any(where.values()):
        notes += ["The place of an event is written in its box."]
    if left_out:
        notes += ["Without other edges, so left out: " + ", ".join(name(nodes[id]) for id in left_out) + "."]
    head = (f'layout=neato start={SEED} mode=KK overlap=prism overlap_scaling=-2.5 sep="+5" splines=true\n'
            'bgcolor=white fontname=Arial fontsize=16\n'
            'node [fontname=Arial fontsize=18 margin="0.1,0.05" penwidth=1.5]\n'
            'edge [arrowsize=0.8 len=0.7]\n'
            f"labelloc=b label={legend(set(kinds.values()), hedged, ' '.join(notes))}\n")
    return "digraph griot {\n" + head + "\n".join(lines) + "\n}\n"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    text = dot(*read(sys.argv[1]))
    if sys.argv[2] == "-":
        print(text, end="")
        return
    svg = subprocess.run(["dot", "-Tsvg"], input=text.encode(), check=True, capture_output=True).stdout
    with open(sys.argv[2] + ".svg", "wb") as file:
        file.write(svg)
    points = float(re.search(rb'<svg width="([\d.]+)pt"', svg)[1])
    png = ["dot", "-Tpng", f"-Gdpi={PIXELS * 72 / points:.3f}", "-o", sys.argv[2] + ".png"]
    subprocess.run(png, input=text.encode(), check=True)


main()
