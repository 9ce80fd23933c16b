//! `homeground merge`: puts the shards of a run together to the results of the run.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::engine::parallel::Progress;
use crate::engine::share::Share;
use crate::outcomes::experiment::{Experiment, ExperimentError};
use crate::report::families::{FAMILIES, FamiliesFile, facts};
use crate::report::folder::Staging;
use crate::report::results::Manifest;
use crate::report::shard::{FoundShard, ShardError, read_all};
use crate::report::{self};
use crate::scenario::{BuiltInProgrammes, Scenario, ScenarioInput, read_scenario};

use super::manifest::{command_line, of_sittings};
use super::output::{Failure, Telling, tell, write};
use super::progress::stop_on_signal;
use super::report::LanguageArgument;
use super::{DONE, complain};

/// What `homeground merge` is told.
#[derive(Debug, clap::Args)]
pub struct MergeArguments {
    /// Folders of all shards, in any order
    #[arg(required = true, value_name = "DIR")]
    shards: Vec<PathBuf>,
    /// Results folder [default: results/SCENARIO]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Replace a folder that homeground did not write
    #[arg(long)]
    force: bool,
    /// Language of report and figures
    #[arg(long, value_name = "LANG", default_value = "en")]
    lang: LanguageArgument,
    /// Print no table; warnings and errors remain
    #[arg(long)]
    quiet: bool,
    /// Print the summary as JSON on standard output, and nothing else
    #[arg(long)]
    json: bool,
}

/// Puts shards together; returns the exit status.
pub fn merge(arguments: &MergeArguments) -> u8 {
    match put_together(arguments) {
        Ok(()) => DONE,
        Err(failure) => {
            complain(&failure);
            failure.status()
        }
    }
}

fn put_together(arguments: &MergeArguments) -> Result<(), Failure> {
    let progress = Arc::new(Progress::default());
    stop_on_signal(&progress);
    let shards = read_all(&arguments.shards)?;
    let scenario = scenario(&shards[0])?;
    let default = || Path::new("results").join(&scenario.name);
    let target = arguments.out.clone().unwrap_or_else(default);
    refuse_a_shard_as_target(&target, &shards)?;
    drop(Staging::begin(&target, arguments.force)?);
    let staging = Staging::begin(&target, arguments.force)?;
    let manifest = Manifest {
        command: Some(command_line()),
        ..of_sittings(manifest(&shards[0])?, &sittings(&shards))
    };
    merge_rows(&scenario, &shards, &staging, &progress)?;
    let origin = shards[0].shard.origin.clone();
    let tables = {
        let mut whole =
            Experiment::begin(&scenario, Share::WHOLE).map_err(ExperimentError::Design)?;
        for found in shards {
            if !whole.add(found.shard.share, found.shard.position.into_owned()) {
                return Err(damaged(&found.folder, "its state does not fit its scenario").into());
            }
        }
        whole.tables()
    };
    let manifest = write(staging.path(), &origin.scenario, manifest, &tables)?;
    let language = arguments.lang.into();
    report::draw(staging.path(), language)?;
    if progress.is_stopped() {
        return Err(Failure::Interrupted);
    }
    staging.finish()?;
    let telling = Telling {
        quiet: arguments.quiet,
        json: arguments.json,
        language,
    };
    tell(telling, &target, &manifest, &tables)
}

/// The scenario of a shard, read from its resolved text.
fn scenario(found: &FoundShard) -> Result<Scenario, Failure> {
    let origin = &found.shard.origin;
    let file = found.folder.join("scenario.toml").display().to_string();
    let input = ScenarioInput::new(&origin.name, &file, &origin.scenario, &BuiltInProgrammes);
    let scenario = read_scenario(&input).map(|reading| reading.value);
    // What was resolved reads as the same scenario, or every result would be in doubt.
    match scenario {
        Ok(scenario) if scenario.to_toml() == origin.scenario => Ok(scenario),
        _ => Err(damaged(&found.folder, "its scenario cannot be read").into()),
    }
}

fn damaged(folder: &Path, reason: &str) -> ShardError {
    ShardError::Damaged(format!("{} is damaged: {reason}", folder.display()))
}

/// The manifest of the whole run, as the first shard knew it before it began.
fn manifest(found: &FoundShard) -> Result<Manifest, Failure> {
    let manifest = serde_json::from_str(&found.shard.manifest);
    Ok(manifest.map_err(|error| damaged(&found.folder, &error.to_string()))?)
}

fn sittings(shards: &[FoundShard]) -> Vec<(Option<Share>, Vec<report::checkpoint::Sitting>)> {
    shards
        .iter()
        .map(|found| (Some(found.shard.share), found.shard.sittings.clone()))
        .collect()
}

/// A results folder takes the place of what stood there: that must not be a shard.
fn refuse_a_shard_as_target(target: &Path, shards: &[FoundShard]) -> Result<(), Failure> {
    let Ok(real) = target.canonicalize() else {
        return Ok(());
    };
    let is_shard = |found: &&FoundShard| found.folder.canonicalize().is_ok_and(|one| one == real);
    match shards.iter().find(is_shard) {
        Some(found) => Err(Failure::WrongUse(format!(
            "the results would take the place of the shard {}. Choose another folder with --out.",
            found.folder.display()
        ))),
        None => Ok(()),
    }
}

/// Rows of families of all shards, one after the other, if they are kept.
fn merge_rows(
    scenario: &Scenario,
    shards: &[FoundShard],
    staging: &Staging,
    progress: &Progress,
) -> Result<(), Failure> {
    if !shards[0].shard.origin.families_file {
        return Ok(());
    }
    let arms = scenario.arms.iter().map(|arm| arm.name.clone()).collect();
    let file = staging.path().join(FAMILIES);
    let mut rows = FamiliesFile::begin(&file, arms, &facts(scenario))?;
    for found in shards {
        if progress.is_stopped() {
            return Err(Failure::Interrupted);
        }
        match found.rows()? {
            Some(file) => rows.take_file(&file)?,
            None => return Err(damaged(&found.folder, "it has no rows of families").into()),
        };
    }
    Ok(rows.finish()?)
}
