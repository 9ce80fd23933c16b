//! `homeground study KIND SCENARIO`: asks what results depend on.

use crate::publish;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use crate::study_checkpoint::Checkpoint;
use homeground_core::engine::parallel::Progress;
use homeground_core::outcomes::manifest::DrawnFrom;
use homeground_core::outcomes::manifest::{Interval, Manifest, StudyNote};
use homeground_core::scenario::{Assignment, POSTERIOR_FILE, Scenario, StudyKind};
use homeground_report::language::Language;
use homeground_report::{plain, readings};
use homeground_store::error::ReportError;
use homeground_store::folder::{FolderError, MANIFEST, Staging};
use homeground_store::saved;
use homeground_store::sealed::SealError;
use homeground_studies::evaluate::EvaluateError;
use homeground_studies::findings::Findings;
use homeground_studies::{Study, StudyError};

use crate::cli::load::{Loaded, ScenarioSource, load};
use crate::cli::manifest::manifest;
use crate::cli::progress::{Bar, stop_on_signal};
use crate::cli::report::LanguageArgument;
use crate::cli::{DONE, FAILED, INTERRUPTED, INVALID, complain};

/// The kinds of study.
#[derive(Debug, clap::Subcommand)]
#[command(
    subcommand_value_name = "KIND",
    subcommand_help_heading = "Kinds",
    disable_help_subcommand = true
)]
pub enum StudyCommand {
    /// One or two fields over values: every outcome, and every contrast to the reference
    Sweep(SweepArguments),
    /// Combinations of programme fields: effects, interactions, the best within a cost limit
    Design(DesignArguments),
    /// Mechanisms turned off, one and two at a time: which conclusions survive
    Switch(SwitchArguments),
    /// How far each assumption may move before the order of two arms turns
    Threshold(ThresholdArguments),
    /// Which arm is best under parameter draws, what research would be worth, where the favourite fails
    Uncertainty(UncertaintyArguments),
    /// Which parameters an outcome, and the difference between two arms, lean on
    Sensitivity(SensitivityArguments),
    /// The ledger of a conclusion: each assumption with what leans on it and what knowing it is worth
    Assumptions(AssumptionsArguments),
}

/// What every kind of study is told.
#[derive(Debug, clap::Args)]
pub struct CommonArguments {
    #[command(flatten)]
    source: ScenarioSource,
    /// Outcome that is asked about, such as placed or completed [default: placed]
    #[arg(long, value_name = "OUTCOME", help_heading = "Question")]
    outcome: Option<String>,
    /// Of whom: family, child, started or offered
    #[arg(long, value_name = "UNIT", help_heading = "Question")]
    unit: Option<String>,
    /// Week since referral [default: the last]
    #[arg(
        long,
        value_name = "WEEK",
        allow_hyphen_values = true,
        help_heading = "Question"
    )]
    week: Option<String>,
    /// Arms that are studied, between commas; where two are compared, the first less the second
    #[arg(long, value_name = "ARM,ARM", help_heading = "Question")]
    arms: Option<String>,
    /// Results folder [default: results/SCENARIO_KIND]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Families per replicate
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    families: Option<String>,
    /// Independent repetitions at each point
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    replicates: Option<String>,
    /// Seed of all random numbers
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    seed: Option<String>,
    /// Threads [default: one for each processor]; results do not depend on it
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    threads: Option<u16>,
    /// Go on where an interrupted study stopped
    #[arg(long)]
    resume: bool,
    /// Replace a folder that homeground did not write
    #[arg(long)]
    force: bool,
    /// Language of report and figures
    #[arg(long, value_name = "LANG", default_value = "en")]
    lang: LanguageArgument,
    /// Print no answer and no progress; warnings and errors remain
    #[arg(long)]
    quiet: bool,
    /// Print the tables as JSON on standard output, and nothing else
    #[arg(long)]
    json: bool,
}

/// What `homeground study sweep` is told.
#[derive(Debug, clap::Args)]
pub struct SweepArguments {
    /// A field with its values: PATH=A,B,C, PATH=FROM..TO/STEPS or PATH=all; once or twice
    #[arg(long, value_name = "PATH=VALUES", help_heading = "Question")]
    vary: Vec<String>,
    #[command(flatten)]
    common: CommonArguments,
}

/// What `homeground study design` is told.
#[derive(Debug, clap::Args)]
pub struct DesignArguments {
    /// A field with its levels: PATH=A,B,C, PATH=FROM..TO/STEPS or PATH=all; a field of a
    /// programme needs no arm, such as arena=home,office; repeatable
    #[arg(long, value_name = "PATH=LEVELS", help_heading = "Question")]
    vary: Vec<String>,
    /// Which combinations: full, fraction (of two levels each) or latin_hypercube (between two ends)
    #[arg(long, value_name = "SELECTION", help_heading = "Question")]
    selection: Option<String>,
    /// Resolution of a fraction: 3, 4 or 5
    #[arg(
        long,
        value_name = "N",
        allow_hyphen_values = true,
        help_heading = "Question"
    )]
    resolution: Option<String>,
    /// Points of a Latin hypercube
    #[arg(
        long,
        value_name = "N",
        allow_hyphen_values = true,
        help_heading = "Question"
    )]
    runs: Option<String>,
    /// What a design costs by family: cost_nok, cost_visits_nok or helper_hours
    #[arg(long, value_name = "COST", help_heading = "Question")]
    cost: Option<String>,
    /// The most that a design may cost
    #[arg(
        long,
        value_name = "NUMBER",
        allow_hyphen_values = true,
        help_heading = "Question"
    )]
    cost_limit: Option<String>,
    #[command(flatten)]
    common: CommonArguments,
}

/// What `homeground study switch` is told.
#[derive(Debug, clap::Args)]
pub struct SwitchArguments {
    /// Mechanisms between commas, or all
    #[arg(long, value_name = "SWITCH,SWITCH", help_heading = "Question")]
    switches: Option<String>,
    /// Turn off one mechanism at a time, and never two
    #[arg(long, help_heading = "Question")]
    no_pairs: bool,
    #[command(flatten)]
    common: CommonArguments,
}

/// What `homeground study threshold` is told.
#[derive(Debug, clap::Args)]
pub struct ThresholdArguments {
    /// Parameters that move, between commas [default: all that the scenario leaves free]
    #[arg(long, value_name = "NAME,NAME", help_heading = "Question")]
    along: Option<String>,
    /// A parameter or field with two ends of its own: PATH=FROM..TO; repeatable
    #[arg(long, value_name = "PATH=FROM..TO", help_heading = "Question")]
    vary: Vec<String>,
    /// Equal steps of the first look over a range [default: 6]
    #[arg(
        long,
        value_name = "N",
        allow_hyphen_values = true,
        help_heading = "Question"
    )]
    grid: Option<String>,
    /// Pairs, of what turns the order soonest, whose plane is mapped [default: 3]
    #[arg(
        long,
        value_name = "N",
        allow_hyphen_values = true,
        help_heading = "Question"
    )]
    planes: Option<String>,
    #[command(flatten)]
    common: CommonArguments,
}

/// What `homeground study uncertainty` is told.
#[derive(Debug, clap::Args)]
pub struct UncertaintyArguments {
    /// Parameter draws [default: those of the scenario, or 300]
    #[arg(
        long,
        value_name = "N",
        allow_hyphen_values = true,
        help_heading = "Question"
    )]
    draws: Option<String>,
    /// What the best arm has most of: net_benefit or outcome
    #[arg(long, value_name = "WORD", help_heading = "Question")]
    decide_by: Option<String>,
    /// Worth of one unit of the outcome less (or more) per family, NOK
    #[arg(
        long,
        value_name = "NOK",
        allow_hyphen_values = true,
        help_heading = "Question"
    )]
    willingness_to_pay: Option<String>,
    /// Upper end of the acceptability curve, NOK
    #[arg(
        long,
        value_name = "NOK",
        allow_hyphen_values = true,
        help_heading = "Question"
    )]
    willingness_highest: Option<String>,
    #[command(flatten)]
    common: CommonArguments,
}

impl ThresholdArguments {
    fn assignments(&self) -> Vec<Assignment> {
        let along = self.along.as_ref();
        let options = [
            along.map(|text| Assignment::list("--along", &["study", "parameters"], text)),
            field("--grid", &["study", "grid"], &self.grid),
            field("--planes", &["study", "planes"], &self.planes),
        ];
        let mut assignments = vary(&self.vary);
        assignments.extend(options.into_iter().flatten());
        assignments
    }
}

impl UncertaintyArguments {
    fn assignments(&self) -> Vec<Assignment> {
        let worth = &self.willingness_to_pay;
        let highest = &self.willingness_highest;
        let options = [
            field("--draws", &["study", "draws"], &self.draws),
            field("--decide-by", &["study", "decide_by"], &self.decide_by),
            field(
                "--willingness-to-pay",
                &["study", "willingness_to_pay"],
                worth,
            ),
            field(
                "--willingness-highest",
                &["study", "willingness_highest"],
                highest,
            ),
        ];
        options.into_iter().flatten().collect()
    }
}

/// What `homeground study sensitivity` is told.
#[derive(Debug, clap::Args)]
pub struct SensitivityArguments {
    #[command(flatten)]
    look: LookArguments,
    #[command(flatten)]
    common: CommonArguments,
}

/// What `homeground study assumptions` is told.
#[derive(Debug, clap::Args)]
pub struct AssumptionsArguments {
    #[command(flatten)]
    look: LookArguments,
    /// Equal steps of the first look over a range for a turn of the order [default: 6]
    #[arg(
        long,
        value_name = "N",
        allow_hyphen_values = true,
        help_heading = "Question"
    )]
    grid: Option<String>,
    /// Worth of one unit of the outcome less (or more) per family, NOK
    #[arg(
        long,
        value_name = "NOK",
        allow_hyphen_values = true,
        help_heading = "Question"
    )]
    willingness_to_pay: Option<String>,
    #[command(flatten)]
    common: CommonArguments,
}

/// How closely parameters are looked at.
#[derive(Debug, clap::Args)]
pub struct LookArguments {
    /// Parameters that move, between commas [default: all that the scenario leaves free]
    #[arg(long, value_name = "NAME,NAME", help_heading = "Question")]
    along: Option<String>,
    /// How many are looked at closely, by their effect in the screening [default: 12, or all that are named]
    #[arg(
        long,
        value_name = "N",
        allow_hyphen_values = true,
        help_heading = "Question"
    )]
    top: Option<String>,
    /// Base samples of their indices, a power of two
    #[arg(
        long,
        value_name = "N",
        allow_hyphen_values = true,
        help_heading = "Question"
    )]
    samples: Option<String>,
    /// Walks of the screening [default: 16]
    #[arg(
        long,
        value_name = "N",
        allow_hyphen_values = true,
        help_heading = "Question"
    )]
    walks: Option<String>,
    /// Weight over a range: prior (most at the default) or uniform [default: prior]
    #[arg(long, value_name = "WORD", help_heading = "Question")]
    spread: Option<String>,
}

impl LookArguments {
    fn assignments(&self) -> Vec<Assignment> {
        let along = self.along.as_ref();
        let options = [
            along.map(|text| Assignment::list("--along", &["study", "parameters"], text)),
            field("--top", &["study", "top"], &self.top),
            field("--samples", &["study", "samples"], &self.samples),
            field("--walks", &["study", "walks"], &self.walks),
            field("--spread", &["study", "spread"], &self.spread),
        ];
        options.into_iter().flatten().collect()
    }
}

impl AssumptionsArguments {
    fn assignments(&self) -> Vec<Assignment> {
        let worth = &self.willingness_to_pay;
        let options = [
            field("--grid", &["study", "grid"], &self.grid),
            field(
                "--willingness-to-pay",
                &["study", "willingness_to_pay"],
                worth,
            ),
        ];
        let look = self.look.assignments();
        look.into_iter()
            .chain(options.into_iter().flatten())
            .collect()
    }
}

/// An option that stands for a field of `[study]`.
fn field(
    option: &str,
    path: &'static [&'static str],
    value: &Option<String>,
) -> Option<Assignment> {
    Some(Assignment::option(option, path, value.as_ref()?))
}

/// `--vary`, which takes the place of all that the file varies.
fn vary(texts: &[String]) -> Vec<Assignment> {
    const PATH: &[&str] = &["study", "vary"];
    let emptied = (!texts.is_empty()).then(|| Assignment::option("--vary", PATH, "{}"));
    let given = texts
        .iter()
        .map(|text| Assignment::levels("--vary", PATH, text));
    emptied.into_iter().chain(given).collect()
}

impl StudyCommand {
    fn kind(&self) -> StudyKind {
        match self {
            StudyCommand::Sweep(_) => StudyKind::Sweep,
            StudyCommand::Design(_) => StudyKind::Design,
            StudyCommand::Switch(_) => StudyKind::Switch,
            StudyCommand::Threshold(_) => StudyKind::Threshold,
            StudyCommand::Uncertainty(_) => StudyKind::Uncertainty,
            StudyCommand::Sensitivity(_) => StudyKind::Sensitivity,
            StudyCommand::Assumptions(_) => StudyKind::Assumptions,
        }
    }

    fn common(&self) -> &CommonArguments {
        match self {
            StudyCommand::Sweep(arguments) => &arguments.common,
            StudyCommand::Design(arguments) => &arguments.common,
            StudyCommand::Switch(arguments) => &arguments.common,
            StudyCommand::Threshold(arguments) => &arguments.common,
            StudyCommand::Uncertainty(arguments) => &arguments.common,
            StudyCommand::Sensitivity(arguments) => &arguments.common,
            StudyCommand::Assumptions(arguments) => &arguments.common,
        }
    }

    /// The options of the kind as values of `[study]`.
    fn assignments(&self) -> Vec<Assignment> {
        match self {
            StudyCommand::Sweep(arguments) => vary(&arguments.vary),
            StudyCommand::Design(arguments) => vary(&arguments.vary)
                .into_iter()
                .chain(field(
                    "--selection",
                    &["study", "selection"],
                    &arguments.selection,
                ))
                .chain(field(
                    "--resolution",
                    &["study", "resolution"],
                    &arguments.resolution,
                ))
                .chain(field("--runs", &["study", "runs"], &arguments.runs))
                .chain(field("--cost", &["study", "cost"], &arguments.cost))
                .chain(field(
                    "--cost-limit",
                    &["study", "cost_limit"],
                    &arguments.cost_limit,
                ))
                .collect(),
            StudyCommand::Switch(arguments) => {
                const PATH: &[&str] = &["study", "switches"];
                let switches = arguments.switches.as_deref().map(|text| match text.trim() {
                    "all" => Assignment::option("--switches", PATH, text),
                    text => Assignment::list("--switches", PATH, text),
                });
                let pairs = arguments
                    .no_pairs
                    .then(|| Assignment::option("--no-pairs", &["study", "pairs"], "false"));
                switches.into_iter().chain(pairs).collect()
            }
            StudyCommand::Threshold(arguments) => arguments.assignments(),
            StudyCommand::Uncertainty(arguments) => arguments.assignments(),
            StudyCommand::Sensitivity(arguments) => arguments.look.assignments(),
            StudyCommand::Assumptions(arguments) => arguments.assignments(),
        }
    }
}

impl CommonArguments {
    fn assignments(&self, kind: StudyKind) -> Vec<Assignment> {
        let word = Assignment::option("study", &["study", "kind"], kind.word());
        let arms = self.arms.as_ref();
        let options = [
            field("--families", &["families"], &self.families),
            field("--replicates", &["replicates"], &self.replicates),
            field("--seed", &["seed"], &self.seed),
            field("--outcome", &["study", "outcome"], &self.outcome),
            field("--unit", &["study", "unit"], &self.unit),
            field("--week", &["study", "week"], &self.week),
            arms.map(|text| Assignment::list("--arms", &["study", "arms"], text)),
        ];
        std::iter::once(word)
            .chain(options.into_iter().flatten())
            .collect()
    }

    fn is_silent(&self) -> bool {
        self.quiet || self.json
    }
}

/// What can end a study before its results are in place.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Folder(#[from] FolderError),
    #[error(transparent)]
    Study(#[from] StudyError),
    #[error("{0}. Run without --resume to begin anew.")]
    Checkpoint(#[from] SealError),
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
    #[error("interrupted; no results were written. What is done is kept in {}: add --resume to go on.", .0.display())]
    Interrupted(PathBuf),
}

impl Failure {
    fn status(&self) -> u8 {
        match self {
            Self::Interrupted(_) => INTERRUPTED,
            Self::Folder(error) if error.is_wrong_use() => INVALID,
            Self::Study(StudyError::Impossible { .. } | StudyError::NoStudy) => INVALID,
            _ => FAILED,
        }
    }
}

/// Carries out a study; returns the exit status.
pub fn study(command: &StudyCommand) -> u8 {
    let common = command.common();
    let mut assignments = common.assignments(command.kind());
    assignments.extend(command.assignments());
    let mut loaded = match load(&common.source, &assignments) {
        Ok(loaded) => loaded,
        Err(status) => return status,
    };
    loaded.scenario.size_for_study();
    match carry_out(command, &loaded) {
        Ok(()) => DONE,
        Err(failure) => {
            complain(&failure);
            failure.status()
        }
    }
}

fn carry_out(command: &StudyCommand, loaded: &Loaded) -> Result<(), Failure> {
    let common = command.common();
    let scenario = &loaded.scenario;
    let target = common.out.clone().unwrap_or_else(|| {
        let name = format!("{}_{}", scenario.name, command.kind().word());
        Path::new("results").join(name)
    });
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
    let expected = Arc::new(AtomicU64::new(0));
    let findings = {
        let _bar = Bar::follow_growing(&progress, &expected, common.is_silent());
        let mut study = Study {
            scenario,
            programmes: loaded.programmes.as_ref(),
            progress: &progress,
            checkpoints: &mut checkpoint,
            expect: &|more| {
                expected.fetch_add(more, Ordering::Relaxed);
            },
        };
        pool.install(|| homeground_studies::run(&mut study))
    };
    let findings = match findings {
        Err(StudyError::Evaluate(EvaluateError::Interrupted)) => {
            return Err(Failure::Interrupted(checkpoint.path().to_owned()));
        }
        findings => findings?,
    };
    let staging = Staging::begin(&target, common.force)?;
    let manifest = Manifest {
        threads: Some(pool.current_num_threads() as u64),
        started: Some(started.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)),
        seconds: Some(clock.elapsed().as_secs_f64()),
        ..noted(loaded, &findings, expected.load(Ordering::Relaxed))
    };
    let manifest = write(staging.path(), scenario, manifest, &findings)?;
    let language = Language::from(common.lang);
    let drawn = pool.install(|| publish::draw(staging.path(), language))?;
    if progress.stop.load(Ordering::Relaxed) {
        return Err(Failure::Interrupted(checkpoint.path().to_owned()));
    }
    staging.finish()?;
    checkpoint.remove();
    tell(
        common,
        &target,
        &manifest,
        &findings,
        drawn.answer.as_deref(),
    )
    .map_err(Failure::Output)
}

/// The manifest of a study: that of a run, with what was studied.
fn noted(loaded: &Loaded, findings: &Findings, family_weeks: u64) -> Manifest {
    let scenario = &loaded.scenario;
    let plain = manifest(loaded);
    let note = scenario.study.as_ref().map(|study| StudyNote {
        kind: study.plan.kind().word().to_owned(),
        outcome: study.outcome.name.clone(),
        unit: study.outcome.unit.clone(),
        week: study.outcome.week,
        arms: study
            .arms
            .iter()
            .map(|arm| scenario.arms[*arm].name.clone())
            .collect(),
        points: findings.points,
        facts: findings.facts.clone(),
    });
    let mut warnings: Vec<String> = loaded
        .warnings
        .iter()
        .map(|warning| warning.message.clone())
        .collect();
    warnings.extend(findings.warnings.iter().cloned());
    let draws_parameters = scenario
        .study
        .as_ref()
        .is_some_and(|study| study.plan.kind() == StudyKind::Uncertainty);
    let drawn_from = draws_parameters.then(|| DrawnFrom::of_study(scenario));
    Manifest {
        draws: None,
        drawn_from,
        interval: match scenario.replicates {
            1 => Interval::None,
            _ => Interval::MonteCarlo,
        },
        families_simulated: Some(family_weeks / u64::from(scenario.horizon_weeks.max(1))),
        family_weeks: Some(family_weeks),
        warnings,
        study: note,
        ..plain
    }
}

/// Writes tables, resolved scenario, and the manifest with the digests of both.
fn write(
    folder: &Path,
    scenario: &Scenario,
    mut manifest: Manifest,
    findings: &Findings,
) -> Result<Manifest, Failure> {
    let resolved = scenario.to_toml();
    let posterior = scenario.posterior.as_ref();
    let files = findings
        .tables
        .iter()
        .map(|table| (table.file, table.csv.as_str()))
        .chain([("scenario.toml", resolved.as_str())])
        .chain(posterior.map(|file| (POSTERIOR_FILE, file.text.as_str())));
    for (name, text) in files {
        write_text(folder, name, text)?;
        manifest
            .files
            .insert(name.to_owned(), saved::digest(text.as_bytes()));
    }
    let text = serde_json::to_value(&manifest).unwrap_or_default();
    write_text(folder, MANIFEST, &format!("{text:#}\n"))?;
    Ok(manifest)
}

fn write_text(folder: &Path, name: &str, text: &str) -> Result<(), Failure> {
    let file = folder.join(name);
    std::fs::write(&file, text).map_err(|reason| Failure::Unwritable { file, reason })
}

/// The short answer on the terminal.
fn tell(
    common: &CommonArguments,
    target: &Path,
    manifest: &Manifest,
    findings: &Findings,
    answer: Option<&str>,
) -> std::io::Result<()> {
    use std::io::Write;
    let text = if common.json {
        let tables: serde_json::Map<String, serde_json::Value> = findings
            .tables
            .iter()
            .map(|table| {
                (
                    table.file.trim_end_matches(".csv").to_owned(),
                    table.rows.clone(),
                )
            })
            .collect();
        let all = serde_json::json!({
            "results": target.display().to_string(),
            "answer": answer,
            "manifest": manifest,
            "tables": tables,
        });
        format!("{all:#}\n")
    } else if common.quiet {
        return Ok(());
    } else {
        let columns = crate::cli::width::columns();
        let answer = plain::wrap(answer.unwrap_or_default(), columns).join("\n");
        let reading = readings::of_results(manifest, common.lang.into());
        let reading = plain::wrap(&reading, columns).join("\n");
        format!(
            "{}\n\n{answer}\n\n{reading}\n\n{}\n",
            manifest.title,
            target.join("report.html").display()
        )
    };
    let mut output = std::io::stdout().lock();
    match output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush())
    {
        // A reader that has gone away has read what it wanted.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

#[cfg(test)]
mod tests;
