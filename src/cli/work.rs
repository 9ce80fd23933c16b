//! Simulating many points and putting their results in place: what studies, calibrations
//! and validations have in common.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use homeground_core::engine::parallel::Progress;
use homeground_core::outcomes::manifest::Manifest;
use homeground_core::outcomes::manifest::digest;
use homeground_report::words::Words;
use homeground_store::folder::{MANIFEST, Staging};
use homeground_studies::StudyError;
use homeground_studies::calibration::CalibrationManifest;
use homeground_studies::evaluate::EvaluateError;
use homeground_studies::findings::Table;
use serde::Serialize;

use crate::cli::failure::Failure;
use crate::cli::output::{print, write_text};
use crate::cli::progress::{Bar, Stage, stop_on_signal};
use crate::publish;
use crate::study_checkpoint::Checkpoint;
use crate::words::LanguageParser;

/// How the work is done, as the command line says it.
#[derive(Debug, clap::Args)]
pub struct WorkArguments {
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
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = LanguageParser)]
    pub lang: &'static Words,
    /// Print no answer and no progress; warnings and errors remain
    #[arg(long)]
    pub quiet: bool,
    /// Print the tables as JSON on standard output, and nothing else
    #[arg(long)]
    pub json: bool,
}

impl WorkArguments {
    /// The same with where results will stand, and how one goes on after an interruption.
    pub fn options(&self, target: PathBuf, remedy: &'static str) -> WorkOptions {
        WorkOptions {
            target,
            force: self.force,
            resume: self.resume,
            threads: self.threads,
            quiet: self.quiet,
            json: self.json,
            words: self.lang,
            remedy,
        }
    }
}

/// Where results go and how the work is done.
#[derive(Clone, Debug)]
pub struct WorkOptions {
    /// Where results will stand.
    pub target: PathBuf,
    /// Replace a folder that is in the way?
    pub force: bool,
    /// Go on from what an interrupted one has left?
    pub resume: bool,
    /// Threads; none for one a processor.
    pub threads: Option<u16>,
    /// Say nothing?
    pub quiet: bool,
    /// Tell the tables as JSON?
    pub json: bool,
    /// Language of report, figures and answer.
    pub words: &'static Words,
    /// How one goes on after an interruption.
    pub remedy: &'static str,
}

/// A study, calibration or validation under way.
pub struct Work {
    /// Where results go and how.
    pub options: WorkOptions,
    /// How far it has come, and whether to stop.
    pub progress: Arc<Progress>,
    /// The threads.
    pub pool: rayon::ThreadPool,
    /// What is going on.
    pub stage: Stage,
    /// Family-weeks that are expected, where they become known on the way.
    pub expected: Arc<AtomicU64>,
    checkpoint: Checkpoint,
    started: chrono::DateTime<chrono::Utc>,
    clock: Instant,
}

/// A manifest that lists digests of the files beside it.
pub trait Digested: Serialize {
    /// Digests by file name.
    fn files(&mut self) -> &mut BTreeMap<String, String>;
}

impl Digested for Manifest {
    fn files(&mut self) -> &mut BTreeMap<String, String> {
        &mut self.files
    }
}

impl Digested for CalibrationManifest {
    fn files(&mut self) -> &mut BTreeMap<String, String> {
        &mut self.files
    }
}

impl Work {
    /// Makes sure that results can be written, and gets threads.
    pub fn begin(options: WorkOptions) -> Result<Self, Failure> {
        let progress = Arc::new(Progress::default());
        stop_on_signal(&progress);
        // That the folder can be written is known before the work begins.
        drop(Staging::begin(&options.target, options.force)?);
        let checkpoint = Checkpoint::beside(&options.target, options.resume)
            .map_err(Failure::StudyCheckpoint)?;
        Ok(Self {
            pool: rayon::ThreadPoolBuilder::new()
                .num_threads(options.threads.map_or(0, usize::from))
                .build()?,
            options,
            progress,
            stage: Stage::default(),
            expected: Arc::default(),
            checkpoint,
            started: chrono::Utc::now(),
            clock: Instant::now(),
        })
    }

    /// Simulates on the threads of the pool, with a bar for so many family-weeks, or, where
    /// none are given, for those that `expected` comes to.
    pub fn simulate<Found: Send, Error: Send + Into<Failure>>(
        &mut self,
        family_weeks: Option<u64>,
        work: impl FnOnce(&mut Checkpoint, &Stage) -> Result<Found, Error> + Send,
    ) -> Result<Found, Failure> {
        let silent = self.options.quiet || self.options.json;
        let _bar = match family_weeks {
            Some(all) => Bar::follow_stages(&self.progress, all, &self.stage, silent),
            None => Bar::follow_growing(&self.progress, &self.expected, silent),
        };
        let (checkpoint, stage) = (&mut self.checkpoint, &self.stage);
        let found = self.pool.install(|| work(checkpoint, stage));
        found.map_err(Into::into).map_err(|failure| match failure {
            Failure::Evaluate(EvaluateError::Interrupted)
            | Failure::Study(StudyError::Evaluate(EvaluateError::Interrupted)) => {
                self.interrupted()
            }
            failure => failure,
        })
    }

    fn interrupted(&self) -> Failure {
        Failure::InterruptedStudy {
            checkpoint: self.checkpoint.path().to_owned(),
            remedy: self.options.remedy,
        }
    }

    /// When it began, as manifests write it.
    pub fn started(&self) -> String {
        self.started.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }

    /// Seconds since it began.
    pub fn seconds(&self) -> f64 {
        self.clock.elapsed().as_secs_f64()
    }

    /// Threads in use.
    pub fn threads(&self) -> u64 {
        self.pool.current_num_threads() as u64
    }

    /// Family-weeks so far, those of earlier processes included.
    pub fn family_weeks(&self) -> u64 {
        self.progress.family_weeks.load(Ordering::Relaxed)
    }

    /// Writes tables, texts, manifest and report, puts the folder in its place, and tells
    /// the answer; `said` makes of it what a terminal is told.
    pub fn publish(
        self,
        mut manifest: impl Digested,
        tables: &[Table],
        texts: &[(&str, &str)],
        said: impl FnOnce(&str) -> String,
    ) -> Result<(), Failure> {
        let (options, target) = (&self.options, &self.options.target);
        let staging = Staging::begin(target, options.force)?;
        let of_tables = tables.iter().map(|table| (table.file, table.csv.as_str()));
        for (name, text) in of_tables.chain(texts.iter().copied()) {
            write_text(staging.path(), name, text)?;
            let digest = digest(text.as_bytes());
            manifest.files().insert(name.to_owned(), digest);
        }
        let value = serde_json::to_value(&manifest).unwrap_or_default();
        write_text(staging.path(), MANIFEST, &format!("{value:#}\n"))?;
        let words = options.words;
        let drawn = self.pool.install(|| publish::draw(staging.path(), words))?;
        if self.progress.is_stopped() {
            return Err(self.interrupted());
        }
        staging.finish()?;
        self.checkpoint.remove();
        let answer = drawn.answer.unwrap_or_default();
        if options.json {
            return print(&json(target, &answer, &value, tables));
        }
        if options.quiet {
            return Ok(());
        }
        print(&said(&answer))
    }
}

/// Tables as one JSON object, with the manifest.
fn json(target: &Path, answer: &str, manifest: &serde_json::Value, tables: &[Table]) -> String {
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
