//! The figures of a run, one file each.
//!
//! A figure is a function from results to a chart without a language; it returns none when
//! the results hold nothing to draw, and the report says so.

mod contrasts;
mod cost;
mod dose;
mod dots;
mod exits;
mod placement;
mod ribbons;
mod subgroups;

use homeground_core::outcomes::manifest::Interval;
use homeground_figures::chart::{Chart, Write};
use homeground_figures::message;
use homeground_figures::number::{Number, percentage, plain};
use homeground_figures::text::Text;

use crate::results::{Estimate, Results};

pub use exits::{EXITS, waits};

/// Declares one figure.
pub type Declare = fn(&Results) -> Option<Box<dyn Chart>>;

/// All figures in the order of the report: the name of their files, and what they show.
pub const FIGURES: [(&str, Declare); 9] = [
    ("placement", placement::chart),
    ("completion_and_placement", dots::chart),
    ("contrasts", contrasts::chart),
    ("exits", exits::chart),
    ("alliance_trust", ribbons::alliance_trust),
    ("dose", dose::chart),
    ("cost", cost::chart),
    ("subgroups", subgroups::chart),
    ("capacity_stress", ribbons::capacity_stress),
];

/// Names of arms, and the numbers that tell those apart whose shortened names are alike.
fn names(results: &Results, arms: &[usize]) -> (Vec<Text>, Vec<usize>) {
    let names = arms.iter().map(|&arm| results.arm(arm));
    (names.collect(), arms.iter().map(|arm| arm + 1).collect())
}

/// The last week, as sentences name it.
fn last_week(results: &Results) -> Number {
    plain(results.horizon().into())
}

/// A subtitle, with how intervals are drawn if there are any.
fn with_intervals(results: &Results, subtitle: Text, drawn: Text) -> Text {
    match results.manifest.interval {
        Interval::None => subtitle,
        _ => Text::sentences([subtitle, drawn]),
    }
}

/// Names the arms left out because families start no helper measure there.
fn arms_without_helper(results: &Results) -> Text {
    let with_helper = results.arms_with_helper();
    let left_out = (0..results.arm_count()).filter(|arm| !with_helper.contains(arm));
    let names: Vec<Text> = left_out.map(|arm| results.arm(arm)).collect();
    match names.is_empty() {
        true => Text::default(),
        false => message!("figures-left-out", arms = Text::list(names)),
    }
}

/// Writes shares on an axis in per cent; zero is exact, whatever its neighbours need.
fn shares() -> Write {
    Write::new(|share, decimals| {
        let decimals = if share == 0.0 { 0 } else { decimals };
        percentage(share * 100.0, decimals.saturating_sub(2)).into()
    })
}

/// From 0 to the highest end of shares, or to one in a hundred.
fn up_to_highest<'all>(shares: impl IntoIterator<Item = &'all Estimate>) -> (f64, f64) {
    let ends = shares.into_iter().map(|share| share.upper());
    let highest = ends.fold(0.0, f64::max);
    (0.0, if highest > 0.0 { highest } else { 0.01 })
}
