//! What knowing each group of parameters would be worth, as bars.

use homeground_figures::chart::Chart;
use homeground_figures::estimate::Estimate;
use homeground_figures::frame::{self, MARGIN, Page, Sign};
use homeground_figures::number::decimal;
use homeground_figures::scene::{Anchor, Scene, WIDTH};
use homeground_figures::style::{self, Colour, INK, WHITE};
use homeground_figures::text::{Teller, Text};
use homeground_figures::{fonts, labels, message};
use homeground_report::answer_page::Figure;

use crate::uncertainty::amounts::scale;
use crate::uncertainty::answers::group;
use crate::uncertainty::results::{UncertaintyResults, amount};

/// Height of a row.
const ROW: f64 = 25.0;
/// The total stands a little apart from the groups.
const APART: f64 = 6.0;
/// Room for names at most.
const MOST_NAME_WIDTH: f64 = 230.0;
/// Fill of values that are above chance.
const ABOVE_CHANCE: Colour = Colour(0, 114, 178);

/// The total, then the groups.
#[derive(Debug)]
struct InformationBars {
    subtitle: Text,
    bars: Vec<Bar>,
}

#[derive(Debug)]
struct Bar {
    name: Text,
    value: Estimate,
    /// What inputs that decide nothing exceed in one case of twenty.
    by_chance: Option<f64>,
    above_chance: bool,
}

impl InformationBars {
    fn highest(&self) -> f64 {
        let ends = self.bars.iter().map(|bar| bar.value.upper());
        ends.fold(0.0, f64::max)
    }
}

/// The figure; none where nothing would be worth knowing.
pub fn figure(results: &UncertaintyResults<'_>) -> Option<Figure> {
    let (factor, unit) = scale(results);
    let bars = std::iter::once(results.total()?)
        .chain(results.information_of("group"))
        .map(|row| Bar {
            name: group(&row.key),
            value: amount(row.value, row.mc_se).times(factor),
            by_chance: row.by_chance.map(|chance| chance * factor),
            above_chance: row.above_chance,
        })
        .collect();
    let chart = InformationBars {
        subtitle: message!("uncertainty-information-subtitle", unit),
        bars,
    };
    (chart.highest() > 0.0).then(|| Figure {
        name: "uncertainty_information".to_owned(),
        chart: Box::new(chart),
        takeaway: Text::default(),
        reading: message!("uncertainty-information-reading"),
    })
}

impl Chart for InformationBars {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let title = message!("uncertainty-heading-information");
        let mut page = Page::new(&title, &self.subtitle, teller);
        let (faint, mark) = (ABOVE_CHANCE.mix(WHITE, 0.72), style::EXITS[2]);
        page.key(&[
            (
                Sign::Patch(ABOVE_CHANCE),
                message!("uncertainty-key-above-chance"),
            ),
            (
                Sign::Patch(faint),
                message!("uncertainty-key-not-above-chance"),
            ),
            (Sign::Line(INK), message!("uncertainty-key-interval")),
            (Sign::Tick(mark), message!("uncertainty-key-by-chance")),
        ]);
        page.y += 2.0;
        let (size, weight, _) = style::LABEL;
        let names: Vec<String> = self.bars.iter().map(|bar| teller.tell(&bar.name)).collect();
        let widest = names
            .iter()
            .map(|name| fonts::width(name, size, weight) + 2.0)
            .fold(0.0, f64::max)
            .min(MOST_NAME_WIDTH);
        let (top, left) = (page.y, MARGIN + widest + 14.0);
        let write = |value: f64, decimals: usize| teller.tell(&decimal(value, decimals).into());
        let values = (0.0, self.highest());
        let (scale, labelled) = frame::fitted_axis(values, (left, WIDTH - MARGIN), 5, write);
        let row_top = |index: usize| top + ROW * index as f64 + if index > 0 { APART } else { 0.0 };
        for index in (0..self.bars.len()).step_by(2) {
            let (y, right) = (row_top(index), WIDTH - MARGIN + 4.0);
            page.scene
                .rectangle((MARGIN - 4.0, y), (right, y + ROW), style::STRIPE);
        }
        let bottom = top + ROW * self.bars.len() as f64 + APART;
        frame::upright_grid(&mut page, &scale, &labelled, (top, bottom));
        for (index, (bar, name)) in self.bars.iter().zip(&names).enumerate() {
            let middle = top + ROW * (index as f64 + 0.5) + if index > 0 { APART } else { 0.0 };
            let lines = labels::wrap_at_most(name, 1, widest, size, weight);
            let at = (MARGIN, middle + 4.2);
            page.scene
                .lines(&lines, at, Anchor::Start, style::LABEL, 14.0);
            page.scene.rectangle(
                (scale.at(0.0), middle - 7.0),
                (scale.at(bar.value.value), middle + 7.0),
                if bar.above_chance {
                    ABOVE_CHANCE
                } else {
                    faint
                },
            );
            frame::whisker(&mut page, &scale, bar.value.interval, middle, INK);
            if let Some(chance) = bar.by_chance {
                let x = scale.at_inside(chance);
                page.scene
                    .segment((x, middle - 9.0), (x, middle + 9.0), mark, 2.0);
            }
        }
        page.y = bottom + 24.0;
        page.finish()
    }
}
