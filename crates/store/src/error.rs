//! What can go wrong between a results folder and its report.

use std::path::PathBuf;

/// Why a report cannot be made. Every message names the file and the remedy.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The folder has no manifest.
    #[error(
        "{} is no results folder: it holds no manifest.json. Name a folder that `homeground run` has written, such as results/home_or_office.",
        .folder.display()
    )]
    NoResults {
        /// The folder that was named.
        folder: PathBuf,
    },
    /// The manifest is another program's.
    #[error(
        "{} was written by {program:?}, not by homeground. Name a folder that `homeground run` has written.",
        .file.display()
    )]
    Foreign {
        /// The manifest.
        file: PathBuf,
        /// What it says wrote it.
        program: String,
    },
    /// The folder holds a share of a run.
    #[error(
        "{} holds shard {number}/{of} of a run, not its results. Put all {of} together first (`homeground merge`).",
        .folder.display()
    )]
    Shard {
        /// The folder.
        folder: PathBuf,
        /// Which shard.
        number: u32,
        /// Of how many.
        of: u32,
    },
    /// A file of the folder is not there.
    #[error(
        "{} is missing, so the results are not whole. Run the scenario again (`homeground run`), or bring the file back.",
        .file.display()
    )]
    Missing {
        /// The file.
        file: PathBuf,
    },
    /// A file of the folder cannot be understood.
    #[error(
        "{} cannot be read: {reason}. Run the scenario again (`homeground run`), or bring the file back as it was written.",
        .file.display()
    )]
    Damaged {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A file cannot be written.
    #[error("{} cannot be written: {reason}. Look at free space and at who may write there.", .file.display())]
    Unwritable {
        /// The file.
        file: PathBuf,
        /// What the system says.
        reason: String,
    },
}
