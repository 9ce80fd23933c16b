//! What a design study says: sentences made from its numbers.

use homeground_figures::message;
use homeground_figures::text::{Number, Text, decimal, estimate, percent, plain, value, whole};
use homeground_report::outcome_kinds::{Better, better, kind_of};
use homeground_report::results::Estimate;
use homeground_report::sentences::{Verdict, verdict};

use crate::design::results::Designs;
use crate::design::{EffectRow, RankRow};
use crate::pages::{names, outcome_words};

/// Designs resampled to the frontier at least this often are on it for sure.
const SURE: f64 = 0.95;

/// Does the interval exclude 0?
fn is_clear(estimate: Estimate) -> bool {
    matches!(verdict(estimate), Verdict::Lower | Verdict::Higher)
}

/// Number of designs or effects; they may be thousands.
pub(crate) fn count(number: usize) -> Number {
    plain(number as u64)
}

impl Designs<'_> {
    /// The values of a design: "home, visits per week 1".
    pub(crate) fn design_named(&self, point: u32) -> Text {
        let named = self.fields.iter().map(|field| {
            let label = self.label(point, field);
            let value = names::value(label);
            match label.parse::<f64>().is_ok() || label == "true" || label == "false" {
                true => Text::sentences([names::short_field(&field.path), value]),
                false => value,
            }
        });
        Text::joined(", ", named)
    }

    /// Ranked designs that cannot be told apart from the best, without the best.
    fn as_good(&self) -> usize {
        let close = |row: &&&RankRow| {
            let difference = Estimate::of(row.less_best, row.less_best_lower, row.less_best_upper);
            difference.is_some_and(|difference| !is_clear(difference))
        };
        self.ranked().iter().skip(1).filter(close).count()
    }

    /// The most that a design may cost.
    fn limit(&self) -> Option<Text> {
        let limit = decimal(self.cost_limit?, 0);
        Some(match self.costs_money() {
            true => message!("design-limit-nok", limit),
            false => message!("design-limit-hours", limit),
        })
    }

    pub(crate) fn best_answer(&self) -> Text {
        let ranked = self.ranked();
        let Some(best) = ranked.first() else {
            return match self.limit() {
                Some(limit) => message!("design-none-within", limit),
                None => message!("design-none"),
            };
        };
        let (outcome, all) = (self.asked().0, count(ranked.len()));
        let level = self.value(best.point, self.asked());
        message!(
            "design-best-answer",
            designs = match self.limit() {
                Some(limit) => message!("design-count-within", all, limit),
                None => message!("design-count", all),
            },
            outcome = outcome_words::outcome(self.results),
            which = match better(outcome) {
                Better::Higher => message!("design-highest"),
                Better::Lower | Better::Neither => message!("design-lowest"),
            },
            design = self.design_named(best.point),
            level = level.map_or_else(Text::default, |level| {
                estimate(level.value, level.interval, kind_of(outcome)).into()
            }),
            others = match self.results.manifest.replicates {
                1 => message!("design-may-be-chance"),
                _ => message!(
                    "design-as-good",
                    close = count(self.as_good()),
                    others = count(ranked.len() - 1)
                ),
            }
        )
    }

    pub(crate) fn effect_named(&self, row: &EffectRow) -> Text {
        let one = |field: &str, level: &str, from: &str| {
            let is_word = level.parse::<f64>().is_err() && level.starts_with(char::is_alphabetic);
            let (level, from) = (names::value(level), names::value(from));
            match is_word {
                true => message!("design-instead-of", level, from),
                false => {
                    message!("design-from-to", field = names::short_field(field), from, level)
                }
            }
        };
        let first = one(&row.field, &row.level, &row.from_level);
        if row.with_field.is_empty() {
            return first;
        }
        let second = one(&row.with_field, &row.with_level, &row.with_from_level);
        Text::joined(" × ", [first, second])
    }

    /// Effects of a kind that can be told apart from 0, of how many.
    fn clear_effects(&self, kind: &str) -> (Vec<(&EffectRow, Estimate)>, usize) {
        let mut found = self.effects_of(kind, self.asked());
        let all = found.len();
        found.retain(|(_, estimate)| is_clear(*estimate));
        (found, all)
    }

    /// The clearest effect of a kind, in a sentence.
    pub(crate) fn largest(&self, kind: &str) -> Option<Text> {
        let (clear, all) = self.clear_effects(kind);
        if all == 0 {
            return None;
        }
        let all = count(all);
        let outcome = outcome_words::outcome(self.results);
        let effects = match kind {
            "main" => message!("design-main-effects.inside"),
            _ => message!("design-interactions.inside"),
        };
        Some(match largest_of(&clear) {
            None => message!("design-no-clear-effects", all, effects, outcome),
            Some((row, estimate)) => message!(
                "design-clear-effects",
                count = count(clear.len()),
                all,
                effects,
                outcome,
                largest = self.effect_named(row),
                size = outcome_words::difference(*estimate, self.asked().0)
            ),
        })
    }

    /// The largest clear effect for a caption.
    pub(crate) fn largest_short(&self, kind: &str) -> Text {
        let (clear, _) = self.clear_effects(kind);
        let Some((row, estimate)) = largest_of(&clear) else {
            return message!("design-nothing-clear");
        };
        let effect = self.effect_named(row).capital();
        let outcome = outcome_words::outcome(self.results);
        match estimate.value < 0.0 {
            true => message!("design-lowers-most", effect, outcome),
            false => message!("design-raises-most", effect, outcome),
        }
    }

    /// How much of the differences between designs the effects explain.
    pub(crate) fn explained_share(&self) -> Option<Text> {
        let key = self.asked();
        let share = self
            .explained
            .iter()
            .find(|one| (one.outcome.as_str(), one.unit.as_str(), one.week) == key)?
            .share?;
        Some(message!(
            "design-explained",
            share = percent(share),
            outcome = outcome_words::outcome(self.results)
        ))
    }

    pub(crate) fn frontier_answer(&self) -> Option<Text> {
        let on = self.frontier();
        let (cheapest, dearest) = (on.first()?, on.last()?);
        let cost = |row: &RankRow| {
            row.cost.map_or_else(Text::default, |cost| {
                let number = decimal(cost, 0);
                match self.costs_money() {
                    true => message!("design-nok", number),
                    false => message!("design-hours", number),
                }
            })
        };
        let level = |row: &RankRow| {
            let found = self.value(row.point, self.asked());
            found.map_or_else(Text::default, |found| {
                value(found.value, kind_of(self.asked().0)).into()
            })
        };
        let first = self.design_named(cheapest.point);
        let (first_cost, first_level) = (cost(cheapest), level(cheapest));
        if on.len() == 1 {
            return Some(message!("design-one-on-frontier", first, first_cost, first_level));
        }
        let is_sure = |row: &&&RankRow| row.on_frontier_share.is_some_and(|share| share >= SURE);
        Some(message!(
            "design-frontier-answer",
            count = count(on.len()),
            all = count(self.ranking.len()),
            sure = count(on.iter().filter(is_sure).count()),
            first,
            first_cost,
            first_level,
            last = self.design_named(dearest.point),
            last_cost = cost(dearest),
            last_level = level(dearest)
        ))
    }

    pub(crate) fn method(&self) -> Vec<Text> {
        let runs = whole(self.selection.runs);
        let resolution = self.selection.resolution;
        let selection = match self.selection.kind.as_str() {
            "fraction" => message!(
                "design-method-fraction",
                runs,
                all = whole(self.selection.all.unwrap_or(0)),
                resolution = resolution
                    .map_or_else(|| Text::from("–"), |number| plain(number.into()).into())
            ),
            "latin_hypercube" => {
                message!("design-method-latin-hypercube", runs, ranges = self.ranges())
            }
            _ => message!("design-method-full", runs),
        };
        vec![selection, message!("design-method-effects")]
    }

    fn ranges(&self) -> Text {
        let ranges = self.fields.iter().filter(|field| field.between);
        let ranges = ranges.filter_map(|field| {
            let (from, to) = (field.levels.first()?, field.levels.last()?);
            let range = Text::joined("–", [names::value(from), names::value(to)]);
            Some(Text::sentences([names::short_field(&field.path), range]))
        });
        Text::joined(", ", ranges)
    }
}

/// The largest of some effects.
fn largest_of<'effects, 'row>(
    effects: &'effects [(&'row EffectRow, Estimate)],
) -> Option<&'effects (&'row EffectRow, Estimate)> {
    effects.iter().max_by(|one, other| one.1.value.abs().total_cmp(&other.1.value.abs()))
}
