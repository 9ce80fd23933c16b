//! The help of the program, as a user sees it.

use std::process::Command;

fn help(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_homeground"))
        .args(arguments)
        .env("COLUMNS", "100")
        .output()
        .unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn help_fits_one_screen_and_says_what_each_command_does() {
    let text = help(&["--help"]);
    assert!(text.lines().count() <= 30, "{text}");
    insta::assert_snapshot!(text);
}

#[test]
fn help_of_run_names_every_option_of_the_contract() {
    let text = help(&["run", "--help"]);
    for option in [
        "--out",
        "--families",
        "--replicates",
        "--draws",
        "--seed",
        "--threads",
        "--set",
        "--parameters",
        "--families-file",
        "--quiet",
        "--json",
        "--force",
        "--lang",
    ] {
        assert!(text.contains(option), "{option}");
    }
}

#[test]
fn help_of_calibration_and_validation_names_their_options() {
    let both = [
        "--reading",
        "--targets",
        "--only-targets",
        "--out",
        "--draws",
        "--families",
        "--seed",
        "--threads",
        "--resume",
        "--force",
        "--lang",
        "--quiet",
        "--json",
    ];
    let calibrate = ["--quick", "--points", "--further-points", "--waves", "--steps"];
    let validate = ["--posterior", "--full", "--ranks"];
    for (command, own) in [("calibrate", &calibrate[..]), ("validate", &validate[..])] {
        let text = help(&[command, "--help"]);
        for option in both.iter().chain(own) {
            assert!(text.contains(option), "{command} {option}");
        }
    }
}

#[test]
fn wrong_use_ends_with_status_2() {
    for arguments in
        [&["rnu"][..], &["run"], &["run", "quick_start", "--threads", "0"], &["man", "rnu"]]
    {
        let output =
            Command::new(env!("CARGO_BIN_EXE_homeground")).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn languages_are_listed_where_one_is_chosen_and_where_it_is_unknown() {
    for command in ["run", "report", "family", "merge"] {
        let text = help(&[command, "--help"]);
        for language in ["en", "nb", "nn"] {
            assert!(text.contains(&format!("- {language}: ")), "{command}\n{text}");
        }
    }
    let output = Command::new(env!("CARGO_BIN_EXE_homeground"))
        .args(["report", "folder", "--lang", "sv"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("invalid value 'sv' for '--lang <LANG>'"), "{message}");
    assert!(message.contains("[possible values: en, nb, nn]"), "{message}");
}
