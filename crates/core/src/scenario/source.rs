//! Where programmes, and posterior files, come from.

use std::sync::Arc;

use super::diagnostic::{Diagnostic, SourceText};

/// Finds programme files by name. This module itself touches no file, so
/// that it also works in a browser.
pub trait ProgrammeSource {
    /// The text of a programme, or none if there is no programme of that name.
    ///
    /// # Errors
    ///
    /// A file that is there but cannot be read.
    fn load(&self, name: &str) -> Result<Option<Arc<SourceText>>, Box<Diagnostic>>;

    /// The names of all programmes that can be loaded.
    fn names(&self) -> Vec<String>;

    /// The text of a posterior file that a scenario names, its path counted from the
    /// scenario's own; none where no files can be reached.
    ///
    /// # Errors
    ///
    /// A file that is not there or cannot be read.
    fn posterior(&self, _path: &str) -> Result<Option<Arc<SourceText>>, Box<Diagnostic>> {
        Ok(None)
    }
}

include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

/// The programmes that are part of the program: `scenarios/programmes/*.toml`.
#[derive(Clone, Copy, Debug, Default)]
pub struct BuiltInProgrammes;

impl ProgrammeSource for BuiltInProgrammes {
    fn load(&self, name: &str) -> Result<Option<Arc<SourceText>>, Box<Diagnostic>> {
        Ok(built_in_programmes()
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(key, text)| SourceText::file(format!("built-in programme {key}"), text)))
    }

    fn names(&self) -> Vec<String> {
        built_in_programmes().iter().map(|(key, _)| key.to_string()).collect()
    }
}

/// Name and text of every built-in programme, by name.
pub fn built_in_programmes() -> &'static [(&'static str, &'static str)] {
    PROGRAMMES
}

/// Name and text of every built-in scenario, by name.
pub fn built_in_scenarios() -> &'static [(&'static str, &'static str)] {
    SCENARIOS
}
