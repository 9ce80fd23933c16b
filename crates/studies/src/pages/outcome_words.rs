//! Outcomes and differences in words.

use homeground_figures::chart::Write;
use homeground_figures::message;
use homeground_figures::text::{
    Kind, Number, Text, decimal, percent, percentage, plain, quantity, signed_decimal,
};
use homeground_report::names::{outcome as outcome_name, unit as unit_name};
use homeground_report::outcome_kinds::kind_of;
use homeground_report::page_tables::Cell;
use homeground_report::results::Estimate;

use crate::pages::results::StudyResults;

/// The outcome of the study in words: "placed, families, week 104".
pub fn outcome(results: &StudyResults) -> Text {
    let note = &results.note;
    outcome_of((&note.outcome, &note.unit, note.week))
}

/// An outcome with its unit and week in words: "families placed by week 104".
pub fn outcome_of((outcome, unit, week): (&str, &str, u32)) -> Text {
    let (name, of) = (outcome_name(outcome), unit_name(unit));
    let at_once = week == 0;
    let week = plain(week.into());
    match (outcome, unit) {
        ("placed", "family") => message!("studies-placed-families", week),
        ("placed", _) => message!("studies-placed-children", week),
        _ if at_once => message!("studies-outcome-of", name, of),
        _ if !starts_at_zero(outcome) => message!("studies-outcome-in-week", name, week),
        (_, "family") => message!("studies-outcome-by-week", name, week),
        _ => message!("studies-outcome-by-week-of", name, week, of),
    }
}

/// What the intervals of differences hold.
pub fn intervals(results: &StudyResults) -> Text {
    let manifest = &results.manifest;
    match (manifest.replicates, manifest.families) {
        (1, _) => message!("studies-intervals-none"),
        (replicates, families) => message!("studies-intervals", replicates, families),
    }
}

/// Differences of shares are told in percentage points, so they are multiplied by this;
/// all else stays as it is.
pub fn difference_factor(outcome: &str, difference: bool) -> f64 {
    if difference && kind_of(outcome) == Kind::Share { 100.0 } else { 1.0 }
}

/// Is 0 the honest start of an axis of this outcome?
pub fn starts_at_zero(outcome: &str) -> bool {
    // States between 0 and 1 move little; their axis shows where they are.
    !["alliance", "trust", "capacity", "stress", "wellbeing", "concern", "danger"]
        .contains(&outcome)
}

/// Writes values of an axis of this outcome. Differences of shares come in percentage
/// points.
pub fn axis_writer(outcome: &str, difference: bool) -> Write {
    let kind = kind_of(outcome);
    Write::new(move |value, decimals| {
        let number = match (kind, difference) {
            (Kind::Share, false) => percentage(value * 100.0, decimals.saturating_sub(2)),
            (_, false) => decimal(value, decimals),
            (_, true) => axis_difference(value, decimals),
        };
        number.into()
    })
}

/// Writes differences of an axis.
pub fn difference_writer() -> Write {
    Write::new(|value, decimals| axis_difference(value, decimals).into())
}

fn axis_difference(value: f64, decimals: usize) -> Number {
    signed_decimal(value, if value == 0.0 { 0 } else { decimals })
}

/// What an axis of the asked outcome shows, with its unit.
pub fn axis_name(results: &StudyResults, difference: bool) -> Text {
    let outcome = outcome(results);
    let name = match difference {
        false => outcome,
        true => message!("studies-axis-less", outcome, reference = results.reference_arm()),
    };
    Text::joined(", ", [name, unit_of(&results.note.outcome, difference)])
}

/// The unit in which an outcome or a difference is written; empty where there is none.
pub fn unit_of(outcome: &str, difference: bool) -> Text {
    match (kind_of(outcome), difference) {
        (Kind::Share, true) => message!("studies-percentage-points"),
        (Kind::Share, false) => message!("studies-share"),
        (Kind::Money, _) => message!("studies-nok-per-family"),
        (Kind::Quantity, _) => Text::default(),
    }
}

/// An outcome for a small panel.
pub fn short_outcome(key: (&str, &str, u32), difference: bool) -> Text {
    let name = outcome_name(key.0);
    match (kind_of(key.0), difference) {
        (Kind::Share, true) => Text::joined(", ", [name, message!("studies-points")]),
        _ => name,
    }
}

/// A value in a cell of a heat map: short.
pub fn cell(value: f64, outcome: &str, difference: bool) -> Text {
    let shown = value * difference_factor(outcome, difference);
    match (kind_of(outcome), difference) {
        (Kind::Share, false) => percent(value).into(),
        (Kind::Share, true) => signed_decimal(shown, if shown.abs() < 10.0 { 1 } else { 0 }).into(),
        (Kind::Money, _) => {
            let decimals = if shown.abs() < 100_000.0 { 1 } else { 0 };
            message!("studies-thousands", number = decimal(shown / 1000.0, decimals))
        }
        (Kind::Quantity, true) if shown > 0.0 => {
            Text::joined("", [Text::from("+"), quantity(shown).into()])
        }
        (Kind::Quantity, _) => quantity(shown).into(),
    }
}

/// A difference and the ends of its interval, with as many decimals as its interval has.
fn difference_numbers(estimate: Estimate, outcome: &str) -> (Number, Option<Text>) {
    let scaled = estimate.times(difference_factor(outcome, true));
    let decimals = decimals_of(scaled, kind_of(outcome));
    let ends = scaled.interval.map(|(lower, upper)| {
        let end = |value: f64| decimal(value, decimals);
        Text::between(end(lower), end(upper), lower < 0.0)
    });
    (signed_decimal(scaled.value, decimals), ends)
}

/// A difference in a cell of a table, with its interval below.
pub fn difference_cell(estimate: Estimate, outcome: &str) -> Cell {
    let (value, ends) = difference_numbers(estimate, outcome);
    Cell { text: value.into(), small: ends.unwrap_or_default(), number: true }
}

/// Decimals that show two digits of the wider half of an interval, or of the value.
fn decimals_of(estimate: Estimate, kind: Kind) -> usize {
    if kind == Kind::Money {
        return 0;
    }
    let size =
        estimate.interval.map_or(estimate.value.abs(), |(lower, upper)| (upper - lower) / 2.0);
    if size <= 0.0 || !size.is_finite() {
        return 2;
    }
    (1.0 - size.log10().floor()).clamp(0.0, 5.0) as usize
}

/// A difference with its interval: shares in percentage points.
pub fn difference(estimate: Estimate, outcome: &str) -> Text {
    let (value, ends) = difference_numbers(estimate, outcome);
    let unit = match kind_of(outcome) {
        Kind::Share => message!("studies-percentage-points"),
        Kind::Money => message!("studies-nok"),
        Kind::Quantity => Text::default(),
    };
    let value = Text::sentences([value.into(), unit]);
    match ends {
        None => value,
        Some(ends) => message!("studies-difference", value, ends),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use homeground_figures::text::Teller;
    use homeground_report::words::testing::words;

    #[test]
    fn differences_are_told_with_as_many_digits_as_their_interval_has() {
        let told = |code: &str, estimate, outcome| words(code).tell(&difference(estimate, outcome));
        let shares = Estimate { value: -0.0123, interval: Some((-0.02, -0.0046)) };
        assert_eq!(
            told("en", shares, "placed"),
            "−1.23 percentage points (95% interval −2.00 to −0.46)"
        );
        let money = Estimate { value: 12_345.6, interval: Some((-10.0, 24_000.0)) };
        assert_eq!(
            told("nb", money, "cost_nok"),
            "+12\u{202f}346 kr (95 %-intervall −10 til 24\u{202f}000)"
        );
        let alone = Estimate::point(0.25);
        assert_eq!(told("en", alone, "trust"), "+0.25");
    }
}
