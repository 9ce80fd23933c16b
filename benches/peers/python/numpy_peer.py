"""NumPy: one array a quantity, whole-array arithmetic, absorbed agents left out by a mask.

Single precision and arrays filled in place, as one would write it for speed.
"""

from time import perf_counter

import numpy as np
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


class Population:
    """Those who still act; the absorbed leave the arrays."""

    def __init__(self, agents: int, generator: np.random.Generator):
        self.alliance = np.full(agents, ALLIANCE_AT_START, dtype=np.float32)
        self.trust = np.full(agents, TRUST_AT_START, dtype=np.float32)
        self.risk = generator.random(agents, dtype=np.float32)
        self.skill = generator.random(agents, dtype=np.float32)

    def keep(self, mask: np.ndarray) -> None:
        self.alliance = self.alliance[mask]
        self.trust = self.trust[mask]
        self.risk = self.risk[mask]
        self.skill = self.skill[mask]

    def __len__(self) -> int:
        return len(self.alliance)


def step(population: Population, generator: np.random.Generator) -> None:
    acting = len(population)
    u1 = generator.random(acting, dtype=np.float32)
    u2 = generator.random(acting, dtype=np.float32)
    noise = NOISE * generator.standard_normal(acting, dtype=np.float32)
    population.alliance += ALLIANCE_GAIN * (u1 - 0.5) + noise
    np.clip(population.alliance, 0.0, 1.0, out=population.alliance)
    population.risk += RISK_PULL * (RISK_CENTRE - population.risk) + noise
    population.keep(u2 >= BASE_HAZARD * np.exp(population.risk))


def main() -> None:
    task = task_from_command_line()
    generator = np.random.default_rng(task.seed)
    population = Population(task.agents, generator)
    agent_steps = 0
    start = perf_counter()
    for _ in range(task.steps):
        agent_steps += len(population)
        step(population, generator)
    seconds = perf_counter() - start
    report(
        "numpy",
        "numpy",
        task,
        seconds=seconds,
        agent_steps=agent_steps,
        absorbed=1.0 - len(population) / task.agents,
        alliance_square=np.mean(np.square(population.alliance), dtype=float),
    )


if __name__ == "__main__":
    main()
