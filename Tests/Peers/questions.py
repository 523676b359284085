"""Asks exports/minusma.ttl what a reader of the article would ask, and checks the answers.

Usage: questions.py FILE. Each answer comes with the words of the article that say it.
The questions are put together from the patterns in ontology/queries/.
"""
import pathlib
import re
import sys

import rdflib

graph = rdflib.Graph().parse(sys.argv[1], format="turtle")
QUERIES = pathlib.Path(__file__).parents[2] / "ontology/queries"
PREFIXES = """
PREFIX griot: <https://w3id.org/griot/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""


def pattern(name, **variables):
    """A query file as a subquery of which only the named variables are seen, under new names."""
    lines = (QUERIES / f"{name}.rq").read_text().splitlines()
    query = "\n".join(line for line in lines if not line.startswith(("PREFIX", "#", "ORDER BY")))
    for variable, new in variables.items():
        query, count = re.subn(rf"\?{variable}\b", f"?{new}", query)
        assert count, f"{name}.rq has no ?{variable}"
    seen = " ".join(f"?{new}" for new in variables.values())
    # An unbound variable would join with anything in the rest of the question.
    bound = " ".join(f"FILTER(BOUND(?{new}))" for new in variables.values())
    return f"{{ SELECT DISTINCT {seen} WHERE {{ {{ {query} }} {bound} }} }}\n"


def happened(name):
    return pattern("what-happened", subject=name)


def words(name):
    return pattern("what-supports-this", what=name, words="words")


def ask(question, where, want):
    rows = graph.query(PREFIXES + "SELECT DISTINCT * WHERE {" + where + "}")
    found = {tuple(str(row[name]) for name in want["names"]) for row in rows}
    missing = want["rows"] - found
    extra = found - want["rows"] if want.get("exactly") else set()
    if missing or extra:
        sys.exit(f"{question}\n  missing {sorted(missing)}\n  unexpected {sorted(extra)}\n  found {sorted(found)}")
    print(f"{question} {sorted(found)}")


def label(name):
    return f"?{name} rdfs:label ?{name}Label . FILTER(lang(?{name}Label) = 'en') "


ask("Who ended the mandate, and at whose request?",
    happened("end") + "?end a griot:MandateTermination ; griot:agent ?who ."
    + happened("ask") + "?ask a griot:Request ; griot:topic ?end ; griot:agent ?by ."
    + label("who") + label("by") + words("ask"),
    {"names": ["whoLabel", "byLabel", "words"], "exactly": True,
     "rows": {("UN Security Council", "junta", "À la demande de la junte")}})
ask("What did the junta break with?",
    happened("break") + "?break a griot:DiplomaticRupture ; griot:agent ?by ; griot:counterpart ?with ."
    + label("by") + label("with") + words("break"),
    {"names": ["byLabel", "withLabel", "words"], "exactly": True,
     "rows": {("junta", "France", "a rompu ses relations")}})
ask("What did it draw nearer to?",
    happened("near") + "?near a griot:DiplomaticRapprochement ; griot:agent ?by ; griot:counterpart ?to ."
    + label("by") + label("to") + words("near"),
    {"names": ["byLabel", "toLabel", "words"],
     "rows": {("junta", "Russia", "s’est rapprochée")}})
ask("What was denounced, by whom, of which year?",
    happened("act") + "?act a griot:AgreementDenunciation ; griot:agent ?by ; griot:theme ?what . ?what griot:inception ?year ."
    + label("by") + label("what") + words("act"),
    {"names": ["byLabel", "whatLabel", "year", "words"], "exactly": True,
     "rows": {("junta", "2015 peace agreement", "2015", "a également dénoncé")}})
ask("When is the last stage of the withdrawal, is it planned, who says so?",
    pattern("what-is-planned", what="event", date="date", by="by", source="in")
    + "?event a griot:Withdrawal ." + label("by") + label("in") + words("event"),
    {"names": ["date", "byLabel", "inLabel", "words"],
     "rows": {("2024-11-15", "Malian government", "government communiqué", "15 novembre 2024"),
              ("2024-11-15", "Malian government", "government communiqué", "dernière étape du retrait")}})
ask("How many died?",
    pattern("what-happened", subject="event", property="toll", value="number", bound="bound")
    + "FILTER(?toll = griot:deathToll) FILTER NOT EXISTS { ?event griot:deathToll ?plain }"
    + "?claim rdf:subject ?event ; rdf:predicate ?toll ; rdf:object ?number ." + words("claim"),
    {"names": ["number", "bound", "words"], "exactly": True,
     "rows": {("180", "https://w3id.org/griot/ontology#moreThan", "Plus de 180")}})
ask("How many withdrawals are there?",
    "?event a griot:Withdrawal ." + label("event") + words("event"),
    {"names": ["eventLabel", "words"],
     "rows": {("official withdrawal", "retrait officiel"),
              ("last stage of the withdrawal", "dernière étape du retrait"),
              ("pull-back of the peacekeepers", "retirer ses Casques bleus")}})
ask("Are there others?",
    "?event a griot:Withdrawal ." + label("event"),
    {"names": ["eventLabel"], "exactly": True,
     "rows": {("official withdrawal",), ("last stage of the withdrawal",), ("pull-back of the peacekeepers",)}})
ask("Which of them happened?",
    happened("event") + "?event a griot:Withdrawal ." + label("event"),
    {"names": ["eventLabel"], "exactly": True,
     "rows": {("official withdrawal",), ("pull-back of the peacekeepers",)}})
ask("Who attacked the mission, and is it a fact?",
    pattern("who-says-what", what="claim", status="status", subject="event", property="role", value="who")
    + "FILTER(?role = griot:agent) ?event a griot:ArmedAttack ."
    + "FILTER NOT EXISTS { ?claim prov:wasAttributedTo ?by } FILTER NOT EXISTS { ?event griot:agent ?plain }"
    + label("who") + words("claim"),
    {"names": ["whoLabel", "status", "words"], "exactly": True,
     "rows": {("jihadist groups", "https://w3id.org/griot/ontology#reported", "attribuées aux")}})
ask("What may have become of the equipment?",
    pattern("what-is-denied-or-possible", what="event", branchOf="whole", status="status")
    + "?event a ?kind . ?whole a griot:EquipmentDisposal ." + happened("whole") + words("event"),
    {"names": ["kind", "status", "words"], "exactly": True,
     "rows": {(f"https://w3id.org/griot/ontology#{kind}", "https://w3id.org/griot/ontology#possible", words)
              for kind, words in (("Handover", "remis aux autorités maliennes"), ("Evacuation", "ou évacués"))}})
