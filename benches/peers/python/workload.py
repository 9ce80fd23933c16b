"""The reduced workload in numbers, and the one protocol that every program here speaks.

Each agent holds alliance, trust, risk and skill. A step, for each agent that still acts:

    u1, u2 uniform in [0, 1); z standard normal
    alliance = clip(alliance + 0.05 (u1 - 0.5) + 0.01 z, 0, 1)
    risk     = risk + 0.02 (0.5 - risk) + 0.01 z
    if u2 < 0.001 exp(risk): the agent is absorbed, and acts no more
"""

import argparse
import json
from dataclasses import dataclass
from importlib import metadata

ALLIANCE_AT_START = 0.5
TRUST_AT_START = 0.5
ALLIANCE_GAIN = 0.05
NOISE = 0.01
RISK_PULL = 0.02
RISK_CENTRE = 0.5
BASE_HAZARD = 0.001


@dataclass(frozen=True)
class Task:
    """What a program is asked to do."""

    agents: int
    steps: int
    seed: int


def task_from_command_line() -> Task:
    """Reads `--agents N --steps T --seed S`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--agents", type=int, default=100_000)
    parser.add_argument("--steps", type=int, default=260)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    return Task(options.agents, options.steps, options.seed)


def report(name, package, task, *, seconds, agent_steps, absorbed, alliance_square):
    """Prints the one line of JSON that the script reads.

    `seconds` is the stepping alone; `agent_steps` counts the steps of agents that still
    acted; `absorbed` is the share of all agents; `alliance_square` is the mean of the
    squared alliance among those never absorbed, which shows that the alliance was
    really worked out, and right.
    """
    print(
        json.dumps(
            {
                "name": name,
                "version": metadata.version(package),
                "agents": task.agents,
                "steps": task.steps,
                "agent_steps": int(agent_steps),
                "seconds": float(seconds),
                "absorbed": float(absorbed),
                "alliance_square": float(alliance_square),
            }
        ),
        flush=True,
    )
