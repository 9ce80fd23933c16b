//! Where the order of two arms turns as one parameter moves: a root search under
//! common random numbers.
//!
//! The difference between two arms is worked out on the same families and random
//! numbers at every value of the parameter, replicate by replicate, so that each
//! evaluation has a standard error of its own. The difference need not be monotone:
//! a coarse grid over the whole range comes first, and on either side of the default
//! the nearest change of sign is what is looked for. It is then closed in on, in turn
//! by a straight line through the ends of the bracket and by its middle, until the
//! bracket is far narrower than chance makes the place uncertain.
//!
//! The interval of the place inverts that of the difference: it holds the values
//! around the turn at which the difference cannot be told from zero (as Fieller 1954
//! did for ratios). It is open where the range ends first.
//!
//! The search asks and is told; it runs nothing itself, so that many parameters can
//! be searched side by side on all threads:
//!
//! ```
//! use homeground_studies::parameter_range::ParameterRange;
//! use homeground_studies::threshold::reversal::{ReversalSearch, Side};
//!
//! let mut search = ReversalSearch::new(ParameterRange::new(0.0, 1.0, 4.0), 8);
//! loop {
//!     let values = search.wanted();
//!     if values.is_empty() {
//!         break;
//!     }
//!     for value in values {
//!         // Differences of four replicates.
//!         let differences = [-0.1, 0.1, -0.2, 0.2].map(|noise| 3.0 - value + 0.01 * noise);
//!         search.take(value, &differences);
//!     }
//! }
//! let Some(reversals) = search.result() else { unreachable!() };
//! let Side::Turns { value, .. } = reversals.above else { panic!("it turns at 3") };
//! assert!((value - 3.0).abs() < 1e-3);
//! assert_eq!(reversals.below, Side::Holds);
//! ```

use crate::parameter_range::ParameterRange;
use crate::threshold::difference::{Difference, Order};

/// What happens on one side of the default.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Side {
    /// The default is the end of the range.
    NoRange,
    /// The order of the default holds up to the end of the range, beyond chance.
    Holds,
    /// The difference keeps its sign but cannot be told from zero everywhere.
    Fades {
        /// The first value, going out, at which it cannot.
        from: f64,
    },
    /// The mean difference changes sign.
    Turns {
        /// The value at which it does.
        value: f64,
        /// End of the 95 % interval towards the default: up to here the order holds.
        near: f64,
        /// End towards the end of the range: from here on the order is the other one.
        /// None when the range ends first.
        far: Option<f64>,
    },
    /// The order is unclear at the default and clear from a value on.
    Settles {
        /// The first value, going out, at which the order can be told.
        value: f64,
        /// The order there.
        order: Order,
    },
    /// The order is unclear at the default and nowhere clear on this side.
    StaysUnclear,
}

/// What a search has found.
#[derive(Clone, Debug, PartialEq)]
pub struct Reversals {
    /// The range that was searched.
    pub range: ParameterRange,
    /// The difference at the default.
    pub at_default: Difference,
    /// Below the default.
    pub below: Side,
    /// Above the default.
    pub above: Side,
    /// Every evaluation, by value.
    pub profile: Vec<Difference>,
}

impl Reversals {
    /// The turn that is nearest to the default as a share of the distance to the end of the
    /// range on its side, with the value; none if the order turns nowhere.
    pub fn nearest(&self) -> Option<(f64, f64)> {
        [self.below, self.above]
            .into_iter()
            .filter_map(|side| match side {
                Side::Turns { value, .. } => Some((self.range.share_from_default(value), value)),
                _ => None,
            })
            .min_by(|first, second| first.0.total_cmp(&second.0))
    }
}

/// What is followed outward until it crosses zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edge {
    /// The end of the interval that crosses first.
    Near,
    /// The mean.
    Mean,
    /// The end that crosses last.
    Far,
}

const EDGES: [Edge; 3] = [Edge::Near, Edge::Mean, Edge::Far];

/// Width of a bracket at which the mean's root is close enough, in shares of the range.
const FINE: f64 = 1.0 / 500.0;
/// The same for the ends of the interval.
const ROUGH: f64 = 1.0 / 50.0;
/// Part of a standard error that need not be resolved.
const NOISE: f64 = 1.0 / 10.0;
/// A straight line may not propose a point nearer to an end of its bracket than this.
const MARGIN: f64 = 0.1;
/// Grid points nearer to the default than this part of a step are left out.
const TOO_NEAR: f64 = 0.3;

/// A search along one parameter.
#[derive(Clone, Debug)]
pub struct ReversalSearch {
    range: ParameterRange,
    intervals: u32,
    /// By value.
    points: Vec<Difference>,
    rounds: u32,
}

impl ReversalSearch {
    /// A search over a range, first on a grid of `intervals` equal steps.
    pub fn new(range: ParameterRange, intervals: u32) -> Self {
        Self { range, intervals: intervals.max(1), points: Vec::new(), rounds: 0 }
    }

    /// The values that are to be evaluated next, each then given to [`ReversalSearch::take`];
    /// none when the search is over.
    pub fn wanted(&mut self) -> Vec<f64> {
        self.rounds += 1;
        let mut wanted = if self.rounds == 1 { self.grid() } else { self.refinements() };
        wanted.sort_by(f64::total_cmp);
        wanted.dedup();
        wanted.retain(|value| self.points.iter().all(|point| point.value != *value));
        wanted
    }

    /// Takes in the differences of the replicates at a value; also of values that were not
    /// asked for, such as a start that many searches share.
    pub fn take(&mut self, value: f64, differences: &[f64]) {
        let place = self.points.partition_point(|point| point.value < value);
        self.points.insert(place, Difference::new(value, differences));
    }

    /// What is found so far; none before the default is evaluated.
    pub fn result(&self) -> Option<Reversals> {
        let at_default = self.points[self.default_place()?];
        Some(Reversals {
            range: self.range,
            at_default,
            below: self.side(at_default, &self.outward(false)),
            above: self.side(at_default, &self.outward(true)),
            profile: self.points.clone(),
        })
    }

    fn grid(&self) -> Vec<f64> {
        let steps = f64::from(self.intervals);
        let default = self.range.share(self.range.default);
        let mut values = vec![self.range.default];
        for step in 0..=self.intervals {
            let share = f64::from(step) / steps;
            let end = step == 0 || step == self.intervals;
            if end || (share - default).abs() > TOO_NEAR / steps {
                values.push(self.range.at(share));
            }
        }
        values
    }

    fn default_place(&self) -> Option<usize> {
        self.points.iter().position(|point| point.value == self.range.default)
    }

    /// The points from the default outward to one side, the default first.
    fn outward(&self, above: bool) -> Vec<Difference> {
        let Some(place) = self.default_place() else {
            return Vec::new();
        };
        if above {
            self.points[place..].to_vec()
        } else {
            self.points[..=place].iter().rev().copied().collect()
        }
    }

    fn refinements(&self) -> Vec<f64> {
        let Some(place) = self.default_place() else {
            return Vec::new();
        };
        let order = self.points[place].order();
        let mut wanted = Vec::new();
        for side in [self.outward(false), self.outward(true)] {
            match order {
                // Where the order becomes clear is told to the step of the grid.
                Order::Unclear => {}
                Order::Positive | Order::Negative => {
                    for edge in EDGES {
                        wanted.extend(self.refinement(&side, sign(order), edge));
                    }
                }
            }
        }
        wanted
    }

    fn refinement(&self, side: &[Difference], sign: f64, edge: Edge) -> Option<f64> {
        let (inner, outer) = bracket(side, sign, edge)?;
        let shares = (self.range.share(inner.value), self.range.share(outer.value));
        let heights = (height(&inner, sign, edge), height(&outer, sign, edge));
        let close = if edge == Edge::Mean { FINE } else { ROUGH };
        let resolved = |point: &Difference, height: f64| height.abs() <= NOISE * point.error;
        if (shares.1 - shares.0).abs() <= close
            || resolved(&inner, heights.0)
            || resolved(&outer, heights.1)
        {
            return None;
        }
        let part = if self.rounds.is_multiple_of(2) {
            crossing(heights).clamp(MARGIN, 1.0 - MARGIN)
        } else {
            0.5
        };
        Some(self.range.at(shares.0 + part * (shares.1 - shares.0)))
    }

    fn side(&self, at_default: Difference, side: &[Difference]) -> Side {
        if side.len() < 2 {
            return Side::NoRange;
        }
        let order = at_default.order();
        if order == Order::Unclear {
            return side.iter().find(|point| point.order() != Order::Unclear).map_or(
                Side::StaysUnclear,
                |point| Side::Settles { value: point.value, order: point.order() },
            );
        }
        let root = |edge| self.root(side, sign(order), edge);
        match (root(Edge::Near), root(Edge::Mean)) {
            (None, _) => Side::Holds,
            (Some(from), None) => Side::Fades { from },
            (Some(near), Some(value)) => Side::Turns { value, near, far: root(Edge::Far) },
        }
    }

    /// Where an edge crosses zero, by a straight line within its bracket.
    fn root(&self, side: &[Difference], sign: f64, edge: Edge) -> Option<f64> {
        let (inner, outer) = bracket(side, sign, edge)?;
        let part = crossing((height(&inner, sign, edge), height(&outer, sign, edge)));
        let (from, to) = (self.range.share(inner.value), self.range.share(outer.value));
        Some(self.range.at(from + part * (to - from)))
    }
}

fn sign(order: Order) -> f64 {
    if order == Order::Negative { -1.0 } else { 1.0 }
}

/// Height of an edge above zero, on the side of the order at the default.
fn height(point: &Difference, sign: f64, edge: Edge) -> f64 {
    let mean = sign * point.mean;
    match edge {
        Edge::Near => mean - point.half_width,
        Edge::Mean => mean,
        Edge::Far => mean + point.half_width,
    }
}

/// The first two neighbours, going out, between which an edge comes down to zero.
fn bracket(side: &[Difference], sign: f64, edge: Edge) -> Option<(Difference, Difference)> {
    side.windows(2)
        .find(|pair| height(&pair[0], sign, edge) > 0.0 && height(&pair[1], sign, edge) <= 0.0)
        .map(|pair| (pair[0], pair[1]))
}

/// Where a straight line from a positive to a non-positive height meets zero, as a part
/// of that distance.
fn crossing((inner, outer): (f64, f64)) -> f64 {
    inner / (inner - outer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use homeground_core::engine::random::Streams;
    use homeground_core::model::math::normal_quantile;
    use rand::RngExt;

    /// Runs a search on a function of the value and the replicate; also returns how
    /// many evaluations it took.
    fn search(range: ParameterRange, function: impl Fn(f64, usize) -> f64) -> (Reversals, usize) {
        let mut search = ReversalSearch::new(range, 8);
        for _ in 0..100 {
            let wanted = search.wanted();
            if wanted.is_empty() {
                break;
            }
            for value in wanted {
                let differences: Vec<f64> = (0..20).map(|row| function(value, row)).collect();
                search.take(value, &differences);
            }
        }
        assert!(search.wanted().is_empty(), "the search ends");
        let reversals = search.result().unwrap();
        let evaluations = reversals.profile.len();
        (reversals, evaluations)
    }

    /// Noise of twenty replicates with mean zero and standard error 0.1: ± 0.1 √19.
    fn noise(replicate: usize) -> f64 {
        let size = 0.1 * 19f64.sqrt();
        if replicate.is_multiple_of(2) { size } else { -size }
    }

    #[test]
    fn a_straight_difference_turns_where_it_should_with_its_interval() {
        // 2 − x with standard error 0.1 everywhere: the interval is 2 ± 2.093 · 0.1.
        let range = ParameterRange::new(0.0, 1.0, 5.0);
        let (reversals, evaluations) = search(range, |x, row| 2.0 - x + noise(row));
        let Side::Turns { value, near, far } = reversals.above else {
            panic!("{reversals:?}");
        };
        assert!((value - 2.0).abs() < 0.01, "{value}");
        assert!((near - 1.7907).abs() < 0.02, "{near}");
        assert!((far.unwrap() - 2.2093).abs() < 0.02, "{far:?}");
        assert_eq!(reversals.below, Side::Holds);
        assert!(evaluations < 25, "{evaluations}");
        let (share, _) = reversals.nearest().unwrap();
        assert!((share - 0.25).abs() < 0.005);
    }

    #[test]
    fn a_curved_difference_is_closed_in_on_below_the_default_too() {
        // Negative at the default, −(x² − 1); turns at 1 on the way down.
        let (reversals, evaluations) =
            search(ParameterRange::new(0.0, 3.0, 4.0), |x, row| 1.0 - x * x + 0.01 * noise(row));
        let Side::Turns { value, near, far } = reversals.below else {
            panic!("{reversals:?}");
        };
        assert!((value - 1.0).abs() < 2e-3, "{value}");
        assert!(near > value && far.unwrap() < value);
        assert_eq!(reversals.above, Side::Holds);
        assert!(evaluations < 40, "{evaluations}");
    }

    #[test]
    fn of_several_turns_the_nearest_on_either_side_is_told() {
        // cos: positive at 0, turns at ± π/2, back at ± 3π/2.
        let (reversals, _) =
            search(ParameterRange::new(-6.0, 0.0, 6.0), |x, row| x.cos() + 1e-4 * noise(row));
        for (side, expected) in [(reversals.below, -1.0), (reversals.above, 1.0)] {
            let Side::Turns { value, .. } = side else {
                panic!("{side:?}");
            };
            assert!((value - expected * std::f64::consts::FRAC_PI_2).abs() < 0.01);
        }
    }

    #[test]
    fn an_order_that_nothing_turns_holds_or_fades() {
        let (reversals, evaluations) =
            search(ParameterRange::new(0.0, 1.0, 5.0), |x, row| 1.1 - 0.2 * x + noise(row));
        // The lower end of the interval, 1.1 − 0.2 x − 0.2093, meets zero at 4.4535.
        let Side::Fades { from } = reversals.above else {
            panic!("{reversals:?}");
        };
        assert!((from - 4.4535).abs() < 0.1, "{from}");
        assert_eq!(reversals.below, Side::Holds);
        assert!(evaluations < 20);
        assert_eq!(reversals.nearest(), None);
    }

    #[test]
    fn an_unclear_order_at_the_default_is_said_and_never_turns() {
        let (reversals, _) =
            search(ParameterRange::new(0.0, 1.0, 5.0), |x, row| x - 1.05 + noise(row));
        assert_eq!(reversals.at_default.order(), Order::Unclear);
        let Side::Settles { value, order } = reversals.above else {
            panic!("{reversals:?}");
        };
        assert_eq!(order, Order::Positive);
        assert!(value > 1.25 && value < 2.0);
        assert_eq!(reversals.nearest(), None);
        let (reversals, _) = search(ParameterRange::new(0.0, 1.0, 5.0), |_, row| noise(row));
        assert_eq!(reversals.above, Side::StaysUnclear);
    }

    #[test]
    fn a_turn_without_a_far_end_is_open() {
        let (reversals, _) =
            search(ParameterRange::new(0.0, 0.0, 2.0), |x, row| 1.95 - x + noise(row));
        let Side::Turns { far, .. } = reversals.above else {
            panic!("{reversals:?}");
        };
        assert_eq!(far, None);
        assert_eq!(reversals.below, Side::NoRange);
    }

    #[test]
    fn the_interval_covers_the_turn_about_nineteen_times_in_twenty() {
        // Each replicate has its own line, as under common random numbers.
        let trials = 400;
        let mut covered = 0;
        for trial in 0..trials {
            let mut sequence = Streams::new(7, trial, 0).sequence(1);
            let lines: Vec<(f64, f64)> = (0..20)
                .map(|_| {
                    let mut normal = || normal_quantile(sequence.random::<f64>());
                    (3.0 + normal(), -1.0 + 0.2 * normal())
                })
                .collect();
            let (reversals, _) = search(ParameterRange::new(0.0, 1.0, 8.0), |x, row| {
                lines[row].0 + lines[row].1 * x
            });
            if let Side::Turns { near, far, .. } = reversals.above {
                covered += i32::from(near <= 3.0 && far.is_none_or(|far| far >= 3.0));
            }
        }
        // Binomial with p = 0.95: 380 of 400, standard deviation 4.4.
        assert!((362..=396).contains(&covered), "{covered}");
    }
}
