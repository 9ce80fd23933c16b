//! What the user asks for: scenario and programme files, checked.

mod types;

pub use types::*;
