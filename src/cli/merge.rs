//! `homeground merge`: puts the shards of a run together to the results of the run.

use crate::publish;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use homeground_core::engine::parallel::Progress;
use homeground_core::engine::share::Share;
use homeground_core::outcomes::experiment::{Experiment, ExperimentError};
use homeground_core::outcomes::manifest::Manifest;
use homeground_core::scenario::{
    BuiltInProgrammes, Diagnostic, ProgrammeSource, Scenario, ScenarioInput, SourceText,
    read_scenario,
};
use homeground_store::checkpoint::ProcessRecord;
use homeground_store::families::{FAMILIES, FamiliesFile, facts};
use homeground_store::folder::Staging;
use homeground_store::shard::{FoundShard, ShardError, ShardSet, find_all};

use crate::cli::DONE;
use crate::cli::failure::Failure;
use crate::cli::manifest::{command_line, of_processes};
use crate::cli::output::{TerminalOptions, tell, write};
use crate::cli::progress::stop_on_signal;
use crate::words::LanguageParser;
use homeground_report::words::Words;

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
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = LanguageParser)]
    lang: &'static Words,
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
        Err(failure) => failure.end(),
    }
}

fn put_together(arguments: &MergeArguments) -> Result<(), Failure> {
    let progress = Arc::new(Progress::default());
    stop_on_signal(&progress);
    let set = find_all(&arguments.shards)?;
    let scenario = scenario(&set)?;
    let default = || Path::new("results").join(&scenario.name);
    let target = arguments.out.clone().unwrap_or_else(default);
    refuse_a_shard_as_target(&target, &set.shards)?;
    let staging = Staging::begin(&target, arguments.force)?;
    let manifest = Manifest {
        command: Some(command_line()),
        ..of_processes(manifest(&set)?, &processes(&set.shards))
    };
    merge_rows(&scenario, &set, &staging, &progress)?;
    let tables = {
        let mut whole =
            Experiment::begin(&scenario, Share::WHOLE).map_err(ExperimentError::Design)?;
        for found in &set.shards {
            if !whole.add(found.share, found.position()?) {
                return Err(damaged(&found.folder, "its state does not fit its scenario").into());
            }
        }
        whole.tables()
    };
    let manifest = write(staging.path(), &set.origin, manifest, &tables)?;
    publish::draw(staging.path(), arguments.lang)?;
    if progress.is_stopped() {
        return Err(Failure::Interrupted);
    }
    staging.finish()?;
    let terminal_options =
        TerminalOptions { quiet: arguments.quiet, json: arguments.json, words: arguments.lang };
    tell(terminal_options, &target, &manifest, &tables, &scenario)
}

/// The scenario of the shards, read from its resolved text.
fn scenario(set: &ShardSet) -> Result<Scenario, Failure> {
    let origin = &set.origin;
    let folder = &set.shards[0].folder;
    let file = folder.join("scenario.toml").display().to_string();
    let kept = Kept { posterior: origin.posterior.as_deref() };
    let input = ScenarioInput::new(&origin.name, &file, &origin.scenario, &kept);
    let scenario = read_scenario(&input).map(|parsed| parsed.value);
    // What was resolved reads as the same scenario, or every result would be in doubt.
    match scenario {
        Ok(scenario) if scenario.to_toml() == origin.scenario => Ok(scenario),
        _ => Err(damaged(folder, "its scenario cannot be read").into()),
    }
}

/// What the shards keep beside their scenario: programmes are written out in it.
struct Kept<'a> {
    posterior: Option<&'a str>,
}

impl ProgrammeSource for Kept<'_> {
    fn load(&self, name: &str) -> Result<Option<Arc<SourceText>>, Box<Diagnostic>> {
        BuiltInProgrammes.load(name)
    }

    fn names(&self) -> Vec<String> {
        BuiltInProgrammes.names()
    }

    fn posterior(&self, path: &str) -> Result<Option<Arc<SourceText>>, Box<Diagnostic>> {
        Ok(self.posterior.map(|text| SourceText::file(path, text)))
    }
}

fn damaged(folder: &Path, reason: &str) -> ShardError {
    ShardError::Damaged(format!("{} is damaged: {reason}", folder.display()))
}

/// The manifest of the whole run, as a shard knew it before it began.
fn manifest(set: &ShardSet) -> Result<Manifest, Failure> {
    let manifest = serde_json::from_str(&set.manifest);
    Ok(manifest.map_err(|error| damaged(&set.shards[0].folder, &error.to_string()))?)
}

fn processes(shards: &[FoundShard]) -> Vec<(Option<Share>, Vec<ProcessRecord>)> {
    shards.iter().map(|found| (Some(found.share), found.processes.clone())).collect()
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
    set: &ShardSet,
    staging: &Staging,
    progress: &Progress,
) -> Result<(), Failure> {
    if !set.origin.families_file {
        return Ok(());
    }
    let arms = scenario.arms.iter().map(|arm| arm.name.clone()).collect();
    let file = staging.path().join(FAMILIES);
    let mut rows = FamiliesFile::begin(&file, arms, &facts(scenario))?;
    for found in &set.shards {
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
