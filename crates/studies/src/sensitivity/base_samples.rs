//! Points for variance-based indices: two samples A and B from one Sobol sequence,
//! and samples that take one parameter from B and the rest from A.
//!
//! With k parameters and N base samples, N (k + 2) points are simulated (Saltelli et al.
//! 2010, "Variance based sensitivity analysis of model output",
//! doi:10.1016/j.cpc.2009.09.018). A is the first k dimensions of a Sobol sequence in
//! 2 k dimensions, B the other k, with the direction numbers of Joe and Kuo
//! (2008, doi:10.1137/070709359).
//!
//! *No point is skipped, and all are shifted.* The sequence begins in the corner where
//! every parameter is at its lowest. To leave that point out would break the balance
//! that makes 2ᵐ points a net (Owen 2020, "On dropping the first Sobol' point",
//! arXiv:2008.08051). Instead the bits of every coordinate are flipped by a pattern that
//! the seed gives: the net stays a net, each point is uniform by itself, means are
//! unbiased, and another seed gives an independent design. For the same balance the
//! number of base samples has to be a power of two.

use rand::RngExt;
use sobol::Sobol;
use sobol::params::JoeKuoD6;

use homeground_core::engine::random::Streams;

/// Purpose of the random numbers, apart from those of parameter draws, which count
/// from zero.
const PURPOSE: u32 = 0x5348_4654;

/// Dimensions for which there are direction numbers.
const DIMENSIONS: usize = 1000;

/// Base samples that the direction numbers of 32 bits can tell apart, and far more than
/// anyone simulates.
const MOST_SAMPLES: usize = 1 << 24;

/// Why there are no points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SamplingError {
    /// The balance of Sobol points needs a power of two.
    #[error("{samples} base samples are not a power of two; take {below} or {above}")]
    NotPowerOfTwo {
        /// What was asked for.
        samples: usize,
        /// The next smaller power of two.
        below: usize,
        /// The next larger power of two.
        above: usize,
    },
    /// Nothing to vary, or more than there are direction numbers for.
    #[error("{0} parameters cannot be varied together; take 1 to {most}", most = DIMENSIONS / 2)]
    Parameters(usize),
    /// Too many.
    #[error("{0} base samples are too many; take at most {MOST_SAMPLES}")]
    TooMany(usize),
}

/// Which of the points that belong to a base sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matrix {
    /// All parameters from A.
    A,
    /// This parameter from B, the others from A.
    AB(usize),
    /// All parameters from B.
    B,
}

/// The points of a study of variance, in the unit cube.
///
/// Point `j (k + 2)` is base sample j in A; then one for each parameter taken from B;
/// point `j (k + 2) + k + 1` is base sample j in B.
#[derive(Clone, Debug, PartialEq)]
pub struct BaseSamples {
    parameters: usize,
    // Rows of 2 k numbers: A, then B.
    rows: Vec<f64>,
}

impl BaseSamples {
    /// The points for so many parameters and base samples under a seed.
    ///
    /// # Errors
    /// [`SamplingError`].
    pub fn new(parameters: usize, samples: usize, seed: u64) -> Result<Self, SamplingError> {
        if parameters == 0 || 2 * parameters > DIMENSIONS {
            return Err(SamplingError::Parameters(parameters));
        }
        if samples > MOST_SAMPLES {
            return Err(SamplingError::TooMany(samples));
        }
        if !samples.is_power_of_two() {
            let above = samples.next_power_of_two();
            return Err(SamplingError::NotPowerOfTwo {
                samples,
                below: (above / 2).max(1),
                above: above.max(2),
            });
        }
        let dimensions = 2 * parameters;
        let mut sequence = Streams::new(seed, 0, 0).sequence(PURPOSE);
        let shift: Vec<u32> = (0..dimensions).map(|_| sequence.random()).collect();
        let points = Sobol::<u32>::new(dimensions, &JoeKuoD6::standard());
        let rows = points
            .take(samples)
            .flat_map(|point| {
                point
                    .into_iter()
                    .zip(&shift)
                    .map(|(bits, shift)| in_unit(bits ^ shift))
                    .collect::<Vec<f64>>()
            })
            .collect();
        Ok(Self { parameters, rows })
    }

    /// Number of parameters.
    pub fn parameters(&self) -> usize {
        self.parameters
    }

    /// Number of base samples.
    pub fn samples(&self) -> usize {
        self.rows.len() / (2 * self.parameters)
    }

    /// Number of points: N (k + 2).
    pub fn points(&self) -> usize {
        self.samples() * self.points_per_sample()
    }

    /// Points of one base sample: k + 2.
    pub fn points_per_sample(&self) -> usize {
        self.parameters + 2
    }

    /// Base sample and matrix of a point.
    pub fn place(&self, point: usize) -> (usize, Matrix) {
        let matrix = match point % self.points_per_sample() {
            0 => Matrix::A,
            last if last == self.parameters + 1 => Matrix::B,
            parameter => Matrix::AB(parameter - 1),
        };
        (point / self.points_per_sample(), matrix)
    }

    /// Coordinates of a point, each above 0 and below 1.
    ///
    /// # Panics
    /// When there is no such point.
    pub fn point(&self, point: usize) -> Vec<f64> {
        let (sample, matrix) = self.place(point);
        let row = &self.rows[sample * 2 * self.parameters..][..2 * self.parameters];
        let (a, b) = row.split_at(self.parameters);
        match matrix {
            Matrix::A => a.to_vec(),
            Matrix::B => b.to_vec(),
            Matrix::AB(parameter) => {
                let mut mixed = a.to_vec();
                mixed[parameter] = b[parameter];
                mixed
            }
        }
    }
}

/// The middle of the cell that 32 bits stand for.
fn in_unit(bits: u32) -> f64 {
    (f64::from(bits) + 0.5) / (f64::from(u32::MAX) + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sequence_is_that_of_joe_and_kuo() {
        // First points in ten dimensions, from the table of test points that comes with
        // their direction numbers.
        let points: Vec<Vec<u32>> = Sobol::<u32>::new(10, &JoeKuoD6::standard()).take(5).collect();
        let expected = [
            [0.0; 10],
            [0.5; 10],
            [0.75, 0.25, 0.25, 0.25, 0.75, 0.75, 0.25, 0.75, 0.75, 0.75],
            [0.25, 0.75, 0.75, 0.75, 0.25, 0.25, 0.75, 0.25, 0.25, 0.25],
            [0.375, 0.375, 0.625, 0.875, 0.375, 0.125, 0.375, 0.875, 0.875, 0.625],
        ];
        for (point, expected) in points.iter().zip(expected) {
            for (bits, expected) in point.iter().zip(expected) {
                assert_eq!(f64::from(*bits) / 2f64.powi(32), expected);
            }
        }
    }

    #[test]
    fn every_coordinate_fills_every_cell_once_whatever_the_seed() {
        for seed in [0, 1, 20_261_122] {
            let samples = BaseSamples::new(20, 256, seed).unwrap();
            for dimension in 0..20 {
                for matrix in [0, 21] {
                    let mut cells: Vec<usize> = (0..256)
                        .map(|sample| samples.point(sample * 22 + matrix)[dimension])
                        .map(|coordinate| (coordinate * 256.0) as usize)
                        .collect();
                    cells.sort_unstable();
                    assert!(cells.iter().copied().eq(0..256));
                }
            }
        }
    }

    #[test]
    fn a_point_takes_one_parameter_from_the_other_sample() {
        let samples = BaseSamples::new(3, 8, 5).unwrap();
        assert_eq!(samples.points(), 40);
        let (a, b) = (samples.point(10), samples.point(14));
        assert_eq!(samples.place(10), (2, Matrix::A));
        assert_eq!(samples.place(12), (2, Matrix::AB(1)));
        assert_eq!(samples.place(14), (2, Matrix::B));
        assert_eq!(samples.point(12), [a[0], b[1], a[2]]);
        assert!(a.iter().zip(&b).all(|(a, b)| a != b));
    }

    #[test]
    fn seeds_give_designs_of_their_own() {
        let first = BaseSamples::new(3, 8, 5).unwrap();
        assert_eq!(first, BaseSamples::new(3, 8, 5).unwrap());
        assert_ne!(first, BaseSamples::new(3, 8, 6).unwrap());
    }

    #[test]
    fn numbers_without_balance_are_refused_with_the_nearest_that_have_it() {
        let error = BaseSamples::new(3, 1000, 1).unwrap_err();
        assert_eq!(error.to_string(), "1000 base samples are not a power of two; take 512 or 1024");
        assert!(BaseSamples::new(3, 0, 1).is_err());
        assert!(BaseSamples::new(0, 8, 1).is_err());
        assert!(BaseSamples::new(501, 8, 1).is_err());
        assert!(BaseSamples::new(500, 2, 1).is_ok());
    }
}
