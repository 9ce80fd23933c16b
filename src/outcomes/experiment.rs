//! A scenario from its first replicate to its tables.

use crate::engine::parallel::{self, Merge, Number, Progress, RunError};
use crate::engine::{Observer, draws};
use crate::model::arm::ArmModel;
use crate::model::cohort::{Cohort, History};
use crate::model::design::{Design, UnknownKey};
use crate::outcomes::collector::{Collector, Tables};
use crate::outcomes::estimates::Prices;
use crate::outcomes::tally::Tally;
use crate::scenario::Scenario;

/// What keeps an experiment from its end.
#[derive(Debug, thiserror::Error)]
pub enum ExperimentError<E: std::error::Error> {
    /// An arm names something that the tables lack.
    #[error(transparent)]
    Design(#[from] UnknownKey),
    /// It was stopped.
    #[error(transparent)]
    Run(#[from] RunError),
    /// Rows of families could not be kept.
    #[error(transparent)]
    Rows(E),
}

/// Somebody who wants a row for every family.
pub trait FamilyRows {
    /// Why rows could not be kept.
    type Error: std::error::Error;

    /// Does it want any?
    fn wanted(&self) -> bool;

    /// Takes the families of an arm of a replicate, in the order of their numbers.
    ///
    /// # Errors
    /// When they cannot be kept; the run then ends.
    fn take(
        &mut self,
        number: Number,
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

/// Nobody wants rows.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoRows;

impl FamilyRows for NoRows {
    type Error = std::convert::Infallible;

    fn wanted(&self) -> bool {
        false
    }

    fn take(&mut self, _: Number, _: usize, _: &[FamilyChunk]) -> Result<(), Self::Error> {
        Ok(())
    }
}

/// Counts, and keeps histories when somebody wants them.
struct Watch {
    tally: Tally,
    rows: Option<Vec<FamilyChunk>>,
}

impl Observer for Watch {
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

impl Merge for Watch {
    fn merge(&mut self, other: Self) {
        self.tally.add(other.tally);
        if let (Some(mine), Some(theirs)) = (&mut self.rows, other.rows) {
            mine.extend(theirs);
        }
    }
}

/// Runs a scenario and returns its tables.
///
/// # Errors
/// [`ExperimentError`]; a checked scenario that nobody stops runs to its end.
pub fn run<Rows: FamilyRows>(
    scenario: &Scenario,
    progress: &Progress,
    rows: &mut Rows,
) -> Result<Tables, ExperimentError<Rows::Error>> {
    let standard = draws::parameters(scenario, 0);
    let mut prices = Vec::new();
    for arm in &scenario.arms {
        prices.push(Prices::new(&Design::new(arm, &standard)?));
    }
    let mut collector = Collector::new(scenario, prices);
    let plan = collector.plan();
    let wanted = rows.wanted();
    let mut failure = None;
    let models = |draw: u32| -> Vec<ArmModel> {
        // Keys were looked up above and do not change between draws.
        parallel::models(scenario, draw).unwrap_or_default()
    };
    parallel::run(
        scenario,
        models,
        progress,
        // Histories take far more room than sums.
        if wanted { 2 } else { parallel::WINDOW },
        |number, _| Watch {
            tally: plan.tally(over_all_draws(scenario, number)),
            rows: wanted.then(Vec::new),
        },
        |number, watches| {
            let mut tallies = Vec::with_capacity(watches.len());
            for (arm, watch) in watches.into_iter().enumerate() {
                tallies.push(watch.tally);
                if let (Some(mut chunks), None) = (watch.rows, &failure) {
                    chunks.sort_by_key(|chunk| chunk.first_family);
                    if let Err(error) = rows.take(number, arm, &chunks) {
                        progress.stop();
                        failure = Some(error);
                    }
                }
            }
            collector.add(number.replicate, tallies);
        },
    )
    .or_else(|error| {
        if failure.is_some() {
            Ok(())
        } else {
            Err(error)
        }
    })?;
    match failure {
        Some(error) => Err(ExperimentError::Rows(error)),
        None => Ok(collector.tables()),
    }
}

/// Number of a replicate among all draws.
fn over_all_draws(scenario: &Scenario, number: Number) -> u64 {
    u64::from(number.draw) * u64::from(scenario.replicates) + u64::from(number.replicate)
}
