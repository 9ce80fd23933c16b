//! `homeground report`: figures and report again from saved results.

use crate::publish;
use std::path::PathBuf;

use homeground_report::words::Words;
use homeground_store::error::ReportError;

use crate::cli::{DONE, FAILED, INVALID, complain};
use crate::words::LanguageParser;

/// What `homeground report` is told.
#[derive(Debug, clap::Args)]
pub struct ReportArguments {
    /// A folder that `homeground run`, `study`, `calibrate` or `validate` has written
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Language of report and figures
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = LanguageParser)]
    lang: &'static Words,
}

/// Draws figures and report again.
pub fn report(arguments: &ReportArguments) -> u8 {
    match publish::draw(&arguments.folder, arguments.lang) {
        Ok(paths) => {
            println!("{}", paths.report.display());
            DONE
        }
        Err(error) => {
            complain(&error);
            match error {
                ReportError::Unwritable { .. } => FAILED,
                _ => INVALID,
            }
        }
    }
}
