//! The kind `sensitivity`: its name, its question, and what carries it out and tells of it.

use homeground_core::scenario::{StudyKind, StudyPlan};
use homeground_figures::message;
use homeground_figures::text::Text;
use homeground_report::answer_page::AnswerPage;
use homeground_report::saved::ContentError;

use crate::context::{StudyContext, StudyError};
use crate::findings::Findings;
use crate::pages::outcome_words;
use crate::pages::results::StudyResults;
use crate::sensitivity::{page, run};
use crate::study::Study;

/// The kind `sensitivity`.
pub struct SensitivityStudy;

impl Study for SensitivityStudy {
    fn kind(&self) -> StudyKind {
        StudyKind::Sensitivity
    }

    fn name(&self) -> Text {
        message!("sensitivity-name")
    }

    fn asked(&self, results: &StudyResults) -> Text {
        message!(
            "sensitivity-asked",
            outcome = outcome_words::outcome(results),
            arms = results.arms()
        )
    }

    fn intervals(&self, results: &StudyResults) -> Text {
        let manifest = &results.manifest;
        let (replicates, families) = (manifest.replicates, manifest.families);
        message!("sensitivity-intervals", replicates, families)
    }

    fn run(
        &self,
        context: &mut StudyContext<'_>,
        plan: &StudyPlan,
    ) -> Result<Findings, StudyError> {
        let StudyPlan::Sensitivity(plan) = plan else {
            return Err(StudyError::NoStudy);
        };
        run::run(context, plan)
    }

    fn page(&self, results: &StudyResults) -> Result<AnswerPage, ContentError> {
        page::page(results)
    }
}
