//! Pages and schemas that follow from code and data.

use std::fs;
use std::path::{Path, PathBuf};

use homeground_core::evidence::findings;
use homeground_core::scenario::targets::page::{
    comparability_table, findings_table, numbers_table,
};
use homeground_core::scenario::targets::{built_in_targets, validation_set};
use homeground_core::scenario::{format_reference, programme_schema, scenario_schema};

/// Files of the repository, and how each is made of what it says now.
type Page = (&'static str, fn(&str) -> Result<String, String>);

const PAGES: [Page; 4] = [
    ("docs/scenario_files.md", |_| Ok(format_reference())),
    ("docs/evidence.md", evidence),
    ("docs/schemas/scenario.json", |_| Ok(format!("{:#}\n", scenario_schema()))),
    ("docs/schemas/programme.json", |_| Ok(format!("{:#}\n", programme_schema()))),
];

/// Folder of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// Writes all that are not current.
///
/// # Errors
/// In words, when a page lacks the place of a table or cannot be written.
pub fn write() -> Result<String, String> {
    let old = outdated()?;
    for (path, text) in &old {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", path.display()))?;
        }
        fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(format!("{} of {} written", old.len(), PAGES.len()))
}

/// Are all current?
///
/// # Errors
/// In words, with the names of those that are not.
pub fn check() -> Result<String, String> {
    let old = outdated()?;
    if old.is_empty() {
        return Ok(format!("{} pages are current", PAGES.len()));
    }
    let names: Vec<String> = old.iter().map(|(path, _)| path.display().to_string()).collect();
    Err(format!(
        "not current: {}; run `cargo run -p xtask -- docs` and look at the change",
        names.join(", ")
    ))
}

/// Those that are not current, as they should be.
fn outdated() -> Result<Vec<(PathBuf, String)>, String> {
    let mut old = Vec::new();
    for (name, make) in PAGES {
        let path = root().join(name);
        let present = fs::read_to_string(&path).unwrap_or_default();
        let present = present.replace("\r\n", "\n");
        let made = make(&present).map_err(|error| format!("{name}: {error}"))?;
        if made != present {
            old.push((path, made));
        }
    }
    Ok(old)
}

/// The page on evidence with its tables made anew.
fn evidence(page: &str) -> Result<String, String> {
    let tables = [
        ("targets", numbers_table(built_in_targets())),
        ("comparability of targets", comparability_table(built_in_targets())),
        ("validation", numbers_table(validation_set())),
        ("comparability of validation", comparability_table(validation_set())),
        ("findings", findings_table(findings())),
    ];
    let mut made = page.to_owned();
    for (name, table) in tables {
        let start = format!("<!-- table: {name} -->\n");
        let from = made.find(&start).ok_or_else(|| format!("the table {name:?} has no place"))?
            + start.len();
        let length = made[from..]
            .find("<!-- end of table -->")
            .ok_or_else(|| format!("the table {name:?} has no end"))?;
        made.replace_range(from..from + length, &format!("\n{table}\n"));
    }
    Ok(made)
}

#[cfg(test)]
mod tests {
    #[test]
    fn generated_pages_and_schemas_are_current() {
        assert_eq!(super::check().err(), None);
    }
}
