//! The languages of the folder `locales`, for tests of this crate and of others.

use std::path::Path;
use std::sync::OnceLock;

use super::{LocaleFile, Locales, Words};

/// A file of a language: code, name, text.
pub type File = (String, String, String);

/// All files of all languages.
///
/// # Panics
///
/// Where the folder cannot be read.
pub fn files() -> &'static [File] {
    static FILES: OnceLock<Vec<File>> = OnceLock::new();
    FILES.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
        let mut files = Vec::new();
        for language in names(&root) {
            for file in names(&root.join(&language)) {
                let path = root.join(&language).join(&file);
                let text = std::fs::read_to_string(path).expect("a file of messages");
                files.push((language.clone(), file, text));
            }
        }
        files
    })
}

/// All languages.
///
/// # Panics
///
/// Where the folder cannot be read, or says nothing that is Fluent.
pub fn locales() -> &'static Locales {
    static LOCALES: OnceLock<Locales> = OnceLock::new();
    LOCALES.get_or_init(|| {
        let files: Vec<LocaleFile<'_>> = files()
            .iter()
            .map(|(language, file, text)| LocaleFile { language, file, text })
            .collect();
        Locales::parse(&files).unwrap_or_else(|error| panic!("{error}"))
    })
}

/// The language of a code.
///
/// # Panics
///
/// Where there is none.
pub fn words(code: &str) -> &'static Words {
    locales().words(code).expect("a language of this code")
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.into_string().expect("a name in Unicode"))
        .collect();
    names.sort_unstable();
    names
}
