//! Compares languages with each other, and with the keys that sources use.

mod catalogue;
mod sources;

pub use catalogue::Catalogue;
pub use sources::Used;
