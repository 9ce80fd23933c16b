//! The fields of scenario and programme files, with types, limits, units and defaults.

use crate::evidence::LiteratureReading;

use super::fields::{Kind, LONGEST_WEEKS, Presence, Section, Vocabulary, field};
use super::study::section::STUDY;
use super::types::{DrawSource, Levels, Phone};
use Presence::{Default, Optional, Required};

/// A scenario file.
#[rustfmt::skip] // One field a line reads as the table that it is.
pub static SCENARIO: Section = Section {
    phrase: "a scenario",
    meaning: "A question with the designs that are compared.",
    fields: &[
        field("name", Kind::FolderName, "", Optional("the name of the file without its ending"),
            "\"home_or_office\"", "Name of the results folder."),
        field("title", Kind::Text, "", Optional("the name of the file without its ending"),
            "\"Home or office\"", "Heading of the report."),
        field("question", Kind::Text, "", Default("\"\""),
            "\"Does it matter where weekly guidance is given?\"", "What the run is meant to answer."),
        field("translations", Kind::Translations(&SCENARIO_TRANSLATION), "", Optional("every language shows the texts as they are"),
            "{ nb = { title = \"Hjemme eller på kontoret\" } }", "Title and question in other languages, below the code of each."),
        field("population", Kind::KeyOrTable(Vocabulary::Population, &POPULATION), "", Required,
            "\"child_welfare\"", "Who the families are: a profile, or a table that changes one."),
        field("families", Kind::Whole(1, 100_000_000), "families", Default("5000"),
            "5000", "Families per replicate."),
        field("replicates", Kind::Whole(1, 1_000_000), "replicates", Default("20"),
            "20", "Independent repetitions."),
        field("horizon_weeks", Kind::Whole(1, LONGEST_WEEKS), "weeks", Default("104"),
            "104", "Weeks of follow-up from a family's referral."),
        field("seed", Kind::Whole(0, i64::MAX), "", Default("20261122"),
            "20261122", "Seed of all random numbers."),
        field("reference", Kind::ArmName, "", Optional("the first arm"),
            "\"office\"", "Name of the arm that the others are compared with."),
        field("arm", Kind::Tables(&ARM), "", Required,
            "[{ name = \"office\" }]", "The designs, one [[arm]] each."),
        field("reading", Kind::Word(&LiteratureReading::WORDS), "", Default("\"child\""),
            "\"family\"", "Reading of the literature that the default parameters follow: calibrated with placement counted by \"child\" or by \"family\", or \"prior\", not calibrated. Where a posterior file is named, that of the file."),
        field("parameters", Kind::Parameters { ranges: true }, "", Optional("every parameter has the default of the reading"),
            "{ attend_burden = 2.0 }", "Parameters of the model with another value, or a range to draw from."),
        field("uncertainty", Kind::Table(&UNCERTAINTY), "", Optional("parameters are not drawn, or only those with a range"),
            "{ draws = 200 }", "Draws of the parameters."),
        field("study", Kind::Table(&STUDY), "", Optional("no study is described"),
            "{ kind = \"sweep\", vary = { attend_burden = [1.0, 2.0] } }", "A study of the assumptions, for `homeground study`; a run does not look at it."),
    ],
};

/// `[population]`.
#[rustfmt::skip]
pub static POPULATION: Section = Section {
    phrase: "a population",
    meaning: "A profile of families, with what is different here.",
    fields: &[
        field("profile", Kind::Key(Vocabulary::Population), "", Required,
            "\"child_welfare\"", "Profile that it starts from."),
        field("adversity_mean", Kind::Number(-10.0, 10.0), "standard deviations", Optional("as in the profile"),
            "1.4", "Mean adversity; 0 is the general population."),
        field("adversity_sd", Kind::Number(0.0, 10.0), "standard deviations", Optional("as in the profile"),
            "0.8", "Spread of adversity."),
        field("referral_concern", Kind::Number(0.0, 1.0), "concern", Optional("as in the profile"),
            "0.15", "Concern that the referral itself adds."),
        field("children_1", Kind::Number(0.0, 1.0), "share", Optional("as in the profile"),
            "0.4", "Share of families with one child."),
        field("children_2", Kind::Number(0.0, 1.0), "share", Optional("as in the profile"),
            "0.35", "Share of families with two children."),
        field("children_3", Kind::Number(0.0, 1.0), "share", Optional("as in the profile"),
            "0.18", "Share of families with three children."),
        field("children_4", Kind::Number(0.0, 1.0), "share", Optional("as in the profile"),
            "0.07", "Share of families with four children."),
        field("age_min", Kind::Number(0.0, 18.0), "years", Optional("as in the profile"),
            "0", "Youngest age of the child."),
        field("age_max", Kind::Number(0.0, 18.0), "years", Optional("as in the profile"),
            "17", "Oldest age of the child."),
    ],
};

/// `[[arm]]`.
#[rustfmt::skip]
pub static ARM: Section = Section {
    phrase: "an arm",
    meaning: "One design. An arm without a programme offers no helper measure.",
    fields: &[
        field("name", Kind::Label, "", Required,
            "\"home\"", "Label in results; each arm has its own."),
        field("reason", Kind::Text, "", Default("\"\""),
            "\"usual service\"", "Why this arm is here."),
        field("translations", Kind::Translations(&ARM_TRANSLATION), "", Optional("every language shows the texts as they are"),
            "{ nb = { name = \"hjemme\" } }", "Name and reason in other languages, below the code of each."),
        field("programme", Kind::Programme(&PROGRAMME), "", Optional("no helper measure"),
            "\"advice_and_guidance\"", "Name of a programme, or a table that holds one."),
        field("override", Kind::Table(&PROGRAMME), "", Optional("the programme as it is"),
            "{ arena = \"home\" }", "Fields of the programme that are different in this arm."),
        field("compensating", Kind::Tables(&COMPENSATING), "", Optional("those of the programme"),
            "[{ kind = \"respite\", intensity = 0.5 }]",
            "Measures that need no alliance, beside those of the programme; one of the same kind takes its place."),
        field("control_measure", Kind::Table(&CONTROL_MEASURE), "", Optional("that of the programme, or none"),
            "{ intensity = 0.5 }", "Unannounced visits and drug tests."),
        field("capacity", Kind::Table(&CAPACITY), "", Optional("helpers without limit"),
            "{ helpers = 3, intake_weeks = 26 }", "Makes each replicate one site where families may wait."),
        field("parameters", Kind::Parameters { ranges: false }, "", Optional("those of the scenario"),
            "{ attend_burden = 2.0 }", "Parameter values that hold in this arm alone."),
        field("resolved_from", Kind::Text, "", Optional("the name given as `programme`"),
            "\"advice_and_guidance\"", "In a resolved scenario: the name of the programme that is written out."),
    ],
};

/// A programme file, an inline programme, and `override`.
#[rustfmt::skip]
pub static PROGRAMME: Section = Section {
    phrase: "a programme",
    meaning: "A helper measure. A file that holds only `compensating` offers no helper.",
    fields: &[
        field("name", Kind::Text, "", Default("\"\""), "\"Advice and guidance\"", "Name for people."),
        field("description", Kind::Text, "", Default("\"\""), "\"Weekly guidance of parents.\"", "What it is, in one or two sentences."),
        field("translations", Kind::Translations(&PROGRAMME_TRANSLATION), "", Optional("every language shows the texts as they are"),
            "{ nb = { name = \"Råd og veiledning\" } }", "Name and description in other languages, below the code of each."),
        field("source", Kind::Text, "", Default("\"\""), "\"own service\"", "Where the design comes from."),
        field("extends", Kind::ProgrammeName, "", Optional("stands alone"),
            "\"advice_and_guidance\"", "Programme whose fields hold where this one says nothing."),
        field("arena", Kind::Key(Vocabulary::Arena), "", Required, "\"home\"", "Where visits are held."),
        field("first_arena", Kind::Key(Vocabulary::Arena), "", Optional("all visits are held in `arena`"),
            "\"health_clinic\"", "Where the first visits are held."),
        field("first_visits", Kind::Whole(0, 1000), "visits", Default("0"), "2", "Attended visits held in `first_arena`."),
        field("schedule", Kind::Tables(&STEP), "", Required,
            "[{ from_week = 0, visits_per_week = 1.0 }]", "Planned visits per week, by week since start. Needed unless levels = \"need-based\"."),
        field("levels", Kind::Word(Levels::WORDS), "", Default("\"off\""),
            "\"off\"", "Is the planned rate set by need every twelve weeks instead?"),
        field("visit_minutes", Kind::Number(1.0, 1440.0), "minutes", Required, "60.0", "Length of a visit."),
        field("duration_weeks", Kind::Whole(1, LONGEST_WEEKS), "weeks", Required, "26", "Planned end, counted from the start."),
        field("max_weeks", Kind::Whole(1, LONGEST_WEEKS), "weeks", Optional("as `duration_weeks`"),
            "39", "Latest end after extension, counted from the start."),
        field("profession", Kind::Key(Vocabulary::Profession), "", Required, "\"social_worker\"", "The helper's profession."),
        field("training", Kind::Number(0.0, 1.0), "share", Default("0.5"), "0.5", "Training in the programme."),
        field("supervision", Kind::YesNo, "", Default("false"), "true", "Do helpers have regular supervision?"),
        field("team", Kind::YesNo, "", Default("false"), "false", "Do colleagues cover absence and hand over?"),
        field("caseload", Kind::Whole(1, 1000), "families per helper", Default("15"), "15", "Families per helper."),
        field("phone", Kind::Word(Phone::WORDS), "", Default("\"none\""),
            "\"own\"", "Can the helper be reached: no, on an own phone in working hours, or always?"),
        field("flexibility", Kind::Number(0.0, 1.0), "share", Default("0.5"), "0.5", "How far hours, rescheduling and length bend to the family."),
        field("codesign", Kind::Number(0.0, 1.0), "share", Default("0.5"), "0.5", "How far the family shapes goals and plan."),
        field("codesign_weeks", Kind::Whole(0, LONGEST_WEEKS), "weeks", Default("0"), "0", "First weeks in which codesign is 1."),
        field("control", Kind::Key(Vocabulary::Control), "", Required, "\"child_welfare_voluntary\"", "With what power the helper comes."),
        field("components", Kind::Keys(Vocabulary::HelperComponent), "", Default("[]"), "[\"parenting_skills\"]", "What the work is about."),
        field("wait_weeks", Kind::Whole(0, LONGEST_WEEKS), "weeks", Default("1"), "1", "From referral to the first possible visit."),
        field("min_attendance", Kind::Number(0.0, 1.0), "share", Default("0.5"), "0.5", "Share of planned visits that completion needs."),
        field("max_missed", Kind::Whole(1, 1000), "visits", Default("6"), "6", "Run of missed visits after which the service ends the measure."),
        field("uptake", Kind::WordOrNumber("model", 0.0, 1.0), "probability", Default("\"model\""),
            "\"model\"", "Probability of accepting: from the model, or fixed."),
        field("recruiter_training", Kind::Number(0.0, 1.0), "share", Default("0.5"), "0.5", "How well those who refer know the offer."),
        field("staff_turnover", Kind::Number(0.0, 52.0), "per year", Default("0.15"), "0.15", "Helper replacements."),
        field("compensating", Kind::Tables(&COMPENSATING), "", Default("[]"),
            "[{ kind = \"respite\", intensity = 0.5 }]", "Measures that need no alliance and come with the programme."),
        field("notes", Kind::Notes, "", Optional("nothing is said about sources"),
            "{ arena = \"stated: article 1\" }", "For each field: \"stated: where\" or \"assumed: why\"."),
    ],
};

/// A language of `translations` in a scenario.
#[rustfmt::skip]
pub static SCENARIO_TRANSLATION: Section = Section {
    phrase: "a translation of a scenario",
    meaning: "Texts of a scenario in one language.",
    fields: &[
        field("title", Kind::NonEmptyText, "", Optional("the title as it is"), "\"Hjemme eller på kontoret\"", "Heading of the report."),
        field("question", Kind::NonEmptyText, "", Optional("the question as it is"),
            "\"Betyr det noe hvor veiledningen gis?\"", "What the run is meant to answer."),
    ],
};

/// A language of `translations` in an arm.
#[rustfmt::skip]
pub static ARM_TRANSLATION: Section = Section {
    phrase: "a translation of an arm",
    meaning: "Texts of an arm in one language. Tables of results and options of the command line keep the name as it is.",
    fields: &[
        field("name", Kind::Label, "", Optional("the name as it is"), "\"hjemme\"", "Label in pages and figures; each arm has its own."),
        field("reason", Kind::NonEmptyText, "", Optional("the reason as it is"), "\"vanlig tilbud\"", "Why this arm is here."),
    ],
};

/// Fields of a helper measure in the order of the model's description.
pub const HELPER_FIELDS: [&str; 25] = [
    "arena",
    "first_arena",
    "first_visits",
    "schedule",
    "levels",
    "visit_minutes",
    "duration_weeks",
    "max_weeks",
    "profession",
    "training",
    "supervision",
    "team",
    "caseload",
    "phone",
    "flexibility",
    "codesign",
    "codesign_weeks",
    "control",
    "components",
    "wait_weeks",
    "min_attendance",
    "max_missed",
    "uptake",
    "recruiter_training",
    "staff_turnover",
];

/// A language of `translations` in a programme.
#[rustfmt::skip]
pub static PROGRAMME_TRANSLATION: Section = Section {
    phrase: "a translation of a programme",
    meaning: "Texts of a programme in one language.",
    fields: &[
        field("name", Kind::NonEmptyText, "", Optional("the name as it is"), "\"Råd og veiledning\"", "Name for people."),
        field("description", Kind::NonEmptyText, "", Optional("the description as it is"),
            "\"Ukentlig veiledning av foreldre.\"", "What it is, in one or two sentences."),
    ],
};

/// An entry of `schedule`.
#[rustfmt::skip]
pub static STEP: Section = Section {
    phrase: "a step of a schedule",
    meaning: "A planned rate that holds from a week on.",
    fields: &[
        field("from_week", Kind::Whole(0, LONGEST_WEEKS), "weeks", Required, "0", "First week since start; the first step begins at 0."),
        field("visits_per_week", Kind::Number(0.0, 21.0), "visits per week", Required, "1.0", "Planned visits per week."),
    ],
};

/// An entry of `compensating`.
#[rustfmt::skip]
pub static COMPENSATING: Section = Section {
    phrase: "a compensating measure",
    meaning: "A measure that needs no alliance.",
    fields: &[
        field("kind", Kind::Key(Vocabulary::Compensating), "", Required, "\"respite\"", "Which measure."),
        field("intensity", Kind::Number(0.0, 1.0), "share", Optional("`nights_per_month` says it"), "0.5", "Strength; 1 is the most."),
        field("nights_per_month", Kind::Number(0.0, 31.0), "nights per month", Optional("`intensity` says it"),
            "2", "For respite, instead of `intensity`: four nights or more are intensity 1."),
        field("follow_up", Kind::YesNo, "", Default("true"), "true", "Is it followed up? Without, its effect fades by one percent a week."),
    ],
};

/// `control_measure` of an arm.
#[rustfmt::skip]
pub static CONTROL_MEASURE: Section = Section {
    phrase: "a control measure",
    meaning: "Unannounced visits and drug tests.",
    fields: &[field("intensity", Kind::Number(0.0, 1.0), "share", Required, "0.5", "Strength; 1 is the most.")],
};

/// `capacity` of an arm.
#[rustfmt::skip]
pub static CAPACITY: Section = Section {
    phrase: "a capacity",
    meaning: "One site with so many helpers.",
    fields: &[
        field("helpers", Kind::Whole(1, 1_000_000), "helpers", Required, "3", "Helpers at the site."),
        field("intake_weeks", Kind::Whole(0, LONGEST_WEEKS), "weeks", Required, "26", "Weeks over which families are referred; 0 for all at once."),
    ],
};

/// `[uncertainty]`.
#[rustfmt::skip]
pub static UNCERTAINTY: Section = Section {
    phrase: "the uncertainty",
    meaning: "How parameters are drawn.",
    fields: &[
        field("draws", Kind::Whole(1, 1_000_000), "draws", Default("100"), "200", "Parameter draws; each is run for all arms and replicates."),
        field("from", Kind::Word(DrawSource::WORDS), "", Default("\"prior\""), "\"posterior\"", "Where parameters without a value here are drawn from: their plausible ranges, or the calibrated sample of the reading. Where a posterior file is named, it is drawn from unless this says \"prior\"."),
        field("posterior", Kind::Text, "", Optional("the sample of the reading that comes with the program"),
            "\"posterior.csv\"", "A calibrated sample of your own, as `homeground calibrate` writes it; its path is counted from this file. Defaults are then its central draw."),
        field("only_named", Kind::YesNo, "", Default("false"), "false", "Are only the ranges of [parameters] drawn, and all else left at its default?"),
    ],
};

/// A range in `[parameters]`.
#[rustfmt::skip]
pub static RANGE: Section = Section {
    phrase: "a range",
    meaning: "Values to draw from, each as likely as another.",
    fields: &[
        field("low", Kind::Number(f64::MIN, f64::MAX), "", Required, "1.0", "Lower end."),
        field("high", Kind::Number(f64::MIN, f64::MAX), "", Required, "3.0", "Upper end."),
    ],
};

/// The smallest scenario, as help for an empty file.
pub const SMALLEST_SCENARIO: &str = "population = \"child_welfare\"\n\n[[arm]]\nname = \"guidance at home\"\nprogramme = \"advice_and_guidance\"\noverride = { arena = \"home\" }\n";
