//! Shell completions and the manual page, from the definition of the command line.

use std::io::{self, Write};

use crate::cli::{DONE, FAILED, INVALID, complain};
use homeground_core::scenario::nearest;

/// Prints a completion script.
pub fn completions(shell: clap_complete::Shell, command: &mut clap::Command) -> u8 {
    let mut script = Vec::new();
    clap_complete::generate(shell, command, "homeground", &mut script);
    print(&script)
}

/// Prints the manual page of the program or of one of its commands.
pub fn manual(command: clap::Command, name: Option<&str>) -> u8 {
    let page = match name {
        None => command,
        Some(name) => match command.find_subcommand(name) {
            Some(found) => found.clone().display_name(format!("homeground-{name}")),
            None => {
                let names: Vec<&str> = command.get_subcommands().map(|c| c.get_name()).collect();
                let near = nearest(name, names.iter().copied())
                    .map_or(String::new(), |near| format!("; did you mean {near}?"));
                complain(&format!("there is no command {name}{near}"));
                return INVALID;
            }
        },
    };
    let mut text = Vec::new();
    match clap_mangen::Man::new(page).render(&mut text) {
        Ok(()) => print(&text),
        Err(error) => {
            complain(&error);
            FAILED
        }
    }
}

/// Writes to standard output; a reader that has gone away is no failure.
pub(super) fn print(bytes: &[u8]) -> u8 {
    let mut output = io::stdout().lock();
    match output.write_all(bytes).and_then(|()| output.flush()) {
        Ok(()) => DONE,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => DONE,
        Err(error) => {
            complain(&error);
            FAILED
        }
    }
}
