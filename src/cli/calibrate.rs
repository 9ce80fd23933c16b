//! `homeground calibrate`: lets the evidence set the parameters.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use crate::engine::parallel::Progress;
use crate::evidence::{LiteratureReading, MODEL_VERSION, Posterior};
use crate::model::parameters::Parameters;
use crate::report::calibration::manifest::{CalibrationManifest, CalibrationNote, EffortNote};
use crate::report::calibration::posterior::posterior_csv;
use crate::report::calibration::terminal;
use crate::report::folder::Staging;
use crate::report::study::checkpoint::Checkpoint;
use crate::report::{self, plain};
use crate::study::calibration::findings::{CalibrationTables, posterior_of};
use crate::study::calibration::likelihood::Observed;
use crate::study::calibration::scores::Space;
use crate::study::calibration::waves::{Calibration, Effort, Found};
use crate::study::calibration::worlds::Worlds;
use crate::study::evaluate::EvaluateError;
use crate::study::findings::Table;

use super::literature::{self, Chosen, Failure, LiteratureArguments};
use super::manifest::command_line;
use super::progress::{Bar, Stage, stop_on_signal};
use super::{DONE, width};

/// What `homeground calibrate` is told.
#[derive(Debug, clap::Args)]
pub struct CalibrateArguments {
    /// Reading of the literature: child or family
    #[arg(long, value_name = "READING", default_value = "child")]
    reading: String,
    #[command(flatten)]
    common: LiteratureArguments,
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
            effort.last.forgotten = steps.div_ceil(2) as usize;
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
    let reading = literature::reading(&arguments.reading)?;
    let chosen = literature::choose(common, reading)?;
    let effort = arguments.effort();
    let target = arguments
        .out
        .clone()
        .unwrap_or_else(|| Path::new("results").join(format!("calibration_{}", reading.word())));
    let progress = Arc::new(Progress::default());
    stop_on_signal(&progress);
    // That the folder can be written is known before the work begins.
    drop(Staging::begin(&target, common.force)?);
    let mut checkpoint = Checkpoint::beside(&target, common.resume)?;
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(common.threads.map_or(0, usize::from))
        .build()?;
    let started = chrono::Utc::now();
    let clock = Instant::now();
    let worlds = Worlds::new(&chosen.targets);
    let space = Space::all(Parameters::prior_centre());
    let calibration = Calibration {
        targets: &chosen.targets,
        worlds: &worlds,
        observed: chosen.targets.iter().map(Observed::of).collect(),
        space: &space,
        identity: identity(reading, &chosen, &effort),
        effort: effort.clone(),
        seed: common.seed,
        progress: &progress,
    };
    let stage = Stage::default();
    stage.begin("chance of each statistic");
    let found = {
        let _bar = Bar::follow_stages(
            &progress,
            calibration.family_weeks(),
            &stage,
            common.is_silent(),
        );
        pool.install(|| calibration.run(&mut checkpoint, &mut |words| stage.begin(words)))
    };
    let found = match found {
        Err(EvaluateError::Interrupted) => {
            return Err(Failure::Interrupted(checkpoint.path().to_owned()));
        }
        found => found?,
    };
    let (findings, posterior) = pool.install(|| summary(&calibration, &found, reading))?;
    let tables = tables(&findings).map_err(Failure::Defect)?;
    let seconds = clock.elapsed().as_secs_f64();
    let mut manifest = CalibrationManifest {
        program: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        model_version: MODEL_VERSION,
        reading,
        reading_meaning: reading.meaning().to_owned(),
        calibration: Some(CalibrationNote {
            reading,
            seed: common.seed,
            effort: note(&effort),
            targets: chosen.note.clone(),
            parameters: space.len() as u64,
            effective_draws: findings.effective_draws,
            largest_weight: findings.largest_weight,
            largest_scale_reduction: findings.largest_scale_reduction,
            family_weeks: progress.family_weeks.load(Ordering::Relaxed),
            seconds,
        }),
        validation: None,
        files: std::collections::BTreeMap::new(),
        threads: pool.current_num_threads() as u64,
        started: started.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        seconds,
        command: command_line(),
        warnings: chosen.warnings.clone(),
    };
    let staging = Staging::begin(&target, common.force)?;
    let posterior_text = posterior_csv(&posterior);
    let texts: Vec<(&str, &str)> = tables
        .iter()
        .map(|table| (table.file, table.csv.as_str()))
        .chain([
            ("targets.csv", chosen.csv.as_str()),
            ("posterior.csv", posterior_text.as_str()),
        ])
        .collect();
    literature::write(staging.path(), &mut manifest, &texts)?;
    let drawn = pool.install(|| report::draw(staging.path(), common.language()))?;
    if progress.is_stopped() {
        return Err(Failure::Interrupted(checkpoint.path().to_owned()));
    }
    staging.finish()?;
    checkpoint.remove();
    let answer = drawn.answer.unwrap_or_default();
    if common.json {
        return literature::say(&literature::json(&target, &answer, &manifest, &tables));
    }
    if common.quiet {
        return Ok(());
    }
    let language = common.language();
    let columns = width::columns();
    let short = match &manifest.calibration {
        Some(note) => terminal::calibrated(note, &findings.checks, language, columns),
        None => String::new(),
    };
    literature::say(&literature::plain_spaces(&format!(
        "{}\n\n{short}\n{}\n{}\n",
        plain::wrap(&answer, columns).join("\n"),
        terminal::use_it(&target, language),
        target.join("report.html").display(),
    )))
}

/// What tells a calibration from another, for checkpoints.
fn identity(reading: LiteratureReading, chosen: &Chosen, effort: &Effort) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let word = reading.word();
    format!(
        "{version}|{MODEL_VERSION}|{word}|{}|{effort:?}",
        chosen.note.hash
    )
}

fn summary(
    calibration: &Calibration<'_>,
    found: &Found,
    reading: LiteratureReading,
) -> Result<(CalibrationTables, Posterior), Failure> {
    let posterior = posterior_of(calibration, found, reading).ok_or_else(|| {
        Failure::Defect(
            "no draw agrees with the targets at all, so there is no posterior. Give it more work \
             (--points, --waves, --draws), or look whether targets contradict each other."
                .to_owned(),
        )
    })?;
    Ok((CalibrationTables::new(calibration, found), posterior))
}

fn tables(findings: &CalibrationTables) -> Result<Vec<Table>, String> {
    Ok(vec![
        Table::new("checks.csv", &findings.checks)?,
        Table::new("parameters.csv", &findings.parameters)?,
        Table::new("pairs.csv", &findings.pairs)?.or_header("first,second,correlation"),
        Table::new("waves.csv", &findings.waves)?,
        Table::new("conflicts.csv", &findings.conflicts)?
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
        draw_families: effort.last_families.into(),
        chains: effort.last.chains as u64,
        steps: effort.last.kept as u64,
    }
}
