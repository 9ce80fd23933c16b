//! Writes a checked scenario as TOML with everything said: programmes in full,
//! defaults spelt out. What is written reads back to the same value.

use super::lines::{Lines, key_to_toml, list, number, quoted};
use super::study::write::write as write_study;
use super::translations;
use super::types::{
    Arm, Compensating, Levels, POSTERIOR_FILE, ParameterValue, Population, Programme, Scenario,
    Uptake,
};

impl Scenario {
    /// The scenario as a file that needs no other file, but the posterior file that it
    /// goes by if it names one, under the name [`POSTERIOR_FILE`] beside it.
    pub fn to_toml(&self) -> String {
        let mut file = Lines::default();
        file.text("name", &self.name);
        file.text("title", &self.title);
        file.text("question", &self.question);
        file.raw("families", self.families);
        file.raw("replicates", self.replicates);
        file.raw("horizon_weeks", self.horizon_weeks);
        file.raw("seed", self.seed);
        if let Some(arm) = self.arms.get(self.reference) {
            file.text("reference", &arm.name);
        }
        file.text("reading", self.reading.word());
        translations::write(&mut file, "", &self.translations);
        write_population(&mut file, &self.population);
        for arm in &self.arms {
            write_arm(&mut file, arm);
        }
        if !self.parameters.is_empty() {
            file.header("[parameters]");
            for setting in &self.parameters {
                match setting.value {
                    ParameterValue::Fixed(value) => file.number(&setting.key, value),
                    ParameterValue::Range { low, high } => file.raw(
                        &setting.key,
                        format!("{{ low = {}, high = {} }}", number(low), number(high)),
                    ),
                }
            }
        }
        if let Some(uncertainty) = self.uncertainty {
            file.header("[uncertainty]");
            file.raw("draws", uncertainty.draws);
            file.text("from", uncertainty.from.word());
            file.raw("only_named", uncertainty.only_named);
            if self.posterior.is_some() {
                file.text("posterior", POSTERIOR_FILE);
            }
        }
        if let Some(study) = &self.study {
            write_study(&mut file, study, self);
        }
        file.text
    }

    /// The study of the scenario as a table of a scenario file; empty if it has none.
    pub fn study_to_toml(&self) -> String {
        let mut file = Lines::default();
        if let Some(study) = &self.study {
            write_study(&mut file, study, self);
        }
        file.text
    }
}

fn write_population(file: &mut Lines, population: &Population) {
    file.header("[population]");
    file.text("profile", &population.profile);
    file.number("adversity_mean", population.adversity_mean);
    file.number("adversity_sd", population.adversity_sd);
    file.number("referral_concern", population.referral_concern);
    for (position, share) in population.children.into_iter().enumerate() {
        file.number(&format!("children_{}", position + 1), share);
    }
    file.number("age_min", population.age_min);
    file.number("age_max", population.age_max);
}

fn write_arm(file: &mut Lines, arm: &Arm) {
    file.header("[[arm]]");
    file.text("name", &arm.name);
    file.text("reason", &arm.reason);
    if let Some(key) = &arm.programme_key {
        file.text("resolved_from", key);
    }
    if !arm.compensating.is_empty() {
        file.raw("compensating", list(arm.compensating.iter().map(compensating)));
    }
    if let Some(intensity) = arm.control_measure {
        file.raw("control_measure", format!("{{ intensity = {} }}", number(intensity)));
    }
    if let Some(capacity) = arm.capacity {
        file.raw(
            "capacity",
            format!(
                "{{ helpers = {}, intake_weeks = {} }}",
                capacity.helpers, capacity.intake_weeks
            ),
        );
    }
    translations::write(file, "arm.", &arm.translations);
    if let Some(programme) = &arm.programme {
        write_programme(file, programme);
    }
    if !arm.parameters.is_empty() {
        file.header("[arm.parameters]");
        for (key, value) in &arm.parameters {
            file.number(key, *value);
        }
    }
}

fn write_programme(file: &mut Lines, programme: &Programme) {
    file.header("[arm.programme]");
    file.text("name", &programme.name);
    file.text("description", &programme.description);
    file.text("source", &programme.source);
    file.text("arena", &programme.arena);
    if let Some(arena) = &programme.first_arena {
        file.text("first_arena", arena);
    }
    file.raw("first_visits", programme.first_visits);
    file.text("levels", programme.levels.word());
    if programme.levels == Levels::Off {
        let steps = programme.schedule.iter().map(|step| {
            format!(
                "{{ from_week = {}, visits_per_week = {} }}",
                step.from_week,
                number(step.visits_per_week)
            )
        });
        file.raw("schedule", list(steps));
    }
    file.number("visit_minutes", programme.visit_minutes);
    file.raw("duration_weeks", programme.duration_weeks);
    file.raw("max_weeks", programme.max_weeks);
    file.text("profession", &programme.profession);
    file.number("training", programme.training);
    file.raw("supervision", programme.supervision);
    file.raw("team", programme.team);
    file.raw("caseload", programme.caseload);
    file.text("phone", programme.phone.word());
    file.number("flexibility", programme.flexibility);
    file.number("codesign", programme.codesign);
    file.raw("codesign_weeks", programme.codesign_weeks);
    file.text("control", &programme.control);
    file.raw("components", list(programme.components.iter().map(|key| quoted(key))));
    file.raw("wait_weeks", programme.wait_weeks);
    file.number("min_attendance", programme.min_attendance);
    file.raw("max_missed", programme.max_missed);
    match programme.uptake {
        Uptake::Model => file.text("uptake", "model"),
        Uptake::Fixed(share) => file.number("uptake", share),
    }
    file.number("recruiter_training", programme.recruiter_training);
    file.number("staff_turnover", programme.staff_turnover);
    translations::write(file, "arm.programme.", &programme.translations);
    if !programme.notes.is_empty() {
        file.header("[arm.programme.notes]");
        for (key, note) in &programme.notes {
            file.text(&key_to_toml(key), note);
        }
    }
}

fn compensating(measure: &Compensating) -> String {
    format!(
        "{{ kind = {}, intensity = {}, follow_up = {} }}",
        quoted(&measure.kind),
        number(measure.intensity),
        measure.follow_up
    )
}

#[cfg(test)]
mod tests {
    use crate::scenario::{BuiltInProgrammes, ScenarioInput, built_in_scenarios, read_scenario};

    #[test]
    fn a_resolved_scenario_reads_back_to_the_same_value() {
        for (name, text) in built_in_scenarios() {
            let input = ScenarioInput::new(name, name, text, &BuiltInProgrammes);
            let scenario = read_scenario(&input).expect("a built-in scenario is valid").value;
            let written = scenario.to_toml();
            let again =
                ScenarioInput::new("scenario", "scenario.toml", &written, &BuiltInProgrammes);
            let again = read_scenario(&again).unwrap_or_else(|error| panic!("{error}\n{written}"));
            assert_eq!(again.value, scenario, "{written}");
        }
    }
}
