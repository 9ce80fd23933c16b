//! Small multiples over weeks, in groups with a heading: stacked areas, or a line with its
//! band.

use crate::axis::{self, Scale};
use crate::chart::{Chart, boxed};
use crate::frame::{self, MARGIN, Page, Sign};
use crate::labels;
use crate::scene::{Anchor, Dash, Point, Scene, WIDTH};
use crate::style::{self, Colour, WHITE};
use crate::text::{Teller, Text, percent_whole};

/// Values by week; weeks without one are left out.
pub type Weeks = Vec<(u32, f64)>;

/// A stacked layer.
#[derive(Clone, Debug)]
pub struct Layer {
    /// Its fill.
    pub colour: Colour,
    /// Colour of the share that stands in it.
    pub ink: Colour,
    /// How high it is in each week of the panel's first layer.
    pub heights: Weeks,
}

/// What a panel shows.
#[derive(Clone, Debug)]
pub enum PanelContent {
    /// Shares on top of each other, from the axis upwards.
    Layers(Vec<Layer>),
    /// A line and the band around it; both end where weeks are missing.
    Band {
        /// Their colour.
        colour: Colour,
        /// The line.
        middle: Weeks,
        /// Lower edge of the band.
        low: Weeks,
        /// Upper edge of the band.
        high: Weeks,
    },
    /// Words, where there is nothing to draw.
    Words(Text),
}

/// A panel over weeks.
#[derive(Clone, Debug)]
pub struct TimePanel {
    /// What stands above it in small letters; may be empty.
    pub name: Text,
    /// What it shows.
    pub content: PanelContent,
}

/// Panels beside each other under one heading.
#[derive(Clone, Debug)]
pub struct PanelGroup {
    /// The heading.
    pub heading: Text,
    /// Its panels; all groups have as many.
    pub panels: Vec<TimePanel>,
}

/// Panels over weeks, all from 0 to 1.
#[derive(Clone, Debug, Default)]
pub struct TimePanels {
    /// Heading of the figure.
    pub title: Text,
    /// What stands below it.
    pub subtitle: Text,
    /// Signs and their words.
    pub key: Vec<(Sign, Text)>,
    /// The groups.
    pub groups: Vec<PanelGroup>,
    /// Groups beside each other.
    pub columns: usize,
    /// Height of a panel.
    pub height: f64,
    /// Last week of the axis.
    pub horizon: u32,
    /// Values of the vertical axis with their words.
    pub ticks: Vec<(f64, Text)>,
    /// Name of the horizontal axis.
    pub across: Text,
    /// A small note below; may be empty.
    pub note: Text,
}

boxed!(TimePanels, |chart| chart.groups.is_empty());

/// Space between the panels of a group.
const GAP: f64 = 24.0;
/// A panel is no wider.
const MOST_WIDTH: f64 = 300.0;

impl Chart for TimePanels {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let mut page = Page::new(&self.title, &self.subtitle, teller);
        page.key(&self.key);
        let ticks: Vec<(f64, String)> =
            self.ticks.iter().map(|(value, word)| (*value, teller.tell(word))).collect();
        // In steps, so that panels are as wide in every language.
        let axis_width = ((frame::widest(&ticks) + 5.0) / 8.0).ceil() * 8.0;
        let columns = self.columns.max(1);
        let panels = self.groups.first().map_or(1, |group| group.panels.len()) as f64;
        // Groups of several panels have an axis each; else all in a row share one.
        let grouped = panels > 1.0;
        let (first, own_axis, between, lines, names) = match grouped {
            true => (MARGIN, axis_width, 22.0, 2, 16.0),
            false => (MARGIN + axis_width, 0.0, 30.0, 3, 0.0),
        };
        let space = WIDTH - MARGIN - first - between * (columns - 1) as f64;
        let width = (space / columns as f64 - own_axis - GAP * (panels - 1.0)) / panels;
        let width = width.min(MOST_WIDTH);
        let group_width = width * panels + GAP * (panels - 1.0);
        for row in self.groups.chunks(columns) {
            let (size, weight, _) = style::PANEL;
            let headings: Vec<Vec<String>> = row
                .iter()
                .map(|group| {
                    let heading = teller.tell(&group.heading);
                    labels::wrap_at_most(&heading, lines, group_width, size, weight)
                })
                .collect();
            let most = headings.iter().map(Vec::len).max().unwrap_or(1) as f64;
            let top = page.y + most * 15.0 + 10.0 + names;
            for (column, group) in row.iter().enumerate() {
                let left = first + own_axis + column as f64 * (own_axis + group_width + between);
                frame::panel_heading(&mut page, &headings[column], left, top - names);
                for (place, panel) in group.panels.iter().enumerate() {
                    let corner = (left + place as f64 * (width + GAP), top);
                    let at = (corner.0, top - 5.0);
                    page.scene.text(teller.tell(&panel.name), at, Anchor::Start, style::SMALL);
                    let with_words = place == 0 && (grouped || column == 0);
                    let words = with_words.then_some(ticks.as_slice());
                    self.panel(&mut page, panel, corner, width, words);
                }
            }
            page.y = top + self.height + 20.0;
        }
        let at = (WIDTH / 2.0, page.y + 12.0);
        page.scene.text(teller.tell(&self.across), at, Anchor::Middle, style::SMALL);
        page.y += 20.0;
        if !self.note.is_empty() {
            page.y += 4.0;
            page.note(&self.note);
        }
        page.finish()
    }
}

impl TimePanels {
    fn panel(
        &self,
        page: &mut Page<'_>,
        panel: &TimePanel,
        (left, top): Point,
        width: f64,
        words: Option<&[(f64, String)]>,
    ) {
        let (right, bottom) = (left + width, top + self.height);
        let time = Scale { values: (0.0, f64::from(self.horizon.max(1))), places: (left, right) };
        let up = Scale { values: (0.0, 1.0), places: (bottom, top) };
        let layered = matches!(panel.content, PanelContent::Layers(_));
        for (value, _) in self.ticks.iter().filter(|_| !layered) {
            let y = up.at(*value);
            let colour = if *value == 0.0 { style::AXIS } else { style::GRID };
            page.scene.segment((left, y), (right, y), colour, 0.9);
        }
        match &panel.content {
            PanelContent::Layers(layers) => draw_layers(page, layers, &time, &up),
            PanelContent::Band { colour, middle, low, high } => {
                let place =
                    |&(week, value): &(u32, f64)| (time.at(f64::from(week)), up.at_inside(value));
                for (low, high) in runs(low).iter().zip(runs(high)) {
                    let corners = high.iter().chain(low.iter().rev()).map(place).collect();
                    page.scene.area(corners, *colour, 0.25);
                }
                for run in runs(middle) {
                    let line = run.iter().map(place).collect();
                    page.scene.line(line, *colour, 1.9, Dash::Solid);
                }
            }
            PanelContent::Words(text) => {
                let at = (left + 6.0, up.at(0.25) + 4.2);
                page.scene.text(page.teller.tell(text), at, Anchor::Start, style::SMALL);
            }
        }
        if layered {
            page.scene.segment((left, bottom), (right, bottom), style::AXIS, 1.0);
        }
        self.week_ticks(page, &time, bottom);
        for (value, word) in words.unwrap_or_default() {
            let at = (left - 5.0, up.at(*value) + 4.2);
            page.scene.text(word.as_str(), at, Anchor::End, style::SMALL);
        }
    }

    fn week_ticks(&self, page: &mut Page<'_>, time: &Scale, bottom: f64) {
        let most = match time.places.1 - time.places.0 > 130.0 {
            true => 4,
            false => 2,
        };
        for week in axis::week_ticks(self.horizon, most) {
            let x = time.at(f64::from(week));
            page.scene.segment((x, bottom), (x, bottom + 3.5), style::AXIS, 0.9);
            let at = (x, bottom + 15.5);
            page.scene.text(week.to_string(), at, Anchor::Middle, style::SMALL);
        }
    }
}

fn draw_layers(page: &mut Page<'_>, layers: &[Layer], time: &Scale, up: &Scale) {
    let weeks = layers.first().map_or(&[][..], |layer| &layer.heights);
    let mut below: Weeks = weeks.iter().map(|(week, _)| (*week, 0.0)).collect();
    let mut shares = Vec::new();
    let place = |&(week, value): &(u32, f64)| (time.at(f64::from(week)), up.at(value));
    for layer in layers {
        let above: Weeks = below
            .iter()
            .map(|&(week, base)| {
                let found = layer.heights.binary_search_by_key(&week, |point| point.0);
                let height = found.map_or(0.0, |index| layer.heights[index].1);
                (week, (base + height.max(0.0)).min(1.0))
            })
            .collect();
        if above.iter().zip(&below).any(|(up, down)| up.1 > down.1) {
            let corners = above.iter().chain(below.iter().rev()).map(place).collect();
            page.scene.area(corners, layer.colour, 1.0);
            // A white line between layers keeps them apart on a grey printer.
            let line = above.iter().map(place).collect();
            page.scene.line(line, WHITE, 0.8, Dash::Solid);
        }
        if let (Some(high), Some(low)) = (above.last(), below.last()) {
            shares.push((layer.ink, low.1, high.1));
        }
        below = above;
    }
    for (ink, low, high) in shares {
        if up.at(low) - up.at(high) >= 17.0 {
            let at = (time.places.1 - 5.0, up.at((low + high) / 2.0) + 4.2);
            let share = page.tell(&percent_whole(high - low).into());
            page.scene.text(share, at, Anchor::End, (12.0, style::PANEL.1, ink));
        }
    }
}

/// Cuts a curve where weeks are missing.
fn runs(points: &[(u32, f64)]) -> Vec<&[(u32, f64)]> {
    points.chunk_by(|left, right| right.0 == left.0 + 1).collect()
}
