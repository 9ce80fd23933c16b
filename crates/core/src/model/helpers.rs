//! (1) Helpers: skill, absence, replacement, and how busy they are
//! (docs/model.md, "Helpers and sites").

use crate::model::design::{Design, HelperMeasure};
use crate::model::math::{chance, normal_quantile};

/// What a week holds for each helper; one entry a helper.
#[derive(Clone, Debug, Default)]
pub struct HelperWeek {
    /// Skill q.
    pub skill: Vec<f32>,
    /// 1 when absent this week, else 0.
    pub absent: Vec<f32>,
    /// 1 when replaced this week, else 0.
    pub replaced: Vec<f32>,
}

/// How helpers of one measure are drawn, and their load.
#[derive(Clone, Debug)]
pub struct Helpers {
    /// Utilisation υ: hours asked for over hours there are.
    pub utilisation: f64,
    /// Share of the planned rate that can be delivered, min(1, 1/υ).
    pub delivered_share: f64,
    /// Chance that a helper is replaced in a week.
    pub replacement_chance: f64,
    /// Chance that a helper is absent in a week.
    pub absence_chance: f64,
    mean_skill: f64,
    skill_sd: f64,
    skill_limits: [f64; 2],
}

impl Helpers {
    /// Looks up the coefficients.
    pub fn new(design: &Design, measure: &HelperMeasure) -> Self {
        /// Minutes in an hour.
        const MINUTES: f64 = 60.0;
        /// Weeks in a year, as turnover is counted.
        const WEEKS: f64 = 52.0;
        /// Training at which it neither adds to nor takes from competence.
        const HALF: f64 = 1.0 / 2.0;
        let (p, k) = (&design.parameters, design.constants);
        let programme = &measure.programme;
        let minutes = programme.visit_minutes + measure.arena.travel_minutes + p.admin_minutes;
        let utilisation = f64::from(programme.caseload) * measure.mean_planned_rate(k) * minutes
            / MINUTES
            / p.direct_hours;
        let overload = (utilisation - k.overload_from).max(0.0);
        Self {
            utilisation,
            delivered_share: if utilisation > 1.0 { 1.0 / utilisation } else { 1.0 },
            replacement_chance: chance(
                programme.staff_turnover / WEEKS * libm::exp(p.overload_turnover * overload),
            ),
            absence_chance: p.absence,
            mean_skill: measure.profession.competence
                + k.skill_training * (programme.training - HALF)
                + if programme.supervision { k.skill_supervision } else { 0.0 },
            skill_sd: k.skill_sd,
            skill_limits: [k.skill_low, k.skill_high],
        }
    }

    /// Skill of a new helper; `uniform` lies in (0, 1).
    pub fn skill(&self, uniform: f64) -> f64 {
        (self.mean_skill + self.skill_sd * normal_quantile(uniform))
            .clamp(self.skill_limits[0], self.skill_limits[1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::arm::tests::usual_home;

    #[test]
    fn utilisation_is_hours_asked_for_over_hours_there_are() {
        let design = usual_home();
        let helpers = Helpers::new(&design, design.helper.as_ref().unwrap());
        // 15 families × ½ visit × (60 + 45 + 30) min / 60 / 34 h
        assert!((helpers.utilisation - 0.496_323_529_411_764_7).abs() < 1e-12);
        assert_eq!(helpers.delivered_share, 1.0);
        // below 0.8 nothing is added to the turnover of 0.15 a year
        assert!((helpers.replacement_chance - (1.0 - (-0.15f64 / 52.0).exp())).abs() < 1e-12);
        // 0.64 + 0.10 (0.2 − ½) + 0.05
        assert!((helpers.skill(0.5) - 0.66).abs() < 1e-12);
    }

    #[test]
    fn overload_thins_visits_and_wears_helpers_out() {
        let mut design = usual_home();
        design.helper.as_mut().unwrap().programme.caseload = 60;
        let helpers = Helpers::new(&design, design.helper.as_ref().unwrap());
        let utilisation = 60.0 * 0.5 * 135.0 / 60.0 / 34.0;
        assert!((helpers.utilisation - utilisation).abs() < 1e-12);
        assert!((helpers.delivered_share - 1.0 / utilisation).abs() < 1e-12);
        let hazard = 0.15 / 52.0 * (0.8 * (utilisation - 0.8)).exp();
        assert!((helpers.replacement_chance - (1.0 - (-hazard).exp())).abs() < 1e-12);
    }
}
