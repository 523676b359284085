"""Writes llamaindex/: a property graph with a chunk and embeddings, written by LlamaIndex itself.

    pip install llama-index-core==0.14.25
    PYTHONHASHSEED=0 python Tests/Extractors/write_llamaindex.py
"""

import pathlib

from llama_index.core.graph_stores import SimplePropertyGraphStore
from llama_index.core.graph_stores.types import ChunkNode, EntityNode, Relation

FOLDER = pathlib.Path(__file__).parent / "llamaindex"
SOURCE = {"triplet_source_id": "chunk-1"}


def main():
    FOLDER.mkdir(exist_ok=True)
    store = SimplePropertyGraphStore()
    diallo = EntityNode(name="Awa Diallo", label="PERSON", properties=SOURCE | {"birth_date": "1968-03"},
                        embedding=[0.25, -0.5])
    company = EntityNode(name="Mine d’or du Sud", label="COMPANY", properties=SOURCE)
    bamako = EntityNode(name='Ville "dite" Bamako', label="CITY", properties=SOURCE)
    march = EntityNode(name="Marche du 20 novembre", label="PROTEST", properties={"date": "2024-11-20"})
    store.upsert_nodes([diallo, company, bamako, march])
    store.upsert_nodes([ChunkNode(text="Awa Diallo dirige la Mine d’or du Sud.", id_="chunk-1")])
    store.upsert_relations([
        Relation(label="HEAD_OF", source_id=diallo.id, target_id=company.id,
                 properties=SOURCE | {"since": "2004"}),
        Relation(label="BASED_IN", source_id=company.id, target_id=bamako.id, properties=SOURCE),
        Relation(label="ATTENDED", source_id=diallo.id, target_id=march.id, properties=SOURCE),
        # Its target is in no node of its own: the store makes one of the default label.
        Relation(label="PART_OF", source_id=company.id, target_id="Groupe Kader"),
    ])
    store.persist(str(FOLDER / "property_graph_store.json"))


if __name__ == "__main__":
    main()
