//! The test of the method on data whose truth is known: ranks, coverage, and their figure.

use crate::calibration::rows::RankRow;
use homeground_figures::axis::Scale;
use homeground_figures::labels;
use homeground_figures::scene::{Anchor, Scene, WIDTH};
use homeground_figures::style::{self, Colour};
use homeground_report::answer_page::{Figure, Section, TableBlock};
use homeground_report::figures::page::{MARGIN, Page, Sign};
use homeground_report::language::Language;
use homeground_report::page_tables::{Cell, PageTable};

use crate::calibration::pages::checks_figure::{INSIDE, OUTSIDE};

/// Parameters that have a histogram of their own: those that a data set tells most of.
const MOST_PARAMETERS: usize = 19;
const COLUMNS: usize = 4;
const HEIGHT: f64 = 46.0;
const GAP: f64 = 16.0;
/// A histogram is uneven when chance makes one like it less often than this.
const UNEVEN: f64 = 0.01;
/// Bars are cut off beyond so many times the upper end of chance.
const HIGHEST: f64 = 2.0;
/// What equal shares would be, with the middle 95 % of chance.
const EVEN: Colour = Colour(150, 160, 170);

/// Counts of a row by tenth; none where the cell is no list of numbers.
fn counts(row: &RankRow) -> Option<Vec<f64>> {
    let counts: Result<Vec<f64>, _> = row.tenths.split_whitespace().map(str::parse).collect();
    counts.ok().filter(|counts| !counts.is_empty())
}

fn of<'rows>(rows: &'rows [RankRow], kind: &str) -> Vec<&'rows RankRow> {
    rows.iter().filter(|row| row.kind == kind).collect()
}

fn mean(rows: &[&RankRow], read: fn(&RankRow) -> f64) -> f64 {
    rows.iter().map(|row| read(row)).sum::<f64>() / rows.len().max(1) as f64
}

/// Rows whose ranks are uneven beyond chance.
fn uneven(rows: &[RankRow]) -> Vec<&RankRow> {
    rows.iter().filter(|row| row.p_value < UNEVEN).collect()
}

/// How well truths are found again, in one sentence.
pub fn summary(rows: &[RankRow], language: Language) -> String {
    let parameters = of(rows, "parameter");
    let data_sets = rows.first().map_or(0, |row| row.data_sets);
    let half = language.percent(mean(&parameters, |row| row.coverage_50));
    let most = language.percent(mean(&parameters, |row| row.coverage_90));
    match language {
        Language::English => format!(
            "In {data_sets} simulated data sets with known parameters, 50% intervals of the parameters hold the truth in {half} and 90% intervals in {most}, on average."
        ),
        Language::Norwegian => format!(
            "I {data_sets} simulerte datasett med kjente parametre rommer 50 %-intervallene for parameterne sannheten i {half} og 90 %-intervallene i {most}, i gjennomsnitt."
        ),
    }
}

/// Which quantities are found again with a bias, beyond chance.
fn verdict(rows: &[RankRow], language: Language) -> String {
    let uneven = uneven(rows);
    let expected = language.decimal(UNEVEN * rows.len() as f64, 1);
    let names: Vec<String> = uneven.iter().map(|row| row.quantity.clone()).collect();
    let all = rows.len();
    match (uneven.is_empty(), language) {
        (true, Language::English) => format!(
            "None of {all} histograms is uneven beyond chance (probability below 1%; {expected} would be by chance alone)."
        ),
        (true, Language::Norwegian) => format!(
            "Ingen av {all} histogrammer er ujevne ut over det tilfeldige (sannsynlighet under 1 %; {expected} ville vært det ved ren tilfeldighet)."
        ),
        (false, Language::English) => format!(
            "{} of {all} histograms are uneven beyond 1% ({expected} would be by chance alone): {}.",
            names.len(),
            language.list(&names)
        ),
        (false, Language::Norwegian) => format!(
            "{} av {all} histogrammer er ujevne ut over 1 % ({expected} ville vært det ved ren tilfeldighet): {}.",
            names.len(),
            language.list(&names)
        ),
    }
}

/// The section on ranks.
pub fn section(rows: &[RankRow], language: Language) -> Section {
    let figure = figure(rows, language).map(|scene| Figure {
        name: "ranks".to_owned(),
        scene,
        takeaway: String::new(),
        reading: language.pick(
            "Each bar counts the data sets whose truth lay in that tenth of its posterior. All bars near the grey band: the posterior says what it knows. A hill in the middle: intervals are too wide, which is safe. A valley: they are too narrow. A slope: they lie to one side.",
            "Hver søyle teller datasettene der sannheten lå i den tidelen av posterioren. Alle søyler nær det grå båndet: posterioren sier det den vet. En haug i midten: intervallene er for vide, som er trygt. En dal: de er for smale. En skråning: de ligger til én side.",
        ).to_owned(),
    });
    Section {
        key: "ranks",
        heading: language
            .pick(
                "Does the method find known parameters again?",
                "Finner metoden igjen kjente parametre?",
            )
            .to_owned(),
        answer: summary(rows, language),
        paragraphs: vec![
            verdict(rows, language),
            language
                .pick(
                    "This tests the method (emulators and chains), not the model: the data are simulated by the model itself, with the errors that the evidence has (simulation-based calibration).",
                    "Dette prøver metoden (emulatorer og kjeder), ikke modellen: dataene er simulert av modellen selv, med feilene forskningen har (simuleringsbasert kalibrering).",
                )
                .to_owned(),
        ],
        figures: figure.into_iter().collect(),
        tables: vec![TableBlock {
            table: table(rows, language),
            note: String::new(),
            folded: true,
        }],
    }
}

fn table(rows: &[RankRow], language: Language) -> PageTable {
    PageTable {
        caption: language
            .pick("Every quantity", "Alle størrelser")
            .to_owned(),
        headings: vec![
            Cell::words(language.pick("Quantity", "Størrelse")),
            Cell::number(language.pick("50% intervals hold", "50 %-intervaller rommer")),
            Cell::number(language.pick("90% intervals hold", "90 %-intervaller rommer")),
            Cell::number(language.pick(
                "Probability of ranks as uneven",
                "Sannsynlighet for så ujevne rang",
            )),
            Cell::words(language.pick("Data sets by tenth", "Datasett etter tidel")),
        ],
        rows: rows
            .iter()
            .map(|row| {
                vec![
                    Cell::words(row.quantity.as_str()),
                    Cell::number(language.percent(row.coverage_50)),
                    Cell::number(language.percent(row.coverage_90)),
                    Cell::number(language.decimal(row.p_value, 3)),
                    Cell::words(row.tenths.as_str()),
                ]
            })
            .collect(),
    }
}

/// A histogram with its name.
struct Histogram {
    name: String,
    counts: Vec<f64>,
    uneven: bool,
}

fn histograms(rows: &[RankRow], language: Language) -> Vec<Histogram> {
    let mut parameters = of(rows, "parameter");
    let together = parameters
        .iter()
        .filter_map(|row| counts(row))
        .reduce(|sum, more| {
            sum.iter()
                .zip(&more)
                .map(|(one, other)| one + other)
                .collect()
        });
    // The mean over parameters stands on the same axis as each of them.
    let number = parameters.len().max(1) as f64;
    let together = together.map(|sum| Histogram {
        name: language
            .pick("mean over parameters", "snitt over parametre")
            .to_owned(),
        counts: sum.iter().map(|count| count / number).collect(),
        uneven: false,
    });
    parameters.sort_by(|one, other| other.learned.total_cmp(&one.learned));
    parameters.truncate(MOST_PARAMETERS);
    let own = parameters.into_iter().chain(of(rows, "statistic"));
    let own = own.filter_map(|row| {
        Some(Histogram {
            name: row.quantity.clone(),
            counts: counts(row)?,
            uneven: row.p_value < UNEVEN,
        })
    });
    together.into_iter().chain(own).collect()
}

/// Draws histograms of ranks; none where there are no ranks.
pub fn figure(rows: &[RankRow], language: Language) -> Option<Scene> {
    let data_sets = f64::from(rows.first()?.data_sets);
    let histograms = histograms(rows, language);
    let mut page = Page::new(
        language.pick("Where known truths lie among draws", "Hvor kjente sannheter ligger blant trekningene"),
        language.pick(
            "Data sets by the tenth of the posterior that held the truth. First the parameters that a data set tells most of, then the statistics of the targets.",
            "Datasett etter tidelen av posterioren som rommet sannheten. Først parameterne et datasett forteller mest om, så tallene til målene.",
        ),
        language,
    );
    let mut key = vec![
        (Sign::Patch(INSIDE), language.pick("data sets", "datasett")),
        (
            Sign::Ribbon(EVEN),
            language.pick(
                "even, with 95% of chance",
                "jevnt, med 95 % av tilfeldigheten",
            ),
        ),
    ];
    if histograms.iter().any(|one| one.uneven) {
        key.push((
            Sign::Patch(OUTSIDE),
            language.pick(
                "uneven (probability below 1%)",
                "ujevnt (sannsynlighet under 1 %)",
            ),
        ));
    }
    page.key(&key);
    page.y += 4.0;
    let bins = histograms.first().map_or(1, |one| one.counts.len()) as f64;
    let expected = data_sets / bins;
    let chance = 1.96 * (expected * (1.0 - 1.0 / bins)).sqrt();
    let all = histograms.iter().flat_map(|one| one.counts.iter().copied());
    // A quantity that is the same in all data sets would make all others flat.
    let highest = all
        .fold(expected + chance, f64::max)
        .min(HIGHEST * (expected + chance));
    let width = (WIDTH - 2.0 * MARGIN - GAP * (COLUMNS - 1) as f64) / COLUMNS as f64;
    for row in histograms.chunks(COLUMNS) {
        let top = page.y;
        for (column, histogram) in row.iter().enumerate() {
            let left = MARGIN + column as f64 * (width + GAP);
            let place = ((left, left + width), (top + 18.0, top + 18.0 + HEIGHT));
            one(&mut page, histogram, place, (expected, chance), highest);
        }
        page.y = top + 18.0 + HEIGHT + 14.0;
    }
    Some(page.finish())
}

fn one(
    page: &mut Page,
    histogram: &Histogram,
    ((left, right), (top, bottom)): ((f64, f64), (f64, f64)),
    (expected, chance): (f64, f64),
    highest: f64,
) {
    let (size, weight, _) = style::LABEL;
    let name = labels::wrap_at_most(&histogram.name, 1, right - left, size, weight);
    page.scene
        .lines(&name, (left, top - 5.0), Anchor::Start, style::LABEL, 14.0);
    let up = Scale {
        values: (0.0, highest),
        places: (bottom, top),
    };
    let colour = if histogram.uneven { OUTSIDE } else { INSIDE };
    let step = (right - left) / histogram.counts.len() as f64;
    for (bin, count) in histogram.counts.iter().enumerate() {
        let start = left + bin as f64 * step;
        page.scene.rectangle(
            (start, up.at_inside(*count)),
            (start + step - 1.5, bottom),
            colour,
        );
    }
    let (low, high) = (
        up.at_inside(expected - chance),
        up.at_inside(expected + chance),
    );
    page.scene.area(
        vec![(left, low), (right, low), (right, high), (left, high)],
        EVEN,
        0.35,
    );
    page.scene
        .segment((left, bottom), (right, bottom), style::AXIS, 0.8);
}
