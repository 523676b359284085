"""Asks stores at addresses that anyone could reach, which point to others that no one should.

Usage: public.py GRIOT FILE, in namespaces of its own (network, mounts) in which 93.184.216.34 is this machine's and
public.test and internal.test (10.1.2.3) are names of /etc/hosts: namespace() makes them.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

import servers

HOSTS = "127.0.0.1 localhost\n93.184.216.34 public.test\n10.1.2.3 internal.test\n"


def namespace(griot, file):
    """Runs this script in namespaces of its own; None where the system lets no one have such."""
    if subprocess.run(["unshare", "-rnm", "true"], capture_output=True).returncode:
        return None
    with tempfile.NamedTemporaryFile("w", suffix=".hosts") as hosts:
        hosts.write(HOSTS)
        hosts.flush()
        script = ('ip link set lo up && ip addr add 93.184.216.34/32 dev lo && ip addr add 10.1.2.3/32 dev lo && '
                  'mount --bind "$1" /etc/hosts && shift && exec "$@"')
        return subprocess.run(["unshare", "-rnm", "sh", "-c", script, "sh", hosts.name, sys.executable, __file__, griot, str(file)],
                              capture_output=True, text=True, timeout=120)


def main(griot, file):
    failed = []

    def load(what, url, status, *words):
        ended = subprocess.run([griot, "load", file, "--store", url, "--store-kind", "generic", "--retries", "0"],
                               capture_output=True, text=True, env={"PATH": os.environ["PATH"]}, timeout=60)
        said = ended.stdout + ended.stderr
        if ended.returncode != status or not all(word in said for word in words):
            failed.append(f"{what}: status {ended.returncode}, not {status}: {said}")

    with servers.Fake(lambda *_: (201, b""), host="0.0.0.0") as inner:
        # What anyone may reach is reached, by name and after a redirect.
        for host in ("public.test", "93.184.216.34"):
            load(host, f"http://{host}:{inner.port}", 0, "10 statements")
        with servers.Fake(lambda *_: (307, b"", ("Location", f"http://public.test:{inner.port}/")), host="0.0.0.0") as outer:
            load("to a public one", f"http://public.test:{outer.port}", 0, "10 statements")
        if len(inner.seen) != 3:
            failed.append(f"{len(inner.seen)} requests reached the store, not 3")
        inner.seen.clear()
        # What no one should is not, by a name of /etc/hosts and after a redirect.
        load("a name", f"http://internal.test:{inner.port}", 3, "--allow-private", "10.1.2.3", "private", "nothing was sent")
        for host in ("127.0.0.1", "localhost", "internal.test", "10.1.2.3", "[::1]"):
            with servers.Fake(lambda *_: (307, b"", ("Location", f"http://{host}:{inner.port}/")), host="0.0.0.0") as outer:
                load(f"to {host}", f"http://public.test:{outer.port}", 3, "--allow-private", "nothing was sent")
                if not outer.seen:
                    failed.append(f"the redirect to {host} was not asked for")
        if inner.seen:
            failed.append(f"a private address was asked: {inner.seen}")
    sys.exit("\n".join(failed) or 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
