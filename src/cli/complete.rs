//! Shell completions and the manual page, from the definition of the command line.

use std::io::{self, Write};

use super::{DONE, FAILED, complain};

/// Prints a completion script.
pub fn completions(shell: clap_complete::Shell, command: &mut clap::Command) -> u8 {
    let mut script = Vec::new();
    clap_complete::generate(shell, command, "homeground", &mut script);
    print(&script)
}

/// Prints the manual page.
pub fn manual(command: clap::Command) -> u8 {
    let mut page = Vec::new();
    match clap_mangen::Man::new(command).render(&mut page) {
        Ok(()) => print(&page),
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
