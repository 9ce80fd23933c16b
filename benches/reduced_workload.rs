//! A small workload that every simulator can run, for comparing this engine with others
//! (benches/peers): each agent holds alliance, trust, risk and skill; a week takes two
//! uniforms and a normal number, and some agents are absorbed.
//!
//! The random numbers are those of the engine: a pure function of seed, agent, week and
//! slot, one block of four a week, the normal number by its inverse distribution
//! function. So an agent's path is the same whoever else is there, as in the model.
//!
//! ```sh
//! cargo bench --bench reduced_workload --no-default-features -- --agents 100000
//! ```
//!
//! prints one line of JSON. Only the stepping is timed, on one thread.

use std::time::Instant;

use homeground_core::engine::random::{Block, Streams};
use homeground_core::engine::vector::{self, VectorKernel};
use homeground_core::model::cohort::{CHUNK, LANES, lanes, lanes_where};
use homeground_core::model::math::{ClampBetween, exp, normal_quantile_fast};

const VECTORS: usize = CHUNK / LANES;
const MIDDLE: f32 = 1.0 / 2.0;
const NOISE: f32 = 0.01;
const ALLIANCE_STEP: f32 = 0.05;
const RISK_RETURN: f32 = 0.02;
const HAZARD: f32 = 0.001;
/// Keeps the logarithm of a uniform finite.
const SMALLEST: f32 = 1.0 / (1u64 << 33) as f32;

/// A chunk of agents as columns; those not yet absorbed stand in the first rows.
#[derive(Clone)]
#[repr(align(64))]
struct Agents {
    number: [u32; CHUNK],
    alliance: [f32; CHUNK],
    #[allow(dead_code, reason = "part of the state, though no step reads it")]
    trust: [f32; CHUNK],
    risk: [f32; CHUNK],
    #[allow(dead_code, reason = "part of the state, though no step reads it")]
    skill: [f32; CHUNK],
    active: usize,
}

impl Agents {
    fn new(streams: &Streams, first: u32, count: usize) -> Self {
        let number: [u32; CHUNK] = std::array::from_fn(|row| first + row as u32);
        let start = number.map(|number| streams.uniforms(number, 0, Block::Initial));
        Self {
            number,
            alliance: [MIDDLE; CHUNK],
            trust: [MIDDLE; CHUNK],
            risk: start.map(|[risk, ..]| risk),
            skill: start.map(|[_, skill, ..]| skill),
            active: count,
        }
    }

    #[inline(always)]
    fn step(&mut self, streams: &Streams, week: u32, columns: &mut [[f32; CHUNK]; 4]) {
        let rows = self.active.next_multiple_of(LANES).min(CHUNK);
        let [change, absorbed, normal, spare] = columns;
        streams.fill(
            &self.number[..rows],
            &[0; CHUNK],
            week,
            Block::Always,
            [change, absorbed, normal, spare],
        );
        for row in 0..rows {
            let uniform = normal[row].clamp_between(SMALLEST, 1.0);
            let noise = NOISE * normal_quantile_fast(uniform);
            self.alliance[row] =
                (self.alliance[row] + ALLIANCE_STEP * (change[row] - MIDDLE) + noise)
                    .clamp_between(0.0, 1.0);
            self.risk[row] += RISK_RETURN * (MIDDLE - self.risk[row]) + noise;
            // Free for what decides absorption.
            normal[row] = HAZARD * exp(self.risk[row]);
        }
        let mut leaves = [0; VECTORS];
        let active_vectors = self.active.div_ceil(LANES);
        for (vector, leaves) in leaves.iter_mut().enumerate().take(active_vectors) {
            let (draw, chance) = (lanes(absorbed, vector), lanes(normal, vector));
            *leaves = lanes_where(|lane| draw[lane] < chance[lane]);
        }
        // From the last row to the first: the last active agent takes the place.
        for (vector, word) in leaves.iter().enumerate().rev() {
            let mut bits = *word;
            while bits != 0 {
                let lane = (u32::BITS - 1 - bits.leading_zeros()) as usize;
                bits &= !(1 << lane);
                self.absorb(vector * LANES + lane);
            }
        }
    }

    fn absorb(&mut self, row: usize) {
        if row >= self.active {
            return;
        }
        self.active -= 1;
        let last = self.active;
        self.number.swap(row, last);
        self.alliance.swap(row, last);
        self.trust.swap(row, last);
        self.risk.swap(row, last);
        self.skill.swap(row, last);
    }
}

struct Stepping<'a> {
    streams: &'a Streams,
    agents: &'a mut Agents,
    steps: u32,
    /// Steps of agents that were not yet absorbed.
    done: &'a mut u64,
}

impl VectorKernel for Stepping<'_> {
    #[inline(always)]
    fn run(self) {
        let mut columns = [[0.0; CHUNK]; 4];
        for week in 0..self.steps {
            *self.done += self.agents.active as u64;
            self.agents.step(self.streams, week, &mut columns);
        }
    }
}

/// What the command line asks for; unknown words (cargo adds some) are passed over.
fn option(name: &str, otherwise: u64) -> u64 {
    let mut words = std::env::args().skip_while(|word| word != name).skip(1);
    words.next().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

fn main() {
    let agents = option("--agents", 100_000) as u32;
    let steps = option("--steps", 260) as u32;
    let streams = Streams::new(option("--seed", 1), 0, 0);
    let mut chunks: Vec<Agents> = (0..agents)
        .step_by(CHUNK)
        .map(|first| Agents::new(&streams, first, CHUNK.min((agents - first) as usize)))
        .collect();
    let mut done = 0;
    let began = Instant::now();
    for agents in &mut chunks {
        vector::run(Stepping { streams: &streams, agents, steps, done: &mut done });
    }
    let seconds = began.elapsed().as_secs_f64();
    let left: usize = chunks.iter().map(|chunk| chunk.active).sum();
    let squares: f64 = chunks
        .iter()
        .flat_map(|chunk| &chunk.alliance[..chunk.active])
        .map(|alliance| f64::from(*alliance).powi(2))
        .sum();
    let absorbed = 1.0 - left as f64 / f64::from(agents);
    println!(
        "{}",
        serde_json::json!({
            "name": "homeground",
            "version": env!("CARGO_PKG_VERSION"),
            "agents": agents,
            "steps": steps,
            "agent_steps": done,
            "seconds": seconds,
            "absorbed": absorbed,
            "alliance_square": squares / left as f64,
            "vectors": format!("{:?}", vector::width()),
        })
    );
}
