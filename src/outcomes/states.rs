//! The states of families that are followed by week.

/// States that are followed by week, in the order of the sums.
pub const STATES: [&str; 7] = [
    "alliance",
    "trust",
    "capacity",
    "stress",
    "wellbeing",
    "concern",
    "danger",
];

/// Place of alliance among the states: the one that only engaged families have.
pub const ALLIANCE: usize = 0;
