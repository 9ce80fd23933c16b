//! The shipped posteriors against their targets, with small numbers and wide limits.
//! `homeground validate --full` does the same with many families.

use homeground_core::engine::parallel::Progress;
use homeground_core::evidence::{LiteratureReading, posterior};
use homeground_core::scenario::targets::{Target, built_in_targets};
use homeground_studies::calibration::Validation;
use homeground_studies::calibration::tables::rows::CheckRow;
use homeground_studies::evaluate::NoCheckpoints;

fn checks(reading: LiteratureReading) -> Vec<CheckRow> {
    let targets: Vec<(&'static str, Target)> = built_in_targets()
        .iter()
        .filter(|target| target.belongs_to(reading))
        .map(|target| ("calibration", target.clone()))
        .collect();
    let validation = Validation {
        targets: &targets,
        draws: 40,
        families: 1000,
        seed: 20_261_122,
        identity: "",
        progress: &Progress::default(),
    };
    let posterior = posterior(reading).expect("it is shipped");
    validation.run(posterior, &mut NoCheckpoints).unwrap()
}

/// Under each reading at least 17 targets lie inside their posterior predictive interval, and
/// neither the median of the posterior nor the central draw lies more than 3.5 standard
/// errors from any.
#[test]
fn the_posteriors_meet_their_targets() {
    for reading in [LiteratureReading::Child, LiteratureReading::Family] {
        let rows = checks(reading);
        let inside = rows.iter().filter(|row| row.inside).count();
        assert!(inside >= 17, "{reading:?}: {inside} of {}", rows.len());
        for row in &rows {
            assert!(row.distance.abs() <= 3.5, "{reading:?}: {row:#?}");
            assert!(row.central_distance.abs() <= 3.5, "{reading:?}: {row:#?}");
        }
    }
}

/// The readings differ where the literature does, and each posterior fails the other's target.
#[test]
fn the_readings_are_apart() {
    let placement = |reading, target: &str| {
        let all: Vec<(&'static str, Target)> = built_in_targets()
            .iter()
            .filter(|one| one.id == target)
            .map(|one| ("calibration", one.clone()))
            .collect();
        let validation = Validation {
            targets: &all,
            draws: 40,
            families: 2000,
            seed: 20_261_122,
            identity: "",
            progress: &Progress::default(),
        };
        let posterior = posterior(reading).expect("it is shipped");
        validation.run(posterior, &mut NoCheckpoints).unwrap().remove(0)
    };
    let (child, family) = (LiteratureReading::Child, LiteratureReading::Family);
    let by_family = |reading| placement(reading, "ifps_family_rr_52").model;
    assert!(by_family(child) + 0.08 < by_family(family));
    let own = placement(child, "ifps_rr_52").distance.abs();
    let other = placement(family, "ifps_rr_52").distance.abs();
    assert!(own < other, "{own} {other}");
}
