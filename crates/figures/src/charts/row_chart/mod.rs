//! Rows with their names, one panel or several beside each other: dots with intervals,
//! bars, strokes and words along an axis, and columns of numbers at the right.

mod parts;

use crate::axis::Scale;
use crate::chart::{Chart, Write, boxed};
use crate::fonts;
use crate::frame::{self, MARGIN, Page, Sign};
use crate::labels;
use crate::scene::{Anchor, Scene, WIDTH};
use crate::style;
use crate::text::{Teller, Text};

pub use parts::{Dot, RowAxis, RowColumn, RowLayout, RowMark, RowPanel};

const NAME_LINE: f64 = 14.0;

/// A chart of rows.
#[derive(Clone, Debug, Default)]
pub struct RowChart {
    /// Heading of the figure.
    pub title: Text,
    /// What stands below it.
    pub subtitle: Text,
    /// Names of the rows.
    pub rows: Vec<Text>,
    /// Numbers that tell rows apart whose shortened names are alike; may be empty.
    pub numbers: Vec<usize>,
    /// Letters in bold between names and panels, by row; may be empty.
    pub letters: Vec<Text>,
    /// Rows after which there is a line, by number.
    pub rules: Vec<usize>,
    /// Headings of groups of rows, each above the row of this number.
    pub groups: Vec<(usize, Text)>,
    /// The panels.
    pub panels: Vec<RowPanel>,
    /// Do panels share their scale?
    pub shared: bool,
    /// Do the dots of a row lie on one line, not below each other?
    pub in_line: bool,
    /// Writes a value of an axis with so many decimals.
    pub write: Write,
    /// Signs and their words.
    pub key: Vec<(Sign, Text)>,
    /// More of them, on a line of their own.
    pub second_key: Vec<(Sign, Text)>,
    /// Must the axis show 0?
    pub from_zero: bool,
    /// Where the axis begins, whatever ends of intervals lie below.
    pub start: Option<f64>,
    /// The range of an axis on which all values are the same; without one, around 0.
    pub flat: Option<(f64, f64)>,
    /// What stands in a row of a panel without dots and marks; may be empty.
    pub missing: Text,
    /// Name of the axis below the panels; may be empty.
    pub across: Text,
    /// A small note below; may be empty.
    pub note: Text,
    /// Space for its parts.
    pub layout: RowLayout,
}

boxed!(RowChart, |chart| {
    chart.rows.is_empty()
        || chart.panels.iter().all(|panel| {
            panel.dots.iter().all(Vec::is_empty) && panel.marks.iter().all(Vec::is_empty)
        })
});

/// Upper and lower edge of what all rows cover.
type Edges = (f64, f64);

impl Chart for RowChart {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let mut page = Page::new(&self.title, &self.subtitle, teller);
        page.key(&self.key);
        page.key(&self.second_key);
        let layout = &self.layout;
        let names: Vec<String> = self.rows.iter().map(|name| teller.tell(name)).collect();
        let (size, weight, _) = style::LABEL;
        let name_width = names
            .iter()
            .map(|name| fonts::width(name, size, weight) + 2.0)
            .fold(layout.names.0, f64::max)
            .min(layout.names.1);
        let count = self.panels.len() as f64;
        let first = MARGIN + name_width + layout.before;
        let space = WIDTH - MARGIN - layout.after - first - layout.between * (count - 1.0);
        let width = (space / count).min(layout.panel);
        let headings: Vec<String> =
            self.panels.iter().map(|panel| teller.tell(&panel.heading)).collect();
        let (headings, height) = frame::panel_lines(&headings, width);
        page.y += if headings.iter().flatten().all(String::is_empty) {
            let named = |panel: &RowPanel| panel.columns.iter().any(|one| !one.heading.is_empty());
            if self.panels.iter().any(named) { 18.0 } else { 2.0 }
        } else {
            height
        };
        let top = page.y;
        let names = frame::name_lines(&names, &self.numbers, layout.name_lines, name_width);
        let middles = self.names(&mut page, &names);
        let edges = (top, page.y);
        for (letter, middle) in self.letters.iter().zip(&middles) {
            let at = (first - 14.0, middle + 4.2);
            page.scene.text(teller.tell(letter), at, Anchor::Middle, style::PANEL);
        }
        for (index, panel) in self.panels.iter().enumerate() {
            let left = first + index as f64 * (width + layout.between);
            frame::panel_heading(&mut page, &headings[index], left, top);
            self.panel(&mut page, panel, (left, left + width), edges, &middles);
        }
        let bare = |panel: &RowPanel| matches!(panel.axis, RowAxis::Bare);
        if self.across.is_empty() {
            page.y = edges.1 + if self.panels.iter().all(bare) { 4.0 } else { 24.0 };
        } else {
            page.y = edges.1 + 18.0;
            let columns = self.panels.last().map_or(0.0, columns_width);
            let right = first + count * (width + layout.between) - layout.between - columns;
            let below = page.y;
            page.y += frame::axis_name(&mut page, &self.across, (first, right), below) + 4.0;
        }
        page.note(&self.note);
        page.finish()
    }
}

fn columns_width(panel: &RowPanel) -> f64 {
    panel.columns.iter().map(|column| column.width).sum()
}

impl RowChart {
    /// Stripes and names; returns the middle of each row.
    fn names(&self, page: &mut Page<'_>, names: &[Vec<String>]) -> Vec<f64> {
        let dots = self.panels.iter().flat_map(|panel| &panel.dots);
        let most = match self.in_line {
            true => 1,
            false => dots.map(Vec::len).max().unwrap_or(1),
        };
        let least = match most {
            0..=1 => self.layout.row,
            _ => self.layout.row.max(19.0 + 4.0 * (most - 1).min(4) as f64),
        };
        let across = (MARGIN - 4.0, WIDTH - MARGIN + 4.0);
        let mut middles = Vec::new();
        for (index, lines) in names.iter().enumerate() {
            for (_, heading) in self.groups.iter().filter(|(row, _)| *row == index) {
                let at = (MARGIN, page.y + 20.0);
                page.scene.text(page.teller.tell(heading), at, Anchor::Start, style::PANEL);
                page.y += 28.0;
            }
            let height = match lines.len() {
                0..=1 => least,
                many => least.max(many as f64 * NAME_LINE + 6.0),
            };
            let (top, bottom) = (page.y, page.y + height);
            if index % 2 == 0 {
                page.scene.rectangle((across.0, top), (across.1, bottom), style::STRIPE);
            }
            if self.rules.contains(&index) {
                page.scene.segment((across.0, bottom), (across.1, bottom), style::AXIS, 0.8);
            }
            let middle = (top + bottom) / 2.0;
            let baseline = middle + 4.2 - (lines.len() - 1) as f64 * NAME_LINE / 2.0;
            page.scene.lines(lines, (MARGIN, baseline), Anchor::Start, style::LABEL, NAME_LINE);
            middles.push(middle);
            page.y = bottom;
        }
        middles
    }

    fn panel(
        &self,
        page: &mut Page<'_>,
        panel: &RowPanel,
        (left, right): (f64, f64),
        edges: Edges,
        middles: &[f64],
    ) {
        let right = right - columns_width(panel);
        if !panel.instead.is_empty() {
            let (size, weight, _) = style::SMALL;
            let lines = labels::wrap(&page.tell(&panel.instead), right - left - 8.0, size, weight);
            let at = (left + 4.0, edges.0 + 16.0);
            page.scene.lines(&lines, at, Anchor::Start, style::SMALL, 14.5);
            return;
        }
        let scale = self.axis(page, panel, (left, right), edges);
        for (row, middle) in middles.iter().enumerate() {
            let marks = panel.marks.get(row).map_or(&[][..], Vec::as_slice);
            let dots = panel.dots.get(row).map_or(&[][..], Vec::as_slice);
            for mark in marks {
                draw_mark(page, mark, &scale, *middle);
            }
            self.dots(page, dots, &scale, *middle);
            if marks.is_empty() && dots.is_empty() {
                let at = (left + 4.0, middle + 4.2);
                page.scene.text(page.teller.tell(&self.missing), at, Anchor::Start, style::SMALL);
            }
        }
        let mut start = right;
        for column in &panel.columns {
            draw_column(page, column, start, edges.0, middles);
            start += column.width;
        }
    }

    fn axis(
        &self,
        page: &mut Page<'_>,
        panel: &RowPanel,
        places: (f64, f64),
        (top, bottom): Edges,
    ) -> Scale {
        let teller = page.teller;
        let (scale, labelled) = match &panel.axis {
            RowAxis::Dots => {
                let write = self.write.told(teller);
                frame::fitted_axis(self.range(panel), places, self.layout.ticks, write)
            }
            RowAxis::Range(range, ticks, write) => {
                frame::fitted_axis(*range, places, *ticks, write.told(teller))
            }
            RowAxis::Ends(..) | RowAxis::Bare => {
                let values = (0.0, 1.0);
                (Scale { values, places }, Vec::new())
            }
        };
        if let Some(((from, to), colour)) = panel.band {
            let (from, to) = (scale.at(from), scale.at(to));
            let corners = vec![(from, top), (to, top), (to, bottom), (from, bottom)];
            page.scene.area(corners, colour, 0.22);
        }
        frame::upright_grid(page, &scale, &labelled, (top, bottom));
        if let RowAxis::Ends(start, end) = &panel.axis {
            let ends = [(places.0, Anchor::Start, start), (places.1, Anchor::End, end)];
            for (x, anchor, word) in ends {
                page.scene.segment((x, top), (x, bottom), style::AXIS, 1.0);
                page.scene.text(teller.tell(word), (x, bottom + 14.0), anchor, style::SMALL);
            }
        }
        scale
    }

    fn dots(&self, page: &mut Page<'_>, dots: &[Dot], scale: &Scale, middle: f64) {
        let step = match (self.in_line, dots.len()) {
            (true, _) | (_, 0 | 1) => 0.0,
            (false, count) => {
                let height = (self.layout.row - 16.0).max(16.0);
                (height / (count - 1) as f64).min(self.layout.step)
            }
        };
        for (place, dot) in dots.iter().enumerate() {
            let y = middle + (place as f64 - (dots.len() - 1) as f64 / 2.0) * step;
            let colour = dot.style.colour;
            frame::whisker(page, scale, dot.estimate.interval, y, colour);
            let at = (scale.at_inside(dot.estimate.value), y);
            page.scene.dot(at, dot.style.shape, self.layout.radius, colour, dot.filled);
        }
    }

    /// From the lowest to the highest end of a panel, and of those that share its scale.
    fn range(&self, panel: &RowPanel) -> (f64, f64) {
        let others = self.panels.iter().filter(|other| self.shared && other.scale == panel.scale);
        let all = || {
            std::iter::once(panel)
                .chain(others.clone())
                .flat_map(|panel| panel.dots.iter().flatten())
        };
        let zero = if self.from_zero { 0.0 } else { f64::INFINITY };
        let low = all().map(|dot| dot.estimate.lower()).fold(zero, f64::min);
        let high = all().map(|dot| dot.estimate.upper()).fold(-zero, f64::max);
        let low = self.start.unwrap_or(low);
        if low < high { (low, high) } else { self.flat.unwrap_or((-1.0, 1.0)) }
    }
}

fn draw_mark(page: &mut Page<'_>, mark: &RowMark, scale: &Scale, y: f64) {
    let places = |(from, to): (f64, f64)| {
        let (from, to) = (scale.at_inside(from), scale.at_inside(to));
        (from.min(to), from.max(to))
    };
    match mark {
        RowMark::Bar { ends, colour, half } => {
            let (from, to) = places(*ends);
            page.scene.rectangle((from, y - half), (to, y + half), *colour);
        }
        RowMark::Line { ends, colour, width } => {
            let (from, to) = places(*ends);
            page.scene.segment((from, y), (to, y), *colour, *width);
        }
        RowMark::Tick { at, colour, half, width } => {
            let x = scale.at_inside(*at);
            page.scene.segment((x, y - half), (x, y + half), *colour, *width);
        }
        RowMark::Words { at, offset, anchor, text, look } => {
            let place = (scale.at_inside(*at) + offset.0, y + 4.2 + offset.1);
            page.scene.text(page.teller.tell(text), place, *anchor, *look);
        }
        RowMark::Beside { at, text } => {
            let (size, weight, _) = style::SMALL;
            let (x, told) = (scale.at_inside(*at), page.tell(text));
            let fits = scale.places.1 - x - 6.0 >= fonts::width(&told, size, weight);
            let (x, anchor) = match fits {
                true => (x + 5.0, Anchor::Start),
                false => (x - 5.0, Anchor::End),
            };
            let look = (size, weight, style::INK);
            page.scene.text(told, (x, y + 4.0), anchor, look);
        }
    }
}

fn draw_column(page: &mut Page<'_>, column: &RowColumn, start: f64, top: f64, middles: &[f64]) {
    let x = match column.anchor {
        Anchor::End => start + column.width,
        _ => start + 6.0,
    };
    let teller = page.teller;
    let mut write = |text: &Text, y: f64, kind| {
        page.scene.text(teller.tell(text), (x, y), column.anchor, kind);
    };
    write(&column.heading, top - 8.0, style::PANEL);
    for ((value, small), middle) in column.cells.iter().zip(middles) {
        let (first, second) = match value.is_empty() || small.is_empty() {
            true => (4.2, 4.2),
            false => (-2.8, NAME_LINE - 2.8),
        };
        write(value, middle + first, style::LABEL);
        write(small, middle + second, style::SMALL);
    }
}
