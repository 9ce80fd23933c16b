//! Names of outcomes, of whom they are measured, of groups of families, and of what
//! intervals hold. What is new keeps the name it has in the files.

use homeground_core::outcomes::manifest::{DrawnFrom, Interval, Manifest};
use homeground_figures::text::Text;
use homeground_figures::{key, message};

/// Name of an outcome.
pub fn outcome(outcome: &str) -> Text {
    key!("outcome-{outcome}").or(outcome).into()
}

/// Of whom an outcome is measured.
pub fn unit(unit: &str) -> Text {
    key!("unit-{unit}").or(unit).into()
}

/// Name of a group of families.
pub fn group(grouping: &str, group: &str) -> Text {
    match (grouping, group) {
        ("risk_factors", group) => {
            let number = group.replace('-', "–");
            match number.strip_suffix('+') {
                Some(number) => message!("group-risk-factors-or-more", number),
                None => message!("group-risk-factors", number),
            }
        }
        ("adversity_quartile", "1") => message!("group-least-adversity"),
        ("adversity_quartile", "4") => message!("group-most-adversity"),
        ("adversity_quartile", quarter) => message!("group-adversity", quarter),
        (_, group) => group.into(),
    }
}

/// What the intervals of a run hold, in one sentence.
pub fn interval_note(manifest: &Manifest) -> Text {
    match (manifest.interval, manifest.drawn_from) {
        (Interval::None, _) => message!("page-interval-none"),
        (Interval::MonteCarlo, _) => message!("page-interval-monte-carlo"),
        (Interval::ParametersAndMonteCarlo, Some(DrawnFrom::Prior)) => {
            message!("page-interval-prior")
        }
        (Interval::ParametersAndMonteCarlo, Some(DrawnFrom::Posterior)) => {
            message!("page-interval-posterior")
        }
        (Interval::ParametersAndMonteCarlo, Some(DrawnFrom::NamedRanges) | None) => {
            message!("page-interval-parameters")
        }
    }
}
