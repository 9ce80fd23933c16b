//! `uncertainty`: which arm is best under parameter draws, what research would be worth,
//! and where the favourite fails.
//!
//! | file | holds |
//! | --- | --- |
//! | [`rows`] | the rows of the tables |
//! | `draws` | what each arm brings and costs in each draw |
//! | `run` | the study |

mod draws;
pub mod rows;
mod run;

pub use run::run;
