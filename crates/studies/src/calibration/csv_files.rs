//! A calibrated sample as a file, and targets as a file.

use homeground_core::evidence::{LiteratureReading, Posterior, parameters};
use homeground_core::scenario::targets::{
    Comparable, OPTIONAL_COLUMNS, REQUIRED_COLUMNS, Randomised, Target,
};

/// Digits that count in a sample: far more than the evidence can tell apart, and few enough
/// for a small file.
const DIGITS: usize = 5;

/// The sample as comma-separated values, as a scenario may name it. The central draw is the
/// first row, with the number 0 and no weight.
pub fn posterior_csv(posterior: &Posterior) -> String {
    let mut lines = vec![heading()];
    let mut line = |draw: usize, weight: f64, values: &[f64]| {
        let mut cells = vec![
            posterior.model_version.to_string(),
            posterior.reading.word().to_owned(),
            draw.to_string(),
            rounded(weight).to_string(),
        ];
        cells.extend(values.iter().map(|value| rounded(*value).to_string()));
        lines.push(cells.join(","));
    };
    line(0, 0.0, &posterior.central);
    for (draw, (values, weight)) in posterior.draws.iter().zip(&posterior.weights).enumerate() {
        line(draw + 1, *weight, values);
    }
    lines.push(String::new());
    lines.join("\n")
}

fn heading() -> String {
    let first = ["model_version", "reading", "draw", "weight"].into_iter();
    let keys = parameters().iter().map(|row| row.key.as_str());
    first.chain(keys).collect::<Vec<_>>().join(",")
}

/// A value with [`DIGITS`] digits that count.
fn rounded(value: f64) -> f64 {
    let text = format!("{value:.*e}", DIGITS - 1);
    // What was written as a number is one.
    text.parse().unwrap_or(value)
}

/// Targets as a file that can be read again. Arms that stand for those of the row above are
/// written out, because that row may have been left out.
///
/// # Errors
/// In words, when a row cannot be written.
pub fn targets_csv(targets: &[Target]) -> Result<String, String> {
    let columns: Vec<&str> = REQUIRED_COLUMNS.into_iter().chain(OPTIONAL_COLUMNS).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&columns).map_err(|error| error.to_string())?;
    for target in targets {
        let cells = columns.iter().map(|column| cell(target, column));
        writer.write_record(cells).map_err(|error| error.to_string())?;
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

fn cell(target: &Target, column: &str) -> String {
    let about = &target.comparability;
    match column {
        "id" => target.id.clone(),
        "title" => target.title.clone(),
        "title_nb" => target.title_nb.clone(),
        "reading" => target.reading.map_or("both", LiteratureReading::word).to_owned(),
        "population" => target.population.profile.clone(),
        "arm" => target.arm.name.clone(),
        "reference" => target.reference.as_ref().map_or_else(String::new, |arm| arm.name.clone()),
        "outcome" => target.outcome_text.clone(),
        "unit" => target.unit_text.clone(),
        "week" => target.week.to_string(),
        "measure" => target.measure_text.clone(),
        "scale" => target.scale.word().to_owned(),
        "value" => target.value.to_string(),
        "sd" => target.standard_error.to_string(),
        "evidence" => target.evidence.clone(),
        "grade" => about.grade.map_or_else(String::new, |grade| grade.to_string()),
        "country" => about.country.clone(),
        "years" => about.years.clone(),
        "counted" => about.counted.clone(),
        "randomised" => about.randomised.map_or("", Randomised::word).to_owned(),
        "comparable" => about.comparable.map_or("", Comparable::word).to_owned(),
        "why" => about.why.clone(),
        "note" => target.note.clone(),
        // A test shows that every column is written.
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use homeground_core::evidence::{LiteratureReading, posterior};
    use homeground_core::scenario::targets::{built_in_targets, read_targets_file, validation_set};
    use homeground_core::scenario::{BuiltInProgrammes, parse_posterior_file};

    #[test]
    fn a_sample_is_read_as_it_was_written_but_for_rounding() {
        let sample = posterior(LiteratureReading::Child).unwrap();
        let again = parse_posterior_file("posterior.csv", &posterior_csv(sample)).unwrap();
        assert_eq!(again.reading, sample.reading);
        assert_eq!(again.draws.len(), sample.draws.len());
        let close = |one: f64, other: f64| (one - other).abs() <= 1e-4 * other.abs() + 1e-12;
        for (one, other) in again.central.iter().zip(&sample.central) {
            assert!(close(*one, *other), "{one} {other}");
        }
        for (one, other) in again.weights.iter().zip(&sample.weights) {
            assert!(close(*one, *other), "{one} {other}");
        }
        // What was rounded once stays as it is.
        assert_eq!(posterior_csv(&again).lines().next(), posterior_csv(sample).lines().next());
        assert_eq!(
            again.draws,
            parse_posterior_file("again", &posterior_csv(&again)).unwrap().draws
        );
    }

    #[test]
    fn numbers_keep_five_digits() {
        let told = [0.123456789, 123456.0, 0.0, 1.0, 2.5e-9, -0.099999].map(rounded);
        assert_eq!(told, [0.12346, 123460.0, 0.0, 1.0, 2.5e-9, -0.099999]);
    }

    #[test]
    fn targets_are_read_as_they_were_written_whichever_are_left_out() {
        for all in [built_in_targets(), validation_set()] {
            let every_second: Vec<Target> = all.iter().skip(1).step_by(2).cloned().collect();
            for targets in [all.to_vec(), every_second] {
                let text = targets_csv(&targets).unwrap();
                let again = read_targets_file("targets.csv", &text, &BuiltInProgrammes).unwrap();
                assert_eq!(again.value.len(), targets.len());
                for (one, other) in again.value.iter().zip(&targets) {
                    assert_eq!(one.arm, other.arm);
                    assert_eq!(one.reference, other.reference);
                    let plain = |target: &Target| Target {
                        arm_text: String::new(),
                        reference_text: String::new(),
                        ..target.clone()
                    };
                    assert_eq!(plain(one), plain(other));
                }
            }
        }
    }
}
