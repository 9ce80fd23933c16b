//! Files that appear whole or not at all.

use std::path::Path;

use crate::error::ReportError;

/// Lets `write` fill a file of another name beside `path`, then gives it its name.
/// The ending stays, because writers of pictures choose the format by it.
///
/// # Errors
/// When `write` fails or the file cannot be renamed; nothing is left behind then.
pub fn replace(
    path: &Path,
    write: impl FnOnce(&Path) -> Result<(), String>,
) -> Result<(), ReportError> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let temporary = path.with_file_name(format!(".{}-{name}", std::process::id()));
    let written = write(&temporary)
        .and_then(|()| std::fs::rename(&temporary, path).map_err(|error| error.to_string()));
    written.map_err(|reason| {
        // The error of the writing is the one to tell; a leftover is only untidy.
        let _ = std::fs::remove_file(&temporary);
        ReportError::Unwritable { file: path.to_owned(), reason }
    })
}
