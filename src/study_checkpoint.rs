//! The state of a study that was interrupted, beside its results folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use homeground_store::sealed::{SealError, seal, unseal};
use homeground_studies::evaluate::{CheckpointStore, StageState};

/// What the sealed file says that it holds.
const KIND: &str = "checkpoint of a study";

/// Time between checkpoints.
const CHECKPOINT_EVERY: Duration = Duration::from_secs(15);

/// A file that keeps the state of each stage.
#[derive(Debug)]
pub struct Checkpoint {
    path: PathBuf,
    stages: BTreeMap<String, StageState>,
    /// When it was last saved.
    latest: Instant,
}

impl Checkpoint {
    /// The checkpoint of a study whose results go to `target`. With `resume`, what an
    /// interrupted study has left is taken up; otherwise it begins anew.
    ///
    /// # Errors
    /// When there is something to take up but it is damaged.
    pub fn beside(target: &Path, resume: bool) -> Result<Checkpoint, SealError> {
        let mut name = target.file_name().unwrap_or_default().to_os_string();
        name.push(".checkpoint");
        let path = target.with_file_name(name);
        let stages = match resume {
            false => BTreeMap::new(),
            true => match unseal(&path, KIND) {
                Ok(stages) => stages,
                Err(SealError::Missing { .. }) => BTreeMap::new(),
                Err(error) => return Err(error),
            },
        };
        Ok(Checkpoint { path, stages, latest: Instant::now() })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Removes the file: the study has come to its end.
    pub fn remove(&self) {
        // What is not there need not be removed, and what cannot be is only untidy.
        let _ = std::fs::remove_file(&self.path);
    }
}

impl CheckpointStore for Checkpoint {
    fn load(&mut self, stage: &str) -> Option<StageState> {
        self.stages.get(stage).cloned()
    }

    fn is_due(&self) -> bool {
        self.latest.elapsed() >= CHECKPOINT_EVERY
    }

    fn save(&mut self, stage: &str, saved: &StageState) -> Result<(), String> {
        self.latest = Instant::now();
        self.stages.insert(stage.to_owned(), saved.clone());
        if let Some(parent) = self.path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
            std::fs::create_dir_all(parent).map_err(|error| error.to_string())?;
        }
        seal(&self.path, KIND, &self.stages).map_err(|error| error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn saved() -> StageState {
        StageState {
            fingerprint: "one".to_owned(),
            done: vec![true, false],
            values: vec![0.5, f64::NAN],
        }
    }

    #[test]
    fn what_was_kept_is_taken_up_only_when_asked_and_only_whole() {
        let temporary = tempfile::tempdir().unwrap();
        let target = temporary.path().join("deep/results");
        let mut checkpoint = Checkpoint::beside(&target, true).unwrap();
        assert_eq!(checkpoint.load("sweep"), None);
        checkpoint.save("sweep", &saved()).unwrap();
        let again = Checkpoint::beside(&target, true).unwrap().load("sweep").unwrap();
        assert_eq!(again.done, saved().done);
        assert_eq!(again.values[0], 0.5);
        assert!(again.values[1].is_nan());
        assert_eq!(Checkpoint::beside(&target, false).unwrap().load("sweep"), None);
        let path = checkpoint.path().to_owned();
        let mut bytes = std::fs::read(&path).unwrap();
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        std::fs::write(&path, bytes).unwrap();
        assert!(Checkpoint::beside(&target, true).is_err());
        checkpoint.remove();
        assert!(!path.exists());
    }
}
