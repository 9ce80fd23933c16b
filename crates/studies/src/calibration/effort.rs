//! How much work a calibration does.

use crate::calibration::sampler::ChainLength;

/// How much work a calibration does.
#[derive(Clone, Debug, PartialEq)]
pub struct Effort {
    /// Points of the first wave, drawn from the prior.
    pub first_points: usize,
    /// Points of each further wave.
    pub further_points: usize,
    /// Further waves.
    pub further_waves: usize,
    /// Families in an ordinary design at each point.
    pub families: u32,
    /// Chains between waves.
    pub search: ChainLength,
    /// Chains of the last emulators.
    pub last: ChainLength,
    /// Draws that are simulated in the end.
    pub draws: usize,
    /// Draws that are kept of them.
    pub kept: usize,
    /// Families in an ordinary design at each of them.
    pub last_families: u32,
}

impl Effort {
    /// For results that are kept.
    pub fn full() -> Effort {
        Effort {
            first_points: 2000,
            further_points: 900,
            further_waves: 5,
            families: 3000,
            search: ChainLength { chains: 24, warm_up: 150, kept: 150 },
            last: ChainLength { chains: 24, warm_up: 400, kept: 2000 },
            draws: 2000,
            kept: 400,
            last_families: 8000,
        }
    }

    /// For a first look and for teaching.
    pub fn quick() -> Effort {
        Effort {
            first_points: 500,
            further_points: 300,
            further_waves: 3,
            families: 1000,
            search: ChainLength { chains: 12, warm_up: 80, kept: 80 },
            last: ChainLength { chains: 12, warm_up: 150, kept: 300 },
            draws: 300,
            kept: 200,
            last_families: 2000,
        }
    }
}
