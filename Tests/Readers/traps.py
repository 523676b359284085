"""Records whose values and names graph tools are known to lose, each with the graph it has to become."""
import dataclasses

BASE = "https://example.org/article/"
# What a record's values can lose in every dialect, by the report's words.
LOSSES = ("largeInteger", "longNumber", "notOfType", "joined", "renamed")


@dataclasses.dataclass
class Trap:
    """`nodes` are values by IRI, `edges` the IRIs of two nodes and values, `losses` how often the report
    has to say what the file does not hold as it was; all in full."""
    name: str
    what: str
    record: dict
    nodes: dict
    edges: list
    losses: dict = dataclasses.field(default_factory=dict)


class Builder:
    """Makes a record and, from the same words, what has to become of it."""

    def __init__(self, name, what):
        self.article = BASE + name
        self.trap = Trap(name, what, {"griot": 1, "source": {"id": name, "language": "en"}, "entities": [], "relations": []},
                         {}, [])

    def node(self, identity, label, properties=(), expected=(), labels=()):
        """`expected` are the attributes that the properties become."""
        said = {"en": label, **dict(labels)}
        entity = {"id": identity, "type": "Thing", "label": said}
        if properties:
            entity["properties"] = dict(properties)
        self.trap.record["entities"].append(entity)
        self.trap.nodes[f"{self.article}/entity/{identity}"] = {
            "iri": f"{self.article}/entity/{identity}", "label": label, "name": label, "labelV": "Thing", "types": "ns1:Thing",
            "source": self.article, **{f"label.{language}": text for language, text in said.items()}, **dict(expected)}
        return self

    def ended(self, **losses):
        """The trap, and what is lost of it in every dialect; in some, carriage returns are as well."""
        texts = [value for values in self.trap.nodes.values() for value in values.values() if isinstance(value, str)]
        self.trap.losses = {**losses, "lineEnd": sum("\r" in text for text in texts)}
        return self.trap

    def edge(self, identity, source, predicate, target, status="asserted", confidence=None):
        relation = {"id": identity, "type": predicate, "subject": source, "object": target, "status": status}
        label = predicate if status == "asserted" else f"{status}: {predicate}"
        values = {"iri": f"{self.article}/claim/{identity}", "label": label, "name": label, "interaction": label,
                  "labelE": predicate, "status": status, "source": self.article, "source.graph": self.article, "weight": 1.0}
        if confidence is not None:
            relation["confidence"] = values["confidence"] = confidence
        self.trap.record["relations"].append(relation)
        self.trap.edges.append((f"{self.article}/entity/{source}", f"{self.article}/entity/{target}", values))
        return self

    def texts(self, *texts):
        """A node for each text, which is its label and a property, and edges that join them."""
        for number, text in enumerate(texts):
            self.node(f"t{number}", text, {"note": text}, {"note": text})
            if number:
                self.edge(f"r{number}", f"t{number - 1}", "to", f"t{number}")
        return self

    def values(self, name, *pairs, properties=()):
        """A node for each pair of a value as the record has it and the attributes it becomes."""
        for number, (value, expected) in enumerate(pairs):
            self.node(f"v{number}", f"value {number}", {name: value}, expected)
        return self.edge("r1", "v0", "to", f"v{len(pairs) - 1}")


def made():
    """All traps."""
    yield Builder("entities", '`A & B <c> "d"` and other markup as labels').texts(
        'A & B <c> "d"', "&amp;", "]]>", "'", "<!-- -->", "a < b", "&#10;", "<![CDATA[x]]>").ended()
    yield Builder("integers", "2^53+1 and the bounds of 64 bits").values(
        "count", (0, {"count": 0}), (2**31, {"count": 2**31}), (2**53 + 1, {"count": 2**53 + 1}),
        (-2**63, {"count": -2**63}), (2**63 - 1, {"count": 2**63 - 1})).ended()
    yield Builder("big-integers", "beyond 64 bits, and several for one property").values(
        "count", (2**63, {"count.text": str(2**63)}), (-2**63 - 1, {"count.text": str(-2**63 - 1)}),
        (10**40, {"count.text": str(10**40)}), ([1, 2], {"count.text": "1;2"}), (7, {"count": 7})).ended(joined=1, largeInteger=3)
    yield Builder("doubles", "the least and the greatest, decimals").values(
        "ratio", (0.1, {"ratio": 0.1}), ("0", {"ratio": 0.0}),
        ("1.7976931348623157e308", {"ratio": 1.7976931348623157e308}),
        ("2.2250738585072014e-308", {"ratio": 2.2250738585072014e-308}),
        ("1E3", {"ratio": 1000.0})).node("p", "priced", {"price": "1.10"}, {"price": 1.1}).node(
        "q", "signed", {"price": "+.5"}, {"price": 0.5}).node("r", "whole", {"price": "-3."}, {"price": -3.0}).ended(longNumber=2)
    yield Builder("not-doubles", "NaN, INF and -INF, minus zero, too great and too small ones").values(
        "ratio", ("NaN", {"ratio.text": "NaN"}), ("-0", {"ratio.text": "-0"}), ("INF", {"ratio.text": "INF"}), ("-INF", {"ratio.text": "-INF"}),
        ("1e400", {"ratio.text": "1e400"}), ("5e-324", {"ratio.text": "5e-324"}), ("-1e-400", {"ratio.text": "-1e-400"}),
        (0.5, {"ratio": 0.5})).ended(notOfType=7)
    yield Builder("booleans", "`true`, `1`, `false` and `0`").values(
        "flag", (True, {"flag": True}), ("1", {"flag": True}), (False, {"flag": False}), ("0", {"flag": False})).ended()
    yield Builder("emoji", "beyond the basic plane, joined, composed and not").texts(
        "😀", "👩‍👩‍👧‍👦 famille", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "\u00e9", "e\u0301", "𝒳 ≠ X", "\U0010fffd").ended()
    yield Builder("rtl", "Arabic, Hebrew, marks of direction").texts(
        "مرحبا بالعالم", "שלום עולם", "‫abc‬ אבג 123", "‏نص‏").node(
        "both", "hello", labels={"ar": "مرحبا"}, expected={"label": "hello"}).ended()
    yield Builder("empty", "empty texts").values("note", ("", {"note": ""}), ("x", {"note": "x"}), ("", {"note": ""})).ended()
    yield Builder("spaces", "names that have spaces, begin with them or are nothing else").texts(
        "San José del Cabo", "  two  before and after  ", " ", "\u00a0", "tab\there").ended()
    yield Builder("line-ends", "line feeds, carriage returns").texts("one\ntwo", "one\r\ntwo", "end\n", "\nbegin", "a\rb").ended()
    names = {"id": "i", "label": "l", "name": "n", "color": "red", "size": "large", "width": "3 m", "height": "4 m",
             "d3": "d", "x": "here", "start": "s", "kind": "k"}
    yield Builder("names", "attributes called id, label, name, color, weight, size, width, height, d3, b, x, start, kind").node(
        "one", "first", {**names, "weight": 2.5, "b": True},
        {**{f"p.{name}": text for name, text in names.items()}, "p.weight": 2.5, "p.b": True}).node(
        "two", "second").edge("r1", "one", "to", "two", confidence=0.25).ended(renamed=13)
    yield Builder("edge-names", "a number called as the edges' text").node(
        "one", "first", {"degree": 3, "interaction": True}, {"p.degree": 3, "p.interaction": True}).node(
        "two", "second").edge("r1", "one", "to", "two").ended(renamed=2)
    yield Builder("odd-names", "names that are no NMTOKEN, one in two namespaces, one of the graph's own").node(
        "one", "first",
        {"a b": "space", "f of x": "call", "research": "and", "größe": "umlaut", "title": "first", "other title": "second",
         "square": "digit", "wikidata": "text"},
        {"a_25_20b": "space", "f_28_x_29_": "call", "r_26_d": "and", "größe": "umlaut", "m_b2_": "digit",
         "ns1:title": "first", "ns2:title": "second",
         "p.wikidata": "text"}).node("two", "second").edge("r1", "one", "to", "two").ended(renamed=7)
    yield Builder("several", "several values, with `;` and `\\` in them").values(
        "note", (["a", "b"], {"note": "a;b"}), (["a;b", "c"], {"note": "a\\;b;c"}), (["a\\", "b"], {"note": "a\\\\;b"}),
        ("a;b", {"note": "a;b"})).ended(joined=3)
    yield Builder("parallel", "parallel edges, a loop, two nodes of one name, a node alone").node(
        "one", "same").node("two", "same").node("alone", "alone").edge("r1", "one", "to", "two").edge(
        "r2", "one", "to", "two", "reported").edge("r3", "one", "from", "two").edge("r4", "two", "to", "one").edge(
        "r5", "two", "to", "two").ended()
    yield Builder("long-label", "a label of 10 MB").node("one", "words and " * 2**20).node(
        "two", "short").edge("r1", "one", "to", "two").ended()
