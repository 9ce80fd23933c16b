//! Results are the same bits for any width of vectors.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Every kind of arm: nothing, visits by schedule and by need, first visits elsewhere,
/// compensating measures, a waiting list.
const SCENARIO: &str = r#"
population = "child_welfare"
families = 700
replicates = 2
horizon_weeks = 60
reference = "nothing"

[[arm]]
name = "nothing"

[[arm]]
name = "by schedule"
programme = "advice_and_guidance"

[[arm]]
name = "by need"
programme = "advice_and_guidance"
override = { levels = "need-based", max_weeks = 52 }
compensating = [{ kind = "respite", intensity = 0.5, follow_up = false }]

[[arm]]
name = "intensive"
programme = "homebuilders"

[[arm]]
name = "waiting"
programme = "advice_and_guidance"
capacity = { helpers = 4, intake_weeks = 20 }

[uncertainty]
draws = 2
"#;

fn tables(temporary: &Path, vectors: &str) -> Vec<Vec<u8>> {
    let file = temporary.join("widths.toml");
    fs::write(&file, SCENARIO).unwrap();
    let out = temporary.join(vectors);
    let output = Command::new(env!("CARGO_BIN_EXE_homeground"))
        .args(["run", "--quiet", "--families-file", "--out"])
        .arg(&out)
        .arg(&file)
        .env("HOMEGROUND_VECTORS", vectors)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    ["summary.csv", "contrasts.csv", "curves.csv", "subgroups.csv", "families.parquet"]
        .map(|table| fs::read(out.join(table)).unwrap())
        .to_vec()
}

#[test]
fn results_do_not_depend_on_the_width_of_vectors() {
    let temporary = tempfile::tempdir().unwrap();
    // A machine without the wider vectors compares what it has: still a fair test there.
    let widest = tables(temporary.path(), "avx512");
    for narrower in ["portable", "avx2"] {
        assert_eq!(tables(temporary.path(), narrower), widest, "{narrower}");
    }
}

#[test]
fn an_unknown_width_is_refused_before_anything_is_done() {
    let output = Command::new(env!("CARGO_BIN_EXE_homeground"))
        .arg("list")
        .arg("arenas")
        .env("HOMEGROUND_VECTORS", "avx1024")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("portable, avx2, avx512"), "{message}");
}
