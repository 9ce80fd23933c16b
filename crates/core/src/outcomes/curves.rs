//! The curves of one arm in one replicate, week by week, from its tally.

use crate::outcomes::estimates::{Prices, share, state_mean};
use crate::outcomes::states::{ALLIANCE, STATES};
use crate::outcomes::survival::{CompetingInterval, Interval, aalen_johansen, kaplan_meier};
use crate::outcomes::tally::{EXITS, Sums, Tally};

/// A curve over weeks `0..=horizon`; NaN where it is not defined.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Name.
    pub name: &'static str,
    /// One value for each week.
    pub values: Vec<f64>,
}

/// All curves of `curves.csv` but the percentiles.
pub fn curves(tally: &Tally, prices: &Prices) -> Vec<Curve> {
    let total = tally.total();
    let mut curves = placement_curves(tally, &total);
    if prices.has_measure {
        curves.extend(exit_curves(tally, &total));
        curves.push(Curve {
            name: "attended_visits",
            values: from_week_zero(cumulative(&tally.visits, total.accepted)),
        });
    }
    for (place, state) in STATES.iter().enumerate() {
        if place == ALLIANCE && !prices.has_measure {
            continue;
        }
        // States are known at the end of a week; before the first there is none.
        let values = (0..tally.horizon_weeks as usize).map(|week| state_mean(tally, place, week));
        curves.push(Curve {
            name: state.word(),
            values: std::iter::once(f64::NAN).chain(values).collect(),
        });
    }
    curves
}

fn placement_curves(tally: &Tally, total: &Sums) -> Vec<Curve> {
    let intervals: Vec<Interval> = tally
        .first_placements
        .iter()
        .map(|events| Interval { events: *events as f64, censored: 0.0 })
        .collect();
    let placed = kaplan_meier(total.families as f64, &intervals)
        .into_iter()
        .map(|point| 1.0 - point.survival);
    vec![
        Curve { name: "placement", values: from_week_zero(placed) },
        Curve {
            name: "placement_child",
            values: from_week_zero(cumulative(&tally.children_placed, total.children)),
        },
        Curve {
            name: "in_care",
            values: from_week_zero(cumulative(&tally.care_change, total.families)),
        },
    ]
}

/// Names of the exits as shares of families offered.
const OFFERED: [&str; EXITS.len()] = [
    "completed_offered",
    "dropped_out_offered",
    "terminated_offered",
    "expired_offered",
    "ended_by_placement_offered",
];

/// Cumulative incidence of each exit, of those who started and of those offered, and
/// who is left.
fn exit_curves(tally: &Tally, total: &Sums) -> Vec<Curve> {
    let competing: Vec<CompetingInterval<{ EXITS.len() }>> = tally
        .exits
        .iter()
        .map(|events| CompetingInterval {
            events: events.map(|number| number as f64),
            censored: 0.0,
        })
        .collect();
    let incidence = aalen_johansen(total.accepted as f64, &competing);
    let left_waiting: Vec<f64> = cumulative(&tally.left_waiting, total.accepted).collect();
    let waiting = || left_waiting.iter().map(|left| 1.0 - left);
    let engaged = || {
        incidence
            .iter()
            .zip(waiting())
            .map(|(exits, waiting)| 1.0 - exits.iter().sum::<f64>() - waiting)
    };
    let uptake = share(total.accepted, total.families);
    // Where nobody started, shares of those who started are not defined, from week 0
    // on; shares of those offered are 0.
    let nobody = total.accepted == 0;
    let of_started = |values: Vec<f64>| -> Vec<f64> {
        let undefined = |value: f64| if nobody { f64::NAN } else { value };
        values.into_iter().map(undefined).collect()
    };
    let of_offered = |values: Vec<f64>| -> Vec<f64> {
        let scaled = |value: f64| if nobody { 0.0 } else { value * uptake };
        values.into_iter().map(scaled).collect()
    };
    let mut curves = Vec::new();
    for (place, (exit, _)) in EXITS.iter().enumerate() {
        let left = from_week_zero(incidence.iter().map(|exits| exits[place]));
        curves.push(Curve { name: OFFERED[place], values: of_offered(left.clone()) });
        curves.push(Curve { name: exit.word(), values: of_started(left) });
    }
    let engaged = from_week_zero(engaged());
    let waiting: Vec<f64> = std::iter::once(1.0).chain(waiting()).collect();
    curves.extend([
        Curve { name: "still_engaged_offered", values: of_offered(engaged.clone()) },
        Curve { name: "still_engaged", values: of_started(engaged) },
        Curve { name: "waiting_offered", values: of_offered(waiting.clone()) },
        Curve { name: "waiting", values: of_started(waiting) },
        Curve {
            name: "declined_offered",
            values: vec![1.0 - uptake; tally.horizon_weeks as usize + 1],
        },
    ]);
    curves
}

/// Running sum of a column as shares of a number.
fn cumulative(column: &[i64], whole: i64) -> impl Iterator<Item = f64> {
    column.iter().scan(0, move |sum, number| {
        *sum += number;
        Some(share(*sum, whole))
    })
}

/// Values at the end of each week, after a 0 at referral.
fn from_week_zero(values: impl Iterator<Item = f64>) -> Vec<f64> {
    std::iter::once(0.0).chain(values).collect()
}
