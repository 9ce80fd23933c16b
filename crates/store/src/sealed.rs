//! Saved state that is used whole or not at all: shards of a run, checkpoints.
//!
//! A file begins with a magic word, the version of this format and the kind of what
//! is in it, then the length and the SHA-256 digest of the content, then the content.
//! It is written under another name, flushed to the disk, and renamed, so that a
//! machine that loses power leaves the older file or the newer one. Whatever is cut
//! off, changed or of another kind is told from what is whole before a byte of it is
//! understood.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

/// First bytes of every sealed file.
const MAGIC: &[u8; 8] = b"hg\xB7seal\n";

/// Version of the format. Raised when the frame changes, not when contents do.
const FORMAT: u32 = 1;

/// Length of a digest, bytes.
const DIGEST: usize = 32;

/// Why sealed state cannot be written or used. Every message names the file.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// There is no such file.
    #[error("{} is not there", .file.display())]
    Missing {
        /// The file.
        file: PathBuf,
    },
    /// The file is something else.
    #[error("{} was not written by homeground", .file.display())]
    Foreign {
        /// The file.
        file: PathBuf,
    },
    /// The file has another format.
    #[error("{} was written by another version of homeground (format {found}, not {FORMAT})", .file.display())]
    Format {
        /// The file.
        file: PathBuf,
        /// Its format.
        found: u32,
    },
    /// The file holds something else.
    #[error("{} holds a {found}, not a {expected}", .file.display())]
    Kind {
        /// The file.
        file: PathBuf,
        /// What it holds.
        found: String,
        /// What was asked for.
        expected: String,
    },
    /// The file is not as it was written.
    #[error("{} is damaged: {reason}", .file.display())]
    Damaged {
        /// The file.
        file: PathBuf,
        /// How that is seen.
        reason: String,
    },
    /// The system does not let it be read.
    #[error("{} cannot be read: {reason}", .file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// The system does not let it be written.
    #[error("{} cannot be written: {reason}. Look at free space and at who may write there.", .file.display())]
    Unwritable {
        /// The file.
        file: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
}

/// Writes a value to a sealed file; an older file stays until the new one is safe.
///
/// `kind` says in plain words what it is, such as "shard of a run".
///
/// # Errors
/// [`SealError::Unwritable`]; an older file then stands as it was.
pub fn seal<T: Serialize>(path: &Path, kind: &str, value: &T) -> Result<(), SealError> {
    let unwritable = |reason| SealError::Unwritable { file: path.to_owned(), reason };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary = path.with_file_name(format!(".{name}.{}", std::process::id()));
    let write = || -> io::Result<()> {
        let mut file = File::create(&temporary)?;
        // What stands before the content is known when all of it has passed.
        file.write_all(&vec![0; head_length(kind)])?;
        let mut content = Content::new(BufWriter::new(&file));
        if let Err(error) = postcard::to_io(value, &mut content) {
            return Err(content.failure.unwrap_or_else(|| io::Error::other(error)));
        }
        let head = content.head(kind)?;
        file.seek(SeekFrom::Start(0))?;
        file.write_all(&head)?;
        file.sync_all()?;
        fs::rename(&temporary, path)?;
        sync_folder(path)
    };
    write().map_err(|reason| {
        // The error of the writing is the one to tell.
        let _ = fs::remove_file(&temporary);
        unwritable(reason)
    })
}

/// Content on its way to a file, without a copy of all of it in memory.
struct Content<W> {
    out: W,
    hasher: Sha256,
    length: u64,
    /// The serialiser keeps no errors of the system, so this does.
    failure: Option<io::Error>,
}

impl<W: Write> Content<W> {
    fn new(out: W) -> Self {
        Self { out, hasher: Sha256::new(), length: 0, failure: None }
    }

    /// All that stands before the content, when all of it has passed.
    fn head(mut self, kind: &str) -> io::Result<Vec<u8>> {
        self.out.flush()?;
        let mut head = head(kind, self.length);
        self.hasher.update(&head);
        head.extend_from_slice(&self.hasher.finalize());
        Ok(head)
    }
}

impl<W: Write> Write for Content<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.out.write(bytes) {
            Ok(written) => {
                self.hasher.update(&bytes[..written]);
                self.length += written as u64;
                Ok(written)
            }
            Err(error) => {
                let kind = error.kind();
                self.failure = Some(error);
                Err(kind.into())
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Reads the value of a sealed file of this kind.
///
/// # Errors
/// Every other [`SealError`]: nothing of the file is used unless all of it is whole.
pub fn unseal<T: DeserializeOwned>(path: &Path, kind: &str) -> Result<T, SealError> {
    let mut bytes = Vec::new();
    File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)).map_err(|reason| {
        let file = path.to_owned();
        match reason.kind() {
            io::ErrorKind::NotFound => SealError::Missing { file },
            _ => SealError::Unreadable { file, reason },
        }
    })?;
    let content = open(path, kind, &bytes)?;
    let damaged =
        |reason: &str| SealError::Damaged { file: path.to_owned(), reason: reason.to_owned() };
    match postcard::take_from_bytes(content) {
        Ok((value, [])) => Ok(value),
        Ok(_) => Err(damaged("more is in it than belongs there")),
        Err(_) => Err(damaged("its content cannot be understood")),
    }
}

/// All that stands before the digest.
fn head(kind: &str, length: u64) -> Vec<u8> {
    let mut head = MAGIC.to_vec();
    head.extend(FORMAT.to_le_bytes());
    head.extend((kind.len() as u32).to_le_bytes());
    head.extend(kind.as_bytes());
    head.extend(length.to_le_bytes());
    head
}

/// Length of all that stands before the content, bytes.
fn head_length(kind: &str) -> usize {
    head(kind, 0).len() + DIGEST
}

/// Digest of the content and of what stands before it, so that neither can change.
fn digest(head: &[u8], content: &[u8]) -> [u8; DIGEST] {
    let mut hasher = Sha256::new();
    hasher.update(content);
    hasher.update(head);
    hasher.finalize().into()
}

/// The content of a sealed file, if all of it is whole and of this kind.
fn open<'a>(path: &Path, kind: &str, bytes: &'a [u8]) -> Result<&'a [u8], SealError> {
    let file = || path.to_owned();
    let cut =
        || SealError::Damaged { file: path.to_owned(), reason: "its end is missing".to_owned() };
    let mut rest = bytes;
    let mut take = |length: usize| -> Option<&'a [u8]> {
        let (taken, after) = rest.split_at_checked(length)?;
        rest = after;
        Some(taken)
    };
    if take(MAGIC.len()).is_none_or(|magic| magic != MAGIC) {
        // An empty or very short file may be one of ours that was cut off.
        return Err(if MAGIC.starts_with(bytes) {
            cut()
        } else {
            SealError::Foreign { file: file() }
        });
    }
    let format = take(4).and_then(number).ok_or_else(cut)? as u32;
    if format != FORMAT {
        return Err(SealError::Format { file: file(), found: format });
    }
    let kind_length = take(4).and_then(number).ok_or_else(cut)? as usize;
    let found = take(kind_length).ok_or_else(cut)?;
    let length = take(8).and_then(number).ok_or_else(cut)?;
    let head_length = MAGIC.len() + 4 + 4 + kind_length + 8;
    let stated = take(DIGEST).ok_or_else(cut)?;
    if (rest.len() as u64) < length {
        return Err(cut());
    }
    if digest(&bytes[..head_length], rest) != stated {
        return Err(SealError::Damaged {
            file: file(),
            reason: "its content is not what was written (its digest differs)".to_owned(),
        });
    }
    if found != kind.as_bytes() {
        return Err(SealError::Kind {
            file: file(),
            found: String::from_utf8_lossy(found).into_owned(),
            expected: kind.to_owned(),
        });
    }
    Ok(rest)
}

/// A number of four or eight bytes, the lowest first.
fn number(bytes: &[u8]) -> Option<u64> {
    let mut wide = [0; 8];
    wide.get_mut(..bytes.len())?.copy_from_slice(bytes);
    Some(u64::from_le_bytes(wide))
}

/// Flushes the entry of a file in its folder, where the system can.
fn sync_folder(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        let parent = path.parent().filter(|parent| *parent != Path::new(""));
        File::open(parent.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: &str = "list of numbers";

    fn sealed() -> (tempfile::TempDir, PathBuf, Vec<u64>) {
        let temporary = tempfile::tempdir().expect("a folder can be made");
        let path = temporary.path().join("state");
        let value: Vec<u64> = (0..500).map(|number| number * number).collect();
        seal(&path, KIND, &value).expect("it can be written");
        (temporary, path, value)
    }

    fn told(path: &Path) -> String {
        let error = unseal::<Vec<u64>>(path, KIND).expect_err("it must not be used");
        error.to_string()
    }

    #[test]
    fn what_was_sealed_comes_back_and_nothing_else_is_left_in_the_folder() {
        let (temporary, path, value) = sealed();
        assert_eq!(unseal::<Vec<u64>>(&path, KIND).expect("it is whole"), value);
        seal(&path, KIND, &vec![1u64]).expect("it can be replaced");
        assert_eq!(unseal::<Vec<u64>>(&path, KIND).expect("it is whole"), [1]);
        let names = fs::read_dir(temporary.path()).expect("the folder is there");
        assert_eq!(names.count(), 1);
    }

    #[test]
    fn a_change_of_any_byte_is_seen() {
        let (_temporary, path, _) = sealed();
        let whole = fs::read(&path).expect("it is there");
        for place in 0..whole.len() {
            let mut changed = whole.clone();
            changed[place] ^= 0x10;
            fs::write(&path, changed).expect("it can be written");
            assert!(unseal::<Vec<u64>>(&path, KIND).is_err(), "byte {place}");
        }
    }

    #[test]
    fn a_file_cut_anywhere_or_made_longer_is_damaged() {
        let (_temporary, path, _) = sealed();
        let whole = fs::read(&path).expect("it is there");
        for length in 0..whole.len() {
            fs::write(&path, &whole[..length]).expect("it can be written");
            assert!(told(&path).contains("is damaged"), "{length} bytes");
        }
        fs::write(&path, [&whole[..], b"x"].concat()).expect("it can be written");
        assert!(told(&path).contains("is damaged"));
    }

    #[test]
    fn what_is_missing_foreign_or_of_another_kind_is_said_so() {
        let (temporary, path, value) = sealed();
        assert!(told(&temporary.path().join("nowhere")).ends_with("is not there"));
        fs::write(&path, "arm,outcome\n").expect("it can be written");
        assert!(told(&path).ends_with("was not written by homeground"));
        seal(&path, "shard of a run", &value).expect("it can be written");
        assert!(told(&path).contains("holds a shard of a run, not a list of numbers"));
    }
}
