//! What `homeground check` says about broken files: place, expectation, remedy.
//!
//! Every file of `tests/broken/` has a snapshot of its messages. Files that
//! cannot stand in a repository (huge, binary, unreadable) are made here.

use std::fs;
use std::path::{Path, PathBuf};

use homeground::cli::check::check_into;
use homeground::cli::diagnostics::{Colour, render};
use homeground_core::scenario::{
    Assignment, BuiltInProgrammes, ScenarioInput, parse_parameters_file, read_scenario,
};

/// Exit status, what stands on standard output and on standard error.
fn checked(files: &[PathBuf]) -> (u8, String, String) {
    let (mut good, mut wrong) = (Vec::new(), Vec::new());
    let status =
        check_into(files, Colour::Never, &mut good, &mut wrong).expect("memory can be written");
    let text = |bytes| String::from_utf8(bytes).expect("messages are UTF-8");
    (status, text(good), text(wrong))
}

fn report(files: &[PathBuf]) -> String {
    let (status, good, wrong) = checked(files);
    format!("{wrong}{good}exit status {status}")
}

fn broken_files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir("tests/broken")
        .expect("the folder of broken files is there")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    files
}

#[test]
fn messages_about_broken_files_say_place_expectation_and_remedy() {
    let files = broken_files();
    assert!(files.len() >= 60);
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        insta::assert_snapshot!(name, report(&[file]));
    }
}

#[test]
fn every_broken_file_has_an_error_and_ends_with_status_2() {
    for file in broken_files() {
        let only_doubts = file.ends_with("only_doubts.toml");
        let (status, good, wrong) = checked(std::slice::from_ref(&file));
        assert_eq!(status, if only_doubts { 0 } else { 2 }, "{}", file.display());
        assert_eq!(good.is_empty(), !only_doubts, "{}", file.display());
        assert!(wrong.contains(if only_doubts { "warning: " } else { "error: " }));
    }
}

/// Checks a file with these bytes; its folder is left out of the message.
fn report_of_bytes(name: &str, bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join(name);
    fs::write(&file, bytes).expect("a temporary file");
    without_folder(&report(&[file]), folder.path())
}

fn without_folder(text: &str, folder: &Path) -> String {
    text.replace(&format!("{}/", folder.display()), "")
        .replace(&folder.display().to_string(), "FOLDER")
}

#[test]
fn files_that_cannot_be_read_are_explained() {
    let one_by_one = [
        ("empty", report_of_bytes("empty.toml", b"")),
        ("blank", report_of_bytes("blank.toml", b"\xef\xbb\xbf \r\n\t\n")),
        ("huge", report_of_bytes("huge.toml", &vec![b'#'; 4_000_001])),
        ("binary", report_of_bytes("binary.toml", b"PAR1\x00\x01\x02")),
        (
            "latin_1",
            report_of_bytes("latin_1.toml", b"title = \"Hjem\"\nquestion = \"p\xe5 bes\xf8k\"\n"),
        ),
        ("utf_16", report_of_bytes("utf_16.toml", b"\xff\xfet\x00i\x00")),
        ("cut_character", report_of_bytes("cut_character.toml", b"title = \"\xc3")),
    ];
    for (name, text) in one_by_one {
        insta::assert_snapshot!(format!("unreadable_{name}"), text);
    }
}

#[test]
fn paths_that_lead_nowhere_are_explained() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("home_or_office.toml"), "").expect("a temporary file");
    let text = report(&[
        folder.path().join("home_or_ofice.toml"),
        folder.path().join("elsewhere/x.toml"),
        folder.path().to_path_buf(),
    ]);
    insta::assert_snapshot!("unreadable_paths", without_folder(&text, folder.path()));
}

#[cfg(unix)]
#[test]
fn a_broken_programme_beside_the_scenario_is_reported_even_if_unreadable() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let programmes = folder.path().join("programmes");
    fs::create_dir(&programmes).expect("a temporary folder");
    // A folder where a file belongs, and a link to nowhere.
    fs::create_dir(programmes.join("own.toml")).expect("a temporary folder");
    std::os::unix::fs::symlink("nowhere", programmes.join("linked.toml")).expect("a link");
    let scenario = folder.path().join("scenario.toml");
    let text = "population = \"universal\"\n[[arm]]\nname = \"a\"\nprogramme = \"own\"\n[[arm]]\nname = \"b\"\nprogramme = \"linked\"\n";
    fs::write(&scenario, text).expect("a temporary file");
    insta::assert_snapshot!(
        "unreadable_programmes",
        without_folder(&report(&[scenario]), folder.path())
    );
}

#[test]
fn a_programme_beside_the_scenario_goes_before_the_built_in_one() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join("programmes")).expect("a temporary folder");
    let programme = "extends = \"mst\"\narena = \"moon\"\n";
    fs::write(folder.path().join("programmes/advice_and_guidance.toml"), programme)
        .expect("a file");
    let scenario = folder.path().join("scenario.toml");
    fs::write(
        &scenario,
        "population = \"universal\"\n[[arm]]\nname = \"a\"\nprogramme = \"advice_and_guidance\"\n",
    )
    .expect("a file");
    let (status, _, wrong) = checked(&[scenario]);
    assert_eq!(status, 2);
    assert!(wrong.contains("programmes/advice_and_guidance.toml:2:9"), "{wrong}");
}

#[test]
fn a_file_with_thousands_of_mistakes_is_reported_soon() {
    let mut text = String::from("population = \"universal\"\n");
    for number in 0..60_000 {
        text.push_str(&format!("unknown_key_{number} = {number}\n"));
    }
    for number in 0..20_000 {
        text.push_str(&format!("[[arm]]\nname = \"{number}\"\n"));
    }
    let start = std::time::Instant::now();
    let said = report_of_bytes("many.toml", text.as_bytes());
    assert!(start.elapsed() < std::time::Duration::from_secs(20), "{:?}", start.elapsed());
    assert!(said.contains("... and 900 more"), "{}", &said[said.len() - 300..]);
}

#[test]
fn deep_nesting_is_refused_without_a_crash() {
    for deep in ["[".repeat(100_000), "{a=".repeat(100_000), "a.".repeat(50_000)] {
        let said = report_of_bytes("deep.toml", format!("arm = {deep}").as_bytes());
        assert!(said.contains("error: "), "{said}");
    }
    let dotted = format!("{}a = 1\n", "a.".repeat(50_000));
    assert!(report_of_bytes("dotted.toml", dotted.as_bytes()).contains("error: "));
}

#[test]
fn good_files_are_told_in_one_line_each() {
    let files: Vec<PathBuf> = [
        "scenarios/quick_start.toml",
        "scenarios/programmes/mst.toml",
        "scenarios/programmes/respite_home.toml",
    ]
    .iter()
    .map(PathBuf::from)
    .collect();
    insta::assert_snapshot!("good_files", report(&files));
}

const SCENARIO: &str = "population = \"child_welfare\"\n\n[[arm]]\nname = \"home and respite\"\nprogramme = \"advice_and_guidance\"\n";

fn with_assignments(assignments: &[Assignment]) -> String {
    let mut input = ScenarioInput::new("example", "example.toml", SCENARIO, &BuiltInProgrammes);
    input.assignments = assignments;
    match read_scenario(&input) {
        Ok(reading) => format!("valid\n{}", render(&reading.warnings, Colour::Never)),
        Err(error) => render(error.diagnostics(), Colour::Never),
    }
}

#[test]
fn mistakes_in_assignments_are_marked_in_the_command_line() {
    let mut text = String::new();
    for set in [
        "familes=100",
        "families",
        "families=",
        "=100",
        "families=many",
        "families=[1",
        "population.adversty_mean=1",
        "families.each=3",
        "attend_burdn=2",
        "parameters.attend_burdn=2",
        "attend_burden=500",
        "arm.home.arena=digital",
        "arm.2.arena=digital",
        "arm.1.arean=digital",
        "arm.\"home and respite\".arena=moon",
        "arm.\"home and respite.arena=digital",
        "arm.\"home and respite\"x.arena=digital",
        "arm..arena=digital",
        "arm.1.compensating.1.intensity=0.5",
        "reading=sibling",
        "uncertainty.posterior=mine.csv",
        "title=\"open",
    ] {
        text.push_str(&format!("--- {set}\n{}", with_assignments(&[Assignment::set(set)])));
    }
    let option = Assignment::option("--families", &["families"], "-3");
    text.push_str(&format!("--- option\n{}", with_assignments(&[option])));
    insta::assert_snapshot!("assignments", text);
}

#[test]
fn mistakes_in_parameter_files_are_marked_in_that_file() {
    let mut said = String::new();
    for (file, text) in [
        ("empty.toml", ""),
        ("form.csv", "name,number\nattend_burden,2\n"),
        (
            "lines.csv",
            "key,value,remark\nattend_burden\nattend_trust,two,\nreschedule,0.5,a\nreschedule,0.6,b\n",
        ),
        ("syntax.toml", "attend_burden 2\n"),
        ("keys.csv", "# ours\nkey,value\nattend_burdn,2\n\"reschedule\", 1.5\n"),
        ("keys.toml", "[parameters]\nattend_burdn = 2\nreschedule = { low = 0.6, high = 0.5 }\n"),
    ] {
        said.push_str(&format!("--- {file}\n"));
        let outcome = parse_parameters_file(file, text).and_then(|parameters| {
            let mut input =
                ScenarioInput::new("example", "example.toml", SCENARIO, &BuiltInProgrammes);
            input.parameters = Some(&parameters);
            read_scenario(&input)
        });
        match outcome {
            Ok(_) => said.push_str("valid\n"),
            Err(error) => said.push_str(&render(error.diagnostics(), Colour::Never)),
        }
    }
    insta::assert_snapshot!("parameter_files", said);
}

#[test]
fn colours_are_used_when_wanted_alone() {
    let input = ScenarioInput::new("example", "example.toml", "famlies = 1", &BuiltInProgrammes);
    let error = read_scenario(&input).expect_err("the key is unknown");
    assert!(render(error.diagnostics(), Colour::Always).contains("\u{1b}["));
    assert!(!render(error.diagnostics(), Colour::Never).contains("\u{1b}["));
}

#[test]
fn control_signs_of_a_file_do_not_reach_the_terminal() {
    let said = report_of_bytes(
        "signs.toml",
        "\"a\\u001b[31mb\" = 1\n\"\u{202e}x\" = \"\u{1b}\"\n".as_bytes(),
    );
    assert!(!said.contains('\u{1b}') && !said.contains('\u{202e}'), "{said:?}");
}
