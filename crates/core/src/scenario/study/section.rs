//! The fields of `[study]`.

use crate::evidence::{Outcome, Unit};
use crate::scenario::fields::{Kind, LONGEST_WEEKS, Presence, Section, Vocabulary, field};
use Presence::{Optional, Required};

use super::types::{DECIDE_BY, Selection, Spread, StudyKind};

/// `[study]`: the fields of all kinds. Which kind takes which stands in `kinds`.
#[rustfmt::skip] // One field a line reads as the table that it is.
pub static STUDY: Section = Section {
    phrase: "a study",
    meaning: "A question to the assumptions behind the arms; asked with `homeground study KIND`.",
    fields: &[
        field("kind", Kind::Word(StudyKind::WORDS), "", Required,
            "\"sweep\"", "What is done."),
        field("outcome", Kind::Word(Outcome::WORDS), "", Presence::Default("\"placed\""),
            "\"placed\"", "The outcome that is asked about."),
        field("unit", Kind::Word(Unit::WORDS), "", Optional("the first unit that the outcome has"),
            "\"family\"", "Of whom it is measured."),
        field("week", Kind::Whole(0, LONGEST_WEEKS), "weeks", Optional("the last week in which it is known"),
            "104", "Week since referral in which it is measured."),
        field("arms", Kind::ArmNames, "", Optional("all arms; where two are compared, the first other arm and the reference"),
            "[\"home\", \"office\"]", "The arms that are studied; where two are compared, the first less the second."),
        field("vary", Kind::Vary, "", Optional("nothing is varied"),
            "{ attend_burden = [1.0, 2.0] }", "Fields by their path, as in --set, with the values that they take: a list, { from, to, steps }, or \"all\" words."),
        field("selection", Kind::Word(&Selection::WORDS), "", Presence::Default("\"full\""),
            "\"fraction\"", "Which combinations are simulated: all, a regular fraction of two levels each, or points spread between ends."),
        field("resolution", Kind::Whole(3, 5), "", Presence::Default("4"),
            "5", "Of a fraction, at least: 3 keeps main effects apart, 4 also from two-way interactions, 5 those from each other."),
        field("runs", Kind::Whole(4, 4096), "points", Optional("ten for each field"),
            "40", "Points of a Latin hypercube."),
        field("cost", Kind::Word(&COSTS), "", Presence::Default("\"cost_nok\""),
            "\"cost_visits_nok\"", "What a design costs by family: all that is priced, the visits alone, or hours of helpers."),
        field("cost_limit", Kind::Number(0.0, 1e12), "NOK or hours per family", Optional("designs may cost anything"),
            "100000.0", "The most that a design may cost."),
        field("switches", Kind::WordOrKeys("all", Vocabulary::Switch), "", Presence::Default("\"all\""),
            "[\"intrusion\", \"stigma\"]", "Mechanisms that are turned off."),
        field("pairs", Kind::YesNo, "", Presence::Default("true"),
            "false", "Are mechanisms also turned off two at a time?"),
        field("parameters", Kind::Keys(Vocabulary::Parameter), "", Optional("every parameter that the scenario does not fix; none if fields are varied"),
            "[\"intrusion_visits\", \"drop_intrusion\"]", "Parameters that move, within their ranges."),
        field("grid", Kind::Whole(2, 200), "steps", Presence::Default("6"),
            "6", "Equal steps of the first look over a range, before turns are closed in on."),
        field("planes", Kind::Whole(0, 20), "planes", Presence::Default("3"),
            "3", "Pairs, of what turns the order soonest, whose plane is mapped."),
        field("draws", Kind::Whole(2, 1_000_000), "draws", Optional("those of [uncertainty], or 300"),
            "300", "Parameter draws."),
        field("decide_by", Kind::Word(&DECIDE_BY), "", Optional("net benefit, if the worth of the outcome is known"),
            "\"net_benefit\"", "What the best arm has most of: worth of the outcome less cost, or the outcome alone."),
        field("willingness_to_pay", Kind::Number(0.0, 1e12), "NOK", Optional("the value of the table, if the outcome is in it"),
            "550000.0", "What one unit of the outcome less (or more) per family is worth."),
        field("willingness_highest", Kind::Number(0.0, 1e12), "NOK", Optional("that of the table, or four times the value"),
            "2000000.0", "Upper end of the values of the acceptability curve."),
        field("walks", Kind::Whole(4, 1000), "", Presence::Default("16"),
            "16", "Walks of the screening: each changes every parameter once."),
        field("top", Kind::Whole(1, 200), "", Optional("all parameters of a list, otherwise 12"),
            "12", "How many parameters are looked at closely: those with the largest effects in the screening."),
        field("samples", Kind::Whole(2, 1 << 20), "", Optional("1024; 256 for a ledger of assumptions"),
            "1024", "Base samples, a power of two; two points and one for each parameter are simulated for each."),
        field("spread", Kind::Word(Spread::WORDS), "", Presence::Default("\"prior\""),
            "\"prior\"", "How the weight of a parameter lies over its range: \"prior\", most at its default, or \"uniform\". A range that the scenario gives is uniform."),
        field("families", Kind::Whole(1, 100_000_000), "families", Optional("1000, or 500 for a ledger of assumptions; as many as the scenario has if they are fewer or helpers are few; --families counts"),
            "1000", "Families in each replicate at each point."),
        field("replicates", Kind::Whole(1, 1_000_000), "", Optional("2, or 10 for a ledger of assumptions; --replicates counts"),
            "2", "Replicates at each point; in two halves, to tell noise from response."),
    ],
};

/// What a design may cost in.
const COSTS: [&str; 3] =
    [Outcome::CostNok.word(), Outcome::CostVisitsNok.word(), Outcome::HelperHours.word()];
