//! The difference between the two arms with inputs at other values.

use homeground_core::outcomes::estimates::Key;

use crate::context::{StudyContext, StudyError};
use crate::varied_input::{BaseCase, VariedInput};

/// Simulates the two arms of a study wherever its inputs are put.
pub(super) struct Simulation<'run, 'study> {
    study: &'run mut StudyContext<'study>,
    /// What may be varied.
    pub inputs: &'run [VariedInput],
    arms: Vec<usize>,
    outcome: Key,
    /// How many points were simulated so far.
    pub points: u64,
}

impl<'run, 'study> Simulation<'run, 'study> {
    /// The arms that the study compares, and one outcome of them.
    ///
    /// # Errors
    /// When no study is described.
    pub fn new(
        study: &'run mut StudyContext<'study>,
        inputs: &'run [VariedInput],
        outcome: Key,
    ) -> Result<Self, StudyError> {
        Ok(Self { arms: study.described()?.arms.clone(), study, inputs, outcome, points: 0 })
    }

    /// Differences of the replicates, first arm less second, at each position: some inputs by
    /// number, each at a value, all others at their start. `stage` names the question within
    /// the study; `draw` chooses the random numbers.
    ///
    /// # Errors
    /// When values are impossible together, and as [`StudyContext::evaluate`].
    pub fn differences(
        &mut self,
        stage: &str,
        draw: u32,
        positions: &[Vec<(usize, f64)>],
    ) -> Result<Vec<Vec<f64>>, StudyError> {
        let positions: Vec<Vec<(&VariedInput, f64)>> = positions
            .iter()
            .map(|position| {
                let inputs = position.iter();
                inputs.map(|&(input, value)| (&self.inputs[input], value)).collect()
            })
            .collect();
        let base = BaseCase::new(self.study.scenario, &self.arms);
        let varied = positions
            .iter()
            .map(|position| base.scenario(position, self.study.programmes))
            .collect::<Result<Vec<_>, _>>()?;
        let outcomes = [self.outcome];
        let answers = self.study.evaluate(stage, &outcomes, positions.len(), &|index| {
            base.point(&positions[index], varied[index].as_ref(), draw)
        })?;
        self.points += positions.len() as u64;
        Ok((0..positions.len()).map(|point| answers.differences(point, (0, 1), 0)).collect())
    }

    /// Differences where everything starts.
    ///
    /// # Errors
    /// When the outcome is defined in no replicate, and as [`Simulation::differences`].
    pub fn start(&mut self) -> Result<Vec<f64>, StudyError> {
        let start = self.differences("start", 0, &[Vec::new()])?;
        let start = start.into_iter().next().unwrap_or_default();
        if start.iter().all(|difference| !difference.is_finite()) {
            return Err(StudyError::Impossible {
                point: "the start".to_owned(),
                reason: format!(
                    "{} ({}) is not defined in both arms",
                    self.outcome.outcome, self.outcome.unit
                ),
            });
        }
        Ok(start)
    }
}
