//! The crates of a browser, built for WebAssembly, and a scenario run there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

use crate::pages::root;

const TARGET: &str = "wasm32-unknown-unknown";

/// The crates that know no file, thread, clock or terminal.
const CRATES: [&str; 4] =
    ["homeground-core", "homeground-figures", "homeground-report", "homeground-studies"];

/// Options of the program, and what the request sets to the same end.
type Case = (&'static str, &'static [&'static str], &'static [&'static str]);

const CASES: [Case; 3] = [
    ("quick_start", &["run", "quick_start", "--families", "300"], &["families=300"]),
    (
        "full_waiting_room",
        &["run", "full_waiting_room", "--families", "200", "--replicates", "2"],
        &["families=200", "replicates=2"],
    ),
    (
        "quick_start",
        &["study", "sweep", "quick_start", "--families", "128", "--vary", "attend_burden=0.5,1.5"],
        &["families=128", "study.kind=sweep", "study.vary={ attend_burden = [0.5, 1.5] }"],
    ),
];

/// Builds the crates, runs the cases in Node.js and by the program, and compares all tables.
///
/// # Errors
/// In words, when something is missing, does not build, or differs.
pub fn check() -> Result<String, String> {
    if Command::new("node").arg("--version").output().is_err() {
        return Err("Node.js is missing: install it, so that `node` can be run".to_owned());
    }
    run("rustup", &["target", "add", TARGET])?;
    for name in CRATES {
        run("cargo", &["build", "--quiet", "--release", "--target", TARGET, "-p", name])?;
    }
    let module = "homeground-wasm-test";
    run("cargo", &["build", "--quiet", "--release", "--target", TARGET, "-p", module])?;
    run("cargo", &["build", "--quiet"])?;
    let target = target_folder();
    let module = target.join(TARGET).join("release/homeground_wasm_test.wasm");
    let program = target.join("debug").join(format!("homeground{}", std::env::consts::EXE_SUFFIX));
    let work = target.join("wasm-check");
    let mut compared = 0;
    for (place, (scenario, options, set)) in CASES.into_iter().enumerate() {
        let folder = work.join(place.to_string());
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
        }
        fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let results = folder.join("results");
        let out = results.display().to_string();
        let options: Vec<&str> =
            options.iter().copied().chain(["--quiet", "--out", &out]).collect();
        run(&program.display().to_string(), &options)?;
        let request = folder.join("request.json");
        let asked =
            json!({ "scenario": scenario, "set": set, "language": "nb", "locales": locales()? });
        fs::write(&request, asked.to_string()).map_err(|error| error.to_string())?;
        let script = root().join("tests/wasm/run.mjs");
        let words = [&script, &module, &request].map(|path| path.display().to_string());
        let output = run("node", &words.each_ref().map(String::as_str))?;
        let answer: Value =
            serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
        if let Some(error) = answer["error"].as_str() {
            return Err(format!("{scenario} in WebAssembly: {error}"));
        }
        let tables = answer["tables"].as_object().ok_or("no tables came back")?;
        for (name, text) in tables {
            let there = fs::read_to_string(results.join(name))
                .map_err(|error| format!("{name}: {error}"))?;
            same(&there, text.as_str().unwrap_or_default())
                .map_err(|problem| format!("{scenario}, {name}: {problem}"))?;
            compared += 1;
        }
        if place < 2 && !answer["page"].as_str().unwrap_or_default().contains("<svg") {
            return Err(format!("{scenario}: the page has no figure"));
        }
    }
    Ok(format!(
        "{} crates build for {TARGET}; {compared} tables of {} cases are those of the program",
        CRATES.len(),
        CASES.len()
    ))
}

/// Do two tables hold the same words and, bit for bit, the same numbers?
fn same(program: &str, module: &str) -> Result<(), String> {
    let (one, other): (Vec<&str>, Vec<&str>) =
        (program.lines().collect(), module.lines().collect());
    if one.len() != other.len() || one.len() < 2 {
        return Err(format!("{} lines against {}", one.len(), other.len()));
    }
    for (one, other) in one.into_iter().zip(other) {
        let is_same = |(one, other): (&str, &str)| match (one.parse::<f64>(), other.parse::<f64>())
        {
            (Ok(one), Ok(other)) => one.to_bits() == other.to_bits(),
            _ => one == other,
        };
        let cells = one.split(',').count() == other.split(',').count();
        if !cells || !one.split(',').zip(other.split(',')).all(is_same) {
            return Err(format!("the program has {one:?}, the module {other:?}"));
        }
    }
    Ok(())
}

/// All files of words: language, name, text.
fn locales() -> Result<Vec<[String; 3]>, String> {
    let mut files = Vec::new();
    let folder = root().join("crates/report/locales");
    for language in names(&folder)? {
        for file in names(&folder.join(&language))? {
            let text = fs::read_to_string(folder.join(&language).join(&file))
                .map_err(|error| format!("{file}: {error}"))?;
            files.push([language.clone(), file, text]);
        }
    }
    Ok(files)
}

fn names(folder: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    Ok(names)
}

fn target_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Runs a command in the folder of the repository.
fn run(command: &str, arguments: &[&str]) -> Result<Output, String> {
    let told = || format!("{command} {}", arguments.join(" "));
    let output = Command::new(command)
        .args(arguments)
        .current_dir(root())
        .output()
        .map_err(|error| format!("{}: {error}", told()))?;
    if output.status.success() {
        return Ok(output);
    }
    Err(format!("{}:\n{}", told(), String::from_utf8_lossy(&output.stderr)))
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn a_last_digit_a_word_and_a_line_that_differ_are_seen() {
        assert_eq!(same("a,b\nhome,0.50", "a,b\nhome,0.5"), Ok(()));
        assert!(same("a,b\nhome,0.5", "a,b\nhome,0.5000000000000001").is_err());
        assert!(same("a,b\nhome,0.5", "a,b\noffice,0.5").is_err());
        assert!(same("a,b\nhome,0.5", "a,b").is_err());
    }
}
