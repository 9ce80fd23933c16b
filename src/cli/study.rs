//! `homeground study KIND SCENARIO`: asks what results depend on.

mod command;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use homeground_core::outcomes::manifest::{DrawnFrom, Interval, Manifest, StudyNote};
use homeground_core::scenario::{POSTERIOR_FILE, StudyKind};
use homeground_figures::text::Teller;
use homeground_report::{plain, readings, translated};
use homeground_studies::StudyContext;
use homeground_studies::findings::Findings;

pub use command::StudyCommand;

use super::DONE;
use super::failure::Failure;
use super::load::{Loaded, load};
use super::manifest::manifest;
use super::work::Work;

/// Carries out a study; returns the exit status.
pub fn study(command: &StudyCommand) -> u8 {
    let mut loaded = match load(&command.common.source, &command.assignments()) {
        Ok(loaded) => loaded,
        Err(status) => return status,
    };
    loaded.scenario.size_for_study();
    match carry_out(command, &loaded) {
        Ok(()) => DONE,
        Err(failure) => failure.end(),
    }
}

fn carry_out(command: &StudyCommand, loaded: &Loaded) -> Result<(), Failure> {
    let (common, scenario) = (&command.common, &loaded.scenario);
    let target = common.out.clone().unwrap_or_else(|| {
        let name = format!("{}_{}", scenario.name, command.kind.word());
        Path::new("results").join(name)
    });
    let mut work = Work::begin(common.work.options(target, "add --resume"))?;
    let (progress, expected) = (Arc::clone(&work.progress), Arc::clone(&work.expected));
    let findings = work.simulate(None, |checkpoints, _| {
        homeground_studies::run(&mut StudyContext {
            scenario,
            programmes: loaded.programmes.as_ref(),
            progress: &progress,
            checkpoints,
            expect: &|more| {
                expected.fetch_add(more, Ordering::Relaxed);
            },
        })
    })?;
    let manifest = Manifest {
        threads: Some(work.threads()),
        started: Some(work.started()),
        seconds: Some(work.seconds()),
        ..noted(loaded, &findings, work.expected.load(Ordering::Relaxed))
    };
    let resolved = scenario.to_toml();
    let posterior = scenario.posterior.as_ref();
    let texts: Vec<(&str, &str)> = std::iter::once(("scenario.toml", resolved.as_str()))
        .chain(posterior.map(|file| (POSTERIOR_FILE, file.text.as_str())))
        .collect();
    let reading = readings::of_results(&manifest);
    let title = translated::scenario_title(scenario);
    let page = work.options.target.join("report.html");
    let words = work.options.words;
    work.publish(manifest, &findings.tables, &texts, |answer| {
        let columns = super::width::columns();
        let answer = plain::wrap(answer, columns).join("\n");
        let reading = plain::wrap(&words.tell(&reading), columns).join("\n");
        let title = words.tell(&title);
        format!("{title}\n\n{answer}\n\n{reading}\n\n{}\n", page.display())
    })
}

/// The manifest of a study: that of a run, with what was studied.
fn noted(loaded: &Loaded, findings: &Findings, family_weeks: u64) -> Manifest {
    let scenario = &loaded.scenario;
    let plain = manifest(loaded);
    let note = scenario.study.as_ref().map(|study| StudyNote {
        kind: study.plan.kind().word().to_owned(),
        outcome: study.outcome.outcome.to_string(),
        unit: study.outcome.unit.to_string(),
        week: study.outcome.week,
        arms: study.arms.iter().map(|arm| scenario.arms[*arm].name.clone()).collect(),
        points: findings.points,
        facts: findings.facts.clone(),
    });
    let mut warnings: Vec<String> =
        loaded.warnings.iter().map(|warning| warning.message.clone()).collect();
    warnings.extend(findings.warnings.iter().cloned());
    let draws_parameters =
        scenario.study.as_ref().is_some_and(|study| study.plan.kind() == StudyKind::Uncertainty);
    let drawn_from = draws_parameters.then(|| DrawnFrom::of_study(scenario));
    Manifest {
        draws: None,
        drawn_from,
        interval: match scenario.replicates {
            1 => Interval::None,
            _ => Interval::MonteCarlo,
        },
        families_simulated: Some(family_weeks / u64::from(scenario.horizon_weeks.max(1))),
        family_weeks: Some(family_weeks),
        warnings,
        study: note,
        ..plain
    }
}
