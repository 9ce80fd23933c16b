//! (7) Trust in services follows the alliance: lost faster than won
//! (docs/model.md, step 7).

use crate::model::cohort::Cohort;
use crate::model::design::Design;

/// Trust in one arm.
#[derive(Clone, Debug)]
pub struct Trust {
    up: f32,
    down: f32,
}

impl Trust {
    /// Looks up the coefficients.
    pub fn new(design: &Design) -> Self {
        Self { up: design.parameters.trust_up as f32, down: design.parameters.trust_down as f32 }
    }

    /// Moves trust τ toward alliance a in weeks with an attended visit.
    #[inline(always)]
    pub fn update(&self, cohort: &mut Cohort) {
        let rows = cohort.engaged_rows();
        let state = &mut cohort.state;
        for row in 0..rows {
            let distance = state.alliance[row] - state.trust[row];
            let rate = if distance > 0.0 { self.up } else { self.down };
            let met = state.attended[row] > 0.0;
            state.trust[row] += if met { rate * distance } else { 0.0 };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::arm::tests::{one_engaged_family, usual_home};

    #[test]
    fn trust_is_lost_faster_than_won_and_only_when_they_meet() {
        let design = usual_home();
        let after = |alliance: f32, attended: f32| {
            let mut cohort = one_engaged_family(&design);
            let state = &mut cohort.state;
            (state.trust[0], state.alliance[0], state.attended[0]) = (0.5, alliance, attended);
            Trust::new(&design).update(&mut cohort);
            cohort.state.trust[0]
        };
        assert!((after(0.8, 1.0) - (0.5 + 0.03 * 0.3)).abs() < 1e-6);
        assert!((after(0.2, 2.0) - (0.5 - 0.06 * 0.3)).abs() < 1e-6);
        assert_eq!(after(0.2, 0.0), 0.5);
    }
}
