//! The outcomes that a study can ask about: words, units and weeks.
//!
//! They are those of `summary.csv`; a test beside the estimators holds the two together.

/// When an outcome is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// At quarters and years, and at the end of follow-up.
    Events,
    /// The same, and in week 12.
    States,
    /// At the end of follow-up alone.
    End,
    /// At referral alone.
    Referral,
}

/// An outcome with the units in which it is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutcomeRow {
    /// Its name in the tables of results.
    pub name: &'static str,
    /// Of whom; the first unless something else is asked for.
    pub units: &'static [&'static str],
    /// When it is known.
    pub when: When,
}

const fn row(name: &'static str, units: &'static [&'static str], when: When) -> OutcomeRow {
    OutcomeRow { name, units, when }
}

const EXIT: &[&str] = &["started", "offered"];
const FAMILY: &[&str] = &["family"];
const STARTED: &[&str] = &["started"];

/// All outcomes.
pub const OUTCOMES: [OutcomeRow; 33] = [
    row("placed", &["family", "child"], When::Events),
    row("completed", EXIT, When::Events),
    row("dropped_out", EXIT, When::Events),
    row("terminated", EXIT, When::Events),
    row("expired", EXIT, When::Events),
    row("ended_by_placement", EXIT, When::Events),
    row("still_engaged", EXIT, When::Events),
    row("waiting", EXIT, When::Events),
    row("placed_again", FAMILY, When::End),
    row("reunified", FAMILY, When::End),
    row("uptake", &["offered"], When::Referral),
    row("weeks_waited", STARTED, When::End),
    row("visits", STARTED, When::End),
    row("visits_delivered", STARTED, When::End),
    row("visits_planned", STARTED, When::End),
    row("hours", STARTED, When::End),
    row("hours_delivered", STARTED, When::End),
    row("hours_planned", STARTED, When::End),
    row("attended_share", STARTED, When::End),
    row("helper_hours", &["family", "started"], When::End),
    row("weeks_in_care", &["family", "child"], When::End),
    row("cost_nok", FAMILY, When::End),
    row("cost_visits_nok", FAMILY, When::End),
    row("cost_compensating_nok", FAMILY, When::End),
    row("cost_care_nok", FAMILY, When::End),
    row("risk_factors", FAMILY, When::Referral),
    row("alliance", STARTED, When::States),
    row("trust", FAMILY, When::States),
    row("capacity", FAMILY, When::States),
    row("stress", FAMILY, When::States),
    row("wellbeing", FAMILY, When::States),
    row("concern", FAMILY, When::States),
    row("danger", FAMILY, When::States),
];

/// Names of all outcomes.
pub const OUTCOME_WORDS: [&str; OUTCOMES.len()] = {
    let mut words = [""; OUTCOMES.len()];
    let mut index = 0;
    while index < OUTCOMES.len() {
        words[index] = OUTCOMES[index].name;
        index += 1;
    }
    words
};

/// Names of all units.
pub const UNIT_WORDS: [&str; 4] = ["family", "child", "started", "offered"];

/// The row of an outcome.
pub fn outcome_row(name: &str) -> Option<&'static OutcomeRow> {
    static ROWS: [OutcomeRow; OUTCOMES.len()] = OUTCOMES;
    ROWS.iter().find(|row| row.name == name)
}

/// Is less of this outcome better? None where neither is.
pub fn less_is_better(outcome: &str) -> Option<bool> {
    match outcome {
        "placed" | "placed_again" | "weeks_in_care" | "dropped_out" | "terminated" | "expired"
        | "ended_by_placement" | "stress" | "danger" | "cost_nok" | "cost_care_nok"
        | "weeks_waited" | "waiting" => Some(true),
        "uptake" | "completed" | "alliance" | "trust" | "capacity" | "wellbeing"
        | "attended_share" | "reunified" => Some(false),
        _ => None,
    }
}

/// The weeks in which an outcome is known, in a run of so many weeks; the last is the
/// one that is meant when none is named.
pub fn weeks_of(when: When, horizon: u32) -> Vec<u32> {
    let within = |weeks: &[u32]| {
        let mut within: Vec<u32> = weeks
            .iter()
            .copied()
            .filter(|week| *week < horizon)
            .collect();
        within.push(horizon);
        within
    };
    match when {
        When::Events => within(&[13, 26, 52, 104]),
        When::States => within(&[12, 13, 26, 52, 104]),
        When::End => vec![horizon],
        When::Referral => vec![0],
    }
}
