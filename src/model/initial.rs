//! Initial state: who the families are when they are referred (docs/model.md, "Initial state").

use std::sync::LazyLock;

use crate::evidence::{self, FactorKind};
use crate::model::cohort::CHUNK;
use crate::model::design::RISKS;
use crate::model::math::{beta_2_3_quantile, normal_quantile};
use crate::model::parameters::Constants;
use crate::scenario::Population;

/// Uniforms that make one family, one for each random decision, in this order:
/// adversity; the 24 factors in catalogue order; capacity; trust; wellbeing;
/// travel burden; stigma sensitivity; frailty; children; age.
pub const UNIFORMS: usize = 33;

/// A chunk of families as they are referred; the same under every arm.
#[derive(Clone, Debug)]
pub struct InitialState {
    /// Number of families.
    pub families: usize,
    /// Number of the first family in the replicate.
    pub first_family: u32,
    /// Adversity z.
    pub adversity: [f32; CHUNK],
    /// Risk factors in bits 0-15, protective factors in bits 16-23.
    pub factors: [u32; CHUNK],
    /// Caregiving capacity c.
    pub capacity: [f32; CHUNK],
    /// Trust τ.
    pub trust: [f32; CHUNK],
    /// Child wellbeing w.
    pub wellbeing: [f32; CHUNK],
    /// Travel burden D.
    pub travel_burden: [f32; CHUNK],
    /// Stigma sensitivity G.
    pub stigma_sensitivity: [f32; CHUNK],
    /// Frailty φ in standard deviations.
    pub frailty_unit: [f32; CHUNK],
    /// Number of children N.
    pub children: [u32; CHUNK],
    /// Age of the child, years.
    pub child_age: [f32; CHUNK],
}

impl Default for InitialState {
    fn default() -> Self {
        Self {
            families: 0,
            first_family: 0,
            adversity: [0.0; CHUNK],
            factors: [0; CHUNK],
            capacity: [0.0; CHUNK],
            trust: [0.0; CHUNK],
            wellbeing: [0.0; CHUNK],
            travel_burden: [0.0; CHUNK],
            stigma_sensitivity: [0.0; CHUNK],
            frailty_unit: [0.0; CHUNK],
            children: [0; CHUNK],
            child_age: [0.0; CHUNK],
        }
    }
}

/// A factor's liability: present when ±l z + √(1 − l²) N exceeds the threshold.
struct Liability {
    bit: u32,
    /// Loading with its sign: + for risks, − for protective factors.
    loading: f64,
    /// 1/√(1 − l²).
    scale: f64,
    /// Φ⁻¹(1 − prevalence).
    threshold: f64,
}

static LIABILITIES: LazyLock<Vec<Liability>> = LazyLock::new(|| {
    evidence::catalogue()
        .iter()
        .map(|factor| {
            let (bit, sign) = match factor.kind {
                FactorKind::Risk => (factor.bit, 1.0),
                FactorKind::Protective => (factor.bit + RISKS as u32, -1.0),
            };
            Liability {
                bit,
                loading: sign * factor.loading,
                scale: 1.0 / libm::sqrt(1.0 - factor.loading * factor.loading),
                threshold: normal_quantile(1.0 - factor.prevalence),
            }
        })
        .collect()
});

impl InitialState {
    /// Makes the family of one row from its uniforms.
    pub fn set_family(
        &mut self,
        row: usize,
        uniforms: &[f32; UNIFORMS],
        population: &Population,
        constants: &Constants,
    ) {
        let normal = |index: usize| normal_quantile(open(uniforms[index]));
        let z = population.adversity_mean + population.adversity_sd * normal(0);
        self.adversity[row] = z as f32;
        self.factors[row] = LIABILITIES
            .iter()
            .enumerate()
            .filter(|(index, liability)| {
                normal(1 + index) > (liability.threshold - liability.loading * z) * liability.scale
            })
            .fold(0, |bits, (_, liability)| bits | 1 << liability.bit);
        let start = |mean: f64, slope: f64, sd: f64, index: usize| {
            (mean + slope * z + sd * normal(index)).clamp(constants.start_low, constants.start_high)
                as f32
        };
        self.capacity[row] = start(
            constants.capacity_start,
            constants.capacity_adversity,
            constants.capacity_sd,
            25,
        );
        self.trust[row] = start(
            constants.trust_start,
            constants.trust_adversity,
            constants.trust_sd,
            26,
        );
        self.wellbeing[row] = start(
            constants.wellbeing_start,
            constants.wellbeing_adversity,
            constants.wellbeing_sd,
            27,
        );
        self.travel_burden[row] = beta_2_3_quantile(open(uniforms[28])) as f32;
        self.stigma_sensitivity[row] = beta_2_3_quantile(open(uniforms[29])) as f32;
        self.frailty_unit[row] = normal(30) as f32;
        self.children[row] = number_of_children(f64::from(uniforms[31]), &population.children);
        let years = population.age_max - population.age_min;
        self.child_age[row] = (population.age_min + years * f64::from(uniforms[32])) as f32;
    }
}

/// A uniform strictly between 0 and 1, for quantile functions with infinite ends.
pub fn open(uniform: f32) -> f64 {
    /// Half of the smallest step of the generator.
    const SMALLEST: f64 = 1.0 / (1u64 << 33) as f64;
    f64::from(uniform).max(SMALLEST)
}

fn number_of_children(uniform: f64, shares: &[f64; 4]) -> u32 {
    let mut cumulative = 0.0;
    for (index, share) in shares.iter().enumerate().take(3) {
        cumulative += share;
        if uniform < cumulative {
            return index as u32 + 1;
        }
    }
    // Rounding of shares must not make families larger than any share allows.
    shares.iter().rposition(|share| *share > 0.0).unwrap_or(0) as u32 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn population() -> Population {
        Population {
            profile: "child_welfare".into(),
            adversity_mean: 1.4,
            adversity_sd: 0.8,
            referral_concern: 0.15,
            children: [0.4, 0.35, 0.18, 0.07],
            age_min: 0.0,
            age_max: 17.0,
        }
    }

    #[test]
    fn the_median_family_is_the_hand_worked_one() {
        let mut state = InitialState::default();
        let uniforms = [0.5; UNIFORMS];
        state.set_family(0, &uniforms, &population(), Constants::standard());
        assert!((state.adversity[0] - 1.4).abs() < 1e-6);
        // c = 0.66 − 0.09·1.4, τ = 0.55 − 0.06·1.4, w = 0.70 − 0.08·1.4
        assert!((state.capacity[0] - 0.534).abs() < 1e-6);
        assert!((state.trust[0] - 0.466).abs() < 1e-6);
        assert!((state.wellbeing[0] - 0.588).abs() < 1e-6);
        // Median of Beta(2, 3).
        assert!((state.travel_burden[0] - 0.385_727_6).abs() < 1e-6);
        assert_eq!(state.frailty_unit[0], 0.0);
        assert_eq!(state.children[0], 2);
        assert!((state.child_age[0] - 8.5).abs() < 1e-6);
        // A factor is present when l·z exceeds Φ⁻¹(1 − p): none of the risks at z = 1.4
        // (the nearest, parental mental illness, needs z > 2.35).
        assert_eq!(state.factors[0] & 0xffff, 0);
    }

    #[test]
    fn more_adversity_never_removes_a_risk_or_adds_protection() {
        let mut state = InitialState::default();
        let mut uniforms = [0.5; UNIFORMS];
        for (index, uniform) in uniforms.iter_mut().enumerate() {
            *uniform = ((index * 7 + 3) % 33) as f32 / 33.0 + 0.01;
        }
        let mut before = (0u32, u32::MAX);
        for step in 0..60 {
            let mut profile = population();
            profile.adversity_mean = -3.0 + 0.1 * f64::from(step);
            state.set_family(0, &uniforms, &profile, Constants::standard());
            let (risks, protectives) = (state.factors[0] & 0xffff, state.factors[0] >> 16);
            assert_eq!(before.0 & !risks, 0);
            assert_eq!(protectives & !before.1, 0);
            before = (risks, protectives);
        }
    }

    #[test]
    fn shares_of_children_are_followed() {
        let shares = [0.4, 0.35, 0.18, 0.07];
        assert_eq!(number_of_children(0.0, &shares), 1);
        assert_eq!(number_of_children(0.399, &shares), 1);
        assert_eq!(number_of_children(0.4, &shares), 2);
        assert_eq!(number_of_children(0.76, &shares), 3);
        assert_eq!(number_of_children(0.999, &shares), 4);
        assert_eq!(number_of_children(0.999, &[1.0, 0.0, 0.0, 0.0]), 1);
    }
}
