//! The page of a ledger of assumptions: an appendix for the analyst, a choice of the next
//! study for the researcher.

use crate::assumptions::{ASSUMPTIONS, AssumptionRow};
use homeground_report::language::Language;
use homeground_report::measures::kind_of;
use homeground_report::numbers::Kind;
use homeground_report::page_tables::{Cell, PageTable};
use homeground_report::results::Estimate;
use homeground_report::saved::ContentError;

use crate::assumptions::figure as assumptions_figure;
use crate::assumptions::words::{Ledger, limits};
use crate::pages::outcome_words as telling;
use crate::pages::results::StudyResults;
use crate::pages::values;
use crate::sensitivity::words::range;
use homeground_report::answer_page::{Figure, Section, StudyPage, TableBlock};

/// Rows of the figure.
const DRAWN: usize = 15;
/// Puts the page of a ledger together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(results: &StudyResults, language: Language) -> Result<StudyPage, ContentError> {
    let willingness: Option<f64> = results.fact("willingness_to_pay")?;
    let ledger = Ledger {
        results,
        rows: results.rows(ASSUMPTIONS)?,
        start: results.fact("start")?,
        perfect: results.fact("perfect_information")?,
        in_money: willingness.is_some(),
        language,
    };
    let answer = ledger.answer();
    let mut points = vec![ledger.order()];
    points.extend(ledger.worth());
    points.extend(ledger.weak_ground());
    points.extend(ledger.noise()?);
    Ok(StudyPage {
        answer: answer.clone(),
        points,
        sections: vec![ledger.section(answer), ledger.research(), ledger.appendix()],
        method: ledger.method(willingness)?,
        limits: limits(language),
    })
}
impl Ledger<'_> {
    fn section(&self, answer: String) -> Section {
        let language = self.language;
        let [first, second] = self.arms();
        let outcome = telling::outcome(self.results, language);
        let title = match language {
            Language::English => format!("What {first} against {second} in {outcome} leans on"),
            Language::Norwegian => format!("Hva {first} mot {second} i {outcome} hviler på"),
        };
        let closer = self.closer();
        let rows: Vec<&AssumptionRow> = match closer.is_empty() {
            true => self.rows.iter().take(DRAWN).collect(),
            false => closer.into_iter().take(DRAWN).collect(),
        };
        let kind = match self.in_money {
            true => Kind::Money,
            false => kind_of(&self.results.note.outcome),
        };
        let scene =
            assumptions_figure::draw(&rows, &title, kind, &self.information_unit(), language);
        Section {
            key: "ledger",
            heading: self.pick("The ledger", "Regnskapet"),
            answer,
            figures: scene
                .map(|scene| Figure {
                    name: "assumptions".to_owned(),
                    scene,
                    takeaway: String::new(),
                    reading: self.pick(
                        "Read a row from left to right: how much of the variance goes through the assumption, how far it may move alone before the other arm is ahead, and what it would be worth to know it before choosing.",
                        "Les en rad fra venstre mot høyre: hvor mye av variansen som går gjennom antakelsen, hvor langt den kan flyttes alene før det andre alternativet ligger foran, og hva det ville vært verdt å vite den før valget.",
                    ),
                })
                .into_iter()
                .collect(),
            tables: vec![TableBlock {
                table: self.table(&rows, self.pick("The ledger", "Regnskapet")),
                note: String::new(),
                folded: false,
            }],
            ..Section::default()
        }
    }

    /// What to study next.
    fn research(&self) -> Section {
        let rows = self.valuable();
        let language = self.language;
        let unknown = self.rows.iter().all(|row| row.information.is_none());
        let answer = match (rows.first(), language) {
            (None, Language::English) if unknown => "What knowing a parameter would be worth is not worked out: which arm is better cannot be said of this outcome, or not be told from noise.".to_owned(),
            (None, Language::Norwegian) if unknown => "Verdien av å vite en parameter er ikke regnet ut: hvilket alternativ som er best, kan ikke sies for dette utfallet, eller ikke skilles fra støy.".to_owned(),
            (Some(row), Language::English) => format!("The next study should be of {}: {}.", row.parameter, row.meaning),
            (Some(row), Language::Norwegian) => format!("Den neste studien bør handle om {}: {}.", row.parameter, row.meaning),
            (None, Language::English) => "That knowing any single parameter would change the choice often enough to pay cannot be shown.".to_owned(),
            (None, Language::Norwegian) => "At det å vite en enkelt parameter ville endret valget ofte nok til å lønne seg, kan ikke vises.".to_owned(),
        };
        let lines = rows.iter().take(8).map(|row| {
            vec![
                Cell {
                    small: row.meaning.clone(),
                    ..Cell::words(row.parameter.as_str())
                },
                Cell::words(row.grade.as_str()),
                Cell::words(row.source.as_str()),
                Cell {
                    small: row.unit.clone(),
                    ..Cell::number(range(row.low, row.high, language))
                },
                self.information_cell(row),
            ]
        });
        let prose = language.prose();
        let table = PageTable {
            caption: self.pick("What to study next", "Hva som bør undersøkes"),
            headings: vec![
                Cell::words(prose.parameter),
                Cell::words(prose.grade),
                Cell::words(self.pick("What it rests on", "Hva den hviler på")),
                Cell::number(self.pick("Range to narrow", "Spenn å snevre inn")),
                Cell {
                    small: self.information_unit(),
                    ..Cell::number(self.pick("Worth of knowing it", "Verdien av å vite det"))
                },
            ],
            rows: lines.collect(),
        };
        let tables = match table.is_empty() {
            true => Vec::new(),
            false => vec![TableBlock {
                table,
                note: String::new(),
                folded: false,
            }],
        };
        Section {
            key: "research",
            heading: self.pick("What to study next", "Hva som bør undersøkes"),
            answer,
            paragraphs: vec![self.pick(
                "The worth of knowing a parameter is what one would gain, on average, by learning its value before choosing between the arms. It is large where the parameter is uncertain and its value would change the choice; a parameter can carry much variance and be worth nothing to know, if the choice stays the same.",
                "Verdien av å vite en parameter er det man i gjennomsnitt ville vunnet på å få vite den før valget mellom alternativene. Den er stor der parameteren er usikker og verdien ville endret valget; en parameter kan bære mye varians uten at det er verdt noe å vite den, hvis valget blir det samme.",
            )],
            tables,
            ..Section::default()
        }
    }

    /// All rows.
    fn appendix(&self) -> Section {
        let rows: Vec<&AssumptionRow> = self.rows.iter().collect();
        let left = rows.iter().filter(|row| !row.taken_on).count();
        let answer = match self.language {
            Language::English => format!(
                "{} parameters, with where they come from; {left} had too small an effect in the screening to be looked at closely.",
                rows.len()
            ),
            Language::Norwegian => format!(
                "{} parametre, med hvor de kommer fra; {left} hadde for liten virkning i siktingen til å bli sett nærmere på.",
                rows.len()
            ),
        };
        Section {
            key: "appendix",
            heading: self.pick("All assumptions", "Alle antakelser"),
            answer,
            tables: vec![TableBlock {
                table: self.table(&rows, self.pick("All assumptions", "Alle antakelser")),
                note: String::new(),
                folded: true,
            }],
            ..Section::default()
        }
    }

    fn information_cell(&self, row: &AssumptionRow) -> Cell {
        let kind = kind_of(&self.results.note.outcome);
        let Some(value) = row.information else {
            return Cell::number("–");
        };
        let error = row.information_se.unwrap_or(0.0);
        let write = |value: f64| match (self.in_money, kind) {
            (true, _) => self.language.value(value, Kind::Money),
            (false, Kind::Share) => self.language.quantity(value * 100.0),
            (false, _) => self.language.quantity(value),
        };
        let small = match row.is_surely_worth_knowing() {
            true => format!("± {}", write(error)),
            false => self.pick("cannot be shown", "kan ikke vises"),
        };
        Cell {
            small,
            ..Cell::number(write(value))
        }
    }

    fn table(&self, rows: &[&AssumptionRow], caption: String) -> PageTable {
        let language = self.language;
        let prose = language.prose();
        let body = rows.iter().map(|row| {
            let total = Estimate::of(row.total, row.total_lower, row.total_upper);
            vec![
                Cell {
                    small: row.meaning.clone(),
                    ..Cell::words(row.parameter.as_str())
                },
                Cell {
                    small: row.source.clone(),
                    ..Cell::words(row.grade.as_str())
                },
                Cell {
                    small: range(row.low, row.high, language),
                    ..Cell::number(values::value(row.start, language))
                },
                Cell::estimate(total, Kind::Share, language),
                self.turn_cell(row),
                self.information_cell(row),
            ]
        });
        PageTable {
            caption,
            headings: vec![
                Cell::words(prose.parameter),
                Cell {
                    small: self.pick("source", "kilde"),
                    ..Cell::words(prose.grade)
                },
                Cell {
                    small: self.pick("range", "spenn"),
                    ..Cell::number(prose.value)
                },
                Cell::number(self.pick("Share of the variance", "Andel av variansen")),
                Cell::number(self.pick("The order turns at", "Rekkefølgen snur ved")),
                Cell {
                    small: self.information_unit(),
                    ..Cell::number(self.pick("Worth of knowing it", "Verdien av å vite det"))
                },
            ],
            rows: body.collect(),
        }
    }

    fn turn_cell(&self, row: &AssumptionRow) -> Cell {
        let language = self.language;
        let word = |english: &str, norwegian: &str| Cell::number(self.pick(english, norwegian));
        match (row.order.as_str(), row.threshold) {
            ("turns", Some(value)) => {
                let way = row
                    .share_of_way
                    .map(|share| language.percent_whole(share))
                    .unwrap_or_default();
                Cell {
                    small: match language {
                        Language::English => format!("{way} of the way"),
                        Language::Norwegian => format!("{way} av veien"),
                    },
                    ..Cell::number(values::value(value, language))
                }
            }
            ("fades", _) => word("not, but may fade", "ikke, men kan viskes ut"),
            ("unclear", _) => word("unclear", "uklart"),
            _ => word("nowhere", "ingen steder"),
        }
    }
}
