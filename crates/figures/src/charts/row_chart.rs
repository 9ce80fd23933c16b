//! Rows with dots and intervals, one panel or several beside each other.

use crate::chart::{Chart, Write, boxed, debug_by, told, write_decimal};
use crate::estimate::Estimate;
use crate::fonts;
use crate::frame::{self, MARGIN, Page, Sign};
use crate::labels;
use crate::scene::{Anchor, Scene, WIDTH};
use crate::style::{self, ArmStyle};
use crate::text::{Teller, Text};

const GAP: f64 = 16.0;
const NAME_LINE: f64 = 14.0;
/// Room for the names of rows at most.
const MOST_NAME_WIDTH: f64 = 210.0;

/// A dot with its interval.
#[derive(Clone, Copy, Debug)]
pub struct Dot {
    /// The value.
    pub estimate: Estimate,
    /// How it looks.
    pub style: ArmStyle,
    /// Hollow dots cannot be told apart from zero.
    pub filled: bool,
}

impl Dot {
    /// A difference: hollow where its interval holds 0.
    pub fn difference(estimate: Estimate, style: ArmStyle) -> Dot {
        let filled = estimate
            .interval
            .is_none_or(|(lower, upper)| lower > 0.0 || upper < 0.0);
        Dot {
            estimate,
            style,
            filled,
        }
    }
}

/// A panel: for each row, its dots.
#[derive(Clone, Debug)]
pub struct RowPanel {
    /// What stands above it.
    pub heading: Text,
    /// Dots by row.
    pub dots: Vec<Vec<Dot>>,
}

/// A chart of rows.
pub struct RowChart {
    /// Heading of the figure.
    pub title: Text,
    /// What stands below it.
    pub subtitle: Text,
    /// Names of the rows.
    pub rows: Vec<Text>,
    /// Rows after which there is a line, by number.
    pub rules: Vec<usize>,
    /// The panels.
    pub panels: Vec<RowPanel>,
    /// Do panels share their scale?
    pub shared: bool,
    /// Writes a value of an axis with so many decimals.
    pub write: Write,
    /// Signs and their words.
    pub key: Vec<(Sign, Text)>,
    /// Must the axis show 0?
    pub from_zero: bool,
    /// A small note below; may be empty.
    pub note: Text,
}

debug_by!(RowChart, title);

impl Default for RowChart {
    /// Empty, with plain numbers at its axes.
    fn default() -> RowChart {
        RowChart {
            title: Text::default(),
            subtitle: Text::default(),
            rows: Vec::new(),
            rules: Vec::new(),
            panels: Vec::new(),
            shared: false,
            write: write_decimal(),
            key: Vec::new(),
            from_zero: false,
            note: Text::default(),
        }
    }
}

boxed!(RowChart, |chart| chart.rows.is_empty()
    || chart
        .panels
        .iter()
        .all(|panel| panel.dots.iter().all(Vec::is_empty)));

impl Chart for RowChart {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let mut page = Page::new(&self.title, &self.subtitle, teller);
        page.key(&self.key);
        let (size, weight, _) = style::LABEL;
        let names: Vec<String> = self.rows.iter().map(|name| teller.tell(name)).collect();
        let name_width = names
            .iter()
            .map(|name| fonts::width(name, size, weight) + 2.0)
            .fold(40.0, f64::max)
            .min(MOST_NAME_WIDTH);
        let count = self.panels.len() as f64;
        let first = MARGIN + name_width + 16.0;
        let width = ((WIDTH - MARGIN - first - GAP * (count - 1.0)) / count).min(380.0);
        let headings: Vec<String> = self
            .panels
            .iter()
            .map(|panel| teller.tell(&panel.heading))
            .collect();
        let (headings, height) = frame::panel_lines(&headings, width);
        page.y += height;
        let top = page.y;
        let middles = self.names(&mut page, &names, name_width);
        let bottom = page.y;
        for (index, panel) in self.panels.iter().enumerate() {
            let left = first + index as f64 * (width + GAP);
            frame::panel_heading(&mut page, &headings[index], left, top);
            let range = if self.shared {
                self.range(&self.panels)
            } else {
                self.range(std::slice::from_ref(panel))
            };
            let (scale, labelled) =
                frame::fitted_axis(range, (left, left + width), 4, told(&self.write, teller));
            frame::upright_grid(&mut page, &scale, &labelled, (top, bottom));
            for (dots, middle) in panel.dots.iter().zip(&middles) {
                let step = if dots.len() > 1 {
                    (16.0 / (dots.len() - 1) as f64).min(6.0)
                } else {
                    0.0
                };
                for (place, dot) in dots.iter().enumerate() {
                    let y = middle + (place as f64 - (dots.len() - 1) as f64 / 2.0) * step;
                    frame::whisker(
                        &mut page,
                        &scale,
                        dot.estimate.interval,
                        y,
                        dot.style.colour,
                    );
                    let at = (scale.at_inside(dot.estimate.value), y);
                    page.scene
                        .dot(at, dot.style.shape, 3.2, dot.style.colour, dot.filled);
                }
            }
        }
        page.y = bottom + 24.0;
        if !self.note.is_empty() {
            page.note(&self.note);
        }
        page.finish()
    }
}

impl RowChart {
    /// Stripes and names; returns the middle of each row.
    fn names(&self, page: &mut Page<'_>, names: &[String], width: f64) -> Vec<f64> {
        let (size, weight, _) = style::LABEL;
        let most = self
            .panels
            .iter()
            .flat_map(|panel| &panel.dots)
            .map(Vec::len)
            .max()
            .unwrap_or(1);
        let least = 19.0 + 4.0 * most.saturating_sub(1).min(4) as f64;
        let mut middles = Vec::new();
        for (index, name) in names.iter().enumerate() {
            let lines = labels::wrap_at_most(name, 3, width, size, weight);
            let height = least.max(lines.len() as f64 * NAME_LINE + 6.0);
            let (top, bottom) = (page.y, page.y + height);
            if index % 2 == 0 {
                page.scene.rectangle(
                    (MARGIN - 4.0, top),
                    (WIDTH - MARGIN + 4.0, bottom),
                    style::STRIPE,
                );
            }
            if self.rules.contains(&index) {
                page.scene.segment(
                    (MARGIN - 4.0, bottom),
                    (WIDTH - MARGIN + 4.0, bottom),
                    style::AXIS,
                    0.8,
                );
            }
            let middle = (top + bottom) / 2.0;
            let baseline = middle + 4.2 - (lines.len() - 1) as f64 * NAME_LINE / 2.0;
            page.scene.lines(
                &lines,
                (MARGIN, baseline),
                Anchor::Start,
                style::LABEL,
                NAME_LINE,
            );
            middles.push(middle);
            page.y = bottom;
        }
        middles
    }

    fn range(&self, panels: &[RowPanel]) -> (f64, f64) {
        let all = || panels.iter().flat_map(|panel| panel.dots.iter().flatten());
        let start = if self.from_zero { 0.0 } else { f64::INFINITY };
        let low = all().map(|dot| dot.estimate.lower()).fold(start, f64::min);
        let high = all().map(|dot| dot.estimate.upper()).fold(-start, f64::max);
        if low < high { (low, high) } else { (-1.0, 1.0) }
    }
}
