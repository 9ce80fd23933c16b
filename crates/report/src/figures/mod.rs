//! The figures of a report, one file each.
//!
//! A figure is a function from results to a [`Scene`]; it returns none when the
//! results hold nothing to draw, and the report says so.

mod contrasts;
pub mod cost;
mod dose;
mod dots;
mod exits;
pub mod page;
mod placement;
mod ribbons;
mod subgroups;

use crate::language::Language;
use crate::results::Results;
use homeground_figures::chart::Chart;
use homeground_figures::scene::Scene;
use homeground_figures::text::Teller;

pub use exits::{EXITS, waits};

/// A figure of results; none when they hold nothing to draw.
pub type Draw = fn(&Results) -> Option<Box<dyn Chart>>;

#[derive(Debug)]
struct Bridge(fn(&Results, Language) -> Option<Scene>, Results);

impl Chart for Bridge {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let language = if teller.code() == "en" {
            Language::English
        } else {
            Language::Norwegian
        };
        (self.0)(&self.1, language).unwrap()
    }
}

fn bridge(
    results: &Results,
    draw: fn(&Results, Language) -> Option<Scene>,
) -> Option<Box<dyn Chart>> {
    draw(results, Language::English)
        .map(|_| Box::new(Bridge(draw, results.clone())) as Box<dyn Chart>)
}

/// All figures in the order of the report: the name of their files, and how they are drawn.
pub const FIGURES: [(&str, Draw); 9] = [
    ("placement", |results| bridge(results, placement::draw)),
    ("completion_and_placement", |results| {
        bridge(results, dots::draw)
    }),
    ("contrasts", |results| bridge(results, contrasts::draw)),
    ("exits", |results| bridge(results, exits::draw)),
    ("alliance_trust", |results| {
        bridge(results, ribbons::alliance_trust)
    }),
    ("dose", |results| bridge(results, dose::draw)),
    ("cost", |results| bridge(results, cost::draw)),
    ("subgroups", |results| bridge(results, subgroups::draw)),
    ("capacity_stress", |results| {
        bridge(results, ribbons::capacity_stress)
    }),
];
