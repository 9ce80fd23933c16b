//! Writes a study as a table of a scenario file.

use crate::scenario::lines::{Lines, quoted};
use crate::scenario::types::Scenario;

use super::types::{
    AssumptionsPlan, DECIDE_BY, DesignPlan, Selection, SensitivityPlan, Study, StudyPlan,
    SweepPlan, SwitchPlan, ThresholdPlan, UncertaintyPlan, Vary,
};

/// Writes `[study]` as a table of a scenario file.
pub(crate) fn write(file: &mut Lines, study: &Study, scenario: &Scenario) {
    file.header("[study]");
    file.text("kind", study.plan.kind().word());
    file.text("outcome", study.outcome.outcome.word());
    file.text("unit", study.outcome.unit.word());
    file.raw("week", study.outcome.week);
    let names = study.arms.iter().filter_map(|arm| scenario.arms.get(*arm));
    file.list("arms", names.map(|arm| quoted(&arm.name)));
    match &study.plan {
        StudyPlan::Sweep(plan) => write_sweep(file, plan),
        StudyPlan::Design(plan) => write_design(file, plan),
        StudyPlan::Switch(plan) => write_switch(file, plan),
        StudyPlan::Threshold(plan) => write_threshold(file, plan),
        StudyPlan::Uncertainty(plan) => write_uncertainty(file, plan),
        StudyPlan::Sensitivity(plan) => write_sensitivity(file, plan),
        StudyPlan::Assumptions(plan) => write_assumptions(file, plan),
    }
}

fn write_sweep(file: &mut Lines, plan: &SweepPlan) {
    write_vary(file, &plan.vary);
}

fn write_design(file: &mut Lines, plan: &DesignPlan) {
    match plan.selection {
        Selection::Full => file.text("selection", "full"),
        Selection::Fraction { resolution } => {
            file.text("selection", "fraction");
            file.raw("resolution", resolution);
        }
        Selection::LatinHypercube { runs } => {
            file.text("selection", "latin_hypercube");
            file.raw("runs", runs);
        }
    }
    file.text("cost", plan.cost.word());
    if let Some(limit) = plan.cost_limit {
        file.number("cost_limit", limit);
    }
    write_vary(file, &plan.vary);
}

fn write_switch(file: &mut Lines, plan: &SwitchPlan) {
    file.list("switches", plan.switches.iter().map(|key| quoted(key)));
    file.raw("pairs", plan.pairs);
}

fn write_threshold(file: &mut Lines, plan: &ThresholdPlan) {
    file.list("parameters", plan.parameters.iter().map(|key| quoted(key)));
    file.raw("grid", plan.grid);
    file.raw("planes", plan.planes);
    if !plan.vary.is_empty() {
        write_vary(file, &plan.vary);
    }
}

fn write_uncertainty(file: &mut Lines, plan: &UncertaintyPlan) {
    file.raw("draws", plan.draws);
    file.text("decide_by", DECIDE_BY[usize::from(!plan.by_net_benefit)]);
    if let Some(worth) = plan.worth {
        file.number("willingness_to_pay", worth.value);
        file.number("willingness_highest", worth.highest);
    }
}

fn write_sensitivity(file: &mut Lines, plan: &SensitivityPlan) {
    file.list("parameters", plan.parameters.iter().map(|key| quoted(key)));
    file.raw("walks", plan.walks);
    file.raw("top", plan.top);
    file.raw("samples", plan.samples);
    file.text("spread", plan.spread.word());
    file.raw("families", plan.families);
    file.raw("replicates", plan.replicates);
}

fn write_assumptions(file: &mut Lines, plan: &AssumptionsPlan) {
    write_sensitivity(file, &plan.sensitivity);
    file.raw("grid", plan.grid);
    if let Some(worth) = plan.worth {
        file.number("willingness_to_pay", worth.value);
        file.number("willingness_highest", worth.highest);
    }
}

/// Writes `[study.vary]`.
fn write_vary(file: &mut Lines, fields: &[Vary]) {
    file.header("[study.vary]");
    for vary in fields {
        let key = quoted(&vary.path);
        match (vary.between, &vary.levels[..]) {
            (true, [from, .., to]) => {
                file.raw(&key, format!("{{ from = {}, to = {} }}", from.toml, to.toml));
            }
            _ => file.list(&key, vary.levels.iter().map(|level| level.toml.clone())),
        }
    }
}
