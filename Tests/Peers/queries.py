"""Checks that rdflib and oxigraph answer each file of ontology/queries/ alike, and rightly.

Usage: queries.py FILE... where each FILE is exports/minusma.ttl or exports/ceasefire.ttl.
"""
import pathlib
import sys

import pyoxigraph
import rdflib

QUERIES = sorted((pathlib.Path(__file__).parents[2] / "ontology/queries").glob("*.rq"))

# Of each answer: the columns looked at, the rows that must be there, those that must not.
WANT = {
    "minusma": {
        "what-happened": (
            ("subject", "property", "value", "bound", "date"),
            {("v_coup", "type", "CoupDEtat", None, "2020"),
             ("v_official_withdrawal", "agent", "minusma", None, "2023"),
             ("v_deaths", "deathToll", "180", "moreThan", None),
             ("v_liquidation", "duration", "P1M", "moreThan", None),
             ("unsc", "partOf", "un", None, None)},
            {("v_final_withdrawal", "type", "Withdrawal", None, "2024-11-15"),
             ("v_deaths", "deathToll", "180", None, None),
             ("v_attacks", "agent", "jihadist_groups", None, None),
             ("v_equipment_handover", "type", "Handover", None, None)}),
        "what-is-planned": (
            ("what", "property", "value", "date", "by", "source"),
            {("v_final_withdrawal", "agent", "minusma", "2024-11-15", "malian_authorities", "communique"),
             ("v_presence_end", "type", "MissionEnd", "2024-11-15", None, None),
             ("r27", "endedBy", "v_final_withdrawal", None, None, None)},
            {("v_coup", "type", "CoupDEtat", "2020", None, None)}),
        "what-is-denied-or-possible": (
            ("what", "status", "property", "value", "branchOf"),
            {("v_equipment_handover", "possible", "type", "Handover", "v_equipment"),
             ("v_equipment_evacuation", "possible", "type", "Evacuation", "v_equipment"),
             ("r29", "possible", "partOf", "v_ruptures", None)},
            set()),
        "who-says-what": (
            ("what", "status", "by", "source", "property", "value"),
            {("v_attacks.agent.1", "reported", None, None, "agent", "jihadist_groups"),
             ("v_camp", "planned", "malian_authorities", "communique", "type", "Handover")},
            {("v_coup", "asserted", None, None, "type", "CoupDEtat")}),
        "what-supports-this": (
            ("what", "how", "property", "words", "start", "end"),
            {("minusma", "identifying", None, "Minusma", "60", "67"),
             ("v_coup", "linking", "date", "de 2020", "1172", "1179"),
             ("r12", "linking", None, "affiliés à Al-Qaïda", "1982", "2001")},
            set()),
    },
    "ceasefire": {
        "what-happened": (
            ("subject", "property", "value", "date"),
            {("v_attack", "place", "port", "2031-04"),
             ("sanctions_imposed", "target", "union", "2029~/.."),
             ("noor", "condition", "mediator", None)},
            {("v_weapons", "type", "Handover", None),
             ("v_injuries", "type", "Injury", None),
             ("council", "opposes", "v_election", None)}),
        "what-is-planned": (
            ("what", "property", "value", "date", "by"),
            {("v_election", "type", "Election", "../2031-11-29", "ministry"),
             ("v_port", "theme", "port", None, None)},
            {("v_leave", "origin", "port", None, None)}),
        "what-is-denied-or-possible": (
            ("what", "status", "property", "value", "by", "branchOf"),
            {("v_weapons", "denied", "recipient", "council", "union", None),
             ("v_leave", "possible", "origin", "port", None, "v_port")},
            set()),
        "who-says-what": (
            ("what", "status", "by", "subject", "property", "value", "bound"),
            {("c1", "asserted", "ministry", "council", "opposes", "v_election", None),
             ("v_weapons", "denied", "union", "v_weapons", "type", "Handover", None),
             ("v_injuries.injuryToll.1", "reported", None, "v_injuries", "injuryToll", "30", "atLeast")},
            {("v_attack", "asserted", None, "v_attack", "type", "ArmedAttack", None)}),
        "what-supports-this": (
            ("what", "words", "start", "end"),
            {("v_weapons", "denied that it had sent weapons", "232", "263"),
             # Decomposed as in the article: no text is normalised.
             ("cafe", "Cafe\u0301 Morane", "87", "99")},
            set()),
    },
}


def short(value, is_iri):
    return value.replace("#", "/").rsplit("/", 1)[-1] if is_iri else value


def rdflib_rows(path, query):
    rows = rdflib.Graph().parse(path).query(query)
    return {tuple(None if row[name] is None
                  else short(str(row[name]), isinstance(row[name], rdflib.URIRef))
                  for name in rows.vars) for row in rows}


def oxigraph_rows(path, query):
    store = pyoxigraph.Store()
    store.load(path=path, format=pyoxigraph.RdfFormat.TURTLE)
    return {tuple(None if term is None
                  else short(term.value, isinstance(term, pyoxigraph.NamedNode))
                  for term in row) for row in store.query(query)}


for path in sys.argv[1:]:
    want = WANT[pathlib.Path(path).stem]
    assert set(want) == {file.stem for file in QUERIES}, "a query has no expectation, or the reverse"
    for file in QUERIES:
        query = file.read_text()
        assert query.startswith("# ") and "?" in query.splitlines()[0], f"{file.name}: no question on line 1"
        rows = rdflib_rows(path, query)
        other = oxigraph_rows(path, query)
        if rows != other:
            sys.exit(f"{file.name} on {path}: rdflib and oxigraph differ in {rows ^ other}")
        names = [str(name) for name in rdflib.Graph().query(query).vars]
        columns, present, absent = want[file.stem]
        found = {tuple(row[names.index(name)] for name in columns) for row in rows}
        if present - found or absent & found:
            sys.exit(f"{file.name} on {path}: missing {present - found}, unexpected {absent & found}")
        print(f"{file.name} on {path}: {len(rows)} rows alike")
