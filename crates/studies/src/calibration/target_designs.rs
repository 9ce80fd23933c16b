//! The designs that targets ask about, each simulated once for all of its targets.

use homeground_core::model::design::{Design, UnknownKey};
use homeground_core::model::parameters::Parameters;
use homeground_core::scenario::targets::{Measured, Scale, Statistic, Target};
use homeground_core::scenario::{Arm, Population};

use crate::calibration::arm_statistic::{ArmStatistic, StatisticKind, StatisticValue};

/// An arm with a population, followed as long as any of its targets needs.
#[derive(Clone, Debug)]
pub struct TargetDesign {
    /// Who the families are.
    pub population: Population,
    /// The design.
    pub arm: Arm,
    /// Weeks of follow-up.
    pub horizon_weeks: u32,
    /// What its targets need to know of it.
    pub statistics: Vec<ArmStatistic>,
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

/// Where the values of a target stand: the places of design and statistic.
#[derive(Clone, Debug)]
struct Source {
    arm: (usize, usize),
    reference: Option<(usize, usize)>,
    statistic: Statistic,
}

/// All designs that a list of targets asks about.
#[derive(Clone, Debug)]
pub struct TargetDesigns {
    /// The designs.
    pub list: Vec<TargetDesign>,
    sources: Vec<Source>,
}

impl TargetDesigns {
    /// The designs of these targets.
    pub fn new(targets: &[Target]) -> TargetDesigns {
        let mut list = Vec::new();
        let sources = targets
            .iter()
            .map(|target| {
                let mut of_arm = |arm: &Arm| {
                    let statistic = ArmStatistic {
                        kind: StatisticKind::of(&target.statistic),
                        week: target.week,
                    };
                    let place = place(&mut list, &target.population, arm, statistic);
                    let multiple_so_far = &mut list[place.0].families_multiple;
                    *multiple_so_far = multiple(target).max(*multiple_so_far);
                    place
                };
                Source {
                    arm: of_arm(&target.arm),
                    reference: target.reference.as_ref().map(of_arm),
                    statistic: target.statistic.clone(),
                }
            })
            .collect();
        TargetDesigns { list, sources }
    }

    /// The designs with the parameters of a point.
    ///
    /// # Errors
    /// When an arm names something that the tables lack; a checked target never does.
    pub fn with_parameters(&self, parameters: &Parameters) -> Result<Vec<Design>, UnknownKey> {
        self.list.iter().map(|design| Design::new(&design.arm, parameters)).collect()
    }

    /// The statistics of the targets from the values of each design. NaN where a
    /// statistic is not defined: a ratio to nothing, a correlation of nobody.
    pub fn statistics(&self, values: &[Vec<StatisticValue>]) -> Vec<f64> {
        let value = |(design, place): (usize, usize)| values[design][place];
        self.sources
            .iter()
            .map(|source| {
                let arm = value(source.arm);
                let reference = source.reference.map(value);
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
        weeks.map(|design| u64::from(design.horizon_weeks * design.families_multiple)).sum()
    }
}

/// The place of a statistic: its design, made if it is new, and its number there.
fn place(
    list: &mut Vec<TargetDesign>,
    population: &Population,
    arm: &Arm,
    statistic: ArmStatistic,
) -> (usize, usize) {
    // Doses are known only at the end of follow-up.
    let at_the_end =
        |one: &ArmStatistic| one.kind == StatisticKind::Measured(Measured::AttendedShare);
    let fits = |design: &TargetDesign| {
        let ends = design.statistics.iter().any(at_the_end) || at_the_end(&statistic);
        design.population == *population
            && same_design(&design.arm, arm)
            && (!ends || design.horizon_weeks == statistic.week)
    };
    let design = list.iter().position(fits).unwrap_or_else(|| {
        list.push(TargetDesign {
            population: population.clone(),
            arm: arm.clone(),
            horizon_weeks: statistic.week,
            statistics: Vec::new(),
            families_multiple: 1,
        });
        list.len() - 1
    });
    let found = &mut list[design];
    found.horizon_weeks = found.horizon_weeks.max(statistic.week);
    let known = &mut found.statistics;
    let place = known.iter().position(|other| *other == statistic);
    let place = place.unwrap_or_else(|| {
        known.push(statistic);
        known.len() - 1
    });
    (design, place)
}

/// Are two arms the same but for their names?
fn same_design(first: &Arm, second: &Arm) -> bool {
    let plain = |arm: &Arm| Arm { name: String::new(), reason: String::new(), ..arm.clone() };
    plain(first) == plain(second)
}
