//! Shards: shares of a run, each in a folder of its own, put together later.
//!
//! A shard's folder holds `manifest.json` and `scenario.toml` for people, and the
//! sealed state `shard.state`, from which alone a merge works. With rows of families
//! it also holds those of the share, whose digest stands in the state.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::checkpoint::ProcessRecord;
use crate::families::FAMILIES;
use crate::origin::{Difference, Origin, versioned};
use crate::sealed::{SealError, seal, unseal};
use homeground_core::engine::share::Share;
use homeground_core::outcomes::experiment::Position;

/// What it is called in messages.
const KIND: &str = "shard of a run";

/// Name of the sealed state in a shard's folder.
pub const STATE: &str = "shard.state";

/// A share of a run, carried out to its end.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Shard<'a> {
    /// Of which run.
    pub origin: Cow<'a, Origin>,
    /// Which share of it.
    pub share: Share,
    /// What was gathered.
    pub position: Cow<'a, Position>,
    /// The manifest of the run, as JSON, as far as it does not depend on how the run was
    /// carried out.
    pub manifest: Cow<'a, str>,
    /// SHA-256 of the rows of families, if they are kept.
    pub rows: Option<String>,
    /// The processes that worked on it.
    pub processes: Vec<ProcessRecord>,
}

/// The shards of a run: all of them, in their order.
#[derive(Clone, Debug)]
pub struct ShardSet {
    /// Of which run.
    pub origin: Origin,
    /// The manifest of the run, as JSON.
    pub manifest: String,
    /// Where they are. What they gathered is read when its turn comes: that of many
    /// shards would fill the memory.
    pub shards: Vec<FoundShard>,
}

/// A shard in its folder.
#[derive(Clone, Debug)]
pub struct FoundShard {
    /// The folder as the user named it.
    pub folder: PathBuf,
    /// Which share of the run it is.
    pub share: Share,
    /// The processes that worked on it.
    pub processes: Vec<ProcessRecord>,
    /// SHA-256 of its rows of families, if they are kept.
    rows: Option<String>,
}

/// Why shards cannot be put together. Every message names the folders.
#[derive(Debug, thiserror::Error)]
pub enum ShardError {
    /// There is no such folder.
    #[error("{} is not there. Name the folders that `homeground run --shard` has written.", .0.display())]
    NoFolder(PathBuf),
    /// The folder holds the results of a whole run.
    #[error("{} holds the results of a whole run, not a shard; there is nothing to put together.", .0.display())]
    WholeRun(PathBuf),
    /// The folder is none of ours.
    #[error("{} is no shard: it holds no {STATE}. Name the folders that `homeground run --shard` has written.", .0.display())]
    NoShard(PathBuf),
    /// The state is not whole.
    #[error("{0}, so the shard is not used. Simulate it again.")]
    Damaged(String),
    /// Shards are of different runs.
    #[error(
        "{} and {} are shards of different runs: {} is {} in the first and {} in the second.",
        .first.display(), .second.display(), .difference.what, .difference.one, .difference.other
    )]
    DifferentRuns {
        /// One of them.
        first: PathBuf,
        /// The other.
        second: PathBuf,
        /// What differs.
        difference: Difference,
    },
    /// A shard was made by another version of the program.
    #[error("{} holds a {found}; this homeground puts together a {expected}. Use one version for all shards and the merge.", .folder.display())]
    OtherVersion {
        /// The shard.
        folder: PathBuf,
        /// What is there.
        found: String,
        /// What this program makes.
        expected: String,
    },
    /// A shard is there twice.
    #[error("{} and {} are both shard {share}. Name each shard once.", .first.display(), .second.display())]
    Twice {
        /// One of them.
        first: PathBuf,
        /// The other.
        second: PathBuf,
        /// Which shard.
        share: Share,
    },
    /// Shards are missing.
    #[error("{0}")]
    Incomplete(String),
    /// A shard's file of rows is not as it was written.
    #[error("{} is {reason}, so the shard is not used. Simulate it again.", .file.display())]
    Rows {
        /// The file.
        file: PathBuf,
        /// How that is seen.
        reason: String,
    },
}

/// Writes the state of a shard into its folder.
///
/// # Errors
/// When it cannot be written.
pub fn write(folder: &Path, shard: &Shard) -> Result<(), SealError> {
    seal(&folder.join(STATE), &versioned(KIND), shard)
}

/// Finds the shards of a run: all of one run, none twice and none missing.
///
/// # Errors
/// [`ShardError`].
pub fn find_all(folders: &[PathBuf]) -> Result<ShardSet, ShardError> {
    let mut run: Option<(Origin, String)> = None;
    let mut shards: Vec<FoundShard> = Vec::new();
    for folder in folders {
        let shard = read(folder)?;
        match &run {
            None => run = Some((shard.origin.into_owned(), shard.manifest.into_owned())),
            Some((origin, _)) => {
                if let Some(difference) = origin.difference(&shard.origin) {
                    return Err(ShardError::DifferentRuns {
                        first: shards[0].folder.clone(),
                        second: folder.clone(),
                        difference,
                    });
                }
            }
        }
        shards.push(FoundShard {
            folder: folder.clone(),
            share: shard.share,
            processes: shard.processes,
            rows: shard.rows,
        });
    }
    let Some((origin, manifest)) = run else {
        return Err(ShardError::Incomplete("no shard is named".to_owned()));
    };
    shards.sort_by_key(|found| found.share);
    for pair in shards.windows(2) {
        if pair[0].share == pair[1].share {
            return Err(ShardError::Twice {
                first: pair[0].folder.clone(),
                second: pair[1].folder.clone(),
                share: pair[0].share,
            });
        }
    }
    let of = shards[0].share.of;
    if shards.len() as u64 != u64::from(of) {
        return Err(ShardError::Incomplete(incomplete(&origin.name, of, &shards)));
    }
    Ok(ShardSet { origin, manifest, shards })
}

fn incomplete(name: &str, of: u32, found: &[FoundShard]) -> String {
    /// More numbers would hide the message.
    const NAMED: usize = 8;
    let is_there = |number: &u32| found.iter().any(|found| found.share.number == *number);
    let missing: Vec<u32> = (1..=of).filter(|number| !is_there(number)).collect();
    let mut numbers: Vec<String> =
        missing.iter().take(NAMED).map(|number| format!("{number}/{of}")).collect();
    if missing.len() > NAMED {
        numbers.push(format!("{} more", missing.len() - NAMED));
    }
    format!(
        "{name} was divided into {of} shards, and {} missing: {}. Simulate {} with the same \
         scenario and options and --shard {}/{of}, and name all folders.",
        if missing.len() == 1 { "one is" } else { "some are" },
        numbers.join(", "),
        if missing.len() == 1 { "it" } else { "them" },
        missing.first().copied().unwrap_or(1),
    )
}

fn read(folder: &Path) -> Result<Shard<'static>, ShardError> {
    let error = match unseal(&folder.join(STATE), &versioned(KIND)) {
        Ok(shard) => return Ok(shard),
        Err(error) => error,
    };
    let folder = folder.to_owned();
    Err(match error {
        SealError::Missing { .. } if !folder.is_dir() => ShardError::NoFolder(folder),
        SealError::Missing { .. } if folder.join("summary.csv").is_file() => {
            ShardError::WholeRun(folder)
        }
        SealError::Missing { .. } => ShardError::NoShard(folder),
        SealError::Kind { found, expected, .. } => {
            ShardError::OtherVersion { folder, found, expected }
        }
        error => ShardError::Damaged(error.to_string()),
    })
}

impl FoundShard {
    /// What was gathered in it.
    ///
    /// # Errors
    /// When it cannot be read any more.
    pub fn position(&self) -> Result<Position, ShardError> {
        Ok(read(&self.folder)?.position.into_owned())
    }

    /// The rows of families of the shard, if they are kept and as they were written.
    ///
    /// # Errors
    /// When the file is missing or changed.
    pub fn rows(&self) -> Result<Option<PathBuf>, ShardError> {
        let Some(expected) = &self.rows else {
            return Ok(None);
        };
        let file = self.folder.join(FAMILIES);
        let reason = match digest_of_file(&file) {
            Ok(digest) if digest == *expected => return Ok(Some(file)),
            Ok(_) => "damaged: its content is not what was written (its digest differs)".to_owned(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => "missing".to_owned(),
            Err(error) => format!("not readable: {error}"),
        };
        Err(ShardError::Rows { file, reason })
    }
}

/// SHA-256 of a file of any size, in hexadecimal digits.
///
/// # Errors
/// When it cannot be read.
pub fn digest_of_file(file: &Path) -> io::Result<String> {
    let mut file = File::open(file)?;
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 1 << 20];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            let digest = hasher.finalize();
            return Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect());
        }
        hasher.update(&buffer[..read]);
    }
}
