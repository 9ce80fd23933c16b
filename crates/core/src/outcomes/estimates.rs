//! The outcomes of one arm in one replicate, from its tally.

pub use crate::evidence::outcome::Key;
use crate::evidence::{self, Outcome, Unit, When};
use crate::model::cohort::ALLIANCE_WEEK;
use crate::model::design::Design;
use crate::outcomes::states::{ALLIANCE, STATES};
use crate::outcomes::tally::{EXITS, FIXED, Sums, Tally};

/// Prices of one arm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prices {
    hour: f64,
    home_visit: f64,
    compensating_week: f64,
    child_week_in_care: f64,
    /// Hours of one visit.
    visit_hours: f64,
    /// Does the arm offer a helper measure?
    pub(super) has_measure: bool,
}

impl Prices {
    /// Looks up the prices of a design (`data/costs.csv`, `data/professions.csv`).
    pub fn new(design: &Design) -> Self {
        /// Minutes in an hour.
        const MINUTES: f64 = 60.0;
        let price =
            |key: &str| evidence::find(evidence::costs(), key).map_or(0.0, |row| row.value_nok);
        Self {
            hour: design.helper.as_ref().map_or(0.0, |measure| measure.profession.hourly_cost_nok),
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

/// Quotient, or "not defined".
pub(super) fn share(part: i64, whole: i64) -> f64 {
    if whole > 0 { part as f64 / whole as f64 } else { f64::NAN }
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
    for week in When::Events.weeks(horizon) {
        let placed = before(tally.first_placements.iter().copied(), week);
        let children = before(tally.children_placed.iter().copied(), week);
        list.extend([
            (key(Outcome::Placed, Unit::Family, week), share(placed, total.families)),
            (key(Outcome::Placed, Unit::Child, week), share(children, total.children)),
        ]);
    }
    for week in When::Events.weeks(horizon) {
        let mut gone = 0;
        for (place, (exit, _)) in EXITS.iter().enumerate() {
            let number = before(tally.exits.iter().map(|exits| exits[place]), week);
            gone += number;
            list.extend(of_those_offered(&total, prices, *exit, week, number));
        }
        let waiting = total.accepted - before(tally.left_waiting.iter().copied(), week);
        for (outcome, number) in
            [(Outcome::StillEngaged, total.accepted - gone - waiting), (Outcome::Waiting, waiting)]
        {
            list.extend(of_those_offered(&total, prices, outcome, week, number));
        }
    }
    list.extend(at_the_horizon(&total, prices, horizon));
    for week in When::States.weeks(horizon) {
        for (place, state) in STATES.iter().enumerate() {
            let unit = if place == ALLIANCE { Unit::Started } else { Unit::Family };
            let mean = state_mean(tally, place, week as usize - 1);
            list.push((key(*state, unit, week), mean));
        }
    }
    list
}

/// Outcomes of a group of families at the horizon; the rows of `subgroups.csv`.
pub fn group(sums: &Sums, prices: &Prices, horizon: u32) -> Vec<(Key, f64)> {
    let of_family = |outcome, value| (key(outcome, Unit::Family, horizon), value);
    let of_child = |outcome, value| (key(outcome, Unit::Child, horizon), value);
    let mut list = vec![
        of_family(Outcome::Placed, share(sums.placed, sums.families)),
        of_child(Outcome::Placed, share(sums.children_placed, sums.children)),
    ];
    for (outcome, number) in [
        (Outcome::Completed, sums.completed),
        (Outcome::DroppedOut, sums.dropped_out),
        (Outcome::Terminated, sums.terminated),
        (Outcome::Expired, sums.expired),
        (Outcome::EndedByPlacement, sums.ended_by_placement),
        (Outcome::StillEngaged, sums.still_engaged),
        (Outcome::Waiting, sums.still_waiting),
    ] {
        list.extend(of_those_offered(sums, prices, outcome, horizon, number));
    }
    list.extend(at_the_horizon(sums, prices, horizon));
    if horizon >= ALLIANCE_WEEK {
        let alliance = share_of(prices, sums.early_alliance, sums.engaged_early) / FIXED;
        list.push((key(Outcome::Alliance, Unit::Started, ALLIANCE_WEEK), alliance));
    }
    for (state, sum) in [
        (Outcome::Trust, sums.trust),
        (Outcome::Capacity, sums.capacity),
        (Outcome::Stress, sums.stress),
        (Outcome::Wellbeing, sums.wellbeing),
        (Outcome::Concern, sums.concern),
        (Outcome::Danger, sums.danger),
    ] {
        list.push(of_family(state, share(sum, sums.families) / FIXED));
    }
    list
}

fn key(outcome: Outcome, unit: Unit, week: u32) -> Key {
    Key { outcome, unit, week }
}

/// A number of families as a share of those who started, and of those offered.
fn of_those_offered(
    sums: &Sums,
    prices: &Prices,
    outcome: Outcome,
    week: u32,
    number: i64,
) -> [(Key, f64); 2] {
    [(Unit::Started, sums.accepted), (Unit::Offered, sums.families)]
        .map(|(unit, whole)| (key(outcome, unit, week), share_of(prices, number, whole)))
}

/// A share that means nothing in an arm without a helper measure.
fn share_of(prices: &Prices, part: i64, whole: i64) -> f64 {
    if prices.has_measure { share(part, whole) } else { f64::NAN }
}

/// What is known only when follow-up is over, and what is known at referral.
fn at_the_horizon(sums: &Sums, prices: &Prices, horizon: u32) -> Vec<(Key, f64)> {
    let families = sums.families as f64;
    let per_family = |value: f64| {
        if sums.families > 0 { value / families } else { f64::NAN }
    };
    let hours = sums.helper_hours as f64 / FIXED;
    let visits_nok = per_family(hours * prices.hour + sums.home_visits as f64 * prices.home_visit);
    let compensating_nok = per_family(prices.compensating_week * f64::from(horizon) * families);
    let care_nok = per_family(sums.child_weeks_in_care as f64 * prices.child_week_in_care);
    let by_started = |part: i64| share_of(prices, part, sums.accepted);
    let planned = by_started(sums.scheduled) / FIXED;
    let of_family = |outcome, value| (key(outcome, Unit::Family, horizon), value);
    let of_child = |outcome, value| (key(outcome, Unit::Child, horizon), value);
    let of_started = |outcome, value| (key(outcome, Unit::Started, horizon), value);
    let at_referral = |outcome, unit, value| (key(outcome, unit, 0), value);
    vec![
        of_family(Outcome::PlacedAgain, share(sums.placed_again, sums.families)),
        of_family(Outcome::Reunified, share(sums.reunified, sums.families)),
        at_referral(Outcome::Uptake, Unit::Offered, share_of(prices, sums.accepted, sums.families)),
        of_started(Outcome::WeeksWaited, share_of(prices, sums.weeks_waited, sums.met)),
        of_started(Outcome::Visits, by_started(sums.visits)),
        of_started(Outcome::VisitsDelivered, by_started(sums.delivered)),
        of_started(Outcome::VisitsPlanned, planned),
        of_started(Outcome::Hours, by_started(sums.visits) * prices.visit_hours),
        of_started(Outcome::HoursDelivered, by_started(sums.delivered) * prices.visit_hours),
        of_started(Outcome::HoursPlanned, planned * prices.visit_hours),
        of_started(Outcome::AttendedShare, share_of(prices, sums.visits, sums.delivered)),
        of_started(Outcome::HelperHours, by_started(sums.helper_hours) / FIXED),
        of_family(Outcome::HelperHours, per_family(hours)),
        of_family(Outcome::WeeksInCare, share(sums.weeks_in_care, sums.families)),
        of_child(Outcome::WeeksInCare, share(sums.child_weeks_in_care, sums.children)),
        of_family(Outcome::CostNok, visits_nok + compensating_nok + care_nok),
        of_family(Outcome::CostVisitsNok, visits_nok),
        of_family(Outcome::CostCompensatingNok, compensating_nok),
        of_family(Outcome::CostCareNok, care_nok),
        at_referral(Outcome::RiskFactors, Unit::Family, share(sums.risk_factors, sums.families)),
    ]
}

/// Mean of a state at the end of the week with this index; of engaged families for
/// alliance, of all families otherwise.
pub(super) fn state_mean(tally: &Tally, place: usize, week: usize) -> f64 {
    let number = if place == ALLIANCE { tally.engaged[week] } else { tally.observed[week] };
    share(tally.states[week][place], number) / FIXED
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::model::parameters::Parameters;
    use crate::outcomes::tally::Sampling;
    use crate::scenario::{BuiltInProgrammes, ScenarioInput, read_scenario};

    #[test]
    fn every_outcome_has_one_estimate_for_each_of_its_units_and_weeks() {
        let text = "population = \"universal\"\n[[arm]]\nname = \"untreated\"\n";
        let input = ScenarioInput::new("one", "one.toml", text, &BuiltInProgrammes);
        let scenario = read_scenario(&input).unwrap().value;
        let design = Design::new(&scenario.arms[0], Parameters::prior_centre()).unwrap();
        let horizon = 60;
        let everyone = Sampling { stride: 1, offset: 0 };
        let tally = Tally::new(horizon, [0.0; 3], everyone);
        let estimated: Vec<Key> =
            summary(&tally, &Prices::new(&design)).into_iter().map(|(key, _)| key).collect();
        let mut promised = HashSet::new();
        for &outcome in Outcome::ALL {
            for &unit in outcome.units() {
                for week in outcome.weeks(horizon) {
                    promised.insert(key(outcome, unit, week));
                }
            }
        }
        let found: HashSet<Key> = estimated.iter().copied().collect();
        assert_eq!(found.len(), estimated.len(), "no outcome is estimated twice");
        assert_eq!(found, promised);
    }
}
