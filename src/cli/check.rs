//! `homeground check FILE...`: everything that is wrong with scenario and
//! programme files.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use homeground_core::scenario::{
    Diagnostic, FileKind, ResolvedProgramme, Scenario, ScenarioInput, file_kind, read_programme,
    read_scenario,
};

use crate::cli::diagnostics::{Colour, render};
use crate::cli::files::{FolderProgrammes, read_text};

/// Exit status when every file can be used.
const ALL_GOOD: u8 = 0;
/// Exit status when a file cannot be used.
const INVALID: u8 = 2;

/// Checks files; says what is good on standard output and what is not on
/// standard error. Returns the exit status: 0, or 2 if any file holds an error.
pub fn check(files: &[PathBuf]) -> u8 {
    let colour = Colour::for_standard_error();
    let written = check_into(files, colour, &mut io::stdout().lock(), &mut io::stderr().lock());
    // The reader of the output may have gone away; the status still tells.
    written.unwrap_or(INVALID)
}

/// Checks files and writes what is good and what is wrong to where it is wanted.
///
/// # Errors
///
/// Output that cannot be written.
pub fn check_into(
    files: &[PathBuf],
    colour: Colour,
    good: &mut dyn Write,
    wrong: &mut dyn Write,
) -> io::Result<u8> {
    let mut status = ALL_GOOD;
    let mut written = false;
    for file in files {
        let (line, diagnostics) = check_file(file);
        if written && !diagnostics.is_empty() {
            writeln!(wrong)?;
        }
        written |= !diagnostics.is_empty();
        wrong.write_all(render(&diagnostics, colour).as_bytes())?;
        match line {
            Some(line) => writeln!(good, "{line}")?,
            None => status = INVALID,
        }
    }
    Ok(status)
}

/// A line about a good file, or none, and everything that was found.
fn check_file(path: &Path) -> (Option<String>, Vec<Diagnostic>) {
    let text = match read_text(path) {
        Ok(text) => text,
        Err(diagnostic) => return (None, vec![*diagnostic]),
    };
    let file = path.display().to_string();
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let folder = path.parent().unwrap_or(Path::new(""));
    let among_programmes = folder.file_name().is_some_and(|name| name == "programmes");
    let kind = file_kind(&text).unwrap_or(match among_programmes {
        true => FileKind::Programme,
        false => FileKind::Scenario,
    });
    let outcome = match kind {
        FileKind::Scenario => {
            let programmes = FolderProgrammes::beside(path);
            read_scenario(&ScenarioInput::new(&name, &file, &text, &programmes))
                .map(|parsed| (about_scenario(&parsed.value), parsed.warnings))
        }
        FileKind::Programme => read_programme(&name, &file, &text, &FolderProgrammes::new(folder))
            .map(|parsed| (about_programme(&parsed.value), parsed.warnings)),
    };
    match outcome {
        Ok((about, warnings)) => {
            let remark = match warnings.len() {
                0 => String::new(),
                1 => " (1 warning)".to_string(),
                number => format!(" ({number} warnings)"),
            };
            (Some(format!("{file}: OK, {about}{remark}")), warnings)
        }
        Err(error) => (None, error.diagnostics().to_vec()),
    }
}

fn about_scenario(scenario: &Scenario) -> String {
    let counted = |number: u64, noun: &str| match number {
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    };
    let families = match scenario.families {
        1 => "1 family".to_string(),
        number => format!("{number} families"),
    };
    let draws = scenario.uncertainty.map_or(1, |uncertainty| u64::from(uncertainty.draws));
    format!(
        "scenario \"{}\": {}, {families} x {} x {}",
        scenario.title,
        counted(scenario.arms.len() as u64, "arm"),
        counted(u64::from(scenario.replicates), "replicate"),
        counted(draws, "draw"),
    )
}

fn about_programme(programme: &ResolvedProgramme) -> String {
    let design = match &programme.programme {
        Some(helper) => {
            format!("{} at {}, {} weeks", helper.profession, helper.arena, helper.duration_weeks)
        }
        None => "no helper, compensating or control measures alone".to_string(),
    };
    format!("programme \"{}\": {design}", programme.name)
}
