//! (6) Alliance: bond and agreement between family and helper grow, break and are
//! repaired (docs/model.md, step 6; Bordin 1979).
//!
//! b bond, g agreement, q skill, C coercion, I intrusion, ℓ length of a visit.

use crate::model::cohort::{CHUNK, Cohort, LANES, State, lanes, lanes_mut};
use crate::model::design::{Design, HelperMeasure};
use crate::model::math::chance_fast;
use crate::model::visits::Visits;

/// Alliance in one helper measure.
#[derive(Clone, Debug)]
pub struct Alliance {
    /// `bond_rate`·(1 + parity)·ℓ·channel, in the arena and in the first arena.
    bond_growth: [f32; 2],
    bond_intrusion: f32,
    bond_coercion: f32,
    cover_bond: f32,
    /// `agreement_rate`·(0.4 + 0.6 codesign), later and in the first weeks.
    agreement_growth: [f32; 2],
    codesign_weeks: u32,
    growth_high: f32,
    bond_decay: f32,
    rupture_base: f32,
    rupture_coercion: f32,
    rupture_stress: f32,
    rupture_depth: f32,
    rupture_trust: f32,
    repair: f32,
    repair_bond: f32,
    handover_bond: f32,
    handover_agreement: f32,
    handover_trust: f32,
}

impl Alliance {
    /// Looks up the coefficients.
    pub fn new(design: &Design, measure: &HelperMeasure) -> Self {
        /// A visit of this length gives 1 − 1/e of what a visit can give.
        const LENGTH_MINUTES: f64 = 60.0;
        let (p, k) = (&design.parameters, design.constants);
        let programme = &measure.programme;
        let length = -libm::expm1(-programme.visit_minutes / LENGTH_MINUTES);
        let bond_growth = |arena: &crate::evidence::Arena| {
            (p.bond_rate * (1.0 + arena.parity) * length * arena.channel) as f32
        };
        let agreement_growth = |codesign: f64| {
            (p.agreement_rate * (k.agreement_base + k.agreement_codesign * codesign)) as f32
        };
        let (handover_bond, handover_agreement) = if programme.team {
            (k.handover_bond_team, k.handover_agreement_team)
        } else {
            (k.handover_bond, k.handover_agreement)
        };
        Self {
            bond_growth: [bond_growth(&measure.arena), bond_growth(&measure.first_arena)],
            bond_intrusion: k.bond_intrusion as f32,
            bond_coercion: k.bond_coercion as f32,
            cover_bond: k.cover_bond as f32,
            agreement_growth: [agreement_growth(programme.codesign), agreement_growth(1.0)],
            codesign_weeks: programme.codesign_weeks,
            growth_high: k.growth_high as f32,
            bond_decay: p.bond_decay as f32,
            rupture_base: p.rupture_base as f32,
            rupture_coercion: p.rupture_coercion as f32,
            rupture_stress: p.rupture_stress as f32,
            rupture_depth: p.rupture_depth as f32,
            rupture_trust: p.rupture_trust as f32,
            repair: p.repair as f32,
            repair_bond: k.repair_bond as f32,
            handover_bond: handover_bond as f32,
            handover_agreement: handover_agreement as f32,
            handover_trust: k.handover_trust as f32,
        }
    }

    /// Lets the alliance grow with this week's visits, break and be repaired.
    ///
    /// `most` is the largest number of visits that any family can have attended;
    /// `rupture` and `repair` are the families' uniforms.
    #[inline(always)]
    pub fn update(
        &self,
        cohort: &mut Cohort,
        visits: &Visits,
        most: u32,
        calendar_week: u32,
        rupture: &[f32; CHUNK],
        repair: &[f32; CHUNK],
    ) {
        let blocks = cohort.engaged_blocks();
        let state = &mut cohort.state;
        for block in 0..blocks {
            self.grow(state, block, most, visits, calendar_week);
            let (rupture, repair) = (lanes(rupture, block), lanes(repair, block));
            for lane in 0..LANES {
                self.break_or_repair(state, block * LANES + lane, rupture[lane], repair[lane]);
            }
        }
    }

    /// Bond and agreement after v visits: 1 − (1 − b)(1 − k)^v.
    #[inline(always)]
    fn grow(
        &self,
        state: &mut State,
        block: usize,
        most: u32,
        visits: &Visits,
        calendar_week: u32,
    ) {
        let current =
            |[later, first]: [f32; 2], is_first: bool| if is_first { first } else { later };
        let attended = *lanes(&state.attended, block);
        let mut bond_left = [0.0; LANES];
        let mut agreement_left = [0.0; LANES];
        for lane in 0..LANES {
            let row = block * LANES + lane;
            let first_weeks = calendar_week
                .wrapping_sub(state.referral_week[row])
                .wrapping_sub(state.start_week[row])
                < self.codesign_weeks;
            let first_arena = visits.in_first_arena(state, row);
            let coercion = state.coercion[row];
            let covered = if state.helper_absent[row] > 0.0 { self.cover_bond } else { 1.0 };
            let bond_growth = self.capped(
                current(self.bond_growth, first_arena)
                    * state.skill[row]
                    * (1.0 - self.bond_intrusion * state.intrusion[row])
                    * (1.0 - self.bond_coercion * coercion),
            ) * covered;
            let agreement_growth =
                self.capped(current(self.agreement_growth, first_weeks) * (1.0 - coercion));
            bond_left[lane] = 1.0 - bond_growth;
            agreement_left[lane] = 1.0 - agreement_growth;
        }
        let (bond, agreement) = (*lanes(&state.bond, block), *lanes(&state.agreement, block));
        let mut bond_gap = bond.map(|bond| 1.0 - bond);
        let mut agreement_gap = agreement.map(|agreement| 1.0 - agreement);
        for visit in 0..most {
            for lane in 0..LANES {
                let held = (visit as f32) < attended[lane];
                bond_gap[lane] *= if held { bond_left[lane] } else { 1.0 };
                agreement_gap[lane] *= if held { agreement_left[lane] } else { 1.0 };
            }
        }
        let bonds = lanes_mut(&mut state.bond, block);
        let agreements = lanes_mut(&mut state.agreement, block);
        for lane in 0..LANES {
            let met = attended[lane] > 0.0;
            // Without a visit the bond is left as it was, to the last bit, and decays.
            bonds[lane] =
                if met { 1.0 - bond_gap[lane] } else { bond[lane] * (1.0 - self.bond_decay) };
            agreements[lane] = if met { 1.0 - agreement_gap[lane] } else { agreement[lane] };
        }
    }

    #[inline(always)]
    fn capped(&self, growth: f32) -> f32 {
        if growth < self.growth_high { growth } else { self.growth_high }
    }

    /// An open rupture may be repaired; where none is open one may open.
    #[inline(always)]
    fn break_or_repair(&self, state: &mut State, row: usize, rupture: f32, repair: f32) {
        let attended = state.attended[row];
        let open = state.rupture[row] > 0.0;
        let repaired = open && attended > 0.0 && repair < self.repair * state.skill[row];
        let hazard = (self.rupture_base
            + self.rupture_coercion * state.coercion[row]
            + self.rupture_stress * state.stress[row])
            * attended;
        let opens = !open && rupture < chance_fast(hazard);
        let bond = state.bond[row];
        let mended = bond + self.repair_bond * (1.0 - bond);
        let left = if opens { 1.0 - self.rupture_depth } else { 1.0 };
        state.bond[row] = (if repaired { mended } else { bond }) * left;
        state.agreement[row] *= left;
        state.trust[row] *= if opens { 1.0 - self.rupture_trust } else { 1.0 };
        state.rupture[row] = if opens || (open && !repaired) { 1.0 } else { 0.0 };
    }

    /// A week in which nobody has a planned visit: bonds decay.
    #[inline(always)]
    pub fn decay(&self, cohort: &mut Cohort) {
        let rows = cohort.engaged_rows();
        for bond in &mut cohort.state.bond[..rows] {
            *bond *= 1.0 - self.bond_decay;
        }
    }

    /// A replaced helper takes much of the alliance along; then a = (b + g)/2.
    #[inline(always)]
    pub fn hand_over(&self, cohort: &mut Cohort) {
        let rows = cohort.engaged_rows();
        let state = &mut cohort.state;
        for row in 0..rows {
            let replaced = state.helper_replaced[row] > 0.0;
            let left = |share: f32| if replaced { share } else { 1.0 };
            state.bond[row] *= left(self.handover_bond);
            state.agreement[row] *= left(self.handover_agreement);
            state.trust[row] *= left(self.handover_trust);
            state.alliance[row] = (state.bond[row] + state.agreement[row]) / 2.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::arm::tests::{one_engaged_family, usual_home};
    use crate::model::helpers::Helpers;

    fn submodels(design: &Design) -> (Alliance, Visits) {
        let measure = design.helper.as_ref().unwrap();
        let helpers = Helpers::new(design, measure);
        (Alliance::new(design, measure), Visits::new(design, measure, &helpers))
    }

    /// One family after one visit, with the uniforms of rupture and repair.
    fn after_one_visit(
        prepare: impl Fn(&mut State),
        design: &Design,
        rupture: f32,
        repair: f32,
    ) -> State {
        let (alliance, visits) = submodels(design);
        let mut cohort = one_engaged_family(design);
        let state = &mut cohort.state;
        (state.bond[0], state.agreement[0]) = (0.3, 0.4);
        (state.skill[0], state.trust[0], state.stress[0]) = (0.66, 0.5, 0.2);
        (state.coercion[0], state.intrusion[0]) = (0.228, 0.48);
        (state.visits[0], state.attended[0]) = (1.0, 1.0);
        prepare(state);
        alliance.update(&mut cohort, &visits, 1, 1, &[rupture; CHUNK], &[repair; CHUNK]);
        cohort.state
    }

    #[test]
    fn growth_in_one_visit_is_the_hand_worked_one() {
        let state = after_one_visit(|_| (), &usual_home(), 0.999, 0.999);
        let length = 1.0 - (-1.0f64).exp();
        let bond_growth = 0.0731 * 0.66 * 1.3 * (1.0 - 0.24) * (1.0 - 0.6 * 0.228) * length;
        let agreement_growth = 0.0572 * (0.4 + 0.6 * 0.3) * (1.0 - 0.228);
        assert!((f64::from(state.bond[0]) - (1.0 - 0.7 * (1.0 - bond_growth))).abs() < 1e-6);
        let agreement = 1.0 - 0.6 * (1.0 - agreement_growth);
        assert!((f64::from(state.agreement[0]) - agreement).abs() < 1e-6);
    }

    #[test]
    fn a_covering_colleague_halves_the_growth_of_the_bond() {
        let full = after_one_visit(|_| (), &usual_home(), 0.999, 0.999);
        let covered = after_one_visit(|s| s.helper_absent[0] = 1.0, &usual_home(), 0.999, 0.999);
        let growth = |state: &State| f64::from(state.bond[0]) - 0.3;
        assert!((growth(&covered) / growth(&full) - 0.5).abs() < 1e-4);
        assert_eq!(covered.agreement[0], full.agreement[0]);
    }

    #[test]
    fn a_rupture_takes_alliance_and_trust_and_stays_open_until_repaired() {
        let whole = after_one_visit(|_| (), &usual_home(), 0.999, 0.999);
        let broken = after_one_visit(|_| (), &usual_home(), 0.0, 0.999);
        assert_eq!(broken.rupture[0], 1.0);
        assert!((broken.bond[0] / whole.bond[0] - 0.7).abs() < 1e-6);
        assert!((broken.agreement[0] / whole.agreement[0] - 0.7).abs() < 1e-6);
        assert!((broken.trust[0] / whole.trust[0] - 0.96).abs() < 1e-6);
        // repair · q = 0.45 · 0.66 = 0.297
        let still = after_one_visit(|s| s.rupture[0] = 1.0, &usual_home(), 0.0, 0.298);
        assert_eq!((still.rupture[0], still.bond[0]), (1.0, whole.bond[0]));
        let mended = after_one_visit(|s| s.rupture[0] = 1.0, &usual_home(), 0.0, 0.296);
        assert_eq!(mended.rupture[0], 0.0);
        let expected = whole.bond[0] + 0.10 * (1.0 - whole.bond[0]);
        assert!((mended.bond[0] - expected).abs() < 1e-6);
    }

    #[test]
    fn without_a_visit_only_the_bond_decays() {
        let state = after_one_visit(|s| s.attended[0] = 0.0, &usual_home(), 0.0, 0.0);
        assert!((state.bond[0] - 0.3 * (1.0 - 0.0319)).abs() < 1e-6);
        assert_eq!(state.agreement[0], 0.4);
        assert_eq!(state.rupture[0], 0.0);
    }

    #[test]
    fn a_team_saves_most_of_the_alliance_when_the_helper_leaves() {
        for (team, bond, agreement) in [(false, 0.35, 0.5), (true, 0.75, 0.9)] {
            let mut design = usual_home();
            design.helper.as_mut().unwrap().programme.team = team;
            let (alliance, _) = submodels(&design);
            let mut cohort = one_engaged_family(&design);
            let state = &mut cohort.state;
            (state.bond[0], state.agreement[0], state.trust[0]) = (0.6, 0.8, 0.5);
            state.helper_replaced[0] = 1.0;
            alliance.hand_over(&mut cohort);
            let state = &cohort.state;
            assert!((state.bond[0] - 0.6 * bond).abs() < 1e-6);
            assert!((state.agreement[0] - 0.8 * agreement).abs() < 1e-6);
            assert!((state.trust[0] - 0.475).abs() < 1e-6);
            assert!((state.alliance[0] - (0.6 * bond + 0.8 * agreement) / 2.0).abs() < 1e-6);
        }
    }

    #[test]
    fn more_control_never_makes_agreement_grow_faster() {
        let mut before = f32::INFINITY;
        for step in 0..=10 {
            let coercion = step as f32 / 10.0;
            let state = after_one_visit(|s| s.coercion[0] = coercion, &usual_home(), 0.999, 0.999);
            assert!(state.agreement[0] <= before);
            before = state.agreement[0];
        }
    }
}
