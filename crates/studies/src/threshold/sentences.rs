//! Sentences of a search for thresholds.

use std::collections::BTreeSet;

use homeground_figures::message;
use homeground_figures::text::{Text, percent_whole};
use homeground_report::outcome_kinds::{Better, better};

use super::ThresholdRow;
use super::results::Thresholds;
use crate::pages::{names, outcome_words, values};

/// Turns that the answer names.
const NAMED: usize = 3;

/// The arm that is ahead when the difference has this sign, for keys of figures.
pub(super) fn who(thresholds: &Thresholds<'_>, difference: f64) -> Text {
    let (arm, _) = thresholds.ahead(difference);
    match better(thresholds.outcome()) {
        Better::Neither => message!("threshold-has-more", arm),
        _ => message!("threshold-ahead", arm),
    }
}

/// The order with its difference, as a clause.
fn order(thresholds: &Thresholds<'_>) -> Text {
    let outcome = outcome_words::outcome(thresholds.results);
    let (ahead, behind) = thresholds.ahead(thresholds.start.value);
    match better(thresholds.outcome()) {
        Better::Neither => message!("threshold-has-more-than", ahead, behind, outcome),
        _ => message!("threshold-stays-ahead", ahead, behind, outcome),
    }
}

/// The difference where everything starts, with its interval.
fn start(thresholds: &Thresholds<'_>) -> Text {
    let (first, second) = thresholds.arms();
    let difference = outcome_words::difference(thresholds.start, thresholds.outcome());
    message!("threshold-start", first, second, difference)
}

/// "attend_burden rises above 2.1 (95 % interval 1.9 to 2.4)".
fn condition(row: &ThresholdRow) -> Text {
    let name = names::field(&row.parameter);
    let Some(threshold) = row.threshold else {
        return name;
    };
    let side = row.side.as_str();
    let value = values::with_unit(threshold, &row.unit);
    let interval = values::interval((row.threshold_lower, row.threshold_upper));
    if interval.is_empty() {
        message!("threshold-condition", name, side, value)
    } else {
        message!("threshold-condition-interval", name, side, value, interval)
    }
}

/// One condition or another.
fn alternatives(mut conditions: Vec<Text>) -> Text {
    match (conditions.pop(), conditions.is_empty()) {
        (None, _) => Text::default(),
        (Some(one), true) => one,
        (Some(last), false) => {
            message!("threshold-or", first = Text::joined(", ", conditions), last)
        }
    }
}

/// The answer of the page.
pub(super) fn answer(thresholds: &Thresholds<'_>) -> Text {
    let start = start(thresholds);
    let (first, second) = thresholds.arms();
    let outcome = outcome_words::outcome(thresholds.results);
    if !thresholds.is_clear() {
        return message!("threshold-answer-unclear", first, second, outcome, start);
    }
    let moved = thresholds.by_rank().len();
    let turns = thresholds.confirmed_turns();
    let fades = thresholds.fading();
    if turns.is_empty() && fades > 0 {
        return message!("threshold-answer-fades", first, second, outcome, start, fades, moved);
    }
    let order = order(thresholds).capital();
    if turns.is_empty() {
        return message!("threshold-answer-holds", order, moved, start);
    }
    let named = turns.iter().take(NAMED).map(|row| condition(row));
    let conditions = alternatives(named.collect());
    match turns.len().saturating_sub(NAMED) {
        0 => message!("threshold-answer-turns", order, start, conditions),
        more => message!("threshold-answer-turns-more", order, start, conditions, more),
    }
}

/// Sentences below the answer.
pub(super) fn points(thresholds: &Thresholds<'_>) -> Vec<Text> {
    let mut points = Vec::new();
    let turns = thresholds.turns();
    let refuted: Vec<Text> = turns
        .iter()
        .filter(|row| row.confirmed == "no")
        .map(|row| names::short_field(&row.parameter))
        .collect();
    let confirmed = turns.len() - refuted.len();
    if confirmed > 0 {
        let turns = turns.len();
        points.push(message!("threshold-confirmed-turns", confirmed, turns));
    }
    if !refuted.is_empty() {
        let parameters = Text::list(refuted);
        points.push(message!("threshold-not-confirmed", parameters));
    }
    let count = thresholds.fading();
    if count > 0 && confirmed > 0 {
        points.push(message!("threshold-fading", count));
    }
    points
}

/// The answer of the section on ranges.
pub(super) fn ranges(thresholds: &Thresholds<'_>) -> Text {
    let moved = thresholds.by_rank().len();
    let confirmed = thresholds.confirmed_turns();
    let names: BTreeSet<&str> = confirmed.iter().map(|row| row.parameter.as_str()).collect();
    let soonest = |turns: &[&ThresholdRow]| turns.first().and_then(|row| row.share_of_range);
    if let Some(share) = soonest(&confirmed) {
        let (count, share) = (names.len(), percent_whole(share));
        message!("threshold-ranges-turn", count, moved, share)
    } else if soonest(&thresholds.turns()).is_some() {
        message!("threshold-ranges-unconfirmed", moved)
    } else {
        message!("threshold-ranges-hold", moved)
    }
}

/// The answer of the section on profiles.
pub(super) fn profiles(thresholds: &Thresholds<'_>) -> Text {
    match thresholds.confirmed_turns().first() {
        Some(row) => message!("threshold-profiles-turn", condition = condition(row)),
        None => message!("threshold-profiles-hold"),
    }
}

/// The answer of the section on pairs.
pub(super) fn planes(thresholds: &Thresholds<'_>) -> Text {
    let pairs = &thresholds.pairs;
    let planes = pairs.iter().map(|row| row.plane).max().unwrap_or(0);
    let mut with_line: Vec<u32> = thresholds.lines.iter().map(|row| row.plane).collect();
    with_line.dedup();
    let clear = |sign: f64| {
        let rows = pairs.iter();
        let clear = rows.filter(|row| row.lower * sign > 0.0 && row.upper * sign > 0.0);
        percent_whole(clear.count() as f64 / pairs.len().max(1) as f64)
    };
    let sign = thresholds.start.value.signum();
    message!(
        "threshold-planes-turn",
        count = with_line.len(),
        planes,
        kept = clear(sign),
        turned = clear(-sign)
    )
}

/// What was found on one side, for the table.
pub(super) fn finding(row: &ThresholdRow) -> Text {
    let finding = row.finding.as_str();
    let value = row.threshold.map(values::value).unwrap_or_default();
    message!("threshold-finding", finding, value)
}
