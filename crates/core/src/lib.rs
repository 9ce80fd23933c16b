//! The simulator: what is asked, what is known, the science, time, and what is measured.
//!
//! | module | holds |
//! | --- | --- |
//! | [`evidence`] | what we know: numbers, each with grade and source |
//! | [`scenario`] | what the user asks: files become checked values, every problem with its place |
//! | [`model`] | the science: one file per submodel, in the order of `docs/model.md` |
//! | [`engine`] | time and order: random numbers by slot, the week, chunks, sites |
//! | [`outcomes`] | what is measured: exact sums, estimators, contrasts |
//!
//! A module imports from modules above it in this table. No file, clock or terminal is
//! known here, and threads only with the feature `parallel`.

pub mod engine;
pub mod evidence;
pub mod model;
pub mod outcomes;
pub mod scenario;
