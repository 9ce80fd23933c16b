//! `homeground run`: simulates every arm of a scenario and writes a results folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use crate::engine::draws;
use crate::engine::parallel::{self, Progress, RunError};
use crate::evidence::MODEL_VERSION;
use crate::outcomes::collector::Tables;
use crate::outcomes::experiment::{self, ExperimentError};
use crate::report::families::FamiliesFile;
use crate::report::folder::{FolderError, MANIFEST, Staging};
use crate::report::results::{self, Hashes, Interval, Manifest, ManifestArm};
use crate::report::{self, Language, ReportError, tables, terminal};
use crate::scenario::{Assignment, Scenario};

use super::load::{Loaded, ScenarioSource, load};
use super::progress::{Bar, stop_on_signal};
use super::report::LanguageArgument;
use super::{DONE, FAILED, INTERRUPTED, INVALID, complain};

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
    /// Replace a folder that homeground did not write
    #[arg(long)]
    force: bool,
    /// Language of report and figures
    #[arg(long, value_name = "LANG", default_value = "en")]
    lang: LanguageArgument,
    /// Print no table and no progress; warnings and errors remain
    #[arg(long)]
    quiet: bool,
    /// Print the summary as JSON on standard output, and nothing else
    #[arg(long)]
    json: bool,
}

/// What can end a run before its results are in place.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Folder(#[from] FolderError),
    #[error(transparent)]
    Experiment(#[from] ExperimentError<report::families::FamiliesError>),
    #[error(transparent)]
    Families(#[from] report::families::FamiliesError),
    #[error(transparent)]
    Report(#[from] ReportError),
    #[error("{} cannot be written: {reason}. Look at free space and at who may write there.", .file.display())]
    Unwritable {
        file: PathBuf,
        reason: std::io::Error,
    },
    #[error("threads cannot be started: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
    #[error("the results are in place, but standard output cannot be written: {0}")]
    Output(std::io::Error),
    #[error("interrupted; nothing was written")]
    Interrupted,
}

impl Failure {
    fn status(&self) -> u8 {
        match self {
            Self::Interrupted | Self::Experiment(ExperimentError::Run(RunError::Interrupted)) => {
                INTERRUPTED
            }
            Self::Folder(error) if error.is_wrong_use() => INVALID,
            _ => FAILED,
        }
    }
}

/// Simulates a scenario; returns the exit status.
pub fn run(arguments: &RunArguments) -> u8 {
    let loaded = match load(&arguments.source, &arguments.assignments()) {
        Ok(loaded) => loaded,
        Err(status) => return status,
    };
    match simulate(arguments, &loaded) {
        Ok(()) => DONE,
        Err(failure) => {
            match failure.status() {
                INTERRUPTED => complain(&Failure::Interrupted),
                _ => complain(&failure),
            }
            failure.status()
        }
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
        self.out
            .clone()
            .unwrap_or_else(|| Path::new("results").join(&scenario.name))
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
    // That the folder can be written is known before the work begins; unless rows of
    // families go into it on the way, it is made when there is something to write.
    let early = Staging::begin(&target, arguments.force)?;
    let early = arguments.families_file.then_some(early);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(arguments.threads.map_or(0, usize::from))
        .build()?;
    let started = chrono::Utc::now();
    let clock = Instant::now();
    let mut families = match &early {
        Some(staging) => {
            let arms = scenario.arms.iter().map(|arm| arm.name.clone()).collect();
            FamiliesFile::begin(staging.path(), arms)?
        }
        None => FamiliesFile::unwanted(),
    };
    let tables = {
        let total = parallel::total_family_weeks(scenario);
        let _bar = Bar::follow(&progress, total, arguments.is_silent());
        pool.install(|| experiment::run(scenario, &progress, &mut families))?
    };
    families.finish()?;
    let staging = match early {
        Some(staging) => staging,
        None => Staging::begin(&target, arguments.force)?,
    };
    let manifest = Manifest {
        threads: Some(pool.current_num_threads() as u64),
        started: Some(started.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)),
        seconds: Some(clock.elapsed().as_secs_f64()),
        ..manifest(loaded)
    };
    let manifest = write(staging.path(), scenario, manifest, &tables)?;
    let language = Language::from(arguments.lang);
    pool.install(|| report::draw(staging.path(), language))?;
    if progress.stop.load(std::sync::atomic::Ordering::Relaxed) {
        return Err(Failure::Interrupted);
    }
    staging.finish()?;
    tell(arguments, &target, &manifest, &tables, language).map_err(Failure::Output)
}

/// Writes tables, resolved scenario, and the manifest with the digests of both.
fn write(
    folder: &Path,
    scenario: &Scenario,
    mut manifest: Manifest,
    rows: &Tables,
) -> Result<Manifest, Failure> {
    tables::write_summary(&folder.join("summary.csv"), &rows.summary)?;
    tables::write_contrasts(&folder.join("contrasts.csv"), &rows.contrasts)?;
    tables::write_curves(&folder.join("curves.csv"), &rows.curves)?;
    tables::write_subgroups(&folder.join("subgroups.csv"), &rows.subgroups)?;
    write_text(folder, "scenario.toml", &scenario.to_toml())?;
    for name in results::DIGESTED {
        let file = folder.join(name);
        let bytes = std::fs::read(&file).map_err(|reason| Failure::Unwritable { file, reason })?;
        let digest = results::digest(&bytes);
        manifest.files.insert(name.to_owned(), digest);
    }
    let text = serde_json::to_value(&manifest).unwrap_or_default();
    write_text(folder, MANIFEST, &format!("{text:#}\n"))?;
    Ok(manifest)
}

fn write_text(folder: &Path, name: &str, text: &str) -> Result<(), Failure> {
    let file = folder.join(name);
    std::fs::write(&file, text).map_err(|reason| Failure::Unwritable { file, reason })
}

/// What is known of a run before it begins.
pub(super) fn manifest(loaded: &Loaded) -> Manifest {
    let scenario = &loaded.scenario;
    let draws = draws::count(scenario);
    let runs = u64::from(draws) * u64::from(scenario.replicates);
    Manifest {
        program: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        model_version: MODEL_VERSION.into(),
        scenario: scenario.name.clone(),
        title: scenario.title.clone(),
        question: scenario.question.clone(),
        seed: scenario.seed,
        families: scenario.families.into(),
        replicates: scenario.replicates.into(),
        draws: Some(draws.into()),
        horizon_weeks: scenario.horizon_weeks,
        reference: scenario.arms[scenario.reference].name.clone(),
        arms: scenario
            .arms
            .iter()
            .map(|arm| ManifestArm {
                name: arm.name.clone(),
                reason: (!arm.reason.is_empty()).then(|| arm.reason.clone()),
                programme: arm.programme_key.clone(),
            })
            .collect(),
        interval: match (draws, scenario.replicates) {
            (1, 1) => Interval::None,
            (1, _) => Interval::MonteCarlo,
            _ => Interval::ParametersAndMonteCarlo,
        },
        hashes: hashes(scenario),
        files: BTreeMap::new(),
        families_simulated: Some(
            runs.saturating_mul(u64::from(scenario.families) * scenario.arms.len() as u64),
        ),
        family_weeks: Some(parallel::total_family_weeks(scenario)),
        threads: None,
        started: None,
        seconds: None,
        command: Some(command_line()),
        warnings: warnings(loaded),
        study: None,
    }
}

/// Draws below which the ends of an interval over draws are little more than the
/// smallest and largest of them.
const FEW_DRAWS: u32 = 40;

/// What a reader of the results should know.
fn warnings(loaded: &Loaded) -> Vec<String> {
    let of_the_files = loaded
        .warnings
        .iter()
        .map(|warning| warning.message.clone());
    of_the_files.chain(remarks(&loaded.scenario)).collect()
}

/// What the numbers of draws and replicates mean for the intervals.
fn remarks(scenario: &Scenario) -> Vec<String> {
    let mut warnings = Vec::new();
    let draws = draws::count(scenario);
    if draws > 1 {
        warnings.push(format!(
            "levels are means over {draws} parameter draws, not values at the default parameters: \
             compare them with each other, not with a run without draws"
        ));
    }
    if (2..FEW_DRAWS).contains(&draws) {
        warnings.push(format!(
            "{draws} draws are few: intervals hold about the smallest and largest of them, less \
             than 95 % of what the parameters allow; take {FEW_DRAWS} or more"
        ));
    }
    if draws == 1 && scenario.replicates == 1 {
        warnings.push("one replicate gives no intervals; take 10 or more".to_owned());
    }
    warnings
}

/// Digests of what went into a run: the resolved scenario, each arm's programme as it
/// was used, and the parameters of the first draw.
fn hashes(scenario: &Scenario) -> Hashes {
    let resolved = scenario.to_toml();
    let table: toml::Table = resolved.parse().unwrap_or_default();
    let arms = table.get("arm").and_then(|arms| arms.as_array());
    let mut programmes = BTreeMap::new();
    for (arm, design) in scenario.arms.iter().zip(arms.into_iter().flatten()) {
        if let Some(programme) = design.get("programme") {
            programmes.insert(
                arm.name.clone(),
                results::digest(programme.to_string().as_bytes()),
            );
        }
    }
    let parameters = draws::parameters(scenario, 0);
    let values: String = crate::model::parameters::Parameters::KEYS
        .iter()
        .map(|key| format!("{key} = {}\n", parameters.get(key).unwrap_or(f64::NAN)))
        .collect();
    Hashes {
        scenario: results::digest(resolved.as_bytes()),
        programmes,
        parameters: results::digest(values.as_bytes()),
    }
}

/// The command line as it could be typed again.
fn command_line() -> String {
    let plain = |word: &str| {
        !word.is_empty()
            && word
                .chars()
                .all(|letter| letter.is_alphanumeric() || "-_./=:,%+@".contains(letter))
    };
    let words = std::env::args_os().skip(1).map(|word| {
        let word = word.to_string_lossy().into_owned();
        if plain(&word) {
            word
        } else {
            format!("'{}'", word.replace('\'', "'\\''"))
        }
    });
    std::iter::once("homeground".to_owned())
        .chain(words)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The short answer on the terminal.
fn tell(
    arguments: &RunArguments,
    target: &Path,
    manifest: &Manifest,
    tables: &Tables,
    language: Language,
) -> std::io::Result<()> {
    use std::io::Write;
    let mut output = std::io::stdout().lock();
    let text = if arguments.json {
        let summary = serde_json::json!({
            "results": target.display().to_string(),
            "manifest": manifest,
            "summary": tables.summary,
            "contrasts": tables.contrasts,
        });
        format!("{summary:#}\n")
    } else if arguments.quiet {
        return Ok(());
    } else {
        format!(
            "{}\n\n{}\n{}\n",
            manifest.title,
            terminal::table(&tables.summary, language),
            target.join("report.html").display()
        )
    };
    let written = output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush());
    match written {
        // A reader that has gone away has read what it wanted.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}
