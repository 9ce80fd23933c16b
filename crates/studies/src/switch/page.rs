//! The page of a switch study: which conclusions survive.

use crate::switch::{Fate, SWITCH_CONTRASTS, SwitchContrastRow};
use homeground_core::evidence::{self, find};
use homeground_figures::style::{self, Colour, INK};
use homeground_report::figures::page::Sign;
use homeground_report::language::Language;
use homeground_report::page_tables::{Cell, PageTable};
use homeground_report::results::Estimate;
use homeground_report::saved::ContentError;

use crate::pages::names;
use crate::pages::outcome_words as telling;
use crate::pages::results::StudyResults;
use homeground_report::answer_page::{Figure, Section, StudyPage, TableBlock};
use homeground_report::charts::heat_map::{HeatCell, HeatMap, HeatPanel};
use homeground_report::charts::row_chart::{Dot, RowChart, RowPanel};

/// Panels of arms in the figure of single switches, at most.
const MOST_PANELS: usize = 4;

/// All that the page is made from.
struct Switched<'a> {
    results: &'a StudyResults,
    language: Language,
    switches: Vec<String>,
    pairs: bool,
    rows: Vec<SwitchContrastRow>,
}

/// Puts the page of a switch study together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(results: &StudyResults, language: Language) -> Result<StudyPage, ContentError> {
    let switched = Switched {
        results,
        language,
        switches: results.fact("switches")?,
        pairs: results.fact("pairs")?,
        rows: results.rows(SWITCH_CONTRASTS)?,
    };
    Ok(switched.page())
}

/// Fill of a fate in the maps.
fn fill(fate: Option<Fate>) -> Colour {
    match fate {
        Some(Fate::Survives) => Colour(205, 228, 240),
        Some(Fate::Fades) => Colour(250, 225, 160),
        Some(Fate::Turns) => Colour(213, 94, 0),
        Some(Fate::Appears) => Colour(222, 205, 232),
        Some(Fate::Open) | None => style::WHITE,
    }
}

impl Switched<'_> {
    fn page(&self) -> StudyPage {
        let language = self.language;
        let mut sections = vec![self.singles()];
        if self.pairs {
            sections.push(self.doubles());
        }
        sections.push(self.what_is_off());
        StudyPage {
            answer: self.answer(1),
            points: self.others().iter().map(|arm| self.arm_told(arm)).collect(),
            sections,
            method: vec![language.pick(
                "A mechanism is turned off by setting its numbers so that it can do nothing (data/switches.csv); a test shows for each that its other parameters then have no effect. A conclusion is a difference between an arm and the reference whose 95% interval excludes 0. It survives if the difference keeps its sign with the mechanism off, and its interval still excludes 0.",
                "En mekanisme slås av ved å sette tallene slik at den ikke kan virke (data/switches.csv); en test viser for hver at de andre parameterne dens da ikke har noen virkning. En konklusjon er en forskjell mellom et alternativ og referansen med et 95 %-intervall som utelukker 0. Den overlever hvis forskjellen beholder fortegnet når mekanismen er av, og intervallet fortsatt utelukker 0.",
            ).to_owned()],
            limits: vec![
                language.pick(
                    "That a conclusion needs a mechanism does not show that the mechanism is real; it shows what the conclusion rests on.",
                    "At en konklusjon trenger en mekanisme, viser ikke at mekanismen er virkelig; det viser hva konklusjonen hviler på.",
                ).to_owned(),
                language.pick(
                    "With many comparisons some intervals exclude 0 by chance: at 95%, about one in twenty of those that should not.",
                    "Med mange sammenligninger utelukker noen intervaller 0 ved en tilfeldighet: ved 95 % om lag ett av tjue av dem som ikke skulle det.",
                ).to_owned(),
            ],
        }
    }

    fn others(&self) -> Vec<&str> {
        let reference = &self.results.manifest.reference;
        let arms = self.results.note.arms.iter().map(String::as_str);
        arms.filter(|arm| arm != reference).collect()
    }

    fn asked(&self, row: &SwitchContrastRow) -> bool {
        let note = &self.results.note;
        row.outcome == note.outcome && row.unit == note.unit && row.week == note.week
    }

    fn row(&self, arm: &str, first: &str, second: &str) -> Option<&SwitchContrastRow> {
        self.rows.iter().find(|row| {
            self.asked(row) && row.arm == arm && row.first == first && row.second == second
        })
    }

    fn estimate(row: &SwitchContrastRow) -> Option<Estimate> {
        Estimate::of(row.estimate, row.lower, row.upper)
    }

    fn fate(row: &SwitchContrastRow) -> Option<Fate> {
        Fate::ALL.into_iter().find(|fate| fate.word() == row.fate)
    }

    /// Arms that have a conclusion with all mechanisms on.
    fn concluded(&self) -> Vec<&str> {
        let clear = |arm: &&str| {
            let row = self.row(arm, "", "").and_then(Self::estimate);
            row.and_then(|row| row.interval)
                .is_some_and(|(lower, upper)| lower > 0.0 || upper < 0.0)
        };
        self.others().into_iter().filter(clear).collect()
    }

    /// Sets of so many mechanisms that an arm's conclusion does not survive.
    fn needed(&self, arm: &str, size: usize) -> Vec<&SwitchContrastRow> {
        self.rows
            .iter()
            .filter(|row| self.asked(row) && row.arm == arm)
            .filter(|row| {
                usize::from(!row.first.is_empty()) + usize::from(!row.second.is_empty()) == size
            })
            .filter(|row| matches!(Self::fate(row), Some(Fate::Fades | Fate::Turns)))
            .collect()
    }

    /// The answer in one sentence, for so many mechanisms off at a time.
    fn answer(&self, size: usize) -> String {
        let language = self.language;
        let concluded = self.concluded();
        let reference = &self.results.manifest.reference;
        let outcome = telling::outcome(self.results, language);
        if self.results.manifest.replicates < 2 {
            return language.pick(
                "One replicate gives no intervals, so nothing can be concluded; run again with more.",
                "Én gjentakelse gir ingen intervaller, så ingenting kan konkluderes; kjør på nytt med flere.",
            ).to_owned();
        }
        if concluded.is_empty() {
            return match language {
                Language::English => format!(
                    "With all mechanisms on, no arm can be told apart from {reference} in {outcome}, so there is no conclusion that could survive."
                ),
                Language::Norwegian => format!(
                    "Med alle mekanismer på kan ingen alternativer skilles fra {reference} i {outcome}, så det er ingen konklusjon som kunne overleve."
                ),
            };
        }
        let robust: Vec<&&str> = concluded
            .iter()
            .filter(|arm| self.needed(arm, size).is_empty())
            .collect();
        let (kept, all) = (robust.len(), concluded.len());
        match (size, language) {
            (1, Language::English) => format!(
                "{kept} of {all} conclusions on {outcome} survive whichever single mechanism is turned off{}.",
                self.named(&robust)
            ),
            (1, Language::Norwegian) => format!(
                "{kept} av {all} konklusjoner om {outcome} overlever uansett hvilken enkelt mekanisme som slås av{}.",
                self.named(&robust)
            ),
            (_, Language::English) => format!(
                "{kept} of {all} conclusions on {outcome} survive whichever two mechanisms are turned off together{}.",
                self.named(&robust)
            ),
            (_, Language::Norwegian) => format!(
                "{kept} av {all} konklusjoner om {outcome} overlever uansett hvilke to mekanismer som slås av samtidig{}.",
                self.named(&robust)
            ),
        }
    }

    /// The same for a caption.
    fn short(&self, size: usize) -> String {
        let concluded = self.concluded();
        let kept = concluded
            .iter()
            .filter(|arm| self.needed(arm, size).is_empty())
            .count();
        let all = concluded.len();
        match (all, size, self.language) {
            (0, _, Language::English) => "There is no conclusion that could survive.".to_owned(),
            (0, _, Language::Norwegian) => "Det er ingen konklusjon som kunne overleve.".to_owned(),
            (_, 1, Language::English) => {
                format!("{kept} of {all} conclusions survive every single switch.")
            }
            (_, 1, Language::Norwegian) => {
                format!("{kept} av {all} konklusjoner overlever hver enkelt bryter.")
            }
            (_, _, Language::English) => {
                format!("{kept} of {all} conclusions survive every pair of switches.")
            }
            (_, _, Language::Norwegian) => {
                format!("{kept} av {all} konklusjoner overlever hvert par av brytere.")
            }
        }
    }

    fn named(&self, arms: &[&&str]) -> String {
        if arms.is_empty() {
            return String::new();
        }
        let names: Vec<String> = arms.iter().map(|arm| arm.to_string()).collect();
        let reference = &self.results.manifest.reference;
        match self.language {
            Language::English => format!(" ({} against {reference})", self.language.list(&names)),
            Language::Norwegian => format!(" ({} mot {reference})", self.language.list(&names)),
        }
    }

    /// What becomes of one arm's conclusion.
    fn arm_told(&self, arm: &str) -> String {
        let language = self.language;
        let note = &self.results.note;
        let Some(on) = self.row(arm, "", "").and_then(Self::estimate) else {
            return format!("{arm}: –");
        };
        let told = telling::difference(on, &note.outcome, language);
        if !self.concluded().contains(&arm) {
            return match language {
                Language::English => {
                    format!("{arm}: cannot be told apart from the reference, {told}.")
                }
                Language::Norwegian => format!("{arm}: kan ikke skilles fra referansen, {told}."),
            };
        }
        let lost = |fate: Fate| -> Vec<String> {
            let rows = self
                .needed(arm, 1)
                .into_iter()
                .filter(|row| Self::fate(row) == Some(fate));
            rows.map(|row| names::mechanism(&row.first, language))
                .collect()
        };
        let (fades, turns) = (lost(Fate::Fades), lost(Fate::Turns));
        let mut text = match language {
            Language::English => format!("{arm}: {told}"),
            Language::Norwegian => format!("{arm}: {told}"),
        };
        if fades.is_empty() && turns.is_empty() {
            text.push_str(language.pick(
                "; it survives every single switch",
                "; den overlever hver enkelt bryter",
            ));
        }
        if !fades.is_empty() {
            text.push_str(language.pick(
                "; it can no longer be told without ",
                "; den kan ikke lenger skilles uten ",
            ));
            text.push_str(&language.list(&fades));
        }
        if !turns.is_empty() {
            text.push_str(language.pick("; it turns around without ", "; den snur uten "));
            text.push_str(&language.list(&turns));
        }
        text.push('.');
        text
    }

    fn singles(&self) -> Section {
        let language = self.language;
        let answer = self.answer(1);
        Section {
            key: "singles",
            heading: language.pick("One mechanism off at a time", "Én mekanisme av om gangen").to_owned(),
            answer,
            figures: self.single_figures(&self.short(1)),
            tables: vec![TableBlock {
                table: self.single_table(),
                note: language.pick(
                    "Arm less reference with its 95% interval, and what becomes of the conclusion. Other outcomes are in switch_contrasts.csv.",
                    "Alternativ minus referanse med 95 %-intervall, og hva som skjer med konklusjonen. Andre utfall står i switch_contrasts.csv.",
                ).to_owned(),
                folded: false,
            }],
            ..Section::default()
        }
    }

    fn single_figures(&self, answer: &str) -> Vec<Figure> {
        let language = self.language;
        let note = &self.results.note;
        let factor = telling::difference_factor(&note.outcome, true);
        let mut rows = vec![
            language
                .pick("all mechanisms on", "alle mekanismer på")
                .to_owned(),
        ];
        let without = language.pick("without", "uten");
        rows.extend(
            self.switches
                .iter()
                .map(|key| format!("{without} {}", names::mechanism(key, language))),
        );
        let others = self.others();
        let mut figures = Vec::new();
        for (index, arms) in others.chunks(MOST_PANELS).enumerate() {
            let panels: Vec<RowPanel> = arms
                .iter()
                .map(|arm| RowPanel {
                    heading: arm.to_string(),
                    dots: std::iter::once("")
                        .chain(self.switches.iter().map(String::as_str))
                        .map(|key| {
                            let found = self.row(arm, key, "").and_then(Self::estimate);
                            let dot = |one: Estimate| {
                                Dot::difference(one.times(factor), self.results.style(arm))
                            };
                            found.map(dot).into_iter().collect()
                        })
                        .collect(),
                })
                .collect();
            let title = match language {
                Language::English => format!(
                    "Which conclusions survive? Difference from {}",
                    self.results.manifest.reference
                ),
                Language::Norwegian => format!(
                    "Hvilke konklusjoner overlever? Forskjell fra {}",
                    self.results.manifest.reference
                ),
            };
            let write = telling::axis_writer(&note.outcome, true, language);
            let words = language.words();
            let scene = RowChart {
                title: &title,
                subtitle: &telling::axis_name(self.results, true, language),
                rows: &rows,
                rules: &[0],
                panels: &panels,
                shared: false,
                write: &write,
                key: &[
                    (Sign::Dot(INK, true), words.key_clear.to_owned()),
                    (Sign::Dot(INK, false), words.key_unclear.to_owned()),
                ],
                from_zero: true,
                note: words.interval_monte_carlo,
            }
            .draw(language);
            let name = if index == 0 {
                "switch".to_owned()
            } else {
                format!("switch_{}", index + 1)
            };
            if let Some(scene) = scene {
                figures.push(Figure {
                    name,
                    scene,
                    takeaway: answer.to_owned(),
                    reading: language.pick(
                        "The first row is the model as it is. In each other row one mechanism is off. A dot that crosses the line at 0 or turns hollow is a conclusion that needs the mechanism.",
                        "Den første raden er modellen som den er. I hver av de andre er én mekanisme av. En prikk som krysser streken ved 0 eller blir hul, er en konklusjon som trenger mekanismen.",
                    ).to_owned(),
                });
            }
        }
        figures
    }

    fn fate_word(&self, fate: Option<Fate>) -> &'static str {
        let language = self.language;
        match fate {
            Some(Fate::Survives) => language.pick("survives", "overlever"),
            Some(Fate::Fades) => {
                language.pick("cannot be told any more", "kan ikke lenger skilles")
            }
            Some(Fate::Turns) => language.pick("turns around", "snur"),
            Some(Fate::Open) => language.pick("no conclusion", "ingen konklusjon"),
            Some(Fate::Appears) => language.pick("a new conclusion", "en ny konklusjon"),
            None => "–",
        }
    }

    fn single_table(&self) -> PageTable {
        let language = self.language;
        let others = self.others();
        let mut headings = vec![Cell::words(language.pick("turned off", "slått av"))];
        headings.extend(others.iter().map(|arm| Cell::number(arm.to_string())));
        let keys = std::iter::once("").chain(self.switches.iter().map(String::as_str));
        let rows = keys.map(|key| {
            let name = match key {
                "" => language.pick("nothing", "ingenting").to_owned(),
                key => names::mechanism(key, language),
            };
            let cells = others.iter().map(|arm| {
                let row = self.row(arm, key, "");
                let estimate = row.and_then(Self::estimate);
                let mut cell = estimate.map_or_else(
                    || Cell::number("–"),
                    |estimate| {
                        telling::difference_cell(estimate, &self.results.note.outcome, language)
                    },
                );
                if !key.is_empty() {
                    let fate = self.fate_word(row.and_then(Self::fate));
                    cell.small = format!("{} · {fate}", cell.small);
                }
                cell
            });
            std::iter::once(Cell::words(name)).chain(cells).collect()
        });
        PageTable {
            caption: telling::axis_name(self.results, true, language),
            headings,
            rows: rows.collect(),
        }
    }

    fn doubles(&self) -> Section {
        let language = self.language;
        let answer = self.answer(2);
        Section {
            key: "pairs",
            heading: language
                .pick("Two mechanisms off at a time", "To mekanismer av om gangen")
                .to_owned(),
            answer,
            figures: self.double_figures(&self.short(2)),
            tables: vec![TableBlock {
                table: self.double_table(),
                note: String::new(),
                folded: true,
            }],
            ..Section::default()
        }
    }

    /// One map an arm: single switches on the diagonal, pairs below it.
    fn double_figures(&self, answer: &str) -> Vec<Figure> {
        let language = self.language;
        let words: Vec<String> = self
            .switches
            .iter()
            .map(|key| names::mechanism(key, language))
            .collect();
        let numbers: Vec<String> = (1..=words.len()).map(|number| number.to_string()).collect();
        let rows: Vec<String> = words
            .iter()
            .enumerate()
            .map(|(index, word)| format!("{}  {word}", index + 1))
            .collect();
        let panels: Vec<HeatPanel> = self
            .concluded()
            .iter()
            .map(|arm| HeatPanel {
                heading: arm.to_string(),
                cells: (0..self.switches.len())
                    .map(|row| {
                        (0..self.switches.len())
                            .map(|column| self.pair_cell(arm, row, column))
                            .collect()
                    })
                    .collect(),
            })
            .collect();
        let title = match language {
            Language::English => "Which conclusions survive two switches?",
            Language::Norwegian => "Hvilke konklusjoner overlever to brytere?",
        };
        let key: Vec<(Sign, String)> = [Fate::Survives, Fate::Fades, Fate::Turns]
            .into_iter()
            .map(|fate| {
                (
                    Sign::Patch(fill(Some(fate))),
                    self.fate_word(Some(fate)).to_owned(),
                )
            })
            .collect();
        let scene = HeatMap {
            title,
            subtitle: &telling::axis_name(self.results, true, language),
            rows: &rows,
            columns: &numbers,
            rows_are: "",
            columns_are: "",
            panels: &panels,
            key: &key,
            note: language.pick(
                "Each cell has the mechanisms of its row and its column off; on the diagonal one alone. Only arms with a conclusion are drawn.",
                "I hver rute er mekanismene i raden og kolonnen av; på diagonalen bare én. Bare alternativer med en konklusjon er tegnet.",
            ),
        }
        .draw(language);
        scene
            .map(|scene| Figure {
                name: "switch_pairs".to_owned(),
                scene,
                takeaway: answer.to_owned(),
                reading: language.pick(
                    "Numbers are the differences that are left. A coloured row is a mechanism that the conclusion leans on whatever else is off.",
                    "Tallene er forskjellene som er igjen. En farget rad er en mekanisme som konklusjonen hviler på uansett hva annet som er av.",
                ).to_owned(),
            })
            .into_iter()
            .collect()
    }

    fn pair_cell(&self, arm: &str, row: usize, column: usize) -> HeatCell {
        let found = match row.cmp(&column) {
            std::cmp::Ordering::Less => return HeatCell::default(),
            std::cmp::Ordering::Equal => self.row(arm, &self.switches[row], ""),
            std::cmp::Ordering::Greater => {
                self.row(arm, &self.switches[column], &self.switches[row])
            }
        };
        let Some((row, estimate)) = found.and_then(|row| Some((row, Self::estimate(row)?))) else {
            return HeatCell::default();
        };
        HeatCell {
            text: telling::cell(
                estimate.value,
                &self.results.note.outcome,
                true,
                self.language,
            ),
            fill: Some(fill(Self::fate(row))),
        }
    }

    /// The pairs that a conclusion does not survive.
    fn double_table(&self) -> PageTable {
        let language = self.language;
        let headings = vec![
            Cell::words(language.pick("arm", "alternativ")),
            Cell::words(language.pick("turned off", "slått av")),
            Cell::number(language.pick("difference", "forskjell")),
            Cell::words(language.pick("the conclusion", "konklusjonen")),
        ];
        let rows = self.concluded().into_iter().flat_map(|arm| {
            self.needed(arm, 2).into_iter().filter_map(move |row| {
                let both = [&row.first, &row.second].map(|key| names::mechanism(key, language));
                Some(vec![
                    Cell::words(arm),
                    Cell::words(language.list(&both)),
                    telling::difference_cell(
                        Self::estimate(row)?,
                        &self.results.note.outcome,
                        language,
                    ),
                    Cell::words(self.fate_word(Self::fate(row))),
                ])
            })
        });
        PageTable {
            caption: language
                .pick(
                    "Pairs that a conclusion does not survive",
                    "Par som en konklusjon ikke overlever",
                )
                .to_owned(),
            headings,
            rows: rows.collect(),
        }
    }

    /// What each switch removes, with grade and source.
    fn what_is_off(&self) -> Section {
        let language = self.language;
        let headings = [
            language.pick("mechanism", "mekanisme"),
            language.pick(
                "what is gone when it is off",
                "hva som er borte når den er av",
            ),
            language.pick("values", "verdier"),
            language.pick("grade", "grad"),
            language.pick("source", "kilde"),
        ];
        let rows = self.switches.iter().filter_map(|key| {
            let row = find(evidence::switches(), key)?;
            Some(vec![
                Cell::words(names::mechanism(key, language)),
                Cell::words(row.removes.clone()),
                Cell::words(row.values.replace(';', ", ")),
                Cell::words(row.grade.letter()),
                Cell::words(row.source.clone()),
            ])
        });
        let count = self.switches.len();
        Section {
            key: "switches",
            heading: language
                .pick("What is turned off", "Hva som slås av")
                .to_owned(),
            answer: match language {
                Language::English => {
                    format!("{count} mechanisms are turned off, each by a named set of values.")
                }
                Language::Norwegian => {
                    format!("{count} mekanismer slås av, hver med et navngitt sett verdier.")
                }
            },
            tables: vec![TableBlock {
                table: PageTable {
                    caption: language.pick("Switches", "Brytere").to_owned(),
                    headings: headings.into_iter().map(Cell::words).collect(),
                    rows: rows.collect(),
                },
                note: language
                    .pick("", "Tabellen er på engelsk, som dataene.")
                    .to_owned(),
                folded: true,
            }],
            ..Section::default()
        }
    }
}
