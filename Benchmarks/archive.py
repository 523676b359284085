#!/usr/bin/env python3
"""Writes an archive of extraction records in JSON Lines, the same for the same seed.

    archive.py OUT.jsonl [--articles 10000] [--seed 1]

All names are made up. Every record passes `griot check` and conforms under `griot validate`.
"""
import argparse
import bisect
import datetime
import hashlib
import itertools
import json
import random
import unicodedata

ONSETS = "b br d dr f g gr k kr l m n ndr p r s t tr v z".split()
VOWELS = "a a a é e i o ou ô è aï u".split()
CODAS = ["", "", "", "", "n", "l", "r", "s"]
FIRST = ("Aminé Bérénice Célian Dorée Éloi Fanélie Gaël Hélène Inès Joël Kévin Léa Maël Noémie Océane "
         "Québin René Salomé Théo Ursule Véra Wilfrid Yaël Zoé").split()
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
NUMBERS = {3: "trois", 5: "cinq", 8: "huit", 12: "douze", 20: "vingt", 45: "quarante-cinq"}

# Class, words before the name, share of the pool
KINDS = [
    ("Person", "", 34), ("City", "", 14), ("Country", "", 8), ("Region", "région de ", 5),
    ("Facility", "base aérienne de ", 3), ("ArmedGroup", "Front libre de ", 8),
    ("ArmedForces", "armée de ", 4), ("Government", "gouvernement de ", 5),
    ("Ministry", "ministère des Affaires étrangères de ", 4),
    ("IntergovernmentalOrganization", "Communauté des États de ", 3),
    ("PeacekeepingMission", "Mission de stabilité à ", 3), ("PoliticalParty", "Parti du progrès de ", 3),
    ("NonGovernmentalOrganisation", "Secours médical ", 2), ("Agreement", "accord de paix de ", 4),
]
PLACES = {"City", "Country", "Region", "Facility"}
ACTORS = {kind for kind, _, _ in KINDS} - {"City", "Region", "Facility", "Agreement"}
FORCES = {"ArmedGroup", "ArmedForces", "PeacekeepingMission"}
STATES = {"Country", "Government", "IntergovernmentalOrganization"}

# Class, infinitive, participle, label, who acts, role and class of what it is done to
EVENTS = [
    ("ArmedAttack", "attaquer", "attaqué", "attaque", FORCES, "target", PLACES | FORCES),
    ("Airstrike", "bombarder", "bombardé", "frappe aérienne", FORCES, "target", PLACES),
    ("Negotiation", "négocier avec", "négocié avec", "négociation", ACTORS, "counterpart", ACTORS),
    ("Meeting", "rencontrer", "rencontré", "rencontre", ACTORS, "counterpart", ACTORS),
    ("AgreementSigning", "signer", "signé", "signature", ACTORS, "theme", {"Agreement"}),
    ("AgreementDenunciation", "dénoncer", "dénoncé", "dénonciation", STATES | FORCES, "theme", {"Agreement"}),
    ("Deployment", "se redéployer vers", "fait mouvement vers", "déploiement", FORCES, "destination", PLACES),
    ("Withdrawal", "quitter", "quitté", "retrait", FORCES, "origin", PLACES),
    ("SanctionImposition", "sanctionner", "sanctionné", "régime de sanctions", STATES, "target", ACTORS),
    ("Expulsion", "expulser", "expulsé", "expulsion", STATES, "theme", ACTORS),
    ("DiplomaticRupture", "rompre avec", "rompu avec", "rupture des relations", STATES, "counterpart", STATES),
    ("Arrest", "arrêter", "arrêté", "arrestation", STATES | FORCES, "theme", {"Person"}),
    ("Appointment", "désigner", "désigné", "désignation d’un médiateur", STATES, "theme", {"Person"}),
    ("Statement", "mettre en garde", "mis en garde", "déclaration", ACTORS, "addressee", ACTORS),
]

# Property, words, classes of its subject, classes of its object
RELATIONS = [
    ("memberOf", "membre de", {"Person"}, ACTORS - {"Person"}),
    ("leads", "qui dirige", {"Person"}, ACTORS - {"Person"}),
    ("operatesIn", "actif à", ACTORS, PLACES),
    ("alliedWith", "allié de", ACTORS, ACTORS),
    ("opposes", "hostile à", ACTORS, ACTORS | {"Agreement"}),
    ("supportsActor", "soutien de", ACTORS, ACTORS),
    ("affiliatedWith", "proche de", ACTORS, ACTORS),
    ("locatedIn", "situé à", {"City", "Facility"}, {"Country", "Region"}),
    ("armedForceOf", "bras armé de", {"ArmedForces"}, {"Country"}),
    ("governmentOf", "au pouvoir à", {"Government"}, {"Country"}),
    ("partyTo", "partie à", ACTORS, {"Agreement"}),
    ("operatedBy", "mené par", {"PeacekeepingMission"}, {"IntergovernmentalOrganization"}),
]
STATUSES = ["asserted"] * 6 + ["planned", "possible", "reported", "denied"]
VERBS = {"asserted": "a {1}", "planned": "doit {0}", "possible": "pourrait {0}",
         "reported": "aurait {1}", "denied": "dément avoir {1}"}
TRAITS = ["très fragile", "isolé", "sous tension", "affaibli par les défections", "prêt au dialogue"]
FILLERS = [
    "La situation reste tendue, d’après plusieurs témoins joints par téléphone. ",
    "Aucun bilan indépendant n’a pu être établi dans l’immédiat. ",
    "« Nous n’avons plus d’électricité depuis dimanche », raconte une habitante. ",
    "Les écoles ont fermé et les marchés tournent au ralenti. ",
    "Le porte-parole a refusé de préciser le calendrier. ",
]


def name(rng):
    syllables = rng.choice((2, 2, 3))
    return "".join(rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS)
                   for _ in range(syllables)).capitalize()


def slug(text):
    plain = unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode().lower()
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split())


def make_pool(size, rng):
    kinds = [kind for kind in KINDS for _ in range(kind[2])]
    pool = []
    for number in range(size):
        kind, before, _ = rng.choice(kinds)
        label = f"{rng.choice(FIRST)} {name(rng)}" if kind == "Person" else before + name(rng)
        entity = {"id": f"{slug(label)}-{number}", "type": kind, "named": True,
                  "label": {"fr": label} if rng.random() < 0.6 else {"fr": label, "en": f"{label} (en)"}}
        if rng.random() < 0.25:
            entity["alias"] = {"fr": [label.split()[-1]]}
        if rng.random() < 0.3:
            entity["same"] = [f"https://authority.example.net/id/{number:07d}"]
        if rng.random() < 0.1:
            entity["pages"] = [f"https://encyclopedia.example.net/notice/{number}"]
        pool.append((entity, label))
    return pool


class Text:
    """The article's text as it grows, with offsets in code points."""

    def __init__(self, rng):
        self.rng, self.parts, self.length = rng, [], 0

    def put(self, words):
        start = self.length
        self.parts.append(words)
        self.length += len(words)
        span = {"start": start, "end": self.length}
        if self.rng.random() < 0.7:
            span["text"] = words
        return span


class Article:
    def __init__(self, number, pool, weights, rng):
        self.rng, self.text = rng, Text(rng)
        self.day = datetime.date(2019, 1, 1) + datetime.timedelta(days=rng.randrange(2500))
        self.number, self.entities, self.labels, self.events, self.relations = number, [], {}, [], []
        self.shared = rng.random() < 0.5
        self.pick(pool, weights)

    def pick(self, pool, weights):
        chosen, wanted = {}, self.rng.randint(8, 14)
        while len(chosen) < wanted:
            chosen[bisect.bisect_left(weights, self.rng.random() * weights[-1])] = None
        for index, place in enumerate(chosen):
            entity, label = pool[place]
            entity = dict(entity) if self.shared else dict(entity, id=f"e{index + 1}")
            self.entities.append(entity | {"mentions": []})
            self.labels[entity["id"]] = label

    def any(self, kinds, *but):
        found = [e for e in self.entities if e["type"] in kinds and e not in but]
        return self.rng.choice(found) if found else None

    def mention(self, entity, after=" "):
        entity["mentions"].append(self.text.put(self.labels[entity["id"]]))
        self.text.put(after)

    def date(self):
        rng, day = self.rng, self.day + datetime.timedelta(days=self.rng.randint(-90, 60))
        year, month, iso = day.year, MONTHS[day.month - 1], day.isoformat()
        edtf, words, part = rng.choice([
            (iso, f"le {day.day} {month} {year}", None), (iso, f"le {day.day} {month}", None),
            (iso[:7], f"en {month} {year}", None), (iso[:7], f"début {month} {year}", "early"),
            (str(year), f"en {year}", None), (str(year), f"fin {year}", "end"),
            (f"{year}~", f"vers {year}", None), (f"{iso[:7]}?", f"sans doute en {month}", None),
            (f"{iso}/{day + datetime.timedelta(days=rng.randint(1, 9))}", f"à partir du {day.day} {month}", None),
            (f"[{iso},{day + datetime.timedelta(days=7)}]", "un mercredi soir", "evening")])
        found = {"edtf": edtf}
        if part:
            found["part"] = part
        if rng.random() < 0.5:
            found["text"] = words
        return found | {"evidence": [self.text.put(words)]}

    def qualify(self, item, status, speaker):
        item["status"] = status
        if speaker:
            item["attributedTo"] = speaker["id"]
        if self.rng.random() < 0.4:
            item["confidence"] = round(self.rng.uniform(0.5, 0.99), 2)

    def speaker(self, *but):
        person = self.any(ACTORS, *but) if self.rng.random() < 0.2 else None
        if person:
            self.text.put("Selon ")
            self.mention(person, ", ")
        return person

    def event(self, number):
        rng = self.rng
        while True:
            kind, infinitive, participle, label, agents, role, objects = rng.choice(EVENTS)
            agent = self.any(agents)
            other = agent and self.any(objects, agent)
            if other:
                break
        status, speaker = rng.choice(STATUSES), self.speaker(agent, other)
        event = {"id": f"v{number}", "type": kind, "label": {"fr": f"{label} : {self.labels[other['id']]}"}}
        self.mention(agent)
        evidence = [self.text.put(VERBS[status].format(infinitive, participle))]
        self.text.put(" ")
        self.mention(other)
        place = self.any(PLACES, other) if rng.random() < 0.4 else None
        roles = {"agent": [agent["id"]], role: [other["id"]]}
        if place:
            self.text.put("à ")
            held = {"id": place["id"], "status": "reported", "evidence": [self.text.put(self.labels[place["id"]])]}
            roles["place"] = [held if rng.random() < 0.3 else place["id"]]
            self.text.put(" ")
        if rng.random() < 0.75:
            event["date"] = self.date()
        self.qualify(event, status, speaker)
        event |= {"roles": roles, "evidence": evidence}
        if rng.random() < 0.1:
            days = rng.choice(list(NUMBERS))
            self.text.put(", pendant ")
            span = self.text.put(f"environ {NUMBERS[days]} jours")
            event["duration"] = {"value": f"P{days}D", "bound": "approximately",
                                 "text": f"environ {NUMBERS[days]} jours", "evidence": [span]}
        if number > 1 and rng.random() < 0.1:
            event["partOf"] = f"v{rng.randint(1, number - 1)}"
        self.text.put(". ")
        self.events.append(event)
        return kind in ("ArmedAttack", "Airstrike") and status == "asserted" and rng.random() < 0.6

    def deaths(self, number):
        rng, victims, toll = self.rng, f"g{number}", self.rng.randint(2, 90)
        self.text.put("L’attaque a fait ")
        bound, words = rng.choice([("moreThan", "plus de "), ("atLeast", "au moins "), ("approximately", "environ ")])
        span = self.text.put(f"{words}{toll}")
        self.text.put(" ")
        who = rng.choice(["civils", "déplacés", "soldats", "réfugiés"])
        self.entities.append({"id": victims, "type": "PersonnelGroup", "named": False, "label": {"fr": who},
                              "mentions": [self.text.put(who)]})
        self.text.put(" ")
        dead = self.text.put("tués")
        self.text.put(". ")
        self.events.append({
            "id": f"v{number}", "type": "Death", "label": {"fr": f"mort de {who}"}, "status": "asserted",
            "roles": {"victim": [victims]}, "partOf": f"v{number - 1}", "evidence": [dead],
            "properties": {"deathToll": {"value": toll, "unit": "persons", "bound": bound,
                                         "status": "asserted", "evidence": [span]}}})

    def relation(self, number):
        rng = self.rng
        if len(self.events) > 1 and rng.random() < 0.15:
            first, second = rng.sample(self.events, 2)
            kind, words = rng.choice([("causedBy", "en représailles"), ("after", "peu après")])
            speaker = self.speaker()
            found = {"id": f"r{number}", "type": kind, "subject": first["id"], "object": second["id"]}
            evidence = self.text.put(words)
        elif rng.random() < 0.1:
            subject, words = rng.choice(self.entities), rng.choice(TRAITS)
            speaker = self.speaker(subject)
            found = {"id": f"r{number}", "type": "assessment", "subject": subject["id"], "value": words,
                     "language": "fr"}
            evidence = self.text.put(words)
        else:
            while True:
                kind, words, subjects, objects = rng.choice(RELATIONS)
                subject = self.any(subjects)
                other = subject and self.any(objects, subject)
                if other:
                    break
            speaker = self.speaker(subject, other)
            self.mention(subject)
            evidence = self.text.put(words)
            self.text.put(" ")
            self.mention(other, "")
            found = {"id": f"r{number}", "type": kind, "subject": subject["id"], "object": other["id"]}
        self.text.put(". ")
        self.qualify(found, rng.choice(STATUSES), speaker)
        if rng.random() < 0.06:
            found["interval"] = {"edtf": f"{self.day.year - rng.randint(1, 5)}/..", "text": "depuis plusieurs années"}
        if rng.random() < 0.05:
            found["basis"] = "background"
        if rng.random() < 0.03:
            found["degree"] = rng.choice(["mainly", "partly"])
        self.relations.append(found | {"evidence": [evidence]})

    def record(self):
        rng = self.rng
        title = f"{self.labels[self.entities[0]['id']]} au cœur d’une nouvelle crise"
        self.text.put(title + "\n\n")
        # A pool's draw may lack what all events need; two places and two armed actors serve most of them.
        for kind, label in (("City", "Port-Réal"), ("Country", "Valdorée"), ("ArmedForces", "garde de Valdorée")):
            if not self.any({kind}):
                key = f"x{kind.lower()}"
                self.labels[key] = label
                self.entities.append({"id": key, "type": kind, "named": True, "label": {"fr": label}, "mentions": []})
        wanted, number = rng.randint(4, 7), 1
        while number <= wanted:
            if self.event(number):
                number += 1
                self.deaths(number)
            number += 1
            if rng.random() < 0.5:
                self.text.put(rng.choice(FILLERS))
        for number in range(1, rng.randint(5, 10) + 1):
            self.relation(number)
        for entity in self.entities:
            if not entity["mentions"]:
                self.text.put("À suivre : ")
                self.mention(entity, ". ")
            if entity["type"] in ACTORS - {"Person", "Country"} and rng.random() < 0.1:
                count = rng.randint(2, 40) * 50
                entity["properties"] = {"strength": {
                    "value": count, "unit": "persons", "bound": "approximately", "status": "reported",
                    "evidence": [self.text.put(f"quelque {count} membres")]}}
                self.text.put(". ")
            elif entity["type"] in PLACES and rng.random() < 0.1:
                words = rng.choice(TRAITS)
                entity["properties"] = {"condition": {"value": words, "language": "fr", "status": "asserted",
                                                      "evidence": [self.text.put(words)]}}
                self.text.put(". ")
            elif entity["type"] == "Agreement" and rng.random() < 0.3:
                entity["properties"] = {"inception": str(self.day.year - rng.randint(0, 9))}
        text, source = "".join(self.text.parts), f"{self.day:%Y-%m}-{self.number:07d}"
        source = {"id": source, "title": title, "language": "fr", "published": self.day.isoformat(),
                  "url": f"https://press.example.net/{self.day:%Y/%m/%d}/{self.number}",
                  "publisher": rng.choice(["Le Courrier du Détroit", "L’Écho des Rives", "Agence Méridienne"]),
                  "authors": [f"{rng.choice(FIRST)} {name(rng)}"], "text": text}
        if rng.random() < 0.5:
            source["sha256"] = hashlib.sha256(text.encode()).hexdigest()
        record = {"griot": 1, "source": source,
                  "extractor": {"name": "archive", "version": "1", "run": "2026-01-15"},
                  "entities": self.entities, "relations": self.relations, "events": self.events}
        return record | {"ids": "shared"} if self.shared else record


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    rng = random.Random(given.seed)
    size = max(400, given.articles // 5)
    pool = make_pool(size, rng)
    weights = list(itertools.accumulate((rank + 1) ** -1.05 for rank in range(size)))
    with open(given.out, "w", encoding="utf-8") as out:
        for number in range(given.articles):
            record = Article(number, pool, weights, rng).record()
            out.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
