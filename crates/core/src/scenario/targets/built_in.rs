//! The targets and the validation set that are part of the program.

use std::sync::LazyLock;

use crate::scenario::source::BuiltInProgrammes;

use super::read::read_targets_file;
use super::types::Target;

const TARGETS: &str = include_str!("../../../../../data/targets.csv");
const VALIDATION: &str = include_str!("../../../../../data/validation.csv");

/// What the model is calibrated to: the targets of both readings, in the order of
/// `data/targets.csv`. [`Target::belongs_to`] picks those of one.
pub fn built_in_targets() -> &'static [Target] {
    static READ: LazyLock<Vec<Target>> = LazyLock::new(|| read("data/targets.csv", TARGETS));
    &READ
}

/// Numbers that calibration never sees: `data/validation.csv`, chosen before the first
/// calibration.
pub fn validation_set() -> &'static [Target] {
    static READ: LazyLock<Vec<Target>> = LazyLock::new(|| read("data/validation.csv", VALIDATION));
    &READ
}

/// The built-in targets with a user's own: one of the same id takes the place of ours, the
/// others follow.
pub fn with_own_targets(own: Vec<Target>) -> Vec<Target> {
    let mut targets = built_in_targets().to_vec();
    for target in own {
        match targets.iter_mut().find(|other| other.id == target.id) {
            Some(other) => *other = target,
            None => targets.push(target),
        }
    }
    targets
}

/// The files are part of the program and both are read by a test, so a malformed row is a
/// defect of the build, not of the input.
fn read(file: &str, text: &str) -> Vec<Target> {
    match read_targets_file(file, text, &BuiltInProgrammes) {
        Ok(parsed) => parsed.value,
        Err(error) => panic!("{error}"),
    }
}
