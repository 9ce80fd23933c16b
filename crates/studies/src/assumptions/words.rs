//! Sentences of a ledger of assumptions, made from its numbers.

use crate::assumptions::AssumptionRow;
use homeground_report::language::Language;
use homeground_report::measures::kind_of;
use homeground_report::numbers::Kind;
use homeground_report::results::Estimate;
use homeground_report::saved::ContentError;

use crate::pages::outcome_words as telling;
use crate::pages::results::StudyResults;
use crate::pages::values;
use crate::sensitivity::words::{and_more, share, with_meaning};

/// Parameters named in a sentence.
const NAMED: usize = 4;

/// The difference where the study starts.
#[derive(Clone, Copy, Debug, serde::Deserialize)]
pub struct Start {
    /// First arm less second.
    pub estimate: f64,
    /// Lower end of its 95 % interval.
    pub lower: f64,
    /// Upper end.
    pub upper: f64,
}

/// What the sentences are made from.
pub struct Ledger<'a> {
    /// Where it stands.
    pub results: &'a StudyResults,
    /// Its rows.
    pub rows: Vec<AssumptionRow>,
    /// The difference with everything where the scenario has it.
    pub start: Start,
    /// What knowing all parameters that were looked at would be worth.
    pub perfect: Option<f64>,
    /// In money? Else in units of the outcome.
    pub in_money: bool,
    /// The language.
    pub language: Language,
}

impl Ledger<'_> {
    pub(crate) fn pick(&self, english: &str, norwegian: &str) -> String {
        self.language.pick(english, norwegian).to_owned()
    }

    pub(crate) fn closer(&self) -> Vec<&AssumptionRow> {
        self.rows.iter().filter(|row| row.total.is_some()).collect()
    }

    /// What the conclusion is and what it leans on most.
    pub(crate) fn answer(&self) -> String {
        let language = self.language;
        let conclusion = self.conclusion();
        let rows = self.closer();
        let Some(first) = rows.first() else {
            return match language {
                Language::English => {
                    format!("{conclusion}; what it leans on cannot be told from Monte Carlo noise.")
                }
                Language::Norwegian => format!(
                    "{conclusion}; hva det hviler på, kan ikke skilles fra Monte Carlo-støy."
                ),
            };
        };
        let together: Vec<&&AssumptionRow> = rows
            .iter()
            .filter(|row| row.total_upper >= first.total_lower)
            .collect();
        let named: Vec<String> = together
            .iter()
            .take(NAMED)
            .map(|row| {
                let total = row.total.unwrap_or(0.0);
                let ends = row
                    .total_lower
                    .zip(row.total_upper)
                    .unwrap_or((total, total));
                match language {
                    Language::English => format!(
                        "{} (grade {}): {}",
                        row.parameter,
                        row.grade,
                        share(total, ends, language)
                    ),
                    Language::Norwegian => format!(
                        "{} (grad {}): {}",
                        row.parameter,
                        row.grade,
                        share(total, ends, language)
                    ),
                }
            })
            .collect();
        let more = together.len() - named.len();
        let list = and_more(&named, more, language);
        match (together.len(), language) {
            (1, Language::English) => format!(
                "{conclusion}; the difference leans most on {list} of its variance over the ranges."
            ),
            (1, Language::Norwegian) => format!(
                "{conclusion}; forskjellen hviler mest på {list} av variansen over spennene."
            ),
            (_, Language::English) => format!(
                "{conclusion}; the difference leans most on these, whose order cannot be told: {list} of its variance over the ranges."
            ),
            (_, Language::Norwegian) => format!(
                "{conclusion}; forskjellen hviler mest på disse, uten at rekkefølgen kan avgjøres: {list} av variansen over spennene."
            ),
        }
    }

    /// In which arm there is more, if that can be told.
    pub(crate) fn conclusion(&self) -> String {
        let language = self.language;
        let outcome = telling::outcome(self.results, language);
        let Start {
            estimate,
            lower,
            upper,
        } = self.start;
        let difference = telling::difference(
            Estimate {
                value: estimate,
                interval: Some((lower, upper)),
            },
            &self.results.note.outcome,
            language,
        );
        let [first, second] = self.arms();
        let clear = lower > 0.0 || upper < 0.0;
        match (clear, estimate > 0.0, language) {
            (false, _, Language::English) => format!(
                "With everything where the scenario has it, {first} and {second} cannot be told apart in {outcome}: {difference}"
            ),
            (false, _, Language::Norwegian) => format!(
                "Med alt der scenarioet har det, kan {first} og {second} ikke skilles i {outcome}: {difference}"
            ),
            (true, true, Language::English) => {
                format!(
                    "With everything where the scenario has it, {first} lies above {second} in {outcome}: {difference}"
                )
            }
            (true, false, Language::English) => {
                format!(
                    "With everything where the scenario has it, {first} lies below {second} in {outcome}: {difference}"
                )
            }
            (true, true, Language::Norwegian) => {
                format!(
                    "Med alt der scenarioet har det, ligger {first} over {second} i {outcome}: {difference}"
                )
            }
            (true, false, Language::Norwegian) => {
                format!(
                    "Med alt der scenarioet har det, ligger {first} under {second} i {outcome}: {difference}"
                )
            }
        }
    }

    pub(crate) fn arms(&self) -> [&str; 2] {
        let arm = |place: usize| self.results.note.arms.get(place).map_or("", String::as_str);
        [arm(0), arm(1)]
    }

    /// Which assumptions can turn the order alone.
    pub(crate) fn order(&self) -> String {
        let language = self.language;
        let count = self.rows.len();
        let mut turning: Vec<&AssumptionRow> = self
            .rows
            .iter()
            .filter(|row| row.order == "turns")
            .collect();
        turning.sort_by(|one, other| {
            one.share_of_way
                .unwrap_or(2.0)
                .total_cmp(&other.share_of_way.unwrap_or(2.0))
        });
        let fading = self.rows.iter().filter(|row| row.order == "fades").count();
        if self.rows.iter().any(|row| row.order == "unclear") {
            return match language {
                Language::English => "The order of the arms is not clear where the scenario stands, so nothing can turn it; take more families or replicates.".to_owned(),
                Language::Norwegian => "Rekkefølgen av alternativene er ikke klar der scenarioet står, så ingenting kan snu den; ta flere familier eller gjentakelser.".to_owned(),
            };
        }
        let named: Vec<String> = turning
            .iter()
            .take(NAMED)
            .map(|row| {
                let value = row
                    .threshold
                    .map(|value| values::value(value, language))
                    .unwrap_or_default();
                let start = values::value(row.start, language);
                match language {
                    Language::English => {
                        format!("{} at {value} (it stands at {start})", row.parameter)
                    }
                    Language::Norwegian => {
                        format!("{} ved {value} (den står på {start})", row.parameter)
                    }
                }
            })
            .collect();
        let list = language.list(&named);
        match (turning.len(), language) {
            (0, Language::English) => format!(
                "None of {count} parameters turns the order of the arms by moving alone within its range; {fading} can bring it so low that it cannot be told."
            ),
            (0, Language::Norwegian) => format!(
                "Ingen av {count} parametre snur rekkefølgen av alternativene ved å flyttes alene i sitt spenn; {fading} kan gjøre den så liten at den ikke kan avgjøres."
            ),
            (turns, Language::English) => format!(
                "{turns} of {count} parameters can turn the order of the arms by moving alone within their ranges, soonest {list}."
            ),
            (turns, Language::Norwegian) => format!(
                "{turns} av {count} parametre kan snu rekkefølgen av alternativene ved å flyttes alene i sitt spenn, først {list}."
            ),
        }
    }

    /// Parameters that are surely worth knowing, the most valuable first.
    pub(crate) fn valuable(&self) -> Vec<&AssumptionRow> {
        let mut rows: Vec<&AssumptionRow> = self
            .rows
            .iter()
            .filter(|row| row.is_surely_worth_knowing())
            .collect();
        rows.sort_by(|one, other| {
            let value = |row: &AssumptionRow| row.information.unwrap_or(0.0);
            value(other).total_cmp(&value(one))
        });
        rows
    }

    pub(crate) fn money(&self, value: f64) -> String {
        let language = self.language;
        match self.in_money {
            true => format!(
                "{} {}",
                language.value(value, Kind::Money),
                language.pick("NOK", "kr")
            ),
            false => {
                let kind = kind_of(&self.results.note.outcome);
                let factor = if kind == Kind::Share { 100.0 } else { 1.0 };
                let unit = self.information_unit();
                format!("{} {unit}", language.quantity(value * factor))
            }
        }
    }

    pub(crate) fn information_unit(&self) -> String {
        let language = self.language;
        match (self.in_money, kind_of(&self.results.note.outcome)) {
            (true, _) => self.pick("NOK per family", "kr per familie"),
            (false, Kind::Share) => self.pick("percentage points", "prosentpoeng"),
            (false, Kind::Money) => self.pick("NOK", "kr"),
            (false, Kind::Quantity) => language
                .words()
                .outcome(&self.results.note.outcome)
                .to_owned(),
        }
    }

    /// What research would pay.
    pub(crate) fn worth(&self) -> Option<String> {
        let perfect = self.perfect?;
        let language = self.language;
        let all = self.money(perfect);
        let rows = self.valuable();
        let per_family = match self.in_money {
            true => language.pick(" per family", " per familie"),
            false => "",
        };
        Some(match (rows.first(), language) {
            (None, Language::English) => format!(
                "Knowing all of the parameters looked at before choosing between the arms would be worth about {all}{per_family}; that any single one is worth knowing cannot be shown."
            ),
            (None, Language::Norwegian) => format!(
                "Å vite alle de undersøkte parametrene før valget mellom alternativene ville vært verdt omtrent {all}{per_family}; at noen enkelt er verdt å vite, kan ikke vises."
            ),
            (Some(row), Language::English) => format!(
                "Knowing {} before choosing would be worth most, {}{per_family} (standard error {}); knowing all of the parameters looked at would be worth about {all}.",
                with_meaning(&row.parameter, language),
                self.money(row.information.unwrap_or(0.0)),
                self.money(row.information_se.unwrap_or(0.0))
            ),
            (Some(row), Language::Norwegian) => format!(
                "Å vite {} før valget ville vært verdt mest, {}{per_family} (standardfeil {}); å vite alle de undersøkte parametrene ville vært verdt omtrent {all}.",
                row.parameter,
                self.money(row.information.unwrap_or(0.0)),
                self.money(row.information_se.unwrap_or(0.0))
            ),
        })
    }

    /// Assumptions that carry much and are poorly known.
    pub(crate) fn weak_ground(&self) -> Option<String> {
        /// A share of variance that is worth a word.
        const MUCH: f64 = 0.05;
        let weak: Vec<String> = self
            .closer()
            .iter()
            .filter(|row| row.grade == "D" && row.total_lower > Some(MUCH))
            .map(|row| row.parameter.clone())
            .collect();
        let strong = self
            .closer()
            .iter()
            .filter(|row| row.total_lower > Some(MUCH))
            .count();
        (!weak.is_empty()).then(|| {
            let (count, list) = (weak.len(), self.language.list(&weak));
            match self.language {
                Language::English => format!("Of the {strong} that surely carry more than 5% of the variance, {count} rest on our own assumption (grade D): {list}."),
                Language::Norwegian => format!("Av de {strong} som sikkert bærer mer enn 5 % av variansen, hviler {count} på vår egen antakelse (grad D): {list}."),
            }
        })
    }

    pub(crate) fn noise(&self) -> Result<Option<String>, ContentError> {
        let share: Option<f64> = self.results.fact("noise_share")?;
        Ok(share.map(|share| {
            let share = self.language.percent_whole(share);
            match self.language {
                Language::English => format!("Monte Carlo noise is {share} of the variance seen over the points, and is kept out of the shares."),
                Language::Norwegian => format!("Monte Carlo-støy er {share} av variansen over punktene, og er holdt utenfor andelene."),
            }
        }))
    }

    pub(crate) fn method(&self, willingness: Option<f64>) -> Result<Vec<String>, ContentError> {
        let (samples, walks, closer): (u32, u32, usize) = (
            self.results.fact("samples")?,
            self.results.fact("walks")?,
            self.results.fact("looked_at")?,
        );
        let language = self.language;
        let decided = match (willingness, language) {
            (Some(value), Language::English) => format!(
                "One chooses the arm with the higher worth less cost, {} NOK for one unit of the outcome.",
                language.value(value, Kind::Money)
            ),
            (Some(value), Language::Norwegian) => format!(
                "Man velger alternativet med høyest verdi minus kostnad, {} kr for én enhet av utfallet.",
                language.value(value, Kind::Money)
            ),
            (None, Language::English) => {
                "One chooses by the outcome alone; cost is left out.".to_owned()
            }
            (None, Language::Norwegian) => {
                "Man velger etter utfallet alene; kostnad er holdt utenfor.".to_owned()
            }
        };
        Ok(match language {
            Language::English => vec![
                format!("Three studies of the same families stand side by side. A screening with {walks} walks over all parameters chose the {closer} that were looked at closely; {samples} base samples gave their total indices (Saltelli et al. 2010; Jansen 1999), with Monte Carlo noise kept out of them."),
                "A search along each parameter, all others where the scenario has them, found where the order of the arms turns.".to_owned(),
                format!("The points of the samples are draws from the ranges; a smooth regression on them gives what knowing each parameter would be worth (Strong, Oakley, Brennan 2014). {decided}"),
            ],
            Language::Norwegian => vec![
                format!("Tre studier av de samme familiene står side om side. En sikting med {walks} vandringer over alle parametre valgte de {closer} som ble sett nærmere på; {samples} grunnpunkter ga totalindeksene deres (Saltelli mfl. 2010; Jansen 1999), med Monte Carlo-støy holdt utenfor."),
                "Et søk langs hver parameter, med alle andre der scenarioet har dem, fant hvor rekkefølgen av alternativene snur.".to_owned(),
                format!("Punktene i utvalgene er trekninger fra spennene; en glatt regresjon på dem gir hva det ville vært verdt å vite hver parameter (Strong, Oakley, Brennan 2014). {decided}"),
            ],
        })
    }
}

/// What it cannot tell.
pub fn limits(language: Language) -> Vec<String> {
    [
        (
            "Shares and worths hold for these ranges, and for parameters that move independently of each other.",
            "Andeler og verdier gjelder for disse spennene, og for parametre som flyttes uavhengig av hverandre.",
        ),
        (
            "The order is searched one parameter at a time: two together can turn it sooner.",
            "Rekkefølgen er søkt for én parameter om gangen: to sammen kan snu den før.",
        ),
        (
            "Only parameters are in the ledger. The form of the equations is an assumption too; mechanisms can be turned off in a study of their own.",
            "Bare parametre står i regnskapet. Likningenes form er også en antakelse; mekanismer kan slås av i en egen studie.",
        ),
    ]
    .into_iter()
    .map(|(english, norwegian)| language.pick(english, norwegian).to_owned())
    .collect()
}
