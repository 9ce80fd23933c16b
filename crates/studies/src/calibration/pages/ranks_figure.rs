//! The figure of ranks: small histograms of where known truths lie among draws.

use homeground_figures::axis::Scale;
use homeground_figures::chart::Chart;
use homeground_figures::frame::{MARGIN, Page, Sign};
use homeground_figures::scene::{Anchor, Scene, WIDTH};
use homeground_figures::style;
use homeground_figures::text::{Teller, Text};
use homeground_figures::{labels, message};

use crate::calibration::pages::figure_parts::{BAND, INSIDE, OUTSIDE};
use crate::calibration::tables::rows::RankRow;

/// A histogram is uneven when chance makes one like it less often than this.
pub(super) const UNEVEN: f64 = 0.01;

/// Are the ranks of a row uneven beyond chance?
pub fn is_uneven(row: &RankRow) -> bool {
    row.p_value < UNEVEN
}

/// Rows of a kind: `parameter` or `statistic`.
pub fn of_kind<'rows>(rows: &'rows [RankRow], kind: &str) -> Vec<&'rows RankRow> {
    rows.iter().filter(|row| row.kind == kind).collect()
}

/// Parameters that have a histogram of their own: those that a data set tells most of.
const MOST_PARAMETERS: usize = 19;
const COLUMNS: usize = 4;
const HEIGHT: f64 = 46.0;
const GAP: f64 = 16.0;
/// Space for the name above a histogram, and below it.
const ABOVE: f64 = 18.0;
const BELOW: f64 = 14.0;
/// Bars are cut off beyond so many times the upper end of chance.
const HIGHEST: f64 = 2.0;

#[derive(Debug)]
struct RanksFigure {
    data_sets: u32,
    histograms: Vec<Histogram>,
}

/// A histogram with its name.
#[derive(Debug)]
struct Histogram {
    name: Text,
    counts: Vec<f64>,
    is_uneven: bool,
}

/// What even histograms would be, and how high bars may be.
struct Even {
    expected: f64,
    /// Half of the middle 95 % of chance.
    chance: f64,
    highest: f64,
}

/// Histograms of ranks; none where there are no ranks.
pub fn chart(rows: &[RankRow]) -> Option<Box<dyn Chart>> {
    Some(Box::new(RanksFigure { data_sets: rows.first()?.data_sets, histograms: histograms(rows) }))
}

/// Counts of a row by tenth; none where the cell is no list of numbers.
fn counts(row: &RankRow) -> Option<Vec<f64>> {
    let counts: Result<Vec<f64>, _> = row.tenths.split_whitespace().map(str::parse).collect();
    counts.ok().filter(|counts| !counts.is_empty())
}

fn histograms(rows: &[RankRow]) -> Vec<Histogram> {
    let mut parameters = of_kind(rows, "parameter");
    let together = parameters
        .iter()
        .filter_map(|row| counts(row))
        .reduce(|sum, more| sum.iter().zip(&more).map(|(one, other)| one + other).collect());
    // The mean over parameters stands on the same axis as each of them.
    let number = parameters.len().max(1) as f64;
    let together = together.map(|sum| Histogram {
        name: message!("validation-ranks-mean"),
        counts: sum.iter().map(|count| count / number).collect(),
        is_uneven: false,
    });
    parameters.sort_by(|one, other| other.learned.total_cmp(&one.learned));
    parameters.truncate(MOST_PARAMETERS);
    let own = parameters.into_iter().chain(of_kind(rows, "statistic"));
    let own = own.filter_map(|row| {
        Some(Histogram {
            name: (&row.quantity).into(),
            counts: counts(row)?,
            is_uneven: is_uneven(row),
        })
    });
    together.into_iter().chain(own).collect()
}

impl Chart for RanksFigure {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let mut page = Page::new(
            &message!("validation-ranks-title"),
            &message!("validation-ranks-subtitle"),
            teller,
        );
        let mut key = vec![
            (Sign::Patch(INSIDE), message!("validation-key-data-sets")),
            (Sign::Ribbon(BAND), message!("validation-key-even")),
        ];
        if self.histograms.iter().any(|one| one.is_uneven) {
            key.push((Sign::Patch(OUTSIDE), message!("validation-key-uneven")));
        }
        page.key(&key);
        page.y += 4.0;
        let even = self.even();
        let width = (WIDTH - 2.0 * MARGIN - GAP * (COLUMNS - 1) as f64) / COLUMNS as f64;
        for row in self.histograms.chunks(COLUMNS) {
            let top = page.y + ABOVE;
            for (column, histogram) in row.iter().enumerate() {
                let left = MARGIN + column as f64 * (width + GAP);
                histogram.draw(&mut page, (left, left + width), (top, top + HEIGHT), &even);
            }
            page.y = top + HEIGHT + BELOW;
        }
        page.finish()
    }
}

impl RanksFigure {
    fn even(&self) -> Even {
        let bins = self.histograms.first().map_or(1, |one| one.counts.len()) as f64;
        let expected = f64::from(self.data_sets) / bins;
        let chance = 1.96 * (expected * (1.0 - 1.0 / bins)).sqrt();
        let all = self.histograms.iter().flat_map(|one| one.counts.iter());
        // A quantity that is the same in all data sets would make all others flat.
        let highest =
            all.copied().fold(expected + chance, f64::max).min(HIGHEST * (expected + chance));
        Even { expected, chance, highest }
    }
}

impl Histogram {
    fn draw(
        &self,
        page: &mut Page<'_>,
        (left, right): (f64, f64),
        (top, bottom): (f64, f64),
        even: &Even,
    ) {
        let (size, weight, _) = style::LABEL;
        let name = page.tell(&self.name);
        let name = labels::wrap_at_most(&name, 1, right - left, size, weight);
        page.scene.lines(&name, (left, top - 5.0), Anchor::Start, style::LABEL, 14.0);
        let up = Scale { values: (0.0, even.highest), places: (bottom, top) };
        let colour = if self.is_uneven { OUTSIDE } else { INSIDE };
        let step = (right - left) / self.counts.len() as f64;
        for (bin, count) in self.counts.iter().enumerate() {
            let start = left + bin as f64 * step;
            page.scene.rectangle(
                (start, up.at_inside(*count)),
                (start + step - 1.5, bottom),
                colour,
            );
        }
        let low = up.at_inside(even.expected - even.chance);
        let high = up.at_inside(even.expected + even.chance);
        page.scene.area(vec![(left, low), (right, low), (right, high), (left, high)], BAND, 0.35);
        page.scene.segment((left, bottom), (right, bottom), style::AXIS, 0.8);
    }
}
