"""vivarium: a component owns columns of the population table and listens to the clock.

Every stream gives each simulant a number of its own, by its place in the index
(common random numbers), which is vivarium's way.
"""

from time import perf_counter

import numpy as np
import pandas as pd
from scipy.special import ndtri
from vivarium import Component, InteractiveContext
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

COLUMNS = ["alliance", "trust", "risk", "skill", "is_acting"]


class Families(Component):
    def setup(self, builder):
        self.agent_steps = 0
        self.randomness = builder.randomness.get_stream(self.name)
        builder.population.register_initializer(
            initializer=self.initialize_families,
            columns=COLUMNS,
            required_resources=[self.randomness],
        )

    def initialize_families(self, pop_data):
        index = pop_data.index
        self.population_view.initialize(
            pd.DataFrame(
                {
                    "alliance": ALLIANCE_AT_START,
                    "trust": TRUST_AT_START,
                    "risk": self.randomness.get_draw(index, "risk"),
                    "skill": self.randomness.get_draw(index, "skill"),
                    "is_acting": True,
                },
                index=index,
            )
        )

    def on_time_step(self, event):
        self.population_view.update(["alliance", "risk", "is_acting"], self.take_step)

    def take_step(self, families):
        acting = families[families["is_acting"]]
        index = acting.index
        self.agent_steps += len(index)
        u1 = self.randomness.get_draw(index, "alliance")
        u2 = self.randomness.get_draw(index, "absorption")
        noise = NOISE * self.randomness.sample_from_distribution(
            index, ppf=ndtri, additional_key="noise"
        )
        risk = acting["risk"] + RISK_PULL * (RISK_CENTRE - acting["risk"]) + noise
        return pd.DataFrame(
            {
                "alliance": (
                    acting["alliance"] + ALLIANCE_GAIN * (u1 - 0.5) + noise
                ).clip(0.0, 1.0),
                "risk": risk,
                "is_acting": u2 >= BASE_HAZARD * np.exp(risk),
            }
        )


def main() -> None:
    task = task_from_command_line()
    families = Families()
    simulation = InteractiveContext(
        components=[families],
        configuration={
            "population": {"population_size": task.agents},
            "randomness": {"random_seed": task.seed, "map_size": 10 * task.agents},
            "time": {"step_size": 7},
        },
        logging_verbosity=0,
    )
    start = perf_counter()
    simulation.take_steps(task.steps)
    seconds = perf_counter() - start
    population = simulation.get_population(["alliance", "is_acting"])
    report(
        "vivarium",
        "vivarium",
        task,
        seconds=seconds,
        agent_steps=families.agent_steps,
        absorbed=1.0 - population["is_acting"].mean(),
        alliance_square=np.square(population["alliance"][population["is_acting"]]).mean(),
    )


if __name__ == "__main__":
    main()
