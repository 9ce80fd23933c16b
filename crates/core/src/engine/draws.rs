//! Parameter values of one draw.

use rand_distr::{Distribution, Triangular, Uniform};

use crate::engine::random::{Sequence, Streams};
use crate::evidence;
use crate::model::parameters::Parameters;
use crate::scenario::{ParameterValue, Scenario};

/// Number of parameter draws of a scenario; 1 when it has no uncertainty.
pub fn count(scenario: &Scenario) -> u32 {
    scenario.uncertainty.map_or(1, |uncertainty| uncertainty.draws)
}

/// Ratio of the ends of a range from which it is drawn on the logarithm.
pub const WIDE_RANGE: f64 = 20.0;

/// The parameters of a draw.
///
/// Values that the scenario fixes stay. Ranges that it gives are uniform. With
/// uncertainty `from = "prior"` every other parameter is drawn from a triangle over
/// its range with its top at the centre; where the range spans a factor of
/// [`WIDE_RANGE`] or more, the triangle stands on the logarithm, or its mean would
/// lie far from its top. With `from = "posterior"` all others are those of one draw of
/// the calibrated sample ([`position`]), so that they stay together as they were found.
/// A single draw is no uncertainty: all stay at their defaults.
/// Each parameter has random numbers of its own, so that setting one leaves the draws
/// of all others as they were.
pub fn parameters(scenario: &Scenario, draw: u32) -> Parameters {
    let mut parameters = Parameters::defaults_of(scenario);
    let streams = Streams::new(scenario.seed, draw, 0);
    let draws_all = scenario
        .uncertainty
        .is_some_and(|uncertainty| uncertainty.draws > 1 && !uncertainty.only_named);
    let draws_prior = draws_all && !scenario.draws_posterior();
    // A checked scenario that draws from a posterior has one.
    if scenario.draws_posterior()
        && let Some(posterior) = scenario.posterior()
    {
        let position = position(scenario.seed, draw, count(scenario));
        parameters = Parameters::of_values(posterior.at(position));
    }
    for (index, row) in evidence::parameters().iter().enumerate() {
        let mut sequence = streams.sequence(index as u32);
        let setting = scenario.parameters.iter().find(|setting| setting.key == row.key);
        let value = match setting.map(|setting| setting.value) {
            Some(ParameterValue::Fixed(value)) => value,
            Some(ParameterValue::Range { low, high }) => uniform_between(low, high, &mut sequence),
            None if draws_prior => triangle(row.low, row.centre, row.high, &mut sequence),
            None => continue,
        };
        // Every row of the table is a field; a test of the model holds them together.
        let known = parameters.set(&row.key, value);
        debug_assert!(known);
    }
    parameters
}

/// Where a draw stands in the cumulative weights of a calibrated sample, from 0 to 1: the
/// middle of one of as many equal parts as there are draws, so that together they hold
/// every draw of the sample as often as its weight says, to within one (systematic
/// resampling). Which part comes when is shuffled by the seed.
pub fn position(seed: u64, draw: u32, draws: u32) -> f64 {
    (f64::from(shuffled(seed, draw, draws)) + 0.5) / f64::from(draws.max(1))
}

/// The place of a draw when all are shuffled; each place is taken once. A network of
/// Feistel's makes of every number of some bits another one; numbers that are too large go
/// round again.
fn shuffled(seed: u64, draw: u32, draws: u32) -> u32 {
    const ROUNDS: u64 = 6;
    if draw >= draws {
        return draw;
    }
    let bits = u32::BITS - (draws - 1).leading_zeros();
    let half = bits.div_ceil(2).max(1);
    let mask = (1u64 << half) - 1;
    let mut place = u64::from(draw);
    loop {
        let (mut left, mut right) = (place >> half, place & mask);
        for round in 0..ROUNDS {
            let mixed = mix(seed ^ mix(right | round << 32)) & mask;
            (left, right) = (right, left ^ mixed);
        }
        place = left << half | right;
        if place < u64::from(draws) {
            return place as u32;
        }
    }
}

/// Stirs the bits of a number (the last step of SplitMix64; Steele, Lea and Flood 2014,
/// doi:10.1145/2660193.2660195).
fn mix(number: u64) -> u64 {
    let mut number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

fn uniform_between(low: f64, high: f64, sequence: &mut Sequence) -> f64 {
    Uniform::new_inclusive(low, high).map_or(low, |uniform| uniform.sample(sequence))
}

fn triangle(low: f64, top: f64, high: f64, sequence: &mut Sequence) -> f64 {
    if is_wide(low, high) {
        let logarithm = triangle_between(low.ln(), top.ln(), high.ln(), sequence);
        return logarithm.exp().clamp(low, high);
    }
    triangle_between(low, top, high, sequence)
}

fn triangle_between(low: f64, top: f64, high: f64, sequence: &mut Sequence) -> f64 {
    // Fails only for an empty range, which holds one value.
    Triangular::new(low, high, top).map_or(top, |triangle| triangle.sample(sequence))
}

/// The value below which a share `probability` of the prior lies: the prior is the
/// triangle over `low` to `high` with its top at `top` that [`parameters`] draws from,
/// on the logarithm where the range spans a factor of [`WIDE_RANGE`] or more.
///
/// A `probability` below 0 counts as 0, one above 1 as 1.
pub fn prior_quantile(low: f64, top: f64, high: f64, probability: f64) -> f64 {
    if is_wide(low, high) {
        let logarithm = triangle_quantile(low.ln(), top.ln(), high.ln(), probability);
        return logarithm.exp().clamp(low, high);
    }
    triangle_quantile(low, top, high, probability).clamp(low, high)
}

/// Does a prior over this range stand on the logarithm?
pub fn is_wide(low: f64, high: f64) -> bool {
    low > 0.0 && high / low >= WIDE_RANGE
}

/// Inverse of the distribution function of a triangle: (x − low)² / ((high − low)(top − low))
/// below its top, and mirrored above.
fn triangle_quantile(low: f64, top: f64, high: f64, probability: f64) -> f64 {
    let probability = probability.clamp(0.0, 1.0);
    let width = high - low;
    if probability * width < top - low {
        low + (probability * width * (top - low)).sqrt()
    } else {
        high - ((1.0 - probability) * width * (high - top)).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{BuiltInProgrammes, ScenarioInput, read_scenario};

    fn scenario(more: &str) -> Scenario {
        let text = format!("population = \"universal\"\n{more}\n[[arm]]\nname = \"nothing\"\n");
        let input = ScenarioInput::new("draws", "draws.toml", &text, &BuiltInProgrammes);
        read_scenario(&input).unwrap().value
    }

    #[test]
    fn without_uncertainty_and_with_one_draw_all_parameters_are_at_their_defaults() {
        let one = scenario("uncertainty = { draws = 1, from = \"prior\" }");
        let default = Parameters::of(evidence::LiteratureReading::default());
        assert_eq!(parameters(&scenario(""), 0), default);
        assert_eq!(parameters(&one, 0), default);
        let prior = scenario("reading = \"prior\"");
        assert_eq!(parameters(&prior, 0), *Parameters::prior_centre());
    }

    #[test]
    fn draws_stay_in_their_ranges_and_setting_one_leaves_the_others() {
        let all = scenario("uncertainty = { draws = 300, from = \"prior\" }");
        let set = scenario(
            "uncertainty = { draws = 300, from = \"prior\" }\n\
             parameters = { fade = 0.01, boost = { low = 1.0, high = 2.0 } }",
        );
        for draw in 0..300 {
            let (free, fixed) = (parameters(&all, draw), parameters(&set, draw));
            for row in evidence::parameters() {
                let value = free.get(&row.key).unwrap();
                assert!(row.low <= value && value <= row.high, "{}", row.key);
                if row.key != "fade" && row.key != "boost" {
                    assert_eq!(fixed.get(&row.key).unwrap(), value, "{}", row.key);
                }
            }
            assert_eq!(fixed.fade, 0.01);
            assert!((1.0..=2.0).contains(&fixed.boost));
        }
    }

    #[test]
    fn the_posterior_is_drawn_whole_and_as_often_as_its_weights_say() {
        for reading in ["child", "family"] {
            let scenario = scenario(&format!(
                "reading = \"{reading}\"\n\
                 uncertainty = {{ draws = 1000, from = \"posterior\" }}\n\
                 parameters = {{ fade = 0.01, boost = {{ low = 1.0, high = 2.0 }} }}"
            ));
            let posterior = scenario.posterior().unwrap();
            let free: Vec<(usize, &str)> = evidence::parameters()
                .iter()
                .map(|row| row.key.as_str())
                .enumerate()
                .filter(|(_, key)| !["fade", "boost"].contains(key))
                .collect();
            let mut counts = vec![0.0; posterior.draws.len()];
            for draw in 0..1000 {
                let drawn = parameters(&scenario, draw);
                assert_eq!(drawn.fade, 0.01);
                assert!((1.0..=2.0).contains(&drawn.boost));
                let same = |values: &Vec<f64>| {
                    let mut free = free.iter();
                    free.all(|(place, key)| drawn.get(key) == Some(values[*place]))
                };
                counts[posterior.draws.iter().position(same).unwrap()] += 1.0;
            }
            for (count, weight) in counts.iter().zip(&posterior.weights) {
                let count: f64 = *count;
                assert!((count - 1000.0 * weight).abs() <= 1.0, "{count} {weight}");
            }
        }
    }

    #[test]
    fn only_named_ranges_are_drawn_when_it_is_said() {
        let named = scenario(
            "uncertainty = { draws = 9, from = \"posterior\", only_named = true }\n\
             parameters = { boost = { low = 1.0, high = 2.0 } }",
        );
        let default = Parameters::of(evidence::LiteratureReading::default());
        for draw in 0..9 {
            let drawn = parameters(&named, draw);
            let boost = drawn.boost;
            assert_eq!(drawn, Parameters { boost, ..default.clone() });
        }
    }

    #[test]
    fn every_place_is_taken_once_in_an_order_of_the_seed() {
        for draws in [1, 2, 3, 7, 64, 100, 257] {
            let order =
                |seed| -> Vec<u32> { (0..draws).map(|draw| shuffled(seed, draw, draws)).collect() };
            let mut places = order(20261122);
            if draws > 50 {
                assert_ne!(places, order(20261123));
                let neighbours = places.windows(2).filter(|two| two[0].abs_diff(two[1]) == 1);
                assert!(neighbours.count() < draws as usize / 8);
            }
            places.sort_unstable();
            assert_eq!(places, (0..draws).collect::<Vec<_>>());
        }
    }

    #[test]
    fn wide_ranges_are_drawn_on_the_logarithm() {
        let all = scenario("uncertainty = { draws = 400, from = \"prior\" }");
        let mut values: Vec<f64> =
            (0..400).map(|draw| parameters(&all, draw).placement_acute).collect();
        values.sort_by(f64::total_cmp);
        // From 2e-5 (the top) to 3e-3: the median of the triangle on the logarithm is
        // 2e-5 · 150^(1 − √½) = 8.7e-5; 20 % either way is beyond four standard errors.
        let median = values[200];
        assert!((7e-5..1.08e-4).contains(&median), "{median}");
    }

    #[test]
    fn quantiles_invert_the_distribution_of_the_draws() {
        use statrs::distribution::{ContinuousCDF, Triangular};
        for (low, top, high) in [(0.0, 0.2, 1.0), (-4.2, -3.1, -2.4), (2.0, 2.0, 5.0)] {
            let triangle = Triangular::new(low, high, top).unwrap();
            for share in [0.001, 0.1, 0.19, 0.5, 0.77, 0.999] {
                let value = prior_quantile(low, top, high, share);
                assert!((triangle.cdf(value) - share).abs() < 1e-12, "{value}");
            }
            assert_eq!(prior_quantile(low, top, high, 0.0), low);
            assert_eq!(prior_quantile(low, top, high, 1.0), high);
        }
        // On the logarithm: the median worked out by hand in the test above.
        let median = prior_quantile(2e-5, 2e-5, 3e-3, 0.5);
        assert!((median - 2e-5 * 150f64.powf(1.0 - 0.5f64.sqrt())).abs() < 1e-12);
        assert_eq!(prior_quantile(0.3, 0.3, 0.3, 0.4), 0.3);
    }

    #[test]
    fn draws_and_quantiles_are_of_one_distribution() {
        let all = scenario("uncertainty = { draws = 1000, from = \"prior\" }");
        let row = evidence::parameters().iter().find(|row| row.key == "fade");
        let row = row.unwrap();
        let mut values: Vec<f64> = (0..1000).map(|draw| parameters(&all, draw).fade).collect();
        values.sort_by(f64::total_cmp);
        // Kolmogorov and Smirnov: the largest distance exceeds 1.95 / √n once in a
        // thousand; the seed is fixed.
        let distance = (1..=99)
            .map(|percent| {
                let share = f64::from(percent) / 100.0;
                let quantile = prior_quantile(row.low, row.centre, row.high, share);
                let below = values.partition_point(|value| *value <= quantile);
                (below as f64 / 1000.0 - share).abs()
            })
            .fold(0.0, f64::max);
        assert!(distance < 1.95 / 1000f64.sqrt(), "{distance}");
    }
}
