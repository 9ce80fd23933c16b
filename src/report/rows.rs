//! The rows of the tables in a results folder, as the outcomes give them.

pub use crate::outcomes::rows::*;
