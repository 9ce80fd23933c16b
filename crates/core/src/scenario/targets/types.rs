//! A checked target: a number of the literature with what the model must show for it.

use crate::evidence::{Grade, LiteratureReading, Outcome, Unit};
use crate::scenario::types::{Arm, Population};

/// A statistic of the literature, and the design of the model that it speaks about.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Its name, unique in its file.
    pub id: String,
    /// A short name for people, English; empty where the file gives none.
    pub title: String,
    /// A short name for people, Norwegian; empty where the file gives none.
    pub title_nb: String,
    /// The reading that it belongs to; none for a target of both.
    pub reading: Option<LiteratureReading>,
    /// Who the families are.
    pub population: Population,
    /// The design as it is written in the file, for tables.
    pub arm_text: String,
    /// The design.
    pub arm: Arm,
    /// The design that it is compared with, as written.
    pub reference_text: String,
    /// The design that it is compared with, for statistics that compare.
    pub reference: Option<Arm>,
    /// What is counted or measured.
    pub statistic: Statistic,
    /// The outcome as it is written in the file, for tables.
    pub outcome_text: String,
    /// The unit as it is written in the file, for tables.
    pub unit_text: String,
    /// The measure as it is written in the file, for tables.
    pub measure_text: String,
    /// Weeks since referral.
    pub week: u32,
    /// On which scale the error is a standard deviation.
    pub scale: Scale,
    /// The estimate of the literature, on its natural scale.
    pub value: f64,
    /// Its standard error on [`Self::scale`]: of the value, or of its logarithm or logit.
    pub standard_error: f64,
    /// Rows of the evidence that it rests on.
    pub evidence: String,
    /// What is to be known about it.
    pub note: String,
    /// How far the evidence speaks about what the model counts.
    pub comparability: Comparability,
}

impl Target {
    /// Does it belong to the targets of a reading?
    pub fn belongs_to(&self, reading: LiteratureReading) -> bool {
        self.reading.is_none_or(|own| own == reading)
    }

    /// The keys of the evidence that it rests on. A range such as `E08.24-25` stands for
    /// all keys in it; words that are no keys are left out.
    pub fn evidence_keys(&self) -> Vec<String> {
        self.evidence.split([' ', ',', ';']).flat_map(keys_of_range).collect()
    }
}

/// `E01.12-13` as E01.12 and E01.13.
fn keys_of_range(word: &str) -> Vec<String> {
    let parts = || {
        let (topic, rows) = word.strip_prefix('E')?.split_once('.')?;
        let (first, last) = rows.split_once('-').unwrap_or((rows, rows));
        let topic: u32 = topic.parse().ok()?;
        Some((topic, first.parse::<u32>().ok()?, last.parse::<u32>().ok()?))
    };
    match parts() {
        Some((topic, first, last)) if last < 1000 => {
            (first..=last).map(|row| format!("E{topic:02}.{row:02}")).collect()
        }
        _ => Vec::new(),
    }
}

/// How far the evidence of a target speaks about what the model counts. Everything may be
/// missing in a user's file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparability {
    /// How well the number is known.
    pub grade: Option<Grade>,
    /// Where it was found.
    pub country: String,
    /// When: years of the studies.
    pub years: String,
    /// What the studies counted, in their own units.
    pub counted: String,
    /// Was help allotted at random?
    pub randomised: Option<Randomised>,
    /// How far it may be compared with the model's number.
    pub comparable: Option<Comparable>,
    /// Why no further, or why so far.
    pub why: String,
}

/// Was help allotted at random in the studies?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Randomised {
    /// In all.
    Yes,
    /// In some.
    Some,
    /// In none, or nothing is compared.
    No,
}

impl Randomised {
    /// Its words in files.
    pub const WORDS: [(&str, Self); 3] =
        [("yes", Self::Yes), ("some", Self::Some), ("no", Self::No)];

    /// Its word in files.
    pub fn word(self) -> &'static str {
        word_of(self, &Self::WORDS)
    }
}

/// How far a number of the literature may be compared with the model's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparable {
    /// The same programme, like families, the same count.
    Closely,
    /// One of the three differs.
    Partly,
    /// More than one differs: it bounds the model and does not measure it.
    Loosely,
}

impl Comparable {
    /// Its words in files.
    pub const WORDS: [(&str, Self); 3] =
        [("closely", Self::Closely), ("partly", Self::Partly), ("loosely", Self::Loosely)];

    /// Its word in files.
    pub fn word(self) -> &'static str {
        word_of(self, &Self::WORDS)
    }
}

/// The word of a value.
fn word_of<T: PartialEq>(value: T, words: &[(&'static str, T)]) -> &'static str {
    let found = words.iter().find(|(_, other)| *other == value);
    found.map_or("", |(word, _)| *word)
}

/// What a target counts or measures.
#[derive(Clone, Debug, PartialEq)]
pub enum Statistic {
    /// One number of an arm.
    Level(Measured),
    /// The number of the arm divided by that of the reference.
    Ratio(Measured),
    /// The number of the arm less that of the reference.
    Difference(Measured),
    /// Mean of a state in the arm less that in the reference, in standard deviations of
    /// families (the root of the mean of both variances).
    StandardisedDifference(State),
    /// Odds of danger above its 95th percentile (of all families of the arm at that
    /// week): four or more risk factors at referral, over none.
    HarmGradient,
    /// Correlation over families that are engaged at the end of `alliance_week` between
    /// their alliance then and the change of their capacity from then to the week of the target.
    AllianceOutcome {
        /// Week whose end is meant.
        alliance_week: u32,
    },
    /// Alliance at the end of `alliance_week` of families that have completed by the week of
    /// the target, or are still engaged then, less that of families that have dropped out
    /// after it; in standard deviations of both groups.
    AllianceDropout {
        /// Week whose end is meant.
        alliance_week: u32,
    },
}

/// A number of one arm.
#[derive(Clone, Debug, PartialEq)]
pub enum Measured {
    /// A share of families, children, those who started or those offered with any of these
    /// events by the week.
    Share {
        /// Events; their shares are added.
        events: Vec<Event>,
        /// Of whom.
        unit: Unit,
    },
    /// Mean of a state over families at the end of the week (over engaged ones for alliance).
    Mean(State),
    /// Visits attended by the week, of those who started.
    Visits,
    /// Attended of delivered visits by the week.
    AttendedShare,
}

/// What can have happened by a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A first placement.
    Placed,
    /// The offer was accepted.
    Uptake,
    /// The measure was completed.
    Completed,
    /// The family left.
    DroppedOut,
    /// The service ended it.
    Terminated,
    /// Time ran out.
    Expired,
    /// A placement ended it.
    EndedByPlacement,
    /// The family is in the measure at the end of the week.
    StillEngaged,
}

impl Event {
    /// All events.
    pub const ALL: [Self; 8] = [
        Self::Placed,
        Self::Uptake,
        Self::Completed,
        Self::DroppedOut,
        Self::Terminated,
        Self::Expired,
        Self::EndedByPlacement,
        Self::StillEngaged,
    ];

    /// The outcome that counts it.
    pub fn outcome(self) -> Outcome {
        match self {
            Self::Placed => Outcome::Placed,
            Self::Uptake => Outcome::Uptake,
            Self::Completed => Outcome::Completed,
            Self::DroppedOut => Outcome::DroppedOut,
            Self::Terminated => Outcome::Terminated,
            Self::Expired => Outcome::Expired,
            Self::EndedByPlacement => Outcome::EndedByPlacement,
            Self::StillEngaged => Outcome::StillEngaged,
        }
    }
}

/// A state of a family by week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Alliance a.
    Alliance,
    /// Trust τ.
    Trust,
    /// Capacity c.
    Capacity,
    /// Stress s.
    Stress,
    /// Child wellbeing w.
    Wellbeing,
    /// The service's concern o.
    Concern,
    /// Danger d.
    Danger,
}

impl State {
    /// All states.
    pub const ALL: [Self; 7] = [
        Self::Alliance,
        Self::Trust,
        Self::Capacity,
        Self::Stress,
        Self::Wellbeing,
        Self::Concern,
        Self::Danger,
    ];

    /// The outcome that is its mean.
    pub fn outcome(self) -> Outcome {
        match self {
            Self::Alliance => Outcome::Alliance,
            Self::Trust => Outcome::Trust,
            Self::Capacity => Outcome::Capacity,
            Self::Stress => Outcome::Stress,
            Self::Wellbeing => Outcome::Wellbeing,
            Self::Concern => Outcome::Concern,
            Self::Danger => Outcome::Danger,
        }
    }
}

/// The scale on which a target's error is a standard deviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// The value itself.
    Identity,
    /// Its natural logarithm.
    Log,
    /// Its logit.
    Logit,
}

impl Scale {
    /// Its words in files.
    pub const WORDS: [(&str, Self); 3] =
        [("identity", Self::Identity), ("log", Self::Log), ("logit", Self::Logit)];

    /// Its word in files.
    pub fn word(self) -> &'static str {
        word_of(self, &Self::WORDS)
    }

    /// A value of the natural scale on this one.
    pub fn of(self, value: f64) -> f64 {
        match self {
            Scale::Identity => value,
            Scale::Log => value.ln(),
            Scale::Logit => (value / (1.0 - value)).ln(),
        }
    }

    /// A value of this scale on the natural one.
    pub fn back(self, value: f64) -> f64 {
        match self {
            Scale::Identity => value,
            Scale::Log => value.exp(),
            Scale::Logit => 1.0 / (1.0 + (-value).exp()),
        }
    }
}
