#!/usr/bin/env python3
"""Validates N-Triples with a SHACL engine of PyPI, as a program of its own that can be measured.

    shacl_peer.py pyshacl|pyshifty|pyrudof DATA.nt SHAPES.ttl

Prints how many results there are.
"""
import pathlib
import sys


def pyshacl(data, shapes):
    import rdflib
    from pyshacl import validate
    graph = rdflib.Graph().parse(data, format="nt")
    _, report, _ = validate(graph, shacl_graph=rdflib.Graph().parse(shapes, format="turtle"))
    return len(set(report.objects(None, rdflib.SH.result)))


def pyshifty(data, shapes):
    import rdflib
    import shifty
    _, report, _ = shifty.validate(pathlib.Path(data), pathlib.Path(shapes), infer=False)
    return len(set(report.objects(None, rdflib.SH.result)))


def pyrudof(data, shapes):
    import pyrudof
    rudof = pyrudof.Rudof(pyrudof.RudofConfig())
    rudof.read_data(pathlib.Path(data), format=pyrudof.RDFFormat.NTriples)
    rudof.read_shacl(pathlib.Path(shapes), format=pyrudof.ShaclFormat.Turtle)
    return len(rudof.validate_shacl())


if __name__ == "__main__":
    engine, data, shapes = sys.argv[1:]
    print({"pyshacl": pyshacl, "pyshifty": pyshifty, "pyrudof": pyrudof}[engine](data, shapes))
