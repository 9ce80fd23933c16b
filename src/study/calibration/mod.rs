//! Calibration: what the literature says about the parameters.

pub mod emulator;
#[cfg(feature = "app")]
pub mod findings;
pub mod likelihood;
pub mod moments;
#[cfg(feature = "app")]
pub mod ranks;
pub mod rows;
#[cfg(feature = "app")]
pub mod sampler;
pub mod scores;
pub mod simplex;
#[cfg(feature = "app")]
pub mod simulate;
pub mod slice;
#[cfg(feature = "app")]
pub mod validate;
pub mod watch;
#[cfg(feature = "app")]
pub mod waves;
pub mod weighted;
pub mod worlds;
