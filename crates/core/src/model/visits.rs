//! (5) Visits: what they feel like, and whether the family is there
//! (docs/model.md, step 5).
//!
//! C perceived coercion, I intrusion, S stigma, U burden, V visits attended so far.

use crate::model::binomial::inverse_binomial;
use crate::model::cohort::{CHUNK, Cohort, LANES, State, lanes, lanes_mut};
use crate::model::design::{Design, HelperMeasure};
use crate::model::helpers::Helpers;
use crate::model::math::{ClampBetween, exp, sigmoid};

/// Attributes of one arena that a visit reads.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ArenaRates {
    intrusion: f32,
    stigma: f32,
    burden: f32,
    is_home: f32,
    hours_per_visit: f32,
}

/// Visits of one helper measure.
#[derive(Clone, Debug)]
pub struct Visits {
    arena: ArenaRates,
    first_arena: ArenaRates,
    /// Attended visits held in the first arena.
    first_visits: f32,
    control: f32,
    coercion_base: f32,
    coercion_trust: f32,
    intrusion_scale: f32,
    intrusion_fade: f32,
    stigma_fade: f32,
    attend_offset: f32,
    attend_alliance: f32,
    attend_trust: f32,
    attend_burden: f32,
    attend_stigma: f32,
    attend_intrusion: f32,
    attend_stress: f32,
    second_try: f32,
    team: bool,
    /// Planned visits by week since start, when the schedule holds.
    planned: Vec<f32>,
    /// Planned rate λ by week since start, visits per week.
    rate: Vec<f32>,
    need: Option<NeedLevels>,
    delivered_share: f32,
}

/// Need-based levels: the planned rate follows capacity.
#[derive(Clone, Debug)]
struct NeedLevels {
    review_weeks: u32,
    below: [f32; 3],
    rate: [f32; 4],
}

/// The middle of every scale that runs from 0 to 1.
const HALF: f64 = 1.0 / 2.0;

/// What rounding may keep from a whole planned visit: an accumulator of tenths
/// must reach 1 after ten weeks.
const ROUNDING: f64 = 1e-6;

impl Visits {
    /// Looks up the coefficients.
    pub fn new(design: &Design, measure: &HelperMeasure, helpers: &Helpers) -> Self {
        let (p, k) = (&design.parameters, design.constants);
        let programme = &measure.programme;
        let flexibility = programme.flexibility;
        let arena = |row: &crate::evidence::Arena| ArenaRates {
            intrusion: row.intrusion as f32,
            stigma: row.stigma as f32,
            burden: (row.burden * (1.0 - k.burden_flexibility * flexibility)) as f32,
            is_home: if row.key == "home" { 1.0 } else { 0.0 },
            hours_per_visit: (hours(programme.visit_minutes + row.travel_minutes + p.admin_minutes))
                as f32,
        };
        let last_week = programme.max_weeks.max(programme.duration_weeks);
        let rates: Vec<f64> = (0..=last_week).map(|week| measure.planned_rate(week)).collect();
        Self {
            arena: arena(&measure.arena),
            first_arena: arena(&measure.first_arena),
            first_visits: measure.first_visits() as f32,
            control: design.control as f32,
            coercion_base: (k.coercion_base + k.coercion_threat * measure.profession.threat) as f32,
            coercion_trust: k.coercion_trust as f32,
            intrusion_scale: k.intrusion_scale as f32,
            intrusion_fade: (-1.0 / p.intrusion_visits) as f32,
            stigma_fade: (-1.0 / p.stigma_visits) as f32,
            attend_offset: (p.attend_base
                + p.attend_flex * (flexibility - HALF)
                + p.attend_phone * (measure.phone(k) - HALF)
                + p.attend_mandate * measure.control.mandate) as f32,
            attend_alliance: p.attend_alliance as f32,
            attend_trust: p.attend_trust as f32,
            attend_burden: p.attend_burden as f32,
            attend_stigma: p.attend_stigma as f32,
            attend_intrusion: p.attend_intrusion as f32,
            attend_stress: p.attend_stress as f32,
            second_try: (flexibility * p.reschedule) as f32,
            team: programme.team,
            planned: whole_visits(&rates, helpers.delivered_share),
            rate: rates.iter().map(|rate| *rate as f32).collect(),
            need: measure.is_need_based().then(|| NeedLevels {
                review_weeks: k.level_review_weeks as u32,
                below: [k.level_1_below, k.level_2_below, k.level_3_below].map(|c| c as f32),
                rate: [k.level_1_rate, k.level_2_rate, k.level_3_rate, k.level_4_rate]
                    .map(|rate| rate as f32),
            }),
            delivered_share: helpers.delivered_share as f32,
        }
    }

    /// Perceived coercion C = κ(0.4 + 0.6 threat)(1 − ½τ).
    #[inline(always)]
    fn coercion(&self, trust: f32) -> f32 {
        self.control * self.coercion_base * (1.0 - self.coercion_trust * trust)
    }

    /// How the measure feels this week: C, I, S and U of every engaged family.
    #[inline(always)]
    pub fn perceive(&self, cohort: &mut Cohort) {
        let rows = cohort.engaged_rows();
        let state = &mut cohort.state;
        for row in 0..rows {
            let first = state.visits[row] < self.first_visits;
            let current = |now: f32, then: f32| if first { then } else { now };
            let intrusion = current(self.arena.intrusion, self.first_arena.intrusion);
            let stigma = current(self.arena.stigma, self.first_arena.stigma);
            let burden = current(self.arena.burden, self.first_arena.burden);
            let sensitivity = state.stigma_sensitivity[row];
            state.coercion[row] = self.coercion(state.trust[row]);
            state.intrusion[row] =
                (self.intrusion_scale * intrusion * sensitivity * state.intrusion_left[row])
                    .clamp_between(0.0, 1.0);
            state.stigma[row] = stigma * sensitivity * state.stigma_left[row];
            state.burden[row] = burden * state.travel_burden[row];
        }
    }

    /// Plans this week's visits; returns the most that any family has.
    ///
    /// `calendar_week` is the week of the site; a family's own week is counted from
    /// its referral. Visits of an absent helper without a team are lost.
    #[inline(always)]
    pub fn plan(&self, cohort: &mut Cohort, calendar_week: u32) -> u32 {
        let engaged = cohort.engaged;
        let rows = cohort.engaged_rows();
        match &self.need {
            None => self.plan_by_schedule(cohort, calendar_week),
            Some(levels) => self.plan_by_need(levels, &mut cohort.state, engaged, calendar_week),
        }
        let state = &mut cohort.state;
        state.planned[engaged..rows].fill(0.0);
        let mut most = 0.0;
        for row in 0..rows {
            let lost = !self.team && state.helper_absent[row] > 0.0;
            let planned = if lost { 0.0 } else { state.planned[row] };
            state.planned[row] = planned;
            state.delivered[row] += planned;
            most = if planned > most { planned } else { most };
        }
        most as u32
    }

    #[inline(always)]
    fn plan_by_schedule(&self, cohort: &mut Cohort, calendar_week: u32) {
        let last = self.planned.len() - 1;
        let engaged = cohort.engaged;
        let state = &mut cohort.state;
        if cohort.referred_together {
            // Without a waiting list all have started in one week.
            let week = ((calendar_week - state.start_week[0]) as usize).min(last);
            let (planned, rate) = (self.planned[week], self.rate[week]);
            for row in 0..engaged {
                state.planned[row] = planned;
                state.scheduled[row] += rate;
            }
            return;
        }
        for row in 0..engaged {
            let since_start =
                (calendar_week - state.referral_week[row] - state.start_week[row]) as usize;
            let week = since_start.min(last);
            state.planned[row] = self.planned[week];
            state.scheduled[row] += self.rate[week];
        }
    }

    fn plan_by_need(
        &self,
        levels: &NeedLevels,
        state: &mut State,
        engaged: usize,
        calendar_week: u32,
    ) {
        for row in 0..engaged {
            let since_start = calendar_week - state.referral_week[row] - state.start_week[row];
            if since_start.is_multiple_of(levels.review_weeks) {
                let level = levels
                    .below
                    .iter()
                    .position(|limit| state.capacity[row] < *limit)
                    .unwrap_or(levels.below.len());
                state.need_planned[row] = levels.rate[level];
                state.need_rate[row] = levels.rate[level] * self.delivered_share;
            }
            state.scheduled[row] += state.need_planned[row];
            let sum = state.planned_fraction[row] + state.need_rate[row];
            let whole = (sum + ROUNDING as f32).floor();
            state.planned_fraction[row] = sum - whole;
            state.planned[row] = whole;
        }
    }

    /// Who is there: `attended` of the planned visits, by the inverse binomial
    /// distribution at each family's uniform. `most` is what [`Visits::plan`] returned.
    #[inline(always)]
    pub fn attend(&self, cohort: &mut Cohort, most: u32, uniform: &[f32; CHUNK]) {
        let rows = cohort.engaged_rows();
        let blocks = cohort.engaged_blocks();
        let state = &mut cohort.state;
        for block in 0..blocks {
            let first = block * LANES;
            let mut chance = [0.0; LANES];
            for lane in 0..LANES {
                chance[lane] = self.attendance(state, first + lane);
            }
            *lanes_mut(&mut state.attended, block) = inverse_binomial(
                lanes(uniform, block),
                lanes(&state.planned, block),
                most,
                &chance,
            );
        }
        self.count(state, rows);
    }

    /// Probability that a planned visit is attended, with its second try.
    #[inline(always)]
    fn attendance(&self, state: &State, row: usize) -> f32 {
        const HALF: f32 = 1.0 / 2.0;
        let p = sigmoid(
            self.attend_offset
                + self.attend_alliance * (state.alliance[row] - HALF)
                + self.attend_trust * (state.trust[row] - HALF)
                - self.attend_burden * state.burden[row]
                - self.attend_stigma * state.stigma[row]
                - self.attend_intrusion * state.intrusion[row]
                - self.attend_stress * (state.stress[row] - HALF),
        );
        p + (1.0 - p) * self.second_try * p
    }

    /// Keeps the run of missed visits, the dose, and what a visit wears off.
    #[inline(always)]
    fn count(&self, state: &mut State, rows: usize) {
        for row in 0..rows {
            let (planned, attended) = (state.planned[row], state.attended[row]);
            let first = state.visits[row] < self.first_visits;
            let current = |now: f32, then: f32| if first { then } else { now };
            let hours = current(self.arena.hours_per_visit, self.first_arena.hours_per_visit);
            let is_home = current(self.arena.is_home, self.first_arena.is_home);
            state.missed_run[row] =
                if attended > 0.0 { 0.0 } else { state.missed_run[row] + planned };
            let visits = state.visits[row] + attended;
            state.visits[row] = visits;
            state.helper_hours[row] += attended * hours;
            state.home_visits[row] += attended * is_home;
            state.intrusion_left[row] = exp(self.intrusion_fade * visits);
            state.stigma_left[row] = exp(self.stigma_fade * visits);
        }
    }

    /// A week in which nobody has a planned visit.
    #[inline(always)]
    pub fn none(&self, cohort: &mut Cohort) {
        let rows = cohort.engaged_rows();
        cohort.state.attended[..rows].fill(0.0);
    }

    /// Attributes of the arena in force before this week's visits: does the family
    /// still meet in the first arena?
    #[inline(always)]
    pub(crate) fn in_first_arena(&self, state: &State, row: usize) -> bool {
        state.visits[row] - state.attended[row] < self.first_visits
    }
}

fn hours(minutes: f64) -> f64 {
    /// Minutes in an hour.
    const MINUTES: f64 = 60.0;
    minutes / MINUTES
}

/// Whole visits by week: the integer part of an accumulator that grows by the
/// delivered rate λ'.
fn whole_visits(rates: &[f64], delivered_share: f64) -> Vec<f32> {
    let mut sum = 0.0;
    rates
        .iter()
        .map(|rate| {
            sum += rate * delivered_share;
            let whole = (sum + ROUNDING).floor();
            sum -= whole;
            whole as f32
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::arm::tests::{one_engaged_family, usual_home};

    fn visits_of(design: &Design) -> Visits {
        let measure = design.helper.as_ref().unwrap();
        Visits::new(design, measure, &Helpers::new(design, measure))
    }

    #[test]
    fn perception_of_a_hand_worked_family() {
        let design = usual_home();
        let visits = visits_of(&design);
        let mut cohort = one_engaged_family(&design);
        let state = &mut cohort.state;
        (state.trust[0], state.stigma_sensitivity[0]) = (0.5, 0.4);
        (state.intrusion_left[0], state.stigma_left[0]) = (1.0, 1.0);
        state.travel_burden[0] = 0.4;
        visits.perceive(&mut cohort);
        let state = &cohort.state;
        // C = 0.40 (0.4 + 0.6·0.60)(1 − ½·0.5); I = 2·0.60·0.4; S = 0.35·0.4; U = 0
        assert!((state.coercion[0] - 0.4 * 0.76 * 0.75).abs() < 1e-6);
        assert!((state.intrusion[0] - 0.48).abs() < 1e-6);
        assert!((state.stigma[0] - 0.14).abs() < 1e-6);
        assert_eq!(state.burden[0], 0.0);
    }

    #[test]
    fn attendance_of_a_hand_worked_family() {
        let design = usual_home();
        let visits = visits_of(&design);
        let mut cohort = one_engaged_family(&design);
        let state = &mut cohort.state;
        (state.alliance[0], state.trust[0], state.stress[0]) = (0.4, 0.5, 0.2);
        (state.burden[0], state.stigma[0], state.intrusion[0]) = (0.0, 0.14, 0.48);
        let logit = 0.829 + 1.99 * -0.1 - 0.70 * 0.14 - 0.60 * 0.48 - 1.11 * -0.3
            + 0.50 * -0.3
            + 0.25 * -0.5
            + 0.80 * 0.10;
        let p = 1.0 / (1.0 + f64::exp(-logit));
        let expected = p + (1.0 - p) * 0.2 * 0.346 * p;
        assert!((f64::from(visits.attendance(state, 0)) - expected).abs() < 1e-6);
    }

    #[test]
    fn fortnightly_visits_fall_in_every_second_week() {
        assert_eq!(whole_visits(&[0.5; 6], 1.0), [0.0, 1.0, 0.0, 1.0, 0.0, 1.0]);
        assert_eq!(whole_visits(&[0.1; 20], 1.0).iter().sum::<f32>(), 2.0);
        assert_eq!(whole_visits(&[0.1; 10], 1.0)[9], 1.0);
        // Homebuilders, overloaded: 4 · 34·60/(3·4·195) a week give 20 visits in six weeks.
        let share = 34.0 * 60.0 / (3.0 * 4.0 * 195.0);
        assert_eq!(whole_visits(&[4.0; 6], share).iter().sum::<f32>(), 20.0);
    }

    #[test]
    fn absence_without_a_team_loses_visits_that_nobody_missed() {
        let mut design = usual_home();
        for team in [false, true] {
            design.helper.as_mut().unwrap().programme.team = team;
            let visits = visits_of(&design);
            let mut cohort = one_engaged_family(&design);
            cohort.state.helper_absent[0] = 1.0;
            // The second week since start holds the first planned visit.
            let most = visits.plan(&mut cohort, 2);
            assert_eq!(most, u32::from(team));
            assert_eq!(cohort.state.delivered[0], if team { 1.0 } else { 0.0 });
        }
    }

    #[test]
    fn a_missed_visit_lengthens_the_run_and_an_attended_one_ends_it() {
        let design = usual_home();
        let visits = visits_of(&design);
        let mut cohort = one_engaged_family(&design);
        cohort.state.planned[0] = 2.0;
        visits.attend(&mut cohort, 2, &[0.0; CHUNK]);
        assert_eq!(cohort.state.attended[0], 0.0);
        assert_eq!(cohort.state.missed_run[0], 2.0);
        visits.attend(&mut cohort, 2, &[0.999_999; CHUNK]);
        assert_eq!(cohort.state.attended[0], 2.0);
        assert_eq!(cohort.state.missed_run[0], 0.0);
        assert!((cohort.state.intrusion_left[0] - (-2.0f32 / 5.0).exp()).abs() < 1e-6);
        // Two home visits of 60 + 45 + 30 minutes.
        assert!((cohort.state.helper_hours[0] - 4.5).abs() < 1e-6);
    }

    #[test]
    fn need_based_levels_follow_capacity_every_twelve_weeks() {
        let mut design = usual_home();
        let programme = &mut design.helper.as_mut().unwrap().programme;
        programme.levels = crate::scenario::Levels::NeedBased;
        let visits = visits_of(&design);
        let mut cohort = one_engaged_family(&design);
        let start = cohort.state.start_week[0];
        cohort.state.capacity[0] = 0.3;
        let planned: Vec<u32> =
            (0..12).map(|week| visits.plan(&mut cohort, start + week)).collect();
        assert_eq!(planned.iter().sum::<u32>(), 12, "weekly below 0.35");
        cohort.state.capacity[0] = 0.6;
        let planned: Vec<u32> =
            (12..24).map(|week| visits.plan(&mut cohort, start + week)).collect();
        assert_eq!(planned.iter().sum::<u32>(), 3, "monthly below 0.65");
    }
}
