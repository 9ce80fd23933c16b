//! Parameter values of one draw.

use rand_distr::{Distribution, Triangular, Uniform};

use crate::engine::random::{Sequence, Streams};
use crate::evidence;
use crate::model::parameters::Parameters;
use crate::scenario::{ParameterValue, Scenario};

/// Number of parameter draws of a scenario; 1 when it has no uncertainty.
pub fn count(scenario: &Scenario) -> u32 {
    scenario
        .uncertainty
        .map_or(1, |uncertainty| uncertainty.draws)
}

/// The parameters of a draw.
///
/// Values that the scenario fixes stay. Ranges that it gives are uniform. With
/// uncertainty `from = "prior"` every other parameter is drawn from a triangle over
/// its range with its top at the default. Each parameter has random numbers of its
/// own, so that setting one leaves the draws of all others as they were.
pub fn parameters(scenario: &Scenario, draw: u32) -> Parameters {
    let mut parameters = Parameters::standard().clone();
    let streams = Streams::new(scenario.seed, draw, 0);
    let draws_all = scenario
        .uncertainty
        .is_some_and(|uncertainty| !uncertainty.only_named);
    for (index, row) in evidence::parameters().iter().enumerate() {
        let mut sequence = streams.sequence(index as u32);
        let setting = scenario
            .parameters
            .iter()
            .find(|setting| setting.key == row.key);
        let value = match setting.map(|setting| setting.value) {
            Some(ParameterValue::Fixed(value)) => value,
            Some(ParameterValue::Range { low, high }) => uniform_between(low, high, &mut sequence),
            None if draws_all => triangle(row.low, row.default, row.high, &mut sequence),
            None => row.default,
        };
        // Every row of the table is a field; a test of the model holds them together.
        let known = parameters.set(&row.key, value);
        debug_assert!(known);
    }
    parameters
}

fn uniform_between(low: f64, high: f64, sequence: &mut Sequence) -> f64 {
    Uniform::new_inclusive(low, high).map_or(low, |uniform| uniform.sample(sequence))
}

fn triangle(low: f64, top: f64, high: f64, sequence: &mut Sequence) -> f64 {
    // Fails only for an empty range, which holds one value.
    Triangular::new(low, high, top).map_or(top, |triangle| triangle.sample(sequence))
}
