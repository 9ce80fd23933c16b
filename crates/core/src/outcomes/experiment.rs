//! A scenario, or a share of it, from its first task to its tables.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::engine::ordered_queue::Halt;
use crate::engine::parallel::{self, Progress, TaskRange};
use crate::engine::share::{ReplicateId, Share, TaskList};
use crate::engine::{Observer, draws};
use crate::model::cohort::{Cohort, History};
use crate::model::design::{Design, UnknownKey};
use crate::outcomes::estimates::Prices;
use crate::outcomes::gathered::Gathered;
use crate::outcomes::layout::{Layout, ReplicateValues};
use crate::outcomes::tables::Tables;
use crate::outcomes::tally::Tally;
use crate::scenario::Scenario;

/// What keeps an experiment from its end.
#[derive(Debug, thiserror::Error)]
pub enum ExperimentError<E: std::error::Error> {
    /// An arm names something that the tables lack.
    #[error(transparent)]
    Design(#[from] UnknownKey),
    /// It was stopped.
    #[error("interrupted")]
    Interrupted,
    /// Rows of families could not be kept.
    #[error(transparent)]
    Rows(E),
}

/// Where a row for every family goes.
pub trait FamilyRows {
    /// Why rows could not be kept.
    type Error: std::error::Error;

    /// Are rows wanted?
    fn wanted(&self) -> bool;

    /// Takes the families of an arm of a replicate, in the order of their numbers.
    ///
    /// # Errors
    /// When they cannot be kept; the run then ends.
    fn take(
        &mut self,
        replicate: ReplicateId,
        arm: usize,
        chunks: &[FamilyChunk],
    ) -> Result<(), Self::Error>;
}

/// Histories of consecutive families.
#[derive(Clone, Debug)]
pub struct FamilyChunk {
    /// Number of the first in the replicate.
    pub first_family: u32,
    /// How many.
    pub families: usize,
    /// What happened to each.
    pub history: Box<History>,
}

/// No rows are wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoRows;

impl FamilyRows for NoRows {
    type Error = std::convert::Infallible;

    fn wanted(&self) -> bool {
        false
    }

    fn take(&mut self, _: ReplicateId, _: usize, _: &[FamilyChunk]) -> Result<(), Self::Error> {
        Ok(())
    }
}

/// Counts outcomes, and keeps histories when they are wanted.
struct OutcomeObserver {
    tally: Tally,
    rows: Option<Vec<FamilyChunk>>,
}

impl Observer for OutcomeObserver {
    #[inline(always)]
    fn after_week(&mut self, cohort: &Cohort, calendar_week: u32) {
        self.tally.after_week(cohort, calendar_week);
    }

    fn after_follow_up(&mut self, cohort: &Cohort, history: &History) {
        self.tally.after_follow_up(cohort, history);
        if let Some(rows) = &mut self.rows {
            rows.push(FamilyChunk {
                first_family: cohort.first_family,
                families: cohort.families,
                history: Box::new(history.clone()),
            });
        }
    }
}

/// What came of a task.
struct TaskResult {
    replicate: ReplicateId,
    counted: Counted,
    rows: Vec<(usize, Vec<FamilyChunk>)>,
}

impl TaskResult {
    fn new(
        layout: &Layout,
        replicate: ReplicateId,
        observers: Vec<(usize, OutcomeObserver)>,
    ) -> Self {
        let mut tallies = Vec::with_capacity(observers.len());
        let mut rows = Vec::new();
        for (arm, observer) in observers {
            tallies.push((arm, observer.tally));
            if let Some(chunks) = observer.rows {
                rows.push((arm, chunks));
            }
        }
        Self {
            replicate,
            counted: if layout.tasks_per_replicate == 1 {
                Counted::Replicate(layout.values(tallies))
            } else {
                Counted::Part(tallies)
            },
            rows,
        }
    }
}

/// What a task counted: a replicate that is one task is worth its values at once, on
/// the thread of the task.
enum Counted {
    Part(Vec<(usize, Tally)>),
    Replicate(ReplicateValues),
}

/// How far an experiment has come: what was gathered from the first tasks of its share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Position {
    gathered: Gathered,
    next: u64,
}

impl Position {
    /// Place of the first task that is not in it.
    pub fn next(&self) -> u64 {
        self.next
    }
}

/// A share of a run, under way.
#[derive(Debug)]
pub struct Experiment<'a> {
    scenario: &'a Scenario,
    layout: Layout,
    list: TaskList,
    range: Range<u64>,
    position: Position,
}

/// Memory that results waiting for their turn may take, bytes.
const WAITING_MEMORY: usize = 48 << 20;

impl<'a> Experiment<'a> {
    /// A share of a scenario's run, at its first task.
    ///
    /// # Errors
    /// When an arm names something that the tables lack; a checked scenario never does.
    pub fn begin(scenario: &'a Scenario, share: Share) -> Result<Self, UnknownKey> {
        let standard = draws::parameters(scenario, 0);
        let mut prices = Vec::new();
        for arm in &scenario.arms {
            prices.push(Prices::new(&Design::new(arm, &standard)?));
        }
        let layout = Layout::new(scenario, prices);
        let list = TaskList::new(scenario);
        let range = share.range(list.len());
        Ok(Self {
            scenario,
            position: Position { gathered: Gathered::new(&layout), next: range.start },
            layout,
            list,
            range,
        })
    }

    /// Puts it where it, or another of the same share, once was. False when that
    /// cannot be a place in this share; it then stays where it is.
    #[must_use]
    pub fn go_on_from(&mut self, position: Position) -> bool {
        let is_possible = (self.range.start..=self.range.end).contains(&position.next)
            && position.gathered.fits(&self.layout);
        if is_possible {
            self.position = position;
        }
        is_possible
    }

    /// How far it has come.
    pub fn position(&self) -> &Position {
        &self.position
    }

    /// Tasks of its share, and how many of them are done.
    pub fn tasks(&self) -> (u64, u64) {
        let done = self.position.next - self.range.start;
        (self.range.end - self.range.start, done)
    }

    /// Tasks of the whole run.
    pub fn all_tasks(&self) -> u64 {
        self.list.len()
    }

    /// Family-weeks of its share, and how many of them are done.
    pub fn family_weeks(&self) -> (u64, u64) {
        let done = self.range.start..self.position.next;
        (self.list.family_weeks(&self.range), self.list.family_weeks(&done))
    }

    /// Carries out what is left of the share, on the threads of the current rayon pool.
    ///
    /// `after_task` is called after every task, when all results up to there have
    /// been gathered and its rows taken: the moment to save the position.
    ///
    /// # Errors
    /// [`ExperimentError`]; the position then is that after the last task gathered.
    pub fn run<Rows: FamilyRows + Send>(
        &mut self,
        progress: &Progress,
        rows: &mut Rows,
        mut after_task: impl FnMut(&Position, &mut Rows) -> Result<(), Rows::Error> + Send,
    ) -> Result<(), ExperimentError<Rows::Error>>
    where
        Rows::Error: Send,
    {
        let (scenario, layout) = (self.scenario, &self.layout);
        let position = &mut self.position;
        let wanted = rows.wanted();
        let tasks = TaskRange {
            scenario,
            list: &self.list,
            range: position.next..self.range.end,
            in_flight: in_flight(scenario, layout, wanted),
            progress,
        };
        progress.go_on_from(self.list.family_weeks(&(self.range.start..position.next)));
        parallel::run(
            &tasks,
            |replicate, _| OutcomeObserver {
                tally: layout.tally(replicate.over_all_draws(scenario)),
                rows: wanted.then(Vec::new),
            },
            |replicate, observers| TaskResult::new(layout, replicate, observers),
            |place, result: TaskResult| {
                let ReplicateId { draw, replicate } = result.replicate;
                for (arm, chunks) in &result.rows {
                    rows.take(result.replicate, *arm, chunks).map_err(ExperimentError::Rows)?;
                }
                match result.counted {
                    Counted::Part(tallies) => {
                        position.gathered.add_task(layout, draw, replicate, tallies);
                    }
                    Counted::Replicate(values) => {
                        position.gathered.add_replicate(layout, draw, values);
                    }
                }
                position.next = place + 1;
                after_task(position, rows).map_err(ExperimentError::Rows)
            },
        )
        .map_err(|halt| match halt {
            Halt::Interrupted => ExperimentError::Interrupted,
            Halt::Failed(error) => error,
        })
    }

    /// Takes in another share of the same run, carried out to its end. False when it was
    /// not, or is of a run of another form; nothing is taken then.
    #[must_use]
    pub fn add(&mut self, share: Share, other: Position) -> bool {
        let is_possible =
            other.next == share.range(self.list.len()).end && other.gathered.fits(&self.layout);
        if is_possible {
            self.position.gathered.merge(&self.layout, other.gathered);
        }
        is_possible
    }

    /// The tables of what was gathered: of the whole run, if all of it was.
    pub fn tables(&self) -> Tables {
        debug_assert!(self.position.gathered.is_whole());
        Tables::new(&self.layout, &self.position.gathered)
    }
}

/// Results of tasks that may wait for their turn.
fn in_flight(scenario: &Scenario, layout: &Layout, rows: bool) -> usize {
    /// Chunks of families whose histories come with a task, if they are wanted.
    const CHUNKS: usize = 16;
    let tally = layout.tally(0).largest_size();
    let rows = if rows { CHUNKS * size_of::<History>() } else { 0 };
    let result = scenario.arms.len() * (tally + rows);
    (WAITING_MEMORY / result.max(1)).clamp(1, 1024)
}

/// Runs a scenario and returns its tables.
///
/// # Errors
/// [`ExperimentError`]; a checked scenario that is not stopped runs to its end.
pub fn run<Rows: FamilyRows + Send>(
    scenario: &Scenario,
    progress: &Progress,
    rows: &mut Rows,
) -> Result<Tables, ExperimentError<Rows::Error>>
where
    Rows::Error: Send,
{
    let mut experiment = Experiment::begin(scenario, Share::WHOLE)?;
    experiment.run(progress, rows, |_, _| Ok(()))?;
    Ok(experiment.tables())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{BuiltInProgrammes, ScenarioInput, read_scenario};

    fn scenario(more: &str) -> Scenario {
        let text = format!(
            "population = \"child_welfare\"\nhorizon_weeks = 20\n{more}\n\
             [[arm]]\nname = \"office\"\nprogramme = \"advice_and_guidance\"\n\
             [[arm]]\nname = \"site\"\nprogramme = \"advice_and_guidance\"\n\
             capacity = {{ helpers = 3, intake_weeks = 5 }}\n\
             [[arm]]\nname = \"nothing\"\n"
        );
        let input = ScenarioInput::new("parts", "parts.toml", &text, &BuiltInProgrammes);
        read_scenario(&input).unwrap().value
    }

    /// Parts of replicates, whole replicates, draws, and one single replicate.
    const SIZES: [&str; 4] = [
        "families = 5000\nreplicates = 3",
        "families = 300\nreplicates = 5\nuncertainty = { draws = 3, from = \"prior\" }",
        "families = 9000\nreplicates = 1",
        "families = 90\nreplicates = 1\nuncertainty = { draws = 7, from = \"prior\" }",
    ];

    #[test]
    fn shares_added_in_any_order_give_the_bits_of_the_whole_run() {
        for more in SIZES {
            let scenario = scenario(more);
            let whole = run(&scenario, &Progress::default(), &mut NoRows).unwrap();
            assert!(whole.summary.iter().any(|row| row.estimate.is_some()));
            for of in [1, 3, 16, 60] {
                let mut merged = Experiment::begin(&scenario, Share::WHOLE).unwrap();
                for number in (1..=of).rev() {
                    let mut part = Experiment::begin(&scenario, Share { number, of }).unwrap();
                    part.run(&Progress::default(), &mut NoRows, |_, _| Ok(())).unwrap();
                    assert!(merged.add(Share { number, of }, part.position().clone()));
                }
                assert_eq!(merged.tables(), whole, "{of} shares, {more}");
            }
        }
    }

    #[cfg(feature = "parallel")]
    #[test]
    fn a_run_that_is_stopped_goes_on_to_the_same_bits() {
        // On one thread no task can be done before the stop is heard.
        let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        for more in SIZES {
            let scenario = scenario(more);
            let whole = run(&scenario, &Progress::default(), &mut NoRows).unwrap();
            let mut position = None;
            let mut parts = 0;
            let tables = loop {
                let mut experiment = Experiment::begin(&scenario, Share::WHOLE).unwrap();
                if let Some(position) = position.take() {
                    assert!(experiment.go_on_from(position));
                }
                let progress = Progress::default();
                let mut tasks = 0;
                let ended = one.install(|| {
                    experiment.run(&progress, &mut NoRows, |_, _| {
                        tasks += 1;
                        if tasks == 2 {
                            progress.stop();
                        }
                        Ok(())
                    })
                });
                parts += 1;
                match ended {
                    Ok(()) => break experiment.tables(),
                    Err(error) => assert!(matches!(error, ExperimentError::Interrupted)),
                }
                position = Some(experiment.position().clone());
            };
            assert!(parts > 1, "{more}");
            assert_eq!(tables, whole, "{more}");
        }
    }

    #[test]
    fn a_position_of_another_share_or_scenario_is_not_taken() {
        let weeks_20 = scenario(SIZES[0]);
        let weeks_30 = Scenario { horizon_weeks: 30, ..weeks_20.clone() };
        let mut first = Experiment::begin(&weeks_20, Share { number: 1, of: 3 }).unwrap();
        let third = Experiment::begin(&weeks_20, Share { number: 3, of: 3 }).unwrap();
        assert!(!first.go_on_from(third.position().clone()));
        let longer = Experiment::begin(&weeks_30, Share { number: 1, of: 3 }).unwrap();
        assert!(!first.go_on_from(longer.position().clone()));
        assert!(first.go_on_from(first.position().clone()));
    }
}
