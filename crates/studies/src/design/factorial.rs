//! Main effects and two-way interactions by least squares.
//!
//! Words and values of a list are coded so that the codes of a field add to zero over its
//! levels; a field between two ends is coded from −1 to 1. A main effect is then the
//! mean at a level less the mean at the first level, all combinations of the other
//! fields counting alike; for a field between two ends it is the mean at the upper end
//! less the mean at the lower. An interaction is a difference of differences: how much
//! more the first field does at a level of the second than at the first level of the
//! second.

use nalgebra::{DMatrix, DVector};

/// How a field is coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// So many levels without order.
    Levels(usize),
    /// A number from −1 to 1.
    Number,
}

/// Where a field stands at a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Setting {
    /// At this level.
    Level(usize),
    /// At this place between −1 and 1.
    At(f64),
}

impl Coding {
    /// Columns that the field takes.
    fn columns(self) -> usize {
        match self {
            Coding::Levels(levels) => levels - 1,
            Coding::Number => 1,
        }
    }

    /// Its columns at a setting: for levels, 1 in the column of the level, and −1 in all
    /// columns at the first level.
    fn code(self, setting: Setting) -> Vec<f64> {
        match (self, setting) {
            (Coding::Levels(levels), Setting::Level(0)) => vec![-1.0; levels - 1],
            (Coding::Levels(levels), Setting::Level(level)) => {
                (1..levels).map(|column| f64::from(u8::from(column == level))).collect()
            }
            (_, Setting::At(place)) => vec![place; self.columns()],
            (Coding::Number, Setting::Level(level)) => vec![if level == 0 { -1.0 } else { 1.0 }],
        }
    }

    /// The change of its columns from the first level to this one.
    fn change(self, level: usize) -> Vec<f64> {
        let to = self.code(Setting::Level(level));
        let from = self.code(Setting::Level(0));
        to.iter().zip(from).map(|(to, from)| to - from).collect()
    }

    /// Levels that are compared with the first.
    fn compared(self) -> std::ops::Range<usize> {
        match self {
            Coding::Levels(levels) => 1..levels,
            Coding::Number => 1..2,
        }
    }
}

/// What an effect is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The field, and the level that is compared with its first.
    pub first: (usize, usize),
    /// The second field and level of an interaction.
    pub second: Option<(usize, usize)>,
}

/// Effects as weighted sums of the responses at the points.
#[derive(Clone, Debug)]
pub struct Effects {
    /// The effects.
    pub effects: Vec<Effect>,
    /// For each, a weight for each point.
    weights: Vec<DVector<f64>>,
    /// The fitted values as weighted sums, for the share of variance explained.
    basis: DMatrix<f64>,
}

/// The points do not tell the effects apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the points cannot tell these effects apart")]
pub struct Confounded;

impl Effects {
    /// Works out the weights for all main effects and the interactions of these pairs of
    /// fields.
    ///
    /// # Errors
    /// When points are too few or too much alike for these effects.
    pub fn new(
        codings: &[Coding],
        pairs: &[(usize, usize)],
        points: &[Vec<Setting>],
    ) -> Result<Effects, Confounded> {
        let starts: Vec<usize> = codings
            .iter()
            .scan(1, |next, coding| {
                let start = *next;
                *next += coding.columns();
                Some(start)
            })
            .collect();
        let mains: usize = 1 + codings.iter().map(|coding| coding.columns()).sum::<usize>();
        let pair_starts: Vec<usize> = pairs
            .iter()
            .scan(mains, |next, (first, second)| {
                let start = *next;
                *next += codings[*first].columns() * codings[*second].columns();
                Some(start)
            })
            .collect();
        let columns = pairs.iter().fold(mains, |sum, (first, second)| {
            sum + codings[*first].columns() * codings[*second].columns()
        });
        if points.len() < columns {
            return Err(Confounded);
        }
        let mut matrix = DMatrix::zeros(points.len(), columns);
        for (row, point) in points.iter().enumerate() {
            matrix[(row, 0)] = 1.0;
            let codes: Vec<Vec<f64>> =
                codings.iter().zip(point).map(|(coding, setting)| coding.code(*setting)).collect();
            for (start, code) in starts.iter().zip(&codes) {
                for (offset, value) in code.iter().enumerate() {
                    matrix[(row, start + offset)] = *value;
                }
            }
            for (start, (first, second)) in pair_starts.iter().zip(pairs) {
                for (offset, value) in products(&codes[*first], &codes[*second]).enumerate() {
                    matrix[(row, start + offset)] = value;
                }
            }
        }
        // An orthonormal basis of the columns: β = R⁻¹ Qᵀ y.
        let (basis, triangle) = matrix.qr().unpack();
        let largest = triangle.diagonal().abs().max();
        if triangle.diagonal().abs().min() < 1e-9 * largest {
            return Err(Confounded);
        }
        let mut effects = Vec::new();
        let mut weights = Vec::new();
        let mut add = |effect: Effect, contrast: DVector<f64>| -> Result<(), Confounded> {
            // contrast · R⁻¹ Qᵀ y, so the weights are Q R⁻ᵀ contrast.
            let solved = triangle.tr_solve_upper_triangular(&contrast).ok_or(Confounded)?;
            weights.push(&basis * solved);
            effects.push(effect);
            Ok(())
        };
        for (field, coding) in codings.iter().enumerate() {
            for level in coding.compared() {
                let mut contrast = DVector::zeros(columns);
                for (offset, value) in coding.change(level).into_iter().enumerate() {
                    contrast[starts[field] + offset] = value;
                }
                add(Effect { first: (field, level), second: None }, contrast)?;
            }
        }
        for (start, (first, second)) in pair_starts.iter().zip(pairs) {
            for level in codings[*first].compared() {
                for other in codings[*second].compared() {
                    let mut contrast = DVector::zeros(columns);
                    let changes = (codings[*first].change(level), codings[*second].change(other));
                    for (offset, value) in products(&changes.0, &changes.1).enumerate() {
                        contrast[start + offset] = value;
                    }
                    let effect = Effect { first: (*first, level), second: Some((*second, other)) };
                    add(effect, contrast)?;
                }
            }
        }
        Ok(Effects { effects, weights, basis })
    }

    /// The effects on one response, given at every point.
    pub fn of(&self, response: &[f64]) -> Vec<f64> {
        self.weights
            .iter()
            .map(|weights| weights.iter().zip(response).map(|(weight, value)| weight * value).sum())
            .collect()
    }

    /// Share of the variance of a response over the points that these effects explain;
    /// none where it does not vary.
    pub fn explained(&self, response: &[f64]) -> Option<f64> {
        let response = DVector::from_column_slice(response);
        let mean = response.mean();
        let total: f64 = response.iter().map(|value| (value - mean).powi(2)).sum();
        let fitted = &self.basis * (self.basis.transpose() * &response);
        let rest: f64 = (response - fitted).iter().map(|value| value.powi(2)).sum();
        (total > 1e-24).then(|| (1.0 - rest / total).clamp(0.0, 1.0))
    }
}

fn products<'a>(first: &'a [f64], second: &'a [f64]) -> impl Iterator<Item = f64> + 'a {
    first.iter().flat_map(move |one| second.iter().map(move |other| one * other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(levels: &[usize]) -> Vec<Vec<usize>> {
        crate::grid::grid(levels)
    }

    fn settings(points: &[Vec<usize>]) -> Vec<Vec<Setting>> {
        points
            .iter()
            .map(|point| point.iter().map(|level| Setting::Level(*level)).collect())
            .collect()
    }

    #[test]
    fn effects_of_a_full_factorial_are_differences_of_means() {
        let points = all(&[2, 3]);
        // Rows: first field low, then high; columns: three levels of the second.
        let response = [10.0, 12.0, 17.0, 11.0, 15.0, 25.0];
        let codings = [Coding::Levels(2), Coding::Levels(3)];
        let effects = Effects::new(&codings, &[(0, 1)], &settings(&points)).unwrap();
        let found = effects.of(&response);
        let expect = [
            (Effect { first: (0, 1), second: None }, 17.0 - 13.0),
            (Effect { first: (1, 1), second: None }, 13.5 - 10.5),
            (Effect { first: (1, 2), second: None }, 21.0 - 10.5),
            (Effect { first: (0, 1), second: Some((1, 1)) }, (15.0 - 12.0) - (11.0 - 10.0)),
            (Effect { first: (0, 1), second: Some((1, 2)) }, (25.0 - 17.0) - (11.0 - 10.0)),
        ];
        assert_eq!(effects.effects.len(), expect.len());
        for ((effect, value), (known, number)) in effects.effects.iter().zip(found).zip(expect) {
            assert_eq!(*effect, known);
            assert!((value - number).abs() < 1e-12, "{effect:?}: {value} for {number}");
        }
        assert!((effects.explained(&response).unwrap() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_line_between_ends_gives_the_change_from_end_to_end() {
        let points: Vec<Vec<Setting>> =
            [(-0.9, 0.3), (-0.4, -0.8), (0.1, 0.9), (0.6, -0.2), (0.9, 0.5)]
                .iter()
                .map(|(a, b)| vec![Setting::At(*a), Setting::At(*b)])
                .collect();
        let response: Vec<f64> = [(-0.9, 0.3), (-0.4, -0.8), (0.1, 0.9), (0.6, -0.2), (0.9, 0.5)]
            .iter()
            .map(|(a, b)| 5.0 + 2.0 * a - b + 0.5 * a * b)
            .collect();
        let effects = Effects::new(&[Coding::Number, Coding::Number], &[(0, 1)], &points).unwrap();
        let found = effects.of(&response);
        // From −1 to 1 a slope counts twice, a product four times.
        for (value, number) in found.iter().zip([4.0, -2.0, 2.0]) {
            assert!((value - number).abs() < 1e-9, "{value} for {number}");
        }
    }

    #[test]
    fn effects_that_the_points_confound_are_refused() {
        let points = settings(&[vec![0, 0], vec![1, 1]]);
        let codings = [Coding::Levels(2), Coding::Levels(2)];
        assert!(Effects::new(&codings, &[], &points).is_err());
        let half = crate::design::fraction::Fraction::new(3, 3);
        let codings = [Coding::Levels(2); 3];
        assert!(Effects::new(&codings, &[(0, 1)], &settings(&half.runs())).is_err());
        assert!(Effects::new(&codings, &[], &settings(&half.runs())).is_ok());
    }
}
