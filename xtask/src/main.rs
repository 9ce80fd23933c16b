//! Tasks of those who change homeground: `cargo run -p xtask -- TASK`.

mod pages;
mod wasm;

use std::process::ExitCode;

use clap::Parser;

/// Tasks of those who change homeground.
#[derive(Debug, Parser)]
#[command(name = "xtask")]
enum Task {
    /// Write the pages and schemas of docs/ that follow from code and data
    Docs {
        /// Write nothing; fail if one is not current
        #[arg(long)]
        check: bool,
    },
    /// Build the crates that a browser needs for WebAssembly, and run a scenario there: the
    /// numbers must be those of the program
    Wasm,
}

fn main() -> ExitCode {
    let done = match Task::parse() {
        Task::Docs { check: false } => pages::write(),
        Task::Docs { check: true } => pages::check(),
        Task::Wasm => wasm::check(),
    };
    match done {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}
