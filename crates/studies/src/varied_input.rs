//! Inputs that a study varies along their ranges: parameters of the model, and fields of a
//! programme or population.

use homeground_core::evidence;
use homeground_core::model::design::UnknownKey;
use homeground_core::scenario::study::{Level, ThresholdPlan, Variations, Vary};
use homeground_core::scenario::{ParameterValue, ProgrammeSource, Scenario};

use crate::context::StudyError;
use crate::parameter_range::ParameterRange;
use crate::point::{Point, central_parameters};

/// One input that is varied.
#[derive(Clone, Debug, PartialEq)]
pub struct VariedInput {
    /// Name of the parameter, or path of the field.
    pub name: String,
    /// Unit of its values; empty if none is known.
    pub unit: String,
    /// Its range and where it starts.
    pub range: ParameterRange,
    source: Source,
}

#[derive(Clone, Debug, PartialEq)]
enum Source {
    Parameter,
    Field(Vary),
}

impl VariedInput {
    /// A parameter of the model, within its plausible range or the one that the
    /// scenario gives. None if there is no such parameter.
    pub fn parameter(scenario: &Scenario, key: &str) -> Option<VariedInput> {
        let row = evidence::find(evidence::parameters(), key)?;
        let start = central_parameters(scenario).get(key)?;
        let own = scenario.parameters.iter().find(|one| one.key == key);
        let (low, high) = match own.map(|one| one.value) {
            Some(ParameterValue::Range { low, high }) => (low, high),
            // A default of a posterior file may lie beyond what we hold plausible.
            _ => (row.low.min(start), row.high.max(start)),
        };
        Some(VariedInput {
            name: row.key.clone(),
            unit: row.unit.clone(),
            range: ParameterRange::new(low, start, high),
            source: Source::Parameter,
        })
    }

    /// A field between two numbers. It starts at its value in the scenario, or at the
    /// end that is nearest to it.
    pub fn field(scenario: &Scenario, vary: &Vary) -> Option<VariedInput> {
        let numbers = || vary.levels.iter().filter_map(|level| level.number);
        let (low, high) = (numbers().reduce(f64::min)?, numbers().reduce(f64::max)?);
        let target = vary.targets.first()?;
        let start = value_at(scenario, target).unwrap_or((low + high) / 2.0);
        let unit = match target.as_slice() {
            [key] => evidence::find(evidence::parameters(), key).map(|row| row.unit.clone()),
            _ => None,
        };
        Some(VariedInput {
            name: vary.path.clone(),
            unit: unit.unwrap_or_default(),
            range: ParameterRange::new(low, start, high),
            source: Source::Field(vary.clone()),
        })
    }

    /// All that a plan varies: fields first, then parameters.
    pub fn of_plan(scenario: &Scenario, plan: &ThresholdPlan) -> Vec<VariedInput> {
        let fields = plan.vary.iter().filter_map(|vary| VariedInput::field(scenario, vary));
        let parameters =
            plan.parameters.iter().filter_map(|key| VariedInput::parameter(scenario, key));
        fields.chain(parameters).collect()
    }

    /// The nearest value that it can take.
    pub fn possible(&self, value: f64) -> f64 {
        match &self.source {
            Source::Field(vary) if vary.whole => value.round(),
            _ => value,
        }
    }
}

/// Where each of some inputs stands.
pub type Position<'a> = [(&'a VariedInput, f64)];

/// The scenario as it stands: makes points with some inputs at other values, everything else
/// at its start.
pub struct BaseCase<'a> {
    scenario: &'a Scenario,
    arms: Vec<usize>,
}

impl<'a> BaseCase<'a> {
    /// Points of these arms of a scenario.
    pub fn new(scenario: &'a Scenario, arms: &[usize]) -> Self {
        Self { scenario, arms: arms.to_vec() }
    }

    /// The scenario at a position: as it is, if only parameters have moved.
    ///
    /// # Errors
    /// When values are impossible together.
    pub fn scenario(
        &self,
        position: &Position<'_>,
        programmes: &dyn ProgrammeSource,
    ) -> Result<Option<Scenario>, StudyError> {
        let levels: Vec<(&Vary, Level)> = position
            .iter()
            .filter_map(|(input, value)| match &input.source {
                Source::Field(vary) => Some((vary, Level::of_number(*value, vary.whole))),
                Source::Parameter => None,
            })
            .collect();
        if levels.is_empty() {
            return Ok(None);
        }
        let settings: Vec<(&Vary, &Level)> =
            levels.iter().map(|(vary, level)| (*vary, level)).collect();
        Variations::new(self.scenario, programmes).scenario(&settings).map(Some).map_err(|error| {
            StudyError::Impossible { point: told(position), reason: error.to_string() }
        })
    }

    /// The point at a position, given its scenario from [`BaseCase::scenario`], with the
    /// random numbers of a draw.
    ///
    /// # Errors
    /// When an arm names something that the tables lack; a checked scenario never does.
    pub fn point(
        &self,
        position: &Position<'_>,
        varied: Option<&Scenario>,
        draw: u32,
    ) -> Result<Point, UnknownKey> {
        let scenario = varied.unwrap_or(self.scenario);
        let mut parameters = central_parameters(scenario);
        for (input, value) in position {
            if input.source == Source::Parameter {
                // An input of a parameter is only made for one that exists.
                let known = parameters.set(&input.name, *value);
                debug_assert!(known);
            }
        }
        let point = Point::new(scenario, &self.arms, &parameters)?;
        let other = scenario.population != self.scenario.population;
        Ok(Point { population: other.then(|| scenario.population.clone()), draw, ..point })
    }
}

/// A position in words.
fn told(position: &Position<'_>) -> String {
    let parts: Vec<String> =
        position.iter().map(|(input, value)| format!("{} = {value}", input.name)).collect();
    parts.join(", ")
}

/// The number that stands at a path of a scenario; none if there is none.
fn value_at(scenario: &Scenario, path: &[String]) -> Option<f64> {
    if let [key] = path
        && let Some(value) = central_parameters(scenario).get(key)
    {
        return Some(value);
    }
    let table: toml::Table = scenario.to_toml().parse().ok()?;
    let (first, rest) = path.split_first()?;
    let (mut here, rest) = if first == "arm" {
        let (name, rest) = rest.split_first()?;
        let arms = table.get("arm")?.as_array()?;
        let arm =
            arms.iter().find(|arm| arm.get("name").and_then(toml::Value::as_str) == Some(name))?;
        (arm, rest)
    } else {
        (table.get(first)?, rest)
    };
    let [before @ .., last] = rest else {
        return number(here);
    };
    for key in before {
        let key = if key == "override" { "programme" } else { key };
        here = here.get(key)?;
    }
    let programme = here.get("programme").unwrap_or(here);
    if last == "visits_per_week" {
        let steps = programme.get("schedule")?.as_array()?;
        return steps.first()?.get(last).and_then(number);
    }
    here.get(last).or_else(|| programme.get(last)).and_then(number)
}

fn number(value: &toml::Value) -> Option<f64> {
    value.as_float().or_else(|| value.as_integer().map(|whole| whole as f64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use homeground_core::scenario::{BuiltInProgrammes, ScenarioInput, read_scenario};

    fn scenario() -> Scenario {
        let text = "population = \"child_welfare\"\nreference = \"office\"\n\
                    [[arm]]\nname = \"office\"\nprogramme = \"advice_and_guidance\"\n\
                    [[arm]]\nname = \"home\"\nprogramme = \"advice_and_guidance\"\n\
                    override = { arena = \"home\", visit_minutes = 75 }\n\
                    [parameters]\nfade = { low = 0.01, high = 0.02 }\nboost = 1.5\n";
        let input = ScenarioInput::new("one", "one.toml", text, &BuiltInProgrammes);
        read_scenario(&input).unwrap().value
    }

    fn path(text: &str) -> Vec<String> {
        text.split('.').map(str::to_owned).collect()
    }

    #[test]
    fn values_are_found_where_the_scenario_has_them() {
        let scenario = scenario();
        for (place, expected) in [
            ("arm.home.visit_minutes", 75.0),
            ("arm.home.override.visit_minutes", 75.0),
            ("boost", 1.5),
        ] {
            assert_eq!(value_at(&scenario, &path(place)), Some(expected), "{place}");
        }
        assert!(value_at(&scenario, &path("population.adversity_mean")).unwrap() > 1.0);
        assert!(value_at(&scenario, &path("arm.home.visits_per_week")).unwrap() > 0.0);
        assert_eq!(value_at(&scenario, &path("arm.none.visit_minutes")), None);
    }

    #[test]
    fn a_parameter_moves_within_the_range_that_the_scenario_gives() {
        let scenario = scenario();
        let own = VariedInput::parameter(&scenario, "fade").unwrap();
        assert_eq!((own.range.low, own.range.high), (0.01, 0.02));
        let row = evidence::find(evidence::parameters(), "repair").unwrap();
        let input = VariedInput::parameter(&scenario, "repair").unwrap();
        assert_eq!(input.range, ParameterRange::new(row.low, scenario.default_of(row), row.high));
        assert_eq!(VariedInput::parameter(&scenario, "nothing"), None);
    }

    #[test]
    fn a_point_has_the_parameter_where_it_was_moved_and_the_numbers_of_its_draw() {
        let scenario = scenario();
        let input = VariedInput::parameter(&scenario, "repair").unwrap();
        let base = BaseCase::new(&scenario, &[0, 1]);
        let point = base.point(&[(&input, 0.33)], None, 1).unwrap();
        assert_eq!(point.arms[0].design.parameters.repair, 0.33);
        assert_eq!(point.arms[1].design.parameters.boost, 1.5);
        assert_eq!(point.draw, 1);
    }
}
