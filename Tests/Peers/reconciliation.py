"""Links the seed's entities over two real reconciliation servers and over a local authority.

    reconciliation.py GRIOT SHARED

datasette-reconcile and csv-reconcile are started on 127.0.0.1, each over a table of the verified
Wikidata identifiers of SHARED/identifiers.tsv and of distractors. From the record the identifiers that
it has itself are removed. Held: with datasette-reconcile, with both servers, and with a local file, the
entities that have a verified identifier get it and every other one gets no match, with csv-reconcile
alone as well where it is asked for its column of types; without types it makes no match at all; a local
file that lacks an entity's thing, and any other one, makes no other match; where the two disagree, that is said; answers that are not
JSON, not of the API's form, errors and slow ones are errors that name the service and the query; what
was asked once is not asked again.
"""
import csv
import http.server
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
WIKIDATA = "http://www.wikidata.org/entity/"
TYPES = {"mali": "Q6256", "france": "Q6256", "russia": "Q6256", "bamako": "Q5119", "un": "Q245065",
         "unsc": "Q15285626", "al_qaeda": "Q17127659", "islamic_state": "Q17149090"}
COUNTRIES = {"bamako": "Mali"}
# Things that are not the seed's and are called as its are, or nearly so; the numbers are no one's.
DISTRACTORS = [
    ("Mali", "Q3024240", "empire of the Middle Ages", "", "Empire du Mali"),
    ("Mali", "Q11424", "film", "", ""),
    ("Mali Empire", "Q3024240", "empire of the Middle Ages", "", "Mali"),
    ("Bamako", "Q11424", "film of 2006", "", ""),
    ("Région de Bamako", "Q10864048", "region", "Mali", ""),
    ("Bamako-Coura", "Q123705", "neighbourhood", "Mali", ""),
    ("Azawad", "Q3024240", "region that declared itself a state", "Mali", "nord du Mali"),
    ("Nord", "Q6465", "department", "France", "nord du pays"),
    ("France", "Q11446", "ship", "", ""),
    ("France", "Q101352", "family name", "", ""),
    ("Île de France", "Q23442", "former name of an island", "", "France"),
    ("Empire russe", "Q3024240", "former state", "", "Russie"),
    ("Russie", "Q486972", "hamlet", "France", ""),
    ("Conseil des ministres", "Q327333", "body of the government", "France", ""),
    ("Conseil des ministres", "Q327333", "body of the government", "Burkina Faso", ""),
    ("Conseil de sécurité", "Q327333", "body of the government", "Russie", ""),
    ("Nations unies", "Q11424", "film", "", ""),
    ("Organisation des Nations unies pour l'éducation, la science et la culture", "Q15285626",
     "agency", "", ""),
    ("Al-Qaïda au Maghreb islamique", "Q17127659", "armed group", "", ""),
    ("État islamique", "Q7188", "form of government", "", ""),
    ("État islamique – Province du Sahel", "Q17149090", "armed group", "", ""),
    ("Casques bleus", "Q772547", "peacekeepers", "", ""),
    ("Junte", "Q7188", "form of government", "", "la junte"),
    ("Armée malienne", "Q11424", "film", "", ""),
    ("accord de paix de 2015", "Q11424", "film", "", ""),
    ("MINUSMA Radio", "Q14350", "radio station", "Mali", "Minusma"),
]


def table(shared):
    rows, expected = [], {}
    with open(shared / "identifiers.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            key, identifier = row["entity_key"], row["identifier"]
            if row["authority"] != "wikidata" or not identifier or row["verified"] == "unverified":
                continue
            expected[key] = WIKIDATA + identifier
            rows.append({"id": identifier, "name": row["label_fr"], "type": TYPES[key], "description": "",
                         "country": COUNTRIES.get(key, ""), "alias": row["label_en"]})
    for number, (name, kind, description, country, alias) in enumerate(DISTRACTORS):
        rows.append({"id": f"Q90000{number:04}", "name": name, "type": kind, "description": description,
                     "country": country, "alias": alias})
    return rows, expected


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for(url, process):
    for _ in range(300):
        if process.poll() is not None:
            sys.exit(f"the server of {url} ended: {process.returncode}")
        try:
            urllib.request.urlopen(url, timeout=2).read()
            return
        except OSError:
            time.sleep(0.1)
    sys.exit(f"the server of {url} does not start")


def start_datasette(folder, rows):
    import sqlite3
    base = sqlite3.connect(folder / "wikidata.db")
    base.execute("create table thing (id text primary key, name text, type text, description text, country text, alias text)")
    base.executemany("insert into thing values (:id, :name, :type, :description, :country, :alias)", rows)
    base.execute("create virtual table thing_fts using fts5 (name, alias, content=thing)")
    base.execute("insert into thing_fts (thing_fts) values ('rebuild')")
    base.commit()
    base.close()
    config = {"id_field": "id", "name_field": "name", "type_field": "type", "description_field": "description",
              "fts_table": "thing_fts", "max_limit": 20, "identifierSpace": WIKIDATA, "service_name": "datasette"}
    (folder / "metadata.json").write_text(json.dumps(
        {"databases": {"wikidata": {"tables": {"thing": {"plugins": {"datasette-reconcile": config}}}}}}))
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "datasette", "serve", folder / "wikidata.db", "-m", folder / "metadata.json",
         "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}/wikidata/thing/-/reconcile"
    wait_for(url, process)
    return process, url


def start_csv(folder, rows):
    folder.mkdir()
    with open(folder / "things.tsv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["id", "name", "type", "description"], delimiter="\t", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    port = free_port()
    (folder / "settings.cfg").write_text(
        f"SERVER_NAME = '127.0.0.1:{port}'\nCSVKWARGS = {{'delimiter': '\\t'}}\n"
        f"MANIFEST = {{'identifierSpace': '{WIKIDATA}', 'name': 'csv-reconcile'}}\n")
    command = [sys.executable, "-m", "csv_reconcile"]
    subprocess.run([*command, "init", "--config", "settings.cfg", "--scorer", "dice", "things.tsv", "id", "name"],
                   cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    process = subprocess.Popen([*command, "serve"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}/reconcile"
    wait_for(url, process)
    return process, url


def build(griot, folder, rows):
    with open(folder / "table.tsv", "w", encoding="utf-8") as file:
        print("iri\tlabel_fr\talias\ttype\tcountry\tdescription", file=file)
        for row in rows:
            kind = WIKIDATA + row["type"]
            print(f"{WIKIDATA}{row['id']}\t{row['name']}\t{row['alias']}\t{kind}\t{row['country']}\t{row['description']}", file=file)
    subprocess.run([griot, "authority", "build", "table.tsv", "-o", "w.sqlite", "--name", "wikidata", "-q"], cwd=folder, check=True)


class Malformed(http.server.BaseHTTPRequestHandler):
    """A service whose manifest is well, and whose answers are not: its path says how."""
    asked = []

    def do_GET(self):
        self.answer(200, json.dumps({"versions": ["0.2"], "name": "broken", "identifierSpace": WIKIDATA,
                                     "schemaSpace": WIKIDATA}))

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        kind = self.path.strip("/")
        Malformed.asked.append(kind)
        if kind == "text":
            self.answer(200, "<html>busy</html>")
        elif kind == "manifest":
            self.do_GET()
        elif kind == "half":
            self.answer(200, '{"q0": {"result": []}, "q1": {"result": [{"name": "no id"}]}, "q2": {"res')
        elif kind == "noid":
            self.answer(200, json.dumps({f"q{n}": {"result": [{"name": "no id"}] if n == 2 else []} for n in range(10)}))
        elif kind == "error":
            self.answer(500, "no such column")
        elif kind == "slow":
            time.sleep(4)
        elif kind == "later":
            if Malformed.asked.count("later") == 1:
                self.send_response(429)
                self.send_header("Retry-After", "1")
                self.end_headers()
            else:
                self.answer(200, json.dumps({f"q{n}": {"result": []} for n in range(10)}))

    def answer(self, status, text):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        try:
            self.wfile.write(text.encode())
        except BrokenPipeError:
            pass

    def log_message(self, *_):
        pass


class Check:
    def __init__(self, griot, folder):
        self.griot, self.folder, self.number, self.faults = griot, folder, 0, []

    def link(self, record, *flags):
        self.number += 1
        out = self.folder / f"out{self.number}"
        ended = subprocess.run(
            [self.griot, "link", record, "-o", out, *flags], cwd=self.folder,
            capture_output=True, text=True, env={**os.environ, "XDG_CACHE_HOME": str(self.folder / "cache")})
        links = {}
        if (out / "links.nq").exists():
            for line in (out / "links.nq").read_text().splitlines():
                subject, predicate, target = line.split(" ")[:3]
                if predicate == "<http://www.w3.org/2002/07/owl#sameAs>":
                    links[subject.strip("<>").rsplit("/", 1)[1]] = target.strip("<>")
        return ended, links

    def expect(self, what, holds, shown=""):
        if not holds:
            self.faults.append(what)
        print(f"{'held' if holds else 'NOT HELD'}: {what}{'' if holds else f': {shown}'}")


def main():
    griot, shared = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    rows, expected = table(shared)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        record = json.loads((ROOT / "seeds/minusma.json").read_text())
        for entity in record["entities"]:
            entity.pop("same", None)
        (folder / "seed.json").write_text(json.dumps(record))
        processes = []
        try:
            datasette, datasette_url = start_datasette(folder, rows)
            processes.append(datasette)
            csv_server, csv_url = start_csv(folder / "csv", rows)
            processes.append(csv_server)
            run(Check(griot, folder), folder, rows, expected, datasette_url, csv_url)
        finally:
            for process in processes:
                # A mask of signals that was inherited may hold back all others.
                process.kill()
                process.wait()


def run(check, folder, rows, expected, datasette_url, csv_url):
    private = ["--allow-private", "--cache", "cache.sqlite"]
    extend = ["--extend", "country=country", "--extend", "alias=alias"]

    ended, links = check.link("seed.json", "--service", datasette_url, *private, "--review", "review.tsv")
    check.expect(f"datasette-reconcile: the {len(expected)} verified identifiers and no other", links == expected, (links, ended.stderr))
    ended, links = check.link("seed.json", "--service", datasette_url, *private, *extend)
    check.expect("datasette-reconcile with countries and aliases: the same", links == expected, (links, ended.stderr))

    ended, links = check.link("seed.json", "--service", csv_url, *private, "--review", "review-csv.tsv")
    check.expect("csv-reconcile gives no types and so makes no match", ended.returncode == 0 and links == {}, (links, ended.stderr))
    shown = {}
    for row in csv.DictReader(open(folder / "review-csv.tsv", encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
        shown.setdefault(row["entity"].rsplit("/", 1)[1], []).append(row["candidate"])
    check.expect("its candidates for people to look at have the verified identifiers", all(
        expected[key] in shown.get(key, []) for key in expected), shown)

    ended, links = check.link("seed.json", "--service", csv_url, "--extend", "type=type0", *private)
    check.expect("csv-reconcile, asked for its column of types: the verified identifiers and no other", links == expected, (links, ended.stderr))

    ended, links = check.link("seed.json", "--service", datasette_url, "--service", csv_url, *private, "--review", "both.tsv")
    check.expect("both servers: the same", links == expected, (links, ended.stderr))
    disagreements = [line for line in ended.stderr.splitlines() if "services disagree" in line]
    check.expect("their disagreement is said", disagreements and all("csv-reconcile" in one and "datasette" in one for one in disagreements), ended.stderr)
    print("\n".join(disagreements[:3]))

    build(check.griot, folder, rows)
    ended, links = check.link("seed.json", "--authority", "w.sqlite")
    check.expect("a local file of the same table: the same", links == expected, (links, ended.stderr))
    ended, links = check.link("seed.json", "--authority", "w.sqlite", "--service", csv_url, *private)
    check.expect("a local file gives the types that csv-reconcile has not: the same", links == expected, (links, ended.stderr))

    wrong, tried = set(), 0
    for key, iri in expected.items():
        for other in rows:
            build(check.griot, folder, [row for row in rows if row is not other and WIKIDATA + row["id"] != iri])
            ended, links = check.link("seed.json", "--authority", "w.sqlite")
            tried += ended.returncode == 0
            wrong |= {(one, found) for one, found in links.items() if expected.get(one) != found}
    check.expect(f"{tried} local files that lack an entity's thing and another: no other match",
                 tried == len(expected) * len(rows) and not wrong, wrong)

    ended, _ = check.link("seed.json", "--service", datasette_url, "--cache", "none.sqlite")
    check.expect("without --allow-private 127.0.0.1 is refused", ended.returncode == 3 and "private" in ended.stderr, ended.stderr)

    broken = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Malformed)
    threading.Thread(target=broken.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{broken.server_port}"
    for kind, words in [("text", "is not JSON"), ("manifest", 'has no {"q0"'), ("half", "is not JSON"),
                        ("noid", 'a candidate has no "id"'), ("error", "answers 500"), ("slow", "no answer in time")]:
        ended, _ = check.link("seed.json", "--service", f"{address}/{kind}", "--allow-private", "--cache", f"{kind}.sqlite", "--timeout", "1")
        named = f"broken ({address}/{kind})" in ended.stderr and 'asked for "' in ended.stderr
        check.expect(f"an answer that is {kind} is an error that names service and query",
                     ended.returncode == 3 and words in ended.stderr and named, ended.stderr)
        if kind == "noid":
            check.expect("the query whose answer is wrong is named", "and 9 more" not in ended.stderr, ended.stderr)
    ended, links = check.link("seed.json", "--service", f"{address}/later", "--allow-private", "--cache", "later.sqlite")
    check.expect("a service that asks to wait is waited for", ended.returncode == 0 and links == {}, ended.stderr)
    count = len(Malformed.asked)
    ended, _ = check.link("seed.json", "--service", f"{address}/later", "--allow-private", "--cache", "later.sqlite")
    check.expect("what was asked once is not asked again", ended.returncode == 0 and len(Malformed.asked) == count, Malformed.asked[count:])
    ended, _ = check.link("seed.json", "--service", f"{address}/later", "--allow-private", "--cache", "later.sqlite", "--refresh")
    check.expect("--refresh asks again", len(Malformed.asked) > count, ended.stderr)
    broken.shutdown()
    if check.faults:
        sys.exit(f"{len(check.faults)} not held")


if __name__ == "__main__":
    main()
