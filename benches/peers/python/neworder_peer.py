"""neworder: a pandas table of people, and a C++ engine for the timeline and the chances."""

from time import perf_counter

import neworder
import numpy as np
import pandas as pd
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


class Families(neworder.Model):
    def __init__(self, families: int, steps: int, seed: int) -> None:
        timeline = neworder.LinearTimeline(0.0, float(steps), steps)
        super().__init__(timeline, lambda: seed)
        # The engine's own stream, as a NumPy generator: for the normal numbers.
        self.numbers = neworder.as_np(self.mc)
        self.agent_steps = 0
        self.population = pd.DataFrame(
            index=neworder.df.unique_index(families),
            data={
                "alliance": ALLIANCE_AT_START,
                "trust": TRUST_AT_START,
                "risk": self.mc.ustream(families),
                "skill": self.mc.ustream(families),
            },
        )

    def step(self) -> None:
        population = self.population
        acting = len(population)
        self.agent_steps += acting
        noise = NOISE * self.numbers.standard_normal(acting)
        moved = population.alliance + ALLIANCE_GAIN * (self.mc.ustream(acting) - 0.5) + noise
        population["alliance"] = np.clip(moved, 0.0, 1.0)
        population["risk"] += RISK_PULL * (RISK_CENTRE - population.risk) + noise
        absorbed = self.mc.hazard(BASE_HAZARD * np.exp(population.risk.to_numpy()))
        self.population = population[absorbed != 1]


def main() -> None:
    task = task_from_command_line()
    model = Families(task.agents, task.steps, task.seed)
    start = perf_counter()
    neworder.run(model)
    seconds = perf_counter() - start
    report(
        "neworder",
        "neworder",
        task,
        seconds=seconds,
        agent_steps=model.agent_steps,
        absorbed=1.0 - len(model.population) / task.agents,
        alliance_square=np.square(model.population.alliance).mean(),
    )


if __name__ == "__main__":
    main()
