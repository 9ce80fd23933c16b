//! No framework: what one gets by just writing the loop in Rust.
//!
//! Every agent has a small generator of its own, and single precision is enough. The
//! agents do not meet, so each goes through all its steps before the next begins: its
//! state stays in registers, which no program that steps week by week can match.

use std::time::Instant;

use rand::rngs::SmallRng;
use rand::{RngExt, SeedableRng};
use rand_distr::StandardNormal;
use workload::{
    ALLIANCE_AT_START, ALLIANCE_GAIN, BASE_HAZARD, NOISE, RISK_CENTRE, RISK_PULL, TRUST_AT_START,
    Task,
};

struct Agent {
    alliance: f32,
    #[allow(dead_code, reason = "part of what an agent holds; no step reads it")]
    trust: f32,
    risk: f32,
    #[allow(dead_code, reason = "part of what an agent holds; no step reads it")]
    skill: f32,
    absorbed: bool,
    numbers: SmallRng,
}

impl Agent {
    fn new(seed: u64, number: u32) -> Agent {
        let mut numbers = SmallRng::seed_from_u64(seed << 32 | u64::from(number));
        Agent {
            alliance: ALLIANCE_AT_START as f32,
            trust: TRUST_AT_START as f32,
            risk: numbers.random(),
            skill: numbers.random(),
            absorbed: false,
            numbers,
        }
    }

    #[inline]
    fn step(&mut self) {
        let u1: f32 = self.numbers.random();
        let u2: f32 = self.numbers.random();
        let z: f32 = self.numbers.sample(StandardNormal);
        let noise = NOISE as f32 * z;
        self.alliance += ALLIANCE_GAIN as f32 * (u1 - 0.5) + noise;
        self.alliance = self.alliance.clamp(0.0, 1.0);
        self.risk += RISK_PULL as f32 * (RISK_CENTRE as f32 - self.risk) + noise;
        self.absorbed = u2 < BASE_HAZARD as f32 * self.risk.exp();
    }
}

fn main() {
    let task = Task::from_command_line();
    let mut agents: Vec<Agent> = (0..task.agents)
        .map(|number| Agent::new(task.seed, number))
        .collect();
    let mut agent_steps = 0_u64;
    let start = Instant::now();
    for agent in &mut agents {
        for _ in 0..task.steps {
            agent.step();
            agent_steps += 1;
            if agent.absorbed {
                break;
            }
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    let alliances = agents
        .iter()
        .filter(|agent| !agent.absorbed)
        .map(|agent| f64::from(agent.alliance));
    task.report("plain_rust", "rand 0.10.2", seconds, agent_steps, alliances);
}
