//! What outcomes are: how their numbers are written, and which way is better.

use super::numbers::Kind;
pub use crate::evidence::Better;
use crate::evidence::Outcome;

/// How numbers of an outcome are written.
pub fn kind_of(outcome: &str) -> Kind {
    Outcome::from_word(outcome).map_or(Kind::Quantity, Outcome::number)
}

/// Which way of an outcome is better for families.
pub fn better(outcome: &str) -> Better {
    Outcome::from_word(outcome).map_or(Better::Neither, Outcome::better_for_families)
}
