//! The command line: one file per command.

pub mod check;
pub mod diagnostics;
pub mod files;
pub mod load;
