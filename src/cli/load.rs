//! Loads the scenario that a command names, with the values of `--set` and
//! `--parameters` put in, and shows everything that is wrong with it.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use homeground_core::scenario::{
    Assignment, BuiltInProgrammes, Diagnostic, Error, ParametersFile, Problem, ProgrammeSource,
    Scenario, ScenarioInput, built_in_scenarios, nearest, parse_parameters_file, read_scenario,
};

use crate::cli::diagnostics::{Colour, render};
use crate::cli::files::{FolderProgrammes, read_posterior, read_text};

/// Exit status when the input cannot be used.
pub const INVALID: u8 = 2;

/// A scenario as the command line names it.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct ScenarioSource {
    /// Scenario file, or the name of a built-in scenario such as quick_start
    #[arg(value_name = "SCENARIO")]
    pub scenario: PathBuf,
    /// Set a field or parameter, such as families=100 or arm.home.arena=digital; repeatable
    #[arg(long = "set", value_name = "PATH=VALUE")]
    pub set: Vec<String>,
    /// Parameter values of another file (TOML, or CSV with key,value)
    #[arg(long, value_name = "FILE")]
    pub parameters: Option<PathBuf>,
    /// Reading of the literature that default parameters follow: child, family or prior
    #[arg(long, value_name = "READING")]
    pub reading: Option<String>,
    /// Calibrated sample of another file, as homeground calibrate writes it
    #[arg(long, value_name = "FILE")]
    pub posterior: Option<PathBuf>,
}

/// A scenario with what it was read from.
#[derive(Clone)]
pub struct Loaded {
    /// The checked scenario.
    pub scenario: Scenario,
    /// What seemed doubtful about it.
    pub warnings: Vec<Diagnostic>,
    /// Path of the file as the user gave it, or "built-in scenario NAME".
    pub file: String,
    /// Its text as it stands in the file.
    pub text: String,
    /// Text of the parameter file, if one was named.
    pub parameters_text: Option<String>,
    /// Finds the programmes that the scenario may name.
    pub programmes: Arc<dyn ProgrammeSource + Send + Sync>,
}

/// Loads a scenario; warnings and errors are shown on standard error.
///
/// `extra` are further values, such as `--families 100`; they come after those of
/// `--set`, so they win.
///
/// # Errors
///
/// The exit status, 2, when the scenario cannot be used; why has then been shown.
pub fn load(source: &ScenarioSource, extra: &[Assignment]) -> Result<Loaded, u8> {
    let colour = Colour::for_standard_error();
    let (loaded, diagnostics) = match read(source, extra) {
        Ok(loaded) => {
            let warnings = loaded.warnings.clone();
            (Ok(loaded), warnings)
        }
        Err(diagnostics) => (Err(INVALID), diagnostics),
    };
    // Standard error may be closed; the exit status still tells.
    let _ = io::stderr().write_all(render(&diagnostics, colour).as_bytes());
    loaded
}

/// Loads a scenario and shows nothing.
///
/// # Errors
///
/// Everything that is wrong with the scenario, the parameter file and the values of
/// the command line.
pub fn read(source: &ScenarioSource, extra: &[Assignment]) -> Result<Loaded, Vec<Diagnostic>> {
    let found = Found::find(&source.scenario).map_err(|diagnostic| vec![*diagnostic])?;
    let parameters = source.parameters.as_deref().map(read_parameters).transpose()?;
    let mut assignments: Vec<Assignment> =
        source.set.iter().map(|text| Assignment::set(text)).collect();
    if let Some(word) = &source.reading {
        assignments.push(Assignment::option("--reading", &["reading"], word));
    }
    assignments.extend_from_slice(extra);
    let posterior = source
        .posterior
        .as_deref()
        .map(read_posterior)
        .transpose()
        .map_err(|diagnostic| vec![*diagnostic])?;
    let parsed = read_scenario(&ScenarioInput {
        name: &found.name,
        file: &found.file,
        text: &found.text,
        programmes: found.programmes.as_ref(),
        parameters: parameters.as_ref().map(|(parameters, _)| parameters),
        posterior: posterior.as_ref(),
        assignments: &assignments,
    })
    .map_err(|Error::Invalid(diagnostics)| diagnostics)?;
    Ok(Loaded {
        scenario: parsed.value,
        warnings: parsed.warnings,
        file: found.file,
        text: found.text,
        parameters_text: parameters.map(|(_, text)| text),
        programmes: Arc::from(found.programmes),
    })
}

fn read_parameters(path: &Path) -> Result<(ParametersFile, String), Vec<Diagnostic>> {
    let text = read_text(path).map_err(|diagnostic| vec![*diagnostic])?;
    let parameters = parse_parameters_file(&path.display().to_string(), &text)
        .map_err(|Error::Invalid(diagnostics)| diagnostics)?;
    Ok((parameters, text))
}

/// The text of a scenario and where its programmes are.
struct Found {
    name: String,
    file: String,
    text: String,
    programmes: Box<dyn ProgrammeSource + Send + Sync>,
}

impl Found {
    /// A file if there is one, else the built-in scenario of that name.
    fn find(path: &Path) -> Result<Found, Box<Diagnostic>> {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        if !path.is_file()
            && let Some((key, text)) = built_in(path)
        {
            return Ok(Found {
                name: key.to_string(),
                file: format!("built-in scenario {key}"),
                text: text.to_string(),
                programmes: Box::new(BuiltInProgrammes),
            });
        }
        match read_text(path) {
            Ok(text) => Ok(Found {
                name: name.into_owned(),
                file: path.display().to_string(),
                text,
                programmes: Box::new(FolderProgrammes::beside(path)),
            }),
            Err(diagnostic) => Err(Box::new(with_built_in_names(*diagnostic, path, &name))),
        }
    }
}

/// The built-in scenario that a path names: a bare word, without folder or ending.
fn built_in(path: &Path) -> Option<&'static (&'static str, &'static str)> {
    let word = path.to_str()?;
    built_in_scenarios().iter().find(|(key, _)| *key == word)
}

/// Who names a file that is not there may have meant a built-in scenario.
fn with_built_in_names(diagnostic: Diagnostic, path: &Path, name: &str) -> Diagnostic {
    if diagnostic.problem != Problem::Unreadable || path.exists() {
        return diagnostic;
    }
    match nearest(name, built_in_scenarios().iter().map(|(key, _)| *key)) {
        Some(key) => diagnostic.help(format!(
            "there is a built-in scenario `{key}`: give its name without folder and ending"
        )),
        None => diagnostic.help("homeground list scenarios names the built-in ones"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: impl Into<PathBuf>) -> ScenarioSource {
        ScenarioSource { scenario: path.into(), ..ScenarioSource::default() }
    }

    fn messages(result: Result<Loaded, Vec<Diagnostic>>) -> String {
        render(&result.err().expect("it must not load"), Colour::Never)
    }

    #[test]
    fn a_bare_name_finds_the_built_in_scenario_and_a_file_of_that_name_wins() {
        let loaded = read(&source("quick_start"), &[]).expect("it is built in");
        assert_eq!(loaded.scenario.name, "quick_start");
        assert_eq!(loaded.file, "built-in scenario quick_start");
        let folder = tempfile::tempdir().expect("a folder can be made");
        let file = folder.path().join("quick_start");
        std::fs::write(&file, "population = \"universal\"\n[[arm]]\nname = \"one\"\n")
            .expect("a file can be written");
        let loaded = read(&source(&file), &[]).expect("the file is valid");
        assert_eq!(loaded.scenario.population.profile, "universal");
    }

    #[test]
    fn values_of_options_win_over_set_which_wins_over_the_parameter_file() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let file = folder.path().join("values.csv");
        std::fs::write(&file, "key,value\nabsence,0.07\nboost,2.0\n")
            .expect("a file can be written");
        let mut source = source("quick_start");
        source.parameters = Some(file);
        source.set = vec!["absence=0.09".into(), "families=7".into(), "replicates=3".into()];
        let option = Assignment::option("--families", &["families"], "11");
        let scenario = read(&source, &[option]).expect("all values are valid").scenario;
        assert_eq!((scenario.families, scenario.replicates), (11, 3));
        let value = |key: &str| {
            let setting = scenario.parameters.iter().find(|one| one.key == key);
            setting.map(|one| one.value)
        };
        use homeground_core::scenario::ParameterValue::Fixed;
        assert_eq!(value("absence"), Some(Fixed(0.09)));
        assert_eq!(value("boost"), Some(Fixed(2.0)));
    }

    #[test]
    fn a_missing_file_names_the_built_in_scenario_that_may_be_meant() {
        let text = messages(read(&source("nowhere/quick_start.toml"), &[]));
        assert!(text.contains("there is no such file"), "{text}");
        assert!(text.contains("built-in scenario `quick_start`"), "{text}");
        let text = messages(read(&source("nowhere/spaceship.toml"), &[]));
        assert!(text.contains("homeground list scenarios"), "{text}");
    }

    #[test]
    fn a_wrong_value_of_the_command_line_is_shown_with_its_text() {
        let mut source = source("quick_start");
        source.set = vec!["families=many".into()];
        let text = messages(read(&source, &[]));
        assert!(text.contains("--set families=many"), "{text}");
    }
}
