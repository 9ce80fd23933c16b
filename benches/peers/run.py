#!/usr/bin/env python3
"""The reduced workload in this simulator and in others, all in one go.

Installs and builds what is needed, runs every program in turn for some rounds, checks
that they agree, and writes peers.csv, peers.md, peers.svg and peers.png.

    python3 benches/peers/run.py
    python3 benches/peers/run.py --quick --only ours,numpy
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from expectation import expected
from measurement import STEPS, Record, agreement, ours_of, pin_to_one_core, run_rounds, typical
from peers import HERE, REPOSITORY, Environments, Unavailable, all_peers
from tables import circumstances, three, write_csv, write_markdown


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def options_from_command_line(names: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--rounds", type=int, default=5, help="runs of each program (5)")
    parser.add_argument(
        "--agents", type=int, default=100_000, help="agents (100000; Mesa takes a tenth)"
    )
    parser.add_argument("--only", help=f"some programs, with commas between: {', '.join(names)}")
    parser.add_argument("--quick", action="store_true", help="2 rounds of 10000 agents")
    parser.add_argument("--out", type=Path, default=REPOSITORY / "results" / "benchmarks")
    parser.add_argument("--python", help="the Python 3.12 for the virtual environments")
    options = parser.parse_args()
    if options.quick:
        options.rounds, options.agents = 2, 10_000
    if options.rounds < 1 or options.agents < 10:
        parser.error("there must be at least one round and ten agents")
    chosen = options.only.split(",") if options.only else names
    unknown = [name for name in chosen if name not in names]
    if unknown:
        parser.error(f"unknown program {', '.join(unknown)}; there are {', '.join(names)}")
    options.only = chosen
    return options


def main() -> int:
    every = [peer.name for peer in all_peers(Environments())]
    options = options_from_command_line(every)
    environments = Environments(options.python)
    records = [Record(peer) for peer in all_peers(environments) if peer.name in options.only]
    for record in records:
        say(f"preparing {record.peer.label}")
        try:
            record.command = record.peer.prepare()
        except Unavailable as reason:
            record.failure = f"not installed: {reason}"
            say(f"  {record.failure}")

    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    core = pin_to_one_core()
    run_rounds(records, options.rounds, options.agents, say)

    must = expected(STEPS)
    measured = [record for record in records if not record.failure]
    agreements = {record.peer.name: agreement(record.runs, must) for record in measured}
    options.out.mkdir(parents=True, exist_ok=True)
    write_csv(options.out / "peers.csv", records)
    where = circumstances(options.rounds, load, core)
    write_markdown(options.out / "peers.md", records, agreements, must, where)
    draw_figure(environments, options.out)
    return conclude(records, agreements)


def draw_figure(environments: Environments, folder: Path) -> None:
    """With matplotlib from the virtual environment; its absence stops nothing else."""
    try:
        python = environments.install("main", ["matplotlib"])
    except Unavailable as reason:
        say(f"no figure: {reason}")
        return
    source, target = folder / "peers.csv", folder / "peers"
    done = subprocess.run([python, str(HERE / "figure.py"), str(source), str(target)], check=False)
    if done.returncode != 0:
        say("no figure: figure.py failed")


def conclude(records: list[Record], agreements: dict) -> int:
    """Says the ratios; 1 when a program disagrees or failed, so that nobody overlooks it."""
    ours = ours_of(records)
    wrong = 0
    for record in records:
        if record.failure:
            wrong += 1
            print(f"{record.peer.label}: {record.failure}")
            continue
        found = agreements[record.peer.name]
        wrong += not found.holds
        times = typical(record.times_slower(ours))
        print(
            f"{record.peer.label}: {three(typical(record.rates) / 1e6)} million agent-steps/s"
            + (f", ours is {three(times)} times as fast" if times and record is not ours else "")
            + ("" if found.holds else f", DISAGREES: {found}")
        )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
