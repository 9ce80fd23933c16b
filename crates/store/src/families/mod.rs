//! `families.parquet`: a row for every family of every arm, replicate and draw.
//!
//! Rows come in the order of tasks: draw, replicate, block of families, arm, family; an
//! arm with few helpers is one task and comes first in its replicate. They are gathered
//! into groups of a fixed number of rows, whatever the calls that bring them, so the
//! file has the same bytes however the work was split or interrupted. In memory are the
//! rows that fill no group yet and the few groups under way, however long the file.
//!
//! | file | holds |
//! | --- | --- |
//! | [`columns`] | what the columns are |
//! | `rows` | rows that fill no group yet |
//! | `encoders` | threads that make groups |
//! | `read_back` | rows of another file of this kind, read |
//! | `arrow` | what the columns are in Arrow's terms |

mod arrow;
pub mod columns;
mod encoders;
mod read_back;
mod rows;

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::families::columns::Source;
use crate::families::encoders::{Encoded, Encoders, digest};
use crate::families::rows::Rows;
use crate::parquet::{self, Group, MAGIC};
use homeground_core::engine::share::ReplicateId;
use homeground_core::evidence::MODEL_VERSION;
use homeground_core::outcomes::experiment::{FamilyChunk, FamilyRows};
use homeground_core::outcomes::manifest;
use homeground_core::scenario::Scenario;

/// Name of the file in a results folder.
pub const FAMILIES: &str = "families.parquet";

/// Rows in a group; fewer only in the last.
pub const ROWS_IN_A_GROUP: usize = 1 << 17;

/// Why rows of families cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum FamiliesError {
    /// The system refuses.
    #[error("{} cannot be written: {reason}. Look at free space: a million rows take about 35 MB.", .file.display())]
    Unwritable {
        /// The file.
        file: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// What was written before is not there as it was.
    #[error("{} cannot be gone on with: {reason}. Run from the beginning.", .file.display())]
    Damaged {
        /// The file.
        file: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// Another file is not one of this program and of these arms.
    #[error("{} cannot be read: {reason}", .file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What is wrong.
        reason: String,
    },
}

/// From where a file can be gone on with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RowsMark {
    /// The groups that are safe on disk, and the digest of each.
    groups: Vec<(Group, [u8; 32])>,
    /// The rows that fill no group yet.
    rest: Rows,
}

/// Writes rows of families, or not.
pub struct FamiliesFile {
    writing: Option<Writing>,
}

struct Writing {
    path: PathBuf,
    facts: Vec<(String, String)>,
    out: Out,
    rest: Rows,
    encoders: Encoders,
}

/// The file, and what is in it so far.
struct Out {
    file: File,
    groups: Vec<(Group, [u8; 32])>,
}

impl Out {
    fn write(&mut self, encoded: &Encoded) -> io::Result<()> {
        self.file.write_all(&encoded.bytes)?;
        self.groups.push((encoded.group.clone(), encoded.digest));
        Ok(())
    }
}

impl FamiliesFile {
    /// Nobody asked for rows.
    pub fn unwanted() -> Self {
        Self { writing: None }
    }

    /// Begins a new file.
    ///
    /// `facts` are names and texts about the run that are kept in the file: the same
    /// for every way of doing the same run.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn begin(
        file: &Path,
        arms: Vec<String>,
        facts: &[(&str, String)],
    ) -> Result<Self, FamiliesError> {
        let begun = File::create(file).and_then(|mut handle| {
            handle.write_all(&MAGIC)?;
            Ok(handle)
        });
        let handle = begun.map_err(|reason| unwritable(file, reason))?;
        let out = Out { file: handle, groups: Vec::new() };
        Ok(Self::with(file, arms, facts, out, Rows::default()))
    }

    /// Goes on with a file from a mark that was made of it. What was written after the
    /// mark is dropped.
    ///
    /// # Errors
    /// When the file is missing, or not as it was when the mark was made.
    pub fn resume(
        file: &Path,
        arms: Vec<String>,
        facts: &[(&str, String)],
        mark: &RowsMark,
    ) -> Result<Self, FamiliesError> {
        let damaged = |reason: &str| FamiliesError::Damaged {
            file: file.to_owned(),
            reason: reason.to_owned(),
        };
        if !mark.rest.is_whole() {
            return Err(damaged("its columns are those of another version"));
        }
        let mut handle = OpenOptions::new()
            .read(true)
            .write(true)
            .open(file)
            .map_err(|reason| damaged(&reason.to_string()))?;
        let unchanged = verify(&mut handle, &mark.groups);
        if !unchanged.map_err(|reason| damaged(&reason.to_string()))? {
            return Err(damaged("it is not as it was when the run stopped"));
        }
        let end = handle.stream_position().and_then(|end| {
            handle.set_len(end)?;
            Ok(handle)
        });
        let out = Out {
            file: end.map_err(|reason| unwritable(file, reason))?,
            groups: mark.groups.clone(),
        };
        Ok(Self::with(file, arms, facts, out, mark.rest.clone()))
    }

    fn with(
        file: &Path,
        arms: Vec<String>,
        facts: &[(&str, String)],
        out: Out,
        rest: Rows,
    ) -> Self {
        let facts = facts.iter().map(|(name, text)| ((*name).to_owned(), text.clone())).collect();
        Self {
            writing: Some(Writing {
                path: file.to_owned(),
                facts,
                out,
                rest,
                encoders: Encoders::new(columns::fields(&arms)),
            }),
        }
    }

    /// Makes everything that was taken so far safe on disk, and says from where to go
    /// on.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn mark(&mut self) -> Result<RowsMark, FamiliesError> {
        let Some(writing) = &mut self.writing else {
            return Ok(RowsMark::default());
        };
        writing
            .drain()
            .and_then(|()| writing.out.file.sync_data())
            .map_err(|reason| unwritable(&writing.path, reason))?;
        Ok(RowsMark { groups: writing.out.groups.clone(), rest: writing.rest.clone() })
    }

    /// Takes all rows of another file of the same arms, in their order. Returns their
    /// number.
    ///
    /// # Errors
    /// When the other cannot be read, or this one cannot be written.
    pub fn take_file(&mut self, file: &Path) -> Result<u64, FamiliesError> {
        let Some(writing) = &mut self.writing else {
            return Ok(0);
        };
        let mut other = read_back::Reader::open(file, writing.encoders.fields().to_vec())?;
        let mut taken = 0;
        while let Some(rows) = other.next()? {
            taken += rows.len() as u64;
            let mut from = 0;
            while from < rows.len() {
                let to = rows.len().min(from + writing.free_rows());
                writing.rest.take_rows(&rows, from..to);
                writing.give_when_full()?;
                from = to;
            }
        }
        Ok(taken)
    }

    /// Ends the file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(self) -> Result<(), FamiliesError> {
        match self.writing {
            Some(mut writing) => {
                writing.finish().map_err(|reason| unwritable(&writing.path, reason))
            }
            None => Ok(()),
        }
    }
}

impl Writing {
    /// Rows until the group is full.
    fn free_rows(&self) -> usize {
        ROWS_IN_A_GROUP - self.rest.len()
    }

    fn give_when_full(&mut self) -> Result<(), FamiliesError> {
        if self.free_rows() > 0 {
            return Ok(());
        }
        let Self { out, rest, encoders, .. } = self;
        encoders
            .give(rest, &mut |encoded| out.write(encoded))
            .map_err(|reason| unwritable(&self.path, reason))
    }

    fn drain(&mut self) -> io::Result<()> {
        let Self { out, encoders, .. } = self;
        encoders.drain(&mut |encoded| out.write(encoded))
    }

    fn finish(&mut self) -> io::Result<()> {
        self.drain()?;
        if !self.rest.is_empty() {
            let last = self.encoders.make(&self.rest)?;
            self.out.write(&last)?;
        }
        let groups: Vec<Group> = self.out.groups.iter().map(|(group, _)| group.clone()).collect();
        let program = format!("{} version {}", manifest::PROGRAM, env!("CARGO_PKG_VERSION"));
        let fields = self.encoders.fields();
        let schema = arrow::schema(fields).map_err(io::Error::other)?;
        let facts: Vec<_> = schema.into_iter().chain(self.facts.clone()).collect();
        let footer = parquet::footer(fields, &groups, &facts, &program);
        self.out.file.write_all(&footer)
    }
}

impl FamilyRows for FamiliesFile {
    type Error = FamiliesError;

    fn wanted(&self) -> bool {
        self.writing.is_some()
    }

    fn take(
        &mut self,
        number: ReplicateId,
        arm: usize,
        chunks: &[FamilyChunk],
    ) -> Result<(), FamiliesError> {
        let Some(writing) = &mut self.writing else {
            return Ok(());
        };
        for chunk in chunks {
            let source =
                Source { number, arm, first_family: chunk.first_family, history: &chunk.history };
            let mut from = 0;
            while from < chunk.families {
                let to = chunk.families.min(from + writing.free_rows());
                writing.rest.take(&source, from..to);
                writing.give_when_full()?;
                from = to;
            }
        }
        Ok(())
    }
}

/// What is kept in the file about the run of a scenario.
pub fn facts(scenario: &Scenario) -> Vec<(&'static str, String)> {
    let resolved = manifest::digest(scenario.to_toml().as_bytes());
    vec![
        ("homeground.version", env!("CARGO_PKG_VERSION").to_owned()),
        ("homeground.model_version", MODEL_VERSION.to_string()),
        ("homeground.scenario", scenario.name.clone()),
        ("homeground.scenario_sha256", resolved),
        ("homeground.seed", scenario.seed.to_string()),
    ]
}

/// Does a file begin with these groups? Leaves it at their end.
fn verify(file: &mut File, groups: &[(Group, [u8; 32])]) -> io::Result<bool> {
    let mut magic = [0; 4];
    file.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    let whole = |result: io::Result<()>| match result {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
        Ok(()) => Ok(true),
    };
    if !whole(file.read_exact(&mut magic))? || magic != MAGIC {
        return Ok(false);
    }
    for (group, expected) in groups {
        bytes.resize(group.bytes() as usize, 0);
        if !whole(file.read_exact(&mut bytes))? || digest(&bytes) != *expected {
            return Ok(false);
        }
    }
    Ok(true)
}

fn unwritable(file: &Path, reason: io::Error) -> FamiliesError {
    FamiliesError::Unwritable { file: file.to_owned(), reason }
}
