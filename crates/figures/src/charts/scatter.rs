//! Points over two numbers, with a stepped frontier.

use crate::chart::{Chart, Write, boxed, debug_by, told, write_decimal};
use crate::fonts;
use crate::frame::{self, MARGIN, Page, Sign, upright_axis};
use crate::scene::{Anchor, Dash, Scene, Shape, WIDTH};
use crate::style::{self, Colour};
use crate::text::{Teller, Text};

const HEIGHT: f64 = 300.0;

/// A point.
#[derive(Clone, Debug)]
pub struct Spot {
    /// Its place.
    pub at: (f64, f64),
    /// Its colour.
    pub colour: Colour,
    /// Its form.
    pub shape: Shape,
    /// Is it filled?
    pub filled: bool,
    /// Words beside it; may be empty.
    pub label: Text,
}

/// Points over two numbers.
pub struct Scatter {
    /// Heading of the figure.
    pub title: Text,
    /// What stands below it.
    pub subtitle: Text,
    /// Name of the horizontal axis.
    pub across: Text,
    /// Name of the vertical axis.
    pub up: Text,
    /// The points, from the back to the front.
    pub spots: Vec<Spot>,
    /// A line from point to point.
    pub line: Vec<(f64, f64)>,
    /// An upright line, with its words.
    pub limit: Option<(f64, Text)>,
    /// Write values of the axes with so many decimals.
    pub write: [Write; 2],
    /// Signs and their words.
    pub key: Vec<(Sign, Text)>,
    /// A small note below; may be empty.
    pub note: Text,
}

debug_by!(Scatter, title);

impl Default for Scatter {
    /// Empty, with plain numbers at its axes.
    fn default() -> Scatter {
        Scatter {
            title: Text::default(),
            subtitle: Text::default(),
            across: Text::default(),
            up: Text::default(),
            spots: Vec::new(),
            line: Vec::new(),
            limit: None,
            write: [write_decimal(), write_decimal()],
            key: Vec::new(),
            note: Text::default(),
        }
    }
}

boxed!(Scatter, |chart| chart.spots.is_empty());

impl Chart for Scatter {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let ends = |place: fn(&Spot) -> f64| {
            let (low, high) = self
                .spots
                .iter()
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), spot| {
                    (low.min(place(spot)), high.max(place(spot)))
                });
            let margin = ((high - low) * 0.04).max(high.abs() * 1e-3).max(1e-9);
            (low - margin, high + margin)
        };
        let mut page = Page::new(&self.title, &self.subtitle, teller);
        page.key(&self.key);
        if self.spots.is_empty() {
            return page.finish();
        }
        page.note(&self.up);
        page.y += 12.0;
        let (top, bottom) = (page.y, page.y + HEIGHT);
        let (upright, up_ticks) = upright_axis(
            ends(|spot| spot.at.1),
            (bottom, top),
            5,
            told(&self.write[1], teller),
        );
        let (size, weight, _) = style::SMALL;
        let words = up_ticks
            .iter()
            .map(|(_, word)| fonts::width(word, size, weight))
            .fold(0.0, f64::max);
        let (left, right) = (MARGIN + words + 8.0, WIDTH - MARGIN);
        let (across, ticks) = frame::fitted_axis(
            ends(|spot| spot.at.0),
            (left, right),
            6,
            told(&self.write[0], teller),
        );
        for (value, word) in &up_ticks {
            let y = upright.at(*value);
            page.scene.segment((left, y), (right, y), style::GRID, 0.8);
            page.scene.text(
                word.as_str(),
                (left - 6.0, y + 4.0),
                Anchor::End,
                style::SMALL,
            );
        }
        frame::upright_grid(&mut page, &across, &ticks, (top, bottom));
        page.scene
            .segment((left, bottom), (right, bottom), style::AXIS, 1.0);
        if let Some((value, word)) = self
            .limit
            .as_ref()
            .filter(|(value, _)| *value >= across.values.0 && *value <= across.values.1)
        {
            let x = across.at(*value);
            page.scene.line(
                vec![(x, top), (x, bottom)],
                style::GREY_TEXT,
                1.2,
                Dash::Dashed,
            );
            let word = page.tell(word);
            let width = fonts::width(&word, size, weight);
            let at = (x + 4.0).min(right - width);
            page.scene
                .text(word, (at, top + 11.0), Anchor::Start, style::SMALL);
        }
        let place = |at: (f64, f64)| (across.at(at.0), upright.at(at.1));
        page.scene.line(
            self.line.iter().map(|at| place(*at)).collect(),
            style::INK,
            1.2,
            Dash::Solid,
        );
        for spot in &self.spots {
            page.scene.dot(
                place(spot.at),
                spot.shape,
                if spot.label.is_empty() { 2.8 } else { 3.8 },
                spot.colour,
                spot.filled,
            );
        }
        self.labels(&mut page, &place, (left, right), (top, bottom));
        page.y = bottom + 22.0;
        page.y += frame::axis_name(&mut page, &self.across, (left, right), bottom + 18.0);
        if !self.note.is_empty() {
            page.y += 6.0;
            page.note(&self.note);
        }
        page.finish()
    }
}

impl Scatter {
    /// Words beside their points, each where it covers neither words nor marked points.
    fn labels(
        &self,
        page: &mut Page<'_>,
        place: &dyn Fn((f64, f64)) -> (f64, f64),
        (left, right): (f64, f64),
        (top, bottom): (f64, f64),
    ) {
        let (size, weight, _) = style::LABEL;
        let mut taken: Vec<[f64; 4]> = self
            .spots
            .iter()
            .filter(|spot| !spot.label.is_empty())
            .map(|spot| {
                let (x, y) = place(spot.at);
                [x - 4.0, y - 4.0, x + 4.0, y + 4.0]
            })
            .collect();
        if let Some((value, word)) = &self.limit {
            let x = place((*value, 0.0)).0;
            taken.push([
                x,
                top,
                x + fonts::width(&page.tell(word), size, weight) + 8.0,
                top + 15.0,
            ]);
        }
        let unmarked = self.spots.iter().filter(|spot| spot.label.is_empty());
        let along = self.line.windows(2).flat_map(|ends| {
            let (from, to) = (place(ends[0]), place(ends[1]));
            (0..=40).map(move |step| {
                let share = f64::from(step) / 40.0;
                (
                    from.0 + (to.0 - from.0) * share,
                    from.1 + (to.1 - from.1) * share,
                )
            })
        });
        let dots: Vec<[f64; 4]> = unmarked
            .map(|spot| place(spot.at))
            .chain(along)
            .map(|(x, y)| [x - 2.5, y - 2.5, x + 2.5, y + 2.5])
            .collect();
        for spot in self.spots.iter().filter(|spot| !spot.label.is_empty()) {
            let (x, y) = place(spot.at);
            let label = page.tell(&spot.label);
            let width = fonts::width(&label, size, weight);
            let wishes = [
                (x + 7.0, y + 4.2),
                (x - 7.0 - width, y + 4.2),
                (x - width / 2.0, y - 8.0),
                (x - width / 2.0, y + 16.0),
                (x + 7.0, y - 8.0),
                (x - 7.0 - width, y + 16.0),
            ];
            let boxes =
                wishes.map(|(at, baseline)| [at, baseline - 10.0, at + width, baseline + 3.0]);
            let clear = |[l, t, r, b]: &[f64; 4], others: &[[f64; 4]]| {
                let inside = *l >= left && *r <= right && *t >= top - 2.0 && *b <= bottom;
                inside
                    && !others
                        .iter()
                        .any(|[ol, ot, or, ob]| l < or && ol < r && t < ob && ot < b)
            };
            // Clear of all points if that can be, else of words and marked points.
            let free = boxes
                .iter()
                .find(|one| clear(one, &taken) && clear(one, &dots))
                .or_else(|| boxes.iter().find(|one| clear(one, &taken)))
                .copied();
            if let Some([at, up, right, down]) = free {
                page.scene
                    .text(label, (at, up + 10.0), Anchor::Start, style::LABEL);
                taken.push([at, up, right, down]);
            }
        }
    }
}
