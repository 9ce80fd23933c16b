//! What a sweep says: sentences made from its numbers.

use homeground_figures::message;
use homeground_figures::text::{Number, Text, plain};
use homeground_report::names::outcome as outcome_name;
use homeground_report::results::Estimate;
use homeground_report::sentences::{Verdict, verdict};

use crate::pages::outcome_words;
use crate::sweep::page::{Sweep, Value};

/// Does the interval exclude 0?
fn is_clear(estimate: Estimate) -> bool {
    matches!(verdict(estimate), Verdict::Lower | Verdict::Higher)
}

/// Number of values of the varied fields; they may be thousands.
fn values(count: usize) -> Number {
    plain(count as u64)
}

impl Sweep<'_> {
    /// What an arm's difference from the reference does over the values.
    pub(crate) fn against_reference(&self, arm: &str) -> Option<Text> {
        let found: Vec<Estimate> = self.differences(arm);
        let count = |wanted: Verdict| found.iter().filter(|one| verdict(**one) == wanted).count();
        let (lower, higher) = (count(Verdict::Lower), count(Verdict::Higher));
        let by_value = |a: &&Estimate, b: &&Estimate| a.value.total_cmp(&b.value);
        let (low, high) = (found.iter().min_by(by_value)?, found.iter().max_by(by_value)?);
        let reference = self.results.reference_arm();
        let total = found.len();
        let lead = if count(Verdict::Unknown) > 0 {
            message!("sweep-no-intervals")
        } else if lower == total {
            message!("sweep-lower-at-all", reference, total = values(total))
        } else if higher == total {
            message!("sweep-higher-at-all", reference, total = values(total))
        } else {
            message!(
                "sweep-lower-and-higher",
                reference,
                lower = values(lower),
                total = values(total),
                higher = values(higher),
                unclear = values(total - lower - higher)
            )
        };
        let difference = |one: &Estimate| outcome_words::difference(*one, self.asked().0);
        Some(message!(
            "sweep-against-reference",
            arm = self.results.arm(arm),
            outcome = outcome_words::outcome(self.results),
            fields = self.fields_named(),
            lead,
            low = difference(low),
            high = difference(high)
        ))
    }

    /// How many arms keep their sign.
    pub(crate) fn summary(&self, arms: usize) -> Text {
        let keeps = |arm: &&&str| {
            let found = self.differences(arm);
            let all = |wanted: Verdict| found.iter().all(|one| verdict(*one) == wanted);
            !found.is_empty() && (all(Verdict::Lower) || all(Verdict::Higher))
        };
        let turns = |arm: &&&str| {
            let found = self.differences(arm);
            let any = |wanted: Verdict| found.iter().any(|one| verdict(*one) == wanted);
            any(Verdict::Lower) && any(Verdict::Higher)
        };
        let others = self.others();
        message!(
            "sweep-summary",
            fields = self.fields_named(),
            kept = others.iter().filter(keeps).count(),
            arms,
            reference = self.results.reference_arm(),
            outcome = outcome_words::outcome(self.results),
            turned = others.iter().filter(turns).count()
        )
    }

    /// The arm that moves most from its level at the first value, with where it is then.
    fn farthest(&self) -> Option<(&Value<'_>, Estimate)> {
        let asked = self.levels.iter().filter(|value| value.key == self.asked());
        asked
            .filter_map(|value| Some((value, value.change?)))
            .max_by(|(_, one), (_, other)| one.value.abs().total_cmp(&other.value.abs()))
    }

    /// How far the arms themselves move from their level at the first value.
    pub(crate) fn level_answer(&self) -> Text {
        let Some((value, change)) = self.farthest() else {
            return message!("sweep-not-defined");
        };
        let moves = |arm: &&String| {
            let mut here =
                self.levels.iter().filter(|value| value.arm == *arm && value.key == self.asked());
            here.any(|value| value.change.is_some_and(is_clear))
        };
        message!(
            "sweep-levels-answer",
            moving = self.results.note.arms.iter().filter(moves).count(),
            all = self.results.note.arms.len(),
            outcome = outcome_words::outcome(self.results),
            arm = self.results.arm(value.arm),
            change = outcome_words::difference(change, self.asked().0),
            at = self.value_named(value)
        )
    }

    /// The same for a caption.
    pub(crate) fn short_level(&self) -> Text {
        let Some((Value { arm, .. }, change)) = self.farthest() else {
            return Text::default();
        };
        let arm = self.results.arm(arm);
        match (is_clear(change), change.value < 0.0) {
            (true, true) => message!("sweep-falls-most", arm),
            (true, false) => message!("sweep-rises-most", arm),
            (false, _) => message!("sweep-moves-most", arm),
        }
    }

    /// How the arms stand to the reference, for a caption.
    pub(crate) fn short_contrast(&self) -> Text {
        let arms = self.others().into_iter().map(|arm| {
            let found = self.differences(arm);
            let clear = found.iter().filter(|one| is_clear(**one)).count();
            let (clear, total) = (values(clear), values(found.len()));
            message!("sweep-arm-at-values", arm = self.results.arm(arm), clear, total)
        });
        message!(
            "sweep-clearly-different",
            reference = self.results.reference_arm(),
            arms = Text::joined(", ", arms)
        )
    }

    /// Does an outcome, or a difference in it, move beyond its interval from the first value
    /// to the last in some arm?
    fn moves(&self, key: (&str, &str, u32), differences: bool) -> bool {
        let last = self.fields[0].levels.last().map_or("", String::as_str);
        self.of(differences)
            .iter()
            .filter(|value| value.key == key && value.first == last)
            .any(|value| value.change.is_some_and(is_clear))
    }

    /// How many main outcomes, or differences in them, move; for a caption.
    pub(crate) fn moving_short(&self, keys: &[(&str, &str, u32)], differences: bool) -> Text {
        let moving = keys.iter().filter(|key| self.moves(**key, differences));
        let (count, all) = (moving.count(), keys.len());
        match differences {
            false => message!("sweep-outcomes-move", count, all),
            true => message!("sweep-differences-change", count, all),
        }
    }

    /// Which main outcomes move beyond their interval from the first value to the last.
    pub(crate) fn moving_outcomes(&self, keys: &[(&str, &str, u32)]) -> Text {
        let moving: Vec<&str> =
            keys.iter().filter(|key| self.moves(**key, false)).map(|key| key.0).collect();
        let (count, all, fields) = (moving.len(), keys.len(), self.fields_named());
        if count == 0 {
            message!("sweep-none-move", all, fields)
        } else if count == all {
            message!("sweep-all-move", all, fields)
        } else {
            let outcomes = Text::list(moving.into_iter().map(outcome_name));
            message!("sweep-some-move", count, all, fields, outcomes)
        }
    }
}
