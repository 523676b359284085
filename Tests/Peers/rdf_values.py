"""What RDF that griot converts must still say, by another reader of both files.

lost(input, output) gives a sentence for what differs.
"""
import pyoxigraph

FORMATS = {"nt": pyoxigraph.RdfFormat.N_TRIPLES, "nq": pyoxigraph.RdfFormat.N_QUADS,
           "ttl": pyoxigraph.RdfFormat.TURTLE, "trig": pyoxigraph.RdfFormat.TRIG,
           "rdf": pyoxigraph.RdfFormat.RDF_XML}
CANONICAL_LIMIT = 10_000  # blank nodes in a chain take a time beyond


def term(one):
    """A language tag in lower case, as griot keeps it (RDF 1.1 lets it)."""
    if isinstance(one, pyoxigraph.Literal) and one.language:
        return pyoxigraph.Literal(one.value, language=one.language.lower())
    return one


def quads(path):
    with open(path, "rb") as file:
        return [pyoxigraph.Quad(q.subject, q.predicate, term(q.object), q.graph_name)
                for q in pyoxigraph.parse(file, format=FORMATS[path.rsplit(".", 1)[1]])]


def canonical(found):
    dataset = pyoxigraph.Dataset(found)
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


def shape(found):
    """Of each quad what no label of a blank node changes; of each blank node how often it stands."""
    blank = pyoxigraph.BlankNode
    uses = {}
    for quad in found:
        for place, one in enumerate((quad.subject, quad.object)):
            if isinstance(one, blank):
                uses.setdefault(one, [0, 0])[place] += 1
    lines = sorted(" ".join("_" if isinstance(one, blank) else str(one) for one in quad) for quad in found)
    return lines, sorted(map(tuple, uses.values()))


def long_lines(path, output):
    """For lines that pyoxigraph has no room for: the bytes themselves."""
    with open(path, "rb") as file:
        want = file.read().split(b"\n")
    with open(output, "rb") as file:
        have = file.read()
    texts = [line[line.index(b'"'):line.rindex(b'"') + 1] for line in want if b'"' in line]
    return [] if texts and all(text in have for text in texts) else ["a text is not there as it was"]


def lost(path, output):
    try:
        want = set(quads(path))
    except MemoryError:
        return long_lines(path, output)
    except (SyntaxError, ValueError) as error:
        return [f"pyoxigraph refuses the input: {error}"]
    try:
        have = set(quads(output))
    except (SyntaxError, ValueError) as error:
        return [f"pyoxigraph refuses what was written: {error}"]
    if have == want:
        return []
    if len(have) != len(want):
        return [f"{len(want)} statements became {len(have)}"]
    same = shape(have) == shape(want) if len(want) > CANONICAL_LIMIT else canonical(have) == canonical(want)
    return [] if same else ["the statements are not the same"]
