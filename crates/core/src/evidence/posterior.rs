//! Calibrated samples of the parameters: one for each reading of the literature that is
//! calibrated. A sample is a list of weighted draws, and a *central draw* that stands for
//! all of them: the values of the parameters when a scenario says nothing.

use std::sync::LazyLock;

use csv::StringRecord;

use super::keyed::Keyed;
use super::literature_reading::LiteratureReading;
use super::tables::{Parameter, parameters};

/// Weighted draws of all parameters. Values stand in the order of [`parameters`].
#[derive(Clone, Debug, PartialEq)]
pub struct Posterior {
    /// The reading of the literature that it was calibrated to.
    pub reading: LiteratureReading,
    /// The version of the model that it is of.
    pub model_version: u32,
    /// The central draw.
    pub central: Vec<f64>,
    /// The draws, at least one.
    pub draws: Vec<Vec<f64>>,
    /// Their weights; they add to 1.
    pub weights: Vec<f64>,
    /// Sum of the weights up to each draw.
    up_to: Vec<f64>,
}

impl Posterior {
    /// A sample of draws; weights are brought to a sum of 1. None if there are no draws,
    /// not as many weights as draws, or weights that are negative, no numbers or all zero.
    pub fn new(
        reading: LiteratureReading,
        model_version: u32,
        central: Vec<f64>,
        draws: Vec<Vec<f64>>,
        weights: Vec<f64>,
    ) -> Option<Self> {
        let sum: f64 = weights.iter().sum();
        let possible = weights.iter().all(|weight| *weight >= 0.0)
            && sum > 0.0
            && sum.is_finite()
            && weights.len() == draws.len();
        if !possible {
            return None;
        }
        let weights: Vec<f64> = weights.iter().map(|weight| weight / sum).collect();
        let up_to = weights
            .iter()
            .scan(0.0, |sum, weight| {
                *sum += weight;
                Some(*sum)
            })
            .collect();
        Some(Self { reading, model_version, central, draws, weights, up_to })
    }

    /// The draw at a position from 0 to 1 on the line on which every draw takes as much
    /// space as it has weight.
    pub fn at(&self, position: f64) -> &[f64] {
        let place = self.up_to.partition_point(|sum| *sum <= position);
        // Rounding may leave the last sum a little below 1, and draws without weight may
        // stand at the end.
        let last = self.weights.iter().rposition(|weight| *weight > 0.0);
        &self.draws[place.min(last.unwrap_or(0))]
    }

    /// The number of draws of equal weight that would tell as much: 1 / Σ w².
    pub fn effective_draws(&self) -> f64 {
        1.0 / self.weights.iter().map(|weight| weight * weight).sum::<f64>()
    }

    /// The value of a parameter, by its place in the table, below which a share of the
    /// weight lies.
    pub fn quantile(&self, parameter: usize, share: f64) -> f64 {
        let mut values: Vec<(f64, f64)> = self
            .draws
            .iter()
            .zip(&self.weights)
            .map(|(draw, weight)| (draw[parameter], *weight))
            .collect();
        values.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut sum = 0.0;
        for (value, weight) in &values {
            sum += weight;
            if sum >= share {
                return *value;
            }
        }
        values.last().map_or(f64::NAN, |(value, _)| *value)
    }
}

impl Parameter {
    /// Its value when a scenario says nothing: that of the central draw of the reading,
    /// or the centre of the prior where nothing is calibrated.
    pub fn default_under(&self, reading: LiteratureReading) -> f64 {
        let place = parameters().iter().position(|row| row.key == self.key);
        place.map_or(self.centre, |place| central_draw(reading)[place])
    }
}

/// The calibrated sample of a reading that is part of the program; none for the reading
/// that is not calibrated.
pub fn posterior(reading: LiteratureReading) -> Option<&'static Posterior> {
    static CHILD: LazyLock<Posterior> =
        LazyLock::new(|| built_in(LiteratureReading::Child, CHILD_TEXT));
    static FAMILY: LazyLock<Posterior> =
        LazyLock::new(|| built_in(LiteratureReading::Family, FAMILY_TEXT));
    match reading {
        LiteratureReading::Child => Some(&CHILD),
        LiteratureReading::Family => Some(&FAMILY),
        LiteratureReading::Prior => None,
    }
}

/// Values of all parameters, in the order of the table, when a scenario says nothing but
/// its reading.
pub fn central_draw(reading: LiteratureReading) -> &'static [f64] {
    static CENTRES: LazyLock<Vec<f64>> =
        LazyLock::new(|| parameters().iter().map(|row| row.centre).collect());
    posterior(reading).map_or(&*CENTRES, |posterior| &posterior.central)
}

const CHILD_TEXT: &str = include_str!("../../../../data/posterior_child.csv");
const FAMILY_TEXT: &str = include_str!("../../../../data/posterior_family.csv");

/// Reads an embedded sample. A parameter that is newer than the sample stands at the
/// centre of its prior, so that a changed model can be run, and calibrated anew; that the
/// samples which are shipped are whole, and of this model, is a test's business.
fn built_in(reading: LiteratureReading, text: &str) -> Posterior {
    let broken = |what: &dyn std::fmt::Display| -> ! {
        panic!("data/posterior_{}.csv: {what}", reading.word())
    };
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Result<Vec<StringRecord>, _> = reader.records().collect();
    let (headings, rows) = match (reader.headers(), rows) {
        (Ok(headings), Ok(rows)) => (headings.clone(), rows),
        (Err(error), _) | (_, Err(error)) => broken(&error),
    };
    let column = |name: &str| headings.iter().position(|heading| heading == name);
    let number = |row: &StringRecord, column: Option<usize>| -> Option<f64> {
        row.get(column?)?.parse().ok()
    };
    let columns: Vec<Option<usize>> = parameters().iter().map(|row| column(row.key())).collect();
    let values = |row: &StringRecord| -> Vec<f64> {
        let cells = columns.iter().map(|column| number(row, *column));
        cells
            .zip(parameters())
            .map(|(value, parameter)| value.unwrap_or(parameter.centre))
            .collect()
    };
    let (version, draw, weight) = (column("model_version"), column("draw"), column("weight"));
    let (central, drawn): (Vec<_>, Vec<_>) =
        rows.iter().partition(|row| number(row, draw) == Some(0.0));
    let Some(first) = central.first() else { broken(&"there is no central draw") };
    let weights = drawn.iter().map(|row| number(row, weight).unwrap_or(f64::NAN));
    let found = Posterior::new(
        reading,
        number(first, version).unwrap_or(0.0) as u32,
        values(first),
        drawn.iter().map(|row| values(row)).collect(),
        weights.collect(),
    );
    found.unwrap_or_else(|| broken(&"its weights are no weights"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(weights: &[f64]) -> Option<Posterior> {
        let draws = (0..weights.len()).map(|draw| vec![draw as f64 + 1.0]).collect();
        let reading = LiteratureReading::Child;
        Posterior::new(reading, 1, vec![0.5], draws, weights.to_vec())
    }

    #[test]
    fn a_draw_takes_as_much_room_as_it_has_weight() {
        let sample = sample(&[1.0, 0.0, 3.0, 0.0]).unwrap();
        assert_eq!(sample.weights, [0.25, 0.0, 0.75, 0.0]);
        for (position, value) in [(0.0, 1.0), (0.249, 1.0), (0.25, 3.0), (0.9999, 3.0)] {
            assert_eq!(sample.at(position), [value], "{position}");
        }
        assert_eq!(sample.at(1.0), [3.0]);
        assert!((sample.effective_draws() - 1.0 / 0.625).abs() < 1e-12);
    }

    #[test]
    fn quantiles_follow_weights() {
        let sample = sample(&[0.1, 0.2, 0.3, 0.4]).unwrap();
        let quantiles = [0.05, 0.29, 0.5, 0.99].map(|share| sample.quantile(0, share));
        assert_eq!(quantiles, [1.0, 2.0, 3.0, 4.0]);
    }

    #[test]
    fn weights_that_are_none_make_no_sample() {
        for weights in [vec![], vec![0.0, 0.0], vec![1.0, -0.1], vec![f64::NAN, 1.0]] {
            assert_eq!(sample(&weights), None, "{weights:?}");
        }
    }

    #[test]
    fn the_central_draw_of_the_reading_is_the_default() {
        for (place, row) in parameters().iter().enumerate() {
            assert_eq!(row.default_under(LiteratureReading::Prior), row.centre);
            for reading in [LiteratureReading::Child, LiteratureReading::Family] {
                let central = posterior(reading).unwrap().central[place];
                assert_eq!(row.default_under(reading), central, "{}", row.key);
            }
        }
    }
}
