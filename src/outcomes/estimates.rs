//! The outcomes of one arm in one replicate, from its tally.

use crate::evidence;
use crate::model::cohort::ALLIANCE_WEEK;
use crate::model::design::Design;
use crate::outcomes::states::{ALLIANCE, STATES};
use crate::outcomes::survival::{CompetingInterval, Interval, aalen_johansen, kaplan_meier};
use crate::outcomes::tally::{EXITS, FIXED, Sums, Tally};
pub use crate::scenario::study::less_is_better;

/// What an estimate is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Name of the outcome.
    pub outcome: &'static str,
    /// Of whom: `family`, `child`, `started` or `offered`.
    pub unit: &'static str,
    /// Weeks since referral.
    pub week: u32,
}

/// Weeks that summaries of events look at, beside the horizon.
const EVENT_WEEKS: [u32; 4] = [13, 26, 52, 104];

/// Weeks that summaries of states look at, beside the horizon.
const STATE_WEEKS: [u32; 5] = [12, 13, 26, 52, 104];

/// Prices of one arm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prices {
    hour: f64,
    home_visit: f64,
    compensating_week: f64,
    child_week_in_care: f64,
    /// Hours of one visit.
    visit_hours: f64,
    has_measure: bool,
}

impl Prices {
    /// Looks up the prices of a design (`data/costs.csv`, `data/professions.csv`).
    pub fn new(design: &Design) -> Self {
        /// Minutes in an hour.
        const MINUTES: f64 = 60.0;
        let price =
            |key: &str| evidence::find(evidence::costs(), key).map_or(0.0, |row| row.value_nok);
        Self {
            hour: design
                .helper
                .as_ref()
                .map_or(0.0, |measure| measure.profession.hourly_cost_nok),
            home_visit: price("travel_per_visit"),
            compensating_week: design.kept.cost_nok_per_week
                + design.fading.cost_nok_per_week
                + price("control_measure_week") * design.control_measure,
            child_week_in_care: price("placement_child_week"),
            visit_hours: design
                .helper
                .as_ref()
                .map_or(0.0, |measure| measure.programme.visit_minutes / MINUTES),
            has_measure: design.helper.is_some(),
        }
    }
}

/// Weeks of a summary within the horizon, and the horizon.
fn weeks_within(weeks: &[u32], horizon: u32) -> Vec<u32> {
    let mut within: Vec<u32> = weeks
        .iter()
        .copied()
        .filter(|week| *week < horizon)
        .collect();
    within.push(horizon);
    within
}

/// Quotient, or "not defined".
fn share(part: i64, whole: i64) -> f64 {
    if whole > 0 {
        part as f64 / whole as f64
    } else {
        f64::NAN
    }
}

/// Sum of a column over the weeks before `week`.
fn before(column: impl IntoIterator<Item = i64>, week: u32) -> i64 {
    column.into_iter().take(week as usize).sum()
}

/// All outcomes of `summary.csv`. Undefined ones are NaN.
pub fn summary(tally: &Tally, prices: &Prices) -> Vec<(Key, f64)> {
    let total = tally.total();
    let horizon = tally.horizon_weeks;
    let mut list = Vec::new();
    let mut push = |outcome, unit, week, value| {
        let key = Key {
            outcome,
            unit,
            week,
        };
        list.push((key, value));
    };
    for week in weeks_within(&EVENT_WEEKS, horizon) {
        let placed = before(tally.first_placements.iter().copied(), week);
        push("placed", "family", week, share(placed, total.families));
        let children = before(tally.children_placed.iter().copied(), week);
        push("placed", "child", week, share(children, total.children));
    }
    for week in weeks_within(&EVENT_WEEKS, horizon) {
        let mut gone = 0;
        for (place, (name, _)) in EXITS.iter().enumerate() {
            let number = before(tally.exits.iter().map(|exits| exits[place]), week);
            gone += number;
            push(
                *name,
                "started",
                week,
                share_of(prices, number, total.accepted),
            );
            push(
                *name,
                "offered",
                week,
                share_of(prices, number, total.families),
            );
        }
        let waiting = total.accepted - before(tally.left_waiting.iter().copied(), week);
        for (name, number) in [
            ("still_engaged", total.accepted - gone - waiting),
            ("waiting", waiting),
        ] {
            push(
                name,
                "started",
                week,
                share_of(prices, number, total.accepted),
            );
            push(
                name,
                "offered",
                week,
                share_of(prices, number, total.families),
            );
        }
    }
    for (key, value) in at_the_horizon(&total, prices, horizon) {
        push(key.outcome, key.unit, key.week, value);
    }
    for week in weeks_within(&STATE_WEEKS, horizon) {
        for (place, name) in STATES.iter().enumerate() {
            let unit = if place == ALLIANCE {
                "started"
            } else {
                "family"
            };
            push(
                *name,
                unit,
                week,
                state_mean(tally, place, week as usize - 1),
            );
        }
    }
    list
}

/// Outcomes of a group of families at the horizon; the rows of `subgroups.csv`.
pub fn group(sums: &Sums, prices: &Prices, horizon: u32) -> Vec<(Key, f64)> {
    let mut list = vec![
        (
            key("placed", "family", horizon),
            share(sums.placed, sums.families),
        ),
        (
            key("placed", "child", horizon),
            share(sums.children_placed, sums.children),
        ),
    ];
    for (name, number) in [
        ("completed", sums.completed),
        ("dropped_out", sums.dropped_out),
        ("terminated", sums.terminated),
        ("expired", sums.expired),
        ("ended_by_placement", sums.ended_by_placement),
        ("still_engaged", sums.still_engaged),
        ("waiting", sums.still_waiting),
    ] {
        list.push((
            key(name, "started", horizon),
            share_of(prices, number, sums.accepted),
        ));
        list.push((
            key(name, "offered", horizon),
            share_of(prices, number, sums.families),
        ));
    }
    list.extend(at_the_horizon(sums, prices, horizon));
    if horizon >= ALLIANCE_WEEK {
        let alliance = share_of(prices, sums.early_alliance, sums.engaged_early) / FIXED;
        list.push((key("alliance", "started", ALLIANCE_WEEK), alliance));
    }
    for (name, sum) in [
        ("trust", sums.trust),
        ("capacity", sums.capacity),
        ("stress", sums.stress),
        ("wellbeing", sums.wellbeing),
        ("concern", sums.concern),
        ("danger", sums.danger),
    ] {
        list.push((
            key(name, "family", horizon),
            share(sum, sums.families) / FIXED,
        ));
    }
    list
}

fn key(outcome: &'static str, unit: &'static str, week: u32) -> Key {
    Key {
        outcome,
        unit,
        week,
    }
}

/// A share that means nothing in an arm without a helper measure.
fn share_of(prices: &Prices, part: i64, whole: i64) -> f64 {
    if prices.has_measure {
        share(part, whole)
    } else {
        f64::NAN
    }
}

/// What is known only when follow-up is over.
fn at_the_horizon(sums: &Sums, prices: &Prices, horizon: u32) -> Vec<(Key, f64)> {
    let families = sums.families as f64;
    let per_family = |value: f64| {
        if sums.families > 0 {
            value / families
        } else {
            f64::NAN
        }
    };
    let hours = sums.helper_hours as f64 / FIXED;
    let visits_nok = per_family(hours * prices.hour + sums.home_visits as f64 * prices.home_visit);
    let compensating_nok = per_family(prices.compensating_week * f64::from(horizon) * families);
    let care_nok = per_family(sums.child_weeks_in_care as f64 * prices.child_week_in_care);
    let by_started = |part: i64| share_of(prices, part, sums.accepted);
    vec![
        (
            key("placed_again", "family", horizon),
            share(sums.placed_again, sums.families),
        ),
        (
            key("reunified", "family", horizon),
            share(sums.reunified, sums.families),
        ),
        (
            key("uptake", "offered", 0),
            share_of(prices, sums.accepted, sums.families),
        ),
        (
            key("weeks_waited", "started", horizon),
            share_of(prices, sums.weeks_waited, sums.met),
        ),
        (key("visits", "started", horizon), by_started(sums.visits)),
        (
            key("visits_delivered", "started", horizon),
            by_started(sums.delivered),
        ),
        (
            key("visits_planned", "started", horizon),
            by_started(sums.scheduled) / FIXED,
        ),
        (
            key("hours", "started", horizon),
            by_started(sums.visits) * prices.visit_hours,
        ),
        (
            key("hours_delivered", "started", horizon),
            by_started(sums.delivered) * prices.visit_hours,
        ),
        (
            key("hours_planned", "started", horizon),
            by_started(sums.scheduled) / FIXED * prices.visit_hours,
        ),
        (
            key("attended_share", "started", horizon),
            share_of(prices, sums.visits, sums.delivered),
        ),
        (
            key("helper_hours", "started", horizon),
            by_started(sums.helper_hours) / FIXED,
        ),
        (key("helper_hours", "family", horizon), per_family(hours)),
        (
            key("weeks_in_care", "family", horizon),
            share(sums.weeks_in_care, sums.families),
        ),
        (
            key("weeks_in_care", "child", horizon),
            share(sums.child_weeks_in_care, sums.children),
        ),
        (
            key("cost_nok", "family", horizon),
            visits_nok + compensating_nok + care_nok,
        ),
        (key("cost_visits_nok", "family", horizon), visits_nok),
        (
            key("cost_compensating_nok", "family", horizon),
            compensating_nok,
        ),
        (key("cost_care_nok", "family", horizon), care_nok),
        (
            key("risk_factors", "family", 0),
            share(sums.risk_factors, sums.families),
        ),
    ]
}

/// Mean of a state at the end of the week with this index; of engaged families for
/// alliance, of all families otherwise.
fn state_mean(tally: &Tally, place: usize, week: usize) -> f64 {
    let number = if place == ALLIANCE {
        tally.engaged[week]
    } else {
        tally.observed[week]
    };
    share(tally.states[week][place], number) / FIXED
}

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
    for (place, name) in STATES.iter().enumerate() {
        if place == ALLIANCE && !prices.has_measure {
            continue;
        }
        // States are known at the end of a week; before the first there is none.
        let values = (0..tally.horizon_weeks as usize).map(|week| state_mean(tally, place, week));
        curves.push(Curve {
            name,
            values: std::iter::once(f64::NAN).chain(values).collect(),
        });
    }
    curves
}

fn placement_curves(tally: &Tally, total: &Sums) -> Vec<Curve> {
    let intervals: Vec<Interval> = tally
        .first_placements
        .iter()
        .map(|events| Interval {
            events: *events as f64,
            censored: 0.0,
        })
        .collect();
    let placed = kaplan_meier(total.families as f64, &intervals)
        .into_iter()
        .map(|point| 1.0 - point.survival);
    vec![
        Curve {
            name: "placement",
            values: from_week_zero(placed),
        },
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
    for (place, (name, _)) in EXITS.iter().enumerate() {
        let left = from_week_zero(incidence.iter().map(|exits| exits[place]));
        curves.push(Curve {
            name: OFFERED[place],
            values: of_offered(left.clone()),
        });
        curves.push(Curve {
            name,
            values: of_started(left),
        });
    }
    let engaged = from_week_zero(engaged());
    let waiting: Vec<f64> = std::iter::once(1.0).chain(waiting()).collect();
    curves.extend([
        Curve {
            name: "still_engaged_offered",
            values: of_offered(engaged.clone()),
        },
        Curve {
            name: "still_engaged",
            values: of_started(engaged),
        },
        Curve {
            name: "waiting_offered",
            values: of_offered(waiting.clone()),
        },
        Curve {
            name: "waiting",
            values: of_started(waiting),
        },
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
