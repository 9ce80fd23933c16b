//! The page of an uncertain decision.

use crate::uncertainty::rows::{
    ACCEPTABILITY, AcceptabilityRow, BEST, BOXES, BestRow, BoxRow, INFORMATION, InformationRow,
    PLANE, PlaneRow, REGRET, RegretRow,
};
use homeground_core::evidence::{self, Keyed};
use homeground_core::outcomes::manifest::DrawnFrom;
use homeground_report::language::Language;
use homeground_report::page_tables::{Cell, PageTable};
use homeground_report::results::Estimate;
use homeground_report::saved::ContentError;

use crate::pages::results::StudyResults;
use crate::pages::{names, values};
use crate::uncertainty::figures;
use crate::uncertainty::words;
use homeground_report::answer_page::{Section, StudyPage};

/// Parameters in the table of single ones that is open.
const MOST_PARAMETERS: usize = 12;
/// Half-width of a 95 % interval in standard errors, over hundreds of draws.
const REACH: f64 = 1.96;

/// What the folder of an uncertain decision holds.
pub struct Uncertain<'a> {
    /// The folder.
    pub results: &'a StudyResults,
    /// What the manifest notes.
    pub facts: Facts,
    /// Which arm is best, by outcome alone and by net benefit.
    pub best: Vec<BestRow>,
    /// Effects and costs against the reference; empty if cost is left out.
    pub plane: Vec<PlaneRow>,
    /// Acceptability curves; empty if cost is left out.
    pub curves: Vec<AcceptabilityRow>,
    /// What knowing would be worth.
    pub information: Vec<InformationRow>,
    /// What each choice loses.
    pub regret: Vec<RegretRow>,
    /// Where the favourite fails.
    pub boxes: Vec<BoxRow>,
}

impl Uncertain<'_> {
    /// Were parameters drawn from a calibrated sample?
    pub fn draws_posterior(&self) -> bool {
        self.results.manifest.drawn_from == Some(DrawnFrom::Posterior)
    }
}

/// What the manifest notes of an uncertain decision.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Parameter draws.
    pub draws: u64,
    /// Does one decide by net benefit?
    pub by_net_benefit: bool,
    /// Is less of the outcome better?
    pub less_is_better: bool,
    /// NOK per unit of the outcome, if cost counts.
    pub willingness: Option<f64>,
    /// What one would choose today.
    pub favourite: String,
    /// Draws in which it is not the best.
    pub failures: u64,
    /// Coverage of a box on draws that its search has not seen.
    pub held_out_coverage: Option<f64>,
    /// Its density there.
    pub held_out_density: Option<f64>,
    /// Part of the variance between draws that was chance of the simulation.
    pub noise_share: Option<f64>,
}

impl Facts {
    fn of(results: &StudyResults) -> Result<Facts, ContentError> {
        Ok(Facts {
            draws: results.fact("draws")?,
            by_net_benefit: results.fact("by_net_benefit")?,
            less_is_better: results.fact("less_is_better")?,
            willingness: results.fact("willingness_to_pay")?,
            favourite: results.fact("favourite")?,
            failures: results.fact("failures")?,
            held_out_coverage: results.fact("held_out_coverage")?,
            held_out_density: results.fact("held_out_density")?,
            noise_share: results.fact("noise_share")?,
        })
    }
}

/// A value with the interval that its standard error gives, cut at limits.
pub fn with_error(value: f64, error: f64, (least, most): (f64, f64)) -> Estimate {
    Estimate {
        value,
        interval: Some((
            (value - REACH * error).max(least),
            (value + REACH * error).min(most),
        )),
    }
}

impl Uncertain<'_> {
    /// The row of the favourite by what one decides by.
    pub fn favourite(&self) -> Option<&BestRow> {
        self.best
            .iter()
            .find(|row| row.decide_by == self.decide_by() && row.arm == self.facts.favourite)
    }

    /// What one decides by, as the tables write it.
    pub fn decide_by(&self) -> &'static str {
        if self.facts.by_net_benefit {
            "net_benefit"
        } else {
            "outcome"
        }
    }

    /// The value of perfect information.
    pub fn total(&self) -> Option<&InformationRow> {
        self.information.iter().find(|row| row.what == "total")
    }

    /// Rows of the value of groups, or of single parameters.
    pub fn information_of(&self, what: &str) -> Vec<&InformationRow> {
        self.information
            .iter()
            .filter(|row| row.what == what)
            .collect()
    }
}

/// Puts the page of an uncertain decision together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(results: &StudyResults, language: Language) -> Result<StudyPage, ContentError> {
    let facts = Facts::of(results)?;
    let weighed = facts.willingness.is_some();
    let uncertain = Uncertain {
        results,
        best: results.rows(BEST)?,
        plane: if weighed {
            results.rows(PLANE)?
        } else {
            Vec::new()
        },
        curves: if weighed {
            results.rows(ACCEPTABILITY)?
        } else {
            Vec::new()
        },
        information: results.rows(INFORMATION)?,
        regret: results.rows(REGRET)?,
        boxes: results.rows(BOXES)?,
        facts,
    };
    let mut sections = vec![
        section("best", words::best(&uncertain, language), language)
            .with(figures::best(&uncertain, language))
            .and(best_table(&uncertain, language), false),
    ];
    if weighed {
        sections.push(
            section("plane", words::plane(&uncertain, language), language)
                .with(figures::plane(&uncertain, language)),
        );
        sections.push(
            section(
                "acceptability",
                words::acceptability(&uncertain, language),
                language,
            )
            .with(figures::acceptability(&uncertain, language))
            .with(figures::information_curve(&uncertain, language)),
        );
    }
    sections.push(
        section(
            "information",
            words::information(&uncertain, language),
            language,
        )
        .with(figures::information(&uncertain, language))
        .and(groups_table(&uncertain, language), false)
        .and(parameters_table(&uncertain, language), true),
    );
    sections.push(
        section("regret", words::regret(&uncertain, language), language)
            .with(figures::regret(&uncertain, language)),
    );
    sections.push(
        section(
            "failure",
            words::capital(&words::failure(&uncertain, language)),
            language,
        )
        .with(figures::boxes(&uncertain, language))
        .and(boxes_table(&uncertain, language), false),
    );
    Ok(StudyPage {
        answer: words::answer(&uncertain, language),
        points: words::points(&uncertain, language),
        sections,
        method: words::method(&uncertain, language),
        limits: words::limits(uncertain.draws_posterior(), language),
    })
}

fn section(key: &'static str, answer: String, language: Language) -> Section {
    Section {
        key,
        heading: words::heading(key, language).to_owned(),
        answer,
        ..Section::default()
    }
}

fn pick(language: Language, english: &str, norwegian: &str) -> String {
    language.pick(english, norwegian).to_owned()
}

fn best_table(uncertain: &Uncertain<'_>, language: Language) -> PageTable {
    let rows = uncertain.best.iter().map(|row| {
        let probability = with_error(row.probability, row.mc_se, (0.0, 1.0));
        vec![
            Cell::words(words::decided_by(row, language)),
            Cell::words(row.arm.clone()),
            Cell::estimate(
                Some(probability),
                homeground_report::numbers::Kind::Share,
                language,
            ),
            Cell::number(words::more(uncertain, row, language)),
            Cell::words(if row.favourite {
                pick(language, "yes", "ja")
            } else {
                String::new()
            }),
        ]
    });
    PageTable {
        caption: pick(
            language,
            "Probability of being best",
            "Sannsynlighet for å være best",
        ),
        headings: vec![
            Cell::words(pick(language, "Decided by", "Avgjort etter")),
            Cell::words(pick(language, "Arm", "Alternativ")),
            Cell::number(pick(language, "Best in", "Best i")),
            Cell::number(match language {
                Language::English => format!("More than {}", uncertain.results.manifest.reference),
                Language::Norwegian => format!("Mer enn {}", uncertain.results.manifest.reference),
            }),
            Cell::words(pick(language, "Chosen today", "Valgt i dag")),
        ],
        rows: rows.collect(),
    }
}

fn information_cells(
    uncertain: &Uncertain<'_>,
    row: &InformationRow,
    language: Language,
) -> Vec<Cell> {
    let value = with_error(row.value, row.mc_se, (0.0, f64::INFINITY));
    vec![
        words::worth_cell(uncertain, value, language),
        Cell::number(row.by_chance.map_or("–".to_owned(), |chance| {
            words::worth(uncertain, chance, language)
        })),
        Cell::words(if row.above_chance {
            pick(language, "yes", "ja")
        } else {
            pick(language, "no", "nei")
        }),
    ]
}

fn information_headings(language: Language) -> [Cell; 3] {
    [
        Cell::number(pick(
            language,
            "Worth knowing, per family",
            "Verdt å vite, per familie",
        )),
        Cell::number(pick(
            language,
            "By chance alone up to",
            "Av tilfeldighet alene inntil",
        )),
        Cell::words(pick(language, "Above chance", "Mer enn tilfeldig")),
    ]
}

fn groups_table(uncertain: &Uncertain<'_>, language: Language) -> PageTable {
    let rows = uncertain.information_of("group").into_iter().map(|row| {
        let mut cells = vec![
            Cell::words(words::group(&row.key, language)),
            Cell::words(words::research(&row.key, language)),
            Cell::number(language.whole(row.parameters.into())),
        ];
        cells.extend(information_cells(uncertain, row, language));
        cells
    });
    let mut headings = vec![
        Cell::words(pick(
            language,
            "Group of parameters",
            "Gruppe av parametere",
        )),
        Cell::words(pick(
            language,
            "Research would find out",
            "Forskning ville finne ut",
        )),
        Cell::number(pick(language, "Parameters", "Parametere")),
    ];
    headings.extend(information_headings(language));
    PageTable {
        caption: pick(
            language,
            "What knowing each group would be worth",
            "Hva det ville være verdt å kjenne hver gruppe",
        ),
        headings,
        rows: rows.collect(),
    }
}

fn parameters_table(uncertain: &Uncertain<'_>, language: Language) -> PageTable {
    let rows = uncertain
        .information_of("parameter")
        .into_iter()
        .take(MOST_PARAMETERS);
    let rows = rows.map(|row| {
        let mut cells = vec![
            Cell::words(names::field(&row.key, language)),
            Cell::words(row.grade.clone()),
            Cell::words(words::group(&row.group, language)),
        ];
        cells.extend(information_cells(uncertain, row, language));
        cells
    });
    let mut headings = vec![
        Cell::words(pick(language, "Parameter", "Parameter")),
        Cell::words(pick(language, "Grade", "Grad")),
        Cell::words(pick(language, "Group", "Gruppe")),
    ];
    headings.extend(information_headings(language));
    PageTable {
        caption: pick(
            language,
            "The single parameters that would be worth most (all stand in information.csv)",
            "De enkelte parameterne som ville være mest verdt (alle står i information.csv)",
        ),
        headings,
        rows: rows.collect(),
    }
}

fn boxes_table(uncertain: &Uncertain<'_>, language: Language) -> PageTable {
    let rows = uncertain.boxes.iter().map(|row| {
        let range = evidence::parameters()
            .iter()
            .find(|one| one.key() == row.parameter);
        let end = |value: Option<f64>| match value {
            Some(value) => values::value(value, language),
            None => "–".to_owned(),
        };
        vec![
            Cell::number(language.whole(row.number.into())),
            Cell::words(names::field(&row.parameter, language)),
            Cell::number(end(row.low)),
            Cell::number(end(row.high)),
            Cell::words(range.map_or(String::new(), |one| {
                language.between(
                    &values::value(one.low, language),
                    &values::value(one.high, language),
                    one.low < 0.0,
                )
            })),
            Cell::number(words::probability(row.quasi_p, language)),
            Cell::number(language.percent_whole(row.coverage)),
            Cell::number(language.percent_whole(row.density)),
        ]
    });
    PageTable {
        caption: pick(
            language,
            "Boxes in which the favourite often fails",
            "Bokser der favoritten ofte svikter",
        ),
        headings: vec![
            Cell::number(pick(language, "Box", "Boks")),
            Cell::words(pick(language, "Parameter", "Parameter")),
            Cell::number(pick(language, "From", "Fra")),
            Cell::number(pick(language, "To", "Til")),
            Cell::words(pick(language, "Whole range", "Hele spennet")),
            Cell::number(pick(language, "Quasi-p", "Kvasi-p")),
            Cell::number(pick(language, "Of all failures", "Av all svikt")),
            Cell::number(pick(language, "Fails inside", "Svikter innenfor")),
        ],
        rows: rows.collect(),
    }
}
