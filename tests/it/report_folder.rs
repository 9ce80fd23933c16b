//! What drawing makes of a results folder, and what it says to folders that hold no whole
//! results.

use std::path::Path;

use homeground::publish;
use homeground::words::words;
use homeground_core::outcomes::rows;
use homeground_report::figures::FIGURES;
use homeground_report::fixture::Fixture;
use homeground_store::error::ReportError;
use homeground_store::tables;

const MANIFEST: &str = r#"{"program": "homeground", "version": "0.1.0", "model_version": 1,
  "scenario": "s", "title": "t", "question": "q", "seed": 1, "families": 10, "replicates": 2,
  "draws": 0, "horizon_weeks": 4, "reference": "home", "interval": "monte_carlo",
  "arms": [{"name": "home", "reason": "", "programme": null}],
  "hashes": {"scenario": "", "programmes": {}, "parameters": ""}, "warnings": []}"#;

/// A folder with a manifest, a scenario and empty tables.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path();
    std::fs::write(path.join("manifest.json"), MANIFEST).expect("written");
    std::fs::write(path.join("scenario.toml"), "title = 't'\n").expect("written");
    tables::write_summary(&path.join("summary.csv"), &[]).expect("written");
    tables::write_contrasts(&path.join("contrasts.csv"), &[]).expect("written");
    tables::write_curves(&path.join("curves.csv"), &[]).expect("written");
    tables::write_subgroups(&path.join("subgroups.csv"), &[]).expect("written");
    folder
}

fn error(folder: &Path) -> (ReportError, String) {
    let error = publish::draw(folder, words("en").unwrap()).expect_err("an error");
    let message = error.to_string();
    (error, message)
}

/// A folder with made-up results.
fn made(fixture: &Fixture) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (path, rows) = (folder.path(), fixture.rows());
    std::fs::write(path.join("manifest.json"), fixture.manifest()).expect("written");
    std::fs::write(path.join("scenario.toml"), fixture.scenario()).expect("written");
    tables::write_summary(&path.join("summary.csv"), &rows.summary).expect("written");
    tables::write_contrasts(&path.join("contrasts.csv"), &rows.contrasts).expect("written");
    tables::write_curves(&path.join("curves.csv"), &rows.curves).expect("written");
    tables::write_subgroups(&path.join("subgroups.csv"), &rows.subgroups).expect("written");
    folder
}

fn drawn(folder: &Path) -> publish::ReportPaths {
    publish::draw(folder, words("en").unwrap()).expect("a report")
}

#[test]
fn every_figure_and_the_page_are_written() {
    let folder = made(&Fixture::five());
    let paths = drawn(folder.path());
    assert_eq!(paths.figures.len(), 2 * FIGURES.len());
    for path in paths.figures.iter().chain([&paths.report]) {
        let bytes = std::fs::read(path).expect("a file");
        assert!(bytes.len() > 5000, "{} is nearly empty", path.display());
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("png") => assert!(bytes.starts_with(b"\x89PNG")),
            Some("svg") => assert!(bytes.ends_with(b"</svg>\n") && bytes.len() < 400_000),
            _ => assert!(bytes.ends_with(b"</html>")),
        }
    }
    // Nothing of the writing stays behind.
    let leftovers = std::fs::read_dir(folder.path())
        .expect("the folder")
        .filter_map(Result::ok)
        .filter(|entry| entry.file_name().to_string_lossy().starts_with('.'))
        .count();
    assert_eq!(leftovers, 0);
}

#[test]
fn a_figure_of_an_older_report_does_not_stay() {
    let folder =
        made(&Fixture { arms: vec!["nothing".to_owned()], reference: 0, ..Fixture::five() });
    std::fs::create_dir(folder.path().join("figures")).expect("a folder");
    let old = folder.path().join("figures/exits.png");
    std::fs::write(&old, "old").expect("an old figure");
    let paths = drawn(folder.path());
    assert!(!old.exists());
    assert!(!paths.figures.contains(&old));
}

#[test]
fn text_of_users_is_never_markup() {
    let evil = "<script>alert('x')</script> & \"co\"";
    let folder = made(&Fixture {
        arms: vec![evil.to_owned(), "office".to_owned()],
        title: evil.to_owned(),
        ..Fixture::five()
    });
    let paths = drawn(folder.path());
    for path in paths.figures.iter().chain([&paths.report]) {
        if path.extension().is_some_and(|ending| ending == "png") {
            continue;
        }
        let text = std::fs::read_to_string(path).expect("text");
        assert!(!text.contains("<script"), "{}", path.display());
    }
    let page = std::fs::read_to_string(&paths.report).expect("text");
    assert!(page.contains("script&#62;alert") || page.contains("script&gt;alert"));
}

#[test]
fn empty_tables_still_give_a_page() {
    let folder = folder();
    let paths = publish::draw(folder.path(), words("nb").unwrap()).expect("a page");
    assert!(paths.figures.is_empty());
    let page = std::fs::read_to_string(paths.report).expect("text");
    assert!(page.contains("enkelt familie"));
}

#[test]
fn a_folder_without_manifest_is_no_results_folder() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (error, message) = error(folder.path());
    assert!(matches!(error, ReportError::NoResults { .. }));
    assert!(message.contains("homeground run"), "{message}");
}

#[test]
fn a_foreign_manifest_is_left_alone() {
    let folder = folder();
    std::fs::write(folder.path().join("manifest.json"), r#"{"program": "other"}"#)
        .expect("written");
    let (error, message) = error(folder.path());
    assert!(matches!(error, ReportError::Foreign { .. }));
    assert!(message.contains("other"), "{message}");
    assert!(!folder.path().join("report.html").exists());
}

#[test]
fn every_missing_file_is_named() {
    for file in ["scenario.toml", "summary.csv", "contrasts.csv", "curves.csv", "subgroups.csv"] {
        let folder = folder();
        std::fs::remove_file(folder.path().join(file)).expect("removed");
        let (error, message) = error(folder.path());
        assert!(matches!(error, ReportError::Missing { .. }), "{file}: {message}");
        assert!(message.contains(file), "{message}");
    }
}

#[test]
fn every_damaged_file_is_named() {
    for file in [
        "manifest.json",
        "scenario.toml",
        "summary.csv",
        "contrasts.csv",
        "curves.csv",
        "subgroups.csv",
    ] {
        for damage in [b"\xff\xfe\x00 = [[[".as_slice(), b"", b"arm,outcome\nhome\n"] {
            // An empty scenario is valid TOML.
            if file == "scenario.toml" && damage.is_empty() {
                continue;
            }
            let folder = folder();
            std::fs::write(folder.path().join(file), damage).expect("written");
            let (error, message) = error(folder.path());
            let expected = matches!(error, ReportError::Damaged { .. });
            assert!(expected && message.contains(file), "{file}: {message}");
        }
    }
}

#[test]
fn a_curve_of_an_unknown_arm_is_damage() {
    let folder = folder();
    let row = rows::CurveRow {
        arm: "elsewhere".to_owned(),
        curve: "placement".to_owned(),
        week: 0,
        estimate: Some(0.0),
        lower: None,
        upper: None,
    };
    tables::write_curves(&folder.path().join("curves.csv"), &[row]).expect("written");
    let (_, message) = error(folder.path());
    assert!(message.contains("elsewhere") && message.contains("curves.csv"), "{message}");
}
