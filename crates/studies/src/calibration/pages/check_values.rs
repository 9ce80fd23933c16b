//! Names and numbers of targets and parameters as people read them, and the order in which
//! they stand.

use homeground_figures::text::{Kind, Text, decimal, quantity, range as from_to, value as of_kind};
use homeground_figures::{key, message};
use homeground_report::outcome_kinds::kind_of;

use crate::calibration::tables::rows::CheckRow;

/// The short name of a target for people: its title, or else its id.
pub fn title(row: &CheckRow) -> Text {
    let or = |own: &str, other: &str| match own.is_empty() {
        true => other.to_owned(),
        false => own.to_owned(),
    };
    let english = or(&row.title, &row.target);
    let norwegian = or(&row.title_nb, &english);
    match english == norwegian {
        true => english.into(),
        false => message!("checks-target", english, norwegian),
    }
}

/// What kind of number a target is.
pub fn kind(row: &CheckRow) -> Kind {
    let first = row.outcome.split_whitespace().next().unwrap_or_default();
    match row.measure.as_str() {
        "level" => kind_of(first),
        _ => Kind::Quantity,
    }
}

/// A value of a target's statistic on its natural scale; a dash where it is not defined.
pub fn value(row: &CheckRow, value: f64) -> Text {
    match value.is_finite() {
        true => of_kind(value, kind(row)).into(),
        false => "–".into(),
    }
}

/// From one end to the other on the natural scale. Errors that are the same both ways may
/// reach beyond what a share can be; that is not written.
pub fn range(row: &CheckRow, (lower, upper): (f64, f64)) -> Text {
    if !lower.is_finite() || !upper.is_finite() {
        return "–".into();
    }
    // Shares, visits and states are never below nothing.
    let lowest = match row.measure.as_str() {
        "level" => 0.0,
        _ => f64::NEG_INFINITY,
    };
    let highest = match kind(row) {
        Kind::Share => 1.0,
        _ => f64::INFINITY,
    };
    let ends = (lower.clamp(lowest, highest), upper.clamp(lowest, highest));
    from_to(ends, kind(row)).into()
}

/// A value of a parameter with about two digits that count, however small it is.
pub fn parameter(value: f64) -> Text {
    if value == 0.0 || value.abs() >= 0.1 {
        return quantity(value).into();
    }
    // The first digit that counts, and one more.
    let decimals = (-value.abs().log10().floor()).clamp(1.0, 12.0) as usize + 1;
    decimal(value, decimals).into()
}

/// A distance in standard errors, with its sign.
pub fn distance(distance: f64) -> Text {
    if !distance.is_finite() {
        return "–".into();
    }
    let sign = if distance > 0.0 { "+" } else { "" };
    Text::joined("", [sign.into(), Text::from(decimal(distance, 1))])
}

/// Yes or no.
pub fn yes_or_no(yes: bool) -> Text {
    match yes {
        true => message!("studies-value-true"),
        false => message!("studies-value-false"),
    }
}

/// A set as a heading.
pub fn set_name(set: &str) -> Text {
    message!("checks-set", set)
}

/// How far evidence may be compared, in words.
pub fn comparable(word: &str) -> Text {
    key!("checks-comparable-{word}").or(word).into()
}

/// Rows outside their interval first, those that lie farthest out on top; then the others in
/// the same order.
pub fn failures_first(checks: &[CheckRow]) -> Vec<&CheckRow> {
    let mut rows: Vec<&CheckRow> = checks.iter().collect();
    rows.sort_by(|one, other| {
        let far = |row: &CheckRow| match row.distance.is_finite() {
            true => row.distance.abs(),
            // What the model cannot show at all lies farther than anything.
            false => f64::INFINITY,
        };
        one.inside.cmp(&other.inside).then(far(other).total_cmp(&far(one)))
    });
    rows
}

/// The sets of checks.
const SETS: [&str; 3] = ["calibration", "other", "validation"];

/// Checks by the set that they are of, those that are there; sets in which something does
/// not fit come first.
pub fn by_set(checks: &[CheckRow]) -> Vec<(&'static str, Vec<CheckRow>)> {
    let mut sets: Vec<(&'static str, Vec<CheckRow>)> = SETS
        .into_iter()
        .map(|set| {
            let own = checks.iter().filter(|row| row.set == set);
            (set, own.cloned().collect::<Vec<_>>())
        })
        .filter(|(_, rows)| !rows.is_empty())
        .collect();
    sets.sort_by_key(|(_, rows)| rows.iter().all(|row| row.inside));
    sets
}
