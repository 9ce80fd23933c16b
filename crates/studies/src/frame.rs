//! What the head and the foot of the page of a study say.

use homeground_figures::message;
use homeground_figures::text::{Text, date, plain};
use homeground_report::answer_page::Frame;
use homeground_report::{html, readings, translated};

use crate::pages::results::StudyResults;
use crate::study::Study;

/// The frame of the page of a study.
pub(crate) fn frame<'page>(study: &dyn Study, results: &'page StudyResults) -> Frame<'page> {
    let manifest = &results.manifest;
    let title = translated::title(manifest, &results.scenario);
    Frame {
        heading: message!("studies-heading", title, kind = study.name()),
        asked: study.asked(results),
        question: translated::question(manifest, &results.scenario),
        facts: facts(results),
        reading: readings::of_results(manifest),
        intervals: study.intervals(results),
        intervals_are_method: true,
        common_method: message!("studies-common-method"),
        warnings: &manifest.warnings,
        again_note: message!("studies-again-note"),
        again: html::again(manifest),
        version: &manifest.version,
    }
}

/// One line on what was simulated.
fn facts(results: &StudyResults) -> Text {
    let manifest = &results.manifest;
    let simulated = message!(
        "studies-facts",
        points = results.note.points,
        arms = message!("studies-arms", arms = results.note.arms.len()),
        replicates = manifest.replicates,
        families = manifest.families,
        weeks = plain(manifest.horizon_weeks.into()),
    );
    let started = manifest.started.as_ref().map(|started| date(started).into());
    let version = format!("homeground {}", manifest.version);
    Text::joined(" · ", [simulated, started.unwrap_or_default(), version.into()])
}
