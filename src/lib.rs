//! homeground simulates families at risk as they meet services, and compares designs
//! of measures: where visits are held, how often and how long, who comes, and with
//! what power. The model is described equation by equation in `docs/model.md`.
//!
//! It compares designs under stated assumptions. It is not for decisions about a
//! single family.
//!
//! # The house
//!
//! | room | holds |
//! | --- | --- |
//! | [`evidence`] | what we know: numbers, each with grade and source |
//! | [`scenario`] | what the user asks: files become checked values, every problem with its place |
//! | [`model`] | the science: one file per submodel, in the order of `docs/model.md` |
//! | [`engine`] | time and parallelism: random numbers by slot, the week, chunks, sites |
//! | [`outcomes`] | what is measured: exact sums, estimators, contrasts |
//! | [`study`] | what results depend on: many points on the same families |
//! | [`report`] | what people see: tables, figures, words, the page |
//! | [`cli`] | one file per command |
//!
//! Data flows one way: a room imports from rooms above it in this table, never from
//! rooms below. `scenario`, `evidence`, `model`, `engine`, `outcomes` and `study` know no file,
//! thread or terminal when the feature `app` is off, so that they also run in a browser.
//!
//! # An example
//!
//! ```
//! use homeground::engine::parallel::Progress;
//! use homeground::evidence::{ContrastKind, Outcome};
//! use homeground::outcomes::experiment::{self, NoRows};
//! use homeground::scenario::{BuiltInProgrammes, ScenarioInput, read_scenario};
//!
//! let text = r#"
//! population = "child_welfare"
//! families = 500
//! replicates = 4
//! reference = "office"
//!
//! [[arm]]
//! name = "office"
//! programme = "advice_and_guidance"
//!
//! [[arm]]
//! name = "home"
//! programme = "advice_and_guidance"
//! override = { arena = "home" }
//! "#;
//! let input = ScenarioInput::new("example", "example.toml", text, &BuiltInProgrammes);
//! let scenario = read_scenario(&input)?.value;
//! let tables = experiment::run(&scenario, &Progress::default(), &mut NoRows)?;
//!
//! let difference = tables
//!     .contrasts
//!     .iter()
//!     .find(|row| {
//!         row.outcome == Outcome::Completed
//!             && row.week == 104
//!             && row.measure == ContrastKind::Difference
//!     })
//!     .and_then(|row| row.lower);
//! // More families complete at home, beyond what chance can explain.
//! assert!(difference > Some(0.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
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
pub mod study;
