//! What is measured: counts that add up, estimators that name their assumptions,
//! contrasts between arms, costs.
//!
//! | file | holds |
//! | --- | --- |
//! | [`tally`] | exact sums over families, in any order |
//! | [`percentiles`] | percentiles of states by week |
//! | [`survival`] | Kaplan-Meier and Aalen-Johansen estimators |
//! | [`estimates`] | the outcomes of one arm in one replicate |
//! | [`moments`] | means, Monte Carlo errors, intervals over replicates and draws |
//! | [`contrasts`] | an arm against the reference, paired |
//! | [`collector`] | the tables of a whole run |
//! | `experiment` | a scenario from its first replicate to its tables |
//! | [`rows`] | the rows of those tables |
//! | [`trace`], [`chronicle`] | one family, week by week, and what happens to it |

pub mod chronicle;
pub mod collector;
pub mod contrasts;
pub mod estimates;
#[cfg(feature = "app")]
pub mod experiment;
pub mod moments;
pub mod percentiles;
pub mod rows;
pub mod survival;
pub mod tally;
pub mod trace;
