//! How an uncertain decision is worked out, and what that cannot tell.

use homeground_core::outcomes::manifest::DrawnFrom;
use homeground_figures::message;
use homeground_figures::number::percent_whole;
use homeground_figures::text::Text;

use crate::uncertainty::results::UncertaintyResults;

/// How it is worked out, in paragraphs.
pub fn method(results: &UncertaintyResults<'_>) -> Vec<Text> {
    let draws = results.facts.draws;
    let manifest = &results.study.manifest;
    let drawn = match manifest.drawn_from {
        Some(DrawnFrom::Posterior) => {
            message!("uncertainty-drawn-posterior", draws, reading = manifest.reading().word())
        }
        Some(DrawnFrom::NamedRanges) => message!("uncertainty-drawn-named", draws),
        Some(DrawnFrom::Prior) | None => message!("uncertainty-drawn-prior", draws),
    };
    let noise = match results.facts.noise_share {
        None => message!("uncertainty-noise"),
        Some(share) => message!("uncertainty-noise-share", share = percent_whole(share)),
    };
    vec![
        Text::sentences([drawn, message!("uncertainty-method-draws")]),
        Text::sentences([noise, message!("uncertainty-method-noise")]),
        message!("uncertainty-method-net-benefit"),
        message!("uncertainty-method-information"),
        message!("uncertainty-method-boxes"),
    ]
}

/// What it cannot tell.
pub fn limits(results: &UncertaintyResults<'_>) -> Vec<Text> {
    let ranges = if results.draws_posterior() {
        message!("uncertainty-limits-calibrated")
    } else {
        message!("uncertainty-limits-ranges")
    };
    vec![ranges, message!("uncertainty-limits-prices"), message!("uncertainty-limits-one-family")]
}
