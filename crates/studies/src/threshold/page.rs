//! The page of a search for thresholds.

use crate::threshold::{
    LINES, LineRow, PAIRS, PROFILES, PairRow, ProfileRow, THRESHOLDS, ThresholdRow,
};
use homeground_report::language::Language;
use homeground_report::page_tables::{Cell, PageTable};
use homeground_report::results::Estimate;
use homeground_report::saved::ContentError;

use crate::pages::results::StudyResults;
use crate::pages::{names, outcome_words as telling, values};
use crate::threshold::figures;
use crate::threshold::words;
use homeground_report::answer_page::{Section, StudyPage, TableBlock};

/// What the folder of a search for thresholds holds.
pub struct Thresholds<'a> {
    /// The folder.
    pub results: &'a StudyResults,
    /// The difference where everything starts.
    pub start: Estimate,
    /// Two rows a parameter, by rank.
    pub rows: Vec<ThresholdRow>,
    /// Every evaluation.
    pub profiles: Vec<ProfileRow>,
    /// The planes.
    pub pairs: Vec<PairRow>,
    /// Their lines.
    pub lines: Vec<LineRow>,
}

#[derive(serde::Deserialize)]
struct Start {
    estimate: f64,
    lower: f64,
    upper: f64,
}

impl Thresholds<'_> {
    /// The two arms.
    pub fn arms(&self) -> (&str, &str) {
        let name = |place: usize| self.results.note.arms.get(place).map_or("", String::as_str);
        (name(0), name(1))
    }

    /// Can the order be told where everything starts?
    pub fn is_clear(&self) -> bool {
        self.start
            .interval
            .is_some_and(|(lower, upper)| lower > 0.0 || upper < 0.0)
    }

    /// Turns, the soonest first.
    pub fn turns(&self) -> Vec<&ThresholdRow> {
        let mut turns: Vec<&ThresholdRow> = self
            .rows
            .iter()
            .filter(|row| row.finding == "turns")
            .collect();
        let way = |row: &ThresholdRow| row.share_of_way.unwrap_or(f64::INFINITY);
        turns.sort_by(|first, second| way(first).total_cmp(&way(second)));
        turns
    }

    /// How many assumptions make the order unclear without turning it, or turn it
    /// unconfirmed.
    pub fn fading(&self) -> usize {
        let mut names: Vec<&str> = self
            .rows
            .iter()
            .filter(|row| row.finding == "fades" || row.confirmed == "no")
            .map(|row| row.parameter.as_str())
            .collect();
        names.dedup();
        names.len()
    }

    /// The sides of each parameter, by rank.
    pub fn by_rank(&self) -> Vec<&[ThresholdRow]> {
        self.rows
            .chunk_by(|one, other| one.rank == other.rank)
            .collect()
    }
}

/// Puts the page of a search for thresholds together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(results: &StudyResults, language: Language) -> Result<StudyPage, ContentError> {
    let start: Start = results.fact("start")?;
    let thresholds = Thresholds {
        results,
        start: Estimate {
            value: start.estimate,
            interval: Some((start.lower, start.upper)),
        },
        rows: results.rows(THRESHOLDS)?,
        profiles: results.rows(PROFILES)?,
        pairs: results.rows(PAIRS)?,
        lines: results.rows(LINES)?,
    };
    let mut sections = vec![ranges_section(&thresholds, language)];
    sections.extend(profiles_section(&thresholds, language));
    sections.extend(planes_section(&thresholds, language));
    Ok(StudyPage {
        answer: words::answer(&thresholds, language),
        points: words::points(&thresholds, language),
        sections,
        method: words::method(language),
        limits: words::limits(language),
    })
}

fn ranges_section(thresholds: &Thresholds<'_>, language: Language) -> Section {
    Section {
        key: "ranges",
        heading: language
            .pick(
                "How far may each assumption move?",
                "Hvor langt kan hver antakelse flyttes?",
            )
            .to_owned(),
        answer: words::ranges(thresholds, language),
        paragraphs: Vec::new(),
        figures: figures::ranges(thresholds, language).into_iter().collect(),
        tables: vec![
            TableBlock {
                table: turns_table(thresholds, language),
                note: language
                    .pick(
                        "Way: how far from the start to the end of the range on that side. Confirmed: both sides of the turn were simulated with other random numbers; \"clearly\" when both intervals exclude zero.",
                        "Vei: hvor langt fra utgangspunktet mot enden av spennet på den siden. Bekreftet: begge sider av vendepunktet er simulert med andre tilfeldige tall; «klart» når begge intervallene utelukker null.",
                    )
                    .to_owned(),
                folded: false,
            },
            TableBlock {
                table: all_table(thresholds, language),
                note: String::new(),
                folded: true,
            },
        ],
    }
}

fn turns_table(thresholds: &Thresholds<'_>, language: Language) -> PageTable {
    let heading = |english: &str, norwegian: &str| language.pick(english, norwegian).to_owned();
    let (outcome, difference) = (&thresholds.results.note.outcome, telling::difference_cell);
    let at = |value: Option<f64>, lower, upper| match Estimate::of(value, lower, upper) {
        Some(estimate) => difference(estimate, outcome, language),
        None => Cell::number("–"),
    };
    let rows = thresholds.turns().into_iter().map(|row| {
        vec![
            Cell::words(names::field(&row.parameter, language)),
            Cell::words(row.grade.clone()),
            Cell::number(values::value(row.start, language)),
            Cell {
                text: row
                    .threshold
                    .map_or("–".to_owned(), |value| values::value(value, language)),
                small: values::ends((row.threshold_lower, row.threshold_upper), language),
                number: true,
            },
            Cell::number(
                row.share_of_way
                    .map_or("–".to_owned(), |share| language.percent_whole(share)),
            ),
            at(row.before, row.before_lower, row.before_upper),
            at(row.after, row.after_lower, row.after_upper),
            Cell::words(words::confirmed(&row.confirmed, language)),
        ]
    });
    PageTable {
        caption: heading("Where the order turns", "Der rekkefølgen snur"),
        headings: vec![
            Cell::words(heading("Assumption", "Antakelse")),
            Cell::words(heading("Grade", "Grad")),
            Cell::number(heading("Start", "Utgangspunkt")),
            Cell::number(heading("Turns at", "Snur ved")),
            Cell::number(heading("Way", "Vei")),
            Cell::number(heading("Difference before", "Forskjell før")),
            Cell::number(heading("Difference beyond", "Forskjell etter")),
            Cell::words(heading("Confirmed", "Bekreftet")),
        ],
        rows: rows.collect(),
    }
}

fn all_table(thresholds: &Thresholds<'_>, language: Language) -> PageTable {
    let heading = |english: &str, norwegian: &str| language.pick(english, norwegian).to_owned();
    let rows = thresholds.by_rank().into_iter().filter_map(|sides| {
        let first = sides.first()?;
        let side = |name: &str| {
            let row = sides.iter().find(|row| row.side == name);
            Cell::words(row.map_or(String::new(), |row| words::finding(row, language)))
        };
        Some(vec![
            Cell::number(language.whole(first.rank.into())),
            Cell::words(names::field(&first.parameter, language)),
            Cell::words(first.grade.clone()),
            Cell::number(values::value(first.low, language)),
            Cell::number(values::value(first.start, language)),
            Cell::number(values::value(first.high, language)),
            side("below"),
            side("above"),
        ])
    });
    PageTable {
        caption: heading(
            "Every assumption that was moved",
            "Alle antakelser som ble flyttet",
        ),
        headings: vec![
            Cell::number(heading("Rank", "Plass")),
            Cell::words(heading("Assumption", "Antakelse")),
            Cell::words(heading("Grade", "Grad")),
            Cell::number(heading("Low", "Lav")),
            Cell::number(heading("Start", "Utgangspunkt")),
            Cell::number(heading("High", "Høy")),
            Cell::words(heading("On the way down", "På vei ned")),
            Cell::words(heading("On the way up", "På vei opp")),
        ],
        rows: rows.collect(),
    }
}

fn profiles_section(thresholds: &Thresholds<'_>, language: Language) -> Option<Section> {
    let figure = figures::profiles(thresholds, language)?;
    Some(Section {
        key: "profiles",
        heading: language
            .pick(
                "How does the difference change on the way?",
                "Hvordan endrer forskjellen seg på veien?",
            )
            .to_owned(),
        answer: words::profiles(thresholds, language),
        paragraphs: Vec::new(),
        figures: vec![figure],
        tables: Vec::new(),
    })
}

fn planes_section(thresholds: &Thresholds<'_>, language: Language) -> Option<Section> {
    let figure = figures::planes(thresholds, language)?;
    Some(Section {
        key: "pairs",
        heading: language
            .pick("Two assumptions at a time", "To antakelser om gangen")
            .to_owned(),
        answer: words::planes(thresholds, language),
        paragraphs: Vec::new(),
        figures: vec![figure],
        tables: Vec::new(),
    })
}
