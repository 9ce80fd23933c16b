//! The kind `design`: its name, its question, and what carries it out and tells of it.

use homeground_core::scenario::{StudyKind, StudyPlan};
use homeground_figures::message;
use homeground_figures::text::Text;
use homeground_report::answer_page::AnswerPage;
use homeground_report::saved::ContentError;

use crate::context::{StudyContext, StudyError};
use crate::design::{page, run};
use crate::findings::Findings;
use crate::pages::outcome_words;
use crate::pages::results::StudyResults;
use crate::study::Study;

/// The kind `design`.
pub struct DesignStudy;

impl Study for DesignStudy {
    fn kind(&self) -> StudyKind {
        StudyKind::Design
    }

    fn name(&self) -> Text {
        message!("design-name")
    }

    fn asked(&self, results: &StudyResults) -> Text {
        message!("design-asked", outcome = outcome_words::outcome(results), arms = results.arms())
    }

    fn run(
        &self,
        context: &mut StudyContext<'_>,
        plan: &StudyPlan,
    ) -> Result<Findings, StudyError> {
        let StudyPlan::Design(plan) = plan else {
            return Err(StudyError::NoStudy);
        };
        run::run(context, plan)
    }

    fn page(&self, results: &StudyResults) -> Result<AnswerPage, ContentError> {
        page::page(results)
    }
}
