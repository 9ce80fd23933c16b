//! Compensating and control measures of a programme or an arm.

use crate::evidence;

use super::diagnostic::{Diagnostic, Place, Problem, Problems};
use super::document::Node;
use super::reader::Reader;
use super::sections::COMPENSATING;
use super::types::Compensating;

/// Nights of respite a month that are intensity 1 (`respite_nights` of the model).
fn respite_nights() -> f64 {
    evidence::find(evidence::constants(), "respite_nights").map_or(f64::INFINITY, |row| row.value)
}

/// The key among compensating measures that stands for control measures.
const CONTROL_MEASURE: &str = "control_measure";

/// The compensating measures of a programme or an arm, and the intensity of
/// control measures if the list holds them.
pub(crate) fn build(
    reader: Reader<'_>,
    problems: &mut Problems,
) -> (Vec<Compensating>, Option<f64>) {
    let mut measures: Vec<(Compensating, &Place)> = Vec::new();
    let mut control: Option<(f64, &Place)> = None;
    for (node, table) in reader.tables("compensating") {
        let entry = Reader::new(table, &COMPENSATING);
        let Some(kind) = entry.text("kind") else {
            continue;
        };
        let before = if kind == CONTROL_MEASURE {
            control.map(|(_, place)| place)
        } else {
            measures.iter().find(|(other, _)| other.kind == kind).map(|(_, place)| *place)
        };
        if let Some(before) = before {
            problems.push(
                Diagnostic::error(
                    Problem::Contradiction,
                    &node.place,
                    format!("`{kind}` is given twice"),
                    "again here",
                )
                .and(before, "first here"),
            );
            continue;
        }
        let Some(intensity) = intensity(entry, &kind, node, problems) else {
            continue;
        };
        if kind == CONTROL_MEASURE {
            if let Some(place) = entry.place("follow_up") {
                problems.push(Diagnostic::error(
                    Problem::Contradiction,
                    place,
                    "control measures have no `follow_up`",
                    "take it away",
                ));
            }
            control = Some((intensity, &node.place));
        } else if let Some(follow_up) = entry.yes_no("follow_up") {
            measures.push((Compensating { kind, intensity, follow_up }, &node.place));
        }
    }
    (
        measures.into_iter().map(|(measure, _)| measure).collect(),
        control.map(|(intensity, _)| intensity),
    )
}

fn intensity(entry: Reader<'_>, kind: &str, node: &Node, problems: &mut Problems) -> Option<f64> {
    match (entry.entry("intensity"), entry.entry("nights_per_month")) {
        (Some(intensity), Some(nights)) => {
            problems.push(
                Diagnostic::error(
                    Problem::Contradiction,
                    &nights.node.place,
                    "the strength is given twice, as `intensity` and as `nights_per_month`",
                    "nights per month",
                )
                .and(&intensity.node.place, "intensity")
                .help("keep one of the two: intensity is nights per month divided by 4, at most 1"),
            );
            None
        }
        (Some(_), None) => entry.number("intensity"),
        (None, Some(nights)) if kind != "respite" => {
            problems.push(
                Diagnostic::error(
                    Problem::Contradiction,
                    &nights.key_place,
                    format!("`{kind}` has no nights"),
                    "only respite is counted in nights",
                )
                .help("write intensity = 0.5 (share, 0 to 1)"),
            );
            None
        }
        (None, Some(nights)) => {
            let value = entry.number("nights_per_month")?;
            let most = respite_nights();
            if value > most {
                problems.push(Diagnostic::warning(
                    &nights.node.place,
                    format!("{value} nights a month count as intensity 1"),
                    format!("the model knows no more than {most} nights"),
                ));
            }
            Some((value / most).min(1.0))
        }
        (None, None) => {
            let help = if kind == "respite" {
                "add intensity = 0.5 (share, 0 to 1) or nights_per_month = 2"
            } else {
                "add intensity = 0.5 (share, 0 to 1)"
            };
            problems.push(
                Diagnostic::error(
                    Problem::Missing,
                    &node.place,
                    format!("`{kind}` needs an intensity"),
                    "how much?",
                )
                .help(help),
            );
            None
        }
    }
}
