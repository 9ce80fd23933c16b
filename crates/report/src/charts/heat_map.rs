//! Cells in rows and columns, coloured by value, one panel or several.

use crate::figures::page::{self, MARGIN, Page, Sign};
use crate::language::Language;
use homeground_figures::fonts::{self, Weight};
use homeground_figures::labels;
use homeground_figures::scene::{Anchor, Scene, WIDTH};
use homeground_figures::style::{self, Colour, INK, WHITE};

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
    pub text: String,
    /// Its fill; none leaves it out.
    pub fill: Option<Colour>,
}

/// A panel of cells by row and column.
#[derive(Clone, Debug)]
pub struct HeatPanel {
    /// What stands above it.
    pub heading: String,
    /// Cells, row by row.
    pub cells: Vec<Vec<HeatCell>>,
}

/// A map of cells.
pub struct HeatMap<'a> {
    /// Heading of the figure.
    pub title: &'a str,
    /// What stands below it.
    pub subtitle: &'a str,
    /// Names of rows, from above.
    pub rows: &'a [String],
    /// Names of columns.
    pub columns: &'a [String],
    /// Name of the field that the rows are of; may be empty.
    pub rows_are: &'a str,
    /// Name of the field that the columns are of; may be empty.
    pub columns_are: &'a str,
    /// The panels.
    pub panels: &'a [HeatPanel],
    /// Signs and their words.
    pub key: &'a [(Sign, String)],
    /// A small note below; may be empty.
    pub note: &'a str,
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
    let share = if high > low {
        ((value - low) / (high - low)).clamp(0.0, 1.0)
    } else {
        0.5
    };
    WHITE.mix(Colour(8, 81, 140), 0.08 + 0.80 * share)
}

/// Ink on this fill.
fn ink_on(fill: Colour) -> Colour {
    let lightness =
        0.299 * f64::from(fill.0) + 0.587 * f64::from(fill.1) + 0.114 * f64::from(fill.2);
    if lightness < 140.0 { WHITE } else { INK }
}

impl HeatMap<'_> {
    /// Draws it; none when there is nothing to draw.
    pub fn draw(&self, language: Language) -> Option<Scene> {
        if self.panels.is_empty() || self.rows.is_empty() || self.columns.is_empty() {
            return None;
        }
        let mut page = Page::new(self.title, self.subtitle, language);
        if !self.key.is_empty() {
            let entries: Vec<(Sign, &str)> = self
                .key
                .iter()
                .map(|(sign, word)| (*sign, word.as_str()))
                .collect();
            page.key(&entries);
        }
        let (size, weight, _) = style::SMALL;
        let name_width = self
            .rows
            .iter()
            .map(|name| fonts::width(name, size, weight) + 2.0)
            .fold(
                fonts::width(self.rows_are, size, weight).min(MOST_NAME_WIDTH),
                f64::max,
            )
            .min(MOST_NAME_WIDTH);
        // As many panels beside each other as leave room for the words in the cells.
        let widest = self.widest_text() + 8.0;
        let room = WIDTH - 2.0 * MARGIN - name_width - 8.0;
        let least = (widest * self.columns.len() as f64).max(120.0);
        let across = ((room + GAP) / (least + GAP))
            .floor()
            .clamp(1.0, self.panels.len().min(3) as f64) as usize;
        let width = (room - GAP * (across - 1) as f64) / across as f64;
        let cell = (width / self.columns.len() as f64).min(if across == 1 { 96.0 } else { width });
        for panels in self.panels.chunks(across) {
            self.one_row(&mut page, panels, name_width, (width, cell));
        }
        if !self.note.is_empty() {
            page.y += 2.0;
            page.note(self.note);
        }
        Some(page.finish())
    }

    fn widest_text(&self) -> f64 {
        let cells = self
            .panels
            .iter()
            .flat_map(|panel| panel.cells.iter().flatten());
        cells
            .map(|cell| fonts::width(&cell.text, 11.0, Weight::Regular))
            .fold(14.0, f64::max)
    }

    fn one_row(
        &self,
        page: &mut Page,
        panels: &[HeatPanel],
        name_width: f64,
        (width, cell): (f64, f64),
    ) {
        let (size, weight, _) = style::SMALL;
        let first = MARGIN + name_width + 8.0;
        let headings: Vec<&str> = panels.iter().map(|panel| panel.heading.as_str()).collect();
        let (headings, height) = page::panel_lines(&headings, width);
        if headings.iter().flatten().any(|line| !line.is_empty()) {
            page.y += height;
        }
        let above = page.y;
        if !self.columns_are.is_empty() {
            for index in 0..panels.len() {
                let left = first + index as f64 * (width + GAP);
                let lines = labels::wrap_at_most(self.columns_are, 1, width, size, weight);
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
            .map(|name| labels::wrap_at_most(name, 3, cell - 4.0, size, weight))
            .collect();
        let most = names.iter().map(Vec::len).max().unwrap_or(1) as f64;
        let top = page.y + most * NAME_LINE + 5.0;
        if !self.rows_are.is_empty() {
            let lines = labels::wrap_at_most(self.rows_are, 2, name_width, size, weight);
            let baseline = top - 5.0 - (lines.len() - 1) as f64 * NAME_LINE;
            page.scene.lines(
                &lines,
                (MARGIN, baseline),
                Anchor::Start,
                style::SMALL,
                NAME_LINE,
            );
        }
        let rows: Vec<Vec<String>> = self
            .rows
            .iter()
            .map(|name| labels::wrap_at_most(name, 2, name_width, size, weight))
            .collect();
        let height = if rows.iter().any(|lines| lines.len() > 1) {
            MOST_HEIGHT
        } else {
            22.0
        };
        for (index, panel) in panels.iter().enumerate() {
            let left = first + index as f64 * (width + GAP);
            page::panel_heading(page, &headings[index], left, above);
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
            page.scene.lines(
                lines,
                (MARGIN, baseline),
                Anchor::Start,
                style::SMALL,
                NAME_LINE,
            );
        }
        page.y = top + self.rows.len() as f64 * height + 14.0;
    }

    fn one_cell(
        &self,
        page: &mut Page,
        cell: &HeatCell,
        (x, y): (f64, f64),
        (width, height): (f64, f64),
    ) {
        let Some(fill) = cell.fill else {
            return;
        };
        page.scene.rectangle(
            (x + 0.5, y + 0.5),
            (x + width - 0.5, y + height - 0.5),
            style::GRID,
        );
        page.scene.rectangle(
            (x + 1.2, y + 1.2),
            (x + width - 1.2, y + height - 1.2),
            fill,
        );
        let kind = (11.0, Weight::Regular, ink_on(fill));
        page.scene.text(
            cell.text.as_str(),
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
