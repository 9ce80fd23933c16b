//! From the tables of a run to a results folder and a few lines on the terminal.

use std::path::Path;

use homeground_core::outcomes::manifest;
use homeground_core::outcomes::manifest::Manifest;
use homeground_core::outcomes::tables::Tables;
use homeground_core::scenario::{POSTERIOR_FILE, Scenario};
use homeground_figures::text::Teller;
use homeground_report::words::Words;
use homeground_report::{plain, readings, terminal, translated};
use homeground_store::folder::MANIFEST;
use homeground_store::origin::Origin;
use homeground_store::saved;
use homeground_store::tables;

use crate::cli::failure::Failure;

/// Writes tables, resolved scenario, and the manifest with the digests of both.
pub fn write(
    folder: &Path,
    origin: &Origin,
    mut manifest: Manifest,
    rows: &Tables,
) -> Result<Manifest, Failure> {
    tables::write_summary(&folder.join("summary.csv"), &rows.summary)?;
    tables::write_contrasts(&folder.join("contrasts.csv"), &rows.contrasts)?;
    tables::write_curves(&folder.join("curves.csv"), &rows.curves)?;
    tables::write_subgroups(&folder.join("subgroups.csv"), &rows.subgroups)?;
    write_origin(folder, origin)?;
    let more = origin.posterior.as_ref().map(|_| POSTERIOR_FILE);
    for name in saved::DIGESTED.into_iter().chain(more) {
        let file = folder.join(name);
        let bytes = std::fs::read(&file).map_err(|reason| Failure::Unwritable { file, reason })?;
        let digest = manifest::digest(&bytes);
        manifest.files.insert(name.to_owned(), digest);
    }
    write_manifest(folder, &manifest)?;
    Ok(manifest)
}

/// Writes the scenario as it was run, and the posterior file that it goes by.
pub fn write_origin(folder: &Path, origin: &Origin) -> Result<(), Failure> {
    write_text(folder, "scenario.toml", &origin.scenario)?;
    match &origin.posterior {
        Some(text) => write_text(folder, POSTERIOR_FILE, text),
        None => Ok(()),
    }
}

/// Writes `manifest.json`.
pub fn write_manifest(folder: &Path, manifest: &Manifest) -> Result<(), Failure> {
    let text = serde_json::to_value(manifest).unwrap_or_default();
    write_text(folder, MANIFEST, &format!("{text:#}\n"))
}

/// Writes a text file of a results folder.
pub fn write_text(folder: &Path, name: &str, text: &str) -> Result<(), Failure> {
    let file = folder.join(name);
    std::fs::write(&file, text).map_err(|reason| Failure::Unwritable { file, reason })
}

/// Puts a file of rows from where it was written into a folder beside. It also stays
/// where it was if the system allows two names for a file, so that a process that is
/// killed now can still go on from there.
pub fn bring(from: &Path, to: &Path) -> Result<(), Failure> {
    std::fs::hard_link(from, to)
        .or_else(|_| std::fs::rename(from, to))
        .map_err(|reason| Failure::Unwritable { file: to.to_owned(), reason })
}

/// Lines below the short table are no longer than the table may be wide.
const TABLE_WIDTH: usize = 100;

/// How a command tells what it did.
#[derive(Clone, Copy, Debug)]
pub struct TerminalOptions {
    /// Nothing.
    pub quiet: bool,
    /// The summary as JSON.
    pub json: bool,
    /// In this language.
    pub words: &'static Words,
}

/// The short answer on the terminal.
pub fn tell(
    terminal_options: TerminalOptions,
    target: &Path,
    manifest: &Manifest,
    tables: &Tables,
    scenario: &Scenario,
) -> Result<(), Failure> {
    if terminal_options.json {
        let summary = serde_json::json!({
            "results": target.display().to_string(),
            "manifest": manifest,
            "summary": tables.summary,
            "contrasts": tables.contrasts,
        });
        print(&format!("{summary:#}\n"))
    } else if terminal_options.quiet {
        Ok(())
    } else {
        let words = terminal_options.words;
        let reading = words.tell(&readings::of_results(manifest));
        print(&format!(
            "{}\n\n{}\n{}\n\n{}\n",
            words.tell(&translated::scenario_title(scenario)),
            terminal::table(&tables.summary, &scenario.arms, words),
            plain::wrap(&reading, crate::cli::width::columns().min(TABLE_WIDTH)).join("\n"),
            target.join("report.html").display()
        ))
    }
}

/// Writes to standard output.
pub fn print(text: &str) -> Result<(), Failure> {
    use std::io::Write;
    let mut output = std::io::stdout().lock();
    let written = output.write_all(text.as_bytes()).and_then(|()| output.flush());
    match written {
        // A reader that has gone away has read what it wanted.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(Failure::Output),
    }
}
