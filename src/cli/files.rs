//! Reads files that a user names, and says plainly why one cannot be read.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use homeground_core::scenario::{
    BuiltInProgrammes, Diagnostic, Problem, ProgrammeSource, SourceText,
};

/// The most that a scenario, programme or parameter file may hold. The longest
/// of ours has a few thousand bytes, so a larger file is a mistake.
const LARGEST_MEGABYTES: u64 = 4;

/// The most that a posterior file may hold. A draw has about a thousand bytes.
const LARGEST_POSTERIOR_MEGABYTES: u64 = 64;

/// Reads a text file.
///
/// # Errors
///
/// A file that is missing, a folder, unreadable, larger than 4 MB, binary, or
/// not UTF-8, each with a remedy.
pub fn read_text(path: &Path) -> Result<String, Box<Diagnostic>> {
    read_text_up_to(path, LARGEST_MEGABYTES)
}

/// Reads the text of a posterior file.
///
/// # Errors
///
/// As [`read_text`], that may be longer.
pub fn read_posterior(path: &Path) -> Result<Arc<SourceText>, Box<Diagnostic>> {
    let text = read_text_up_to(path, LARGEST_POSTERIOR_MEGABYTES)?;
    Ok(SourceText::file(path.display().to_string(), &text))
}

fn read_text_up_to(path: &Path, megabytes: u64) -> Result<String, Box<Diagnostic>> {
    let name = path.display().to_string();
    let unreadable =
        |message: String| Diagnostic::of_file(Problem::Unreadable, name.clone(), message);
    let failed = |error: &io::Error| Box::new(explain(path, error, &unreadable));
    let limit = megabytes * 1_000_000;
    // A folder can be opened on some systems, and reading it then fails in words
    // that do not help.
    if path.is_dir() {
        return Err(Box::new(
            unreadable("this is a folder, not a file".to_string()).help(in_folder(path)),
        ));
    }
    let file = File::open(path).map_err(|error| failed(&error))?;
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| failed(&error))?;
    if bytes.len() as u64 > limit {
        return Err(Box::new(
            unreadable(format!("the file is larger than {megabytes} MB"))
                .help("what homeground reads are short texts: is this the right file?"),
        ));
    }
    text_of(bytes).map_err(|(message, help)| Box::new(unreadable(message).help(help)))
}

/// What a failed call of the system means for the user.
fn explain(
    path: &Path,
    error: &io::Error,
    unreadable: &dyn Fn(String) -> Diagnostic,
) -> Diagnostic {
    match error.kind() {
        io::ErrorKind::NotFound => {
            if path.is_symlink() {
                return unreadable("this is a link to a file that does not exist".to_string());
            }
            let diagnostic = unreadable("there is no such file".to_string());
            match nearest_file(path) {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                None => diagnostic.help("check the path; it is counted from the folder you are in"),
            }
        }
        io::ErrorKind::PermissionDenied => unreadable("you may not read this file".to_string())
            .help("change its permissions or ask its owner"),
        _ => unreadable(format!("the file cannot be read: {error}")),
    }
}

/// TOML files of a folder that was given in place of a file.
fn in_folder(folder: &Path) -> String {
    let names = toml_files(folder);
    if names.is_empty() {
        return "name a file that ends in .toml".to_string();
    }
    let shown: Vec<String> =
        names.iter().take(6).map(|name| folder.join(name).display().to_string()).collect();
    format!("name a file in it, for example {}", shown.join(", "))
}

fn nearest_file(path: &Path) -> Option<String> {
    let wanted = path.file_name()?.to_str()?;
    let folder = path.parent()?;
    let names = toml_files(if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    let others = names.iter().map(String::as_str).filter(|name| *name != wanted);
    let near = homeground_core::scenario::nearest(wanted, others)?;
    Some(folder.join(near).display().to_string())
}

/// Names of the TOML files in a folder, in order; none if it cannot be read.
fn toml_files(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.ends_with(".toml"))
        .collect();
    names.sort();
    names
}

/// The text of a file's bytes, or why it is none and what to do.
fn text_of(bytes: Vec<u8>) -> Result<String, (String, String)> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err((
            "the file is UTF-16, not UTF-8".to_string(),
            "save it again with the encoding UTF-8".to_string(),
        ));
    }
    if let Some(position) = bytes.iter().position(|byte| *byte == 0) {
        return Err((
            format!("the file is not a text: byte {} is zero", position + 1),
            "is this the right file? Scenarios are plain text".to_string(),
        ));
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let line = bytes[..valid].iter().filter(|byte| **byte == b'\n').count() + 1;
        let byte = bytes[valid];
        (
            format!("the file is not UTF-8: line {line}, byte {} of the file is 0x{byte:02x}", valid + 1),
            format!(
                "save it again with the encoding UTF-8 (in the old encoding Latin-1 this byte is `{}`)",
                char::from(byte)
            ),
        )
    })
}

/// Programmes of a folder, then the built-in ones.
#[derive(Clone, Debug)]
pub struct FolderProgrammes {
    folder: PathBuf,
}

impl FolderProgrammes {
    /// The programmes of a folder.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        FolderProgrammes { folder: folder.into() }
    }

    /// The programmes in the folder `programmes` beside a scenario file.
    pub fn beside(scenario: &Path) -> Self {
        FolderProgrammes::new(scenario.with_file_name("programmes"))
    }
}

impl ProgrammeSource for FolderProgrammes {
    fn load(&self, name: &str) -> Result<Option<Arc<SourceText>>, Box<Diagnostic>> {
        // A name with separators or dots could lead out of the folder.
        let plain = !name.is_empty()
            && name.chars().all(|sign| sign.is_alphanumeric() || "_- ".contains(sign));
        if !plain {
            return Ok(None);
        }
        let path = self.folder.join(format!("{name}.toml"));
        match path.symlink_metadata() {
            Ok(_) => {
                let text = read_text(&path)?;
                Ok(Some(SourceText::file(path.display().to_string(), &text)))
            }
            Err(_) => BuiltInProgrammes.load(name),
        }
    }

    fn posterior(&self, path: &str) -> Result<Option<Arc<SourceText>>, Box<Diagnostic>> {
        // A path that begins at the root stays as it is.
        let beside = self.folder.with_file_name(path);
        read_posterior(&beside).map(Some)
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = toml_files(&self.folder)
            .iter()
            .map(|name| name.trim_end_matches(".toml").to_string())
            .collect();
        for name in BuiltInProgrammes.names() {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}
