//! What `homeground study KIND` is told: the options of a kind are those of its fields.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, Subcommand};
use homeground_core::scenario::study::{COMMON_OPTIONS, KINDS, OPTION_HEADING, StudyOption};
use homeground_core::scenario::{Assignment, StudyKind};

use crate::cli::load::ScenarioSource;
use crate::cli::work::WorkArguments;

/// A kind of study with all that it is told.
#[derive(Debug)]
pub struct StudyCommand {
    /// Which kind.
    pub kind: StudyKind,
    /// What its options say, as values of `[study]`.
    said: Vec<Assignment>,
    /// What every kind is told beside the question.
    pub common: CommonArguments,
}

/// What every kind of study is told beside its question.
#[derive(Debug, clap::Args)]
pub struct CommonArguments {
    #[command(flatten)]
    pub source: ScenarioSource,
    /// Results folder [default: results/SCENARIO_KIND]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Families per replicate
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    families: Option<String>,
    /// Independent repetitions at each point
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    replicates: Option<String>,
    /// Seed of all random numbers
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    seed: Option<String>,
    #[command(flatten)]
    pub work: WorkArguments,
}

impl StudyCommand {
    /// All that the command line says, as values of the scenario.
    pub fn assignments(&self) -> Vec<Assignment> {
        let common = &self.common;
        let kind = Assignment::option("study", &["study", "kind"], self.kind.word());
        let sizes: [(&str, &'static [&'static str], &Option<String>); 3] = [
            ("--families", &["families"], &common.families),
            ("--replicates", &["replicates"], &common.replicates),
            ("--seed", &["seed"], &common.seed),
        ];
        let sizes = sizes.into_iter().filter_map(|(option, path, value)| {
            Some(Assignment::option(option, path, value.as_ref()?))
        });
        let said = self.said.iter().cloned();
        std::iter::once(kind).chain(sizes).chain(said).collect()
    }
}

/// Options of a kind, in the order in which they are read.
fn options(kind: StudyKind) -> impl Iterator<Item = &'static StudyOption> {
    let own = KINDS.iter().filter(move |row| row.kind == kind);
    COMMON_OPTIONS.iter().chain(own.flat_map(|row| row.options))
}

/// The option as clap knows it.
fn argument(option: &'static StudyOption) -> Arg {
    let name = option.name.trim_start_matches('-');
    let argument = Arg::new(name).long(name).help(option.help).help_heading(OPTION_HEADING);
    let Some(value_name) = option.value_name else {
        return argument.action(ArgAction::SetTrue);
    };
    argument.value_name(value_name).allow_hyphen_values(option.takes_number()).action(match option
        .is_repeatable()
    {
        true => ArgAction::Append,
        false => ArgAction::Set,
    })
}

/// What an option was given.
fn values(option: &StudyOption, matches: &ArgMatches) -> Vec<String> {
    let name = option.name.trim_start_matches('-');
    if option.value_name.is_none() {
        let given = matches.get_flag(name);
        return given.then(String::new).into_iter().collect();
    }
    let given = matches.get_many::<String>(name);
    given.into_iter().flatten().cloned().collect()
}

impl Subcommand for StudyCommand {
    fn augment_subcommands(command: Command) -> Command {
        let kinds = KINDS.iter().map(|row| {
            let question = row.options.iter().chain(&COMMON_OPTIONS).map(argument);
            let kind = Command::new(row.kind.word()).args(question);
            // What the options say of themselves would stand for what the kind does.
            CommonArguments::augment_args(kind)
                .mut_arg("resume", |resume| resume.help("Go on where an interrupted study stopped"))
                .about(row.help())
        });
        command
            .subcommands(kinds)
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommand_value_name("KIND")
            .subcommand_help_heading("Kinds")
            .disable_help_subcommand(true)
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        KINDS.iter().any(|row| row.kind.word() == name)
    }
}

impl FromArgMatches for StudyCommand {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let missing = || clap::Error::new(clap::error::ErrorKind::MissingSubcommand);
        let (name, matches) = matches.subcommand().ok_or_else(missing)?;
        let row = KINDS.iter().find(|row| row.kind.word() == name);
        let kind = row.ok_or_else(missing)?.kind;
        Ok(Self {
            kind,
            said: options(kind)
                .flat_map(|option| option.assignments(&values(option, matches)))
                .collect(),
            common: CommonArguments::from_arg_matches(matches)?,
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
