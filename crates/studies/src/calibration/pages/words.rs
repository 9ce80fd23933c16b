//! Names, numbers and verdicts of checks in words of both languages.

use crate::calibration::rows::CheckRow;
use homeground_report::language::Language;
use homeground_report::measures::kind_of;
use homeground_report::numbers::Kind;

/// The short name of a target for people: its title, or else its id.
pub fn title(row: &CheckRow, language: Language) -> &str {
    let own = language.pick(&row.title, &row.title_nb);
    match (own.is_empty(), row.title.is_empty()) {
        (false, _) => own,
        (true, false) => &row.title,
        (true, true) => &row.target,
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
pub fn value(row: &CheckRow, value: f64, language: Language) -> String {
    match value.is_finite() {
        true => language.value(value, kind(row)),
        false => "–".to_owned(),
    }
}

/// From one end to the other on the natural scale. Errors that are the same both ways may
/// reach beyond what a share can be; that is not written.
pub fn range(row: &CheckRow, (lower, upper): (f64, f64), language: Language) -> String {
    if !lower.is_finite() || !upper.is_finite() {
        return "–".to_owned();
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
    language.range(ends, kind(row))
}

/// A value of a parameter with about two digits that count, however small it is.
pub fn parameter(value: f64, language: Language) -> String {
    if value == 0.0 || value.abs() >= 0.1 {
        return language.quantity(value);
    }
    // The first digit that counts, and one more.
    let decimals = (-value.abs().log10().floor()).clamp(1.0, 12.0) as usize + 1;
    language.decimal(value, decimals)
}

/// A distance in standard errors, with its sign.
pub fn distance(distance: f64, language: Language) -> String {
    if !distance.is_finite() {
        return "–".to_owned();
    }
    let sign = if distance > 0.0 { "+" } else { "" };
    format!("{sign}{}", language.decimal(distance, 1))
}

/// Yes or no.
pub fn yes_or_no(yes: bool, language: Language) -> &'static str {
    match yes {
        true => language.pick("yes", "ja"),
        false => language.pick("no", "nei"),
    }
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
        one.inside
            .cmp(&other.inside)
            .then(far(other).total_cmp(&far(one)))
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

/// A set as a heading.
pub fn set_name(set: &str, language: Language) -> &'static str {
    match set {
        "calibration" => language.pick("Targets of the calibration", "Mål for kalibreringen"),
        "validation" => language.pick(
            "Validation set, never used to calibrate",
            "Valideringssett, aldri brukt i kalibreringen",
        ),
        _ => language.pick(
            "Other targets, not used to calibrate this sample",
            "Andre mål, ikke brukt til å kalibrere dette utvalget",
        ),
    }
}

/// How far evidence may be compared, in words.
pub fn comparable(word: &str, language: Language) -> &str {
    match word {
        "closely" => language.pick("closely", "nært"),
        "partly" => language.pick("partly", "delvis"),
        "loosely" => language.pick("loosely", "løst"),
        other => other,
    }
}
