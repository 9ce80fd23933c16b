//! A results folder that appears whole or not at all.
//!
//! Everything is written into a folder beside the target and then takes its place.
//! Where the system can exchange two folders in one step the older results are never
//! out of sight; elsewhere they are put aside for a moment.

use homeground_core::outcomes::manifest::PROGRAM;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Why a results folder cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// There is something else in its place.
    #[error(
        "{} is there already and holds files that homeground did not write. Choose another folder with --out, or add --force to replace all of it.",
        .0.display()
    )]
    Foreign(PathBuf),
    /// There is a file in its place.
    #[error("{} is a file, not a folder. Choose another folder with --out.", .0.display())]
    File(PathBuf),
    /// The system refuses.
    #[error("{} cannot be written: {reason}. Look at free space and at who may write there, or choose another folder with --out.", .folder.display())]
    Unwritable {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
}

impl FolderError {
    /// Is it the user's choice of folder that is wrong, rather than the system?
    pub fn is_wrong_use(&self) -> bool {
        !matches!(self, Self::Unwritable { .. })
    }
}

/// A folder under way. Dropped before [`Staging::finish`], it leaves nothing behind.
#[derive(Debug)]
pub struct Staging {
    target: PathBuf,
    path: PathBuf,
    /// Held for as long as the folder is under way; the system releases it when the
    /// process ends, however it ends.
    _lock: Option<File>,
    finished: bool,
}

/// Name of the file by which homeground knows its own folders.
pub const MANIFEST: &str = "manifest.json";

impl Staging {
    /// Begins a folder that is to stand at `target`.
    ///
    /// # Errors
    /// When the target holds something that homeground did not write and `force` is
    /// not set, or when nothing can be written there.
    pub fn begin(target: &Path, force: bool) -> Result<Self, FolderError> {
        if target.is_file() {
            return Err(FolderError::File(target.to_owned()));
        }
        if target.is_dir() && !force && !is_ours(target) && !is_empty(target) {
            return Err(FolderError::Foreign(target.to_owned()));
        }
        let unwritable = |reason| FolderError::Unwritable { folder: target.to_owned(), reason };
        // A link stays a link: what it points to is replaced.
        let absolute = match fs::canonicalize(target) {
            Ok(real) => real,
            Err(_) => std::path::absolute(target).map_err(unwritable)?,
        };
        if absolute.parent().is_none() || absolute.file_name().is_none() {
            return Err(FolderError::Foreign(target.to_owned()));
        }
        let parent = absolute.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(parent).map_err(unwritable)?;
        let name = absolute
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        remove_leftovers(parent, &name);
        // The number of a process alone is not enough: in containers many bear the same.
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let moment = now.unwrap_or_default().as_nanos();
        let own = format!("{}{}-{moment:x}", prefix(&name), std::process::id());
        let path = parent.join(own);
        fs::create_dir(&path).map_err(unwritable)?;
        // Some systems lock no folders; there the number of the process has to do.
        let lock = File::open(&path).ok();
        let lock = lock.filter(|folder| folder.try_lock().is_ok());
        Ok(Self { target: absolute, path, _lock: lock, finished: false })
    }

    /// Where files are written until the folder is finished.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Puts the folder in its place.
    ///
    /// # Errors
    /// When the system refuses; an older folder then stands as it was.
    pub fn finish(mut self) -> Result<(), FolderError> {
        let unwritable = |reason| FolderError::Unwritable { folder: self.target.clone(), reason };
        if self.target.exists() {
            exchange(&self.path, &self.target).map_err(unwritable)?;
            // What was there before now stands in the other place.
            let _ = fs::remove_dir_all(&self.path);
        } else {
            fs::rename(&self.path, &self.target).map_err(unwritable)?;
        }
        self.finished = true;
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.finished {
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

fn prefix(name: &str) -> String {
    format!(".{name}.partial-")
}

/// Folders that killed runs have left.
fn remove_leftovers(parent: &Path, name: &str) {
    let prefix = prefix(name);
    let Ok(entries) = fs::read_dir(parent) else {
        return;
    };
    for entry in entries.flatten() {
        let file_name = entry.file_name().to_string_lossy().into_owned();
        let Some(origin) = file_name.strip_prefix(&prefix) else {
            continue;
        };
        let process = origin.split('-').next().unwrap_or_default().parse();
        let Ok(process) = process else {
            continue;
        };
        let is_left = match is_held(&entry.path()) {
            Some(true) => false,
            // Numbers of processes are given again, so one that is alive may be another.
            Some(false) => !is_running(process) || is_old(&entry),
            None => !is_running(process),
        };
        if is_left {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Is a process of this number alive? Where that cannot be told, it may be.
fn is_running(process: u32) -> bool {
    let processes = Path::new("/proc");
    // What bears our own number is a leftover: we have not begun yet.
    process != std::process::id()
        && (!processes.join("self").exists() || processes.join(process.to_string()).exists())
}

/// Was a folder begun so long ago that whoever began it would hold its lock by now?
fn is_old(entry: &fs::DirEntry) -> bool {
    /// Far longer than it takes to lock a folder.
    const LONG: Duration = Duration::from_secs(60);
    let begun = entry.metadata().and_then(|data| data.modified());
    begun.is_ok_and(|begun| begun.elapsed().is_ok_and(|age| age > LONG))
}

/// Is somebody at work in a folder? None where the system locks no folders.
fn is_held(folder: &Path) -> Option<bool> {
    match File::open(folder).ok()?.try_lock() {
        Ok(()) => Some(false),
        Err(TryLockError::WouldBlock) => Some(true),
        Err(TryLockError::Error(_)) => None,
    }
}

/// Names that homeground writes into a results folder.
const OURS: [&str; 10] = [
    MANIFEST,
    "scenario.toml",
    "summary.csv",
    "contrasts.csv",
    "curves.csv",
    "subgroups.csv",
    "families.parquet",
    crate::shard::STATE,
    "figures",
    "report.html",
];

/// Did homeground write the folder, and has nobody put anything else into it?
fn is_ours(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return false;
    };
    let manifest = fs::read_to_string(folder.join(MANIFEST))
        .ok()
        .and_then(|text| serde_json::from_str::<serde_json::Value>(&text).ok())
        .unwrap_or_default();
    // The tables of a study have names of their own, which its manifest lists.
    let is_known = |name: &str| OURS.contains(&name) || manifest["files"].get(name).is_some();
    manifest["program"] == PROGRAM
        && entries.flatten().all(|entry| entry.file_name().to_str().is_some_and(is_known))
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

/// Exchanges two folders.
fn exchange(first: &Path, second: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, first, CWD, second, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
        // Some file systems cannot; do it in steps.
    }
    let mut aside = first.as_os_str().to_owned();
    aside.push("-older");
    let aside = PathBuf::from(aside);
    fs::rename(second, &aside)?;
    if let Err(error) = fs::rename(first, second) {
        fs::rename(&aside, second)?;
        return Err(error);
    }
    fs::rename(&aside, first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    fn write(folder: &Path, number: u32) {
        let manifest = format!(r#"{{"program": "homeground", "number": {number}}}"#);
        fs::write(folder.join(MANIFEST), manifest).unwrap();
    }

    #[test]
    fn a_folder_appears_whole_and_an_older_one_gives_way() {
        let temporary = tempfile::tempdir().unwrap();
        let target = temporary.path().join("deep/results");
        for number in [1, 2] {
            let staging = Staging::begin(&target, false).unwrap();
            write(staging.path(), number);
            assert_eq!(target.exists(), number == 2);
            staging.finish().unwrap();
            let text = fs::read_to_string(target.join(MANIFEST)).unwrap();
            assert!(text.contains(&format!("{number}}}")));
        }
        assert_eq!(names(target.parent().unwrap()), ["results"]);
    }

    #[test]
    fn a_dropped_folder_leaves_the_older_one_whole_and_nothing_else() {
        let temporary = tempfile::tempdir().unwrap();
        let target = temporary.path().join("results");
        let staging = Staging::begin(&target, false).unwrap();
        write(staging.path(), 1);
        staging.finish().unwrap();
        let staging = Staging::begin(&target, false).unwrap();
        write(staging.path(), 2);
        drop(staging);
        assert_eq!(names(temporary.path()), ["results"]);
        assert!(fs::read_to_string(target.join(MANIFEST)).unwrap().contains("1}"));
    }

    #[test]
    fn what_homeground_did_not_write_is_left_alone() {
        let temporary = tempfile::tempdir().unwrap();
        let target = temporary.path().join("thesis");
        fs::create_dir(&target).unwrap();
        fs::write(target.join("chapter.txt"), "years of work").unwrap();
        let error = Staging::begin(&target, false).unwrap_err();
        assert!(error.is_wrong_use());
        assert_eq!(names(&target), ["chapter.txt"]);
        assert!(matches!(
            Staging::begin(&target.join("chapter.txt"), true).unwrap_err(),
            FolderError::File(_)
        ));
        let staging = Staging::begin(&target, true).unwrap();
        write(staging.path(), 1);
        staging.finish().unwrap();
        assert_eq!(names(&target), [MANIFEST]);
    }

    #[test]
    fn leftovers_of_killed_runs_are_cleared_away() {
        let temporary = tempfile::tempdir().unwrap();
        let dead = temporary.path().join(format!(".results.partial-{}", u32::MAX - 7));
        fs::create_dir(&dead).unwrap();
        // A number that was given again: alive, but nobody holds the folder.
        let again = temporary.path().join(".results.partial-1-abc");
        fs::create_dir(&again).unwrap();
        let long_ago = SystemTime::now() - Duration::from_secs(3600);
        File::open(&again).unwrap().set_modified(long_ago).unwrap();
        let staging = Staging::begin(&temporary.path().join("results"), false).unwrap();
        assert!(!dead.exists() && !again.exists());
        drop(staging);
        assert_eq!(names(temporary.path()), Vec::<String>::new());
    }

    #[test]
    fn a_folder_that_another_container_works_in_is_left_alone() {
        let temporary = tempfile::tempdir().unwrap();
        // There the process may bear our own number, or one that nobody bears here.
        let of_others = [std::process::id(), u32::MAX - 7]
            .map(|process| temporary.path().join(format!(".results.partial-{process}-abc")));
        let locks: Vec<File> = of_others
            .iter()
            .map(|folder| {
                fs::create_dir(folder).unwrap();
                let lock = File::open(folder).unwrap();
                lock.try_lock().unwrap();
                lock
            })
            .collect();
        let staging = Staging::begin(&temporary.path().join("results"), false).unwrap();
        assert!(of_others.iter().all(|folder| folder.exists()));
        drop(locks);
        drop(staging);
        let staging = Staging::begin(&temporary.path().join("results"), false).unwrap();
        assert!(of_others.iter().all(|folder| !folder.exists()));
        drop(staging);
    }
}
