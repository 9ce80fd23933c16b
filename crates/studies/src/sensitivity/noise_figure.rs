//! How much of the variance seen is response and how much is noise, a bar a response.

use homeground_figures::axis::Scale;
use homeground_figures::chart::Chart;
use homeground_figures::frame::{MARGIN, Page, Sign};
use homeground_figures::number::percent;
use homeground_figures::scene::{Anchor, Scene, WIDTH};
use homeground_figures::style::{self, Colour, GREY_TEXT, INK};
use homeground_figures::text::{Teller, Text};
use homeground_figures::{fonts, labels, message};
use homeground_report::answer_page::Figure;

use crate::sensitivity::results::{ResponseResults, SensitivityResults};

/// Height of a row.
const ROW: f64 = 34.0;
const NAME_LINE: f64 = 14.5;
/// Room for names at most.
const MOST_NAME_WIDTH: f64 = 190.0;
/// Room for the share of noise to the right of the bars.
const SHARE: f64 = 118.0;
/// Fill of noise.
const NOISE: Colour = Colour(205, 211, 216);

#[derive(Debug)]
struct NoiseShares(Vec<Bar>);

#[derive(Debug)]
struct Bar {
    name: Text,
    colour: Colour,
    /// Share of noise.
    share: Option<f64>,
    /// Lower and upper end of its interval.
    interval: Option<(f64, f64)>,
    /// Why there is no share.
    undefined: Text,
}

/// The figure; none where no response varies.
pub fn figure(results: &SensitivityResults<'_>) -> Option<Figure> {
    let bar = |response: &ResponseResults| Bar {
        name: response.name.clone(),
        colour: response.colour,
        share: response.variance.noise_share,
        interval: response
            .variance
            .noise_share_lower
            .zip(response.variance.noise_share_upper),
        undefined: response.undefined(),
    };
    let bars: Vec<Bar> = results.responses.iter().map(bar).collect();
    bars.iter().any(|bar| bar.share.is_some()).then(|| Figure {
        name: "noise".to_owned(),
        chart: Box::new(NoiseShares(bars)),
        takeaway: Text::default(),
        reading: message!("sensitivity-noise-reading"),
    })
}

impl Chart for NoiseShares {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let title = message!("sensitivity-noise-title");
        let mut page = Page::new(&title, &message!("sensitivity-noise-subtitle"), teller);
        page.key(&[
            (Sign::Patch(INK), message!("sensitivity-noise-key-response")),
            (Sign::Patch(NOISE), message!("sensitivity-noise-key-noise")),
        ]);
        let (size, weight, _) = style::LABEL;
        let names: Vec<String> = self.0.iter().map(|bar| teller.tell(&bar.name)).collect();
        let widest = names
            .iter()
            .map(|name| fonts::width(name, size, weight))
            .fold(0.0, f64::max)
            .min(MOST_NAME_WIDTH);
        let (left, right) = (MARGIN + widest + 14.0, WIDTH - MARGIN - SHARE);
        let scale = Scale {
            values: (0.0, 1.0),
            places: (left, right),
        };
        let top = page.y + 2.0;
        for (index, (bar, name)) in self.0.iter().zip(&names).enumerate() {
            let middle = top + index as f64 * ROW + 16.0;
            let lines = labels::wrap_at_most(name, 2, widest, size, weight);
            let first = middle + 4.2 - (lines.len() - 1) as f64 * NAME_LINE / 2.0;
            page.scene.lines(
                &lines,
                (MARGIN, first),
                Anchor::Start,
                style::LABEL,
                NAME_LINE,
            );
            draw_bar(&mut page, bar, &scale, middle);
        }
        page.y = top + self.0.len() as f64 * ROW + 2.0;
        page.finish()
    }
}

fn draw_bar(page: &mut Page<'_>, bar: &Bar, scale: &Scale, middle: f64) {
    let (left, right) = scale.places;
    let baseline = middle + 4.2;
    let Some(share) = bar.share else {
        let reason = page.tell(&bar.undefined);
        page.scene
            .text(reason, (left, baseline), Anchor::Start, style::SMALL);
        return;
    };
    let border = scale.at(1.0 - share);
    for (from, to, colour) in [(left, border, bar.colour), (border, right, NOISE)] {
        page.scene
            .rectangle((from, middle - 9.0), (to, middle + 9.0), colour);
    }
    if let Some((lower, upper)) = bar.interval {
        let (from, to) = (scale.at_inside(1.0 - upper), scale.at_inside(1.0 - lower));
        for (colour, width) in [(style::WHITE, 4.0), (GREY_TEXT, 2.0)] {
            page.scene
                .segment((from, middle), (to, middle), colour, width);
        }
    }
    let label = page.tell(&message!("sensitivity-noise-label", share = percent(share)));
    let at = (right + 8.0, baseline);
    page.scene.text(label, at, Anchor::Start, style::LABEL);
}
