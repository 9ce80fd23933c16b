//! The command line: one file per command.

pub mod calibrate;
pub mod check;
mod checkpointed_run;
pub mod complete;
pub mod diagnostics;
mod failure;
pub mod family;
pub mod files;
pub mod list;
pub mod load;
mod manifest;
pub mod merge;
mod output;
mod progress;
pub mod report;
pub mod run;
pub mod schema;
pub mod show;
pub mod study;
pub mod tables;
mod targets;
pub mod validate;
mod vectors;
pub mod width;
mod work;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

/// Exit status when all is done.
pub const DONE: u8 = 0;
/// Exit status when something failed while running.
pub const FAILED: u8 = 1;
/// Exit status of wrong use and invalid input.
pub const INVALID: u8 = 2;
/// Exit status of an interrupted run.
pub const INTERRUPTED: u8 = 130;

/// Simulates families at risk as they meet services, and compares designs of measures.
///
/// It compares designs under stated assumptions; it is not for decisions about a
/// single family.
#[derive(Debug, Parser)]
#[command(
    name = "homeground",
    version,
    about = "Simulates families at risk as they meet services, and compares designs of measures",
    after_help = "Try: homeground run quick_start"
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Simulate every arm of a scenario and write a results folder with a report
    Run(run::RunArguments),
    /// Put the shards of a run together to the results of the run
    Merge(merge::MergeArguments),
    /// Ask what the results depend on: sweeps, designs and more
    #[command(subcommand)]
    Study(Box<study::StudyCommand>),
    /// Let the evidence set the parameters: a sample of all that agree with it
    Calibrate(Box<calibrate::CalibrateArguments>),
    /// Hold the calibrated model against evidence, seen and unseen
    Validate(validate::ValidateArguments),
    /// Say everything that is wrong with scenario and programme files
    Check {
        /// Scenario or programme files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// List programmes, parameters and other tables, with sources and grades
    List(list::ListArguments),
    /// Show one programme, parameter or population: value, range, source, where it acts
    Show(show::ShowArguments),
    /// Tell the story of one family under every arm, with the same life events
    Family(family::FamilyArguments),
    /// Draw figures and report again from a results folder, without simulating
    Report(report::ReportArguments),
    /// Print the JSON Schema of scenario or programme files
    Schema {
        /// Of which files
        kind: schema::SchemaKind,
    },
    /// Print a completion script for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page of the program or of a command
    Man {
        /// Which command
        command: Option<String>,
    },
}

/// Reads the command line, does what it asks, and returns the exit status.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if let Err(message) = vectors::limit_from_environment() {
        complain(&message);
        return ExitCode::from(INVALID);
    }
    ExitCode::from(match arguments.command {
        Command::Run(arguments) => run::run(&arguments),
        Command::Merge(arguments) => merge::merge(&arguments),
        Command::Study(command) => study::study(&command),
        Command::Calibrate(arguments) => calibrate::calibrate(&arguments),
        Command::Validate(arguments) => validate::validate(&arguments),
        Command::Check { files } => check::check(&files),
        Command::List(arguments) => list::list(&arguments),
        Command::Show(arguments) => show::show(&arguments),
        Command::Family(arguments) => family::family(&arguments),
        Command::Report(arguments) => report::report(&arguments),
        Command::Schema { kind } => schema::schema(kind),
        Command::Completions { shell } => complete::completions(shell, &mut command()),
        Command::Man { command: name } => complete::manual(command(), name.as_deref()),
    })
}

/// The definition of the command line, for help, completions and manual page.
pub fn command() -> clap::Command {
    Arguments::command()
}

/// Prints an error the way clap does.
fn complain(message: &impl std::fmt::Display) {
    eprintln!("error: {message}");
}
