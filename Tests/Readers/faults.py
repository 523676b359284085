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
# Readers whose whole numbers are floats; a whole number that they read has to be the same one.
FLOATS = {"igraph"}
# Readers that take nodes, edges and weights, and no attributes.
BARE = {"networkit"}
# Readers that hold attributes of nodes and edges together, so that each has those of the other.
SHARED = {"tulip"}


@dataclasses.dataclass(frozen=True)
class Fault:
    """A reader, what it does, and `read(kind, value, piece)`: the value that it makes of another."""
    name: str
    reader: str
    what: str
    read: typing.Callable


def numbered(kind, text):
    """A piece of text as a value; nothing stays of one that is none."""
    try:
        return {"string": str, "long": int, "double": float, "boolean": lambda text: text == "true"}[kind](text)
    except ValueError:
        return ABSENT["tulip"][kind]


FAULTS = [
    Fault("53 bits", "igraph", "reads every number as a double, so a whole one beyond 2^53 becomes its neighbour",
          lambda kind, value, piece: float(value) if kind == "long" else value),
    Fault("no empty text", "rustworkx", "reads an empty text as no value",
          lambda kind, value, piece: None if value == "" else value),
    Fault("last piece", "tulip", "keeps the last of the pieces that its parser hands out: what stands after the last "
          "entity or line end",
          lambda kind, value, piece: numbered(kind, piece) if isinstance(value, str) and re.search(r"[&<>\r\n]", value) else value),
    Fault("last block", "tulip", "for the same reason cuts a text where one of its reads of 64 KB ends, in files beyond that",
          lambda kind, value, piece: value if isinstance(value, str) and re.search(r"[&<>\r\n]", value) else numbered(kind, piece)),
    Fault("32 bits", "tulip", "has whole numbers of 32 bits; others become 0",
          lambda kind, value, piece: 0 if kind == "long" and not -2**31 <= value < 2**31 else value),
    Fault("finite", "tulip", "reads NaN and INF as 0",
          lambda kind, value, piece: 0.0 if kind == "double" and not math.isfinite(value) else value),
]

# The cells of the matrix that may differ, and have to. Where a read of 64 KB ends is up to chance,
# so "last block" is not among them; what is read is compared there as well.
LOSSY = {
    ("igraph", "integers"): {"53 bits"},
    ("rustworkx", "empty"): {"no empty text"},
    ("tulip", "entities"): {"last piece"},
    ("tulip", "line-ends"): {"last piece"},
    ("tulip", "integers"): {"32 bits"},
    ("tulip", "nan-inf"): {"finite"},
}
