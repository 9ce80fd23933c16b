//! Scenario discovery: boxes in the space of parameters in which something happens
//! often, by the patient rule induction method (PRIM; Friedman and Fisher 1999,
//! doi:10.1023/A:1008894516817; Bryant and Lempert 2010,
//! doi:10.1016/j.techfore.2009.08.002).
//!
//! A box begins as the whole space. *Peeling* takes away, a little at a time, the slice
//! at one end of one input whose loss leaves the largest share of hits; *pasting* then
//! gives slices back as long as the share rises. Of the boxes on the way the one is
//! kept that holds most of the hits and least of the rest: the share of hits inside
//! less the share of other points inside (Youden 1950), which does not favour large
//! boxes where hits are frequent. A restriction that chance could have made is dropped
//! again.

use statrs::distribution::{Binomial, DiscreteCDF};

/// How boxes are sought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Part of the points in the box that one peel takes.
    pub peel: f64,
    /// Part of all points that a box holds at least.
    pub least_support: f64,
    /// Most inputs that one box restricts; more are hard to read.
    pub most_restricted: usize,
    /// Quasi-p-value above which a restriction is dropped.
    pub significance: f64,
}

impl Default for Settings {
    /// The literature's own: peels of 5 %, boxes of 5 % at least, at most four inputs,
    /// significance 0.05.
    fn default() -> Self {
        Self { peel: 0.05, least_support: 0.05, most_restricted: 4, significance: 0.05 }
    }
}

/// A limit on one input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Restriction {
    /// Which input.
    pub input: usize,
    /// Smallest value inside the box; none if it is open downward.
    pub low: Option<f64>,
    /// Largest value inside.
    pub high: Option<f64>,
    /// Probability of at least as many hits in the box if this restriction did nothing
    /// (binomial, with the density of the box without it). Small: it does something.
    pub quasi_p: f64,
}

impl Restriction {
    fn holds(&self, value: f64) -> bool {
        self.low.is_none_or(|low| value >= low) && self.high.is_none_or(|high| value <= high)
    }
}

/// A box and how good it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its limits, the one that matters most first. None at all: no box says more than the whole.
    pub restrictions: Vec<Restriction>,
    /// Points inside.
    pub support: usize,
    /// Hits inside.
    pub hits: usize,
    /// Share of all hits that lie inside.
    pub coverage: f64,
    /// Share of the points inside that are hits.
    pub density: f64,
}

impl Found {
    /// Does a point lie inside? `point` gives its value of an input.
    pub fn holds(&self, point: impl Fn(usize) -> f64) -> bool {
        self.restrictions.iter().all(|restriction| restriction.holds(point(restriction.input)))
    }
}

/// The best box among some points: `inputs[input][point]`, and whether each point is a hit.
/// None without hits, or if no box is denser than the whole.
fn find_among(
    inputs: &[Vec<f64>],
    hits: &[bool],
    points: &[usize],
    settings: &Settings,
) -> Option<Found> {
    let search = Search { inputs, hits, points, settings };
    let all_hits = search.count_hits(points);
    if all_hits == 0 || all_hits == points.len() {
        return None;
    }
    let best = search
        .peel()
        .into_iter()
        .map(|limits| search.paste(limits))
        .max_by(|first, second| search.worth(first).total_cmp(&search.worth(second)))?;
    let limits = search.without_chance(best);
    (!limits.is_empty()).then(|| search.found(&limits, all_hits))
}

/// How a box fares on points that it has not seen: its search is repeated on all but
/// one part of the points, and judged on that part, for each of `folds` parts.
/// Coverage and density over all parts; none if no box is found in any.
pub fn held_out(
    inputs: &[Vec<f64>],
    hits: &[bool],
    settings: &Settings,
    folds: usize,
) -> Option<(f64, f64)> {
    let (mut inside, mut inside_hits, mut any) = (0usize, 0usize, false);
    for fold in 0..folds {
        let (judged, seen): (Vec<usize>, Vec<usize>) =
            (0..hits.len()).partition(|point| point % folds == fold);
        let Some(found) = find_among(inputs, hits, &seen, settings) else {
            continue;
        };
        any = true;
        for point in judged {
            if found.holds(|input| inputs[input][point]) {
                inside += 1;
                inside_hits += usize::from(hits[point]);
            }
        }
    }
    let all_hits = hits.iter().filter(|hit| **hit).count();
    let density = if inside > 0 { inside_hits as f64 / inside as f64 } else { 0.0 };
    any.then(|| (inside_hits as f64 / all_hits.max(1) as f64, density))
}

/// Up to `most` boxes, each among the points that no earlier one holds. Coverage is of
/// all hits.
pub fn find_several(
    inputs: &[Vec<f64>],
    hits: &[bool],
    settings: &Settings,
    most: usize,
) -> Vec<Found> {
    let all_hits = hits.iter().filter(|hit| **hit).count();
    let mut left: Vec<usize> = (0..hits.len()).collect();
    let mut boxes = Vec::new();
    while boxes.len() < most {
        let Some(mut found) = find_among(inputs, hits, &left, settings) else {
            break;
        };
        left.retain(|point| !found.holds(|input| inputs[input][*point]));
        found.coverage = found.hits as f64 / all_hits as f64;
        boxes.push(found);
    }
    boxes
}

/// Limits of a box on the way, without its quasi-p-values.
type Limits = Vec<Restriction>;

struct Search<'a> {
    inputs: &'a [Vec<f64>],
    hits: &'a [bool],
    points: &'a [usize],
    settings: &'a Settings,
}

impl Search<'_> {
    fn count_hits(&self, points: &[usize]) -> usize {
        points.iter().filter(|point| self.hits[**point]).count()
    }

    fn density(&self, points: &[usize]) -> f64 {
        self.count_hits(points) as f64 / points.len().max(1) as f64
    }

    fn inside(&self, limits: &[Restriction]) -> Vec<usize> {
        let within = |point: &usize| {
            limits.iter().all(|limit| limit.holds(self.inputs[limit.input][*point]))
        };
        self.points.iter().copied().filter(within).collect()
    }

    /// Share of the hits inside less the share of other points inside.
    fn worth(&self, limits: &[Restriction]) -> f64 {
        let inside = self.inside(limits);
        let (hits, all_hits) = (self.count_hits(&inside), self.count_hits(self.points));
        let share = |inside: usize, all: usize| inside as f64 / all.max(1) as f64;
        share(hits, all_hits) - share(inside.len() - hits, self.points.len() - all_hits)
    }

    /// The boxes on the way from the whole to the smallest.
    fn peel(&self) -> Vec<Limits> {
        let least = (self.settings.least_support * self.points.len() as f64).max(2.0) as usize;
        let mut limits = Limits::new();
        let mut trajectory = Vec::new();
        loop {
            let inside = self.inside(&limits);
            if self.density(&inside) >= 1.0 {
                break;
            }
            let full = limits.len() >= self.settings.most_restricted;
            let peeled = (0..self.inputs.len())
                .filter(|input| !full || limits.iter().any(|limit| limit.input == *input))
                .flat_map(|input| [false, true].map(|upper| (input, upper)))
                .filter_map(|(input, upper)| self.slice(&limits, &inside, input, upper))
                .map(|limits| {
                    let inside = self.inside(&limits);
                    (self.density(&inside), inside.len(), limits)
                })
                .filter(|(_, support, _)| *support >= least)
                // Of two that are as dense, the one that keeps more; then the first.
                .reduce(
                    |best, other| {
                        if (other.0, other.1) > (best.0, best.1) { other } else { best }
                    },
                );
            let Some((_, _, next)) = peeled else { break };
            trajectory.push(next.clone());
            limits = next;
        }
        trajectory
    }

    /// The limits after a slice at one end of an input is taken off; none if nothing or
    /// everything would go.
    fn slice(
        &self,
        limits: &[Restriction],
        inside: &[usize],
        input: usize,
        upper: bool,
    ) -> Option<Limits> {
        let mut values: Vec<f64> = inside.iter().map(|point| self.inputs[input][*point]).collect();
        values.sort_by(f64::total_cmp);
        let taken = ((values.len() as f64 * self.settings.peel) as usize).max(1);
        // The first value that stays; values equal to one that goes go with it.
        let edge = if upper {
            let goes = *values.get(values.len().checked_sub(taken)?)?;
            values.iter().rev().find(|value| **value < goes)
        } else {
            let goes = *values.get(taken - 1)?;
            values.iter().find(|value| **value > goes)
        }?;
        Some(with_edge(limits, input, upper, Some(*edge)))
    }

    /// Gives slices back as long as the box gets denser, or as dense and larger.
    fn paste(&self, mut limits: Limits) -> Limits {
        loop {
            let inside = self.inside(&limits);
            let before = self.density(&inside);
            let larger = limits
                .iter()
                .flat_map(|limit| {
                    [(limit.low, false), (limit.high, true)]
                        .into_iter()
                        .filter_map(|(edge, upper)| Some((limit.input, edge?, upper)))
                })
                .map(|(input, edge, upper)| {
                    self.given_back(&limits, inside.len(), input, edge, upper)
                })
                .map(|limits| (self.density(&self.inside(&limits)), limits))
                .max_by(|first, second| first.0.total_cmp(&second.0));
            match larger {
                Some((density, larger)) if density >= before => limits = larger,
                _ => return limits,
            }
        }
    }

    /// The limits with the next slice beyond an edge given back.
    fn given_back(
        &self,
        limits: &[Restriction],
        support: usize,
        input: usize,
        edge: f64,
        upper: bool,
    ) -> Limits {
        let open = with_edge(limits, input, upper, None);
        let mut beyond: Vec<f64> = self
            .inside(&open)
            .into_iter()
            .map(|point| self.inputs[input][point])
            .filter(|value| if upper { *value > edge } else { *value < edge })
            .collect();
        beyond.sort_by(|a, b| if upper { a.total_cmp(b) } else { b.total_cmp(a) });
        let given = ((support as f64 * self.settings.peel) as usize).max(1);
        if given >= beyond.len() {
            open
        } else {
            with_edge(limits, input, upper, Some(beyond[given - 1]))
        }
    }

    /// Drops restrictions that chance could have made, those that matter least first.
    fn without_chance(&self, mut limits: Limits) -> Limits {
        loop {
            for place in 0..limits.len() {
                limits[place].quasi_p = self.quasi_p(&limits, place);
            }
            limits.sort_by(|first, second| first.quasi_p.total_cmp(&second.quasi_p));
            match limits.last() {
                Some(last) if last.quasi_p > self.settings.significance => limits.pop(),
                _ => return limits,
            };
        }
    }

    fn quasi_p(&self, limits: &[Restriction], place: usize) -> f64 {
        let mut others = limits.to_vec();
        others.remove(place);
        let inside = self.inside(limits);
        let hits = self.count_hits(&inside) as u64;
        if hits == 0 {
            return 1.0;
        }
        Binomial::new(self.density(&self.inside(&others)), inside.len() as u64)
            .map_or(1.0, |binomial| binomial.sf(hits - 1))
    }

    fn found(&self, limits: &[Restriction], all_hits: usize) -> Found {
        let inside = self.inside(limits);
        let hits = self.count_hits(&inside);
        Found {
            restrictions: limits.to_vec(),
            support: inside.len(),
            hits,
            coverage: hits as f64 / all_hits as f64,
            density: hits as f64 / inside.len().max(1) as f64,
        }
    }
}

/// Limits with one edge of one input set anew; an input open to both sides is left out.
fn with_edge(limits: &[Restriction], input: usize, upper: bool, edge: Option<f64>) -> Limits {
    let mut limits = limits.to_vec();
    let place = limits.iter().position(|limit| limit.input == input).unwrap_or_else(|| {
        limits.push(Restriction { input, low: None, high: None, quasi_p: 0.0 });
        limits.len() - 1
    });
    let limit = &mut limits[place];
    if upper {
        limit.high = edge;
    } else {
        limit.low = edge;
    }
    if limit.low.is_none() && limit.high.is_none() {
        limits.remove(place);
    }
    limits
}

#[cfg(test)]
mod tests {
    use super::*;
    use homeground_core::engine::random::Streams;
    use rand::RngExt;

    fn find(inputs: &[Vec<f64>], hits: &[bool], settings: &Settings) -> Option<Found> {
        find_several(inputs, hits, settings, 1).pop()
    }

    fn uniforms(inputs: u32, points: usize) -> Vec<Vec<f64>> {
        (0..inputs)
            .map(|input| {
                let mut sequence = Streams::new(31, 0, 0).sequence(input);
                (0..points).map(|_| sequence.random::<f64>()).collect()
            })
            .collect()
    }

    #[test]
    fn a_planted_box_is_found_and_nothing_else_is_restricted() {
        // Hits in 90 % of the box x2 > 0.6 and x5 < 0.4, and in 3 % of what is outside.
        let inputs = uniforms(20, 600);
        let chance = &uniforms(21, 600)[20];
        let hits: Vec<bool> = (0..600)
            .map(|point| {
                let inside = inputs[2][point] > 0.6 && inputs[5][point] < 0.4;
                chance[point] < if inside { 0.9 } else { 0.03 }
            })
            .collect();
        let found = find(&inputs, &hits, &Settings::default()).unwrap();
        let mut restricted: Vec<usize> = found.restrictions.iter().map(|one| one.input).collect();
        restricted.sort_unstable();
        assert_eq!(restricted, [2, 5], "{found:?}");
        for restriction in &found.restrictions {
            assert!(restriction.quasi_p < 1e-6);
            if restriction.input == 2 {
                assert!((restriction.low.unwrap() - 0.6).abs() < 0.04);
                assert_eq!(restriction.high, None);
            } else {
                assert!((restriction.high.unwrap() - 0.4).abs() < 0.04);
                assert_eq!(restriction.low, None);
            }
        }
        assert!(found.density > 0.85 && found.coverage > 0.75, "{found:?}");
        let (coverage, density) = held_out(&inputs, &hits, &Settings::default(), 5).unwrap();
        assert!(density > 0.75 && coverage > 0.65, "{coverage} {density}");
    }

    #[test]
    fn two_planted_boxes_are_found_one_after_the_other() {
        let inputs = uniforms(6, 800);
        let hits: Vec<bool> =
            (0..800).map(|point| inputs[0][point] < 0.15 || inputs[1][point] > 0.9).collect();
        let boxes = find_several(&inputs, &hits, &Settings::default(), 3);
        assert!(boxes.len() >= 2, "{boxes:?}");
        let first: Vec<usize> =
            boxes[..2].iter().map(|found| found.restrictions[0].input).collect();
        assert_eq!(first, [0, 1]);
        let covered: f64 = boxes.iter().map(|found| found.coverage).sum();
        assert!(covered > 0.9 && covered <= 1.0 + 1e-12);
    }

    #[test]
    fn hits_by_chance_alone_do_not_hold_up_on_points_not_seen() {
        let inputs = uniforms(40, 300);
        let chance = &uniforms(41, 300)[40];
        let hits: Vec<bool> = chance.iter().map(|value| *value < 0.2).collect();
        let share = hits.iter().filter(|hit| **hit).count() as f64 / 300.0;
        if let Some((_, density)) = held_out(&inputs, &hits, &Settings::default(), 5) {
            assert!(density < share + 0.15, "{density} {share}");
        }
    }

    #[test]
    fn without_hits_or_with_hits_alone_there_is_no_box() {
        let inputs = uniforms(3, 50);
        assert_eq!(find(&inputs, &[false; 50], &Settings::default()), None);
        assert_eq!(find(&inputs, &[true; 50], &Settings::default()), None);
    }

    #[test]
    fn a_restriction_worked_out_by_hand() {
        // Twenty points 0..19, hits from 15 on: peeling one at a time from below ends at
        // 15, where density and coverage are 1.
        let inputs = vec![(0..20).map(f64::from).collect::<Vec<f64>>()];
        let hits: Vec<bool> = (0..20).map(|point| point >= 15).collect();
        let found = find(&inputs, &hits, &Settings::default()).unwrap();
        assert_eq!((found.coverage, found.density, found.support), (1.0, 1.0, 5));
        assert_eq!(found.restrictions[0].low, Some(15.0));
        // Five hits of five when a quarter of all are hits: 0.25⁵.
        assert!((found.restrictions[0].quasi_p - 0.25f64.powi(5)).abs() < 1e-9);
    }
}
