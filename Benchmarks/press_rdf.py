#!/usr/bin/env python3
"""Writes made-up press data as RDF, the same for the same seed: DIR/press.nt, press.nq, press.ttl.

    press_rdf.py DIR [--triples 1000000] [--seed 1]

An article has twelve statements: a class, a title, a label and a summary in French, a date, a number
of words, a share, a publisher and four things that it mentions, some of them often. All three files
say the same; in N-Quads each article is a graph, in Turtle there are prefixes, lists of objects and
bare numbers. No name is real.
"""
import argparse
import bisect
import datetime
import itertools
import pathlib
import random

BASE = "https://data.example.org/"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
PREFIXES = {"rdfs": "http://www.w3.org/2000/01/rdf-schema#", "xsd": XSD,
            "schema": "https://schema.org/", "dcterms": "http://purl.org/dc/terms/",
            "a": BASE + "article/", "e": BASE + "entity/"}
WORDS = """mission paix accord retrait gouvernement armée été août région frontière blessés sécurité
 « selon l’ONU » déclaré annoncé président ministère étrangères réunion négociations cessez-le-feu forces
 départ transition élections nord sud province habitants humanitaire aide population déplacés
 attaque convoi camp soldats autorités maliennes à de la le les des du en pour par sur avec sans
 depuis après avant mais où très près déjà encore""".split()
ENTITIES, PUBLISHERS, PER_ARTICLE = 5000, 40, 12


def articles(count, seed):
    random_ = random.Random(seed)
    weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(ENTITIES)))
    start = datetime.date(2010, 1, 1)

    def text(low, high):
        words = random_.choices(WORDS, k=random_.randint(low, high))
        # Some of the strings need an escape, as they do in the press.
        if random_.random() < 0.1:
            words.insert(len(words) // 2, '"' + random_.choice(WORDS) + '"')
        return " ".join(words).capitalize()

    for number in range(count):
        mentions = []
        while len(mentions) < 4:
            one = bisect.bisect(weights, random_.random() * weights[-1])
            if one not in mentions:
                mentions.append(one)
        yield {"number": number, "title": text(5, 12), "label": f"dépêche n° {number}", "summary": text(20, 50),
               "date": str(start + datetime.timedelta(days=random_.randrange(5000))),
               "words": random_.randint(80, 2400), "share": f"0.{random_.randint(100, 999)}",
               "publisher": random_.randrange(PUBLISHERS), "mentions": mentions}


def escaped(text):
    return text.replace("\\", "\\\\").replace('"', '\\"')


def statements(article):
    subject = f"<{BASE}article/{article['number']}>"
    for predicate, value in (
            (RDF_TYPE, "<https://schema.org/NewsArticle>"),
            ("<https://schema.org/headline>", f'"{escaped(article["title"])}"@fr'),
            (LABEL, f'"{escaped(article["label"])}"@fr'),
            ("<http://purl.org/dc/terms/abstract>", f'"{escaped(article["summary"])}"@fr'),
            ("<https://schema.org/datePublished>", f'"{article["date"]}"^^<{XSD}date>'),
            ("<https://schema.org/wordCount>", f'"{article["words"]}"^^<{XSD}integer>'),
            ("<https://schema.org/position>", f'"{article["share"]}"^^<{XSD}decimal>'),
            ("<https://schema.org/publisher>", f"<{BASE}entity/publisher-{article['publisher']}>"),
            *(("<https://schema.org/mentions>", f"<{BASE}entity/{one}>") for one in article["mentions"])):
        yield f"{subject} {predicate} {value}"


def turtle(article):
    mentions = " , ".join(f"e:{one}" for one in article["mentions"])
    return (f'a:{article["number"]} a schema:NewsArticle ;\n'
            f'    schema:headline "{escaped(article["title"])}"@fr ;\n'
            f'    rdfs:label "{escaped(article["label"])}"@fr ;\n'
            f'    dcterms:abstract "{escaped(article["summary"])}"@fr ;\n'
            f'    schema:datePublished "{article["date"]}"^^xsd:date ;\n'
            f'    schema:wordCount {article["words"]} ;\n'
            f'    schema:position {article["share"]} ;\n'
            f'    schema:publisher e:publisher-{article["publisher"]} ;\n'
            f'    schema:mentions {mentions} .\n\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    names = (given.folder / f"press.{ending}" for ending in ("nt", "nq", "ttl"))
    nt, nq, ttl = (open(name, "w", encoding="utf-8") for name in names)
    with nt, nq, ttl:
        ttl.writelines(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
        for article in articles(-(-given.triples // PER_ARTICLE), given.seed):
            for statement in statements(article):
                nt.write(statement + " .\n")
                nq.write(f"{statement} <{BASE}article/{article['number']}/graph> .\n")
            ttl.write(turtle(article))


if __name__ == "__main__":
    main()
