//! What the head and the foot of the page of a calibration or validation say.

use homeground_figures::message;
use homeground_figures::text::{Text, decimal, plain};
use homeground_report::answer_page::Frame;
use homeground_report::readings;

use crate::calibration::{CalibrationManifest, TargetsNote};

/// What differs between the pages of a calibration and a validation.
pub struct Head {
    /// Heading.
    pub title: Text,
    /// What is asked.
    pub asked: Text,
    /// One line on what was done.
    pub facts: Text,
    /// What the intervals hold.
    pub intervals: Text,
    /// How much work was done, and with which seed and files: name and value.
    pub work: Vec<(Text, Text)>,
}

/// Head and foot of the page.
pub fn frame(manifest: &CalibrationManifest, head: Head) -> Frame<'_> {
    let versions = message!(
        "page-program-and-model",
        version = &manifest.version,
        model = manifest.model_version.to_string()
    );
    let mut again = vec![
        (message!("page-command"), (&manifest.command).into()),
        (message!("page-versions"), versions),
    ];
    again.extend(head.work);
    again.push((message!("page-started"), (&manifest.started).into()));
    Frame {
        heading: head.title,
        asked: head.asked,
        question: Text::default(),
        facts: head.facts,
        reading: readings::sentence(manifest.reading),
        intervals: head.intervals,
        intervals_are_method: false,
        common_method: Text::default(),
        warnings: &manifest.warnings,
        again_note: message!("checks-again-note"),
        again,
        version: &manifest.version,
    }
}

/// Seed, size and the digest of the targets: name and value.
pub fn work(
    seed: u64,
    (family_weeks, seconds): (u64, f64),
    targets: &TargetsNote,
) -> Vec<(Text, Text)> {
    vec![
        (message!("page-seed"), plain(seed).into()),
        (message!("page-size"), size(family_weeks, seconds)),
        digest("targets.csv", &targets.hash),
    ]
}

/// The digest of a file: name and value.
pub fn digest(name: &str, digest: &str) -> (Text, Text) {
    (message!("page-hash-of", name), digest.into())
}

fn size(family_weeks: u64, seconds: f64) -> Text {
    let millions = decimal(family_weeks as f64 / 1e6, 0);
    if seconds < 120.0 {
        let time = decimal(seconds, 0);
        message!("checks-size-seconds", millions, time)
    } else {
        let time = decimal(seconds / 60.0, 0);
        message!("checks-size-minutes", millions, time)
    }
}

/// Where targets are from.
pub fn origin(note: &TargetsNote) -> Text {
    match (&note.file, note.only_own) {
        (None, _) => message!("checks-targets-of-program"),
        (Some(file), false) => message!("checks-targets-of-program-and-file", file),
        (Some(file), true) => message!("checks-targets-of-file", file),
    }
}
