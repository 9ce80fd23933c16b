//! What a design study says: sentences made from its numbers.

use crate::design::{EffectRow, RankRow};
use crate::pages::{names, outcome_words as telling};
use homeground_report::language::Language;
use homeground_report::measures::{Better, better, kind_of};
use homeground_report::results::Estimate;
use homeground_report::sentences::{Verdict, verdict};

use crate::design::page::{Designs, capital};

impl Designs<'_> {
    /// The values of a design: "home, 1 visit per week".
    pub(crate) fn design_named(&self, point: u32) -> String {
        let named = self.fields.iter().map(|field| {
            let label = self.label(point, field);
            match label.parse::<f64>().is_ok() || label == "true" || label == "false" {
                true => format!(
                    "{} {}",
                    names::short_field(&field.path, self.language),
                    names::value(label, self.language)
                ),
                false => names::value(label, self.language),
            }
        });
        named.collect::<Vec<_>>().join(", ")
    }

    /// Ranked designs that cannot be told apart from the best, without the best.
    pub(crate) fn as_good(&self) -> usize {
        let close = |row: &&&RankRow| {
            let difference = Estimate::of(row.less_best, row.less_best_lower, row.less_best_upper);
            difference.is_some_and(|difference| {
                !matches!(verdict(difference), Verdict::Lower | Verdict::Higher)
            })
        };
        self.ranked().iter().skip(1).filter(close).count()
    }

    pub(crate) fn limit_told(&self) -> String {
        let Some(limit) = self.cost_limit else {
            return String::new();
        };
        let number = self.language.decimal(limit, 0);
        let unit = if self.cost == "helper_hours" {
            self.language
                .pick("helper hours per family", "hjelpertimer per familie")
        } else {
            self.language.pick("NOK per family", "kr per familie")
        };
        match self.language {
            Language::English => format!(" within {number} {unit}"),
            Language::Norwegian => format!(" innen {number} {unit}"),
        }
    }

    pub(crate) fn best_answer(&self) -> String {
        let language = self.language;
        let ranked = self.ranked();
        let limit = self.limit_told();
        let Some(best) = ranked.first() else {
            return match language {
                Language::English => format!("No design lies{limit}."),
                Language::Norwegian => format!("Ingen utforming ligger{limit}."),
            };
        };
        let outcome = telling::outcome(self.results, language);
        let level = self
            .value(best.point, self.asked())
            .map(|estimate| language.estimate(estimate, kind_of(self.asked().0)))
            .unwrap_or_default();
        let name = self.design_named(best.point);
        let (close, all) = (self.as_good(), ranked.len());
        let which = match (better(self.asked().0), language) {
            (Better::Higher, Language::English) => "highest",
            (Better::Higher, Language::Norwegian) => "høyest",
            (_, Language::English) => "lowest",
            (_, Language::Norwegian) => "lavest",
        };
        let rest = match (self.results.manifest.replicates, language) {
            (1, Language::English) => "; without intervals this may be chance.".to_owned(),
            (1, Language::Norwegian) => "; uten intervaller kan det være tilfeldig.".to_owned(),
            (_, Language::English) => format!(
                "; {close} of the {} other designs cannot be told apart from it.",
                all - 1
            ),
            (_, Language::Norwegian) => format!(
                "; {close} av de {} andre utformingene kan ikke skilles fra den.",
                all - 1
            ),
        };
        match language {
            Language::English => {
                format!("Of {all} designs{limit}, {outcome} is {which} with {name}, {level}{rest}")
            }
            Language::Norwegian => format!(
                "Av {all} utforminger{limit} er {outcome} {which} med {name}, {level}{rest}"
            ),
        }
    }

    pub(crate) fn effect_named(&self, row: &EffectRow) -> String {
        let language = self.language;
        let one = |field: &str, level: &str, from: &str| {
            let (level, from) = (names::value(level, language), names::value(from, language));
            let plain = level.chars().next().is_some_and(char::is_alphabetic);
            match (plain, language) {
                (true, Language::English) => format!("{level} instead of {from}"),
                (true, Language::Norwegian) => format!("{level} i stedet for {from}"),
                (false, Language::English) => {
                    format!("{}: {from} to {level}", names::short_field(field, language))
                }
                (false, Language::Norwegian) => format!(
                    "{}: {from} til {level}",
                    names::short_field(field, language)
                ),
            }
        };
        let first = one(&row.field, &row.level, &row.from_level);
        if row.with_field.is_empty() {
            return first;
        }
        format!(
            "{first} × {}",
            one(&row.with_field, &row.with_level, &row.with_from_level)
        )
    }

    /// The clearest effect of a kind, in a sentence.
    pub(crate) fn largest(&self, kind: &str) -> Option<String> {
        let language = self.language;
        let found = self.effects_of(kind, self.asked());
        let clear: Vec<&(&EffectRow, Estimate)> = found
            .iter()
            .filter(|(_, estimate)| matches!(verdict(*estimate), Verdict::Lower | Verdict::Higher))
            .collect();
        let outcome = telling::outcome(self.results, language);
        let (count, all) = (clear.len(), found.len());
        if found.is_empty() {
            return None;
        }
        let noun = match (kind, language) {
            ("main", Language::English) => "main effects",
            ("main", Language::Norwegian) => "hovedeffekter",
            (_, Language::English) => "interactions",
            (_, Language::Norwegian) => "samspill",
        };
        let largest = clear
            .iter()
            .max_by(|one, other| one.1.value.abs().total_cmp(&other.1.value.abs()));
        Some(match (largest, language) {
            (None, Language::English) => {
                format!("None of the {all} {noun} on {outcome} can be told apart from 0.")
            }
            (None, Language::Norwegian) => {
                format!("Ingen av de {all} {noun} på {outcome} kan skilles fra 0.")
            }
            (Some((row, estimate)), Language::English) => format!(
                "{count} of {all} {noun} on {outcome} can be told apart from 0; the largest is {}, {}.",
                self.effect_named(row),
                telling::difference(*estimate, self.asked().0, language)
            ),
            (Some((row, estimate)), Language::Norwegian) => format!(
                "{count} av {all} {noun} på {outcome} kan skilles fra 0; den største er {}, {}.",
                self.effect_named(row),
                telling::difference(*estimate, self.asked().0, language)
            ),
        })
    }

    /// The largest clear effect for a caption.
    pub(crate) fn largest_short(&self, kind: &str) -> String {
        let language = self.language;
        let found = self.effects_of(kind, self.asked());
        let clear = found
            .iter()
            .filter(|(_, estimate)| matches!(verdict(*estimate), Verdict::Lower | Verdict::Higher));
        match clear.max_by(|one, other| one.1.value.abs().total_cmp(&other.1.value.abs())) {
            Some((row, estimate)) => {
                let way = match (estimate.value < 0.0, language) {
                    (true, Language::English) => "lowers",
                    (false, Language::English) => "raises",
                    (true, Language::Norwegian) => "senker",
                    (false, Language::Norwegian) => "øker",
                };
                let outcome = telling::outcome(self.results, language);
                match language {
                    Language::English => {
                        format!("{} {way} {outcome} most.", capital(&self.effect_named(row)))
                    }
                    Language::Norwegian => {
                        format!("{} {way} {outcome} mest.", capital(&self.effect_named(row)))
                    }
                }
            }
            None => language
                .pick(
                    "Nothing can be told apart from 0.",
                    "Ingenting kan skilles fra 0.",
                )
                .to_owned(),
        }
    }

    /// How much of the differences between designs the effects explain.
    pub(crate) fn fit_told(&self) -> Option<String> {
        let key = self.asked();
        let share = self
            .explained
            .iter()
            .find(|one| (one.outcome.as_str(), one.unit.as_str(), one.week) == key)?
            .share?;
        let (percent, outcome) = (
            self.language.percent(share),
            telling::outcome(self.results, self.language),
        );
        Some(match self.language {
            Language::English => format!(
                "Main effects and two-way interactions together explain {percent} of the variance of {outcome} between designs; the rest is higher interactions, bends and chance."
            ),
            Language::Norwegian => format!(
                "Hovedeffekter og toveis samspill forklarer til sammen {percent} av variansen i {outcome} mellom utforminger; resten er høyere samspill, krumning og tilfeldighet."
            ),
        })
    }

    pub(crate) fn frontier_answer(&self) -> Option<String> {
        let language = self.language;
        let on = self.frontier();
        let (cheapest, dearest) = (on.first()?, on.last()?);
        let told = |row: &RankRow| {
            let value = self
                .value(row.point, self.asked())
                .map(|estimate| language.value(estimate.value, kind_of(self.asked().0)));
            let cost = row.cost.map(|cost| language.decimal(cost, 0));
            (
                self.design_named(row.point),
                cost.unwrap_or_default(),
                value.unwrap_or_default(),
            )
        };
        let ((first, first_cost, first_value), (last, last_cost, last_value)) =
            (told(cheapest), told(dearest));
        let (count, all) = (on.len(), self.ranking.len());
        let unit = if self.cost == "helper_hours" {
            language.pick("hours", "timer")
        } else {
            language.pick("NOK", "kr")
        };
        let sure = on
            .iter()
            .filter(|row| row.on_frontier_share.is_some_and(|share| share >= 0.95))
            .count();
        Some(match (count, language) {
            (1, Language::English) => format!(
                "One design, {first}, is both cheapest and best ({first_cost} {unit} per family, {first_value})."
            ),
            (1, Language::Norwegian) => format!(
                "Én utforming, {first}, er både billigst og best ({first_cost} {unit} per familie, {first_value})."
            ),
            (_, Language::English) => format!(
                "{count} of {all} designs lie on the frontier of cost and outcome, {sure} of them in 95% of resamples: from {first} ({first_cost} {unit} per family, {first_value}) to {last} ({last_cost} {unit}, {last_value})."
            ),
            (_, Language::Norwegian) => format!(
                "{count} av {all} utforminger ligger på fronten for kostnad og utfall, {sure} av dem i 95 % av gjentrekkingene: fra {first} ({first_cost} {unit} per familie, {first_value}) til {last} ({last_cost} {unit}, {last_value})."
            ),
        })
    }

    pub(crate) fn method(&self) -> Vec<String> {
        let language = self.language;
        let runs = language.whole(self.selection.runs);
        let which = match (self.selection.kind.as_str(), language) {
            ("fraction", Language::English) => format!(
                "{runs} of {} combinations are simulated: a regular fraction of resolution {}. Effects that it cannot tell apart stand together in the table.",
                language.whole(self.selection.all.unwrap_or(0)),
                self.selection
                    .resolution
                    .map_or_else(|| "–".to_owned(), |resolution| resolution.to_string()),
            ),
            ("fraction", Language::Norwegian) => format!(
                "{runs} av {} kombinasjoner simuleres: en regulær fraksjon av oppløsning {}. Effekter som den ikke kan skille, står sammen i tabellen.",
                language.whole(self.selection.all.unwrap_or(0)),
                self.selection
                    .resolution
                    .map_or_else(|| "–".to_owned(), |resolution| resolution.to_string()),
            ),
            ("latin_hypercube", Language::English) => format!(
                "{runs} designs are spread over the ranges of the fields in a Latin hypercube. Effects are those of a straight line from the lower to the upper end: {}.",
                self.ranges()
            ),
            ("latin_hypercube", Language::Norwegian) => format!(
                "{runs} utforminger er spredt over feltenes områder i en latinsk hyperkube. Effektene er en rett linjes, fra nedre til øvre ende: {}.",
                self.ranges()
            ),
            (_, Language::English) => {
                format!("All {runs} combinations of the levels are simulated.")
            }
            (_, Language::Norwegian) => format!("Alle {runs} kombinasjoner av nivåene simuleres."),
        };
        vec![
            which,
            language.pick(
                "Effects are worked out by least squares in each replicate, with main effects and two-way interactions; their intervals come from the spread over replicates. A main effect is the mean at a level less that at the first level, all combinations of the other fields counting alike.",
                "Effektene regnes ut med minste kvadraters metode i hver gjentakelse, med hovedeffekter og toveis samspill; intervallene kommer fra spredningen over gjentakelser. En hovedeffekt er snittet på et nivå minus snittet på det første nivået, der alle kombinasjoner av de andre feltene teller likt.",
            ).to_owned(),
        ]
    }

    pub(crate) fn ranges(&self) -> String {
        let language = self.language;
        let ranges: Vec<String> = self
            .fields
            .iter()
            .filter(|field| field.between)
            .filter_map(|field| {
                let (from, to) = (field.levels.first()?, field.levels.last()?);
                Some(format!(
                    "{} {}–{}",
                    names::short_field(&field.path, language),
                    names::value(from, language),
                    names::value(to, language)
                ))
            })
            .collect();
        ranges.join(", ")
    }
}
