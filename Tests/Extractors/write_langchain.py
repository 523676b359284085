"""Writes langchain/: graph documents of two articles, written by LangChain's own classes.

    pip install langchain-community==0.4.2
    python Tests/Extractors/write_langchain.py
"""

import json
import pathlib

from langchain_community.graphs.graph_document import GraphDocument, Node, Relationship
from langchain_core.documents import Document

FOLDER = pathlib.Path(__file__).parent / "langchain"


def documents():
    diallo = Node(id="Awa Diallo", type="Person", properties={"birth_date": "1968-03", "age": 56})
    ministry = Node(id="Ministère des Mines", type="Organization")
    bamako = Node(id="Bamako", type="City")
    mali = Node(id="Mali", type="Country")
    protest = Node(id="Marche du 20 novembre", type="Protest", properties={"date": "2024-11-20"})
    yield GraphDocument(
        nodes=[diallo, ministry, bamako, mali, protest, Node(id="Bamako", type="Person")],
        relationships=[
            Relationship(source=diallo, target=ministry, type="WORKS_AT",
                         properties={"since": "2013", "confidence": 0.8}),
            Relationship(source=ministry, target=bamako, type="LOCATED_IN"),
            Relationship(source=bamako, target=mali, type="capital of"),
            Relationship(source=diallo, target=protest, type="PARTICIPATED_IN"),
            Relationship(source=protest, target=bamako, type="LOCATED_IN"),
        ],
        source=Document(
            page_content="Awa Diallo travaille au ministère des Mines, à Bamako.",
            metadata={"title": "Marche à Bamako", "language": "fr", "date": "2024-11-21",
                      "source": "https://journal.example/marche", "page": 3}),
    )
    un = Node(id="UN", type="Intergovernmental Organization")
    mission = Node(id="MINUSMA", type="Peacekeeping mission")
    yield GraphDocument(
        nodes=[mission],
        relationships=[Relationship(source=un, target=mission, type="LED")]
        + [Relationship(source=mission, target=un, type="PART_OF")],
        source=Document(page_content="", metadata={"language": "en"}, id="doc 2"),
    )


def main():
    FOLDER.mkdir(exist_ok=True)
    dumps = [document.model_dump() for document in documents()]
    with open(FOLDER / "graph-documents.json", "w", encoding="utf-8") as file:
        json.dump(dumps, file, ensure_ascii=False, indent=1)
        file.write("\n")
    with open(FOLDER / "graph-documents.jsonl", "w", encoding="utf-8") as lines:
        for document in documents():
            lines.write(document.model_dump_json() + "\n")


if __name__ == "__main__":
    main()
