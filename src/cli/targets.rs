//! What calibration and validation share on the command line: reading, targets, the folder
//! of results.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use homeground_core::evidence::{LiteratureReading, MODEL_VERSION};
use homeground_core::outcomes::manifest::{PROGRAM, digest};
use homeground_core::scenario::targets::{
    Target, built_in_targets, read_targets_file, with_own_targets,
};
use homeground_core::scenario::{Diagnostic, Error, Problem};
use homeground_report::plain;
use homeground_studies::calibration::{CalibrationManifest, TargetsNote, targets_csv};

use crate::cli::diagnostics::{Colour, render};
use crate::cli::failure::Failure;
use crate::cli::files::{FolderProgrammes, read_text};
use crate::cli::manifest::command_line;
use crate::cli::width;
use crate::cli::work::{Work, WorkArguments};

/// The seed when none is given: that of scenarios.
pub const SEED: u64 = 20_261_122;

/// What both commands are told.
#[derive(Debug, clap::Args)]
pub struct TargetArguments {
    /// Targets of your own (CSV, as in data/targets.csv), beside those of the program
    #[arg(long, value_name = "FILE", help_heading = "Targets")]
    pub targets: Option<PathBuf>,
    /// Leave out the targets of the program
    #[arg(long, requires = "targets", help_heading = "Targets")]
    pub only_targets: bool,
    /// Seed of all random numbers
    #[arg(long, value_name = "N", default_value_t = SEED)]
    pub seed: u64,
    #[command(flatten)]
    pub work: WorkArguments,
}

/// The reading that a word of the command line names.
pub fn reading(word: &str) -> Result<LiteratureReading, Failure> {
    match LiteratureReading::of_word(word) {
        Some(reading) if reading.is_calibrated() => Ok(reading),
        Some(_) => Err(Failure::WrongUse(format!(
            "the reading `{word}` is the one that is not calibrated: there is nothing to hold against \
             evidence. Choose --reading child or --reading family."
        ))),
        None => Err(Failure::WrongUse(format!(
            "there is no reading of the literature called `{word}`. Choose --reading child or \
             --reading family."
        ))),
    }
}

/// The targets of a reading, and what is to be noted of them.
#[derive(Debug)]
pub struct ChosenTargets {
    /// The reading.
    pub reading: LiteratureReading,
    /// The targets.
    pub targets: Vec<Target>,
    /// As a file.
    pub csv: String,
    /// For the manifest.
    pub note: TargetsNote,
    /// What seemed doubtful about the user's file.
    pub warnings: Vec<String>,
}

/// Targets of the program and of the user's file that belong to a reading.
pub fn choose(
    arguments: &TargetArguments,
    reading: LiteratureReading,
) -> Result<ChosenTargets, Failure> {
    let own = arguments.targets.as_deref().map(own_targets).transpose()?;
    let mut note = TargetsNote { only_own: arguments.only_targets, ..TargetsNote::default() };
    let (all, warnings) = match own {
        None => (built_in_targets().to_vec(), Vec::new()),
        Some(own) => {
            note.file = Some(own.file);
            note.file_hash = Some(digest(own.text.as_bytes()));
            let all = match arguments.only_targets {
                true => own.targets,
                false => with_own_targets(own.targets),
            };
            (all, own.warnings)
        }
    };
    let of_reading = all.into_iter().filter(|target| target.belongs_to(reading));
    let targets: Vec<Target> = of_reading.collect();
    if targets.is_empty() {
        let word = reading.word();
        return Err(Failure::WrongUse(format!(
            "no target of {} belongs to the reading {word}. Write {word} or both in the column \
             `reading`, or choose the other reading with --reading.",
            note.file.as_deref().unwrap_or("the program"),
        )));
    }
    let csv = targets_csv(&targets).map_err(Failure::Defect)?;
    note.count = targets.len() as u64;
    note.hash = digest(csv.as_bytes());
    Ok(ChosenTargets { reading, targets, csv, note, warnings })
}

struct Own {
    targets: Vec<Target>,
    file: String,
    text: String,
    warnings: Vec<String>,
}

/// Reads a user's targets; warnings and errors are shown on standard error.
fn own_targets(path: &Path) -> Result<Own, Failure> {
    let text = read_text(path).map_err(|diagnostic| shown(&[*diagnostic]))?;
    let file = path.display().to_string();
    // Programmes of the user's own stand where those of a scenario do.
    match read_targets_file(&file, &text, &FolderProgrammes::beside(path)) {
        Ok(read) => {
            show(&read.warnings);
            Ok(Own {
                targets: read.value,
                file,
                text,
                warnings: read.warnings.iter().map(|warning| warning.message.clone()).collect(),
            })
        }
        Err(Error::Invalid(diagnostics)) => Err(shown(&diagnostics)),
    }
}

/// Shows what is wrong with a file.
pub fn shown(diagnostics: &[Diagnostic]) -> Failure {
    show(diagnostics);
    Failure::Shown
}

fn show(diagnostics: &[Diagnostic]) {
    let colour = Colour::for_standard_error();
    // Standard error may be closed; the exit status still tells.
    let _ = io::stderr().write_all(render(diagnostics, colour).as_bytes());
}

/// A problem with a file as a whole.
pub fn wrong_file(file: &Path, message: &str, help: &str) -> Failure {
    let name = file.display().to_string();
    shown(&[Diagnostic::of_file(Problem::Contradiction, &name, message.to_owned()).help(help)])
}

/// How one goes on after an interruption.
pub const REMEDY: &str = "give the same command with --resume";

/// The manifest, but for what was calibrated or validated.
pub fn manifest(
    work: &Work,
    reading: LiteratureReading,
    warnings: Vec<String>,
) -> CalibrationManifest {
    CalibrationManifest {
        program: PROGRAM.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        model_version: MODEL_VERSION,
        reading,
        reading_meaning: reading.meaning().to_owned(),
        calibration: None,
        validation: None,
        files: BTreeMap::new(),
        threads: work.threads(),
        started: work.started(),
        seconds: work.seconds(),
        command: command_line(),
        warnings,
    }
}

/// What a terminal is told: the answer, `more` below it, and where the page is.
pub fn told(answer: &str, more: &str, target: &Path) -> String {
    let answer = plain::wrap(answer, width::columns()).join("\n");
    let more = more.trim_end_matches('\n');
    let page = target.join("report.html");
    // Terminals may show a narrow space as a box.
    format!("{answer}\n\n{more}\n\n{}\n", page.display()).replace('\u{202f}', " ")
}
