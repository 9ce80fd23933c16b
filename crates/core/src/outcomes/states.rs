//! The states of families that are followed by week.

use crate::evidence::Outcome;

/// States that are followed by week, in the order of the sums.
pub const STATES: [Outcome; 7] = [
    Outcome::Alliance,
    Outcome::Trust,
    Outcome::Capacity,
    Outcome::Stress,
    Outcome::Wellbeing,
    Outcome::Concern,
    Outcome::Danger,
];

/// Place of alliance among the states: the one that only engaged families have.
pub const ALLIANCE: usize = 0;
