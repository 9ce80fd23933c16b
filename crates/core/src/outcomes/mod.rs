//! What is measured: counts that add up, estimators that name their assumptions,
//! contrasts between arms, costs.
//!
//! | file | holds |
//! | --- | --- |
//! | [`states`] | the states that are followed by week |
//! | [`tally`] | exact sums over families, in any order |
//! | `percentiles` | percentiles of states by week |
//! | `survival` | Kaplan-Meier and Aalen-Johansen estimators |
//! | [`estimates`] | the outcomes of one arm in one replicate |
//! | `curves` | its curves, week by week |
//! | [`moments`] | means, Monte Carlo errors, intervals over replicates and draws |
//! | `contrasts` | an arm against the reference, paired |
//! | `exact` | sums that are the same bits in any order |
//! | `series` | a row of values over parameter draws |
//! | `gathered` | what has been gathered of a run so far; parts can be added |
//! | `layout` | what is measured in a run, and the values of its replicates |
//! | [`tables`] | the tables of a run |
//! | `experiment` | a scenario from its first replicate to its tables |
//! | [`rows`] | the rows of its tables |
//! | [`trace`] | one family, week by week |
//! | `family_events`, [`chronicle`] | what happens to it, under every arm |

pub mod chronicle;
mod contrasts;
mod curves;
pub mod estimates;
mod exact;
pub mod experiment;
mod family_events;
mod gathered;
mod layout;
pub mod manifest;
pub mod moments;
mod numbers;
mod percentiles;
pub mod rows;
mod series;
pub mod states;
mod survival;
pub mod tables;
pub mod tally;
pub mod trace;
