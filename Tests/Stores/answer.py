"""Runs a command against a server that gives one answer to all.

Usage: answer.py STATUS BODY [NAME VALUE]... -- COMMAND [WORD]...; in the words of the command and in
what it says URL stands for the server's address. NAME and VALUE are header fields.
"""
import subprocess
import sys

import servers

cut = sys.argv.index("--")
status, body, *fields = sys.argv[1:cut]
headers = list(zip(fields[::2], fields[1::2]))
with servers.Fake(lambda *_: (int(status), body.encode(), *headers)) as fake:
    command = [word.replace("URL", fake.url) for word in sys.argv[cut + 1:]]
    ended = subprocess.run(command, stderr=subprocess.PIPE, text=True)
sys.stderr.write(ended.stderr.replace(fake.url, "URL"))
sys.exit(ended.returncode)
