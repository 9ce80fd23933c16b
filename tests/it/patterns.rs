//! Patterns that the sources report in words, in the posterior median of both readings.
//!
//! A test is named after the pattern. Each simulates some draws of the posterior with common
//! random numbers, and asks whether the median over draws goes the way the sources say.

use homeground_core::engine::parallel::Progress;
use homeground_core::evidence::Unit;
use homeground_core::evidence::{LiteratureReading, posterior};
use homeground_core::model::parameters::Parameters;
use homeground_core::scenario::targets::{Event, Measured, Scale, State, Statistic, Target};
use homeground_core::scenario::{BuiltInProgrammes, Scenario, ScenarioInput, read_scenario};
use homeground_studies::calibration::{Simulation, TargetDesigns, WeightedSample};
use homeground_studies::evaluate::NoCheckpoints;

/// Draws of the posterior.
const DRAWS: usize = 15;
const SEED: u64 = 20_261_122;

/// A scenario with the arms that are compared.
fn scenario(text: &str) -> Scenario {
    let input = ScenarioInput::new("pattern", "pattern.toml", text, &BuiltInProgrammes);
    let reading = read_scenario(&input);
    reading.unwrap_or_else(|error| panic!("{:#?}", error.diagnostics())).value
}

/// What is asked of an arm.
struct Question {
    arm: &'static str,
    measured: Measured,
    week: u32,
}

fn share(arm: &'static str, event: Event, week: u32) -> Question {
    let unit = match event {
        Event::Placed => Unit::Family,
        Event::Uptake => Unit::Offered,
        _ => Unit::Started,
    };
    Question { arm, measured: Measured::Share { events: vec![event], unit }, week }
}

fn mean(arm: &'static str, state: State, week: u32) -> Question {
    Question { arm, measured: Measured::Mean(state), week }
}

/// The median over draws of what `statistic` makes of the answers, under both readings.
fn medians(
    scenario: &Scenario,
    families: u32,
    questions: &[Question],
    statistic: impl Fn(&[f64]) -> f64,
) -> [f64; 2] {
    let targets: Vec<Target> = questions
        .iter()
        .map(|question| Target {
            id: String::new(),
            title: String::new(),
            title_nb: String::new(),
            reading: None,
            population: scenario.population.clone(),
            arm_text: String::new(),
            arm: scenario
                .arms
                .iter()
                .find(|arm| arm.name == question.arm)
                .expect("the arm is there")
                .clone(),
            reference_text: String::new(),
            reference: None,
            statistic: Statistic::Level(question.measured.clone()),
            outcome_text: String::new(),
            unit_text: String::new(),
            measure_text: String::new(),
            week: question.week,
            scale: Scale::Identity,
            value: 0.5,
            standard_error: 1.0,
            evidence: String::new(),
            note: String::new(),
            comparability: Default::default(),
        })
        .collect();
    let designs = TargetDesigns::new(&targets);
    let simulation = Simulation { designs: &designs, families, seed: SEED, first_draw: 0 };
    [LiteratureReading::Child, LiteratureReading::Family].map(|reading| {
        let posterior = posterior(reading).expect("it is shipped");
        let points: Vec<Parameters> = (0..DRAWS)
            .map(|draw| Parameters::of_values(posterior.at((draw as f64 + 0.5) / DRAWS as f64)))
            .collect();
        let rows = simulation
            .points(("patterns", ""), &points, &Progress::default(), &mut NoCheckpoints)
            .unwrap();
        WeightedSample::equal(rows.iter().map(|row| statistic(row))).quantile(0.5)
    })
}

fn assert_positive(medians: [f64; 2], what: &str) {
    for (median, reading) in medians.into_iter().zip(["child", "family"]) {
        assert!(median > 0.0, "{what}, reading by {reading}: {median}");
    }
}

#[test]
fn more_families_complete_at_home_than_at_the_office() {
    let scenario = scenario(
        "population = \"child_welfare\"\n\
         [[arm]]\nname = \"office\"\nprogramme = \"advice_and_guidance\"\n\
         [[arm]]\nname = \"home\"\nprogramme = \"advice_and_guidance\"\noverride = { arena = \"home\" }\n",
    );
    let questions = ["home", "office"].map(|arm| share(arm, Event::Completed, 104));
    let found = medians(&scenario, 2000, &questions, |of| of[0] - of[1]);
    assert_positive(found, "completed at home less at the office");
}

#[test]
fn dropout_comes_early() {
    let scenario = scenario(
        "population = \"first_time_mothers\"\n\
         [[arm]]\nname = \"visits\"\nprogramme = \"nurse_family_partnership\"\n",
    );
    let questions = [13, 26, 52].map(|week| share("visits", Event::DroppedOut, week));
    // Hazards by week of those who are left: weeks 0 to 13, 13 to 26, 26 to 52.
    let hazard = |from: f64, to: f64, weeks: f64| ((1.0 - from) / (1.0 - to)).ln() / weeks;
    let found = medians(&scenario, 2000, &questions, |of| {
        hazard(0.0, of[0], 13.0) - hazard(of[0], of[1], 13.0)
    });
    assert_positive(found, "hazard of the first quarter less that of the second");
    let found = medians(&scenario, 2000, &questions, |of| {
        hazard(of[0], of[1], 13.0) - hazard(of[1], of[2], 26.0)
    });
    assert_positive(found, "hazard of the second quarter less that of the second half");
}

#[test]
fn an_imposed_alliance_begins_lower_and_catches_up_in_part() {
    // Thrice a week the gap itself closes; once a week alliance grows so slowly that only
    // the share of what a wanted measure reaches rises within a year.
    for (programme, wanted) in
        [("mst_can_norway", "child_welfare_voluntary"), ("care_changing_home", "none")]
    {
        let arm = |name: &str, control: &str| {
            format!(
                "[[arm]]\nname = \"{name}\"\nprogramme = \"{programme}\"\noverride = {{ \
                 duration_weeks = 52, max_weeks = 52, control = \"{control}\" }}\n"
            )
        };
        let scenario = scenario(&format!(
            "population = \"child_welfare\"\n{}{}",
            arm("wanted", wanted),
            arm("imposed", "court_ordered"),
        ));
        let questions = [3, 12, 48].map(|week| {
            [mean("wanted", State::Alliance, week), mean("imposed", State::Alliance, week)]
        });
        let questions: Vec<Question> = questions.into_iter().flatten().collect();
        let lower = medians(&scenario, 2000, &questions, |of| of[0] - of[1]);
        assert_positive(lower, "alliance at week 3, wanted less imposed");
        let nearer = medians(&scenario, 2000, &questions, |of| of[5] / of[4] - of[1] / of[0]);
        assert_positive(nearer, "imposed as a share of wanted, week 48 less week 3");
        let still_lower = medians(&scenario, 2000, &questions, |of| of[4] - of[5]);
        assert_positive(still_lower, "alliance at week 48, wanted less imposed");
        if programme == "mst_can_norway" {
            let closes =
                medians(&scenario, 2000, &questions, |of| (of[2] - of[3]) - (of[4] - of[5]));
            assert_positive(closes, "the gap at week 12 less the gap at week 48");
        }
    }
}

#[test]
fn nurses_keep_at_least_as_many_families_as_paraprofessionals() {
    let scenario = scenario(
        "population = \"first_time_mothers\"\n\
         [[arm]]\nname = \"nurse\"\nprogramme = \"nurse_family_partnership\"\n\
         [[arm]]\nname = \"paraprofessional\"\nprogramme = \"nurse_family_partnership\"\n\
         override = { profession = \"paraprofessional\" }\n",
    );
    let questions = ["nurse", "paraprofessional"].map(|arm| share(arm, Event::Completed, 130));
    let found = medians(&scenario, 2000, &questions, |of| of[0] - of[1]);
    assert_positive(found, "completed with nurses less with paraprofessionals");
}

#[test]
fn three_visits_a_month_do_more_than_two_and_at_the_top_returns_fall() {
    let arm = |name: &str, rate: f64| {
        format!(
            "[[arm]]\nname = \"{name}\"\nprogramme = \"care_changing_home\"\n\
             override = {{ schedule = [{{ from_week = 0, visits_per_week = {rate} }}], caseload = 1 }}\n"
        )
    };
    // A month has 52/12 weeks.
    let text = format!(
        "population = \"child_welfare\"\n{}{}{}{}",
        arm("two a month", 24.0 / 52.0),
        arm("three a month", 36.0 / 52.0),
        arm("ten a month", 120.0 / 52.0),
        arm("fourteen a month", 168.0 / 52.0),
    ) + &arm("thirty a month", 360.0 / 52.0)
        + &arm("forty a month", 480.0 / 52.0);
    let scenario = scenario(&text);
    let questions = [
        "two a month",
        "three a month",
        "ten a month",
        "fourteen a month",
        "thirty a month",
        "forty a month",
    ]
    .map(|arm| mean(arm, State::Capacity, 26));
    let better = medians(&scenario, 4000, &questions, |of| of[1] - of[0]);
    assert_positive(better, "capacity, three visits a month less two");
    let falling =
        medians(&scenario, 4000, &questions, |of| (of[3] - of[2]) / 4.0 - (of[5] - of[4]) / 10.0);
    assert_positive(
        falling,
        "gain of a visit from ten to fourteen a month less from thirty to forty",
    );
}

#[test]
fn a_team_and_helpers_who_stay_raise_completion() {
    let scenario = scenario(
        "population = \"abuse_neglect\"\n\
         [[arm]]\nname = \"as it is\"\nprogramme = \"mst_can_norway\"\n\
         override = { staff_turnover = 0.6 }\n\
         [[arm]]\nname = \"alone\"\nprogramme = \"mst_can_norway\"\n\
         override = { staff_turnover = 0.6, team = false }\n\
         [[arm]]\nname = \"alone and staying\"\nprogramme = \"mst_can_norway\"\n\
         override = { staff_turnover = 0.1, team = false }\n",
    );
    let questions =
        ["as it is", "alone", "alone and staying"].map(|arm| share(arm, Event::Completed, 60));
    let team = medians(&scenario, 4000, &questions, |of| of[0] - of[1]);
    assert_positive(team, "completed with a team less without");
    let staying = medians(&scenario, 4000, &questions, |of| of[2] - of[1]);
    assert_positive(staying, "completed with helpers who stay less with those who leave");
}

#[test]
fn the_first_talk_at_the_clinic_raises_the_uptake_of_couple_talks() {
    let scenario = scenario(
        "population = \"new_parents\"\n\
         [[arm]]\nname = \"office\"\nprogramme = \"couple_talks_office\"\n\
         [[arm]]\nname = \"clinic first\"\nprogramme = \"couple_talks_clinic_then_office\"\n",
    );
    let questions = ["clinic first", "office"].map(|arm| share(arm, Event::Uptake, 13));
    let found = medians(&scenario, 2000, &questions, |of| of[0] - of[1]);
    assert_positive(found, "uptake with the first talks at the clinic less at the office");
}

#[test]
fn respite_without_follow_up_fades() {
    let scenario = scenario(
        "population = \"child_welfare\"\n\
         [[arm]]\nname = \"nothing\"\n\
         [[arm]]\nname = \"followed\"\ncompensating = [{ kind = \"respite\", intensity = 1.0, follow_up = true }]\n\
         [[arm]]\nname = \"left alone\"\ncompensating = [{ kind = \"respite\", intensity = 1.0, follow_up = false }]\n",
    );
    let questions = [
        mean("nothing", State::Stress, 4),
        mean("followed", State::Stress, 4),
        mean("left alone", State::Stress, 4),
        mean("nothing", State::Stress, 104),
        mean("followed", State::Stress, 104),
        mean("left alone", State::Stress, 104),
    ];
    // What is left of the relief after two years, as a share of the relief after a month.
    let kept = |of: &[f64], arm: usize| (of[3] - of[3 + arm]) / (of[0] - of[arm]);
    let relief = medians(&scenario, 2000, &questions, |of| of[0] - of[2]);
    assert_positive(relief, "relief after a month without follow-up");
    let fades = medians(&scenario, 2000, &questions, |of| 0.8 - kept(of, 2));
    assert_positive(fades, "four fifths less what is left after two years");
    let stays = medians(&scenario, 2000, &questions, |of| kept(of, 1) - kept(of, 2));
    assert_positive(stays, "what is left with follow-up less without");
}

#[test]
fn more_visits_make_a_concern_known_sooner() {
    // Families in danger whom nobody has reported: what the service believes starts from the
    // first week's danger, and danger then rises as stress and risks add up.
    let arm = |name: &str, rate: f64| {
        format!(
            "[[arm]]\nname = \"{name}\"\nprogramme = \"advice_and_guidance\"\noverride = {{ \
             arena = \"home\", uptake = 1.0, caseload = 4, components = [], schedule = \
             [{{ from_week = 0, visits_per_week = {rate} }}] }}\n"
        )
    };
    let text = format!(
        "population = {{ profile = \"universal\", referral_concern = 0.0 }}\n{}{}",
        arm("monthly", 0.25),
        arm("weekly", 1.0),
    );
    let scenario = scenario(&text);
    let questions = [
        mean("monthly", State::Danger, 26),
        mean("monthly", State::Concern, 26),
        mean("weekly", State::Danger, 26),
        mean("weekly", State::Concern, 26),
    ];
    let known = medians(&scenario, 4000, &questions, |of| of[3] / of[2] - of[1] / of[0]);
    assert_positive(known, "concern as a share of danger, weekly less monthly visits");
}
