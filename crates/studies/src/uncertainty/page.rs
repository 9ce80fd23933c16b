//! The page of an uncertain decision.

use homeground_figures::key;
use homeground_figures::text::Text;
use homeground_report::answer_page::{AnswerPage, Section};
use homeground_report::saved::ContentError;

use crate::pages::results::StudyResults;
use crate::uncertainty::results::UncertaintyResults;
use crate::uncertainty::{answers, figures, method, tables};
use crate::uncertainty::{box_ranges, cost_effectiveness_plane, information_bars};

/// Puts the page of an uncertain decision together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(study: &StudyResults) -> Result<AnswerPage, ContentError> {
    let results = &UncertaintyResults::new(study)?;
    let mut sections = vec![
        section("best", answers::best(results))
            .with(figures::best(results))
            .and(tables::best(results), false),
    ];
    if results.facts.willingness.is_some() {
        sections.push(
            section("plane", answers::plane(results))
                .with(cost_effectiveness_plane::figure(results)),
        );
        sections.push(
            section("acceptability", answers::acceptability(results))
                .with(figures::acceptability(results))
                .with(figures::information_curve(results)),
        );
    }
    sections.push(
        section("information", answers::information(results))
            .with(information_bars::figure(results))
            .and(tables::groups(results), false)
            .and(tables::parameters(results), true),
    );
    sections.push(section("regret", answers::regret(results)).with(figures::regret(results)));
    sections.push(
        section("failure", answers::failure(results))
            .with(box_ranges::figure(results))
            .and(tables::boxes(results), false),
    );
    Ok(AnswerPage {
        answer: answers::answer(results),
        points: answers::points(results),
        sections,
        method: method::method(results),
        limits: method::limits(results),
    })
}

fn section(key: &'static str, answer: Text) -> Section {
    Section { key, heading: key!("uncertainty-heading-{key}").into(), answer, ..Section::default() }
}
