//! `homeground family SCENARIO --family N`: the story of one family under each arm.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::publish;
use crate::words::LanguageParser;
use homeground_core::outcomes::chronicle::{Chronicle, ChronicleError, chronicle};
use homeground_core::scenario::Scenario;
use homeground_figures::message;
use homeground_figures::text::Text;
use homeground_report::story::{self, Weeks};
use homeground_report::words::Words;
use homeground_store::error::ReportError;

use crate::cli::load::{INVALID, ScenarioSource, load};
use crate::cli::width;

/// Exit status when something fails while running.
const FAILED: u8 = 1;

/// Whose story to tell, and how.
#[derive(Clone, Debug, clap::Args)]
pub struct FamilyArguments {
    /// The scenario
    #[command(flatten)]
    pub source: ScenarioSource,
    /// Number of the family, from 0
    #[arg(long, value_name = "N")]
    pub family: u32,
    /// Replicate that it belongs to, from 0
    #[arg(long, value_name = "R", default_value_t = 0)]
    pub replicate: u32,
    /// Parameter draw, from 0
    #[arg(long, value_name = "D", default_value_t = 0)]
    pub draw: u32,
    /// Folder for the figure [default: results/SCENARIO_family_N]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Language of the story
    #[arg(long, value_name = "LANGUAGE", default_value = "en", value_parser = LanguageParser)]
    pub lang: &'static Words,
    /// Weeks to tell: eventful, or all of them in a table as well
    #[arg(long, value_name = "WEEKS", default_value = "eventful", value_parser = weeks)]
    pub weeks: Weeks,
}

fn weeks(word: &str) -> Result<Weeks, String> {
    match word {
        "eventful" => Ok(Weeks::Eventful),
        "all" => Ok(Weeks::All),
        _ => Err("expected eventful or all".to_owned()),
    }
}

/// Why there is no story.
#[derive(Debug, thiserror::Error)]
pub enum FamilyError {
    /// The scenario has no such family, replicate or draw.
    #[error(transparent)]
    Chronicle(#[from] ChronicleError),
    /// The figure cannot be written.
    #[error(transparent)]
    Report(#[from] ReportError),
}

impl FamilyError {
    fn exit_status(&self) -> u8 {
        match self {
            FamilyError::Chronicle(ChronicleError::Design(_)) | FamilyError::Report(_) => FAILED,
            FamilyError::Chronicle(_) => INVALID,
        }
    }
}

/// Tells the story on standard output and draws it. Returns the exit status.
pub fn family(arguments: &FamilyArguments) -> u8 {
    let loaded = match load(&arguments.source, &[]) {
        Ok(loaded) => loaded,
        Err(status) => return status,
    };
    let told = tell(&loaded.scenario, arguments, width::columns());
    match told {
        Ok(text) => match io::stdout().lock().write_all(text.as_bytes()) {
            Ok(()) => 0,
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Err(_) => FAILED,
        },
        Err(error) => {
            // Standard error may be closed; the exit status still tells.
            let _ = writeln!(io::stderr(), "error: {error}");
            error.exit_status()
        }
    }
}

/// Draws the story and returns its text, with the places of the figure before the
/// last sentence.
///
/// # Errors
/// When the scenario has no such family, replicate or draw, or the figure cannot be
/// written.
pub fn tell(
    scenario: &Scenario,
    arguments: &FamilyArguments,
    columns: usize,
) -> Result<String, FamilyError> {
    let chronicle = chronicle(scenario, arguments.draw, arguments.replicate, arguments.family)?;
    let folder = match &arguments.out {
        Some(folder) => folder.clone(),
        None => usual_folder(scenario, &chronicle),
    };
    let words = arguments.lang;
    let files = publish::draw_story(&chronicle, words, &folder)?;
    Ok(story::tell(&chronicle, words, arguments.weeks, &figure_line(&files), columns))
}

fn usual_folder(scenario: &Scenario, chronicle: &Chronicle) -> PathBuf {
    let name = format!("{}_family_{}", scenario.name, chronicle.family.family);
    Path::new("results").join(name)
}

fn figure_line(files: &[PathBuf]) -> Text {
    let names = files.iter().map(|file| file.display().to_string());
    message!("story-figure", files = Text::joined(", ", names))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::load::read;
    use crate::words::words;

    fn arguments(scenario: &str, family: u32) -> FamilyArguments {
        FamilyArguments {
            source: ScenarioSource { scenario: scenario.into(), ..ScenarioSource::default() },
            family,
            replicate: 0,
            draw: 0,
            out: None,
            lang: words("en").expect("English"),
            weeks: Weeks::Eventful,
        }
    }

    #[test]
    fn the_story_is_told_and_drawn_where_it_is_wanted() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let mut arguments = arguments("quick_start", 3);
        let out = folder.path().join("new").join("folder");
        arguments.out = Some(out.clone());
        let scenario = read(&arguments.source, &[]).expect("it is built in").scenario;
        let text = tell(&scenario, &arguments, 92).expect("the family exists");
        assert!(text.trim_end().ends_with("not a prediction for anyone."));
        assert!(text.contains("Figure: "));
        for ending in ["svg", "png"] {
            let file = out.join(format!("family_3.{ending}"));
            assert!(std::fs::metadata(file).expect("it is written").len() > 1000);
        }
        let names = std::fs::read_dir(&out).expect("the folder is there").count();
        assert_eq!(names, 2);
    }

    #[test]
    fn numbers_beyond_the_scenario_end_with_status_2_and_write_nothing() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        for change in [
            |one: &mut FamilyArguments| one.family = 500,
            |one: &mut FamilyArguments| one.replicate = 4,
            |one: &mut FamilyArguments| one.draw = 1,
        ] {
            let mut arguments = arguments("quick_start", 3);
            let out = folder.path().join("never");
            arguments.out = Some(out.clone());
            change(&mut arguments);
            assert_eq!(family(&arguments), 2);
            assert!(!out.exists());
        }
    }

    #[test]
    fn a_folder_that_cannot_be_made_ends_with_status_1() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let file = folder.path().join("file");
        std::fs::write(&file, "in the way").expect("a file can be written");
        let mut arguments = arguments("quick_start", 3);
        arguments.out = Some(file.join("below"));
        assert_eq!(family(&arguments), 1);
    }
}
