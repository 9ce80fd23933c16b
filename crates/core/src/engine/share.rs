//! A run as one long list of tasks, and a share of it.
//!
//! The list holds, for every draw, for every replicate, the tasks of the replicate.
//! It follows from the scenario alone, so a place in it means the same everywhere.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::engine::draws;
use crate::engine::replicate::{Replicate, Task};
use crate::model::cohort::CHUNK;
use crate::scenario::Scenario;

/// A replicate among all of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReplicateId {
    /// Parameter draw.
    pub draw: u32,
    /// Replicate under that draw.
    pub replicate: u32,
}

impl ReplicateId {
    /// Its place when replicates are counted over all draws.
    pub fn over_all_draws(self, scenario: &Scenario) -> u64 {
        u64::from(self.draw) * u64::from(scenario.replicates) + u64::from(self.replicate)
    }
}

/// All tasks of a run, in their order.
#[derive(Clone, Debug)]
pub struct TaskList {
    tasks: Vec<Task>,
    /// Family-weeks of follow-up in the tasks before each, and in all.
    before: Vec<u64>,
    replicates: u32,
    draws: u32,
}

impl TaskList {
    /// The tasks of a scenario.
    pub fn new(scenario: &Scenario) -> Self {
        let tasks = Replicate::tasks(scenario);
        let mut before = vec![0; tasks.len() + 1];
        for (place, task) in tasks.iter().enumerate() {
            before[place + 1] = before[place] + family_weeks(scenario, *task);
        }
        Self { tasks, before, replicates: scenario.replicates, draws: draws::count(scenario) }
    }

    /// Number of tasks in the run.
    pub fn len(&self) -> u64 {
        self.per_replicate() * u64::from(self.replicates) * u64::from(self.draws)
    }

    /// Is there nothing to do? Never for a checked scenario.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Number of tasks in each replicate.
    pub fn per_replicate(&self) -> u64 {
        self.tasks.len() as u64
    }

    /// The task at a place of the list, and the replicate it is of.
    pub fn get(&self, place: u64) -> (ReplicateId, Task) {
        let replicate = place / self.per_replicate();
        let id = ReplicateId {
            draw: (replicate / u64::from(self.replicates)) as u32,
            replicate: (replicate % u64::from(self.replicates)) as u32,
        };
        (id, self.tasks[(place % self.per_replicate()) as usize])
    }

    /// Family-weeks of follow-up in a range of the list.
    pub fn family_weeks(&self, range: &Range<u64>) -> u64 {
        let up_to = |place: u64| {
            let whole =
                (place / self.per_replicate()).saturating_mul(self.before[self.tasks.len()]);
            whole.saturating_add(self.before[(place % self.per_replicate()) as usize])
        };
        up_to(range.end) - up_to(range.start)
    }
}

/// Family-weeks of follow-up in a task.
fn family_weeks(scenario: &Scenario, task: Task) -> u64 {
    let unlimited = scenario.arms.iter().filter(|arm| arm.capacity.is_none());
    let (families, arms) = match task {
        Task::Chunks { first, count } => {
            let chunk = CHUNK as u64;
            let from = u64::from(first) * chunk;
            let to = (from + u64::from(count) * chunk).min(u64::from(scenario.families));
            (to - from, unlimited.count() as u64)
        }
        Task::Site { .. } => (u64::from(scenario.families), 1),
    };
    families * arms * u64::from(scenario.horizon_weeks)
}

/// One of several equal shares of a run: a range of its list of tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Share {
    /// Which one, counted from 1.
    pub number: u32,
    /// Of how many.
    pub of: u32,
}

impl Share {
    /// All of a run.
    pub const WHOLE: Self = Self { number: 1, of: 1 };

    /// Its range of a list of so many tasks. The ranges of all shares follow each
    /// other without gaps; some are empty when there are more shares than tasks.
    pub fn range(self, tasks: u64) -> Range<u64> {
        let end = |number: u32| {
            (u128::from(tasks) * u128::from(number) / u128::from(self.of.max(1))) as u64
        };
        end(self.number.saturating_sub(1))..end(self.number)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}/{}", self.number, self.of)
    }
}

/// A text that names no share.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// It is not two whole numbers.
    #[error("write which shard of how many, such as 1/3, 2/3 and 3/3")]
    Form,
    /// It counts from 0.
    #[error("shards are counted from 1: the first of {0} is 1/{0}")]
    Zero(u32),
    /// There are none.
    #[error("there is at least one shard: 1/1 is the whole run")]
    None,
    /// It lies beyond the last.
    #[error("there is no shard {0} of {1}: the last one is {1}/{1}")]
    Beyond(u32, u32),
}

impl FromStr for Share {
    type Err = ShareError;

    fn from_str(text: &str) -> Result<Self, ShareError> {
        let (number, of) = text.split_once('/').ok_or(ShareError::Form)?;
        let whole = |text: &str| -> Result<u32, ShareError> {
            let digits = !text.is_empty() && text.bytes().all(|letter| letter.is_ascii_digit());
            digits.then(|| text.parse().ok()).flatten().ok_or(ShareError::Form)
        };
        match (whole(number.trim())?, whole(of.trim())?) {
            (_, 0) => Err(ShareError::None),
            (0, of) => Err(ShareError::Zero(of)),
            (number, of) if number > of => Err(ShareError::Beyond(number, of)),
            (number, of) => Ok(Self { number, of }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{BuiltInProgrammes, ScenarioInput, read_scenario};

    #[test]
    fn shares_follow_each_other_without_gaps_and_are_even() {
        for tasks in [0, 1, 7, 100, 12_345_678_901] {
            for of in [1, 2, 3, 16, 101] {
                let mut next = 0;
                for number in 1..=of {
                    let range = Share { number, of }.range(tasks);
                    assert_eq!(range.start, next);
                    let even = tasks / u64::from(of);
                    assert!((even..=even + 1).contains(&(range.end - range.start)));
                    next = range.end;
                }
                assert_eq!(next, tasks);
            }
        }
    }

    #[test]
    fn a_share_is_written_as_two_whole_numbers() {
        assert_eq!("2/3".parse(), Ok(Share { number: 2, of: 3 }));
        assert_eq!("0/3".parse::<Share>(), Err(ShareError::Zero(3)));
        assert_eq!("4/3".parse::<Share>(), Err(ShareError::Beyond(4, 3)));
        assert_eq!("1/0".parse::<Share>(), Err(ShareError::None));
        for text in
            ["x", "3", "", "/", "1/", "/2", "-1/3", "+1/3", "1/2/3", "1.0/3", "99999999999/1"]
        {
            assert_eq!(text.parse::<Share>(), Err(ShareError::Form), "{text}");
        }
    }

    #[test]
    fn places_of_the_list_are_draws_replicates_and_tasks_and_hold_all_family_weeks() {
        let text = "population = \"universal\"\nfamilies = 5000\nreplicates = 3\n\
             horizon_weeks = 10\nuncertainty = { draws = 4, from = \"prior\" }\n\
             [[arm]]\nname = \"nothing\"\n[[arm]]\nname = \"site\"\n\
             programme = \"advice_and_guidance\"\n\
             capacity = { helpers = 2, intake_weeks = 4 }\n";
        let input = ScenarioInput::new("list", "list.toml", text, &BuiltInProgrammes);
        let scenario = read_scenario(&input).unwrap().value;
        let list = TaskList::new(&scenario);
        let tasks = Replicate::tasks(&scenario);
        let each = tasks.len() as u64;
        assert!(each > 3 && list.per_replicate() == each);
        assert_eq!(list.len(), 4 * 3 * each);
        let (id, task) = list.get(each * (3 + 2) + 2);
        assert_eq!((id.draw, id.replicate), (1, 2));
        assert_eq!(task, tasks[2]);
        let all = list.family_weeks(&(0..list.len()));
        assert_eq!(all, 5000 * 2 * 10 * 12);
        let parts: u64 = (0..list.len()).map(|place| list.family_weeks(&(place..place + 1))).sum();
        assert_eq!(parts, all);
        // The site is a task, and comes first.
        assert_eq!(list.family_weeks(&(0..1)), 5000 * 10);
    }
}
