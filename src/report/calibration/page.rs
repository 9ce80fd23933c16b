//! The page of a calibration or validation as HTML.

use askama::Template;

use crate::report::fonts;
use crate::report::prose::Prose;
use crate::report::readings;
use crate::report::study::page::{Figure, StudyPage};
use crate::report::svg;
use crate::report::words::Language;

use super::manifest::CalibrationManifest;

/// What the head and the foot of the page say.
pub struct Frame {
    /// Heading.
    pub title: &'static str,
    /// What is asked.
    pub asked: &'static str,
    /// One line on what was done.
    pub facts: String,
    /// What the intervals hold.
    pub intervals: String,
    /// How much work was done, and with which seed: name and value.
    pub again: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "calibration.html")]
struct Html<'page> {
    words: &'static Prose,
    version: &'page str,
    font_faces: &'static str,
    style: &'static str,
    title: &'page str,
    asked: &'page str,
    facts: &'page str,
    reading: String,
    page: &'page StudyPage,
    svgs: Vec<Vec<String>>,
    intervals: &'page str,
    warnings: &'page [String],
    again_note: &'static str,
    again: Vec<(String, String)>,
}

/// The whole page as HTML.
///
/// # Errors
/// In words, when the page cannot be put together.
pub fn html(
    manifest: &CalibrationManifest,
    frame: &Frame,
    page: &StudyPage,
    language: Language,
) -> Result<String, String> {
    let inline = |figure: &Figure| svg::inline(&figure.scene, &format!("svg-{}", figure.name));
    Html {
        words: language.prose(),
        version: &manifest.version,
        font_faces: fonts::font_faces(),
        style: include_str!("../templates/style.css"),
        title: frame.title,
        asked: frame.asked,
        facts: &frame.facts,
        reading: readings::sentence(manifest.reading, language),
        page,
        svgs: page
            .sections
            .iter()
            .map(|section| section.figures.iter().map(inline).collect())
            .collect(),
        intervals: &frame.intervals,
        warnings: &manifest.warnings,
        again_note: language.pick(
            "The same command with the same version gives the same tables, bit for bit, whatever the number of threads. targets.csv in this folder holds the targets as they were used.",
            "Den samme kommandoen med samme versjon gir de samme tabellene, bit for bit, uansett antall tråder. targets.csv i denne mappen inneholder målene slik de ble brukt.",
        ),
        again: again(manifest, frame, language),
    }
    .render()
    .map_err(|error| error.to_string())
}

fn again(
    manifest: &CalibrationManifest,
    frame: &Frame,
    language: Language,
) -> Vec<(String, String)> {
    let words = language.prose();
    let model = language.pick("model", "modell");
    let mut entries = vec![
        (words.command.to_owned(), manifest.command.clone()),
        (
            words.versions.to_owned(),
            format!(
                "homeground {}, {model} {}",
                manifest.version, manifest.model_version
            ),
        ),
    ];
    entries.extend(frame.again.iter().cloned());
    entries.push((words.started.to_owned(), manifest.started.clone()));
    entries
}
