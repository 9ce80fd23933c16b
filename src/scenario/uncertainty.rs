//! How parameters are drawn: `[uncertainty]`, or ranges without it.

use super::diagnostic::{Diagnostic, Problem, Problems};
use super::document::Node;
use super::reader::Reader;
use super::sections::UNCERTAINTY;
use super::{DrawSource, Uncertainty};

/// Draws of named ranges when a scenario has ranges but no `[uncertainty]`.
const DRAWS_OF_NAMED_RANGES: u32 = 100;

/// The outer option is empty when something was wrong, the inner one when
/// parameters are not drawn.
pub(crate) fn build(reader: Reader<'_>, problems: &mut Problems) -> Option<Option<Uncertainty>> {
    let named = reader.node("parameters").and_then(Node::as_table);
    let range = named.and_then(|table| {
        table
            .entries
            .iter()
            .find(|entry| entry.node.as_table().is_some())
    });
    match (reader.node("uncertainty"), range) {
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
            Some(Some(Uncertainty {
                draws: DRAWS_OF_NAMED_RANGES,
                from: DrawSource::Prior,
                only_named: true,
            }))
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
            let from = entry.text("from");
            if from.as_deref() == Some("posterior") {
                let place = entry.place("from").unwrap_or(&node.place);
                problems.push(
                    Diagnostic::error(
                        Problem::Value,
                        place,
                        "this version ships no calibrated sample of parameters",
                        "cannot be drawn from",
                    )
                    .help("write from = \"prior\": parameters are then drawn from their plausible ranges"),
                );
                return None;
            }
            from?;
            Some(Some(Uncertainty {
                draws: entry.whole("draws")?,
                from: DrawSource::Prior,
                only_named: only_named?,
            }))
        }
    }
}
