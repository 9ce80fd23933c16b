//! An uncertain decision from its draws to its tables.

use crate::context::{StudyContext, StudyError};
use crate::findings::{Findings, Table};
use crate::interval::Mean;
use crate::uncertainty::boxes;
use crate::uncertainty::boxes::{Found, Settings};
use crate::uncertainty::decision::{
    acceptability, favourite, losses, net_benefit, perfect_information, regret, shares_best,
};
use crate::uncertainty::draws::{Outcomes, simulate};
use crate::uncertainty::information::{by_chance, partial_information};
use crate::uncertainty::rows::{
    ACCEPTABILITY, AcceptabilityRow, BEST, BOX_HEADER, BOXES, BestRow, BoxRow, DRAW_PARAMETERS,
    DRAWS, DrawRow, INFORMATION, InformationRow, PLANE, PlaneRow, REGRET, RegretRow,
};
use homeground_core::engine::threads;
use homeground_core::evidence::{self, Keyed};
use homeground_core::scenario::study::UncertaintyPlan;
use nalgebra::DMatrix;

/// Steps of the acceptability curve.
const CURVE_STEPS: u32 = 40;
/// Permutations that show what chance alone gives: the largest of 19 is exceeded in one case
/// of twenty.
const PERMUTATIONS: u32 = 19;
/// Boxes at most.
const MOST_BOXES: usize = 2;
/// Failures below which no box is sought: it would hold a handful of draws.
const LEAST_FAILURES: usize = 10;
/// Parts into which draws are cut to judge boxes on draws that they have not seen.
const FOLDS: usize = 5;
/// Standard errors above zero at which a value is no longer chance: one-sided, one in twenty.
const CLEAR: f64 = 1.645;
/// Draws below which the value of single parameters is little more than chance.
const FEW_DRAWS: u32 = 100;

/// Carries out the study of an uncertain decision.
///
/// # Errors
/// [`StudyError`].
pub fn run(study: &mut StudyContext<'_>, plan: &UncertaintyPlan) -> Result<Findings, StudyError> {
    let outcomes = simulate(study, plan)?;
    let scenario = study.scenario;
    let names: Vec<&str> = study
        .described()?
        .arms
        .iter()
        .filter_map(|arm| scenario.arms.get(*arm))
        .map(|arm| arm.name.as_str())
        .collect();
    let decision = Decision::new(&outcomes, plan);
    let information = information(&outcomes, &decision, scenario.seed);
    let failures = Failures::new(&outcomes, &decision);
    let mut tables = vec![
        table(BEST, &best(&names, &outcomes, plan))?,
        table(REGRET, &regrets(&names, &decision))?,
        table(INFORMATION, &information)?,
        table(BOXES, &failures.rows(&outcomes))?.or_header(BOX_HEADER),
        table(DRAWS, &draw_rows(&names, &outcomes, &decision))?,
        parameter_table(&outcomes)?,
    ];
    if let Some(worth) = plan.worth {
        tables.push(table(PLANE, &plane(&names, &outcomes))?);
        let grid = grid(worth.value, worth.highest);
        tables.push(table(ACCEPTABILITY, &curves(&names, &outcomes, &grid))?);
    }
    let mut facts = serde_json::Map::new();
    let mut note = |key: &str, value: serde_json::Value| facts.insert(key.to_owned(), value);
    note("draws", plan.draws.into());
    note("by_net_benefit", plan.by_net_benefit.into());
    note("less_is_better", plan.less_is_better.into());
    note("willingness_to_pay", plan.worth.map(|worth| worth.value).into());
    note("favourite", names[decision.favourite].into());
    note("reference", names[outcomes.reference].into());
    note("noise_share", outcomes.noise_share.into());
    note("failures", failures.count().into());
    note("held_out_coverage", failures.held_out.map(|one| one.0).into());
    note("held_out_density", failures.held_out.map(|one| one.1).into());
    Ok(Findings {
        tables,
        facts,
        points: u64::from(plan.draws),
        warnings: warnings(plan, &outcomes),
    })
}

/// What one decides by.
struct Decision {
    /// Benefit of each arm (columns) less that of the reference in each draw (rows).
    benefit: DMatrix<f64>,
    /// The same with the noise of the simulation in it.
    noisy: DMatrix<f64>,
    /// What one would choose today.
    favourite: usize,
}

impl Decision {
    fn new(outcomes: &Outcomes, plan: &UncertaintyPlan) -> Decision {
        let worth = plan.worth.filter(|_| plan.by_net_benefit);
        let weighed = |effects: &DMatrix<f64>, costs: &DMatrix<f64>| match worth {
            Some(worth) => net_benefit(effects, costs, worth.value),
            None => effects.clone(),
        };
        let benefit = weighed(&outcomes.effects, &outcomes.costs);
        Decision {
            favourite: favourite(&benefit),
            noisy: weighed(&outcomes.noisy_effects, &outcomes.noisy_costs),
            benefit,
        }
    }
}

fn table<Row: serde::Serialize>(file: &'static str, rows: &[Row]) -> Result<Table, StudyError> {
    Table::new(file, rows).map_err(StudyError::Table)
}

fn best(names: &[&str], outcomes: &Outcomes, plan: &UncertaintyPlan) -> Vec<BestRow> {
    let mut criteria = vec![("outcome", None, outcomes.effects.clone())];
    if let Some(worth) = plan.worth {
        let benefit = net_benefit(&outcomes.effects, &outcomes.costs, worth.value);
        criteria.push(("net_benefit", Some(worth.value), benefit));
    }
    let mut rows = Vec::new();
    for (decide_by, willingness_to_pay, benefit) in criteria {
        let means = benefit.row_mean();
        let favourite = favourite(&benefit);
        for (arm, share) in shares_best(&benefit).into_iter().enumerate() {
            rows.push(BestRow {
                decide_by: decide_by.to_owned(),
                willingness_to_pay,
                arm: names[arm].to_owned(),
                probability: share.value,
                mc_se: share.error,
                more_than_reference: means[arm],
                favourite: arm == favourite,
            });
        }
    }
    rows
}

fn regrets(names: &[&str], decision: &Decision) -> Vec<RegretRow> {
    regret(&decision.benefit)
        .into_iter()
        .enumerate()
        .map(|(arm, regret)| RegretRow {
            arm: names[arm].to_owned(),
            mean: regret.mean.value,
            mc_se: regret.mean.error,
            percentile_95: regret.high,
            worst: regret.worst,
            favourite: arm == decision.favourite,
        })
        .collect()
}

/// Equal steps up to the highest value, and the value that is decided by.
fn grid(value: f64, highest: f64) -> Vec<f64> {
    let mut grid: Vec<f64> =
        (0..=CURVE_STEPS).map(|step| highest * f64::from(step) / f64::from(CURVE_STEPS)).collect();
    grid.push(value);
    grid.sort_by(f64::total_cmp);
    grid.dedup();
    grid
}

fn curves(names: &[&str], outcomes: &Outcomes, grid: &[f64]) -> Vec<AcceptabilityRow> {
    let mut rows = Vec::new();
    for point in acceptability(&outcomes.effects, &outcomes.costs, grid) {
        for (arm, share) in point.shares.iter().enumerate() {
            rows.push(AcceptabilityRow {
                willingness_to_pay: point.willingness,
                arm: names[arm].to_owned(),
                probability: share.value,
                mc_se: share.error,
                favourite: arm == point.favourite,
                information: point.information.value,
                information_se: point.information.error,
            });
        }
    }
    rows
}

fn plane(names: &[&str], outcomes: &Outcomes) -> Vec<PlaneRow> {
    let mut rows = Vec::new();
    for draw in 0..outcomes.effects.nrows() {
        for (arm, name) in names.iter().enumerate() {
            if arm == outcomes.reference {
                continue;
            }
            rows.push(PlaneRow {
                draw: draw as u32 + 1,
                arm: name.to_string(),
                reference: names[outcomes.reference].to_owned(),
                effect: outcomes.noisy_effects[(draw, arm)],
                cost_nok: outcomes.noisy_costs[(draw, arm)],
                effect_without_noise: outcomes.effects[(draw, arm)],
                cost_without_noise: outcomes.costs[(draw, arm)],
            });
        }
    }
    rows
}

/// What knowing everything, each group and each parameter would be worth. Groups and
/// parameters that differ between draws, the most valuable first.
fn information(outcomes: &Outcomes, decision: &Decision, seed: u64) -> Vec<InformationRow> {
    let drawn = &outcomes.drawn;
    let total = perfect_information(&decision.benefit);
    let share = |value: f64| (total.value > 0.0).then(|| value / total.value);
    let mut rows = vec![InformationRow {
        what: "total".to_owned(),
        key: "all".to_owned(),
        group: String::new(),
        parameters: drawn.keys.len() as u32,
        grade: String::new(),
        value: total.value,
        mc_se: total.error,
        by_chance: None,
        above_chance: total.value > CLEAR * total.error,
        share_of_total: share(total.value),
        with_noise: Some(perfect_information(&decision.noisy).value),
    }];
    let of_inputs = |inputs: &[&[f64]], chance: f64| {
        let found = partial_information(inputs, &decision.noisy, seed);
        InformationRow {
            what: String::new(),
            key: String::new(),
            group: String::new(),
            parameters: inputs.len() as u32,
            grade: String::new(),
            value: found.value,
            mc_se: found.error,
            by_chance: Some(chance),
            above_chance: found.value > chance.max(CLEAR * found.error),
            share_of_total: share(found.value),
            with_noise: None,
        }
    };
    let largest = |inputs: &[&[f64]]| {
        let values = by_chance(inputs, &decision.noisy, PERMUTATIONS, seed);
        values.last().copied().unwrap_or(0.0)
    };
    let mut groups: Vec<InformationRow> =
        threads::map(evidence::parameter_groups().len(), |place| {
            let group = &evidence::parameter_groups()[place];
            let held = drawn.keys.iter().zip(&drawn.values);
            let inputs: Vec<&[f64]> = held
                .filter(|(key, _)| group.holds(key))
                .map(|(_, values)| values.as_slice())
                .collect();
            (!inputs.is_empty()).then(|| InformationRow {
                what: "group".to_owned(),
                key: group.key().to_owned(),
                ..of_inputs(&inputs, largest(&inputs))
            })
        })
        .into_iter()
        .flatten()
        .collect();
    // Ranks of any one parameter are the same numbers in another order, so that chance
    // gives all of them the same.
    let chance = drawn.values.first().map_or(0.0, |values| largest(&[values.as_slice()]));
    let mut single: Vec<InformationRow> = threads::map(drawn.keys.len(), |place| {
        let (key, values) = (&drawn.keys[place], &drawn.values[place]);
        let group = evidence::parameter_groups().iter().find(|one| one.holds(key));
        let row = evidence::find(evidence::parameters(), key);
        InformationRow {
            what: "parameter".to_owned(),
            key: key.clone(),
            group: group.map_or(String::new(), |one| one.key.clone()),
            grade: row.map_or(String::new(), |row| row.grade.letter().to_owned()),
            ..of_inputs(&[values.as_slice()], chance)
        }
    });
    for list in [&mut groups, &mut single] {
        list.sort_by(|first, second| second.value.total_cmp(&first.value));
        rows.append(list);
    }
    rows
}

/// Where the favourite is not the best.
struct Failures {
    hits: Vec<bool>,
    found: Vec<Found>,
    /// Coverage and density of the first box on draws that its search has not seen.
    held_out: Option<(f64, f64)>,
}

impl Failures {
    fn new(outcomes: &Outcomes, decision: &Decision) -> Failures {
        let hits: Vec<bool> = losses(&decision.benefit, decision.favourite)
            .into_iter()
            .map(|loss| loss > 0.0)
            .collect();
        let inputs = &outcomes.drawn.values;
        let settings = Settings::default();
        let enough = hits.iter().filter(|hit| **hit).count() >= LEAST_FAILURES;
        Failures {
            found: match enough {
                true => boxes::find_several(inputs, &hits, &settings, MOST_BOXES),
                false => Vec::new(),
            },
            held_out: enough.then(|| boxes::held_out(inputs, &hits, &settings, FOLDS)).flatten(),
            hits,
        }
    }

    fn count(&self) -> usize {
        self.hits.iter().filter(|hit| **hit).count()
    }

    fn rows(&self, outcomes: &Outcomes) -> Vec<BoxRow> {
        let mut rows = Vec::new();
        for (number, found) in self.found.iter().enumerate() {
            for restriction in &found.restrictions {
                rows.push(BoxRow {
                    number: number as u32 + 1,
                    parameter: outcomes.drawn.keys[restriction.input].clone(),
                    low: restriction.low,
                    high: restriction.high,
                    quasi_p: restriction.quasi_p,
                    draws: found.support as u32,
                    failures: found.hits as u32,
                    coverage: found.coverage,
                    density: found.density,
                });
            }
        }
        rows
    }
}

fn draw_rows(names: &[&str], outcomes: &Outcomes, decision: &Decision) -> Vec<DrawRow> {
    let answers = &outcomes.answers;
    let mut rows = Vec::new();
    for draw in 0..answers.shape.points {
        let best = shares_best(&decision.benefit.rows(draw, 1).into_owned());
        for (arm, name) in names.iter().enumerate() {
            let outcome = Mean::of(answers.replicates(draw, arm, 0));
            let cost =
                (answers.shape.outcomes > 1).then(|| Mean::of(answers.replicates(draw, arm, 1)));
            rows.push(DrawRow {
                draw: draw as u32 + 1,
                arm: name.to_string(),
                estimate: outcome.estimate.unwrap_or(f64::NAN),
                mc_se: outcome.mc_se,
                cost_nok: cost.and_then(|cost| cost.estimate),
                cost_mc_se: cost.and_then(|cost| cost.mc_se),
                best: best[arm].value,
            });
        }
    }
    rows
}

/// A row for each draw, a column for each parameter that differs.
fn parameter_table(outcomes: &Outcomes) -> Result<Table, StudyError> {
    let drawn = &outcomes.drawn;
    let rows: Vec<serde_json::Map<String, serde_json::Value>> = (0..outcomes.effects.nrows())
        .map(|draw| {
            let number = ("draw".to_owned(), (draw + 1).into());
            let values = drawn.keys.iter().zip(&drawn.values);
            std::iter::once(number)
                .chain(values.map(|(key, values)| (key.clone(), values[draw].into())))
                .collect()
        })
        .collect();
    let mut csv = String::from("draw");
    for key in &drawn.keys {
        csv.push(',');
        csv.push_str(key);
    }
    csv.push('\n');
    for row in &rows {
        let cells: Vec<String> = row.values().map(ToString::to_string).collect();
        csv.push_str(&cells.join(","));
        csv.push('\n');
    }
    Ok(Table {
        file: DRAW_PARAMETERS,
        csv,
        rows: serde_json::to_value(rows).map_err(|error| StudyError::Table(error.to_string()))?,
    })
}

fn warnings(plan: &UncertaintyPlan, outcomes: &Outcomes) -> Vec<String> {
    let mut warnings = Vec::new();
    if plan.draws < FEW_DRAWS {
        warnings.push(format!(
            "{} draws are few: the value of single parameters is little more than chance; use 300 or more",
            plan.draws
        ));
    }
    match outcomes.noise_share {
        None => warnings.push(
            "one replicate cannot tell noise from uncertainty: perfect information and regret are too large; use two replicates or more"
                .to_owned(),
        ),
        Some(share) if share > 0.5 => warnings.push(format!(
            "{:.0} % of what differs between draws is chance of the simulation; it was taken out, but more families or replicates would be better",
            share * 100.0
        )),
        Some(_) => {}
    }
    warnings
}
