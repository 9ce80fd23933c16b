//! krABMaga: a family is an agent of its own, boxed, in the schedule's queue of
//! events; the state that agents share holds the random numbers. A family that is
//! absorbed says so, and the schedule lets it go.

use std::any::Any;
use std::time::Instant;

use krabmaga::engine::agent::Agent;
use krabmaga::engine::schedule::Schedule;
use krabmaga::engine::state::State;
use krabmaga::rand::rngs::SmallRng;
use krabmaga::rand::{Rng, SeedableRng};
use rand_distr::StandardNormal;
use workload::*;

#[derive(Clone, Copy)]
struct Family {
    alliance: f64,
    #[allow(dead_code, reason = "part of what an agent holds; no step reads it")]
    trust: f64,
    risk: f64,
    #[allow(dead_code, reason = "part of what an agent holds; no step reads it")]
    skill: f64,
    absorbed: bool,
}

impl Agent for Family {
    fn step(&mut self, state: &mut dyn State) {
        let Some(families) = state.as_any_mut().downcast_mut::<Families>() else {
            unreachable!("the only state there is");
        };
        let u1: f64 = families.generator.random();
        let u2: f64 = families.generator.random();
        let z: f64 = families.generator.sample(StandardNormal);
        self.alliance = (self.alliance + ALLIANCE_GAIN * (u1 - 0.5) + NOISE * z).clamp(0.0, 1.0);
        self.risk += RISK_PULL * (RISK_CENTRE - self.risk) + NOISE * z;
        self.absorbed = u2 < BASE_HAZARD * self.risk.exp();
        families.agent_steps += 1;
    }

    fn is_stopped(&mut self, _state: &mut dyn State) -> bool {
        self.absorbed
    }
}

struct Families {
    families: u32,
    generator: SmallRng,
    agent_steps: u64,
}

impl State for Families {
    fn init(&mut self, schedule: &mut Schedule) {
        for _ in 0..self.families {
            let family = Family {
                alliance: ALLIANCE_AT_START,
                trust: TRUST_AT_START,
                risk: self.generator.random(),
                skill: self.generator.random(),
                absorbed: false,
            };
            schedule.schedule_repeating(Box::new(family), 0.0, 0);
        }
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_state_mut(&mut self) -> &mut dyn State {
        self
    }

    fn as_state(&self) -> &dyn State {
        self
    }

    fn reset(&mut self) {}

    fn update(&mut self, _step: u64) {}
}

fn main() {
    let task = Task::from_command_line();
    let mut state = Families {
        families: task.agents,
        generator: SmallRng::seed_from_u64(task.seed),
        agent_steps: 0,
    };
    let mut schedule = Schedule::new();
    state.init(&mut schedule);
    let start = Instant::now();
    for _ in 0..task.steps {
        schedule.step(&mut state);
    }
    let seconds = start.elapsed().as_secs_f64();
    let acting = schedule.get_all_events();
    let alliances = acting
        .iter()
        .filter_map(|agent| agent.downcast_ref::<Family>())
        .map(|family| family.alliance);
    task.report("krabmaga", "0.6.2", seconds, state.agent_steps, alliances);
}
