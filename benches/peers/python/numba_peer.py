"""numba: a plain loop over agents, compiled; NumPy's generator handed to the compiled code."""

from time import perf_counter

import numpy as np
from numba import njit
from workload import (
    ALLIANCE_AT_START,
    ALLIANCE_GAIN,
    BASE_HAZARD,
    NOISE,
    RISK_CENTRE,
    RISK_PULL,
    TRUST_AT_START,
    report,
    task_from_command_line,
)


@njit
def run(alliance, risk, absorbed, steps, generator):
    """All steps of all agents; counts the steps that were taken."""
    agent_steps = 0
    for _ in range(steps):
        for agent in range(len(alliance)):
            if absorbed[agent]:
                continue
            u1 = generator.random()
            u2 = generator.random()
            z = generator.standard_normal()
            moved = alliance[agent] + ALLIANCE_GAIN * (u1 - 0.5) + NOISE * z
            alliance[agent] = min(max(moved, 0.0), 1.0)
            risk[agent] += RISK_PULL * (RISK_CENTRE - risk[agent]) + NOISE * z
            absorbed[agent] = u2 < BASE_HAZARD * np.exp(risk[agent])
            agent_steps += 1
    return agent_steps


def start_of(agents: int, generator: np.random.Generator):
    alliance = np.full(agents, ALLIANCE_AT_START)
    trust = np.full(agents, TRUST_AT_START)
    risk = generator.random(agents)
    skill = generator.random(agents)
    return alliance, trust, risk, skill, np.zeros(agents, dtype=np.bool_)


def main() -> None:
    task = task_from_command_line()
    # Compiled on a handful of agents first: compiling is not stepping.
    warm_up = np.random.default_rng(0)
    alliance, _, risk, _, absorbed = start_of(8, warm_up)
    run(alliance, risk, absorbed, 2, warm_up)

    generator = np.random.default_rng(task.seed)
    alliance, trust, risk, skill, absorbed = start_of(task.agents, generator)
    start = perf_counter()
    agent_steps = run(alliance, risk, absorbed, task.steps, generator)
    seconds = perf_counter() - start
    report(
        "numba",
        "numba",
        task,
        seconds=seconds,
        agent_steps=agent_steps,
        absorbed=absorbed.mean(),
        alliance_square=np.square(alliance[~absorbed]).mean(),
    )


if __name__ == "__main__":
    main()
