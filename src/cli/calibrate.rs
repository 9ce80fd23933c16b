//! `homeground calibrate`: lets the evidence set the parameters.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use homeground_core::evidence::{LiteratureReading, MODEL_VERSION, Posterior};
use homeground_core::model::parameters::Parameters;
use homeground_studies::calibration::pages::terminal;
use homeground_studies::calibration::tables::{CalibrationTables, posterior_of};
use homeground_studies::calibration::{
    Calibration, CalibrationManifest, CalibrationNote, CalibrationResult, Effort, EffortNote,
    Observed, ParameterSpace, TargetDesigns, posterior_csv,
};
use homeground_studies::findings::Table;

use crate::cli::failure::Failure;
use crate::cli::targets::{self, ChosenTargets, TargetArguments};
use crate::cli::work::Work;
use crate::cli::{DONE, width};

/// What `homeground calibrate` is told.
#[derive(Debug, clap::Args)]
pub struct CalibrateArguments {
    /// Reading of the literature: child or family
    #[arg(long, value_name = "READING", default_value = "child")]
    reading: String,
    #[command(flatten)]
    common: TargetArguments,
    /// Results folder [default: results/calibration_READING]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Little work, for a first look and for teaching
    #[arg(long, help_heading = "How much work")]
    quick: bool,
    /// Points of the first wave, drawn from the prior
    #[arg(long, value_name = "N", help_heading = "How much work",
        value_parser = clap::value_parser!(u32).range(20..=60_000))]
    points: Option<u32>,
    /// Points of each further wave
    #[arg(long, value_name = "N", help_heading = "How much work",
        value_parser = clap::value_parser!(u32).range(20..=60_000))]
    further_points: Option<u32>,
    /// Further waves
    #[arg(long, value_name = "N", help_heading = "How much work",
        value_parser = clap::value_parser!(u32).range(0..=50))]
    waves: Option<u32>,
    /// Families in an ordinary design at each point
    #[arg(long, value_name = "N", help_heading = "How much work",
        value_parser = clap::value_parser!(u32).range(50..=1_000_000))]
    families: Option<u32>,
    /// Draws of the posterior
    #[arg(long, value_name = "N", help_heading = "How much work",
        value_parser = clap::value_parser!(u32).range(20..=60_000))]
    draws: Option<u32>,
    /// Families in an ordinary design at each draw
    #[arg(long, value_name = "N", help_heading = "How much work",
        value_parser = clap::value_parser!(u32).range(50..=1_000_000))]
    draw_families: Option<u32>,
    /// Steps that each chain keeps in the end; more where chains do not agree
    #[arg(long, value_name = "N", help_heading = "How much work",
        value_parser = clap::value_parser!(u32).range(20..=1_000_000))]
    steps: Option<u32>,
}

impl CalibrateArguments {
    fn effort(&self) -> Effort {
        let mut effort = match self.quick {
            true => Effort::quick(),
            false => Effort::full(),
        };
        let count = |own: Option<u32>, standard: usize| own.map_or(standard, |own| own as usize);
        effort.first_points = count(self.points, effort.first_points);
        effort.further_points = count(self.further_points, effort.further_points);
        effort.further_waves = count(self.waves, effort.further_waves);
        effort.families = self.families.unwrap_or(effort.families);
        effort.draws = count(self.draws, effort.draws);
        effort.last_families = self.draw_families.unwrap_or(effort.last_families);
        if let Some(steps) = self.steps {
            effort.last.kept = steps as usize;
            effort.last.warm_up = steps.div_ceil(2) as usize;
        }
        effort
    }
}

/// Carries out a calibration; returns the exit status.
pub fn calibrate(arguments: &CalibrateArguments) -> u8 {
    match carry_out(arguments) {
        Ok(()) => DONE,
        Err(failure) => failure.end(),
    }
}

fn carry_out(arguments: &CalibrateArguments) -> Result<(), Failure> {
    let common = &arguments.common;
    let reading = targets::reading(&arguments.reading)?;
    let chosen = targets::choose(common, reading)?;
    let effort = arguments.effort();
    let target = arguments
        .out
        .clone()
        .unwrap_or_else(|| Path::new("results").join(format!("calibration_{}", reading.word())));
    let mut work = Work::begin(common.work.options(target, targets::REMEDY))?;
    let designs = TargetDesigns::new(&chosen.targets);
    let space = ParameterSpace::all(Parameters::prior_centre());
    let progress = Arc::clone(&work.progress);
    let calibration = Calibration {
        targets: &chosen.targets,
        designs: &designs,
        observed: chosen.targets.iter().map(Observed::of).collect(),
        space: &space,
        identity: identity(reading, &chosen, &effort),
        effort: effort.clone(),
        seed: common.seed,
        progress: &progress,
    };
    work.stage.begin("chance of each statistic");
    let result = work.simulate(Some(calibration.family_weeks()), |checkpoints, stage| {
        calibration.run(checkpoints, &mut |words| stage.begin(words))
    })?;
    let (tables, posterior) = work.pool.install(|| summary(&calibration, &result, reading))?;
    let note = CalibrationNote {
        reading,
        seed: common.seed,
        effort: note(&effort),
        targets: chosen.note.clone(),
        parameters: space.len() as u64,
        effective_draws: tables.effective_draws,
        largest_weight: tables.largest_weight,
        largest_scale_reduction: tables.largest_scale_reduction,
        family_weeks: work.family_weeks(),
        seconds: work.seconds(),
    };
    let (words, columns) = (common.work.lang, width::columns());
    let short = terminal::calibrated(&note, &tables.checks, words, columns);
    let more = format!("{short}\n{}", terminal::use_it(&work.options.target, words));
    let manifest = CalibrationManifest {
        calibration: Some(note),
        ..targets::manifest(&work, reading, chosen.warnings.clone())
    };
    let tables = saved(&tables).map_err(Failure::Defect)?;
    let sample = posterior_csv(&posterior);
    let texts = [("targets.csv", chosen.csv.as_str()), ("posterior.csv", sample.as_str())];
    let target = work.options.target.clone();
    work.publish(manifest, &tables, &texts, |answer| targets::told(answer, &more, &target))
}

/// What tells a calibration from another, for checkpoints.
fn identity(reading: LiteratureReading, chosen: &ChosenTargets, effort: &Effort) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let word = reading.word();
    format!("{version}|{MODEL_VERSION}|{word}|{}|{effort:?}", chosen.note.hash)
}

fn summary(
    calibration: &Calibration<'_>,
    result: &CalibrationResult,
    reading: LiteratureReading,
) -> Result<(CalibrationTables, Posterior), Failure> {
    let posterior = posterior_of(calibration, result, reading).ok_or_else(|| {
        Failure::Defect(
            "no draw agrees with the targets at all, so there is no posterior. Give it more work \
             (--points, --waves, --draws), or look whether targets contradict each other."
                .to_owned(),
        )
    })?;
    Ok((CalibrationTables::new(calibration, result), posterior))
}

fn saved(tables: &CalibrationTables) -> Result<Vec<Table>, String> {
    Ok(vec![
        Table::new("checks.csv", &tables.checks)?,
        Table::new("parameters.csv", &tables.parameters)?,
        Table::new("pairs.csv", &tables.pairs)?.or_header("first,second,correlation"),
        Table::new("waves.csv", &tables.waves)?,
        Table::new("conflicts.csv", &tables.conflicts)?
            .or_header("target,distance,distance_left_out,effective_draws,against,relief"),
    ])
}

fn note(effort: &Effort) -> EffortNote {
    EffortNote {
        points: effort.first_points as u64,
        further_points: effort.further_points as u64,
        waves: effort.further_waves as u64,
        families: effort.families.into(),
        draws: effort.draws as u64,
        kept: effort.draws.min(effort.kept) as u64,
        draw_families: effort.last_families.into(),
        chains: effort.last.chains as u64,
        steps: effort.last.kept as u64,
    }
}
