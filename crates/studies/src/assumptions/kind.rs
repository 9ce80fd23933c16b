//! The kind `assumptions`: its name, its question, and what carries it out and tells of it.

use homeground_core::scenario::{StudyKind, StudyPlan};
use homeground_figures::message;
use homeground_figures::text::Text;
use homeground_report::answer_page::AnswerPage;
use homeground_report::saved::ContentError;

use crate::assumptions::{page, run};
use crate::context::{StudyContext, StudyError};
use crate::findings::Findings;
use crate::pages::outcome_words;
use crate::pages::results::StudyResults;
use crate::study::Study;

/// The kind `assumptions`.
pub struct AssumptionsStudy;

impl Study for AssumptionsStudy {
    fn kind(&self) -> StudyKind {
        StudyKind::Assumptions
    }

    fn name(&self) -> Text {
        message!("assumptions-name")
    }

    fn asked(&self, results: &StudyResults) -> Text {
        message!(
            "assumptions-asked",
            outcome = outcome_words::outcome(results),
            arms = results.arms()
        )
    }

    fn intervals(&self, results: &StudyResults) -> Text {
        let manifest = &results.manifest;
        let (replicates, families) = (manifest.replicates, manifest.families);
        message!("assumptions-intervals", replicates, families)
    }

    fn run(
        &self,
        context: &mut StudyContext<'_>,
        plan: &StudyPlan,
    ) -> Result<Findings, StudyError> {
        let StudyPlan::Assumptions(plan) = plan else {
            return Err(StudyError::NoStudy);
        };
        run::run(context, plan)
    }

    fn page(&self, results: &StudyResults) -> Result<AnswerPage, ContentError> {
        page::page(results)
    }
}
