//! (10) Danger, and what the service believes about it (docs/model.md, step 10).
//!
//! The service's concern o moves toward the danger d as fast as the service sees.
//! Seeing more cuts both ways, but a concern may be let go more slowly than it was taken up.

use crate::model::cohort::{Cohort, State};
use crate::model::design::{Design, HelperMeasure};
use crate::model::math::{ClampBetween, chance_fast, sigmoid};
use crate::model::visits::Visits;

/// Danger and concern in one arm.
#[derive(Clone, Debug)]
pub struct Concern {
    by_capacity: f32,
    by_stress: f32,
    sight_kept: f32,
    sight_fading: f32,
    release: f32,
}

/// What contact with a helper shows, and calms.
#[derive(Clone, Debug)]
pub struct Contact {
    /// `observe`·(½ + ½ minutes/90), in the arena and in the first arena.
    seen_per_visit: [f32; 2],
    hidden_by_coercion: f32,
    seen_by_control: f32,
    calmed: f32,
}

impl Contact {
    /// Looks up the coefficients.
    pub fn new(design: &Design, measure: &HelperMeasure) -> Self {
        let (p, k) = (&design.parameters, design.constants);
        let length = (1.0 + measure.programme.visit_minutes / k.sight_length_minutes) / 2.0;
        Self {
            seen_per_visit: [&measure.arena, &measure.first_arena]
                .map(|arena| (arena.observe * length) as f32),
            hidden_by_coercion: k.sight_coercion as f32,
            seen_by_control: (p.sight_control * design.control) as f32,
            calmed: (p.control_stabilises * design.control) as f32,
        }
    }

    /// What this week's contact shows the service and takes from danger.
    #[inline(always)]
    pub fn update(&self, cohort: &mut Cohort, visits: &Visits) {
        let engaged = cohort.engaged;
        let state = &mut cohort.state;
        for row in 0..engaged {
            let first = visits.in_first_arena(state, row);
            let [later, then] = self.seen_per_visit;
            let per_visit = if first { then } else { later };
            let attended = state.attended[row];
            let open = 1.0 - self.hidden_by_coercion * state.coercion[row];
            state.seen[row] = per_visit * attended * open + self.seen_by_control;
            state.calmed[row] = if attended > 0.0 { self.calmed } else { 0.0 };
        }
    }
}

impl Concern {
    /// Looks up the coefficients.
    pub fn new(design: &Design) -> Self {
        let p = &design.parameters;
        Self {
            by_capacity: p.danger_capacity as f32,
            by_stress: p.danger_stress as f32,
            sight_kept: (p.sight_base + design.kept.sight + design.control_measure_sight) as f32,
            sight_fading: design.fading.sight as f32,
            release: p.concern_release as f32,
        }
    }

    /// Danger d of one family from its state.
    #[inline(always)]
    fn danger(&self, state: &State, row: usize) -> f32 {
        const HALF: f32 = 1.0 / 2.0;
        sigmoid(
            state.danger_offset[row]
                + self.by_capacity * (HALF - state.capacity[row])
                + self.by_stress * (state.stress[row] - HALF)
                - state.calmed[row],
        )
    }

    /// How far concern moves toward danger this week.
    #[inline(always)]
    pub fn sight(&self, state: &State, row: usize) -> f32 {
        chance_fast(self.sight_kept + self.sight_fading * state.fading_left[row] + state.seen[row])
    }

    /// The same for all families without contact, if it is the same for all.
    pub fn steady_sight(&self) -> Option<f32> {
        (self.sight_fading == 0.0).then(|| chance_fast(self.sight_kept))
    }

    /// Danger of a family, and the concern that moves toward it. In the week of its
    /// referral concern starts from that week's danger and what the referral adds.
    ///
    /// `sight` is [`Concern::sight`]. Reads stress and capacity, so it comes after both
    /// are known for the week.
    #[inline(always)]
    pub fn update(
        &self,
        state: &mut State,
        row: usize,
        sight: f32,
        calendar_week: u32,
        referral_concern: f32,
    ) {
        let danger = self.danger(state, row);
        let is_first_week = state.referral_week[row] == calendar_week;
        let at_referral = (danger + referral_concern).clamp_between(0.0, 1.0);
        let concern = if is_first_week { at_referral } else { state.concern[row] };
        state.danger[row] = danger;
        let step = if danger < concern { sight * self.release } else { sight };
        state.concern[row] = (concern + step * (danger - concern)).clamp_between(0.0, 1.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::arm::tests::{one_engaged_family, usual_home};
    use crate::model::helpers::Helpers;

    /// A calendar week of a family that was referred in week 0.
    fn one_week(design: &Design, cohort: &mut Cohort, calendar_week: u32) {
        let concern = Concern::new(design);
        let sight = concern.sight(&cohort.state, 0);
        concern.update(&mut cohort.state, 0, sight, calendar_week, 0.15);
    }

    #[test]
    fn danger_and_concern_of_a_hand_worked_family() {
        let design = usual_home();
        let measure = design.helper.as_ref().unwrap();
        let visits = Visits::new(&design, measure, &Helpers::new(&design, measure));
        let mut cohort = one_engaged_family(&design);
        let state = &mut cohort.state;
        (state.capacity[0], state.stress[0], state.coercion[0]) = (0.4, 0.3, 0.228);
        (state.danger_offset[0], state.concern[0]) = (-3.11 + 0.9 + 0.35, 0.2);
        (state.attended[0], state.visits[0]) = (1.0, 1.0);
        Contact::new(&design, measure).update(&mut cohort, &visits);
        one_week(&design, &mut cohort, 1);
        let logit = -3.11 + 0.9 + 0.35 + 5.67 * 0.1 + 3.39 * -0.2 - 0.30 * 0.40;
        let danger = 1.0 / (1.0 + f64::exp(-logit));
        let seen = 0.00821 + 0.30 * (0.5 + 0.5 * 60.0 / 90.0) * (1.0 - 0.5 * 0.228) + 0.0512 * 0.40;
        // Danger lies below concern, so only a quarter of the step is taken.
        let expected = 0.2 + 0.25 * (1.0 - f64::exp(-seen)) * (danger - 0.2);
        assert!((f64::from(cohort.state.danger[0]) - danger).abs() < 1e-6);
        assert!((f64::from(cohort.state.concern[0]) - expected).abs() < 1e-6);
    }

    #[test]
    fn concern_starts_from_the_danger_of_the_first_week_and_the_referral() {
        let design = usual_home();
        let mut cohort = one_engaged_family(&design);
        let state = &mut cohort.state;
        (state.danger_offset[0], state.concern[0]) = (-1.0, 0.9);
        (state.capacity[0], state.stress[0], state.seen[0]) = (0.5, 0.5, 0.0);
        one_week(&design, &mut cohort, 0);
        let state = &cohort.state;
        let danger = 1.0 / (1.0 + f64::exp(1.0));
        // What is seen in that week already draws concern toward danger.
        let expected = danger + 0.15 * (1.0 - 0.25 * (1.0 - f64::exp(-0.00821)));
        assert!((f64::from(state.concern[0]) - expected).abs() < 1e-6);
    }

    #[test]
    fn a_concern_is_taken_up_at_once_and_let_go_as_slowly_as_the_parameter_says() {
        let step = |concern: f32, release: f64| {
            let mut design = usual_home();
            design.parameters.concern_release = release;
            let mut cohort = one_engaged_family(&design);
            let state = &mut cohort.state;
            (state.capacity[0], state.stress[0]) = (0.5, 0.5);
            (state.danger_offset[0], state.concern[0]) = (0.0, concern);
            state.seen[0] = 0.5;
            one_week(&design, &mut cohort, 1);
            f64::from(cohort.state.concern[0] - concern)
        };
        // Danger is one half in both; concern lies 0.3 below, then 0.3 above.
        let whole = 0.3 * (1.0 - f64::exp(-0.50821));
        for release in [0.0, 0.1, 0.5, 1.0] {
            assert!((step(0.2, release) - whole).abs() < 1e-6);
            assert!((step(0.8, release) + release * whole).abs() < 1e-6);
        }
    }

    #[test]
    fn seeing_more_brings_concern_nearer_to_danger_from_both_sides() {
        let design = usual_home();
        for concern in [0.05f32, 0.9] {
            let mut before = f32::INFINITY;
            for step in 0..6 {
                let mut cohort = one_engaged_family(&design);
                let state = &mut cohort.state;
                (state.capacity[0], state.stress[0]) = (0.4, 0.5);
                (state.danger_offset[0], state.concern[0]) = (-0.5, concern);
                state.seen[0] = step as f32 * 0.2;
                one_week(&design, &mut cohort, 1);
                let distance = (cohort.state.concern[0] - cohort.state.danger[0]).abs();
                assert!(distance < before);
                before = distance;
            }
        }
    }
}
