//! (4) Life events and stress (docs/model.md, step 4).
//!
//! s = σ(base + factors + x − support·a·(½ + ½ phone) − relief).

use crate::model::cohort::{Cohort, State};
use crate::model::design::Design;
use crate::model::math::{exponential_quantile, sigmoid};

/// Stress in one arm.
#[derive(Clone, Debug)]
pub struct Stress {
    base: f32,
    support: f32,
    relief_fading: f32,
    /// Share of a life event left after a week.
    shock_decay: f32,
    /// Chance of a life event in a week.
    pub shock_probability: f32,
    shock_scale: f32,
}

impl Stress {
    /// Looks up the coefficients.
    pub fn new(design: &Design) -> Self {
        let p = &design.parameters;
        let phone = design.helper.as_ref().map_or(0.0, |measure| measure.phone(design.constants));
        Self {
            base: (p.stress_base - design.kept.relief) as f32,
            support: (p.stress_support * (1.0 + phone) / 2.0) as f32,
            relief_fading: design.fading.relief as f32,
            shock_decay: p.shock_decay as f32,
            shock_probability: p.shock_probability as f32,
            shock_scale: p.shock_scale as f32,
        }
    }

    /// Lets last week's life events fade.
    #[inline(always)]
    pub fn fade_shock(&self, state: &mut State, row: usize) {
        state.shock[row] *= self.shock_decay;
    }

    /// Turns uniforms into sizes of life events, logit.
    #[inline(always)]
    pub fn sizes(&self, uniforms: &mut [f32]) {
        for uniform in uniforms {
            *uniform = self.shock_scale * exponential_quantile(*uniform);
        }
    }

    /// Stress s of every family.
    #[inline(always)]
    pub fn update(&self, cohort: &mut Cohort) {
        let rows = cohort.active_rows();
        let state = &mut cohort.state;
        for row in 0..rows {
            state.stress[row] = sigmoid(
                self.base + state.stress_offset[row] + state.shock[row]
                    - self.support * state.alliance[row]
                    - self.relief_fading * state.fading_left[row],
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::arm::tests::{one_engaged_family, usual_home};

    #[test]
    fn stress_of_a_hand_worked_family() {
        let design = usual_home();
        let stress = Stress::new(&design);
        let mut cohort = one_engaged_family(&design);
        cohort.state.stress_offset[0] = 0.6;
        cohort.state.shock[0] = 0.5;
        cohort.state.alliance[0] = 0.4;
        stress.update(&mut cohort);
        // No phone: half of the support, 0.50 · 0.4 · ½ = 0.10.
        let expected = 1.0 / (1.0 + (-(-2.58 + 0.6 + 0.5 - 0.10f64)).exp());
        assert!((f64::from(cohort.state.stress[0]) - expected).abs() < 1e-6);
    }

    #[test]
    fn a_median_life_event_adds_its_scale_times_ln_2_and_fades() {
        let design = usual_home();
        let stress = Stress::new(&design);
        let mut cohort = one_engaged_family(&design);
        let mut sizes = [0.5];
        stress.sizes(&mut sizes);
        cohort.state.shock[0] += sizes[0];
        assert!((cohort.state.shock[0] - 0.8 * std::f32::consts::LN_2).abs() < 1e-6);
        stress.fade_shock(&mut cohort.state, 0);
        assert!((cohort.state.shock[0] - 0.64 * std::f32::consts::LN_2).abs() < 1e-6);
    }

    #[test]
    fn a_phone_and_relief_lower_stress() {
        let stress_with = |phone, relief| {
            let mut design = usual_home();
            design.helper.as_mut().unwrap().programme.phone = phone;
            design.kept.relief = relief;
            let mut cohort = one_engaged_family(&design);
            cohort.state.alliance[0] = 0.6;
            Stress::new(&design).update(&mut cohort);
            cohort.state.stress[0]
        };
        use crate::scenario::Phone;
        let none = stress_with(Phone::None, 0.0);
        assert!(stress_with(Phone::Always, 0.0) < none);
        assert!(stress_with(Phone::None, 0.25) < none);
    }
}
