//! What must hold for any design: shares are shares, nobody is lost or counted twice,
//! curves and summaries tell the same.

use homeground_core::engine::parallel::Progress;
use homeground_core::outcomes::experiment::{self, NoRows};
use homeground_core::outcomes::tables::Tables;
use homeground_core::scenario::{BuiltInProgrammes, ScenarioInput, read_scenario};
use proptest::prelude::*;

const WEEKS: u32 = 60;

fn run(scenario: &str) -> Tables {
    let input = ScenarioInput::new("any", "any.toml", scenario, &BuiltInProgrammes);
    let parsed = read_scenario(&input).unwrap_or_else(|error| {
        panic!("{scenario}\n{:#?}", error.diagnostics());
    });
    experiment::run(&parsed.value, &Progress::default(), &mut NoRows).unwrap()
}

fn curve(tables: &Tables, name: &str) -> Vec<f64> {
    tables
        .curves
        .iter()
        .filter(|row| row.curve == name)
        .map(|row| row.estimate.unwrap_or(f64::NAN))
        .collect()
}

fn last(tables: &Tables, outcome: &str, unit: &str) -> f64 {
    tables
        .summary
        .iter()
        .filter(|row| row.outcome.word() == outcome && row.unit.word() == unit)
        .max_by_key(|row| row.week)
        .and_then(|row| row.estimate)
        .unwrap_or(f64::NAN)
}

fn assert_sound(tables: &Tables) {
    let weeks = WEEKS as usize + 1;
    let exits = ["completed", "dropped_out", "terminated", "expired", "ended_by_placement"];
    let left = ["still_engaged", "waiting"];
    for suffix in ["", "_offered"] {
        let mut sum = vec![0.0; weeks];
        for name in exits.iter().chain(&left) {
            for (total, value) in sum.iter_mut().zip(curve(tables, &format!("{name}{suffix}"))) {
                *total += value;
            }
        }
        if suffix == "_offered" {
            for (total, value) in sum.iter_mut().zip(curve(tables, "declined_offered")) {
                *total += value;
            }
        }
        for total in sum {
            assert!((total - 1.0).abs() < 1e-9, "ways out{suffix} add to {total}");
        }
    }
    for name in ["placement", "placement_child", "attended_visits"].iter().chain(&exits) {
        let values = curve(tables, name);
        assert_eq!(values.len(), weeks);
        assert!(values.windows(2).all(|pair| pair[0] <= pair[1] + 1e-12), "{name} falls");
    }
    for state in ["alliance", "trust", "capacity", "stress", "wellbeing", "concern", "danger"] {
        for value in curve(tables, state) {
            assert!(value.is_nan() || (0.0..=1.0).contains(&value), "{state} {value}");
        }
        let (low, middle, high) = (
            curve(tables, &format!("{state}_p10")),
            curve(tables, &format!("{state}_p50")),
            curve(tables, &format!("{state}_p90")),
        );
        for week in 1..weeks {
            assert!(!(low[week] > middle[week] || middle[week] > high[week]), "{state} {week}");
        }
    }
    let placed = last(tables, "placed", "family");
    assert!((curve(tables, "placement")[weeks - 1] - placed).abs() < 1e-9);
    assert!(
        (curve(tables, "placement_child")[weeks - 1] - last(tables, "placed", "child")).abs()
            < 1e-9
    );
    assert!(
        (curve(tables, "completed")[weeks - 1] - last(tables, "completed", "started")).abs() < 1e-9
    );
    assert!(
        (curve(tables, "attended_visits")[weeks - 1] - last(tables, "visits", "started")).abs()
            < 1e-9
    );
    assert!(
        curve(tables, "in_care")
            .iter()
            .zip(curve(tables, "placement"))
            .all(|(now, ever)| *now <= ever + 1e-12)
    );
    // Everyone in care in a week began that week there: the curve sums to weeks in care.
    let in_care: f64 = curve(tables, "in_care")[..WEEKS as usize].iter().sum();
    assert!((in_care - last(tables, "weeks_in_care", "family")).abs() < 1e-9, "{in_care}");
    let parts: f64 = ["cost_visits_nok", "cost_compensating_nok", "cost_care_nok"]
        .iter()
        .map(|part| last(tables, part, "family"))
        .sum();
    assert!((parts - last(tables, "cost_nok", "family")).abs() < 1e-6 * parts.max(1.0));
    assert!(last(tables, "placed_again", "family") <= last(tables, "reunified", "family") + 1e-12);
    assert!(
        last(tables, "visits", "started") <= last(tables, "visits_delivered", "started") + 1e-12
    );
}

fn any_design() -> impl Strategy<Value = String> {
    let arena =
        prop::sample::select(vec!["home", "office", "residential", "health_clinic", "digital"]);
    let profession = prop::sample::select(vec![
        "nurse",
        "psychologist",
        "paraprofessional",
        "child_welfare_worker",
    ]);
    let control =
        prop::sample::select(vec!["none", "duty_to_report", "implicit_threat", "court_ordered"]);
    let plan = prop_oneof![
        Just("levels = \"need-based\"".to_string()),
        (0.0..7.0f64).prop_map(|rate| format!(
            "schedule = [{{ from_week = 0, visits_per_week = {rate:.3} }}]"
        )),
    ];
    let numbers = (1u32..61, 1u32..40, 0u32..30, 0u32..5, 1u32..8, 10u32..241);
    let shares = (0.0..=1.0f64, 0.0..=1.0f64, 0.0..=1.0f64, 0.0..=1.0f64, 0.0..4.0f64);
    let capacity = prop::option::of((1u32..8, 0u32..30));
    let comp = any::<(bool, bool, bool)>();
    (arena, profession, control, plan, numbers, shares, capacity, comp).prop_map(
        |(arena, profession, control, plan, numbers, shares, capacity, (team, follow_up, respite))| {
            let (caseload, duration, extra, wait, missed, minutes) = numbers;
            let (flexibility, codesign, attendance, intensity, turnover) = shares;
            let max = duration + extra;
            let capacity = capacity.map_or(String::new(), |(helpers, intake)| {
                format!("capacity = {{ helpers = {helpers}, intake_weeks = {intake} }}\n")
            });
            let respite = if respite {
                format!("compensating = [{{ kind = \"respite\", intensity = {intensity:.3}, follow_up = {follow_up} }}]\n")
            } else {
                String::new()
            };
            format!(
                "population = \"imminent_placement\"\nfamilies = 300\nreplicates = 2\nhorizon_weeks = {WEEKS}\n\
                 [[arm]]\nname = \"any\"\n{capacity}{respite}control_measure = {{ intensity = {intensity:.3} }}\n\
                 [arm.programme]\narena = \"{arena}\"\nprofession = \"{profession}\"\ncontrol = \"{control}\"\n{plan}\n\
                 visit_minutes = {minutes}\nduration_weeks = {duration}\nmax_weeks = {max}\ncaseload = {caseload}\n\
                 wait_weeks = {wait}\nmax_missed = {missed}\nteam = {team}\nflexibility = {flexibility:.3}\n\
                 codesign = {codesign:.3}\nmin_attendance = {attendance:.3}\nstaff_turnover = {turnover:.3}\n"
            )
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_design_conserves_families(scenario in any_design()) {
        assert_sound(&run(&scenario));
    }
}
