//! Effects of single parameters on one response: size across, spread upward.

use homeground_figures::charts::scatter::{Scatter, ScatterPanel, Spot, SpotLine};
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::scene::Dash;
use homeground_figures::style::{self, AXIS, Colour};
use homeground_figures::text::Text;
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
    let highest = largest * factor;
    let spreads = rows.iter().map(|row| row.sigma * factor);
    let up = (0.0, spreads.fold(highest / 4.0, f64::max));
    let is_named = |row: &&ScreeningRow| row.rank <= NAMED && row.mu_star > LEAST_NAMED * largest;
    let spot = |row: &ScreeningRow, label: Text| Spot {
        at: (row.mu_star.max(0.0) * factor, row.sigma * factor),
        colour: match (row.mu_lower > 0.0, row.mu_upper < 0.0) {
            (true, _) => UPWARD,
            (_, true) => DOWNWARD,
            _ => AXIS,
        },
        filled: row.taken_on,
        label,
        ..Spot::default()
    };
    // Those with small effects first, so that the large ones lie on top.
    let unnamed = rows.iter().rev().filter(|row| !is_named(row));
    let mut spots: Vec<Spot> = unnamed.map(|row| spot(row, Text::default())).collect();
    let named = rows.iter().filter(is_named);
    spots.extend(named.map(|row| spot(row, (&row.parameter).into())));
    // As much spread as size; cut at the edge of the panel.
    let far = 10.0 * highest.max(up.1);
    let slant = SpotLine {
        points: vec![(0.0, 0.0), (far, far)],
        colour: style::GRID.mix(AXIS, 0.35),
        width: 1.0,
        dash: Dash::Solid,
    };
    let key = [
        (UPWARD, true, message!("sensitivity-screening-key-up")),
        (DOWNWARD, true, message!("sensitivity-screening-key-down")),
        (AXIS, true, message!("sensitivity-screening-key-either")),
        (AXIS, false, message!("sensitivity-screening-key-not-taken")),
    ];
    let chart = Scatter {
        title: message!("sensitivity-screening-title", response = &response.name),
        subtitle: message!("sensitivity-screening-subtitle"),
        key: key.map(|(colour, filled, word)| (Sign::Dot(colour, filled), word)).into(),
        up: message!("sensitivity-screening-spread", unit),
        across: message!("sensitivity-screening-size", unit),
        height: 330.0,
        panels: vec![ScatterPanel {
            ranges: [Some((0.0, highest)), Some(up)],
            spots,
            lines: vec![slant],
            ..ScatterPanel::default()
        }],
        note: message!("sensitivity-screening-note"),
        ..Scatter::default()
    };
    Figure::of(name, chart.boxed(), message!("sensitivity-screening-reading"))
}
