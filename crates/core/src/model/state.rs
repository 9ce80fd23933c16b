//! The state of families that the weekly loop reads and writes.

use crate::model::columns::{CHUNK, columns};

/// Columns of a state in two groups: of the family, and of its measure.
macro_rules! state_columns {
    (
        $(#[$doc:meta])* $name:ident
        family { $($(#[$family_doc:meta])* $family:ident: $family_kind:ty,)+ }
        measure { $($(#[$measure_doc:meta])* $measure:ident: $measure_kind:ty,)+ }
    ) => {
        columns!($(#[$doc])* $name {
            $($(#[$family_doc])* $family: $family_kind,)+
            $($(#[$measure_doc])* $measure: $measure_kind,)+
        });

        impl $name {
            /// Exchanges two families that are in no measure.
            pub(super) fn swap_families(&mut self, first: usize, second: usize) {
                $(self.$family.swap(first, second);)+
            }

            /// Takes the measure of one row to another, and leaves nothing behind.
            pub(super) fn move_measure(&mut self, from: usize, to: usize) {
                $(
                    self.$measure[to] = self.$measure[from];
                    self.$measure[from] = <$measure_kind>::default();
                )+
            }
        }
    };
}

state_columns!(
    /// State that the weekly loop reads and writes; rows move.
    State
    family {
        /// Number of the family in its replicate.
        family: u32,
        /// Row of the family in `History` (its place in the chunk).
        home_row: u32,
        /// Calendar week of referral.
        referral_week: u32,

        /// Present risk factors in bits 0-15, protective factors in bits 16-23.
        factors: u32,
        /// Yearly rates of change over 52, before any measure.
        factor_hazard: f32,
        /// Part of `factor_hazard` that the helper measure speeds up.
        targeted_hazard: f32,
        /// What compensating measures with follow-up add to the hazard.
        kept_hazard: f32,
        /// What compensating measures without follow-up add before they fade.
        fading_hazard: f32,
        /// Effect left of measures without follow-up, 1 at referral.
        fading_left: f32,
        /// Logit of stress from factors alone.
        stress_offset: f32,
        /// Logit of danger from frailty and factors alone.
        danger_offset: f32,
        /// Logit of wellbeing from factors alone.
        wellbeing_offset: f32,
        /// Fit of the measure to the present risks, f.
        fit: f32,

        /// Life-event shock x, logit.
        shock: f32,
        /// Stress s.
        stress: f32,
        /// Caregiving capacity c.
        capacity: f32,
        /// Set-point of capacity c̄.
        set_point: f32,
        /// Child wellbeing w.
        wellbeing: f32,
        /// Trust in services τ.
        trust: f32,
        /// The service's concern o.
        concern: f32,
        /// Danger d.
        danger: f32,
        /// Travel burden D.
        travel_burden: f32,
        /// Stigma sensitivity G.
        stigma_sensitivity: f32,
        /// Danger that no listed factor explains, φ.
        frailty: f32,

        /// 1 while in care, else 0.
        in_care: f32,
        /// What the placement hazard is multiplied by: 1 at home, 0 in care, `reentry` after.
        placement_multiplier: f32,
    }
    measure {
        /// Bond b; 0 unless engaged.
        bond: f32,
        /// Agreement g; 0 unless engaged.
        agreement: f32,
        /// Alliance a = (b + g)/2; 0 unless engaged.
        alliance: f32,
        /// 1 while a rupture is open, else 0.
        rupture: f32,
        /// Helper that the family has, as a row of the helpers.
        helper: u32,
        /// Week since referral in which the measure started.
        start_week: u32,
        /// Visits attended so far, V.
        visits: f32,
        /// e^(−V/`intrusion_visits`).
        intrusion_left: f32,
        /// e^(−V/`stigma_visits`).
        stigma_left: f32,
        /// Run of missed visits.
        missed_run: f32,
        /// Planned visits that could be held.
        delivered: f32,
        /// Planned visits before overload and absence.
        scheduled: f32,
        /// Planned rate of need-based levels after overload, visits per week.
        need_rate: f32,
        /// Planned rate of need-based levels, visits per week.
        need_planned: f32,
        /// Accumulated fraction of a planned visit under need-based levels.
        planned_fraction: f32,
        /// Hours of helper time: visits, travel, reporting.
        helper_hours: f32,
        /// Visits held at home.
        home_visits: f32,

        /// Visits planned this week.
        planned: f32,
        /// Visits attended this week; 0 unless engaged.
        attended: f32,
        /// Skill of the helper this week.
        skill: f32,
        /// 1 when the helper is absent this week.
        helper_absent: f32,
        /// 1 when the helper was replaced this week.
        helper_replaced: f32,
        /// Perceived coercion C.
        coercion: f32,
        /// Intrusion I.
        intrusion: f32,
        /// Stigma S.
        stigma: f32,
        /// Burden U.
        burden: f32,
        /// Uniform that decides dropout this week.
        dropout_draw: f32,
        /// What this week's contact shows the service; 0 unless engaged.
        seen: f32,
        /// What this week's control takes from danger, logit; 0 unless engaged.
        calmed: f32,
    }
);
