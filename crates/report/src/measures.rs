//! What outcomes are: how their numbers are written, and which way is better.

use homeground_figures::number::Kind;

/// How numbers of an outcome are written.
pub fn kind_of(outcome: &str) -> Kind {
    match outcome {
        "placed" | "placed_again" | "reunified" | "uptake" | "completed" | "dropped_out"
        | "terminated" | "expired" | "ended_by_placement" | "still_engaged" | "waiting"
        | "attended_share" => Kind::Share,
        name if name.starts_with("cost_") => Kind::Money,
        _ => Kind::Quantity,
    }
}

/// Which way of an outcome is better for families.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// The smaller value.
    Lower,
    /// The larger value.
    Higher,
    /// It depends.
    Neither,
}

/// Which way of an outcome is better for families.
pub fn better(outcome: &str) -> Better {
    match outcome {
        "placed" | "placed_again" | "weeks_in_care" | "dropped_out" | "terminated" | "expired"
        | "ended_by_placement" | "stress" | "danger" | "weeks_waited" | "waiting" => Better::Lower,
        "completed" | "uptake" | "attended_share" | "alliance" | "trust" | "capacity"
        | "wellbeing" | "reunified" => Better::Higher,
        _ => Better::Neither,
    }
}
