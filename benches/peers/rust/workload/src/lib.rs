//! The reduced workload in numbers, and the one protocol that every program here
//! speaks. The model is written out in `../../python/workload.py`.

pub const ALLIANCE_AT_START: f64 = 0.5;
pub const TRUST_AT_START: f64 = 0.5;
pub const ALLIANCE_GAIN: f64 = 0.05;
pub const NOISE: f64 = 0.01;
pub const RISK_PULL: f64 = 0.02;
pub const RISK_CENTRE: f64 = 0.5;
pub const BASE_HAZARD: f64 = 0.001;

/// What a program is asked to do.
#[derive(Clone, Copy, Debug)]
pub struct Task {
    pub agents: u32,
    pub steps: u32,
    pub seed: u64,
}

impl Task {
    /// Reads `--agents N --steps T --seed S`.
    ///
    /// # Panics
    ///
    /// When an option is not one of these, or its value is not a whole number.
    #[must_use]
    pub fn from_command_line() -> Task {
        let mut task = Task {
            agents: 100_000,
            steps: 260,
            seed: 1,
        };
        let words: Vec<String> = std::env::args().skip(1).collect();
        for pair in words.chunks(2) {
            let [option, value] = pair else {
                panic!("{} has no value", pair[0])
            };
            let Ok(value) = value.parse::<u32>() else {
                panic!("{option} {value}: not a whole number")
            };
            match option.as_str() {
                "--agents" => task.agents = value,
                "--steps" => task.steps = value,
                "--seed" => task.seed = u64::from(value),
                _ => panic!("{option}: not known; there are --agents, --steps and --seed"),
            }
        }
        task
    }

    /// Prints the one line of JSON that the script reads, from the time of the stepping
    /// alone, the steps of agents that still acted, and the alliances of those who
    /// were never absorbed.
    pub fn report(
        self,
        name: &str,
        version: &str,
        seconds: f64,
        agent_steps: u64,
        alliances: impl Iterator<Item = f64>,
    ) {
        let (acting, squares) = alliances.fold((0_u32, 0.0), |(acting, sum), alliance| {
            (acting + 1, sum + alliance * alliance)
        });
        let Task { agents, steps, .. } = self;
        let absorbed = 1.0 - f64::from(acting) / f64::from(agents);
        let alliance_square = squares / f64::from(acting);
        println!(
            "{{\"name\":\"{name}\",\"version\":\"{version}\",\"agents\":{agents},\
             \"steps\":{steps},\"agent_steps\":{agent_steps},\"seconds\":{seconds:?},\
             \"absorbed\":{absorbed:?},\"alliance_square\":{alliance_square:?}}}"
        );
    }
}
