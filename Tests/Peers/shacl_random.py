"""Holds random graphs against random shapes with griot and pySHACL, and compares the results.

    shacl_random.py GRIOT [--rounds 60] [--seed 1] [--keep FOLDER]

Where pySHACL breaks off, a shape is left out; how many are left is said, and must be most of them.
What pySHACL 0.40.1 answers wrongly is not asked:
- rdflib orders what SPARQL's < does not: terms of different kinds, booleans, strings with a language,
  durations, ill-formed literals; so constraints that compare are asked in every other round only, in
  which all values are literals of one kind, and dates without a time zone, which rdflib leaves off;
- sh:minLength 0 is taken to hold of blank nodes;
- sh:languageIn is taken to hold of the literal false, which Python takes for nothing;
- a sequence under an inverse path is followed backwards from its first step, so ^(p/q) as ^p/^q, where it is
  ^q/^p (SHACL, section 2.3.1.3; SPARQL 1.1, section 18.4).
"""
import argparse
import logging
import pathlib
import random
import subprocess
import sys
import tempfile
import warnings

import pyshacl
import rdflib

import shacl_results

PREFIXES = """@prefix : <http://e/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
NODES = [f":n{number}" for number in range(8)]
PROPERTIES = [":p", ":q", ":r"]
CLASSES = [":A", ":B", ":C"]
ORDERED = [["1", "2", "10", "1.5", "-3", "2.0e0", '"1"^^xsd:int', '"2.5"^^xsd:float', "100000000000000000000.5"],
           [f'"2024-0{month}-0{day}"^^xsd:date' for month in range(1, 5) for day in range(1, 4)],
           [f'"2024-01-0{day}T{hour}:00:00{zone}"^^xsd:dateTime'
            for day in (1, 2, 3) for hour in (10, 23) for zone in ("Z", "-05:00")]]
UNORDERED = ["1", "1.5", "2.0e0", '"a"', '"abc"', '"Été"', '"2024-01-01"^^xsd:date', '"1"^^xsd:int', "true", '""', '"a"@fr', '"a"@en', '"b"@fr', '"c"@fr-ml', '"d"@EN', '"x"^^xsd:integer',
             '"2015-13-45"^^xsd:date', '"300"^^xsd:byte', '"P1D"^^xsd:duration', '"oui"^^xsd:boolean']
DATATYPES = ["xsd:integer", "xsd:decimal", "xsd:string", "xsd:boolean", "xsd:date", "xsd:dateTime", "rdf:langString",
             "xsd:int", "xsd:byte", "xsd:double"]
KINDS = ["IRI", "BlankNode", "Literal", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral"]
LANGUAGES = ['"fr"', '"en"', '"fr-ML"', '"de"']
PATTERNS = ["^a", "b", "^http://e/n[0-3]$", "[0-9]{2,}", "^.{3}$", "(a|b)+c?$"]


class Shapes:
    def __init__(self, rng, compares):
        self.rng = rng
        self.compares = compares
        self.literals = rng.choice(ORDERED) if compares else UNORDERED

    def path(self, depth=0, is_inverse=False):
        kind = self.rng.random()
        if depth > 1 or kind < 0.55 or self.compares:
            return self.rng.choice(PROPERTIES)
        is_inverse = is_inverse or kind < 0.7
        inner = [self.path(depth + 1, is_inverse) for _ in range(2)]
        if kind < 0.7:
            return f"[ sh:inversePath {inner[0]} ]"
        if kind < 0.8 and not is_inverse:
            return f"( {inner[0]} {inner[1]} )"
        if kind < 0.88:
            return f"[ sh:alternativePath ( {inner[0]} {inner[1]} ) ]"
        return f"[ sh:{self.rng.choice(['zeroOrMorePath', 'oneOrMorePath', 'zeroOrOnePath'])} {inner[0]} ]"

    def some(self, choices, least=1, most=3):
        return " ".join(self.rng.sample(choices, self.rng.randint(least, most)))

    def of_values(self, depth):
        rng = self.rng
        choices = [
            lambda: f"sh:class {rng.choice(CLASSES)}",
            lambda: f"sh:datatype {rng.choice(DATATYPES)}",
            lambda: f"sh:nodeKind sh:{rng.choice(KINDS)}",
            lambda: f"sh:minLength {rng.randint(1, 10)}",
            lambda: f"sh:maxLength {rng.randint(0, 10)}",
            lambda: f'sh:pattern "{rng.choice(PATTERNS)}"' + (' ; sh:flags "i"' if rng.random() < 0.3 else ""),
            lambda: f"sh:languageIn ( {self.some(LANGUAGES)} )",
            lambda: f"sh:in ( {self.some(NODES + self.literals, 1, 8)} )",
            lambda: f"sh:hasValue {rng.choice(NODES + self.literals)}",
            lambda: f"sh:equals {rng.choice(PROPERTIES)}",
            lambda: f"sh:disjoint {rng.choice(PROPERTIES)}",
        ]
        if self.compares:
            choices += [lambda: f"sh:{rng.choice(['min', 'max'])}{rng.choice(['Inclusive', 'Exclusive'])} "
                                f"{rng.choice(self.literals)}"] * 3
        if depth < 2:
            choices += [
                lambda: f"sh:node [ {self.body(depth + 1)} ]",
                lambda: f"sh:not [ {self.body(depth + 1)} ]",
                lambda: f"sh:and ( {self.members(depth)} )",
                lambda: f"sh:or ( {self.members(depth)} )",
                lambda: f"sh:xone ( {self.members(depth)} )",
                lambda: f"sh:property [ {self.property(depth + 1)} ]",
            ]
        return rng.choice(choices)()

    def members(self, depth):
        return " ".join(f"[ {self.body(depth + 1)} ]" for _ in range(self.rng.randint(1, 3)))

    def body(self, depth):
        if self.rng.random() < 0.3:
            return self.property(depth)
        parts = [self.of_values(depth) for _ in range(self.rng.randint(1, 2))]
        if self.rng.random() < 0.1:
            parts.append(f"sh:closed true ; sh:ignoredProperties ( rdf:type {self.some(PROPERTIES, 0, 2)} )")
        return " ; ".join(self.once(parts))

    def property(self, depth):
        rng = self.rng
        parts = [f"sh:path {self.path()}"]
        for _ in range(rng.randint(1, 2)):
            choices = [
                lambda: self.of_values(depth), lambda: self.of_values(depth),
                lambda: f"sh:minCount {rng.randint(0, 3)}", lambda: f"sh:maxCount {rng.randint(0, 3)}",
                lambda: "sh:uniqueLang true",
                lambda: f"sh:qualifiedValueShape [ {self.body(depth + 1)} ] ; sh:qualifiedValueShapesDisjoint "
                        f"{rng.choice(['true', 'false'])} ; sh:qualified{rng.choice(['Min', 'Max'])}Count {rng.randint(0, 2)}",
            ]
            if depth > 1:
                del choices[5]
            if self.compares:
                choices += [lambda: f"sh:{rng.choice(['lessThan', 'lessThanOrEquals'])} {rng.choice(PROPERTIES)}"] * 2
            parts.append(rng.choice(choices)())
        if rng.random() < 0.15:
            parts.append(f"sh:severity sh:{rng.choice(['Info', 'Warning'])}")
        if rng.random() < 0.05:
            parts.append("sh:deactivated true")
        return " ; ".join(self.once(parts))

    @staticmethod
    def once(parts):
        """A shape has at most one value of most parameters."""
        kept, seen = [], set()
        for part in parts:
            name = part.split()[0]
            names = {name, "sh:flags"} if "sh:flags" in part else {name}
            if not names & seen:
                kept.append(part)
                seen |= names
        return kept

    def shape(self, number):
        rng = self.rng
        targets = rng.choice([
            lambda: f"sh:targetNode {rng.choice(NODES)}" + ("" if self.compares else f" , {rng.choice(self.literals)}"),
            lambda: f"sh:targetClass {rng.choice(CLASSES)}",
            lambda: f"sh:targetSubjectsOf {rng.choice(PROPERTIES)}",
            lambda: f"sh:targetObjectsOf {rng.choice(PROPERTIES)}",
        ][: 3 if self.compares else 4])()
        kind = "PropertyShape" if (body := self.body(0)).startswith("sh:path") else "NodeShape"
        return f":S{number} a sh:{kind} ; {targets} ; {body} .\n"


def data(rng, literals, compares):
    values = literals if compares else NODES + literals * 2 + ["_:b1", "_:b2"]
    lines = [":B rdfs:subClassOf :A ."]
    for _ in range(rng.randint(8, 30)):
        lines.append(f"{rng.choice(NODES + ['_:b1'])} {rng.choice(PROPERTIES)} {rng.choice(values)} .")
    for node in NODES:
        if rng.random() < 0.5:
            lines.append(f"{node} a {rng.choice(CLASSES)} .")
    return PREFIXES + "\n".join(lines) + "\n"


def of_pyshacl(data_text, shapes_text):
    """pySHACL's results, or None where it breaks off."""
    try:
        rdflib.NORMALIZE_LITERALS = False  # a literal is its lexical form; pySHACL sets it back
        data_graph = rdflib.Graph().parse(data=data_text, format="turtle")
        _, report, _ = pyshacl.validate(
            data_graph, shacl_graph=rdflib.Graph().parse(data=shapes_text, format="turtle"))
        return shacl_results.results(report)
    except Exception as error:  # its own faults have no type of their own
        return f"{type(error).__name__}: {error}"


def of_griot(griot, folder, data_text, shapes_text):
    files = {"data.ttl": data_text, "shapes.ttl": shapes_text}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    report = folder / "report.nt"
    ending = subprocess.run(
        [griot, "validate", folder / "data.ttl", "--shapes", folder / "shapes.ttl", "--format", "nt", "-o", report,
         "--max-results", "0", "--max-per-constraint", "0"], capture_output=True, text=True)
    if ending.returncode not in (0, 1) or not report.exists():
        sys.exit(f"griot ended with {ending.returncode}:\n{ending.stderr}\n{shapes_text}")
    rdflib.NORMALIZE_LITERALS = False
    found = shacl_results.results(rdflib.Graph().parse(report, format="nt"))
    report.unlink()
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("griot")
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shapes", type=int, default=6, help="in each round")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    compared = left_out = count = 0
    folder = pathlib.Path(tempfile.mkdtemp())
    faults = []
    for number in range(given.rounds):
        rng = random.Random(given.seed * 1_000_003 + number)
        maker = Shapes(rng, compares=number % 2 == 0)
        data_text = data(rng, maker.literals, maker.compares)
        kept, expected = [], None
        for shape in (maker.shape(index) for index in range(given.shapes)):
            alone = of_pyshacl(data_text, PREFIXES + shape)
            if isinstance(alone, str):
                left_out += 1
                continue
            kept.append(shape)
            expected = alone if expected is None else expected + alone
        if not kept:
            continue
        ours = of_griot(given.griot, folder, data_text, PREFIXES + "".join(kept))
        compared += len(kept)
        count += sum(ours.values())
        found = shacl_results.difference(ours, expected)
        if found:
            faults.append(f"round {number} of seed {given.seed}:\n" + "\n".join(found))
            (folder / f"{number}.ttl").write_text(data_text + "\n#---\n" + "".join(kept), encoding="utf-8")
    print(f"{compared} shapes compared with pySHACL, {count} results; {left_out} left out, where it breaks off")
    if compared < 3 * left_out or not count:
        sys.exit("too few are compared")
    if faults:
        sys.exit("\n\n".join(faults[:20]) + f"\n\n{len(faults)} rounds differ; see {folder}")


if __name__ == "__main__":
    main()
