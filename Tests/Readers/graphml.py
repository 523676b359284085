"""An own small reader of GraphML, strict about what the graph tools differ in."""
import dataclasses
import re
import xml.etree.ElementTree
import xml.sax
import xml.sax.handler

YED = "{http://www.yworks.com/xml/graphml}"
NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"
# XML 1.0, section 2.3: Nmtoken is NameChar+.
NMTOKEN = re.compile(
    "[-.0-9:A-Z_a-z\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c\u200d\u203f\u2040"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff]+")


@dataclasses.dataclass
class Item:
    """A node or an edge; `ends` are the numbers of an edge's nodes."""
    id: str
    ends: tuple
    values: dict
    pieces: dict  # of each text the last piece that a SAX parser hands out, and whether that is a CDATA section


@dataclasses.dataclass
class Graph:
    nodes: list = dataclasses.field(default_factory=list)
    edges: list = dataclasses.field(default_factory=list)
    keys: dict = dataclasses.field(default_factory=lambda: {"node": {}, "edge": {}})  # name to type
    graphics: set = dataclasses.field(default_factory=set)  # the names of yEd's keys
    ids: list = dataclasses.field(default_factory=list)


def typed(kind, text):
    """A value as its key declares it; ValueError where the text is none of that type."""
    if kind == "string":
        return text
    if kind == "boolean":
        if text not in ("true", "false"):
            raise ValueError(f'"{text}" is not true or false')
        return text == "true"
    if kind == "long":
        if not re.fullmatch("-?[0-9]+", text) or not -2**63 <= int(text) < 2**63:
            raise ValueError(f'"{text}" is no whole number of 64 bits')
        return int(text)
    if kind == "double":
        if not re.fullmatch(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?|-?INF|NaN", text):
            raise ValueError(f'"{text}" is no double')
        return float(text)
    raise ValueError(f"there is no type {kind}")


def read(path):
    """Reads a file; an AssertionError or ValueError says what is wrong with it."""
    pieces = Pieces.of(path)
    root = xml.etree.ElementTree.parse(path).getroot()
    assert root.tag == NAMESPACE + "graphml", root.tag
    graph, keys, numbers = Graph(), {}, {}
    for key in root.findall(NAMESPACE + "key"):
        scope, name, kind = key.get("for"), key.get("attr.name"), key.get("attr.type")
        assert scope in ("node", "edge"), f"a key is for {scope}"
        assert name not in graph.keys[scope], f"two keys for {scope} are named {name}"
        assert kind in ("string", "boolean", "long", "double"), f"{name} is of type {kind}"
        assert key.get("id") not in keys, f"two keys have the id {key.get('id')}"
        keys[key.get("id")] = (scope, name, kind)
        graph.keys[scope][name] = kind
        graph.ids.append(key.get("id"))
        assert NMTOKEN.fullmatch(name), f"{name} is no NMTOKEN"
        if key.get("yfiles.type"):
            graph.graphics.add(name)
    [body] = root.findall(NAMESPACE + "graph")
    assert body.get("edgedefault") == "directed"
    graph.ids.append(body.get("id"))
    for element in body:
        scope = element.tag.removeprefix(NAMESPACE)
        assert scope in ("node", "edge"), f"a graph holds {element.tag}"
        assert scope == "edge" or not graph.edges, "a node follows an edge"
        assert element.get("directed") is None
        values, last = {}, {}
        for data in element:
            assert data.tag == NAMESPACE + "data", f"a {scope} holds {data.tag}"
            owner, name, kind = keys[data.get("key")]
            assert owner == scope, f"{name} stands at a {scope}"
            assert name not in values, f"{element.get('id')} has {name} twice"
            values[name] = drawn(data) if name in graph.graphics else typed(kind, data.text or "")
            last[name] = next(pieces)
        for name in graph.graphics & values.keys():
            assert values[name] == values["label"], f"{element.get('id')} is drawn as {values[name]}"
        identity = element.get("id")
        graph.ids.append(identity)
        if scope == "node":
            assert identity not in numbers, f"two nodes have the id {identity}"
            numbers[identity] = len(graph.nodes)
            graph.nodes.append(Item(identity, (), values, last))
        else:
            ends = (numbers[element.get("source")], numbers[element.get("target")])
            graph.edges.append(Item(identity, ends, values, last))
    assert len(set(graph.ids)) == len(graph.ids), "an id is there twice"
    wrong = [one for one in graph.ids if not NMTOKEN.fullmatch(one)]
    assert not wrong, f"not an NMTOKEN: {wrong}"
    return graph


def drawn(data):
    """The label of yEd's graphics."""
    [shape] = data
    labels = [one.text or "" for one in shape if one.tag in (YED + "NodeLabel", YED + "EdgeLabel")]
    assert len(labels) == 1, f"{len(labels)} labels are drawn"
    return labels[0]


class Pieces(xml.sax.ContentHandler):
    """The last piece of each data element's text, with line ends of their own left out.

    A SAX parser hands a text out in pieces: at entities, at line ends and at the ends of what it
    reads in one go. A reader that keeps each piece in place of the one before has the last.
    """

    def __init__(self):
        super().__init__()
        self.found, self.inside, self.section = [], False, False

    @staticmethod
    def of(path):
        handler = Pieces()
        parser = xml.sax.make_parser()
        parser.setContentHandler(handler)
        parser.setProperty(xml.sax.handler.property_lexical_handler, handler)
        with open(path, "rb") as file:
            parser.parse(file)
        return iter(handler.found)

    def startElement(self, name, attributes):
        if name == "data":
            self.found.append(("", False))
            self.inside = True

    def endElement(self, name):
        if name == "data":
            self.inside = False

    def characters(self, content):
        if self.inside:
            self.found[-1] = (self.found[-1][0] if content == "\n" else content, self.section)

    def startCDATA(self):
        self.section = True

    def endCDATA(self):
        self.section = False

    def comment(self, content):
        """What LexicalHandler has; griot writes none."""

    startDTD = endDTD = comment
