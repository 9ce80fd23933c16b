//! A small calibration to the targets of one reading, on what little work shows the way.
//!
//! ```sh
//! cargo run --release --example calibration
//! ```

use homeground_core::engine::parallel::Progress;
use homeground_core::evidence::LiteratureReading;
use homeground_core::model::parameters::Parameters;
use homeground_core::scenario::targets::{Target, built_in_targets};
use homeground_studies::calibration::tables::CalibrationTables;
use homeground_studies::calibration::{
    Calibration, Effort, Observed, ParameterSpace, TargetDesigns,
};
use homeground_studies::evaluate::NoCheckpoints;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let reading = LiteratureReading::Child;
    let targets: Vec<Target> =
        built_in_targets().iter().filter(|target| target.belongs_to(reading)).cloned().collect();
    let designs = TargetDesigns::new(&targets);
    let space = ParameterSpace::all(Parameters::prior_centre());
    let progress = Progress::default();
    let calibration = Calibration {
        targets: &targets,
        designs: &designs,
        observed: targets.iter().map(Observed::of).collect(),
        space: &space,
        effort: Effort {
            first_points: 150,
            further_points: 100,
            further_waves: 1,
            families: 300,
            draws: 100,
            last_families: 300,
            ..Effort::quick()
        },
        seed: 1,
        identity: String::new(),
        progress: &progress,
    };
    let result = calibration.run(&mut NoCheckpoints, &mut |stage| eprintln!("{stage}"))?;
    let tables = CalibrationTables::new(&calibration, &result);
    println!("worth {:.0} draws of equal weight", tables.effective_draws);
    for check in &tables.checks {
        let inside = if check.inside { "inside" } else { "outside" };
        println!(
            "{}: the model gives {:.3}, the literature {:.3}: {inside}",
            check.target, check.model, check.evidence
        );
    }
    Ok(())
}
