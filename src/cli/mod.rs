//! The command line: one file per command.

pub mod check;
pub mod diagnostics;
pub mod family;
pub mod files;
pub mod list;
pub mod load;
pub mod show;
pub mod tables;
pub mod width;
