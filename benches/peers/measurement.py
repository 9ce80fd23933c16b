"""Runs the programs in turn, round after round, and judges whether they agree."""

import json
import os
import subprocess
from dataclasses import dataclass, field
from math import sqrt
from statistics import median

from expectation import Expectation
from peers import OURS, Peer, last_words

STEPS = 260
FIRST_SEED = 1
# A program that takes longer is said to have failed.
PATIENCE_SECONDS = 900
# One thread each, whatever a library would take by itself.
ONE_THREAD = {
    name: "1"
    for name in (
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "NUMEXPR_NUM_THREADS",
        "BLOSC_NTHREADS",
        "NUMBA_NUM_THREADS",
        "POLARS_MAX_THREADS",
        "RAYON_NUM_THREADS",
    )
} | {"STARSIM_INSTALL_FONTS": "0"}

# The mean of the squared alliance of those never absorbed has no short formula: here
# from 20 million agents of the plain Rust loop (seeds 11 to 14), of whom 13 million
# were left, with the standard deviation of one agent.
ALLIANCE_SQUARE = 0.31209
ALLIANCE_SQUARE_DEVIATION = 0.262
ALLIANCE_SQUARE_AGENTS = 13_000_000

# Beyond this many standard errors a program is said to disagree. For a right program
# each test goes wrong by chance once in 16,000.
LARGEST_Z = 4.0


@dataclass(frozen=True)
class Run:
    """What one program said of one round."""

    version: str
    agents: int
    seed: int
    seconds: float
    agent_steps: int
    absorbed: float
    alliance_square: float | None

    @property
    def nominal_rate(self) -> float:
        """Agents times steps per second: the unit of the table, the same for all."""
        return self.agents * STEPS / self.seconds

    @property
    def acting_rate(self) -> float:
        """Only the steps of agents who still acted."""
        return self.agent_steps / self.seconds


@dataclass
class Record:
    """All that is known of one peer: its rounds, or why there are none."""

    peer: Peer
    command: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    failure: str | None = None

    @property
    def rates(self) -> list[float]:
        return [run.nominal_rate for run in self.runs]

    def times_slower(self, ours: "Record | None") -> list[float]:
        """How many times as fast ours was, in each round that both took part in."""
        if ours is None or ours.failure or self.failure:
            return []
        return [own.nominal_rate / run.nominal_rate for own, run in zip(ours.runs, self.runs)]


@dataclass(frozen=True)
class Agreement:
    """Standard errors between what a peer gave and what it must give."""

    absorbed: float
    agent_steps: float
    alliance_square: float | None

    @property
    def holds(self) -> bool:
        found = [self.absorbed, self.agent_steps, self.alliance_square]
        return all(z is None or abs(z) <= LARGEST_Z for z in found)


def run_once(command: list[str], agents: int, seed: int) -> Run:
    """One program, once; RuntimeError in words when it does not do as asked."""
    arguments = ["--agents", str(agents), "--steps", str(STEPS), "--seed", str(seed)]
    try:
        done = subprocess.run(
            [*command, *arguments],
            env=dict(os.environ, **ONE_THREAD),
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RuntimeError(str(error)) from error
    if done.returncode != 0:
        raise RuntimeError(last_words(done.stderr))
    return read_run(done.stdout, agents, seed)


def read_run(output: str, agents: int, seed: int) -> Run:
    """The protocol's line of JSON, which may have other lines around it."""
    lines = [line for line in output.splitlines() if line.startswith("{")]
    if not lines:
        raise RuntimeError("gave no result")
    try:
        told = json.loads(lines[-1])
        run = Run(
            version=str(told["version"]),
            agents=int(told["agents"]),
            seed=seed,
            seconds=float(told["seconds"]),
            agent_steps=int(told["agent_steps"]),
            absorbed=float(told["absorbed"]),
            alliance_square=told.get("alliance_square"),
        )
    except (ValueError, KeyError) as error:
        raise RuntimeError(f"gave a result that cannot be read: {error!r}") from error
    if (run.agents, int(told["steps"])) != (agents, STEPS) or run.seconds <= 0.0:
        raise RuntimeError("did another number of agents or steps than asked")
    return run


def pin_to_one_core() -> int | None:
    """Binds this process, and so all it starts, to its last core; None where it cannot."""
    if not hasattr(os, "sched_setaffinity"):
        return None
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return core


def run_rounds(records: list[Record], rounds: int, agents: int, say) -> None:
    """Every program once a round, each round beginning with another program."""
    for number in range(rounds):
        turn = number % len(records)
        for record in records[turn:] + records[:turn]:
            if record.failure:
                continue
            asked = max(1, round(agents * record.peer.share_of_agents))
            try:
                run = run_once(record.command, asked, FIRST_SEED + number)
            except RuntimeError as error:
                record.failure = f"failed to run: {error}"
                say(f"round {number + 1}: {record.peer.label}: {record.failure}")
                continue
            record.runs.append(run)
            say(f"round {number + 1}: {record.peer.label}: {run.nominal_rate / 1e6:.2f} million/s")


def agreement(runs: list[Run], expected: Expectation) -> Agreement:
    """Compares all rounds of one peer, pooled, with what they must give."""
    agents = sum(run.agents for run in runs)
    absorbed = sum(run.absorbed * run.agents for run in runs) / agents
    steps = sum(run.agent_steps for run in runs) / agents
    root = sqrt(agents)
    square = None
    if all(run.alliance_square is not None for run in runs):
        left = [run.agents * (1.0 - run.absorbed) for run in runs]
        mean = sum(run.alliance_square * n for run, n in zip(runs, left)) / sum(left)
        error = ALLIANCE_SQUARE_DEVIATION * sqrt(1.0 / sum(left) + 1.0 / ALLIANCE_SQUARE_AGENTS)
        square = (mean - ALLIANCE_SQUARE) / error
    return Agreement(
        absorbed=(absorbed - expected.absorbed) / (expected.absorbed_deviation / root),
        agent_steps=(steps - expected.agent_steps) / (expected.agent_steps_deviation / root),
        alliance_square=square,
    )


def ours_of(records: list[Record]) -> Record | None:
    return next((record for record in records if record.peer.name == OURS), None)


def typical(values: list[float]) -> float | None:
    return median(values) if values else None
