//! `uncertainty`: which arm is best under parameter draws, what research would be worth,
//! and where the favourite fails.
//!
//! | file | holds |
//! | --- | --- |
//! | [`rows`] | the rows of the tables |
//! | `draws` | what each arm brings and costs in each draw |
//! | `run` | the study |

pub mod boxes;
pub mod decision;
mod draws;
pub mod figures;
pub mod information;
pub mod noise;
pub mod page;
pub mod rows;
mod run;
pub mod smooth;
pub mod words;

pub use run::run;
