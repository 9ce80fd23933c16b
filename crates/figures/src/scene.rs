//! What a figure consists of before it becomes a file: marks on a page, and the box of every label.
//!
//! Figures are drawn once into a [`Scene`]; `svg` and `png` turn it into files.
//! The unit is a point of a page 640 wide: printed 17 cm wide, 12 units are 9 pt.
//! Because every label is kept with its box, a test can show that no text is cut
//! off and no two labels overlap.

use crate::fonts::{self, Weight};
pub use crate::strokes::{Dash, Shape};
use crate::style::Colour;

/// Width of every figure.
pub const WIDTH: f64 = 640.0;
/// Height of text above and below its baseline, as a share of its size.
const ASCENT: f64 = 0.76;
const DESCENT: f64 = 0.22;

/// A place on the page: to the right, and down.
pub type Point = (f64, f64);

/// Which part of a text lies at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The words.
    pub content: String,
    /// Where the anchor of the baseline lies.
    pub at: Point,
    /// Which part lies there.
    pub anchor: Anchor,
    /// Height of an em.
    pub size: f64,
    /// How heavy.
    pub weight: Weight,
    /// Colour.
    pub colour: Colour,
}

/// One thing on the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// An open line.
    Line {
        /// Its corners.
        points: Vec<Point>,
        /// Colour.
        colour: Colour,
        /// Thickness.
        width: f64,
        /// How it is broken.
        dash: Dash,
    },
    /// A filled outline.
    Area {
        /// Its corners.
        points: Vec<Point>,
        /// Colour.
        colour: Colour,
        /// 0 is unseen, 1 hides what lies below.
        opacity: f64,
    },
    /// A point.
    Dot {
        /// Its middle.
        at: Point,
        /// Its form.
        shape: Shape,
        /// Half its width.
        radius: f64,
        /// Colour of the rim.
        colour: Colour,
        /// Is it filled with its colour, or with white?
        filled: bool,
    },
    /// A line of text.
    Text(Text),
}

/// The box of a label.
#[derive(Clone, Debug, PartialEq)]
pub struct LabelBox {
    /// The words.
    pub content: String,
    /// Left, top, right, bottom.
    pub edges: [f64; 4],
}

impl LabelBox {
    /// Do the boxes share more than a rim of half a unit?
    pub fn overlaps(&self, other: &LabelBox) -> bool {
        let rim = 0.5;
        let [left, top, right, bottom] = self.edges;
        let [other_left, other_top, other_right, other_bottom] = other.edges;
        left + rim < other_right
            && other_left + rim < right
            && top + rim < other_bottom
            && other_top + rim < bottom
    }
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Height of the page.
    pub height: f64,
    /// What it shows, for readers who hear it.
    pub title: String,
    /// What is in it, for readers who hear it.
    pub description: String,
    /// From the back to the front.
    pub marks: Vec<Mark>,
}

impl Scene {
    /// An empty page; its height grows with `finish`.
    pub fn new(title: &str, description: &str) -> Scene {
        Scene {
            height: 0.0,
            title: title.to_owned(),
            description: description.to_owned(),
            marks: Vec::new(),
        }
    }

    /// A solid line between two places.
    pub fn segment(&mut self, from: Point, to: Point, colour: Colour, width: f64) {
        self.line(vec![from, to], colour, width, Dash::Solid);
    }

    /// An open line; one without length is left out.
    pub fn line(&mut self, points: Vec<Point>, colour: Colour, width: f64, dash: Dash) {
        if points.len() > 1 {
            self.marks.push(Mark::Line { points, colour, width, dash });
        }
    }

    /// A filled outline.
    pub fn area(&mut self, points: Vec<Point>, colour: Colour, opacity: f64) {
        if points.len() > 2 {
            self.marks.push(Mark::Area { points, colour, opacity });
        }
    }

    /// A filled rectangle.
    pub fn rectangle(&mut self, from: Point, to: Point, colour: Colour) {
        self.area(vec![from, (to.0, from.1), to, (from.0, to.1)], colour, 1.0);
    }

    /// A point.
    pub fn dot(&mut self, at: Point, shape: Shape, radius: f64, colour: Colour, filled: bool) {
        self.marks.push(Mark::Dot { at, shape, radius, colour, filled });
    }

    /// A line of text.
    pub fn text(
        &mut self,
        content: impl Into<String>,
        at: Point,
        anchor: Anchor,
        (size, weight, colour): (f64, Weight, Colour),
    ) {
        let content = content.into();
        if !content.trim().is_empty() {
            self.marks.push(Mark::Text(Text { content, at, anchor, size, weight, colour }));
        }
    }

    /// Several lines of text under each other; the first baseline is at `at`.
    pub fn lines(
        &mut self,
        lines: &[String],
        at: Point,
        anchor: Anchor,
        kind: (f64, Weight, Colour),
        line_height: f64,
    ) {
        for (index, line) in lines.iter().enumerate() {
            self.text(line.as_str(), (at.0, at.1 + index as f64 * line_height), anchor, kind);
        }
    }

    /// The boxes of all labels, in the order they were written.
    pub fn label_boxes(&self) -> Vec<LabelBox> {
        self.marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Text(text) => Some(text.label_box()),
                _ => None,
            })
            .collect()
    }

    /// Labels that are cut off or overlap, in words; empty in a good figure.
    pub fn label_problems(&self) -> Vec<String> {
        let boxes = self.label_boxes();
        let mut problems = Vec::new();
        for (index, label) in boxes.iter().enumerate() {
            let [left, top, right, bottom] = label.edges;
            if left < 0.0 || top < 0.0 || right > WIDTH || bottom > self.height {
                problems.push(format!("{:?} is cut off at {:?}", label.content, label.edges));
            }
            for other in &boxes[index + 1..] {
                if label.overlaps(other) {
                    problems.push(format!(
                        "{:?} {:?} overlaps {:?} {:?}",
                        label.content, label.edges, other.content, other.edges
                    ));
                }
            }
        }
        problems
    }
}

impl Text {
    /// Width of the text as set in the embedded font.
    pub fn width(&self) -> f64 {
        fonts::width(&self.content, self.size, self.weight)
    }

    /// Left end of the text.
    pub fn left(&self) -> f64 {
        match self.anchor {
            Anchor::Start => self.at.0,
            Anchor::Middle => self.at.0 - self.width() / 2.0,
            Anchor::End => self.at.0 - self.width(),
        }
    }

    /// The box around the text.
    pub fn label_box(&self) -> LabelBox {
        let left = self.left();
        LabelBox {
            content: self.content.clone(),
            edges: [
                left,
                self.at.1 - ASCENT * self.size,
                left + self.width(),
                self.at.1 + DESCENT * self.size,
            ],
        }
    }
}

/// Cuts a line into the strokes of its dash pattern.
pub fn strokes(points: &[Point], dash: Dash) -> Vec<Vec<Point>> {
    let pattern = dash.pattern();
    if pattern.is_empty() {
        return vec![points.to_vec()];
    }
    let mut strokes = Vec::new();
    let mut stroke = vec![points[0]];
    let mut step = 0;
    let mut left = pattern[0];
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut length = (to.0 - from.0).hypot(to.1 - from.1);
        while length > left {
            let share = left / length;
            let cut = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
            if step % 2 == 0 {
                stroke.push(cut);
                strokes.push(std::mem::take(&mut stroke));
            } else {
                stroke = vec![cut];
            }
            length -= left;
            from = cut;
            step += 1;
            left = pattern[step % pattern.len()];
        }
        left -= length;
        if step % 2 == 0 {
            stroke.push(to);
        }
    }
    if stroke.len() > 1 {
        strokes.push(stroke);
    }
    strokes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style;

    #[test]
    fn cut_and_overlapping_labels_are_found() {
        let mut scene = Scene::new("", "");
        scene.height = 40.0;
        scene.text("one", (10.0, 20.0), Anchor::Start, style::SMALL);
        assert!(scene.label_problems().is_empty());
        scene.text("two", (12.0, 24.0), Anchor::Start, style::SMALL);
        assert_eq!(scene.label_problems().len(), 1);
        scene.text("three", (638.0, 20.0), Anchor::Start, style::SMALL);
        assert_eq!(scene.label_problems().len(), 2);
    }

    #[test]
    fn dashes_cover_as_much_as_their_pattern_says() {
        let strokes = strokes(&[(0.0, 0.0), (60.0, 0.0), (100.0, 0.0)], Dash::Dashed);
        let drawn: f64 =
            strokes.iter().map(|stroke| stroke[stroke.len() - 1].0 - stroke[0].0).sum();
        assert!((drawn - 70.0).abs() < 1e-9);
    }
}
