//! `assumptions`: the ledger of a conclusion. For the difference between two arms, each
//! parameter with what is known of it, how much the difference leans on it, how far it may
//! move before the order of the arms turns, and what knowing it would be worth.
//!
//! It puts three studies side by side, on the same families: indices
//! ([`super::sensitivity`]), distances to a turn ([`super::threshold`]) and partial perfect
//! information ([`super::information`]). The last uses the points of the samples A and B,
//! which are draws from the ranges of all parameters that were looked at closely.

use serde::{Deserialize, Serialize};

/// A row of `assumptions.csv`: a parameter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AssumptionRow {
    /// Place by how much the difference leans on it, from 1.
    pub rank: u32,
    /// Its name.
    pub parameter: String,
    /// What it stands for.
    pub meaning: String,
    /// Unit of its values.
    pub unit: String,
    /// How well it is known.
    pub grade: String,
    /// Where it comes from.
    pub source: String,
    /// Where it stands.
    pub start: f64,
    /// Low end of its range.
    pub low: f64,
    /// High end.
    pub high: f64,
    /// Was it looked at closely?
    pub taken_on: bool,
    /// Total index: share of the variance of the difference that it takes part in.
    pub total: Option<f64>,
    /// Lower end of its 95 % interval.
    pub total_lower: Option<f64>,
    /// Upper end.
    pub total_upper: Option<f64>,
    /// First-order index.
    pub first: Option<f64>,
    /// Mean size of its effect on the difference over its whole range, from the screening.
    pub mu_star: Option<f64>,
    /// Mean effect on the difference.
    pub mu: Option<f64>,
    /// `turns`: moving it alone within its range turns the order of the arms; `fades`: the
    /// order can no longer be told somewhere; `holds`; `unclear`: it cannot be told at the
    /// start.
    pub order: String,
    /// Value at which the order turns first.
    pub threshold: Option<f64>,
    /// Lower end of its 95 % interval; empty if open to the end of the range.
    pub threshold_lower: Option<f64>,
    /// Upper end.
    pub threshold_upper: Option<f64>,
    /// How far that is, as a share of the way from the start to the end of the range.
    pub share_of_way: Option<f64>,
    /// What knowing it before choosing would be worth, for one family: NOK, or units of the
    /// outcome.
    pub information: Option<f64>,
    /// Its standard error.
    pub information_se: Option<f64>,
    /// Is that more than a parameter that decides nothing would get by chance?
    pub information_above_chance: Option<bool>,
}

impl AssumptionRow {
    /// Is knowing it worth something beyond doubt: more than chance gives, and with its
    /// whole 95 % interval above zero?
    pub fn is_surely_worth_knowing(&self) -> bool {
        /// Standard errors in half of a 95 % interval.
        const REACH: f64 = 1.96;
        let lower = self
            .information
            .zip(self.information_se)
            .map(|(value, error)| value - REACH * error);
        self.information_above_chance == Some(true) && lower > Some(0.0)
    }
}

/// File of [`AssumptionRow`]s.
pub const ASSUMPTIONS: &str = "assumptions.csv";

/// Orders rows by how much the difference leans on them, and numbers them: by total index
/// where there is one, and after those by the size of the effect in the screening.
pub fn rank(rows: &mut [AssumptionRow]) {
    let none = f64::NEG_INFINITY;
    rows.sort_by(|one, other| {
        let key = |row: &AssumptionRow| (row.total.unwrap_or(none), row.mu_star.unwrap_or(none));
        let (one, other) = (key(one), key(other));
        other.0.total_cmp(&one.0).then(other.1.total_cmp(&one.1))
    });
    for (place, row) in rows.iter_mut().enumerate() {
        row.rank = place as u32 + 1;
    }
}

#[cfg(feature = "app")]
pub use app::run;

#[cfg(feature = "app")]
mod app {
    use nalgebra::DMatrix;
    use rayon::prelude::*;

    use super::*;
    use crate::evidence::{self, Outcome, Unit};
    use crate::outcomes::estimates::Key;
    use crate::scenario::study::AssumptionsPlan;
    use crate::study::base_samples::BaseSamples;
    use crate::study::decision::{Estimate, perfect_information};
    use crate::study::findings::{Findings, Table};
    use crate::study::information::{by_chance, partial_information};
    use crate::study::mover::Mover;
    use crate::study::noise;
    use crate::study::run::{Study, StudyError};
    use crate::study::sensitivity::{self, Sensitivity};
    use crate::study::threshold::distances;
    use crate::study::turning::{Side, Turning};

    /// Deals that show what chance alone gives: the largest of 19 is exceeded in one case of
    /// twenty.
    const DEALS: u32 = 19;

    /// Works the ledger out.
    ///
    /// # Errors
    /// [`StudyError`].
    pub fn run(study: &mut Study<'_>, plan: &AssumptionsPlan) -> Result<Findings, StudyError> {
        let outcome = study.outcome()?;
        let horizon = study.scenario.horizon_weeks;
        let cost = Key {
            outcome: Outcome::CostNok,
            unit: Unit::Family,
            week: horizon,
        };
        let more: &[Key] = if plan.worth.is_some() { &[cost] } else { &[] };
        let found = sensitivity::analyse(study, &plan.sensitivity, more)?;
        let movers: Vec<Mover> = plan
            .sensitivity
            .parameters
            .iter()
            .filter_map(|key| Mover::parameter(study.scenario, key))
            .collect();
        let turnings = distances(study, &movers, outcome, plan.grid)?;
        let worth = worths(&found, plan, study.scenario.seed);
        let mut rows: Vec<AssumptionRow> = (0..movers.len())
            .map(|place| row(place, &found, &movers[place], &turnings[place], &worth))
            .collect();
        rank(&mut rows);
        let mut facts = serde_json::Map::new();
        if let Some(turning) = turnings.first() {
            let start = turning.at_default;
            facts.insert(
                "start".to_owned(),
                serde_json::json!({
                    "estimate": start.mean, "lower": start.lower(), "upper": start.upper(),
                }),
            );
        }
        let variance = found.indices.first();
        let share = variance.and_then(|one| one.variance.parts.noise_share());
        facts.insert("noise_share".to_owned(), share.into());
        facts.insert(
            "perfect_information".to_owned(),
            worth.total.map(|total| total.value).into(),
        );
        facts.insert(
            "perfect_information_se".to_owned(),
            worth.total.map(|total| total.error).into(),
        );
        facts.insert(
            "willingness_to_pay".to_owned(),
            plan.worth.map(|worth| worth.value).into(),
        );
        facts.insert("looked_at".to_owned(), found.chosen.len().into());
        facts.insert("samples".to_owned(), plan.sensitivity.samples.into());
        facts.insert("walks".to_owned(), plan.sensitivity.walks.into());
        let mut tables = vec![Table::new(ASSUMPTIONS, &rows).map_err(StudyError::Table)?];
        tables.extend(sensitivity::tables(&found).map_err(StudyError::Table)?);
        let searched: usize = turnings
            .iter()
            .map(|turning| turning.profile.len() - 1)
            .sum();
        Ok(Findings {
            tables,
            facts,
            points: found.points + searched as u64 + 1,
            warnings: Vec::new(),
        })
    }

    /// What knowing each parameter that was looked at closely would be worth.
    struct Worths {
        /// One for each, with whether it is above chance; empty where it is not known which
        /// way of the outcome is better.
        each: Vec<(Estimate, bool)>,
        /// What knowing all of them would be worth.
        total: Option<Estimate>,
    }

    fn worths(found: &Sensitivity, plan: &AssumptionsPlan, seed: u64) -> Worths {
        let nothing = Worths {
            each: Vec::new(),
            total: None,
        };
        let Some(less_is_better) = plan.less_is_better else {
            return nothing;
        };
        if found.indices.first().is_none_or(|one| one.indices.is_err()) {
            return nothing;
        }
        let sign = if less_is_better { -1.0 } else { 1.0 };
        let answers = &found.answers;
        let places = independent(&found.samples);
        // What the first arm brings more than the second, replicate by replicate.
        let replicates: Vec<Vec<Vec<f64>>> = places
            .iter()
            .map(|point| {
                let effects = answers.differences(*point, (0, 1), 0);
                let benefit: Vec<f64> = match plan.worth {
                    None => effects.iter().map(|effect| sign * effect).collect(),
                    Some(worth) => {
                        let costs = answers.differences(*point, (0, 1), 1);
                        let pairs = effects.iter().zip(costs);
                        pairs
                            .map(|(effect, cost)| sign * effect * worth.value - cost)
                            .collect()
                    }
                };
                benefit
                    .into_iter()
                    .filter(|value| value.is_finite())
                    .map(|value| vec![value])
                    .collect()
            })
            .collect();
        let noisy = DMatrix::from_fn(places.len(), 1, |row, _| {
            let values = &replicates[row];
            values.iter().map(|value| value[0]).sum::<f64>() / values.len().max(1) as f64
        });
        let clean = noise::of_means(&replicates).map(|found| noise::without(&noisy, &found));
        let two_arms = |one: &DMatrix<f64>| {
            DMatrix::from_fn(
                one.nrows(),
                2,
                |row, arm| if arm == 0 { one[(row, 0)] } else { 0.0 },
            )
        };
        let benefit = two_arms(&noisy);
        let columns: Vec<Vec<f64>> = (0..found.chosen.len())
            .map(|parameter| {
                let coordinate = |point: &usize| found.samples.point(*point)[parameter];
                places.iter().map(coordinate).collect()
            })
            .collect();
        let each = columns
            .par_iter()
            .map(|column| {
                let inputs: [&[f64]; 1] = [column];
                let value = partial_information(&inputs, &benefit, seed);
                let chance = by_chance(&inputs, &benefit, DEALS, seed);
                let above = chance.last().is_none_or(|largest| value.value > *largest);
                (value, above)
            })
            .collect();
        Worths {
            each,
            total: clean.map(|clean| perfect_information(&two_arms(&clean))),
        }
    }

    /// The points of the samples A and B: independent draws from the ranges.
    fn independent(samples: &BaseSamples) -> Vec<usize> {
        let width = samples.points_per_sample();
        (0..samples.samples())
            .flat_map(|sample| [sample * width, sample * width + width - 1])
            .collect()
    }

    fn row(
        place: usize,
        found: &Sensitivity,
        mover: &Mover,
        turning: &Turning,
        worth: &Worths,
    ) -> AssumptionRow {
        let known = evidence::find(evidence::parameters(), &mover.name);
        let text = |read: fn(&evidence::Parameter) -> String| known.map(read).unwrap_or_default();
        let effects = found.effects.first().and_then(|effects| effects.get(place));
        let closer = found.chosen.iter().position(|chosen| *chosen == place);
        let index = closer.and_then(|closer| {
            let indices = found.indices.first()?.indices.as_ref().ok()?;
            indices.get(closer)
        });
        let information = closer.and_then(|closer| worth.each.get(closer));
        let (order, turn) = order(turning);
        AssumptionRow {
            rank: 0,
            parameter: mover.name.clone(),
            meaning: text(|row| row.meaning.clone()),
            unit: mover.unit.clone(),
            grade: text(|row| row.grade.to_string()),
            source: text(|row| row.source.clone()),
            start: mover.way.default,
            low: mover.way.low,
            high: mover.way.high,
            taken_on: closer.is_some(),
            total: index.map(|index| index.total.value),
            total_lower: index.map(|index| index.total.interval.lower),
            total_upper: index.map(|index| index.total.interval.upper),
            first: index.map(|index| index.first.value),
            mu_star: effects.map(|effects| effects.mu_star.value),
            mu: effects.map(|effects| effects.mu.value),
            order: order.to_owned(),
            threshold: turn.map(|turn| turn.value),
            threshold_lower: turn.and_then(|turn| turn.lower),
            threshold_upper: turn.and_then(|turn| turn.upper),
            share_of_way: turn.map(|turn| turning.range.share_of_way(turn.value)),
            information: information.map(|(value, _)| value.value),
            information_se: information.map(|(value, _)| value.error),
            information_above_chance: information.map(|(_, above)| *above),
        }
    }

    /// Where the order turns, with the interval in the order of values.
    #[derive(Clone, Copy)]
    struct Turn {
        value: f64,
        lower: Option<f64>,
        upper: Option<f64>,
    }

    /// What happens to the order of the arms when a parameter moves alone.
    fn order(turning: &Turning) -> (&'static str, Option<Turn>) {
        let turns = [(false, turning.below), (true, turning.above)]
            .into_iter()
            .filter_map(|(above, side)| match side {
                Side::Turns { value, near, far } => Some(Turn {
                    value,
                    lower: if above { Some(near) } else { far },
                    upper: if above { far } else { Some(near) },
                }),
                _ => None,
            })
            .min_by(|one, other| {
                let share = |turn: &Turn| turning.range.share_of_way(turn.value);
                share(one).total_cmp(&share(other))
            });
        let sides = [turning.below, turning.above];
        let unclear = |side: &Side| matches!(side, Side::StaysUnclear | Side::Settles { .. });
        let word = if turns.is_some() {
            "turns"
        } else if sides.iter().any(unclear) {
            "unclear"
        } else if sides.iter().any(|side| matches!(side, Side::Fades { .. })) {
            "fades"
        } else {
            "holds"
        };
        (word, turns)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_uncertain_worth_is_not_sure() {
        let row = |information, information_se, above| AssumptionRow {
            information: Some(information),
            information_se: Some(information_se),
            information_above_chance: Some(above),
            ..AssumptionRow::default()
        };
        assert!(row(50.0, 10.0, true).is_surely_worth_knowing());
        assert!(!row(50.0, 78.0, true).is_surely_worth_knowing());
        assert!(!row(50.0, 10.0, false).is_surely_worth_knowing());
        assert!(!AssumptionRow::default().is_surely_worth_knowing());
    }

    #[test]
    fn what_the_difference_leans_on_most_stands_first() {
        let row = |name: &str, total: Option<f64>, mu_star: f64| AssumptionRow {
            parameter: name.to_owned(),
            total,
            mu_star: Some(mu_star),
            ..AssumptionRow::default()
        };
        let mut rows = [
            row("not looked at, small", None, 0.1),
            row("some", Some(0.2), 5.0),
            row("most", Some(0.6), 1.0),
            row("not looked at, larger", None, 0.3),
            row("none", Some(-0.01), 0.2),
        ];
        rank(&mut rows);
        let names: Vec<&str> = rows.iter().map(|row| row.parameter.as_str()).collect();
        assert_eq!(
            names,
            [
                "most",
                "some",
                "none",
                "not looked at, larger",
                "not looked at, small"
            ]
        );
        assert_eq!(rows[4].rank, 5);
    }
}
