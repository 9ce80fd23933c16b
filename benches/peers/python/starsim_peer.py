"""starsim: states and named distributions of a module; the absorbed leave as its dead do.

Each distribution gives every agent a number of its own, whoever else is there (common
random numbers), which is starsim's default.
"""

from time import perf_counter

import numpy as np
import starsim as ss
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


def hazard(module, sim, uids):
    """The chance of being absorbed this step."""
    return BASE_HAZARD * np.exp(module.risk[uids])


class Families(ss.Module):
    def __init__(self, **kwargs):
        super().__init__()
        self.define_pars(
            gain=ss.uniform(low=-0.5 * ALLIANCE_GAIN, high=0.5 * ALLIANCE_GAIN),
            noise=ss.normal(loc=0.0, scale=NOISE),
            absorption=ss.bernoulli(p=hazard),
        )
        self.update_pars(**kwargs)
        self.define_states(
            ss.FloatArr("alliance", default=ALLIANCE_AT_START),
            ss.FloatArr("trust", default=TRUST_AT_START),
            ss.FloatArr("risk", default=ss.random()),
            ss.FloatArr("skill", default=ss.random()),
        )
        self.agent_steps = 0

    def step(self):
        uids = self.sim.people.auids
        self.agent_steps += len(uids)
        noise = self.pars.noise.rvs(uids)
        moved = self.alliance[uids] + self.pars.gain.rvs(uids) + noise
        self.alliance[uids] = np.clip(moved, 0.0, 1.0)
        risk = self.risk[uids]
        self.risk[uids] = risk + RISK_PULL * (RISK_CENTRE - risk) + noise
        self.sim.people.request_death(self.pars.absorption.filter(uids))


def main(name: str = "starsim") -> None:
    task = task_from_command_line()
    families = Families()
    sim = ss.Sim(
        modules=families,
        n_agents=task.agents,
        start=ss.days(0),
        dur=ss.days(task.steps - 1),
        dt=ss.days(1),
        rand_seed=task.seed,
        copy_inputs=False,
        verbose=0,
    )
    sim.init()
    start = perf_counter()
    sim.run()
    seconds = perf_counter() - start
    report(
        name,
        "starsim",
        task,
        seconds=seconds,
        agent_steps=families.agent_steps,
        absorbed=1.0 - len(sim.people) / task.agents,
        alliance_square=np.square(families.alliance.values).mean(),
    )


if __name__ == "__main__":
    main()
