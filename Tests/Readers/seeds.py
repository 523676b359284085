"""What the nodes and edges of a seed have to be, worked out from its record alone."""
import collections
import json

BASE = "https://example.org/"
LANGUAGES = ("fr", "en")


def records(path):
    text = path.read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line] if path.suffix == ".jsonl" else [json.loads(text)]


def expected(path):
    """Nodes by IRI with some of their values, and how often an edge is there, by its ends and its values."""
    nodes, edges = {}, collections.Counter()
    for record in records(path):
        Record(record, nodes, edges).draw()
    return nodes, edges


class Record:
    """One article; what its graph has of labels, types, statuses and statements."""

    def __init__(self, record, nodes, edges):
        self.record, self.nodes, self.edges = record, nodes, edges
        self.article = BASE + "article/" + record["source"]["id"]
        self.language = record["source"]["language"]
        self.iris, self.statuses, self.plain = {}, {}, set()

    def draw(self):
        shared = self.record.get("ids") == "shared"
        for entity in self.record["entities"]:
            is_shared = shared and entity.get("named", True)
            self.iris[entity["id"]] = (BASE if is_shared else self.article + "/") + "entity/" + entity["id"]
            self.add(entity)
        for event in self.record.get("events", []):
            self.iris[event["id"]] = self.article + "/event/" + event["id"]
            self.statuses[event["id"]] = event["status"]
            self.add(event)
        relations = self.record.get("relations", [])
        subjects = {relation["subject"] for relation in relations} | {relation.get("object") for relation in relations}
        for relation in relations:
            self.iris[relation["id"]] = self.article + "/claim/" + relation["id"]
            if relation["id"] in subjects:  # a claim that another is about
                self.nodes[self.iris[relation["id"]]] = {"labelV": "Claim", "status": relation["status"]}
        for event in self.record.get("events", []):
            for role, fillers in event.get("roles", {}).items():
                for filler in fillers:
                    self.statement(event["id"], role, filler if isinstance(filler, dict) else {"id": filler})
            for whole in many(event.get("partOf")):
                self.statement(event["id"], "partOf", {"id": whole})
            for whole in many(event.get("alternativeOf")):
                self.statement(event["id"], "alternativeOf", {"id": whole})
        for relation in relations:
            if "object" in relation:
                self.statement(relation["subject"], relation["type"], {**relation, "id": relation["object"]})

    def add(self, item):
        labels = item["label"] if isinstance(item["label"], dict) else {self.language: item["label"]}
        label = next((labels[language] for language in LANGUAGES if language in labels), None) or next(iter(labels.values()))
        values = {"iri": self.iris[item["id"]], "label": label, "name": label, "labelV": item["type"]}
        values |= {f"label.{language.lower()}": text for language, text in labels.items()}
        if "status" in item:
            values["status"] = item["status"]
        if "named" in item:
            values["named"] = item["named"]
        if "date" in item:
            date = item["date"] if isinstance(item["date"], dict) else {"edtf": item["date"]}
            values["date"] = date["edtf"] + (f" ({date['part']})" if "part" in date else "")
        self.nodes.setdefault(self.iris[item["id"]], values)

    def statement(self, subject, predicate, said):
        """A plain statement says a thing once; one with a status, a source or a degree stands by itself."""
        if said.get("basis") == "background" or said.get("status") == "denied":
            return
        status = said.get("status", self.statuses.get(subject, "asserted"))
        prefix = ""
        if said.get("status", "asserted") != "asserted":
            prefix = said["status"] + ": "
        elif "attributedTo" in said:
            prefix = "attributed: "
        elif "degree" in said:
            prefix = said["degree"] + ": "
        ends = (self.iris[subject], self.iris[said["id"]])
        if not prefix:
            if (*ends, predicate) in self.plain:
                return
            self.plain.add((*ends, predicate))
        self.edges[(*ends, prefix + predicate, predicate, status)] += 1


def many(value):
    return [] if value is None else value if isinstance(value, list) else [value]
