"""Asks exports/minusma.ttl what a reader of the article would ask, and checks the answers.

Usage: questions.py FILE. Each answer comes with the words of the article that say it.
"""
import sys

import rdflib

graph = rdflib.Graph().parse(sys.argv[1], format="turtle")
PREFIXES = """
PREFIX griot: <https://w3id.org/griot/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
WORDS = """?note oa:hasBody %s ; oa:hasTarget/oa:hasSelector/oa:exact ?words ."""


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
    "?end a griot:MandateTermination ; griot:agent ?who . ?ask a griot:Request ; griot:topic ?end ; griot:agent ?by ."
    + label("who") + label("by") + WORDS % "?ask",
    {"names": ["whoLabel", "byLabel", "words"], "exactly": True,
     "rows": {("UN Security Council", "junta", "À la demande de la junte")}})
ask("What did the junta break with?",
    "?break a griot:DiplomaticRupture ; griot:agent ?by ; griot:counterpart ?with ."
    + label("by") + label("with") + WORDS % "?break",
    {"names": ["byLabel", "withLabel", "words"], "exactly": True,
     "rows": {("junta", "France", "a rompu ses relations")}})
ask("What did it draw nearer to?",
    "?near a griot:DiplomaticRapprochement ; griot:agent ?by ; griot:counterpart ?to ."
    + label("by") + label("to") + WORDS % "?near",
    {"names": ["byLabel", "toLabel", "words"],
     "rows": {("junta", "Russia", "s’est rapprochée")}})
ask("What was denounced, by whom, of which year?",
    "?act a griot:AgreementDenunciation ; griot:agent ?by ; griot:theme ?what . ?what griot:inception ?year ."
    + label("by") + label("what") + WORDS % "?act",
    {"names": ["byLabel", "whatLabel", "year", "words"], "exactly": True,
     "rows": {("junta", "2015 peace agreement", "2015", "a également dénoncé")}})
ask("When is the last stage of the withdrawal, is it planned, who says so?",
    "?event a griot:Withdrawal ; griot:status griot:planned ; griot:date ?date ; prov:wasAttributedTo ?by ; prov:hadPrimarySource ?in ."
    + label("by") + label("in") + WORDS % "?event",
    {"names": ["date", "byLabel", "inLabel", "words"],
     "rows": {("2024-11-15", "Malian government", "government communiqué", "15 novembre 2024"),
              ("2024-11-15", "Malian government", "government communiqué", "dernière étape du retrait")}})
ask("How many died?",
    "?claim rdf:predicate griot:deathToll ; rdf:object ?number ; griot:bound ?bound . FILTER NOT EXISTS { ?event griot:deathToll ?plain }"
    + WORDS % "?claim",
    {"names": ["number", "bound", "words"], "exactly": True,
     "rows": {("180", "https://w3id.org/griot/ontology#moreThan", "Plus de 180")}})
ask("How many withdrawals are there?",
    "?event a griot:Withdrawal ." + label("event"),
    {"names": ["eventLabel"], "exactly": True,
     "rows": {("official withdrawal",), ("last stage of the withdrawal",), ("pull-back of the peacekeepers",)}})
