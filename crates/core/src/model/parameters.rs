//! The numbers of the formulas as named fields: [`Parameters`], which scenarios
//! may set and draw, and [`Constants`], which are fixed.
//!
//! Values, units, grades and sources stand in `data/parameters.csv` and
//! `data/constants.csv`; the fields here have the same names.

use std::sync::LazyLock;

use crate::evidence::{self, Keyed, LiteratureReading};
use crate::scenario::Scenario;

macro_rules! named_numbers {
    ($(#[$doc:meta])* $name:ident from $rows:path,
     $(#[$function_doc:meta])* $function:ident is $value:ident: $($key:ident)+) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs, reason = "each field is documented by its row in data/")]
        pub struct $name { $(pub $key: f64,)+ }

        impl $name {
            /// Names of all fields, in the order of the table.
            pub const KEYS: &'static [&'static str] = &[$(stringify!($key),)+];

            $(#[$function_doc])*
            pub fn $function() -> &'static Self {
                static VALUES: LazyLock<$name> = LazyLock::new(|| {
                    let value = |key: &str| {
                        $rows()
                            .iter()
                            .find(|row| row.key() == key)
                            .unwrap_or_else(|| panic!("data/ has no row {key}"))
                            .$value
                    };
                    $name { $($key: value(stringify!($key)),)+ }
                });
                &VALUES
            }

            /// The value of a field by its name.
            pub fn get(&self, key: &str) -> Option<f64> {
                match key {
                    $(stringify!($key) => Some(self.$key),)+
                    _ => None,
                }
            }

            /// Sets a field by its name; `false` when there is no such field.
            #[must_use]
            pub fn set(&mut self, key: &str, value: f64) -> bool {
                match key {
                    $(stringify!($key) => self.$key = value,)+
                    _ => return false,
                }
                true
            }
        }
    };
}

named_numbers!(
    /// Global parameters (`data/parameters.csv`).
    Parameters from evidence::parameters,
    /// The centres of the priors: the values before calibration.
    prior_centre is centre:
    stress_base stress_risk stress_cumulative stress_protective stress_support
    shock_probability shock_scale shock_decay
    attend_base attend_alliance attend_trust attend_burden attend_stigma attend_intrusion
    attend_stress attend_flex attend_phone attend_mandate reschedule
    intrusion_visits stigma_visits
    bond_rate bond_decay agreement_rate
    rupture_base rupture_coercion rupture_stress rupture_depth rupture_trust repair
    trust_up trust_down
    capacity_rate learning_coercion dose_half consolidation fade stress_drag
    wellbeing_rate wellbeing_capacity wellbeing_stress care_quality
    danger_base danger_frailty danger_capacity danger_stress control_stabilises
    sight_base sight_control
    placement_planned placement_belief placement_threshold placement_cooperation
    placement_acute placement_danger reentry sibling_placed reunification
    drop_base drop_alliance drop_trust drop_burden drop_stigma drop_intrusion
    drop_coercion drop_rupture drop_stress goal_capacity
    accept_base accept_trust accept_stigma accept_threat accept_recruiter
    boost absence overload_turnover admin_minutes direct_hours
    concern_release drop_control
);

named_numbers!(
    /// Fixed numbers inside the formulas (`data/constants.csv`).
    Constants from evidence::constants,
    /// The values of the table.
    standard is value:
    capacity_start capacity_adversity capacity_sd
    trust_start trust_adversity trust_sd
    wellbeing_start wellbeing_adversity wellbeing_sd
    start_low start_high capacity_low capacity_high
    bond_start bond_trust bond_threat
    agreement_start agreement_trust agreement_control
    alliance_start_low alliance_start_high
    skill_training skill_supervision skill_sd skill_low skill_high
    need_based_mean_rate level_review_weeks
    level_1_below level_2_below level_3_below
    level_1_rate level_2_rate level_3_rate level_4_rate
    overload_from stress_bend_from protective_centre
    coercion_base coercion_threat coercion_trust intrusion_scale burden_flexibility
    bond_intrusion bond_coercion agreement_base agreement_codesign growth_high
    cover_bond repair_bond
    handover_bond_team handover_bond handover_agreement_team handover_agreement handover_trust
    fit_base fit_targeted
    wellbeing_factor wellbeing_factor_centre
    sight_length_minutes sight_coercion
    control_measure_kappa compensating_fade respite_nights
    drop_burden_centre drop_stigma_centre drop_mandate
    phone_own
);

impl Parameters {
    /// The values when a scenario says nothing but its reading of the literature.
    pub fn of(reading: LiteratureReading) -> Self {
        Self::of_values(evidence::central_draw(reading))
    }

    /// The values of a scenario before it sets any: those of its reading, or of the
    /// posterior file that it names.
    pub fn defaults_of(scenario: &Scenario) -> Self {
        Self::of_values(scenario.default_values())
    }

    /// Values in the order of the table.
    pub fn of_values(values: &[f64]) -> Self {
        let mut parameters = Self::prior_centre().clone();
        for (key, value) in Self::KEYS.iter().zip(values) {
            // Keys of fields are fields.
            let known = parameters.set(key, *value);
            debug_assert!(known);
        }
        parameters
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_the_rows_of_the_tables() {
        let parameters: Vec<&str> = evidence::parameters().iter().map(Keyed::key).collect();
        assert_eq!(Parameters::KEYS, parameters);
        let constants: Vec<&str> = evidence::constants().iter().map(Keyed::key).collect();
        assert_eq!(Constants::KEYS, constants);
    }

    #[test]
    fn each_reading_has_its_own_values() {
        let prior = Parameters::of(LiteratureReading::Prior);
        assert_eq!(prior, *Parameters::prior_centre());
        for reading in LiteratureReading::ALL {
            let parameters = Parameters::of(reading);
            for row in evidence::parameters() {
                assert_eq!(parameters.get(&row.key), Some(row.default_under(reading)));
            }
        }
    }

    #[test]
    fn a_set_value_is_read_back() {
        let mut parameters = Parameters::prior_centre().clone();
        assert!(parameters.set("fade", 0.01));
        assert_eq!(parameters.get("fade"), Some(0.01));
        assert!(!parameters.set("no_such_parameter", 0.0));
    }
}
