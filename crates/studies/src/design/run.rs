//! Carries out a design study: its points, effects and ranking.

use serde_json::{Value, json};

use crate::answers::Answers;
use crate::design::factorial::{Coding, Effects, Setting};
use crate::design::fraction::Fraction;
use crate::design::frontier::{frontier, share_on_frontier};
use crate::design::hypercube::latin_hypercube;
use crate::design::*;
use crate::findings::{Findings, Table};
use crate::interval::Mean;
use crate::point::Point;
use crate::run::{Study, StudyError};
use crate::sweep::grid;
use homeground_core::evidence::{Outcome, Unit};
use homeground_core::outcomes::estimates::Key;
use homeground_core::scenario::study::{
    DesignPlan, Level, Selection, Setting as Set, Variations, Vary,
};

/// The designs of a plan: where each field stands, and the value that it has there.
struct Designs {
    settings: Vec<Vec<Setting>>,
    levels: Vec<Vec<Level>>,
    fraction: Option<Fraction>,
}

/// Carries out a design study.
///
/// # Errors
/// [`StudyError`].
pub fn run(study: &mut Study<'_>, plan: &DesignPlan) -> Result<Findings, StudyError> {
    let base = study.scenario;
    let arms = study.described()?.arms.clone();
    let asked = study.outcome()?;
    let designs = designs(plan, base.seed);
    let variations = Variations::new(base, study.programmes);
    let mut scenarios = Vec::with_capacity(designs.levels.len());
    for levels in &designs.levels {
        let settings: Vec<Set> = plan.vary.iter().zip(levels).collect();
        scenarios.push(variations.scenario(&settings).map_err(|error| {
            let told = settings
                .iter()
                .map(|(field, level)| format!("{} = {}", field.path, level.label));
            StudyError::Impossible {
                point: told.collect::<Vec<_>>().join(", "),
                reason: error.to_string(),
            }
        })?);
    }
    let outcomes = outcomes(base.horizon_weeks, asked, plan.cost);
    let answers = study.evaluate("designs", &outcomes, scenarios.len(), &|index| {
        Point::of_variation(&scenarios[index], base, &arms)
    })?;
    let reference = study.evaluate("reference", &outcomes, 1, &|_| {
        Point::of_variation(base, base, &[base.reference])
    })?;
    let mut warnings = Vec::new();
    let effects = effects(plan, &designs, &mut warnings);
    let cost_place = outcomes
        .iter()
        .position(|key| key.outcome == plan.cost && key.unit == Unit::Family)
        .unwrap_or(0);
    let ranking = ranking(&answers, cost_place, asked, plan, base.seed);
    let mut facts = serde_json::Map::new();
    facts.insert(
        "fields".to_owned(),
        plan.vary.iter().map(field_facts).collect(),
    );
    facts.insert("cost".to_owned(), json!(plan.cost));
    facts.insert("cost_limit".to_owned(), json!(plan.cost_limit));
    facts.insert("selection".to_owned(), selection_facts(plan, &designs));
    facts.insert(
        "explained".to_owned(),
        explained(&answers, effects.as_ref()),
    );
    let mut tables = vec![
        runs_table(plan, &designs, &answers)?,
        points_table(plan, &designs)?,
        table(OUTCOMES, &outcome_rows(&answers, &reference))?,
        table(RANKING, &ranking)?,
    ];
    if let Some(effects) = &effects {
        let rows = effect_rows(plan, &designs, effects, &answers);
        tables.push(table(EFFECTS, &rows)?);
    }
    Ok(Findings {
        tables,
        facts,
        points: scenarios.len() as u64 + 1,
        warnings,
    })
}

fn table<Row: serde::Serialize>(file: &'static str, rows: &[Row]) -> Result<Table, StudyError> {
    Table::new(file, rows).map_err(StudyError::Table)
}

/// The outcome that is asked about, placement, completion, uptake, and costs.
fn outcomes(horizon: u32, asked: Key, cost: Outcome) -> Vec<Key> {
    let mut outcomes = vec![asked];
    for (outcome, unit, week) in [
        (Outcome::Placed, Unit::Family, horizon),
        (Outcome::Completed, Unit::Started, horizon),
        (Outcome::Completed, Unit::Offered, horizon),
        (Outcome::Uptake, Unit::Offered, 0),
        (Outcome::CostNok, Unit::Family, horizon),
        (Outcome::HelperHours, Unit::Family, horizon),
        (cost, Unit::Family, horizon),
    ] {
        let key = Key {
            outcome,
            unit,
            week,
        };
        if !outcomes.contains(&key) {
            outcomes.push(key);
        }
    }
    outcomes
}

fn designs(plan: &DesignPlan, seed: u64) -> Designs {
    let by_level = |points: Vec<Vec<usize>>, fraction: Option<Fraction>| Designs {
        settings: points
            .iter()
            .map(|point| point.iter().map(|level| Setting::Level(*level)).collect())
            .collect(),
        levels: points
            .iter()
            .map(|point| {
                plan.vary
                    .iter()
                    .zip(point)
                    .map(|(field, level)| field.levels[*level].clone())
                    .collect()
            })
            .collect(),
        fraction,
    };
    match plan.selection {
        Selection::Full => {
            let levels: Vec<usize> = plan.vary.iter().map(|field| field.levels.len()).collect();
            by_level(grid(&levels), None)
        }
        Selection::Fraction { resolution } => {
            let fraction = Fraction::new(plan.vary.len(), resolution);
            by_level(fraction.runs(), Some(fraction))
        }
        Selection::LatinHypercube { runs } => {
            let points = latin_hypercube(plan.vary.len(), runs as usize, seed);
            let placed: Vec<Vec<(Setting, Level)>> = points
                .iter()
                .map(|point| {
                    plan.vary
                        .iter()
                        .zip(point)
                        .map(|(field, share)| between(field, *share))
                        .collect()
                })
                .collect();
            Designs {
                settings: placed
                    .iter()
                    .map(|point| point.iter().map(|(setting, _)| *setting).collect())
                    .collect(),
                levels: placed
                    .into_iter()
                    .map(|point| point.into_iter().map(|(_, level)| level).collect())
                    .collect(),
                fraction: None,
            }
        }
    }
}

/// A place between the ends of a field, and the value there; whole numbers are
/// rounded, and stand where the rounded value is.
fn between(field: &Vary, share: f64) -> (Setting, Level) {
    let end = |level: Option<&Level>| level.and_then(|level| level.number).unwrap_or(0.0);
    let (from, to) = (end(field.levels.first()), end(field.levels.last()));
    let level = Level::of_number(from + (to - from) * share, field.whole);
    let value = level.number.unwrap_or(from);
    (Setting::At(2.0 * (value - from) / (to - from) - 1.0), level)
}

/// The effects that the points can tell apart: all interactions if they can, one of
/// each group of aliases in a fraction, else main effects alone.
fn effects(plan: &DesignPlan, designs: &Designs, warnings: &mut Vec<String>) -> Option<Effects> {
    let fields = plan.vary.len();
    let codings: Vec<Coding> = plan
        .vary
        .iter()
        .map(|field| match plan.selection {
            Selection::LatinHypercube { .. } => Coding::Number,
            _ => Coding::Levels(field.levels.len()),
        })
        .collect();
    let mut pairs: Vec<(usize, usize)> = (0..fields)
        .flat_map(|first| (first + 1..fields).map(move |second| (first, second)))
        .collect();
    if let Some(fraction) = &designs.fraction {
        // The first of each group of interactions stands for all, and none for those
        // that a main effect hides.
        pairs.retain(|(first, second)| {
            let term = 1u32 << first | 1 << second;
            let earlier = |other: u32| {
                let place = |term: u32| (term.trailing_zeros(), term);
                other.count_ones() == 1 || place(other) < place(term)
            };
            !fraction.aliases(term).into_iter().any(earlier)
        });
    }
    Effects::new(&codings, &pairs, &designs.settings)
        .or_else(|_| {
            warnings.push(
                "the points are too few to tell interactions apart; main effects alone are given"
                    .to_owned(),
            );
            Effects::new(&codings, &[], &designs.settings)
        })
        .inspect_err(|_| {
            warnings
                .push("the points are too few to tell any effects apart; take more runs".to_owned())
        })
        .ok()
}

fn effect_rows(
    plan: &DesignPlan,
    designs: &Designs,
    effects: &Effects,
    answers: &Answers,
) -> Vec<EffectRow> {
    let mut rows = Vec::new();
    for (place, key) in answers.outcomes.iter().enumerate() {
        let replicates = by_replicate(answers, place);
        let each: Vec<Vec<f64>> = replicates
            .iter()
            .map(|response| effects.of(response))
            .collect();
        for (index, effect) in effects.effects.iter().enumerate() {
            let values: Vec<f64> = each.iter().map(|effects| effects[index]).collect();
            let mean = Mean::of(&values);
            let name = |(field, level): (usize, usize)| {
                let field = &plan.vary[field];
                let label = |level: usize| {
                    field
                        .levels
                        .get(level)
                        .map(|level| level.label.clone())
                        .unwrap_or_default()
                };
                (field.path.clone(), label(level), label(0))
            };
            let (field, level, from_level) = name(effect.first);
            let (with_field, with_level, with_from_level) =
                effect.second.map(name).unwrap_or_default();
            rows.push(EffectRow {
                outcome: key.outcome.to_string(),
                unit: key.unit.to_string(),
                week: key.week,
                kind: if is_main(effect) {
                    "main"
                } else {
                    "interaction"
                }
                .to_owned(),
                field,
                level,
                from_level,
                with_field,
                with_level,
                with_from_level,
                estimate: mean.estimate,
                mc_se: mean.mc_se,
                lower: mean.lower,
                upper: mean.upper,
                aliases: aliases(plan, designs, effect),
            });
        }
    }
    rows
}

fn aliases(plan: &DesignPlan, designs: &Designs, effect: &Effect) -> String {
    let Some(fraction) = &designs.fraction else {
        return String::new();
    };
    let term = 1u32 << effect.first.0 | effect.second.map_or(0, |(field, _)| 1 << field);
    let named: Vec<String> = fraction
        .aliases(term)
        .into_iter()
        .map(|other| {
            let fields = plan
                .vary
                .iter()
                .enumerate()
                .filter(|(field, _)| other >> field & 1 == 1);
            fields
                .map(|(_, field)| field.path.as_str())
                .collect::<Vec<_>>()
                .join(" x ")
        })
        .collect();
    named.join(";")
}

/// The response at all points, replicate by replicate; replicates in which it is not
/// defined everywhere are left out.
fn by_replicate(answers: &Answers, outcome: usize) -> Vec<Vec<f64>> {
    (0..answers.shape.replicates)
        .map(|replicate| {
            (0..answers.shape.points)
                .map(|point| answers.replicates(point, 0, outcome)[replicate])
                .collect::<Vec<f64>>()
        })
        .filter(|response| response.iter().all(|value| value.is_finite()))
        .collect()
}

/// Share of the variance over designs that the effects explain, by outcome.
fn explained(answers: &Answers, effects: Option<&Effects>) -> Value {
    let shares = answers.outcomes.iter().enumerate().map(|(place, key)| {
        let means: Vec<f64> = (0..answers.shape.points)
            .map(|point| answers.mean(point, 0, place))
            .collect();
        let defined = means.iter().all(|mean| mean.is_finite());
        let share = effects
            .filter(|_| defined)
            .and_then(|effects| effects.explained(&means));
        json!({ "outcome": key.outcome, "unit": key.unit, "week": key.week, "share": share })
    });
    shares.collect()
}

fn ranking(
    answers: &Answers,
    cost_place: usize,
    asked: Key,
    plan: &DesignPlan,
    seed: u64,
) -> Vec<RankRow> {
    let points = answers.shape.points;
    let place = answers.place_of(asked).unwrap_or(0);
    let sign = match asked.outcome.less_is_better() {
        Some(false) => 1.0,
        // Where neither way is better, less is listed first.
        _ => -1.0,
    };
    let costs: Vec<f64> = (0..points)
        .map(|point| answers.mean(point, 0, cost_place))
        .collect();
    let values: Vec<f64> = (0..points)
        .map(|point| answers.mean(point, 0, place))
        .collect();
    let gains: Vec<f64> = values.iter().map(|value| sign * value).collect();
    let on = frontier(&costs, &gains);
    let cost_replicates: Vec<&[f64]> = (0..points)
        .map(|point| answers.replicates(point, 0, cost_place))
        .collect();
    let gain_replicates: Vec<Vec<f64>> = (0..points)
        .map(|point| {
            answers
                .replicates(point, 0, place)
                .iter()
                .map(|value| sign * value)
                .collect()
        })
        .collect();
    let gain_slices: Vec<&[f64]> = gain_replicates.iter().map(Vec::as_slice).collect();
    let shares = share_on_frontier(&cost_replicates, &gain_slices, seed);
    let limit = plan.cost_limit.unwrap_or(f64::INFINITY);
    let mut within: Vec<usize> = (0..points)
        .filter(|point| costs[*point] <= limit && gains[*point].is_finite())
        .collect();
    within.sort_by(|one, other| gains[*other].total_cmp(&gains[*one]).then(one.cmp(other)));
    let best = within.first().copied();
    (0..points)
        .map(|point| {
            let less_best = best.map(|best| {
                let one = answers.replicates(point, 0, place);
                let other = answers.replicates(best, 0, place);
                let differences: Vec<f64> = one
                    .iter()
                    .zip(other)
                    .map(|(one, other)| one - other)
                    .collect();
                Mean::of(&differences)
            });
            let finite = |value: f64| value.is_finite().then_some(value);
            RankRow {
                point: point as u32 + 1,
                rank: within
                    .iter()
                    .position(|other| *other == point)
                    .map(|rank| rank as u32 + 1),
                cost: finite(costs[point]),
                outcome: finite(values[point]),
                less_best: less_best.and_then(|mean| mean.estimate),
                less_best_lower: less_best.and_then(|mean| mean.lower),
                less_best_upper: less_best.and_then(|mean| mean.upper),
                on_frontier: on[point],
                on_frontier_share: shares.get(point).copied(),
            }
        })
        .collect()
}

fn outcome_rows(answers: &Answers, reference: &Answers) -> Vec<DesignRow> {
    let row = |point: u32, key: &Key, values: &[f64]| {
        let mean = Mean::of(values);
        DesignRow {
            point,
            outcome: key.outcome.to_string(),
            unit: key.unit.to_string(),
            week: key.week,
            estimate: mean.estimate,
            mc_se: mean.mc_se,
            lower: mean.lower,
            upper: mean.upper,
        }
    };
    let mut rows = Vec::new();
    for (place, key) in reference.outcomes.iter().enumerate() {
        rows.push(row(0, key, reference.replicates(0, 0, place)));
    }
    for point in 0..answers.shape.points {
        for (place, key) in answers.outcomes.iter().enumerate() {
            rows.push(row(
                point as u32 + 1,
                key,
                answers.replicates(point, 0, place),
            ));
        }
    }
    rows
}

/// Value of a level for a table: a number where it is one.
fn cell(level: &Level) -> Value {
    if let Ok(whole) = level.label.parse::<i64>() {
        return json!(whole);
    }
    level
        .number
        .map_or_else(|| json!(level.label), |number| json!(number))
}

fn points_table(plan: &DesignPlan, designs: &Designs) -> Result<Table, StudyError> {
    let mut headings = vec!["point".to_owned()];
    headings.extend(plan.vary.iter().map(|field| field.path.clone()));
    let rows: Vec<Vec<Value>> = designs
        .levels
        .iter()
        .enumerate()
        .map(|(point, levels)| {
            std::iter::once(json!(point + 1))
                .chain(levels.iter().map(cell))
                .collect()
        })
        .collect();
    Table::of_columns(POINTS, &headings, &rows).map_err(StudyError::Table)
}

/// All that a regression needs: one row for each design and replicate.
fn runs_table(
    plan: &DesignPlan,
    designs: &Designs,
    answers: &Answers,
) -> Result<Table, StudyError> {
    let mut headings = vec!["point".to_owned(), "replicate".to_owned()];
    headings.extend(plan.vary.iter().map(|field| field.path.clone()));
    headings.extend(
        answers
            .outcomes
            .iter()
            .map(|key| format!("{}.{}.{}", key.outcome, key.unit, key.week)),
    );
    let mut rows = Vec::new();
    for (point, levels) in designs.levels.iter().enumerate() {
        for replicate in 0..answers.shape.replicates {
            let outcomes = (0..answers.outcomes.len()).map(|place| {
                let value = answers.replicates(point, 0, place)[replicate];
                if value.is_finite() {
                    json!(value)
                } else {
                    Value::Null
                }
            });
            let start = [json!(point + 1), json!(replicate + 1)];
            rows.push(
                start
                    .into_iter()
                    .chain(levels.iter().map(cell))
                    .chain(outcomes)
                    .collect(),
            );
        }
    }
    Table::of_columns(RUNS, &headings, &rows).map_err(StudyError::Table)
}

fn field_facts(field: &Vary) -> Value {
    let levels: Vec<&str> = field
        .levels
        .iter()
        .map(|level| level.label.as_str())
        .collect();
    json!({ "path": field.path, "levels": levels, "between": field.between })
}

fn selection_facts(plan: &DesignPlan, designs: &Designs) -> Value {
    match (plan.selection, &designs.fraction) {
        (Selection::Fraction { .. }, Some(fraction)) => {
            let names = |word: u32| -> Vec<&str> {
                let fields = plan
                    .vary
                    .iter()
                    .enumerate()
                    .filter(|(field, _)| word >> field & 1 == 1);
                fields.map(|(_, field)| field.path.as_str()).collect()
            };
            let words: Vec<Vec<&str>> = fraction.words.iter().map(|word| names(*word)).collect();
            json!({
                "kind": "fraction",
                "runs": fraction.runs().len(),
                "all": 1u64 << plan.vary.len(),
                "resolution": fraction.resolution(),
                "defining_words": words,
            })
        }
        (Selection::LatinHypercube { runs }, _) => {
            json!({ "kind": "latin_hypercube", "runs": runs })
        }
        _ => json!({ "kind": "full", "runs": designs.levels.len() }),
    }
}
