//! `homeground run`: simulates every arm of a scenario and writes a results folder.

use crate::publish;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use homeground_core::engine::parallel::Progress;
use homeground_core::engine::share::Share;
use homeground_core::outcomes::manifest::{Manifest, ManifestShard};
use homeground_core::outcomes::tables::Tables;
use homeground_core::scenario::{Assignment, Scenario};
use homeground_store::families::FAMILIES;
use homeground_store::folder::Staging;
use homeground_store::origin::Origin;
use homeground_store::shard::{self, Shard, digest_of_file};

use crate::cli::DONE;
use crate::cli::checkpointed_run::{CompletedRun, RunConfiguration, carry_out};
use crate::cli::failure::Failure;
use crate::cli::load::{Loaded, ScenarioSource, load};
use crate::cli::manifest::{manifest, of_processes};
use crate::cli::output::{
    TerminalOptions, bring, print, tell, write, write_manifest, write_origin,
};
use crate::cli::progress::stop_on_signal;
use crate::words::LanguageParser;
use homeground_core::outcomes::manifest::remarks;
use homeground_report::words::Words;

/// What `homeground run` is told.
#[derive(Debug, clap::Args)]
pub struct RunArguments {
    #[command(flatten)]
    source: ScenarioSource,
    /// Results folder [default: results/SCENARIO]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Families per replicate
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    families: Option<String>,
    /// Independent repetitions
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    replicates: Option<String>,
    /// Parameter draws
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    draws: Option<String>,
    /// Seed of all random numbers
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    seed: Option<String>,
    /// Threads [default: one for each processor]; results do not depend on it
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    threads: Option<u16>,
    /// Also write one row per family to families.parquet
    #[arg(long)]
    families_file: bool,
    /// Simulate one share of the work, such as 2/3; homeground merge puts all together
    #[arg(long, value_name = "K/N")]
    shard: Option<Share>,
    /// Go on from the checkpoint of an interrupted run
    #[arg(long)]
    resume: bool,
    /// Replace a folder that homeground did not write
    #[arg(long)]
    force: bool,
    /// Language of report and figures
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = LanguageParser)]
    lang: &'static Words,
    /// Print no table and no progress; warnings and errors remain
    #[arg(long)]
    quiet: bool,
    /// Print the summary as JSON on standard output, and nothing else
    #[arg(long)]
    json: bool,
}

/// Simulates a scenario; returns the exit status.
pub fn run(arguments: &RunArguments) -> u8 {
    let loaded = match load(&arguments.source, &arguments.assignments()) {
        Ok(loaded) => loaded,
        Err(status) => return status,
    };
    match simulate(arguments, &loaded) {
        Ok(()) => DONE,
        Err(failure) => failure.end(),
    }
}

impl RunArguments {
    fn assignments(&self) -> Vec<Assignment> {
        let options: [(&str, &[&str], &Option<String>); 4] = [
            ("--families", &["families"], &self.families),
            ("--replicates", &["replicates"], &self.replicates),
            ("--draws", &["uncertainty", "draws"], &self.draws),
            ("--seed", &["seed"], &self.seed),
        ];
        options
            .into_iter()
            .filter_map(|(option, path, value)| {
                Some(Assignment::option(option, path, value.as_ref()?))
            })
            .collect()
    }

    fn target(&self, scenario: &Scenario) -> PathBuf {
        self.out.clone().unwrap_or_else(|| match self.shard {
            Some(share) => default_shard(&scenario.name, share),
            None => Path::new("results").join(&scenario.name),
        })
    }

    fn terminal_options(&self) -> TerminalOptions {
        TerminalOptions { quiet: self.quiet, json: self.json, words: self.lang }
    }

    fn is_silent(&self) -> bool {
        self.quiet || self.json
    }
}

fn simulate(arguments: &RunArguments, loaded: &Loaded) -> Result<(), Failure> {
    let scenario = &loaded.scenario;
    let target = arguments.target(scenario);
    // Those of the files were shown, with their places, when the scenario was read.
    for remark in remarks(scenario) {
        eprintln!("warning: {remark}");
    }
    let progress = Arc::new(Progress::default());
    stop_on_signal(&progress);
    // That the folder can be written is known before the work begins; it is made when
    // there is something to write.
    drop(Staging::begin(&target, arguments.force)?);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(arguments.threads.map_or(0, usize::from))
        .build()?;
    let origin = Origin::new(scenario, arguments.shard, arguments.families_file);
    let configuration = RunConfiguration {
        scenario,
        origin: &origin,
        target: &target,
        resume: arguments.resume,
        silent: arguments.is_silent(),
    };
    let done = carry_out(configuration, &progress, &pool)?;
    let told = match publish(arguments, loaded, configuration, &done, (&pool, &progress)) {
        Ok(told) => told,
        Err(Failure::Interrupted) => return Err(done.interrupted()),
        Err(failure) => {
            done.say_what_is_kept();
            return Err(failure);
        }
    };
    done.remove_checkpoint();
    match told {
        Told::Results(manifest, tables) => {
            let options = arguments.terminal_options();
            tell(options, &target, &manifest, &tables, scenario)
        }
        Told::Shard(manifest) => tell_shard(arguments, &target, &manifest),
    }
}

/// Puts a folder in its place: the results of a run, or a shard.
fn publish(
    arguments: &RunArguments,
    loaded: &Loaded,
    configuration: RunConfiguration,
    done: &CompletedRun,
    (pool, progress): (&rayon::ThreadPool, &Progress),
) -> Result<Told, Failure> {
    let staging = Staging::begin(configuration.target, arguments.force)?;
    let manifest = of_processes(manifest(loaded), &[(None, done.processes())]);
    let told = match arguments.shard {
        Some(share) => write_shard(&staging, share, configuration.origin, manifest, done)?,
        None => {
            let tables = done.experiment.tables();
            let written = write(staging.path(), configuration.origin, manifest, &tables)?;
            pool.install(|| publish::draw(staging.path(), arguments.lang))?;
            Told::Results(written, tables)
        }
    };
    if progress.is_stopped() {
        return Err(Failure::Interrupted);
    }
    if let Some(rows) = &done.rows {
        bring(rows, &staging.path().join(FAMILIES))?;
    }
    staging.finish()?;
    Ok(told)
}

/// What is told at the end.
enum Told {
    Results(Manifest, Tables),
    Shard(Manifest),
}

/// Writes the folder of a shard, all but its rows.
fn write_shard(
    staging: &Staging,
    share: Share,
    origin: &Origin,
    whole: Manifest,
    done: &CompletedRun,
) -> Result<Told, Failure> {
    let (tasks, _) = done.experiment.tasks();
    let (family_weeks, _) = done.experiment.family_weeks();
    let unwritable = |file: &Path, reason| Failure::Unwritable { file: file.to_owned(), reason };
    let rows = done
        .rows
        .as_ref()
        .map(|file| digest_of_file(file).map_err(|reason| unwritable(file, reason)))
        .transpose()?;
    let text = serde_json::to_string(&whole).unwrap_or_default();
    let shard = Shard {
        origin: Cow::Borrowed(origin),
        share,
        position: Cow::Borrowed(done.experiment.position()),
        manifest: Cow::Owned(text),
        rows,
        processes: done.processes(),
    };
    shard::write(staging.path(), &shard)?;
    write_origin(staging.path(), origin)?;
    let manifest = Manifest {
        family_weeks: Some(family_weeks),
        families_simulated: None,
        shard: Some(ManifestShard {
            number: share.number,
            of: share.of,
            tasks,
            all_tasks: done.experiment.all_tasks(),
            note: format!(
                "A shard of a run: it holds no results of its own. Put all {} shards together \
                 with homeground merge.",
                share.of
            ),
        }),
        ..whole
    };
    write_manifest(staging.path(), &manifest)?;
    Ok(Told::Shard(manifest))
}

/// What to do with a shard.
fn tell_shard(arguments: &RunArguments, target: &Path, manifest: &Manifest) -> Result<(), Failure> {
    let Some(shard) = &manifest.shard else {
        return Ok(());
    };
    if shard.tasks == 0 {
        eprintln!(
            "warning: shard {}/{} is empty, because the run has only {} tasks; the merge needs it \
             all the same",
            shard.number, shard.of, shard.all_tasks
        );
    }
    if arguments.json {
        let told = serde_json::json!({
            "shard": target.display().to_string(),
            "manifest": manifest,
        });
        return print(&format!("{told:#}\n"));
    }
    if arguments.quiet {
        return Ok(());
    }
    let folders = match &arguments.out {
        None => (1..=shard.of.min(3))
            .map(|number| default_shard(&manifest.scenario, Share { number, of: shard.of }))
            .map(|folder| folder.display().to_string())
            .collect::<Vec<_>>()
            .join(" "),
        Some(folder) => format!("{} OTHER_SHARDS", folder.display()),
    };
    let more = match &arguments.out {
        None if shard.of > 3 => " ...",
        None => "",
        Some(_) => "...",
    };
    print(&format!(
        "{}\n\nShard {} of {}: {} of {} tasks are done here. It holds no results of its own. When all {} \
         shards are there:\n\n  homeground merge {folders}{more}\n\n{}\n",
        manifest.title,
        shard.number,
        shard.of,
        shard.tasks,
        shard.all_tasks,
        shard.of,
        target.display()
    ))
}

/// Where a shard stands unless the user says otherwise.
fn default_shard(name: &str, share: Share) -> PathBuf {
    Path::new("results").join(format!("{name}.shard-{}-of-{}", share.number, share.of))
}
