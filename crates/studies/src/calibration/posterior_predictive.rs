//! Posterior-predictive checks: does the calibrated model show what the evidence shows?

use crate::evaluate::{CheckpointStore, EvaluateError};
use homeground_core::engine::parallel::Progress;
use homeground_core::evidence::Posterior;
use homeground_core::model::parameters::Parameters;
use homeground_core::scenario::targets::Target;

use crate::calibration::simulation::Simulation;
use crate::calibration::tables::checks::check_row;
use crate::calibration::tables::rows::CheckRow;
use crate::calibration::target_designs::TargetDesigns;
use crate::calibration::weighted_sample::WeightedSample;

/// What is checked, and with how much work.
pub struct Validation<'a> {
    /// Targets, each with the set that it belongs to: `calibration` or `validation`.
    pub targets: &'a [(&'static str, Target)],
    /// Draws of the posterior that are simulated; more than there are means all.
    pub draws: usize,
    /// Families in an ordinary design, for each draw.
    pub families: u32,
    /// Seed of all random numbers.
    pub seed: u64,
    /// What tells it from another, for checkpoints.
    pub identity: &'a str,
    /// How far it has come, and whether to stop.
    pub progress: &'a Progress,
}

/// Families of the central draw, in families of an ordinary draw: it is one point, whose
/// chance is not averaged over draws.
const CENTRAL_FAMILIES: u32 = 8;

/// The draw whose random numbers the central draw has: no other draw comes near it.
const CENTRAL_NUMBERS: u32 = 0x00FF_0000;

impl Validation<'_> {
    /// Family-weeks of all draws and the central one.
    pub fn family_weeks(&self, posterior: &Posterior) -> u64 {
        let designs = self.designs();
        let families = u64::from(self.families);
        let draws = self.taken(posterior).len() as u64;
        designs.weeks() * families * (draws + u64::from(CENTRAL_FAMILIES))
    }

    fn designs(&self) -> TargetDesigns {
        let targets: Vec<Target> = self.targets.iter().map(|(_, target)| target.clone()).collect();
        TargetDesigns::new(&targets)
    }

    /// Draws with their weights: all, or so many of equal weight in their place.
    fn taken<'p>(&self, posterior: &'p Posterior) -> Vec<(&'p [f64], f64)> {
        let all = posterior.draws.len();
        if self.draws >= all {
            let draws = posterior.draws.iter().map(Vec::as_slice);
            return draws.zip(posterior.weights.iter().copied()).collect();
        }
        (0..self.draws)
            .map(|draw| {
                let position = (draw as f64 + 0.5) / self.draws as f64;
                (posterior.at(position), 1.0)
            })
            .collect()
    }

    /// Simulates the draws, and holds every target against them.
    ///
    /// # Errors
    /// When it is interrupted, or a checkpoint cannot be written.
    pub fn run(
        &self,
        posterior: &Posterior,
        checkpoints: &mut dyn CheckpointStore,
    ) -> Result<Vec<CheckRow>, EvaluateError> {
        let designs = self.designs();
        let taken = self.taken(posterior);
        let points: Vec<Parameters> =
            taken.iter().map(|(values, _)| Parameters::of_values(values)).collect();
        let simulation = Simulation {
            designs: &designs,
            families: self.families,
            seed: self.seed,
            first_draw: 0,
        };
        let stage = ("draws", self.identity);
        let statistics = simulation.points(stage, &points, self.progress, checkpoints)?;
        let central =
            Simulation { families: self.families.saturating_mul(CENTRAL_FAMILIES), ..simulation };
        let at_centre = central.large_point(
            &Parameters::of_values(&posterior.central),
            CENTRAL_NUMBERS,
            self.progress,
        )?;
        Ok(self
            .targets
            .iter()
            .enumerate()
            .map(|(place, (set, target))| {
                let values = statistics.iter().zip(&taken);
                let model =
                    WeightedSample::new(values.map(|(row, (_, weight))| (row[place], *weight)));
                check_row((set, target), None, &model, at_centre[place])
            })
            .collect())
    }
}
