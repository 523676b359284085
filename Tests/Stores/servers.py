"""Stores on free ports of 127.0.0.1, each with a folder of its own that goes with it."""
import base64
import collections
import http.server
import os
import pathlib
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class _Process:
    """A server that can be killed and started again over the same data."""

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="griot-store-"))
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None
        self.prepare()
        self.start()
        return self

    def __exit__(self, *rest):
        self.kill()
        shutil.rmtree(self.folder)

    def prepare(self):
        pass

    def start(self):
        self.process = subprocess.Popen(self.command(), cwd=self.folder, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 120
        while True:
            try:
                self.request("GET", self.probe)
                return
            except urllib.error.HTTPError:
                return
            except OSError:
                if self.process.poll() is not None or time.monotonic() > end:
                    raise AssertionError(f"{self.command()[0]} does not start")
                time.sleep(0.05)

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def request(self, method, path, body=None, **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(self.url + path, data=body, method=method, headers=headers)
        with self.opener().open(request, timeout=120) as answer:
            return answer.read()

    def opener(self):
        return urllib.request.build_opener()

    def select(self, query):
        """The rows of a query after its head, as text."""
        body = urllib.parse.urlencode({"query": query}).encode()
        text = self.request("POST", self.query_path, body, Accept="text/csv",
                            Content_Type="application/x-www-form-urlencoded").decode()
        return [line.replace('"', "") for line in text.splitlines()[1:]]

    def count(self, graph):
        return int(self.select(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")[0])

    def bulk(self, folder, *arguments, environment={}):
        """Loads a folder that griot has laid out for this store, by the script that stands in it."""
        return subprocess.run(["sh", str(folder / "load.sh"), *map(str, arguments or self.bulk_arguments)],
                              capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=600,
                              env={"PATH": f"{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}",
                                   **self.environment, **environment})

    def graphs(self, prefix):
        return sorted(self.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } "
                                  f'FILTER(STRSTARTS(STR(?g), "{prefix}")) }}'))


class Oxigraph(_Process):
    name, probe, query_path, options, environment = "oxigraph", "/", "/query", [], {}
    location, bulk_arguments = "data", []

    def command(self):
        return [str(pathlib.Path(sys.executable).parent / "oxigraph"), "serve", "-l", self.location, "-b",
                f"127.0.0.1:{self.port}"]

    def serve(self, location):
        """Serves what was loaded into another folder."""
        self.kill()
        self.location = str(location)
        self.start()


class Virtuoso(_Process):
    name, probe, query_path = "virtuoso", "/sparql", "/sparql-auth"
    options, environment = ["--user", "dba"], {"GRIOT_STORE_PASSWORD": "dba"}

    def command(self):
        (self.folder / "virtuoso.lck").unlink(missing_ok=True)
        return ["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"]

    def prepare(self):
        self.sql_port = free_port()
        self.bulk_arguments = [f"127.0.0.1:{self.sql_port}", "dba"]
        (self.folder / "virtuoso.ini").write_text(f"""
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{self.sql_port}
DisableUnixSocket = 1
ServerThreads = 10
CheckpointInterval = 60
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{self.port}
ServerThreads = 6
[SPARQL]
ResultSetMaxRows = 1000000
""")

    def opener(self):
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, self.url, "dba", "dba")
        return urllib.request.build_opener(urllib.request.HTTPDigestAuthHandler(passwords))


class Between:
    """A relay before a server that cuts the connection after so many bytes of requests."""

    def __init__(self, port, after, then=lambda: None):
        self.target, self.after, self.then, self.count = port, after, then, 0

    def __enter__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *rest):
        self.listener.close()

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._relay, args=(client,), daemon=True).start()

    def _relay(self, client):
        try:
            server = socket.create_connection(("127.0.0.1", self.target))
        except OSError:
            client.close()
            return

        def back():
            try:
                while part := server.recv(1 << 16):
                    client.sendall(part)
            except OSError:
                pass
            client.close()

        threading.Thread(target=back, daemon=True).start()
        try:
            while part := client.recv(1 << 14):
                self.count += len(part)
                if self.count > self.after:
                    self.then()
                    break
                server.sendall(part)
        except OSError:
            pass
        # With bytes unread both sides see a reset, as of a cable that is pulled.
        for one in (client, server):
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            one.close()


class Fake:
    """A server that answers as a function of method, path and headers says, and keeps what it saw."""

    def __init__(self, answer, certificate=None, host="127.0.0.1"):
        self.seen = []
        fake = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *arguments):
                pass

            def work(self):
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                fake.seen.append((self.command, self.path, dict(self.headers)))
                status, body, *headers = answer(self.command, self.path, self.headers)
                self.send_response(status)
                for name, value in headers:
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_PUT = do_POST = do_DELETE = work

        self.server = http.server.ThreadingHTTPServer((host, 0), Handler)
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *rest):
        self.server.shutdown()
