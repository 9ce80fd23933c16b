//! What knowing each group of parameters would be worth, as bars.

use homeground_figures::chart::Write;
use homeground_figures::charts::row_chart::{RowAxis, RowChart, RowLayout, RowMark, RowPanel};
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::style::{self, Colour, INK, WHITE};
use homeground_report::answer_page::Figure;

use crate::uncertainty::amounts::scale;
use crate::uncertainty::answers::group;
use crate::uncertainty::results::{UncertaintyResults, amount};

/// Fill of values that are above chance.
const ABOVE_CHANCE: Colour = Colour(0, 114, 178);

/// The figure: the total, then the groups. None where nothing would be worth knowing.
pub fn figure(results: &UncertaintyResults<'_>) -> Option<Figure> {
    let (factor, unit) = scale(results);
    let groups = results.information_of("group");
    let rows: Vec<_> = std::iter::once(results.total()?).chain(groups).collect();
    let (faint, by_chance) = (ABOVE_CHANCE.mix(WHITE, 0.72), style::EXITS[2]);
    let mut highest = 0.0;
    let mut marks = Vec::new();
    for row in &rows {
        let value = amount(row.value, row.mc_se).times(factor);
        highest = f64::max(highest, value.upper());
        let bar = RowMark::Bar {
            ends: (0.0, value.value),
            colour: if row.above_chance { ABOVE_CHANCE } else { faint },
            half: 7.0,
        };
        let interval = value.interval.map(|ends| RowMark::line(ends, INK, 2.0));
        let chance =
            row.by_chance.map(|chance| RowMark::tick(chance * factor, by_chance, (9.0, 2.0)));
        marks.push(std::iter::once(bar).chain(interval).chain(chance).collect());
    }
    if highest <= 0.0 {
        return None;
    }
    let chart = RowChart {
        title: message!("uncertainty-heading-information"),
        subtitle: message!("uncertainty-information-subtitle", unit),
        rows: rows.iter().map(|row| group(&row.key)).collect(),
        rules: vec![0],
        panels: vec![RowPanel {
            marks,
            axis: RowAxis::Range((0.0, highest), 5, Write::default()),
            ..RowPanel::default()
        }],
        key: vec![
            (Sign::Patch(ABOVE_CHANCE), message!("uncertainty-key-above-chance")),
            (Sign::Patch(faint), message!("uncertainty-key-not-above-chance")),
            (Sign::Line(INK), message!("uncertainty-key-interval")),
            (Sign::Tick(by_chance), message!("uncertainty-key-by-chance")),
        ],
        layout: RowLayout {
            names: (0.0, 230.0),
            name_lines: 1,
            before: 14.0,
            panel: 600.0,
            row: 25.0,
            ..RowLayout::default()
        },
        ..RowChart::default()
    };
    Figure::of(
        "uncertainty_information",
        chart.boxed(),
        message!("uncertainty-information-reading"),
    )
}
