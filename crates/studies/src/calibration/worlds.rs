//! The designs that targets ask about, each simulated once for all of its targets.

use homeground_core::model::design::{Design, UnknownKey};
use homeground_core::model::parameters::Parameters;
use homeground_core::scenario::targets::{Measured, Scale, Statistic, Target};
use homeground_core::scenario::{Arm, Population};

use crate::calibration::watch::{Asked, Number, What};

/// An arm with a population, followed as long as any of its targets asks.
#[derive(Clone, Debug)]
pub struct World {
    /// Who the families are.
    pub population: Population,
    /// The design.
    pub arm: Arm,
    /// Weeks of follow-up.
    pub horizon_weeks: u32,
    /// What is asked of it.
    pub asked: Vec<Asked>,
    /// Families, in multiples of what an ordinary design gets: rare events need more.
    pub families_multiple: u32,
}

/// Families that an ordinary design gets where no chance worth mention is left.
const ORDINARY_FAMILIES: f64 = 2000.0;

/// How many times the ordinary families a target needs, so that the chance in a share of
/// so many families stays below half of the evidence's error.
fn multiple(target: &Target) -> u32 {
    let share = match &target.statistic {
        Statistic::Level(Measured::Share { .. }) if target.scale == Scale::Identity => target.value,
        _ => return 1,
    };
    let wanted = share * (1.0 - share) / (target.standard_error / 2.0).powi(2);
    (wanted / ORDINARY_FAMILIES).ceil().clamp(1.0, 8.0) as u32
}

/// Where a target finds its numbers.
#[derive(Clone, Debug)]
struct Source {
    arm: (usize, usize),
    reference: Option<(usize, usize)>,
    statistic: Statistic,
}

/// All designs that a list of targets asks about.
#[derive(Clone, Debug)]
pub struct Worlds {
    /// The designs.
    pub list: Vec<World>,
    sources: Vec<Source>,
}

impl Worlds {
    /// The designs of these targets.
    pub fn new(targets: &[Target]) -> Worlds {
        let mut list = Vec::new();
        let sources = targets
            .iter()
            .map(|target| {
                let what = What::of(&target.statistic);
                let ask = |list: &mut Vec<World>, arm: &Arm| {
                    let asked = Asked {
                        what: what.clone(),
                        week: target.week,
                    };
                    let (world, place) = place(list, &target.population, arm, asked);
                    let world_asked = &mut list[world];
                    world_asked.families_multiple =
                        world_asked.families_multiple.max(multiple(target));
                    (world, place)
                };
                Source {
                    arm: ask(&mut list, &target.arm),
                    reference: target.reference.as_ref().map(|arm| ask(&mut list, arm)),
                    statistic: target.statistic.clone(),
                }
            })
            .collect();
        Worlds { list, sources }
    }

    /// The designs with the parameters of a point.
    ///
    /// # Errors
    /// When an arm names something that the tables lack; a checked target never does.
    pub fn designs(&self, parameters: &Parameters) -> Result<Vec<Design>, UnknownKey> {
        self.list
            .iter()
            .map(|world| Design::new(&world.arm, parameters))
            .collect()
    }

    /// The statistics of the targets from the numbers of each design. NaN where a
    /// statistic is not defined: a ratio to nothing, a correlation of nobody.
    pub fn statistics(&self, numbers: &[Vec<Number>]) -> Vec<f64> {
        let number = |(world, place): (usize, usize)| numbers[world][place];
        self.sources
            .iter()
            .map(|source| {
                let arm = number(source.arm);
                let reference = source.reference.map(number);
                match (&source.statistic, reference) {
                    (Statistic::Ratio(_), Some(reference)) => arm.value / reference.value,
                    (Statistic::Difference(_), Some(reference)) => arm.value - reference.value,
                    (Statistic::StandardisedDifference(_), Some(reference)) => {
                        let variance = (arm.deviation.powi(2) + reference.deviation.powi(2)) / 2.0;
                        (arm.value - reference.value) / variance.sqrt()
                    }
                    _ => arm.value,
                }
            })
            .collect()
    }

    /// Number of statistics.
    pub fn statistics_count(&self) -> usize {
        self.sources.len()
    }

    /// Weeks of all designs together: what one family in each costs.
    pub fn weeks(&self) -> u64 {
        let weeks = self.list.iter();
        weeks
            .map(|world| u64::from(world.horizon_weeks * world.families_multiple))
            .sum()
    }
}

/// The place of a question: its design, made if it is new, and its number there.
fn place(
    list: &mut Vec<World>,
    population: &Population,
    arm: &Arm,
    asked: Asked,
) -> (usize, usize) {
    // Doses are known only at the end of follow-up.
    let at_the_end = |asked: &Asked| asked.what == What::Measured(Measured::AttendedShare);
    let fits = |world: &World| {
        let ends = world.asked.iter().any(at_the_end) || at_the_end(&asked);
        world.population == *population
            && same_design(&world.arm, arm)
            && (!ends || world.horizon_weeks == asked.week)
    };
    let world = list.iter().position(fits).unwrap_or_else(|| {
        list.push(World {
            population: population.clone(),
            arm: arm.clone(),
            horizon_weeks: asked.week,
            asked: Vec::new(),
            families_multiple: 1,
        });
        list.len() - 1
    });
    let found = &mut list[world];
    found.horizon_weeks = found.horizon_weeks.max(asked.week);
    let place = found.asked.iter().position(|other| *other == asked);
    let place = place.unwrap_or_else(|| {
        found.asked.push(asked);
        found.asked.len() - 1
    });
    (world, place)
}

/// Are two arms the same but for their names?
fn same_design(first: &Arm, second: &Arm) -> bool {
    let plain = |arm: &Arm| Arm {
        name: String::new(),
        reason: String::new(),
        ..arm.clone()
    };
    plain(first) == plain(second)
}
