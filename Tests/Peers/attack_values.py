"""What a record that griot accepted must have become, and what other readers find in the files.

lost(record, files) gives a sentence for each value of the record that a reader does not find.
"""
import codecs
import json
import logging
import os

import networkx
import pyoxigraph
import rdflib

# rdflib rewrites "+01" as "1" unless told not to, and complains of dates that Python lacks.
rdflib.NORMALIZE_LITERALS = False
logging.getLogger("rdflib").setLevel(logging.CRITICAL)

ARTICLE = "https://example.org/article/"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
ALT_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
OA = "http://www.w3.org/ns/oa#"
RDFLIB_LIMIT = 5_000_000  # rdflib takes a minute beyond
OXIGRAPH = {"nq": pyoxigraph.RdfFormat.N_QUADS, "ttl": pyoxigraph.RdfFormat.TURTLE,
            "rdf": pyoxigraph.RdfFormat.RDF_XML}
RDFLIB = {"nq": "nquads", "ttl": "turtle", "rdf": "xml"}


class Number(str):
    """A number as the record spells it: Python's own would be rounded."""


def unique(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) < len(keys):
        raise ValueError("a key stands twice")
    return dict(pairs)


def constant(name):
    raise ValueError(f"{name} is not JSON")


def records(path):
    with open(path, "rb") as file:
        data = file.read()
    text = data.decode(json.detect_encoding(data)).removeprefix("\ufeff")
    text.encode()  # fails at a lone surrogate that was written raw
    texts = [line for line in text.split("\n") if line.strip()] if path.endswith("l") else [text]
    for text in texts:
        record = json.loads(text, object_pairs_hook=unique, parse_constant=constant,
                            parse_int=Number, parse_float=Number)
        json.dumps(record, ensure_ascii=False).encode()  # and at one that was escaped
        yield record


def literal(value, language=None):
    """(lexical form, datatype, language); a datatype of None is any."""
    if language is not None:
        return value, None, language.lower()
    if isinstance(value, bool):
        return str(value).lower(), XSD + "boolean", None
    if isinstance(value, Number):
        plain = value.lstrip("-").isdigit()
        kind = "integer" if plain else "double" if "e" in value.lower() else "decimal"
        return value, XSD + kind, None
    if isinstance(value, str):
        return value, None, None
    lexical, datatype, own = literal(value["value"], value.get("language"))
    if "datatype" in value:
        datatype = value["datatype"].replace("xsd:", XSD)
    return lexical, datatype, own


def spelt(value, language):
    """A label or an alias, plain or by language, as (text, language) pairs."""
    by_language = value if isinstance(value, dict) else {language: value}
    return [(text, tag.lower()) for tag, texts in by_language.items()
            for text in (texts if isinstance(texts, list) else [texts])]


def code_points(text, offset, unit):
    codec, size = {"utf16": ("utf-16-le", 2), "utf8": ("utf-8", 1)}.get(unit, ("utf-32-le", 4))
    return len(codecs.encode(text, codec)[:size * int(offset)].decode(codec))


def expected(record):
    """{id: {"labels", "aliases", "properties", "spans"}}"""
    source = record["source"]
    if record.get("relations") or record.get("events"):
        raise ValueError("no check reads relations and events back yet")
    items = {}
    for entity in record["entities"]:
        properties = [(name, literal(value))
                      for name, values in entity.get("properties", {}).items()
                      for value in (values if isinstance(values, list) else [values])]
        spans = [tuple(code_points(source["text"], span[end], source.get("offsetUnit"))
                       for end in ("start", "end")) for span in entity.get("mentions", [])]
        items[entity["id"]] = {
            "labels": spelt(entity["label"], source["language"]), "properties": properties,
            "aliases": spelt(entity.get("alias", {}), source["language"]), "spans": spans}
    return items


def oxigraph_terms(path, kind):
    def term(node):
        if isinstance(node, pyoxigraph.Literal):
            return node.value, None if node.language else node.datatype.value, node.language
        return node.value
    for quad in pyoxigraph.parse(path=path, format=OXIGRAPH[kind]):
        yield term(quad.subject), quad.predicate.value, term(quad.object)


def rdflib_terms(path, kind):
    def term(node):
        if isinstance(node, rdflib.Literal):
            datatype = None if node.language else str(node.datatype or XSD + "string")
            return str(node), datatype, node.language and node.language.lower()
        return str(node)
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(path, format=RDFLIB[kind])
    for subject, predicate, object_ in dataset.triples((None, None, None)):
        yield term(subject), str(predicate), term(object_)


def graph_faults(article, items, triples):
    """A subject or a value that the record does not have is a fault too: it was injected."""
    iris = {key if ":" in key else f"{article}/entity/{key}": key for key in items}
    found = {iri: {"labels": [], "aliases": [], "properties": [], "spans": []} for iri in iris}
    starts, ends, selectors, targets, bodies, classes = {}, {}, {}, {}, {}, {}
    links = {OA + "start": starts, OA + "end": ends, OA + "hasSelector": selectors,
             OA + "hasTarget": targets, OA + "hasBody": bodies}
    for subject, predicate, value in triples:
        if predicate in links:
            links[predicate].setdefault(subject, []).append(value)
        if subject not in found:
            if not subject.startswith((article, "https://w3id.org/griot")):
                yield f"<{subject}> is not of the record"
        elif predicate == RDF_TYPE:
            classes.setdefault(subject, []).append(value)
        elif predicate in (RDFS_LABEL, ALT_LABEL):
            found[subject]["labels" if predicate == RDFS_LABEL else "aliases"].append(
                (value[0], value[2]))
        else:
            found[subject]["properties"].append((predicate.rsplit("#")[-1], value))
    for annotation, body in bodies.items():
        for span in targets[annotation]:
            for position in selectors[span]:
                if position in starts and body[0] in found:
                    found[body[0]]["spans"].append(
                        (int(starts[position][0][0]), int(ends[position][0][0])))
    for iri, key in iris.items():
        if len(classes.get(iri, [])) != 1:
            yield f"{key!r:.80} has {len(classes.get(iri, []))} types"
        for what, want in items[key].items():
            have = found[iri][what]
            if what == "properties":
                # A bare string or tagged text takes the datatype that its property gives it.
                loose = {(name, lexical) for name, (lexical, datatype, _) in want if not datatype}
                have = [(name, (value[0], None, value[2])) if (name, value[0]) in loose
                        else (name, value) for name, value in have]
            if sorted(set(want), key=repr) != sorted(have, key=repr):
                yield f"{key!r:.80} has the {what} {have!r:.200}, not {want!r:.200}"


def graphml_faults(article, items, path):
    graph = networkx.read_graphml(path)
    nodes = [data for _, data in graph.nodes(data=True)]
    if len(nodes) != len(items):
        yield f"{len(nodes)} nodes of {len(items)} entities"
    by_iri = {data.get("iri"): data for data in nodes}
    for key, want in items.items():
        data = by_iri.get(key if ":" in key else f"{article}/entity/{key}")
        if data is None:
            yield f"no node is {key!r:.80}"
            continue
        texts = [(f"label.{language}", text) for text, language in want["labels"]]
        texts += [(name, lexical) for name, (lexical, _, _) in want["properties"]]
        for name, text in texts:
            have = data.get(name, data.get("p." + name))
            if str(have) != text:
                yield f"{key!r:.80} has {have!r:.200} as {name}, not {text!r:.200}"
        if data.get("label") not in [text for text, _ in want["labels"]]:
            yield f"{key!r:.80} is named {data.get('label')!r:.200}"


def lost(source, folder, kind):
    try:
        [record] = records(source)
        items = expected(record)
    except (ValueError, RecursionError) as error:
        return [f"accepted, though {error}"]
    article = ARTICLE + record["source"]["id"]
    stem = os.path.basename(source).rsplit(".", 1)[0]
    path = f"{folder}/{stem}.{kind}"
    if not os.path.exists(path):
        return [f"{stem}.{kind} is not there"]
    readers = {"networkx": lambda: graphml_faults(article, items, path)}
    if kind != "graphml":
        readers = {"oxigraph": lambda: graph_faults(article, items, oxigraph_terms(path, kind))}
        if os.path.getsize(path) < RDFLIB_LIMIT:
            readers["rdflib"] = lambda: graph_faults(article, items, rdflib_terms(path, kind))
    faults = []
    for name, reader in readers.items():
        try:
            faults += [f"{name}: {fault}" for fault in reader()]
        except Exception as error:  # a reader that refuses the file is the finding
            faults.append(f"{name} does not read {kind}: {type(error).__name__}: {error!s:.200}")
    return faults
