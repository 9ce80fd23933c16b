//! The kind `sweep`: its name, its question, and what carries it out and tells of it.

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
use crate::sweep::{page, run};

/// The kind `sweep`.
pub struct SweepStudy;

impl Study for SweepStudy {
    fn kind(&self) -> StudyKind {
        StudyKind::Sweep
    }

    fn name(&self) -> Text {
        message!("sweep-name")
    }

    fn asked(&self, results: &StudyResults) -> Text {
        let fields = results.fact::<Vec<page::Field>>("fields").unwrap_or_default();
        message!(
            "sweep-asked",
            outcome = outcome_words::outcome(results),
            fields = Text::list(fields.iter().map(|field| results.field(&field.path))),
            arms = results.arms()
        )
    }

    fn run(
        &self,
        context: &mut StudyContext<'_>,
        plan: &StudyPlan,
    ) -> Result<Findings, StudyError> {
        let StudyPlan::Sweep(plan) = plan else {
            return Err(StudyError::NoStudy);
        };
        run::run(context, plan)
    }

    fn page(&self, results: &StudyResults) -> Result<AnswerPage, ContentError> {
        page::page(results)
    }
}
