//! The cost-effectiveness plane: effects and costs against the reference, a point a draw.

use homeground_figures::chart::Write;
use homeground_figures::charts::scatter::{Scatter, ScatterPanel, Spot, SpotLine};
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::number::signed_decimal;
use homeground_figures::scene::Dash;
use homeground_figures::style::{INK, WHITE};
use homeground_figures::text::Text;
use homeground_report::answer_page::Figure;

use crate::pages::outcome_words;
use crate::uncertainty::results::UncertaintyResults;

/// Points of an arm at most; more hide each other.
const MOST_POINTS: usize = 400;

/// The figure; none where no draw differs in effect or in cost.
pub fn figure(results: &UncertaintyResults<'_>) -> Option<Figure> {
    let reference = results.study.reference_arm();
    let factor = outcome_words::difference_factor(results.outcome(), true);
    let arms: Vec<&String> =
        results.study.note.arms.iter().filter(|arm| *arm != results.reference()).collect();
    let colour = |arm: &str| results.study.style(arm).colour;
    // Effect and cost (1000 NOK) in each draw.
    let draws = |arm: &str| -> Vec<(f64, f64)> {
        let rows = results.plane.iter().filter(|row| row.arm == arm);
        let place = |effect: f64, cost: f64| (effect * factor, cost / 1000.0);
        rows.map(|row| place(row.effect_without_noise, row.cost_without_noise)).collect()
    };
    let (mut points, mut means) = (Vec::new(), Vec::new());
    let mut ranges = [(0.0f64, 0.0f64); 2];
    for arm in &arms {
        let draws = draws(arm);
        for &(effect, cost) in &draws {
            for ((low, high), value) in ranges.iter_mut().zip([effect, cost]) {
                (*low, *high) = (low.min(value), high.max(value));
            }
        }
        let step = draws.len().div_ceil(MOST_POINTS).max(1);
        let colour = colour(arm);
        points.extend(draws.iter().step_by(step).map(|draw| Spot {
            at: *draw,
            radius: 1.6,
            colour: colour.mix(WHITE, 0.35),
            ..Spot::default()
        }));
        let mean = |side: fn(&(f64, f64)) -> f64| {
            draws.iter().map(side).sum::<f64>() / draws.len().max(1) as f64
        };
        let at = (mean(|draw| draw.0), mean(|draw| draw.1));
        means.extend([(7.0, WHITE), (5.4, colour)].map(|(radius, colour)| Spot {
            at,
            radius,
            colour,
            ..Spot::default()
        }));
    }
    let [effects, costs] = ranges;
    if effects.0 == effects.1 || costs.0 == costs.1 {
        return None;
    }
    let slope = results.facts.willingness.map(|worth| worth / 1000.0 / factor);
    let write = Write::new(|value, decimals| signed_decimal(value, decimals).into());
    let chart = Scatter {
        title: message!("uncertainty-plane-title", reference = &reference),
        subtitle: message!("uncertainty-plane-subtitle"),
        key: arms
            .iter()
            .map(|arm| (Sign::Dot(colour(arm), true), results.study.arm(arm)))
            .collect(),
        across: effect_name(results),
        height: 330.0,
        panels: vec![ScatterPanel {
            ranges: [Some(effects), Some(costs)],
            ticks: Some([7, 6]),
            write: [write.clone(), write],
            spots: points.into_iter().chain(means).collect(),
            lines: lines([effects, costs], slope),
            ..ScatterPanel::default()
        }],
        ..Scatter::default()
    };
    Figure::of("uncertainty_plane", chart.boxed(), message!("uncertainty-plane-reading", reference))
}

/// Both axes at 0, and the line on which worth and cost are equal; longer than the panel, which
/// cuts them at its edge.
fn lines([effects, costs]: [(f64, f64); 2], slope: Option<f64>) -> Vec<SpotLine> {
    let far = 10.0 * (effects.1 - effects.0);
    let up = 10.0 * (costs.1 - costs.0);
    let line = |(x, y): (f64, f64), width, dash| SpotLine {
        points: vec![(-x, -y), (x, y)],
        colour: INK,
        width,
        dash,
    };
    let mut lines = vec![line((far, 0.0), 1.0, Dash::Solid), line((0.0, up), 1.0, Dash::Solid)];
    lines.extend(slope.map(|slope| line((far, far * slope), 1.4, Dash::Dashed)));
    lines
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
