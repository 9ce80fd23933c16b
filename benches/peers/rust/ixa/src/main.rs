//! ixa: families are entities, what they hold are properties, and a plan of every week
//! goes through those who still act.

use std::time::Instant;

use ixa::prelude::*;
use ixa::rand::RngExt;
use ixa::{ExecutionPhase, define_entity, define_property, define_rng, impl_property};
use rand_distr::StandardNormal;
use workload::*;

define_rng!(FamilyRng);
define_entity!(Family);

// Declared by hand, as the documentation has it for types that `define_property!` does
// not cover: its `neither` leaves numbers without `PartialEq`.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
struct Alliance(f64);
impl_property!(
    Alliance,
    Family,
    default_const = Alliance(ALLIANCE_AT_START)
);

#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
struct Trust(f64);
impl_property!(Trust, Family, default_const = Trust(TRUST_AT_START));

#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
struct Risk(f64);
impl_property!(Risk, Family);

#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
struct Skill(f64);
impl_property!(Skill, Family);

define_property!(
    enum Status {
        Acting,
        Absorbed,
    },
    Family,
    default_const = Status::Acting
);

/// Counts the steps that were taken.
#[derive(Default)]
struct Taken(u64);
ixa::define_data_plugin!(TakenPlugin, Taken, Taken::default());

fn take_week(context: &mut Context) {
    let acting: Vec<FamilyId> = context
        .query_result_iterator(with!(Family, Status::Acting))
        .collect();
    context.get_data_mut(TakenPlugin).0 += acting.len() as u64;
    for family in acting {
        let (u1, u2, z): (f64, f64, f64) = context.sample(FamilyRng, |numbers| {
            (
                numbers.random(),
                numbers.random(),
                numbers.sample(StandardNormal),
            )
        });
        let Alliance(alliance) = context.get_property(family);
        let Risk(risk) = context.get_property(family);
        let alliance = (alliance + ALLIANCE_GAIN * (u1 - 0.5) + NOISE * z).clamp(0.0, 1.0);
        let risk = risk + RISK_PULL * (RISK_CENTRE - risk) + NOISE * z;
        context.set_property(family, Alliance(alliance));
        context.set_property(family, Risk(risk));
        if u2 < BASE_HAZARD * risk.exp() {
            context.set_property(family, Status::Absorbed);
        }
    }
}

fn main() {
    let task = Task::from_command_line();
    let mut context = Context::new();
    context.init_random(task.seed);
    // The documentation asks for an index on what is asked for again and again.
    context.index_property::<Family, Status>();
    for _ in 0..task.agents {
        let (risk, skill) =
            context.sample(FamilyRng, |numbers| (numbers.random(), numbers.random()));
        let added = context.add_entity(with!(Family, Risk(risk), Skill(skill)));
        assert!(added.is_ok(), "a family with all that it needs");
    }
    context.add_periodic_plan_with_phase(1.0, take_week, ExecutionPhase::Normal);
    // The first week is at time 0, the last at one less than their number.
    context.add_plan(f64::from(task.steps) - 0.5, Context::shutdown);

    let start = Instant::now();
    context.execute();
    let seconds = start.elapsed().as_secs_f64();

    let alliances: Vec<f64> = context
        .query_result_iterator(with!(Family, Status::Acting))
        .map(|family| context.get_property::<Family, Alliance>(family).0)
        .collect();
    let taken = context.get_data(TakenPlugin).0;
    task.report("ixa", "4.0.0", seconds, taken, alliances.into_iter());
}
