//! Every outcome at every point, arm and replicate.

use homeground_core::outcomes::estimates::Key;

/// How many of each there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Points.
    pub points: usize,
    /// Arms at each point.
    pub arms: usize,
    /// Outcomes of each arm.
    pub outcomes: usize,
    /// Replicates of each outcome.
    pub replicates: usize,
}

impl Shape {
    /// Number of values.
    pub fn len(&self) -> usize {
        self.points * self.arms * self.outcomes * self.replicates
    }

    /// Is there nothing?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Place of the first replicate of an outcome of an arm at a point.
    pub fn place(&self, point: usize, arm: usize, outcome: usize) -> usize {
        ((point * self.arms + arm) * self.outcomes + outcome) * self.replicates
    }
}

/// Every outcome at every point, arm and replicate. NaN where it is not defined.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// How many of each there are.
    pub shape: Shape,
    /// The outcomes.
    pub outcomes: Vec<Key>,
    /// The values; replicates of one outcome stand beside each other.
    pub values: Vec<f64>,
}

impl Answers {
    /// The replicates of an outcome of an arm at a point.
    pub fn replicates(&self, point: usize, arm: usize, outcome: usize) -> &[f64] {
        let place = self.shape.place(point, arm, outcome);
        &self.values[place..place + self.shape.replicates]
    }

    /// The replicates of the difference of two arms, the first less the second.
    pub fn differences(
        &self,
        point: usize,
        (first, second): (usize, usize),
        outcome: usize,
    ) -> Vec<f64> {
        let first = self.replicates(point, first, outcome);
        let second = self.replicates(point, second, outcome);
        first.iter().zip(second).map(|(one, other)| one - other).collect()
    }

    /// Mean over the replicates in which the outcome is defined; NaN if it never is.
    pub fn mean(&self, point: usize, arm: usize, outcome: usize) -> f64 {
        crate::interval::mean(self.replicates(point, arm, outcome))
    }

    /// Place of an outcome.
    pub fn place_of(&self, key: Key) -> Option<usize> {
        self.outcomes.iter().position(|other| *other == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use homeground_core::evidence::{Outcome, Unit};

    #[test]
    fn replicates_and_differences_are_taken_from_their_places() {
        let shape = Shape { points: 2, arms: 2, outcomes: 1, replicates: 3 };
        let answers = Answers {
            shape,
            outcomes: vec![Key { outcome: Outcome::Placed, unit: Unit::Family, week: 104 }],
            values: (0..12).map(f64::from).collect(),
        };
        assert_eq!(answers.replicates(1, 0, 0), [6.0, 7.0, 8.0]);
        assert_eq!(answers.differences(1, (1, 0), 0), [3.0, 3.0, 3.0]);
        assert_eq!(answers.mean(0, 1, 0), 4.0);
    }
}
