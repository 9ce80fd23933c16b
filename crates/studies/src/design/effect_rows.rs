//! The effects of a design study, estimated replicate by replicate.

use homeground_core::scenario::study::{DesignPlan, Selection};
use serde_json::{Value, json};

use crate::answers::Answers;
use crate::design::EffectRow;
use crate::design::factorial::{Coding, Effect, Effects};
use crate::design::points::Designs;
use crate::interval::Mean;

/// The effects that the points can tell apart: all interactions if they can, one of
/// each group of aliases in a fraction, else main effects alone.
pub(super) fn effects(
    plan: &DesignPlan,
    designs: &Designs,
    warnings: &mut Vec<String>,
) -> Option<Effects> {
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

/// The rows of the table of effects.
pub(super) fn effect_rows(
    plan: &DesignPlan,
    designs: &Designs,
    effects: &Effects,
    answers: &Answers,
) -> Vec<EffectRow> {
    let mut rows = Vec::new();
    for (place, key) in answers.outcomes.iter().enumerate() {
        let replicates = by_replicate(answers, place);
        let each: Vec<Vec<f64>> = replicates.iter().map(|response| effects.of(response)).collect();
        for (index, effect) in effects.effects.iter().enumerate() {
            let values: Vec<f64> = each.iter().map(|effects| effects[index]).collect();
            let mean = Mean::of(&values);
            let name = |(field, level): (usize, usize)| {
                let field = &plan.vary[field];
                let label = |level: usize| {
                    field.levels.get(level).map(|level| level.label.clone()).unwrap_or_default()
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
                kind: if effect.second.is_none() { "main" } else { "interaction" }.to_owned(),
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
            let fields = plan.vary.iter().enumerate().filter(|(field, _)| other >> field & 1 == 1);
            fields.map(|(_, field)| field.path.as_str()).collect::<Vec<_>>().join(" x ")
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
pub(super) fn explained(answers: &Answers, effects: Option<&Effects>) -> Value {
    let shares = answers.outcomes.iter().enumerate().map(|(place, key)| {
        let means: Vec<f64> =
            (0..answers.shape.points).map(|point| answers.mean(point, 0, place)).collect();
        let defined = means.iter().all(|mean| mean.is_finite());
        let share = effects.filter(|_| defined).and_then(|effects| effects.explained(&means));
        json!({ "outcome": key.outcome, "unit": key.unit, "week": key.week, "share": share })
    });
    shares.collect()
}
