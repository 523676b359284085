#!/usr/bin/env python3
"""Writes a generated press graph as N-Triples: articles, mentions, entities, events, publishers.

    press_graph.py OUT --articles N [--errors 0.001]

Some 65 triples an article. About one statement in a thousand of those that Benchmarks/press-shapes.ttl
looks at is wrong, each in one of the ways of ERRORS. The same arguments give the same bytes.
"""
import argparse
import datetime
import random

BASE = "https://press.example/"
NS = "https://press.example/ns#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SECTIONS = ("politique", "monde", "économie", "société", "culture", "sport")
STATUSES = ("asserted", "planned", "possible", "reported", "denied")
CLASSES = ("Person", "Organisation", "Place", "Group")
WORDS = ("le retrait de la mission des forces armées maliennes a été annoncé mercredi par un communiqué du "
         "gouvernement de transition à Bamako après les attaques contre des convois dans la région du centre "
         "selon plusieurs sources sécuritaires et diplomatiques").split()
SYLLABLES = "ba ko ma li ga o tom bou kda ki dal mé na ka ségou mop ti ré gion né ré sa hel".split()


class Writer:
    def __init__(self, file):
        self.file = file
        self.count = 0

    def add(self, subject, predicate, value):
        self.file.write(f"<{subject}> <{predicate}> {value} .\n")
        self.count += 1


def iri(text):
    return f"<{text}>"


def typed(text, datatype):
    return f'"{text}"^^<{XSD}{datatype}>'


def text(words, language=None):
    return f'"{words}"' + (f"@{language}" if language else "")


def sentence(rng, least, most):
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(least, most)))


def name(rng):
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4))).capitalize()


def day(rng):
    return datetime.date(2015, 1, 1) + datetime.timedelta(days=rng.randrange(3650))


parser = argparse.ArgumentParser()
parser.add_argument("out")
parser.add_argument("--articles", type=int, required=True)
parser.add_argument("--errors", type=float, default=0.001)
arguments = parser.parse_args()
rng = random.Random(20241115)
wrong = random.Random(7)


def is_wrong():
    return wrong.random() < arguments.errors


with open(arguments.out, "w", encoding="utf-8", newline="\n") as file:
    out = Writer(file)
    for number, kind in enumerate(CLASSES):
        out.add(NS + kind, RDFS + "subClassOf", iri(NS + ("Actor" if kind != "Place" else "Entity")))
    out.add(NS + "Actor", RDFS + "subClassOf", iri(NS + "Entity"))

    publishers = [f"{BASE}publisher/{number}" for number in range(40)]
    for number, publisher in enumerate(publishers):
        out.add(publisher, RDF + "type", iri(NS + "Publisher"))
        out.add(publisher, RDFS + "label", text(f"Journal {name(rng)}", "fr"))
        scheme = "ftp" if is_wrong() else "https"
        out.add(publisher, NS + "homepage", iri(f"{scheme}://journal{number}.example/"))

    entities, places, actors = [], [], []
    for number in range(max(arguments.articles * 4 // 3, 10)):
        kind = CLASSES[number % 4]
        entity = f"{BASE}entity/{kind.lower()}-{number:06}"
        entities.append(entity)
        (places if kind == "Place" else actors).append(entity)
        out.add(entity, RDF + "type", iri(NS + kind))
        label = name(rng)
        if not is_wrong():
            out.add(entity, RDFS + "label", text(label, "fr"))
        if is_wrong():
            out.add(entity, RDFS + "label", text(label + " bis", "fr"))
        if number % 3 == 0:
            out.add(entity, RDFS + "label", text(label.upper(), "xx" if is_wrong() else "en"))
        if kind == "Place":
            out.add(entity, NS + "latitude", typed(f"{rng.uniform(-90, 90) + (200 if is_wrong() else 0):.4f}", "decimal"))
            out.add(entity, NS + "longitude", typed(f"{rng.uniform(-180, 180):.4f}", "decimal"))

    for number in range(arguments.articles):
        article = f"{BASE}article/{number:07}"
        published = day(rng)
        out.add(article, RDF + "type", iri(NS + "Article"))
        if not is_wrong():
            out.add(article, NS + "identifier", text(f"{'art' if is_wrong() else 'ART'}-{number:07}"))
        headline = sentence(rng, 6, 12)
        out.add(article, NS + "headline", text(f"{headline} {number}", "fr"))
        if number % 4 == 0:
            out.add(article, NS + "headline", text(f"{headline} {number} en", "fr" if is_wrong() else "en"))
        out.add(article, NS + "published", typed(published, "date"))
        later = published + datetime.timedelta(days=-3 if is_wrong() else rng.randrange(5))
        out.add(article, NS + "modified", typed(later, "date"))
        out.add(article, NS + "section", text("meteo" if is_wrong() else rng.choice(SECTIONS)))
        out.add(article, NS + "publisher", iri(rng.choice(entities) if is_wrong() else rng.choice(publishers)))
        if is_wrong():
            out.add(article, NS + "publisher", iri(rng.choice(publishers)))
        out.add(article, NS + "words", typed("beaucoup" if is_wrong() else rng.randrange(80, 3000), "integer"))
        # Where no other value is compared with it: pySHACL breaks off there at an ill-formed date.
        out.add(article, NS + "accessed", typed("2015-13-45" if is_wrong() else later, "date"))
        out.add(article, NS + "author", text(name(rng)))
        out.add(article, NS + "url", text("x") if is_wrong() else iri(f"https://journal.example/{published:%Y/%m}/{number}"))
        for position in range(7):
            mention = f"{article}/mention/{position}"
            start = rng.randrange(4000)
            exact = name(rng)
            end = start - 1 if is_wrong() else start + len(exact)
            out.add(article, NS + "mentions", iri(mention))
            out.add(mention, RDF + "type", iri(NS + "Mention"))
            out.add(mention, NS + "start", typed(start, "nonNegativeInteger"))
            out.add(mention, NS + "end", typed(end, "nonNegativeInteger"))
            out.add(mention, NS + "exact", text("" if is_wrong() else exact))
            out.add(mention, NS + "entity", iri(article if is_wrong() else entities[int(rng.paretovariate(0.6)) % len(entities)]))
            if is_wrong():
                out.add(mention, NS + "note", text("hors modèle"))
        event = f"{article}/event/0"
        out.add(event, RDF + "type", iri(NS + "Event"))
        out.add(event, RDFS + "label", text(sentence(rng, 3, 6), "fr"))
        out.add(event, NS + "status", iri(NS + ("unknown" if is_wrong() else rng.choice(STATUSES))))
        happened = typed(published.year, "gYear") if number % 5 == 0 else typed(published, "date")
        out.add(event, NS + "date", text("hier") if is_wrong() else happened)
        for _ in range(2):
            out.add(event, NS + "agent", iri(rng.choice(places) if is_wrong() else rng.choice(actors)))
        out.add(event, NS + "place", iri(rng.choice(actors) if is_wrong() else rng.choice(places)))
        if not is_wrong():
            out.add(event, NS + "source", iri(article))
    print(out.count)
