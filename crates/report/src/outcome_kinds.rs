//! What outcomes are: how their numbers are written, and which way is better.

pub use homeground_core::evidence::Better;
use homeground_core::evidence::{NumberKind, Outcome};
use homeground_figures::number::Kind;

/// How numbers of an outcome are written; one that is not known is a plain quantity.
pub fn kind_of(outcome: &str) -> Kind {
    match Outcome::from_word(outcome).map(Outcome::number) {
        Some(NumberKind::Share) => Kind::Share,
        Some(NumberKind::Money) => Kind::Money,
        Some(NumberKind::Quantity) | None => Kind::Quantity,
    }
}

/// Which way of an outcome is better for families.
pub fn better(outcome: &str) -> Better {
    Outcome::from_word(outcome).map_or(Better::Neither, Outcome::better_for_families)
}
