"""Writes what was measured: every round as CSV, the comparison as a Markdown table."""

import csv
import os
import platform
import subprocess
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from expectation import Expectation
from measurement import LARGEST_Z, STEPS, Agreement, Record, ours_of, typical
from peers import OURS, REPOSITORY

COLUMNS = [
    "name", "label", "language", "style", "random_numbers", "version", "status", "reason",
    "round", "seed", "agents", "steps", "seconds", "agent_steps", "acting_agent_steps",
    "million_agent_steps_per_second", "times_slower_than_ours", "absorbed", "alliance_square",
]  # fmt: skip


@dataclass(frozen=True)
class Circumstances:
    """Where and when the numbers come from."""

    machine: str
    system: str
    python: str
    rust: str
    compiler: str
    revision: str
    date: str
    load: str
    core: int | None
    rounds: int


def circumstances(rounds: int, load: float | None, core: int | None) -> Circumstances:
    return Circumstances(
        machine=f"{processor()}, {os.cpu_count()} cores",
        system=f"{platform.system()} {platform.release()}",
        python=platform.python_version(),
        rust=first_line(["rustc", "--version"]),
        compiler=first_line(["c++", "--version"]),
        revision=first_line(["git", "-C", str(REPOSITORY), "describe", "--always", "--dirty"]),
        date=datetime.now(timezone.utc).strftime("%Y-%m-%d"),
        load="unknown" if load is None else f"{load:.2f}",
        core=core,
        rounds=rounds,
    )


def processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    facts = dict(line.split(":", 1) for line in lines if ":" in line)
    facts = {key.strip(): value.strip() for key, value in facts.items()}
    name = facts.get("model name", platform.machine())
    wide = "AVX-512" if "avx512f" in facts.get("flags", "") else "AVX2"
    return f"{name} ({wide})" if "avx2" in facts.get("flags", "") else name


def first_line(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return "none"
    return (done.stdout.splitlines() or ["unknown"])[0].strip()


def write_csv(path: Path, records: list[Record]) -> None:
    """A row for each peer and round, and one for each peer that gave nothing."""
    ours = ours_of(records)
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        rows.writeheader()
        for record in records:
            peer = record.peer
            same = {
                "name": peer.name, "label": peer.label, "language": peer.language,
                "style": peer.style, "random_numbers": peer.numbers,
                "status": "failed" if record.failure else "ok", "reason": record.failure or "",
            }  # fmt: skip
            slower = record.times_slower(ours)
            if not record.runs:
                rows.writerow(same)
            for number, run in enumerate(record.runs):
                rows.writerow(
                    same
                    | {
                        "version": run.version,
                        "round": number + 1,
                        "seed": run.seed,
                        "agents": run.agents,
                        "steps": STEPS,
                        "seconds": f"{run.seconds:.6f}",
                        "agent_steps": run.agents * STEPS,
                        "acting_agent_steps": run.agent_steps,
                        "million_agent_steps_per_second": f"{run.nominal_rate / 1e6:.4f}",
                        "times_slower_than_ours": f"{slower[number]:.4f}" if slower else "",
                        "absorbed": f"{run.absorbed:.6f}",
                        "alliance_square": ""
                        if run.alliance_square is None
                        else f"{run.alliance_square:.6f}",
                    }
                )


def write_markdown(
    path: Path,
    records: list[Record],
    agreements: dict[str, Agreement],
    expected: Expectation,
    where: Circumstances,
) -> None:
    pinned = "not bound to a core" if where.core is None else f"bound to core {where.core}"
    text = f"""# The reduced workload, beside other simulators

Made by `python3 benches/peers/run.py`; what was run and how it is meant is in
[benches/peers/README.md](../../benches/peers/README.md), every round in [peers.csv](peers.csv).

![Million agent-steps per second of each program, on one core](peers.svg)

- Machine: {where.machine}; {where.system}; {where.rust}; {where.compiler}.
- {where.date}, revision `{where.revision}`. Load of the machine at the start: {where.load}.
- One thread each, {pinned}. {where.rounds} rounds, the programs in turn; medians, and the least
  and the most. Only the stepping is timed.
- An agent-step is one agent times one step, whether it still acts or not: {STEPS} for each agent.
  {expected.agent_steps / STEPS:.1%} of them are steps of agents who still act; the others cost
  little or nothing in every program.

{comparison(records, agreements)}

## Agreement

Every program must absorb a share of {expected.absorbed:.6f} and take {expected.agent_steps:.4f}
steps per agent: worked out exactly, without random numbers. The mean squared alliance of those
never absorbed comes from a run of 20 million agents. The table gives each program's distance in
standard errors, all rounds together; beyond {LARGEST_Z:g} it is said to disagree, which happens to
a right program once in 16,000 tests.

{distances(records, agreements)}
"""
    path.write_text(text, encoding="utf-8")


def comparison(records: list[Record], agreements: dict[str, Agreement]) -> str:
    ours = ours_of(records)
    lines = [
        "| Program | Version | Language | Written as | Random numbers | Agents "
        "| Million agent-steps/s | Ours is so many times as fast | Aim |",
        "| --- | --- | --- | --- | --- | ---: | ---: | ---: | --- |",
    ]
    for record in by_speed(records):
        peer = record.peer
        name = f"**{peer.label}**" if peer.name == OURS else peer.label
        if record.failure:
            lines.append(
                f"| {name} | | {peer.language} | {peer.style} | {peer.numbers} | "
                f"| not measured: {cell(record.failure)} | | |"
            )
            continue
        rate = spread([value / 1e6 for value in record.rates])
        if not agreements[peer.name].holds:
            rate += ", **but disagrees**"
        slower = record.times_slower(ours)
        ratio = "1" if peer.name == OURS else f"{spread(slower)}" if slower else ""
        lines.append(
            f"| {name} | {cell(record.runs[0].version)} | {peer.language} | {peer.style} "
            f"| {peer.numbers} | {record.runs[0].agents:,} | {rate} | {ratio} "
            f"| {aim(peer.aim, typical(slower))} |"
        )
    return "\n".join(lines)


def aim(asked: float | None, found: float | None) -> str:
    if asked is None or found is None:
        return ""
    return f"{asked:g}: " + ("reached" if found >= asked else "**not reached**")


def distances(records: list[Record], agreements: dict[str, Agreement]) -> str:
    lines = [
        "| Program | Absorbed | z, absorbed | z, steps | z, squared alliance | Agrees |",
        "| --- | ---: | ---: | ---: | ---: | --- |",
    ]
    for record in by_speed(records):
        if record.failure:
            continue
        found = agreements[record.peer.name]
        agents = sum(run.agents for run in record.runs)
        absorbed = sum(run.absorbed * run.agents for run in record.runs) / agents
        square = "" if found.alliance_square is None else f"{found.alliance_square:+.2f}"
        lines.append(
            f"| {record.peer.label} | {absorbed:.5f} | {found.absorbed:+.2f} "
            f"| {found.agent_steps:+.2f} | {square} | {'yes' if found.holds else '**no**'} |"
        )
    return "\n".join(lines)


def by_speed(records: list[Record]) -> list[Record]:
    """Fastest first; those without a number last."""
    return sorted(records, key=lambda record: -(0 if record.failure else typical(record.rates)))


def spread(values: list[float]) -> str:
    """The median, and the least and the most."""
    return f"{three(typical(values))} ({three(min(values))} to {three(max(values))})"


def three(value: float) -> str:
    """Three significant digits, never in powers of ten."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 1 else f"{value:.3f}"


def cell(text: str) -> str:
    """Text that cannot break a table."""
    return text.replace("|", "/").replace("\n", " ")
