//! `homeground validate`: holds the calibrated model against evidence, that which it was
//! calibrated to and that which it has not seen.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use crate::engine::parallel::Progress;
use crate::evidence::{self, LiteratureReading, MODEL_VERSION, Posterior};
use crate::model::parameters::Parameters;
use crate::report::calibration::manifest::{
    CalibrationManifest, PosteriorNote, TargetsNote, ValidationNote,
};
use crate::report::calibration::posterior::targets_csv;
use crate::report::calibration::terminal;
use crate::report::folder::Staging;
use crate::report::results::digest;
use crate::report::study::checkpoint::Checkpoint;
use crate::report::{self, plain};
use crate::scenario::targets::{Target, read_targets_file, validation_set};
use crate::scenario::{Error, parse_posterior_file};
use crate::study::calibration::likelihood::Observed;
use crate::study::calibration::ranks::{RankEffort, Ranks};
use crate::study::calibration::sampler::Length;
use crate::study::calibration::scores::Space;
use crate::study::calibration::validate::Validation;
use crate::study::calibration::worlds::Worlds;
use crate::study::evaluate::EvaluateError;
use crate::study::findings::Table;

use super::files::{FolderProgrammes, read_posterior, read_text};
use super::literature::{self, Chosen, Failure, LiteratureArguments};
use super::manifest::command_line;
use super::progress::{Bar, Stage, stop_on_signal};
use super::{DONE, width};

/// Draws, and families in an ordinary design at each, when little is asked for.
const SMALL: (usize, u32) = (40, 1000);

/// Families in an ordinary design at each draw when all is asked for.
const FULL_FAMILIES: u32 = 8000;

/// Points, families in an ordinary design and chains of a small test of the method.
const SMALL_RANKS: (usize, u32, Length) = (
    600,
    1000,
    Length {
        chains: 4,
        forgotten: 100,
        kept: 250,
    },
);

/// What `homeground validate` is told.
#[derive(Debug, clap::Args)]
pub struct ValidateArguments {
    /// Reading of the literature: child or family [default: that of the posterior, or child]
    #[arg(long, value_name = "READING")]
    reading: Option<String>,
    /// Calibrated sample of another file, as homeground calibrate writes it
    #[arg(long, value_name = "FILE")]
    posterior: Option<PathBuf>,
    #[command(flatten)]
    common: LiteratureArguments,
    /// Results folder [default: results/validation_READING]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// All draws of the posterior, with 8000 families each
    #[arg(long, help_heading = "How much work")]
    full: bool,
    /// Draws of the posterior [default: 40]
    #[arg(long, value_name = "N", help_heading = "How much work",
        value_parser = clap::value_parser!(u32).range(2..=60_000))]
    draws: Option<u32>,
    /// Families in an ordinary design at each draw [default: 1000]
    #[arg(long, value_name = "N", help_heading = "How much work",
        value_parser = clap::value_parser!(u32).range(50..=1_000_000))]
    families: Option<u32>,
    /// Also test the method on so many simulated data sets whose parameters are known
    #[arg(long, value_name = "N", help_heading = "Test of the method",
        value_parser = clap::value_parser!(u32).range(20..=100_000))]
    ranks: Option<u32>,
    /// Points that its emulators learn from
    #[arg(long, value_name = "N", requires = "ranks", help_heading = "Test of the method",
        value_parser = clap::value_parser!(u32).range(40..=60_000))]
    rank_points: Option<u32>,
}

impl ValidateArguments {
    /// How much work the test of the method does, where it is asked for.
    fn rank_effort(&self) -> Option<RankEffort> {
        let data_sets = self.ranks? as usize;
        let mut effort = RankEffort::full(data_sets);
        if !self.full {
            effort = RankEffort {
                points: SMALL_RANKS.0,
                families: SMALL_RANKS.1,
                truth_families: SMALL_RANKS.1,
                length: SMALL_RANKS.2,
                ..effort
            };
        }
        if let Some(points) = self.rank_points {
            effort.points = points as usize;
        }
        if let Some(families) = self.families {
            effort.families = families;
            effort.truth_families = families;
        }
        Some(effort)
    }
}

/// Carries out a validation; returns the exit status.
pub fn validate(arguments: &ValidateArguments) -> u8 {
    match carry_out(arguments) {
        Ok(()) => DONE,
        Err(failure) => failure.end(),
    }
}

fn carry_out(arguments: &ValidateArguments) -> Result<(), Failure> {
    let common = &arguments.common;
    let sample = Sample::of(arguments)?;
    let (reading, posterior) = (sample.reading, sample.posterior());
    let chosen = literature::choose(common, reading)?;
    let calibrated_to = sample.calibrated_to()?;
    let targets = with_sets(
        &chosen,
        calibrated_to.as_deref(),
        common.only_targets,
        reading,
    );
    let (draws, families) = match arguments.full {
        true => (posterior.draws.len(), FULL_FAMILIES),
        false => SMALL,
    };
    let draws = arguments.draws.map_or(draws, |own| own as usize);
    let draws = draws.min(posterior.draws.len());
    let families = arguments.families.unwrap_or(families);
    let target = arguments
        .out
        .clone()
        .unwrap_or_else(|| Path::new("results").join(format!("validation_{}", reading.word())));
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
    let all: Vec<Target> = targets.iter().map(|(_, target)| target.clone()).collect();
    let csv = targets_csv(&all).map_err(Failure::Defect)?;
    let identity = format!(
        "{}|{MODEL_VERSION}|{}|{}|{draws}",
        env!("CARGO_PKG_VERSION"),
        digest(csv.as_bytes()),
        sample.digest(),
    );
    let validation = Validation {
        targets: &targets,
        draws,
        families,
        seed: common.seed,
        identity: &identity,
        progress: &progress,
    };
    let stage = Stage::default();
    stage.begin("draws of the posterior");
    let worlds = Worlds::new(&chosen.targets);
    let observed: Vec<Observed> = chosen.targets.iter().map(Observed::of).collect();
    let names: Vec<String> = chosen
        .targets
        .iter()
        .map(|target| target.id.clone())
        .collect();
    let space = Space::all(Parameters::prior_centre());
    let ranks = arguments.rank_effort().map(|effort| Ranks {
        worlds: &worlds,
        observed: &observed,
        names: &names,
        space: &space,
        effort,
        seed: common.seed,
        identity: &identity,
        progress: &progress,
    });
    let found = {
        let of_ranks = ranks.as_ref().map_or(0, Ranks::family_weeks);
        let family_weeks = validation.family_weeks(posterior) + of_ranks;
        let _bar = Bar::follow_stages(&progress, family_weeks, &stage, common.is_silent());
        pool.install(|| {
            let checks = validation.run(posterior, &mut checkpoint)?;
            let ranked = ranks.as_ref().map(|ranks| {
                stage.begin("data sets with known parameters");
                ranks.run(&mut checkpoint)
            });
            Ok((checks, ranked.transpose()?))
        })
    };
    let (checks, ranked) = match found {
        Err(EvaluateError::Interrupted) => {
            return Err(Failure::Interrupted(checkpoint.path().to_owned()));
        }
        found => found?,
    };
    let mut tables = vec![Table::new("checks.csv", &checks).map_err(Failure::Defect)?];
    if let Some(ranked) = &ranked {
        tables.push(Table::new("ranks.csv", ranked).map_err(Failure::Defect)?);
    }
    let seconds = clock.elapsed().as_secs_f64();
    let mut manifest = CalibrationManifest {
        program: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        model_version: MODEL_VERSION,
        reading,
        reading_meaning: reading.meaning().to_owned(),
        calibration: None,
        validation: Some(ValidationNote {
            reading,
            seed: common.seed,
            full: arguments.full,
            draws: draws as u64,
            families: families.into(),
            posterior: sample.note(),
            targets: TargetsNote {
                count: all.len() as u64,
                hash: digest(csv.as_bytes()),
                ..chosen.note.clone()
            },
            ranks: arguments.ranks.map(u64::from),
            family_weeks: progress.family_weeks.load(Ordering::Relaxed),
            seconds,
        }),
        files: std::collections::BTreeMap::new(),
        threads: pool.current_num_threads() as u64,
        started: started.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        seconds,
        command: command_line(),
        warnings: chosen.warnings.clone(),
    };
    let staging = Staging::begin(&target, common.force)?;
    let texts: Vec<(&str, &str)> = tables
        .iter()
        .map(|table| (table.file, table.csv.as_str()))
        .chain([("targets.csv", csv.as_str())])
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
    let columns = width::columns();
    let said = terminal::validated(&checks, common.language(), columns);
    literature::say(&literature::plain_spaces(&format!(
        "{}\n\n{said}{}\n",
        plain::wrap(&answer, columns).join("\n"),
        target.join("report.html").display(),
    )))
}

/// The sample of the parameters that is held against evidence.
struct Sample {
    reading: LiteratureReading,
    own: Option<OwnSample>,
}

struct OwnSample {
    path: PathBuf,
    text: String,
    posterior: Posterior,
}

impl Sample {
    fn of(arguments: &ValidateArguments) -> Result<Sample, Failure> {
        let named = arguments
            .reading
            .as_deref()
            .map(literature::reading)
            .transpose()?;
        let Some(path) = &arguments.posterior else {
            return Ok(Sample {
                reading: named.unwrap_or_default(),
                own: None,
            });
        };
        let source =
            read_posterior(path).map_err(|diagnostic| literature::shown(&[*diagnostic]))?;
        let posterior = parse_posterior_file(&source.file, &source.text)
            .map_err(|Error::Invalid(diagnostics)| literature::shown(&diagnostics))?;
        if let Some(named) = named.filter(|named| *named != posterior.reading) {
            return Err(literature::wrong_file(
                path,
                &format!(
                    "the posterior is of the reading `{}`, but --reading says `{}`",
                    posterior.reading.word(),
                    named.word()
                ),
                "leave --reading out to follow the posterior",
            ));
        }
        Ok(Sample {
            reading: posterior.reading,
            own: Some(OwnSample {
                path: path.clone(),
                text: source.text.clone(),
                posterior,
            }),
        })
    }

    fn posterior(&self) -> &Posterior {
        match &self.own {
            Some(own) => &own.posterior,
            // A reading without a sample is refused before.
            None => evidence::posterior(self.reading)
                .or_else(|| evidence::posterior(LiteratureReading::default()))
                .unwrap_or_else(|| unreachable!("the default reading is calibrated")),
        }
    }

    fn digest(&self) -> String {
        match &self.own {
            Some(own) => digest(own.text.as_bytes()),
            None => self.reading.word().to_owned(),
        }
    }

    fn note(&self) -> PosteriorNote {
        let posterior = self.posterior();
        PosteriorNote {
            file: self.own.as_ref().map(|own| own.path.display().to_string()),
            file_hash: self.own.as_ref().map(|_| self.digest()),
            draws: posterior.draws.len() as u64,
            effective_draws: posterior.effective_draws(),
        }
    }

    /// The targets that a user's own sample was calibrated to, where they lie beside it.
    fn calibrated_to(&self) -> Result<Option<Vec<Target>>, Failure> {
        let Some(own) = &self.own else {
            return Ok(None);
        };
        let path = own.path.with_file_name("targets.csv");
        if !path.is_file() {
            return Ok(None);
        }
        let text = read_text(&path).map_err(|diagnostic| literature::shown(&[*diagnostic]))?;
        let file = path.display().to_string();
        let targets = read_targets_file(&file, &text, &FolderProgrammes::beside(&path));
        // Its arms may name programmes that lie elsewhere: then nothing is known.
        Ok(targets.ok().map(|read| read.value))
    }
}

/// Each target with the set that it belongs to: `calibration` where it was used to calibrate,
/// `validation` for the validation set, else `other`.
fn with_sets(
    chosen: &Chosen,
    calibrated_to: Option<&[Target]>,
    only_own: bool,
    reading: LiteratureReading,
) -> Vec<(&'static str, Target)> {
    let built_in = crate::scenario::targets::built_in_targets();
    let used = calibrated_to.unwrap_or(built_in);
    let same = |one: &Target, other: &Target| {
        one.id == other.id
            && one.value == other.value
            && one.standard_error == other.standard_error
            && one.arm == other.arm
            && one.reference == other.reference
            && one.week == other.week
    };
    let set = |target: &Target| match used.iter().any(|other| same(target, other)) {
        true => "calibration",
        false => "other",
    };
    let asked = chosen
        .targets
        .iter()
        .map(|target| (set(target), target.clone()));
    let unseen = validation_set()
        .iter()
        .filter(|target| !only_own && target.belongs_to(reading))
        .filter(|target| !chosen.targets.iter().any(|own| own.id == target.id))
        .map(|target| ("validation", target.clone()));
    asked.chain(unseen).collect()
}
