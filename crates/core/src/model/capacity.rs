//! (8) Caregiving capacity: what the family learns, keeps and loses
//! (docs/model.md, step 8).
//!
//! δ hours of work, saturating to δ'; f fit; c capacity, c̄ its set-point.

use crate::model::cohort::{Cohort, State};
use crate::model::design::{Design, HelperMeasure};
use crate::model::math::ClampBetween;
use crate::model::visits::Visits;

/// Learning in one helper measure.
#[derive(Clone, Debug)]
pub struct Learning {
    /// Hours of work in a visit, in the arena and in the first arena.
    hours: [f32; 2],
    /// `capacity_rate`·transfer, in the arena and in the first arena.
    rate: [f32; 2],
    dose_half: f32,
    coercion: f32,
    consolidation: f32,
    limits: [f32; 2],
}

/// Fading of capacity toward its set-point, in every arm.
#[derive(Clone, Debug)]
pub struct Fading {
    fade: f32,
    stress_drag: f32,
    limits: [f32; 2],
}

impl Learning {
    /// Looks up the coefficients.
    pub fn new(design: &Design, measure: &HelperMeasure) -> Self {
        /// Minutes in an hour.
        const MINUTES: f64 = 60.0;
        let p = &design.parameters;
        let arenas = [&measure.arena, &measure.first_arena];
        Self {
            hours: arenas.map(|a| (measure.programme.visit_minutes / MINUTES * a.structure) as f32),
            rate: arenas.map(|a| (p.capacity_rate * a.transfer) as f32),
            dose_half: p.dose_half as f32,
            coercion: p.learning_coercion as f32,
            consolidation: p.consolidation as f32,
            limits: limits(design),
        }
    }

    /// What this week's visits teach; nothing without an attended visit.
    #[inline(always)]
    pub fn update(&self, cohort: &mut Cohort, visits: &Visits) {
        let rows = cohort.engaged_rows();
        let state = &mut cohort.state;
        for row in 0..rows {
            let first = visits.in_first_arena(state, row);
            let current = |[later, then]: [f32; 2]| if first { then } else { later };
            let dose = state.attended[row] * current(self.hours);
            let saturated = dose / (1.0 + dose / self.dose_half);
            let capacity = state.capacity[row];
            let gain = current(self.rate)
                * saturated
                * state.skill[row]
                * state.alliance[row]
                * (1.0 - self.coercion * state.coercion[row])
                * state.fit[row]
                * (1.0 - capacity);
            state.capacity[row] = (capacity + gain).clamp_between(self.limits[0], self.limits[1]);
            state.set_point[row] = (state.set_point[row] + self.consolidation * gain)
                .clamp_between(self.limits[0], self.limits[1]);
        }
    }
}

impl Fading {
    /// Looks up the coefficients.
    pub fn new(design: &Design) -> Self {
        Self {
            fade: design.parameters.fade as f32,
            stress_drag: design.parameters.stress_drag as f32,
            limits: limits(design),
        }
    }

    /// c ← c + `fade`(c̄ − `stress_drag`(s − ½) − c), engaged or not.
    #[inline(always)]
    pub fn update(&self, state: &mut State, row: usize) {
        const HALF: f32 = 1.0 / 2.0;
        let capacity = state.capacity[row];
        let toward = state.set_point[row] - self.stress_drag * (state.stress[row] - HALF);
        state.capacity[row] = (capacity + self.fade * (toward - capacity))
            .clamp_between(self.limits[0], self.limits[1]);
    }
}

fn limits(design: &Design) -> [f32; 2] {
    let k = design.constants;
    [k.capacity_low as f32, k.capacity_high as f32]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::arm::tests::{one_engaged_family, usual_home};
    use crate::model::helpers::Helpers;

    #[test]
    fn a_visit_teaches_the_hand_worked_amount_and_part_of_it_stays() {
        let design = usual_home();
        let measure = design.helper.as_ref().unwrap();
        let visits = Visits::new(&design, measure, &Helpers::new(&design, measure));
        let mut cohort = one_engaged_family(&design);
        let state = &mut cohort.state;
        (state.capacity[0], state.set_point[0]) = (0.5, 0.52);
        (state.attended[0], state.skill[0], state.alliance[0]) = (1.0, 0.66, 0.4);
        (state.coercion[0], state.fit[0]) = (0.228, 0.65);
        Learning::new(&design, measure).update(&mut cohort, &visits);
        // One hour at home, 0.88 of it on the work.
        let dose = 0.88 / (1.0 + 0.88 / 4.0);
        let gain = 0.015 * dose * 0.66 * 0.4 * (1.0 - 0.37 * 0.228) * 1.0 * 0.65 * 0.5;
        assert!((f64::from(cohort.state.capacity[0]) - (0.5 + gain)).abs() < 1e-6);
        assert!((f64::from(cohort.state.set_point[0]) - (0.52 + 0.399 * gain)).abs() < 1e-6);
    }

    #[test]
    fn capacity_fades_toward_its_set_point_less_the_drag_of_stress() {
        let design = usual_home();
        let mut cohort = one_engaged_family(&design);
        let state = &mut cohort.state;
        (state.capacity[0], state.set_point[0], state.stress[0]) = (0.6, 0.5, 0.3);
        Fading::new(&design).update(&mut cohort.state, 0);
        let expected = 0.6 + 0.0256 * (0.5 - 0.10 * -0.2 - 0.6);
        assert!((f64::from(cohort.state.capacity[0]) - expected).abs() < 1e-6);
    }
}
