//! (9) Wellbeing of the child (docs/model.md, step 9).

use crate::model::cohort::State;
use crate::model::design::Design;
use crate::model::math::{ClampBetween, sigmoid};

/// Wellbeing in one arm.
#[derive(Clone, Debug)]
pub struct Wellbeing {
    rate: f32,
    by_capacity: f32,
    by_stress: f32,
    care_quality: f32,
    lift_kept: f32,
    lift_fading: f32,
}

impl Wellbeing {
    /// Looks up the coefficients.
    pub fn new(design: &Design) -> Self {
        let p = &design.parameters;
        Self {
            rate: p.wellbeing_rate as f32,
            by_capacity: p.wellbeing_capacity as f32,
            by_stress: p.wellbeing_stress as f32,
            care_quality: p.care_quality as f32,
            lift_kept: design.kept.lift as f32,
            lift_fading: design.fading.lift as f32,
        }
    }

    /// Moves w toward what care and calm give; in care, toward what care there gives.
    #[inline(always)]
    pub fn update(&self, state: &mut State, row: usize) {
        const HALF: f32 = 1.0 / 2.0;
        let in_care = state.in_care[row] > 0.0;
        let capacity = if in_care { self.care_quality } else { state.capacity[row] };
        let stress = if in_care { HALF } else { state.stress[row] };
        let toward = sigmoid(
            self.by_capacity * (capacity - HALF) - self.by_stress * (stress - HALF)
                + state.wellbeing_offset[row]
                + self.lift_kept
                + self.lift_fading * state.fading_left[row],
        );
        let wellbeing = state.wellbeing[row];
        state.wellbeing[row] =
            (wellbeing + self.rate * (toward - wellbeing)).clamp_between(0.0, 1.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::arm::tests::{one_engaged_family, usual_home};

    #[test]
    fn wellbeing_of_a_hand_worked_child_at_home_and_in_care() {
        let design = usual_home();
        for (in_care, capacity, stress) in [(0.0, 0.4, 0.3), (1.0, 0.65, 0.5)] {
            let mut cohort = one_engaged_family(&design);
            let state = &mut cohort.state;
            (state.capacity[0], state.stress[0], state.wellbeing[0]) = (0.4, 0.3, 0.6);
            state.wellbeing_offset[0] = 0.35 * 0.5;
            state.in_care[0] = in_care;
            Wellbeing::new(&design).update(&mut cohort.state, 0);
            let logit = 4.0 * (capacity - 0.5) - 3.0 * (stress - 0.5) + 0.175;
            let expected = 0.6 + 0.03 * (1.0 / (1.0 + f64::exp(-logit)) - 0.6);
            assert!((f64::from(cohort.state.wellbeing[0]) - expected).abs() < 1e-6);
        }
    }
}
