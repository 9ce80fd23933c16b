"""mesa-frames: a set of agents is a Polars table; a step is expressions over its columns."""

from time import perf_counter

import polars as pl
from mesa_frames import AgentSetPolars, ModelDF
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


class Families(AgentSetPolars):
    def __init__(self, model, families):
        super().__init__(model)
        self += pl.DataFrame(
            {
                "unique_id": pl.arange(families, eager=True, dtype=pl.Int64),
                "alliance": pl.repeat(ALLIANCE_AT_START, families, eager=True),
                "trust": pl.repeat(TRUST_AT_START, families, eager=True),
                "risk": self.random.random(families),
                "skill": self.random.random(families),
            }
        )

    def step(self):
        acting = len(self)
        u1 = pl.lit(pl.Series(self.random.random(acting)))
        u2 = pl.lit(pl.Series(self.random.random(acting)))
        noise = pl.lit(pl.Series(NOISE * self.random.standard_normal(acting)))
        alliance, risk = pl.col("alliance"), pl.col("risk")
        self.agents = self.agents.with_columns(
            alliance=(alliance + ALLIANCE_GAIN * (u1 - 0.5) + noise).clip(0.0, 1.0),
            risk=risk + RISK_PULL * (RISK_CENTRE - risk) + noise,
        )
        absorbed = self.agents.filter(u2 < BASE_HAZARD * risk.exp())
        self.remove(absorbed["unique_id"])


class Model(ModelDF):
    def __init__(self, families, seed):
        super().__init__(seed)
        self.agents += Families(self, families)


def main() -> None:
    task = task_from_command_line()
    model = Model(task.agents, task.seed)
    agent_steps = 0
    start = perf_counter()
    for _ in range(task.steps):
        agent_steps += len(model.agents)
        model.step()
    seconds = perf_counter() - start
    families = model.get_agents_of_type(Families)
    report(
        "mesa_frames",
        "mesa-frames",
        task,
        seconds=seconds,
        agent_steps=agent_steps,
        absorbed=1.0 - len(families) / task.agents,
        alliance_square=(families.agents["alliance"] ** 2).mean(),
    )


if __name__ == "__main__":
    main()
