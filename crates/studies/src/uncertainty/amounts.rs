//! Amounts of benefit, in NOK or in units of the outcome.

use homeground_figures::estimate::Estimate;
use homeground_figures::number::{self, Kind, decimal, percent_whole};
use homeground_figures::text::Text;
use homeground_figures::{key, message};
use homeground_report::names::outcome as outcome_name;
use homeground_report::page_tables::Cell;

use crate::pages::{outcome_words, values};
use crate::uncertainty::results::{UncertaintyResults, probability};
use crate::uncertainty::rows::BestRow;

/// The smallest probability that is written with its digits.
const LEAST_PROBABILITY: f64 = 0.001;

/// One unit of the outcome in the better direction.
pub fn unit(results: &UncertaintyResults<'_>) -> Text {
    let name = results.outcome();
    let outcome = outcome_name(name);
    let other = if results.facts.less_is_better {
        message!("uncertainty-unit-less", outcome)
    } else {
        message!("uncertainty-unit-more", outcome)
    };
    key!("uncertainty-one-{name}").or(other).into()
}

/// Money, to three digits that count.
pub fn nok(value: f64) -> Text {
    message!("uncertainty-nok", amount = number::value(value, Kind::Money))
}

/// What amounts of benefit are multiplied by in figures, and the unit they have then: NOK per
/// family, or units of the outcome.
pub fn scale(results: &UncertaintyResults<'_>) -> (f64, Text) {
    if results.facts.by_net_benefit {
        return (1.0, message!("studies-nok-per-family"));
    }
    let outcome = results.outcome();
    let factor = outcome_words::difference_factor(outcome, true);
    (factor, outcome_words::unit_of(outcome, true))
}

/// An amount of benefit: NOK, or units of the outcome.
pub fn worth(results: &UncertaintyResults<'_>, value: f64) -> Text {
    if results.facts.by_net_benefit {
        return nok(value);
    }
    let (factor, unit) = scale(results);
    Text::sentences([values::value(value * factor), unit])
}

/// The same with its interval, in words.
pub fn worth_with_interval(results: &UncertaintyResults<'_>, estimate: Estimate) -> Text {
    let value = worth(results, estimate.value);
    match estimate.interval {
        None => value,
        Some((lower, upper)) => message!(
            "uncertainty-with-interval",
            value,
            lower = worth(results, lower),
            upper = worth(results, upper)
        ),
    }
}

/// The same as a cell of a table.
pub fn worth_cell(results: &UncertaintyResults<'_>, estimate: Estimate) -> Cell {
    let between =
        |(lower, upper)| Text::between(worth(results, lower), worth(results, upper), true);
    let small = estimate.interval.map(between).unwrap_or_default();
    Cell::number(worth(results, estimate.value)).with_small(small)
}

/// How a row of `best.csv` decides.
pub fn decided_by(row: &BestRow) -> Text {
    match row.willingness_to_pay {
        None => message!("uncertainty-decided-outcome"),
        Some(value) => message!("uncertainty-decided-net-benefit", amount = nok(value)),
    }
}

/// What an arm brings more than the reference.
pub fn more_than_reference(results: &UncertaintyResults<'_>, row: &BestRow) -> Text {
    if row.arm == results.reference() {
        return "–".into();
    }
    let more = row.more_than_reference;
    if row.willingness_to_pay.is_some() {
        return message!("uncertainty-nok", amount = number::signed(more, Kind::Money));
    }
    let outcome = results.outcome();
    let scaled = more * outcome_words::difference_factor(outcome, true);
    let sign = if scaled > 0.0 { "+" } else { "" };
    let signed = Text::joined("", [sign.into(), values::value(scaled)]);
    let amount = Text::sentences([signed, outcome_words::unit_of(outcome, true)]);
    message!("uncertainty-better", amount)
}

/// A small probability, with three decimals.
pub fn small_probability(value: f64) -> Text {
    if value < LEAST_PROBABILITY {
        Text::joined("", [Text::from("<"), decimal(LEAST_PROBABILITY, 3).into()])
    } else {
        decimal(value, 3).into()
    }
}

/// A share of draws with its interval, in words.
pub fn share_of_draws(row: &BestRow) -> Text {
    let share = probability(row.probability, row.mc_se);
    message!(
        "uncertainty-share-of-draws",
        share = percent_whole(share.value),
        interval = number::range((share.lower(), share.upper()), Kind::Share)
    )
}
