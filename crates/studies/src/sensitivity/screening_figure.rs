//! Effects of single parameters on one response: size across, spread upward.

use homeground_figures::chart::Chart;
use homeground_figures::frame::{self, Page, Sign};
use homeground_figures::message;
use homeground_figures::number::decimal;
use homeground_figures::plane::{self, Axes, Plane};
use homeground_figures::scene::{self, LabelBox, Point, Scene, Shape};
use homeground_figures::style::{self, AXIS, Colour};
use homeground_figures::text::{Teller, Text};
use homeground_report::answer_page::Figure;

use crate::sensitivity::results::ResponseResults;
use crate::sensitivity::rows::ScreeningRow;

/// Effects upward.
const UPWARD: Colour = Colour(0, 114, 178);
/// Effects downward.
const DOWNWARD: Colour = Colour(213, 94, 0);
/// Parameters with a name beside their point.
const NAMED: u32 = 10;
/// Effects smaller than this part of the largest are not named.
const LEAST_NAMED: f64 = 0.03;

#[derive(Debug)]
struct ScreeningFigure {
    title: Text,
    unit: Text,
    /// The largest effects first.
    effects: Vec<Effect>,
}

#[derive(Debug)]
struct Effect {
    parameter: String,
    size: f64,
    spread: f64,
    colour: Colour,
    taken_on: bool,
    named: bool,
}

/// The figure of a response with effects multiplied by `factor`; none where nothing has an
/// effect.
pub fn figure(
    name: String,
    response: &ResponseResults,
    (factor, unit): &(f64, Text),
) -> Option<Figure> {
    let rows = &response.effects;
    let largest = rows.iter().map(|row| row.mu_star).fold(0.0, f64::max);
    if largest <= 0.0 {
        return None;
    }
    let effect = |row: &ScreeningRow| Effect {
        parameter: row.parameter.clone(),
        size: row.mu_star.max(0.0) * factor,
        spread: row.sigma * factor,
        colour: match (row.mu_lower > 0.0, row.mu_upper < 0.0) {
            (true, _) => UPWARD,
            (_, true) => DOWNWARD,
            _ => AXIS,
        },
        taken_on: row.taken_on,
        named: row.rank <= NAMED && row.mu_star > LEAST_NAMED * largest,
    };
    let chart = ScreeningFigure {
        title: message!("sensitivity-screening-title", response = &response.name),
        unit: unit.clone(),
        effects: rows.iter().map(effect).collect(),
    };
    Some(Figure {
        name,
        chart: Box::new(chart),
        takeaway: Text::default(),
        reading: message!("sensitivity-screening-reading"),
    })
}

impl Chart for ScreeningFigure {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let subtitle = message!("sensitivity-screening-subtitle");
        let mut page = Page::new(&self.title, &subtitle, teller);
        page.key(&[
            (
                Sign::Dot(UPWARD, true),
                message!("sensitivity-screening-key-up"),
            ),
            (
                Sign::Dot(DOWNWARD, true),
                message!("sensitivity-screening-key-down"),
            ),
            (
                Sign::Dot(AXIS, true),
                message!("sensitivity-screening-key-either"),
            ),
            (
                Sign::Dot(AXIS, false),
                message!("sensitivity-screening-key-not-taken"),
            ),
        ]);
        let unit = &self.unit;
        page.note(&message!("sensitivity-screening-spread", unit));
        page.y += 4.0;
        let highest = self.effects.iter().map(|effect| effect.size);
        let highest = highest.fold(0.0, f64::max);
        let spreads = self.effects.iter().map(|effect| effect.spread);
        let axes = Axes {
            across: (0.0, highest),
            up: (0.0, spreads.fold(highest / 4.0, f64::max)),
            most_ticks: (6, 5),
            zero: None,
            write: &|value, decimals| decimal(value, decimals).into(),
        };
        let plane = Plane::new(&mut page, &axes);
        let corner = plane.across.values.1.min(plane.up.values.1);
        let (from, to) = (plane.at((0.0, 0.0)), plane.at((corner, corner)));
        let faint = style::GRID.mix(AXIS, 0.35);
        page.scene.segment(from, to, faint, 1.0);
        let place = |effect: &Effect| {
            let across = plane.across.at_inside(effect.size);
            (across, plane.up.at_inside(effect.spread))
        };
        // Those with small effects first, so that the large ones lie on top.
        for effect in self.effects.iter().rev() {
            let (at, colour) = (place(effect), effect.colour);
            page.scene
                .dot(at, Shape::Circle, 3.8, colour, effect.taken_on);
        }
        let points: Vec<(&Effect, Point)> = self
            .effects
            .iter()
            .map(|effect| (effect, place(effect)))
            .collect();
        draw_names(&mut page, &points, &plane);
        let bottom = plane.ends.1;
        page.y = bottom + 20.0;
        let name = message!("sensitivity-screening-size", unit);
        page.y += frame::axis_name(&mut page, &name, plane.sides, bottom + 16.0);
        page.y += 4.0;
        page.note(&message!("sensitivity-screening-note"));
        page.finish()
    }
}

/// Names beside the points with the largest effects, where there is room.
fn draw_names(page: &mut Page<'_>, points: &[(&Effect, Point)], plane: &Plane) {
    let (size, weight, colour) = style::LABEL;
    let ((left, right), (top, bottom)) = (plane.sides, plane.ends);
    let around = |(x, y): Point| LabelBox {
        content: String::new(),
        edges: [x - 4.5, y - 4.5, x + 4.5, y + 4.5],
    };
    let mut taken: Vec<LabelBox> = points.iter().map(|(_, at)| around(*at)).collect();
    for (effect, point) in points.iter().filter(|(effect, _)| effect.named) {
        let place = plane::label_places(*point).find_map(|(at, anchor, leader)| {
            let text = scene::Text {
                content: effect.parameter.clone(),
                at,
                anchor,
                size,
                weight,
                colour,
            };
            let label = text.label_box();
            let [label_left, label_top, label_right, label_bottom] = label.edges;
            let inside = label_left >= left
                && label_right <= right
                && label_top >= top - 4.0
                && label_bottom <= bottom - 2.0;
            let free = !taken.iter().any(|other| label.overlaps(other));
            (inside && free).then_some((label, text, leader))
        });
        if let Some((label, text, leader)) = place {
            if let Some((from, to)) = leader {
                page.scene.segment(from, to, AXIS, 0.7);
            }
            page.scene
                .text(text.content, text.at, text.anchor, style::LABEL);
            taken.push(label);
        }
    }
}
