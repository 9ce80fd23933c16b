//! The kind `threshold`: its name, its question, and what carries it out and tells of it.

use homeground_core::scenario::{StudyKind, StudyPlan};
use homeground_figures::message;
use homeground_figures::text::Text;
use homeground_report::answer_page::AnswerPage;
use homeground_report::saved::ContentError;

use crate::context::{StudyContext, StudyError};
use crate::findings::Findings;
use crate::pages::outcome_words;
use crate::pages::results::StudyResults;
use crate::study::Study;
use crate::threshold::{page, run};

/// The kind `threshold`.
pub struct ThresholdStudy;

impl Study for ThresholdStudy {
    fn kind(&self) -> StudyKind {
        StudyKind::Threshold
    }

    fn name(&self) -> Text {
        message!("threshold-name")
    }

    fn asked(&self, results: &StudyResults) -> Text {
        message!(
            "threshold-asked",
            outcome = outcome_words::outcome(results),
            arms = results.arms()
        )
    }

    fn run(
        &self,
        context: &mut StudyContext<'_>,
        plan: &StudyPlan,
    ) -> Result<Findings, StudyError> {
        let StudyPlan::Threshold(plan) = plan else {
            return Err(StudyError::NoStudy);
        };
        run::run(context, plan)
    }

    fn page(&self, results: &StudyResults) -> Result<AnswerPage, ContentError> {
        page::page(results)
    }
}
