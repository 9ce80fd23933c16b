//! Points for screening: walks through a grid that change one parameter at a time
//! (Morris 1991, "Factorial sampling plans for preliminary computational experiments",
//! doi:10.1080/00401706.1991.10484804).
//!
//! The grid has four levels, 0, 1/3, 2/3 and 1, and every step is 2/3 long. Steps are
//! long and all alike on purpose: an effect is a difference divided by the step, so a
//! short step would multiply Monte Carlo noise. That speaks against radial designs here.
//!
//! The design is balanced and spread: over the walks each parameter starts from each
//! level equally often (as in Khare, Muñoz-Carpena, Rooker, Martinez 2015,
//! doi:10.1016/j.envsoft.2014.10.013), and of many such designs the one is taken whose
//! nearest two starting points lie farthest apart (Morris and Mitchell 1995,
//! doi:10.1016/0378-3758(94)00035-T).

use rand::seq::SliceRandom;

use homeground_core::engine::random::{Sequence, Streams};

/// Purpose of the random numbers, apart from those of parameter draws, which count
/// from zero.
const PURPOSE: u32 = 0x5741_4C4B;

/// Levels of the grid.
const LEVELS: usize = 4;

/// Levels that a step leaps over: half of them, so that all levels are met equally often.
const LEAP: usize = LEVELS / 2;

/// Length of a step in the unit cube.
pub const STEP: f64 = LEAP as f64 / (LEVELS - 1) as f64;

/// Designs of which the best spread one is taken.
const DESIGNS: usize = 200;

/// Walks through the unit cube.
#[derive(Clone, Debug, PartialEq)]
pub struct Trajectories {
    parameters: usize,
    walks: Vec<Walk>,
}

/// A starting point and the order in which parameters change.
#[derive(Clone, Debug, PartialEq)]
struct Walk {
    start: Vec<usize>,
    order: Vec<usize>,
}

impl Trajectories {
    /// So many walks over so many parameters under a seed.
    pub fn new(parameters: usize, walks: usize, seed: u64) -> Self {
        let mut sequence = Streams::new(seed, 0, 0).sequence(PURPOSE);
        let mut best = balanced_starts(parameters, walks, &mut sequence);
        let mut farthest = nearest_distance(&best);
        for _ in 1..DESIGNS {
            let other = balanced_starts(parameters, walks, &mut sequence);
            let distance = nearest_distance(&other);
            if distance > farthest {
                (best, farthest) = (other, distance);
            }
        }
        let walks = best
            .into_iter()
            .map(|start| {
                let mut order: Vec<usize> = (0..parameters).collect();
                order.shuffle(&mut sequence);
                Walk { start, order }
            })
            .collect();
        Self { parameters, walks }
    }

    /// Number of parameters.
    pub fn parameters(&self) -> usize {
        self.parameters
    }

    /// Number of walks.
    pub fn walks(&self) -> usize {
        self.walks.len()
    }

    /// Number of points: walks × (parameters + 1).
    pub fn points(&self) -> usize {
        self.walks.len() * (self.parameters + 1)
    }

    /// Walk of a point, and the parameter that changed last; none at its start.
    pub fn place(&self, point: usize) -> (usize, Option<usize>) {
        let (walk, step) = (point / (self.parameters + 1), point % (self.parameters + 1));
        let changed = step.checked_sub(1).map(|step| self.walks[walk].order[step]);
        (walk, changed)
    }

    /// Coordinates of a point, walk after walk; each one of four levels from 0 to 1.
    ///
    /// # Panics
    /// When there is no such point.
    pub fn point(&self, point: usize) -> Vec<f64> {
        let (walk, step) = (point / (self.parameters + 1), point % (self.parameters + 1));
        let walk = &self.walks[walk];
        let mut levels = walk.start.clone();
        for parameter in &walk.order[..step] {
            levels[*parameter] = leapt(levels[*parameter]);
        }
        let last = (LEVELS - 1) as f64;
        levels.iter().map(|level| *level as f64 / last).collect()
    }

    /// The change of a parameter within a walk, in the unit cube: up or down.
    pub fn step(&self, walk: usize, parameter: usize) -> f64 {
        if self.walks[walk].start[parameter] < LEAP { STEP } else { -STEP }
    }
}

/// The level that a step leads to.
fn leapt(level: usize) -> usize {
    (level + LEAP) % LEVELS
}

/// Starting points in which each parameter meets each level equally often, or one more
/// time where the number of walks cannot be divided.
fn balanced_starts(parameters: usize, walks: usize, sequence: &mut Sequence) -> Vec<Vec<usize>> {
    let mut starts = vec![vec![0; parameters]; walks];
    let mut levels: Vec<usize> = (0..LEVELS).collect();
    for parameter in 0..parameters {
        levels.shuffle(sequence);
        let mut column: Vec<usize> = (0..walks).map(|walk| levels[walk % LEVELS]).collect();
        column.shuffle(sequence);
        for (start, level) in starts.iter_mut().zip(column) {
            start[parameter] = level;
        }
    }
    starts
}

/// Squared distance between the two points that are nearest to each other.
fn nearest_distance(points: &[Vec<usize>]) -> usize {
    let mut nearest = usize::MAX;
    for (place, first) in points.iter().enumerate() {
        for second in &points[..place] {
            let pairs = first.iter().zip(second);
            nearest = nearest.min(pairs.map(|(a, b)| a.abs_diff(*b).pow(2)).sum());
        }
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_walk_changes_every_parameter_once_by_one_step() {
        let design = Trajectories::new(7, 9, 3);
        assert_eq!(design.points(), 72);
        for walk in 0..9 {
            let mut changed = vec![false; 7];
            assert_eq!(design.place(walk * 8), (walk, None));
            for step in 1..8 {
                let point = walk * 8 + step;
                let (before, after) = (design.point(point - 1), design.point(point));
                let (_, parameter) = design.place(point);
                let parameter = parameter.unwrap();
                for place in 0..7 {
                    let difference = after[place] - before[place];
                    if place == parameter {
                        assert!((difference - design.step(walk, place)).abs() < 1e-15);
                    } else {
                        assert_eq!(difference, 0.0);
                    }
                }
                assert!(after.iter().all(|value| (0.0..=1.0).contains(value)));
                assert!(!changed[parameter]);
                changed[parameter] = true;
            }
            assert!(changed.into_iter().all(|changed| changed));
        }
    }

    #[test]
    fn each_parameter_starts_from_each_level_equally_often() {
        let design = Trajectories::new(5, 18, 1);
        for parameter in 0..5 {
            let mut counts = [0; LEVELS];
            for walk in &design.walks {
                counts[walk.start[parameter]] += 1;
            }
            counts.sort_unstable();
            assert_eq!(counts, [4, 4, 5, 5]);
        }
    }

    #[test]
    fn the_design_is_spread_wider_than_a_random_one() {
        let mut wider = 0;
        for seed in 0..20 {
            let design = Trajectories::new(10, 12, seed);
            let starts: Vec<Vec<usize>> =
                design.walks.iter().map(|walk| walk.start.clone()).collect();
            let mut sequence = Streams::new(seed, 0, 5).sequence(0);
            let random = balanced_starts(10, 12, &mut sequence);
            wider += u32::from(nearest_distance(&starts) > nearest_distance(&random));
        }
        assert!(wider >= 19, "{wider} of 20");
    }

    #[test]
    fn seeds_give_designs_of_their_own() {
        assert_eq!(Trajectories::new(4, 8, 1), Trajectories::new(4, 8, 1));
        assert_ne!(Trajectories::new(4, 8, 1), Trajectories::new(4, 8, 2));
        assert_eq!(Trajectories::new(4, 0, 1).points(), 0);
    }
}
