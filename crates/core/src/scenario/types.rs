//! A checked question: every value is present, known and possible.

use std::sync::Arc;

use crate::evidence::{self, LiteratureReading, Parameter, Posterior, words};

use super::study::types::{Study, StudyPlan};
use super::translations::Translations;

/// Name of the file beside a resolved scenario that holds the sample it goes by.
pub const POSTERIOR_FILE: &str = "posterior.csv";

/// A question with the designs that are compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Name of the file without its ending.
    pub name: String,
    /// Heading of the report.
    pub title: String,
    /// What the run is meant to answer.
    pub question: String,
    /// `title` and `question` in other languages.
    pub translations: Translations,
    /// Who the families are.
    pub population: Population,
    /// Families per replicate.
    pub families: u32,
    /// Independent repetitions.
    pub replicates: u32,
    /// Weeks of follow-up from a family's referral.
    pub horizon_weeks: u32,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Index in `arms` of the arm that others are compared with.
    pub reference: usize,
    /// The designs, at least one.
    pub arms: Vec<Arm>,
    /// Which reading of the literature the default parameters follow.
    pub reading: LiteratureReading,
    /// A calibrated sample of a file; takes the place of the program's own.
    pub posterior: Option<Arc<PosteriorFile>>,
    /// Parameters that the scenario sets.
    pub parameters: Vec<ParameterSetting>,
    /// Parameter draws, if any.
    pub uncertainty: Option<Uncertainty>,
    /// A study of the assumptions behind the arms, if any; a run does not look at it.
    pub study: Option<Study>,
}

impl Scenario {
    /// The calibrated sample that it goes by; none under the reading that is not
    /// calibrated.
    pub fn posterior(&self) -> Option<&Posterior> {
        match &self.posterior {
            Some(file) => Some(&file.posterior),
            None => evidence::posterior(self.reading),
        }
    }

    /// Values of all parameters, in the order of the table, before it sets any.
    pub fn default_values(&self) -> &[f64] {
        match &self.posterior {
            Some(file) => &file.posterior.central,
            None => evidence::central_draw(self.reading),
        }
    }

    /// The value of a parameter when the scenario does not set it.
    pub fn default_of(&self, parameter: &Parameter) -> f64 {
        let rows = evidence::parameters();
        let place = rows.iter().position(|row| row.key == parameter.key);
        place.map_or(parameter.centre, |place| self.default_values()[place])
    }

    /// As many families and replicates as its study simulates at each point, where many
    /// points need fewer of both than a single run.
    pub fn size_for_study(&mut self) {
        let plan = match self.study.as_ref().map(|study| &study.plan) {
            Some(StudyPlan::Sensitivity(plan)) => plan,
            Some(StudyPlan::Assumptions(plan)) => &plan.sensitivity,
            _ => return,
        };
        (self.families, self.replicates) = (plan.families, plan.replicates);
    }

    /// Are parameters drawn from the calibrated sample?
    pub fn draws_posterior(&self) -> bool {
        self.uncertainty.is_some_and(|uncertainty| {
            uncertainty.draws > 1
                && uncertainty.from == DrawSource::Posterior
                && !uncertainty.only_named
        })
    }
}

/// A calibrated sample that a user names, with the text that it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct PosteriorFile {
    /// The text as it stands in the file.
    pub text: String,
    /// The sample.
    pub posterior: Posterior,
}

/// A profile of families with the scenario's own changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Population {
    /// Key of the profile it starts from.
    pub profile: String,
    /// Mean of adversity z.
    pub adversity_mean: f64,
    /// Standard deviation of adversity z.
    pub adversity_sd: f64,
    /// Concern that the referral itself adds.
    pub referral_concern: f64,
    /// Shares of families with one, two, three and four children; they add to 1.
    pub children: [f64; 4],
    /// Youngest age of the child, years.
    pub age_min: f64,
    /// Oldest age of the child, years.
    pub age_max: f64,
}

/// One design.
#[derive(Clone, Debug, PartialEq)]
pub struct Arm {
    /// Label in results; unique.
    pub name: String,
    /// Why this arm is here; may be empty.
    pub reason: String,
    /// `name` and `reason` in other languages.
    pub translations: Translations,
    /// The helper measure with the arm's overrides; none for an arm without a helper.
    pub programme: Option<Programme>,
    /// Name of the programme that the arm refers to, if it refers to one.
    pub programme_key: Option<String>,
    /// Measures that need no alliance.
    pub compensating: Vec<Compensating>,
    /// Intensity of control measures, 0 to 1.
    pub control_measure: Option<f64>,
    /// One site with so many helpers, or none for helpers without limit.
    pub capacity: Option<Capacity>,
    /// Parameter values that hold in this arm alone.
    pub parameters: Vec<(String, f64)>,
}

/// A helper measure: the fields of section 4 of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// Name for people.
    pub name: String,
    /// One or two sentences.
    pub description: String,
    /// `name` and `description` in other languages.
    pub translations: Translations,
    /// Where the design comes from.
    pub source: String,
    /// Key of the arena.
    pub arena: String,
    /// Key of the arena of the first visits.
    pub first_arena: Option<String>,
    /// Attended visits held in `first_arena`.
    pub first_visits: u32,
    /// Planned visits per week by week since start; ascending, the first from week 0.
    pub schedule: Vec<ScheduleStep>,
    /// Is the planned rate set by need instead?
    pub levels: Levels,
    /// Length of a visit, minutes.
    pub visit_minutes: f64,
    /// Planned end, weeks since start.
    pub duration_weeks: u32,
    /// Latest end after extension, weeks since start.
    pub max_weeks: u32,
    /// Key of the profession.
    pub profession: String,
    /// Programme training, 0 to 1.
    pub training: f64,
    /// Do helpers have regular supervision?
    pub supervision: bool,
    /// Do colleagues cover absence and hand over?
    pub team: bool,
    /// Families per helper.
    pub caseload: u32,
    /// Can the helper be reached by phone?
    pub phone: Phone,
    /// Hours, rescheduling, length, 0 to 1.
    pub flexibility: f64,
    /// How far the family shapes goals and plan, 0 to 1.
    pub codesign: f64,
    /// First weeks with codesign 1.
    pub codesign_weeks: u32,
    /// Key of the control function.
    pub control: String,
    /// Keys of helper components.
    pub components: Vec<String>,
    /// Weeks from referral to the first possible visit.
    pub wait_weeks: u32,
    /// Share of planned visits that completion needs.
    pub min_attendance: f64,
    /// Run of missed visits after which the service ends the measure.
    pub max_missed: u32,
    /// Probability of accepting: by the model, or fixed.
    pub uptake: Uptake,
    /// How well those who refer know the offer, 0 to 1.
    pub recruiter_training: f64,
    /// Helper replacements per year.
    pub staff_turnover: f64,
    /// What is stated and what is assumed, by field.
    pub notes: Vec<(String, String)>,
}

/// A planned rate that holds from a week on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScheduleStep {
    /// First week since start.
    pub from_week: u32,
    /// Planned visits per week.
    pub visits_per_week: f64,
}

/// Does the planned rate follow need?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Levels {
    /// The schedule holds.
    Off,
    /// The rate is set again every twelve weeks from capacity.
    NeedBased,
}

words!(Levels {
    Off "off",
    NeedBased "need-based",
});

/// Can the helper be reached between visits?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phone {
    /// No.
    None,
    /// On a phone of their own in working hours.
    Own,
    /// At all hours.
    Always,
}

words!(Phone {
    None "none",
    Own "own",
    Always "always",
});

/// How families come to accept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Uptake {
    /// By the acceptance submodel.
    Model,
    /// With this probability.
    Fixed(f64),
}

/// A measure that needs no alliance.
#[derive(Clone, Debug, PartialEq)]
pub struct Compensating {
    /// Key among the compensating components.
    pub kind: String,
    /// Strength, 0 to 1.
    pub intensity: f64,
    /// Is it followed up? Without, its effect fades.
    pub follow_up: bool,
}

/// A site with so many helpers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capacity {
    /// Helpers at the site.
    pub helpers: u32,
    /// Weeks over which families are referred.
    pub intake_weeks: u32,
}

/// A parameter that the scenario sets.
#[derive(Clone, Debug, PartialEq)]
pub struct ParameterSetting {
    /// Key in `data/parameters.csv`.
    pub key: String,
    /// Its value or range.
    pub value: ParameterValue,
}

/// A value or a range to draw from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ParameterValue {
    /// This value.
    Fixed(f64),
    /// Uniform between the ends.
    Range {
        /// Lower end.
        low: f64,
        /// Upper end.
        high: f64,
    },
}

/// Parameter draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uncertainty {
    /// Number of draws; each is run for all arms and replicates.
    pub draws: u32,
    /// Where parameters that the scenario does not set are drawn from.
    pub from: DrawSource,
    /// Are only the ranges that the scenario names drawn, and all else left at its default?
    pub only_named: bool,
}

/// Where parameters are drawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawSource {
    /// The ranges of the parameter table.
    Prior,
    /// The calibrated sample.
    Posterior,
}

words!(DrawSource {
    Prior "prior",
    Posterior "posterior",
});
