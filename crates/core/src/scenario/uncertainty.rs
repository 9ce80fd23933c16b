//! How parameters are drawn: `[uncertainty]`, or ranges without it.

use crate::evidence::LiteratureReading;

use super::diagnostic::{Diagnostic, Problem, Problems};
use super::document::Node;
use super::reader::Reader;
use super::sections::UNCERTAINTY;
use super::types::{DrawSource, Uncertainty};

/// Draws of named ranges when a scenario has ranges but no `[uncertainty]`.
const DRAWS_OF_NAMED_RANGES: u32 = 100;

/// The calibrated sample that there is to draw from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sample {
    /// That of a file.
    File,
    /// The program's own of this reading.
    Of(LiteratureReading),
}

/// The outer option is empty when something was wrong, the inner one when
/// parameters are not drawn.
pub(crate) fn build(
    reader: Reader<'_>,
    sample: Sample,
    problems: &mut Problems,
) -> Option<Option<Uncertainty>> {
    let usual = match sample {
        Sample::File => DrawSource::Posterior,
        Sample::Of(_) => DrawSource::Prior,
    };
    let named = reader.node("parameters").and_then(Node::as_table);
    let range =
        named.and_then(|table| table.entries.iter().find(|entry| entry.node.as_table().is_some()));
    match (reader.node("uncertainty"), range) {
        // Nothing is drawn, but all starts from the central draw of the file.
        (None, None) if sample == Sample::File => {
            Some(Some(Uncertainty { draws: 1, from: usual, only_named: false }))
        }
        (None, None) => Some(None),
        (None, Some(range)) => {
            problems.push(
                Diagnostic::warning(
                    &range.node.place,
                    format!("only the parameters with a range are drawn, {DRAWS_OF_NAMED_RANGES} times"),
                    "a range, but the file has no [uncertainty] table",
                )
                .help("add [uncertainty] with draws = 200 to draw all other parameters from their own ranges too")
                .help("add [uncertainty] with only_named = true to say that this is meant"),
            );
            Some(Some(Uncertainty { draws: DRAWS_OF_NAMED_RANGES, from: usual, only_named: true }))
        }
        (Some(node), range) => {
            let entry = Reader::new(node.as_table()?, &UNCERTAINTY);
            let only_named = entry.yes_no("only_named");
            if only_named == Some(true) && range.is_none() {
                let place = entry.place("only_named").unwrap_or(&node.place);
                problems.push(
                    Diagnostic::error(
                        Problem::Contradiction,
                        place,
                        "only named ranges are to be drawn, but no parameter has a range",
                        "nothing to draw",
                    )
                    .help("give a range below [parameters], for example attend_burden = { low = 1.0, high = 2.5 }"),
                );
            }
            let from = match entry.has("from") {
                false => usual,
                true => from(entry, reader, sample, problems)?,
            };
            Some(Some(Uncertainty { draws: entry.whole("draws")?, from, only_named: only_named? }))
        }
    }
}

/// Where parameters are drawn from, as it is said. Empty when something is wrong with it.
fn from(
    entry: Reader<'_>,
    scenario: Reader<'_>,
    sample: Sample,
    problems: &mut Problems,
) -> Option<DrawSource> {
    let source = DrawSource::from_word(&entry.text("from")?)?;
    let place = entry.place("from")?;
    match (source, sample) {
        (DrawSource::Posterior, Sample::Of(reading)) if !reading.is_calibrated() => {
            let mut diagnostic = Diagnostic::error(
                Problem::Contradiction,
                place,
                "the reading `prior` is not calibrated: there is no posterior to draw from",
                "cannot be drawn from",
            );
            if let Some(reading) = scenario.place("reading") {
                diagnostic = diagnostic.and(reading, "the reading");
            }
            problems.push(
                diagnostic
                    .help("write reading = \"child\" or reading = \"family\" to draw from a calibrated sample")
                    .help("or from = \"prior\" to draw parameters from their plausible ranges"),
            );
            None
        }
        (DrawSource::Posterior, _) => Some(DrawSource::Posterior),
        (DrawSource::Prior, Sample::File) => {
            problems.push(
                Diagnostic::warning(
                    place,
                    "a posterior file is named, but parameters are drawn from their plausible ranges",
                    "only the defaults come from the file",
                )
                .help("write from = \"posterior\", or leave `from` out, to draw from the file"),
            );
            Some(DrawSource::Prior)
        }
        (DrawSource::Prior, Sample::Of(_)) => Some(DrawSource::Prior),
    }
}
