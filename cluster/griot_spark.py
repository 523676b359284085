"""Exports extraction records to RDF on an Apache Spark cluster.

    spark-submit cluster/griot_spark.py RECORDS OUTPUT [--partitions N] [--griot PROGRAM] [-- FLAGS...]

RECORDS is JSON Lines in any place that Spark reads (file:, hdfs:, s3a:), OUTPUT a folder that all workers reach under
the same path, FLAGS are those of `griot export` that say what is exported: --base, --ontology, --on-error and so on.
Each partition is piped through `griot export - -o - --formats nq` and becomes part-0000.nq, part-0001.nq and so on, in
the order of RECORDS; manifest.json, in the form that `griot export --shards` has, is put last. A part gets its name
when it is whole, so that a partition whose worker is lost is done again and nothing half is left. What griot says goes
to the workers' logs, with the lines of their partition.
"""
import argparse
import hashlib
import json
import os
import pathlib
import shlex
import subprocess
import sys

from pyspark import SparkConf, SparkContext

ARTICLE = ("> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
           "<https://w3id.org/griot/ontology#Article> <")
CLAIM = "> <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> <"


def command(griot, flags):
    """The command that a partition is piped through, for rdd.pipe."""
    export = shlex.join([griot, "export", "-", "-o", "-", "--formats", "nq", "--from", "jsonl", "--quiet", *flags])
    if "skip" in flags or "--on-error=skip" in flags:
        # Status 1 says that records were left out, which is what was asked for.
        export = f"{{ {export} || test $? -eq 1; }}"
    # A partition may have no line, and griot would miss a record in it.
    return shlex.join(["sh", "-c", f"IFS= read -r first || exit 0; {{ printf '%s\\n' \"$first\"; cat; }} | {export}"])


def count(number, lines):
    yield number, sum(1 for line in lines if line.strip())


def write(folder):
    """What writes a partition's quads to a part of its own, and says what is in it."""
    def write_part(number, quads):
        name = f"part-{number:04}.nq"
        path = pathlib.Path(folder) / name
        # Two attempts may run at once; each has a file of its own until it is whole.
        temporary = path.with_name(f".{name}.{os.uname().nodename}.{os.getpid()}")
        digest = hashlib.sha256()
        found = {"quads": 0, "articles": 0, "claims": 0, "bytes": 0}
        try:
            with open(temporary, "wb") as file:
                for quad in quads:
                    line = quad.encode() + b"\n"
                    file.write(line)
                    digest.update(line)
                    found["bytes"] += len(line)
                    found["quads"] += 1
                    found["articles"] += ARTICLE in quad
                    found["claims"] += CLAIM in quad
                file.flush()
                os.fsync(file.fileno())
            if found["quads"]:
                os.replace(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
        yield number, {**found, "name": name, "sha256": digest.hexdigest()}
    return write_part


def manifest(version, records, parts):
    shards = []
    for number, part in sorted(parts.items()):
        file = {"bytes": part["bytes"], "name": part["name"], "sha256": part["sha256"]}
        shards.append({"articles": records[number], "claims": part["claims"], "files": [file] if part["quads"] else [],
                       "name": f"part-{number:04}", "quads": part["quads"],
                       "rejected": records[number] - part["articles"]})
    shards = [shard for shard in shards if shard["articles"]]
    return {"articles": sum(records.values()), "griot": version, "quads": sum(s["quads"] for s in shards),
            "rejected": sum(s["rejected"] for s in shards), "shardCount": len(records), "shards": shards}


def main():
    arguments = sys.argv[1:]
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("records", help="JSON Lines, in any place that Spark reads")
    parser.add_argument("output", help="a folder that all workers reach")
    parser.add_argument("--partitions", type=int, default=0, help="how many parts there are; else as Spark cuts the input")
    parser.add_argument("--griot", default="griot", help="the program, on the workers")
    options = parser.parse_args(arguments[:cut])
    flags = arguments[cut + 1:]
    version = subprocess.run([options.griot, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    folder = pathlib.Path(options.output).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    # While there is no manifest the folder is not whole.
    (folder / "manifest.json").unlink(missing_ok=True)
    context = SparkContext(conf=SparkConf().setAppName("griot export"))
    context.setLogLevel("WARN")
    # A record's line ends in a line feed alone.
    settings = {"textinputformat.record.delimiter": "\n"}
    if options.partitions:
        files = context._jvm.org.apache.hadoop.fs.Path(options.records)
        size = files.getFileSystem(context._jsc.hadoopConfiguration()).getContentSummary(files).getLength()
        settings["mapreduce.input.fileinputformat.split.maxsize"] = str(max(1, -(-size // options.partitions)))
    lines = context.newAPIHadoopFile(
        options.records, "org.apache.hadoop.mapreduce.lib.input.TextInputFormat", "org.apache.hadoop.io.LongWritable",
        "org.apache.hadoop.io.Text", conf=settings).values()
    records = dict(lines.mapPartitionsWithIndex(count).collect())
    quads = lines.pipe(command(options.griot, flags), checkCode=True)
    parts = dict(quads.mapPartitionsWithIndex(write(str(folder))).collect())
    made = {part["name"] for part in parts.values() if part["quads"]}
    for old in folder.glob("part-*.nq"):
        if old.name not in made:
            old.unlink()
    found = manifest(version, records, parts)
    temporary = folder / ".manifest.json"
    temporary.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    os.replace(temporary, folder / "manifest.json")
    left_out = f", {found['rejected']} left out" if found["rejected"] else ""
    print(f"{found['articles']} records{left_out}, {found['quads']} quads in {len(made)} parts")
    sys.exit(1 if found["rejected"] else 0)


if __name__ == "__main__":
    main()
