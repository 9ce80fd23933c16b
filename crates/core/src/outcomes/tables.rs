//! The tables of a run, made of what was gathered.

use crate::evidence::ContrastKind;
use crate::outcomes::gathered::{ArmDraws, Gathered};
use crate::outcomes::layout::{ArmLayout, Layout};
use crate::outcomes::moments::HalfWidths;
use crate::outcomes::numbers::{curve_limits, tidy};
use crate::outcomes::rows::{ContrastRow, CurveRow, SubgroupRow, SummaryRow};
use crate::outcomes::states::STATES;

/// The tables of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tables {
    /// `summary.csv`.
    pub summary: Vec<SummaryRow>,
    /// `contrasts.csv`.
    pub contrasts: Vec<ContrastRow>,
    /// `curves.csv`.
    pub curves: Vec<CurveRow>,
    /// `subgroups.csv`.
    pub subgroups: Vec<SubgroupRow>,
}

impl Tables {
    /// The tables of what was gathered.
    pub fn new(layout: &Layout, gathered: &Gathered) -> Self {
        let mut tables = Self::default();
        let half_widths = HalfWidths::default();
        for (index, (arm_layout, arm)) in layout.arms.iter().zip(&gathered.arms).enumerate() {
            let writer =
                ArmTables { run: layout, layout: arm_layout, arm, half_widths: &half_widths };
            writer.summary_rows(&mut tables.summary);
            writer.subgroup_rows(&mut tables.subgroups);
            writer.curve_rows(&mut tables.curves);
            if index != layout.reference {
                writer.contrast_rows(&mut tables.contrasts);
            }
        }
        tables
    }
}

/// Makes the rows of one arm.
struct ArmTables<'a> {
    run: &'a Layout,
    layout: &'a ArmLayout,
    arm: &'a ArmDraws,
    half_widths: &'a HalfWidths,
}

impl ArmTables<'_> {
    fn summary_rows(&self, rows: &mut Vec<SummaryRow>) {
        for (place, key) in self.layout.summary_keys.iter().enumerate() {
            let (estimate, mc_se, lower, upper) = self.arm.summary.figures(
                place,
                self.run.draws,
                key.outcome.limits(),
                self.half_widths,
            );
            rows.push(SummaryRow {
                arm: self.layout.name.clone(),
                outcome: key.outcome,
                unit: key.unit,
                week: key.week,
                estimate,
                mc_se,
                lower,
                upper,
            });
        }
    }

    fn subgroup_rows(&self, rows: &mut Vec<SubgroupRow>) {
        for (place, (grouping, group, key)) in self.layout.subgroup_keys.iter().enumerate() {
            let (estimate, mc_se, lower, upper) = self.arm.subgroups.figures(
                place,
                self.run.draws,
                key.outcome.limits(),
                self.half_widths,
            );
            rows.push(SubgroupRow {
                arm: self.layout.name.clone(),
                grouping: grouping.to_string(),
                group: group.to_string(),
                outcome: key.outcome,
                unit: key.unit,
                week: key.week,
                estimate,
                mc_se,
                lower,
                upper,
            });
        }
    }

    fn curve_rows(&self, rows: &mut Vec<CurveRow>) {
        let length = self.run.horizon_weeks as usize + 1;
        for (index, curve) in self.layout.curve_names.iter().enumerate() {
            for week in 0..length {
                let place = index * length + week;
                let (estimate, _, lower, upper) = self.arm.curves.figures(
                    place,
                    self.run.draws,
                    curve_limits(curve),
                    self.half_widths,
                );
                rows.push(CurveRow {
                    arm: self.layout.name.clone(),
                    curve: curve.to_string(),
                    week: week as u32,
                    estimate,
                    lower,
                    upper,
                });
            }
        }
        let Some(percentiles) = &self.arm.percentiles else {
            return;
        };
        for (place, state) in STATES.iter().enumerate() {
            if !self.layout.curve_names.contains(&state.word()) {
                continue;
            }
            for (suffix, share) in [("p10", 0.10), ("p50", 0.50), ("p90", 0.90)] {
                for week in 0..length {
                    let estimate = week
                        .checked_sub(1)
                        .and_then(|week| percentiles.quantile(week, place, share));
                    rows.push(CurveRow {
                        arm: self.layout.name.clone(),
                        curve: format!("{state}_{suffix}"),
                        week: week as u32,
                        estimate,
                        lower: None,
                        upper: None,
                    });
                }
            }
        }
    }

    fn contrast_rows(&self, rows: &mut Vec<ContrastRow>) {
        for (place, key) in self.layout.summary_keys.iter().enumerate() {
            let better =
                key.outcome.less_is_better().and_then(|_| self.arm.contrasts.share_better(place));
            for &contrast in ContrastKind::ALL {
                let (estimate, mc_se, lower, upper) =
                    self.arm.contrasts.figures(contrast, place, self.run.draws, self.half_widths);
                rows.push(ContrastRow {
                    arm: self.layout.name.clone(),
                    reference: self.run.arms[self.run.reference].name.clone(),
                    outcome: key.outcome,
                    unit: key.unit,
                    week: key.week,
                    contrast,
                    estimate: estimate.map(tidy),
                    mc_se: mc_se.map(tidy),
                    lower: lower.map(tidy),
                    upper: upper.map(tidy),
                    share_of_draws_better: better.filter(|_| estimate.is_some()),
                });
            }
        }
    }
}
