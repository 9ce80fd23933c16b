//! (12) Exit from the measure: dropout, termination, completion, expiry
//! (docs/model.md, step 12).

use crate::model::cohort::{CHUNK, Cohort, Engagement};
use crate::model::design::{Design, HelperMeasure};
use crate::model::math::{chance_small, exp};

/// Exits from one helper measure.
#[derive(Clone, Debug)]
pub struct Exits {
    base: f32,
    offset: f32,
    alliance: f32,
    trust: f32,
    burden: f32,
    stigma: f32,
    intrusion: f32,
    coercion: f32,
    rupture: f32,
    stress: f32,
    max_missed: f32,
    duration_weeks: u32,
    max_weeks: u32,
    min_attendance: f64,
    goal_capacity: f32,
}

/// Less than any part of a visit.
const ROUNDING: f64 = 1e-6;

impl Exits {
    /// Looks up the coefficients.
    pub fn new(design: &Design, measure: &HelperMeasure) -> Self {
        const HALF: f64 = 1.0 / 2.0;
        let (p, k) = (&design.parameters, design.constants);
        let programme = &measure.programme;
        let centre = p.drop_alliance * HALF + p.drop_trust * HALF
            - p.drop_burden * k.drop_burden_centre
            - p.drop_stigma * k.drop_stigma_centre
            - p.drop_stress * HALF;
        Self {
            base: (p.drop_base
                * (1.0 - k.drop_mandate * measure.control.mandate)
                * (-p.drop_control * design.control).exp()) as f32,
            offset: centre as f32,
            alliance: p.drop_alliance as f32,
            trust: p.drop_trust as f32,
            burden: p.drop_burden as f32,
            stigma: p.drop_stigma as f32,
            intrusion: p.drop_intrusion as f32,
            coercion: p.drop_coercion as f32,
            rupture: p.drop_rupture as f32,
            stress: p.drop_stress as f32,
            max_missed: programme.max_missed as f32,
            duration_weeks: programme.duration_weeks,
            max_weeks: programme.max_weeks.max(programme.duration_weeks),
            min_attendance: programme.min_attendance,
            goal_capacity: p.goal_capacity as f32,
        }
    }

    /// Dropout hazard per week of every engaged family, into `hazard`.
    #[inline(always)]
    pub fn hazards(&self, cohort: &mut Cohort, hazard: &mut [f32; CHUNK]) {
        let rows = cohort.engaged_rows();
        let state = &cohort.state;
        for row in 0..rows {
            hazard[row] = self.base
                * exp(self.offset
                    - self.alliance * state.alliance[row]
                    - self.trust * state.trust[row]
                    + self.burden * state.burden[row]
                    + self.stigma * state.stigma[row]
                    + self.intrusion * state.intrusion[row]
                    + self.coercion * state.coercion[row]
                    + self.rupture * state.rupture[row]
                    + self.stress * state.stress[row]);
        }
    }

    /// Can anything but dropout end the measure of this family this week?
    #[inline(always)]
    pub fn is_due(&self, missed_run: f32, weeks_since_start: u32) -> bool {
        // Not ||: both are compared, so that a vector needs no branch.
        (weeks_since_start >= self.duration_weeks) | (missed_run >= self.max_missed)
    }

    /// How the measure of an engaged family ends this week, if it does.
    ///
    /// `weeks_since_start` counts the weeks of the measure, this one included.
    pub fn outcome(
        &self,
        cohort: &Cohort,
        row: usize,
        hazard: f32,
        uniform: f32,
        weeks_since_start: u32,
    ) -> Option<Engagement> {
        let state = &cohort.state;
        // p(h) < h: most families are past the first comparison.
        if uniform < hazard && uniform < chance_small(hazard) {
            return Some(Engagement::DroppedOut);
        }
        if state.missed_run[row] >= self.max_missed {
            return Some(Engagement::Terminated);
        }
        if weeks_since_start < self.duration_weeks {
            return None;
        }
        // A share of visits such as 0.6 of 25 must not be missed by a rounding.
        let needed = self.min_attendance * f64::from(state.delivered[row]) - ROUNDING;
        let attended = f64::from(state.visits[row]) >= needed;
        let at_the_end = weeks_since_start >= self.max_weeks;
        let reached = state.capacity[row] >= self.goal_capacity || at_the_end;
        if attended && reached {
            Some(Engagement::Completed)
        } else if at_the_end {
            Some(Engagement::Expired)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::arm::tests::{one_engaged_family, usual_home};

    fn exits(design: &Design) -> Exits {
        Exits::new(design, design.helper.as_ref().unwrap())
    }

    #[test]
    fn dropout_hazard_of_a_hand_worked_family() {
        let design = usual_home();
        let mut cohort = one_engaged_family(&design);
        let state = &mut cohort.state;
        (state.alliance[0], state.trust[0], state.stress[0]) = (0.3, 0.45, 0.2);
        (state.burden[0], state.stigma[0], state.intrusion[0]) = (0.36, 0.14, 0.48);
        (state.coercion[0], state.rupture[0]) = (0.228, 1.0);
        let mut hazard = [0.0; CHUNK];
        exits(&design).hazards(&mut cohort, &mut hazard);
        let logarithm = 2.97 * 0.2
            + 0.704 * 0.05
            + 0.885 * (0.36 - 0.15)
            + 0.39 * (0.14 - 0.2)
            + 0.3 * 0.48
            + 0.365 * 0.228
            + 0.21
            + 0.972 * (0.2 - 0.5);
        let held = (1.0 - 0.9 * 0.10) * f64::exp(-0.8 * 0.40);
        let expected = 0.0157 * f64::exp(logarithm) * held;
        assert!((f64::from(hazard[0]) / expected - 1.0).abs() < 1e-5);
    }

    #[test]
    fn exits_come_in_their_order() {
        let design = usual_home();
        let exits = exits(&design);
        let mut cohort = one_engaged_family(&design);
        cohort.state.delivered[0] = 10.0;
        cohort.state.visits[0] = 5.0;
        cohort.state.capacity[0] = 0.6;
        let outcome =
            |cohort: &Cohort, uniform, week| exits.outcome(cohort, 0, 0.02, uniform, week);
        assert_eq!(outcome(&cohort, 0.019, 30), Some(Engagement::DroppedOut));
        assert_eq!(outcome(&cohort, 0.5, 25), None);
        assert_eq!(outcome(&cohort, 0.5, 26), Some(Engagement::Completed));
        cohort.state.capacity[0] = 0.4;
        assert_eq!(outcome(&cohort, 0.5, 26), None, "extended: the goal is not reached");
        assert_eq!(outcome(&cohort, 0.5, 52), Some(Engagement::Completed));
        cohort.state.visits[0] = 4.0;
        assert_eq!(outcome(&cohort, 0.5, 52), Some(Engagement::Expired));
        cohort.state.missed_run[0] = 6.0;
        assert_eq!(outcome(&cohort, 0.5, 10), Some(Engagement::Terminated));
        assert_eq!(outcome(&cohort, 0.019, 10), Some(Engagement::DroppedOut));
    }

    #[test]
    fn exactly_the_share_of_visits_that_is_needed_is_enough() {
        for (share, delivered, visits) in
            [(0.6, 25.0, 15.0), (0.07, 100.0, 7.0), (0.54, 50.0, 27.0)]
        {
            let mut design = usual_home();
            design.helper.as_mut().unwrap().programme.min_attendance = share;
            let mut cohort = one_engaged_family(&design);
            cohort.state.delivered[0] = delivered;
            cohort.state.visits[0] = visits;
            let at_the_end = |cohort: &Cohort| exits(&design).outcome(cohort, 0, 0.0, 0.5, 52);
            assert_eq!(at_the_end(&cohort), Some(Engagement::Completed));
            cohort.state.visits[0] -= 1.0;
            assert_eq!(at_the_end(&cohort), Some(Engagement::Expired));
        }
    }

    #[test]
    fn a_mandate_and_an_alliance_keep_families_in() {
        let hazard = |alliance: f32, mandate: f64| {
            let mut design = usual_home();
            design.helper.as_mut().unwrap().control.mandate = mandate;
            let mut cohort = one_engaged_family(&design);
            cohort.state.alliance[0] = alliance;
            let mut hazard = [0.0; CHUNK];
            exits(&design).hazards(&mut cohort, &mut hazard);
            hazard[0]
        };
        assert!(hazard(0.8, 0.1) < hazard(0.3, 0.1));
        assert!(hazard(0.3, 0.85) < hazard(0.3, 0.1));
    }

    #[test]
    fn control_holds_families_and_none_holds_none() {
        let hazard = |control: f64, hold: f64| {
            let mut design = usual_home();
            design.control = control;
            design.parameters.drop_control = hold;
            let mut cohort = one_engaged_family(&design);
            cohort.state.alliance[0] = 0.4;
            let mut hazard = [0.0; CHUNK];
            exits(&design).hazards(&mut cohort, &mut hazard);
            f64::from(hazard[0])
        };
        assert!((hazard(0.4, 0.8) / hazard(0.0, 0.8) - f64::exp(-0.32)).abs() < 1e-6);
        assert_eq!(hazard(0.4, 0.0), hazard(0.0, 0.8));
    }
}
