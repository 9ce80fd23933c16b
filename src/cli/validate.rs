//! `homeground validate`: holds the calibrated model against evidence, that which it was
//! calibrated to and that which it has not seen.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use homeground_core::engine::parallel::Progress;
use homeground_core::evidence::{self, MODEL_VERSION, Posterior};
use homeground_core::model::parameters::Parameters;
use homeground_core::outcomes::manifest::digest;
use homeground_core::scenario::targets::{
    Target, built_in_targets, read_targets_file, validation_set,
};
use homeground_core::scenario::{Error, SourceText, parse_posterior_file};
use homeground_studies::calibration::pages::terminal;
use homeground_studies::calibration::{
    CalibrationManifest, ChainLength, Observed, ParameterSpace, PosteriorNote, RankEffort, Ranks,
    TargetDesigns, TargetsNote, Validation, ValidationNote, targets_csv,
};
use homeground_studies::evaluate::EvaluateError;
use homeground_studies::findings::Table;

use crate::cli::failure::Failure;
use crate::cli::files::{FolderProgrammes, read_posterior, read_text};
use crate::cli::targets::{self, ChosenTargets, TargetArguments};
use crate::cli::work::Work;
use crate::cli::{DONE, width};

/// Draws, and families in an ordinary design at each, when little is asked for.
const SMALL: (usize, u32) = (40, 1000);

/// Families in an ordinary design at each draw when all is asked for.
const FULL_FAMILIES: u32 = 8000;

/// Points, families in an ordinary design and chains of a small test of the method.
const SMALL_RANKS: (usize, u32, ChainLength) =
    (600, 1000, ChainLength { chains: 4, warm_up: 100, kept: 250 });

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
    common: TargetArguments,
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
    /// Draws of a sample, and families in an ordinary design at each.
    fn size(&self, posterior: &Posterior) -> (usize, u32) {
        let all = posterior.draws.len();
        let (draws, families) = match self.full {
            true => (all, FULL_FAMILIES),
            false => SMALL,
        };
        let draws = self.draws.map_or(draws, |own| own as usize).min(all);
        (draws, self.families.unwrap_or(families))
    }

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
    let posterior: &Posterior = &sample.posterior;
    let reading = posterior.reading;
    let chosen = targets::choose(common, reading)?;
    let used = sample.calibrated_to()?;
    let targets = with_sets(&chosen, used.as_deref(), common.only_targets);
    let all: Vec<Target> = targets.iter().map(|(_, target)| target.clone()).collect();
    let csv = targets_csv(&all).map_err(Failure::Defect)?;
    let (draws, families) = arguments.size(posterior);
    let target = arguments
        .out
        .clone()
        .unwrap_or_else(|| Path::new("results").join(format!("validation_{}", reading.word())));
    let mut work = Work::begin(common.work.options(target, targets::REMEDY))?;
    let progress = Arc::clone(&work.progress);
    let hash = digest(csv.as_bytes());
    let identity = identity(&hash, &sample, draws);
    let validation = Validation {
        targets: &targets,
        draws,
        families,
        seed: common.seed,
        identity: &identity,
        progress: &progress,
    };
    let method = arguments.rank_effort().map(|effort| Method::new(&chosen.targets, effort));
    let ranks = method.as_ref().map(|method| method.ranks(common.seed, &identity, &progress));
    let of_ranks = ranks.as_ref().map_or(0, Ranks::family_weeks);
    let family_weeks = validation.family_weeks(posterior) + of_ranks;
    work.stage.begin("draws of the posterior");
    let (checks, ranked) = work.simulate(Some(family_weeks), |checkpoints, stage| {
        let checks = validation.run(posterior, checkpoints)?;
        let ranked = ranks.as_ref().map(|ranks| {
            stage.begin("data sets with known parameters");
            ranks.run(checkpoints)
        });
        Ok::<_, EvaluateError>((checks, ranked.transpose()?))
    })?;
    let manifest = CalibrationManifest {
        validation: Some(ValidationNote {
            reading,
            seed: common.seed,
            full: arguments.full,
            draws: draws as u64,
            families: families.into(),
            posterior: sample.note(),
            targets: TargetsNote { count: all.len() as u64, hash, ..chosen.note.clone() },
            ranks: arguments.ranks.map(u64::from),
            family_weeks: work.family_weeks(),
            seconds: work.seconds(),
        }),
        ..targets::manifest(&work, reading, chosen.warnings.clone())
    };
    let mut tables = vec![Table::new("checks.csv", &checks).map_err(Failure::Defect)?];
    if let Some(ranked) = &ranked {
        tables.push(Table::new("ranks.csv", ranked).map_err(Failure::Defect)?);
    }
    let more = terminal::validated(&checks, common.work.lang, width::columns());
    let target = work.options.target.clone();
    work.publish(manifest, &tables, &[("targets.csv", csv.as_str())], |answer| {
        targets::told(answer, &more, &target)
    })
}

/// What tells a validation from another, for checkpoints.
fn identity(targets: &str, sample: &Sample, draws: usize) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let digest = sample.digest();
    format!("{version}|{MODEL_VERSION}|{targets}|{digest}|{draws}")
}

/// What the test of the method is about.
struct Method {
    designs: TargetDesigns,
    observed: Vec<Observed>,
    names: Vec<String>,
    space: ParameterSpace,
    effort: RankEffort,
}

impl Method {
    fn new(targets: &[Target], effort: RankEffort) -> Method {
        Method {
            designs: TargetDesigns::new(targets),
            observed: targets.iter().map(Observed::of).collect(),
            names: targets.iter().map(|target| target.id.clone()).collect(),
            space: ParameterSpace::all(Parameters::prior_centre()),
            effort,
        }
    }

    fn ranks<'a>(&'a self, seed: u64, identity: &'a str, progress: &'a Progress) -> Ranks<'a> {
        Ranks {
            designs: &self.designs,
            observed: &self.observed,
            names: &self.names,
            space: &self.space,
            effort: self.effort,
            seed,
            identity,
            progress,
        }
    }
}

/// The sample of the parameters that is held against evidence.
struct Sample {
    posterior: Cow<'static, Posterior>,
    /// The user's file with its text; none for a sample of the program.
    own: Option<(PathBuf, Arc<SourceText>)>,
}

impl Sample {
    fn of(arguments: &ValidateArguments) -> Result<Sample, Failure> {
        let word = arguments.reading.as_deref();
        let named = word.map(targets::reading).transpose()?;
        let Some(path) = &arguments.posterior else {
            let reading = named.unwrap_or_default();
            let posterior = evidence::posterior(reading).ok_or_else(|| {
                let word = reading.word();
                Failure::WrongUse(format!("the program has no sample of the reading `{word}`"))
            })?;
            return Ok(Sample { posterior: Cow::Borrowed(posterior), own: None });
        };
        let source = read_posterior(path).map_err(|diagnostic| targets::shown(&[*diagnostic]))?;
        let posterior = parse_posterior_file(&source.file, &source.text)
            .map_err(|Error::Invalid(diagnostics)| targets::shown(&diagnostics))?;
        if let Some(named) = named.filter(|named| *named != posterior.reading) {
            return Err(targets::wrong_file(
                path,
                &format!(
                    "the posterior is of the reading `{}`, but --reading says `{}`",
                    posterior.reading.word(),
                    named.word()
                ),
                "leave --reading out to follow the posterior",
            ));
        }
        Ok(Sample { posterior: Cow::Owned(posterior), own: Some((path.clone(), source)) })
    }

    fn digest(&self) -> String {
        match &self.own {
            Some((_, source)) => digest(source.text.as_bytes()),
            None => self.posterior.reading.word().to_owned(),
        }
    }

    fn note(&self) -> PosteriorNote {
        let file = self.own.as_ref().map(|(path, _)| path.display().to_string());
        PosteriorNote {
            file_hash: file.as_ref().map(|_| self.digest()),
            file,
            draws: self.posterior.draws.len() as u64,
            effective_draws: self.posterior.effective_draws(),
        }
    }

    /// The targets that a user's own sample was calibrated to, where they lie beside it.
    fn calibrated_to(&self) -> Result<Option<Vec<Target>>, Failure> {
        let Some((path, _)) = &self.own else {
            return Ok(None);
        };
        let path = path.with_file_name("targets.csv");
        if !path.is_file() {
            return Ok(None);
        }
        let text = read_text(&path).map_err(|diagnostic| targets::shown(&[*diagnostic]))?;
        let file = path.display().to_string();
        let targets = read_targets_file(&file, &text, &FolderProgrammes::beside(&path));
        // Its arms may name programmes that lie elsewhere: then nothing is known.
        Ok(targets.ok().map(|read| read.value))
    }
}

/// Each target with the set that it belongs to: `calibration` where it was used to calibrate,
/// `validation` for the validation set, else `other`.
fn with_sets(
    chosen: &ChosenTargets,
    calibrated_to: Option<&[Target]>,
    only_own: bool,
) -> Vec<(&'static str, Target)> {
    let used = calibrated_to.unwrap_or(built_in_targets());
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
    let asked = chosen.targets.iter();
    let asked = asked.map(|target| (set(target), target.clone()));
    let unseen = validation_set()
        .iter()
        .filter(|target| !only_own && target.belongs_to(chosen.reading))
        .filter(|target| !chosen.targets.iter().any(|own| own.id == target.id))
        .map(|target| ("validation", target.clone()));
    asked.chain(unseen).collect()
}
