//! What all figures share: the heading, notes, named rows, axes and keys.

use std::fmt;

use crate::axis::{self, Scale};
use crate::fonts;
use crate::labels;
use crate::scene::{Anchor, Scene, Shape, WIDTH};
use crate::style::{self, Colour};
use crate::text::{Teller, Text};

/// Free space at the left and right edge.
pub const MARGIN: f64 = 14.0;

/// A figure in the making: a scene, and how far down it is filled.
pub struct Page<'teller> {
    /// The marks.
    pub scene: Scene,
    /// Where the next thing begins.
    pub y: f64,
    /// Tells its texts.
    pub teller: &'teller dyn Teller,
}

impl fmt::Debug for Page<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Page")
            .field("scene", &self.scene)
            .field("y", &self.y)
            .finish_non_exhaustive()
    }
}

impl<'teller> Page<'teller> {
    /// A page with its heading.
    pub fn new(title: &Text, subtitle: &Text, teller: &'teller dyn Teller) -> Page<'teller> {
        let (title, told_subtitle) = (teller.tell(title), teller.tell(subtitle));
        let mut page = Page { scene: Scene::new(&title, &told_subtitle), y: 12.0, teller };
        let (size, weight, _) = style::TITLE;
        let lines = labels::wrap(&title, WIDTH - 2.0 * MARGIN, size, weight);
        page.scene.lines(&lines, (MARGIN, page.y + 13.0), Anchor::Start, style::TITLE, 20.0);
        page.y += 20.0 * lines.len() as f64;
        page.note(subtitle);
        page.y += 6.0;
        page
    }

    /// The words of a text.
    pub fn tell(&self, text: &Text) -> String {
        self.teller.tell(text)
    }

    /// Small text across the page, one or several paragraphs; nothing for an empty text.
    pub fn note(&mut self, text: &Text) {
        let told = self.tell(text);
        if told.is_empty() {
            return;
        }
        let (size, weight, _) = style::SMALL;
        let lines: Vec<String> = told
            .lines()
            .flat_map(|paragraph| labels::wrap(paragraph, WIDTH - 2.0 * MARGIN, size, weight))
            .collect();
        self.scene.lines(&lines, (MARGIN, self.y + 12.0), Anchor::Start, style::SMALL, style::LINE);
        self.y += style::LINE * lines.len() as f64;
    }

    /// The finished figure.
    pub fn finish(mut self) -> Scene {
        self.scene.height = self.y + 10.0;
        self.scene
    }

    /// A key in one or more lines: a sign and a word each. Nothing without entries.
    pub fn key(&mut self, entries: &[(Sign, Text)]) {
        if entries.is_empty() {
            return;
        }
        let (size, weight, _) = style::LABEL;
        let (mut x, mut baseline) = (MARGIN, self.y + 12.0);
        for (sign, word) in entries {
            let word = self.tell(word);
            let width = 20.0 + fonts::width(&word, size, weight);
            if x > MARGIN && x + width > WIDTH - MARGIN {
                x = MARGIN;
                baseline += 18.0;
            }
            self.sign(*sign, (x, baseline - 4.2));
            self.scene.text(word, (x + 18.0, baseline), Anchor::Start, style::LABEL);
            x += width + 14.0;
        }
        self.y = baseline + 8.0;
    }

    fn sign(&mut self, sign: Sign, (x, y): (f64, f64)) {
        match sign {
            Sign::Patch(colour) => {
                self.scene.rectangle((x, y - 6.0), (x + 13.0, y + 6.0), style::AXIS);
                self.scene.rectangle((x + 0.7, y - 5.3), (x + 12.3, y + 5.3), colour);
            }
            Sign::Dot(colour, filled) => {
                self.scene.dot((x + 6.0, y), Shape::Circle, 4.0, colour, filled);
            }
            Sign::Line(colour) => self.scene.segment((x, y), (x + 13.0, y), colour, 2.2),
            Sign::Tick(colour) => {
                self.scene.segment((x + 6.0, y - 6.0), (x + 6.0, y + 6.0), colour, 2.2)
            }
            Sign::Ribbon(colour) => {
                self.scene.area(
                    vec![(x, y - 6.0), (x + 13.0, y - 6.0), (x + 13.0, y + 6.0), (x, y + 6.0)],
                    colour,
                    0.25,
                );
            }
        }
    }
}

/// What stands before a word in a key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sign {
    /// A filled area.
    Patch(Colour),
    /// A point, filled or hollow.
    Dot(Colour, bool),
    /// A line.
    Line(Colour),
    /// An upright stroke.
    Tick(Colour),
    /// A see-through band.
    Ribbon(Colour),
}

/// Names in lines no wider than `width`, at most `most` each. Names that become alike by
/// shortening are told apart by their numbers, one a name; without numbers they stay alike.
pub fn name_lines(
    names: &[String],
    numbers: &[usize],
    most: usize,
    width: f64,
) -> Vec<Vec<String>> {
    let (size, weight, _) = style::LABEL;
    let wrap = |name: &str| labels::wrap_at_most(name, most, width, size, weight);
    let plain: Vec<Vec<String>> = names.iter().map(|name| wrap(name)).collect();
    plain
        .iter()
        .enumerate()
        .map(|(index, lines)| {
            let twins = plain.iter().filter(|other| *other == lines).count();
            match numbers.get(index) {
                Some(number) if twins > 1 => wrap(&format!("{number}. {}", names[index])),
                _ => lines.clone(),
            }
        })
        .collect()
}

/// A scale with as many ticks as have space for their words.
pub fn fitted_axis(
    (low, high): (f64, f64),
    places: (f64, f64),
    most_ticks: usize,
    write: impl Fn(f64, usize) -> String,
) -> (Scale, Vec<(f64, String)>) {
    let (size, weight, _) = style::SMALL;
    let mut best = None;
    for count in (1..=most_ticks).rev() {
        let (values, decimals) = axis::ticks(low, high, count);
        let labelled: Vec<(f64, String)> =
            values.iter().map(|&value| (value, write(value, decimals))).collect();
        let half = |text: &str| fonts::width(text, size, weight) / 2.0;
        // The words of the outer ticks stay inside the panel.
        let scale = Scale {
            values: (values[0], values[values.len() - 1]),
            places: (
                places.0 + half(&labelled[0].1),
                places.1 - half(&labelled[labelled.len() - 1].1),
            ),
        };
        let fits = labelled.windows(2).all(|pair| {
            // Upright axes run from the bottom up, against the order of places.
            let apart = (scale.at(pair[1].0) - scale.at(pair[0].0)).abs();
            apart >= half(&pair[0].1) + half(&pair[1].1) + 6.0
        });
        best = Some((scale, labelled));
        if fits {
            break;
        }
    }
    best.unwrap_or((Scale { values: (low, high), places }, Vec::new()))
}

/// An upright scale from `bottom` to `top`, and its ticks with their words.
pub fn upright_axis(
    (low, high): (f64, f64),
    (bottom, top): (f64, f64),
    most_ticks: usize,
    write: impl Fn(f64, usize) -> String,
) -> (Scale, Vec<(f64, String)>) {
    let (values, decimals) = axis::ticks(low, high, most_ticks);
    let scale = Scale { values: (values[0], values[values.len() - 1]), places: (bottom, top) };
    let labelled = values.iter().map(|value| (*value, write(*value, decimals))).collect();
    (scale, labelled)
}

/// Upright grid lines from `top` to `bottom` with their words below.
/// Zero gets a stronger line.
pub fn upright_grid(
    page: &mut Page<'_>,
    scale: &Scale,
    labelled: &[(f64, String)],
    (top, bottom): (f64, f64),
) {
    for (value, word) in labelled {
        let x = scale.at(*value);
        let (colour, width) =
            if value.abs() < 1e-12 { (style::AXIS, 1.2) } else { (style::GRID, 0.8) };
        page.scene.segment((x, top), (x, bottom), colour, width);
        page.scene.text(word.as_str(), (x, bottom + 14.0), Anchor::Middle, style::SMALL);
    }
}

/// Level grid lines from `left` to `right` with their words before them. The line at zero
/// has a colour and a thickness of its own.
pub fn level_grid(
    page: &mut Page<'_>,
    scale: &Scale,
    labelled: &[(f64, String)],
    (left, right): (f64, f64),
    zero: (Colour, f64),
) {
    for (value, word) in labelled {
        let y = scale.at(*value);
        let (colour, width) = match value.abs() < 1e-12 {
            true => zero,
            false => (style::GRID, 0.8),
        };
        page.scene.segment((left, y), (right, y), colour, width);
        let at = (left - 6.0, y + 4.0);
        page.scene.text(word.as_str(), at, Anchor::End, style::SMALL);
    }
}

/// Width of the widest words of an axis.
pub fn widest(labelled: &[(f64, String)]) -> f64 {
    let (size, weight, _) = style::SMALL;
    let widths = labelled.iter().map(|(_, word)| fonts::width(word, size, weight));
    widths.fold(0.0, f64::max)
}

/// The words under a panel, broken to its width and centred; returns their height.
pub fn axis_name(page: &mut Page<'_>, text: &Text, (left, right): (f64, f64), top: f64) -> f64 {
    let (size, weight, _) = style::SMALL;
    let lines = labels::wrap(&page.tell(text), right - left, size, weight);
    page.scene.lines(
        &lines,
        ((left + right) / 2.0, top + 12.0),
        Anchor::Middle,
        style::SMALL,
        14.5,
    );
    lines.len() as f64 * 14.5
}

/// A panel's heading, broken to its width, standing on `bottom`.
pub fn panel_heading(page: &mut Page<'_>, lines: &[String], left: f64, bottom: f64) {
    let first = bottom - 5.0 - (lines.len().max(1) - 1) as f64 * 15.0;
    page.scene.lines(lines, (left, first), Anchor::Start, style::PANEL, 15.0);
}

/// Breaks panel headings to a width; returns the lines of each and the height all need.
pub fn panel_lines(texts: &[String], width: f64) -> (Vec<Vec<String>>, f64) {
    let (size, weight, _) = style::PANEL;
    let lines: Vec<Vec<String>> =
        texts.iter().map(|text| labels::wrap(text, width, size, weight)).collect();
    let most = lines.iter().map(Vec::len).max().unwrap_or(0);
    (lines, most as f64 * 15.0 + 6.0)
}

/// An interval as a thin line.
pub fn whisker(
    page: &mut Page<'_>,
    scale: &Scale,
    interval: Option<(f64, f64)>,
    y: f64,
    colour: Colour,
) {
    if let Some((lower, upper)) = interval {
        page.scene.segment((scale.at_inside(lower), y), (scale.at_inside(upper), y), colour, 2.0);
    }
}

/// Number of panels beside each other in a grid of small multiples.
pub fn grid_columns(count: usize) -> usize {
    match count {
        0..=2 => count.max(1),
        3..=4 => 2,
        5..=12 => 3,
        _ => 4,
    }
}
