//! homeground simulates families at risk as they meet services, and compares designs
//! of measures: where visits are held, how often and how long, who comes, and with
//! what power. The model is described equation by equation in `docs/model.md`.
//!
//! It compares designs under stated assumptions. It is not for decisions about a
//! single family.
//!
//! # Architecture
//!
//! | crate | holds |
//! | --- | --- |
//! | [`homeground_core`] | evidence, scenarios, the model, its engine, and what is measured |
//! | [`homeground_figures`] | scenes, axes, SVG |
//! | [`homeground_report`] | words, tables, figures, the page of a run, the story of a family |
//! | [`homeground_studies`] | questions over many runs, calibration, validation |
//! | [`homeground_store`] | results folders: manifest, CSV, Parquet, PNG, checkpoints, shards |
//! | this one | [`cli`], one file a command, and [`publish`], from tables to figures and page |
//!
//! A crate depends on crates above it in this table and never on those below. The first
//! four know no file and no terminal, so that they also run in a browser.
//!
//! # An example
//!
//! ```
//! use homeground_core::engine::parallel::Progress;
//! use homeground_core::evidence::{ContrastKind, Outcome};
//! use homeground_core::outcomes::experiment::{self, NoRows};
//! use homeground_core::scenario::{BuiltInProgrammes, ScenarioInput, read_scenario};
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
//!             && row.contrast == ContrastKind::Difference
//!     })
//!     .and_then(|row| row.lower);
//! // More families complete at home, beyond what chance can explain.
//! assert!(difference > Some(0.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod cli;
pub mod publish;
mod study_checkpoint;
pub mod words;
