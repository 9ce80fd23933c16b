//! Lists the files of words, so that the program carries every language that has a folder.

use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("crates/report/locales");
    let mut table = String::from("&[\n");
    for language in names(&folder)? {
        for file in names(&folder.join(&language))? {
            let path = folder.join(&language).join(&file);
            let text = format!("include_str!({path:?})");
            writeln!(
                table,
                "LocaleFile {{ language: {language:?}, file: {file:?}, text: {text} }},"
            )?;
        }
    }
    table.push(']');
    fs::write(Path::new(&env::var("OUT_DIR")?).join("locales.rs"), table)?;
    println!("cargo::rerun-if-changed=build.rs");
    // The folder with all that is in it.
    println!("cargo::rerun-if-changed={}", folder.display());
    Ok(())
}

/// What a folder holds, in order.
fn names(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        names.push(name.into_string().map_err(|name| format!("{name:?} is no Unicode"))?);
    }
    names.sort_unstable();
    Ok(names)
}
