"""Mesa: one Python object an agent, activated by the model; the absorbed are removed."""

from math import exp
from time import perf_counter

import mesa
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


class Family(mesa.Agent):
    def __init__(self, model):
        super().__init__(model)
        self.alliance = ALLIANCE_AT_START
        self.trust = TRUST_AT_START
        self.risk = self.random.random()
        self.skill = self.random.random()

    def step(self):
        u1 = self.random.random()
        u2 = self.random.random()
        z = self.random.gauss(0.0, 1.0)
        moved = self.alliance + ALLIANCE_GAIN * (u1 - 0.5) + NOISE * z
        self.alliance = min(max(moved, 0.0), 1.0)
        self.risk += RISK_PULL * (RISK_CENTRE - self.risk) + NOISE * z
        if u2 < BASE_HAZARD * exp(self.risk):
            self.remove()


class Families(mesa.Model):
    def __init__(self, families, seed):
        super().__init__(rng=seed)
        Family.create_agents(self, families)

    def step(self):
        # In order, not shuffled: the agents do not meet, and it is quicker.
        self.agents.do("step")


def main() -> None:
    task = task_from_command_line()
    model = Families(task.agents, task.seed)
    agent_steps = 0
    start = perf_counter()
    for _ in range(task.steps):
        agent_steps += len(model.agents)
        model.step()
    seconds = perf_counter() - start
    report(
        "mesa",
        "mesa",
        task,
        seconds=seconds,
        agent_steps=agent_steps,
        absorbed=1.0 - len(model.agents) / task.agents,
        alliance_square=sum(a.alliance**2 for a in model.agents) / len(model.agents),
    )


if __name__ == "__main__":
    main()
