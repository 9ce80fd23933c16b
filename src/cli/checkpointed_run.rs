//! A process: one process carries out a run, or a shard of it, and saves checkpoints
//! from which another can go on.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use homeground_core::engine::parallel::Progress;
use homeground_core::engine::share::Share;
use homeground_core::outcomes::experiment::{Experiment, ExperimentError, Position};
use homeground_core::scenario::Scenario;
use homeground_store::checkpoint::{Checkpoint, CheckpointError, CheckpointFolder, ProcessRecord};
use homeground_store::families::{FamiliesError, FamiliesFile, RowsMark, facts};
use homeground_store::origin::Origin;

use crate::cli::failure::Failure;
use crate::cli::progress::Bar;

/// Time between checkpoints: little is lost, and saving one takes a few milliseconds.
const PACE: Duration = Duration::from_secs(15);

/// A checkpoint that takes long is followed by the next only after so many times as
/// long, so that all of them take less than a hundredth of the time.
const REST: u32 = 200;

/// Another pace in seconds, for tests; 0 saves after every task.
const PACE_VARIABLE: &str = "HOMEGROUND_CHECKPOINT_SECONDS";

/// How a run is to be carried out.
#[derive(Clone, Copy, Debug)]
pub struct RunConfiguration<'a> {
    /// What is simulated.
    pub scenario: &'a Scenario,
    /// Of which run it is.
    pub origin: &'a Origin,
    /// Where results will stand.
    pub target: &'a Path,
    /// Go on from a checkpoint?
    pub resume: bool,
    /// No notes and no progress?
    pub silent: bool,
}

/// A run, or a shard of it, that has been carried out to its end, and its checkpoint.
#[derive(Debug)]
pub struct CompletedRun<'a> {
    /// What was gathered.
    pub experiment: Experiment<'a>,
    /// Rows of families, if they are kept; beside the results folder.
    pub rows: Option<PathBuf>,
    writer: CheckpointWriter<'a>,
}

impl CompletedRun<'_> {
    /// The processes that worked on it, this one the last.
    pub fn processes(&self) -> Vec<ProcessRecord> {
        self.writer.processes(self.experiment.tasks().1)
    }

    /// Why it did not come to results after all, with the checkpoint kept for later.
    pub fn interrupted(mut self) -> Failure {
        self.writer.save(self.experiment.position());
        self.writer.interrupted(self.experiment.position())
    }

    /// Why it did not come to results is told by others; this tells what is not lost.
    pub fn say_what_is_kept(&self) {
        self.writer.say_what_is_kept();
    }

    /// The results are in place: nothing is to be gone on with.
    pub fn remove_checkpoint(mut self) {
        self.writer.folder.remove();
    }
}

/// Carries out what is left of a run or shard on the threads of a pool.
///
/// # Errors
/// When it is interrupted or cannot go on; a checkpoint then holds what was done.
pub fn carry_out<'a>(
    configuration: RunConfiguration<'a>,
    progress: &Arc<Progress>,
    pool: &rayon::ThreadPool,
) -> Result<CompletedRun<'a>, Failure> {
    let RunConfiguration { scenario, origin, .. } = configuration;
    let mut folder = CheckpointFolder::of(configuration.target)?;
    let found = find(&mut folder, &configuration)?;
    let share = origin.shard.unwrap_or(Share::WHOLE);
    let mut experiment = Experiment::begin(scenario, share).map_err(ExperimentError::Design)?;
    let mut writer = CheckpointWriter::new(folder, origin, &experiment, pool.current_num_threads());
    let mut mark = None;
    if let Some(found) = found {
        if !experiment.go_on_from(found.position.into_owned()) {
            return Err(writer.damaged("it does not fit the scenario").into());
        }
        writer.earlier = found.processes;
        mark = found.rows;
    }
    let mut rows = writer.rows(scenario, mark)?;
    let ended = {
        let (all, _) = experiment.family_weeks();
        let _bar = Bar::follow(progress, all, configuration.silent);
        pool.install(|| {
            experiment.run(progress, &mut rows, |position, rows| writer.after_task(position, rows))
        })
    };
    if let Err(error) = ended {
        return Err(match error {
            ExperimentError::Interrupted => {
                writer.mark(&mut rows)?;
                writer.save(experiment.position());
                writer.interrupted(experiment.position())
            }
            // Rows of half a task may have been taken: the checkpoint stays as it was.
            error => {
                writer.say_what_is_kept();
                error.into()
            }
        });
    }
    // Figures are still to be drawn; who is interrupted then goes on from here.
    writer.mark(&mut rows)?;
    if writer.clock.elapsed() > writer.pace {
        writer.save(experiment.position());
    }
    rows.finish()?;
    Ok(CompletedRun { rows: writer.file_of_rows(), experiment, writer })
}

/// The checkpoint to go on from; says what the user should know about one.
fn find(
    folder: &mut CheckpointFolder,
    configuration: &RunConfiguration,
) -> Result<Option<Checkpoint<'static>>, CheckpointError> {
    let found = folder.load(configuration.origin);
    let target = configuration.target.display();
    if configuration.resume {
        let found = found?;
        if !configuration.silent {
            match &found {
                Some(found) => eprintln!(
                    "note: going on from {} %, where the run was interrupted",
                    found.percent()
                ),
                None => eprintln!(
                    "note: there is no checkpoint for {target}; the run starts from the beginning"
                ),
            }
        }
        return Ok(found);
    }
    match found {
        Ok(Some(found)) => {
            eprintln!(
                "warning: this run starts from the beginning, but a checkpoint for {target} has \
                 come to {} %; the same command with --resume goes on from there",
                found.percent()
            );
            folder.stand_back(found.tasks.0);
        }
        Err(CheckpointError::OtherRun { difference, .. }) => eprintln!(
            "warning: the checkpoint for {target} of another run ({} is {} there and {} here) \
             is replaced",
            difference.what, difference.one, difference.other
        ),
        // One that nobody can use gives way without a word.
        _ => {}
    }
    Ok(None)
}

/// A name for a file of rows that no other run uses, so that the rows of an older
/// checkpoint can stay beside it.
fn new_name() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    format!("rows-{:x}", now.unwrap_or_default().as_nanos())
}

/// Saves checkpoints at a good pace.
#[derive(Debug)]
struct CheckpointWriter<'a> {
    folder: CheckpointFolder,
    origin: &'a Origin,
    /// Place of the first task in the list, and number of tasks.
    first: u64,
    tasks: u64,
    /// Name of the file of rows in the folder, and how far it is known to go.
    rows: Option<(String, Option<RowsMark>)>,
    earlier: Vec<ProcessRecord>,
    started: String,
    threads: u64,
    clock: Instant,
    pace: Duration,
    /// When the next is due.
    due: Instant,
    is_able: bool,
}

impl<'a> CheckpointWriter<'a> {
    fn new(
        folder: CheckpointFolder,
        origin: &'a Origin,
        experiment: &Experiment,
        threads: usize,
    ) -> Self {
        let (tasks, done) = experiment.tasks();
        let pace = std::env::var(PACE_VARIABLE)
            .ok()
            .and_then(|seconds| seconds.parse().ok())
            .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
            .unwrap_or(PACE);
        let clock = Instant::now();
        Self {
            folder,
            origin,
            first: experiment.position().next() - done,
            tasks,
            rows: None,
            earlier: Vec::new(),
            started: chrono::Utc::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
            threads: threads as u64,
            clock,
            pace,
            due: clock + pace,
            is_able: true,
        }
    }

    fn damaged(&self, reason: &str) -> CheckpointError {
        CheckpointError::Damaged { reason: format!("{}: {reason}", self.folder.path().display()) }
    }

    /// The rows of families, gone on with or begun, if they are kept.
    fn rows(
        &mut self,
        scenario: &Scenario,
        mark: Option<(String, RowsMark)>,
    ) -> Result<FamiliesFile, Failure> {
        if !self.origin.families_file {
            return Ok(FamiliesFile::unwanted());
        }
        self.folder.make()?;
        let arms = scenario.arms.iter().map(|arm| arm.name.clone()).collect();
        let facts = facts(scenario);
        match mark {
            Some((name, mark)) => {
                let name = self.own_rows(name)?;
                let file = self.folder.path().join(&name);
                let rows = FamiliesFile::resume(&file, arms, &facts, &mark)
                    .map_err(|error| self.damaged(&error.to_string()))?;
                self.rows = Some((name, Some(mark)));
                Ok(rows)
            }
            None if self.earlier.is_empty() => {
                let name = new_name();
                if !self.folder.is_there() {
                    self.folder.clear(None);
                }
                let file = self.folder.path().join(&name);
                self.rows = Some((name, None));
                Ok(FamiliesFile::begin(&file, arms, &facts)?)
            }
            None => Err(self.damaged("it has no rows of families").into()),
        }
    }

    /// The file of rows to go on with. A process that was killed just when its results
    /// were in place may have left a second name for their file, and theirs must not
    /// change.
    fn own_rows(&self, name: String) -> Result<String, Failure> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            let shared = self.folder.path().join(&name);
            if std::fs::metadata(&shared).is_ok_and(|data| data.nlink() > 1) {
                let copy = new_name();
                let file = self.folder.path().join(&copy);
                std::fs::copy(&shared, &file)
                    .map_err(|reason| Failure::Unwritable { file, reason })?;
                return Ok(copy);
            }
        }
        Ok(name)
    }

    fn file_of_rows(&self) -> Option<PathBuf> {
        let (name, _) = self.rows.as_ref()?;
        Some(self.folder.path().join(name))
    }

    fn processes(&self, tasks_done: u64) -> Vec<ProcessRecord> {
        let mut processes = self.earlier.clone();
        processes.push(ProcessRecord {
            started: self.started.clone(),
            seconds: self.clock.elapsed().as_secs_f64(),
            threads: self.threads,
            tasks_done,
        });
        processes
    }

    fn tasks_done(&self, position: &Position) -> u64 {
        position.next() - self.first
    }

    fn after_task(
        &mut self,
        position: &Position,
        rows: &mut FamiliesFile,
    ) -> Result<(), FamiliesError> {
        let begun = Instant::now();
        if begun < self.due || !self.is_able {
            return Ok(());
        }
        self.mark(rows)?;
        self.save(position);
        let ended = Instant::now();
        let rest = if self.pace < PACE { Duration::ZERO } else { (ended - begun) * REST };
        self.due = ended + self.pace.max(rest);
        Ok(())
    }

    /// Makes sure of the rows so far.
    fn mark(&mut self, rows: &mut FamiliesFile) -> Result<(), FamiliesError> {
        if let Some((_, mark)) = &mut self.rows {
            *mark = Some(rows.mark()?);
        }
        Ok(())
    }

    /// Saves a checkpoint, if anything is done. That it cannot be written is said once,
    /// and the run goes on without.
    fn save(&mut self, position: &Position) {
        let tasks_done = self.tasks_done(position);
        if !self.is_able || tasks_done == 0 {
            return;
        }
        let rows = self.rows.as_ref().and_then(|(name, mark)| Some((name.clone(), mark.clone()?)));
        let checkpoint = Checkpoint {
            origin: Cow::Borrowed(self.origin),
            position: Cow::Borrowed(position),
            tasks: (tasks_done, self.tasks),
            rows,
            processes: self.processes(tasks_done),
        };
        if let Err(error) = self.folder.save(&checkpoint) {
            self.is_able = false;
            eprintln!("warning: {error} The run goes on without checkpoints.");
        }
    }

    fn say_what_is_kept(&self) {
        if self.folder.is_there() {
            eprintln!(
                "note: what was simulated is kept; the same command with --resume goes on from there"
            );
        }
    }

    /// What is said when a run is interrupted.
    fn interrupted(&self, position: &Position) -> Failure {
        if !self.folder.is_there() {
            return Failure::Interrupted;
        }
        let done = self.tasks_done(position).max(self.folder.standing());
        Failure::InterruptedWithCheckpoint {
            percent: (done * 100).checked_div(self.tasks).unwrap_or(100),
            target: self.folder.target().to_owned(),
            checkpoint: self.folder.path().to_owned(),
        }
    }
}
