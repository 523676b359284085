"""Writes kgx/: a small graph in the Biolink Model's words as columns, JSON and JSON Lines, written by
KGX itself.

    pip install kgx==2.6.0 biolink-model==4.4.6
    python Tests/Extractors/write_kgx.py
"""

import importlib.resources
import pathlib

from bmt import Toolkit

# KGX would fetch the model and its prefixes from the network; the package has them.
SCHEMA = importlib.resources.files("biolink_model") / "schema" / "biolink_model.yaml"
Toolkit.__init__.__defaults__ = (str(SCHEMA), {"predicate mappings": []})

import kgx.config  # noqa: E402

kgx.config.jsonld_context_map["biolink"] = {"biolink": "https://w3id.org/biolink/vocab/"}

from kgx.transformer import Transformer  # noqa: E402

FOLDER = pathlib.Path(__file__).parent / "kgx"

NODES = [
    {"id": "WIKIDATA:Q3703", "category": ["biolink:GeographicLocation"], "name": "Bamako",
     "synonym": ["Bama|ko", "BKO"]},
    {"id": "WIKIDATA:Q912", "category": ["biolink:GeographicLocation"], "name": "Mali"},
    {"id": "MONDO:0005136", "category": ["biolink:Disease", "biolink:NamedThing"],
     "name": "malaria", "provided_by": ["mondo"], "description": "A \"quoted\" disease."},
    {"id": "PRESS:agent-1", "category": ["biolink:Agent"], "name": "Agence de presse",
     "same_as": ["WIKIDATA:Q1"]},
    {"id": "PRESS:cohort-1", "category": ["biolink:Cohort"], "name": "Enfants de Ségou"},
    {"id": "PMID:1", "category": ["biolink:Article"], "name": "Malaria in Mali"},
]
EDGES = [
    {"id": "e1", "subject": "WIKIDATA:Q3703", "predicate": "biolink:located_in",
     "object": "WIKIDATA:Q912", "primary_knowledge_source": "infores:press"},
    {"id": "e2", "subject": "WIKIDATA:Q3703", "predicate": "biolink:part_of",
     "object": "WIKIDATA:Q912", "negated": True},
    {"id": "e3", "subject": "MONDO:0005136", "predicate": "biolink:part_of",
     "object": "PMID:1", "knowledge_level": "prediction"},
    {"id": "e4", "subject": "MONDO:0005136", "predicate": "biolink:mentioned_by",
     "object": "PMID:1"},
    {"id": "e5", "subject": "PRESS:agent-1", "predicate": "biolink:has_part",
     "object": "PRESS:cohort-1", "publications": ["PMID:1", "PMID:2"]},
]


def main():
    FOLDER.mkdir(exist_ok=True)
    for format, name in [("tsv", "small"), ("jsonl", "small"), ("json", "small.json")]:
        transformer = Transformer(stream=False)
        transformer.transform(
            {"format": "graph", "graph": graph()},
            {"filename": str(FOLDER / name), "format": format,
             # Without these it takes the columns of both files together for the first.
             "node_properties": sorted({key for node in NODES for key in node}),
             "edge_properties": sorted({key for edge in EDGES for key in edge})})


def graph():
    from kgx.graph.nx_graph import NxGraph

    made = NxGraph()
    for node in NODES:
        made.add_node(node["id"], **node)
    for edge in EDGES:
        made.add_edge(edge["subject"], edge["object"], edge_key=edge["id"], **edge)
    return made


if __name__ == "__main__":
    main()
