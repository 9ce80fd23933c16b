//! What the user asks for: scenario and programme files, checked.
//!
//! All problems are reported at once, each as a [`Diagnostic`] with its place and a remedy.
//! This module touches no file: programmes, and posterior files, come from a
//! [`ProgrammeSource`].
//!
//! Files, each of which imports from those above it alone:
//!
//! | subject | files |
//! | --- | --- |
//! | texts, places, problems | `diagnostic`, `nearest`, `source` |
//! | a text as a tree in which every value knows its place | `document`, `syntax`, `parse`, `cells` |
//! | checked values, and how they are written | `lines`, `translations`, `study::types`, `types`, `study::write`, `write` |
//! | what may be written | `fields`, `study::section`, `study::kinds`, `sections` |
//! | a table against its fields | `reader`, `remedy`, `mistakes`, `languages`, `parameters`, `check` |
//! | values of the command line and of other files | `assignment`, `assign`, `parameter_file`, `posterior_columns`, `posterior_file`, `posterior` |
//! | the parts of a scenario | `compensating`, `design`, `layers`, `programme`, `arm`, `population`, `uncertainty`, `build` |
//! | its study | `study` |
//! | the whole file | `doubts`, `read` |
//! | what is told of the fields | `reference`, `schema` |
//! | targets of calibration | `targets` |

mod arm;
mod assign;
mod assignment;
mod build;
mod cells;
mod check;
mod compensating;
mod design;
mod diagnostic;
mod document;
mod doubts;
pub mod fields;
mod languages;
mod layers;
mod lines;
mod mistakes;
mod nearest;
mod parameter_file;
mod parameters;
mod parse;
mod population;
mod posterior;
mod posterior_columns;
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
mod translations;
mod types;
mod uncertainty;
mod write;

pub use assignment::Assignment;
pub use diagnostic::{
    Diagnostic, Error, Label, Origin, Parsed, Place, Problem, Severity, SourceText,
};
pub use nearest::nearest;
pub use parameter_file::{ParametersFile, parse_parameters_file};
pub use posterior_file::parse_posterior_file;
pub use programme::{ResolvedProgramme, read_programme};
pub use read::{FileKind, ScenarioInput, file_kind, read_scenario};
pub use reference::format_reference;
pub use schema::{programme_schema, scenario_schema};
pub use source::{BuiltInProgrammes, ProgrammeSource, built_in_programmes, built_in_scenarios};
pub use study::{Study, StudyKind, StudyPlan};
pub use translations::Translations;
pub use types::*;
