//! What the head and the foot of the page of a calibration or validation say.

use homeground_report::answer_page::Frame;
use homeground_report::language::Language;
use homeground_report::readings;

use crate::calibration::pages::manifest::CalibrationManifest;

/// What differs between the pages of a calibration and a validation.
pub struct Head {
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

/// Head and foot of the page.
pub fn frame<'page>(
    manifest: &'page CalibrationManifest,
    head: Head,
    language: Language,
) -> Frame<'page> {
    Frame {
        heading: head.title.to_owned(),
        asked: head.asked.to_owned(),
        question: "",
        facts: head.facts.clone(),
        reading: readings::sentence(manifest.reading, language),
        again: again(manifest, &head, language),
        intervals: head.intervals,
        intervals_are_method: false,
        common_method: "",
        warnings: &manifest.warnings,
        again_note: language.pick(
            "The same command with the same version gives the same tables, bit for bit, whatever the number of threads. targets.csv in this folder holds the targets as they were used.",
            "Den samme kommandoen med samme versjon gir de samme tabellene, bit for bit, uansett antall tråder. targets.csv i denne mappen inneholder målene slik de ble brukt.",
        ),
        version: &manifest.version,
    }
}

fn again(manifest: &CalibrationManifest, head: &Head, language: Language) -> Vec<(String, String)> {
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
    entries.extend(head.again.iter().cloned());
    entries.push((words.started.to_owned(), manifest.started.clone()));
    entries
}
