"""Builds an authority of 1,000,000 generated labels beside the real ones and links 10,000 entities.

    link_large.py GRIOT SHARED [--labels 1000000] [--entities 10000] [--check]

The seed's entities are linked in the large authority and in the small one: the decisions are the same.
Of the generated entities every other one is in the authority, under a label that differs in case and
accents; those are linked, and the others are not. --check fails where building takes 2 minutes or more, or
linking 30 seconds or more.
"""
import argparse
import json
import os
import pathlib
import random
import subprocess
import tempfile
import time

import reconciliation

ROOT = pathlib.Path(__file__).resolve().parents[2]
WIKIDATA = "http://www.wikidata.org/entity/"
SYLLABLES = ["ba", "ma", "ko", "do", "gou", "ségou", "mop", "ti", "ka", "yes", "sik", "asso", "tom", "bou",
             "ctou", "ga", "né", "fa", "la", "bè", "dié", "mé", "na", "ra", "sou", "wo", "zan", "kou", "li"]
WORDS = ["Saint", "Nord", "Sud", "Port", "Mont", "Val", "Neuve", "Grande", "Petite", "Ville", "des", "sur"]


def names(count, seed, taken):
    """Names that differ from each other and from those that are taken, in more than case."""
    chance = random.Random(seed)
    seen = set(taken)
    while len(seen) < count + len(taken):
        name = "".join(chance.choices(SYLLABLES, k=chance.randint(3, 5))).capitalize()
        if chance.random() < 0.5:
            name = f"{chance.choice(WORDS)} {name}"
        if chance.random() < 0.2:
            name += f" {chance.choice(WORDS)} {''.join(chance.choices(SYLLABLES, k=2)).capitalize()}"
        if name.casefold() not in seen:
            seen.add(name.casefold())
            yield name


def work():
    """The processor time of the children since the last call."""
    spent = sum(os.times()[2:4])
    used, work.spent = spent - work.spent, spent
    return used


work.spent = 0.0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("griot")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--labels", type=int, default=1_000_000)
    parser.add_argument("--entities", type=int, default=10_000)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    griot = str(pathlib.Path(arguments.griot).resolve())
    rows, expected = reconciliation.table(arguments.shared)
    taken = {row["name"].casefold() for row in rows}
    all_names = list(names(arguments.labels + arguments.entities // 2, 1, taken))
    known, others = all_names[:arguments.labels], all_names[arguments.labels:]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "real.nt").write_text("".join(
            f'<{WIKIDATA}{row["id"]}> <http://www.w3.org/2000/01/rdf-schema#label> "{row["name"]}"@fr .\n'
            f'<{WIKIDATA}{row["id"]}> <http://www.wikidata.org/prop/direct/P31> <{WIKIDATA}{row["type"]}> .\n'
            for row in rows), encoding="utf-8")
        with open(folder / "generated.nt", "w", encoding="utf-8") as file:
            for number, label in enumerate(known):
                item = f"<{WIKIDATA}Q8{number:08}>"
                file.write(f'{item} <http://www.w3.org/2000/01/rdf-schema#label> "{label}"@fr .\n'
                           f"{item} <http://www.wikidata.org/prop/direct/P31> <{WIKIDATA}Q515> .\n")
        build = [griot, "authority", "build", "-q", "--namespace", WIKIDATA]
        subprocess.run([*build, "real.nt", "-o", "small.sqlite"], cwd=folder, check=True)
        work()
        begun = time.monotonic()
        subprocess.run([*build, "real.nt", "generated.nt", "-o", "large.sqlite"], cwd=folder, check=True)
        built, built_work = time.monotonic() - begun, work()
        record = json.loads((ROOT / "seeds/minusma.json").read_text())
        for entity in record["entities"]:
            entity.pop("same", None)
        (folder / "seed.json").write_text(json.dumps(record))
        chance = random.Random(2)
        asked = [label.upper() for label in chance.sample(known, arguments.entities - len(others))] + others
        with open(folder / "asked.jsonl", "w", encoding="utf-8") as file:
            for start in range(0, len(asked), 20):
                entities = [{"id": f"e{start + number}", "type": "City", "named": True, "label": label}
                            for number, label in enumerate(asked[start:start + 20])]
                file.write(json.dumps({"griot": 1, "source": {"id": f"a{start}", "language": "fr"},
                                       "entities": entities}) + "\n")

        def links(record, authority):
            ended = subprocess.run([griot, "link", record, "--authority", authority, "-o", "-", "-q"], cwd=folder,
                                   check=True, capture_output=True, text=True)
            cells = (line.split(" ") for line in ended.stdout.splitlines())
            return {row[0].rsplit("/", 1)[1][:-1]: row[2].strip("<>") for row in cells if row[1].endswith("#sameAs>")}

        small, large = links("seed.json", "small.sqlite"), links("seed.json", "large.sqlite")
        work()
        begun = time.monotonic()
        linked = links("asked.jsonl", "large.sqlite")
        took, took_work = time.monotonic() - begun, work()
        index = {label: f"{WIKIDATA}Q8{number:08}" for number, label in enumerate(known)}
        upper = {label.upper(): iri for label, iri in index.items()}
        right = sum(linked.get(f"e{number}") == upper.get(label) for number, label in enumerate(asked)
                    if label in upper)
        wrong = sum(f"e{number}" in linked for number, label in enumerate(asked) if label not in upper)
        size = (folder / "large.sqlite").stat().st_size
    same = small == large == expected
    if not same:
        print("small", small, "large", large, "expected", expected)
    print(f"{len(known):,} labels built in {built:.1f} s (processor {built_work:.1f} s), {size / 1e6:.0f} MB; {len(asked):,} entities linked in "
          f"{took:.1f} s (processor {took_work:.1f} s): {right:,} of {len(asked) - len(others):,} that are there, {wrong} of {len(others):,} that are not; "
          f"the seed's decisions are {'the same' if same else 'NOT the same'}")
    if not same or wrong or arguments.check and (built >= 120 or took >= 30):
        raise SystemExit(1)


main()
