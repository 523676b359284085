#!/usr/bin/env python3
"""Draws what mapping.py measured: statements per CPU second and peak memory by the number of articles.

    plot.py OUT.svg < figures.json

The figures are a list of {"by": name, "articles": n, "rate": statements per CPU second, "peak": MB}.
"""
import json
import sys

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot  # noqa: E402  (after the choice of what draws)

# Okabe and Ito's colours, which colour-blind readers tell apart; griot's own lines are thick.
COLOURS = ["#0072B2", "#56B4E9", "#000000", "#009E73", "#CC79A7", "#D55E00", "#E69F00"]
MARKS = "osD^vPX"


def main():
    figures = json.load(sys.stdin)
    names = list(dict.fromkeys(figure["by"] for figure in figures))
    sizes = sorted({figure["articles"] for figure in figures})
    pyplot.rcParams |= {"svg.hashsalt": "griot", "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 10}
    drawing, panels = pyplot.subplots(1, 2, figsize=(11, 4.6))
    for panel, key, title in zip(panels, ("rate", "peak"), ("statements per CPU second", "peak memory in MB")):
        for name, colour, mark in zip(names, COLOURS, MARKS):
            points = sorted((figure["articles"], figure[key]) for figure in figures if figure["by"] == name)
            panel.plot(*zip(*points), color=colour, marker=mark, label=name,
                       linewidth=2.5 if name.startswith("griot") else 1.2)
        panel.set(xscale="log", yscale="log", xlabel="articles", title=title)
        panel.set_xticks(sizes, [f"{size:,}" for size in sizes])
        panel.minorticks_off()
        panel.yaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
        panel.grid(True, color="#DDDDDD", linewidth=0.6)
    drawing.legend(*panels[0].get_legend_handles_labels(), loc="outside lower center", ncols=4, frameon=False)
    drawing.tight_layout(rect=(0, 0.12, 1, 1))
    drawing.savefig(sys.argv[1], metadata={"Date": None, "Creator": None})


if __name__ == "__main__":
    main()
