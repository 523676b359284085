"""A server that does what is asked by the path. Prints its port on a line, then what it receives.

Usage: server.py [--tls CERTIFICATE KEY]
"""

import base64
import hashlib
import http.server
import ssl
import sys
import threading
import time

USER, PASSWORD, TOKEN = "ada", "s3cr3t", "t0ken"
seen = {}
lock = threading.Lock()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def body(self):
        if self.headers.get("Transfer-Encoding") == "chunked":
            parts = []
            while size := int(self.rfile.readline(), 16):
                parts.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(parts)
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def times(self):
        with lock:
            seen[self.path] = seen.get(self.path, 0) + 1
            return seen[self.path]

    def digest_is_right(self):
        text = self.headers.get("Authorization", "")
        if not text.startswith("Digest "):
            return False
        fields = dict(
            part.strip().split("=", 1) for part in text[len("Digest ") :].split(", ")
        )
        fields = {name: value.strip('"') for name, value in fields.items()}
        md5 = lambda one: hashlib.md5(one.encode()).hexdigest()
        first = md5(f"{USER}:griot:{PASSWORD}")
        second = md5(f"{self.command}:{fields['uri']}")
        middle = f"{fields['nonce']}:{fields['nc']}:{fields['cnonce']}:{fields['qop']}"
        return fields["response"] == md5(f"{first}:{middle}:{second}")

    def work(self):
        body = self.body()
        path, _, query = self.path.partition("?")
        given = self.headers.get("Authorization", "")
        match path.strip("/").split("/"):
            case ["echo"]:
                lines = [self.command, self.path, self.headers.get("Content-Type", "")]
                lines += [self.headers.get("Transfer-Encoding", ""), given]
                lines += [self.headers.get("X-Test", ""), hashlib.sha256(body).hexdigest()]
                self.answer(200, "\n".join(lines).encode(), X_Answer="yes")
            case ["basic"]:
                right = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
                self.answer(200 if given == right else 401, given.encode())
            case ["bearer"]:
                self.answer(200 if given == f"Bearer {TOKEN}" else 401, given.encode())
            case ["digest"]:
                if self.digest_is_right():
                    self.answer(200, f"{self.command} {len(body)}".encode())
                else:
                    challenge = 'Digest realm="griot", nonce="abc", qop="auth", algorithm=MD5'
                    self.answer(401, b"who?", WWW_Authenticate=challenge)
            case ["redirect", status]:
                self.answer(int(status), Location=query)
            case ["flaky", status, count, _]:
                if self.times() <= int(count):
                    self.answer(int(status), b"later", Retry_After=query or "0")
                else:
                    self.answer(200, str(self.times() - 1).encode())
            case ["times", *rest]:
                with lock:
                    self.answer(200, str(seen.get("/" + "/".join(rest), 0)).encode())
            case ["large", size]:
                self.answer(200, b"x" * int(size))
            case ["slow"]:
                time.sleep(3)
                self.answer(200)
            case ["drop", _]:
                self.times()
                self.close_connection = True
                self.connection.close()
            case ["cut"]:
                self.send_response(200)
                self.send_header("Content-Length", "1000")
                self.end_headers()
                self.wfile.write(b"half")
                self.wfile.flush()
                self.close_connection = True
            case _:
                self.answer(404, f"nothing at {path}".encode())

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = work


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
if len(sys.argv) > 1:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2], sys.argv[3])
    server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_address[1], flush=True)
# Whoever started it ends it by closing its standard input.
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
