"""What graph libraries are known to lose, each as what they then read, so that nothing else passes."""
import dataclasses
import math
import re
import typing

# What a reader gives where an element has no value. igraph and the last two cannot tell an empty
# text from none, rustworkx has None for both.
ABSENT = {
    "networkx": {},
    "igraph": {"string": "", "long": math.nan, "double": math.nan, "boolean": False},
    "rustworkx": {"string": None, "long": None, "double": None, "boolean": None},
    "tulip": {"string": "", "long": 0, "double": 0.0, "boolean": False},
    "graph-tool": {"string": "", "long": 0, "double": 0.0, "boolean": False},
}
# What griot's report calls that where it is a number or a truth value.
ABSENT_KINDS = {"igraph": "igraphAbsent", "graph-tool": "graphToolAbsent", "tulip": "tulipAbsent"}
# Readers whose whole numbers are floats; a whole number that they read has to be the same one.
FLOATS = {"igraph"}
# Readers that take nodes, edges and weights, and no attributes.
BARE = {"networkit"}
# Readers that hold attributes of nodes and edges together, so that each has those of the other.
SHARED = {"tulip"}


# What networkx takes from yEd's shapes beside the label.
GRAPHICS = {("networkx", "node"): {"x", "y", "shape_type"}}


@dataclasses.dataclass(frozen=True)
class Fault:
    """What a reader does: `read` makes of a value what the reader has instead.

    `kind` is what griot's report of losses calls it. `read` takes the type, the value, and of the
    text the last piece that a parser hands out and whether it stands in a CDATA section.
    """
    name: str
    reader: str
    kind: str
    what: str
    read: typing.Callable


def numbered(kind, text):
    """A piece of text as a value; nothing stays of one that is none."""
    try:
        return {"string": str, "long": int, "double": float, "boolean": lambda text: text == "true"}[kind](text)
    except ValueError:
        return ABSENT["tulip"][kind]


def is_cut(value):
    """Whether a text has entities or line ends, where parsers begin another piece."""
    return isinstance(value, str) and bool(re.search(r"[&<\r\n]|]]>", value))


FAULTS = [
    Fault("53 bits", "igraph", "igraphLargeInteger",
          "reads every number as a double, so a whole one beyond 2^53 becomes its neighbour",
          lambda kind, value, piece, section: float(value) if kind == "long" else value),
    Fault("no empty text", "rustworkx", "rustworkxEmpty", "reads an empty text as no value",
          lambda kind, value, piece, section: None if value == "" else value),
    Fault("no section", "rustworkx", "rustworkxSection", "reads a CDATA section as no value",
          lambda kind, value, piece, section: None if section else value),
    Fault("last piece", "tulip", "tulipPiece",
          "keeps the last of the pieces that its parser hands out: what follows the last entity or line end",
          lambda kind, value, piece, section: piece if is_cut(value) else value),
    Fault("last block", "tulip", "tulipBlock", "for the same reason cuts a text that is longer than one of its "
          "reads of 64 KB",
          lambda kind, value, piece, section: value if is_cut(value) else numbered(kind, piece)),
    Fault("32 bits", "tulip", "tulipLargeInteger", "has whole numbers of 32 bits; others become 0",
          lambda kind, value, piece, section: 0 if kind == "long" and not -2**31 <= value < 2**31 else value),
]

# The cells of the matrix that may differ, and have to.
LOSSY = {
    ("igraph", "integers"): {"53 bits"},
    ("rustworkx", "empty"): {"no empty text"},
    ("tulip", "entities"): {"last piece"},
    ("tulip", "line-ends"): {"last piece"},
    ("tulip", "integers"): {"32 bits"},
    ("tulip", "long-label"): {"last block"},
}
# Those of a dialect alone.
LOSSY_IN = {
    ("cytoscape", "rustworkx", "entities"): {"no section"},
    ("cytoscape", "rustworkx", "line-ends"): {"no section"},
}
