//! Files written, read again, marked, gone on with and joined.

use std::fs::File;
use std::path::{Path, PathBuf};

use homeground_core::engine::share::ReplicateId;
use homeground_core::model::cohort::{CHUNK, Engagement, History, NEVER, Placement};
use homeground_core::outcomes::experiment::{FamilyChunk, FamilyRows};
use homeground_store::families::{FamiliesError, FamiliesFile, ROWS_IN_A_GROUP, columns};
use polars::prelude::*;

const ARMS: [&str; 2] = ["at home", "på kontoret"];

fn arms() -> Vec<String> {
    ARMS.map(str::to_owned).to_vec()
}

fn facts() -> [(&'static str, String); 1] {
    [("homeground.seed", "7".to_owned())]
}

/// Families that differ in everything that a column shows.
fn chunk(first_family: u32, families: usize) -> FamilyChunk {
    let mut history = History::default();
    for row in 0..families {
        let number = first_family + row as u32;
        history.adversity[row] = (number as f32).sin();
        history.initial_factors[row] = number.wrapping_mul(2_654_435_761) >> 8;
        history.children[row] = 1 + number % 4;
        history.child_age[row] = number as f32 / 1000.0;
        history.accepted[row] = number.is_multiple_of(3);
        history.engagement[row] =
            [Engagement::Declined, Engagement::Engaged, Engagement::DroppedOut]
                [number as usize % 3];
        history.start_week[row] = if number.is_multiple_of(3) { NEVER } else { number % 5 };
        history.exit_week[row] = if number % 3 == 2 { number % 100 } else { NEVER };
        history.visits[row] = (number % 61) as f32;
        history.scheduled[row] = number as f32 / 7.0;
        history.placement[row] = [Placement::Home, Placement::Placed][(number / 7 % 2) as usize];
        history.first_placement_week[row] = NEVER;
        history.early_alliance[row] = if number.is_multiple_of(3) { 0.0 } else { 0.5 };
        history.child_weeks_in_care[row] = number;
    }
    FamilyChunk { first_family, families, history: Box::new(history) }
}

/// Two and a half groups, as calls of a run would bring them.
fn calls() -> Vec<(ReplicateId, usize, Vec<FamilyChunk>)> {
    let families = ROWS_IN_A_GROUP as u32 * 5 / 8 + 77;
    let mut calls = Vec::new();
    for replicate in 0..2 {
        let number = ReplicateId { draw: 3, replicate };
        let mut first = 0;
        while first < families {
            let block: Vec<FamilyChunk> = (0..8)
                .map(|index| first + index * CHUNK as u32)
                .filter(|first| *first < families)
                .map(|first| chunk(first, CHUNK.min((families - first) as usize)))
                .collect();
            for arm in 0..ARMS.len() {
                calls.push((number, arm, block.clone()));
            }
            first += 8 * CHUNK as u32;
        }
    }
    calls
}

fn write(file: &Path, calls: &[(ReplicateId, usize, Vec<FamilyChunk>)]) {
    let mut rows = FamiliesFile::begin(file, arms(), &facts()).unwrap();
    for (number, arm, chunks) in calls {
        rows.take(*number, *arm, chunks).unwrap();
    }
    rows.finish().unwrap();
}

fn folder() -> (tempfile::TempDir, impl Fn(&str) -> PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    (folder, move |name: &str| path.join(name))
}

#[test]
fn what_is_read_is_what_was_written() {
    let (_folder, place) = folder();
    let calls = calls();
    write(&place("rows"), &calls);
    let table = ParquetReader::new(File::open(place("rows")).unwrap()).finish().unwrap();
    let rows: usize =
        calls.iter().flat_map(|(_, _, chunks)| chunks).map(|chunk| chunk.families).sum();
    assert_eq!(table.height(), rows);
    assert_eq!(table.width(), columns::COLUMNS.len());
    let number = |name: &str, row: usize| table.column(name).unwrap().u32().unwrap().get(row);
    let measure = |name: &str, row: usize| table.column(name).unwrap().f32().unwrap().get(row);
    let words = |name: &str| table.column(name).unwrap().cast(&DataType::String).unwrap();
    let (arm, engagement, placement) = (words("arm"), words("engagement"), words("placement"));
    let accepted = table.column("accepted").unwrap().bool().unwrap().clone();
    let mut row = 0;
    for (expected, index, chunks) in &calls {
        for chunk in chunks {
            for home in 0..chunk.families {
                let family = chunk.first_family + home as u32;
                assert_eq!(number("draw", row), Some(3));
                assert_eq!(number("replicate", row), Some(expected.replicate));
                assert_eq!(number("family", row), Some(family));
                assert_eq!(arm.str().unwrap().get(row), Some(ARMS[*index]));
                assert_eq!(number("factor_bits", row), Some(chunk.history.initial_factors[home]));
                assert_eq!(measure("adversity", row), Some(chunk.history.adversity[home]));
                assert_eq!(accepted.get(row), Some(family.is_multiple_of(3)));
                let word = ["declined", "engaged", "dropped_out"][family as usize % 3];
                assert_eq!(engagement.str().unwrap().get(row), Some(word));
                let word = ["home", "placed"][(family / 7 % 2) as usize];
                assert_eq!(placement.str().unwrap().get(row), Some(word));
                let week = (!family.is_multiple_of(3)).then_some(family % 5);
                assert_eq!(number("start_week", row), week);
                let week = (family % 3 == 2).then_some(family % 100 + 1);
                assert_eq!(number("exit_week", row), week);
                assert_eq!(number("first_placement_week", row), None);
                assert_eq!(number("visits", row), Some(family % 61));
                assert_eq!(number("child_weeks_in_care", row), Some(family));
                let alliance = (!family.is_multiple_of(3)).then_some(0.5);
                assert_eq!(measure("alliance_week_12", row), alliance);
                row += 1;
            }
        }
    }
}

#[test]
fn words_are_categories_and_facts_are_kept() {
    let (_folder, place) = folder();
    write(&place("rows"), &calls()[..2]);
    let mut reader = ParquetReader::new(File::open(place("rows")).unwrap());
    let facts = reader.get_metadata().unwrap().key_value_metadata().clone();
    assert!(
        facts
            .unwrap()
            .iter()
            .any(|fact| fact.key == "homeground.seed" && fact.value.as_deref() == Some("7"))
    );
    let table = reader.finish().unwrap();
    for word in ["arm", "engagement", "placement"] {
        let kind = table.column(word).unwrap().dtype();
        assert!(matches!(kind, DataType::Categorical(..)), "{word}: {kind}");
    }
}

#[test]
fn groups_have_the_same_rows_whatever_the_calls() {
    let (_folder, place) = folder();
    let calls = calls();
    write(&place("whole"), &calls);
    let one_by_one: Vec<_> = calls
        .iter()
        .flat_map(|(number, arm, chunks)| {
            chunks.iter().map(|chunk| (*number, *arm, vec![chunk.clone()]))
        })
        .collect();
    write(&place("one by one"), &one_by_one);
    assert!(same(&place("whole"), &place("one by one")));
    let metadata_rows: Vec<usize> = {
        let mut reader = ParquetReader::new(File::open(place("whole")).unwrap());
        let metadata = reader.get_metadata().unwrap();
        metadata.row_groups.iter().map(|group| group.num_rows()).collect()
    };
    assert_eq!(metadata_rows.len(), 3);
    assert_eq!(metadata_rows[..2], [ROWS_IN_A_GROUP; 2]);
}

fn same(one: &Path, other: &Path) -> bool {
    std::fs::read(one).unwrap() == std::fs::read(other).unwrap()
}

#[test]
fn a_file_gone_on_with_has_the_same_bytes() {
    let (_folder, place) = folder();
    let calls = calls();
    write(&place("whole"), &calls);
    let file = place("stopped");
    let mut mark = {
        let mut rows = FamiliesFile::begin(&file, arms(), &facts()).unwrap();
        rows.mark().unwrap()
    };
    let mut done = 0;
    for stop in [1, 40, 41, 99, calls.len()] {
        let mut rows = FamiliesFile::resume(&file, arms(), &facts(), &mark).unwrap();
        for (number, arm, chunks) in &calls[done..stop] {
            rows.take(*number, *arm, chunks).unwrap();
        }
        let kept = rows.mark().unwrap();
        // As it is kept on disk.
        mark = postcard::from_bytes(&postcard::to_stdvec(&kept).unwrap()).unwrap();
        done = stop;
        // What a killed run wrote after the mark is of no use.
        for (number, arm, chunks) in calls.iter().take(70) {
            rows.take(*number, *arm, chunks).unwrap();
        }
        rows.finish().unwrap();
    }
    FamiliesFile::resume(&file, arms(), &facts(), &mark).unwrap().finish().unwrap();
    assert!(same(&place("whole"), &file));
}

#[test]
fn a_damaged_file_is_never_gone_on_with() {
    let (_folder, place) = folder();
    let file = place("rows");
    let mut rows = FamiliesFile::begin(&file, arms(), &facts()).unwrap();
    for (number, arm, chunks) in &calls() {
        rows.take(*number, *arm, chunks).unwrap();
    }
    let mark = rows.mark().unwrap();
    rows.finish().unwrap();
    let good = std::fs::read(&file).unwrap();
    let resume = || FamiliesFile::resume(&file, arms(), &facts(), &mark).err();
    let mut bad = good.clone();
    bad[good.len() / 3] ^= 4;
    std::fs::write(&file, &bad).unwrap();
    assert!(matches!(resume(), Some(FamiliesError::Damaged { .. })));
    std::fs::write(&file, &good[..good.len() / 3]).unwrap();
    assert!(matches!(resume(), Some(FamiliesError::Damaged { .. })));
    std::fs::remove_file(&file).unwrap();
    assert!(matches!(resume(), Some(FamiliesError::Damaged { .. })));
    std::fs::write(&file, &good).unwrap();
    assert!(resume().is_none());
}

#[test]
fn files_of_parts_join_to_the_bytes_of_the_whole() {
    let (_folder, place) = folder();
    let calls = calls();
    write(&place("whole"), &calls);
    let mut joined = FamiliesFile::begin(&place("joined"), arms(), &facts()).unwrap();
    let mut taken = 0;
    for (number, part) in [&calls[..33], &calls[33..34], &[], &calls[34..]].into_iter().enumerate()
    {
        let file = place(&format!("part {number}"));
        write(&file, part);
        taken += joined.take_file(&file).unwrap();
    }
    joined.finish().unwrap();
    assert!(same(&place("whole"), &place("joined")));
    let families = ROWS_IN_A_GROUP as u64 * 5 / 8 + 77;
    assert_eq!(taken, families * 2 * ARMS.len() as u64);
}

#[test]
fn a_file_of_other_arms_or_no_such_file_is_not_taken() {
    let (_folder, place) = folder();
    write(&place("rows"), &calls()[..2]);
    let others = vec!["at home".to_owned(), "elsewhere".to_owned()];
    let mut rows = FamiliesFile::begin(&place("others"), others, &facts()).unwrap();
    let error = rows.take_file(&place("rows")).unwrap_err();
    assert!(error.to_string().contains("arm"), "{error}");
    std::fs::write(place("text"), "PAR1 but not really").unwrap();
    for name in ["text", "nothing"] {
        let error = rows.take_file(&place(name)).unwrap_err();
        assert!(matches!(error, FamiliesError::Unreadable { .. }), "{error}");
    }
}
