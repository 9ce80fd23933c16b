//! The science: one file per submodel, in the order of `docs/model.md`.
//!
//! Pure functions over columns of families. Nothing here knows a thread, a file,
//! a clock or a random generator: uniforms come in as numbers.
//!
//! | file | step of the model |
//! | --- | --- |
//! | [`initial`] | initial state |
//! | `acceptance` | acceptance, bond and agreement at the start |
//! | [`helpers`] | (1) helpers: skill, absence, replacement, utilisation |
//! | [`factors`] | (3) risk and protective factors |
//! | `stress` | (4) life events and stress |
//! | `visits` | (5) coercion, intrusion, stigma, burden, attendance |
//! | `alliance` | (6) bond, agreement, ruptures |
//! | `trust` | (7) trust in services |
//! | `capacity` | (8) caregiving capacity |
//! | `wellbeing` | (9) child wellbeing |
//! | `concern` | (10) danger, and what the service believes |
//! | `placement` | (11) placement and reunification |
//! | `exit` | (12) exit from the measure |
//!
//! [`design`] is a measure with its numbers looked up, [`cohort`] the families (columns of
//! their `state` and `history`), [`arm`] all submodels of one arm. Step (2), admission from
//! the waiting list, is bookkeeping over a whole site and stands in the engine.

#![allow(
    clippy::needless_range_loop,
    reason = "a row is the same family in many columns, so loops go over rows"
)]

mod acceptance;
mod alliance;
pub mod arm;
mod binomial;
mod capacity;
pub mod cohort;
mod columns;
mod concern;
pub mod design;
mod exit;
pub mod factors;
pub mod helpers;
mod history;
pub mod initial;
pub mod math;
pub mod parameters;
mod placement;
mod state;
mod stress;
mod trust;
mod visits;
mod wellbeing;
