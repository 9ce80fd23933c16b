//! The cost-effectiveness plane: effects and costs against the reference, a point a draw.

use homeground_figures::axis::Scale;
use homeground_figures::chart::Chart;
use homeground_figures::frame::{self, Page, Sign};
use homeground_figures::message;
use homeground_figures::number::signed_decimal;
use homeground_figures::plane::{Axes, Plane};
use homeground_figures::scene::{Dash, Scene, Shape};
use homeground_figures::style::{Colour, INK, WHITE};
use homeground_figures::text::{Teller, Text};
use homeground_report::answer_page::Figure;

use crate::pages::outcome_words;
use crate::uncertainty::results::UncertaintyResults;

/// Points of an arm at most; more hide each other.
const MOST_POINTS: usize = 400;

/// Effects and costs of arms.
#[derive(Debug)]
struct CostEffectivenessPlane {
    title: Text,
    effect: Text,
    arms: Vec<Arm>,
    /// Lowest and highest effect, and the same of cost.
    ranges: [(f64, f64); 2],
    /// Cost at which one unit of effect is worth it.
    willingness: Option<f64>,
}

/// An arm with its effect and cost (1000 NOK) in each draw.
#[derive(Debug)]
struct Arm {
    name: Text,
    colour: Colour,
    draws: Vec<(f64, f64)>,
}

/// The figure; none where no draw differs in effect or in cost.
pub fn figure(results: &UncertaintyResults<'_>) -> Option<Figure> {
    let reference = results.reference();
    let factor = outcome_words::difference_factor(results.outcome(), true);
    let arms = results.study.note.arms.iter();
    let arms: Vec<Arm> = arms
        .filter(|arm| *arm != reference)
        .map(|arm| Arm {
            name: arm.into(),
            colour: results.study.style(arm).colour,
            draws: results
                .plane
                .iter()
                .filter(|row| row.arm == *arm)
                .map(|row| {
                    let effect = row.effect_without_noise * factor;
                    (effect, row.cost_without_noise / 1000.0)
                })
                .collect(),
        })
        .collect();
    let range = |side: fn(&(f64, f64)) -> f64| {
        let values = arms.iter().flat_map(|arm| &arm.draws).map(side);
        values.fold((0.0f64, 0.0f64), |(low, high), value| {
            (low.min(value), high.max(value))
        })
    };
    let ranges = [range(|draw| draw.0), range(|draw| draw.1)];
    if ranges.iter().any(|(low, high)| low == high) {
        return None;
    }
    let chart = CostEffectivenessPlane {
        title: message!("uncertainty-plane-title", reference),
        effect: effect_name(results),
        arms,
        ranges,
        willingness: results
            .facts
            .willingness
            .map(|worth| worth / 1000.0 / factor),
    };
    Some(Figure {
        name: "uncertainty_plane".to_owned(),
        chart: Box::new(chart),
        takeaway: Text::default(),
        reading: message!("uncertainty-plane-reading", reference),
    })
}

fn effect_name(results: &UncertaintyResults<'_>) -> Text {
    let unit = outcome_words::unit_of(results.outcome(), true);
    let effect = Text::joined(", ", [outcome_words::outcome(results.study), unit]);
    if results.facts.less_is_better {
        message!("uncertainty-plane-effect-less", effect)
    } else {
        message!("uncertainty-plane-effect-more", effect)
    }
}

impl Chart for CostEffectivenessPlane {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let subtitle = message!("uncertainty-plane-subtitle");
        let mut page = Page::new(&self.title, &subtitle, teller);
        let sign = |arm: &Arm| (Sign::Dot(arm.colour, true), arm.name.clone());
        page.key(&self.arms.iter().map(sign).collect::<Vec<_>>());
        page.y += 6.0;
        let axes = Axes {
            across: self.ranges[0],
            up: self.ranges[1],
            most_ticks: (7, 6),
            zero: Some(INK),
            write: &|value, decimals| signed_decimal(value, decimals).into(),
        };
        let plane = Plane::new(&mut page, &axes);
        if let Some(willingness) = self.willingness {
            willingness_line(&mut page, &plane, willingness);
        }
        for arm in &self.arms {
            let step = arm.draws.len().div_ceil(MOST_POINTS).max(1);
            let colour = arm.colour.mix(WHITE, 0.35);
            for draw in arm.draws.iter().step_by(step) {
                page.scene
                    .dot(plane.at(*draw), Shape::Circle, 1.6, colour, true);
            }
        }
        for arm in &self.arms {
            let mean = |side: fn(&(f64, f64)) -> f64| {
                arm.draws.iter().map(side).sum::<f64>() / arm.draws.len().max(1) as f64
            };
            let at = plane.at((mean(|draw| draw.0), mean(|draw| draw.1)));
            page.scene.dot(at, Shape::Circle, 7.0, WHITE, true);
            page.scene.dot(at, Shape::Circle, 5.4, arm.colour, true);
        }
        let bottom = plane.ends.1;
        page.y = bottom + 20.0;
        page.y += frame::axis_name(&mut page, &self.effect, plane.sides, bottom + 18.0);
        page.finish()
    }
}

/// The line on which worth and cost are equal, cut to the panel.
fn willingness_line(page: &mut Page<'_>, plane: &Plane, slope: f64) {
    let (
        Scale {
            values: (low, high),
            ..
        },
        Scale {
            values: (bottom, top),
            ..
        },
    ) = (plane.across, plane.up);
    let mut ends: Vec<(f64, f64)> = [(low, low * slope), (high, high * slope)]
        .into_iter()
        .filter(|(_, up)| (bottom..=top).contains(up))
        .collect();
    if slope != 0.0 {
        let crossings = [(bottom / slope, bottom), (top / slope, top)];
        ends.extend(
            crossings
                .into_iter()
                .filter(|(across, _)| (low..=high).contains(across)),
        );
    }
    ends.sort_by(|one, other| one.0.total_cmp(&other.0));
    if let (Some(first), Some(last)) = (ends.first(), ends.last()) {
        let line = vec![plane.at(*first), plane.at(*last)];
        page.scene.line(line, INK, 1.4, Dash::Dashed);
    }
}
