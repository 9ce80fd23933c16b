//! Cells in rows and columns, coloured by value, one panel or several.

use crate::chart::{Chart, boxed};
use crate::fonts::{self, Weight};
use crate::frame::{self, MARGIN, Page, Sign};
use crate::labels;
use crate::scene::{Anchor, Scene, WIDTH};
use crate::style::{self, Colour, INK, WHITE};
use crate::text::{Teller, Text};

const GAP: f64 = 22.0;
const NAME_LINE: f64 = 13.5;
const MOST_NAME_WIDTH: f64 = 150.0;
/// Cells are no higher than this.
const MOST_HEIGHT: f64 = 30.0;

/// Fill of a difference below 0.
pub const LOWER: Colour = Colour(0, 114, 178);
/// Fill of a difference above 0.
pub const HIGHER: Colour = Colour(213, 94, 0);

/// A cell.
#[derive(Clone, Debug, Default)]
pub struct HeatCell {
    /// What stands in it.
    pub text: Text,
    /// Its fill; none leaves it out.
    pub fill: Option<Colour>,
}

/// A panel of cells by row and column.
#[derive(Clone, Debug)]
pub struct HeatPanel {
    /// What stands above it.
    pub heading: Text,
    /// Cells, row by row.
    pub cells: Vec<Vec<HeatCell>>,
}

/// A map of cells.
#[derive(Clone, Debug, Default)]
pub struct HeatMap {
    /// Heading of the figure.
    pub title: Text,
    /// What stands below it.
    pub subtitle: Text,
    /// Names of rows, from above.
    pub rows: Vec<Text>,
    /// Names of columns.
    pub columns: Vec<Text>,
    /// Name of the field that the rows are of; may be empty.
    pub rows_are: Text,
    /// Name of the field that the columns are of; may be empty.
    pub columns_are: Text,
    /// The panels.
    pub panels: Vec<HeatPanel>,
    /// Signs and their words.
    pub key: Vec<(Sign, Text)>,
    /// A small note below; may be empty.
    pub note: Text,
}

/// The fill of a difference: the stronger the colour, the larger it is beside `largest`;
/// white where it cannot be told apart from 0.
pub fn diverging(value: f64, clear: bool, largest: f64) -> Colour {
    if !clear || largest <= 0.0 {
        return WHITE;
    }
    let share = (value.abs() / largest).clamp(0.0, 1.0);
    let full = if value < 0.0 { LOWER } else { HIGHER };
    WHITE.mix(full, 0.12 + 0.78 * share)
}

/// The fill of a level between the lowest and the highest.
pub fn sequential(value: f64, (low, high): (f64, f64)) -> Colour {
    let share = if high > low { ((value - low) / (high - low)).clamp(0.0, 1.0) } else { 0.5 };
    WHITE.mix(Colour(8, 81, 140), 0.08 + 0.80 * share)
}

/// Ink on this fill.
fn ink_on(fill: Colour) -> Colour {
    let lightness =
        0.299 * f64::from(fill.0) + 0.587 * f64::from(fill.1) + 0.114 * f64::from(fill.2);
    if lightness < 140.0 { WHITE } else { INK }
}

boxed!(HeatMap, |chart| chart.panels.is_empty()
    || chart.rows.is_empty()
    || chart.columns.is_empty());

impl Chart for HeatMap {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let mut page = Page::new(&self.title, &self.subtitle, teller);
        page.key(&self.key);
        let (size, weight, _) = style::SMALL;
        let rows: Vec<String> = self.rows.iter().map(|name| teller.tell(name)).collect();
        let name_width = rows
            .iter()
            .map(|name| fonts::width(name, size, weight) + 2.0)
            .fold(
                fonts::width(&teller.tell(&self.rows_are), size, weight).min(MOST_NAME_WIDTH),
                f64::max,
            )
            .min(MOST_NAME_WIDTH);
        // As many panels beside each other as leave space for the words in the cells.
        let widest = self.widest_text(teller) + 8.0;
        let space = WIDTH - 2.0 * MARGIN - name_width - 8.0;
        let least = (widest * self.columns.len() as f64).max(120.0);
        let across = ((space + GAP) / (least + GAP))
            .floor()
            .clamp(1.0, self.panels.len().min(3) as f64) as usize;
        let width = (space - GAP * (across - 1) as f64) / across as f64;
        let cell = (width / self.columns.len() as f64).min(if across == 1 { 96.0 } else { width });
        for panels in self.panels.chunks(across) {
            self.panels_in_line(&mut page, panels, &rows, name_width, (width, cell));
        }
        if !self.note.is_empty() {
            page.y += 2.0;
            page.note(&self.note);
        }
        page.finish()
    }
}

impl HeatMap {
    fn widest_text(&self, teller: &dyn Teller) -> f64 {
        let cells = self.panels.iter().flat_map(|panel| panel.cells.iter().flatten());
        cells
            .map(|cell| fonts::width(&teller.tell(&cell.text), 11.0, Weight::Regular))
            .fold(14.0, f64::max)
    }

    fn panels_in_line(
        &self,
        page: &mut Page<'_>,
        panels: &[HeatPanel],
        row_names: &[String],
        name_width: f64,
        (width, cell): (f64, f64),
    ) {
        let (size, weight, _) = style::SMALL;
        let first = MARGIN + name_width + 8.0;
        let headings: Vec<String> = panels.iter().map(|panel| page.tell(&panel.heading)).collect();
        let (headings, height) = frame::panel_lines(&headings, width);
        if headings.iter().flatten().any(|line| !line.is_empty()) {
            page.y += height;
        }
        let above = page.y;
        let columns_are = page.tell(&self.columns_are);
        if !columns_are.is_empty() {
            for index in 0..panels.len() {
                let left = first + index as f64 * (width + GAP);
                let lines = labels::wrap_at_most(&columns_are, 1, width, size, weight);
                page.scene.lines(
                    &lines,
                    (left, page.y + 11.0),
                    Anchor::Start,
                    style::SMALL,
                    NAME_LINE,
                );
            }
            page.y += 16.0;
        }
        let names: Vec<Vec<String>> = self
            .columns
            .iter()
            .map(|name| labels::wrap_at_most(&page.tell(name), 3, cell - 4.0, size, weight))
            .collect();
        let most = names.iter().map(Vec::len).max().unwrap_or(1) as f64;
        let top = page.y + most * NAME_LINE + 5.0;
        let rows_are = page.tell(&self.rows_are);
        if !rows_are.is_empty() {
            let lines = labels::wrap_at_most(&rows_are, 2, name_width, size, weight);
            let baseline = top - 5.0 - (lines.len() - 1) as f64 * NAME_LINE;
            page.scene.lines(&lines, (MARGIN, baseline), Anchor::Start, style::SMALL, NAME_LINE);
        }
        let rows: Vec<Vec<String>> = row_names
            .iter()
            .map(|name| labels::wrap_at_most(name, 2, name_width, size, weight))
            .collect();
        let height = if rows.iter().any(|lines| lines.len() > 1) { MOST_HEIGHT } else { 22.0 };
        for (index, panel) in panels.iter().enumerate() {
            let left = first + index as f64 * (width + GAP);
            frame::panel_heading(page, &headings[index], left, above);
            for (column, lines) in names.iter().enumerate() {
                let middle = left + (column as f64 + 0.5) * cell;
                let baseline = top - 5.0 - (lines.len() - 1) as f64 * NAME_LINE;
                page.scene.lines(
                    lines,
                    (middle, baseline),
                    Anchor::Middle,
                    style::SMALL,
                    NAME_LINE,
                );
            }
            for (row, cells) in panel.cells.iter().enumerate() {
                for (column, one) in cells.iter().enumerate() {
                    let corner = (left + column as f64 * cell, top + row as f64 * height);
                    self.one_cell(page, one, corner, (cell, height));
                }
            }
        }
        for (row, lines) in rows.iter().enumerate() {
            let middle = top + (row as f64 + 0.5) * height;
            let baseline = middle + 4.0 - (lines.len() - 1) as f64 * NAME_LINE / 2.0;
            page.scene.lines(lines, (MARGIN, baseline), Anchor::Start, style::SMALL, NAME_LINE);
        }
        page.y = top + self.rows.len() as f64 * height + 14.0;
    }

    fn one_cell(
        &self,
        page: &mut Page<'_>,
        cell: &HeatCell,
        (x, y): (f64, f64),
        (width, height): (f64, f64),
    ) {
        let Some(fill) = cell.fill else {
            return;
        };
        page.scene.rectangle((x + 0.5, y + 0.5), (x + width - 0.5, y + height - 0.5), style::GRID);
        page.scene.rectangle((x + 1.2, y + 1.2), (x + width - 1.2, y + height - 1.2), fill);
        let kind = (11.0, Weight::Regular, ink_on(fill));
        page.scene.text(
            page.teller.tell(&cell.text),
            (x + width / 2.0, y + height / 2.0 + 3.8),
            Anchor::Middle,
            kind,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_told_apart_is_white_and_larger_differences_are_stronger() {
        assert_eq!(diverging(0.5, false, 1.0), WHITE);
        let (small, large) = (diverging(-0.2, true, 1.0), diverging(-1.0, true, 1.0));
        assert!(small.0 > large.0);
        assert_eq!(ink_on(large), WHITE);
        assert_eq!(ink_on(WHITE), INK);
    }
}
