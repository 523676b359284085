"""Shows one defect of libraptor2 that griot works around, through raptor's own interface.

Usage: raptor.py DEFECT. Exits 0 when raptor has the defect, 1 when it is mended, and says what was seen.
"""
import ctypes
import os
import resource
import subprocess
import sys

RAPTOR = ctypes.CDLL("libraptor2.so.0")
LIBC = ctypes.CDLL(None)
P = ctypes.c_void_p
for name in ["raptor_new_world_internal", "raptor_new_uri", "raptor_new_serializer", "raptor_new_term_from_blank",
             "raptor_new_term_from_uri_string", "raptor_new_term_from_literal"]:
    getattr(RAPTOR, name).restype = P
LIBC.fopen.restype = P
LOG = ctypes.CFUNCTYPE(None, P, P)
WORLD = P(RAPTOR.raptor_new_world_internal(20015))
SILENT = LOG(lambda *_: None)
RAPTOR.raptor_world_set_log_handler(WORLD, None, SILENT)
assert RAPTOR.raptor_world_open(WORLD) == 0


class Statement(ctypes.Structure):
    _fields_ = [("world", P), ("usage", ctypes.c_int), ("subject", P), ("predicate", P), ("object", P), ("graph", P)]


def iri(text):
    return P(RAPTOR.raptor_new_term_from_uri_string(WORLD, text))


def blank(label):
    return P(RAPTOR.raptor_new_term_from_blank(WORLD, label))


def literal(text, datatype=None, language=None):
    uri = P(RAPTOR.raptor_new_uri(WORLD, datatype)) if datatype else None
    return P(RAPTOR.raptor_new_term_from_literal(WORLD, text, uri, language))


def write(syntax, *triples, path="/dev/null"):
    """All results of the calls that write a document to a file."""
    file = P(LIBC.fopen(path.encode(), b"w"))
    serializer = P(RAPTOR.raptor_new_serializer(WORLD, syntax))
    results = [RAPTOR.raptor_serializer_start_to_file_handle(serializer, None, file)]
    for triple in triples:
        statement = Statement(WORLD, -1, *triple, None)
        results.append(RAPTOR.raptor_serializer_serialize_statement(serializer, ctypes.byref(statement)))
    results.append(RAPTOR.raptor_serializer_serialize_end(serializer))
    LIBC.fclose(file)
    return results


def text(syntax, *triples):
    """The results of the calls, and what was written."""
    reading, writing = os.pipe()
    results = write(syntax, *triples, path=f"/proc/self/fd/{writing}")
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        return results, pipe.read()


S, OTHER = iri(b"http://e/s"), iri(b"http://e/p")


def full_disk():
    """A full disk is not reported."""
    results = write(b"turtle", *[(S, OTHER, literal(b"%d" % n)) for n in range(20_000)], path="/dev/full")
    return not any(results), f"results {set(results)}"


def dropped_predicate():
    """RDF/XML drops a predicate that has no local name, and every call succeeds."""
    results, written = text(b"rdfxml", (S, iri(b"http://e/123"), literal(b"dropped")), (S, OTHER, literal(b"kept")))
    return not any(results) and b"dropped" not in written and b"kept" in written, f"results {results}"


def cut_at_noncharacter():
    """A literal is cut at U+FFFE, and every call succeeds."""
    results, written = text(b"ntriples", (S, OTHER, literal("a\ufffeb".encode())))
    return not any(results) and written == b'<http://e/s> <http://e/p> "a" .\n', f"{results} {written}"


def cut_at_bad_byte():
    """A literal is cut at a byte that is not UTF-8, and every call succeeds."""
    results, written = text(b"ntriples", (S, OTHER, literal(b"A\xffB")))
    return not any(results) and written == b'<http://e/s> <http://e/p> "A" .\n', f"{results} {written}"


def dropped_control():
    """RDF/XML drops a control character."""
    results, written = text(b"rdfxml", (S, OTHER, literal(b"a\x01b")))
    return not any(results) and b">ab<" in written, f"{results} {written}"


def language_injects():
    """A line end in a language tag makes a triple of its own."""
    tag = b'fr .\n<http://e/injected> <http://e/p> "x"@fr'
    _, written = text(b"ntriples", (S, OTHER, literal(b"a", language=tag)))
    return b'\n<http://e/injected> <http://e/p> "x"@fr .\n' in written, repr(written)


def label_injects():
    """A line end in a blank node's label makes a triple of its own."""
    _, written = text(b"ntriples", (S, OTHER, blank(b"b .\n<http://e/injected> <http://e/p> <http://e/o>")))
    return b"\n<http://e/injected> <http://e/p> <http://e/o> .\n" in written, repr(written)


def language_and_datatype():
    """A literal with both is no term, and Turtle then crashes."""
    term = literal(b"a", datatype=b"http://e/d", language=b"fr")
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        write(b"turtle", (S, OTHER, term))
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    return not term and os.WIFSIGNALED(status), f"term {term}, status {status}"


def bad_iri():
    """An IRI with a space is written, and raptor refuses what it wrote."""
    results, written = text(b"ntriples", (iri(b"http://e/a b"), OTHER, S))
    again = subprocess.run(["rapper", "-q", "-i", "ntriples", "-c", "-", "http://e/"], input=written, capture_output=True)
    return not any(results) and again.returncode == 1, f"{written} {again.stderr}"


def relative_iri():
    """A relative IRI is written as it is."""
    _, written = text(b"ntriples", (iri(b"foo"), OTHER, S))
    return written.startswith(b"<foo> "), repr(written)


def memory():
    """Turtle keeps more than 100 bytes for each triple until the end; N-Triples keeps none."""
    def peak(syntax):
        child = os.fork()
        if not child:
            write(syntax, *[(S, OTHER, literal(b"%d" % n)) for n in range(100)])
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            write(syntax, *((iri(b"http://e/%d" % n), OTHER, S) for n in range(50_000)))
            grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
            os._exit(min(255, grown // 256))
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) * 256 * 1024 / 50_000
    turtle, lines = peak(b"turtle"), peak(b"ntriples")
    return turtle - lines > 100, f"{turtle:.0f} and {lines:.0f} bytes a triple"


defect = globals()[sys.argv[1].replace("-", "_")]
shown, seen = defect()
print(f"{'shown' if shown else 'mended'}: {defect.__doc__} {seen}")
sys.exit(not shown)
