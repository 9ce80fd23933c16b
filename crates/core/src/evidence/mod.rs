//! What we know: the numbers of the model, each with a grade and a source.
//!
//! The tables live in `data/*.csv` and are part of the program. A row is never
//! changed while the program runs; a scenario that wants another value says so
//! in its own file.
//!
//! | table | rows are |
//! | --- | --- |
//! | [`parameters`] | global parameters with their ranges |
//! | [`constants`] | fixed numbers inside the formulas |
//! | [`catalogue`] | risk and protective factors |
//! | [`arenas`], [`professions`], [`controls`], [`components`] | what a measure is made of |
//! | [`populations`] | profiles of families |
//! | [`costs`] | prices in NOK |
//! | [`switches`] | mechanisms that a study can turn off |
//! | [`parameter_groups`], [`willingness`] | what decisions are weighed with |
//! | [`findings`] | numbers of the literature that targets rest on |
//! | [`places`] | where each parameter and constant acts |
//! | [`outcome`] | what is measured: words, units, weeks, which way is better |
//! | [`posterior`] | calibrated draws of the parameters, by reading of the literature |

mod decisions;
mod findings;
mod grade;
mod keyed;
mod literature_reading;
pub mod outcome;
mod places;
mod posterior;
mod tables;
mod words;

pub use decisions::{ParameterGroup, Willingness, parameter_groups, willingness};
pub use findings::{Finding, findings};
pub use grade::Grade;
pub use keyed::{Keyed, find};
pub use literature_reading::LiteratureReading;
pub use outcome::{Better, ContrastKind, NumberKind, Outcome, Unit, When};
pub use places::{Place, places};
pub use posterior::{Posterior, central_draw, posterior};
pub use tables::{
    Arena, Component, ComponentKind, Constant, Control, Cost, Factor, FactorKind, Parameter,
    Population, Profession, Switch, arenas, catalogue, components, constants, controls, costs,
    parameters, populations, professions, switches,
};

pub(crate) use words::words;

/// The version of the model that the tables and `docs/model.md` describe.
pub const MODEL_VERSION: u32 = 2;
