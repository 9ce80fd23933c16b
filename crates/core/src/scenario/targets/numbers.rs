//! The numbers of a target: its week, its value and its error.

use crate::scenario::diagnostic::{Diagnostic, Problem, Problems};
use crate::scenario::document::quoted;
use crate::scenario::fields::{LONGEST_WEEKS, grouped};

use super::outcome::{Counted, EstimateKind};
use super::table::Cell;
use super::types::Scale;

/// A finite number.
pub(super) fn number(cell: &Cell, column: &str, problems: &mut Problems) -> Option<f64> {
    match cell.text.parse::<f64>() {
        Ok(number) if number.is_finite() => Some(number),
        _ => {
            problems.push(not_a_number(cell, column, "a number"));
            None
        }
    }
}

/// A week that a run can reach.
pub(super) fn week(cell: &Cell, problems: &mut Problems) -> Option<u32> {
    let limits = format!("a whole number from 1 to {}", grouped(LONGEST_WEEKS));
    match cell.text.parse::<i128>() {
        Ok(week) if (1..=i128::from(LONGEST_WEEKS)).contains(&week) => u32::try_from(week).ok(),
        Ok(week) => {
            problems.push(
                Diagnostic::error(
                    Problem::Value,
                    &cell.place,
                    match week < 1 {
                        true => format!("`week` = {week} is too small"),
                        false => format!("`week` = {week} is too large"),
                    },
                    format!("must be {limits}"),
                )
                .help("`week`: weeks since the family's referral, counted to the end of that week"),
            );
            None
        }
        Err(_) => {
            problems.push(not_a_number(cell, "week", &limits));
            None
        }
    }
}

fn not_a_number(cell: &Cell, column: &str, expected: &str) -> Diagnostic {
    if cell.is_empty() {
        return Diagnostic::error(
            Problem::Missing,
            &cell.place,
            format!("`{column}` is empty"),
            format!("expected {expected}"),
        );
    }
    let diagnostic = Diagnostic::error(
        Problem::Value,
        &cell.place,
        format!("`{column}` must be {expected}"),
        format!("found {}", quoted(&cell.text)),
    );
    let with_point = cell.text.replace(',', ".");
    let percent = cell.text.trim_end_matches('%').trim().replace(',', ".");
    match (with_point.parse::<f64>(), percent.parse::<f64>()) {
        (Ok(_), _) if with_point != cell.text => {
            diagnostic.help(format!("decimals follow a point: {with_point}"))
        }
        (_, Ok(number)) if cell.text.ends_with('%') => {
            diagnostic.help(format!("a share is written as a number: {}", share(number)))
        }
        _ => diagnostic,
    }
}

/// A percentage as a share, without the noise of the division.
fn share(percent: f64) -> f64 {
    (percent * 1e4).round() / 1e6
}

/// A standard error.
pub(super) fn standard_error(
    cell: &Cell,
    kind: Option<Kind>,
    scale: Option<Scale>,
    problems: &mut Problems,
) -> Option<f64> {
    let number = number(cell, "sd", problems)?;
    if number <= 0.0 {
        problems.push(
            Diagnostic::error(
                Problem::Value,
                &cell.place,
                format!("`sd` = {number} is not above 0"),
                "must be above 0",
            )
            .help("`sd`: standard error of the value, on the scale of the column `scale`"),
        );
        return None;
    }
    if kind == Some(Kind::Share) && scale == Some(Scale::Identity) && number > 0.5 {
        let warning = Diagnostic::warning(
            &cell.place,
            format!("a standard error of {number} for a share tells nothing"),
            "shares run from 0 to 1",
        );
        problems.push(match number >= 1.0 {
            true => {
                warning.help(format!("percentage points? {number} is written {}", share(number)))
            }
            false => warning,
        });
    }
    Some(number)
}

/// What values are possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// From 0 to 1.
    Share,
    /// 0 or above.
    Amount,
    /// 0 or above, and 1 for no difference.
    Ratio,
    /// From -1 to 1.
    Correlation,
    /// A difference of shares or of states.
    DifferenceOfShares,
    /// Any number.
    Any,
}

/// What values an outcome can have in a measure; none where too little is known of either.
pub(super) fn kind(outcome: Option<&Counted>, measure: Option<EstimateKind>) -> Option<Kind> {
    Some(match (measure?, outcome) {
        (EstimateKind::Ratio | EstimateKind::OddsRatio, _) => Kind::Ratio,
        (EstimateKind::Correlation, _) => Kind::Correlation,
        (EstimateKind::StandardisedDifference, _) => Kind::Any,
        (_, None) => return None,
        (EstimateKind::Level, Some(Counted::Visits)) => Kind::Amount,
        (EstimateKind::Level, Some(_)) => Kind::Share,
        (EstimateKind::Difference, Some(Counted::Visits | Counted::AllianceDropout { .. })) => {
            Kind::Any
        }
        (EstimateKind::Difference, Some(_)) => Kind::DifferenceOfShares,
    })
}

impl Kind {
    /// What a value is, its limits, and the scales on which an error makes sense.
    fn limits(self) -> (&'static str, f64, f64, &'static [Scale]) {
        use Scale::{Identity, Log, Logit};
        match self {
            Kind::Share => ("a share", 0.0, 1.0, &[Identity, Log, Logit]),
            Kind::Amount => ("a number of visits", 0.0, f64::INFINITY, &[Identity, Log]),
            Kind::Ratio => ("a ratio", 0.0, f64::INFINITY, &[Identity, Log]),
            Kind::Correlation => ("a correlation", -1.0, 1.0, &[Identity]),
            Kind::DifferenceOfShares => ("a difference of shares", -1.0, 1.0, &[Identity]),
            Kind::Any => ("a difference", f64::MIN, f64::MAX, &[Identity]),
        }
    }
}

/// Is the value possible for what it is a value of, on its scale?
pub(super) fn check(
    (cell, value): (&Cell, Option<f64>),
    (scale_cell, scale): (&Cell, Option<Scale>),
    kind: Option<Kind>,
    problems: &mut Problems,
) {
    // Of what is not known, any number may be a value; but not on every scale.
    let kind = kind.unwrap_or(match scale {
        Some(Scale::Identity) | None => Kind::Any,
        Some(Scale::Log) => Kind::Amount,
        Some(Scale::Logit) => Kind::Share,
    });
    let (noun, low, high, scales) = kind.limits();
    if let Some(scale) = scale
        && !scales.contains(&scale)
    {
        let fitting: Vec<&str> = scales.iter().map(|scale| scale.word()).collect();
        problems.push(Diagnostic::error(
            Problem::Contradiction,
            &scale_cell.place,
            format!("{noun} has no error on the scale `{}`", scale.word()),
            format!("expected {}", fitting.join(" or ")),
        ));
        return;
    }
    let Some(value) = value else {
        return;
    };
    let limits = match (kind, scale) {
        (Kind::Amount | Kind::Ratio, Some(Scale::Log)) => "must be above 0".to_string(),
        (Kind::Share, Some(Scale::Log)) => "must be above 0 and at most 1".to_string(),
        (Kind::Share, Some(Scale::Logit)) => "must lie between 0 and 1".to_string(),
        (Kind::Amount | Kind::Ratio, _) => "must be 0 or above".to_string(),
        _ => format!("must be from {low} to {high}"),
    };
    let on_scale = scale.is_none_or(|scale| scale.of(value).is_finite());
    if (low..=high).contains(&value) && on_scale {
        return;
    }
    let with_scale = match (low..=high).contains(&value) {
        true => format!(" on the scale `{}`", scale.map_or("", Scale::word)),
        false => String::new(),
    };
    let mut diagnostic = Diagnostic::error(
        Problem::Value,
        &cell.place,
        format!("{value} is not possible for {noun}{with_scale}"),
        limits,
    );
    if kind == Kind::Share && (2.0..=100.0).contains(&value) {
        diagnostic = diagnostic.help(format!("percent? {value} % is written {}", share(value)));
    }
    problems.push(diagnostic);
}
