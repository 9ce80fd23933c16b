//! From the tables of a run to a results folder and a few lines on the terminal.

use std::path::{Path, PathBuf};

use crate::outcomes::tables::Tables;
use crate::outcomes::experiment::ExperimentError;
use crate::report::checkpoint::CheckpointError;
use crate::report::families::FamiliesError;
use crate::report::folder::{FolderError, MANIFEST};
use crate::report::origin::Origin;
use crate::report::results::{self, Manifest};
use crate::report::sealed::SealError;
use crate::report::shard::ShardError;
use crate::report::{Language, ReportError, plain, readings, tables, terminal};
use crate::scenario::POSTERIOR_FILE;

use super::{FAILED, INTERRUPTED, INVALID};

/// What can end a command before its results are in place.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Folder(#[from] FolderError),
    #[error(transparent)]
    Experiment(#[from] ExperimentError<FamiliesError>),
    #[error(transparent)]
    Families(#[from] FamiliesError),
    #[error(transparent)]
    Report(#[from] ReportError),
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    #[error(transparent)]
    Shard(#[from] ShardError),
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error("{} cannot be written: {reason}. Look at free space and at who may write there.", .file.display())]
    Unwritable {
        file: PathBuf,
        reason: std::io::Error,
    },
    #[error("threads cannot be started: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
    #[error("the results are in place, but standard output cannot be written: {0}")]
    Output(std::io::Error),
    #[error("{0}")]
    WrongUse(String),
    #[error("interrupted; nothing was written")]
    Interrupted,
    #[error(
        "interrupted at {percent} %; {} was not written. Give the same command with --resume to go on from the checkpoint, {}.",
        .target.display(), .checkpoint.display()
    )]
    InterruptedWithCheckpoint {
        percent: u64,
        target: PathBuf,
        checkpoint: PathBuf,
    },
}

impl Failure {
    /// The exit status that tells of it.
    pub fn status(&self) -> u8 {
        match self {
            Self::Interrupted
            | Self::InterruptedWithCheckpoint { .. }
            | Self::Experiment(ExperimentError::Interrupted) => INTERRUPTED,
            Self::WrongUse(_) | Self::Shard(_) => INVALID,
            Self::Folder(error) if error.is_wrong_use() => INVALID,
            Self::Checkpoint(error) if error.is_wrong_use() => INVALID,
            _ => FAILED,
        }
    }
}

/// Writes tables, resolved scenario, and the manifest with the digests of both.
pub fn write(
    folder: &Path,
    origin: &Origin,
    mut manifest: Manifest,
    rows: &Tables,
) -> Result<Manifest, Failure> {
    tables::write_summary(&folder.join("summary.csv"), &rows.summary)?;
    tables::write_contrasts(&folder.join("contrasts.csv"), &rows.contrasts)?;
    tables::write_curves(&folder.join("curves.csv"), &rows.curves)?;
    tables::write_subgroups(&folder.join("subgroups.csv"), &rows.subgroups)?;
    write_origin(folder, origin)?;
    let more = origin.posterior.as_ref().map(|_| POSTERIOR_FILE);
    for name in results::DIGESTED.into_iter().chain(more) {
        let file = folder.join(name);
        let bytes = std::fs::read(&file).map_err(|reason| Failure::Unwritable { file, reason })?;
        let digest = results::digest(&bytes);
        manifest.files.insert(name.to_owned(), digest);
    }
    write_manifest(folder, &manifest)?;
    Ok(manifest)
}

/// Writes the scenario as it was run, and the posterior file that it goes by.
pub fn write_origin(folder: &Path, origin: &Origin) -> Result<(), Failure> {
    write_text(folder, "scenario.toml", &origin.scenario)?;
    match &origin.posterior {
        Some(text) => write_text(folder, POSTERIOR_FILE, text),
        None => Ok(()),
    }
}

/// Writes `manifest.json`.
pub fn write_manifest(folder: &Path, manifest: &Manifest) -> Result<(), Failure> {
    let text = serde_json::to_value(manifest).unwrap_or_default();
    write_text(folder, MANIFEST, &format!("{text:#}\n"))
}

/// Writes a text file of a results folder.
pub fn write_text(folder: &Path, name: &str, text: &str) -> Result<(), Failure> {
    let file = folder.join(name);
    std::fs::write(&file, text).map_err(|reason| Failure::Unwritable { file, reason })
}

/// Puts a file of rows from where it was written into a folder beside. It also stays
/// where it was if the system allows two names for a file, so that a process that is
/// killed now can still go on from there.
pub fn bring(from: &Path, to: &Path) -> Result<(), Failure> {
    std::fs::hard_link(from, to)
        .or_else(|_| std::fs::rename(from, to))
        .map_err(|reason| Failure::Unwritable {
            file: to.to_owned(),
            reason,
        })
}

/// Lines below the short table are no longer than the table may be wide.
const TABLE_WIDTH: usize = 100;

/// How a command tells what it did.
#[derive(Clone, Copy, Debug)]
pub struct Telling {
    /// Nothing.
    pub quiet: bool,
    /// The summary as JSON.
    pub json: bool,
    /// In this language.
    pub language: Language,
}

/// The short answer on the terminal.
pub fn tell(
    telling: Telling,
    target: &Path,
    manifest: &Manifest,
    tables: &Tables,
) -> Result<(), Failure> {
    if telling.json {
        let summary = serde_json::json!({
            "results": target.display().to_string(),
            "manifest": manifest,
            "summary": tables.summary,
            "contrasts": tables.contrasts,
        });
        print(&format!("{summary:#}\n"))
    } else if telling.quiet {
        Ok(())
    } else {
        let reading = readings::of_results(manifest, telling.language);
        print(&format!(
            "{}\n\n{}\n{}\n\n{}\n",
            manifest.title,
            terminal::table(&tables.summary, telling.language),
            plain::wrap(&reading, super::width::columns().min(TABLE_WIDTH)).join("\n"),
            target.join("report.html").display()
        ))
    }
}

/// Writes to standard output.
pub fn print(text: &str) -> Result<(), Failure> {
    use std::io::Write;
    let mut output = std::io::stdout().lock();
    let written = output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush());
    match written {
        // A reader that has gone away has read what it wanted.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(Failure::Output),
    }
}
