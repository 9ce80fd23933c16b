//! What a study needs while it is carried out, and what keeps it from its end.

use homeground_core::engine::parallel::Progress;
use homeground_core::outcomes::estimates::Key;
use homeground_core::scenario::study::{Setting, Study, Variations};
use homeground_core::scenario::{ProgrammeSource, Scenario};

use crate::answers::Answers;
use crate::evaluate::{CheckpointStore, EvaluateError, Question, evaluate};
use crate::point::Point;

/// What keeps a study from its end.
#[derive(Debug, thiserror::Error)]
pub enum StudyError {
    /// The scenario has no `[study]` table, and the command line gives none.
    #[error("the scenario describes no study")]
    NoStudy,
    /// Values that are possible one by one are not possible together.
    #[error("the point {point} cannot be simulated: {reason}")]
    Impossible {
        /// The point, in words.
        point: String,
        /// Why.
        reason: String,
    },
    /// It did not come to its end.
    #[error(transparent)]
    Evaluate(#[from] EvaluateError),
    /// A table cannot be written.
    #[error("a table cannot be written: {0}")]
    Table(String),
}

/// A study under way: what a kind needs to carry it out.
pub struct StudyContext<'a> {
    /// The scenario with its `[study]`.
    pub scenario: &'a Scenario,
    /// Finds programmes by name, for scenarios with fields set otherwise.
    pub programmes: &'a (dyn ProgrammeSource + Sync),
    /// How far it has come, and whether to stop.
    pub progress: &'a Progress,
    /// Keeps its state.
    pub checkpoints: &'a mut dyn CheckpointStore,
    /// Told the family-weeks of each question before it is simulated.
    pub expect: &'a (dyn Fn(u64) + Sync),
}

impl StudyContext<'_> {
    /// What the scenario says of the study.
    ///
    /// # Errors
    /// When it says nothing.
    pub fn described(&self) -> Result<&Study, StudyError> {
        self.scenario.study.as_ref().ok_or(StudyError::NoStudy)
    }

    /// The outcome that is asked about.
    ///
    /// # Errors
    /// When no study is described.
    pub fn outcome(&self) -> Result<Key, StudyError> {
        Ok(self.described()?.outcome)
    }

    /// The scenario with fields set otherwise, at each of some points.
    ///
    /// # Errors
    /// When values are impossible together.
    pub fn variations(&self, points: &[Vec<Setting<'_>>]) -> Result<Vec<Scenario>, StudyError> {
        let variations = Variations::new(self.scenario, self.programmes);
        let varied = points.iter().map(|settings| {
            variations.scenario(settings).map_err(|error| {
                let values = settings
                    .iter()
                    .map(|(field, level)| format!("{} = {}", field.path, level.label));
                StudyError::Impossible {
                    point: values.collect::<Vec<_>>().join(", "),
                    reason: error.to_string(),
                }
            })
        });
        varied.collect()
    }

    /// Simulates points; `stage` names this question within the study.
    ///
    /// # Errors
    /// When it is interrupted, or a checkpoint cannot be written.
    pub fn evaluate(
        &mut self,
        stage: &str,
        outcomes: &[Key],
        points: usize,
        point: &(dyn Fn(usize) -> Result<Point, homeground_core::model::design::UnknownKey> + Sync),
    ) -> Result<Answers, StudyError> {
        let identity = self.scenario.study_to_toml();
        let question = Question {
            stage,
            scenario: self.scenario,
            identity: &identity,
            outcomes,
            arms: self.described()?.arms.len(),
            points,
            point,
        };
        (self.expect)(question.family_weeks());
        Ok(evaluate(&question, self.progress, self.checkpoints)?)
    }
}
