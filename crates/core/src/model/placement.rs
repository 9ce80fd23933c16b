//! (11) Placement and reunification (docs/model.md, step 11).
//!
//! Planned placement follows the service's concern o and is averted by cooperation;
//! acute placement follows the danger d itself.

use crate::model::binomial::binomial_quantile;
use crate::model::cohort::{Cohort, Engagement, Flows, Placement, State};
use crate::model::design::Design;
use crate::model::math::{chance_small, exp};

/// Placement in one arm.
#[derive(Clone, Debug)]
pub struct Placements {
    planned: f32,
    belief: f32,
    threshold: f32,
    cooperation: f32,
    acute: f32,
    danger: f32,
    reentry: f32,
    sibling_placed: f64,
    reunification: f32,
    bounds: Bounds,
}

/// Concern at which the bounds of the placement hazard step up.
const STEPS: [f32; 3] = [0.25, 0.5, 0.75];

/// What no hazard exceeds: cheap to compare with, so that few families need their own.
#[derive(Clone, Debug)]
struct Bounds {
    /// Placement while concern is below each of [`STEPS`], and above the last.
    placement: [f32; STEPS.len() + 1],
    reunification: f32,
}

impl Placements {
    /// Looks up the coefficients.
    pub fn new(design: &Design) -> Self {
        let p = &design.parameters;
        let mut placements = Self {
            planned: p.placement_planned as f32,
            belief: p.placement_belief as f32,
            threshold: p.placement_threshold as f32,
            cooperation: p.placement_cooperation as f32,
            acute: p.placement_acute as f32,
            danger: p.placement_danger as f32,
            reentry: p.reentry as f32,
            sibling_placed: p.sibling_placed,
            reunification: p.reunification as f32,
            bounds: Bounds { placement: [0.0; STEPS.len() + 1], reunification: 0.0 },
        };
        placements.bounds = placements.bounds();
        placements
    }

    /// The bounds that follow from the coefficients, whatever their signs.
    fn bounds(&self) -> Bounds {
        const HALF: f32 = 1.0 / 2.0;
        /// More than rounding can add.
        const MARGIN: f32 = 1.0 + 1e-5;
        let most = |a: f32, b: f32| if a > b { a } else { b };
        let acute = self.acute * most(exp(self.danger * HALF), exp(self.danger * -HALF));
        let cooperation = most(1.0, 1.0 - self.cooperation);
        let multiplier = most(1.0, self.reentry);
        let limits = [0.0, STEPS[0], STEPS[1], STEPS[2], 1.0];
        Bounds {
            placement: std::array::from_fn(|step| {
                let at = |concern: f32| exp(self.belief * (concern - self.threshold));
                let planned = self.planned * most(at(limits[step]), at(limits[step + 1]));
                (planned * cooperation + acute) * multiplier * MARGIN
            }),
            reunification: self.reunification * (1.0 + HALF) * MARGIN,
        }
    }

    /// May this family be placed, or come home, at these uniforms? Never no where the
    /// hazard says yes, and seldom yes where it says no.
    #[inline(always)]
    pub fn may_decide(
        &self,
        concern: f32,
        in_care: f32,
        placement: f32,
        reunification: f32,
    ) -> bool {
        let mut bound = self.bounds.placement[0];
        for (step, limit) in STEPS.iter().enumerate() {
            bound = if concern < *limit { bound } else { self.bounds.placement[step + 1] };
        }
        let is_in_care = in_care > 0.0;
        let bound = if is_in_care { self.bounds.reunification } else { bound };
        let draw = if is_in_care { reunification } else { placement };
        draw < bound
    }

    /// Hazard per week of a family: of placement at home, of reunification in care.
    #[inline(always)]
    pub fn hazard(&self, state: &State, row: usize) -> f32 {
        const HALF: f32 = 1.0 / 2.0;
        // a is 0 unless engaged, so this is ½τ for everyone else.
        let cooperation = (state.alliance[row] + state.trust[row]) / 2.0;
        let planned = self.planned
            * exp(self.belief * (state.concern[row] - self.threshold))
            * (1.0 - self.cooperation * cooperation);
        let acute = self.acute * exp(self.danger * (state.danger[row] - HALF));
        let placement = (planned + acute) * state.placement_multiplier[row];
        let reunification = state.in_care[row] * self.reunification * (HALF + state.capacity[row]);
        placement + reunification
    }

    /// What the hazard of one family does at its uniforms: `event` decides placement
    /// at home and reunification in care, `siblings` how many siblings are placed.
    ///
    /// `week` counts from the family's referral. An engaged family that is placed
    /// leaves the measure, so rows behind it change.
    pub fn decide(
        &self,
        cohort: &mut Cohort,
        row: usize,
        hazard: f32,
        event: f32,
        siblings: f32,
        week: u32,
    ) -> bool {
        if event >= chance_small(hazard) {
            return false;
        }
        if cohort.state.in_care[row] > 0.0 {
            self.reunify(cohort, row, week);
        } else {
            self.place(cohort, row, siblings, week);
        }
        true
    }

    fn place(&self, cohort: &mut Cohort, row: usize, siblings: f32, week: u32) {
        let (state, history) = (&mut cohort.state, &mut cohort.history);
        let home = state.home_row[row] as usize;
        let others = history.children[home].saturating_sub(1);
        let placed = 1 + binomial_quantile(f64::from(siblings), others, self.sibling_placed);
        state.in_care[row] = 1.0;
        state.placement_multiplier[row] = 0.0;
        history.placement[home] = Placement::Placed;
        history.first_placement_week[home] = history.first_placement_week[home].min(week);
        history.latest_placement_week[home] = week;
        history.children_in_care[home] = placed;
        let before = history.children_ever_placed[home];
        history.children_ever_placed[home] = before.max(placed);
        Flows::count(&mut cohort.flows.into_care, week, 1);
        let more = placed.saturating_sub(before);
        Flows::count(&mut cohort.flows.children_placed, week, more);
        history.placements[home] += 1;
        match history.engagement[home] {
            Engagement::Engaged => cohort.leave_measure(row, Engagement::EndedByPlacement, week),
            Engagement::Waiting => {
                history.engagement[home] = Engagement::EndedByPlacement;
                history.exit_week[home] = week;
            }
            _ => {}
        }
    }

    fn reunify(&self, cohort: &mut Cohort, row: usize, week: u32) {
        let (state, history) = (&mut cohort.state, &mut cohort.history);
        let home = state.home_row[row] as usize;
        state.in_care[row] = 0.0;
        state.placement_multiplier[row] = self.reentry;
        history.placement[home] = Placement::Reunified;
        history.reunifications[home] += 1;
        Flows::count(&mut cohort.flows.out_of_care, week, 1);
        history.end_care(home, week);
    }
}

impl crate::model::cohort::History {
    /// Counts the weeks of the episode that ends in `week`: the first week that
    /// began in care is the one after the placement, the last is this one.
    pub fn end_care(&mut self, home: usize, week: u32) {
        let weeks = week - self.latest_placement_week[home];
        self.weeks_in_care[home] += weeks;
        self.child_weeks_in_care[home] += weeks * self.children_in_care[home];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::arm::tests::{one_engaged_family, usual_home};

    fn hazard_of(prepare: impl Fn(&mut Cohort)) -> f64 {
        let design = usual_home();
        let mut cohort = one_engaged_family(&design);
        let state = &mut cohort.state;
        (state.alliance[0], state.trust[0]) = (0.4, 0.5);
        (state.concern[0], state.danger[0], state.capacity[0]) = (0.45, 0.3, 0.55);
        prepare(&mut cohort);
        f64::from(Placements::new(&design).hazard(&cohort.state, 0))
    }

    #[test]
    fn no_hazard_exceeds_its_bound() {
        let mut design = usual_home();
        for (belief, cooperation, danger) in
            [(9.02, 0.889, 5.77), (-4.0, -0.5, -3.0), (20.0, 1.0, 0.0)]
        {
            let p = &mut design.parameters;
            (p.placement_belief, p.placement_cooperation) = (belief, cooperation);
            p.placement_danger = danger;
            let placements = Placements::new(&design);
            let mut cohort = one_engaged_family(&design);
            let state = &mut cohort.state;
            for step in 0..=1000 {
                let share = step as f32 / 1000.0;
                for corner in 0..16 {
                    let bit = |place: u32| if corner >> place & 1 == 1 { 1.0 } else { 0.0 };
                    state.concern[0] = share;
                    (state.danger[0], state.capacity[0]) = (bit(0), bit(1));
                    (state.alliance[0], state.trust[0]) = (bit(2), bit(2));
                    state.in_care[0] = bit(3);
                    state.placement_multiplier[0] = 1.5 * (1.0 - bit(3));
                    let hazard = placements.hazard(state, 0);
                    // The largest uniform at which something happens.
                    let draw = hazard * (1.0 - f32::EPSILON);
                    assert!(placements.may_decide(share, bit(3), draw, draw), "{share} {corner}");
                }
            }
        }
    }

    #[test]
    fn hazards_of_a_hand_worked_family() {
        let planned = 0.000612 * (9.02f64 * (0.45 - 0.407)).exp();
        let acute = 2e-5 * (5.77f64 * (0.3 - 0.5)).exp();
        let home = planned * (1.0 - 0.889 * 0.45) + acute;
        assert!((hazard_of(|_| ()) / home - 1.0).abs() < 1e-5);
        let not_engaged = planned * (1.0 - 0.889 * 0.25) + acute;
        assert!((hazard_of(|c| c.state.alliance[0] = 0.0) / not_engaged - 1.0).abs() < 1e-5);
        let again = hazard_of(|c| c.state.placement_multiplier[0] = 1.5);
        assert!((again / home - 1.5).abs() < 1e-5);
        let back = hazard_of(|c| {
            c.state.placement_multiplier[0] = 0.0;
            c.state.in_care[0] = 1.0;
        });
        assert!((back - 0.010 * 1.05).abs() < 1e-8);
    }

    #[test]
    fn a_placement_ends_the_measure_and_counts_weeks_that_begin_in_care() {
        let design = usual_home();
        let placements = Placements::new(&design);
        let mut cohort = one_engaged_family(&design);
        cohort.history.children[0] = 3;
        assert!(!placements.decide(&mut cohort, 0, 0.01, 0.010, 0.5, 7));
        assert!(placements.decide(&mut cohort, 0, 0.01, 0.0099, 0.999_9, 7));
        assert_eq!(cohort.engaged, 0);
        assert_eq!(cohort.history.engagement[0], Engagement::EndedByPlacement);
        assert_eq!(cohort.history.children_ever_placed[0], 3);
        assert_eq!(cohort.history.first_placement_week[0], 7);
        assert!(placements.decide(&mut cohort, 0, 0.01, 0.0, 0.0, 10));
        // Weeks 8, 9 and 10 began in care.
        assert_eq!(cohort.history.weeks_in_care[0], 3);
        assert_eq!(cohort.history.child_weeks_in_care[0], 9);
        assert!(placements.decide(&mut cohort, 0, 0.01, 0.0, 0.0, 20));
        assert_eq!(cohort.history.first_placement_week[0], 7);
        assert_eq!(cohort.history.children_ever_placed[0], 3, "largest of any episode");
        assert_eq!(cohort.history.children_in_care[0], 1);
        assert_eq!(cohort.history.placements[0], 2);
    }

    #[test]
    fn concern_raises_and_cooperation_lowers_the_hazard() {
        let mut before = 0.0;
        for step in 0..=10 {
            let hazard = hazard_of(|c| c.state.concern[0] = step as f32 / 10.0);
            assert!(hazard > before);
            before = hazard;
        }
        assert!(hazard_of(|c| c.state.alliance[0] = 0.9) < hazard_of(|_| ()));
    }
}
