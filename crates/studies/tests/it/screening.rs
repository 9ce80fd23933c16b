//! Elementary effects of functions whose effects are known.

use homeground_core::engine::random::Streams;
use homeground_studies::sensitivity::screening::{ElementaryEffects, elementary_effects};
use homeground_studies::sensitivity::trajectories::Trajectories;
use homeground_studies::split_halves::{Halved, Undefined};
use rand::RngExt;

use crate::published::{MORRIS_INPUTS, morris, noise};

/// Parameters by the size of their effects, the largest first; places into `effects`.
fn ranking(effects: &[ElementaryEffects]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..effects.len()).collect();
    places.sort_by(|a, b| {
        let size = |place: &usize| effects[*place].mu_star.value;
        size(b).total_cmp(&size(a))
    });
    places
}

fn certain(design: &Trajectories, function: impl Fn(&[f64]) -> f64) -> Vec<Halved> {
    (0..design.points()).map(|point| Halved::certain(function(&design.point(point)))).collect()
}

#[test]
fn a_plane_has_its_slopes_as_effects_and_no_spread() {
    let design = Trajectories::new(3, 8, 1);
    let outcomes = certain(&design, |x| 2.0 * x[0] - 5.0 * x[1]);
    let effects = elementary_effects(&design, &outcomes, 50, 1).unwrap();
    for (effect, slope) in effects.iter().zip([2.0, -5.0, 0.0]) {
        assert!((effect.mu.value - slope).abs() < 1e-12);
        assert!((effect.mu_star.value - f64::abs(slope)).abs() < 1e-12);
        assert!(effect.sigma.value < 1e-7);
        assert_eq!(effect.noise, 0.0);
    }
    assert_eq!(ranking(&effects), [1, 0, 2]);
}

/// Mean effect, mean size and standard deviation of every input of the function of
/// Morris over the whole grid, from random places: an independent method, whose own
/// standard error with 40,000 places is below 0.3 for every input.
fn over_the_grid() -> Vec<[f64; 3]> {
    const PLACES: usize = 40_000;
    let mut sequence = Streams::new(1, 2, 3).sequence(4);
    (0..MORRIS_INPUTS)
        .map(|input| {
            let (mut sum, mut sizes, mut squares) = (0.0, 0.0, 0.0);
            for _ in 0..PLACES {
                let mut x: Vec<f64> = (0..MORRIS_INPUTS)
                    .map(|_| f64::from(sequence.random_range(0..4u8)) / 3.0)
                    .collect();
                x[input] = f64::from(sequence.random_range(0..2u8)) / 3.0;
                let low = morris(&x);
                x[input] += 2.0 / 3.0;
                let effect = (morris(&x) - low) * 1.5;
                sum += effect;
                sizes += effect.abs();
                squares += effect * effect;
            }
            let places = PLACES as f64;
            let mean = sum / places;
            [mean, sizes / places, (squares / places - mean * mean).sqrt()]
        })
        .collect()
}

/// At 200 walks the standard error of μ and μ* is σ / √200, at most 5; five fixed
/// seeds and 20 inputs are held to four standard errors (six false alarms in 100,000)
/// and to a fifth of σ.
#[test]
fn the_function_of_morris_gives_its_known_effects() {
    let known = over_the_grid();
    // As he found it: 1 to 10 stand out, 8 to 10 of them nearly alone.
    for (input, [mu, mu_star, sigma]) in known.iter().enumerate() {
        match input {
            0..7 => assert!(*mu_star > 25.0 && *sigma > 15.0, "{input}"),
            7..10 => assert!((mu - mu_star).abs() < 0.1 && *sigma < 8.0, "{input}"),
            _ => assert!(*mu_star < 8.0, "{input}"),
        }
    }
    for seed in 0..5 {
        let design = Trajectories::new(MORRIS_INPUTS, 200, seed);
        let outcomes = certain(&design, morris);
        let effects = elementary_effects(&design, &outcomes, 100, seed).unwrap();
        for (effect, [mu, mu_star, sigma]) in effects.iter().zip(&known) {
            let tolerance = 4.0 * sigma / 200f64.sqrt() + 0.3;
            assert!((effect.mu.value - mu).abs() < tolerance);
            assert!((effect.mu_star.value - mu_star).abs() < tolerance);
            assert!((effect.sigma.value / sigma - 1.0).abs() < 0.25);
        }
        let mut first_ten = ranking(&effects)[..10].to_vec();
        first_ten.sort_unstable();
        assert!(first_ten.into_iter().eq(0..10));
    }
}

/// Sixteen walks, as in a first look, find the ten inputs that matter.
#[test]
fn few_walks_are_enough_to_screen() {
    let mut found = 0;
    for seed in 0..20 {
        let design = Trajectories::new(MORRIS_INPUTS, 16, seed);
        let outcomes = certain(&design, morris);
        let effects = elementary_effects(&design, &outcomes, 20, seed).unwrap();
        let first_ten = ranking(&effects)[..10].to_vec();
        found += u32::from(first_ten.iter().all(|input| *input < 10));
    }
    assert_eq!(found, 20);
}

/// Noise with a standard deviation of 10 in an effect of the mean of the halves: the
/// effect of an idle parameter has mean size 8 in it, and none across halves.
#[test]
fn noise_does_not_lift_an_idle_parameter() {
    let design = Trajectories::new(3, 400, 1);
    let mut noise = noise(5);
    // An effect is a difference of two outcomes over 2/3; means of two halves.
    let deviation = 10.0 / 1.5;
    let outcomes: Vec<Halved> = certain(&design, |x| 50.0 * x[0] + 10.0 * x[1])
        .into_iter()
        .map(|outcome| Halved {
            first: outcome.first + deviation * noise(),
            second: outcome.second + deviation * noise(),
        })
        .collect();
    let effects = elementary_effects(&design, &outcomes, 200, 1).unwrap();
    let [strong, weak, idle] = effects.try_into().unwrap();
    // Standard errors: 10 / √400 = 0.5 for means; a little more for sizes.
    assert!((strong.mu_star.value - 50.0).abs() < 2.0);
    assert!((weak.mu.value - 10.0).abs() < 2.0);
    assert!(weak.mu_star.value < 12.0 && weak.mu_star.value > 3.0);
    assert!(idle.mu_star.value.abs() < 2.0, "{:?}", idle.mu_star);
    assert!(idle.mu_star.interval.contains(0.0));
    assert!((idle.mu_star_with_noise - 8.0).abs() < 1.5);
    assert!((idle.noise - 10.0).abs() < 1.0);
    assert!((idle.sigma_with_noise - 10.0).abs() < 1.5);
    assert!(idle.sigma.value < 4.5);
}

#[test]
fn nothing_is_said_of_an_outcome_that_stays_or_is_missing() {
    let design = Trajectories::new(3, 8, 1);
    let same = certain(&design, |_| 0.5);
    let result = elementary_effects(&design, &same, 10, 1);
    assert_eq!(result, Err(Undefined::Constant));
    let mut missing = certain(&design, |x| x[0]);
    missing[3] = Halved::certain(f64::NAN);
    let result = elementary_effects(&design, &missing, 10, 1);
    assert_eq!(result, Err(Undefined::Missing(1)));
}
