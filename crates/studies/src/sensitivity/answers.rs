//! What the page of a sensitivity study answers, in sentences.

use homeground_figures::message;
use homeground_figures::number::{percent_whole, quantity};
use homeground_figures::text::Text;
use homeground_report::results::Estimate;

use crate::pages::{names, outcome_words};
use crate::sensitivity::phrases::{and_more, share};
use crate::sensitivity::results::{ResponseResults, SensitivityResults};
use crate::sensitivity::rows::IndexRow;

/// Parameters named in a sentence before the rest is only counted.
const MOST_NAMED: usize = 4;

/// The outcome of an arm, or the difference between two, as the subject of a sentence.
fn subject(results: &SensitivityResults<'_>, response: &ResponseResults) -> Text {
    let outcome = outcome_words::outcome(results.study);
    let arm = results.study.arm(&response.variance.arm);
    if response.is_difference() {
        let reference = results.study.arm(&response.variance.reference);
        message!("sensitivity-subject-difference", arm, reference, outcome)
    } else {
        message!("sensitivity-subject-arm", arm, outcome)
    }
}

/// The parameters that a response depends on most. Those whose intervals reach into that of
/// the first are named with it: the order among them is not known.
pub fn main_parameters(results: &SensitivityResults<'_>, response: &ResponseResults) -> Text {
    let subject = subject(results, response);
    let Some(first) = response.indices.first() else {
        return match response.variance.undefined.as_str() {
            "only_noise" => message!("sensitivity-only-noise", subject),
            _ => message!("sensitivity-undefined-sentence", subject, reason = response.undefined()),
        };
    };
    let reaches = |row: &&IndexRow| row.total_upper >= first.total_lower;
    let together: Vec<&IndexRow> = response.indices.iter().filter(reaches).collect();
    let named = &together[..together.len().min(MOST_NAMED)];
    let parameters: Vec<Text> = named.iter().map(|row| names::field(&row.parameter)).collect();
    let parameters = and_more(&parameters, together.len() - named.len());
    let totals = named.iter().map(|row| share(row.total, (row.total_lower, row.total_upper)));
    let shares = Text::list(totals);
    let count = response.indices.len();
    if together.len() == 1 {
        message!("sensitivity-leans-on-one", subject, parameters, shares, count)
    } else {
        message!("sensitivity-leans-on-several", subject, parameters, shares, count)
    }
}

/// The answer of the page.
pub fn answer(results: &SensitivityResults<'_>) -> Text {
    let difference = results.differences().next();
    difference.map_or_else(Text::default, |response| main_parameters(results, response))
}

/// Sentences below the answer.
pub fn points(results: &SensitivityResults<'_>) -> Vec<Text> {
    let arms = results.responses.iter();
    let arms = arms.filter(|response| !response.is_difference());
    arms.map(|response| main_parameters(results, response))
        .chain(results.differences().filter_map(|response| over_the_ranges(results, response)))
        .chain(results.differences().filter_map(interactions))
        .chain([noise(results)])
        .collect()
}

/// Where a difference lies over the ranges, and how far it moves.
fn over_the_ranges(results: &SensitivityResults<'_>, response: &ResponseResults) -> Option<Text> {
    let row = &response.variance;
    if !row.undefined.is_empty() {
        return None;
    }
    let outcome = &results.study.note.outcome;
    let deviation = row.response?.max(0.0).sqrt();
    let mean = Estimate::point(row.mean?);
    Some(message!(
        "sensitivity-over-the-ranges",
        mean = outcome_words::difference(mean, outcome),
        deviation = quantity(deviation * results.scale().0)
    ))
}

/// What no parameter explains alone.
fn interactions(response: &ResponseResults) -> Option<Text> {
    let row = &response.variance;
    let value = row.interactions?;
    let (lower, upper) = row.interactions_lower.zip(row.interactions_upper)?;
    let share = share(value, (lower, upper));
    Some(if lower > 0.0 {
        message!("sensitivity-interactions-shown", share)
    } else {
        message!("sensitivity-interactions-not-shown", share)
    })
}

/// The share of noise in each response.
pub fn noise(results: &SensitivityResults<'_>) -> Text {
    let of_response = |response: &ResponseResults| {
        let row = &response.variance;
        let ends = row.noise_share_lower.zip(row.noise_share_upper)?;
        let share = share(row.noise_share?, ends);
        Some(if response.is_difference() {
            message!("sensitivity-noise-of-difference", share)
        } else {
            message!("sensitivity-noise-of-arm", share, arm = results.study.arm(&row.arm))
        })
    };
    let shares: Vec<Text> = results.responses.iter().filter_map(of_response).collect();
    if shares.is_empty() {
        message!("sensitivity-noise-nothing")
    } else {
        message!("sensitivity-noise-shares", shares = Text::list(shares))
    }
}

/// What the screening found, and how much of it was left out of the closer look.
pub fn screened(results: &SensitivityResults<'_>) -> Text {
    let Some(response) = results.responses.first() else {
        return Text::default();
    };
    let rows = &response.effects;
    let largest = |taken_on: bool| {
        let rows = rows.iter().filter(|row| row.taken_on == taken_on);
        rows.map(|row| row.mu_star).fold(0.0, f64::max)
    };
    let (inside, outside) = (largest(true), largest(false));
    let count = rows.len();
    let taken = rows.iter().filter(|row| row.taken_on).count();
    if inside <= 0.0 {
        message!("sensitivity-screened-nothing")
    } else if taken == count {
        message!("sensitivity-screened-all", count)
    } else {
        let part = percent_whole(outside / inside);
        message!("sensitivity-screened-part", count, taken, part)
    }
}
