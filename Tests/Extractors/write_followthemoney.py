"""Writes followthemoney/: a small graph of companies, owners, offices and a sanction, made with
FollowTheMoney's own classes.

    pip install followthemoney==4.11.2
    python Tests/Extractors/write_followthemoney.py

experts.ftm.json is what its command makes of experts.csv, a register of the European Commission that
is among its own test files:

    ftm map-csv -i experts.csv Tests/Extractors/followthemoney/experts.yml | ftm aggregate
"""

import json
import pathlib

from followthemoney import model

FOLDER = pathlib.Path(__file__).parent / "followthemoney"


def entity(schema, id, **properties):
    made = model.make_entity(schema)
    made.id = id
    for name, values in properties.items():
        for value in values if isinstance(values, list) else [values]:
            made.add(name, value)
    return made


ENTITIES = [
    entity(
        "Person", "p-diallo", name="Awa Diallo", alias=["A. Diallo", "أوا ديالو"],
        birthDate="1968-03", nationality="ml", wikidataId="Q4115189", addressEntity="a-bamako"),
    entity("Company", "c-mine", name="Mine d’or du Sud SA", country="ml", incorporationDate="2004-06-01",
           registrationNumber="MA.BKO.2004.B.1", website="https://mine.example/", parent="c-holding"),
    entity("Company", "c-holding", name=["Holding Sahel", "Sahel Holding Ltd"], jurisdiction="vg",
           dissolutionDate="2019"),
    entity("Address", "a-bamako", full="Rue 310, Bamako, Mali", country="ml"),
    entity("PublicBody", "b-ministry", name="Ministère des Mines"),
    entity("Position", "o-minister", name="Ministre des Mines", organization="b-ministry", country="ml"),
    entity("Vessel", "v-niger", name="Étoile du Niger", imoNumber="9074729"),
    entity("Ownership", "own-1", owner="p-diallo", asset="c-holding", percentage="51",
           startDate="2010-02", endDate="2018-12-31"),
    entity("Ownership", "own-2", owner=["c-holding"], asset="c-mine", startDate="2011"),
    entity("Ownership", "own-3", owner="c-mine", asset="v-niger"),
    entity("Directorship", "dir-1", director="p-diallo", organization="c-mine", role="présidente"),
    entity("Membership", "mem-1", member="c-mine", organization="b-ministry", date="2012-05-04"),
    entity("Occupancy", "occ-1", holder="p-diallo", post="o-minister", startDate="2013-09-08",
           endDate="2014-04-05", status="ended"),
    entity("Family", "fam-1", person="p-diallo", relative="p-keita", relationship="sœur"),
    entity("Person", "p-keita", firstName="Ibrahim", lastName="Keïta", name="Ibrahim Keïta"),
    entity("Sanction", "s-1", entity="p-diallo", authority="Conseil de l’UE", startDate="2020-01-15",
           reason="détournement de fonds", program="MLI"),
    entity("Event", "e-1", name="Réunion de Bamako", date="2014-11-20", organizer="b-ministry",
           involved=["p-diallo", "p-keita"], location="Bamako"),
]


def nested(entity, by_id, path=()):
    """An entity with what its properties refer to inside, one level of links each way."""
    path = (*path, entity.id)
    made = entity.to_dict()
    for prop, value in entity.itervalues():
        if prop.type.name == "entity" and value in by_id and value not in path:
            values = made["properties"][prop.name]
            values[values.index(value)] = nested(by_id[value], by_id, path)
    if len(path) == 1:
        for other in by_id.values():
            if not other.schema.edge:
                continue
            for prop, value in other.itervalues():
                if prop.type.name == "entity" and value == entity.id and prop.reverse:
                    made["properties"].setdefault(prop.reverse.name, []).append(
                        nested(other, by_id, path))
    return made


def main():
    FOLDER.mkdir(exist_ok=True)
    with open(FOLDER / "entities.ftm.json", "w", encoding="utf-8") as lines:
        for made in ENTITIES:
            lines.write(json.dumps(made.to_dict(), ensure_ascii=False, sort_keys=True) + "\n")
    # As OpenSanctions' targets.nested.json has it.
    by_id = {made.id: made for made in ENTITIES}
    with open(FOLDER / "targets.nested.json", "w", encoding="utf-8") as lines:
        made = nested(by_id["p-diallo"], by_id)
        lines.write(json.dumps(made, ensure_ascii=False, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
