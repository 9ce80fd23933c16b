//! Carries out the study of a scenario.

use homeground_core::engine::parallel::Progress;
use homeground_core::outcomes::estimates::Key;
use homeground_core::scenario::{ProgrammeSource, Scenario, StudyPlan};

use crate::answers::Answers;
use crate::evaluate::{CheckpointStore, EvaluateError, Question, evaluate};
use crate::findings::Findings;
use crate::point::Point;
use crate::{assumptions, design, sensitivity, sweep, switch, threshold, uncertainty};

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
pub struct Study<'a> {
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

impl Study<'_> {
    /// What the scenario says of the study.
    ///
    /// # Errors
    /// When it says nothing.
    pub fn described(&self) -> Result<&homeground_core::scenario::Study, StudyError> {
        self.scenario.study.as_ref().ok_or(StudyError::NoStudy)
    }

    /// The outcome that is asked about.
    ///
    /// # Errors
    /// When no study is described.
    pub fn outcome(&self) -> Result<Key, StudyError> {
        Ok(self.described()?.outcome)
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

/// Carries out the study that the scenario describes.
///
/// # Errors
/// [`StudyError`].
pub fn run(study: &mut Study<'_>) -> Result<Findings, StudyError> {
    match study.described()?.plan.clone() {
        StudyPlan::Sweep(plan) => sweep::run(study, &plan),
        StudyPlan::Sensitivity(plan) => sensitivity::run(study, &plan),
        StudyPlan::Assumptions(plan) => assumptions::run(study, &plan),
        StudyPlan::Design(plan) => design::run(study, &plan),
        StudyPlan::Switch(plan) => switch::run(study, &plan),
        StudyPlan::Threshold(plan) => threshold::run(study, &plan),
        StudyPlan::Uncertainty(plan) => uncertainty::run(study, &plan),
    }
}
