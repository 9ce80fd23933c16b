//! All submodels of one arm, built once before the first week.

use crate::model::acceptance::Acceptance;
use crate::model::alliance::Alliance;
use crate::model::capacity::{Fading, Learning};
use crate::model::concern::{Concern, Contact};
use crate::model::design::{Design, HelperMeasure};
use crate::model::exit::Exits;
use crate::model::factors::Factors;
use crate::model::helpers::Helpers;
use crate::model::placement::Placements;
use crate::model::stress::Stress;
use crate::model::trust::Trust;
use crate::model::visits::Visits;
use crate::model::wellbeing::Wellbeing;

/// The submodels of one arm.
#[derive(Clone, Debug)]
pub struct ArmModel {
    /// (3) factors.
    pub factors: Factors,
    /// (4) stress.
    pub stress: Stress,
    /// (8) fading of capacity.
    pub fading: Fading,
    /// (9) wellbeing.
    pub wellbeing: Wellbeing,
    /// (10) danger and concern.
    pub concern: Concern,
    /// (11) placement.
    pub placements: Placements,
    /// What only a helper measure has.
    pub measure: Option<MeasureModel>,
    /// Standard deviation of frailty φ.
    pub danger_frailty: f64,
}

/// The submodels of a helper measure.
#[derive(Clone, Debug)]
pub struct MeasureModel {
    /// Acceptance.
    pub acceptance: Acceptance,
    /// (1) helpers.
    pub helpers: Helpers,
    /// (5) visits.
    pub visits: Visits,
    /// (6) alliance.
    pub alliance: Alliance,
    /// (7) trust.
    pub trust: Trust,
    /// (8) learning.
    pub learning: Learning,
    /// (10) what contact shows.
    pub contact: Contact,
    /// (12) exit.
    pub exits: Exits,
    /// Families per helper.
    pub caseload: u32,
    /// Weeks from referral to the first possible visit.
    pub wait_weeks: u32,
}

impl ArmModel {
    /// Builds the submodels from a design.
    pub fn new(design: &Design) -> Self {
        Self {
            factors: Factors::new(design),
            stress: Stress::new(design),
            fading: Fading::new(design),
            wellbeing: Wellbeing::new(design),
            concern: Concern::new(design),
            placements: Placements::new(design),
            measure: design.helper.as_ref().map(|measure| MeasureModel::new(design, measure)),
            danger_frailty: design.parameters.danger_frailty,
        }
    }
}

impl MeasureModel {
    fn new(design: &Design, measure: &HelperMeasure) -> Self {
        let helpers = Helpers::new(design, measure);
        Self {
            acceptance: Acceptance::new(design, measure),
            visits: Visits::new(design, measure, &helpers),
            helpers,
            alliance: Alliance::new(design, measure),
            trust: Trust::new(design),
            learning: Learning::new(design, measure),
            contact: Contact::new(design, measure),
            exits: Exits::new(design, measure),
            caseload: measure.programme.caseload.max(1),
            wait_weeks: measure.programme.wait_weeks,
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    //! A design and a family for the hand-worked tests of the submodels.

    use super::*;
    use crate::model::cohort::{Cohort, Engagement};
    use crate::model::parameters::Parameters;
    use crate::scenario::{Arm, Levels, Phone, Programme, ScheduleStep, Translations, Uptake};

    /// Fortnightly guidance at home, as in the design `usual_home` of the tests.
    pub(crate) fn usual_home_arm() -> Arm {
        Arm {
            name: "usual home".into(),
            reason: String::new(),
            translations: Translations::default(),
            programme: Some(Programme {
                name: "usual home".into(),
                description: String::new(),
                translations: Translations::default(),
                source: String::new(),
                arena: "home".into(),
                first_arena: None,
                first_visits: 0,
                schedule: vec![ScheduleStep { from_week: 0, visits_per_week: 0.5 }],
                levels: Levels::Off,
                visit_minutes: 60.0,
                duration_weeks: 26,
                max_weeks: 52,
                profession: "child_welfare_worker".into(),
                training: 0.2,
                supervision: true,
                team: false,
                caseload: 15,
                phone: Phone::None,
                flexibility: 0.2,
                codesign: 0.3,
                codesign_weeks: 0,
                control: "child_welfare_voluntary".into(),
                components: ["parenting_skills", "referral", "economy"].map(String::from).to_vec(),
                wait_weeks: 1,
                min_attendance: 0.5,
                max_missed: 6,
                uptake: Uptake::Model,
                recruiter_training: 0.5,
                staff_turnover: 0.15,
                notes: Vec::new(),
            }),
            programme_key: None,
            compensating: Vec::new(),
            control_measure: None,
            capacity: None,
            parameters: Vec::new(),
        }
    }

    pub(crate) fn usual_home() -> Design {
        Design::new(&usual_home_arm(), Parameters::prior_centre()).unwrap()
    }

    /// A chunk with one family that started in week 1 and has met nobody yet.
    pub(crate) fn one_engaged_family(_design: &Design) -> Cohort {
        let mut cohort = Cohort { families: 1, active: 1, ..Cohort::default() };
        cohort.state.placement_multiplier[0] = 1.0;
        cohort.state.fading_left[0] = 1.0;
        cohort.history.children[0] = 1;
        cohort.history.first_placement_week[0] = crate::model::cohort::NEVER;
        cohort.history.engagement[0] = Engagement::Waiting;
        cohort.start_measure(0, 0, 1, (0.25, 0.30));
        cohort
    }

    #[test]
    fn control_measures_add_to_control_and_stop_at_one() {
        let mut arm = usual_home_arm();
        arm.control_measure = Some(0.5);
        let design = Design::new(&arm, Parameters::prior_centre()).unwrap();
        assert!((design.control - 0.55).abs() < 1e-12);
        assert!((design.control_measure_sight - 0.05).abs() < 1e-12);
        arm.programme.as_mut().unwrap().control = "court_ordered".into();
        let design = Design::new(&arm, Parameters::prior_centre()).unwrap();
        assert_eq!(design.control, 1.0);
    }

    #[test]
    fn an_unknown_arena_is_named() {
        let mut arm = usual_home_arm();
        arm.programme.as_mut().unwrap().arena = "moon".into();
        let error = Design::new(&arm, Parameters::prior_centre()).unwrap_err();
        assert_eq!(error.to_string(), "unknown arena \"moon\"");
    }
}
