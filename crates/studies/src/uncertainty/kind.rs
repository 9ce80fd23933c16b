//! The kind `uncertainty`: its name, its question, and what carries it out and tells of it.

use homeground_core::scenario::{StudyKind, StudyPlan};
use homeground_figures::message;
use homeground_figures::text::Text;
use homeground_report::answer_page::AnswerPage;
use homeground_report::readings;
use homeground_report::saved::ContentError;

use crate::context::{StudyContext, StudyError};
use crate::findings::Findings;
use crate::pages::outcome_words;
use crate::pages::results::StudyResults;
use crate::study::Study;
use crate::uncertainty::{page, run};

/// The kind `uncertainty`.
pub struct UncertaintyStudy;

impl Study for UncertaintyStudy {
    fn kind(&self) -> StudyKind {
        StudyKind::Uncertainty
    }

    fn name(&self) -> Text {
        message!("uncertainty-name")
    }

    fn asked(&self, results: &StudyResults) -> Text {
        message!(
            "uncertainty-asked",
            outcome = outcome_words::outcome(results),
            arms = results.arms()
        )
    }

    fn intervals(&self, results: &StudyResults) -> Text {
        let manifest = &results.manifest;
        let drawn_from =
            manifest.drawn_from.map(|from| readings::described(from, manifest.reading()));
        let draws = message!("uncertainty-draws", draws = results.note.points);
        message!(
            "uncertainty-intervals",
            draws = Text::sentences([draws, drawn_from.unwrap_or_default()]),
            replicates = manifest.replicates,
            families = manifest.families
        )
    }

    fn run(
        &self,
        context: &mut StudyContext<'_>,
        plan: &StudyPlan,
    ) -> Result<Findings, StudyError> {
        let StudyPlan::Uncertainty(plan) = plan else {
            return Err(StudyError::NoStudy);
        };
        run::run(context, plan)
    }

    fn page(&self, results: &StudyResults) -> Result<AnswerPage, ContentError> {
        page::page(results)
    }
}
