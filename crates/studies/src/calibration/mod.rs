//! Calibration: what the literature says about the parameters.
//!
//! | file | holds |
//! | --- | --- |
//! | [`worlds`] | the designs that targets ask about, each simulated once for all of its targets |
//! | [`watch`], [`moments`] | an observer that counts what the targets need, in exact sums |
//! | `simulate` | the statistics of all targets at many points, spread over threads |
//! | [`scores`] | parameters as standard normal scores of their priors |
//! | [`emulator`], [`simplex`] | a Gaussian process for one statistic |
//! | [`likelihood`] | how well a point agrees with the targets |
//! | [`mod@slice`], `sampler` | elliptical slice sampling, chains and their agreement |
//! | `waves` | history matching in waves, and draws of the posterior |
//! | `importance` | their weights, and fewer draws for many |
//! | [`weighted`] | summaries of weighted draws |
//! | [`rows`], `findings` | tables: what fits, what was learnt, how far to trust it |
//! | `validate` | posterior-predictive checks |
//! | `ranks` | simulation-based calibration |

pub mod emulator;
pub mod findings;
pub mod importance;
pub mod likelihood;
pub mod moments;
pub mod pages;
pub mod ranks;
pub mod rows;
pub mod sampler;
pub mod scores;
pub mod simplex;
pub mod simulate;
pub mod slice;
pub mod validate;
pub mod watch;
pub mod waves;
pub mod weighted;
pub mod worlds;
