"""Draws results/benchmarks/peers.csv: one line a program, millions of agent-steps per second.

Run with a Python that has matplotlib: figure.py PEERS.csv OUTPUT_WITHOUT_ENDING.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path
from statistics import median

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter

# Okabe and Ito's colours, told apart by the colour-blind and in grey.
VERMILLION, BLUE, GREEN, GREY = "#D55E00", "#0072B2", "#009E73", "#595959"
OURS = "ours"
KINDS = {
    "ours": (VERMILLION, "o"),
    "no framework": (GREY, "D"),
    "compiled framework": (BLUE, "s"),
    "Python": (GREEN, "^"),
}


def kind(row: dict) -> str:
    if row["name"] == OURS:
        return "ours"
    if row["name"].startswith("plain_"):
        return "no framework"
    return "Python" if "Python" in row["language"] else "compiled framework"


def draw(source: Path, target: Path) -> None:
    rounds, missing = defaultdict(list), {}
    with source.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["status"] == "ok":
                rounds[row["name"]].append(row)
            else:
                missing[row["name"]] = row["label"]
    if not rounds:
        sys.exit("no program gave a result")
    rates = {
        name: [float(row["million_agent_steps_per_second"]) for row in rows]
        for name, rows in rounds.items()
    }
    order = sorted(rates, key=lambda name: median(rates[name]))

    plt.rcParams.update({"font.size": 9, "font.family": "DejaVu Sans", "svg.hashsalt": "peers"})
    figure, axes = plt.subplots(figsize=(7.2, 1.5 + 0.33 * len(order)), layout="constrained")
    for place, name in enumerate(order):
        row = rounds[name][0]
        colour, marker = KINDS[kind(row)]
        middle = median(rates[name])
        axes.plot([min(rates[name]), max(rates[name])], [place, place], color=colour, linewidth=2.5)
        axes.plot(middle, place, marker=marker, color=colour, markersize=7)
        axes.annotate(
            label(middle, rounds[name], name),
            (max(rates[name]), place),
            xytext=(9, 0),
            textcoords="offset points",
            verticalalignment="center",
            color=colour,
            fontweight="bold" if name == OURS else "normal",
        )
    axes.set_yticks(range(len(order)), [f"{rounds[n][0]['label']}  " for n in order])
    for tick, name in zip(axes.get_yticklabels(), order):
        tick.set_color(KINDS[kind(rounds[name][0])][0])
        tick.set_fontweight("bold" if name == OURS else "normal")
    axes.set_xscale("log")
    lowest = min(map(min, rates.values()))
    highest = max(map(max, rates.values()))
    # Room on the right for the label of the fastest.
    axes.set_xlim(lowest / 1.6, highest * (highest / lowest) ** 0.45)
    axes.set_ylim(-0.7, len(order) - 0.3)
    axes.xaxis.set_major_locator(LogLocator(base=10.0, subs=(1.0,)))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.set_xlabel("million agent-steps per second on one core (log scale; more is faster)")
    axes.grid(axis="x", color="#dddddd", linewidth=0.8)
    axes.set_axisbelow(True)
    axes.tick_params(axis="y", length=0)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    title = f"The reduced workload in {len(order)} programs (median of "
    title += f"{len(rounds[order[-1]])} rounds; the line spans them)"
    if missing:
        title += "\nNot measured: " + ", ".join(missing.values())
    figure.suptitle(
        title,
        fontsize=10,
        x=0.01,
        horizontalalignment="left",
    )
    figure.savefig(target.with_suffix(".svg"), metadata={"Date": None})
    figure.savefig(target.with_suffix(".png"), dpi=200)


def label(middle: float, rows: list[dict], name: str) -> str:
    number = f"{middle:.0f}" if middle >= 10 else f"{middle:.1f}" if middle >= 1 else f"{middle:.2f}"
    slower = [float(row["times_slower_than_ours"]) for row in rows if row["times_slower_than_ours"]]
    if name == OURS or not slower:
        return number
    times = median(slower)
    times = f"{times:.1f}" if times < 10 else f"{times:.0f}"
    return f"{number}   ours {times} times as fast"


if __name__ == "__main__":
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
