//! What is simulated at one point of a study.

use homeground_core::model::design::{Design, UnknownKey};
use homeground_core::model::parameters::Parameters;
use homeground_core::scenario::{Capacity, ParameterValue, Population, Scenario};

/// One point: the arms as they are there, and who the families are.
#[derive(Clone, Debug)]
pub struct Point {
    /// The arms, in the order of the study.
    pub arms: Vec<PointArm>,
    /// Who the families are, where that differs from the scenario.
    pub population: Option<Population>,
    /// The draw whose random numbers are used. Points that compare assumptions share
    /// those of draw 0; parameter draws, whose noise is to be independent, have each
    /// their own.
    pub draw: u32,
}

/// An arm at a point.
#[derive(Clone, Debug)]
pub struct PointArm {
    /// Its design with the parameters of the point.
    pub design: Design,
    /// Its site, if helpers are few.
    pub capacity: Option<Capacity>,
}

impl Point {
    /// Arms of a scenario under these parameters.
    ///
    /// # Errors
    /// When an arm names something that the tables lack; a checked scenario never does.
    pub fn new(
        scenario: &Scenario,
        arms: &[usize],
        parameters: &Parameters,
    ) -> Result<Point, UnknownKey> {
        let arms = arms.iter().filter_map(|arm| scenario.arms.get(*arm));
        let arms: Result<Vec<PointArm>, UnknownKey> = arms
            .map(|arm| {
                Ok(PointArm { design: Design::new(arm, parameters)?, capacity: arm.capacity })
            })
            .collect();
        Ok(Point { arms: arms?, population: None, draw: 0 })
    }

    /// The same for a scenario whose families may be others than those of `base`.
    ///
    /// # Errors
    /// As [`Point::new`].
    pub fn of_variation(
        variation: &Scenario,
        base: &Scenario,
        arms: &[usize],
    ) -> Result<Point, UnknownKey> {
        let point = Point::new(variation, arms, &central_parameters(variation))?;
        let other = variation.population != base.population;
        Ok(Point { population: other.then(|| variation.population.clone()), ..point })
    }
}

/// The parameters that a study starts from: values that the scenario fixes, the default
/// of its reading for all others. Of a range that the scenario gives, the default if it lies within,
/// else the middle.
pub fn central_parameters(scenario: &Scenario) -> Parameters {
    let mut parameters = Parameters::defaults_of(scenario);
    for setting in &scenario.parameters {
        let value = match setting.value {
            ParameterValue::Fixed(value) => value,
            ParameterValue::Range { low, high } => {
                let default = parameters.get(&setting.key).unwrap_or(f64::NAN);
                if (low..=high).contains(&default) { default } else { (low + high) / 2.0 }
            }
        };
        // A checked scenario names only parameters that exist.
        let known = parameters.set(&setting.key, value);
        debug_assert!(known);
    }
    parameters
}

#[cfg(test)]
mod tests {
    use super::*;
    use homeground_core::scenario::{BuiltInProgrammes, ScenarioInput, read_scenario};

    #[test]
    fn a_range_is_taken_at_its_default_or_at_its_middle() {
        let text = "population = \"universal\"\nreading = \"prior\"\n[[arm]]\nname = \"one\"\n[parameters]\n\
                    fade = 0.01\nattend_burden = { low = 0.1, high = 3.9 }\nboost = { low = 2.0, high = 3.0 }\n\
                    [uncertainty]\ndraws = 50\n";
        let input = ScenarioInput::new("one", "one.toml", text, &BuiltInProgrammes);
        let scenario = read_scenario(&input).unwrap().value;
        let parameters = central_parameters(&scenario);
        assert_eq!(parameters.fade, 0.01);
        assert_eq!(parameters.attend_burden, Parameters::prior_centre().attend_burden);
        assert_eq!(parameters.boost, 2.5);
        assert_eq!(parameters.repair, Parameters::prior_centre().repair);
    }
}
