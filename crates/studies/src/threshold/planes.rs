//! Planes of two inputs: the difference on a grid, and the lines on which the order turns.

use super::contour::zero_lines;
use super::difference::Difference;
use super::simulation::Simulation;
use super::{LineRow, PairRow};
use crate::context::StudyError;
use crate::varied_input::VariedInput;

/// Steps of the grid of a plane, in both directions.
const STEPS: u32 = 8;

/// Planes that were mapped.
#[derive(Default)]
pub(super) struct Planes {
    /// Points of their grids.
    pub points: Vec<PairRow>,
    /// Points of their lines.
    pub lines: Vec<LineRow>,
}

/// The first pairs of a ranking: of two pairs, the one whose later member ranks higher.
pub(super) fn pairs(order: &[usize], most: usize) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for later in 1..order.len() {
        for earlier in 0..later {
            if pairs.len() < most {
                pairs.push((order[earlier], order[later]));
            }
        }
    }
    pairs
}

/// Maps the planes of some pairs of inputs.
///
/// # Errors
/// As [`Simulation::differences`].
pub(super) fn map(
    simulation: &mut Simulation<'_, '_>,
    pairs: &[(usize, usize)],
) -> Result<Planes, StudyError> {
    let mut planes = Planes::default();
    if pairs.is_empty() {
        return Ok(planes);
    }
    let inputs = simulation.inputs;
    let grids: Vec<(Vec<f64>, Vec<f64>)> = pairs
        .iter()
        .map(|&(first, second)| (steps(&inputs[first]), steps(&inputs[second])))
        .collect();
    let mut positions = Vec::new();
    for (&(first, second), (along, up)) in pairs.iter().zip(&grids) {
        for high in up {
            for far in along {
                positions.push(vec![(first, *far), (second, *high)]);
            }
        }
    }
    let differences = simulation.differences("planes", 0, &positions)?;
    let mut differences = positions.iter().zip(differences);
    for (plane, (&(first, second), (along, up))) in pairs.iter().zip(&grids).enumerate() {
        let plane = plane as u32 + 1;
        let (first, second) = (&inputs[first], &inputs[second]);
        let mut heights = Vec::new();
        for _ in up {
            let mut row = Vec::new();
            for (position, differences) in differences.by_ref().take(along.len()) {
                let difference = Difference::new(position[0].1, &differences);
                row.push(difference.mean);
                planes.points.push(PairRow {
                    plane,
                    first: first.name.clone(),
                    second: second.name.clone(),
                    first_value: position[0].1,
                    second_value: position[1].1,
                    estimate: difference.mean,
                    mc_se: difference.error,
                    lower: difference.lower(),
                    upper: difference.upper(),
                });
            }
            heights.push(row);
        }
        // Lines are straight between the points of the grid, on the scale of each range.
        let shares = |input: &VariedInput, values: &[f64]| -> Vec<f64> {
            let values = values.iter();
            values.map(|value| input.range.share(*value)).collect()
        };
        let lines = zero_lines(&shares(first, along), &shares(second, up), &heights);
        for (line, places) in lines.into_iter().enumerate() {
            for (far, high) in places {
                planes.lines.push(LineRow {
                    plane,
                    line: line as u32 + 1,
                    first_value: first.range.at(far),
                    second_value: second.range.at(high),
                });
            }
        }
    }
    Ok(planes)
}

/// The values of an input at the steps of a grid.
fn steps(input: &VariedInput) -> Vec<f64> {
    let mut values: Vec<f64> = (0..=STEPS)
        .map(|step| {
            let share = f64::from(step) / f64::from(STEPS);
            input.possible(input.range.at(share))
        })
        .collect();
    values.dedup();
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_join_what_ranks_highest() {
        assert_eq!(pairs(&[7, 3, 5, 1], 3), [(7, 3), (7, 5), (3, 5)]);
        assert_eq!(pairs(&[7], 3), []);
    }
}
