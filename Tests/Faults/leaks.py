"""Empties the deinit of each owner of a C handle in turn: the tests then have to fail for a leak.

Usage: leaks.py [FILE...], in a tree whose tests were built under the address sanitizer; without files all
owners are tried. A file is put back as it was, whatever happens.
"""
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
OWNERS = {"Sources/XML/XMLOutput.swift": "XMLTests", "Sources/RDFIO/Raptor/RaptorWorld.swift": "RDFIOTests",
          "Sources/Compression/GzipInflater.swift": "CompressionTests",
          "Sources/Compression/GzipDeflater.swift": "CompressionTests",
          "Sources/Compression/ZstdInflater.swift": "CompressionTests",
          "Sources/Compression/ZstdDeflater.swift": "CompressionTests",
          "Sources/HTTP/CurlHandle.swift": "HTTPTests"}
SUPPRESSIONS = f"suppressions={ROOT}/Tests/lsan.supp:print_suppressions=0"


def leaks(tests):
    ended = subprocess.run(
        ["swift", "test", "--disable-xctest", "--sanitize=address", "--scratch-path", ".build-asan",
         "--filter", tests], cwd=ROOT, capture_output=True, text=True,
        env={**os.environ, "LSAN_OPTIONS": SUPPRESSIONS, "GRIOT_ROUND_TRIPS": "10"})
    said = ended.stdout + ended.stderr
    if "Build complete!" not in said:
        sys.exit(f"{tests} does not build:\n{said[-2000:]}")
    leaked = "LeakSanitizer: detected memory leaks" in said
    if ended.returncode != 0 and not leaked:
        sys.exit(f"{tests} fails, but not for a leak:\n{said[-2000:]}")
    return leaked


failed = []
for name in sys.argv[1:] or OWNERS:
    tests = OWNERS[name]
    path = ROOT / name
    text = path.read_text()
    emptied, count = re.subn(r"\n  deinit \{\n(.*?)\n  \}\n", "\n", text, flags=re.S)
    if count != 1:
        sys.exit(f"{name} has {count} deinits; expected 1")
    if leaks(tests):
        failed.append(f"{name} leaks as it is")
    try:
        path.write_text(emptied)
        if not leaks(tests):
            failed.append(f"{name} without its deinit passes")
        else:
            print(f"{name} without its deinit fails")
    finally:
        path.write_text(text)
sys.exit("\n".join(failed) or 0)
