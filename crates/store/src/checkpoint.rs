//! Checkpoints: a hidden folder beside the results folder, from which an interrupted
//! run goes on.
//!
//! The folder `.NAME.checkpoint` beside a results folder `NAME` holds the sealed state
//! and, if they are asked for, the rows of families so far. Whoever works with it
//! holds its lock, which the system releases when a process ends, however it ends. A
//! checkpoint is no result; it is removed when the run is done.

use std::borrow::Cow;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::families::RowsMark;
use crate::origin::{Difference, Origin, versioned};
use crate::sealed::{SealError, seal, unseal};
use homeground_core::outcomes::experiment::Position;

/// What a checkpoint is called in messages.
const KIND: &str = "checkpoint of a run";

/// Name of the sealed state in the folder.
const STATE: &str = "state";

/// Name of the file that is locked.
const LOCK: &str = "lock";

/// The state of a run between two tasks.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Checkpoint<'a> {
    /// Of which run.
    pub origin: Cow<'a, Origin>,
    /// How far it has come.
    pub position: Cow<'a, Position>,
    /// Tasks that are done, and all of them.
    pub tasks: (u64, u64),
    /// Rows of families so far: name of the file in the folder, and how far it goes.
    pub rows: Option<(String, RowsMark)>,
    /// The processes in which it came so far.
    pub processes: Vec<ProcessRecord>,
}

/// A process that worked on a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProcessRecord {
    /// When it began.
    pub started: String,
    /// How long it took, up to the checkpoint.
    pub seconds: f64,
    /// Threads used.
    pub threads: u64,
    /// Tasks done at its end.
    pub tasks_done: u64,
}

impl Checkpoint<'_> {
    /// Share of the work that is done, in percent.
    pub fn percent(&self) -> u64 {
        let (done, all) = self.tasks;
        (done * 100).checked_div(all).unwrap_or(100)
    }
}

/// Why a checkpoint cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CheckpointError {
    /// Another process works with it.
    #[error(
        "another homeground is at work on {} (its checkpoint, {}, is in use). Wait for it to end, or choose another folder with --out.",
        .target.display(), .folder.display()
    )]
    InUse {
        /// The results folder.
        target: PathBuf,
        /// The checkpoint.
        folder: PathBuf,
    },
    /// It is of another run.
    #[error(
        "the checkpoint {} is of another run: {} is {} there and {} here. Go on with the scenario and options that it was made with, or leave out --resume to start from the beginning.",
        .folder.display(), .difference.what, .difference.one, .difference.other
    )]
    OtherRun {
        /// The checkpoint.
        folder: PathBuf,
        /// What differs.
        difference: Difference,
    },
    /// It was made by another version of the program.
    #[error(
        "{} holds a {found}; this homeground goes on from a {expected}. Go on with the homeground that made it, or leave out --resume to start from the beginning.",
        .folder.display()
    )]
    OtherVersion {
        /// The checkpoint.
        folder: PathBuf,
        /// What is there.
        found: String,
        /// What this program makes.
        expected: String,
    },
    /// It is not whole.
    #[error(
        "{reason}, so the checkpoint is not used. Leave out --resume to start from the beginning."
    )]
    Damaged {
        /// How that is seen.
        reason: String,
    },
    /// The system refuses.
    #[error("{} cannot be written: {reason}. Look at free space and at who may write there, or choose another folder with --out.", .folder.display())]
    Unwritable {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
}

impl CheckpointError {
    /// Is it what the user asked for that is wrong, rather than the system?
    pub fn is_wrong_use(&self) -> bool {
        !matches!(self, Self::Unwritable { .. })
    }
}

/// The place of a checkpoint.
#[derive(Debug)]
pub struct CheckpointFolder {
    target: PathBuf,
    path: PathBuf,
    /// Held from when the folder is there.
    lock: Option<File>,
    /// Tasks done in a checkpoint of the same run that this one did not go on from: it
    /// is not replaced by one that has come less far.
    standing: u64,
}

impl CheckpointFolder {
    /// The place of the checkpoint for a results folder. Nothing is made yet; one that
    /// is there is locked.
    ///
    /// # Errors
    /// When another process works with it, or it cannot be opened.
    pub fn of(target: &Path) -> Result<Self, CheckpointError> {
        let absolute = fs::canonicalize(target).or_else(|_| std::path::absolute(target));
        let absolute = absolute.unwrap_or_else(|_| target.to_owned());
        let name = absolute.file_name().unwrap_or_default().to_string_lossy();
        let mut folder = Self {
            path: absolute.with_file_name(format!(".{name}.checkpoint")),
            target: target.to_owned(),
            lock: None,
            standing: 0,
        };
        if folder.path.is_dir() {
            folder.lock()?;
        }
        Ok(folder)
    }

    /// The results folder that it is for.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Tasks done in a checkpoint of the same run that stays for now.
    pub fn standing(&self) -> u64 {
        self.standing
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Makes the folder if it is not there, and locks it.
    ///
    /// # Errors
    /// When another process works with it, or it cannot be made.
    pub fn make(&mut self) -> Result<(), CheckpointError> {
        if self.lock.is_some() {
            return Ok(());
        }
        fs::create_dir_all(&self.path).map_err(|reason| self.unwritable(reason))?;
        self.lock()
    }

    fn lock(&mut self) -> Result<(), CheckpointError> {
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(self.path.join(LOCK))
            .map_err(|reason| self.unwritable(reason))?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => Err(CheckpointError::InUse {
                target: self.target.clone(),
                folder: self.path.clone(),
            }),
            // Some file systems know no locks; there two runs must not share a target.
            Ok(()) | Err(TryLockError::Error(_)) => {
                self.lock = Some(file);
                Ok(())
            }
        }
    }

    fn unwritable(&self, reason: io::Error) -> CheckpointError {
        CheckpointError::Unwritable { folder: self.path.clone(), reason }
    }

    /// The checkpoint that is there, if it is of this run; none if there is none.
    ///
    /// # Errors
    /// When it is damaged or of another run.
    pub fn load(&self, origin: &Origin) -> Result<Option<Checkpoint<'static>>, CheckpointError> {
        let found: Checkpoint = match unseal(&self.path.join(STATE), &versioned(KIND)) {
            Ok(found) => found,
            Err(SealError::Missing { .. }) => return Ok(None),
            Err(SealError::Kind { found, expected, .. }) => {
                return Err(CheckpointError::OtherVersion {
                    folder: self.path.clone(),
                    found,
                    expected,
                });
            }
            Err(error) => {
                return Err(CheckpointError::Damaged { reason: error.to_string() });
            }
        };
        let difference = if found.origin.shard == origin.shard {
            found.origin.difference(origin)
        } else {
            let word = |origin: &Origin| match origin.shard {
                Some(share) => format!("shard {share}"),
                None => "the whole run".to_owned(),
            };
            Some(Difference {
                what: "its share".to_owned(),
                one: word(&found.origin),
                other: word(origin),
            })
        };
        match difference {
            Some(difference) => {
                Err(CheckpointError::OtherRun { folder: self.path.clone(), difference })
            }
            None => Ok(Some(found)),
        }
    }

    /// Starts from the beginning beside a checkpoint of the same run that has come so
    /// far: it stays until this one has come further.
    pub fn stand_back(&mut self, tasks_done: u64) {
        self.standing = tasks_done;
    }

    /// Saves a checkpoint.
    ///
    /// # Errors
    /// When it cannot be written; the one before then stands as it was.
    pub fn save(&mut self, checkpoint: &Checkpoint) -> Result<(), CheckpointError> {
        if checkpoint.tasks.0 <= self.standing {
            return Ok(());
        }
        self.make()?;
        seal(&self.path.join(STATE), &versioned(KIND), checkpoint).map_err(
            |error| match error {
                SealError::Unwritable { reason, .. } => self.unwritable(reason),
                other => self.unwritable(io::Error::other(other)),
            },
        )?;
        self.standing = 0;
        let keep = checkpoint.rows.as_ref().map(|(name, _)| name.as_str());
        self.clear(keep);
        Ok(())
    }

    /// Removes what no checkpoint needs: all but state, lock and this file of rows.
    pub fn clear(&self, rows: Option<&str>) {
        let Ok(entries) = fs::read_dir(&self.path) else {
            return;
        };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let is_needed =
                [Some(STATE), Some(LOCK), rows].into_iter().flatten().any(|needed| name == needed);
            if !is_needed {
                // What stays is only untidy.
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// Is there a checkpoint to go on from?
    pub fn is_there(&self) -> bool {
        self.path.join(STATE).is_file()
    }

    /// Removes the folder, if it is this process that works with it.
    pub fn remove(&mut self) {
        if self.lock.is_some() {
            // The state goes first: what is left then can never be taken for a checkpoint.
            let _ = fs::remove_file(self.path.join(STATE));
            let _ = fs::remove_dir_all(&self.path);
            self.lock = None;
        }
    }
}

impl Drop for CheckpointFolder {
    /// A folder that holds nothing to go on from is not left behind.
    fn drop(&mut self) {
        if !self.is_there() {
            self.remove();
        }
    }
}
