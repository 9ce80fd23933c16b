//! Simulates families at risk as they meet services, and compares designs of measures.
#![warn(missing_docs)]

#[cfg(feature = "app")]
pub mod cli;
pub mod engine;
pub mod evidence;
pub mod model;
pub mod outcomes;
#[cfg(feature = "app")]
pub mod report;
pub mod scenario;
