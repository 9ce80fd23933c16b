//! Initial state: who the families are when they are referred (docs/model.md, "Initial state").

use std::sync::LazyLock;

use crate::evidence::{self, FactorKind};
use crate::model::columns::CHUNK;
use crate::model::design::RISKS;
use crate::model::math::{
    ClampBetween, beta_2_3_quantile_fast, normal_quantile, normal_quantile_fast,
};
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
    /// ±l/√(1 − l²): + for risks, − for protective factors.
    slope: f32,
    /// Φ⁻¹(1 − prevalence)/√(1 − l²).
    threshold: f32,
}

static LIABILITIES: LazyLock<Vec<Liability>> = LazyLock::new(|| {
    evidence::catalogue()
        .iter()
        .map(|factor| {
            let (bit, sign) = match factor.kind {
                FactorKind::Risk => (factor.bit, 1.0),
                FactorKind::Protective => (factor.bit + RISKS as u32, -1.0),
            };
            let rest = libm::sqrt(1.0 - factor.loading * factor.loading);
            Liability {
                bit,
                slope: (sign * factor.loading / rest) as f32,
                threshold: (normal_quantile(1.0 - factor.prevalence) / rest) as f32,
            }
        })
        .collect()
});

/// A chunk's uniforms, a column for each random decision.
pub type Uniforms = [[f32; CHUNK]; UNIFORMS];

impl InitialState {
    /// Makes families from their uniforms, in [0, 1); rows beyond the last family are
    /// filled too.
    ///
    /// Loops run over whole columns and in single precision, so that they become
    /// vector code.
    #[inline(always)]
    pub fn set_families(
        &mut self,
        uniforms: &Uniforms,
        population: &Population,
        constants: &Constants,
    ) {
        let mean = population.adversity_mean as f32;
        let sd = population.adversity_sd as f32;
        for row in 0..CHUNK {
            self.adversity[row] = mean + sd * normal(uniforms[0][row]);
            self.factors[row] = 0;
        }
        for (index, liability) in LIABILITIES.iter().enumerate() {
            let uniforms = &uniforms[1 + index];
            for row in 0..CHUNK {
                let limit = liability.threshold - liability.slope * self.adversity[row];
                let present = normal(uniforms[row]) > limit;
                self.factors[row] |= if present { 1 << liability.bit } else { 0 };
            }
        }
        let k = constants;
        let starts = [
            (&mut self.capacity, [k.capacity_start, k.capacity_adversity, k.capacity_sd]),
            (&mut self.trust, [k.trust_start, k.trust_adversity, k.trust_sd]),
            (&mut self.wellbeing, [k.wellbeing_start, k.wellbeing_adversity, k.wellbeing_sd]),
        ];
        let (low, high) = (k.start_low as f32, k.start_high as f32);
        for (index, (column, coefficients)) in starts.into_iter().enumerate() {
            let [mean, slope, sd] = coefficients.map(|coefficient| coefficient as f32);
            let uniforms = &uniforms[25 + index];
            for row in 0..CHUNK {
                let value = mean + slope * self.adversity[row] + sd * normal(uniforms[row]);
                column[row] = value.clamp_between(low, high);
            }
        }
        let last = Children::new(&population.children);
        let youngest = population.age_min as f32;
        let years = (population.age_max - population.age_min) as f32;
        for row in 0..CHUNK {
            self.travel_burden[row] = beta_2_3_quantile_fast(open_fast(uniforms[28][row]));
            self.stigma_sensitivity[row] = beta_2_3_quantile_fast(open_fast(uniforms[29][row]));
            self.frailty_unit[row] = normal(uniforms[30][row]);
            self.children[row] = last.number(uniforms[31][row]);
            self.child_age[row] = youngest + years * uniforms[32][row];
        }
    }
}

/// A standard normal number from a uniform in [0, 1).
#[inline(always)]
fn normal(uniform: f32) -> f32 {
    normal_quantile_fast(open_fast(uniform))
}

/// A uniform strictly between 0 and 1, for quantile functions with infinite ends.
pub fn open(uniform: f32) -> f64 {
    f64::from(uniform).max(SMALLEST)
}

/// A quarter of the smallest step of the generator.
const SMALLEST: f64 = 1.0 / (1u64 << 33) as f64;

/// [`open`] for whole columns; the uniform itself is never 1.
#[inline(always)]
fn open_fast(uniform: f32) -> f32 {
    if uniform > SMALLEST as f32 { uniform } else { SMALLEST as f32 }
}

/// Uniforms at which a family has one more child.
struct Children([f32; 3]);

impl Children {
    /// From the shares of families with one to four children.
    fn new(shares: &[f64; 4]) -> Self {
        // Rounding of shares must not make families larger than any share allows.
        let largest = shares.iter().rposition(|share| *share > 0.0).unwrap_or(0);
        let mut cumulative = 0.0;
        Self(std::array::from_fn(|index| {
            cumulative += shares[index];
            if index < largest { cumulative as f32 } else { f32::INFINITY }
        }))
    }

    #[inline(always)]
    fn number(&self, uniform: f32) -> u32 {
        self.0.iter().fold(1, |number, limit| number + if uniform >= *limit { 1 } else { 0 })
    }
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
        let uniforms = [[0.5; CHUNK]; UNIFORMS];
        state.set_families(&uniforms, &population(), Constants::standard());
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
        let uniforms: Uniforms =
            std::array::from_fn(|index| [((index * 7 + 3) % 33) as f32 / 33.0 + 0.01; CHUNK]);
        let mut before = (0u32, u32::MAX);
        for step in 0..60 {
            let mut profile = population();
            profile.adversity_mean = -3.0 + 0.1 * f64::from(step);
            state.set_families(&uniforms, &profile, Constants::standard());
            let (risks, protectives) = (state.factors[0] & 0xffff, state.factors[0] >> 16);
            assert_eq!(before.0 & !risks, 0);
            assert_eq!(protectives & !before.1, 0);
            before = (risks, protectives);
        }
    }

    #[test]
    fn shares_of_children_are_followed() {
        let shares = [0.4, 0.35, 0.18, 0.07];
        assert_eq!(Children::new(&shares).number(0.0), 1);
        assert_eq!(Children::new(&shares).number(0.399), 1);
        assert_eq!(Children::new(&shares).number(0.4), 2);
        assert_eq!(Children::new(&shares).number(0.76), 3);
        assert_eq!(Children::new(&shares).number(0.999), 4);
        assert_eq!(Children::new(&[1.0, 0.0, 0.0, 0.0]).number(0.999), 1);
    }
}
