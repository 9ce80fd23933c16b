//! Simulates families at risk as they meet services, and compares designs of measures.
#![warn(missing_docs)]

pub mod evidence;
#[cfg(feature = "app")]
pub mod report;
pub mod scenario;
