//! Questions over many runs: what an answer leans on.
//!
//! | file | holds |
//! | --- | --- |
//! | [`halves`] | an outcome from two independent halves of the replicates, and what is noise in it |
//! | [`bootstrap`] | resampling with fixed seeds, percentile intervals |
//! | [`base_samples`] | Sobol points for variance-based indices |
//! | [`indices`] | first-order and total indices |
//! | [`trajectories`] | points for screening |
//! | [`screening`] | elementary effects |
//! | [`ranges`] | parameters varied over their ranges, from the unit cube |

pub mod base_samples;
pub mod bootstrap;
pub mod halves;
pub mod indices;
#[cfg(test)]
mod published;
pub mod ranges;
pub mod screening;
pub mod trajectories;
