//! What the page of an uncertain decision answers, in sentences.

use homeground_figures::number::percent_whole;
use homeground_figures::text::Text;
use homeground_figures::{key, message};

use crate::pages::{names, outcome_words, values};
use crate::uncertainty::amounts::{nok, share_of_draws, unit, worth, worth_with_interval};
use crate::uncertainty::results::{UncertaintyResults, amount, probability};
use crate::uncertainty::rows::{BestRow, BoxRow};

/// Groups that the sentence on research names.
const MOST_NAMED: usize = 3;
/// Probability above which a choice is called nearly certain.
const NEARLY_CERTAIN: f64 = 0.95;

/// Which arm is best, without an end; nothing if the tables do not say.
fn best_arm(results: &UncertaintyResults<'_>) -> Text {
    let Some(row) = results.favourite() else {
        return Text::default();
    };
    let facts = &results.facts;
    let criterion = match facts.willingness.filter(|_| facts.by_net_benefit) {
        Some(value) => {
            message!("uncertainty-criterion-net-benefit", unit = unit(results), amount = nok(value))
        }
        None => message!(
            "uncertainty-criterion-outcome",
            outcome = outcome_words::outcome(results.study)
        ),
    };
    let (arm, share) = (results.favourite_arm(), share_of_draws(row));
    let told = if probability(row.probability, row.mc_se).lower() > NEARLY_CERTAIN {
        message!("uncertainty-best-sure", arm, criterion, share)
    } else {
        message!("uncertainty-best-average", arm, criterion, share)
    };
    told.capital()
}

/// The answer of the section on the best arm.
pub fn best(results: &UncertaintyResults<'_>) -> Text {
    Text::joined("", [best_arm(results), ".".into()])
}

/// The answer of the page.
pub fn answer(results: &UncertaintyResults<'_>) -> Text {
    let Some(total) = results.total() else {
        return best(results);
    };
    message!(
        "uncertainty-answer",
        best = best_arm(results),
        value = worth_with_interval(results, amount(total.value, total.mc_se))
    )
}

/// Sentences below the answer.
pub fn points(results: &UncertaintyResults<'_>) -> Vec<Text> {
    let alone = |row: &&BestRow| row.decide_by == "outcome" && row.favourite;
    let alone = results.best.iter().find(alone);
    let alone = alone.filter(|_| results.facts.by_net_benefit).map(|row| {
        message!(
            "uncertainty-outcome-alone",
            arm = results.study.arm(&row.arm),
            share = share_of_draws(row)
        )
    });
    let others = [information(results), failure(results)];
    alone.into_iter().chain(others).collect()
}

/// The answer of the section on the cost-effectiveness plane.
pub fn plane(results: &UncertaintyResults<'_>) -> Text {
    let favourite = &results.facts.favourite;
    let shown = if favourite == results.reference() {
        results.plane.first().map(|row| &row.arm)
    } else {
        Some(favourite)
    };
    let Some(arm) = shown else {
        return Text::default();
    };
    let rows = || results.plane.iter().filter(|row| row.arm == *arm);
    let part = |test: &dyn Fn(f64, f64) -> bool| {
        let hits = rows().filter(|row| test(row.effect_without_noise, row.cost_without_noise));
        percent_whole(hits.count() as f64 / rows().count().max(1) as f64)
    };
    message!(
        "uncertainty-plane-shares",
        reference = results.study.reference_arm(),
        arm = results.study.arm(arm),
        cheaper = part(&|effect, cost| effect > 0.0 && cost < 0.0),
        dearer = part(&|effect, cost| effect > 0.0 && cost >= 0.0),
        worse = part(&|effect, _| effect <= 0.0)
    )
}

/// The answer of the section on acceptability.
pub fn acceptability(results: &UncertaintyResults<'_>) -> Text {
    let favourites: Vec<(&str, f64)> = results
        .curves
        .iter()
        .filter(|row| row.favourite)
        .map(|row| (row.arm.as_str(), row.willingness_to_pay))
        .collect();
    let Some(((first, _), (_, highest))) = favourites.first().zip(favourites.last()) else {
        return Text::default();
    };
    let changes: Vec<Text> = favourites
        .windows(2)
        .filter(|pair| pair[0].0 != pair[1].0)
        .map(|pair| {
            message!(
                "uncertainty-choice-from",
                arm = results.study.arm(pair[1].0),
                amount = nok(pair[1].1)
            )
        })
        .collect();
    if changes.is_empty() {
        return message!(
            "uncertainty-acceptability-same",
            arm = results.study.arm(first).capital(),
            amount = nok(*highest)
        );
    }
    message!(
        "uncertainty-acceptability-changes",
        unit = unit(results),
        arm = results.study.arm(first),
        changes = Text::list(changes)
    )
}

/// The answer of the section on information.
pub fn information(results: &UncertaintyResults<'_>) -> Text {
    let groups: Vec<Text> = results
        .information_of("group")
        .filter(|row| row.above_chance)
        .take(MOST_NAMED)
        .map(|row| {
            message!(
                "uncertainty-worth-of-group",
                group = group(&row.key),
                amount = worth(results, row.value)
            )
        })
        .collect();
    if !groups.is_empty() {
        message!("uncertainty-information-groups", groups = Text::list(groups))
    } else if results.total().is_some_and(|row| row.above_chance) {
        message!("uncertainty-information-together")
    } else {
        message!("uncertainty-information-none")
    }
}

/// The answer of the section on regret.
pub fn regret(results: &UncertaintyResults<'_>) -> Text {
    let Some(row) = results.regret.iter().find(|row| row.favourite) else {
        return Text::default();
    };
    message!(
        "uncertainty-regret-answer",
        arm = results.study.arm(&row.arm),
        mean = worth_with_interval(results, amount(row.mean, row.mc_se)),
        high = worth(results, row.percentile_95)
    )
}

/// The answer of the section on failure.
pub fn failure(results: &UncertaintyResults<'_>) -> Text {
    let facts = &results.facts;
    let arm = results.favourite_arm();
    let fails = percent_whole(facts.failures as f64 / facts.draws.max(1) as f64);
    let first = || results.boxes.iter().filter(|row| row.number == 1);
    let Some(head) = first().next() else {
        return message!("uncertainty-failure-scattered", arm, fails).capital();
    };
    let limits = Text::list(first().map(limit));
    let inside = percent_whole(head.density);
    let coverage = percent_whole(head.coverage);
    let told = match facts.held_out_density.zip(facts.held_out_coverage) {
        None => message!("uncertainty-failure-seen", arm, fails, inside, limits, coverage),
        Some((held_out_density, held_out_coverage)) => message!(
            "uncertainty-failure-held-out",
            arm,
            fails,
            inside,
            limits,
            coverage,
            held_out_coverage = percent_whole(held_out_coverage),
            held_out_density = percent_whole(held_out_density)
        ),
    };
    told.capital()
}

fn limit(row: &BoxRow) -> Text {
    let parameter = names::short_field(&row.parameter);
    match (row.low.map(values::value), row.high.map(values::value)) {
        (Some(low), Some(high)) => message!("uncertainty-limit-between", parameter, low, high),
        (Some(low), None) => message!("uncertainty-limit-least", parameter, low),
        (None, Some(high)) => message!("uncertainty-limit-most", parameter, high),
        (None, None) => parameter,
    }
}

/// Name of a group of parameters; `all` is everything.
pub fn group(key: &str) -> Text {
    key!("uncertainty-group-{key}").or(key).into()
}

/// What research on a group would find out.
pub fn research(key: &str) -> Text {
    key!("uncertainty-group-{key}.research").or("").into()
}

#[cfg(test)]
mod tests {
    use homeground_core::evidence::{Keyed, parameter_groups};
    use homeground_figures::text::Teller;
    use homeground_report::words::testing::words;

    use super::*;

    #[test]
    fn every_group_of_parameters_has_a_name_and_research() {
        for row in parameter_groups() {
            let key = row.key();
            // Some keys are English words.
            assert_ne!(words("nb").tell(&group(key)), key);
            assert_ne!(words("en").tell(&research(key)), "", "{key}");
        }
    }
}
