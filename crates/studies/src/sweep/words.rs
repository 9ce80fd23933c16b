//! What a sweep says: sentences made from its numbers.

use crate::pages::outcome_words as telling;
use homeground_report::language::Language;
use homeground_report::results::Estimate;
use homeground_report::sentences::{Verdict, verdict};

use crate::sweep::page::{Sweep, Value};

impl Sweep<'_> {
    /// What an arm's difference from the reference does over the values.
    pub(crate) fn against_reference(&self, arm: &str) -> Option<String> {
        let language = self.language;
        let found = self.differences(arm);
        let count = |wanted: Verdict| {
            found
                .iter()
                .filter(|(_, one)| verdict(*one) == wanted)
                .count()
        };
        let (lower, higher, unknown) = (
            count(Verdict::Lower),
            count(Verdict::Higher),
            count(Verdict::Unknown),
        );
        let low = found
            .iter()
            .map(|(_, one)| *one)
            .min_by(|a, b| a.value.total_cmp(&b.value))?;
        let high = found
            .iter()
            .map(|(_, one)| *one)
            .max_by(|a, b| a.value.total_cmp(&b.value))?;
        let reference = &self.results.manifest.reference;
        let outcome = telling::outcome(self.results, language);
        let fields = self.fields_named();
        let tell = |one: Estimate| telling::difference(one, self.asked().0, language);
        let total = found.len();
        let lead = if unknown > 0 {
            language
                .pick(
                    "without intervals, nothing is told apart",
                    "uten intervaller skilles ingenting",
                )
                .to_owned()
        } else if lower == total || higher == total {
            let way = if lower == total {
                language.pick("lower", "lavere")
            } else {
                language.pick("higher", "høyere")
            };
            match language {
                Language::English => format!("{way} than {reference} at all {total} values"),
                Language::Norwegian => format!("{way} enn {reference} for alle {total} verdier"),
            }
        } else {
            let unclear = total - lower - higher;
            match language {
                Language::English => format!(
                    "lower than {reference} at {lower} of {total} values, higher at {higher}, not told apart at {unclear}"
                ),
                Language::Norwegian => format!(
                    "lavere enn {reference} for {lower} av {total} verdier, høyere for {higher}, ikke til å skille for {unclear}"
                ),
            }
        };
        Some(match language {
            Language::English => format!(
                "{arm}, {outcome}, over {fields}: {lead}; the difference runs from {} to {}.",
                tell(low),
                tell(high)
            ),
            Language::Norwegian => format!(
                "{arm}, {outcome}, over {fields}: {lead}; forskjellen går fra {} til {}.",
                tell(low),
                tell(high)
            ),
        })
    }

    /// How many arms keep their sign.
    pub(crate) fn summary(&self, arms: usize) -> String {
        let language = self.language;
        let keeps = |arm: &&str| {
            let found = self.differences(arm);
            let all = |wanted: Verdict| found.iter().all(|(_, one)| verdict(*one) == wanted);
            !found.is_empty() && (all(Verdict::Lower) || all(Verdict::Higher))
        };
        let turns = |arm: &&str| {
            let found = self.differences(arm);
            let any = |wanted: Verdict| found.iter().any(|(_, one)| verdict(*one) == wanted);
            any(Verdict::Lower) && any(Verdict::Higher)
        };
        let others = self.others();
        let kept = others.iter().copied().filter(|arm| keeps(arm)).count();
        let turned = others.iter().copied().filter(|arm| turns(arm)).count();
        let (fields, outcome) = (
            self.fields_named(),
            telling::outcome(self.results, language),
        );
        let reference = &self.results.manifest.reference;
        match language {
            Language::English => format!(
                "Over {fields}, {kept} of {arms} arms keep the same clear difference from {reference} in {outcome} at every value, and {turned} turn from clearly lower to clearly higher or back."
            ),
            Language::Norwegian => format!(
                "Over {fields} beholder {kept} av {arms} alternativer den samme klare forskjellen fra {reference} i {outcome} for alle verdier, og {turned} snur fra klart lavere til klart høyere eller omvendt."
            ),
        }
    }

    /// The arm that moves most from its level at the first value, with where it is then.
    pub(crate) fn farthest(&self) -> Option<(&Value<'_>, Estimate)> {
        let asked = self.levels.iter().filter(|value| value.key == self.asked());
        asked
            .filter_map(|value| Some((value, value.change?)))
            .max_by(|(_, one), (_, other)| one.value.abs().total_cmp(&other.value.abs()))
    }

    /// How far the arms themselves move from their level at the first value.
    pub(crate) fn level_answer(&self) -> String {
        let language = self.language;
        let Some((value, change)) = self.farthest() else {
            return language
                .pick(
                    "The outcome is not defined in these arms.",
                    "Utfallet er ikke definert i disse alternativene.",
                )
                .to_owned();
        };
        let clear = |arm: &&String| {
            let mut here = self
                .levels
                .iter()
                .filter(|value| value.arm == *arm && value.key == self.asked());
            here.any(|value| {
                value.change.is_some_and(|change| {
                    matches!(verdict(change), Verdict::Lower | Verdict::Higher)
                })
            })
        };
        let moving = self.results.note.arms.iter().filter(clear).count();
        let (all, arm, at) = (
            self.results.note.arms.len(),
            value.arm,
            self.value_named(value),
        );
        let outcome = telling::outcome(self.results, language);
        let told = telling::difference(change, self.asked().0, language);
        match language {
            Language::English => format!(
                "{moving} of {all} arms move beyond their interval from their level at the first value; farthest moves {outcome} in {arm}, by {told} at {at}."
            ),
            Language::Norwegian => format!(
                "{moving} av {all} alternativer flytter seg utover intervallet fra nivået ved den første verdien; lengst flytter {outcome} seg i {arm}, med {told} ved {at}."
            ),
        }
    }

    /// The same for a caption.
    pub(crate) fn short_level(&self) -> String {
        let moved = self.farthest().map(|(value, change)| {
            let way = match (verdict(change), change.value < 0.0) {
                (Verdict::Lower | Verdict::Higher, true) => {
                    self.language.pick("falls most", "faller mest")
                }
                (Verdict::Lower | Verdict::Higher, false) => {
                    self.language.pick("rises most", "stiger mest")
                }
                _ => self.language.pick(
                    "moves most, but within its interval",
                    "flytter seg mest, men innenfor intervallet",
                ),
            };
            format!("{} {way}.", value.arm)
        });
        moved.unwrap_or_default()
    }

    /// How the arms stand to the reference, for a caption.
    pub(crate) fn short_contrast(&self) -> String {
        let reference = &self.results.manifest.reference;
        let told: Vec<String> = self
            .others()
            .into_iter()
            .map(|arm| {
                let found = self.differences(arm);
                let clear = found
                    .iter()
                    .filter(|(_, one)| matches!(verdict(*one), Verdict::Lower | Verdict::Higher))
                    .count();
                match self.language {
                    Language::English => format!("{arm} at {clear} of {} values", found.len()),
                    Language::Norwegian => format!("{arm} for {clear} av {} verdier", found.len()),
                }
            })
            .collect();
        match self.language {
            Language::English => {
                format!("Clearly different from {reference}: {}.", told.join(", "))
            }
            Language::Norwegian => {
                format!("Klart forskjellig fra {reference}: {}.", told.join(", "))
            }
        }
    }

    /// How many main outcomes, or differences in them, move; for a caption.
    pub(crate) fn movers_short(&self, keys: &[(&str, &str, u32)], differences: bool) -> String {
        let last = self.fields[0]
            .levels
            .last()
            .map(String::as_str)
            .unwrap_or_default();
        let moves = |key: &&(&str, &str, u32)| {
            let at_end = self
                .of(differences)
                .iter()
                .filter(|value| value.key == **key && value.first == last);
            at_end
                .filter_map(|value| value.change)
                .any(|change| matches!(verdict(change), Verdict::Lower | Verdict::Higher))
        };
        let (count, all) = (keys.iter().filter(moves).count(), keys.len());
        match (differences, self.language) {
            (false, Language::English) => format!("{count} of {all} outcomes move in some arm."),
            (false, Language::Norwegian) => {
                format!("{count} av {all} utfall flytter seg i noe alternativ.")
            }
            (true, Language::English) => {
                format!("In {count} of {all} outcomes some difference from the reference changes.")
            }
            (true, Language::Norwegian) => {
                format!("I {count} av {all} utfall endres en forskjell fra referansen.")
            }
        }
    }

    /// Which main outcomes move beyond their interval from the first value to the last.
    pub(crate) fn clear_movers(&self, keys: &[(&str, &str, u32)]) -> String {
        let language = self.language;
        let last = self.fields[0]
            .levels
            .last()
            .map(String::as_str)
            .unwrap_or_default();
        let clear = |key: &&(&str, &str, u32)| {
            let at_end = self
                .levels
                .iter()
                .filter(|value| value.key == **key && value.first == last);
            at_end
                .filter_map(|value| value.change)
                .any(|change| matches!(verdict(change), Verdict::Lower | Verdict::Higher))
        };
        let (moving, still): (Vec<_>, Vec<_>) = keys.iter().partition(clear);
        let told = |keys: Vec<&(&str, &str, u32)>| {
            let names: Vec<String> = keys
                .iter()
                .map(|key| language.words().outcome(key.0).to_owned())
                .collect();
            language.list(&names)
        };
        let (count, all, names, fields) =
            (moving.len(), keys.len(), told(moving), self.fields_named());
        match (count, still.is_empty(), language) {
            (0, _, Language::English) => format!(
                "None of {all} main outcomes moves beyond its interval in any arm from the first to the last value of {fields}."
            ),
            (0, _, Language::Norwegian) => format!(
                "Ingen av {all} hovedutfall flytter seg utover intervallet i noe alternativ fra første til siste verdi av {fields}."
            ),
            (_, true, Language::English) => format!(
                "All {all} main outcomes move beyond their interval in at least one arm from the first to the last value of {fields}."
            ),
            (_, true, Language::Norwegian) => format!(
                "Alle {all} hovedutfall flytter seg utover intervallet i minst ett alternativ fra første til siste verdi av {fields}."
            ),
            (_, false, Language::English) => format!(
                "{count} of {all} main outcomes move beyond their interval in at least one arm from the first to the last value of {fields}: {names}."
            ),
            (_, false, Language::Norwegian) => format!(
                "{count} av {all} hovedutfall flytter seg utover intervallet i minst ett alternativ fra første til siste verdi av {fields}: {names}."
            ),
        }
    }
}
