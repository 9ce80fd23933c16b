//! What a kind of study is.

use homeground_core::scenario::{StudyKind, StudyPlan};
use homeground_figures::text::Text;
use homeground_report::answer_page::AnswerPage;
use homeground_report::saved::ContentError;

use crate::context::{StudyContext, StudyError};
use crate::findings::Findings;
use crate::pages::outcome_words;
use crate::pages::results::StudyResults;

/// A kind of study: how it is carried out, and what its page says. All kinds stand in
/// [`registry`](crate::registry).
pub trait Study: Sync {
    /// Which kind it is.
    fn kind(&self) -> StudyKind;

    /// Its name, for headings.
    fn name(&self) -> Text;

    /// What it asks, in one sentence.
    fn asked(&self, results: &StudyResults) -> Text;

    /// What the intervals on its page hold: the chance of the simulation, unless it says
    /// something else.
    fn intervals(&self, results: &StudyResults) -> Text {
        outcome_words::intervals(results)
    }

    /// Carries it out.
    ///
    /// # Errors
    /// [`StudyError`]; that there is no study when the plan is that of another kind.
    fn run(&self, context: &mut StudyContext<'_>, plan: &StudyPlan)
    -> Result<Findings, StudyError>;

    /// What its page says and shows.
    ///
    /// # Errors
    /// When a table is missing or damaged.
    fn page(&self, results: &StudyResults) -> Result<AnswerPage, ContentError>;
}
