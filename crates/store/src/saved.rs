//! Results folders as they were written: manifest, texts and their digests.

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::ReportError;
use homeground_core::outcomes::manifest::{Manifest, digest};

/// Files of a results folder whose digests stand in its manifest.
pub const DIGESTED: [&str; 5] =
    ["scenario.toml", "summary.csv", "contrasts.csv", "curves.csv", "subgroups.csv"];

/// Tables that were changed after the run would give a report of something else.
pub fn check_digests(folder: &Path, manifest: &Manifest) -> Result<(), ReportError> {
    check_digests_of(folder, &manifest.files)
}

/// The same for any list of files with their digests.
pub fn check_digests_of(
    folder: &Path,
    files: &std::collections::BTreeMap<String, String>,
) -> Result<(), ReportError> {
    for (name, expected) in files {
        let file = folder.join(name);
        // A missing file is told by whoever needs it.
        if let Ok(bytes) = std::fs::read(&file)
            && digest(&bytes) != *expected
        {
            return Err(ReportError::Damaged {
                file,
                reason: "it is not as the run wrote it (its digest differs from manifest.json)"
                    .to_owned(),
            });
        }
    }
    Ok(())
}
/// Reads the manifest of a folder that homeground has written, of whatever kind.
pub fn read_json(folder: &Path) -> Result<serde_json::Value, ReportError> {
    let file = folder.join("manifest.json");
    if !file.is_file() {
        return Err(ReportError::NoResults { folder: folder.to_owned() });
    }
    let damaged = |reason: String| ReportError::Damaged { file: file.clone(), reason };
    let value: serde_json::Value =
        serde_json::from_str(&read_text(&file)?).map_err(|error| damaged(error.to_string()))?;
    let program = value["program"].as_str().unwrap_or("another program");
    if program != "homeground" {
        return Err(ReportError::Foreign { program: program.to_owned(), file });
    }
    Ok(value)
}

/// Reads the manifest of a run or a study.
pub fn read_manifest(folder: &Path) -> Result<Manifest, ReportError> {
    let value = read_json(folder)?;
    let damaged =
        |reason: String| ReportError::Damaged { file: folder.join("manifest.json"), reason };
    let manifest: Manifest =
        serde_json::from_value(value).map_err(|error| damaged(error.to_string()))?;
    if let Some(shard) = &manifest.shard {
        return Err(ReportError::Shard {
            folder: folder.to_owned(),
            number: shard.number,
            of: shard.of,
        });
    }
    if manifest.arms.is_empty() {
        return Err(damaged("it lists no arms".to_owned()));
    }
    Ok(manifest)
}

/// Reads a file of a results folder.
pub fn read_text(file: &Path) -> Result<String, ReportError> {
    if !file.is_file() {
        return Err(ReportError::Missing { file: file.to_owned() });
    }
    std::fs::read_to_string(file)
        .map_err(|error| ReportError::Damaged { file: file.to_owned(), reason: error.to_string() })
}

/// The texts of a results folder by file name: its tables, scenario and posterior.
///
/// # Errors
/// When the folder cannot be looked through, or a text cannot be read.
pub fn read_texts(folder: &Path) -> Result<BTreeMap<String, String>, ReportError> {
    let unreadable = |reason: std::io::Error| ReportError::Damaged {
        file: folder.to_owned(),
        reason: reason.to_string(),
    };
    let mut texts = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let is_text = path.extension().is_some_and(|ending| ending == "csv" || ending == "toml");
        if let (true, Some(name)) = (is_text && path.is_file(), path.file_name()) {
            texts.insert(name.to_string_lossy().into_owned(), read_text(&path)?);
        }
    }
    Ok(texts)
}
