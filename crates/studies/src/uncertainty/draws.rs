//! What each arm brings and costs in each parameter draw, with and without the noise of
//! the simulation.

use nalgebra::DMatrix;

use crate::answers::Answers;
use crate::context::{StudyContext, StudyError};
use crate::point::Point;
use crate::uncertainty::noise;
use homeground_core::engine::draws;
use homeground_core::evidence::{self, Outcome, Unit};
use homeground_core::model::parameters::Parameters;
use homeground_core::outcomes::estimates::Key;
use homeground_core::scenario::study::UncertaintyPlan;
use homeground_core::scenario::{DrawSource, Scenario, Uncertainty};

/// Cost per family at the end of follow-up.
const COST: (Outcome, Unit) = (Outcome::CostNok, Unit::Family);

/// The parameters that differ between draws.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// Their names.
    pub keys: Vec<String>,
    /// By parameter, the value of each draw.
    pub values: Vec<Vec<f64>>,
}

/// What was simulated.
pub struct Outcomes {
    /// The outcome, and cost if it counts.
    pub answers: Answers,
    /// Parameters of the draws.
    pub drawn: Drawn,
    /// Place of the reference among the studied arms.
    pub reference: usize,
    /// Effect of each arm (columns) less that of the reference in each draw (rows). More
    /// is better.
    pub effects: DMatrix<f64>,
    /// Cost of each arm less that of the reference; zero if cost is left out.
    pub costs: DMatrix<f64>,
    /// The same with the noise of the simulation in it.
    pub noisy_effects: DMatrix<f64>,
    /// The same with the noise of the simulation in it.
    pub noisy_costs: DMatrix<f64>,
    /// Share of the variance between draws that was noise: of the arm and column where
    /// it is largest. None with one replicate: nobody knows.
    pub noise_share: Option<f64>,
}

/// Simulates every draw for all arms, each with random numbers of its own.
///
/// # Errors
/// [`StudyError`].
pub fn simulate(
    study: &mut StudyContext<'_>,
    plan: &UncertaintyPlan,
) -> Result<Outcomes, StudyError> {
    let described = study.described()?;
    let arms = described.arms.clone();
    let base = study.scenario;
    let outcome = study.outcome()?;
    let mut outcomes = vec![outcome];
    if plan.worth.is_some() {
        outcomes.push(Key { outcome: COST.0, unit: COST.1, week: base.horizon_weeks });
    }
    let scenario = Scenario {
        uncertainty: Some(Uncertainty {
            draws: plan.draws,
            from: base.uncertainty.map_or(DrawSource::Prior, |own| own.from),
            only_named: base.uncertainty.is_some_and(|own| own.only_named),
        }),
        ..base.clone()
    };
    let answers = study.evaluate("draws", &outcomes, plan.draws as usize, &|draw| {
        let draw = draw as u32;
        let point = Point::new(&scenario, &arms, &draws::parameters(&scenario, draw))?;
        Ok(Point { draw, ..point })
    })?;
    for (place, arm) in arms.iter().enumerate() {
        let defined = |draw| answers.mean(draw, place, 0).is_finite();
        if !(0..plan.draws as usize).all(defined) {
            return Err(StudyError::Impossible {
                point: base.arms[*arm].name.clone(),
                reason: format!(
                    "{} ({}) is not defined in this arm",
                    outcome.outcome, outcome.unit
                ),
            });
        }
    }
    let reference = arms.iter().position(|arm| *arm == base.reference).unwrap_or(0);
    let drawn = Drawn::new(&scenario, plan.draws);
    Ok(Outcomes::new(answers, drawn, reference, plan.less_is_better))
}

impl Drawn {
    fn new(scenario: &Scenario, count: u32) -> Drawn {
        let draws: Vec<Parameters> =
            (0..count).map(|draw| draws::parameters(scenario, draw)).collect();
        let mut drawn = Drawn { keys: Vec::new(), values: Vec::new() };
        for row in evidence::parameters() {
            let values: Vec<f64> = draws.iter().filter_map(|one| one.get(&row.key)).collect();
            if values.iter().any(|value| *value != values[0]) {
                drawn.keys.push(row.key.clone());
                drawn.values.push(values);
            }
        }
        drawn
    }
}

impl Outcomes {
    fn new(answers: Answers, drawn: Drawn, reference: usize, less_is_better: bool) -> Outcomes {
        let (count, arms) = (answers.shape.points, answers.shape.arms);
        let sides = answers.shape.outcomes;
        let others: Vec<usize> = (0..arms).filter(|arm| *arm != reference).collect();
        // Columns: the effects of the other arms less the reference, then their costs.
        let columns: Vec<(usize, usize)> =
            (0..sides).flat_map(|side| others.iter().map(move |arm| (side, *arm))).collect();
        let sign = |side: usize| {
            if side == 0 && less_is_better { -1.0 } else { 1.0 }
        };
        let replicates: Vec<Vec<Vec<f64>>> = (0..count)
            .map(|draw| {
                let more: Vec<Vec<f64>> = columns
                    .iter()
                    .map(|(side, arm)| answers.differences(draw, (*arm, reference), *side))
                    .collect();
                (0..answers.shape.replicates)
                    .map(|replicate| {
                        let sides = columns.iter().map(|(side, _)| sign(*side));
                        let values = more.iter().map(|differences| differences[replicate]);
                        values.zip(sides).map(|(value, sign)| value * sign).collect()
                    })
                    // A replicate in which nobody started says nothing.
                    .filter(|row: &Vec<f64>| row.iter().all(|value| value.is_finite()))
                    .collect()
            })
            .collect();
        let noisy = DMatrix::from_fn(count, columns.len(), |draw, column| {
            let rows = &replicates[draw];
            rows.iter().map(|row| row[column]).sum::<f64>() / rows.len().max(1) as f64
        });
        let found = noise::of_means(&replicates);
        let clean = match &found {
            Some(found) => noise::without(&noisy, found),
            None => noisy.clone(),
        };
        let noise_share = found.map(|found| noise::shares(&noisy, &found).max());
        let spread = |from: &DMatrix<f64>, side: usize| {
            DMatrix::from_fn(count, arms, |draw, arm| {
                let column = columns.iter().position(|column| *column == (side, arm));
                column.map_or(0.0, |column| from[(draw, column)])
            })
        };
        Outcomes {
            effects: spread(&clean, 0),
            costs: spread(&clean, 1),
            noisy_effects: spread(&noisy, 0),
            noisy_costs: spread(&noisy, 1),
            answers,
            drawn,
            reference,
            noise_share,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Shape;

    #[test]
    fn effects_point_up_and_the_reference_is_zero() {
        // Two draws, three arms (reference in the middle), outcome and cost, one replicate.
        let shape = Shape { points: 2, arms: 3, outcomes: 2, replicates: 1 };
        let answers = Answers {
            shape,
            outcomes: Vec::new(),
            values: vec![
                0.10, 50.0, 0.20, 40.0, 0.30, 90.0, //
                0.25, 55.0, 0.20, 45.0, 0.10, 30.0,
            ],
        };
        let drawn = Drawn { keys: Vec::new(), values: Vec::new() };
        let outcomes = Outcomes::new(answers, drawn, 1, true);
        let row = |matrix: &DMatrix<f64>, draw: usize| -> Vec<f64> {
            matrix.row(draw).iter().map(|value| (value * 100.0).round()).collect()
        };
        assert_eq!(row(&outcomes.effects, 0), [10.0, 0.0, -10.0]);
        assert_eq!(row(&outcomes.effects, 1), [-5.0, 0.0, 10.0]);
        assert_eq!(row(&outcomes.costs, 0), [1000.0, 0.0, 5000.0]);
        assert_eq!(row(&outcomes.costs, 1), [1000.0, 0.0, -1500.0]);
        assert_eq!(outcomes.noise_share, None);
    }
}
