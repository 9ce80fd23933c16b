//! Parameters that a study varies: from a coordinate of the unit cube to a value.
//!
//! By default a parameter follows its prior, the triangle over its range with the top at
//! its centre, on the logarithm where the range is wide ([`draws::prior_quantile`]): the
//! centre is our best guess before calibration, and a variance that gives the ends of a range as much weight
//! as its middle would overstate the parameters whose ranges are wide only to be safe. Equal
//! weight can be asked for ([`Spread::Uniform`]). A range that the scenario gives under
//! `[parameters]` has equal weight everywhere, as in its own draws: it names no best guess.

use homeground_core::engine::draws;
use homeground_core::evidence::{self, Grade};
use homeground_core::scenario::{ParameterValue, Scenario};

pub use homeground_core::scenario::study::Spread;

/// A parameter that is varied.
#[derive(Clone, Debug, PartialEq)]
pub struct Varied {
    /// Its name.
    pub key: String,
    /// Lowest value.
    pub low: f64,
    /// Highest value.
    pub high: f64,
    /// Top of its prior.
    pub centre: f64,
    /// How its weight lies over the range.
    pub spread: Spread,
    /// How well it is known.
    pub grade: Grade,
}

/// Why a parameter cannot be varied.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum RangeError {
    /// No such parameter.
    #[error("unknown parameter `{key}`{}", nearest.as_ref().map(|near| format!("; did you mean `{near}`?")).unwrap_or_default())]
    Unknown {
        /// What was asked for.
        key: String,
        /// The one that was meant, perhaps.
        nearest: Option<String>,
    },
    /// The scenario holds it at one value.
    #[error(
        "`{key}` is held at {value} by the scenario and cannot be varied; give it a range, \
         {key} = {{ low = …, high = … }}, or leave it out"
    )]
    Fixed {
        /// The parameter.
        key: String,
        /// Its value.
        value: f64,
    },
    /// Beyond what means anything.
    #[error(
        "`{key}` cannot be varied from {low} to {high}: it must be from {minimum} to {maximum}"
    )]
    Outside {
        /// The parameter.
        key: String,
        /// Lower end that was asked for.
        low: f64,
        /// Upper end that was asked for.
        high: f64,
        /// Smallest value that means anything.
        minimum: f64,
        /// Largest value that means anything.
        maximum: f64,
    },
    /// A range that holds one value, or none.
    #[error("the range of `{key}`, {low} to {high}, holds nothing to vary")]
    Empty {
        /// The parameter.
        key: String,
        /// Lower end.
        low: f64,
        /// Upper end.
        high: f64,
    },
    /// Named twice.
    #[error("`{0}` is named twice")]
    Twice(String),
}

impl Varied {
    /// A parameter over its range in a scenario.
    ///
    /// # Errors
    /// [`RangeError`].
    pub fn new(scenario: &Scenario, key: &str, spread: Spread) -> Result<Self, RangeError> {
        let Some(row) = evidence::find(evidence::parameters(), key) else {
            let keys = evidence::parameters().iter().map(|row| row.key.as_str());
            return Err(RangeError::Unknown {
                key: key.to_owned(),
                nearest: homeground_core::scenario::nearest(key, keys).map(str::to_owned),
            });
        };
        let key = key.to_owned();
        let set = scenario.parameters.iter().find(|set| set.key == key);
        let (low, high, spread) = match set.map(|set| set.value) {
            Some(ParameterValue::Fixed(value)) => return Err(RangeError::Fixed { key, value }),
            Some(ParameterValue::Range { low, high }) => (low, high, Spread::Uniform),
            None => (row.low, row.high, spread),
        };
        let (minimum, maximum) = (row.minimum, row.maximum);
        // Not `low < minimum`: that would let through what is no number.
        if !(low >= minimum && high <= maximum) {
            return Err(RangeError::Outside { key, low, high, minimum, maximum });
        }
        if low >= high {
            return Err(RangeError::Empty { key, low, high });
        }
        Ok(Self { key, low, high, centre: row.centre, spread, grade: row.grade })
    }

    /// All parameters that a scenario leaves free, in the order of the table.
    pub fn all(scenario: &Scenario, spread: Spread) -> Vec<Self> {
        evidence::parameters()
            .iter()
            .filter_map(|row| Self::new(scenario, &row.key, spread).ok())
            .collect()
    }

    /// The parameters of a list.
    ///
    /// # Errors
    /// The first [`RangeError`].
    pub fn named<'a>(
        scenario: &Scenario,
        keys: impl IntoIterator<Item = &'a str>,
        spread: Spread,
    ) -> Result<Vec<Self>, RangeError> {
        let mut varied: Vec<Self> = Vec::new();
        for key in keys {
            if varied.iter().any(|known| known.key == key) {
                return Err(RangeError::Twice(key.to_owned()));
            }
            varied.push(Self::new(scenario, key, spread)?);
        }
        Ok(varied)
    }

    /// The value at a coordinate from 0 to 1: the value below which that share of its
    /// weight lies.
    pub fn value(&self, coordinate: f64) -> f64 {
        let (low, high) = (self.low, self.high);
        let value = match self.spread {
            Spread::Prior => draws::prior_quantile(low, self.centre, high, coordinate),
            Spread::Uniform => low + coordinate * (high - low),
        };
        value.clamp(low, high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use homeground_core::scenario::{BuiltInProgrammes, ScenarioInput, read_scenario};

    fn scenario(parameters: &str) -> Scenario {
        let text = format!(
            "population = \"universal\"\n[parameters]\n{parameters}\n[[arm]]\nname = \"nothing\"\n"
        );
        let input = ScenarioInput::new("ranges", "ranges.toml", &text, &BuiltInProgrammes);
        read_scenario(&input).unwrap().value
    }

    #[test]
    fn all_that_a_scenario_leaves_free_is_varied_over_its_range() {
        let scenario = scenario("fade = 0.01\nboost = { low = 1.0, high = 2.0 }");
        let varied = Varied::all(&scenario, Spread::Prior);
        assert_eq!(varied.len(), evidence::parameters().len() - 1);
        for parameter in &varied {
            let row = evidence::find(evidence::parameters(), &parameter.key).unwrap();
            let ends = [parameter.value(0.0), parameter.value(1.0)];
            if parameter.key == "boost" {
                assert_eq!(ends, [1.0, 2.0]);
                assert_eq!(parameter.value(0.25), 1.25);
            } else {
                // Through a logarithm and back, where the range is wide.
                assert!((ends[0] / row.low - 1.0).abs() < 1e-12 || ends[0] == row.low);
                assert!((ends[1] / row.high - 1.0).abs() < 1e-12 || ends[1] == row.high);
            }
        }
    }

    #[test]
    fn equal_weight_moves_evenly_through_the_range() {
        let scenario = scenario("");
        let prior = Varied::new(&scenario, "fade", Spread::Prior).unwrap();
        let even = Varied::new(&scenario, "fade", Spread::Uniform).unwrap();
        let middle = f64::midpoint(even.low, even.high);
        assert!((even.value(0.5) - middle).abs() < 1e-15);
        // The centre lies near the middle, so the prior's median does, but its quarter is
        // nearer to it than that of equal weight.
        assert!(prior.value(0.25) > even.value(0.25));
    }

    #[test]
    fn what_cannot_be_varied_says_why() {
        let scenario = scenario("fade = 0.01");
        let error = |key| Varied::new(&scenario, key, Spread::Prior).unwrap_err();
        assert_eq!(
            error("bond_rat").to_string(),
            "unknown parameter `bond_rat`; did you mean `bond_rate`?"
        );
        assert!(error("fade").to_string().contains("held at 0.01"));
        let mut other = scenario.clone();
        other.parameters[0].value = ParameterValue::Range { low: 0.5, high: 1.5 };
        let error = Varied::new(&other, "fade", Spread::Prior).unwrap_err();
        assert_eq!(
            error.to_string(),
            "`fade` cannot be varied from 0.5 to 1.5: it must be from 0 to 1"
        );
        other.parameters[0].value = ParameterValue::Range { low: 0.5, high: 0.5 };
        let error = Varied::new(&other, "fade", Spread::Prior).unwrap_err();
        assert!(matches!(error, RangeError::Empty { .. }));
        let twice = Varied::named(&other, ["boost", "boost"], Spread::Prior);
        assert_eq!(twice, Err(RangeError::Twice("boost".to_owned())));
    }
}
