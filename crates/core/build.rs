//! Makes the files of `scenarios/` part of the program.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let folder = root.join("../../scenarios");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed={}", folder.join("programmes").display());
    let text = format!(
        "{}{}",
        table("PROGRAMMES", &folder.join("programmes"))?,
        table("SCENARIOS", &folder)?
    );
    fs::write(out.join("built_in.rs"), text)
}

/// A constant with name and text of each TOML file of a folder, in the order of names.
fn table(constant: &str, folder: &Path) -> io::Result<String> {
    let mut files: Vec<PathBuf> = match fs::read_dir(folder) {
        Ok(entries) => {
            entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>()?
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error),
    };
    files.retain(|file| file.is_file() && file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    let mut text = format!("const {constant}: &[(&str, &str)] = &[\n");
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        text.push_str(&format!(
            "    ({name:?}, include_str!({:?})),\n",
            file.display().to_string()
        ));
    }
    text.push_str("];\n");
    Ok(text)
}
