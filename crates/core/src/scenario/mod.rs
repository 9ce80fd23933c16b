//! What the user asks for: scenario and programme files, checked.
//!
//! A text becomes a tree in which every value knows its place
//! (`document`), layers are merged on the tree (`layers`, `assign`), every
//! value is checked against the table of fields (`sections`, `check`), then
//! values are put together and checked against each other (`design`,
//! `programme`, `arm`, `population`, `read`). All problems are reported at once, each as a
//! [`Diagnostic`] with its place and a remedy.
//!
//! This room touches no file: programmes, and posterior files, come from a
//! [`ProgrammeSource`].

mod arm;
mod assign;
mod assignment;
mod check;
mod compensating;
mod design;
mod diagnostic;
mod document;
mod doubts;
pub mod fields;
mod layers;
mod nearest;
mod parameter_file;
mod parameters;
mod population;
mod posterior;
mod posterior_file;
mod programme;
mod read;
mod reader;
mod reference;
mod remedy;
mod schema;
pub mod sections;
mod source;
pub mod study;
mod syntax;
pub mod targets;
mod types;
mod uncertainty;
mod write;

pub use assignment::Assignment;
pub use diagnostic::{
    Diagnostic, Error, Label, Origin, Place, Problem, Reading, Severity, SourceText,
};
pub use nearest::nearest;
pub use parameter_file::{ParametersFile, parse_parameters_file};
pub use posterior::{POSTERIOR_FILE, PosteriorFile};
pub use posterior_file::parse_posterior_file;
pub use programme::{ResolvedProgramme, read_programme};
pub use read::{FileKind, ScenarioInput, file_kind, read_scenario};
pub use reference::format_reference;
pub use schema::{programme_schema, scenario_schema};
pub use source::{BuiltInProgrammes, ProgrammeSource, built_in_programmes, built_in_scenarios};
pub use study::{Study, StudyKind, StudyOutcome, StudyPlan};
pub use types::*;
