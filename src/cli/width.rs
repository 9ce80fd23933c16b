//! How wide text may be.

use std::io::{IsTerminal, stdout};

/// Columns of text where nobody says how many there are.
const USUAL: usize = 100;
/// Fewer columns than this are taken for a mistake of the terminal.
const FEWEST: usize = 20;

/// Columns for standard output: `COLUMNS` if it is set, else those of the terminal,
/// else 100.
pub fn columns() -> usize {
    let wanted = std::env::var("COLUMNS").ok().and_then(|text| text.trim().parse::<usize>().ok());
    let terminal = || {
        let (width, _) = terminal_size::terminal_size()?;
        stdout().is_terminal().then_some(usize::from(width.0))
    };
    wanted.or_else(terminal).filter(|columns| *columns >= FEWEST).unwrap_or(USUAL)
}
