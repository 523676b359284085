"""Writes labelstudio/: regions and tasks that the classes of Label Studio's SDK make, as JSON, and as
the JSON-MIN that its converter makes of that.

The server itself, which writes exports, is not run.

    pip install label-studio-sdk==2.1.2
    python Tests/Extractors/write_labelstudio.py
"""

import json
import pathlib
import tempfile

from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface
from label_studio_sdk.label_interface.objects import AnnotationValue, PredictionValue, TaskValue

from articles import ENGLISH, FRENCH, span

FOLDER = pathlib.Path(__file__).parent / "labelstudio"
CONFIG = """<View><Labels name="ner" toName="text"><Label value="Person"/><Label value="Location"/>
<Label value="Organization"/></Labels><Text name="text" value="$text"/></View>"""
interface = LabelInterface(CONFIG)


def result(text, labels, relation=None):
    regions = {}
    for number, (words, label) in enumerate(labels):
        start, end = span(words, text)
        regions[words] = interface.get_control("ner").label(
            label=label, start=start, end=end, text=words)
        regions[words].id = f"region-{number}"
    if relation:
        regions[relation[0]].add_relation(regions[relation[1]], label=[relation[2]])
    made = []
    for region in regions.values():
        made += [region._dict(), *region._dict_relations()]
    # The editor puts the words with each region, which the SDK's class drops.
    for one, words in zip((one for one in made if one["type"] == "labels"), regions):
        one["value"]["text"] = words
    return made


def task(number, text, annotations, predictions=()):
    value = TaskValue(
        data={"text": text, "source": "agency"},
        annotations=[AnnotationValue(completed_by=1, was_cancelled=cancelled, result=made)
                     for cancelled, made in annotations],
        predictions=[PredictionValue(result=made, score=0.5) for made in predictions])
    made = {"id": number, **json.loads(value.model_dump_json())}
    for index, annotation in enumerate(made["annotations"]):
        annotation["id"] = number * 10 + index
        annotation["created_at"] = annotation["updated_at"] = "2024-11-20T10:00:00Z"
    return made


tasks = [
    task(1, FRENCH, [
        (True, result(FRENCH, [("Minusma", "Person")])),
        (False, result(FRENCH, [("Minusma", "Organization"), ("Kidal", "Location"),
                                ("Assimi Goïta", "Person")],
                       ("Minusma", "Kidal", "operates in")))]),
    task(2, ENGLISH, [], [result(ENGLISH, [("UN", "Organization"), ("Kidal", "Location")])]),
]
(FOLDER / "export.json").write_text(json.dumps(tasks, ensure_ascii=False, indent=1) + "\n")
with tempfile.TemporaryDirectory() as folder:
    given = pathlib.Path(folder) / "tasks.json"
    given.write_text(json.dumps(tasks[:1]))
    Converter(CONFIG, folder, download_resources=False).convert_to_json_min(
        str(given), folder + "/out", is_dir=False)
    (FOLDER / "export-min.json").write_text(
        (pathlib.Path(folder) / "out/result.json").read_text())
