"""Links mentions of French newspapers of 1850 to 1950 and measures precision and recall.

    link_newspapers.py GRIOT SHARED [--curve] [--check] [--without-many]

The mentions are HIPE 2022's NewsEye set (SHARED/corpora), linked to Wikidata by hand, OCR noise and all.
Mentions that a line break cuts in two are left out. A mention's only right match is the thing that it was
linked to by hand, if the authority has that; a mention that was linked to nothing (NIL) has none.

whole: the authority has what all documents call all things, those of NIL as things of their own. So it
has all homonyms there are, as one that covers its field has; a match with a thing of NIL is counted as
none.
halves: the authority has what every other document calls the things that were linked, and the mentions of
the other documents are looked up in it; then the other way round. So it lacks most homonyms.

Where the text itself shows that a mention was linked to the wrong thing by hand, ANNOTATIONS says so; the
figures are given both as linked by hand and with these put right.

--without-many takes the lines "many" out of the table of types, so that names of one word are matched too; only
the whole is then held to a precision of 1.
--curve prints precision and recall by threshold as linked by hand, --check fails below a precision of 1 with
what is wrong by hand put right.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
WIKIDATA = "http://www.wikidata.org/entity/"
KINDS = {"PER": ("Person", "Q5"), "LOC": ("Place", "Q82794"), "ORG": ("Organisation", "Q43229")}
# What was linked by hand to nothing, or to something else, and is this thing by the words around it: the son-in-law
# of Paul Langevin in test_fr_8 ("Hélène et Jacques Solomon, fille et gendre du professeur Paul Langevin", NIL) is
# that of test_fr_35 ("Langevin […] Jacques Solomon, son gendre", Q3160017).
ANNOTATIONS = {("Jacques Solomon", "NIL"): "Q3160017"}
THRESHOLDS = [0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.92, 0.95, 0.97, 0.99, 1.0]


def documents(path):
    """The mentions of each document: surface, kind, id."""
    found = collections.OrderedDict()
    document = mention = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# hipe2022:document_id"):
            document = found.setdefault(line.split("=")[1].strip(), [])
            mention = None
            continue
        cells = line.split("\t")
        if line.startswith("#") or len(cells) < 10 or cells[0] == "TOKEN":
            continue
        if cells[1].startswith("B-"):
            mention = ["", cells[1][2:], cells[7]]
            document.append(mention)
        elif not cells[1].startswith("I-"):
            mention = None
        if mention is not None:
            text, notes = cells[0], cells[9]
            if text.endswith("¬") or text.endswith("-") and "EndOfLine" in notes:
                text, notes = text[:-1], "NoSpaceAfter"
                mention[3:] = ["cut"]
            else:
                mention[3:] = []
            mention[0] += text + ("" if "NoSpaceAfter" in notes else " ")
    return {name: [(text.strip(), kind, target) for text, kind, target in whole(mentions)]
            for name, mentions in found.items()}


def whole(mentions):
    """The mentions without those that were cut in two, of which each half is annotated."""
    kept = []
    for number, (text, kind, target, *notes) in enumerate(mentions):
        before = mentions[number - 1] if number else [""]
        if not notes and before[-1] != "cut":
            kept.append((text, kind, target))
    return kept


def link(griot, folder, known, asked, threshold):
    """What griot links each mention to, by its number."""
    names = collections.defaultdict(collections.Counter)
    kinds = collections.defaultdict(collections.Counter)
    for text, kind, target in known:
        if kind in KINDS and target != "_":
            names[target][text] += 1
            kinds[target][kind] += 1
    with open(folder / "authority.tsv", "w", encoding="utf-8") as file:
        print("iri\tlabel_fr\talias_fr\ttype", file=file)
        for target, counted in sorted(names.items()):
            first, *others = sorted(counted, key=lambda text: (-counted[text], text))
            kind = KINDS[kinds[target].most_common(1)[0][0]][1]
            print(f"{WIKIDATA}{target}\t{first}\t{'|'.join(others)}\t{WIKIDATA}{kind}", file=file)
    record = {"griot": 1, "source": {"id": "newspapers", "language": "fr"}, "entities": [
        {"id": f"m{number}", "type": KINDS[kind][0], "named": True, "label": {"fr": text}}
        for number, (text, kind, _) in enumerate(asked)]}
    (folder / "asked.json").write_text(json.dumps(record), encoding="utf-8")
    subprocess.run([griot, "authority", "build", "authority.tsv", "-o", "a.sqlite", "-q"], cwd=folder, check=True)
    command = [griot, "link", "asked.json", "--authority", "a.sqlite", "-o", "-", "-q", "--types", "types.tsv"]
    if threshold is not None:
        command += ["--threshold", str(threshold)]
    linked = {}
    for line in subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.splitlines():
        subject, predicate, target = line.split(" ")[:3]
        if predicate.endswith("#sameAs>"):
            linked[int(subject.rsplit("/m", 1)[1][:-1])] = target.strip("<>").rsplit("/", 1)[1]
    return linked, set(names)


def measure(griot, folder, pairs, threshold):
    right = wrong = reachable = count = 0
    faults = []
    for known, asked in pairs:
        asked = sorted({mention for mention in asked if mention[1] in KINDS and mention[0]})
        linked, things = link(griot, folder, known, asked, threshold)
        count += len(asked)
        for number, (text, _, target) in enumerate(asked):
            reachable += target in things and target.startswith("Q")
            found = linked.get(number)
            if found and not found.startswith("Q"):
                continue
            if found == target:
                right += 1
            elif found:
                wrong += 1
                faults.append((text, found, target))
    return right, wrong, reachable, count, faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("griot")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--curve", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--without-many", action="store_true")
    arguments = parser.parse_args()
    griot = str(pathlib.Path(arguments.griot).resolve())
    path, = (arguments.shared / "corpora/hipe2022-newseye-fr").glob("*.tsv")
    found = documents(path)
    unknown = {}
    for mentions in found.values():
        for number, (text, kind, target) in enumerate(mentions):
            if target == "NIL":
                mentions[number] = (text, kind, unknown.setdefault((text, kind), f"NIL-{len(unknown)}"))
    sides = [[mention for document in list(found.values())[side::2] for mention in document] for side in (0, 1)]
    linked = [[mention for mention in side if mention[2].startswith("Q")] for side in sides]
    sets = {"whole": [(sides[0] + sides[1], sides[0] + sides[1])],
            "halves": [(linked[0], sides[1]), (linked[1], sides[0])]}
    failed = False
    lines = (ROOT / "ontology/authorities.tsv").read_text(encoding="utf-8").splitlines(keepends=True)
    with tempfile.TemporaryDirectory() as name:
        (pathlib.Path(name) / "types.tsv").write_text("".join(
            line for line in lines if not (arguments.without_many and line.startswith("many\t"))), encoding="utf-8")
        for title, pairs in sets.items():
            if arguments.curve:
                print(f"\n{title}\n\n| threshold | matches | precision | recall |\n|---|---|---|---|")
                for threshold in THRESHOLDS:
                    right, wrong, reachable, _, _ = measure(griot, pathlib.Path(name), pairs, threshold)
                    print(f"| {threshold} | {right + wrong} | {right / max(1, right + wrong):.3f} | {right / reachable:.3f} |")
            right, wrong, reachable, count, faults = measure(griot, pathlib.Path(name), pairs, None)
            print(f"{title}: {len(found)} documents, {count} distinct mentions, {reachable} of things that the authority has: "
                  f"{right + wrong} matches, precision {right / max(1, right + wrong):.3f}, recall {right / reachable:.3f}")
            for text, wrongly, target in faults:
                is_right = ANNOTATIONS.get((text, target.split("-")[0])) == wrongly
                print(f"  {'right by the text' if is_right else 'wrong'}: {text!r} is {wrongly}, by hand {target}")
                right, wrong = right + is_right, wrong - is_right
            print(f"  with annotations put right: precision {right / max(1, right + wrong):.3f}")
            if title == "whole" or not arguments.without_many:
                failed = failed or wrong > 0 or right == 0
    if arguments.check and failed:
        raise SystemExit("precision is below 1")


main()
