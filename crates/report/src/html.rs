//! The report: one page that holds everything it needs.

use askama::Template;

use crate::assumptions::{self, ArmPage};
use crate::language::Language;
use crate::page_tables::{self, PageTable};
use crate::prose::Prose;
use crate::readings;
use crate::results::Results;
use crate::sentences::{self, Point};
use crate::takeaways;
use homeground_core::outcomes::manifest::Manifest;
use homeground_core::scenario::POSTERIOR_FILE;
use homeground_figures::fonts;
use homeground_figures::scene::Scene;
use homeground_figures::svg;

/// A figure that was drawn, or none where there is nothing to draw.
pub type Drawn = (&'static str, Option<Scene>);

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage<'page> {
    words: &'static Prose,
    version: &'page str,
    font_faces: &'static str,
    style: &'static str,
    title: &'page str,
    question: &'page str,
    facts: String,
    reading: String,
    several_arms: bool,
    answers: Vec<AnswerPage>,
    uncertainty: String,
    warnings: &'page [String],
    main_results: PageTable,
    figures: Vec<FigurePage>,
    contrasts: PageTable,
    subgroups: PageTable,
    grades: PageTable,
    changed: PageTable,
    draws: bool,
    population: PageTable,
    arms: Vec<ArmPage>,
    parameters: PageTable,
    other_tables: Vec<PageTable>,
    again: Vec<(String, String)>,
}

struct AnswerPage {
    heading: &'static str,
    lead: String,
    against: String,
    points: Vec<Point>,
    remark: String,
}

struct FigurePage {
    key: &'static str,
    title: String,
    svg: String,
    takeaway: String,
    reading: &'static str,
}

/// The whole page as HTML.
///
/// # Errors
/// In words, when the page cannot be put together.
pub fn page(results: &Results, figures: &[Drawn], language: Language) -> Result<String, String> {
    let manifest = &results.manifest;
    let words = language.prose();
    let answers = [
        (words.on_placement, sentences::placement(results, language)),
        (
            words.on_completion,
            sentences::completion(results, language),
        ),
    ]
    .into_iter()
    .filter_map(|(heading, answer)| {
        let answer = answer?;
        Some(AnswerPage {
            heading,
            lead: answer.lead,
            against: answer.against,
            points: answer.points,
            remark: answer.remark,
        })
    })
    .collect();
    let title = if manifest.title.is_empty() {
        &manifest.scenario
    } else {
        &manifest.title
    };
    ReportPage {
        words,
        version: &manifest.version,
        font_faces: fonts::font_faces(),
        style: include_str!("templates/style.css"),
        title,
        question: &manifest.question,
        facts: facts(results, language),
        reading: readings::of_results(manifest, language),
        several_arms: results.arm_count() > 1,
        answers,
        uncertainty: sentences::uncertainty(results, language),
        warnings: &manifest.warnings,
        main_results: page_tables::main_results(results, language),
        figures: figures
            .iter()
            .map(|(key, scene)| FigurePage {
                key,
                title: scene
                    .as_ref()
                    .map(|scene| scene.title.clone())
                    .unwrap_or_default(),
                svg: scene
                    .as_ref()
                    .map(|scene| svg::inline(scene, &format!("svg-{key}")))
                    .unwrap_or_default(),
                takeaway: takeaways::takeaway(key, results, language),
                reading: reading(key, words),
            })
            .collect(),
        contrasts: page_tables::contrasts(results, language),
        subgroups: page_tables::subgroups(results, language),
        grades: assumptions::grades(language),
        changed: assumptions::changed(results, language),
        draws: manifest.draws.is_some_and(|draws| draws > 1),
        population: assumptions::population(results, language),
        arms: assumptions::arms(results, language),
        parameters: assumptions::parameters(results, language),
        other_tables: assumptions::other_tables(results, language),
        again: again(manifest, language),
    }
    .render()
    .map_err(|error| error.to_string())
}

/// How to read a figure.
fn reading(figure: &str, words: &Prose) -> &'static str {
    match figure {
        "placement" => words.read_placement,
        "completion_and_placement" => words.read_dots,
        "contrasts" => words.read_contrasts,
        "exits" => words.read_exits,
        "alliance_trust" => words.read_alliance,
        "dose" => words.read_dose,
        "cost" => words.read_cost,
        "subgroups" => words.read_subgroups,
        "capacity_stress" => words.read_capacity,
        _ => "",
    }
}

/// One line on what was run.
fn facts(results: &Results, language: Language) -> String {
    let manifest = &results.manifest;
    let (arms, weeks) = (results.arm_count(), manifest.horizon_weeks);
    let (families, replicates) = (
        language.whole(manifest.families),
        language.whole(manifest.replicates),
    );
    let mut parts = vec![match language {
        Language::English => {
            format!(
                "{arms} arms · {replicates} × {families} families in each · {weeks} weeks from referral"
            )
        }
        Language::Norwegian => {
            format!(
                "{arms} alternativer · {replicates} × {families} familier i hvert · {weeks} uker fra henvisning"
            )
        }
    }];
    if let Some(draws) = manifest.draws.filter(|&draws| draws > 1) {
        let draws = language.whole(draws);
        parts.push(match language {
            Language::English => format!("{draws} parameter draws"),
            Language::Norwegian => format!("{draws} parametertrekninger"),
        });
    }
    if let Some(started) = &manifest.started {
        parts.push(language.date(started));
    }
    parts.push(format!("homeground {}", manifest.version));
    parts.join(" · ")
}

/// What is needed to run it again.
pub fn again(manifest: &Manifest, language: Language) -> Vec<(String, String)> {
    let words = language.prose();
    let model_version = manifest.model_version.to_string();
    let mut entries = vec![
        (
            words.command.to_owned(),
            manifest.command.clone().unwrap_or_else(|| "–".to_owned()),
        ),
        (words.seed.to_owned(), manifest.seed.to_string()),
        (
            words.versions.to_owned(),
            match language {
                Language::English => format!(
                    "homeground {}, model {}",
                    manifest.version,
                    model_version.trim_matches('"')
                ),
                Language::Norwegian => format!(
                    "homeground {}, modell {}",
                    manifest.version,
                    model_version.trim_matches('"')
                ),
            },
        ),
        (words.size.to_owned(), size(manifest, language)),
    ];
    if let Some(started) = &manifest.started {
        entries.push((words.started.to_owned(), started.clone()));
    }
    let hashes = &manifest.hashes;
    let named = [
        ("scenario", &hashes.scenario),
        ("parameters", &hashes.parameters),
        (POSTERIOR_FILE, &hashes.posterior),
    ];
    entries.extend(
        named
            .into_iter()
            .chain(
                hashes
                    .programmes
                    .iter()
                    .map(|(key, hash)| (key.as_str(), hash)),
            )
            .filter(|(_, hash)| !hash.is_empty())
            .map(|(name, hash)| (format!("{}: {name}", words.hash), hash.clone())),
    );
    entries
}

fn size(manifest: &Manifest, language: Language) -> String {
    let families = manifest
        .families_simulated
        .map_or_else(|| "–".to_owned(), |families| language.whole(families));
    let seconds = manifest
        .seconds
        .map_or_else(|| "–".to_owned(), |seconds| language.quantity(seconds));
    let parts = manifest.sittings.len();
    if parts > 1 {
        return match language {
            Language::English => {
                format!("{families} families simulated in {seconds} s, in {parts} parts")
            }
            Language::Norwegian => {
                format!("{families} familier simulert på {seconds} s, i {parts} deler")
            }
        };
    }
    let threads = manifest
        .threads
        .map_or_else(|| "–".to_owned(), |threads| threads.to_string());
    match language {
        Language::English => {
            format!("{families} families simulated in {seconds} s on {threads} threads")
        }
        Language::Norwegian => {
            format!("{families} familier simulert på {seconds} s med {threads} tråder")
        }
    }
}
