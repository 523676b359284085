#!/usr/bin/env python3
"""What griot's N-Quads cost in plain Python: the same lines in the same order, and nothing else.

    bare_script.py RECORDS.jsonl OUT.nq [--ontology FILE] [--base IRI] [--griot VERSION]

The standard library alone, one pass, a block of lines at a time by f-string, no RDF library. It holds
for what archive.py writes: it checks nothing (no evidence, reference, IRI, date or class), takes offsets
in code points, ids that need no escaping, and has the ontology's datatypes of seven properties by heart.
"""
import argparse
import calendar
import functools
import hashlib
import json
import pathlib
import re

HERE = pathlib.Path(__file__).parent


def terms(namespace, names):
    return [f"<{namespace}{name}>" for name in names.split()]


G = "https://w3id.org/griot/ontology#"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE, STATEMENT, SUBJECT, PREDICATE, OBJECT = terms(
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type Statement subject predicate object")
(ARTICLE, CLAIM, STATUS, NAMED, DATE, DATE_PART, DATE_TEXT, DATE_QUALIFIER, INTERVAL, CONFIDENCE, BASIS,
 BACKGROUND, DEGREE, BOUND, UNIT, QUANTITY_TEXT, ALTERNATIVE, ATTRIBUTED, VIA, SUPPORTS, SHA256,
 VERSION_OF) = terms(G, """
    Article Claim status named date datePart dateText dateQualifier interval confidence basis background
    degree bound unit quantityText alternativeOf attributedTo via supports sha256 version""")
(ANNOTATION, BODY, TARGET, MOTIVE, IDENTIFYING, LINKING, RESOURCE, SOURCE, SELECTOR, POSITION, START, END,
 QUOTE, EXACT) = terms("http://www.w3.org/ns/oa#", """
    Annotation hasBody hasTarget motivatedBy identifying linking SpecificResource hasSource hasSelector
    TextPositionSelector start end TextQuoteSelector exact""")
ACTIVITY, AGENT, ENTITY, PROV_BY, PROV_VIA, ASSOCIATED, USED, GENERATED = terms(
    "http://www.w3.org/ns/prov#",
    "Activity SoftwareAgent Entity wasAttributedTo hadPrimarySource wasAssociatedWith used wasGeneratedBy")
TITLE, LANGUAGE, IDENTIFIER, ISSUED, TERMS_DATE = terms(
    "http://purl.org/dc/terms/", "title language identifier issued date")
PUBLISHER, CREATOR = terms("http://purl.org/dc/elements/1.1/", "publisher creator")
BOUNDS = terms("http://semanticweb.cs.vu.nl/2009/11/sem/", """
    hasEarliestBeginTimeStamp hasLatestBeginTimeStamp hasEarliestEndTimeStamp hasLatestEndTimeStamp""")
LABEL, = terms("http://www.w3.org/2000/01/rdf-schema#", "label")
ALT_LABEL, = terms("http://www.w3.org/2004/02/skos/core#", "altLabel")
SAME, = terms("http://www.w3.org/2002/07/owl#", "sameAs")
SUBJECT_OF, URL = terms("https://schema.org/", "subjectOf url")
BOOLEAN, DAY, DECIMAL, DURATION, HEX, COUNT = (f"^^<{XSD}{name}>" for name in (
    "boolean", "date", "decimal", "duration", "hexBinary", "nonNegativeInteger"))
EDTF = "^^<http://id.loc.gov/datatypes/edtf/EDTF>"
GRIOT = "<https://w3id.org/griot>"

DATATYPES = {"strength": COUNT, "count": COUNT, "deathToll": COUNT, "injuryToll": COUNT,
             "inception": EDTF, "dissolution": EDTF, "birthDate": EDTF}
ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f]').search
ESCAPES = {code: f"\\u{code:04X}" for code in [*range(0x20), 0x7F]} | {
    8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}


def quoted(text):
    return f'"{text.translate(ESCAPES)}"' if ESCAPED(text) else f'"{text}"'


def many(value):
    return value if isinstance(value, list) else [value]


def days(date):
    """The first and last day of a date, and its qualifiers."""
    qualifiers = {"~": ["approximate"], "?": ["uncertain"], "%": ["approximate", "uncertain"]}.get(date[-1], [])
    date = date.rstrip("~?%")
    if len(date) == 10:
        return date, date, qualifiers
    if len(date) == 7:
        return f"{date}-01", f"{date}-{calendar.monthrange(int(date[:4]), int(date[5:]))[1]}", qualifiers
    return f"{date}-01-01", f"{date}-12-31", qualifiers


@functools.cache
def bounds(edtf):
    """The earliest and latest begin and end of an EDTF string, and its qualifiers."""
    if edtf[0] == "[":
        each = [days(part) for part in edtf[1:-1].split(",")]
        first, last = min(each)[0], max(part[1] for part in each)
        return (first, last, first, last), each[0][2]
    if "/" in edtf:
        begin, end = (None if part in ("", "..") else days(part) for part in edtf.split("/"))
        found = [*(begin or ("", "", []))[:2], *(end or ("", "", []))[:2]]
        return tuple(found), sorted({*(begin[2] if begin else []), *(end[2] if end else [])})
    first, last, qualifiers = days(edtf)
    return (first, last, first, last), qualifiers


class Mapping:
    def __init__(self, base, ontology, version):
        self.base, self.ontology, self.version = base, hashlib.sha256(ontology).hexdigest(), version

    def record(self, line):
        record = json.loads(line)
        source = record["source"]
        iri = f"{self.base}article/{source['id']}"
        self.iri, self.article, self.out, self.language = iri, f"<{iri}>", [], source["language"].lower()
        self.graph, self.background = f" <{iri}> .\n", f" <{iri}/background> .\n"
        above = f"{self.base}entity/" if record.get("ids") == "shared" else f"{iri}/entity/"
        self.things = {}
        for entity in record["entities"]:
            place = above if entity.get("named") is not False else f"{iri}/entity/"
            self.things[entity["id"]] = f"<{place}{entity['id']}>"
        for event in record["events"]:
            self.things[event["id"]] = f"<{iri}/event/{event['id']}>"
        for relation in record["relations"]:
            self.things[relation["id"]] = f"<{iri}/claim/{relation['id']}>"
        self.source(source)
        self.provenance(record, hashlib.sha256(line).hexdigest())
        for entity in record["entities"]:
            self.entity(entity)
        for event in record["events"]:
            self.event(event)
        for relation in record["relations"]:
            self.relation(relation)
        # A block that comes again, as a span's or a plain triple's does, is one set of quads.
        return "".join(dict.fromkeys(self.out))

    def source(self, source):
        s, g, title = self.article, self.graph, f"{quoted(source['title'])}@{self.language}"
        self.out.append(
            f"{s} {TYPE} {ARTICLE}{g}{s} {IDENTIFIER} {quoted(source['id'])}{g}{s} {LABEL} {title}{g}"
            f"{s} {TITLE} {title}{g}{s} {LANGUAGE} {quoted(source['language'])}{g}"
            f"{s} {ISSUED} \"{source['published']}\"{EDTF}{g}{s} {URL} <{source['url']}>{g}"
            f"{s} {PUBLISHER} {quoted(source['publisher'])}{g}")
        for author in source["authors"]:
            self.out.append(f"{s} {CREATOR} {quoted(author)}{g}")
        if "sha256" in source:
            self.out.append(f"{s} {SHA256} \"{source['sha256']}\"{HEX}{g}")

    def provenance(self, record, digest):
        s, g, iri, extractor = self.article, f" <{self.iri}/provenance> .\n", self.iri, record["extractor"]
        export, extraction, agent = f"<{iri}/export>", f"<{iri}/extraction>", f"<{iri}/extractor>"
        self.out.append(
            f"{s} {GENERATED} {export}{g}{export} {TYPE} {ACTIVITY}{g}{export} {ASSOCIATED} {GRIOT}{g}"
            f"{GRIOT} {TYPE} {AGENT}{g}{GRIOT} {LABEL} \"griot\"{g}{GRIOT} {VERSION_OF} \"{self.version}\"{g}")
        used = [("record", digest), ("ontology", self.ontology)]
        if "sha256" in record["source"]:
            used.append(("text", record["source"]["sha256"]))
        for name, hashed in used:
            self.out.append(f"{export} {USED} <{iri}/{name}>{g}<{iri}/{name}> {TYPE} {ENTITY}{g}"
                            f"<{iri}/{name}> {SHA256} \"{hashed}\"{HEX}{g}")
        self.out.append(
            f"<{iri}/record> {GENERATED} {extraction}{g}{extraction} {TYPE} {ACTIVITY}{g}"
            f"{extraction} {ASSOCIATED} {agent}{g}{agent} {TYPE} {AGENT}{g}"
            f"{agent} {LABEL} {quoted(extractor['name'])}{g}"
            f"{agent} {VERSION_OF} {quoted(extractor['version'])}{g}"
            f"{extraction} {TERMS_DATE} \"{extractor['run']}\"{EDTF}{g}")

    def annotate(self, spans, thing, path, motive, g, supports=""):
        iri, article, out = self.iri, self.article, self.out
        for span in spans:
            start, end = span["start"], span["end"]
            place = f"{iri}/span/{start}-{end}"
            a = f"<{iri}/annotation/{start}-{end}/{path}{'/' + supports if supports else ''}>"
            out.append(f"{a} {TYPE} {ANNOTATION}{g}{a} {BODY} {thing}{g}{a} {MOTIVE} {motive}{g}"
                       f"{a} {TARGET} <{place}>{g}")
            if supports:
                out.append(f"{a} {SUPPORTS} <{G}{supports}>{g}")
            p = f"<{place}/position>"
            out.append(f"<{place}> {TYPE} {RESOURCE}{g}<{place}> {SOURCE} {article}{g}<{place}> {SELECTOR} {p}{g}"
                       f"{p} {TYPE} {POSITION}{g}{p} {START} \"{start}\"{COUNT}{g}{p} {END} \"{end}\"{COUNT}{g}")
            if "text" in span:
                q = f"<{place}/quote>"
                out.append(f"<{place}> {SELECTOR} {q}{g}{q} {TYPE} {QUOTE}{g}{q} {EXACT} {quoted(span['text'])}{g}")

    def date(self, date, s, predicate, g):
        """A date with its bounds, and the spans that say it."""
        if isinstance(date, str):
            date = {"edtf": date}
        self.out.append(f"{s} {predicate} \"{date['edtf']}\"{EDTF}{g}")
        if "part" in date:
            self.out.append(f"{s} {DATE_PART} <{G}{date['part']}>{g}")
        if "text" in date:
            self.out.append(f"{s} {DATE_TEXT} {quoted(date['text'])}@{self.language}{g}")
        found, qualifiers = bounds(date["edtf"])
        for word in qualifiers:
            self.out.append(f"{s} {DATE_QUALIFIER} <{G}{word}>{g}")
        self.out.append("".join(f"{s} {bound} \"{day}\"{DAY}{g}" for bound, day in zip(BOUNDS, found) if day))
        return date.get("evidence", ())

    def qualification(self, item, s, by, via, g):
        """How a thing is put, and the spans that say for when."""
        out, spans = self.out, ()
        out.append(f"{s} {STATUS} <{G}{item.get('status', 'asserted')}>{g}")
        if "attributedTo" in item:
            for who in many(item["attributedTo"]):
                out.append(f"{s} {by} {self.things[who]}{g}")
        if "via" in item:
            out.append(f"{s} {via} {self.things[item['via']]}{g}")
        if "confidence" in item:
            out.append(f"{s} {CONFIDENCE} \"{item['confidence']}\"{DECIMAL}{g}")
        if item.get("basis") == "background":
            out.append(f"{s} {BASIS} {BACKGROUND}{g}")
        if "degree" in item:
            out.append(f"{s} {DEGREE} <{G}{item['degree']}>{g}")
        if "interval" in item:
            spans = self.date(item["interval"], s, INTERVAL, g)
        if "alternativeOf" in item:
            out.append(f"{s} {ALTERNATIVE} {self.things[item['alternativeOf']]}{g}")
        return spans

    def claim(self, claim, path, s, p, o, item, g):
        out = self.out
        if item.get("status", "asserted") == "asserted" and not (
                "attributedTo" in item or "interval" in item or "bound" in item or "degree" in item
                or "alternativeOf" in item):
            out.append(f"{s} {p} {o}{g}")
        out.append(f"{claim} {TYPE} {CLAIM}{g}{claim} {TYPE} {STATEMENT}{g}{claim} {SUBJECT} {s}{g}"
                   f"{claim} {PREDICATE} {p}{g}{claim} {OBJECT} {o}{g}")
        spans = self.qualification(item, claim, PROV_BY, PROV_VIA, g)
        if "bound" in item:
            out.append(f"{claim} {BOUND} <{G}{item['bound']}>{g}")
        if "unit" in item:
            out.append(f"{claim} {UNIT} {quoted(item['unit'])}{g}")
        if "text" in item:
            out.append(f"{claim} {QUANTITY_TEXT} {quoted(item['text'])}@{item.get('language', self.language)}{g}")
        self.annotate(item.get("evidence", ()), claim, path, LINKING, g)
        self.annotate(spans, claim, path, LINKING, g, "interval")

    def term(self, name, value):
        if isinstance(value, dict):
            # A relation has an id of its own beside its value.
            if "value" not in value:
                return self.things[value["id"]]
            if "language" in value:
                return f"{quoted(value['value'])}@{value['language'].lower()}"
            value = value["value"]
        if name in DATATYPES:
            return f'"{value}"{DATATYPES[name]}'
        return f"{quoted(value)}@{self.language}"

    def values(self, s, owner, name, values, g, isolated=None):
        """The values of a property or role; `isolated` is what refers to an item by its id alone."""
        p = f"<{G}{name}>"
        for number, value in enumerate(many(values), 1):
            o = self.things[value] if isolated and isinstance(value, str) else self.term(name, value)
            if not isinstance(value, dict) or len(value) == 1:
                self.out.append(f"{s} {p} {o}{g}")
                continue
            graph = self.background if value.get("basis") == "background" else g
            path = f"claim/{owner}.{name}.{number}"
            self.claim(f"<{self.iri}/{path}>", path, s, p, o, value, graph)

    def labels(self, s, predicate, labels, g):
        for language, texts in labels.items():
            for text in many(texts):
                self.out.append(f"{s} {predicate} {quoted(text)}@{language.lower()}{g}")

    def entity(self, entity):
        key, g, out = entity["id"], self.graph, self.out
        s = self.things[key]
        out.append(f"{s} {TYPE} <{G}{entity['type']}>{g}")
        self.labels(s, LABEL, entity["label"], g)
        if "alias" in entity:
            self.labels(s, ALT_LABEL, entity["alias"], g)
        if "named" in entity:
            out.append(f"{s} {NAMED} \"{'true' if entity['named'] else 'false'}\"{BOOLEAN}{g}")
        for name, value in entity.get("properties", {}).items():
            self.values(s, key, name, value, g)
        for other in entity.get("same", ()):
            out.append(f"{s} {SAME} <{other}> <{self.iri}/links> .\n")
        for page in entity.get("pages", ()):
            out.append(f"{s} {SUBJECT_OF} <{page}> <{self.iri}/links> .\n")
        self.annotate(entity["mentions"], s, f"entity/{key}", IDENTIFYING, g)

    def event(self, event):
        key = event["id"]
        s, path = self.things[key], f"event/{key}"
        g = self.background if event.get("basis") == "background" else self.graph
        self.out.append(f"{s} {TYPE} <{G}{event['type']}>{g}")
        self.labels(s, LABEL, event["label"], g)
        spans = self.qualification(event, s, ATTRIBUTED, VIA, g)
        self.annotate(event.get("evidence", ()), s, path, LINKING, g)
        self.annotate(spans, s, path, LINKING, g, "interval")
        if "date" in event:
            self.annotate(self.date(event["date"], s, DATE, g), s, path, LINKING, g, "date")
        if "duration" in event:
            value, claim = event["duration"], f"claim/{key}.duration.1"
            self.claim(f"<{self.iri}/{claim}>", claim, s, f"<{G}duration>",
                       f'"{value["value"]}"{DURATION}', value, g)
        for name, value in event.get("roles", {}).items():
            self.values(s, key, name, value, g, isolated=True)
        for name, value in event.get("properties", {}).items():
            self.values(s, key, name, value, g)
        if "partOf" in event:
            self.values(s, key, "partOf", event["partOf"], g, isolated=True)

    def relation(self, relation):
        g = self.background if relation.get("basis") == "background" else self.graph
        o = self.things[relation["object"]] if "object" in relation else self.term(relation["type"], relation)
        self.claim(self.things[relation["id"]], f"claim/{relation['id']}", self.things[relation["subject"]],
                   f"<{G}{relation['type']}>", o, relation, g)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("records")
    parser.add_argument("out")
    parser.add_argument("--ontology", default=HERE.parent / "ontology" / "griot.ttl", type=pathlib.Path)
    parser.add_argument("--base", default="https://example.org/")
    parser.add_argument("--griot", default="0.1.0", help="the version that provenance names")
    given = parser.parse_args()
    mapping = Mapping(given.base, given.ontology.read_bytes(), given.griot)
    with open(given.records, "rb") as records, open(given.out, "w", encoding="utf-8", buffering=1 << 20) as out:
        for line in records:
            out.write(mapping.record(line.rstrip(b"\n")))


if __name__ == "__main__":
    main()
