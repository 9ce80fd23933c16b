//! Both sides of every turn looked at with random numbers that the search has not used.

use super::difference::{Difference, Order};
use super::reversal::{Reversals, Side};
use super::simulation::Simulation;
use crate::context::StudyError;

/// The draw whose random numbers confirm a turn: none that the search has used.
const DRAW: u32 = 1;

/// A turn looked at on both sides.
pub(super) struct Confirmation {
    /// Number of the input.
    pub input: usize,
    /// Does it turn above the start?
    pub above: bool,
    /// The difference before the turn.
    pub before: Difference,
    /// The difference beyond it.
    pub after: Difference,
    /// Are the signs on both sides as the turn says? `clearly`, `yes` or `no`.
    pub confirmed: &'static str,
}

/// Simulates both sides of every turn: at the ends of its interval, or at the end of the range
/// where the interval is open.
///
/// # Errors
/// As [`Simulation::differences`].
pub(super) fn confirm(
    simulation: &mut Simulation<'_, '_>,
    reversals: &[Reversals],
) -> Result<Vec<Confirmation>, StudyError> {
    let mut turns = Vec::new();
    let mut positions = Vec::new();
    for (input, found) in reversals.iter().enumerate() {
        for (above, side) in [(false, found.below), (true, found.above)] {
            if let Side::Turns { near, far, .. } = side {
                let range = found.range;
                let end = if above { range.high } else { range.low };
                let both = [near, far.unwrap_or(end)]
                    .map(|value| simulation.inputs[input].possible(value));
                positions.extend(both.map(|value| vec![(input, value)]));
                turns.push((input, above, both));
            }
        }
    }
    if turns.is_empty() {
        return Ok(Vec::new());
    }
    let differences = simulation.differences("confirmation", DRAW, &positions)?;
    Ok(turns
        .into_iter()
        .zip(differences.chunks(2))
        .map(|((input, above, [before, after]), differences)| {
            let before = Difference::new(before, &differences[0]);
            let after = Difference::new(after, &differences[1]);
            let sign = reversals[input].at_default.mean.signum();
            let clear = |difference: &Difference| difference.order() != Order::Unclear;
            let as_said = before.mean * sign > 0.0 && after.mean * sign < 0.0;
            Confirmation {
                input,
                above,
                before,
                after,
                confirmed: match (as_said, clear(&before) && clear(&after)) {
                    (true, true) => "clearly",
                    (true, false) => "yes",
                    (false, _) => "no",
                },
            }
        })
        .collect())
}
