//! The simulator agrees with independent implementations of docs/model.md.
//!
//! `tests/reference/outcomes.csv` and `unusual_outcomes.csv` hold means and standard
//! errors from implementations that share no code and no random numbers with this
//! one. Every difference is measured in its standard error z. Seeds are fixed, so a
//! test that passes once passes always; a wrong sign or a week off moves many z by
//! tens.

use std::collections::BTreeMap;

use homeground_core::engine::parallel::Progress;
use homeground_core::evidence::LiteratureReading;
use homeground_core::outcomes::experiment::{self, NoRows};
use homeground_core::outcomes::tables::Tables;
use homeground_core::scenario::{
    BuiltInProgrammes, ParameterSetting, ParameterValue, Scenario, ScenarioInput, read_scenario,
};

/// Families per replicate and replicates, of designs that have no own.
struct Size {
    families: u32,
    replicates: u32,
}

struct Expected {
    design: String,
    outcome: String,
    mean: f64,
    standard_error: f64,
}

fn expected(file: &str) -> Vec<Expected> {
    csv::Reader::from_path(format!("tests/reference/{file}"))
        .unwrap()
        .records()
        .map(|row| row.unwrap())
        .map(|row| Expected {
            design: row[0].to_string(),
            outcome: row[1].to_string(),
            mean: row[2].parse().unwrap(),
            standard_error: row[3].parse().unwrap(),
        })
        .collect()
}

fn scenario(design: &str, size: &Size) -> Scenario {
    let file = format!("tests/reference/designs/{design}.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let input = ScenarioInput::new(design, &file, &text, &BuiltInProgrammes);
    let parsed = read_scenario(&input).unwrap_or_else(|error| panic!("{:#?}", error.diagnostics()));
    let mut scenario = parsed.value;
    // The other implementations are of version 1 of the model, before calibration: concern
    // is let go as fast as it is taken up, and control alone holds nobody.
    scenario.reading = LiteratureReading::Prior;
    for (key, value) in [("concern_release", 1.0), ("drop_control", 0.0)] {
        scenario
            .parameters
            .push(ParameterSetting { key: key.to_string(), value: ParameterValue::Fixed(value) });
    }
    if !text.contains("families =") {
        scenario.families = size.families;
        scenario.replicates = size.replicates;
    }
    scenario
}

fn tables(scenario: &Scenario) -> Tables {
    experiment::run(scenario, &Progress::default(), &mut NoRows).unwrap()
}

/// Where an outcome of the reference stands in the summary: outcome, unit, week.
fn place(outcome: &str, horizon: u32) -> Option<(&'static str, &'static str, u32)> {
    Some(match outcome {
        "p13" => ("placed", "family", 13),
        "p26" => ("placed", "family", 26),
        "p52" => ("placed", "family", 52),
        "p104" => ("placed", "family", horizon),
        "child104" => ("placed", "child", horizon),
        "uptake" => ("uptake", "offered", 0),
        "completed" => ("completed", "started", horizon),
        "dropped" => ("dropped_out", "started", horizon),
        "terminated" => ("terminated", "started", horizon),
        "expired" => ("expired", "started", horizon),
        "ended" => ("ended_by_placement", "started", horizon),
        "ongoing" => ("still_engaged", "started", horizon),
        "waiting" => ("waiting", "started", horizon),
        "completed_offered" => ("completed", "offered", horizon),
        "dropped_offered" => ("dropped_out", "offered", horizon),
        "completed26" => ("completed", "started", 26),
        "dropped26" => ("dropped_out", "started", 26),
        "terminated26" => ("terminated", "started", 26),
        "ended26" => ("ended_by_placement", "started", 26),
        "attend" => ("attended_share", "started", horizon),
        "visits" => ("visits", "started", horizon),
        "alliance12" => ("alliance", "started", 12),
        "trust12" => ("trust", "family", 12),
        "capacity12" => ("capacity", "family", 12),
        "stress12" => ("stress", "family", 12),
        "wellbeing12" => ("wellbeing", "family", 12),
        "concern12" => ("concern", "family", 12),
        "danger12" => ("danger", "family", 12),
        "capacity" => ("capacity", "family", horizon),
        "wellbeing" => ("wellbeing", "family", horizon),
        "trust" => ("trust", "family", horizon),
        "stress" => ("stress", "family", horizon),
        "concern" => ("concern", "family", horizon),
        "danger" => ("danger", "family", horizon),
        "risks" => ("risk_factors", "family", 0),
        "care_weeks" => ("weeks_in_care", "family", horizon),
        "reunified" => ("reunified", "family", horizon),
        "placed_again" => ("placed_again", "family", horizon),
        "cost_nok" => ("cost_nok", "family", horizon),
        "helper_hours" => ("helper_hours", "family", horizon),
        "weeks_waited_started" => ("weeks_waited", "started", horizon),
        _ => return None,
    })
}

/// Differences in standard errors, by design and outcome.
fn differences(file: &str, size: &Size) -> Vec<(String, f64)> {
    let expected = expected(file);
    let mut found: BTreeMap<String, (u32, Tables)> = BTreeMap::new();
    let mut differences = Vec::new();
    for row in &expected {
        let (horizon, tables) = found.entry(row.design.clone()).or_insert_with(|| {
            let mut scenario = scenario(&row.design, size);
            // Families of their own for each design, so that chance does not repeat.
            scenario.seed =
                row.design.bytes().fold(7, |seed, byte| (seed * 31 + u64::from(byte)) % 1_000_003);
            (scenario.horizon_weeks, tables(&scenario))
        });
        let Some((outcome, unit, week)) = place(&row.outcome, *horizon) else {
            continue;
        };
        let ours = tables
            .summary
            .iter()
            .find(|s| s.outcome.word() == outcome && s.unit.word() == unit && s.week == week);
        let Some((ours, Some(estimate))) = ours.map(|row| (row, row.estimate)) else {
            // Not defined here, as where nobody is offered anything.
            assert!(row.mean.is_nan() || row.mean == 0.0, "{} {}", row.design, row.outcome);
            continue;
        };
        let error = f64::hypot(row.standard_error, ours.mc_se.unwrap());
        let difference = estimate - row.mean;
        let z = if difference.abs() < 1e-9 { 0.0 } else { difference / error.max(1e-5) };
        let label =
            format!("{} {}: {estimate:.5} against {:.5}", row.design, row.outcome, row.mean);
        differences.push((label, z));
    }
    differences
}

/// No difference beyond `worst` standard errors, and none too many large ones.
fn assert_agreement(file: &str, size: &Size, worst: f64) {
    let differences = differences(file, size);
    let squares: f64 = differences.iter().map(|(_, z)| z * z).sum();
    let spread = (squares / differences.len() as f64).sqrt();
    let mut far: Vec<_> = differences.iter().filter(|(_, z)| z.abs() > 2.8).collect();
    far.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    for (label, z) in &far {
        println!("{z:6.2}  {label}");
    }
    println!("{} numbers, root mean square z {spread:.3}", differences.len());
    assert!(differences.len() > 100);
    assert!(far.first().is_none_or(|(_, z)| z.abs() < worst));
    // Outcomes of a design vary together, so the spread of z itself varies; 1 is expected.
    assert!(spread < 1.3);
}

#[test]
fn seven_designs_agree_with_the_reference() {
    let size = Size { families: 10_000, replicates: 30 };
    assert_agreement("outcomes.csv", &size, 4.0);
}

#[test]
fn unusual_designs_agree_with_a_second_implementation() {
    let size = Size { families: 5_000, replicates: 20 };
    assert_agreement("unusual_outcomes.csv", &size, 4.2);
}
