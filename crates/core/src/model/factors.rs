//! (3) Risk and protective factors come and go (docs/model.md, step 3).
//!
//! At most one factor changes in a week. Its hazard H is a sum over 24 factors;
//! the sum is kept with each family and made anew only when a factor changes.
//! r loss of a present risk, o onset of an absent one, l loss of a present
//! protective factor, y gain of an absent one, all per week; μ what measures
//! multiply r and y by.

use crate::evidence::{self, FactorKind};
use crate::model::cohort::State;
use crate::model::design::{CompensatingEffect, Design, PROTECTIVES, RISKS};
use crate::model::math::chance_small;

const FACTORS: usize = RISKS + PROTECTIVES;

/// Change of factors in one arm.
#[derive(Clone, Debug)]
pub struct Factors {
    /// Hazards of change while absent, and while present.
    rates: [Rates; 2],
    /// Sums over eight factors at a time, for each way in which they can be present.
    partials: Box<[[Partial; 256]; FACTORS / 8]>,
    /// Does anything but the helper measure change the hazards?
    pub compensated: bool,
    /// Does any effect of compensating measures fade?
    pub anything_fades: bool,
    /// Factors that the helper measure targets, a bit each.
    targeted: u32,
    boost: f32,
    /// Share of a fading effect that is left after a week.
    left_after_a_week: f32,
    stress_risk: f32,
    stress_cumulative: f32,
    stress_bend_from: f32,
    stress_protective: f32,
    protective_centre: f32,
    danger_base: f32,
    wellbeing_factor: f32,
    wellbeing_factor_centre: f32,
    /// Protective factors that lift wellbeing, a bit each.
    wellbeing_factors: u32,
    fit_base: f32,
    fit_targeted: f32,
}

/// Hazard of change per week of every factor:
/// steady + boost·a·boosted + (share of fading effects left)·fading.
#[derive(Clone, Debug)]
struct Rates {
    steady: [f32; FACTORS],
    boosted: [f32; FACTORS],
    fading: [f32; FACTORS],
}

/// Sums over some factors: hazards of change per week, and what they add to danger.
#[derive(Clone, Copy, Debug, Default)]
struct Partial {
    hazard: f32,
    targeted: f32,
    kept: f32,
    fading: f32,
    danger: f32,
}

impl Partial {
    fn add(&mut self, other: &Self) {
        self.hazard += other.hazard;
        self.targeted += other.targeted;
        self.kept += other.kept;
        self.fading += other.fading;
        self.danger += other.danger;
    }
}

/// Bits of the risk factors.
pub const RISK_BITS: u32 = (1 << RISKS) - 1;

/// Protective factors that the wellbeing of the child reads (docs/model.md, step 9).
const WELLBEING_FACTORS: [&str; 3] = ["significant_adult", "leisure_activity", "daycare_or_school"];

impl Factors {
    /// Looks up the coefficients.
    pub fn new(design: &Design) -> Self {
        /// The catalogue counts per year; a year is 52 weeks.
        const WEEKS: f64 = 52.0;
        let (p, k) = (&design.parameters, design.constants);
        let targeted = design
            .helper
            .as_ref()
            .map_or(0, |measure| measure.targeted_risks | measure.targeted_protectives << RISKS);
        let mut factors = Self {
            rates: std::array::from_fn(|_| Rates {
                steady: [0.0; FACTORS],
                boosted: [0.0; FACTORS],
                fading: [0.0; FACTORS],
            }),
            partials: Box::new([[Partial::default(); 256]; FACTORS / 8]),
            compensated: false,
            anything_fades: design.fading != CompensatingEffect::default(),
            targeted,
            boost: p.boost as f32,
            left_after_a_week: (1.0 - k.compensating_fade) as f32,
            stress_risk: p.stress_risk as f32,
            stress_cumulative: p.stress_cumulative as f32,
            stress_bend_from: k.stress_bend_from as f32,
            stress_protective: p.stress_protective as f32,
            protective_centre: k.protective_centre as f32,
            danger_base: p.danger_base as f32,
            wellbeing_factor: k.wellbeing_factor as f32,
            wellbeing_factor_centre: k.wellbeing_factor_centre as f32,
            wellbeing_factors: 0,
            fit_base: k.fit_base as f32,
            fit_targeted: k.fit_targeted as f32,
        };
        let mut changes = [[Partial::default(); 2]; FACTORS];
        for factor in evidence::catalogue() {
            let bit = factor.bit as usize;
            let (index, kept, fading) = match factor.kind {
                FactorKind::Risk => {
                    (bit, design.kept.risk_multiplier[bit], design.fading.risk_multiplier[bit])
                }
                FactorKind::Protective => (
                    bit + RISKS,
                    design.kept.protective_multiplier[bit],
                    design.fading.protective_multiplier[bit],
                ),
            };
            if WELLBEING_FACTORS.contains(&factor.key.as_str()) {
                factors.wellbeing_factors |= 1 << index;
            }
            for is_present in [false, true] {
                let per_year = if is_present { factor.loss_per_year } else { factor.gain_per_year };
                let rate = (per_year / WEEKS) as f32;
                let helped = if helps(index, is_present) { rate } else { 0.0 };
                let is_targeted = targeted >> index & 1 == 1;
                let change = Partial {
                    hazard: rate,
                    targeted: if is_targeted { helped } else { 0.0 },
                    kept: helped * kept as f32,
                    fading: helped * fading as f32,
                    danger: if is_present { factor.danger_weight as f32 } else { 0.0 },
                };
                factors.compensated |= change.kept != 0.0 || change.fading != 0.0;
                changes[index][usize::from(is_present)] = change;
                let rates = &mut factors.rates[usize::from(is_present)];
                rates.steady[index] = change.hazard + change.kept;
                rates.boosted[index] = change.targeted;
                rates.fading[index] = change.fading;
            }
        }
        for (byte, partials) in factors.partials.iter_mut().enumerate() {
            for (present, sum) in partials.iter_mut().enumerate() {
                for bit in 0..8 {
                    sum.add(&changes[8 * byte + bit][present >> bit & 1]);
                }
            }
        }
        factors
    }

    /// Makes anew everything that follows from a family's factors.
    #[inline(always)]
    pub fn refresh(&self, state: &mut State, row: usize) {
        let present = state.factors[row];
        let mut sum = Partial::default();
        for (byte, partials) in self.partials.iter().enumerate() {
            sum.add(&partials[(present >> (8 * byte) & 0xff) as usize]);
        }
        let risks = (present & RISK_BITS).count_ones() as f32;
        let protectives = (present >> RISKS).count_ones() as f32;
        state.factor_hazard[row] = sum.hazard;
        state.targeted_hazard[row] = sum.targeted;
        state.kept_hazard[row] = sum.kept;
        state.fading_hazard[row] = sum.fading;
        state.danger_offset[row] = self.danger_base + state.frailty[row] + sum.danger;
        state.stress_offset[row] = self.stress_risk * risks
            + self.stress_cumulative * (risks - self.stress_bend_from).max(0.0)
            - self.stress_protective * (protectives - self.protective_centre);
        let lifting = (present & self.wellbeing_factors).count_ones() as f32;
        state.wellbeing_offset[row] =
            self.wellbeing_factor * (lifting - self.wellbeing_factor_centre);
        let targeted_and_present = (present & self.targeted & RISK_BITS).count_ones() as f32;
        state.fit[row] = if risks > 0.0 {
            self.fit_base + self.fit_targeted * targeted_and_present / risks
        } else {
            1.0
        };
    }

    /// Total hazard H of a family.
    #[inline(always)]
    pub fn hazard(&self, state: &State, row: usize) -> f32 {
        state.factor_hazard[row]
            + self.boost * state.alliance[row] * state.targeted_hazard[row]
            + state.kept_hazard[row]
            + state.fading_left[row] * state.fading_hazard[row]
    }

    /// Lets the measures without follow-up fade by a week.
    #[inline(always)]
    pub fn fade(&self, state: &mut State, row: usize) {
        state.fading_left[row] *= self.left_after_a_week;
    }

    /// Flips one factor if `occurs` falls below p(H); `which` chooses it in
    /// proportion to its hazard, in catalogue order.
    #[inline(always)]
    pub fn change_one(&self, state: &mut State, row: usize, hazard: f32, occurs: f32, which: f32) {
        if occurs >= chance_small(hazard) {
            return;
        }
        let present = state.factors[row];
        let boost = self.boost * state.alliance[row];
        let fading_left = state.fading_left[row];
        let sought = which * hazard;
        // First the byte that holds the factor, then its place there, both by counting
        // the sums that are passed: a guess that fails costs more than eight additions.
        let sums: [f32; FACTORS / 8] = std::array::from_fn(|byte| {
            let sum = &self.partials[byte][(present >> (8 * byte) & 0xff) as usize];
            sum.hazard + boost * sum.targeted + sum.kept + fading_left * sum.fading
        });
        let (mut byte, mut before, mut cumulative) = (0, 0.0, 0.0);
        for sum in &sums[..sums.len() - 1] {
            cumulative += sum;
            let passed = sought >= cumulative;
            byte += usize::from(passed);
            before = if passed { cumulative } else { before };
        }
        let rate = |index: usize| {
            let rates = &self.rates[(present >> index & 1) as usize];
            rates.steady[index] + boost * rates.boosted[index] + fading_left * rates.fading[index]
        };
        let mut index = 8 * byte;
        for place in 8 * byte..8 * byte + 8 {
            before += rate(place);
            index += usize::from(sought >= before);
        }
        if index == 8 * byte + 8 {
            // Rounding left the sum a hair below the hazard: the last that can change.
            match (0..index).rev().find(|index| rate(*index) > 0.0) {
                Some(last) => index = last,
                None => return,
            }
        }
        state.factors[row] ^= 1 << index;
        self.refresh(state, row);
    }
}

/// Is the change a good one, that measures can speed up: a risk that goes or a
/// protective factor that comes?
fn helps(index: usize, is_present: bool) -> bool {
    (index < RISKS) == is_present
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::arm::tests::usual_home;
    use crate::scenario::Compensating;

    fn family_with(factors: u32) -> State {
        let mut state = State::default();
        state.factors[0] = factors;
        state.fading_left[0] = 1.0;
        state
    }

    #[test]
    fn hazard_of_a_family_without_factors_is_all_onsets_and_gains() {
        let factors = Factors::new(&usual_home());
        let mut state = family_with(0);
        factors.refresh(&mut state, 0);
        // Onsets 0.445 a year, gains 0.43 a year (sums of the catalogue's columns).
        let expected = (0.04
            + 0.005
            + 0.05
            + 0.02
            + 0.02
            + 0.07
            + 0.03
            + 0.0
            + 0.02
            + 0.04
            + 0.06
            + 0.04
            + 0.04
            + 0.03
            + 0.0
            + 0.01)
            + (0.08 + 0.12 + 0.06 + 0.15 + 0.03 + 0.0 + 0.06 + 0.06);
        assert!((f64::from(state.factor_hazard[0]) * 52.0 - expected).abs() < 1e-5);
        // parenting_skills, referral and economy reach day care (0.15) and economic stability (0.06).
        assert!((f64::from(state.targeted_hazard[0]) * 52.0 - 0.21).abs() < 1e-5);
        assert_eq!(state.fit[0], 1.0);
        // No protective factor: 0.22 · 4 above the centre.
        assert!((state.stress_offset[0] - 0.88).abs() < 1e-6);
    }

    #[test]
    fn stress_bends_after_three_risks() {
        let factors = Factors::new(&usual_home());
        let offset = |risks: u32| {
            let mut state = family_with(((1 << risks) - 1) | (0b1111 << RISKS));
            factors.refresh(&mut state, 0);
            state.stress_offset[0]
        };
        assert!((offset(3) - 3.0 * 0.139).abs() < 1e-6);
        assert!((offset(5) - (5.0 * 0.139 + 2.0 * 0.22)).abs() < 1e-6);
    }

    #[test]
    fn fit_counts_targeted_among_present_risks() {
        let factors = Factors::new(&usual_home());
        // parental_conflict (5) is not targeted, limited_parenting_skills (6) is.
        let mut state = family_with(1 << 5 | 1 << 6);
        factors.refresh(&mut state, 0);
        assert!((state.fit[0] - (0.3 + 0.7 * 0.5)).abs() < 1e-6);
    }

    #[test]
    fn a_change_is_chosen_in_proportion_to_its_hazard_in_catalogue_order() {
        let factors = Factors::new(&usual_home());
        let mut state = family_with(0);
        factors.refresh(&mut state, 0);
        let hazard = state.factor_hazard[0];
        let mut first = state.clone();
        factors.change_one(&mut first, 0, hazard, 0.0, 0.0);
        assert_eq!(first.factors[0], 1, "the first factor of the catalogue");
        let mut last = state.clone();
        factors.change_one(&mut last, 0, hazard, 0.0, 0.999_999_9);
        assert_eq!(last.factors[0], 1 << (RISKS + 7), "the last that can come");
        let mut none = state.clone();
        factors.change_one(&mut none, 0, hazard, 0.9, 0.5);
        assert_eq!(none.factors[0], 0);
    }

    #[test]
    fn compensating_measures_speed_only_good_changes() {
        let mut design = usual_home();
        design.kept.protective_multiplier[1] = 4.0;
        let plain = Factors::new(&usual_home());
        let helped = Factors::new(&design);
        let leisure = 1 << (RISKS + 1);
        for present in [0, leisure] {
            let (mut without, mut with) = (family_with(present), family_with(present));
            plain.refresh(&mut without, 0);
            helped.refresh(&mut with, 0);
            assert_eq!(without.factor_hazard[0], with.factor_hazard[0]);
            let expected = if present == 0 { 4.0 * 0.12 / 52.0 } else { 0.0 };
            assert!((with.kept_hazard[0] - expected).abs() < 1e-7);
        }
        // the same through the scenario's own words
        let measure = Compensating { kind: "leisure".into(), intensity: 1.0, follow_up: true };
        let arm = crate::scenario::Arm {
            name: "leisure".into(),
            reason: String::new(),
            translations: crate::scenario::Translations::default(),
            programme: None,
            programme_key: None,
            compensating: vec![measure],
            control_measure: None,
            capacity: None,
            parameters: Vec::new(),
        };
        let design = Design::new(&arm, &design.parameters).unwrap();
        assert_eq!(design.kept.protective_multiplier[1], 4.0);
        assert_eq!(design.kept.cost_nok_per_week, 150.0);
    }
}
