//! Calibration: what the literature says about the parameters.

pub mod emulator;
pub mod likelihood;
pub mod moments;
#[cfg(feature = "app")]
pub mod sampler;
pub mod rows;
pub mod scores;
pub mod simplex;
#[cfg(feature = "app")]
pub mod simulate;
pub mod slice;
pub mod watch;
#[cfg(feature = "app")]
pub mod waves;
pub mod worlds;
