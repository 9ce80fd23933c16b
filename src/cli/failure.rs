//! What can end a command before its results are in place, and with which exit status.

use std::io;
use std::path::PathBuf;

use homeground_core::outcomes::experiment::ExperimentError;
use homeground_store::checkpoint::CheckpointError;
use homeground_store::error::ReportError;
use homeground_store::families::FamiliesError;
use homeground_store::folder::FolderError;
use homeground_store::sealed::SealError;
use homeground_store::shard::ShardError;
use homeground_studies::StudyError;
use homeground_studies::evaluate::EvaluateError;

use crate::cli::{FAILED, INTERRUPTED, INVALID, complain};

/// Why a command did not come to its end.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Folder(#[from] FolderError),
    #[error(transparent)]
    Experiment(#[from] ExperimentError<FamiliesError>),
    #[error(transparent)]
    Families(#[from] FamiliesError),
    #[error(transparent)]
    Study(#[from] StudyError),
    #[error(transparent)]
    Evaluate(#[from] EvaluateError),
    #[error(transparent)]
    Report(#[from] ReportError),
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    #[error(transparent)]
    Shard(#[from] ShardError),
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error("{0}. Run without --resume to begin anew.")]
    StudyCheckpoint(SealError),
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
    #[error("interrupted; nothing was written")]
    Interrupted,
    #[error(
        "interrupted at {percent} %; {} was not written. Give the same command with --resume to go on from the checkpoint, {}.",
        .target.display(), .checkpoint.display()
    )]
    InterruptedWithCheckpoint { percent: u64, target: PathBuf, checkpoint: PathBuf },
    #[error("interrupted; no results were written. What is done is kept in {}: {remedy} to go on.", .checkpoint.display())]
    InterruptedStudy { checkpoint: PathBuf, remedy: &'static str },
}

impl Failure {
    /// Tells of it, unless that was done; the exit status.
    pub fn end(&self) -> u8 {
        if !matches!(self, Self::Shown) {
            complain(self);
        }
        match self {
            Self::Interrupted
            | Self::InterruptedWithCheckpoint { .. }
            | Self::InterruptedStudy { .. }
            | Self::Experiment(ExperimentError::Interrupted) => INTERRUPTED,
            Self::WrongUse(_)
            | Self::Shown
            | Self::Shard(_)
            | Self::Study(StudyError::Impossible { .. } | StudyError::NoStudy) => INVALID,
            Self::Folder(error) if error.is_wrong_use() => INVALID,
            Self::Checkpoint(error) if error.is_wrong_use() => INVALID,
            _ => FAILED,
        }
    }
}
