//! What calibration and validation share on the command line: reading, targets, the folder
//! of results.

use crate::publish;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use crate::study_checkpoint::Checkpoint;
use homeground_core::engine::parallel::Progress;
use homeground_core::evidence::{LiteratureReading, MODEL_VERSION};
use homeground_core::scenario::targets::{
    Target, built_in_targets, read_targets_file, with_own_targets,
};
use homeground_core::scenario::{Diagnostic, Error, Problem};
use homeground_report::language::Language;
use homeground_report::plain;
use homeground_store::error::ReportError;
use homeground_store::folder::{FolderError, MANIFEST, Staging};
use homeground_store::saved::digest;
use homeground_store::sealed::SealError;
use homeground_studies::calibration::pages::manifest::{CalibrationManifest, TargetsNote};
use homeground_studies::calibration::pages::posterior::targets_csv;
use homeground_studies::evaluate::EvaluateError;
use homeground_studies::findings::Table;

use crate::cli::diagnostics::{Colour, render};
use crate::cli::files::{FolderProgrammes, read_text};
use crate::cli::manifest::command_line;
use crate::cli::progress::{Bar, Stage, stop_on_signal};
use crate::cli::report::LanguageArgument;
use crate::cli::{FAILED, INTERRUPTED, INVALID, width};

/// The seed when none is given: that of scenarios.
pub const SEED: u64 = 20_261_122;

/// What both commands are told.
#[derive(Debug, clap::Args)]
pub struct LiteratureArguments {
    /// Targets of your own (CSV, as in data/targets.csv), beside those of the program
    #[arg(long, value_name = "FILE", help_heading = "Targets")]
    pub targets: Option<PathBuf>,
    /// Leave out the targets of the program
    #[arg(long, requires = "targets", help_heading = "Targets")]
    pub only_targets: bool,
    /// Seed of all random numbers
    #[arg(long, value_name = "N", default_value_t = SEED)]
    pub seed: u64,
    /// Threads [default: one for each processor]; results do not depend on it
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub threads: Option<u16>,
    /// Go on where an interrupted one stopped
    #[arg(long)]
    pub resume: bool,
    /// Replace a folder that homeground did not write
    #[arg(long)]
    pub force: bool,
    /// Language of report and figures
    #[arg(long, value_name = "LANG", default_value = "en")]
    pub lang: LanguageArgument,
    /// Print no answer and no progress; warnings and errors remain
    #[arg(long)]
    pub quiet: bool,
    /// Print the tables as JSON on standard output, and nothing else
    #[arg(long)]
    pub json: bool,
}

impl LiteratureArguments {
    /// No progress and no remarks?
    pub fn is_silent(&self) -> bool {
        self.quiet || self.json
    }

    /// The language of report, figures and answer.
    pub fn language(&self) -> Language {
        self.lang.into()
    }
}

/// What can end a calibration or validation before its results are in place.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Folder(#[from] FolderError),
    #[error(transparent)]
    Evaluate(#[from] EvaluateError),
    #[error("{0}. Run without --resume to begin anew.")]
    Checkpoint(#[from] SealError),
    #[error(transparent)]
    Report(#[from] ReportError),
    #[error("{} cannot be written: {reason}. Look at free space and at who may write there.", .file.display())]
    Unwritable { file: PathBuf, reason: io::Error },
    #[error("threads cannot be started: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
    #[error("the results are in place, but standard output cannot be written: {0}")]
    Output(io::Error),
    #[error("{0}")]
    WrongUse(String),
    #[error("{0}")]
    Defect(String),
    /// What is wrong with a file has been shown.
    #[error("")]
    Shown,
    #[error("interrupted; no results were written. What is done is kept in {}: give the same command with --resume to go on.", .0.display())]
    Interrupted(PathBuf),
}

impl Failure {
    /// Tells of it, unless that was done; the exit status.
    pub fn end(&self) -> u8 {
        if !matches!(self, Self::Shown) {
            crate::cli::complain(self);
        }
        match self {
            Self::Interrupted(_) => INTERRUPTED,
            Self::WrongUse(_) | Self::Shown => INVALID,
            Self::Folder(error) if error.is_wrong_use() => INVALID,
            _ => FAILED,
        }
    }
}

/// The reading that a word of the command line names.
pub fn reading(word: &str) -> Result<LiteratureReading, Failure> {
    match LiteratureReading::of_word(word) {
        Some(reading) if reading.is_calibrated() => Ok(reading),
        Some(_) => Err(Failure::WrongUse(format!(
            "the reading `{word}` is the one that is not calibrated: there is nothing to hold against \
             evidence. Choose --reading child or --reading family."
        ))),
        None => Err(Failure::WrongUse(format!(
            "there is no reading of the literature called `{word}`. Choose --reading child or \
             --reading family."
        ))),
    }
}

/// The targets of a reading, and what is to be noted of them.
#[derive(Debug)]
pub struct Chosen {
    /// The reading.
    pub reading: LiteratureReading,
    /// The targets.
    pub targets: Vec<Target>,
    /// As a file.
    pub csv: String,
    /// For the manifest.
    pub note: TargetsNote,
    /// What seemed doubtful about the user's file.
    pub warnings: Vec<String>,
}

/// Targets of the program and of the user's file that belong to a reading.
pub fn choose(
    arguments: &LiteratureArguments,
    reading: LiteratureReading,
) -> Result<Chosen, Failure> {
    let own = arguments.targets.as_deref().map(own_targets).transpose()?;
    let mut note = TargetsNote {
        only_own: arguments.only_targets,
        ..TargetsNote::default()
    };
    let (all, warnings) = match own {
        None => (built_in_targets().to_vec(), Vec::new()),
        Some(own) => {
            note.file = Some(own.file);
            note.file_hash = Some(digest(own.text.as_bytes()));
            let all = match arguments.only_targets {
                true => own.targets,
                false => with_own_targets(own.targets),
            };
            (all, own.warnings)
        }
    };
    let of_reading = all.into_iter().filter(|target| target.belongs_to(reading));
    let targets: Vec<Target> = of_reading.collect();
    if targets.is_empty() {
        let word = reading.word();
        return Err(Failure::WrongUse(format!(
            "no target of {} belongs to the reading {word}. Write {word} or both in the column \
             `reading`, or choose the other reading with --reading.",
            note.file.as_deref().unwrap_or("the program"),
        )));
    }
    let csv = targets_csv(&targets).map_err(Failure::Defect)?;
    note.count = targets.len() as u64;
    note.hash = digest(csv.as_bytes());
    Ok(Chosen {
        reading,
        targets,
        csv,
        note,
        warnings,
    })
}

struct Own {
    targets: Vec<Target>,
    file: String,
    text: String,
    warnings: Vec<String>,
}

/// Reads a user's targets; warnings and errors are shown on standard error.
fn own_targets(path: &Path) -> Result<Own, Failure> {
    let text = read_text(path).map_err(|diagnostic| shown(&[*diagnostic]))?;
    let file = path.display().to_string();
    // Programmes of the user's own stand where those of a scenario do.
    match read_targets_file(&file, &text, &FolderProgrammes::beside(path)) {
        Ok(read) => {
            show(&read.warnings);
            Ok(Own {
                targets: read.value,
                file,
                text,
                warnings: read
                    .warnings
                    .iter()
                    .map(|warning| warning.message.clone())
                    .collect(),
            })
        }
        Err(Error::Invalid(diagnostics)) => Err(shown(&diagnostics)),
    }
}

/// Shows what is wrong with a file.
pub fn shown(diagnostics: &[Diagnostic]) -> Failure {
    show(diagnostics);
    Failure::Shown
}

fn show(diagnostics: &[Diagnostic]) {
    let colour = Colour::for_standard_error();
    // Standard error may be closed; the exit status still tells.
    let _ = io::stderr().write_all(render(diagnostics, colour).as_bytes());
}

/// A problem with a file as a whole.
pub fn wrong_file(file: &Path, message: &str, help: &str) -> Failure {
    let name = file.display().to_string();
    shown(&[Diagnostic::of_file(Problem::Contradiction, &name, message.to_owned()).help(help)])
}

/// A calibration or validation under way.
pub struct Work<'a> {
    common: &'a LiteratureArguments,
    /// Where results will stand.
    pub target: PathBuf,
    /// How far it has come, and whether to stop.
    pub progress: Arc<Progress>,
    /// The threads.
    pub pool: rayon::ThreadPool,
    /// What is going on.
    pub stage: Stage,
    checkpoint: Checkpoint,
    started: chrono::DateTime<chrono::Utc>,
    clock: Instant,
}

impl<'a> Work<'a> {
    /// Makes sure that results can be written, and gets threads.
    pub fn begin(common: &'a LiteratureArguments, target: PathBuf) -> Result<Self, Failure> {
        let progress = Arc::new(Progress::default());
        stop_on_signal(&progress);
        // That the folder can be written is known before the work begins.
        drop(Staging::begin(&target, common.force)?);
        Ok(Self {
            common,
            checkpoint: Checkpoint::beside(&target, common.resume)?,
            target,
            progress,
            pool: rayon::ThreadPoolBuilder::new()
                .num_threads(common.threads.map_or(0, usize::from))
                .build()?,
            stage: Stage::default(),
            started: chrono::Utc::now(),
            clock: Instant::now(),
        })
    }

    /// Simulates on the threads of the pool, with a bar for so many family-weeks.
    pub fn simulate<Found: Send>(
        &mut self,
        family_weeks: u64,
        work: impl FnOnce(&mut Checkpoint, &Stage) -> Result<Found, EvaluateError> + Send,
    ) -> Result<Found, Failure> {
        let silent = self.common.is_silent();
        let _bar = Bar::follow_stages(&self.progress, family_weeks, &self.stage, silent);
        let (checkpoint, stage) = (&mut self.checkpoint, &self.stage);
        match self.pool.install(|| work(checkpoint, stage)) {
            Err(EvaluateError::Interrupted) => Err(self.interrupted()),
            found => Ok(found?),
        }
    }

    fn interrupted(&self) -> Failure {
        Failure::Interrupted(self.checkpoint.path().to_owned())
    }

    /// Seconds since it began.
    pub fn seconds(&self) -> f64 {
        self.clock.elapsed().as_secs_f64()
    }

    /// Family-weeks so far, those of earlier sittings included.
    pub fn family_weeks(&self) -> u64 {
        self.progress.family_weeks.load(Ordering::Relaxed)
    }

    /// The manifest, but for what was calibrated or validated.
    pub fn manifest(
        &self,
        reading: LiteratureReading,
        warnings: Vec<String>,
    ) -> CalibrationManifest {
        CalibrationManifest {
            program: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            model_version: MODEL_VERSION,
            reading,
            reading_meaning: reading.meaning().to_owned(),
            calibration: None,
            validation: None,
            files: BTreeMap::new(),
            threads: self.pool.current_num_threads() as u64,
            started: self
                .started
                .to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
            seconds: self.seconds(),
            command: command_line(),
            warnings,
        }
    }

    /// Writes tables, texts, manifest and report, puts the folder in its place, and tells
    /// the answer; `more` is what the terminal says below it.
    pub fn publish(
        self,
        mut manifest: CalibrationManifest,
        tables: &[Table],
        texts: &[(&str, &str)],
        more: &str,
    ) -> Result<(), Failure> {
        let (common, target) = (self.common, &self.target);
        let staging = Staging::begin(target, common.force)?;
        let of_tables = tables.iter().map(|table| (table.file, table.csv.as_str()));
        for (name, text) in of_tables.chain(texts.iter().copied()) {
            write_text(staging.path(), name, text)?;
            let name = name.to_owned();
            manifest.files.insert(name, digest(text.as_bytes()));
        }
        let value = serde_json::to_value(&manifest).unwrap_or_default();
        write_text(staging.path(), MANIFEST, &format!("{value:#}\n"))?;
        let language = common.lang.into();
        let drawn = self
            .pool
            .install(|| publish::draw(staging.path(), language))?;
        if self.progress.is_stopped() {
            return Err(self.interrupted());
        }
        staging.finish()?;
        self.checkpoint.remove();
        let answer = drawn.answer.unwrap_or_default();
        if common.json {
            return say(&json(target, &answer, &manifest, tables));
        }
        if common.quiet {
            return Ok(());
        }
        let answer = plain::wrap(&answer, width::columns()).join("\n");
        let page = target.join("report.html");
        let more = more.trim_end_matches('\n');
        // Terminals may show a narrow space as a box.
        let text = format!("{answer}\n\n{more}\n\n{}\n", page.display());
        say(&text.replace('\u{202f}', " "))
    }
}

fn write_text(folder: &Path, name: &str, text: &str) -> Result<(), Failure> {
    let file = folder.join(name);
    std::fs::write(&file, text).map_err(|reason| Failure::Unwritable { file, reason })
}

/// Tables as one JSON object, with the manifest.
fn json(target: &Path, answer: &str, manifest: &CalibrationManifest, tables: &[Table]) -> String {
    let by_name: serde_json::Map<String, serde_json::Value> = tables
        .iter()
        .map(|table| {
            let name = table.file.trim_end_matches(".csv");
            (name.to_owned(), table.rows.clone())
        })
        .collect();
    let all = serde_json::json!({
        "results": target.display().to_string(),
        "answer": answer,
        "manifest": manifest,
        "tables": by_name,
    });
    format!("{all:#}\n")
}

/// Writes to standard output.
fn say(text: &str) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    let written = output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush());
    match written {
        // A reader that has gone away has read what it wanted.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Output(error)),
        _ => Ok(()),
    }
}
